"""`proeve meeting`: a committee's evening, from its agenda to its minutes."""

import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from proeve.cli.checklist import checked as answered
from proeve.cli.doing import Signing, ask, carry_out, deed_options, opened
from proeve.cli.keys import pen_of
from proeve.cli.looking import print_json
from proeve.cli.minuting import dropped_item, held_item, landed_item, line_item
from proeve.cli.naming import NamesFile, names_options
from proeve.cli.output import FINDINGS, OK, Session, day, moment
from proeve.cli.pushing import NOT_SENT
from proeve.cli.tables import print_tables
from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.keeping_names import check_outside, put
from proeve.deeds.meeting.agenda import agenda_of, chair_first, committee_named
from proeve.deeds.meeting.ballots import (
    ballot_of,
    holding,
    keep_ballot,
    read_ballot,
    sign_ballot,
    signed_in,
)
from proeve.deeds.meeting.landing import landings_of
from proeve.deeds.meeting.outcomes import Sitting, Wish, meeting_of
from proeve.deeds.meeting.tabled import Meeting, Vote, keep_meeting, read_meeting
from proeve.directory.entries import Directory
from proeve.errors import UsageError
from proeve.history.lists import NAMESPACE
from proeve.model.hashtree import SALT
from proeve.model.records import text_at
from proeve.report.findings import clean
from proeve.report.minutes import Minutes, decided, html_of, markdown_of, why
from proeve.report.outputs import meeting_output
from proeve.report.today import agenda_table
from proeve.sight.meeting import Item
from proeve.words.labels import label

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(name="meeting")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Decide on many exams at once; each member signs once."""


@COMMAND.command(name="list")
@click.option("--committee", default="", help="Which exam committee meets.")
@click.option("--now", default=None, help="As if it were this moment.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def listing(
    session: Session,
    committee: str,
    now: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """List what can be decided, what must be discussed and why, and who votes."""
    clone = opened(session)
    name = committee_named(clone, committee)
    found = agenda_of(clone, name, moment(now))
    if as_json:
        print_json(meeting_output(name, found))
        return OK
    print_tables([agenda_table(found, session.language)])
    return OK


@COMMAND.command(name="decide")
@click.argument("out", type=_FOLDER)
@click.option("--committee", default="", help="Which exam committee meets.")
@click.option("--present", multiple=True, help="A member who is there, p-...")
@click.option("--on", default=None, help="The day of the meeting; today if not given.")
@click.option(
    "--clean", "clean_too", is_flag=True, help="Agree with all that is clean."
)
@click.option("--agree", multiple=True, help="An exam that is agreed on.")
@click.option(
    "--return", "back", nargs=2, multiple=True, help="An exam to send back, and why."
)
@click.option(
    "--decide", "taken", nargs=2, multiple=True, help="A decision to take, and why."
)
@click.option(
    "--checked", is_flag=True, help="All is in order on the checklist of each."
)
@click.option("--regulation", default="", help="By which rules is established.")
@click.pass_obj
def decide(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    out: Path,
    committee: str,
    present: tuple[str, ...],
    on: str | None,
    clean_too: bool,  # noqa: FBT001 - click passes options by name
    agree: tuple[str, ...],
    back: tuple[tuple[str, str], ...],
    taken: tuple[tuple[str, str], ...],
    checked: bool,  # noqa: FBT001
    regulation: str,
) -> int:
    """Record in the folder OUT what the committee decides, for each member to sign."""
    check_outside(out, session.folder)
    clone = opened(session)
    name = committee_named(clone, committee)
    sitting = Sitting(
        committee=name,
        on=day(on),
        present=_present(clone, name, present),
        regulation=regulation,
    )
    agenda = agenda_of(clone, name, moment(None))
    named = {
        **_named(clone, agenda, ((exam, "") for exam in agree), Vote.AGREED),
        **_named(clone, agenda, back, Vote.RETURNED),
        **_named(clone, agenda, taken, Vote.DECIDED),
    }
    clean_ones = [item.scope for item in agenda if item.clean and clean_too]
    wishes = {scope: Wish(vote=Vote.AGREED) for scope in clean_ones} | named
    wishes |= _asked(session, [x for x in agenda if x.scope not in wishes])
    wishes = answered(session, clone, agenda, wishes, met=checked)
    meeting = meeting_of(clone, sitting, agenda, wishes)
    if not meeting.lines:
        raise UsageError(
            "Er is niets besloten: noem examens met --agree, --return, --decide of "
            "--clean.",
            "Nothing was decided: name exams with --agree, --return, --decide or "
            "--clean.",
        )
    _keep(session, out, meeting)
    return OK


def _present(clone: Clone, committee: str, given: Sequence[str]) -> tuple[str, ...]:
    """Return who are there: all members with a vote unless some were named."""
    voting = chair_first(clone, committee)
    strangers = [who for who in given if who not in voting]
    if strangers:
        raise UsageError(
            f"{strangers[0]} heeft geen stem in {committee}.",
            f"{strangers[0]} has no vote in {committee}.",
        )
    return tuple(who for who in voting if not given or who in given)


def _named(
    clone: Clone,
    agenda: Sequence[Item],
    given: Iterator[tuple[str, str]] | Sequence[tuple[str, str]],
    vote: Vote,
) -> dict[str, Wish]:
    """Return a wish for each exam named; raises UsageError for one not waiting."""
    waiting = {item.scope for item in agenda}
    found: dict[str, Wish] = {}
    for exam, reason in given:
        scope = exam_named(clone.state, exam).scope
        if scope not in waiting:
            raise UsageError(
                f"{exam} wacht niet op deze commissie; `proeve meeting list` zegt wat "
                "wel.",
                f"{exam} does not wait for this committee; `proeve meeting list` says "
                "what does.",
            )
        found[scope] = Wish(vote=vote, reason=reason)
    return found


def _asked(session: Session, left: Sequence[Item]) -> Mapping[str, Wish]:
    """Ask about each exam that was not named, where somebody sits at a terminal."""
    if not sys.stdin.isatty():
        return {}
    found: dict[str, Wish] = {}
    for item in left:
        if item.scope in found:
            continue
        told = ", ".join(label(each, session.language) for each in item.concerns)
        name = item.scope.removeprefix("groups/")
        click.echo(clean(f"{name}  {label(item.what, session.language)}  {told}"))
        answer = click.prompt(
            session.spoken("agree, return, decide or later"),
            type=click.Choice(["agree", "return", "decide", "later"]),
            default="later",
        )
        if answer == "agree":
            found[item.scope] = Wish(vote=Vote.AGREED)
        elif answer != "later":
            why_ = click.prompt(session.spoken("Why"))
            vote = Vote.RETURNED if answer == "return" else Vote.DECIDED
            found[item.scope] = Wish(vote=vote, reason=why_)
    return found


def _keep(session: Session, out: Path, meeting: Meeting) -> None:
    """Write the meeting and each member's list, and say what to do with them.

    All in a folder beside it, which is put in its place at once.
    """
    draft = out.with_name(f".{out.name}.new")
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise UsageError(
                f"{out} is niet leeg; kies een nieuwe map voor deze vergadering.",
                f"{out} is not empty; choose a new folder for this meeting.",
            )
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700, parents=True)
        lists = dict(_lists(draft, meeting))
        made = keep_meeting(draft, meeting)
        draft.rename(out)
    except OSError as error:
        raise UsageError(
            f"In {out} kan niets worden geschreven.",
            f"Nothing can be written to {out}.",
        ) from error
    for person, name in lists.items():
        count, path = len(meeting.own_lines(person)), out / name
        click.echo(
            session.choose(
                f"{person} tekent {count} examens: proeve meeting sign {out}\n"
                f"  of: ssh-keygen -Y sign -n {NAMESPACE} -f SLEUTEL {path}",
                f"{person} signs {count} exams: proeve meeting sign {out}\n"
                f"  or: ssh-keygen -Y sign -n {NAMESPACE} -f KEY {path}",
            )
        )
    click.echo(str(out / made.name))


def _lists(folder: Path, meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Write the list of each member with a vote; yield who signs which text."""
    for person in meeting.present:
        own = meeting.own_lines(person)
        if own:
            path = keep_ballot(folder, meeting, ballot_of(own, person, _salt))
            yield person, path.name


