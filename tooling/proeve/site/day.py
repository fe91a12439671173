"""What the pages of lists share: every exam in brief, and the answers of the day.

They are the values that `proeve next` and `proeve today` print, so that a page and a
command never say two things.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from proeve.model.days import day_of as date_at
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Approver
from proeve.sight.archive import Archived, archived_of
from proeve.sight.brief import Brief, brief_of
from proeve.sight.reckoning import Reckoned, reckoned_of
from proeve.sight.story import Told, story_of
from proeve.sight.tasks import Task, most_urgent
from proeve.sight.today import Today, last_working_day, today_of
from proeve.site.derivation import Derivation
from proeve.site.edition import Edition
from proeve.site.exam_view import Facts
from proeve.site.hats import by_hat
from proeve.site.opening import open_exam
from proeve.site.rows import ROWS


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One exam as the pages of lists need it; `archived` once its dossier is closed."""

    brief: Brief
    reckoned: Reckoned
    archived: Archived | None = None


def listed_of(exam: ExamVerdict, registry: Registry) -> Listed:
    """Return an exam as the pages of lists need it."""
    return Listed(
        brief=brief_of(exam, registry),
        reckoned=reckoned_of(exam, registry),
        archived=archived_of(exam, registry),
    )


LISTED: Derivation[Listed] = Derivation("listed", listed_of, Listed)
"""What the pages of lists are made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """What happened in an exam from the day `since` on, the end of its story."""

    since: str
    told: tuple[Told, ...]


def lately_of(exam: ExamVerdict, registry: Registry) -> Lately:
    """Return what happened in an exam from the working day before its last commit on.

    Whoever looks later than that commit asks for no more of it as today's news.
    """
    del registry
    events = exam.state.events
    since = last_working_day(date_at(events[-1].at if events else 0))
    return Lately(since=since.isoformat(), told=story_of(exam, since))


LATELY: Derivation[Lately] = Derivation("lately", lately_of, Lately)
"""What an exam has for the news of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The school on the day of the verdict; `facts` are the heads of its exams.

    `by_hat` has the tasks of each role and part that has a page.
    """

    now: int
    exams: tuple[Listed, ...]
    today: Today
    tasks: tuple[Task, ...]
    by_hat: Mapping[Approver, Sequence[Task]]
    facts: Mapping[str, Facts]


def day_of(edition: Edition) -> Day:
    """Return the school on its day; the editions in two languages share it."""
    return edition.derived.once("day", lambda: _day(edition))


def _day(edition: Edition) -> Day:
    verdict = edition.verdict
    exams = edition.each(LISTED)
    briefs = tuple(each.brief for each in exams)
    waits = (task for brief in briefs for task in brief.tasks)
    tasks = most_urgent(waits, verdict.now)
    return Day(
        now=verdict.now,
        exams=exams,
        today=today_of(
            verdict,
            briefs,
            lambda scope: open_exam(verdict, scope),
            story=lambda scope, since: _story(edition, scope, since),
        ),
        tasks=tasks,
        by_hat=by_hat(tasks),
        facts=_facts(edition),
    )


def _facts(edition: Edition) -> Mapping[str, Facts]:
    """Return the head of each exam; nothing else of its line is made for it."""
    heads = edition.derived.field(ROWS, "facts", Facts)
    return dict(zip(edition.derived.scopes, heads, strict=True))


def _story(edition: Edition, scope: str, since: date) -> Sequence[Told]:
    """Return what happened since a day, from what is kept where that goes so far."""
    lately = edition.derived.one(LATELY, scope)
    if lately.since <= since.isoformat():
        return lately.told
    return story_of(open_exam(edition.verdict, scope), since)
