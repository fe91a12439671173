"""Words that people sign elsewhere, and how they land: acts beside the text (R11).

Somebody without a clone signs a small text with whatever OpenSSH key they have. It says
exactly which text it is about, so it lands in any order, and not at all once the text
has moved on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from proeve.deeds.clone import Clone, Plan, act_of
from proeve.deeds.exams import exam_named, role_for
from proeve.deeds.signing import ActFile
from proeve.deeds.stating import Deed, Paper, Word, acts_folder, fact_of, said
from proeve.deeds.texts import signed_text
from proeve.errors import UsageError
from proeve.history.statements import act_text
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.model.statement import Statement, folder_of
from proeve.process.vocabulary import Action, Approver, Part, Role, RowId
from proeve.reading.yamltext import data_of
from proeve.rules.addressing import address
from proeve.rules.holding import files_of
from proeve.rules.identity import hats_of
from proeve.rules.rows import all_rows

_LANDERS = frozenset[Approver](
    {Role.ADMIN, Role.EXAM_COMMITTEE, Role.RECEIVER, Part.SCHOOL_CONTACT}
)
_MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A word to be signed: whose, about which row of which exam, with which papers."""

    exam: str
    row: RowId
    person: str
    action: Action
    worn: Role | None = None
    papers: Mapping[str, Paper] = field(default_factory=dict[str, Paper])


def papers_in(folder: Path, scope: str) -> dict[str, Paper]:
    """Return the files below a folder as papers for the same places in a scope."""
    found: dict[str, Paper] = {}
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.is_symlink() or file.name.endswith(".act"):
            continue
        path = file.relative_to(folder).as_posix()
        found[path] = _paper(file, folder_of(scope) + path)
    return found


def _paper(file: Path, path: str) -> Paper:
    if file.stat().st_size > _MOST_BYTES:
        raise UsageError(
            f"{file} is te groot voor een document.", f"{file} is too large a document."
        )
    return paper_of(file.read_bytes(), path)


def paper_of(content: bytes, path: str) -> Paper:
    """Return the bytes of a file as a paper, with its data if it is a document."""
    data = data_of(content, path) if path.endswith(".yml") else None
    return Paper(content, data if isinstance(data, dict) else None)


def wording(clone: Clone, what: Wording) -> bytes:
    """Return the text that somebody signs, as the judge will compute it."""
    return act_text(worded(clone, what)).encode("ascii")


def worded(clone: Clone, what: Wording) -> Statement:
    """Return what somebody says about a row, as the judge will compute it."""
    exam = exam_named(clone.state, what.exam)
    rows = all_rows(exam)
    hats = frozenset[Approver](hat for each in rows[what.row].approvers for hat in each)
    if what.action is Action.DECIDE:
        hats = frozenset[Approver]({*Part, *Role})
    role = role_for(clone.state, exam, what.person, hats, what.worn)
    word = Word(person=what.person, role=role, action=what.action, row=what.row)
    deed = Deed(
        scope=exam.scope,
        actor=what.person,
        role=role,
        action=what.action,
        row=what.row,
        papers=what.papers,
    )
    facts = {path: fact_of(paper.content) for path, paper in what.papers.items()}
    after = {**files_of(clone.state, exam.scope), **facts}
    return said(clone.state, clone.state.registry.repo, deed, word, after)


def acts_in(paths: Sequence[Path], scope: str) -> tuple[ActFile, ...]:
    """Return the acts in files; a text counts with the signature beside it."""
    return tuple(act_of(_content(path), acts_folder(scope)) for path in paths)


def _content(path: Path) -> bytes:
    beside = path.with_suffix("") if path.suffix == ".sig" else path
    found = signed_text(beside) if beside.is_file() else None
    if found is not None:
        return found
    if not path.is_file():
        raise UsageError(f"{path} is er niet.", f"{path} is not there.")
    return path.read_bytes()


def landing(
    what: str, row: RowId, papers: Mapping[str, Paper], worn: Role | None = None
) -> Plan:
    """Return the plan by which the contact person or office lands others' words."""

    def plan(clone: Clone, person: str) -> Deed:
        exam = exam_named(clone.state, what)
        return Deed(
            scope=exam.scope,
            actor=person,
            role=role_for(clone.state, exam, person, _LANDERS, worn),
            action=Action.LAND,
            row=row,
            papers=papers,
        )

    return plan


def row_of(clone: Clone, what: str, acts: Sequence[ActFile]) -> RowId:
    """Return the row of an exam that acts speak of; raises UsageError if none does."""
    exam = exam_named(clone.state, what)
    for act in acts:
        said_ = act.act.statement
        row = None if said_ is None else _spoken_of(clone.state, exam, said_)
        if row is not None:
            return row
    raise UsageError(
        "In deze bestanden staat geen akkoord op een stap van dit examen.",
        "These files hold no approval of a step of this exam.",
    )


def _spoken_of(state: State, exam: ExamState, word: Statement) -> RowId | None:
    """Return the row in which a word counts, or else the first it could be about.

    A step may have more rows than one: who speaks tells which is meant.
    """
    if word.scope == exam.scope:
        hats = hats_of(word, exam.parts, state)
        found = address(word, hats, exam, state.registry.policy)
        if found is not None:
            return found[0].id
    rows = (row for row in all_rows(exam).values() if row.step == word.step)
    return next((row.id for row in rows if _speaks(row.id, word.action)), None)


def _speaks(row: RowId, action: Action) -> bool:
    """Tell whether an act can be about a row: seals and openings have rows apart."""
    seals = row.value.startswith("seal.")
    opens = row.value.startswith("unseal")
    if action is Action.SEAL:
        return seals
    return opens if action is Action.UNSEAL else not (seals or opens)
