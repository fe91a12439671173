"""The pages of the site, made from one verdict; no engine is needed for them.

Ordinary pages are few and are made anew at each build. The pages of groups and of exams
are many, and each is made again only when something that it is made of has changed. The
theme renders shells, and every body is stamped into one (`stamping`).
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import TypeVar

from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.process.decisions import DECISIONS
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Level, Phase, Role
from proeve.site import finder
from proeve.site.access import access_of
from proeve.site.calendars import exam_calendar
from proeve.site.companies import companies_of, company_leaves
from proeve.site.derivation import LINES
from proeve.site.edition import Edition, edition_of
from proeve.site.exam_view import exam_view
from proeve.site.legend import legend_of, meanings_of
from proeve.site.lists import TITLES as LIST_TITLES
from proeve.site.lists import account, accounts, list_bodies, quiet
from proeve.site.overview import GroupView, groups_of, overview_of
from proeve.site.page import Leaf as Leaf
from proeve.site.page import Page as Page
from proeve.site.page import PageKind as PageKind
from proeve.site.paging import Stretch, stretches
from proeve.site.profiles.judgements import withheld
from proeve.site.public_view import public_body
from proeve.site.ratings import Wordings, instrument_title, wordings_of
from proeve.site.reference import TITLES as REFERENCE_TITLES
from proeve.site.reference import reference_page, reference_paths
from proeve.site.reports import TITLES as REPORT_TITLES
from proeve.site.reports import report_bodies
from proeve.site.role_pages import PEOPLE, role_bodies
from proeve.site.sentences import MESSAGES, Explained, explained
from proeve.site.students import student_leaves, students_without_exam
from proeve.site.threats import threats_of
from proeve.site.waits import waits_of
from proeve.words.codes import ALL
from proeve.words.labels_lists import FAMILIES
from proeve.words.labels_text import Label
from proeve.words.say import Language

_HEADING = re.compile(r'<h2 id="([a-z0-9-]+)">([^<]+)</h2>')
T = TypeVar("T")
_MOST_URGENT = 32
_MOST_FINDINGS = 6


TITLES: Mapping[str, Label] = {
    "index": Label("Overzicht", "Overview"),
    **LIST_TITLES,
    "groepen/index": Label("Groepen", "Groups"),
    "leerbedrijven/index": Label("Leerbedrijven", "Companies"),
    finder.PATH: finder.TITLE,
    **REPORT_TITLES,
    "spelregels/index": Label("Spelregels", "Process rules"),
    MESSAGES: Label("Meldingen", "Messages"),
    "spelregels/dreigingen": Label("Aanvallen", "Attacks"),
    "verantwoording": Label("Verantwoording", "Accountability"),
    "spelregels/documenten": REFERENCE_TITLES["spelregels/documenten"],
    "hulp/index": Label("Hulp", "Help"),
    "hulp/wie-ziet-wat": Label("Wie ziet wat", "Who sees what"),
    "hulp/opdrachten": REFERENCE_TITLES["hulp/opdrachten"],
}
"""The ordinary pages that have a shell of their own and a place in the navigation.

Others are stamped into a plain shell of their depth.
"""

KIND_WORDS: Mapping[str, Label] = {
    PageKind.EXAM: Label("Examen", "Exam"),
    PageKind.STUDENT: Label("Student", "Student"),
    PageKind.COMPANY: Label("Leerbedrijf", "Company"),
}
"""What stands before the title of a page of a kind."""
_EXAM_PARTS: Mapping[str, Label] = {
    "stappen": Label("Wie gaf akkoord", "Who approved"),
    "beoordelingen": Label(
        "De twee beoordelingen naast elkaar", "The two judgements side by side"
    ),
    "besluiten": Label("Besluiten", "Decisions"),
    "veranderd": Label("Wat is er veranderd?", "What has changed?"),
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
    yield from (leaf.make() for leaf in leaves(edition))
    yield from exam_pages(edition)


def ordinary_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages that are made anew at each build."""
    yield from counted_pages(edition)
    yield from listed_pages(edition)


def listed_pages(edition: Edition) -> Iterator[Page]:
    """Yield those that tell of the lists of the day."""
    path = "verantwoording"
    body = edition.render(
        path,
        "",
        view=account(edition),
        most=_MOST_FINDINGS,
        lists=accounts(edition),
        quiet=quiet(edition),
    )
    yield _ordinary(edition, path, body)
    for path, title, body in list_bodies(edition):
        yield _titled(path, title, body)


