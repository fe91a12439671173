"""`proeve site`: the website of a school, from its last lawful state."""

import time
from pathlib import Path

import click

from proeve.cli.output import Session, moment
from proeve.gather.history import judge_repository
from proeve.model.verdict import LedgerVerdict
from proeve.site.build import SiteReport, build
from proeve.site.directory import read_directory
from proeve.site.shipped import shipped_templates
from proeve.words.say import Language


@click.group(name="site")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Build the website of a school."""


@COMMAND.command(name="build")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/site"),
    help="The folder that the site is written to.",
)
@click.option("--rev", default="main", help="Branch, full ref or commit id.")
@click.option("--trust-root", default=None, help="The anchor that you have on paper.")
@click.option(
    "--directory",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="The file with names that the administrator keeps outside Git.",
)
@click.option("--now", default=None, help="Count days late from this moment.")
@click.option(
    "--both/--one",
    default=True,
    help="Build the other language too, in a folder of its own.",
)
@click.pass_obj
def site_build(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    out: Path,
    rev: str,
    trust_root: str | None,
    directory: Path | None,
    now: str | None,
    both: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Build the site into a folder; it opens from there without a server."""
    verdict = judge_repository(
        session.folder,
        rev=rev,
        trust_root=trust_root,
        now=moment(now) if now else None,
    )
    report = built(verdict, out, session.language, directory, both=both)
    address = (out / "index.html").resolve().as_uri()
    click.echo(
        session.choose(
            f"{report.pages} pagina's geschreven. Open {address}",
            f"{report.pages} pages written. Open {address}",
        )
    )
    return 0


def built(
    verdict: LedgerVerdict,
    out: Path,
    language: Language,
    directory: Path | None,
    *,
    both: bool,
) -> SiteReport:
    """Build the site of a verdict, measured with the clock of this process."""
    other: Language = "en" if language == "nl" else "nl"
    return build(
        verdict,
        out,
        site_templates=shipped_templates(),
        language=language,
        also=other if both else None,
        directory=read_directory(directory) if directory else None,
        clock=time.perf_counter,
    )
