"""A git that dies under a deed: before it did anything, half-way, or when it was done.

A program called `git` stands before the real one and ends it at the moment asked for:
half-way is where its first write to a file kills it, with its lock files left behind.
"""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from proeve.cli.doing import Signing, carry_out
from proeve.cli.main import main
from proeve.cli.output import Session
from proeve.deeds.clone import open_clone
from proeve.errors import ProeveError, UsageError
from proeve.gather.history import failing, judge_repository
from proeve.history.porcelain import git
from tests.doing.ground import Ground, admin_of, group_file, retitled

pytestmark = pytest.mark.slow

SCRIPT = """#!/bin/sh
case " $* " in *" $PROEVE_TEST_VERB "*) ;; *) exec {git} "$@" ;; esac
test -e "$PROEVE_TEST_SPENT" && exec {git} "$@"
: > "$PROEVE_TEST_SPENT"
case $PROEVE_TEST_HOW in
half-way) (ulimit -c 0; ulimit -f 0; exec {git} "$@") ;;
done) {git} "$@" ;;
esac
test "$PROEVE_TEST_ALSO" = both && kill -KILL $PPID
test "$PROEVE_TEST_ALSO" = ctrl-c && kill -INT $PPID && sleep 1
kill -KILL $$
"""
VERBS = ("fetch", "push", "update-ref refs/heads/main", "update-index", "rev-parse")
HOWS = ("before", "half-way", "done")


@pytest.fixture
def dies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str, str, str], Path]:
    """Return what makes the next git of a kind die, and who else dies with it."""
    real = shutil.which("git")
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "git").write_text(SCRIPT.format(git=real))
    (folder / "git").chmod(0o755)

    def wanted(verb: str, how: str, also: str) -> Path:
        spent = tmp_path / "spent"
        spent.unlink(missing_ok=True)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
        for name, value in (
            ("VERB", verb),
            ("HOW", how),
            ("ALSO", also),
            ("SPENT", str(spent)),
        ):
            monkeypatch.setenv(f"PROEVE_TEST_{name}", value)
        return spent

    return wanted


Dies = Callable[[str, str, str], Path]


def sends(ground: Ground, title: str = "Mine") -> int:
    """Give the command, in a child that may die."""
    key = ground.key(admin_of(open_clone(ground.folder)))
    child = os.fork()
    if child == 0:
        code = 70
        try:
            session = Session(folder=ground.folder, language="en")
            how = Signing(key=key, yes=True, push=True)
            code = carry_out(session, how, retitled(title))
        except KeyboardInterrupt:
            code = 130
        except ProeveError as error:
            code = 2 if isinstance(error, UsageError) else 3
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def assert_completed(ground: Ground) -> None:
    """Give the same command again; what was done by then is refused as done."""
    done = "title: Mine" in git(ground.folder, "log", "-p", "-1", "--format=", "main")
    assert sends(ground) == (1 if done else 0)
    assert_sent(ground)


def assert_sent(ground: Ground) -> None:
    """Hold that here and there are the same, in order, and as was asked for."""
    assert ground.head() == ground.head(ground.server)
    assert "title: Mine" in group_file(ground).read_text()
    assert git(ground.folder, "status", "--porcelain") == ""
    for folder in (ground.folder, ground.server):
        git(folder, "fsck", "--strict", "--no-dangling", "--no-progress")
        assert not failing(judge_repository(folder, workers=1).findings)
    left = {path.name for path in (ground.folder / ".git").rglob("*.lock")}
    assert left <= {"main.lock"}, left
    assert not (ground.folder / ".git" / "refs" / "heads" / "main.lock").exists()


@pytest.mark.parametrize("also", ["git", "both"])
@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("verb", VERBS)
def test_the_same_command_completes_after_a_git_was_killed(
    verb: str, how: str, also: str, ground: Ground, dies: Dies
) -> None:
    before = ground.head()
    spent = dies(verb, how, also)
    code = sends(ground)
    assert spent.exists()
    assert code == (-signal.SIGKILL if also == "both" else code)
    assert code in {-signal.SIGKILL, 0, 3}
    git(ground.folder, "fsck", "--strict", "--no-dangling", "--no-progress")
    assert not failing(judge_repository(ground.folder, workers=1).findings)
    assert ground.head(ground.server) in {before, ground.head()}
    assert_completed(ground)


@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("verb", ["fetch", "push"])
def test_ctrl_c_while_the_server_is_spoken_to_completes_later(
    verb: str, how: str, ground: Ground, dies: Dies
) -> None:
    spent = dies(verb, how, "ctrl-c")
    assert sends(ground) == 130
    assert spent.exists()
    assert_completed(ground)


def test_what_was_not_sent_goes_when_somebody_else_was_first(
    ground: Ground, dies: Dies, capfd: pytest.CaptureFixture[str]
) -> None:
    dies("push", "before", "both")
    assert sends(ground) == -signal.SIGKILL
    other = Ground(ground.another("other"), ground.server, ground.keys)
    assert sends(other, "The other's") == 0
    assert sends(ground) == 0
    assert "it was undone here" in capfd.readouterr().err
    assert_sent(ground)
    titles = git(ground.server, "log", "-p", "-2", "--format=", "main")
    assert "+title: The other's" in titles
    assert "+title: Mine" in titles


def test_a_server_that_cannot_be_reached_gets_it_by_the_same_command(
    ground: Ground, dies: Dies
) -> None:
    dies("push", "before", "git")
    assert sends(ground) == 3
    assert ground.head() != ground.head(ground.server)
    assert_completed(ground)


def test_a_lock_of_another_program_is_left_alone_and_named(
    ground: Ground,
) -> None:
    before = ground.head()
    lock = ground.folder / ".git" / "index.lock"
    lock.write_bytes(b"somebody else is at work")
    key = ground.key(admin_of(open_clone(ground.folder)))
    session = Session(folder=ground.folder, language="en")
    with pytest.raises(UsageError, match="Another program is at work"):
        carry_out(session, Signing(key=key, yes=True), retitled("Mine"))
    assert lock.read_bytes() == b"somebody else is at work"
    assert ground.head() == before
    lock.unlink()
    assert carry_out(session, Signing(key=key, yes=True), retitled("Mine")) == 0


def test_a_disk_without_second_names_does_as_well(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuses)
    assert sends(ground) == 0
    assert_sent(ground)


def test_a_machine_that_refuses_to_write_gets_one_sentence(
    ground: Ground, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exam = next(iter(open_clone(ground.folder).state.exams()))
    person = next(iter(exam.parts.values()))[0]
    out = tmp_path / "absent" / "word.txt"
    words = ("word", exam.id, "create", person, "--to", str(out))
    code = main(["--lang", "en", "-C", str(ground.folder), *words])
    said = capsys.readouterr().err
    assert (code, said.count("\n")) in {(3, 1), (2, 1)}
    assert "Traceback" not in said
