"""The minutes of a committee's evening, as Markdown or as a page to print.

They may hold names, where a directory file is given, and so lie outside the repository.
"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proeve.directory.entries import Directory
from proeve.model.findings import Finding
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome, RowId
from proeve.report.findings import clean
from proeve.words.labels import label
from proeve.words.minutes import HEADS, PROOF, VOTES
from proeve.words.say import Language
from proeve.words.saying import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that was on the agenda, and what became of it.

    `vote` is what the committee did, by its word; empty where it was left for later.
    Where it did not land, `nl`, `en` and `findings` say why.
    """

    exam: str
    student: str
    about: RowId | DecisionKind
    vote: str = ""
    outcome: Outcome | None = None
    reason: str = ""
    voted: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()
    nl: str = ""
    en: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """What is told of an evening, to whom, with which names.

    `unsigned` are those whose signature is no good.
    """

    title: str
    on: str
    present: Sequence[str]
    signed: Sequence[str]
    unsigned: Sequence[str]
    landed: Sequence[Item]
    dropped: Sequence[Item]
    held: Sequence[Item]
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
    yield _say(minutes, "on"), minutes.on
    yield _say(minutes, "present"), _names(minutes, minutes.present)
    yield _say(minutes, "signed"), _names(minutes, minutes.signed)
    if minutes.unsigned:
        yield _say(minutes, "unsigned"), _names(minutes, minutes.unsigned)


def _sections(minutes: Minutes) -> Iterator[_Section]:
    yield _section(
        minutes,
        "decided",
        ("exam", "student", "about", "decision", "votes", "recused"),
        [_landed(minutes, each) for each in minutes.landed],
    )
    yield _section(
        minutes,
        "dropped",
        ("exam", "student", "about", "why"),
        [
            (*_exam(minutes, each), why(each, minutes.language))
            for each in minutes.dropped
        ],
    )
    yield _section(
        minutes,
        "held",
        ("exam", "student", "about"),
        [_exam(minutes, each) for each in minutes.held],
    )


def _section(
    minutes: Minutes, head: str, columns: Sequence[str], rows: list[tuple[str, ...]]
) -> _Section:
    heads = tuple(_say(minutes, each) for each in columns)
    return _Section(_say(minutes, head), heads, rows)


def _exam(minutes: Minutes, item: Item) -> tuple[str, ...]:
    student = minutes.directory.name(item.student)
    return item.exam, student, label(item.about, minutes.language)


def _landed(minutes: Minutes, item: Item) -> tuple[str, ...]:
    return (
        *_exam(minutes, item),
        decided(item, minutes.language),
        _names(minutes, item.voted),
        _names(minutes, item.recused),
    )


def decided(item: Item, language: Language) -> str:
    """Return what was decided in an exam, with the outcome or the reason."""
    vote = VOTES[item.vote].in_language(language)
    more = label(item.outcome, language) if item.outcome else item.reason
    return f"{vote}: {more}" if more else vote


def why(item: Item, language: Language) -> str:
    """Return why something did not land."""
    told = [sentence(f.code, f.args, language).text for f in item.findings]
    own = item.nl if language == "nl" else item.en
    return " ".join(dict.fromkeys(told)) or own


def _names(minutes: Minutes, people: Sequence[str]) -> str:
    return ", ".join(minutes.directory.name(who) for who in people)


def _say(minutes: Minutes, head: str) -> str:
    return HEADS[head].in_language(minutes.language)
