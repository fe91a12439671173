"""Runs MkDocs in this process for a frame: shells, handbook and the theme's files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as run
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from proeve.errors import LawError
from proeve.site.edition import Edition
from proeve.site.frame import Frame
from proeve.site.plugin import ProeveSite

# The theme greets its readers with a warning about a MkDocs that we do not use.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def render_frame(  # noqa: PLR0913 - each says what is rendered, by name
    edition: Edition,
    templates: Path,
    folder: Path,
    *,
    other: str | None,
    address: str,
    key: str,
) -> Frame:
    """Have MkDocs write the frame of an edition to a folder, and return its shells."""
    os.environ.update(_QUIET)
    with _stopped():
        config = load_config(
            str(templates.parent / "mkdocs.yml"),
            site_dir=str(folder.resolve()),
            docs_dir=str((templates / "handbook" / edition.language).resolve()),
            site_url=address or None,
            strict=True,
        )
        # Before any plug-in looks: the search takes its stemmer from the language.
        config.theme["language"] = edition.language
        site = _plugin(config)
        site.supply(edition, templates, key)
        site.other = other
        try:
            run(config)
            return site.frame
        finally:
            site.release()


def _plugin(config: MkDocsConfig) -> ProeveSite:
    site = config.plugins.get("proeve")
    if isinstance(site, ProeveSite):
        return site
    raise LawError(
        "De plug-in proeve staat niet in mkdocs.yml.",
        "The plug-in proeve is not in mkdocs.yml.",
    )


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
