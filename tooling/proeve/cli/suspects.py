"""`proeve suspects`: which approvals a lost or stolen key leaves in doubt."""

import click

from proeve.cli.looking import looked, looks, print_json, print_lines
from proeve.cli.output import FINDINGS, OK, Session
from proeve.gather.looking import Looked
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict
from proeve.report.ledger import environment_line
from proeve.report.outputs import suspects_output
from proeve.report.suspects import suspect_lines


@click.command(name="suspects")
@looks
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    rev: str,
    now: str | None,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """List what must be confirmed again, or taken away, after a lost key."""

    def see(found: Looked) -> tuple[list[ExamVerdict], Registry, str | None]:
        doubted = [exam.scope for exam in found.exams if exam.suspects]
        exams = [found.open_exam(scope) for scope in doubted]
        first = environment_line(found.verdict, session.language)
        return exams, found.verdict.registry, first

    exams, registry, first = looked(session, see, rev, now)
    if as_json:
        print_json(suspects_output(exams))
    else:
        print_lines([first] if first else [])
        print_lines(suspect_lines(exams, registry, session.language))
    return FINDINGS if exams else OK
