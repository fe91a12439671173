"""Scenes of the ways back and aside: each a recorded decision with a reason."""

from proeve.deeds.practice.days import clock, plus, text
from proeve.deeds.practice.play import (
    Play,
    Stage,
    Voice,
    assessor,
    committee,
    contact,
    decided,
    student,
)
from proeve.deeds.practice.ratings import outcome_of
from proeve.deeds.practice.reasons import REASONS
from proeve.deeds.stating import Deed
from proeve.model.document import Data
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome, Part, Role, RowId, StepId

_TWO_WEEKS = 10


def student_refuses(play: Play, stage: Stage) -> Deed:
    """Refuse the assignment as the student."""
    return _refusal(play, stage, DecisionKind.REFUSAL, "refuse")


def student_reconsiders(play: Play, stage: Stage) -> Deed:
    """Withdraw the refusal."""
    return _refusal(play, stage, DecisionKind.REFUSAL_WITHDRAWN, "reconsider")


def return_assignment(play: Play, stage: Stage) -> Deed:
    """Return the assignment from the committee: 3 to 2."""
    return _returned(play, stage, committee(stage), RowId.ACQUIRE, "return-assignment")


def return_evidence(play: Play, stage: Stage) -> Deed:
    """Return the evidence from the check: 7 to 6."""
    voice = assessor(play, stage, Part.SECOND_ASSESSOR)
    return _returned(play, stage, voice, RowId.EVIDENCE, "return-evidence")


def return_consensus(play: Play, stage: Stage) -> Deed:
    """Return the judgement from the committee: 10 to 9."""
    return _returned(play, stage, committee(stage), RowId.CONSENSUS, "return-consensus")


def continue_without(play: Play, stage: Stage) -> Deed:
    """Go on without the approval of a supervisor who never answered."""
    return _committee(
        play,
        stage,
        DecisionKind.CONTINUE_WITHOUT,
        RowId.EXECUTION,
        "continue-without",
        approver=Part.WORKPLACE_SUPERVISOR.value,
    )


def exempt(play: Play, stage: Stage) -> Deed:
    """Exempt a unit that was passed elsewhere."""
    return _committee(
        play,
        stage,
        DecisionKind.EXEMPTION,
        RowId.CREATE,
        "exempt",
        unit=play.exempted,
        basis="earlier_exam",
    )


def request(play: Play, stage: Stage) -> Deed:
    """Record that the student asked for more time."""
    return _contact(
        play,
        stage,
        DecisionKind.REQUEST,
        RowId.EVIDENCE,
        "request",
        received_on=stage.today,
        about="extension",
        status="in_progress",
    )


def extend(play: Play, stage: Stage) -> Deed:
    """Give more time for the hand-in."""
    until = plus(stage.on, 3 * _TWO_WEEKS)
    return _committee(
        play,
        stage,
        DecisionKind.EXTENSION,
        RowId.EVIDENCE,
        "extend",
        step=StepId.EVIDENCE.value,
        until=text(clock(until, 17 * 60)),
    )


def pause(play: Play, stage: Stage) -> Deed:
    """Stop the clocks; the reason is a code and nothing more."""
    return decided(
        play,
        stage,
        contact(play),
        DecisionKind.PAUSE,
        RowId.EXECUTION,
        from_=stage.today,
        reason="illness",
    )


def resume(play: Play, stage: Stage) -> Deed:
    """Let the clocks run again."""
    return decided(
        play,
        stage,
        contact(play),
        DecisionKind.RESUME,
        RowId.EXECUTION,
        on=stage.today,
        reason="illness",
    )


def accept_late(play: Play, stage: Stage) -> Deed:
    """Accept evidence that came late."""
    return _committee(play, stage, DecisionKind.ACCEPT_LATE, RowId.EVIDENCE, "late")


def accept_untimed(play: Play, stage: Stage) -> Deed:
    """Accept evidence of which the moment is not proved."""
    return _committee(
        play, stage, DecisionKind.ACCEPT_UNTIMED, RowId.EVIDENCE, "untimed"
    )


def accept_early_start(play: Play, stage: Stage) -> Deed:
    """Accept work that started before the assignment was established."""
    return _committee(
        play, stage, DecisionKind.ACCEPT_EARLY_START, RowId.EXECUTION, "early"
    )


def substitute(play: Play, stage: Stage) -> Deed:
    """Let another school assessor take over on the day."""
    found = stage.assessor(play, Part.SECOND_ASSESSOR)
    return _contact(
        play,
        stage,
        DecisionKind.SUBSTITUTION,
        RowId.SEAL_SECOND,
        "substitute",
        part=Part.SECOND_ASSESSOR.value,
        from_=found.id,
        to=play.players.substitute.id,
        side=play.players.substitute.side,
    )


def ratify(play: Play, stage: Stage) -> Deed:
    """Ratify the substitution for the committee."""
    number = next(
        decision.number
        for decision in stage.exam(play).decisions
        if decision.kind is DecisionKind.SUBSTITUTION
    )
    return _committee(
        play,
        stage,
        DecisionKind.RATIFICATION,
        RowId.SEAL_SECOND,
        "ratify",
        decision=number,
    )


def dispute(play: Play, stage: Stage) -> Deed:
    """Record that the assessors do not agree, and ask for a third."""
    return decided(
        play,
        stage,
        assessor(play, stage, Part.SECOND_ASSESSOR),
        DecisionKind.DISPUTE,
        RowId.CONSENSUS,
        way="third_assessor",
        criteria=[*sorted(play.agreed)[:2]],
        third_assessor=play.players.third.id,
        side=play.players.third.side,
        reason=play.say(REASONS["dispute"]),
    )


