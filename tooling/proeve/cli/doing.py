"""What every deed at the command line shares: rehearse, show, ask, do, push.

A verb says what the deed is; everything around it is here once. Nothing is written
before the judge has heard the deed and its author has said yes. A push that comes
second is fetched, the deed is stated again on the new state, and offered again.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, wraps
from pathlib import Path

import click

from proeve.cli import places
from proeve.cli.cycles import search_no_cycles
from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, OK, Session, moment, print_findings
from proeve.cli.pushing import NOT_SENT, caught_up, send_off
from proeve.deeds.clone import (
    Clone,
    Habits,
    Noting,
    Plan,
    Rehearsal,
    do_all,
    no_note,
    open_clone,
    rehearse,
)
from proeve.deeds.landing import acts_in
from proeve.deeds.making import UnlawfulError
from proeve.deeds.signing import ActFile, PenHand
from proeve.deeds.stating import Deed
from proeve.deeds.telling import deed_lines
from proeve.errors import RepositoryError, UsageError
from proeve.history.pens import Pen
from proeve.history.porcelain import git
from proeve.history.remotes import note_unsent
from proeve.history.repository import MAIN
from proeve.history.worktree import UnfinishedError
from proeve.process.vocabulary import Role
from proeve.report.findings import clean

_MOST_TRIES = 5
_FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """How a deed is signed and told: with which key, in which role, asked or not."""

    key: Path | None = None
    worn: Role | None = None
    yes: bool = False
    push: bool = False
    as_json: bool = False
    acts: tuple[Path, ...] = ()


_OPTIONS = (
    click.option("--key", type=_FILE, default=None, help="The key to sign with."),
    click.option(
        "--as",
        "worn",
        type=click.Choice([role.value for role in Role]),
        default=None,
        help="The role to sign in.",
    ),
    click.option("--yes", is_flag=True, help="Do not ask."),
    click.option("--push", "sends", is_flag=True, help="Send it to the server."),
    click.option(
        "--act", "acts", multiple=True, type=_FILE, help="What another one signed."
    ),
    click.option("--json", "as_json", is_flag=True, help="Say what was done as JSON."),
)


_NAMES = ("key", "worn", "yes", "sends", "acts", "as_json")


def deed_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of every deed; the command gets them together, as `how`."""

    @wraps(command)
    def told(*args: object, **given: object) -> int:
        how = _signing({name: given.pop(name) for name in _NAMES})
        return command(*args, how=how, **given)

    for option in reversed(_OPTIONS):
        told = option(told)
    return told


def _signing(given: Mapping[str, object]) -> Signing:
    key, worn, acts = given["key"], given["worn"], given["acts"]
    return Signing(
        key=key if isinstance(key, Path) else None,
        worn=Role(str(worn)) if worn else None,
        yes=bool(given["yes"]),
        push=bool(given["sends"]),
        as_json=bool(given["as_json"]),
        acts=tuple(Path(each) for each in acts) if isinstance(acts, tuple) else (),
    )


def opened(session: Session, how: Signing | None = None) -> Clone:
    """Open the clone that a verb works in; brought up to date if it will push."""
    search_no_cycles()
    if how is not None and how.push:
        caught_up(session)
    return open_clone(
        session.folder, Habits(memory=places.memory(), pins=places.pins())
    )


Shows = Callable[[Clone], Iterator[str]]
"""Yields what somebody reads before they sign, beside what the deed itself changes."""


def _nothing_more(clone: Clone) -> Iterator[str]:
    del clone
    yield from ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errand:
    """What somebody came to do, whichever state of the school it meets."""

    session: Session
    how: Signing
    plans: Sequence[Plan]
    pen: Pen
    handed_in: Sequence[ActFile]
    first: Callable[[], None] | None
    shows: Shows


