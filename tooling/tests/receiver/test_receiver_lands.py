"""The receiver attests and lands: a review, a parcel, a paper; or nothing at all."""

import json
from pathlib import Path

import pytest

from proeve.process.vocabulary import Level, RowId
from tests.cli.running import proeve
from tests.judging import papers, people
from tests.judging.changes import Changes
from tests.judging.reference import FIRST_DAYS, A
from tests.judging.sim import ExamSim
from tests.judging.timing import HANDED_IN, seconds
from tests.receiver.attested import proposed, with_policy
from tests.receiver.branches import Branch
from tests.receiver.desks import Desk, desk_of
from tests.receiver.test_reference_with_receiver import after

pytestmark = pytest.mark.slow

CHECK: Changes = {"evidence-check.yml": papers.evidence_check()}
DAYS: Changes = {"execution.yml": FIRST_DAYS}
SMS = ("--link", "https://proeve.example/een-link", "--channel", "sms")


def reviewing(tmp_path: Path, sim: ExamSim | None = None) -> tuple[Desk, Branch]:
    """Return a desk with a proposal that was reviewed, as row 22 has it."""
    sim = sim or after(21)
    seen = proposed(sim, CHECK, by=people.CONTACT)
    desk = desk_of(sim, tmp_path)
    desk.push(seen)
    return desk, seen


def attest(desk: Desk, seen: Branch, who: str = people.ASSESSOR) -> Path:
    """Attest the approving review of a proposal by somebody."""
    review = {
        "id": 223344,
        "user": {"id": people.account_of(who)},
        "state": "APPROVED",
        "commit_id": seen.oid,
        "submitted_at": "2026-03-02T09:00:00Z",
    }
    answer = desk.folder / "answer.json"
    answer.write_text(json.dumps([review]), encoding="utf-8")
    words = ("receiver", "attest", people.EXAM, "evidence_check", *desk.out)
    more = ("--forge", "github", "--host", people.FORGE, "--repo-id", "12")
    last = ("--pr", "17", "--head", "proposal", "--from-json", answer)
    given = (*words, *more, *last, "--key", desk.key(people.RECEIVER))
    ran = proeve(desk.repository, *map(str, given))
    assert ran.code == 0, ran.out + ran.err
    return desk.made()[-1]


def own_word(desk: Desk, sim: ExamSim) -> Path:
    """Write the first assessor's own approval of the same text."""
    act = sim.fork().first.act("approve", "evidence_check", CHECK)
    path = desk.folder / "first.act"
    path.write_bytes(act.data)
    return path


def test_a_review_lands_as_the_receivers_merge(tmp_path: Path) -> None:
    desk, seen = reviewing(tmp_path)
    attested, own, head = attest(desk, seen), own_word(desk, desk.sim), desk.head()
    words = ("receiver", "land", people.EXAM, "--review", attested)
    ran = desk.run(*words, "--branch", "proposal", "--act", own)
    assert ran.code == 0, ran.out + ran.err
    assert desk.parents() == [head, seen.oid]
    assert f"what was reviewed: {seen.oid}" in ran.out
    both = {people.ASSESSOR, people.PRACTICE_ASSESSOR}
    assert desk.standing(RowId.EVIDENCE_CHECK) == both
    files = desk.exam().state.files
    assert "evidence-check.yml" in files


def test_a_review_alone_lands_and_the_other_may_come_later(tmp_path: Path) -> None:
    desk, seen = reviewing(tmp_path)
    words = ("receiver", "land", people.EXAM, "--review", attest(desk, seen))
    assert desk.run(*words, "--branch", "proposal").code == 0
    assert desk.standing(RowId.EVIDENCE_CHECK) == {people.ASSESSOR}


def test_a_review_without_the_reviewed_branch_does_not_land(tmp_path: Path) -> None:
    desk, seen = reviewing(tmp_path)
    attested, head = attest(desk, seen), desk.head()
    papers_ = ("--papers", desk.papers(CHECK))
    words = ("receiver", "land", people.EXAM, "--review", attested, *papers_)
    ran = desk.run(*words)
    assert (ran.code, desk.head()) == (1, head)
    assert "attestation.other-commit" in ran.out


def test_a_branch_that_moved_on_after_the_review_does_not_land(tmp_path: Path) -> None:
    desk, seen = reviewing(tmp_path)
    attested, head = attest(desk, seen), desk.head()
    other: Changes = {
        "evidence-check.yml": {**papers.evidence_check(), "remark": "Alsnog."}
    }
    desk.push(seen.commit(other, by=people.CONTACT))
    words = ("receiver", "land", people.EXAM, "--review", attested)
    ran = desk.run(*words, "--branch", "proposal")
    assert (ran.code, desk.head()) == (1, head)
    assert "rows.other-text" in ran.out


