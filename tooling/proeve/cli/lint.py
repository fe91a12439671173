"""`proeve lint`: documents of the working tree, by shape and meaning."""

from collections.abc import Sequence
from pathlib import Path

import click

from proeve.cli.output import Session, exit_code, print_findings
from proeve.model.findings import Finding


@click.command(name="lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "jsonl", "github"]),
    default="text",
    help="How findings are printed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    paths: tuple[Path, ...],
    style: str,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Check the documents below exams/, or only PATHS, without looking at history."""
    from proeve.gather.worktree import lint  # noqa: PLC0415 - keeps --help fast

    findings, count = lint(session.folder, paths)
    if as_json:
        _print_json(session, count, findings)
        return exit_code(findings)
    print_findings(findings, style, session.language)
    if style == "text":
        click.echo(_closing(session, count, len(findings)), err=True)
    return exit_code(findings)


def _closing(session: Session, files: int, findings: int) -> str:
    return session.choose(
        f"{files} bestanden nagekeken, {findings} bevindingen.",
        f"{files} files checked, {findings} findings.",
    )


def _print_json(session: Session, files: int, findings: Sequence[Finding]) -> None:
    from proeve.cli.looking import print_json  # noqa: PLC0415 - keeps lint fast
    from proeve.report.findings import ordered  # noqa: PLC0415
    from proeve.report.outputs import lint_output  # noqa: PLC0415

    print_json(lint_output(files, ordered(findings), session.language))
