"""Calendar files beside pages: of an exam, of a group, and of what waits for a role.

No name stands in them: a file like this ends up on telephones and in mail. An event has
its id from the exam, so that whoever reads it again gets it changed and not twice.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Approver
from proeve.sight.calendars import Reader, entries_of, is_planned
from proeve.sight.ics import Entry, calendar_file
from proeve.sight.tasks import Task
from proeve.site.day import day_of
from proeve.site.edition import Edition
from proeve.site.tasks import dated, hats, path_of, waiting
from proeve.words import calendar_words as words
from proeve.words.labels import label

SUFFIX = ".ics"


def exam_calendar(edition: Edition, exam: ExamVerdict) -> bytes:
    """Return the calendar of an exam, or nothing where there is nothing to come."""
    if not (edition.calendars and is_planned(exam)):
        return b""
    reader = Reader(repo=edition.verdict.registry.repo, language=edition.language)
    return calendar_file(exam.state.id, entries_of((exam,), reader))


def role_calendars(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each role and part with the calendar of what waits for it."""
    day = day_of(edition)
    latest = {each.brief.scope: each.brief.latest for each in day.exams}
    for hat in hats():
        tasks = dated(waiting(day, hat))
        if tasks:
            entries = _entries(edition, hat, tasks, latest)
            title = label(hat, edition.language)
            yield path_of(hat), calendar_file(title, entries)


def _entries(
    edition: Edition, hat: Approver, tasks: Sequence[Task], latest: Mapping[str, int]
) -> tuple[Entry, ...]:
    repo, language = edition.verdict.registry.repo, edition.language
    found = dict[str, Entry]()
    for task in tasks:
        exam = task.scope.rpartition("/")[2]
        uid = f"{exam}-{task.what}-{hat}@{repo}.proeve.invalid"
        due = words.DEADLINE.in_language(language)
        found[uid] = Entry(
            uid=uid,
            # It counts on with each commit of the exam: a second has one at the most.
            sequence=latest.get(task.scope, 0),
            changed=latest.get(task.scope, 0),
            start=date.fromisoformat((task.until or "")[:10]),
            title=f"{due}: {label(task.what, language)} · {exam}",
            exam=task.scope,
        )
    return tuple(found[uid] for uid in sorted(found))
