"""A deed at the command line: rehearsed, shown, asked, done, pushed; or nothing."""

import json
from pathlib import Path

import click
import pytest

from proeve.cli import pushing
from proeve.cli.doing import Signing, carry_out
from proeve.cli.output import Session
from proeve.deeds.clone import Clone, open_clone
from proeve.deeds.stating import Deed
from proeve.errors import RepositoryError, UsageError
from proeve.gather.history import judge_repository
from proeve.history import worktree
from proeve.history.porcelain import git
from proeve.history.remotes import Pushed, push
from proeve.process.vocabulary import Role
from tests.doing.ground import Ground, admin_of, group_file, retitled

pytestmark = pytest.mark.slow


@pytest.fixture
def admin(ground: Ground) -> Path:
    return ground.key(admin_of(open_clone(ground.folder)))


def carried(
    ground: Ground,
    key: Path,
    title: str,
    *,
    yes: bool = True,
    push: bool = False,
    as_json: bool = False,
) -> int:
    session = Session(folder=ground.folder, language="en")
    signing = Signing(key=key, yes=yes, push=push, as_json=as_json)
    return carry_out(session, signing, retitled(title))


def status(ground: Ground) -> str:
    return git(ground.folder, "status", "--porcelain")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a clone but its objects, which nobody refers to."""
    found = (file for file in folder.rglob("*") if file.is_file())
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in found
        if ".git/objects/" not in str(file) and file.name != "proeve-lock"
    }


def test_a_deed_moves_branch_index_and_files_together(
    ground: Ground, admin: Path
) -> None:
    assert carried(ground, admin, "Another title") == 0
    assert "title: Another title" in group_file(ground).read_text()
    assert status(ground) == ""
    assert judge_repository(ground.folder).findings == ()


def test_several_deeds_are_all_or_nothing(ground: Ground, admin: Path) -> None:
    session = Session(folder=ground.folder, language="en")
    before = snapshot(ground.folder)

    def fails(clone: Clone, person: str) -> Deed:
        plan = retitled("Third")(clone, person)
        return Deed(
            scope=plan.scope,
            actor=plan.actor,
            role=Role.STUDENT,
            action=plan.action,
            papers=plan.papers,
        )

    how = Signing(key=admin, yes=True)
    assert carry_out(session, how, retitled("One"), fails) == 1
    assert snapshot(ground.folder) == before

    was = len(judge_repository(ground.folder).judgements)
    assert carry_out(session, how, retitled("One"), retitled("Two")) == 0
    assert len(judge_repository(ground.folder).judgements) == was + 2
    assert "title: Two" in group_file(ground).read_text()


def test_what_is_not_lawful_is_said_before_anybody_is_asked(
    ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    student = next(
        iter(sorted(judge_repository(ground.folder).exams[0].state.parts.items()))
    )
    before = snapshot(ground.folder)
    assert carried(ground, ground.key(student[1][0]), "Mine", yes=False) == 1
    assert "Sign this?" not in capsys.readouterr().out
    assert snapshot(ground.folder) == before


def test_a_document_that_its_schema_refuses_is_shown_with_its_place(
    ground: Ground, admin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(ground.folder)
    assert carried(ground, admin, "") == 1
    assert "group.yml:" in capsys.readouterr().out
    assert snapshot(ground.folder) == before


def test_no_is_an_answer(
    ground: Ground, admin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(ground.folder)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    with pytest.raises(click.Abort):
        carried(ground, admin, "Another", yes=False)
    assert snapshot(ground.folder) == before


def test_what_will_change_is_shown_by_the_titles_of_the_fields(
    ground: Ground, admin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = group_file(ground).read_text().partition("title: ")[2].partition("\n")[0]
    carried(ground, admin, "Another title")
    assert f"Name: {old} → Another title" in capsys.readouterr().out


def test_json_says_what_was_done_and_nothing_else(
    ground: Ground, admin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert carried(ground, admin, "Another title", as_json=True) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["commit"] == ground.head()
    assert said["deeds"][0]["action"] == "approve"


def test_work_on_other_files_is_left_alone(ground: Ground, admin: Path) -> None:
    mine = ground.folder / "exams" / "registry" / "school.yml"
    mine.write_text("half a thought\n")
    assert carried(ground, admin, "Another title") == 0
    assert mine.read_text() == "half a thought\n"
    assert status(ground).split() == ["M", "exams/registry/school.yml"]


def test_work_on_the_same_file_is_never_overwritten(
    ground: Ground, admin: Path
) -> None:
    group_file(ground).write_text("half a thought\n")
    before = snapshot(ground.folder)
    with pytest.raises(UsageError, match="not committed"):
        carried(ground, admin, "Another title")
    assert snapshot(ground.folder) == before


def test_on_another_branch_the_files_stay(ground: Ground, admin: Path) -> None:
    git(ground.folder, "checkout", "--quiet", "-b", "draft")
    before = group_file(ground).read_text()
    assert carried(ground, admin, "Another title") == 0
    assert group_file(ground).read_text() == before
    assert status(ground) == ""


def test_a_crash_between_branch_and_files_is_finished_by_the_next_deed(
    ground: Ground, admin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(worktree, "_bring", dies)
        with pytest.raises(KeyboardInterrupt):
            carried(ground, admin, "Half")
    assert status(ground) != ""
    assert carried(ground, admin, "Whole") == 0
    assert status(ground) == ""
    assert "title: Whole" in group_file(ground).read_text()


def test_a_crash_before_the_branch_moved_leaves_nothing(
    ground: Ground, admin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    before = ground.head()
    with monkeypatch.context() as patch:
        patch.setattr(worktree, "move_branch", dies)
        with pytest.raises(KeyboardInterrupt):
            carried(ground, admin, "Never")
    assert open_clone(ground.folder).state.head == before
    assert status(ground) == ""
    assert not (ground.folder / ".git" / "proeve-move").exists()


def test_a_push_that_comes_second_is_done_again_on_the_new_state(
    ground: Ground, admin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Ground(ground.another("other"), ground.server, ground.keys)

    def first_the_other(folder: Path) -> Pushed:
        monkeypatch.setattr(pushing, "push", push)
        assert carried(other, admin, "The other's", push=True) == 0
        return push(folder)

    monkeypatch.setattr(pushing, "push", first_the_other)
    assert carried(ground, admin, "Mine", push=True) == 0
    assert ground.head() == ground.head(ground.server)
    subjects = git(ground.server, "log", "-2", "--format=%H", "main").split()
    assert subjects == [ground.head(), other.head()]
    assert status(ground) == ""


def test_a_push_that_the_server_refuses_is_undone_here(
    ground: Ground, admin: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hook = ground.server / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'not today' >&2\nexit 1\n")
    hook.chmod(0o755)
    before, text = ground.head(), group_file(ground).read_text()
    assert carried(ground, admin, "Mine", push=True) == 1
    assert "not today" in capsys.readouterr().err
    assert (ground.head(), group_file(ground).read_text()) == (before, text)
    assert status(ground) == ""


def test_without_a_server_nothing_is_done(ground: Ground, admin: Path) -> None:
    git(ground.folder, "remote", "set-url", "origin", str(ground.server / "gone"))
    before = ground.head()
    with pytest.raises(RepositoryError, match="Git could not do this"):
        carried(ground, admin, "Mine", push=True)
    assert ground.head() == before
