"""Filling in any document of an exam by its schema; also the exam itself, when new."""

from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.forms.choosing import choices_in
from proeve.deeds.forms.form import Filled
from proeve.deeds.forms.questions import Choice, Guide, Hint, Pointer
from proeve.deeds.stating import Deed
from proeve.deeds.turns import (
    Turn,
    Work,
    document_deed,
    folder_name,
    turn_in,
)
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.process.documents import KINDS, kind_of
from proeve.process.table import MEI_12, Row
from proeve.process.vocabulary import Role, RowId
from proeve.rules.rows import all_rows, begun
from proeve.words.say import Language

_ELSEWHERE = {
    "evidence": "evidence add",
    "archive": "archive",
    "form": "assess",
    "seal": "seal",
}
_NEW = 2


def row_for(name: str, exam: ExamState) -> Row:
    """Return the row in which a document is written."""
    path = f"{name.removesuffix('.yml')}.yml"
    rows = [row for row in all_rows(exam).values() if path in row.writes]
    kind = kind_of(f"{exam.scope}/{path}")
    if kind is None or not rows:
        names = sorted(
            {p[:-4] for r in MEI_12.rows.values() for p in r.writes if "/" not in p}
        )
        listed = ", ".join(each for each in names if each not in _ELSEWHERE)
        raise UsageError(
            f"Er is geen document {name}; kies uit: {listed}.",
            f"There is no document {name}; choose from: {listed}.",
        )
    if kind.name in _ELSEWHERE:
        verb = _ELSEWHERE[kind.name]
        raise UsageError(
            f"Dit document vul je in met `proeve {verb}`.",
            f"This document is filled in with `proeve {verb}`.",
        )
    later = [row for row in rows if row.id is not RowId.CREATE]
    if path == "assignment.yml" and path in exam.files:
        return later[0]
    return rows[-1] if begun(RowId.CREATE, exam) else rows[0]


def guide(
    clone: Clone, person: str, work: Work, name: str, language: Language
) -> Guide:
    """Return the form of a document, with what stands there now."""
    turn = _turn(clone, person, work, name)
    exam, state = turn.exam, clone.state
    kind = KINDS[name.removesuffix(".yml")].name
    known: dict[Pointer, Data] = {}
    hints: dict[Pointer, Hint] = {}
    if kind == "exam":
        known, hints = _exam_known(exam), _exam_hints(exam, state)
    return Guide(
        kind=kind,
        language=language,
        known=known,
        offered=exam.document(kind) or _usual(kind, state),
        choices=choices_in(exam, state, language),
        hints=hints,
    )


def _exam_known(exam: ExamState) -> dict[Pointer, Data]:
    return {("number",): exam.id, ("process",): MEI_12.version}


def _exam_hints(exam: ExamState, state: State) -> dict[Pointer, Hint]:
    """Return who can play which part: the group's students, and holders of a role."""
    group = state.groups.get(exam.group)
    students = sorted(group.students) if group else []

    def holders(*roles: Role) -> tuple[Choice, ...]:
        reach = exam.scope.removeprefix("groups/")
        return tuple(
            Choice(value=person, label=role)
            for person in sorted(state.registry.grants)
            for role in roles
            if state.registry.holds(person, role, reach)
        )

    assessors = holders(Role.SCHOOL_ASSESSOR, Role.WORKPLACE_ASSESSOR)
    found: dict[Pointer, Hint] = {
        ("student",): Hint(choices=tuple(Choice(value=one) for one in students)),
        ("school_contact",): Hint(choices=holders(Role.SCHOOL_CONTACT)),
        ("committee",): Hint(
            choices=tuple(
                Choice(value=one) for one in sorted(state.registry.committees)
            )
        ),
    }
    for part in ("first_assessor", "second_assessor", "third_assessor"):
        found[part, "person"] = Hint(choices=assessors)
    return found | _instrument_hints(state)


def _instrument_hints(state: State) -> dict[Pointer, Hint]:
    """Return the established instruments; of a single one all is offered."""
    ready = [one for one in state.registry.instruments.values() if one.established]
    only = ready[-1] if len(ready) == 1 else None
    return {
        ("instrument", "code"): Hint(
            choices=tuple(Choice(value=one.code) for one in ready),
            offered=only.code if only else None,
        ),
        ("instrument", "version"): Hint(offered=only.version if only else None),
        ("instrument", "digest"): Hint(
            choices=tuple(
                Choice(value=o.digest, label=f"{o.code} {o.version}") for o in ready
            ),
            offered=only.digest if only else None,
        ),
    }


def _usual(kind: str, state: State) -> dict[str, Data]:
    if kind != "exam":
        return {}
    committees: list[str] = sorted(state.registry.committees)
    usual: dict[str, Data] = {"language": "nl", "attempt": 1}
    if len(committees) == 1:
        usual["committee"] = committees[0]
    return usual


def deed(
    clone: Clone, person: str, work: Work, named: tuple[str, Filled], *, agrees: bool
) -> Deed:
    """Return the deed that writes a document, and agrees with it if asked."""
    name, data = named
    turn = _turn(clone, person, work, name)
    path = f"{name.removesuffix('.yml')}.yml"
    return document_deed(turn, person, {path: data}, agrees=agrees)


def _turn(clone: Clone, person: str, work: Work, name: str) -> Turn:
    """Return the turn to write a document; a new exam is its contact person's."""
    exam = _exam(clone.state, work.exam)
    row = row_for(name, exam)
    if exam.files:
        return turn_in(clone.state, exam, person, row.id, work.worn)
    reach, group = exam.scope.removeprefix("groups/"), exam.group
    contact = clone.state.registry.holds(person, Role.SCHOOL_CONTACT, reach)
    if row.id is not RowId.CREATE or not contact:
        raise UsageError(
            f"Een nieuw examen begint met `exam`, door een contactpersoon van {group}.",
            f"A new exam begins with `exam`, by a contact person of {group}.",
        )
    (hat,) = row.approvers[0]
    return Turn(exam=exam, row=row, hat=hat, role=Role.SCHOOL_CONTACT, awaited=True)


def _exam(state: State, name: str) -> ExamState:
    """Return the exam of a name, or a new one in a group that is there."""
    scope = folder_name(name)
    parts = scope.split("/")
    known = any(exam.scope == f"groups/{scope}" for exam in state.exams())
    if len(parts) == _NEW and parts[0] in state.groups and not known:
        number = parts[1]
        if kind_of(f"groups/{scope}/exam.yml") is None:
            raise UsageError(
                f"{number} kan geen map van een examen heten.",
                f"{number} cannot be the folder of an exam.",
            )
        return ExamState(scope=f"groups/{scope}")
    return exam_named(state, name)
