"""README and the papers say what the code says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from proeve.process.table import MEI_12, Row, Step
from proeve.process.vocabulary import Approver, Part, Role
from proeve.words.labels import label

ROOT = Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "tooling" / "ARCHITECTURE.md").read_text(encoding="utf-8")
ADRS = sorted((ROOT / "tooling" / "adr").glob("*.md"))
HALF_A_PAGE = 25
PAGE = 85


def table_under(heading: str) -> list[list[str]]:
    """Return the cells of the table in README under a heading, without its head."""
    section = README.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def people(row: Row) -> set[Approver]:
    return {approver for one_of in row.approvers for approver in one_of}


def approvers(step: Step) -> set[Approver]:
    """Return who approves a step in the straight way: who opens forms approves none."""
    rows = [MEI_12.rows[row] for row in step.rows]
    return {
        one
        for row in rows
        if not row.disputed and row.id.value != "unseal"
        for one in people(row)
    }


@pytest.mark.parametrize("step", MEI_12.steps, ids=lambda step: step.id.value)
def test_a_step_in_readme_equals_the_process(step: Step) -> None:
    cells = table_under("The twelve steps")[step.number - 1]
    assert cells[:5] == [
        str(step.number),
        label(step.id, "en"),
        label(step.id, "nl"),
        f"`{step.id}`",
        label(step.phase, "en"),
    ]


@pytest.mark.parametrize("step", MEI_12.steps, ids=lambda step: step.id.value)
def test_the_approvers_in_readme_equal_the_process(step: Step) -> None:
    cell = table_under("The twelve steps")[step.number - 1][5]
    named = {one for one in (*Part, *Role) if label(one, "en") in cell}
    expected = approvers(step)
    # A part and a role may share their label; the process says which is meant.
    assert {label(one, "en") for one in named} == {label(one, "en") for one in expected}


def test_readme_has_twelve_steps() -> None:
    assert len(table_under("The twelve steps")) == len(MEI_12.steps)


def test_readme_has_the_nine_roles() -> None:
    named = [(cells[0], cells[1]) for cells in table_under("The roles")]
    human = [role for role in Role if role is not Role.RECEIVER]
    assert named == [(label(role, "en"), label(role, "nl")) for role in human]


def commands() -> list[str]:
    return sorted(
        set(re.findall(r"(?:`|/bin/)proeve (?:-C \S+ )?([a-z][a-z-]*)", README))
    )


@pytest.mark.slow
@pytest.mark.parametrize("command", commands())
def test_a_command_in_readme_exists(command: str) -> None:
    run = "from proeve.cli import main; raise SystemExit(main())"
    outcome = subprocess.run(
        [sys.executable, "-c", run, command, "--help"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr


def test_every_link_in_the_papers_leads_somewhere() -> None:
    papers = [ROOT / "README.md", *(ROOT / "tooling").glob("*.md"), *ADRS]
    papers.append(ROOT / ".github" / "CONTRIBUTING.md")
    broken = [
        f"{paper.name}: {target}"
        for paper in papers
        for target in re.findall(r"\]\(([^)#:]+)\)", paper.read_text(encoding="utf-8"))
        if not (paper.parent / target).exists()
    ]
    assert broken == []


def test_architecture_is_one_page() -> None:
    assert len(ARCHITECTURE.splitlines()) <= PAGE


def test_architecture_draws_the_layers_that_are_held(
    project: dict[str, object],
) -> None:
    block = ARCHITECTURE.split("low to high\n\n", 1)[1].split("\n\n", 1)[0]
    drawn = [set(line[4:].split("   ", 1)[0].split()) for line in block.splitlines()]
    layers = re.search(r"'layers': \[(.*?)\]", str(project["tool"]))
    assert layers is not None
    held = [set(re.findall(r"\w+", each)) for each in layers.group(1).split(",")]
    assert drawn == [layer for layer in held if layer != {"__main__"}]


def test_architecture_has_a_reason_for_every_dependency(
    project: dict[str, object],
) -> None:
    (listed,) = re.findall(r"'dependencies': \[(.*?)\]", str(project["project"]))
    names = re.findall(r"'([a-z0-9-]+)[><=]", listed)
    reasons = ARCHITECTURE.split("each with its reason", 1)[1]
    assert [name for name in names if not re.search(rf"\b{name}\b", reasons)] == []


@pytest.mark.parametrize("path", ADRS, ids=lambda path: path.stem)
def test_a_decision_is_half_a_page_with_its_four_parts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    number = str(int(path.name[:4]))
    assert text.startswith(f"# {number}. ")
    parts = re.findall(r"^\*\*(.+?)\.\*\*", text, re.MULTILINE)
    assert parts == ["Context", "Choice", "So", "Given up"]
    assert len(text.splitlines()) <= HALF_A_PAGE


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in ADRS] == list(range(1, len(ADRS) + 1))


def test_the_changelog_opens_with_what_is_unreleased() -> None:
    text = (ROOT / "tooling" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[0] == "Unreleased"
