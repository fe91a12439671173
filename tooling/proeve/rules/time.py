"""When something was there: trusted times, the deadline's arithmetic, late and untimed.

Pure, and never by a commit's date: that is carried along as the weakest basis, to be
shown. Source: PROTOCOL R34; ADR 19 has the arithmetic.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from proeve.model.exam import Approval, ExamState
from proeve.model.records import record_at, text_at
from proeve.model.registry import Registry
from proeve.model.time import STRENGTH, Time, TimeBasis
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId

ZONE = ZoneInfo("Europe/Amsterdam")
"""The clock of dates, and of moments that name no zone of their own."""
NOT_JUDGED = "time.token-not-judged"

_DAY = 86_400


def trusted(
    approval: Approval, exam: ExamState, registry: Registry | None = None
) -> Time | None:
    """Return the earliest time at which others than its maker vouch for an approval.

    With a registry its checkpoints count too: what they cover was there before them. An
    approval that its owner's new key confirmed is as old as it was.
    """
    found = list(exam.times.get(approval.first_proof or approval.proof, ()))
    found += _covering(approval, registry) if registry is not None else ()
    return min(found, key=lambda each: (each.at, rank(each)), default=None)


def _covering(approval: Approval, registry: Registry) -> Iterator[Time]:
    """Yield the times of the checkpoints before which an approval landed."""
    for each in registry.checkpoints:
        if 0 < approval.position <= each.length:
            yield each.time


def undoubted(approval: Approval, exam: ExamState, registry: Registry) -> int | None:
    """Return the earliest moment that holds also against a key that was lost.

    No word counts that such a key gave itself, and nothing of before its confirmation
    vouches for the key that confirmed an approval again.
    """
    found = list(exam.times.get(approval.proof, ()))
    found += () if approval.first_proof else _covering(approval, registry)
    held = [each.at for each in found if not in_doubt(each.key, registry)]
    return min(held, default=None)


def in_doubt(key: str, registry: Registry) -> bool:
    """Tell whether somebody else than its owner may have used a key."""
    return registry.lost.get(key, "retired") != "retired"


def times(exam: ExamState, registry: Registry) -> dict[str, Time]:
    """Return the trusted time of each standing approval that has one, by its proof."""
    standing = (one for row in exam.rows.values() for one in row.approvals)
    found = {one.proof: trusted(one, exam, registry) for one in standing}
    return {proof: time for proof, time in found.items() if time is not None}


def rank(each: Time) -> int:
    """Return how strong the basis of a time is; 0 is the strongest."""
    return STRENGTH.index(each.basis)


def handed_in(exam: ExamState, registry: Registry) -> Time | None:
    """Return when the standing evidence came in, or nothing when none stands."""
    approvals = exam.row(RowId.EVIDENCE).approvals
    if not approvals:
        return None
    last = approvals[-1]
    written = Time(at=last.at, basis=TimeBasis.COMMIT, by=last.person)
    return trusted(last, exam, registry) or written


def untimed(exam: ExamState, registry: Registry) -> bool:
    """Tell whether the standing evidence has no time but that of a commit."""
    found = handed_in(exam, registry)
    return found is not None and found.basis is TimeBasis.COMMIT


def unjudged(exam: ExamState) -> bool:
    """Tell whether a token over the standing evidence could not be judged here."""
    approvals = exam.row(RowId.EVIDENCE).approvals
    return any(exam.doubts.get(each.sha256) == NOT_JUDGED for each in approvals)


def days_late(exam: ExamState, registry: Registry) -> int:
    """Return how many days after its deadline the evidence came in, by trusted time.

    A day begun is a day; without a deadline or a trusted time it is 0.
    """
    found, deadline = handed_in(exam, registry), deadline_of(exam, RowId.EVIDENCE)
    if found is None or found.basis is TimeBasis.COMMIT or deadline is None:
        return 0
    return max(0, -(-(found.at - last_second(deadline)) // _DAY))


def time_blocks(exam: ExamState, registry: Registry) -> tuple[DecisionKind, ...]:
    """Return the decisions on time that must come before the evidence is checked.

    A token that could not be judged here might show either to be needless, so that
    nobody is refused for what this machine cannot read; a note says so.
    """
    if unjudged(exam):
        return ()
    if days_late(exam, registry):
        return (DecisionKind.ACCEPT_LATE,)
    if registry.policy.untimed == "decide" and untimed(exam, registry):
        return (DecisionKind.ACCEPT_UNTIMED,)
    return ()


def last_second(deadline: str) -> int:
    """Return the last moment that is not too late.

    A date lasts until its midnight on the Dutch clock. A moment counts to the second;
    one without a zone is read on that clock, at its later reading when the clock is
    put back.
    """
    moment = datetime.fromisoformat(deadline)
    if len(deadline) == len("2026-03-20"):
        end = datetime.combine(moment.date() + timedelta(days=1), time(), ZONE)
        return int(end.timestamp()) - 1
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZONE, fold=1)
    return int(moment.timestamp())


def day_of(at: int) -> date:
    """Return the day of a moment on the Dutch clock."""
    return datetime.fromtimestamp(at, UTC).astimezone(ZONE).date()


def established_on(exam: ExamState) -> str:
    """Return the day of the establishment: by trusted time, else as it says itself.

    A checkpoint does not count here: it comes when it comes, and would make lawful work
    look as if it had begun too early.
    """
    moments = [trusted(each, exam) for each in exam.row(RowId.ESTABLISH).approvals]
    known = [each.at for each in moments if each is not None]
    if known and len(known) == len(moments):
        return day_of(max(known)).isoformat()
    return text_at(exam.document("establishment"), "established_on")


def deadline_of(exam: ExamState, step: str) -> str | None:
    """Return the deadline of a step as established, with extensions applied."""
    deadline = text_at(record_at(exam.document("establishment"), "deadlines"), step)
    for decision in exam.decisions:
        if (
            decision.kind is DecisionKind.EXTENSION
            and text_at(decision.record, "step") == step
        ):
            deadline = text_at(decision.record, "until")
    return deadline or None
