"""Time-stamping tokens beside acts, read from Git objects and judged."""

from dataclasses import replace
from pathlib import Path

import pytest

from proeve.history import timestamps
from proeve.model.ledger import Judgement, Standing
from proeve.model.time import TimeBasis
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import RowId
from proeve.rules.status import exam_verdict
from tests.covering.covering import covers
from tests.judging import people
from tests.judging import school as school_papers
from tests.judging.changes import Changes
from tests.judging.ledger import Signed
from tests.judging.real import codes, judged, new_repository
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker
from tests.judging.timing import (
    LATE,
    ON_TIME,
    Authority,
    checkpoint,
    checks,
    founded,
    hand_in,
    seconds,
    stamped,
)
from tests.registry.enrolling import registers, revoked

FAR: people.Doc = {"step": "evidence", "until": "2999-01-01"}


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tsa") / "own")


@pytest.fixture(scope="module")
def school(authority: Authority) -> ExamSim:
    """Return the example up to row 20 in a school that pins the authority."""
    return founded(services=authority.certificate)


def _judged(sim: ExamSim, folder: Path) -> tuple[ExamVerdict, Judgement]:
    """Judge the sim's ledger from its objects; the sim itself knows no tokens."""
    store = new_repository(folder / "r.git")
    sim.books.ledger.write_to(store)
    state, judgements = judged(store, sim.books.ledger.head)
    exam = state.exam(sim.scope)
    assert exam is not None
    return exam_verdict(exam, state.registry, state.at), judgements[-1]


