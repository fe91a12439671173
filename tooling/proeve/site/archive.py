"""Archief: closed dossiers, how long each is kept, and from which event."""

from collections import Counter
from collections.abc import Mapping

from proeve.sight.archive import Archived, Kept
from proeve.site.cells import Words
from proeve.site.day import Day
from proeve.site.listing import Cell, Figure, Listing, ListPage, Row
from proeve.words.headings import NOTHING
from proeve.words.labels import label
from proeve.words.labels_lists import (
    INTROS,
    KEPT,
    LEADS,
    LISTS,
    PERIOD,
    RETENTIONS,
    TITLES,
    TRIGGERS,
)
from proeve.words.labels_text import Label

PATH = "archief"
_LOOKS = {
    Kept.HELD: "returned",
    Kept.WAITS: "locked",
    Kept.RUNS: "done",
    Kept.OVER: "late",
    Kept.DESTROYED: "left-out",
}


def archive_page(day: Day, words: Words) -> ListPage:
    """Return the closed dossiers, those whose term ends first on top."""
    today = day.today.day.isoformat()
    found = [each.archived for each in day.exams if each.archived is not None]
    found.sort(key=lambda each: (each.until or "9", each.closed_on, each.scope))
    states = Counter(each.state(today) for each in found)
    classes = Counter(
        (each.retention, each.trigger, each.period, each.basis) for each in found
    )
    return ListPage(
        path=PATH,
        title=words.of(TITLES[PATH]),
        lead=words.of(LEADS[PATH]),
        figures=tuple(
            Figure(
                id=str(kept),
                number=states[kept],
                title=words.of(KEPT[str(kept)]),
                look=_LOOKS[kept] if states[kept] else "",
            )
            for kept in Kept
        ),
        lists=(
            Listing(
                id="classes",
                title=words.of(LISTS["classes"]),
                intro=words.of(INTROS["classes"]),
                columns=words.columns("class", "period", "trigger", "basis", "exams"),
                rows=tuple(
                    Row(
                        cells=(
                            Cell(text=_said(RETENTIONS, kind, words)),
                            Cell(text=_period(period, words)),
                            Cell(text=_said(TRIGGERS, trigger, words)),
                            Cell(text=basis),
                            Cell(text=str(count), look="number"),
                        )
                    )
                    for (kind, trigger, period, basis), count in sorted(classes.items())
                ),
                nothing=words.of(NOTHING),
            ),
            Listing(
                id="closed",
                title=words.of(LISTS["closed"]),
                columns=words.columns(
                    "exam", "ended", "closed", "class", "trigger", "kept", "state"
                ),
                rows=tuple(_row(each, today, words) for each in found),
                nothing=words.of(NOTHING),
                sheet="archief",
            ),
        ),
    )


def _row(each: Archived, today: str, words: Words) -> Row:
    kept = each.state(today)
    return Row(
        cells=(
            words.exam(each.scope),
            Cell(text=label(each.outcome, words.language) if each.outcome else ""),
            words.day(each.closed_on),
            Cell(
                text=_said(RETENTIONS, each.retention, words),
                under=_period(each.period, words),
            ),
            Cell(text=_said(TRIGGERS, each.trigger, words)),
            words.day(each.until),
            Cell(text=words.of(KEPT[str(kept)]), look=_LOOKS[kept]),
        )
    )


def _said(table: Mapping[str, Label], code: str, words: Words) -> str:
    return words.of(table[code]) if code in table else code


def _period(period: str, words: Words) -> str:
    """Return a period such as `P18M` in words; another text as it is."""
    unit, count = period[-1:], period[1:-1]
    if period[:1] != "P" or unit not in PERIOD or not count.isdigit():
        return period
    return f"{count} {words.of(PERIOD[unit])}"