def test_a_review_by_who_made_the_text_does_not_land(tmp_path: Path) -> None:
    sim = after(21)
    seen = proposed(sim, CHECK, by=people.ASSESSOR)
    desk = desk_of(sim, tmp_path)
    desk.push(seen)
    attested, head = attest(desk, seen), desk.head()
    words = ("receiver", "land", people.EXAM, "--review", attested)
    ran = desk.run(*words, "--branch", "proposal")
    assert (ran.code, desk.head()) == (1, head)
    assert "attestation.own-work" in ran.out


def test_the_main_branch_is_no_proposal(tmp_path: Path) -> None:
    desk, seen = reviewing(tmp_path)
    words = ("receiver", "land", people.EXAM, "--review", attest(desk, seen))
    ran = desk.run(*words, "--branch", "main")
    assert ran.code == 2
    assert "in the history already" in ran.err


def test_another_than_the_receiver_lands_no_review_so(tmp_path: Path) -> None:
    desk, seen = reviewing(tmp_path)
    attested, head = attest(desk, seen), desk.head()
    words = ("receiver", "land", people.EXAM, "--review", attested)
    ran = desk.run(*words, "--branch", "proposal", by=people.ASSESSOR)
    assert (ran.code, desk.head()) == (2, head)


def test_what_nobody_attested_is_for_land(tmp_path: Path) -> None:
    desk, _ = reviewing(tmp_path)
    words = ("receiver", "land", people.EXAM, "--review", own_word(desk, desk.sim))
    ran = desk.run(*words, "--branch", "proposal")
    assert ran.code == 2
    assert "use `proeve land`" in ran.err


def test_the_receiver_lands_somebodys_own_word(tmp_path: Path) -> None:
    desk, _ = reviewing(tmp_path)
    own, found = own_word(desk, desk.sim), desk.papers(CHECK)
    ran = desk.run("land", people.EXAM, own, "--papers", found)
    assert ran.code == 0, ran.out + ran.err
    assert desk.standing(RowId.EVIDENCE_CHECK) == {people.PRACTICE_ASSESSOR}


def test_a_cover_lands_a_review_at_the_command_line(tmp_path: Path) -> None:
    sim = after(21)
    seen, first = proposed(sim, CHECK, by=people.CONTACT), sim.fork()
    sim.contact.with_key(None).writes("evidence_check", CHECK)
    desk = desk_of(sim, tmp_path)
    desk.push(seen)
    attested, own = attest(desk, seen), own_word(desk, first)
    acts = ("--act", attested, "--act", own)
    ran = desk.run("cover", people.EXAM, "--branch", "proposal", *acts)
    assert ran.code == 0, ran.out + ran.err
    assert desk.parents()[1:] == [seen.oid]
    assert people.ASSESSOR in desk.standing(RowId.EVIDENCE_CHECK)


# By parcel.


def by_parcel(desk: Desk, row: str, who: str, *more: str | Path) -> list[str | Path]:
    """Return the words that attest somebody's parcel."""
    return ["receiver", "parcel", people.EXAM, row, who, *SMS, *more, *desk.out]


def test_an_approval_by_parcel_lands_with_a_commit_of_the_receivers_own(
    tmp_path: Path,
) -> None:
    desk = desk_of(after(9), tmp_path)
    ran = desk.run(*by_parcel(desk, "acquire", people.STUDENT))
    assert ran.code == 0, ran.out + ran.err
    head, (attested,) = desk.head(), desk.made()
    ran = desk.run("receiver", "land", people.EXAM, "--attested", attested)
    assert ran.code == 0, ran.out + ran.err
    first, second = desk.parents()
    assert (first, second != head) == (head, True)
    assert people.STUDENT in desk.standing(RowId.ACQUIRE)


def test_a_text_by_parcel_lands_with_its_documents(tmp_path: Path) -> None:
    desk = desk_of(after(17), tmp_path)
    found = ("--action", "write", "--papers", desk.papers(DAYS))
    ran = desk.run(*by_parcel(desk, "execution", people.STUDENT, *found))
    assert ran.code == 0, ran.out + ran.err
    (attested,) = desk.made()
    words = ("receiver", "land", people.EXAM, "--attested", attested)
    without = desk.run(*words)
    assert without.code == 1
    ran = desk.run(*words, *found[2:])
    assert ran.code == 0, ran.out + ran.err
    assert "execution.yml" in desk.exam().state.files


