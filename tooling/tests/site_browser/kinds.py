"""The kinds of pages that a built site has, and a page of each to look at.

A page that no kind here takes is a kind of its own, so that none is left out.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from proeve.site.shipped import shipped_templates

_MANY: Mapping[str, str] = {
    "examen": r"examens/[^/]+/[^/]+",
    "groep": r"groepen/(?!index)[^/]+",
    "student": r"studenten/[^/]+",
    "leerbedrijf": r"leerbedrijven/(?!index)[^/]+",
    "taken-van-een-rol": r"taken/(?!index)[^/]+",
    "document": r"spelregels/documenten/[^/]+",
    "opdracht": r"hulp/opdrachten/[^/]+",
    "stappen-van-een-rol": r"hulp/rollen/[^/]+",
}
# An exam looks different where it stands still, and where it is over.
_EXAMS: Mapping[str, str] = {
    "examen-dat-vastzit": 'class="pv-card pv-why',
    "examen-dat-klaar-is": '<section class="pv-card is-done"',
}
# A server shows it for an address that leads nowhere; its links start at the top.
_ELSEWHERE = "404"


def kinds_of(site: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the pages of each kind in the first language, the longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(site.rglob("*.html"), key=lambda each: -each.stat().st_size):
        name = path.relative_to(site).as_posix()
        kind = _kind(name.removesuffix(".html"))
        if not name.startswith("en/") and kind != _ELSEWHERE:
            found[kind].append(name)
    return {kind: tuple(names) for kind, names in sorted(found.items())}


def one_of_each(site: Path) -> Mapping[str, str]:
    """Return a page of each kind: the longest, which has most in it."""
    kinds = kinds_of(site)
    chosen = {kind: names[0] for kind, names in kinds.items()}
    for kind, sign in _EXAMS.items():
        signed = (name for name in kinds.get("examen", ()) if sign in _text(site, name))
        if (name := next(signed, None)) is not None:
            chosen[kind] = name
    return chosen


def _kind(page: str) -> str:
    for kind, pattern in _MANY.items():
        if re.fullmatch(pattern, page):
            return kind
    if (shipped_templates() / "handbook" / "nl" / f"{page}.md").is_file():
        return "handboek"
    return page.removesuffix("/index").replace("/", "-").replace("index", "overzicht")


def _text(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")
