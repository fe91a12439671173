"""The minutes of a committee's evening, as Markdown or as a page to print.

They may hold names, where a directory file is given, and so lie outside the repository.
"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proeve.deeds.meeting.landing import Dropped, Landing
from proeve.deeds.meeting.tabled import Held, Line, Meeting
from proeve.directory.entries import Directory
from proeve.model.records import text_at
from proeve.process.vocabulary import Outcome
from proeve.report.findings import clean
from proeve.words.labels import label
from proeve.words.minutes import HEADS, PROOF, VOTES
from proeve.words.say import Language
from proeve.words.saying import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What is told of an evening, to whom, with which names.

    `students` has the student of each exam; `unsigned` whose signature is no good.
    """

    title: str
    meeting: Meeting
    landings: Sequence[Landing]
    dropped: Sequence[Dropped]
    signed: Sequence[str]
    unsigned: Sequence[str]
    students: dict[str, str]
    directory: Directory
    language: Language


@dataclass(frozen=True, slots=True)
class _Section:
    head: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def markdown_of(minutes: Minutes) -> str:
    """Return the minutes as Markdown."""
    lines = [f"# {_plain(_title(minutes))}", ""]
    lines += [f"* {_plain(name)}: {_plain(text)}" for name, text in _facts(minutes)]
    for section in _sections(minutes):
        lines += ["", f"## {section.head}", ""]
        if not section.rows:
            lines.append(_say(minutes, "nothing"))
            continue
        lines += [_row(section.columns), _row(("---",) * len(section.columns))]
        lines += [_row(tuple(map(_plain, row))) for row in section.rows]
    return "\n".join((*lines, "", PROOF.in_language(minutes.language), ""))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Return a text in which nothing is a mark of Markdown or HTML."""
    marks = "\\`*_[]<>|#&"
    return "".join(f"\\{each}" if each in marks else each for each in clean(text))


_STYLE = (
    "body{font:11pt/1.5 sans-serif;max-width:60em;margin:2cm auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;"
    "padding:.2em .5em;text-align:left;vertical-align:top}@page{size:A4;margin:2cm}"
)


def html_of(minutes: Minutes) -> str:
    """Return the minutes as a page to print."""
    parts = [f"<h1>{_safe(_title(minutes))}</h1>", "<ul>"]
    parts += [f"<li>{_safe(n)}: {_safe(text)}</li>" for n, text in _facts(minutes)]
    parts.append("</ul>")
    for section in _sections(minutes):
        parts.append(f"<h2>{_safe(section.head)}</h2>")
        parts += _html_table(minutes, section)
    parts.append(f"<p>{_safe(PROOF.in_language(minutes.language))}</p>")
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{minutes.language}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{_safe(_title(minutes))}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _html_table(minutes: Minutes, section: _Section) -> Iterator[str]:
    if not section.rows:
        yield f"<p>{_safe(_say(minutes, 'nothing'))}</p>"
        return
    heads = "".join(f'<th scope="col">{_safe(each)}</th>' for each in section.columns)
    yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
    for row in section.rows:
        yield f"<tr>{''.join(f'<td>{_safe(each)}</td>' for each in row)}</tr>"
    yield "</tbody>\n</table>"


def _safe(text: str) -> str:
    return html.escape(clean(text))


def _title(minutes: Minutes) -> str:
    return f"{_say(minutes, 'title')}: {minutes.title}"


def _facts(minutes: Minutes) -> Iterator[tuple[str, str]]:
    yield _say(minutes, "on"), minutes.meeting.on
    yield _say(minutes, "present"), _names(minutes, minutes.meeting.present)
    yield _say(minutes, "signed"), _names(minutes, minutes.signed)
    if minutes.unsigned:
        yield _say(minutes, "unsigned"), _names(minutes, minutes.unsigned)


def _sections(minutes: Minutes) -> Iterator[_Section]:
    yield _section(
        minutes,
        "decided",
        ("exam", "student", "about", "decision", "votes", "recused"),
        [_landed(minutes, each) for each in minutes.landings],
    )
    yield _section(
        minutes,
        "dropped",
        ("exam", "student", "about", "why"),
        [
            (*_exam(minutes, each.line), why(each, minutes.language))
            for each in minutes.dropped
        ],
    )
    yield _section(
        minutes,
        "held",
        ("exam", "student", "about"),
        [_exam(minutes, each) for each in minutes.meeting.held],
    )


def _section(
    minutes: Minutes, head: str, columns: Sequence[str], rows: list[tuple[str, ...]]
) -> _Section:
    heads = tuple(_say(minutes, each) for each in columns)
    return _Section(_say(minutes, head), heads, rows)


def _exam(minutes: Minutes, line: Line | Held) -> tuple[str, ...]:
    name = line.scope.removeprefix("groups/")
    student = minutes.directory.name(minutes.students.get(line.scope, ""))
    return name, student, label(line.what, minutes.language)


def _landed(minutes: Minutes, landing: Landing) -> tuple[str, ...]:
    line = landing.line
    return (
        *_exam(minutes, line),
        decided(line, minutes.language),
        _names(minutes, landing.votes),
        _names(minutes, line.recused),
    )


def decided(line: Line, language: Language) -> str:
    """Return what was decided in an exam, with the outcome or the reason."""
    data = line.papers["result.yml"].data if "result.yml" in line.papers else None
    outcome = next((o for o in Outcome if o == text_at(data, "outcome")), None)
    vote = VOTES[line.vote].in_language(language)
    more = label(outcome, language) if outcome else line.reason
    return f"{vote}: {more}" if more else vote


def why(dropped: Dropped, language: Language) -> str:
    """Return why a line did not land."""
    told = [sentence(f.code, f.args, language).text for f in dropped.findings]
    own = dropped.nl if language == "nl" else dropped.en
    return " ".join(dict.fromkeys(told)) or own


def _names(minutes: Minutes, people: Sequence[str]) -> str:
    return ", ".join(minutes.directory.name(who) for who in people)


def _say(minutes: Minutes, head: str) -> str:
    return HEADS[head].in_language(minutes.language)
