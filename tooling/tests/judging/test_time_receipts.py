"""Receipts and attested arrivals: by whom, of what, and what follows from their time.

TRUST row 71: a hand-in that is backdated, and a deadline.
"""

from dataclasses import replace

import pytest

from proeve.model.document import Data
from proeve.model.ledger import Standing
from proeve.model.time import Time, TimeBasis
from tests.judging import papers, people
from tests.judging.attacks import accepted, all_accepted, refused
from tests.judging.changes import Changes
from tests.judging.objects import key_of
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.judging.timing import (
    CHECKED,
    HANDED_IN,
    LATE,
    ON_TIME,
    arrival,
    checks,
    founded,
    hand_in,
    receipt,
    received,
    seconds,
    speaking,
    verdict,
)


def test_a_receipt_that_lands_with_the_hand_in_says_when_it_came() -> None:
    sim = received(ON_TIME)
    all_accepted(sim)
    found = verdict(sim)
    assert found.handed_in == Time(
        at=seconds(ON_TIME),
        basis=TimeBasis.RECEIPT,
        by=people.RECEIVER,
        key=key_of(people.RECEIVER).text,
    )
    assert (found.untimed, found.late) == (False, False)
    assert [each.code for each in found.findings] == []


def test_a_receipt_may_land_after_the_hand_in() -> None:
    sim = after(20)
    act = hand_in(sim)
    sim.receiver.lands(act)
    assert verdict(sim).untimed
    accepted(sim.receiver.lands(receipt(act, ON_TIME), row="evidence"))
    assert not verdict(sim).untimed
    assert sim.standing("evidence") == {people.STUDENT}


def test_the_office_attests_when_something_arrived_and_by_which_road() -> None:
    sim = after(20)
    act = hand_in(sim)
    seen = arrival(act, ON_TIME, people.ADMIN, "admin", road="stick")
    accepted(sim.receiver.lands(act, seen))
    found = verdict(sim).handed_in
    assert found is not None
    assert (found.basis, found.by, found.road) == (
        TimeBasis.ATTESTED,
        people.ADMIN,
        "stick",
    )


@pytest.mark.parametrize("road", ["mail", "stick", "paper", "desk"])
def test_four_roads_lead_to_the_office(road: str) -> None:
    sim = after(20)
    act = hand_in(sim)
    seen = arrival(act, ON_TIME, people.CONTACT, "school_contact", road=road)
    accepted(sim.contact.lands(act, seen))


def test_the_earliest_trusted_time_counts_and_the_stronger_of_two_at_once() -> None:
    sim = after(20)
    act = hand_in(sim)
    early = arrival(act, ON_TIME, people.ADMIN, "admin")
    accepted(sim.receiver.lands(act, receipt(act, LATE), early))
    found = verdict(sim).handed_in
    assert found is not None
    assert (found.at, found.basis) == (seconds(ON_TIME), TimeBasis.ATTESTED)
    accepted(sim.receiver.lands(receipt(act, ON_TIME), row="evidence"))
    found = verdict(sim).handed_in
    assert found is not None
    assert found.basis is TimeBasis.RECEIPT


def test_a_backdated_commit_makes_no_hand_in_timely() -> None:
    """TRUST row 71."""
    sim = after(20)
    act = hand_in(sim)
    sim.receiver.dated(seconds("2026-03-01T09:00:00Z")).lands(act, receipt(act, LATE))
    all_accepted(sim)
    assert verdict(sim).late


def test_a_postdated_commit_makes_no_hand_in_late() -> None:
    sim = after(20)
    act = hand_in(sim)
    moment = seconds("2026-12-24T09:00:00Z")
    sim.receiver.dated(moment).lands(act, receipt(act, ON_TIME))
    all_accepted(sim)
    assert not verdict(sim).late


def test_without_word_of_others_a_hand_in_is_untimed_whatever_its_date() -> None:
    """TRUST row 71."""
    sim = after(20)
    sim.receiver.dated(seconds("2026-03-01T09:00:00Z")).lands(hand_in(sim))
    found = verdict(sim)
    assert (found.untimed, found.late) == (True, False)
    assert [each.code for each in found.findings] == ["exam.untimed"]
    assert found.handed_in is not None
    assert found.handed_in.basis is TimeBasis.COMMIT


