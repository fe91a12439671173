"""A letter as a page to print: to whom, which day, what it says."""

import html
from collections.abc import Iterable, Sequence

from proeve.report.findings import clean
from proeve.words.say import Language

_STYLE = (
    "body{font:11pt/1.5 sans-serif;max-width:42em;margin:2cm auto;padding:0 1em}"
    "address{font-style:normal;margin:0 0 2em}figure{margin:2em 0 0}"
    "figcaption{font-size:9pt}svg{width:3cm;height:3cm}@page{size:A4;margin:2cm}"
    "@media print{body{margin:0;padding:0}}"
)


def printed(  # noqa: PLR0913 - the places of a letter
    language: Language,
    *,
    title: str,
    to: Sequence[str],
    day: str,
    paragraphs: Iterable[Sequence[str]],
    below: str = "",
) -> str:
    """Return a letter; `below` is markup and goes in as it is, all else is text."""
    who = "<br>".join(_safe(each) for each in to if each)
    text = "\n".join(
        "<p>" + "<br>".join(map(_safe, lines)) + "</p>" for lines in paragraphs
    )
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{_safe(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<address>{who}</address>\n"
        f"<p>{_safe(day)}</p>\n<h1>{_safe(title)}</h1>\n{text}\n{below}\n"
        "</body>\n</html>\n"
    )


def _safe(text: str) -> str:
    return html.escape(clean(text))
