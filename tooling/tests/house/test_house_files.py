"""Which files there are, how long they are, and what may stand in none of them."""

import re
from pathlib import Path

import pytest

TOP = {
    "LICENSE",
    "Makefile",
    "README.md",
    "exams",
    "mkdocs.yml",
    "pyproject.toml",
    "schemas",
    "site_templates",
    "tooling",
}
TOOLING = {"ARCHITECTURE.md", "CHANGELOG.md", "adr", "benchmarks", "proeve", "tests"}
LONGEST = 400

# Each pattern has a class of one letter, so that it does not fit this file.
FORBIDDEN = re.compile(
    r"""
      /[w]ork/ | /[f]arm/ | (?<!\w)/[r]oot/ | /[t]mp/pv
    | \.[l]ibrary/ | [f]arm-(bench|studio)
    | pypi\.[o]rg | pythonhosted\.[o]rg | registry\.[n]pmjs | deb\.[d]ebian
    | \b[C]EO\b | \b[C]laude\b | \b[A]nthropic\b | \b[O]penAI\b | [C]hatGPT
    | \b[L]LMs?\b | \b[C]opilot\b
    """,
    re.VERBOSE,
)


def test_the_top_level_is_the_user_s_drawing(tracked: tuple[Path, ...]) -> None:
    names = {path.parts[0] for path in tracked}
    assert {name for name in names if not name.startswith(".")} == TOP


def test_tooling_holds_the_package_its_tests_and_its_papers(
    tracked: tuple[Path, ...],
) -> None:
    names = {path.parts[1] for path in tracked if path.parts[0] == "tooling"}
    assert names <= TOOLING


def test_no_module_is_longer_than_four_hundred_lines(
    root: Path, tracked: tuple[Path, ...]
) -> None:
    lengths = {
        str(path): len((root / path).read_text(encoding="utf-8").splitlines())
        for path in tracked
        if path.suffix == ".py"
    }
    assert {path: n for path, n in lengths.items() if n > LONGEST} == {}


def test_no_file_names_a_machine_a_registry_host_or_a_helper(
    root: Path, tracked: tuple[Path, ...]
) -> None:
    found = []
    for path in tracked:
        text = (root / path).read_bytes().decode("utf-8", errors="replace")
        found += [f"{path}: {match.group()}" for match in FORBIDDEN.finditer(text)]
    assert found == []


@pytest.mark.parametrize("word", ["/w" + "ork/main", "C" + "EO", "pypi." + "org"])
def test_the_search_for_forbidden_words_finds_them(word: str) -> None:
    assert FORBIDDEN.search(f"see {word} there")


def test_the_licence_is_the_whole_eupl(root: Path) -> None:
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert all(f"\n{number}." in text for number in range(1, 16))
    assert text.endswith("require the production of a new EUPL version.\n")
