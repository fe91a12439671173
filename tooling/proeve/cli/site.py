"""`proeve site`: the website of a school, from its last lawful state."""

import gc
import time
from pathlib import Path

import click

from proeve.cli import places
from proeve.cli.books import library
from proeve.cli.output import FINDINGS, OK, Session, moment
from proeve.gather.guarded import verify
from proeve.gather.memory.store import ForgottenError
from proeve.model.verdict import LedgerVerdict
from proeve.site.build import Readers, SiteReport, build
from proeve.site.directory import read_directory
from proeve.site.edition import PROFILES
from proeve.site.links import Broken, broken_links
from proeve.site.neutral import generate
from proeve.site.shipped import shipped_templates
from proeve.words.say import Language


@click.group(name="site")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Build the website of a school."""


_REV = click.option("--rev", default="main", help="Branch, full ref or commit id.")
_ROOT = click.option("--trust-root", default=None, help="The anchor on paper.")
_NAMES = click.option(
    "--directory",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    default=None,
    help="The file with names that the administrator keeps outside Git.",
)
_NOW = click.option("--now", default=None, help="Count days late from this moment.")
_PROFILE = click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default=PROFILES[0],
    show_default=True,
    help="The readers that the site is for.",
)


@COMMAND.command(name="build")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/site"),
    help="The folder that the site is written to; only what changed is written.",
)
@_REV
@_ROOT
@_NAMES
@_NOW
@_PROFILE
@click.option("--address", default="", help="Where the site will stand, for its map.")
@click.option(
    "--both/--one",
    default=True,
    help="Build the other language too, in a folder of its own.",
)
@click.option(
    "--strict", is_flag=True, help="Also follow every link inside the site; exit 1."
)
@click.option("--workers", default=2, type=click.IntRange(1, 16), hidden=True)
@click.pass_obj
def site_build(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    out: Path,
    rev: str,
    trust_root: str | None,
    directory: Path | None,
    now: str | None,
    profile: str,
    address: str,
    both: bool,  # noqa: FBT001 - click passes options by name
    strict: bool,  # noqa: FBT001
    workers: int,
) -> int:
    """Build the site into a folder; it opens from there without a server."""
    # What is shown are trees of frozen values: looking for cycles in them finds few.
    gc.set_threshold(100_000, 50, 1_000)

    def one(*, remember: bool) -> SiteReport:
        verdict = _verdict(session, rev, trust_root, now, remember=remember)
        return built(
            verdict,
            out,
            session.language,
            directory,
            both=both,
            profile=profile,
            address=address,
            workers=workers,
        )

    try:
        report = one(remember=True)
    except ForgottenError:
        report = one(remember=False)
    _say(session, out, report)
    return _checked(session, out, address) if strict else OK


@COMMAND.command(name="generate")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@_REV
@_ROOT
@_NAMES
@_NOW
@_PROFILE
@click.pass_obj
def site_generate(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    folder: Path,
    rev: str,
    trust_root: str | None,
    directory: Path | None,
    now: str | None,
    profile: str,
) -> int:
    """Write the pages without a theme, for another generator than MkDocs."""
    verdict = _verdict(session, rev, trust_root, now, remember=False)
    names = read_directory(directory) if directory else None
    readers = Readers(
        language=session.language, profile=profile, directory=names, library=library()
    )
    count = generate(verdict, folder, shipped_templates(), readers)
    click.echo(
        session.choose(
            f"{count} pagina's zonder opmaak geschreven in {folder}",
            f"{count} pages without a theme written to {folder}",
        )
    )
    return OK


@COMMAND.command(name="check")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.option("--address", default="", help="Where the site will stand.")
@click.pass_obj
def site_check(session: Session, folder: Path, address: str) -> int:
    """Follow every link and anchor inside a built site."""
    return _checked(session, folder, address)


def _verdict(
    session: Session,
    rev: str,
    trust_root: str | None,
    now: str | None,
    *,
    remember: bool,
) -> LedgerVerdict:
    return verify(
        session.folder,
        rev=rev,
        now=moment(now) if now else None,
        pins=places.pins(),
        memory=places.memory() if remember else None,
        trust_root=trust_root,
    ).verdict


def built(  # noqa: PLR0913 - what readers get, by name
    verdict: LedgerVerdict,
    out: Path,
    language: Language,
    directory: Path | None,
    *,
    both: bool,
    profile: str = PROFILES[0],
    address: str = "",
    workers: int = 2,
) -> SiteReport:
    """Build the site of a verdict, measured with the clock of this process."""
    other: Language = "en" if language == "nl" else "nl"
    return build(
        verdict,
        out,
        site_templates=shipped_templates(),
        readers=Readers(
            language=language,
            also=other if both else None,
            profile=profile,
            directory=read_directory(directory) if directory else None,
            address=address,
            library=library(),
        ),
        record=places.record(out),
        workers=workers,
        clock=time.perf_counter,
    )


def _say(session: Session, out: Path, report: SiteReport) -> None:
    address = (out / "index.html").resolve().as_uri()
    click.echo(
        session.choose(
            f"{report.pages} pagina's; {report.written} bestanden geschreven, "
            f"{report.removed} verwijderd. Open {address}",
            f"{report.pages} pages; {report.written} files written, "
            f"{report.removed} removed. Open {address}",
        )
    )


def _checked(session: Session, folder: Path, address: str) -> int:
    found = tuple(broken_links(folder, address))
    for each in found:
        click.echo(_sentence(session, each))
    return FINDINGS if found else OK


def _sentence(session: Session, broken: Broken) -> str:
    return session.choose(
        f"{broken.page}: {broken.link} leidt nergens heen",
        f"{broken.page}: {broken.link} leads nowhere",
    )
