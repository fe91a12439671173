"""After a lost laptop: what is in doubt, who heals it, and who cannot (TRUST 1.4)."""

import pytest

from proeve.model.findings import Severity
from proeve.process.vocabulary import RowId
from proeve.report.status import exam_table
from proeve.rules.status import exam_verdict
from tests.judging import paper, papers, people
from tests.judging.attacks import accepted, refused
from tests.judging.objects import key_of
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker
from tests.registry.enrolling import registers, revoked, with_keys

MARCH = "2026-03-01T00:00:00+01:00"
NOTHING = "rows.nothing-to-reaffirm"


def _lost(who: str, row: int, kind: str = "lost", since: str = MARCH) -> ExamSim:
    """Return the example after a row, in which somebody's laptop is then lost."""
    sim = after(row)
    accepted(registers(sim.admin, revoked(who, kind, since=since)))
    accepted(registers(sim.admin, with_keys(who, f"{who} again"), sim.committee))
    return sim


def _again(speaker: Speaker) -> Speaker:
    return speaker.with_key(key_of(f"{speaker.person} again"))


def _in_doubt(sim: ExamSim) -> set[tuple[str, str]]:
    state = sim.books.state
    found = exam_verdict(sim.exam, state.registry, state.at)
    codes = [each for each in found.findings if each.code == "exam.suspect"]
    assert len(codes) == len(found.suspects)
    assert all(each.severity is Severity.ERROR for each in codes)
    return {(one.row.value, one.person) for one in found.suspects}


def test_a_retired_key_leaves_the_past_alone() -> None:
    assert _in_doubt(_lost(people.CONTACT, 15, "retired", "")) == set()


@pytest.mark.parametrize("kind", ["lost", "compromised"])
@pytest.mark.parametrize("since", ["", MARCH, "2030-01-01T00:00:00+01:00"])
def test_without_trusted_time_all_that_a_lost_key_did_is_in_doubt(
    kind: str, since: str
) -> None:
    sim = _lost(people.CONTACT, 15, kind, since)
    expected = {("create", people.CONTACT), ("acquire", people.CONTACT)}
    assert _in_doubt(sim) == expected


def test_an_approval_by_act_is_in_doubt_like_any_other() -> None:
    assert _in_doubt(_lost(people.STUDENT, 15)) == {("acquire", people.STUDENT)}


def test_a_backdated_commit_takes_no_doubt_away() -> None:
    sim = after(15)
    accepted(
        sim.committee.dated(1).approves(
            "establish", {"establishment.yml": papers.establishment()}
        )
    )
    accepted(registers(sim.admin, revoked(people.OFFICE, since=MARCH)))
    assert _in_doubt(sim) == {("establish", people.OFFICE)}


def test_status_shows_which_approval_is_in_doubt() -> None:
    sim = _lost(people.STUDENT, 15)
    state = sim.books.state
    verdict = exam_verdict(sim.exam, state.registry, state.at)
    rows = exam_table(verdict, "nl").rows
    shown = [row for row in rows if "(in twijfel)" in row[-1]]
    assert len(shown) == 1
    assert f"{people.STUDENT} (in twijfel)" in shown[0][-1]


# Reaffirming.


def test_a_new_key_of_the_same_person_heals_the_approval() -> None:
    sim = _lost(people.CONTACT, 15)
    before = sim.exam.row(RowId.ACQUIRE)
    accepted(_again(sim.contact).cures("reaffirm", "acquire"))
    assert _in_doubt(sim) == {("create", people.CONTACT)}
    stands = sim.exam.row(RowId.ACQUIRE)
    assert stands.seq == before.seq
    assert {each.person for each in stands.approvals} == {
        each.person for each in before.approvals
    }
    accepted(_again(sim.contact).cures("reaffirm", "create"))
    assert _in_doubt(sim) == set()


def test_an_exam_goes_on_while_an_approval_is_in_doubt() -> None:
    sim = _lost(people.CONTACT, 15)
    accepted(
        sim.committee.approves(
            "establish", {"establishment.yml": papers.establishment()}
        )
    )


def test_an_act_heals_what_a_student_approved() -> None:
    sim = _lost(people.STUDENT, 15)
    accepted(sim.receiver.lands(_again(sim.student).act("reaffirm", "acquire")))
    assert _in_doubt(sim) == set()


def test_an_archived_exam_is_healed_too() -> None:
    sim = _lost(people.PRACTICE_ASSESSOR, 30)
    rows = {row for row, _ in _in_doubt(sim)}
    assert rows == {"evidence_check", "seal.first", "consensus", "final"}
    for row in sorted(rows):
        accepted(_again(sim.first).cures("reaffirm", row))
    assert _in_doubt(sim) == set()


def test_the_lost_key_heals_nothing() -> None:
    sim = _lost(people.CONTACT, 15)
    refused(sim.contact.cures("reaffirm", "acquire"), "people.revoked-key")


def test_the_lost_key_heals_nothing_by_act() -> None:
    sim = _lost(people.STUDENT, 15)
    act = sim.student.act("reaffirm", "acquire")
    refused(sim.receiver.lands(act), "people.revoked-key")


