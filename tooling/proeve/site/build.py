"""Builds the site of one verdict with MkDocs, in this process and from one config file.

A further language is the same configuration, changed in memory, in a folder of its own.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build as run
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from proeve.errors import LawError
from proeve.model.verdict import LedgerVerdict
from proeve.site.plugin import Clock, ProeveSite, unmeasured
from proeve.words.say import Language

# The theme greets its readers with a warning about a MkDocs that we do not use.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReport:
    """What was built: how many pages, and the seconds of each stage."""

    pages: int
    seconds: Mapping[str, float]


def build(  # noqa: PLR0913 - what readers get, by name
    verdict: LedgerVerdict,
    out: Path,
    *,
    site_templates: Path,
    language: Language = "nl",
    also: Language | None = None,
    directory: Mapping[str, str] | None = None,
    clock: Clock = unmeasured,
) -> SiteReport:
    """Build the site into a folder, and in another language into a folder below it.

    Without a clock no seconds are measured.
    """
    os.environ.update(_QUIET)
    editions = [(language, out, f"{also}/" if also else None)]
    if also:
        editions.append((also, out / also, "../"))
    reports = []
    for spoken, folder, other in editions:
        start = clock()
        config = _configured(site_templates, folder, spoken)
        site = _plugin(config)
        site.supply(verdict, directory or {}, site_templates, clock)
        site.other = other
        _run(config)
        reports.append(_reported(site, clock() - start))
    return _summed(reports)


def _configured(templates: Path, folder: Path, language: Language) -> MkDocsConfig:
    with _stopped():
        config = load_config(
            str(templates.parent / "mkdocs.yml"),
            site_dir=str(folder.resolve()),
            docs_dir=str((templates / "handbook" / language).resolve()),
            strict=True,
        )
    # Before any plug-in looks: the search takes its stemmer from the theme's language.
    config.theme["language"] = language
    return config


def _plugin(config: MkDocsConfig) -> ProeveSite:
    site = config.plugins.get("proeve")
    if isinstance(site, ProeveSite):
        return site
    raise LawError(
        "De plug-in proeve staat niet in mkdocs.yml.",
        "The plug-in proeve is not in mkdocs.yml.",
    )


def _run(config: MkDocsConfig) -> None:
    with _stopped():
        run(config)


@contextmanager
def _stopped() -> Iterator[None]:
    """Turn whatever stops MkDocs into an error of our own."""
    try:
        yield
    except MkDocsException as error:
        raise LawError(
            f"MkDocs kon de site niet bouwen: {error}",
            f"MkDocs could not build the site: {error}",
        ) from error


def _reported(site: ProeveSite, whole: float) -> SiteReport:
    seconds = {"theme": whole - site.seconds, "stamp": site.seconds}
    return SiteReport(pages=site.pages, seconds=seconds)


def _summed(reports: list[SiteReport]) -> SiteReport:
    stages = {stage for report in reports for stage in report.seconds}
    return SiteReport(
        pages=sum(report.pages for report in reports),
        seconds={
            stage: sum(report.seconds[stage] for report in reports)
            for stage in sorted(stages)
        },
    )
