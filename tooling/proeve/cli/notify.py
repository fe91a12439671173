"""`proeve notify`: who must hear what now, as mails, text messages or letters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from proeve.cli.choosing import verdicts
from proeve.cli.doing import Signing, opened
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import OK, Session, moment
from proeve.cli.sending import sender_of
from proeve.deeds.clone import Clone
from proeve.deeds.keeping_lists import SENT, Sent, told_on
from proeve.deeds.keeping_names import check_outside, put
from proeve.directory.entries import Entry
from proeve.directory.tables import written
from proeve.errors import UsageError
from proeve.model.records import records_at, text_at
from proeve.model.workdays import is_working_day
from proeve.report.findings import clean
from proeve.report.messages.errands import Errand, by_person, errands
from proeve.report.messages.writing import (
    Letter,
    Sender,
    html_of,
    letter_to,
    mail_of,
    sms_of,
    subject_of,
)

_ZONE = ZoneInfo("Europe/Amsterdam")
_ROADS = ("mail", "sms", "letter")
_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    """The messages of one run, each with its road."""

    letters: Mapping[str, tuple[Letter, str]]
    unknown: tuple[str, ...]


@click.command(name="notify")
@click.argument("what", required=False)
@click.option("--to", "out", type=_FOLDER, default=None, help="Write messages here.")
@click.option("--road", type=click.Choice(_ROADS), default=None)
@click.option("--address", default="", help="A page, {exam} in it for the exam.")
@click.option("--now", default=None, help="As if it were this moment.")
@click.option("--key", type=_FILE, default=None, help="A key that opens the names.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@names_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    what: str | None,
    out: Path | None,
    road: str | None,
    address: str,
    now: str | None,
    key: Path | None,
    yes: bool,  # noqa: FBT001 - click passes options by name
    names: NamesFile,
) -> int:
    """List who must hear what, in all, one GROUP or EXAM; with --to, write it."""
    clone, how = opened(session), Signing(key=key, yes=yes)
    found = names.needed(session, how)
    log = SENT.read(found, names.secrets(session, how))
    at = moment(now)
    today = datetime.fromtimestamp(at, _ZONE).date()
    _check_day(clone, today, writes=out is not None)
    sender = sender_of(clone, found.directory, today, address)
    exams = verdicts(clone, what, at)
    people = by_person(errands(exams))
    told = told_on(log, today.isoformat())
    left = {who: own for who, own in people.items() if who not in told}
    post = _post(sender, left, road)
    _list(session, post, len(people) - len(left))
    if out is None or not post.letters:
        return OK
    check_outside(out, session.folder)
    ask_to_send(session, how)
    _write(out, sender, post)
    sent = (
        Sent(
            person=who,
            day=today.isoformat(),
            road=chosen,
            exams=tuple(each.exam for each in letter.errands),
        )
        for who, (letter, chosen) in post.letters.items()
    )
    SENT.keep(found, (*log, *sent))
    click.echo(str(SENT.path(found)))
    return OK


def ask_to_send(session: Session, how: Signing) -> None:
    """Ask whether to write the messages and note them as sent."""
    if how.yes:
        return
    question = session.choose(
        "Deze berichten schrijven en als verstuurd noteren?",
        "Write these messages and note them as sent?",
    )
    click.confirm(question, abort=True)


def _check_day(clone: Clone, today: date, *, writes: bool) -> None:
    """Refuse to write messages on a day on which the school is closed."""
    school = clone.record("school.yml")
    closed = [
        (text_at(each, "from"), text_at(each, "until"))
        for each in records_at(school, "holidays")
    ]
    if writes and not is_working_day(today, closed):
        raise UsageError(
            f"{today.isoformat()} is geen werkdag; dan gaan er geen berichten uit.",
            f"{today.isoformat()} is no working day; no messages go out then.",
        )


def _post(
    sender: Sender, people: Mapping[str, tuple[Errand, ...]], road: str | None
) -> _Post:
    letters: dict[str, tuple[Letter, str]] = {}
    unknown: list[str] = []
    for who, own in people.items():
        entry = sender.directory.entries.get(who)
        if entry is None or not entry.name:
            unknown.append(who)
            continue
        letters[who] = (letter_to(sender, entry, own), _road(entry, road))
    return _Post(letters=letters, unknown=tuple(unknown))


def _road(entry: Entry, wanted: str | None) -> str:
    """Return the road asked for if it can be gone, or else the first that can."""
    can = {"mail": bool(entry.email), "sms": bool(entry.phone), "letter": True}
    if wanted and can[wanted]:
        return wanted
    return next(road for road in _ROADS if can[road])


def _list(session: Session, post: _Post, told: int) -> None:
    for letter, road in post.letters.values():
        click.echo(f"{clean(letter.to.name)}  {road}  {clean(subject_of(letter))}")
    for who in post.unknown:
        click.echo(
            session.choose(
                f"{who}  staat niet in het bestand met namen",
                f"{who}  is not in the directory file",
            )
        )
    if told:
        click.echo(
            session.choose(
                f"{told} mensen kregen vandaag al een bericht.",
                f"{told} people had a message today already.",
            )
        )
    if not (post.letters or post.unknown or told):
        click.echo(session.choose("Niemand is aan de beurt.", "It is nobody's turn."))


def _write(out: Path, sender: Sender, post: _Post) -> None:
    """Write a file a mail and letter, and one table of text messages."""
    files = dict(_files(sender, post))
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"In {out} kan niets worden geschreven.",
            f"Nothing can be written to {out}.",
        ) from error
    for name, content in files.items():
        put(out / name, content)


def _files(sender: Sender, post: _Post) -> Iterator[tuple[str, bytes]]:
    texts: list[tuple[str, str]] = []
    for who, (letter, road) in post.letters.items():
        if road == "mail":
            yield f"{who}.eml", mail_of(sender, letter)
        elif road == "letter":
            yield f"{who}.html", html_of(sender, letter).encode()
        else:
            texts.append((letter.to.phone, sms_of(sender, letter)))
    if texts:
        yield "sms.csv", written(("telefoon", "tekst"), texts)
