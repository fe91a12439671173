"""A judgement is nobody else's until both are in: drafts, seals, copies, opening."""

import stat
import subprocess
from pathlib import Path

import pytest

from proeve.sealing import new_identity
from tests.deeds.conftest import At
from tests.deeds.steps import EXAM, SCOPE, step, takes
from tests.deeds.test_walk_refusals import refused
from tests.deeds.walking import School, lines

pytestmark = pytest.mark.slow

SECRET = "Went well."  # noqa: S105 - what nobody may read yet


def private_files(school: School) -> list[Path]:
    """Return the drafts and copies that lie in the state folder."""
    state = school.home / ".state" / "proeve"
    kept = [*(state / "drafts").rglob("*"), *(state / "copies").rglob("*")]
    return [path for path in kept if path.is_file()]


def test_a_draft_and_an_own_copy_are_for_their_owner_alone(at: At) -> None:
    school = at("one-sealed")
    found = private_files(school)
    assert {path.suffix for path in found} == {".json", ".yml"}
    for path in found:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert not path.is_relative_to(school.folder)


def test_nothing_of_a_closed_form_is_in_the_repository(at: At) -> None:
    school = at("sealed")
    texts = subprocess.run(
        ("git", "-C", str(school.folder), "cat-file", "--batch-all-objects", "--batch"),
        check=True,
        capture_output=True,
    ).stdout
    assert b"AGE ENCRYPTED FILE" in texts
    assert SECRET.encode() not in texts
    assert any(SECRET in path.read_text() for path in private_files(school))


def test_drafting_writes_nothing_in_the_repository(at: At) -> None:
    school = at("to-judge")
    before = school.traces()
    takes(school, step("to-judge"))
    assert school.traces() == before


def test_a_state_folder_in_the_clone_is_refused(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    school = at("to-judge")
    monkeypatch.setenv("XDG_STATE_HOME", str(school.folder / "state"))
    key = ("--key", school.keys["practice"])
    ran = school.ran("assess", EXAM, *key, typed=lines(*step("to-judge").typed))
    assert "may not lie in the clone" in ran.err
    assert ran.code == 2
    assert not list(school.folder.rglob("form.*"))


def test_one_seal_opens_nothing(at: At) -> None:
    school = at("one-sealed")
    before = school.traces()
    key = ("--key", school.keys["chair"], "--yes")
    ran = school.ran("unseal", EXAM, "--identity", school.identity, *key)
    assert "first:" in refused(school, ran, before, 2)


def test_without_key_or_copy_nobody_opens(at: At) -> None:
    school = at("sealed")
    before = school.traces()
    for path in private_files(school):
        path.unlink()
    key = ("--key", school.keys["chair"], "--yes")
    said = refused(school, school.ran("unseal", EXAM, *key), before, 2)
    assert "--identity" in said
    other = school.home / "other.txt"
    other.write_text(new_identity())
    ran = school.ran("unseal", EXAM, "--identity", other, *key)
    assert "does not open" in refused(school, ran, before, 2)
    ran = school.ran("unseal", EXAM, "--identity", school.keys["chair"], *key)
    assert "no opening key" in refused(school, ran, before, 2)


def test_a_lost_clear_text_comes_back_from_the_box(at: At) -> None:
    school = at("sealed")
    for path in private_files(school):
        path.unlink()
    takes(school, step("sealed"))
    assert SECRET in str(school.doc(f"{SCOPE}/forms/first.yml"))


def test_an_assessor_opens_from_copies_without_any_opening_key(at: At) -> None:
    school = at("sealed")
    copies = [path for path in private_files(school) if path.suffix == ".yml"]
    assert len(copies) == 2
    away = [path.rename(school.home / path.name) for path in copies]
    named = [word for path in away for word in ("--copy", path)]
    school.does("practice", "unseal", EXAM, *named)
    assert SECRET in str(school.doc(f"{SCOPE}/forms/first.yml"))


def test_a_copy_that_was_changed_opens_nothing(at: At) -> None:
    school = at("sealed")
    before = school.traces()
    for path in private_files(school):
        if path.suffix == ".yml":
            path.write_text(path.read_text().replace("rating: G", "rating: O"))
    key = ("--key", school.keys["practice"], "--yes")
    assert "cannot be opened" in refused(
        school, school.ran("unseal", EXAM, *key), before, 2
    )


def test_a_judgement_may_be_sealed_anew_until_the_opening(at: At) -> None:
    school = at("one-sealed")
    key = ("--key", school.keys["practice"])
    typed = lines("", "O", "", "-", "", "", "", "")
    ran = school.ran("assess", EXAM, *key, typed=typed)
    assert ran.code == 0, ran.err
    assert "[G] " in ran.err
    school.does("practice", "seal", EXAM)
    takes(school, step("one-sealed"))
    takes(school, step("both-drafted"))
    takes(school, step("sealed"))
    opened = school.doc(f"{SCOPE}/forms/first.yml")
    assert "'rating': 'O'" in str(opened["ratings"])


def test_sealing_without_a_complete_form_is_refused(at: At) -> None:
    school = at("to-judge")
    before = school.traces()
    key = ("--key", school.keys["practice"], "--yes")
    said = refused(school, school.ran("seal", EXAM, *key), before, 2)
    assert "proeve assess" in said


def test_a_form_that_lacks_a_criterion_is_not_sealed(at: At) -> None:
    school = at("to-judge")
    before = school.traces()
    file = school.home / "form.yml"
    file.write_text("ratings:\n  W1-C1:\n    rating: V\n")
    key = ("--key", school.keys["practice"], "--yes")
    for verb in ("assess", "seal"):
        ran = school.ran(verb, EXAM, "--from", file, *key)
        assert ran.code == 1
        assert "passing.criterion-missing" in ran.out
    assert school.traces() == before
    assert not [path for path in private_files(school) if path.suffix == ".yml"]
