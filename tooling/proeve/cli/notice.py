"""`proeve notice`: record that a student was told the result, and write the letter."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from proeve.cli.deciding import decision_command
from proeve.cli.doing import Signing, carry_out, opened
from proeve.cli.naming import NamesFile
from proeve.cli.output import Session, moment
from proeve.cli.sending import sender_of
from proeve.deeds.clone import Clone
from proeve.deeds.deciding import Deciding, deciding
from proeve.deeds.exams import exam_named
from proeve.deeds.keeping_names import check_outside, put
from proeve.directory.entries import Directory
from proeve.errors import UsageError
from proeve.model.days import date_of
from proeve.model.records import text_at
from proeve.process.decisions import DecisionKind
from proeve.report.messages.result_letter import (
    ResultLetter,
    html_of_result,
    is_minor,
    result_letter,
)
from proeve.report.messages.writing import Sender
from proeve.rules.status import exam_verdict

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False)


def _take(
    session: Session, how: Signing, what: Deciding, given: Mapping[str, object]
) -> int:
    """Record the notice, after writing its letter where one was asked for."""
    out = given["letter"]
    told = date_of(str(what.fields.get("told_on")))
    if not isinstance(out, Path):
        clone = opened(session, how)
        _warn_of_day(session, clone, what, told)
        return carry_out(session, how, deciding(what), clone=clone)
    check_outside(out, session.folder)
    if told is None:
        raise UsageError(
            f"{what.fields.get('told_on')} is geen datum zoals 2027-01-15.",
            f"{what.fields.get('told_on')} is no date such as 2027-01-15.",
        )
    clone = opened(session, how)
    _warn_of_day(session, clone, what, told)
    sender = sender_of(clone, _names(session, how, given), told)
    letter = _letter(clone, sender, what, told)
    minor = is_minor(letter.to, told)
    copied = minor and bool(letter.to.representative)
    if minor and not copied:
        click.echo(
            session.choose(
                "De student is jonger dan 18; het bestand met namen kent geen "
                "vertegenwoordiger.",
                "The student is younger than 18; the directory file knows no "
                "representative.",
            ),
            err=True,
        )
    fields = {"copy_to_representative": copied, **what.fields} if minor else what.fields
    files = dict(_files(out, sender, letter, copied=copied))

    def write() -> None:
        _write(files)

    plan = deciding(replace(what, fields=fields))
    return carry_out(session, how, plan, clone=clone, first=write)


def _warn_of_day(
    session: Session, clone: Clone, what: Deciding, told: date | None
) -> None:
    """Say that a student was told before there was a result: a slip shortens terms."""
    exam = exam_named(clone.state, what.exam)
    established = date_of(text_at(exam.document("result"), "established_on"))
    if told is not None and established is not None and told < established:
        warning = session.spoken(
            "Mind: {told} is before {established}, the day on which the result was "
            "established. The term to appeal runs from the day that you give.",
            told=told.isoformat(),
            established=established.isoformat(),
        )
        click.echo(warning, err=True)


def _names(session: Session, how: Signing, given: Mapping[str, object]) -> Directory:
    path, identity = given["directory"], given["identity"]
    named = NamesFile(
        path if isinstance(path, Path) else None,
        identity if isinstance(identity, Path) else None,
    )
    return named.needed(session, how).directory


def _letter(clone: Clone, sender: Sender, what: Deciding, told: date) -> ResultLetter:
    exam = exam_named(clone.state, what.exam)
    verdict = exam_verdict(exam, clone.state.registry, moment(None))
    return result_letter(sender, verdict, told)


def _files(
    out: Path, sender: Sender, letter: ResultLetter, *, copied: bool
) -> Iterator[tuple[Path, str]]:
    name = letter.exam.id
    yield out / f"{name}.html", html_of_result(sender, letter)
    if copied:
        copy = html_of_result(sender, letter, copy=True)
        yield out / f"{name}-representative.html", copy


def _write(files: Mapping[Path, str]) -> None:
    for path, text in files.items():
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"In {path.parent} kan niets worden geschreven.",
                f"Nothing can be written to {path.parent}.",
            ) from error
        put(path, text.encode())
        click.echo(str(path), err=True)


COMMAND = decision_command(
    "notice",
    DecisionKind.NOTICE,
    _take,
    (
        click.Option(
            ["--letter"], type=_FOLDER, help="Write the letter in this folder."
        ),
        click.Option(
            ["--directory"],
            type=_FILE,
            help="The file with names, encrypted (.age); in a practice school a table.",
        ),
        click.Option(
            ["--identity"],
            type=_FILE,
            help="The key that opens it; the one to sign with unless you say another.",
        ),
    ),
)
