"""Word of when something came in: receipts, arrivals, tokens, checkpoints (R34).

None of them approves anything. Each names an approval that stands, so that it is of no
use once that has fallen.
"""

from collections.abc import Callable
from dataclasses import dataclass

from proeve.deeds.clone import Clone, Plan
from proeve.deeds.exams import exam_named, role_for
from proeve.deeds.registry import role_of
from proeve.deeds.signing import Came
from proeve.deeds.stating import Arrival, Deed, Paper, acts_folder
from proeve.errors import UsageError
from proeve.history import timestamps
from proeve.model.exam import Approval, ExamState
from proeve.model.findings import Finding, Location, Severity
from proeve.model.history import Token
from proeve.model.ledger import State
from proeve.model.statement import REGISTRY, Statement, folder_of
from proeve.model.time import TimeBasis
from proeve.process.vocabulary import Action, Approver, Part, Role, RowId
from proeve.rules.arrivals import doubt
from proeve.rules.rows import all_rows
from proeve.rules.time import NOT_JUDGED

_RECEIVER = frozenset[Approver]({Role.RECEIVER})
_OFFICE = frozenset[Approver]({Role.ADMIN, Role.EXAM_COMMITTEE, Part.SCHOOL_CONTACT})
_LANDERS = _OFFICE | _RECEIVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Which approval came in: of which row of which exam, and whose if not the last."""

    exam: str
    row: RowId = RowId.EVIDENCE
    person: str = ""


def came(state: State, what: Timed) -> tuple[ExamState, Approval]:
    """Return the approval that is meant; raises UsageError while there is none."""
    exam = exam_named(state, what.exam)
    standing = exam.row(what.row).approvals
    found = [one for one in standing if what.person in {"", one.person}]
    if not found:
        raise UsageError(
            f"In {exam.id} is er niets ingeleverd waarvan iemand kan zeggen wanneer "
            "het binnenkwam.",
            f"Nothing is handed in in {exam.id} of which anybody could say when it "
            "came in.",
        )
    return exam, found[-1]


def receipted(what: Timed, at: int | None = None, worn: Role | None = None) -> Plan:
    """Return the plan by which the receiver says that a hand-in came in."""

    def plan(clone: Clone, person: str) -> Deed:
        exam, approval = came(clone.state, what)
        role = role_for(clone.state, exam, person, _RECEIVER, worn)
        if _has(exam, approval, TimeBasis.RECEIPT):
            raise UsageError(
                f"Hiervan is er al een ontvangstbewijs in {exam.id}.",
                f"There is a receipt of this in {exam.id} already.",
            )
        word = _word(clone.state, exam, approval)
        arrival = Arrival(person=person, role=role, at=at, came=(word,))
        return _landing(exam, what.row, person, role, arrival)

    return plan


def arrived(what: Timed, road: str, at: int, worn: Role | None = None) -> Plan:
    """Return the plan by which the exam office says when and how something came in."""

    def plan(clone: Clone, person: str) -> Deed:
        exam, approval = came(clone.state, what)
        role = role_for(clone.state, exam, person, _OFFICE, worn)
        word = _word(clone.state, exam, approval)
        arrival = Arrival(person=person, role=role, at=at, road=road, came=(word,))
        return _landing(exam, what.row, person, role, arrival)

    return plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Stampable:
    """What a time-stamping service is asked about: an approval, or a checkpoint.

    `sha256` is of its act file, or of the raw commit that approves.
    """

    scope: str
    sha256: str
    row: RowId | None = None

    @property
    def path(self) -> str:
        """Where a token over it lies in the scope's folder."""
        return f"acts/{self.sha256}.tsr"


def handed_in(state: State, what: Timed) -> Stampable:
    """Return the approval that a service may say the time of."""
    exam, approval = came(state, what)
    found = Stampable(scope=exam.scope, sha256=approval.sha256, row=what.row)
    if found.path in exam.files:
        raise UsageError(
            f"Hierbij hoort in {exam.id} al een tijdstempel.",
            f"There is a time stamp of this in {exam.id} already.",
        )
    return found