def counted_pages(edition: Edition) -> Iterator[Page]:
    """Yield those that count exams or are the same for every school."""
    overview = overview_of(edition)
    values: Mapping[str, Mapping[str, object]] = {
        "index": {
            "view": overview,
            "most": _MOST_URGENT,
            "waits": waits_of(edition.each(LINES)),
        },
        "spelregels/index": {
            "process": MEI_12,
            "decisions": DECISIONS,
            "roles": tuple(Role),
        },
        MESSAGES: {"families": _families(edition.language)},
        "spelregels/dreigingen": threats_of(edition.language),
        "hulp/index": {
            "levels": tuple(Level),
            "roles": PEOPLE,
            "states": tuple(meanings_of(edition.language)),
        },
        "hulp/wie-ziet-wat": {"table": access_of(TITLES, edition.language)},
    }
    if edition.figures is not None:
        yield _ordinary(edition, "index", public_body(edition, edition.figures))
        values = {path: filled for path, filled in values.items() if path != "index"}
    for path, filled in values.items():
        up = "../" * path.count("/")
        yield _ordinary(edition, path, edition.render(_template(path), up, **filled))
    yield _ordinary(edition, finder.PATH, finder.finder_body(edition))
    for path, body in report_bodies(edition):
        yield _ordinary(edition, path, body)
    yield from _indexes(edition)
    for path, title, body in role_bodies(edition):
        yield _titled(path, title, body)


def _indexes(edition: Edition) -> Iterator[Page]:
    """Yield the pages on which all groups and all companies stand."""
    names = edition.names
    groups = stretches("groepen/index", [*groups_of(edition)], lambda one: one.title)
    companies = stretches(
        "leerbedrijven/index",
        [*companies_of(edition)],
        lambda one: names.get(one.id, one.id),
    )
    for some in groups:
        yield _stretch(edition, "groepen/index", some, phases=tuple(Phase))
    for few in companies:
        yield _stretch(edition, "leerbedrijven/index", few)


def _stretch(edition: Edition, index: str, page: Stretch[T], **values: object) -> Page:
    up = "../" * page.path.count("/")
    body = edition.render(_template(index), up, page=page, **values)
    return _titled(page.path, TITLES[index].in_language(edition.language), body)


def is_shown(edition: Edition, page: Page | Leaf) -> bool:
    """Tell whether the readers of an edition get this page."""
    if page.kind is PageKind.ORDINARY:
        return edition.profile.has(page.path)
    return edition.profile.has_kind(page.kind)


def _ordinary(edition: Edition, path: str, body: str) -> Page:
    return _titled(path, TITLES[path].in_language(edition.language), body)


def _titled(path: str, title: str, body: str) -> Page:
    return Page(
        kind=PageKind.ORDINARY,
        path=path,
        title=title,
        body=body,
        headings=headings_of(body),
    )


def leaves(edition: Edition) -> Iterator[Leaf]:
    """Yield the pages that are many, but for those of exams."""
    values = {"process": MEI_12, "legend": tuple(legend_of(edition.language))}
    for group in groups_of(edition):
        yield Leaf(
            kind=PageKind.GROUP,
            path=f"groepen/{group.id}",
            inputs=digest("\n".join(_inputs(edition, group))),
            make=partial(_group_page, edition, group, values),
        )
    yield from _messages(edition)
    yield from _reference(edition)
    yield from student_leaves(edition)
    yield from company_leaves(edition)


def _messages(edition: Edition) -> Iterator[Leaf]:
    """Yield a page for each family of messages; they are the same for every school."""
    for family in _families(edition.language):
        path = f"{MESSAGES}/{family}"
        yield Leaf(
            kind=PageKind.ORDINARY,
            path=path,
            inputs=digest(path),
            make=partial(_family_page, edition, family),
        )


def _family_page(edition: Edition, family: str) -> Page:
    words, codes = _families(edition.language)[family]
    path = f"{MESSAGES}/{family}"
    body = edition.render_apart("familie", "../../", family=words, codes=codes)
    title = TITLES[MESSAGES].in_language(edition.language)
    return _titled(path, f"{title}: {words}", body)


