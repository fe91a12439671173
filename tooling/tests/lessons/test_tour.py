"""The tour of the handbook: its commands, as they stand there, in a shell."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import TOOLING, TOP

pytestmark = pytest.mark.slow

_BLOCK = re.compile(r"^```bash\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SOUND = {"nl": "Alles is in orde.", "en": "All is in order."}
_OVER = {"nl": "Alle twaalf stappen zijn gedaan", "en": "All twelve steps are done"}


def page(language: str) -> str:
    file = TOP / "site_templates" / "handbook" / language / "rondleiding.md"
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_tour_s_commands_do_what_the_page_says(
    language: str, tmp_path: Path
) -> None:
    blocks = _BLOCK.findall(page(language))
    assert len(blocks) == 5
    tool = tmp_path / "bin" / "proeve"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m proeve "$@"\n')
    tool.chmod(0o755)
    done = subprocess.run(
        ["sh", "-e", "-c", "".join(blocks)],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{tool.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(TOOLING),
            "LANG": "en_GB.UTF-8" if language == "en" else "nl_NL.UTF-8",
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith(_SOUND[language])
    assert _OVER[language] in done.stdout


def test_both_languages_give_the_same_commands() -> None:
    named = {"EXAMEN": "EXAM", "oefenschool": "school"}
    dutch, english = ("".join(_BLOCK.findall(page(each))) for each in ("nl", "en"))
    for old, new in named.items():
        dutch = dutch.replace(old, new)
    dutch = dutch.replace("De uitslag is verstuurd.", "The result was sent.")
    assert dutch == english
