"""`proeve next`: what waits for me, most urgent first."""

from collections.abc import Callable
from pathlib import Path

import click

from proeve.cli import places
from proeve.cli.looking import looked, looks, print_json
from proeve.cli.output import Session
from proeve.cli.tables import print_tables
from proeve.errors import UsageError
from proeve.gather.looking import Looked
from proeve.history.pens import public_text
from proeve.history.porcelain import signing_key
from proeve.model.registry import Registry
from proeve.process.vocabulary import Approver, Part, Role
from proeve.report.ledger import environment_line
from proeve.report.outputs import next_output
from proeve.report.today import tasks_table
from proeve.sight.tasks import Task, is_for, most_urgent, worn_by


@click.command(name="next")
@click.option("--as", "worn", default=None, help="Only in this role or part.")
@click.option("--person", default=None, help="What waits for this pseudonym.")
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    default=None,
    help="The key whose owner you are; without it Git's user.signingkey.",
)
@looks
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    worn: str | None,
    person: str | None,
    key: Path | None,
    rev: str,
    now: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Show what waits for me, most urgent first, with the command that does it."""
    hat = _hat(worn)
    public = None if person else _public(session, key)
    who, tasks, moment, first = looked(
        session, _tasks(session, person, public, hat), rev, now
    )
    if as_json:
        print_json(next_output(who, tasks, moment))
        return 0
    if first:
        click.echo(first)
    print_tables([tasks_table(tasks, moment, session.language)])
    if not tasks and places.lesson(session.folder).is_file():
        click.echo(
            session.spoken(
                "The others are to move: proeve practice --go-on lets them play."
            )
        )
    return 0


def _hat(worn: str | None) -> Approver | None:
    """Return the role or part of this name; raises UsageError for another name."""
    if worn is None:
        return None
    hats: tuple[Approver, ...] = (*Part, *Role)
    for hat in hats:
        if hat == worn:
            return hat
    known = ", ".join(sorted({str(hat) for hat in hats}))
    raise UsageError(
        f"Er is geen rol {worn}. Kies uit: {known}.",
        f"There is no role {worn}. Choose from: {known}.",
    )


def _public(session: Session, key: Path | None) -> str:
    """Return the public key that says who looks; the private half is not needed."""
    chosen = key or signing_key(session.folder)
    if chosen is None:
        raise UsageError(
            "Geen sleutel die zegt wie u bent; geef er een met --key, stel "
            "user.signingkey in bij Git, of geef --person.",
            "No key that says who you are; give one with --key, set Git's "
            "user.signingkey, or give --person.",
        )
    return public_text(chosen)


Found = tuple[str, tuple[Task, ...], int, str | None]


def _tasks(
    session: Session, person: str | None, public: str | None, hat: Approver | None
) -> Callable[[Looked], Found]:
    def see(found: Looked) -> Found:
        verdict = found.verdict
        who = person or _owner(verdict.registry, public or "")
        if who not in verdict.registry.people:
            raise UsageError(
                f"{who} staat niet in dit register.",
                f"{who} is not in this registry.",
            )
        waits = (task for exam in found.exams for task in exam.tasks)
        mine = (
            worn_by(task, who, verdict.registry)
            for task in waits
            if is_for(task, who, hat)
        )
        first = environment_line(verdict, session.language)
        return who, most_urgent(mine, verdict.now), verdict.now, first

    return see


def _owner(registry: Registry, public: str) -> str:
    person = registry.owners.get(public)
    if person is None or public in registry.lost:
        raise UsageError(
            "Deze sleutel staat in dit register op niemands naam, of is ingetrokken.",
            "This key is in nobody's name in this registry, or was revoked.",
        )
    return person
