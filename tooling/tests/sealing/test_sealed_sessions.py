"""Seals on the spine: refusing, sealing again, copying, one table without a network.

TRUST row 72: peeking or copying the other, a late change after seeing it, refusing.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise, permutations

import pytest

from proeve.deeds.sealing_deeds import Seat, opened, opened_all, sealed
from proeve.model.ledger import Standing
from proeve.sealing import SealingError, new_identity, opening_key
from tests.judging import papers, people
from tests.judging.attacks import accepted, all_accepted, refused
from tests.judging.changes import Changes
from tests.judging.ledger import Signed, written
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.judging.sim import opened as clear

IDENTITY, OTHER = new_identity(), new_identity()
KEYS = (opening_key(IDENTITY), opening_key(OTHER))


def _seat(part: str, person: str) -> Seat:
    return Seat(repo=people.REPO, scope=people.EXAM, part=part, person=person)


def _form(length: int = 0, rating: str = "V") -> bytes:
    more = {"remark": "x" * length} if length else {}
    return written(papers.form("second", people.ASSESSOR, rating, **more))


def _payload(form: bytes) -> int:
    """Return how long the encrypted form is, without the header of the box.

    The header differs each time by itself: age puts noise of a random length in it.
    """
    box = str(sealed(_seat("second", people.ASSESSOR), form, KEYS)["box"])
    raw = base64.b64decode("".join(box.strip().split("\n")[1:-1]))
    return len(raw[raw.index(b"\n---") :].partition(b"\n")[2].partition(b"\n")[2])


@pytest.mark.parametrize("length", [1, 500, 2000, 3000])
def test_a_box_is_as_large_for_a_short_form_as_for_a_long_one(length: int) -> None:
    assert _payload(_form()) == _payload(_form(length))


def test_a_box_grows_by_whole_steps_of_four_kilobytes() -> None:
    sizes = [_payload(_form(length)) for length in (1, 4000, 8000)]
    assert [later - earlier for earlier, later in pairwise(sizes)] == [4096, 4096]


def test_nothing_of_a_seal_but_commitment_and_box_depends_on_the_form() -> None:
    seat = _seat("second", people.ASSESSOR)
    good, bad = (sealed(seat, _form(0, rating), KEYS) for rating in ("V", "O"))
    differing = {key for key in good if good[key] != bad[key]}
    assert list(good) == list(bad)
    assert differing == {"commitment", "box"}


def test_the_message_and_date_of_a_seal_do_not_depend_on_the_form() -> None:
    told = []
    for rating in ("V", "O"):
        sim = after(22)
        sim.second.seals("second", rating)
        last = sim.books.ledger.made[-1].transition
        assert last.trailers is not None
        said = last.trailers.statement
        told.append((last.subject, last.authored, said.seq, said.actor, said.step))
    assert told[0] == told[1]


def test_the_same_form_is_committed_to_otherwise_in_another_seat() -> None:
    """Copying the other's seal fails, since the person is inside."""
    mine, theirs = _seat("first", people.PRACTICE_ASSESSOR), _seat("second", "p-2")
    form = _form()
    assert (
        sealed(mine, form, KEYS)["commitment"]
        != (sealed(theirs, form, KEYS)["commitment"])
    )


def test_the_seal_of_the_other_copied_as_ones_own_never_opens() -> None:
    sim = after(22)
    sim.second.seals("second")
    copied = sim.second.sealed("second")["forms/second.seal.yml"]
    own = {**copied, "part": "first", "assessor": sim.first.person}
    act = sim.first.act("seal", "seal.first", {"forms/first.seal.yml": own})
    accepted(sim.receiver.lands(act))  # a box says nothing until it is opened
    forms = clear(sim)
    sim.committee.unseals(forms)
    refused(sim.last, "seals.other-form")


def test_a_form_changed_after_seeing_the_other_is_refused() -> None:
    sim = after(24)
    sim.committee.unseals(clear(sim, "first") | clear(sim, "second", rating="O"))
    refused(sim.last, "seals.other-form")


def test_the_committee_opens_both_when_an_assessor_refuses_to() -> None:
    seats = [_seat("first", people.PRACTICE_ASSESSOR), _seat("second", people.ASSESSOR)]
    sim = after(22)
    forms = {seat.seal: written(papers.form(seat.part, seat.person)) for seat in seats}
    boxes = {seat.seal: sealed(seat, forms[seat.seal], KEYS) for seat in seats}
    sim.second._speaks("seal", "seal.second", {seats[1].seal: boxes[seats[1].seal]}, {})
    one: Changes = {seats[0].seal: boxes[seats[0].seal]}
    sim.receiver.lands(sim.first.act("seal", "seal.first", one))
    for identity in (IDENTITY, OTHER):  # either holder of an opening key suffices
        shown = opened_all(seats, boxes, [identity])
        assert shown == {seat.form: forms[seat.seal] for seat in seats}
    accepted(sim.committee.unseals(opened_all(seats, boxes, [IDENTITY])))


