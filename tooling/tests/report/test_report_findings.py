"""Findings as lines, and that no text of an exam can command whoever reads them."""

import json
from dataclasses import replace

import pytest

from proeve.model.findings import Finding, Location, Position, Severity
from proeve.report.findings import (
    FORMATS,
    github_lines,
    jsonl_lines,
    ordered,
    report_lines,
    text_lines,
)
from proeve.words.say import Language

PATH = "exams/groups/ei2-2026-a/pvb-1/exam.yml"
COMPANY = "exam.no-company"
PLACE = Position(12, 5)


def _finding(
    company: str = "c-999",
    *,
    path: str = PATH,
    at: Position | None = PLACE,
    commit: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    where = Location(path, at, (), commit)
    return Finding(COMPANY, where, {"company": company}, severity)


HOSTILE = (
    "::error file=x::owned",
    "\n::error::owned",
    "\r\n::warning::owned",
    "\u2028::error::owned",
    "\u2029::error::owned",
    "\x85::error::owned",
    "##[error]owned",
    "##[add-path]/tmp",
    "100%0A::error::owned",
    "\x1b]0;owned\x07\x1b[31m",
    "\u202eowned\u202c",
    "\u2066owned\u2069",
    "zero\u200bwidth",
    "\ufeffowned",
    "\ud800",
    "`$(owned)`",
)


def test_a_line_is_path_line_column_code_and_sentence() -> None:
    assert list(text_lines(_finding(), "en")) == [
        f"{PATH}:12:5: exam.no-company The training company c-999 is not in the "
        "registry.",
        "    The administrator enters the company in the registry.",
    ]


def test_the_sentence_is_in_the_reader_s_language() -> None:
    first, hint = text_lines(_finding(), "nl")
    assert first.endswith("Het leerbedrijf c-999 staat niet in het register.")
    assert hint == "    De beheerder zet het leerbedrijf in het register."


def test_without_a_position_it_is_the_first_character() -> None:
    assert next(text_lines(_finding(at=None), "nl")).startswith(f"{PATH}:1:1: ")


def test_a_finding_of_a_commit_names_it() -> None:
    line = next(text_lines(_finding(commit="0123456789abcdef"), "nl"))
    assert line.endswith(" (0123456789)")


def test_one_json_object_a_line() -> None:
    (line,) = jsonl_lines(_finding(commit="c0ffee"), "en")
    assert json.loads(line) == {
        "path": PATH,
        "line": 12,
        "column": 5,
        "commit": "c0ffee",
        "code": COMPANY,
        "severity": "error",
        "message": "The training company c-999 is not in the registry.",
        "hint": "The administrator enters the company in the registry.",
    }


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.NOTE, "notice")]
)
def test_a_forge_is_told_the_file_and_the_line(severity: Severity, level: str) -> None:
    (line,) = github_lines(_finding(severity=severity), "en")
    assert line == (
        f"::{level} file={PATH},line=12,col=5,title=exam.no-company::"
        "The training company c-999 is not in the registry. "
        "The administrator enters the company in the registry."
    )


def test_a_command_s_own_signs_are_escaped_in_its_properties() -> None:
    (line,) = github_lines(_finding(path="exams/a,b:c%d\r\ne.yml"), "en")
    place = line.removeprefix("::error ").split("::", 1)[0]
    assert place == (
        "file=exams/a%2Cb%3Ac%25d%0D%0Ae.yml,line=12,col=5,title=exam.no-company"
    )


def test_a_command_s_own_signs_are_escaped_in_its_message() -> None:
    (line,) = github_lines(_finding("50%\r\nof: a, b"), "en")
    assert "company 50%25%0D%0Aof: a, b is not" in line


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("style", FORMATS)
def test_a_hostile_argument_stays_text(style: str, text: str) -> None:
    _hold_harmless(style, _finding(text))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
@pytest.mark.parametrize("style", FORMATS)
def test_a_hostile_path_stays_text(style: str, text: str) -> None:
    _hold_harmless(style, _finding(path=text))


def _hold_harmless(style: str, finding: Finding) -> None:
    """Hold that every line is one line, printable, and no command but our own."""
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        lines = list(FORMATS[style](finding, language))
        for line in lines:
            assert line.isprintable(), ascii(line)
            assert len(line.splitlines()) == 1
            assert "##[" not in line or style == "github"
            line.encode("utf-8")
        commands = [line for line in lines if line.lstrip().startswith("::")]
        assert len(commands) == (1 if style == "github" else 0)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_json_keeps_what_it_was_given(text: str) -> None:
    (line,) = jsonl_lines(_finding(text, path=text), "en")
    told = json.loads(line)
    assert told["path"] == text
    assert text in told["message"]


def test_a_forge_reads_one_command_and_stops_there() -> None:
    (line,) = github_lines(_finding("::error::owned"), "en")
    level, rest = line.removeprefix("::").split(" ", 1)
    place, message = rest.split("::", 1)
    assert level == "error"
    assert "::" not in place
    assert message.startswith("The training company ::error::owned is not")


# Order


def test_findings_stand_in_order_of_path_line_column_and_code() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 1), ("a", 1, 30)]
    found = [_finding(path=p, at=Position(line, col)) for p, line, col in places]
    shown = [str(each.where) for each in ordered(found)]
    assert shown == ["a:1:30", "a:2:1", "a:2:9", "a:10:1", "b:1:1"]


def test_a_finding_without_a_place_comes_first_in_its_file() -> None:
    found = [_finding(at=Position(1, 2)), _finding(at=None)]
    assert [each.where.position for each in ordered(found)] == [None, Position(1, 2)]


def test_the_same_finding_is_told_once() -> None:
    assert len(ordered([_finding(), _finding(), _finding("c-998")])) == 2


def test_the_same_finding_in_two_commits_is_told_twice() -> None:
    assert len(ordered([_finding(commit="a"), _finding(commit="b")])) == 2


def test_the_order_does_not_depend_on_the_order_given() -> None:
    found = [_finding(str(n), at=Position(n % 3 + 1, 1)) for n in range(6)]
    assert ordered(found) == ordered(reversed(found))


def _noted(count: int) -> list[Finding]:
    return [
        Finding("exam.untimed", Location(f"exams/groups/g/26-{n}"), {}, Severity.NOTE)
        for n in range(count)
    ]


def test_what_many_places_share_for_information_is_told_once_and_last() -> None:
    lines = list(report_lines([*_noted(9), _finding()], "text", "en"))
    assert lines[:2] == list(text_lines(_finding(), "en"))
    assert lines[2].startswith("exam.untimed For your information, in 9 places: It is")
    assert lines[-1].startswith("    exams/groups/g/26-0, exams/groups/g/26-1, ")
    assert "and 6 more" in lines[-1]
    assert len(lines) == 5


def test_what_a_few_places_share_is_told_at_each() -> None:
    lines = list(report_lines(_noted(5), "text", "nl"))
    assert len(lines) == 10


def test_what_asks_for_something_is_told_at_each_place_however_many() -> None:
    many = [replace(note, severity=Severity.ERROR) for note in _noted(9)]
    assert len(list(report_lines(many, "text", "nl"))) == 18


def test_a_program_is_told_every_place() -> None:
    assert len(list(report_lines(_noted(9), "jsonl", "nl"))) == 9
