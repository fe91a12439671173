"""An import that is killed at any moment: whole or not there, and it completes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from proeve.deeds.keeping_names import open_names
from proeve.process.vocabulary import Role
from tests.cli.running import TOOLING
from tests.groups.schools import Desk, listed, row

pytestmark = pytest.mark.slow
KILLED = -9
PROGRAM = """
import os, signal, subprocess, sys
left = int(sys.argv[1])
def counted(call):
    def each(*args, **others):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **others)
    return each
for module, name in ((os, "replace"), (os, "rename"), (os, "link"), (os, "fsync"),
                     (os, "mkdir"), (subprocess, "run")):
    setattr(module, name, counted(getattr(module, name)))
from proeve.cli.main import main
raise SystemExit(main(sys.argv[2:]))
"""


def killed(desk: Desk, file: Path, at: int) -> int:
    """Import in a program that is killed at its so-manieth write; return its code."""
    words = (
        *("-C", desk.school, "group", "new", "nieuw-a", file, "--yes"),
        *("--directory", desk.names, "--crebo", "25331", "--cohort", "2026"),
        *("--checked", "2026-11-01", "--contact", desk.one(Role.SCHOOL_CONTACT)),
        *("--key", desk.key(desk.one(Role.ADMIN))),
    )
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(at), *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(TOOLING)},
        capture_output=True,
        check=False,
    )
    return done.returncode


def test_an_import_that_is_killed_anywhere_completes(
    desk: Desk, tmp_path: Path
) -> None:
    file, moments = desk.file(listed(row(0), row(1))), 0
    for at in range(1, 200):
        copy = Desk(tmp_path / f"copy-{at}")
        shutil.copytree(desk.folder, copy.folder)
        code = killed(copy, file, at)
        if code == 0:
            break
        assert code == KILLED
        moments += 1
        copy.git("fsck", "--strict", "--no-dangling")
        assert copy.new_group(file).code == 0
        students = copy.verdict.group_records["nieuw-a"]["students"]
        secret = copy.key(copy.one(Role.ADMIN)).read_bytes()
        names = open_names(copy.names, (secret,)).directory.names
        assert isinstance(students, list)
        assert {names[str(who)] for who in students} == {
            "Zoë van Verzonnen 0",
            "Zoë van Verzonnen 1",
        }
        assert copy.runs("verify").code == 0
        assert not copy.git("status", "--porcelain")
        shutil.rmtree(copy.folder)
    assert moments > 5