def _reference(edition: Edition) -> Iterator[Leaf]:
    """Yield the pages to look things up in; they are the same for every school."""
    for path in reference_paths(edition.library):
        yield Leaf(
            kind=PageKind.ORDINARY,
            path=path,
            inputs=digest(f"{path} {edition.library.digest}"),
            make=partial(_looked_up, edition, path),
        )


def _looked_up(edition: Edition, path: str) -> Page:
    found = reference_page(edition, path)
    return _titled(found.path, found.title, found.body)


def group_pages(edition: Edition) -> Iterator[Page]:
    """Yield a page for each group: its exams against the twelve steps."""
    for leaf in leaves(edition):
        if leaf.kind is PageKind.GROUP:
            yield leaf.make()


def _inputs(edition: Edition, group: GroupView) -> Iterator[str]:
    yield from (group.title, group.crebo, group.cohort)
    yield from students_without_exam(edition, group.id)
    for row in group.rows:
        yield edition.derived.mark(f"groups/{row.group}/{row.id}") or repr(row)


def _group_page(
    edition: Edition, group: GroupView, values: Mapping[str, object]
) -> Page:
    return Page(
        kind=PageKind.GROUP,
        path=f"groepen/{group.id}",
        title=group.title,
        above=edition.render_apart("group-above", "../", group=group),
        body=edition.render_apart(
            "group",
            "../",
            group=group,
            without=students_without_exam(edition, group.id),
            calendars=edition.calendars,
            **values,
        ),
    )


def exam_pages(edition: Edition) -> Iterator[Page]:
    """Yield the page of each exam."""
    wordings = wordings_of(edition.verdict.registry, edition.language)
    titles = group_titles(edition.verdict)
    for exam in edition.verdict.exams:
        yield exam_page(edition, exam, titles[exam.state.group], wordings)


def exam_page(
    edition: Edition, exam: ExamVerdict, group_title: str, wordings: Wordings
) -> Page:
    """Return the page of one exam; it tells that exam's own story only."""
    hidden = withheld(exam, edition.profile)
    view = exam_view(exam, wordings, edition.language, withheld=hidden)
    parts = exam_headings(edition.language)
    calendar = exam_calendar(edition, exam)
    return Page(
        kind=PageKind.EXAM,
        path=exam_path(view.group, view.id),
        title=view.facts.number,
        above=edition.render_apart(
            "exam-above", "../../", view=view, group_title=group_title
        ),
        body=edition.render_apart(
            "exam",
            "../../",
            view=view,
            parts=parts,
            instrument=instrument_title(
                edition.verdict.registry,
                view.facts.instrument,
                edition.language,
                view.facts.version,
            ),
            calendar=bool(calendar),
        ),
        calendar=calendar,
    )


def exam_path(group: str, exam: str) -> str:
    """Return the path of the page of an exam."""
    return f"examens/{group}/{exam}"


def group_titles(verdict: LedgerVerdict) -> Mapping[str, str]:
    """Return what each group calls itself."""
    return {
        group: str(verdict.group_records.get(group, {}).get("title", group))
        for group in {*verdict.groups, *verdict.group_records}
    }


def digest(text: str) -> str:
    """Return the digest of what a page is made of."""
    return hashlib.sha256(text.encode()).hexdigest()


def exam_headings(language: Language) -> Mapping[str, str]:
    """Return the parts of an exam page by their id; every exam page has them all."""
    return {part: name.in_language(language) for part, name in _EXAM_PARTS.items()}


def headings_of(body: str) -> tuple[tuple[str, str], ...]:
    """Return the id and the text of each second-level heading."""
    return tuple(_HEADING.findall(body))


def _template(path: str) -> str:
    return path.removesuffix("/index").rpartition("/")[2].replace("index", "overview")


@cache
def _families(
    language: Language,
) -> Mapping[str, tuple[str, tuple[Explained, ...]]]:
    families: dict[str, list[Explained]] = {}
    for code in sorted(ALL):
        family = families.setdefault(code.partition(".")[0], [])
        family.append(explained(code, language))
    return {
        family: (_family(family, language), tuple(codes))
        for family, codes in families.items()
    }


def _family(family: str, language: Language) -> str:
    return FAMILIES[family].in_language(language) if family in FAMILIES else family
