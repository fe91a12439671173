"""`proeve receiver land`: what was attested becomes part of the history."""

from pathlib import Path

import click

from proeve.cli.doing import Signing, carry_out, deed_options, opened
from proeve.cli.output import Session
from proeve.deeds.exams import exam_named
from proeve.deeds.landing import acts_in, papers_in, row_of
from proeve.deeds.receiving import (
    Attested,
    acts_beside,
    attested,
    branch_head,
    receiving,
)

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


@click.command(name="land")
@click.argument("exam")
@click.option(
    "--review",
    "--attested",
    "reviews",
    multiple=True,
    required=True,
    type=_FILE,
    help="An attestation of the receiver.",
)
@click.option("--branch", default="", help="What was reviewed: a branch or commit.")
@click.option(
    "--papers", type=_FOLDER, default=None, help="The documents that came with it."
)
@deed_options
@click.pass_obj
def land(  # noqa: PLR0913 - one option each
    session: Session,
    *,
    exam: str,
    reviews: tuple[Path, ...],
    branch: str,
    papers: Path | None,
    how: Signing,
) -> int:
    """Land what was attested in EXAM, with the commit that was seen beside it.

    Without --branch what came in is unpacked in a commit of the receiver's own.
    Evidence that is handed in so gets its receipt at once.
    """
    clone = opened(session, how)
    found = exam_named(clone.state, exam)
    acts = attested(acts_in(reviews, found.scope))
    row = row_of(clone, exam, acts)
    commit = branch_head(clone, branch) if branch else ""
    also = acts_beside(clone, found, commit, row) if commit else []
    what = Attested(
        exam=exam,
        row=row,
        acts=acts,
        commit=commit,
        papers=papers_in(papers, found.scope) if papers else {},
    )
    plan = receiving(what, how.worn)
    return carry_out(session, how, plan, handed_in=(*acts, *also), clone=clone)
