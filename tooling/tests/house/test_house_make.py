"""The Makefile and `.ci/run`: what is missing is said in one sentence."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FAKE_PYTHON = """#!/bin/sh
case "$*" in
  *version_info*) exit {too_old} ;;
  *ensurepip*) exit {without_venv} ;;
  --version) echo 'Python 3.12.9' ;;
  *) echo "ran: $*"; exit 9 ;;
esac
"""


def program(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a folder that is all of the PATH: make, a shell, Git and OpenSSH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "pyproject.toml").touch()
    for name in ("make", "sh", "bash", "env", "dirname", "id", "cat"):
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    for name in ("git", "ssh-keygen"):
        program(folder, name, "#!/bin/sh\n")
    return folder


def make_environment(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", ".venv/run.stamp"],
        cwd=path.parent,
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def first_line(outcome: subprocess.CompletedProcess[str]) -> str:
    assert outcome.returncode != 0
    return (outcome.stdout + outcome.stderr).splitlines()[0]


def test_without_python_one_sentence_says_so(path: Path) -> None:
    assert first_line(make_environment(path)) == (
        "Proeve needs Python 3.11 or newer, and none was found on the PATH."
    )


def test_an_old_python_is_no_python(path: Path) -> None:
    program(path, "python3", FAKE_PYTHON.format(too_old=1, without_venv=0))
    assert "none was found" in first_line(make_environment(path))


def test_a_stub_without_a_python_behind_it_is_passed_over(path: Path) -> None:
    program(path, "python3.13", "#!/bin/sh\nexit 127\n")
    program(path, "python3", FAKE_PYTHON.format(too_old=0, without_venv=0))
    outcome = make_environment(path)
    assert first_line(outcome) == "Making .venv with Python 3.12.9 (once) ..."
    assert "ran: -m venv --clear .venv" in outcome.stdout


def test_a_python_without_venv_is_named(path: Path) -> None:
    program(path, "python3.12", FAKE_PYTHON.format(too_old=0, without_venv=1))
    assert first_line(make_environment(path)) == (
        "Python 3.12.9 is here without its venv module: install python3-venv."
    )


@pytest.mark.parametrize("tool", ["git", "ssh-keygen"])
def test_a_missing_program_is_named(path: Path, tool: str) -> None:
    (path / tool).unlink()
    assert first_line(make_environment(path)) == (
        f"Proeve needs {tool}, and it is not on this machine's PATH."
    )


def test_an_environment_that_failed_is_tried_again(path: Path) -> None:
    make_environment(path)
    assert not (path.parent / ".venv" / "run.stamp").exists()


@pytest.mark.parametrize(("place", "made"), [(".", False), ("elsewhere", True)])
def test_an_environment_that_was_moved_is_made_again(
    path: Path, place: str, *, made: bool
) -> None:
    program(path, "python3", FAKE_PYTHON.format(too_old=0, without_venv=0))
    stamp = path.parent / ".venv" / "run.stamp"
    stamp.parent.mkdir()
    stamp.write_text(f"{(path.parent / place).resolve()}\n", encoding="utf-8")
    assert ("Making .venv" in make_environment(path).stdout) is made


def test_every_target_in_the_papers_is_in_the_makefile() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    papers = [ROOT / "README.md", ROOT / ".github" / "CONTRIBUTING.md"]
    named = {
        name
        for paper in papers
        for name in re.findall(
            r"(?:`|^    )make ([a-z]+)", paper.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    assert {"demo", "test", "serve"} <= named <= targets


def ci_run(path: Path) -> subprocess.CompletedProcess[str]:
    (path / "make").unlink()
    program(path, "make", '#!/bin/sh\necho "make $* with CI=$CI"\n')
    return subprocess.run(
        ["bash", str(ROOT / ".ci" / "run")],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_ci_with_a_missing_tool_fails_and_names_it(path: Path) -> None:
    program(path, "age", "#!/bin/sh\n")
    program(path, "openssl", "#!/bin/sh\n")
    program(path, "sshd", "#!/bin/sh\n")
    outcome = ci_run(path)
    assert outcome.returncode == 1
    assert outcome.stderr == (
        "These tools are missing and cannot be installed here: chromium.\n"
    )


def test_ci_runs_every_test(path: Path) -> None:
    program(path, "age", "#!/bin/sh\n")
    program(path, "openssl", "#!/bin/sh\n")
    program(path, "chromium", "#!/bin/sh\n")
    program(path, "sshd", "#!/bin/sh\n")
    outcome = ci_run(path)
    assert (outcome.returncode, outcome.stdout) == (0, "make test with CI=true\n")