def test_a_box_with_another_form_than_committed_to_is_told_on_opening() -> None:
    seat = _seat("second", people.ASSESSOR)
    record = {**sealed(seat, _form(), KEYS), "box": sealed(seat, b"junk", KEYS)["box"]}
    with pytest.raises(SealingError):
        opened(seat, record, [IDENTITY])


def test_ones_own_seal_is_replaced_while_nothing_is_open() -> None:
    sim = after(22)
    sim.second.seals("second", "O")
    first = sim.files["forms/second.seal.yml"]
    accepted(sim.second.seals("second", "V"))
    objects = [each.data for made in sim.books.ledger.made for each in made.objects]
    assert first in objects  # both versions stay in the history
    assert sim.files["forms/second.seal.yml"] in objects
    sim.receiver.lands(sim.first.sealing("first"))
    accepted(sim.committee.unseals(clear(sim)))


def test_a_seal_is_not_replaced_by_the_other_assessor() -> None:
    sim = after(23)
    theirs = sim.second.sealed("second", "O")
    sim.receiver.lands(sim.first.act("seal", "seal.first", theirs))
    assert sim.last.standing is Standing.INVALID


def test_a_seal_is_not_replaced_once_the_forms_are_open() -> None:
    sim = after(25)
    sim.second.seals("second", "O")
    refused(sim.last, "rows.frozen")


@dataclass(slots=True)
class Table:
    """One session at one table without a network: what each signed, and who lands it.

    A part that comes too early waits: the contact tries again after each that lands.
    """

    start: ExamSim
    parts: Mapping[str, Signed]
    known: dict[tuple[str, ...], ExamSim] = field(
        default_factory=dict[tuple[str, ...], ExamSim]
    )
    refused: set[tuple[tuple[str, ...], str]] = field(
        default_factory=set[tuple[tuple[str, ...], str]]
    )

    def after(self, landed: tuple[str, ...]) -> ExamSim:
        """Return the exam after these parts landed, in this order."""
        return (
            self.known.setdefault(landed, self.start)
            if not landed
            else (self.known[landed])
        )

    def lands(self, landed: tuple[str, ...], part: str) -> bool:
        """Tell whether a part lands now; one that does not changes nothing."""
        more = (*landed, part)
        if more in self.known:
            return True
        if (landed, part) in self.refused:
            return False
        sim = self.after(landed).fork()
        if sim.contact.lands(self.parts[part]).standing is Standing.VALID:
            self.known[more] = sim
            return True
        self.refused.add((landed, part))
        return False

    def arrives(self, order: tuple[str, ...]) -> tuple[str, ...]:
        """Return in which order the parts landed when they arrived in this one."""
        landed: tuple[str, ...] = ()
        waiting: list[str] = []
        for part in order:
            waiting.append(part)
            while ready := next((p for p in waiting if self.lands(landed, p)), None):
                landed = (*landed, ready)
                waiting.remove(ready)
        return landed


@cache
def _table() -> Table:
    """Sign all that the session needs, away from the spine, and land none of it."""
    start = after(22)
    sim = start.fork()
    parts: dict[str, Signed] = {}

    def signs(name: str, act: Signed) -> None:
        parts[name] = act
        accepted(sim.contact.lands(act))

    signs("first seals", sim.first.sealing("first"))
    signs("second seals", sim.second.sealing("second"))
    signs("second opens", sim.second.act("unseal", "unseal", clear(sim)))
    agreed: Changes = {"consensus.yml": papers.consensus()}
    signs("second agrees", sim.second.act("approve", "consensus", agreed))
    signs("first agrees", sim.first.act("approve", "consensus"))
    filed: Changes = {"final-assessment.yml": papers.final(by=sim.first.person)}
    signs("first files", sim.first.act("approve", "final", filed))
    return Table(start, parts)


def test_one_table_lands_in_whatever_order_its_parts_arrive() -> None:
    table = _table()
    ends = {table.arrives(order) for order in permutations(table.parts)}
    # Only what is independent changes places: the two seals.
    assert ends == {
        ("first seals", "second seals", *tuple(table.parts)[2:]),
        ("second seals", "first seals", *tuple(table.parts)[2:]),
    }
    for end in ends:
        sim = table.after(end)
        all_accepted(sim)
        assert {"assessment", "consensus"} <= set(sim.done())
        assert sim.standing("final") == {people.PRACTICE_ASSESSOR}


def test_a_part_that_comes_too_early_is_refused_and_waits() -> None:
    table = _table()
    table.arrives(tuple(table.parts))
    early = [part for part in table.parts if not part.endswith("seals")]
    assert [part for part in early if table.lands((), part)] == []
    assert not table.lands(("second seals",), "second opens")
