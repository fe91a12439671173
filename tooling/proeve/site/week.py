"""Deze week: exams that run, appointments, who is lacking, what ends and expires."""

from collections.abc import Iterator
from datetime import date

from proeve.model.days import date_of, day_of, week_of
from proeve.sight.clocks import Clock
from proeve.sight.expiring import Expiry
from proeve.sight.today import Running, Today
from proeve.sight.week import Appointment
from proeve.site import dates
from proeve.site.cells import Words
from proeve.site.listing import Cell, Figure, Listing, ListPage, Row
from proeve.words.headings import NOTHING, PAUSED
from proeve.words.labels import label
from proeve.words.labels_codes import code_words
from proeve.words.labels_lists import INTROS, LEADS, LISTS, OVER, TITLES, WEEKDAYS

PATH = "vandaag/deze-week"
_CLOCK = slice(11, 16)
_DAYS = 7


def week_page(today: Today, words: Words) -> ListPage:
    """Return the page of the week in which the day falls."""
    monday, sunday = week_of(today.day)
    meetings = sorted(_meetings(today, monday, sunday), key=lambda each: each[0].start)
    gaps = tuple(_gap_rows(today, words))
    rows = {
        "week": tuple(run_row(each, words) for each in today.week),
        "meetings": tuple(_meeting_row(one, scope, words) for one, scope in meetings),
        "gaps": gaps,
        "ending": tuple(term_row(clock, words) for clock in today.ending),
        "expiring": tuple(expiry_row(each, words) for each in today.expiring),
    }
    first, last = (
        dates.written(day.isoformat(), words.language) for day in (monday, sunday)
    )
    looks = {"gaps": "returned", "ending": "late"}
    return ListPage(
        path=PATH,
        title=words.of(TITLES[PATH]),
        lead=words.of(LEADS[PATH]).format(first=first, last=last),
        figures=tuple(
            Figure(
                id=name,
                number=len(found),
                title=words.of(LISTS[name]),
                link=f"#{name}",
                look=looks.get(name, "") if found else "",
            )
            for name, found in rows.items()
        ),
        lists=tuple(
            Listing(
                id=name,
                title=words.of(LISTS[name]),
                intro=words.of(INTROS[name]) if name in INTROS else "",
                columns=words.columns(*_COLUMNS[name]),
                rows=found,
                nothing=words.of(NOTHING),
                most=_MOST,
                sheet=f"week-{name}",
            )
            for name, found in rows.items()
        ),
        command="proeve today",
    )


_MOST = 24
_COLUMNS = {
    "week": ("exam", "day", "company", "assessors", "lacking"),
    "meetings": ("exam", "moment", "what", "place", "who"),
    "gaps": ("exam", "lacking", "could"),
    "ending": ("exam", "day", "what"),
    "expiring": ("what", "until", "who", "about"),
}


def _meetings(
    today: Today, monday: date, sunday: date
) -> Iterator[tuple[Appointment, str]]:
    for each in today.week:
        for one in each.run.meetings(monday, sunday):
            yield one, each.run.scope


def _meeting_row(one: Appointment, scope: str, words: Words) -> Row:
    day = date_of(one.start)
    name = words.of(WEEKDAYS[day.weekday() % _DAYS]) if day else ""
    text = f"{name} {one.start[_CLOCK]}".strip()
    minutes = f", {one.minutes} min" if one.minutes else ""
    return Row(
        cells=(
            words.exam(scope),
            Cell(text=text, under=dates.written(one.start[:10], words.language)),
            Cell(text=f"{code_words(one.kind, words.language)}{minutes}"),
            words.place(one.place),
            Cell(text=", ".join(words.hat(each) for each in one.attendees)),
        )
    )


def run_row(each: Running, words: Words) -> Row:
    """Return an exam of this week: its days, its people, and who is lacking."""
    run = each.run
    lacking = [label(part, words.language) for part in run.lacking]
    lacking += [words.of(PAUSED)] if run.paused else []
    until = dates.written(run.until, words.language) if run.until else ""
    return Row(
        cells=(
            words.exam(run.scope),
            Cell(
                text=dates.written(run.start, words.language),
                under=f"{words.of(OVER['until'])} {until}" if until else "",
            ),
            words.company(run.company) if run.company else words.place(run.place),
            words.people(run.assessors),
            Cell(
                text=", ".join((*lacking, *run.still_open)),
                look="returned" if lacking or run.still_open else "",
            ),
        )
    )


def _gap_rows(today: Today, words: Words) -> Iterator[Row]:
    for each in today.week:
        for gap in each.gaps:
            nobody = Cell(text=words.of(OVER["nobody"]), look="late")
            yield Row(
                cells=(
                    words.exam(each.run.scope),
                    Cell(text=label(gap.part, words.language)),
                    words.people(gap.people) if gap.people else nobody,
                )
            )


def term_row(clock: Clock, words: Words) -> Row:
    """Return a term: its exam, its last day, and what ends then."""
    of_what = ""
    if clock.step is not None:
        of_what = words.step(clock.step).text
    elif clock.kind is not None:
        of_what = label(clock.kind, words.language)
    return Row(
        cells=(
            words.exam(clock.scope),
            words.day(clock.ends[:10]),
            Cell(text=label(clock.term, words.language), under=of_what),
        )
    )


def expiry_row(each: Expiry, words: Words) -> Row:
    """Return something that expires: what, when, whose."""
    person = each.whose.startswith("p-")
    passed = bool(each.until) and each.until < date_text(words.now)
    return Row(
        cells=(
            Cell(text=label(each.what, words.language)),
            words.day(each.until),
            Cell(people=(each.whose,)) if person else words.titled(each.whose),
            words.titled(each.name),
        ),
        look="late" if passed or not each.until else "",
    )


def date_text(now: int) -> str:
    """Return the day of a moment as documents write it."""
    return day_of(now).isoformat()