def test_a_token_of_a_pinned_service_times_the_hand_in(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    found, last = _judged(stamped(school, authority.stamp), tmp_path)
    assert last.standing is Standing.VALID
    assert found.handed_in is not None
    assert (found.handed_in.basis, found.handed_in.by) == (TimeBasis.STAMP, "tsa-1")
    assert not found.untimed
    assert found.late == (found.handed_in.at > seconds("2026-03-20T23:00:00Z"))


def test_a_token_that_a_button_landed_counts_once_it_is_covered(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    act = hand_in(sim)
    also: Changes = {f"acts/{act.fact.sha256}.tsr": authority.stamp(act.data)}
    sim.receiver.with_key(None).lands(act, also=also)
    covers(sim.admin, sim.scope, {}, row="evidence")
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID
    assert found.handed_in is not None
    assert found.handed_in.basis is TimeBasis.STAMP


def test_a_token_before_the_deadline_is_in_time(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = stamped(school, authority.stamp)
    sim.committee.decides("extension", "evidence", FAR, row="evidence")
    checks(sim)
    found, last = _judged(sim, tmp_path)
    assert (last.standing, found.late) == (Standing.VALID, False)


def test_a_token_may_land_after_the_hand_in(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    act = hand_in(sim)
    sim.receiver.lands(act)
    token = {f"acts/{act.fact.sha256}.tsr": authority.stamp(act.data)}
    sim.receiver.lands(row="evidence", also=token)
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID
    assert not found.untimed


def test_an_early_receipt_still_counts_beside_a_later_token(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    found, _ = _judged(stamped(school, authority.stamp, received=ON_TIME), tmp_path)
    assert found.handed_in is not None
    assert (found.handed_in.basis, found.late) == (TimeBasis.RECEIPT, False)


def _doubted(sim: ExamSim, folder: Path, code: str) -> None:
    """Hold that the token gives no time, and that the hand-in is not refused."""
    found, last = _judged(sim, folder)
    assert last.standing is Standing.VALID
    assert found.untimed
    assert [each.code for each in found.findings] == ["exam.untimed", code]


def test_a_token_over_another_act_gives_no_time(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = stamped(school, lambda _: authority.stamp(b"another"))
    _doubted(sim, tmp_path, "time.token-bad")


def test_a_token_of_a_service_that_nobody_pinned_gives_no_time(
    school: ExamSim, tmp_path: Path
) -> None:
    sim = stamped(school, Authority(tmp_path / "own").stamp)
    _doubted(sim, tmp_path, "time.token-unknown-service")


def test_a_token_without_its_act_is_refused(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = stamped(school, authority.stamp, name="a" * 64)
    _, last = _judged(sim, tmp_path)
    assert last.standing is Standing.INVALID
    assert codes(last) == ["time.token-without-act"]


def test_a_token_is_never_replaced_by_another(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    act = hand_in(sim)
    for _ in range(2):
        token = {f"acts/{act.fact.sha256}.tsr": authority.stamp(act.data)}
        sim.receiver.lands(*([] if _ else [act]), row="evidence", also=token)
    _, last = _judged(sim, tmp_path)
    assert last.standing is Standing.INVALID
    assert codes(last) == ["history.act-changed"]


def test_without_the_library_the_receipt_beside_a_token_counts(
    school: ExamSim,
    authority: Authority,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(timestamps, "rfc3161", None)
    sim = stamped(school, authority.stamp, received=ON_TIME)
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID
    assert found.handed_in is not None
    assert found.handed_in.basis is TimeBasis.RECEIPT
    assert [each.code for each in found.findings] == ["time.token-not-judged"]


def test_without_the_library_nobody_is_refused_for_what_it_would_read(
    school: ExamSim,
    authority: Authority,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(timestamps, "rfc3161", None)
    sim = stamped(school, authority.stamp, received=LATE)
    checks(sim)
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID
    assert "time.token-not-judged" in [each.code for each in found.findings]


FAR_OFF = "2999-01-01T00:00:00Z"
"""A checkpoint that its receiver dates long after any token over it."""


def _checked(sim: ExamSim, made: str) -> Signed:
    """Let the evidence be handed in and the receiver's checkpoint cover it."""
    sim.receiver.lands(hand_in(sim))
    act = checkpoint(sim, made)
    sim.receiver.brings(act)
    return act


def _brings(who: Speaker, token: bytes, path: str, *acts: Signed) -> None:
    """Let somebody land a token at a path in the registry, with acts beside it."""
    said, _ = who._whole("registry", "land", {})
    who._commit(replace(said, text="-"), who._at_home({f"/{path}": token}), acts, {})


def _beside(act: Signed) -> str:
    return f"{act.path.removesuffix('.act')}.tsr"


def _stamped_by(found: ExamVerdict) -> str:
    assert found.handed_in is not None
    return found.handed_in.by if found.handed_in.basis is TimeBasis.STAMP else ""


def test_a_token_over_a_checkpoint_times_what_the_checkpoint_covers(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    sim.receiver.lands(hand_in(sim))
    act = checkpoint(sim, FAR_OFF)
    _brings(sim.receiver, authority.stamp(act.data), _beside(act), act)
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID, codes(last)
    assert _stamped_by(found) == "tsa-1"


@pytest.mark.parametrize("who", ["receiver", "admin"])
def test_a_token_over_an_earlier_checkpoint_lands_alone(
    who: str, school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    act = _checked(sim, FAR_OFF)
    sim.contact.changes(
        f"groups/{people.GROUP}", {"group.yml": school_papers.group(title="Klas B")}
    )
    _brings(getattr(sim, who), authority.stamp(act.data), _beside(act))
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID, codes(last)
    assert _stamped_by(found) == "tsa-1"


def test_a_late_token_over_a_checkpoint_makes_nothing_late(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    """Else whoever had a stamp made after the deadline could fail a student by it."""
    sim = school.fork()
    act = _checked(sim, ON_TIME)
    _brings(sim.admin, authority.stamp(act.data), _beside(act))
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID, codes(last)
    assert found.handed_in is not None
    assert (found.handed_in.basis, found.late) == (TimeBasis.RECEIPT, False)


def test_a_token_outlives_the_key_of_the_receiver_who_made_the_checkpoint(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    act = _checked(sim, ON_TIME)
    _brings(sim.receiver, authority.stamp(act.data), _beside(act))
    lost = "2998-01-01T00:00:00Z"
    registers(sim.admin, revoked(people.RECEIVER, since=lost))
    registers(sim.admin, revoked(people.STUDENT, since=lost, number=2))
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID, codes(last)
    doubted = {(each.row, each.person) for each in found.suspects}
    assert (RowId.EVIDENCE, people.STUDENT) not in doubted


def test_a_token_that_nothing_pinned_lands_and_gives_no_time(
    school: ExamSim, tmp_path: Path
) -> None:
    sim = school.fork()
    act = _checked(sim, FAR_OFF)
    other = Authority(tmp_path / "own")
    _brings(sim.receiver, other.stamp(act.data), _beside(act))
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID, codes(last)
    assert _stamped_by(found) == ""


def test_a_token_over_nothing_does_not_land_alone(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    _checked(sim, FAR_OFF)
    path = f"exams/registry/acts/{'a' * 64}.tsr"
    _brings(sim.receiver, authority.stamp(b"nothing"), path)
    _, last = _judged(sim, tmp_path)
    assert (last.standing, codes(last)) == (
        Standing.INVALID,
        ["time.token-without-act"],
    )


def test_a_contact_lands_no_token_over_a_checkpoint(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    act = _checked(sim, FAR_OFF)
    _brings(sim.contact, authority.stamp(act.data), _beside(act))
    _, last = _judged(sim, tmp_path)
    assert (last.standing, codes(last)) == (
        Standing.INVALID,
        ["registry.not-an-admin"],
    )