def test_late_evidence_waits_until_the_committee_decides() -> None:
    sim = received(LATE)
    all_accepted(sim)
    found = verdict(sim)
    assert (found.late, found.late_days) == (True, 1)
    assert [each.code for each in found.findings] == ["time.late"]
    blocked = sim.fork()
    checks(blocked)
    refused(blocked.last, "rows.blocked")
    assert blocked.standing("evidence") == {people.STUDENT}
    sim.committee.decides("accept-late", "evidence", row="evidence")
    checks(sim)
    all_accepted(sim)
    assert [each.code for each in verdict(sim).findings] == ["time.late-accepted"]


def test_evidence_in_time_is_checked_without_a_decision() -> None:
    sim = received(ON_TIME)
    checks(sim)
    all_accepted(sim)


def test_an_extension_given_afterwards_makes_late_evidence_timely() -> None:
    sim = received(LATE)
    fields: people.Doc = {"step": "evidence", "until": "2026-03-21"}
    sim.committee.decides("extension", "evidence", fields, row="evidence")
    all_accepted(sim)
    assert not verdict(sim).late
    checks(sim)
    all_accepted(sim)


def test_untimed_evidence_waits_only_where_policy_says_decide() -> None:
    sim = founded(policy={"untimed": "decide"})
    sim.receiver.lands(hand_in(sim))
    blocked = sim.fork()
    checks(blocked)
    refused(blocked.last, "rows.blocked")
    sim.committee.decides("accept-untimed", "evidence", row="evidence")
    checks(sim)
    all_accepted(sim)


def test_a_receipt_spares_the_decision_on_untimed_evidence() -> None:
    sim = founded(policy={"untimed": "decide"})
    act = hand_in(sim)
    sim.receiver.lands(act, receipt(act, ON_TIME))
    checks(sim)
    all_accepted(sim)


def test_what_was_accepted_of_one_hand_in_says_nothing_of_the_next() -> None:
    sim = received(LATE)
    sim.committee.decides("accept-late", "evidence", row="evidence")
    sim.second.decides("return", "evidence", row="evidence", to="evidence")
    again: Changes = {"evidence.yml": papers.evidence(papers.PROOF, b"Meer.\n")}
    more = {**HANDED_IN, **again, _path(b"Meer.\n"): b"Meer.\n"}
    act = sim.student.act("approve", "evidence", more)
    sim.receiver.lands(act, receipt(act, "2026-04-01T09:00:00Z"))
    all_accepted(sim)
    sim.second.approves("evidence_check", _checked_twice())
    refused(sim.last, "rows.blocked")


def _path(data: bytes) -> str:
    item = papers.evidence(data)["items"]
    assert isinstance(item, list)
    assert isinstance(item[0], dict)
    return f"evidence/{str(item[0]['sha256']).removeprefix('sha256:')}"


def _checked_twice() -> Changes:
    items: Data = [{"id": "e1", "in_order": True}, {"id": "e2", "in_order": True}]
    return {"evidence-check.yml": {**papers.evidence_check(), "items": items}}


def test_a_receipt_approves_nothing() -> None:
    sim = after(20)
    act = hand_in(sim)
    sim.receiver.lands(receipt(act, ON_TIME), row="evidence", also=HANDED_IN)
    refused(sim.last, "time.no-such-act", "rows.not-writable")
    assert sim.standing("evidence") == set()


def _handed_in() -> ExamSim:
    sim = after(20)
    sim.receiver.lands(hand_in(sim))
    return sim


FORGERS = {
    "the student": (people.STUDENT, "receiver"),
    "an admin who calls himself receiver": (people.ADMIN, "receiver"),
    "the receiver in another role": (people.RECEIVER, "student"),
}


@pytest.mark.parametrize("how", FORGERS)
def test_a_receipt_by_anybody_but_the_receiver_is_refused(how: str) -> None:
    who, role = FORGERS[how]
    sim, act = after(20), hand_in(after(20))
    said = replace(act.said, action="land", role=role, actor=who)
    sim.receiver.lands(act, speaking(said, act, ON_TIME))
    refused(sim.last, "time.not-a-receiver")


OUTSIDERS = {
    "the student": (people.STUDENT, "student"),
    "the supervisor": (people.SUPERVISOR, "workplace_supervisor"),
    "an assessor": (people.ASSESSOR, "school_assessor"),
    "the contact of another group": (people.OTHER_CONTACT, "school_contact"),
    "a teacher": (people.TEACHER, "teacher"),
    "the receiver": (people.RECEIVER, "receiver"),
}


