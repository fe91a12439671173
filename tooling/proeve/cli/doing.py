"""What every deed at the command line shares: rehearse, show, ask, do, push.

A verb says what the deed is; everything around it is here once. Nothing is written
before the judge has heard the deed and its author has said yes. A push that comes
second is fetched, the deed is stated again on the new state, and offered again.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path

import click

from proeve.cli import places
from proeve.cli.cycles import search_no_cycles
from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, OK, Session, moment, print_findings
from proeve.deeds.clone import Clone, Habits, Plan, do_all, open_clone, rehearse
from proeve.deeds.landing import acts_in
from proeve.deeds.making import UnlawfulError
from proeve.deeds.signing import ActFile, PenHand
from proeve.deeds.stating import Deed
from proeve.deeds.telling import deed_lines
from proeve.errors import RepositoryError, UsageError
from proeve.history.pens import Pen
from proeve.history.porcelain import git
from proeve.history.remotes import Answer, catch_up, push
from proeve.history.repository import MAIN
from proeve.history.worktree import Move, move
from proeve.process.vocabulary import Role
from proeve.report.findings import clean

_NOT_SENT = 3
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
        catch_up(session.folder)
    return open_clone(
        session.folder, Habits(memory=places.memory(), pins=places.pins())
    )


def carry_out(
    session: Session,
    how: Signing,
    *plans: Plan,
    handed_in: Sequence[ActFile] = (),
    clone: Clone | None = None,
    first: Callable[[], None] | None = None,
) -> int:
    """Do what plans state, all or nothing, and return the exit code.

    `clone` is the one that the verb has looked at already, if it has. `first` is what
    must be done once somebody said yes and before anything is committed.
    """
    pen = pen_of(how.key, session.folder)
    for number in range(_MOST_TRIES):
        found = clone if clone and not number else opened(session, how)
        code = _once(session, how, found, (plans, pen, handed_in), first)
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


def _once(
    session: Session,
    how: Signing,
    clone: Clone,
    what: tuple[Sequence[Plan], Pen, Sequence[ActFile]],
    first: Callable[[], None] | None,
) -> int | None:
    """Do it once; None when somebody else's deed or push came first."""
    plans, pen, handed_in = what
    if how.acts:
        scope = plans[0](clone, clone.hand(pen).person).scope
        handed_in = (*handed_in, *acts_in(how.acts, scope))
    hand, now = clone.hand(pen), (moment(None), "+0000")
    try:
        deeds = rehearse(clone, plans, hand, now, handed_in)
        show(session, clone, deeds, how)
        ask(session, yes=how.yes)
        if first is not None:
            first()
        after = do_all(clone, deeds, hand, now, handed_in)
    except UnlawfulError as error:
        say_unlawful(session, error)
        return FINDINGS
    except RepositoryError:
        if _moved(clone):
            return None
        raise
    code = _sent(session, clone, after) if how.push else OK
    if code in (OK, _NOT_SENT):
        _told(how, deeds, hand, after)
    return code


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
    for deed in deeds:
        for line in deed_lines(deed, clone.data, clone.state, session.language):
            click.echo(clean(line), err=how.as_json)


_SIGN = ("Zo tekenen?", "Sign this?")


def ask(session: Session, *, yes: bool, question: tuple[str, str] = _SIGN) -> None:
    """Ask whether to sign; stop when the answer is no."""
    if not yes:
        click.confirm(session.choose(*question), abort=True)


def sent(session: Session, how: Signing, before: Clone, after: Clone) -> int:
    """Push what was done, if asked, and tell its commit; a lost race is said."""
    code = _sent(session, before, after) if how.push else OK
    if code is None:
        raise UsageError(
            "Iemand was eerder; doe het opnieuw op wat er nu ligt.",
            "Somebody was first; do it again on what is there now.",
        )
    if code in (OK, _NOT_SENT):
        click.echo(after.state.head)
    return code


def _sent(session: Session, before: Clone, after: Clone) -> int | None:
    """Push; a deed that the server refuses is undone here too."""
    pushed = push(session.folder)
    if pushed.answer is Answer.TAKEN:
        return OK
    if pushed.answer is Answer.FAILED:
        click.echo(pushed.said.rstrip(), err=True)
        click.echo(
            session.choose(
                "Het ligt vast in deze kloon, maar is nog niet verstuurd.",
                "It is committed in this clone, but was not sent yet.",
            ),
            err=True,
        )
        return _NOT_SENT
    move(session.folder, Move(after.state.head, before.state.head))
    if pushed.answer is Answer.RACED:
        return None
    click.echo(pushed.said.rstrip(), err=True)
    return FINDINGS


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