def carry_out(  # noqa: PLR0913 - what is the same for every verb, and what differs
    session: Session,
    how: Signing,
    *plans: Plan,
    handed_in: Sequence[ActFile] = (),
    clone: Clone | None = None,
    first: Callable[[], None] | None = None,
    shows: Shows = _nothing_more,
) -> int:
    """Do what plans state, all or nothing, and return the exit code.

    `clone` is the one that the verb has looked at already, if it has. `first` is what
    must be done once somebody said yes and before anything is committed. `shows` is
    what else there is to read.
    """
    errand = _Errand(
        session=session,
        how=how,
        plans=plans,
        pen=pen_of(how.key, session.folder),
        handed_in=handed_in,
        first=first,
        shows=shows,
    )
    agreed: _Said | None = None
    for number in range(_MOST_TRIES):
        found = clone if clone and not number else opened(session, how)
        agreed, code = _once(errand, found, agreed)
        if code is not None:
            return code
        click.echo(
            session.choose(
                "Iemand was eerder; het wordt opnieuw gedaan op wat er nu ligt.",
                "Somebody was first; it is done again on what is there now.",
            ),
            err=True,
        )
    raise UsageError(
        "Steeds was een ander eerder; probeer het zo nog eens.",
        "Somebody else was first each time; try again in a moment.",
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What somebody said yes to: what they read, and the texts that they sign."""

    lines: tuple[str, ...]
    texts: tuple[str, ...]


def _once(
    errand: _Errand, clone: Clone, agreed: _Said | None
) -> tuple[_Said | None, int | None]:
    """Do it once; the code is None when somebody else's deed or push came first."""
    session, how, handed_in = errand.session, errand.how, errand.handed_in
    hand, now = clone.hand(errand.pen), (moment(None), "+0000")
    if how.acts:
        scope = errand.plans[0](clone, hand.person).scope
        handed_in = (*handed_in, *acts_in(how.acts, scope))
    try:
        found = rehearse(clone, errand.plans, hand, now, handed_in)
        deeds = tuple(each.deed for each in found)
        agreed = _agree(errand, clone, found, agreed)
        if errand.first is not None:
            errand.first()
        after = do_all(clone, deeds, hand, now, handed_in, noting(session, how))
    except UnlawfulError as error:
        say_unlawful(session, error)
        return agreed, FINDINGS
    except UnfinishedError:
        raise
    except RepositoryError:
        if _moved(clone):
            return agreed, None
        raise
    code = send_off(session, clone, after) if how.push else OK
    if code in (OK, NOT_SENT):
        _told(how, deeds, hand, after)
    return agreed, code


def noting(session: Session, how: Signing) -> Noting:
    """Return what writes down a deed that is to be sent, before the branch moves.

    Whoever is interrupted from there on sends it with the same command.
    """
    return partial(note_unsent, session.folder) if how.push else no_note


def _agree(
    errand: _Errand, clone: Clone, found: Sequence[Rehearsal], agreed: _Said | None
) -> _Said:
    """Show what will be done and ask; not again where it is the very same (R21)."""
    session, how = errand.session, errand.how
    deeds = [each.deed for each in found]
    lines = (*errand.shows(clone), *_lines(session, clone, deeds))
    said = _Said(lines, tuple(each.text for each in found))
    if said == agreed:
        click.echo(
            session.choose(
                "Er verandert hetzelfde als net; je tekent dezelfde tekst.",
                "It changes the same as before; you sign the very same text.",
            ),
            err=True,
        )
        return said
    for line in lines:
        click.echo(clean(line), err=how.as_json)
    ask(session, yes=how.yes)
    return said


def _moved(clone: Clone) -> bool:
    """Tell whether somebody else did a deed in this very clone meanwhile."""
    return git(clone.folder, "rev-parse", MAIN).strip() != clone.state.head


def say_unlawful(session: Session, error: UnlawfulError) -> None:
    """Print why a deed is not lawful; the commit that was rehearsed is nowhere."""
    for each in error.findings:
        nowhere = replace(each, where=replace(each.where, commit=None))
        print_findings([nowhere], "text", session.language)


def show(session: Session, clone: Clone, deeds: Sequence[Deed], how: Signing) -> None:
    """Show what deeds would change, in the words of whoever reads it."""
    for line in _lines(session, clone, deeds):
        click.echo(clean(line), err=how.as_json)


def _lines(session: Session, clone: Clone, deeds: Sequence[Deed]) -> Iterator[str]:
    for deed in deeds:
        yield from deed_lines(deed, clone.data, clone.state, session.language)


_SIGN = ("Zo tekenen?", "Sign this?")


def ask(session: Session, *, yes: bool, question: tuple[str, str] = _SIGN) -> None:
    """Ask whether to sign; stop when the answer is no."""
    if not yes:
        click.confirm(session.choose(*question), abort=True)


def sent(session: Session, how: Signing, before: Clone, after: Clone) -> int:
    """Push what was done, if asked, and tell its commit; a lost race is said."""
    code = send_off(session, before, after) if how.push else OK
    if code is None:
        raise UsageError(
            "Iemand was eerder; doe het opnieuw op wat er nu ligt.",
            "Somebody was first; do it again on what is there now.",
        )
    if code in (OK, NOT_SENT):
        click.echo(after.state.head)
    return code


def _told(how: Signing, deeds: Sequence[Deed], hand: PenHand, after: Clone) -> None:
    if not how.as_json:
        click.echo(after.state.head)
        return
    done = [
        {"scope": deed.scope, "row": deed.row, "action": deed.action, "role": deed.role}
        for deed in deeds
    ]
    said = {"commit": after.state.head, "person": hand.person, "deeds": done}
    click.echo(json.dumps(said))
