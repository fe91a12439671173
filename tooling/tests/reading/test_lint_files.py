import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import proeve
from proeve.errors import RepositoryError, UsageError
from proeve.model.findings import Finding
from proeve.reading import halves
from proeve.reading.lint import lint_files

GOOD = """\
schema: proeve/company/v1
id: c-114
recognition: {status: recognised, checked_at: "2026-09-01"}
"""


@pytest.fixture
def school(tmp_path: Path) -> Path:
    write(tmp_path, "exams/registry/companies/c-114.yml", GOOD)
    write(tmp_path, "exams/registry/companies/c-115.yml", GOOD + "id: x\n")
    write(tmp_path, f"exams/registry/acts/{'a' * 64}.act", "no yaml: [")
    write(tmp_path, f"exams/groups/g/e/evidence/{'0' * 64}", "no yaml: [")
    write(tmp_path, "exams/notes.txt", "losse notitie")
    write(tmp_path, "README.md", "no yaml: [")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told(findings: list[Finding]) -> list[str]:
    return [f"{finding.where} {finding.code}" for finding in findings]


WHOLE = [
    "exams/notes.txt:1:1 path.unknown-file",
    "exams/registry/companies/c-115.yml:4:1 yaml.duplicate",
]


def test_without_paths_all_of_exams_is_looked_at(school: Path) -> None:
    assert told(list(lint_files([], school))) == WHOLE


@pytest.mark.parametrize("name", [".", "exams"])
def test_a_folder_is_all_that_is_in_it(school: Path, name: str) -> None:
    assert told(list(lint_files([school / name], school))) == WHOLE


def test_only_the_paths_that_are_named_are_looked_at(school: Path) -> None:
    companies = school / "exams/registry/companies"
    assert told(list(lint_files([companies], school))) == WHOLE[1:]
    assert not list(lint_files([companies / "c-114.yml"], school))
    assert told(list(lint_files([companies / "c-115.yml"] * 2, school))) == WHOLE[1:]


def test_paths_may_be_relative_to_where_one_stands(
    school: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(school / "exams")
    assert told(list(lint_files([Path("notes.txt")], Path("..")))) == WHOLE[:1]


def test_a_file_outside_exams_is_a_finding(school: Path) -> None:
    found = list(lint_files([school / "README.md"], school))
    assert told(found) == ["README.md:1:1 path.outside"]
    found = list(lint_files([school], school / "exams/registry"))
    assert [finding.code for finding in found] == ["path.outside"]


def test_a_link_is_a_finding_and_is_not_followed(school: Path) -> None:
    companies = school / "exams/registry/companies"
    (companies / "c-116.yml").symlink_to(companies / "c-114.yml")
    (school / "exams/groups/h").symlink_to(school, target_is_directory=True)
    os.mkfifo(companies / "c-117.yml")
    assert told(list(lint_files([], school))) == [
        "exams/groups/h:1:1 path.not-plain",
        *WHOLE,
        "exams/registry/companies/c-116.yml:1:1 path.not-plain",
        "exams/registry/companies/c-117.yml:1:1 path.not-plain",
    ]


def test_a_name_that_is_not_text_can_be_printed(school: Path) -> None:
    place = os.fsencode(school / "exams/registry/companies") + b"/\xff.yml"
    with open(place, "wb"):  # noqa: PTH123 - a name that no Path of text can have
        pass
    found = told(list(lint_files([], school)))
    assert "exams/registry/companies/\\udcff.yml:1:1 path.part" in found


def test_what_is_not_there_stops_the_tool(school: Path) -> None:
    with pytest.raises(UsageError):
        list(lint_files([school / "exams/none.yml"], school))
    with pytest.raises(RepositoryError):
        list(lint_files([], school / "exams/registry"))


def test_a_large_file_is_not_read_whole(school: Path) -> None:
    name = "exams/registry/companies/c-118.yml"
    with (school / name).open("wb") as stream:
        stream.truncate(10**9)
    assert told(list(lint_files([school / name], school))) == [
        f"{name}:1:1 yaml.too-large"
    ]


TWO_PROCESSES = """
import os, sys
from pathlib import Path
from proeve.reading import lint

lint.PAYS_FROM = 10
forks, fork = [], os.fork
os.fork = lambda: forks.append(1) or fork()
for finding in lint.lint_files([], Path(sys.argv[1])):
    print(finding.where, finding.code)
print(len(forks))
"""


def test_two_processes_find_what_one_finds(school: Path) -> None:
    for number in range(40):
        name = f"exams/registry/companies/d-{number}.yml"
        write(school, name, GOOD + f"x{number % 3}: {number}\n" * (number % 2))
    alone = told(list(lint_files([], school, workers=1)))
    both = in_a_process_of_its_own(TWO_PROCESSES, school)
    forks = "1" if sys.platform.startswith("linux") else "0"
    assert both == [*alone, forks]
    assert len(alone) == 22


LEFT_EARLY = """
import os, sys
from pathlib import Path
from proeve.reading import lint

lint.PAYS_FROM = 1
found = lint.lint_files([], Path(sys.argv[1]))
print(next(found).code)
found.close()
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("no child is left")
"""


def test_nobody_has_to_wait_for_the_rest(school: Path) -> None:
    told_and_left = in_a_process_of_its_own(LEFT_EARLY, school)
    assert told_and_left == ["path.unknown-file", "no child is left"]


def in_a_process_of_its_own(script: str, school: Path) -> list[str]:
    """Return what it prints; a test runner has threads and children of others."""
    done = subprocess.run(
        [sys.executable, "-c", script, str(school)],
        env={**os.environ, "PYTHONPATH": str(Path(proeve.__file__).parents[1])},
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.splitlines()


def test_what_stops_the_second_process_comes_up_in_the_first() -> None:
    def look(items: Sequence[int]) -> Iterator[Finding]:
        if 2 in items:
            raise RepositoryError("x", "x")
        return iter(())

    with pytest.raises(RepositoryError):
        list(halves.in_two(look, [1, 2]))
