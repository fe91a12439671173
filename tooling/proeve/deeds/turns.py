"""Whose turn it is: the exam, the row and the hat in which somebody does a deed.

Asked before a form of thirty questions, so that a wrong role or a wrong step is one
sentence at once; the judge is asked all the same before anything is written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named, hats
from proeve.deeds.stating import Deed, Paper, document, fact_of
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.process.table import Row
from proeve.process.vocabulary import (
    Action,
    Approver,
    Role,
    RowId,
)
from proeve.rules.rows import (
    active,
    all_rows,
    approvers_of,
    begun,
    blocks_of,
    done,
    frozen,
    missing_hats,
    needs_of,
    not_needed,
    unlocked,
)
from proeve.words.labels import label


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a verb was asked: for which exam, on which day, in which role if named."""

    exam: str
    today: str = ""
    worn: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Somebody's place in one row: the hat that counts there and the role to sign in.

    `awaited` tells whether their own approval is still to come.
    """

    exam: ExamState
    row: Row
    hat: Approver
    role: Role
    awaited: bool


def folder_name(name: str) -> str:
    """Return `group/exam` of however somebody writes an exam's folder."""
    return name.removeprefix("exams/").removeprefix("groups/").strip("/")


def turns(
    exam: ExamState, state: State, person: str, row: Row, worn: Role | None = None
) -> Iterator[Turn]:
    """Yield the hats in which somebody counts in a row."""
    sets = approvers_of(row, exam, state.registry.policy)
    missing = missing_hats(row, exam, state.registry)
    given = {(one.person, one.hat) for one in exam.row(row.id).approvals}
    for hat, role in hats(state, exam, person):
        if worn in (None, role) and any(hat in each for each in sets):
            awaited = hat in missing and (person, hat) not in given
            yield Turn(exam=exam, row=row, hat=hat, role=role, awaited=awaited)


def turn_of(clone: Clone, person: str, work: Work, row: RowId) -> Turn:
    """Return somebody's turn to write a row's document; raises if it is not theirs."""
    exam = exam_named(clone.state, work.exam)
    return turn_in(clone.state, exam, person, row, work.worn)


def turn_in(
    state: State, exam: ExamState, person: str, row: RowId, worn: Role | None
) -> Turn:
    """Return somebody's turn in a row of an exam; raises when it is not theirs now."""
    found = all_rows(exam)[row]
    mine = list(turns(exam, state, person, found, worn))
    if not mine:
        raise _not_yours(exam, person, found, state)
    mine_now = only(mine)
    if mine_now.awaited and row in frozen(found, exam):
        raise UsageError(
            f"{label(row, 'nl')}: dit is al ingevuld en een ander ging ermee akkoord; "
            "geef akkoord met `proeve approve`.",
            f"{label(row, 'en')}: this was filled in and approved by somebody else; "
            "agree with `proeve approve`.",
        )
    check_open(exam, found, state)
    return mine_now


def only(mine: list[Turn]) -> Turn:
    """Return the one turn; of several that which is awaited, if it is the only one."""
    awaited = [each for each in mine if each.awaited] or mine
    if len({each.role for each in awaited}) > 1:
        roles = ", ".join(sorted({each.role for each in awaited}))
        raise UsageError(
            f"Je hebt hier meer dan één rol ({roles}); kies met --as.",
            f"You have more than one role here ({roles}); choose with --as.",
        )
    return awaited[0]


def _not_yours(exam: ExamState, person: str, row: Row, state: State) -> UsageError:
    sets = approvers_of(row, exam, state.registry.policy)
    wanted = sorted({hat for each in sets for hat in each})
    nl = ", ".join(label(hat, "nl") for hat in wanted)
    en = ", ".join(label(hat, "en") for hat in wanted)
    return UsageError(
        f"{label(row.id, 'nl')} is hier niet aan {person}, maar aan: {nl}.",
        f"{label(row.id, 'en')} is not up to {person} here, but to: {en}.",
    )


def check_open(exam: ExamState, row: Row, state: State) -> None:
    """Raise when a row waits for another one, is closed, or is no part of this exam."""
    if not active(row, exam) or not_needed(row.id, exam, state.registry):
        raise UsageError(
            f"{label(row.id, 'nl')} hoort niet bij dit examen, zoals het er nu voor "
            "staat.",
            f"{label(row.id, 'en')} is no part of this exam as it stands now.",
        )
    if not unlocked(row, exam, state.registry):
        raise _waits(exam, row, state)
    by = frozen(row, exam)
    if by or begun(RowId.ARCHIVE, exam):
        last = by[0] if by else RowId.ARCHIVE
        raise UsageError(
            f"{label(row.id, 'nl')} ligt vast sinds: {label(last, 'nl')}.",
            f"{label(row.id, 'en')} has been fixed since: {label(last, 'en')}.",
        )


def _waits(exam: ExamState, row: Row, state: State) -> UsageError:
    first = [
        need
        for need in needs_of(row, exam)
        if not done(need, exam, state.registry)
        and not not_needed(need, exam, state.registry)
    ]
    waits: list[RowId] = first[:1]
    if not waits:
        kinds = ", ".join(blocks_of(row, exam, state.registry))
        return UsageError(
            f"{label(row.id, 'nl')} wacht op een besluit van de examencommissie: "
            f"{kinds}.",
            f"{label(row.id, 'en')} waits for a decision of the exam committee: "
            f"{kinds}.",
        )
    return UsageError(
        f"{label(row.id, 'nl')} is nog niet aan de beurt; eerst: "
        f"{label(waits[0], 'nl')}.",
        f"{label(row.id, 'en')} comes later; first: {label(waits[0], 'en')}.",
    )


def document_deed(
    turn: Turn,
    person: str,
    data: Mapping[str, dict[str, Data]],
    *,
    agrees: bool = True,
) -> Deed:
    """Return the deed that writes a row's documents, and agrees with them if asked.

    A document that stands there already in these words is not written again.
    """
    papers = changed_papers(turn.exam, data)
    if not papers and not (agrees and turn.awaited):
        raise UsageError(
            "Dit staat er al precies zo; er is niets te doen.",
            "This stands there in these very words; there is nothing to do.",
        )
    return Deed(
        scope=turn.exam.scope,
        actor=person,
        role=turn.role,
        action=Action.APPROVE if agrees else Action.WRITE,
        row=turn.row.id,
        papers=papers,
    )


def changed_papers(
    exam: ExamState, data: Mapping[str, dict[str, Data]]
) -> dict[str, Paper]:
    """Return the documents that differ from what stands there, as papers."""
    papers = {path: document(exam.scope, path, each) for path, each in data.items()}
    return {
        path: paper
        for path, paper in papers.items()
        if exam.files.get(path) != fact_of(paper.content)
    }
