"""`proeve receiver parcel` and `paper`: the word of somebody without clone or key."""

from collections.abc import Callable
from pathlib import Path

import click

from proeve.cli.doing import Signing, ask, deed_options, opened, say_unlawful, show
from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, OK, Session, moment
from proeve.cli.timing import past
from proeve.deeds.exams import exam_named
from proeve.deeds.hearing import OnPaper, Parcel, attest_word, would_land
from proeve.deeds.landing import Wording, papers_in
from proeve.deeds.making import UnlawfulError
from proeve.history.worktree import put_whole
from proeve.process.vocabulary import Action, RowId

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_FOLDER = click.Path(path_type=Path, file_okay=False)
_HERE = click.Path(path_type=Path, file_okay=False, exists=True)
_SPOKEN = (Action.WRITE, Action.APPROVE, Action.SEAL)
_CHANNELS = ("email", "sms", "telephone", "letter", "in_person")


def _word_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add what both roads ask: whose word, about what, and with which documents."""
    spoken = [action.value for action in _SPOKEN]
    for option in (
        click.option("--out", type=_FOLDER, default=None, help="Where the act goes."),
        click.option("--papers", type=_HERE, help="The documents that came with it."),
        click.option(
            "--action",
            type=click.Choice(spoken),
            default=Action.APPROVE.value,
            help="What the person does.",
        ),
        click.argument("person"),
        click.argument("row", type=click.Choice([row.value for row in RowId])),
        click.argument("exam"),
    ):
        command = option(command)
    return command


@click.command(name="parcel")
@_word_options
@click.option("--link", required=True, help="The personal link that was used.")
@click.option(
    "--channel",
    type=click.Choice(_CHANNELS),
    required=True,
    help="How the code was sent that confirmed it.",
)
@click.option("--at", default=None, help="When it came in; now if not given.")
@deed_options
@click.pass_obj
def parcel(
    session: Session,
    /,
    *,
    link: str,
    channel: str,
    at: str | None,
    how: Signing,
    **said: object,
) -> int:
    """Attest what PERSON said about ROW of EXAM by a personal link and a code."""
    received = past(at)
    return _attest(
        session, how, said, Parcel(link=link, channel=channel, received=received)
    )


@click.command(name="paper")
@_word_options
@click.option("--transcriber", required=True, help="Who typed it over (p-...).")
@click.option("--countersigner", required=True, help="Who compared that (p-...).")
@click.option("--scan", type=_FILE, required=True, help="The scan of the paper.")
@deed_options
@click.pass_obj
def paper(
    session: Session,
    /,
    *,
    transcriber: str,
    countersigner: str,
    scan: Path,
    how: Signing,
    **said: object,
) -> int:
    """Attest what PERSON said about ROW of EXAM on paper."""
    road = OnPaper(
        transcriber=transcriber, countersigner=countersigner, scan=scan.read_bytes()
    )
    return _attest(session, how, said, road)


def _attest(
    session: Session, how: Signing, said: dict[str, object], road: Parcel | OnPaper
) -> int:
    clone = opened(session, how)
    papers, out = said["papers"], said["out"]
    scope = exam_named(clone.state, str(said["exam"])).scope
    what = Wording(
        exam=str(said["exam"]),
        row=RowId(str(said["row"])),
        person=str(said["person"]),
        action=Action(str(said["action"])),
        worn=how.worn,
        papers=papers_in(papers, scope) if isinstance(papers, Path) else {},
    )
    hand, now = clone.hand(pen_of(how.key, session.folder)), (moment(None), "+0000")
    try:
        act = attest_word(clone, hand, what, road)
        show(session, clone, [would_land(clone, hand, what, act, now)], how)
    except UnlawfulError as error:
        say_unlawful(session, error)
        return FINDINGS
    ask(session, yes=how.yes)
    path = (out if isinstance(out, Path) else session.folder) / act.act.path
    path.parent.mkdir(parents=True, exist_ok=True)
    put_whole(path, act.content)
    click.echo(act.act.path)
    more = f" --papers {papers}" if papers else ""
    then = f"proeve receiver land {what.exam} --attested {path}{more}"
    click.echo(session.choose(f"Daarna: {then}", f"Then: {then}"), err=True)
    return OK
