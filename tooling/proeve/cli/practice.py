"""`proeve practice`: a school to practise in, with keys that count nowhere else."""

import shutil
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from proeve.cli.output import Session
from proeve.deeds.practice.school import PracticeReport, practice
from proeve.errors import UsageError
from proeve.words.say import Language

FIRST_DAY = date(2026, 9, 1)
"""The first day of the practice year; its dates are given, so that runs repeat."""


@click.command(name="practice")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--exams", default=24, type=click.IntRange(1, 20_000), show_default=True)
@click.option("--seed", default="proeve", show_default=True)
@click.pass_obj
def COMMAND(session: Session, folder: Path, exams: int, seed: str) -> int:  # noqa: N802 - the name that main looks for
    """Make a practice school in FOLDER, a Git repository of its own."""
    report = make_practice(folder, exams=exams, seed=seed, language=session.language)
    click.echo(
        session.choose(
            f"{report.exams} examens in {report.commits} getekende commits: {folder}",
            f"{report.exams} exams in {report.commits} signed commits: {folder}",
        )
    )
    click.echo(report.trust_root)
    return 0


def make_practice(
    folder: Path, *, exams: int, seed: str, language: Language
) -> PracticeReport:
    """Make a practice school, replacing an earlier one, with a progress bar."""
    _clear(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with Progress(console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task("", total=None)
        return practice(
            folder,
            start=FIRST_DAY,
            seed=seed,
            exams=exams,
            language=language,
            progress=lambda done, total: bars.update(task, completed=done, total=total),
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


_BESIDE = ("root", "keys", "directory.csv")