def test_evidence_by_parcel_gets_its_receipt_in_the_same_commit(tmp_path: Path) -> None:
    desk = desk_of(after(20), tmp_path)
    at = "2026-03-19T12:00:00Z"
    found = ("--papers", desk.papers(HANDED_IN))
    words = by_parcel(desk, "evidence", people.STUDENT, "--at", at, *found)
    assert desk.run(*words).code == 0
    (attested,) = desk.made()
    ran = desk.run("receiver", "land", people.EXAM, "--attested", attested, *found)
    assert ran.code == 0, ran.out + ran.err
    exam = desk.exam()
    assert exam.handed_in is not None
    assert exam.handed_in.at == seconds(at)
    assert (exam.untimed, exam.late) == (False, False)


REFUSED: dict[str, tuple[int, str, str]] = {
    "who has no part in it": (2, people.TEACHER, people.RECEIVER),
    "who is not there": (2, "p-ffffffff", people.RECEIVER),
    "by another than the receiver": (2, people.STUDENT, people.ADMIN),
    "the receiver's own word": (2, people.RECEIVER, people.RECEIVER),
}


@pytest.mark.parametrize("how", REFUSED)
def test_no_parcel_is_attested(tmp_path: Path, how: str) -> None:
    code, who, by = REFUSED[how]
    desk = desk_of(after(9), tmp_path)
    ran = desk.run(*by_parcel(desk, "acquire", who), by=by)
    assert (ran.code, desk.made()) == (code, [])
    assert len(ran.err.splitlines()) == 1


def test_no_parcel_is_attested_before_its_turn(tmp_path: Path) -> None:
    desk = desk_of(after(9), tmp_path)
    found = ("--papers", desk.papers(DAYS))
    ran = desk.run(*by_parcel(desk, "execution", people.STUDENT, *found))
    assert (ran.code, desk.made()) == (1, [])
    assert "rows.locked" in ran.out


def test_a_parcel_about_a_text_that_moved_on_does_not_land(tmp_path: Path) -> None:
    desk = desk_of(after(9), tmp_path)
    assert desk.run(*by_parcel(desk, "acquire", people.STUDENT)).code == 0
    (attested,) = desk.made()
    sim = desk.sim.fork()
    sim.contact.approves("acquire", {"assignment.yml": A("Toch anders")})
    desk = desk_of(sim, tmp_path / "later")
    head = desk.head()
    ran = desk.run("receiver", "land", people.EXAM, "--attested", attested)
    assert (ran.code, desk.head()) == (1, head)
    assert "rows.stale" in ran.out


# On paper.


def on_paper(desk: Desk, *staff: str) -> list[str | Path]:
    """Return the words that attest a paper by the student."""
    scan = desk.folder / "scan.pdf"
    scan.write_bytes(b"a scan")
    first, second = staff
    who = ("--transcriber", first, "--countersigner", second, "--scan", scan)
    words = ("receiver", "paper", people.EXAM, "acquire", people.STUDENT)
    return [*words, *who, *desk.out]


def test_a_paper_is_attested_only_where_policy_takes_one(tmp_path: Path) -> None:
    desk = desk_of(after(9), tmp_path)
    ran = desk.run(*on_paper(desk, people.CONTACT, people.TEACHER))
    assert (ran.code, desk.made()) == (1, [])
    assert "rows.level" in ran.out


def test_a_paper_lands_where_policy_takes_one(tmp_path: Path) -> None:
    desk = taking_paper(tmp_path)
    ran = desk.run(*on_paper(desk, people.CONTACT, people.TEACHER))
    assert ran.code == 0, ran.out + ran.err
    (attested,) = desk.made()
    ran = desk.run("receiver", "land", people.EXAM, "--attested", attested)
    assert ran.code == 0, ran.out + ran.err
    levels = {
        one.person: one.level for one in desk.exam().state.row(RowId.ACQUIRE).approvals
    }
    assert levels[people.STUDENT] is Level.D


def taking_paper(tmp_path: Path) -> Desk:
    """Return row 9 in a school whose policy takes paper for the assignment."""
    sim = after(9)
    with_policy(sim, paper=["acquire"])
    return desk_of(sim, tmp_path)


HANDS = {
    "the same twice": ((people.CONTACT, people.CONTACT), "attestation.same-hands"),
    "the student": ((people.CONTACT, people.STUDENT), "attestation.same-hands"),
    "an assessor": ((people.CONTACT, people.ASSESSOR), "attestation.assesses"),
    "a company": ((people.SUPERVISOR, people.TEACHER), "attestation.not-staff"),
}


@pytest.mark.parametrize("how", HANDS)
def test_no_paper_is_attested_on_other_hands(tmp_path: Path, how: str) -> None:
    staff, code = HANDS[how]
    desk = taking_paper(tmp_path)
    ran = desk.run(*on_paper(desk, *staff))
    assert (ran.code, desk.made()) == (1, [])
    assert code in ran.out
