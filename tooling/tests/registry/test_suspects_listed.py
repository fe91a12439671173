"""`proeve suspects` on a repository, from its objects."""

from pathlib import Path

import pytest

from proeve.cli.main import main
from tests.judging import people
from tests.judging.attacks import accepted
from tests.judging.real import new_repository
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.registry.enrolling import registers, revoked


def _listed(sim: ExamSim, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    repository = new_repository(folder / "r.git")
    sim.books.ledger.write_to(repository)
    code = main(["-C", str(repository), "--lang", "en", "suspects"])
    shown = capsys.readouterr().out
    assert code == ("in doubt" not in shown.splitlines()[0]) * 1
    return shown


def test_nothing_is_listed_while_no_key_is_lost(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = _listed(after(15), tmp_path, capsys)
    assert shown == "No approval is in doubt.\n"


def test_each_approval_of_a_lost_key_is_listed_with_what_heals_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sim = after(15)
    since = "2026-03-01T00:00:00+01:00"
    accepted(registers(sim.admin, revoked(people.CONTACT, since=since)))
    create, acquire, advice = _listed(sim, tmp_path, capsys).splitlines()
    for line, row in ((create, "create"), (acquire, "acquire")):
        assert line.split()[:2] == ["ei2-2026-a/pvb-0042", row]
        assert people.CONTACT in line
        assert f"(lost {since})" in line
    assert "reaffirm" in advice
    assert "void" in advice
