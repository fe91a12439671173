"""`proeve suspects` on a repository, from its objects."""

from pathlib import Path

import pytest

from proeve.cli.main import main
from proeve.history.keys import private_file
from tests.judging import people
from tests.judging.attacks import accepted
from tests.judging.objects import key_of
from tests.judging.real import new_repository
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.registry.enrolling import registers, revoked, with_keys


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


def _on_disk(sim: ExamSim, folder: Path) -> Path:
    """Return a clone of the sim's ledger, with a file for the contact's new key."""
    repository = new_repository(folder / "r.git")
    sim.books.ledger.write_to(repository)
    key = folder / "again"
    key.write_bytes(private_file(key_of(f"{people.CONTACT} again").secret))
    return repository


def _run(repository: Path, *words: str) -> int:
    return main(["-C", str(repository), "--lang", "en", *words])


def test_what_is_listed_is_healed_by_the_verbs_that_are_named(tmp_path: Path) -> None:
    sim = after(15)
    accepted(registers(sim.admin, revoked(people.CONTACT)))
    again = with_keys(people.CONTACT, f"{people.CONTACT} again")
    accepted(registers(sim.admin, again, sim.committee))
    folder = _on_disk(sim, tmp_path)
    chair = tmp_path / "chair"
    chair.write_bytes(private_file(key_of(people.OFFICE).secret))
    exam = "ei2-2026-a/pvb-0042"
    new, old = ("--key", str(tmp_path / "again")), ("--key", str(chair))
    assert _run(folder, "reaffirm", exam, "establish", *new, "--yes") == 2
    assert _run(folder, "reaffirm", exam, "create", *old, "--yes") == 2
    assert _run(folder, "reaffirm", exam, "create", *new, "--yes") == 0
    assert _run(folder, "void", exam, "acquire", *new, "--yes") == 1
    assert _run(folder, "void", exam, "acquire", *old, "--yes") == 0
    assert _run(folder, "suspects") == 0
    root = f"proeve:{people.REPO}:sha256:{sim.transitions[0].sha256}"
    assert _run(folder, "verify", "--trust-root", root) == 0
