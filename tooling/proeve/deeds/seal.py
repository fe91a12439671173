"""Closing one's own form: bound to it from now on, and readable for nobody (R16)."""

from collections.abc import Iterator
from dataclasses import dataclass

from proeve.deeds.assess import own_part
from proeve.deeds.clone import Clone
from proeve.deeds.judging_forms import rules_of
from proeve.deeds.making import UnlawfulError
from proeve.deeds.sealing_deeds import Seat, sealed
from proeve.deeds.stating import Deed, document
from proeve.deeds.turns import Turn, Work, check_open
from proeve.errors import UsageError
from proeve.model.document import Data, Document
from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location
from proeve.model.ledger import State
from proeve.model.records import record_at, text_at
from proeve.process.documents import KINDS
from proeve.process.vocabulary import Action
from proeve.reading.documents import read_as
from proeve.rules.pass_rule import scope_of
from proeve.rules.passing.forms import check_form
from proeve.rules.rows import committee_of


@dataclass(frozen=True, slots=True)
class Sealing:
    """The clear form as it will be opened, and whose it is."""

    seat: Seat
    form: bytes


def sealing(
    clone: Clone, person: str, work: Work, data: dict[str, Data], nonce: str
) -> Sealing:
    """Return the form that will lie in the box; raises when it is not in order."""
    turn, stem = own_part(clone, person, work)
    check_open(turn.exam, turn.row, clone.state)
    seat = seat_of(clone, turn, stem, person)
    whole = {**data, "part": stem, "assessor": person, "nonce": nonce}
    form = document(turn.exam.scope, seat.form, whole).content
    faults = tuple(form_faults(turn.exam, clone.state, seat.form, form))
    if faults:
        raise UnlawfulError(_deed(turn, person, {}), faults)
    return Sealing(seat, form)


def seat_of(clone: Clone, turn: Turn, stem: str, person: str) -> Seat:
    """Return whose form it is, as the commitment binds it."""
    repo = clone.state.registry.repo
    return Seat(repo=repo, scope=turn.exam.scope, part=stem, person=person)


def seal(clone: Clone, person: str, work: Work, closed: dict[str, Data]) -> Deed:
    """Return the deed that puts a closed form on the spine."""
    turn, stem = own_part(clone, person, work)
    check_open(turn.exam, turn.row, clone.state)
    if text_at(closed, "part") != stem:
        raise UsageError(
            "Je rol in dit examen is veranderd; vul het formulier opnieuw in.",
            "Your part in this exam has changed; fill in the form again.",
        )
    return _deed(turn, person, closed)


def closed_form(clone: Clone, sealing: Sealing) -> dict[str, Data]:
    """Return the seal over a form, for the opening keys of the exam's committee."""
    exam = clone.state.exam(sealing.seat.scope)
    committee = committee_of(exam, clone.state.registry) if exam else None
    keys = committee.opening_keys if committee else ()
    return sealed(sealing.seat, sealing.form, keys)


def _deed(turn: Turn, person: str, closed: dict[str, Data]) -> Deed:
    path = turn.row.writes[0]
    papers = {path: document(turn.exam.scope, path, closed)} if closed else {}
    return Deed(
        scope=turn.exam.scope,
        actor=person,
        role=turn.role,
        action=Action.SEAL,
        row=turn.row.id,
        papers=papers,
    )


def form_faults(
    exam: ExamState, state: State, path: str, form: bytes
) -> Iterator[Finding]:
    """Yield what is wrong in a form; once it is closed nobody can see that any more."""
    where = f"exams/{exam.scope}/{path}"
    found = read_as(KINDS["form"], where, form)
    if not isinstance(found, Document):
        yield from found
        return
    pinned = record_at(exam.document("establishment"), "instrument")
    if record_at(found.data, "instrument") != pinned:
        args = {"code": text_at(pinned, "code")}
        yield Finding("exam.other-instrument", found.at("instrument"), args)
    scope = scope_of(exam.document("exam") or {})
    for each in check_form(rules_of(exam, state), found.data, scope):
        place: Location = found.at(*each.pointer)
        yield Finding(each.code, place, each.args)
