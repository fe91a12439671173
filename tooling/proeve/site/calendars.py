"""Calendar files beside pages: of an exam, of a group, and of what waits for a role.

No name stands in them: a file like this ends up on telephones and in mail. An event has
its id from the exam, so that whoever reads it again gets it changed and not twice.
"""

from collections.abc import Iterator

from proeve.model.verdict import ExamVerdict
from proeve.sight.calendars import Reader, entries_of, entries_of_tasks, is_planned
from proeve.sight.ics import calendar_file
from proeve.site.day import day_of
from proeve.site.edition import Edition
from proeve.site.tasks import dated, hats, path_of, waiting
from proeve.words.labels import label

SUFFIX = ".ics"


def exam_calendar(edition: Edition, exam: ExamVerdict) -> bytes:
    """Return the calendar of an exam, or nothing where there is nothing to come."""
    if not (edition.calendars and is_planned(exam)):
        return b""
    return calendar_file(exam.state.id, entries_of((exam,), _reader(edition)))


def role_calendars(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the page of each role and part with the calendar of what waits for it."""
    day = day_of(edition)
    briefs = {each.brief.scope: each.brief for each in day.exams}
    reader = _reader(edition)
    for hat in hats():
        tasks = dated(waiting(day, hat))
        if tasks:
            entries = entries_of_tasks(tasks, briefs, reader)
            yield path_of(hat), calendar_file(label(hat, edition.language), entries)


def _reader(edition: Edition) -> Reader:
    return Reader(repo=edition.verdict.registry.repo, language=edition.language)