def stop(play: Play, stage: Stage) -> Deed:
    """Stop the work for safety."""
    crucial = [each.id for each in play.instrument.criteria if each.crucial]
    return decided(
        play,
        stage,
        assessor(play, stage, Part.SECOND_ASSESSOR),
        DecisionKind.STOP,
        RowId.EXECUTION,
        stopped_at=text(clock(stage.on, 10 * 60 + 40)),
        incident="unsafe_situation",
        **({"criterion": crucial[0]} if crucial else {}),
        reason=play.say(REASONS["stop"]),
    )


def irregularity(play: Play, stage: Stage) -> Deed:
    """Record an irregularity, as a code, and its measure."""
    return _committee(
        play,
        stage,
        DecisionKind.IRREGULARITY,
        RowId.CONSENSUS,
        "irregularity",
        code="forbidden_means",
        heard_on=plus(stage.on, -1).isoformat(),
        measure="declared_invalid",
    )


def overrule(play: Play, stage: Stage) -> Deed:
    """Decide another outcome than the computed one."""
    return _committee(
        play,
        stage,
        DecisionKind.OVERRULE,
        RowId.FINAL,
        "overrule",
        outcome=Outcome.DECLARED_INVALID.value,
    )


def notice(play: Play, stage: Stage) -> Deed:
    """Record how and when the student was told."""
    return _contact(
        play,
        stage,
        DecisionKind.NOTICE,
        RowId.RESULT,
        "notice",
        road="letter" if play.serial % 2 else "mail",
        told_on=stage.today,
        copy_to_representative=play.serial % 3 == 0,
    )


def complaint(play: Play, stage: Stage) -> Deed:
    """Record a complaint about the conduct of the exam."""
    return _contact(
        play,
        stage,
        DecisionKind.COMPLAINT,
        RowId.RESULT,
        "complaint",
        received_on=plus(stage.on, -2).isoformat(),
        about="conduct",
        status="decided",
        outcome="partly_granted",
    )


def reconsideration(play: Play, stage: Stage) -> Deed:
    """Record a request to look at the result once more."""
    return _contact(
        play,
        stage,
        DecisionKind.RECONSIDERATION,
        RowId.RESULT,
        "reconsideration",
        received_on=stage.today,
        about="outcome",
        status="received",
        decide_before=plus(stage.on, 2 * _TWO_WEEKS).isoformat(),
    )


def revise(play: Play, stage: Stage) -> Deed:
    """Replace an established result."""
    right = outcome_of(play.instrument, play.scope, play.reconsidered)
    ratings: dict[str, Data] = {
        code: rating
        for code, rating in right.core_tasks.items()
        if isinstance(rating, str | int)
    }
    return _committee(
        play,
        stage,
        DecisionKind.REVISION,
        RowId.RESULT,
        "revise",
        outcome=Outcome.PASSED.value,
        core_tasks=ratings,
        counts_as_attempt=True,
    )


def appeal(play: Play, stage: Stage) -> Deed:
    """Record an appeal that was upheld: the result falls."""
    return _contact(
        play,
        stage,
        DecisionKind.APPEAL,
        RowId.CONSENSUS,
        "appeal",
        received_on=plus(stage.on, -_TWO_WEEKS).isoformat(),
        about="judging",
        status="decided",
        outcome="annulled",
    )


def withdraw(play: Play, stage: Stage) -> Deed:
    """Withdraw the exam."""
    return _contact(
        play,
        stage,
        DecisionKind.WITHDRAWAL,
        RowId.EXECUTION,
        "withdraw",
        cause="student_left",
    )


def annul(play: Play, stage: Stage) -> Deed:
    """End an exam that was opened by mistake."""
    return _committee(
        play,
        stage,
        DecisionKind.ANNULMENT,
        RowId.CREATE,
        "annul",
        cause="wrong_student",
    )


def retain(play: Play, stage: Stage) -> Deed:
    """Record the event from which the retention period runs."""
    return decided(
        play,
        stage,
        Voice(stage.office.admin, Role.ADMIN),
        DecisionKind.RETENTION,
        RowId.ARCHIVE,
        event="diploma",
        on=stage.today,
        reason=play.say(REASONS["retain"]),
    )


def _refusal(play: Play, stage: Stage, kind: DecisionKind, why: str) -> Deed:
    return decided(
        play,
        stage,
        student(play),
        kind,
        RowId.ACQUIRE,
        approver=Part.STUDENT.value,
        reason=play.say(REASONS[why]),
    )


def _returned(play: Play, stage: Stage, voice: Voice, to: RowId, why: str) -> Deed:
    reason = play.say(REASONS[why])
    kind = DecisionKind.RETURN
    return decided(play, stage, voice, kind, to, to=to.value, reason=reason)


def _committee(
    play: Play, stage: Stage, kind: DecisionKind, row: RowId, why: str, **own: Data
) -> Deed:
    reason = play.say(REASONS[why])
    return decided(play, stage, committee(stage), kind, row, reason=reason, **own)


def _contact(
    play: Play, stage: Stage, kind: DecisionKind, row: RowId, why: str, **own: Data
) -> Deed:
    reason = play.say(REASONS[why])
    return decided(play, stage, contact(play), kind, row, reason=reason, **own)
