"""A lesson at the command line: the others play on until it is the learner's turn."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import click

from proeve.cli import places
from proeve.cli.output import OK, Session, moment
from proeve.cli.tables import print_tables
from proeve.deeds.clone import Habits, open_clone
from proeve.deeds.practice.days import dutch_day, plus
from proeve.deeds.practice.lesson import Wishes, cast, lesson_record, wishes_of
from proeve.deeds.practice.others import Lesson, Standing, go_on
from proeve.deeds.stating import Deed
from proeve.errors import UsageError
from proeve.history.porcelain import git
from proeve.process.vocabulary import Role
from proeve.report.today import tasks_table
from proeve.words.labels import label
from proeve.words.say import Language

_YEAR = 175
_WEEK = timedelta(days=7)


def lesson_wishes(seed: str, exams: int, language: Language, role: Role) -> Wishes:
    """Return the wishes of a lesson that begins today, in a school of a year old."""
    day = dutch_day(moment(None))
    return Wishes(
        seed=seed,
        exams=exams,
        language=language,
        start=plus(day, -_YEAR),
        role=role,
        day=day,
    )


def begin(session: Session, folder: Path, wishes: Wishes) -> int:
    """Give the learner their key, and let the others play up to their first turn."""
    lesson = _lesson(wishes)
    keys = folder.resolve().with_name(f"{folder.resolve().name}.keys")
    git(folder, "config", "user.signingkey", str(keys / lesson.me.id))
    places.lesson(folder).write_text(f"{json.dumps(lesson_record(wishes), indent=1)}\n")
    click.echo(
        session.spoken(
            "You are {person}, {role}; your exam is {exam}. Next: cd {folder}",
            person=lesson.me.id,
            role=label(lesson.role, session.language),
            exam=lesson.play.folder.removeprefix("groups/"),
            folder=folder,
        )
    )
    return _played(session, folder, lesson)


def carry_on(session: Session, folder: Path) -> int:
    """Let the others of a lesson play until it is the learner's turn again."""
    file = places.lesson(folder)
    try:
        record = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        record = None
    if not isinstance(record, dict):
        raise UsageError(
            f"Bij {folder} hoort geen les; begin er een met `proeve practice MAP --as "
            "ROL`.",
            f"There is no lesson at {folder}; begin one with `proeve practice FOLDER "
            "--as ROLE`.",
        )
    return _played(session, folder, _lesson(wishes_of(record)))


def _lesson(wishes: Wishes) -> Lesson:
    if wishes.role is None:
        raise UsageError("Deze les heeft geen rol.", "This lesson has no role.")
    return Lesson(cast(wishes), wishes.role)


def _played(session: Session, folder: Path, lesson: Lesson) -> int:
    clone = open_clone(folder, Habits(memory=places.memory(), pins=places.pins()))
    now = moment(None)
    standing = go_on(lesson, clone, (now, "+0000"))
    for deed in standing.done:
        click.echo(_told(deed, session.language))
    if standing.mine:
        print_tables([tasks_table(standing.mine, now, session.language)])
        return OK
    for line in _without_me(session, lesson, standing):
        click.echo(line)
    return OK


def _told(deed: Deed, language: Language) -> str:
    row = label(deed.row, language) if deed.row else deed.scope
    return f"{label(deed.role, language)}: {row}, {label(deed.action, language)}"


def _without_me(session: Session, lesson: Lesson, standing: Standing) -> Iterator[str]:
    """Yield what there is to say where nothing waits for the learner."""
    if not standing.opened:
        yield session.spoken("You begin: make the exam of your student with")
        yield _prepare(lesson)
    elif standing.over:
        yield session.spoken(
            "All twelve steps are done; read the story with: proeve log {exam}",
            exam=lesson.play.folder.removeprefix("groups/"),
        )
    elif standing.stuck:
        yield session.spoken(
            "This waits for somebody whom the tool does not play here:"
        )
        for task in standing.stuck:
            yield f"  {label(task.what, session.language)}: {task.command}"
    else:
        yield session.spoken("Nothing waits for you now; look with: proeve status")


def _prepare(lesson: Lesson) -> str:
    """Return the command by which a contact person makes the exam of the lesson."""
    play, players = lesson.play, lesson.play.players
    first = plus(play.start, 0)
    until = plus(date.fromordinal(first.toordinal() + _WEEK.days), 0)
    words = (
        *("proeve prepare", play.group.id, "--student", players.student.id),
        *("--first", players.first.id, "--second", players.second.id),
        *("--instrument", play.instrument.code, "--place company"),
        *("--from", first.isoformat(), "--until", until.isoformat()),
        *("--directory", "../$(basename $PWD).directory.csv"),
    )
    return " ".join(words)
