"""`proeve land`: approvals that people signed elsewhere come into the history."""

from pathlib import Path

import click

from proeve.cli.doing import Signing, carry_out, deed_options, opened
from proeve.cli.output import Session
from proeve.deeds.exams import exam_named
from proeve.deeds.landing import acts_in, landing, papers_in, row_of

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="land")
@click.argument("exam")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option(
    "--papers",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=None,
    help="A folder with documents that land with them.",
)
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    exam: str,
    files: tuple[Path, ...],
    papers: Path | None,
    how: Signing,
) -> int:
    """Land the approvals in FILES, signed elsewhere, beside the text of EXAM."""
    clone = opened(session, how)
    scope = exam_named(clone.state, exam).scope
    acts = acts_in(files, scope)
    row = row_of(clone, exam, acts)
    found = papers_in(papers, scope) if papers else {}
    plan = landing(exam, row, found, how.worn)
    return carry_out(session, how, plan, handed_in=acts, clone=clone)
