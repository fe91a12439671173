"""`proeve word`: the text by which somebody without a clone gives their approval."""

from pathlib import Path

import click

from proeve.cli.doing import opened
from proeve.cli.output import OK, Session
from proeve.deeds.exams import exam_named
from proeve.deeds.landing import Wording, papers_in, wording
from proeve.history.worktree import put_whole
from proeve.process.vocabulary import Action, Role, RowId

_ACTIONS = (
    *(Action.APPROVE, Action.WRITE, Action.SEAL),
    *(Action.UNSEAL, Action.DECIDE),
)


@click.command(name="word")
@click.argument("exam")
@click.argument("row", type=click.Choice([row.value for row in RowId]))
@click.argument("person")
@click.option("--as", "worn", type=click.Choice([role.value for role in Role]))
@click.option(
    "--action",
    type=click.Choice([action.value for action in _ACTIONS]),
    default=Action.APPROVE.value,
    help="What the person does with it.",
)
@click.option(
    "--papers",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=None,
    help="A folder with documents that land with it.",
)
@click.option(
    "--to",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Where to write the text.",
)
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    exam: str,
    row: str,
    person: str,
    worn: str | None,
    action: str,
    papers: Path | None,
    out: Path | None,
) -> int:
    """Write the text that PERSON signs about ROW of EXAM, with any OpenSSH key."""
    clone = opened(session)
    scope = exam_named(clone.state, exam).scope
    what = Wording(
        exam=exam,
        row=RowId(row),
        person=person,
        action=Action(action),
        worn=Role(worn) if worn else None,
        papers=papers_in(papers, scope) if papers else {},
    )
    text = wording(clone, what)
    path = out or Path(f"{scope.rsplit('/', 1)[-1]}-{row}-{person}.txt")
    put_whole(path, text)
    click.echo(
        session.choose(
            f"Laat {person} tekenen: proeve people sign {path}\n"
            f"of: ssh-keygen -Y sign -n proeve-act@v1 -f SLEUTEL {path}\n"
            f"Daarna: proeve land {exam} {path}",
            f"Have {person} sign: proeve people sign {path}\n"
            f"or: ssh-keygen -Y sign -n proeve-act@v1 -f KEY {path}\n"
            f"Then: proeve land {exam} {path}",
        )
    )
    return OK
