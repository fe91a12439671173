"""The pages of the site, made from one verdict; no engine is needed for them.

Ordinary pages are few and go through the theme one by one. The pages of groups and of
exams are many: the theme renders one shell of each kind, and these bodies are stamped
into it (`stamping`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from proeve.model.verdict import LedgerVerdict
from proeve.process.decisions import DECISIONS
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Level, Phase, Role
from proeve.site import finder
from proeve.site.edition import Edition, edition_of
from proeve.site.exam_view import exam_view
from proeve.site.legend import legend_of, meanings_of
from proeve.site.overview import groups_of, overview_of
from proeve.site.ratings import wordings_of
from proeve.site.reports import TITLES as REPORT_TITLES
from proeve.site.reports import report_bodies
from proeve.site.sentences import Explained, explained
from proeve.site.threats import threats_of
from proeve.words.codes import ALL
from proeve.words.labels_text import Label
from proeve.words.say import Language

_HEADING = re.compile(r'<h2 id="([a-z0-9-]+)">([^<]+)</h2>')
_MOST_URGENT = 40


class PageKind(StrEnum):
    """What a page is about; the many of one kind share a shell."""

    ORDINARY = "ordinary"
    GROUP = "group"
    EXAM = "exam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: `path` without `.html`; `title` is text, `above` and `body` are HTML.

    `above` stands before the heading; `headings` are the parts to jump to.
    """

    kind: PageKind
    path: str
    title: str
    body: str
    above: str = ""
    headings: tuple[tuple[str, str], ...] = ()


TITLES: Mapping[str, Label] = {
    "index": Label("Overzicht", "Overview"),
    "groepen/index": Label("Groepen", "Groups"),
    finder.PATH: finder.TITLE,
    **REPORT_TITLES,
    "spelregels/index": Label("Spelregels", "Process rules"),
    "spelregels/meldingen": Label("Meldingen", "Messages"),
    "spelregels/dreigingen": Label("Aanvallen", "Attacks"),
    "verantwoording": Label("Verantwoording", "Accountability"),
    "hulp/index": Label("Hulp", "Help"),
}
"""The ordinary pages, in the order of the navigation."""

EXAM_WORD = Label("Examen", "Exam")
_EXAM_PARTS: Mapping[str, Label] = {
    "stappen": Label("Wie gaf akkoord", "Who approved"),
    "beoordelingen": Label(
        "De twee beoordelingen naast elkaar", "The two judgements side by side"
    ),
    "besluiten": Label("Besluiten", "Decisions"),
    "verloop": Label("Verloop", "Timeline"),
    "echt": Label("Is dit echt?", "Is this real?"),
}


def pages(
    verdict: LedgerVerdict,
    language: Language,
    directory: Mapping[str, str] | None = None,
) -> Iterator[Page]:
    """Yield every page of the site in one language."""
    edition = edition_of(verdict, language, directory)
    yield from ordinary_pages(edition)
    yield from group_pages(edition)
    yield from exam_pages(edition)


def ordinary_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages that the theme renders one by one."""
    overview = overview_of(edition.verdict)
    values: Mapping[str, Mapping[str, object]] = {
        "index": {"view": overview, "most": _MOST_URGENT},
        "groepen/index": {
            "groups": tuple(groups_of(edition.verdict)),
            "phases": tuple(Phase),
        },
        "spelregels/index": {
            "process": MEI_12,
            "decisions": DECISIONS,
            "roles": tuple(Role),
        },
        "spelregels/meldingen": {"families": _families(edition.language)},
        "spelregels/dreigingen": threats_of(edition.language),
        "verantwoording": {"view": overview},
        "hulp/index": {
            "levels": tuple(Level),
            "states": tuple(meanings_of(edition.language)),
        },
    }
    for path, filled in values.items():
        up = "../" * path.count("/")
        yield _ordinary(edition, path, edition.render(_template(path), up, **filled))
    yield _ordinary(edition, finder.PATH, finder.finder_body(edition))
    for path, body in report_bodies(edition):
        yield _ordinary(edition, path, body)


def _ordinary(edition: Edition, path: str, body: str) -> Page:
    return Page(
        kind=PageKind.ORDINARY,
        path=path,
        title=TITLES[path].in_language(edition.language),
        body=body,
        headings=headings_of(body),
    )


def group_pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each group: its exams against the twelve steps."""
    values = {"process": MEI_12, "legend": tuple(legend_of(edition.language))}
    for group in groups_of(edition.verdict):
        yield Page(
            kind=PageKind.GROUP,
            path=f"groepen/{group.id}",
            title=group.title,
            above=edition.render("group-above", "../", group=group),
            body=edition.render("group", "../", group=group, **values),
        )


def exam_pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of each exam."""
    wordings = wordings_of(edition.verdict.registry, edition.language)
    parts = exam_headings(edition.language)
    titles = {group.id: group.title for group in groups_of(edition.verdict)}
    for exam in edition.verdict.exams:
        view = exam_view(exam, wordings)
        body = edition.render("exam", "../../", view=view, parts=parts)
        yield Page(
            kind=PageKind.EXAM,
            path=f"examens/{view.group}/{view.id}",
            title=view.facts.number,
            above=edition.render(
                "exam-above", "../../", view=view, group_title=titles[view.group]
            ),
            body=body,
        )


def exam_headings(language: Language) -> Mapping[str, str]:
    """Return the parts of an exam page by their id; every exam page has them all."""
    return {part: name.in_language(language) for part, name in _EXAM_PARTS.items()}


def headings_of(body: str) -> tuple[tuple[str, str], ...]:
    """Return the id and the text of each second-level heading."""
    return tuple(_HEADING.findall(body))


def _template(path: str) -> str:
    return path.removesuffix("/index").rpartition("/")[2].replace("index", "overview")


def _families(language: Language) -> Mapping[str, tuple[Explained, ...]]:
    families: dict[str, list[Explained]] = {}
    for code in sorted(ALL):
        family = families.setdefault(code.partition(".")[0], [])
        family.append(explained(code, language))
    return {family: tuple(codes) for family, codes in families.items()}