def test_nobody_heals_somebody_else_s_approval() -> None:
    sim = _lost(people.CONTACT, 15)
    refused(sim.student.cures("reaffirm", "acquire"), NOTHING)
    refused(_lost(people.CONTACT, 15).admin.cures("reaffirm", "acquire"), NOTHING)


def test_nothing_is_healed_in_another_role() -> None:
    sim = _lost(people.CONTACT, 15)
    other = _again(sim.contact).as_("school_assessor")
    refused(other.cures("reaffirm", "acquire"), NOTHING)


def test_what_is_not_in_doubt_is_not_reaffirmed() -> None:
    refused(after(15).contact.cures("reaffirm", "acquire"), NOTHING)
    sim = _lost(people.CONTACT, 15, "retired", "")
    refused(_again(sim.contact).cures("reaffirm", "acquire"), NOTHING)


def test_a_reaffirming_adds_no_approval_that_was_not_there() -> None:
    sim = _lost(people.CONTACT, 16)
    refused(_again(sim.contact).cures("reaffirm", "establish"), NOTHING)


def test_a_reaffirming_is_about_the_text_that_stands() -> None:
    sim = _lost(people.CONTACT, 15)
    other = paper.tree({"exam.yml": b"a: 1\n"})
    refused(_again(sim.contact).cures("reaffirm", "acquire", text=other), "rows.")


@pytest.mark.parametrize("seq", [4, 6])
def test_a_reaffirming_is_of_the_turn_that_stands(seq: int) -> None:
    sim = _lost(people.CONTACT, 15)
    refused(_again(sim.contact).cures("reaffirm", "acquire", seq=seq), "rows.stale")


def test_a_reaffirming_changes_no_document() -> None:
    sim = _lost(people.CONTACT, 15)
    change = {"assignment.yml": papers.assignment("Anders")}
    refused(
        _again(sim.contact).cures("reaffirm", "acquire", change), "rows.not-writable"
    )


def test_a_reaffirming_of_another_step_does_not_come_along() -> None:
    sim = _lost(people.CONTACT, 15)
    act = _again(sim.contact).act("reaffirm", "create")
    refused(sim.receiver.lands(act, step="acquire", seq=5), "rows.other-step")


# Voiding.


def test_the_committee_takes_an_approval_away() -> None:
    sim = _lost(people.STUDENT, 15)
    accepted(sim.committee.cures("void", "acquire"))
    assert _in_doubt(sim) == set()
    assert sim.done() == ("create",)
    assert sim.standing("acquire") == set()
    accepted(sim.contact.approves("acquire"))


def test_a_row_that_was_taken_away_counts_on_like_a_return() -> None:
    sim = _lost(people.STUDENT, 15)
    before = {row: state.seq for row, state in sim.exam.rows.items()}
    accepted(sim.committee.cures("void", "acquire"))
    after_it = sim.exam.rows
    assert after_it[RowId.CREATE].seq == before[RowId.CREATE]
    assert after_it[RowId.ACQUIRE].seq == before[RowId.ACQUIRE] + 1
    assert after_it[RowId.ACQUIRE].returned
    assert after_it[RowId.ESTABLISH].seq == before[RowId.ESTABLISH] + 1


@pytest.mark.parametrize("name", ["admin", "contact", "second", "receiver", "root"])
def test_nobody_but_the_committee_takes_an_approval_away(name: str) -> None:
    sim = _lost(people.STUDENT, 15)
    refused(getattr(sim, name).cures("void", "acquire"), "parts.not-yours")


def test_a_member_of_no_committee_takes_nothing_away() -> None:
    sim = _lost(people.STUDENT, 15)
    refused(sim.member.cures("void", "acquire"), "committee.")


def test_what_is_not_in_doubt_is_not_taken_away() -> None:
    refused(after(15).committee.cures("void", "acquire"), "rows.nothing-to-void")


def test_an_approval_is_taken_away_in_its_own_turn() -> None:
    sim = _lost(people.STUDENT, 15)
    refused(sim.committee.cures("void", "acquire", seq=5), "rows.stale")


@pytest.mark.parametrize(
    ("who", "row", "step"),
    [
        (people.STUDENT, 23, "evidence"),
        (people.STUDENT, 24, "acquire"),
        (people.PRACTICE_ASSESSOR, 25, "seal.first"),
        (people.OFFICE, 25, "unseal"),
    ],
)
def test_what_was_sealed_or_opened_is_not_done_again(
    who: str, row: int, step: str
) -> None:
    sim = after(row)
    accepted(registers(sim.admin, revoked(who)))
    again = sim.committee
    if who == people.OFFICE:
        new = with_keys(who, f"{who} again")
        accepted(registers(sim.root, new, sim.second_root))
        again = _again(sim.committee)
    refused(again.cures("void", step), "rows.too-late-to-void")


def test_a_seal_by_a_stolen_key_falls_before_the_forms_are_open() -> None:
    sim = after(24)
    accepted(registers(sim.admin, revoked(people.ASSESSOR)))
    accepted(sim.committee.cures("void", "seal.second"))
    assert sim.standing("seal.second") == set()


def test_after_the_archive_nothing_is_taken_away() -> None:
    sim = _lost(people.PRACTICE_ASSESSOR, 30)
    refused(sim.committee.cures("void", "final"), "rows.archived")
