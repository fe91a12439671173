"""The rooms of the house: what imports what."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PLANTED = {
    "model/planted.py": "from proeve.rules import parts as parts",
    "rules/planted.py": "import os",
    "rules/planted_yaml.py": "import yaml",
    "judge_of_git.py": "import pygit2",
    "words/planted.py": "import jinja2",
    "deeds/planted.py": "import time",
    "report/planted.py": "from proeve import judge",
    "deeds/planted_store.py": "import fsspec",
    "deeds/ring_a.py": "from proeve.deeds import ring_b",
    "deeds/ring_b.py": "from proeve.deeds import ring_a",
}
CONTRACTS = (
    "Layers, high to low",
    "No cycles among siblings",
    "Judging is pure",
    "Reports and pages see verdicts only",
    "YAML and JSON Schema belong to reading",
    "Git and other programs belong to history",
    "Templates and MkDocs belong to site",
    "Terminal, clock and chance belong to the command line",
    "Stores behind an address belong to stores",
)
RUN = "from importlinter.cli import lint_imports_command as run; run()"


def lint_imports(top: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, "--no-cache", "--no-logo"],
        cwd=top,
        env={**os.environ, "PYTHONPATH": str(top / "tooling"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def with_violations(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what the contracts say of a copy with every violation planted in it."""
    top = tmp_path_factory.mktemp("house")
    shutil.copy(root / "pyproject.toml", top)
    shutil.copytree(
        root / "tooling" / "proeve",
        top / "tooling" / "proeve",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for name, line in PLANTED.items():
        (top / "tooling" / "proeve" / name).write_text(f"{line}\n", encoding="utf-8")
    outcome = lint_imports(top)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    return outcome.stdout


def test_the_contracts_hold(root: Path) -> None:
    outcome = lint_imports(root)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_contract_has_a_planted_violation(project: dict[str, object]) -> None:
    text = str(project["tool"])
    assert text.count("'type': ") == len(CONTRACTS)
    assert all(contract in text for contract in CONTRACTS)


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_planted_violation_is_caught(with_violations: str, contract: str) -> None:
    assert re.search(rf"^{re.escape(contract)} BROKEN", with_violations, re.MULTILINE)


def test_a_module_without_a_place_in_the_layers_is_caught(with_violations: str) -> None:
    assert "proeve.judge_of_git" in with_violations
