"""The command as its users run it: arguments in, two texts and an exit code out."""

import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from proeve.cli import main

TOP = Path(__file__).parents[3]
TOOLING = TOP / "tooling"
EXAM = "exams/groups/mt4-2025-a/26-0066-e/exam.yml"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of the standard output."""
        return self.out.splitlines()


def proeve(folder: Path, *args: str, lang: str = "en") -> Ran:
    """Run a verb in a folder, in this very process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["-C", str(folder), "--lang", lang, *args])
    return Ran(code, out.getvalue(), err.getvalue())


def as_program(folder: Path, *args: str) -> Ran:
    """Run `python -m proeve` as a program of its own."""
    program = started(folder, *args)
    out, err = program.communicate()
    return Ran(program.returncode, out, err)


def started(folder: Path, *args: str) -> subprocess.Popen[str]:
    """Start `python -m proeve` as a program of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "proeve", *args],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TOOLING), "LANG": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def git(folder: Path, *args: str) -> str:
    """Run the real git in a folder, with nobody's settings."""
    kept = {key: value for key, value in os.environ.items() if key[:4] != "GIT_"}
    done = subprocess.run(
        ["git", "-C", str(folder), *args],
        env={
            **kept,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "p-00000001",
            "GIT_AUTHOR_EMAIL": "p-00000001@proeve.invalid",
            "GIT_COMMITTER_NAME": "p-00000001",
            "GIT_COMMITTER_EMAIL": "p-00000001@proeve.invalid",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def new_repository(folder: Path) -> Path:
    """Make an empty repository whose branch is `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit(folder: Path, message: str = "Change something") -> str:
    """Commit everything in a folder; return the commit's id."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def copy_of_the_sample(folder: Path) -> Path:
    """Copy the sample school, documents and schemas, into a folder."""
    for name in ("exams", "schemas"):
        shutil.copytree(TOP / name, folder / name)
    return folder


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace a text in a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