def _salt() -> bytes:
    return secrets.token_bytes(SALT)


@COMMAND.command(name="sign")
@click.argument("meeting", type=_FOLDER)
@click.option("--key", type=_FILE, default=None, help="The key to sign with.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def sign(
    session: Session,
    meeting: Path,
    key: Path | None,
    yes: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Sign once for all the exams in MEETING in which you have a vote."""
    found, clone = read_meeting(meeting), opened(session)
    pen = pen_of(key, session.folder)
    person = clone.hand(pen).person
    ballot = read_ballot(meeting, person)
    lines = ballot.lines(found)
    good = tuple(holding(clone, lines, person))
    for line in lines:
        name = line.scope.removeprefix("groups/")
        what = label(line.what, session.language)
        if line in good:
            told = decided(line_item(clone, line), session.language)
        else:
            told = session.choose(
                "gaat niet over het examen zoals het er hier ligt; dit teken je niet",
                "is not about the exam as it is here; you do not sign this",
            )
        click.echo(clean(f"{name}  {what}  {told}"))
    if not good:
        raise UsageError(
            "Er is niets te tekenen; haal het nieuwste op met `git pull`.",
            "There is nothing to sign; fetch the newest with `git pull`.",
        )
    ask(session, yes=yes)
    if len(good) != len(lines):
        ballot = ballot_of(good, person, _salt)
    click.echo(str(sign_ballot(meeting, found, ballot, pen)))
    return OK


@COMMAND.command(name="land")
@click.argument("meeting", type=_FOLDER)
@click.option(
    "--minutes", type=_FILE, default=None, help="Where they go: .md or .html."
)
@names_options
@deed_options
@click.pass_obj
def land(
    session: Session,
    meeting: Path,
    minutes: Path | None,
    names: NamesFile,
    how: Signing,
) -> int:
    """Land what was signed in MEETING, an exam a commit, and write the minutes."""
    found, clone = read_meeting(meeting), opened(session, how)
    known = names.opened(session, how)
    path = minutes or meeting / "minutes.md"
    check_outside(path, session.folder)
    signed = signed_in(clone, meeting, found)
    hand = clone.hand(pen_of(how.key, session.folder))
    landed = landings_of(clone, found, signed, hand, (moment(None), "+0000"))
    told = Minutes(
        title=_title(clone, found),
        on=found.on,
        present=found.present,
        signed=[each.person for each in signed if each.good],
        unsigned=[each.person for each in signed if not each.good],
        landed=[landed_item(clone, each) for each in landed.landings],
        dropped=[dropped_item(clone, each) for each in landed.dropped],
        held=[held_item(clone, each) for each in found.held],
        directory=known.directory if known else Directory(),
        language=session.language,
    )
    _say_dropped(session, told)
    if not landed.landings:
        return FINDINGS
    plans = [each.plan for each in landed.landings]
    code = carry_out(session, replace(how, acts=()), *plans, clone=clone)
    if code in (OK, NOT_SENT):
        text = html_of(told) if path.suffix == ".html" else markdown_of(told)
        put(path, text.encode())
        click.echo(str(path), err=how.as_json)
    return code


def _say_dropped(session: Session, told: Minutes) -> None:
    for each in told.dropped:
        click.echo(clean(f"{each.exam}  {why(each, session.language)}"), err=True)
    for person in told.unsigned:
        click.echo(
            session.choose(
                f"De handtekening van {person} klopt niet en telt niet mee.",
                f"The signature of {person} is no good and does not count.",
            ),
            err=True,
        )


def _title(clone: Clone, meeting: Meeting) -> str:
    record = clone.record(f"committees/{meeting.committee}.yml")
    return text_at(record, "title") or meeting.committee
