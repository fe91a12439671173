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
from proeve.deeds.clone import Clone
from proeve.deeds.timing import Timed, came, check_answer, stamped
from proeve.errors import UsageError
from proeve.history.stamping import ask, request_for
from proeve.history.worktree import put_whole
from proeve.process.vocabulary import RowId

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="stamp")
@click.argument("exam")
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
    row: str,
    person: str,
    service: str,
    to: Path | None,
    answer: Path | None,
    how: Signing,
) -> int:
    """Have a time-stamping service say when what was handed in for EXAM was there."""
    if sum(map(bool, (service, to, answer))) != 1:
        raise UsageError(
            "Kies er één: --service, --request of --answer.",
            "Choose one: --service, --request or --answer.",
        )
    clone = opened(session, how)
    what = Timed(exam=exam, row=RowId(row), person=person)
    request = request_for(came(clone.state, what)[1].sha256)
    if to is not None:
        return _written(session, exam, to, request)
    if answer is not None:
        return _land(session, how, clone, (what, _read(answer)))
    return _land(session, how, clone, (what, _asked(service, request)))


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


def _land(
    session: Session, how: Signing, clone: Clone, found: tuple[Timed, bytes]
) -> int:
    what, answer = found
    wrong = check_answer(clone, what, answer)
    if wrong is not None:
        print_findings([wrong], "text", session.language)
        if exit_code([wrong]):
            return FINDINGS
    return carry_out(session, how, stamped(what, answer, how.worn), clone=clone)