@pytest.mark.parametrize("how", OUTSIDERS)
def test_an_arrival_attested_outside_the_office_is_refused(how: str) -> None:
    who, role = OUTSIDERS[how]
    sim = after(20)
    act = hand_in(sim)
    sim.receiver.lands(act, arrival(act, ON_TIME, who, role))
    refused(sim.last, "time.not-the-office")


def test_nobody_attests_when_their_own_piece_came_in() -> None:
    sim = after(8)
    act = sim.contact.act("approve", "acquire")
    sim.receiver.lands(act, arrival(act, ON_TIME, people.CONTACT, "school_contact"))
    refused(sim.last, "time.own-arrival")


def test_a_receipt_moved_to_another_hand_in_is_refused() -> None:
    first, second = after(20), after(20)
    old = hand_in(first)
    other: Changes = {
        "evidence.yml": papers.evidence(b"Meer.\n"),
        _path(b"Meer.\n"): b"Meer.\n",
    }
    act = second.student.act("approve", "evidence", other)
    second.receiver.lands(act, receipt(old, ON_TIME))
    refused(second.last, "time.no-such-act")


@pytest.mark.parametrize(
    "line", [{"seq": 9}, {"text": "sha256:" + "0" * 64}, {"step": "execution"}]
)
def test_a_receipt_whose_lines_are_not_those_of_the_act_is_refused(
    line: dict[str, str | int],
) -> None:
    sim = after(20)
    act = hand_in(sim)
    said = replace(act.said, action="land", role="receiver", actor=people.RECEIVER)
    spoiled = replace(said, **line)  # type: ignore[arg-type] # the names are Said's
    sim.receiver.lands(act, speaking(spoiled, act, ON_TIME))
    refused(sim.last, "time.other-statement")


def test_a_receipt_for_another_exam_is_refused() -> None:
    sim = after(20)
    act = hand_in(sim)
    said = replace(receipt(act, ON_TIME).said, scope=people.OTHER_EXAM)
    stray = speaking(said, act, ON_TIME)
    here = replace(
        stray,
        fact=replace(stray.fact, path=stray.fact.path.replace("pvb-0043", "pvb-0042")),
    )
    sim.receiver.lands(act, here)
    refused(sim.last, "scope.other")


def test_a_receipt_of_a_day_that_does_not_exist_is_refused() -> None:
    sim = after(20)
    act = hand_in(sim)
    sim.receiver.lands(act, receipt(act, "2026-02-31T12:00:00Z"))
    refused(sim.last, "time.no-such-moment")


@pytest.mark.parametrize("action", ["approve", "write", "cover"])
def test_a_receipt_does_nothing_but_land(action: str) -> None:
    sim = after(20)
    act = hand_in(sim)
    said = replace(receipt(act, ON_TIME).said, action=action)
    sim.receiver.lands(act, speaking(said, act, ON_TIME))
    refused(sim.last, "statement.no-such-action")


def test_a_receipt_signed_by_another_key_than_its_actor_is_refused() -> None:
    sim = after(20)
    act = hand_in(sim)
    good = receipt(act, ON_TIME)
    key = key_of(people.STUDENT).text
    forged = replace(
        good, fact=replace(good.fact, signature=replace(good.fact.signature, key=key))
    )
    sim.receiver.lands(act, forged)
    refused(sim.last, "people.not-the-actor")


def test_a_file_hidden_among_the_acts_is_refused() -> None:
    sim = _handed_in()
    assert sim.last.standing is Standing.VALID
    sim.second.approves("evidence_check", {**CHECKED, "acts/notes.txt": b"x"})
    refused(sim.last, "path.unknown-file")


def test_a_start_before_the_trusted_time_of_the_establishment_shows() -> None:
    sim = after(15)
    made = {"establishment.yml": papers.establishment(established_on="2026-03-01")}
    act = sim.committee.act("approve", "establish", made)
    sim.contact.lands(act, receipt(act, "2026-03-02T23:30:00Z"))
    sim.receiver.lands(
        sim.student.act("approve", "execution", {"execution.yml": papers.execution()})
    )
    all_accepted(sim)
    assert verdict(sim).early_start  # on the Dutch clock it was the third of March


def test_a_document_dates_the_establishment_where_nobody_vouches() -> None:
    sim = after(20)
    assert not verdict(sim).early_start
