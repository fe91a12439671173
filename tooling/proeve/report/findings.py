"""Findings as lines: for a terminal, for a program, and as annotations on a forge.

Messages quote text from exams, so each format escapes what could command its reader.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from proeve.model.findings import Finding, Position, Severity
from proeve.words.headings import AND_MORE, NOTED, NOTED_OFTEN
from proeve.words.say import Language, Say
from proeve.words.saying import sentence

_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff]"
)
_OLD_COMMAND = re.compile(r"##(?=\[)")
"""A forge's runner takes `##[` for a command wherever it stands in a line."""
_COMMAND = re.compile(r"^\s*::")

Format = Callable[[Finding, Language], Iterator[str]]


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Return each finding once, sorted by place and code."""
    once = {_key(finding): finding for finding in findings}
    return [once[key] for key in sorted(once)]


_Key = tuple[str, Position, str, str, tuple[str, ...], str]


def _key(finding: Finding) -> _Key:
    """Return what a finding is sorted by; a commit's id says nothing to a reader."""
    where = finding.where
    said = tuple(f"{name}={value}" for name, value in sorted(finding.args.items()))
    at = where.position or Position(1, 1)
    commit = where.commit or ""
    first = "" if where.path else commit
    return where.path, at, first, finding.code, said, commit


def text_lines(finding: Finding, language: Language) -> Iterator[str]:
    """Yield `path:line:column: code sentence` and the hint below it."""
    say = sentence(finding.code, finding.args, language)
    short = (finding.where.commit or "")[:10]
    # What is wrong with a commit as a whole lies in no file.
    nowhere = short and not finding.where.path
    place = f"commit {short}" if nowhere else str(finding.where)
    commit = f" ({short})" if short and not nowhere else ""
    note = finding.severity is not Severity.ERROR
    told = f"{NOTED.in_language(language)} " if note else ""
    yield clean(f"{place}: {finding.code} {told}{say.text}{commit}")
    if say.hint:
        yield f"    {clean(say.hint)}"


def report_lines(
    findings: Iterable[Finding], style: str, language: Language
) -> Iterator[str]:
    """Yield findings in order, in one of `FORMATS`.

    In text, what is only for information and is so in many places is told once, after
    what asks for something: a list for programs names each place.
    """
    found = ordered(findings)
    often = _told_often(found, language) if style == "text" else {}
    apart = {id(finding) for group in often.values() for finding in group}
    for finding in found:
        if id(finding) not in apart:
            yield from FORMATS[style](finding, language)
    for say, group in often.items():
        yield from _together(say, group, language)


_OFTEN = 6
_SHOWN = 3


def _told_often(
    found: Iterable[Finding], language: Language
) -> Mapping[tuple[str, Say], list[Finding]]:
    """Return the notes that more than a few places share, in the order of the first."""
    notes: dict[tuple[str, Say], list[Finding]] = {}
    for finding in found:
        if finding.severity is not Severity.ERROR:
            say = sentence(finding.code, finding.args, language)
            notes.setdefault((finding.code, say), []).append(finding)
    return {said: group for said, group in notes.items() if len(group) >= _OFTEN}


def _together(
    said: tuple[str, Say], group: Sequence[Finding], language: Language
) -> Iterator[str]:
    code, say = said
    noted = NOTED_OFTEN.in_language(language).format(count=len(group))
    yield clean(f"{code} {noted} {say.text}")
    if say.hint:
        yield f"    {clean(say.hint)}"
    places = [str(finding.where.path) for finding in group]
    shown, more = ", ".join(places[:_SHOWN]), len(places) - _SHOWN
    yield f"    {clean(shown)} {AND_MORE.in_language(language).format(count=more)}"


def jsonl_lines(finding: Finding, language: Language) -> Iterator[str]:
    """Yield the finding as one JSON object."""
    say = sentence(finding.code, finding.args, language)
    at = finding.where.position or Position(1, 1)
    line = json.dumps(
        {
            "path": finding.where.path,
            "line": at.line,
            "column": at.column,
            "commit": finding.where.commit,
            "code": finding.code,
            "severity": finding.severity,
            "message": say.text,
            "hint": say.hint,
        },
        ensure_ascii=False,
    )
    # What JSON lets through is still a character that a terminal or a runner obeys.
    yield _CONTROL.sub(_escaped, _OLD_COMMAND.sub("#\\\\u0023", line))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def github_lines(finding: Finding, language: Language) -> Iterator[str]:
    """Yield the finding as a workflow command that annotates its line."""
    say = sentence(finding.code, finding.args, language)
    at = finding.where.position or Position(1, 1)
    level = "error" if finding.severity is Severity.ERROR else "notice"
    place = (
        f"file={_property(finding.where.path)},line={at.line},col={at.column},"
        f"title={_property(finding.code)}"
    )
    yield f"::{level} {place}::{_command(f'{say.text} {say.hint}'.strip())}"


def clean(text: str) -> str:
    """Return text without what could command a terminal, a runner or the eye."""
    shown = _OLD_COMMAND.sub("#\ufffd", _CONTROL.sub("\ufffd", text))
    return _COMMAND.sub("\ufffd", shown)


def _command(text: str) -> str:
    """Escape what would end or begin a workflow command."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return _CONTROL.sub("\ufffd", escaped)


def _property(text: str) -> str:
    return _command(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Format] = {
    "text": text_lines,
    "jsonl": jsonl_lines,
    "github": github_lines,
}
