"""Who says when a hand-in came in, at the command line: receiver, office, nobody."""

from pathlib import Path

import pytest

from proeve.model.time import TimeBasis
from proeve.process.vocabulary import Part, Role, RowId
from tests.evidence.schools import OPEN
from tests.judging import people
from tests.judging.timing import founded, hand_in
from tests.receiver.desks import desk_of
from tests.receiver.hand_ins import Office, copy_of, handed_in

pytestmark = pytest.mark.slow

WHY = ("--reason", "De student was ziek.")
FAR = 4_000_000_000


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return handed_in(tmp_path_factory.mktemp("shown"))


@pytest.fixture
def office(shown: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr("proeve.cli.timing._now", lambda: FAR)
    return copy_of(shown, tmp_path / "own")


def test_a_hand_in_by_a_commit_is_in_time_by_its_receipt(office: Office) -> None:
    assert office.exam().untimed
    at = office.from_deadline(-1)
    ran = office.run(
        "receiver", "receipt", OPEN, "--at", at, by=office.holder(Role.RECEIVER)
    )
    assert ran.code == 0, ran.out
    assert f"came in: Student {office.school.student}, {at}" in ran.out
    exam = office.exam()
    assert exam.handed_in is not None
    assert exam.handed_in.basis is TimeBasis.RECEIPT
    assert not exam.late
    assert office.codes() == []


def test_what_came_in_late_is_accepted_by_a_decision(office: Office) -> None:
    at = office.from_deadline(2)
    who = office.holder(Role.RECEIVER)
    assert office.run("receiver", "receipt", OPEN, "--at", at, by=who).code == 0
    assert (office.exam().late_days, office.codes()) == (2, ["time.late"])
    assert blocked(office) == ["decide accept-late"]
    ran = office.run("decide", "accept-late", OPEN, *WHY, by=office.member())
    assert ran.code == 0, ran.out
    assert office.codes() == ["time.late-accepted"]
    assert blocked(office) == []


def blocked(office: Office) -> list[str]:
    """Return the decisions that the check of the evidence waits for."""
    step = office.exam().current
    assert step is not None
    assert step.step == "evidence_check"
    return [each.verb for each in step.missing if each.verb.startswith("decide")]


def test_what_nobody_timed_is_accepted_by_a_decision_where_policy_asks_one(
    tmp_path: Path,
) -> None:
    sim = founded(policy={"untimed": "decide"})
    sim.receiver.by_merge().lands(hand_in(sim))
    desk = desk_of(sim, tmp_path)
    assert desk.blocked() == ["decide accept-untimed"]
    words = ("decide", "accept-untimed", people.EXAM, *WHY)
    ran = desk.run(*words, by=people.OFFICE)
    assert ran.code == 0, ran.out + ran.err
    assert desk.blocked() == []


def test_the_office_attests_when_and_how_it_came(office: Office) -> None:
    at = office.from_deadline(-3)
    admin = office.holder(Role.ADMIN)
    ran = office.run("arrival", OPEN, "--road", "stick", "--at", at, by=admin)
    assert ran.code == 0, ran.out
    found = office.exam().handed_in
    assert found is not None
    assert (found.basis, found.road, found.by) == (
        TimeBasis.ATTESTED,
        "stick",
        admin,
    )


def test_a_second_receipt_is_not_needed(office: Office) -> None:
    who = office.holder(Role.RECEIVER)
    at = office.from_deadline(-1)
    assert office.run("receiver", "receipt", OPEN, "--at", at, by=who).code == 0
    head = office.head()
    ran = office.run("receiver", "receipt", OPEN, by=who)
    assert (ran.code, office.head()) == (2, head)
    assert "already" in ran.err


def test_a_moment_that_has_not_been_is_refused(
    shown: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = copy_of(shown, tmp_path / "own")
    at, who = office.from_deadline(-1), office.holder(Role.RECEIVER)
    monkeypatch.setattr("proeve.cli.timing._now", lambda: 0)
    head = office.head()
    ran = office.run("receiver", "receipt", OPEN, "--at", at, by=who)
    assert (ran.code, office.head()) == (2, head)
    assert "has not been yet" in ran.err


@pytest.mark.parametrize(
    ("words", "role"),
    [
        (("receiver", "receipt", OPEN), Role.ADMIN),
        (("arrival", OPEN, "--road", "desk", "--at", "2026-01-01"), Role.RECEIVER),
        (("receiver", "checkpoint"), Role.ADMIN),
    ],
)
def test_another_role_says_nothing_about_times(
    office: Office, words: tuple[str, ...], role: Role
) -> None:
    head = office.head()
    ran = office.run(*words, by=office.holder(role))
    assert (ran.code, office.head()) == (2, head)
    assert len(ran.err.splitlines()) == 1


def test_a_student_gives_themselves_no_time(office: Office) -> None:
    head = office.head()
    ran = office.run("receiver", "receipt", OPEN, by=office.school.student)
    assert (ran.code, office.head()) == (2, head)


def test_what_was_not_handed_in_gets_no_receipt(office: Office) -> None:
    head, who = office.head(), office.holder(Role.RECEIVER)
    ran = office.run("receiver", "receipt", OPEN, "--row", "result", by=who)
    assert (ran.code, office.head()) == (2, head)
    assert "Nothing is handed in" in ran.err


def test_a_returned_hand_in_has_no_time_left(office: Office) -> None:
    """A receipt of what has fallen would name an approval that stands no more."""
    who, at = office.holder(Role.RECEIVER), office.from_deadline(-1)
    assessor = office.exam().state.parts[Part.SECOND_ASSESSOR][0]
    back = ("return", OPEN, "--to", "evidence", *WHY)
    assert office.run(*back, by=assessor).code == 0
    head = office.head()
    ran = office.run("receiver", "receipt", OPEN, "--at", at, by=who)
    assert (ran.code, office.head()) == (2, head)


def test_a_checkpoint_covers_what_was_handed_in_before_it(office: Office) -> None:
    who = office.holder(Role.RECEIVER)
    ran = office.run("receiver", "checkpoint", by=who)
    assert ran.code == 0, ran.out
    found = office.exam().handed_in
    assert found is not None
    assert found.basis is TimeBasis.RECEIPT
    head = office.head()
    again = office.run("receiver", "checkpoint", by=who)
    assert (again.code, office.head()) == (2, head)
    assert "Nothing happened" in again.err


def test_the_receipt_names_the_commit_that_handed_in(office: Office) -> None:
    who = office.holder(Role.RECEIVER)
    assert office.run("receiver", "receipt", OPEN, by=who).code == 0
    (approval,) = office.exam().state.row(RowId.EVIDENCE).approvals
    assert approval.via == "commit"
    times = office.exam().state.times[approval.proof]
    assert [each.by for each in times] == [who]
