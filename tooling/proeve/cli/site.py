"""`proeve site`: the website of a school, from its last lawful state."""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from proeve.cli import places
from proeve.cli.books import library
from proeve.cli.output import FINDINGS, OK, Session, moment
from proeve.gather.guarded import verify
from proeve.gather.memory.store import ForgottenError
from proeve.model.verdict import LedgerVerdict
from proeve.site.build import Readers, SiteReport, build
from proeve.site.directory import read_directory
from proeve.site.links import Broken, broken_links
from proeve.site.neutral import generate
from proeve.site.package import Asked, package
from proeve.site.profiles.audience import INTERNAL, Own, Profile, profile_of
from proeve.site.profiles.pages import Audience
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
_WHO = (
    click.option(
        "--profile",
        type=click.Choice(tuple(map(str, Audience))),
        default=str(Audience.INTERNAL),
        show_default=True,
        help="The readers that the site is for.",
    ),
    click.option("--group", default=None, help="Whose exams, with --profile group."),
    click.option("--company", default=None, help="Whose exams, for a company."),
    click.option("--student", default=None, help="Whose exams, for a student."),
)
_Command = TypeVar("_Command", bound=Callable[..., object])


def _readers(command: _Command) -> _Command:
    """Give a command the options that say for whom the site is."""
    for option in reversed(_WHO):
        command = option(command)
    return command


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
@_readers
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
    group: str | None,
    company: str | None,
    student: str | None,
    address: str,
    both: bool,  # noqa: FBT001 - click passes options by name
    strict: bool,  # noqa: FBT001
    workers: int,
) -> int:
    """Build the site into a folder; it opens from there without a server."""
    # What is shown are trees of frozen values: looking for cycles in them finds few.
    gc.set_threshold(100_000, 50, 1_000)
    who = _profile(profile, group, company, student)

    def one(*, remember: bool) -> SiteReport:
        verdict = _verdict(session, rev, trust_root, now, remember=remember)
        return built(
            verdict,
            out,
            session.language,
            directory,
            both=both,
            profile=who,
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
@_readers
@click.pass_obj
def site_generate(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    folder: Path,
    rev: str,
    trust_root: str | None,
    directory: Path | None,
    now: str | None,
    profile: str,
    group: str | None,
    company: str | None,
    student: str | None,
) -> int:
    """Write the pages without a theme, for another generator than MkDocs."""
    who = _profile(profile, group, company, student)
    verdict = _verdict(session, rev, trust_root, now, remember=False)
    names = read_directory(directory) if directory else None
    readers = Readers(
        language=session.language, profile=who, directory=names, library=library()
    )
    count = generate(verdict, folder, shipped_templates(), readers)
    click.echo(
        session.choose(
            f"{count} pagina's zonder opmaak geschreven in {folder}",
            f"{count} pages without a theme written to {folder}",
        )
    )
    return OK


@COMMAND.command(name="package")
@click.argument("exam")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@_REV
@_ROOT
@_NAMES
@_NOW
@click.option(
    "--profile",
    type=click.Choice([str(one) for one in Audience if one is not Audience.PUBLIC]),
    default=str(Audience.INSPECTOR),
    show_default=True,
    help="The readers that the file is for.",
)
@click.option("--company", default="", help="Which company, where there are several.")
@click.pass_obj
def site_package(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    exam: str,
    out: Path,
    rev: str,
    trust_root: str | None,
    directory: Path | None,
    now: str | None,
    profile: str,
    company: str,
) -> int:
    """Write one EXAM to one file OUT, to open or print without a network."""
    verdict = _verdict(session, rev, trust_root, now, remember=False)
    asked = Asked(
        exam=exam,
        audience=Audience(profile),
        company=company,
        language=session.language,
    )
    names = read_directory(directory) if directory else None
    content = package(verdict, asked, shipped_templates(), names)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)
    address = out.resolve().as_uri()
    click.echo(
        session.choose(
            f"Examen {exam} in één bestand. Open {address}",
            f"Exam {exam} in one file. Open {address}",
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


def _profile(
    audience: str, group: str | None, company: str | None, student: str | None
) -> Profile:
    own = {Own.GROUP: group, Own.COMPANY: company, Own.STUDENT: student}
    return profile_of(audience, own)


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
    profile: Profile = INTERNAL,
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
