"""A decision as somebody signs it, judged by the whole judge on a built exam."""

from dataclasses import dataclass, replace

from proeve.judge import step
from proeve.model.digest import NOTHING, scope_digest, tree_digest
from proeve.model.document import Data
from proeve.model.exam import ExamState, GroupState
from proeve.model.findings import Finding
from proeve.model.history import Transition
from proeve.model.ledger import State
from proeve.model.registry import Registry
from proeve.model.statement import Statement, Trailers
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Action, Role, RowId
from proeve.rules.rows import matches, text_of
from tests.dossier import small
from tests.dossier.commits import change, fact, statement, transition
from tests.status.exams import registry

SPEAKERS = {
    small.MEMBER: Role.EXAM_COMMITTEE,
    small.ADMIN: Role.ADMIN,
    small.CONTACT: Role.SCHOOL_CONTACT,
    small.STUDENT: Role.STUDENT,
    small.SUPERVISOR: Role.WORKPLACE_SUPERVISOR,
    small.FIRST: Role.WORKPLACE_ASSESSOR,
    small.SECOND: Role.SCHOOL_ASSESSOR,
    small.THIRD: Role.SCHOOL_ASSESSOR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One decision to be taken: by whom, about which row, with which fields."""

    kind: DecisionKind
    by: str
    row: RowId
    fields: dict[str, Data]
    number: int | None = None
    seq: int | None = None
    path: str = ""
    spoken: Role | None = None
    signed: str = ""


def taken(
    kind: DecisionKind, by: str, row: RowId = RowId.CREATE, /, **fields: Data
) -> Taken:
    """Return a decision; a field's name may end in `_` where it is a Python word."""
    named = {name.rstrip("_"): value for name, value in fields.items()}
    return Taken(kind=kind, by=by, row=row, fields=named)


def codes(
    found: ExamState, decision: Taken, known: Registry | None = None
) -> list[str]:
    """Return what the judge says of a decision on this exam."""
    return [each.code for each in judged(found, decision, known)[1]]


def judged(
    found: ExamState, decision: Taken, known: Registry | None = None
) -> tuple[ExamState, list[Finding]]:
    """Return the exam after a decision, and what the judge says of it."""
    state = state_with(found, known)
    after, judgement = step(state, _commit(found, decision))
    exam = after.exam(found.scope)
    assert exam is not None
    return exam, list(judgement.findings)


def state_with(found: ExamState, known: Registry | None = None) -> State:
    """Return the ledger in which this is the one exam."""
    students: Data = [small.STUDENT, small.OTHER_STUDENT]
    group = GroupState(
        id=small.GROUP, record={"students": students}, exams={found.id: found}
    )
    return State(genesis="g", registry=known or registry(), groups={small.GROUP: group})


def _commit(found: ExamState, decision: Taken) -> Transition:
    number = decision.number or len(found.decisions) + 1
    path = decision.path or f"decisions/{number}-{decision.kind}.yml"
    whole = f"exams/{found.scope}/{path}"
    said = statement(
        decision.by,
        decision.spoken or SPEAKERS[decision.by],
        scope=found.scope,
        step=MEI_12.rows[decision.row].step,
        action=Action.DECIDE,
        seq=found.row(decision.row).seq if decision.seq is None else decision.seq,
        text=tree_digest({path: fact(decision.signed or whole)}),
    )
    record = {
        "number": number,
        "kind": decision.kind,
        "by": decision.by,
        "reason": "Zo besloten.",
        **decision.fields,
    }
    made = transition(said, change(whole), documents={whole: record})
    return with_digests(made, found)


def with_digests(made: Transition, found: ExamState) -> Transition:
    """Return the commit with the digests of the exam before and after it."""
    said = made.trailers.statement if made.trailers else None
    assert isinstance(said, Statement)
    folder = f"exams/{found.scope}/"
    new = {
        each.path.removeprefix(folder): each.fact
        for each in made.changes
        if each.fact is not None
    }
    subject = scope_digest(found.scope, {**found.files, **new})
    base = found.subject or NOTHING
    return replace(made, trailers=Trailers(statement=said, base=base, subject=subject))


def spoken(
    found: ExamState,
    who: str,
    action: Action,
    row: RowId,
    documents: dict[str, small.Doc] | None = None,
) -> list[str]:
    """Return what the judge says when somebody writes, seals, opens or approves."""
    new = documents or {}
    folder = f"exams/{found.scope}/"
    files = {**found.files, **{path: fact(f"{folder}{path}") for path in new}}
    rule = MEI_12.rows[row]
    counted = any(matches(path, rule.text) for path in new)
    said = statement(
        who,
        SPEAKERS[who],
        scope=found.scope,
        step=rule.step,
        action=action,
        seq=found.row(row).seq + counted,
        text=text_of(rule, files),
    )
    made = transition(
        said,
        *(change(f"{folder}{path}") for path in new),
        documents={f"{folder}{path}": record for path, record in new.items()},
    )
    _, judgement = step(state_with(found), with_digests(made, found))
    return [each.code for each in judgement.findings]
