"""Decisions that only one rule keeps out: by too few, on nothing, or miscounted."""

from proeve.model.document import Data
from proeve.model.ledger import Judgement
from tests.judging import paper, papers, people, school
from tests.judging.attacks import accepted, refused
from tests.judging.cast import Cast
from tests.judging.ledger import written
from tests.judging.people import Doc
from tests.judging.reference import after, play
from tests.judging.sim import ExamSim

SEAT = f"committees/{people.COMMITTEE}.yml"


def _committee(sim: ExamSim, quorum: int) -> ExamSim:
    both = school.committee(members=(people.OFFICE, people.MEMBER))
    wanted: Doc = {"establish": 1, "result": 1, "decision": quorum}
    record = {SEAT: {**both, "quorum": wanted}}
    act = sim.committee.whole_act("registry", record)
    accepted(sim.admin.changes("registry", record, act))
    return sim


def test_a_decision_for_which_two_are_needed_is_not_taken_by_one() -> None:
    sim = play(_committee(after(4), quorum=2), 11, start=5)
    refused(
        sim.committee.decides("return", "acquire", to="acquire", row="acquire"),
        "committee.quorum",
    )


def test_a_member_who_assesses_decides_nothing_in_the_exam() -> None:
    sim = _committee(after(4), quorum=1)
    sim = sim.with_cast(Cast(second=(people.MEMBER, "school_assessor")))
    play(sim, 11, start=5)
    refused(
        sim.member.decides("return", "acquire", to="acquire", row="acquire"),
        "committee.recused",
    )


def test_nothing_is_decided_in_an_exam_that_is_not_there() -> None:
    refused(after(5).contact.decides("request", "create"), "decisions.no-exam")


def test_nothing_is_decided_twice_about_an_end() -> None:
    sim = after(8)
    accepted(sim.committee.decides("annulment", "create"))
    refused(
        sim.committee.decides("irregularity", "create"),
        "decisions.closed",
    )


def test_what_is_not_paused_is_not_resumed() -> None:
    refused(after(17).committee.decides("resume", "execution"), "decisions.not-paused")


def test_a_text_that_nobody_approved_is_not_returned() -> None:
    refused(
        after(8).committee.decides("return", "acquire", to="acquire", row="acquire"),
        "decisions.nothing-to-return",
    )


def _returned(sim: ExamSim, named: int = 1, **changed: Data) -> Judgement:
    """Return the assignment by a decision that says something else of itself."""
    told = papers.decision("return", 1, people.OFFICE, to="acquire", row="acquire")
    files = {f"decisions/{named}-return.yml": written({**told, **changed})}
    speaker = sim.committee
    said = speaker._said("decide", "acquire", sim.seq["acquire"] + 1, paper.tree(files))
    return speaker._commit(said, speaker._at_home(files), (), {}, "acquire")


def test_a_return_is_lawful() -> None:
    accepted(_returned(after(11)))


def test_a_decision_bears_the_next_number() -> None:
    refused(_returned(after(11), 7, number=7), "decisions.number")


def test_a_decision_names_who_takes_it() -> None:
    refused(_returned(after(11), by=people.MEMBER), "decisions.not-the-decider")


def test_who_refused_does_not_approve() -> None:
    sim = after(8)
    fields: Doc = {"row": "acquire", "approver": "student"}
    accepted(sim.student.decides("refusal", "acquire", fields))
    act = sim.student.act("approve", "acquire")
    refused(sim.contact.lands(act), "rows.refused")


def test_a_seal_is_not_put_in_by_somebody_else_beside_the_assessor() -> None:
    sim = after(22)
    named = sim.second.sealed("second")
    path = "forms/second.seal.yml"
    other = papers.seal("second", people.THIRD, b"x", str(named[path]["box"]))
    refused(
        sim.second._speaks("seal", "seal.second", {path: other}, {}), "seals.not-yours"
    )


STORED = f"sha256:{'a' * 64}"


def _erases(sim: ExamSim, digest: str = STORED) -> Judgement:
    erased: list[Data] = [{"id": "e1", "sha256": digest}]
    event: Doc = {"event": "erased", "on": "2026-07-10", "erased": erased}
    return sim.admin.decides("retention", "evidence", event, row="evidence")


def _with_a_stored_piece() -> ExamSim:
    """Return an exam in which one photograph in the store is handed in."""
    sim = after(20)
    piece: Doc = {
        "id": "e1",
        "for": "E1",
        "kind": "file",
        "sha256": STORED,
        "size": 1,
        "media_type": "image/jpeg",
        "stored": "store",
    }
    manifest: Doc = {"schema": "proeve/evidence/v1", "items": [piece]}
    accepted(sim.student.approves("evidence", {"evidence.yml": manifest}))
    return sim


def test_only_what_the_manifest_names_is_recorded_as_erased() -> None:
    sim = _with_a_stored_piece()
    refused(_erases(sim.fork(), f"sha256:{'b' * 64}"), "decisions.no-such-evidence")
    accepted(_erases(sim))


def test_nothing_is_erased_from_a_dossier_that_is_held() -> None:
    sim = _with_a_stored_piece()
    accepted(sim.contact.decides("withdrawal", "archive"))
    archive = papers.archive(sim.files, outcome="withdrawn")
    accepted(sim.admin.approves("archive", {"archive.yml": archive}))
    hold: Doc = {"event": "hold", "on": "2026-07-09"}
    accepted(sim.admin.decides("retention", "archive", hold))
    refused(_erases(sim.fork()), "decisions.held")
    released: Doc = {"event": "hold_released", "on": "2026-07-10"}
    accepted(sim.admin.decides("retention", "archive", released))
    accepted(_erases(sim))
