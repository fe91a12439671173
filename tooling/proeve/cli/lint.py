"""`proeve lint`: documents of the working tree, by shape and meaning."""

from pathlib import Path

import click

from proeve.cli.output import Session, exit_code, print_findings


@click.command(name="lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "jsonl", "github"]),
    default="text",
    help="How findings are printed.",
)
@click.pass_obj
def COMMAND(session: Session, paths: tuple[Path, ...], style: str) -> int:  # noqa: N802 - the name that main looks for
    """Check the documents below exams/, or only PATHS, without looking at history."""
    from proeve.gather.worktree import lint  # noqa: PLC0415 - keeps --help fast

    findings, count = lint(session.folder, paths)
    print_findings(findings, style, session.language)
    if style == "text":
        click.echo(_closing(session, count, len(findings)), err=True)
    return exit_code(findings)


def _closing(session: Session, files: int, findings: int) -> str:
    return session.choose(
        f"{files} bestanden nagekeken, {findings} bevindingen.",
        f"{files} files checked, {findings} findings.",
    )
