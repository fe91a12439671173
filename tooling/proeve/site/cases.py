"""Verzoeken en zaken: what the office keeps until it is decided, with its clock."""

from collections.abc import Iterable

from proeve.model.days import date_of, day_of
from proeve.sight.brief import Brief
from proeve.sight.cases import Case
from proeve.sight.clocks import Clock, Term
from proeve.sight.today import Today
from proeve.site.cells import Words
from proeve.site.day import Day
from proeve.site.listing import Cell, Figure, Listing, ListPage, Row
from proeve.site.week import term_row
from proeve.words.headings import NOTHING
from proeve.words.labels import label
from proeve.words.labels_codes import code_words
from proeve.words.labels_lists import INTROS, LEADS, LISTS, TITLES

PATH = "vandaag/zaken"
_TERMS = (Term.LODGING, Term.PAUSE, Term.MEASURE)


def cases_page(day: Day, words: Words) -> ListPage:
    """Return the open cases by the day on which they must be decided, and terms."""
    today = day.today
    late = [case for case in today.cases if _days_left(case, today) < 0]
    undated = [case for case in today.cases if not case.decide_by]
    terms = running_terms((each.brief for each in day.exams), today)
    return ListPage(
        path=PATH,
        title=words.of(TITLES[PATH]),
        lead=words.of(LEADS[PATH]),
        figures=(
            Figure(
                id="cases",
                number=len(today.cases),
                title=words.of(LISTS["cases"]),
                link="#cases",
            ),
            Figure(
                id="cases_late",
                number=len(late),
                title=words.of(LISTS["cases_late"]),
                look="late" if late else "",
            ),
            Figure(
                id="cases_undated",
                number=len(undated),
                title=words.of(LISTS["cases_undated"]),
                look="returned" if undated else "",
            ),
            Figure(
                id="terms",
                number=len(terms),
                title=words.of(LISTS["terms"]),
                link="#terms",
            ),
        ),
        lists=(
            Listing(
                id="cases",
                title=words.of(LISTS["cases"]),
                columns=words.columns("exam", "what", "about", "since", "until", "who"),
                rows=tuple(case_row(case, words) for case in today.cases),
                nothing=words.of(NOTHING),
                sheet="zaken",
            ),
            Listing(
                id="terms",
                title=words.of(LISTS["terms"]),
                intro=words.of(INTROS["terms"]),
                columns=words.columns("exam", "day", "what"),
                rows=tuple(term_row(clock, words) for clock in terms),
                nothing=words.of(NOTHING),
                sheet="termijnen",
            ),
        ),
        command="proeve today",
    )


def running_terms(exams: Iterable[Brief], today: Today) -> tuple[Clock, ...]:
    """Return the terms beside the steps that have not ended, the nearest first."""
    first = today.day.isoformat()
    found = (
        clock
        for exam in exams
        for clock in exam.clocks
        if clock.term in _TERMS and clock.ends[:10] >= first
    )
    return tuple(sorted(found, key=lambda clock: (clock.ends, clock.scope)))


def _days_left(case: Case, today: Today) -> int:
    last = date_of(case.decide_by)
    return (last - today.day).days if last else 0


def case_row(case: Case, words: Words) -> Row:
    """Return a case: its exam, what it is about, since when and by when."""
    last = date_of(case.decide_by)
    late = max(0, (day_of(words.now) - last).days) if last else 0
    return Row(
        cells=(
            words.exam(case.scope),
            Cell(text=label(case.kind, words.language), look="strong"),
            Cell(text=code_words(case.about, words.language)),
            words.day(case.received),
            words.day(case.decide_by or "", late),
            words.people(case.handled_by),
        ),
        look="late" if late else "",
    )
