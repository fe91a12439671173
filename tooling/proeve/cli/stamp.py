"""`proeve stamp`: a time-stamping service's word on when something was handed in.

With files it works without a network: the request goes out by any road, and the answer
comes back by any road.
"""

from importlib.util import find_spec
from pathlib import Path

import click

from proeve.cli.doing import Signing, carry_out, deed_options, opened
from proeve.cli.output import FINDINGS, OK, Session, exit_code, print_findings
from proeve.cli.timing import PERSON, ROW
from proeve.deeds.timing import (
    Stampable,
    Timed,
    check_answer,
    checkpoint_for,
    handed_in,
    stamped,
)
from proeve.errors import UsageError
from proeve.history.stamping import ask, request_for
from proeve.history.worktree import put_whole
from proeve.model.ledger import State
from proeve.process.vocabulary import RowId

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="stamp")
@click.argument("exam", required=False, default="")
@click.option(
    "--checkpoint", is_flag=True, help="Ask about a checkpoint instead of an exam."
)
@ROW
@PERSON
@click.option("--service", default="", help="The address of a time-stamping service.")
@click.option(
    "--request", "to", type=_FILE, default=None, help="Write what to ask in this file."
)
@click.option(
    "--answer", type=_FILE, default=None, help="Land the answer in this file."
)
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913 - the name that main looks for; one option each
    session: Session,
    *,
    exam: str,
    checkpoint: bool,
    row: str,
    person: str,
    service: str,
    to: Path | None,
    answer: Path | None,
    how: Signing,
) -> int:
    """Have a time-stamping service say when what was handed in for EXAM was there.

    What a checkpoint covers was there before the stamp over it.
    """
    if sum(map(bool, (service, to, answer))) != 1 or checkpoint == bool(exam):
        raise UsageError(
            "Kies een examen of --checkpoint, en één van --service, --request en "
            "--answer.",
            "Choose an exam or --checkpoint, and one of --service, --request and "
            "--answer.",
        )
    clone = opened(session, how)
    came_back = _read(answer) if answer is not None else b""

    def find(state: State) -> Stampable:
        if checkpoint:
            return checkpoint_for(state, came_back)
        return handed_in(state, Timed(exam=exam, row=RowId(row), person=person))

    what = find(clone.state)
    if to is not None:
        return _written(session, exam or "--checkpoint", to, request_for(what.sha256))
    if answer is None:
        came_back = _asked(service, request_for(what.sha256))
    wrong = check_answer(clone, what, came_back)
    if wrong is not None:
        print_findings([wrong], "text", session.language)
        if exit_code([wrong]):
            return FINDINGS
    return carry_out(session, how, stamped(find, came_back, how.worn), clone=clone)


def _written(session: Session, exam: str, to: Path, request: bytes) -> int:
    put_whole(to, request)
    click.echo(
        session.choose(
            f"Stuur {to} naar de tijdstempeldienst.\n"
            f"Daarna: proeve stamp {exam} --answer ANTWOORD",
            f"Send {to} to the time-stamping service.\n"
            f"Then: proeve stamp {exam} --answer ANSWER",
        )
    )
    return OK


def _read(answer: Path) -> bytes:
    if not answer.is_file():
        raise UsageError(f"{answer} is er niet.", f"{answer} is not there.")
    return answer.read_bytes()


def _asked(service: str, request: bytes) -> bytes:
    """Return a service's answer, where this machine can tell what it is worth."""
    if find_spec("rfc3161_client") is None:
        raise UsageError(
            "Hiervoor is proeve[time] nodig; zonder kan het met --request en --answer.",
            "This needs proeve[time]; without it, use --request and --answer.",
        )
    return ask(service, request)