def checkpoint_for(state: State, answer: bytes = b"") -> Stampable:
    """Return the last checkpoint that has no stamp, or the one that an answer names."""
    every = dict.fromkeys(each.act for each in reversed(state.registry.checkpoints))
    found = [Stampable(scope=REGISTRY, sha256=act) for act in every]
    free = [each for each in found if each.path not in state.register.files]
    if not free:
        raise UsageError(
            "Er is geen ijkpunt zonder tijdstempel; maak er eerst een met "
            "`proeve receiver checkpoint`.",
            "There is no checkpoint without a time stamp; make one first with "
            "`proeve receiver checkpoint`.",
        )
    named = (each for each in free if bytes.fromhex(each.sha256) in answer)
    return next(named, free[0])


def stamped(
    find: Callable[[State], Stampable], answer: bytes, worn: Role | None = None
) -> Plan:
    """Return the plan by which a service's answer lands beside what it is about."""

    def plan(clone: Clone, person: str) -> Deed:
        what = find(clone.state)
        return Deed(
            scope=what.scope,
            actor=person,
            role=_stamps_as(clone.state, what, person, worn),
            action=Action.LAND,
            row=what.row,
            papers={what.path: Paper(answer)},
        )

    return plan


def _stamps_as(state: State, what: Stampable, person: str, worn: Role | None) -> Role:
    if what.scope == REGISTRY:
        receives = state.registry.holds(person, Role.RECEIVER, "*")
        return worn or (Role.RECEIVER if receives else role_of(state, person))
    return role_for(state, exam_named(state, what.scope), person, _LANDERS, worn)


def check_answer(clone: Clone, what: Stampable, answer: bytes) -> Finding | None:
    """Return why a service's answer gives no time, if it does not.

    A token that this machine cannot read is a note: others can.
    """
    path = f"{folder_of(what.scope)}{what.path}"
    token: Token = timestamps.read(path, answer)
    code = doubt(token, clone.state.registry)
    if code is None:
        return None
    grave = Severity.NOTE if code == NOT_JUDGED else Severity.ERROR
    return Finding(code, Location(path), {}, grave)


def checkpointed(worn: Role | None = None) -> Plan:
    """Return the plan by which the receiver says how long the spine is now."""

    def plan(clone: Clone, person: str) -> Deed:
        state = clone.state
        if not state.registry.holds(person, Role.RECEIVER, "*") or worn not in {
            None,
            Role.RECEIVER,
        }:
            raise UsageError(
                f"{person} is niet de ontvangstdienst van deze school.",
                f"{person} is not this school's receiver.",
            )
        last = max((each.length for each in state.registry.checkpoints), default=0)
        if state.length <= last + 1:
            raise UsageError(
                "Sinds het vorige ijkpunt is er niets gebeurd.",
                "Nothing happened since the last checkpoint.",
            )
        return Deed(
            scope=REGISTRY,
            actor=person,
            role=Role.RECEIVER,
            action=Action.LAND,
            checks=True,
        )

    return plan


def _landing(
    exam: ExamState, row: RowId, person: str, role: Role, arrival: Arrival
) -> Deed:
    return Deed(
        scope=exam.scope,
        actor=person,
        role=role,
        action=Action.LAND,
        row=row,
        arrival=arrival,
    )


def _word(state: State, exam: ExamState, approval: Approval) -> Came:
    """Return an approval as whoever received it names it."""
    said = Statement(
        version=1,
        repo=state.registry.repo,
        scope=exam.scope,
        step=all_rows(exam)[approval.row].step,
        action=Action.LAND,
        role=approval.role,
        actor=approval.person,
        seq=approval.seq,
        text=approval.text,
    )
    return Came(sha256=approval.sha256, said=said, folder=acts_folder(exam.scope))


def _has(exam: ExamState, approval: Approval, basis: TimeBasis) -> bool:
    return any(each.basis is basis for each in exam.times.get(approval.proof, ()))
