"""Time-stamping tokens beside acts, read from Git objects and judged."""

from dataclasses import replace
from pathlib import Path

import pytest

from proeve.history import timestamps
from proeve.model.ledger import Judgement, Standing
from proeve.model.time import TimeBasis
from proeve.model.verdict import ExamVerdict
from proeve.rules.status import exam_verdict
from tests.covering.covering import covers
from tests.judging import people
from tests.judging.changes import Changes
from tests.judging.real import codes, judged, new_repository
from tests.judging.sim import ExamSim
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


def test_a_token_over_a_checkpoint_times_what_the_checkpoint_covers(
    school: ExamSim, authority: Authority, tmp_path: Path
) -> None:
    sim = school.fork()
    sim.receiver.lands(hand_in(sim))
    act = checkpoint(sim, LATE)
    path = act.path.removesuffix(".act") + ".tsr"
    said, _ = sim.receiver._whole("registry", "land", {})
    changes = sim.receiver._at_home({f"/{path}": authority.stamp(act.data)})
    sim.receiver._commit(replace(said, text="-"), changes, (act,), {})
    found, last = _judged(sim, tmp_path)
    assert last.standing is Standing.VALID, codes(last)
    assert found.handed_in is not None
    assert found.handed_in.basis is TimeBasis.STAMP
    assert found.handed_in.by == "tsa-1"
    assert people.RECEIVER not in found.handed_in.by
