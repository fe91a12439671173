"""`proeve committee`: who sits in an exam committee, and who may speak for it."""

from pathlib import Path

import click

from proeve.cli.doing import Signing, deed_options, opened
from proeve.cli.looking import print_json
from proeve.cli.output import OK, Session
from proeve.cli.registering import register
from proeve.deeds.keeping_names import check_outside, put
from proeve.deeds.recording import (
    CommitteeWish,
    Fields,
    MemberWish,
    changed,
    mandated,
    new_committee,
    seated,
    unseated,
)
from proeve.errors import UsageError
from proeve.report.listings import committees_output
from proeve.sealing import new_identity, opening_key

_CAPACITIES = ("chair", "member", "secretary", "external")
_FLAGS = frozenset({"mandated", "outside", "teacher", "practice", "financial"})
_KEY = click.Path(path_type=Path, dir_okay=False)
_HELP = "PERSON:CAPACITY, and what applies of mandated, outside, teacher, practice."


@click.group(name="committee")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Make exam committees and keep their seats and mandates."""


@COMMAND.command(name="new")
@click.argument("committee")
@click.option("--title", required=True)
@click.option("--programme", "programmes", multiple=True, required=True)
@click.option("--from", "start", required=True, help="The first day, 2026-08-01.")
@click.option("--member", "members", multiple=True, required=True, help=_HELP)
@click.option("--opening-key", "keys", multiple=True, required=True, help="age1...")
@deed_options
@click.pass_obj
def new(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    committee: str,
    title: str,
    programmes: tuple[str, ...],
    start: str,
    members: tuple[str, ...],
    keys: tuple[str, ...],
    how: Signing,
) -> int:
    """Make an exam COMMITTEE with its members."""
    wish = CommitteeWish(
        id=committee,
        title=title,
        programmes=programmes,
        start=start,
        opening_keys=keys,
        members=tuple(_member(each, start) for each in members),
    )
    return register(session, how, lambda clone, _: new_committee(clone, wish))


@COMMAND.command(name="seat")
@click.argument("committee")
@click.argument("member")
@click.option("--from", "start", required=True, help="The first day, 2026-08-01.")
@click.option("--until", default="", help="The last day.")
@deed_options
@click.pass_obj
def seat(  # noqa: PLR0913, PLR0917 - one option each
    session: Session, committee: str, member: str, start: str, until: str, how: Signing
) -> int:
    """Give somebody a seat: MEMBER is PERSON:CAPACITY, as in `new`."""
    wish = _member(member, start, until)
    return register(session, how, lambda clone, _: seated(clone, committee, wish))


@COMMAND.command(name="unseat")
@click.argument("committee")
@click.argument("person")
@click.option("--until", required=True, help="The last day in the committee.")
@deed_options
@click.pass_obj
def unseat(
    session: Session, committee: str, person: str, until: str, how: Signing
) -> int:
    """End the seat of a PERSON."""
    return register(
        session, how, lambda clone, _: unseated(clone, committee, person, until)
    )


@COMMAND.command(name="mandate")
@click.argument("committee")
@click.argument("person")
@click.option("--for", "words", multiple=True, required=True, help="establish, ...")
@click.option("--from", "start", required=True)
@click.option("--until", required=True)
@deed_options
@click.pass_obj
def mandate(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    committee: str,
    person: str,
    words: tuple[str, ...],
    start: str,
    until: str,
    how: Signing,
) -> int:
    """Let a member decide in the committee's name."""
    fields: Fields = {"to": person, "for": [*words], "from": start, "until": until}
    return register(session, how, lambda clone, _: mandated(clone, committee, fields))


@COMMAND.command(name="quorum")
@click.argument("committee")
@click.argument("establish", type=click.IntRange(1, 15))
@click.argument("result", type=click.IntRange(1, 15))
@click.argument("decision", type=click.IntRange(1, 15))
@deed_options
@click.pass_obj
def quorum(  # noqa: PLR0913, PLR0917 - one argument each
    session: Session,
    committee: str,
    establish: int,
    result: int,
    decision: int,
    how: Signing,
) -> int:
    """Say how many members each kind of decision needs."""
    path = f"committees/{committee}.yml"
    needs: Fields = {"establish": establish, "result": result, "decision": decision}
    fields: Fields = {"quorum": needs}
    return register(
        session, how, lambda clone, _: changed(clone, path, committee, fields)
    )


@COMMAND.command(name="opening-key")
@click.argument("out", type=_KEY)
@click.pass_obj
def opening(session: Session, out: Path) -> int:
    """Make a key that opens sealed forms; the secret half goes to OUT."""
    check_outside(out, session.folder)
    if out.exists():
        raise UsageError(f"{out} is er al.", f"{out} is there already.")
    identity = new_identity()
    put(out, f"{identity}\n".encode())
    click.echo(opening_key(identity))
    return OK


@COMMAND.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_(
    session: Session,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """List the committees and who sits in them."""
    registry = opened(session).state.registry
    if as_json:
        print_json(committees_output(registry))
        return OK
    for committee in registry.committees.values():
        click.echo(committee.id)
        for member in committee.members:
            votes = session.choose("stemt", "votes") if member.votes else "-"
            click.echo(f"  {member.person}  {member.capacity}  {votes}")
    return OK


def _member(text: str, start: str, until: str = "") -> MemberWish:
    person, *rest = text.replace(",", ":").split(":")
    flags = frozenset(rest[1:])
    if not rest or rest[0] not in _CAPACITIES or flags - _FLAGS:
        raise UsageError(
            f"{text} is geen lid zoals p-4f2a91c0:member,teacher.",
            f"{text} is no member such as p-4f2a91c0:member,teacher.",
        )
    return MemberWish(
        person=person, capacity=rest[0], start=start, until=until, flags=flags
    )
