"""`proeve practice`: a school to practise in, with keys that count nowhere else."""

import shutil
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from proeve.cli.lesson import begin, carry_on, lesson_wishes
from proeve.cli.output import OK, Session
from proeve.deeds.practice.lesson import LEARNERS, Wishes, cast
from proeve.deeds.practice.school import PracticeReport, practice_as
from proeve.deeds.practice.trouble import LEAST, make_trouble
from proeve.errors import UsageError
from proeve.process.vocabulary import Role
from proeve.words.say import Language

FIRST_DAY = date(2026, 9, 1)
"""The first day of the practice year; its dates are given, so that runs repeat."""


@click.command(name="practice")
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), required=False
)
@click.option("--exams", default=24, type=click.IntRange(1, 20_000), show_default=True)
@click.option("--seed", default="proeve", show_default=True)
@click.option(
    "--as",
    "worn",
    type=click.Choice([role.value for role in LEARNERS]),
    default=None,
    help="Learn this role in one exam; the tool plays all others.",
)
@click.option("--trouble", is_flag=True, help="With every kind of trouble in it.")
@click.option("--go-on", is_flag=True, help="Let the others play on in a lesson.")
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    folder: Path | None,
    exams: int,
    seed: str,
    worn: str | None,
    trouble: bool,  # noqa: FBT001 - click passes options by name
    go_on: bool,  # noqa: FBT001
) -> int:
    """Make a practice school in FOLDER, a Git repository of its own."""
    if go_on:
        return carry_on(session, folder or session.folder)
    if folder is None:
        raise UsageError(
            "Noem de map van de oefenschool.", "Name the folder of the practice school."
        )
    start, language = FIRST_DAY, session.language
    wishes = Wishes(seed=seed, exams=exams, language=language, start=start)
    if trouble and (worn is not None or exams < LEAST):
        raise UsageError(
            f"--trouble gaat niet samen met --as, en vraagt {LEAST} examens of meer.",
            f"--trouble does not go with --as, and asks for {LEAST} exams or more.",
        )
    if worn is not None:
        wishes = lesson_wishes(seed, exams, language, Role(worn))
    report = make_wished(folder, wishes)
    if trouble:
        make_trouble(folder, cast(wishes))
    click.echo(
        session.choose(
            f"{report.exams} examens in {report.commits} getekende commits: {folder}",
            f"{report.exams} exams in {report.commits} signed commits: {folder}",
        )
    )
    click.echo(_evidence(session, report))
    click.echo(report.trust_root)
    return OK if worn is None else begin(session, folder, wishes)


def _evidence(session: Session, report: PracticeReport) -> str:
    if report.store is None:
        return session.spoken(
            "So large a school has no evidence files: evidence verify finds none."
        )
    return session.spoken("The evidence lies in {folder}", folder=report.store)


def make_practice(
    folder: Path, *, exams: int, seed: str, language: Language
) -> PracticeReport:
    """Make a practice school, replacing an earlier one, with a progress bar."""
    wishes = Wishes(seed=seed, exams=exams, language=language, start=FIRST_DAY)
    return make_wished(folder, wishes)


def make_wished(folder: Path, wishes: Wishes) -> PracticeReport:
    """Make the practice school of these wishes, replacing an earlier one."""
    _clear(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with Progress(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)
        return practice_as(
            folder,
            wishes,
            lambda done, total: bars.update(task, completed=done, total=total),
        )


def _clear(folder: Path) -> None:
    """Remove an earlier practice school; refuse to remove anything else."""
    beside = [folder.with_name(f"{folder.name}.{end}") for end in _BESIDE]
    if folder.exists() and any(folder.iterdir()) and not beside[0].is_file():
        raise UsageError(
            f"{folder} bestaat al en is geen oefenschool; kies een andere map.",
            f"{folder} exists and is no practice school; choose another folder.",
        )
    shutil.rmtree(folder, ignore_errors=True)
    for path in beside:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


_BESIDE = ("root", "keys", "directory.csv", "lesson.json")
