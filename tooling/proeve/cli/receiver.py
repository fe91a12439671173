"""`proeve receiver`: what the receiver does on the school's own machine."""

from pathlib import Path

import click

from proeve.cli.hearing import paper, parcel
from proeve.cli.output import OK, Session, exit_code, print_findings
from proeve.cli.receiving import land
from proeve.cli.timing import checkpoint, receipt
from proeve.deeds.attesting import Attested, attest_reviews
from proeve.deeds.signing import Signer
from proeve.errors import UsageError
from proeve.gather.history import judge_ledger, open_ledger
from proeve.history.keys import key_text, read_private
from proeve.history.worktree import put_whole
from proeve.model.registry import Registry
from proeve.model.review import Proposal
from proeve.process.vocabulary import Role, RowId
from proeve.reading.reviews import read_reviews

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group(name="receiver")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Attest and land what came by another road than a key of one's own."""


COMMAND.add_command(land)
COMMAND.add_command(parcel)
COMMAND.add_command(paper)
COMMAND.add_command(receipt)
COMMAND.add_command(checkpoint)


@COMMAND.command(name="attest")
@click.argument("exam")
@click.argument("row", type=click.Choice([row.value for row in RowId]))
@click.option("--from-json", "answer", type=_FILE, required=True)
@click.option(
    "--forge", type=click.Choice(["github", "gitea", "forgejo"]), required=True
)
@click.option("--host", required=True, help="The host as people's accounts name it.")
@click.option("--repo-id", type=click.IntRange(1), required=True)
@click.option("--pr", "number", type=click.IntRange(1), required=True)
@click.option("--head", required=True, help="The branch or commit that would land.")
@click.option("--key", "key_file", type=_FILE, required=True)
@click.option("--rev", default="main", help="The branch in which it would land.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None)
@click.pass_obj
def attest(  # noqa: PLR0913 - click passes each option by its name
    session: Session,
    *,
    exam: str,
    row: str,
    answer: Path,
    forge: str,
    host: str,
    repo_id: int,
    number: int,
    head: str,
    key_file: Path,
    rev: str,
    out: Path | None,
) -> int:
    """Make an act file of each approval in a forge's recorded answer.

    EXAM is a scope such as `groups/<group>/<exam>`. Each file is named on a line; why
    a review gave none is a finding.
    """
    ledger = open_ledger(session.folder, rev)
    state, _ = judge_ledger(ledger)
    scope = exam.removeprefix("exams/")
    found = attest_reviews(
        ledger,
        state,
        _receiver(state.registry, key_file, scope),
        (
            scope,
            RowId(row),
            Proposal(
                forge=forge,
                host=host,
                repo_id=repo_id,
                number=number,
                head=ledger.objects.head(head),
            ),
        ),
        read_reviews(answer.read_bytes(), forge),
    )
    _write(found, out or session.folder)
    print_findings(found.findings, "text", session.language)
    return exit_code(found.findings) if found.findings else OK


def _receiver(registry: Registry, key_file: Path, scope: str) -> Signer:
    """Return the receiver as the registry knows the owner of a key."""
    private = read_private(key_file.read_bytes())
    if private is None:
        raise UsageError(
            f"In {key_file} staat geen Ed25519-sleutel zonder wachtwoord.",
            f"There is no Ed25519 key without a passphrase in {key_file}.",
        )
    key = key_text(private)
    person = registry.owners.get(key, "")
    exam = scope.removeprefix("groups/")
    if key in registry.lost or not registry.holds(person, Role.RECEIVER, exam):
        raise UsageError(
            "Deze sleutel is niet van de ontvangstdienst.",
            "This key is not the receiver's.",
        )
    return Signer.of(person, private)


def _write(found: Attested, folder: Path) -> None:
    for made in found.acts:
        path = folder / made.act.path
        path.parent.mkdir(parents=True, exist_ok=True)
        put_whole(path, made.content)
        click.echo(made.act.path)
