"""Today: the ten questions of an exam office's morning, answered (FIELD section 4)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from proeve.model.days import date_of, day_of, week_of
from proeve.model.findings import Severity
from proeve.model.verdict import ExamVerdict, LedgerVerdict, StepState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome, Part, StepId
from proeve.sight.brief import Brief
from proeve.sight.cases import Case
from proeve.sight.clocks import Clock
from proeve.sight.expiring import Expiry, expiring
from proeve.sight.meeting import Item
from proeve.sight.story import Told, story_of
from proeve.sight.tasks import Task, most_urgent
from proeve.sight.week import Run, who_could

PATIENCE = 14
"""After so many days without a deadline an exam that waits is called stuck."""
_FRIDAY = 4

OpenExam = Callable[[str], ExamVerdict]
"""Opens one exam by its scope."""
TellStory = Callable[[str, date], Sequence[Told]]
"""Tells what happened in an exam, at least from a day on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameIn:
    """Something that came in to an exam."""

    scope: str
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something that was refused: an approval with its reason, or a commit."""

    scope: str
    task: Task | None = None
    commit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """An exam that does not go on: on whom it waits, since when, and how late it is."""

    exam: Brief
    tasks: tuple[Task, ...]
    silent_days: int
    late_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A part that nobody plays in an exam of this week, and who could."""

    part: Part
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """An exam of this week, with its gaps."""

    run: Run
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How the ledger is: what it holds, what is not in order, when it last went on."""

    commits: int
    held_up: int
    findings: int
    notes: int
    doubts: int
    latest: int
    head: str
    proved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """How many exams stand at each step, ended with each outcome, are late or stuck."""

    exams: int
    per_step: Mapping[StepId, int]
    outcomes: Mapping[Outcome, int]
    late: int
    stuck: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The ten answers, in the order of the questions."""

    day: date
    since: date
    came_in: tuple[CameIn, ...]
    refused: tuple[Refused, ...]
    stuck: tuple[Stuck, ...]
    week: tuple[Running, ...]
    agenda: tuple[Item, ...]
    untold: tuple[Task, ...]
    ending: tuple[Clock, ...]
    cases: tuple[Case, ...]
    expiring: tuple[Expiry, ...]
    order: Order
    numbers: Numbers


def today_of(
    verdict: LedgerVerdict,
    exams: Sequence[Brief],
    open_exam: OpenExam,
    since: date | None = None,
    story: TellStory | None = None,
) -> Today:
    """Answer the ten questions of the day of a verdict.

    `since` is the first day of what came in; without it the last working day before.
    Without `story` the exams that went on are opened for it.
    """
    now = verdict.now
    day = day_of(now)
    start = since or last_working_day(day)
    stopped = tuple(each for each in exams if is_stuck(each, now))
    agenda = sorted(
        (item for exam in exams for item in exam.items),
        key=lambda item: (item.clean, item.committee, item.scope),
    )
    waits = (task for exam in exams for task in exam.tasks)
    return Today(
        day=day,
        since=start,
        came_in=tuple(_came_in(exams, story or _opened(open_exam), start, day)),
        refused=tuple(_refused(exams)),
        stuck=_by_lateness(stopped, now),
        week=tuple(_this_week(verdict, exams, open_exam)),
        agenda=tuple(agenda),
        untold=most_urgent((t for t in waits if t.what is DecisionKind.NOTICE), now),
        ending=ending(exams, day),
        cases=_open_cases(exams),
        expiring=expiring(verdict.registry, day),
        order=_order(verdict, exams),
        numbers=numbers(exams, now, len(stopped)),
    )


def last_working_day(day: date) -> date:
    """Return the working day before this one: on Monday, Friday."""
    before = day - timedelta(days=1)
    return before - timedelta(days=max(0, before.weekday() - _FRIDAY))


def _opened(open_exam: OpenExam) -> TellStory:
    return lambda scope, since: story_of(open_exam(scope), since)


