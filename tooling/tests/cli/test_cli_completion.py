"""A shell completes the words of the command, with the script that it prints."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import TOOLING, proeve

pytestmark = pytest.mark.slow


def _completed(folder: Path, *words: str) -> list[str]:
    """Return what real bash offers for the last of these words."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not on this machine")
    program = folder / "proeve"
    line = f'#!/bin/sh\nexec "{sys.executable}" -m proeve "$@"\n'
    program.write_text(line, encoding="utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(proeve completion bash)"\n'
        f"COMP_WORDS=({' '.join(words)})\n"
        f"COMP_CWORD={len(words) - 1}\n"
        "_proeve_completion proeve\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        [bash, "--norc", "--noprofile", "-c", script],
        env={
            **os.environ,
            "PATH": f"{folder}:{os.environ['PATH']}",
            "PYTHONPATH": str(TOOLING),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def test_bash_completes_a_verb(tmp_path: Path) -> None:
    assert _completed(tmp_path, "proeve", "stat") == ["status"]
    assert _completed(tmp_path, "proeve", "explain") == ["explain", "explain-result"]


def test_bash_completes_a_verb_below_a_verb_and_an_option(tmp_path: Path) -> None:
    assert _completed(tmp_path, "proeve", "hook", "ins") == ["install"]
    assert _completed(tmp_path, "proeve", "status", "--js") == ["--json"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(shell: str, tmp_path: Path) -> None:
    ran = proeve(tmp_path, "completion", shell)
    assert ran.code == 0
    assert f"_PROEVE_COMPLETE={shell}_complete" in ran.out.replace("(env ", "")


def test_another_shell_is_refused(tmp_path: Path) -> None:
    assert proeve(tmp_path, "completion", "tcsh").code == 2
