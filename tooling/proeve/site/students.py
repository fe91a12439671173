"""The pages of students: results per core task, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from proeve.model.verdict import LedgerVerdict
from proeve.site.edition import Edition
from proeve.site.inputs_of_exams import exam_inputs
from proeve.site.page import Leaf, Page, PageKind
from proeve.site.places import student_path
from proeve.site.plan_view import CoreTask, Progress, Try, core_tasks
from proeve.site.rows import ROWS, Row
from proeve.site.taken import TAKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A group that a student is in, and the plan of its cohort as core tasks."""

    group: str
    title: str
    crebo: str
    cohort: str
    planned: bool
    tasks: tuple[CoreTask, ...]

    @property
    def done(self) -> int:
        """The number of core tasks that are there."""
        return sum(task.progress is Progress.DONE for task in self.tasks)

    @property
    def missing(self) -> tuple[CoreTask, ...]:
        """The core tasks that are not there yet."""
        return tuple(one for one in self.tasks if one.progress is not Progress.DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentView:
    """A student: programmes with their core tasks, every exam, and those aside."""

    id: str
    programmes: tuple[Programme, ...]
    tries: tuple[Try, ...]

    @property
    def aside(self) -> tuple[Try, ...]:
        """The exams that no plan asks for."""
        planned = {
            (one.row.group, one.row.id)
            for programme in self.programmes
            for task in programme.tasks
            for through in task.throughs
            for one in through.tries
        }
        return tuple(
            one for one in self.tries if (one.row.group, one.row.id) not in planned
        )


def student_leaves(edition: Edition) -> Iterator[Leaf]:
    """Yield a page for each student who has an exam or is listed in a group."""
    exams, groups = _exams(edition), _groups(edition.verdict)
    for person in sorted({*exams, *groups}):
        if path := student_path(person):
            own = exams.get(person, ())
            named = tuple(
                dict.fromkeys((*groups.get(person, ()), *(row.group for row in own)))
            )
            said = [_said(edition.verdict, group) for group in named]
            yield Leaf(
                kind=PageKind.STUDENT,
                path=path,
                inputs=exam_inputs(edition, own, repr(said)),
                make=partial(_page, edition, person, own, named),
            )


def students_without_exam(edition: Edition, group: str) -> tuple[str, ...]:
    """Return who is listed in a group and has no exam in it."""
    record = edition.verdict.group_records.get(group, {})
    taking = edition.derived.once("taking", lambda: _taking(edition))
    return tuple(one for one in _listed(record) if (group, one) not in taking)


def _taking(edition: Edition) -> frozenset[tuple[str, str]]:
    """Return each group with each student who has an exam in it."""
    return frozenset((row.group, row.facts.student) for row in edition.each(ROWS))


def tries_of(edition: Edition, student: str) -> tuple[Try, ...]:
    """Return the exams of a student."""
    return _tries(edition, _exams(edition).get(student, ()))


def _tries(edition: Edition, rows: Iterable[Row]) -> tuple[Try, ...]:
    """Return exams as a student's; only these are read so far."""
    return tuple(
        Try(row=row, taken=edition.derived.one(TAKEN, f"groups/{row.group}/{row.id}"))
        for row in rows
    )


def _exams(edition: Edition) -> Mapping[str, tuple[Row, ...]]:
    """Return the exams of each student."""
    found: dict[str, list[Row]] = {}
    for row in edition.each(ROWS):
        found.setdefault(row.facts.student, []).append(row)
    return {person: tuple(rows) for person, rows in found.items()}


def _groups(verdict: LedgerVerdict) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group, record in sorted(verdict.group_records.items()):
        for person in _listed(record):
            found[person] = (*found.get(person, ()), group)
    return found


def _listed(record: Mapping[str, object]) -> tuple[str, ...]:
    students = record.get("students")
    return tuple(map(str, students)) if isinstance(students, list) else ()


def _said(verdict: LedgerVerdict, group: str) -> tuple[str, str, str, str]:
    record = verdict.group_records.get(group, {})
    title, crebo, cohort = (
        str(record.get(k, "")) for k in ("title", "crebo", "cohort")
    )
    return group, title or group, crebo, cohort


def _page(
    edition: Edition, person: str, rows: tuple[Row, ...], groups: tuple[str, ...]
) -> Page:
    tries = _tries(edition, rows)
    view = StudentView(
        id=person,
        programmes=tuple(_programme(edition, group, tries) for group in groups),
        tries=tries,
    )
    return Page(
        kind=PageKind.STUDENT,
        path=student_path(person),
        title=edition.names.get(person, person),
        above=edition.render_apart("student-above", "../", view=view),
        body=edition.render_apart("student", "../", view=view),
    )


def _programme(edition: Edition, group: str, tries: tuple[Try, ...]) -> Programme:
    _, title, crebo, cohort = _said(edition.verdict, group)
    registry = edition.verdict.registry
    plan = registry.plans.get(f"{crebo}-{cohort}")
    return Programme(
        group=group,
        title=title,
        crebo=crebo,
        cohort=cohort,
        planned=plan is not None,
        tasks=tuple(core_tasks(plan or {}, tries, registry, edition.language)),
    )
