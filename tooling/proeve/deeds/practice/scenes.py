"""Which scene is played by which function."""

from collections.abc import Callable, Mapping

from proeve.deeds.practice import aside, assessment, closing, execution, preparation
from proeve.deeds.practice.cues import Scene
from proeve.deeds.practice.play import Play, Stage
from proeve.deeds.stating import Deed

Scripted = Callable[[Play, Stage], Deed]
"""What somebody does in a scene, of an exam as it then stands."""

SCENES: Mapping[Scene, Scripted] = {
    Scene.OPEN: preparation.open_incomplete,
    Scene.CREATE: preparation.create,
    Scene.COMPLETE: preparation.complete,
    Scene.SUPERVISOR_WRITES: preparation.supervisor_writes,
    Scene.STUDENT_WRITES: preparation.student_writes,
    Scene.CONTACT_REWRITES: preparation.contact_rewrites,
    Scene.CONTACT_AGREES: preparation.contact_agrees,
    Scene.STUDENT_AGREES: preparation.student_agrees,
    Scene.SUPERVISOR_AGREES: preparation.supervisor_agrees,
    Scene.STUDENT_REFUSES: aside.student_refuses,
    Scene.STUDENT_RECONSIDERS: aside.student_reconsiders,
    Scene.RETURN_ASSIGNMENT: aside.return_assignment,
    Scene.ESTABLISH: preparation.establish,
    Scene.SCHEDULE: preparation.schedule,
    Scene.RESCHEDULE: preparation.reschedule,
    Scene.REPORT_DAYS: execution.report_days,
    Scene.REPORT_EARLY_DAYS: execution.report_early_days,
    Scene.REPORT_END: execution.report_end,
    Scene.SUPERVISOR_CONFIRMS: execution.supervisor_confirms,
    Scene.CONTINUE_WITHOUT: aside.continue_without,
    Scene.HAND_IN: execution.hand_in,
    Scene.RETURN_EVIDENCE: aside.return_evidence,
    Scene.CHECK: execution.check,
    Scene.CONFIRM_CHECK: execution.confirm_check,
    Scene.SEAL_FIRST: assessment.seal_first,
    Scene.SEAL_SECOND: assessment.seal_second,
    Scene.UNSEAL: assessment.open_both,
    Scene.SEAL_THIRD: assessment.seal_third,
    Scene.UNSEAL_THIRD: assessment.open_third,
    Scene.AGREE_SECOND: assessment.agree_second,
    Scene.AGREE_FIRST: assessment.agree_first,
    Scene.FINAL: assessment.final,
    Scene.RETURN_CONSENSUS: aside.return_consensus,
    Scene.RESULT: assessment.result,
    Scene.FOLLOW_UP: closing.follow_up,
    Scene.ARCHIVE: closing.archive,
    Scene.EXEMPT: aside.exempt,
    Scene.REQUEST: aside.request,
    Scene.EXTEND: aside.extend,
    Scene.PAUSE: aside.pause,
    Scene.RESUME: aside.resume,
    Scene.ACCEPT_LATE: aside.accept_late,
    Scene.ACCEPT_UNTIMED: aside.accept_untimed,
    Scene.ACCEPT_EARLY_START: aside.accept_early_start,
    Scene.SUBSTITUTE: aside.substitute,
    Scene.RATIFY: aside.ratify,
    Scene.DISPUTE: aside.dispute,
    Scene.STOP: aside.stop,
    Scene.IRREGULARITY: aside.irregularity,
    Scene.OVERRULE: aside.overrule,
    Scene.NOTICE: aside.notice,
    Scene.COMPLAINT: aside.complaint,
    Scene.RECONSIDERATION: aside.reconsideration,
    Scene.REVISE: aside.revise,
    Scene.APPEAL: aside.appeal,
    Scene.WITHDRAW: aside.withdraw,
    Scene.ANNUL: aside.annul,
    Scene.RETAIN: aside.retain,
}
