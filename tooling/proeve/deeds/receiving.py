"""The receiver's merges: attested approvals land with the text that was seen (R22).

The reviewed commit becomes the second parent. What came by parcel or on paper is first
unpacked in a commit of the receiver's own. All authority is in the statements.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from proeve.deeds.besides import files_in
from proeve.deeds.clone import Clone, Plan, act_of
from proeve.deeds.exams import exam_named, role_for
from proeve.deeds.landing import paper_of
from proeve.deeds.signing import ActFile, came_in
from proeve.deeds.stating import UNPACKED, Arrival, Deed, Paper, acts_folder
from proeve.errors import UsageError
from proeve.history.objects import ObjectKind
from proeve.model.exam import ExamState
from proeve.model.history import FileFact
from proeve.model.statement import folder_of
from proeve.model.time import moment_of
from proeve.process.vocabulary import Action, Approver, Role, RowId
from proeve.rules.attesting import ATTESTED
from proeve.rules.rows import all_rows, matches

_RECEIVER = frozenset[Approver]({Role.RECEIVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """What the receiver lands: attested approvals of a row, and what was seen.

    That is a commit, or else the papers that came with them.
    """

    exam: str
    row: RowId
    acts: tuple[ActFile, ...]
    commit: str = ""
    papers: Mapping[str, Paper] = field(default_factory=dict[str, Paper])


def receiving(what: Attested, worn: Role | None = None) -> Plan:
    """Return the plan by which the receiver lands what it attested.

    Evidence that is handed in so gets its receipt in the same commit.
    """

    def plan(clone: Clone, person: str) -> Deed:
        exam = exam_named(clone.state, what.exam)
        role = role_for(clone.state, exam, person, _RECEIVER, worn)
        papers = what.papers
        if what.commit:
            papers = _papers_of(clone, exam, what)
        return Deed(
            scope=exam.scope,
            actor=person,
            role=role,
            action=Action.LAND,
            row=what.row,
            papers=papers,
            arrival=_receipt(what, person),
            beside=what.commit or UNPACKED,
        )

    return plan


def attested(acts: Sequence[ActFile]) -> tuple[ActFile, ...]:
    """Return acts as they are; raises UsageError if the receiver attested none."""
    if not any(act.act.namespace == ATTESTED for act in acts):
        raise UsageError(
            "Hier is niets bij dat de ontvangstdienst heeft bevestigd; gebruik "
            "`proeve land`.",
            "None of these was attested by the receiver; use `proeve land`.",
        )
    return tuple(acts)


def acts_beside(
    clone: Clone, exam: ExamState, commit: str, row: RowId
) -> list[ActFile]:
    """Return the acts about a row that a reviewed commit holds and `main` does not."""
    objects, step = clone.ledger.objects, all_rows(exam)[row].step
    found = [
        act_of(objects.raw(fact.oid, ObjectKind.BLOB), acts_folder(exam.scope))
        for path, fact in _files_of(clone, exam, commit).items()
        if path.startswith("acts/") and path.endswith(".act") and path not in exam.files
    ]
    return [
        act for act in found if act.act.statement and act.act.statement.step == step
    ]


def branch_head(clone: Clone, rev: str) -> str:
    """Return the commit of a branch; raises UsageError for one on `main` itself."""
    commit = clone.ledger.objects.head(rev)
    if commit in clone.ledger.line:
        raise UsageError(
            f"{rev} staat al in de geschiedenis; noem de tak die is beoordeeld.",
            f"{rev} is in the history already; name the branch that was reviewed.",
        )
    return commit


def _files_of(clone: Clone, exam: ExamState, commit: str) -> Mapping[str, FileFact]:
    return files_in(clone.ledger.objects, commit, exam.scope) or {}


def _papers_of(clone: Clone, exam: ExamState, what: Attested) -> dict[str, Paper]:
    """Return the row's documents as a reviewed commit has them, where they differ."""
    objects, writes = clone.ledger.objects, all_rows(exam)[what.row].writes
    found: dict[str, Paper] = {}
    for path, fact in _files_of(clone, exam, what.commit).items():
        if matches(path, writes) and exam.files.get(path) != fact:
            content = objects.raw(fact.oid, ObjectKind.BLOB)
            found[path] = paper_of(content, folder_of(exam.scope) + path)
    return found


def _receipt(what: Attested, person: str) -> Arrival | None:
    """Return the receipt of evidence that is handed in: of when the parcel came."""
    came = [
        act
        for act in what.acts
        if act.act.namespace == ATTESTED
        and act.act.statement is not None
        and act.act.statement.action is Action.APPROVE
    ]
    if what.row is not RowId.EVIDENCE or not came:
        return None
    said = (act.act.extra.get("received") for act in came)
    moments = [moment_of(text) for text in said if text]
    return Arrival(
        person=person,
        role=Role.RECEIVER,
        at=moments[0] if moments else None,
        came=tuple(map(came_in, came)),
    )