def _came_in(
    exams: Sequence[Brief], story: TellStory, since: date, until: date
) -> Iterator[CameIn]:
    """Yield what happened in these days, of exams that went on since."""
    first = int(datetime(since.year, since.month, since.day, tzinfo=UTC).timestamp())
    for exam in exams:
        if exam.latest < first:
            continue
        for told in story(exam.scope, since):
            if since <= day_of(told.time.at) <= until:
                yield CameIn(scope=exam.scope, told=told)


def _refused(exams: Sequence[Brief]) -> Iterator[Refused]:
    for exam in exams:
        for commit in exam.held_up:
            yield Refused(scope=exam.scope, commit=commit)
        for task in exam.tasks:
            if task.refused is not None:
                yield Refused(scope=exam.scope, task=task)


def is_stuck(exam: Brief, now: int) -> bool:
    """Tell whether an exam does not go on: late, held up, sent back, or long silent."""
    if exam.held_up or exam.late_days(now):
        return True
    if exam.current is None or exam.paused:
        return False
    if exam.state in (StepState.BROKEN, StepState.RETURNED):
        return True
    if any(task.refused is not None for task in exam.awaited):
        return True
    return exam.deadline is None and silent_days(exam, now) >= PATIENCE


def silent_days(exam: Brief, now: int) -> int:
    """Return for how many days the current step waits."""
    if exam.since is None:
        return 0
    return max(0, (day_of(now) - day_of(exam.since)).days)


def _by_lateness(exams: Sequence[Brief], now: int) -> tuple[Stuck, ...]:
    found = [
        Stuck(
            exam=exam,
            tasks=exam.awaited,
            silent_days=silent_days(exam, now),
            late_days=exam.late_days(now),
        )
        for exam in exams
    ]
    return tuple(sorted(found, key=lambda s: (-s.late_days, -s.silent_days)))


def _this_week(
    verdict: LedgerVerdict, exams: Sequence[Brief], open_exam: OpenExam
) -> Iterator[Running]:
    day = day_of(verdict.now)
    monday, sunday = week_of(day)
    for exam in exams:
        run = exam.run
        if run is None or not run.falls_in(monday, sunday):
            continue
        gaps = tuple(
            Gap(
                part=part,
                people=who_could(
                    part, open_exam(exam.scope).state, verdict.registry, day
                ),
            )
            for part in run.lacking
        )
        yield Running(run=run, gaps=gaps)


def ending(exams: Sequence[Brief], day: date) -> tuple[Clock, ...]:
    """Return the terms that end in the week of a day, the first one first."""
    monday, sunday = week_of(day)
    found = [
        clock
        for exam in exams
        for clock in exam.clocks
        if _ends_in(clock, monday, sunday)
    ]
    return tuple(sorted(found, key=lambda clock: (clock.ends, clock.scope)))


def _ends_in(clock: Clock, monday: date, sunday: date) -> bool:
    end = date_of(clock.ends)
    return end is not None and monday <= end <= sunday


def _open_cases(exams: Sequence[Brief]) -> tuple[Case, ...]:
    found = (case for exam in exams for case in exam.cases)
    return tuple(sorted(found, key=lambda case: (case.decide_by or "9", case.received)))


def _order(verdict: LedgerVerdict, exams: Sequence[Brief]) -> Order:
    errors = sum(each.severity is Severity.ERROR for each in verdict.findings)
    return Order(
        commits=verdict.length,
        held_up=sum(bool(exam.held_up) for exam in exams),
        findings=errors,
        notes=len(verdict.findings) - errors,
        doubts=sum(len(exam.suspects) for exam in exams),
        latest=max((exam.latest for exam in exams), default=0),
        head=verdict.head,
        proved=verdict.proved,
    )


def numbers(exams: Sequence[Brief], now: int, stuck: int) -> Numbers:
    """Count how exams stand; how many are `stuck` is known."""
    per_step = dict.fromkeys(StepId, 0)
    outcomes = dict.fromkeys(Outcome, 0)
    for exam in exams:
        if exam.current is not None:
            per_step[exam.current] += 1
        if exam.outcome is not None:
            outcomes[exam.outcome] += 1
    return Numbers(
        exams=len(exams),
        per_step=per_step,
        outcomes=outcomes,
        late=sum(exam.late_days(now) > 0 for exam in exams),
        stuck=stuck,
    )
