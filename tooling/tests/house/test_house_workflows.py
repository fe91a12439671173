"""The workflows: pinned, with least permissions, and never led by a pull request."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[3]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ALLOWED = {
    ("exams", "judge"): {"contents": "read"},
    ("site", "build"): {"contents": "read"},
    ("site", "publish"): {"pages": "write", "id-token": "write"},
    ("tooling", "test"): {"contents": "read"},
}
PINNED = re.compile(
    r"- (?:id: \w+\n +)?uses: ([\w./-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+"
)

Step = TypedDict(
    "Step",
    {
        "name": str,
        "uses": str,
        "with": dict[str, str],
        "run": str,
        "env": dict[str, str],
    },
    total=False,
)
Job = TypedDict(
    "Job",
    {"permissions": dict[str, str], "steps": list[Step], "timeout-minutes": str},
    total=False,
)


class Workflow(TypedDict, total=False):
    """As much of a workflow as is asked about here."""

    on: dict[str, object]
    permissions: dict[str, str]
    jobs: dict[str, Job]


def load(path: Path) -> Workflow:
    # A workflow is no exam document; BaseLoader keeps `on` and all else as text.
    text = path.read_text(encoding="utf-8")
    workflow: Workflow = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506, TID251
    return workflow


def jobs() -> Iterator[tuple[str, str, Job]]:
    for path in WORKFLOWS:
        for name, job in load(path).get("jobs", {}).items():
            yield path.stem, name, job


def steps() -> Iterator[Step]:
    for _, _, job in jobs():
        yield from job.get("steps", [])


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_hash_and_says_its_version(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(PINNED.findall(text)) == text.count("uses: ")


def test_one_action_has_one_pin() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = set(PINNED.findall(text))
    assert len(pins) == len({action for action, _ in pins})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_gives_no_permission_by_default(path: Path) -> None:
    assert load(path).get("permissions") == {}


def test_every_job_has_exactly_the_permissions_it_needs() -> None:
    given = {(path, name): job.get("permissions") for path, name, job in jobs()}
    assert given == ALLOWED


def test_every_job_ends_in_time() -> None:
    assert all("timeout-minutes" in job for _, _, job in jobs())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_workflow_runs_with_rights_on_a_stranger_s_change(path: Path) -> None:
    assert set(load(path)["on"]) <= {"pull_request", "push", "workflow_dispatch"}


def test_no_checkout_leaves_its_token_behind() -> None:
    checkouts = [
        step for step in steps() if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkouts
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


def test_no_expression_is_pasted_into_a_script() -> None:
    assert not [step for step in steps() if "${{" in step.get("run", "")]


def test_pages_get_the_invented_practice_school_only() -> None:
    scripts = [
        step["run"].strip() for step in load_steps("site", "build") if "run" in step
    ]
    assert scripts == [
        "grep -qx 'environment: sample' exams/registry/school.yml",
        "make demo PYTHON=python",
    ]


def load_steps(workflow: str, job: str) -> list[Step]:
    path = ROOT / ".github" / "workflows" / f"{workflow}.yml"
    return load(path)["jobs"][job]["steps"]


def git(top: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=p", "-c", "user.email=p@proeve.invalid"]
    plain = ["-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"]
    subprocess.run(
        ["git", *identity, *plain, *arguments],
        cwd=top,
        check=True,
        capture_output=True,
        env={"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull},
    )


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """Return a clone as CI has it: a merge of main with a change of the tool."""
    top = tmp_path / "clone"
    top.mkdir()
    git(top, "init")
    (top / "tool.py").write_text("base\n", encoding="utf-8")
    git(top, "add", ".")
    git(top, "commit", "-m", "base")
    git(top, "switch", "-c", "change")
    (top / "tool.py").write_text("theirs\n", encoding="utf-8")
    (top / "pip.py").write_text("raise SystemExit('theirs')\n", encoding="utf-8")
    git(top, "add", ".")
    git(top, "commit", "-m", "change")
    git(top, "switch", "main")
    git(top, "merge", "--no-ff", "change")
    return top


def run_step(name: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run one step of the job that judges exams, as the runner does."""
    temporary = cwd.parent
    (script,) = (
        step["run"] for step in load_steps("exams", "judge") if step.get("name") == name
    )
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=cwd,
        env={
            "PATH": f"{temporary / 'stubs'}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(temporary),
            "GITHUB_PATH": str(temporary / "path"),
            "GITHUB_STEP_SUMMARY": str(temporary / "summary"),
            **env,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def stub(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_the_tool_that_judges_a_pull_request_is_the_base_s(
    merged: Path, tmp_path: Path
) -> None:
    making = (
        'mkdir -p "$3/bin"',
        'printf \'#!/bin/sh\\ncat "$3/tool.py"\\n\' > "$3/bin/pip"',
        'chmod +x "$3/bin/pip"',
    )
    stub(tmp_path / "stubs", "python", "\n".join(making))
    outcome = run_step("Install Proeve from the base commit", merged, TOOL="HEAD^1")
    assert (outcome.returncode, outcome.stdout) == (0, "base\n")
    assert not (tmp_path / "base" / "pip.py").exists()


def judged(merged: Path, base: str, trust_root: str = "") -> str:
    """Return the words that `proeve` gets for the annotations, ids as HEAD names."""
    stub(merged.parent / "stubs", "proeve", 'echo "$*"; exit 1')
    outcome = run_step("Verloop beoordelen", merged, BASE=base, TRUST_ROOT=trust_root)
    assert outcome.returncode == 1
    assert "--format summary" in (merged.parent / "summary").read_text("utf-8")
    said = outcome.stdout.strip()
    for name in ("HEAD^1", "HEAD^2", "HEAD"):
        said = said.replace(oid(merged, name), name)
    return said


def oid(top: Path, name: str) -> str:
    return subprocess.run(
        ["git", "rev-parse", name], cwd=top, check=True, capture_output=True, text=True
    ).stdout.strip()


def test_a_proposal_that_stands_on_the_base_is_judged_commit_by_commit(
    merged: Path,
) -> None:
    assert judged(merged, "HEAD^1") == (
        "--lang nl verify --rev HEAD^2 --base HEAD^1 --format github"
    )


def test_a_proposal_on_an_older_base_is_judged_as_its_merge(merged: Path) -> None:
    git(merged, "reset", "--hard", "HEAD^1")
    (merged / "more").write_text("more\n", encoding="utf-8")
    git(merged, "add", ".")
    git(merged, "commit", "-m", "meanwhile")
    git(merged, "merge", "--no-ff", "change")
    assert judged(merged, "HEAD^1") == (
        "--lang nl verify --rev HEAD --base HEAD^1 --format github"
    )


def test_a_push_is_judged_whole_and_by_the_trust_root_if_there_is_one(
    merged: Path,
) -> None:
    assert judged(merged, "", "proeve:r-1") == (
        "--lang nl verify --rev HEAD --trust-root proeve:r-1 --format github"
    )
