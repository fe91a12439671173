"""Everything that a page is made of beside its own exams, as one digest.

Whoever adds an input adds it here, or an older page would stay: the program and its
templates, the libraries that render, the shells, the registry, the names, the language,
the profile, and where the edition lies.
"""

import hashlib
import json
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from proeve import __version__
from proeve.model.encoding import encoded
from proeve.model.registry import Registry
from proeve.site.edition import Edition

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = (
    *("babel", "icalendar", "jinja2", "markdown", "markupsafe", "mkdocs"),
    *("mkdocs-material", "pymdown-extensions", "tzdata"),
)


def digest_of(parts: Iterable[str]) -> str:
    """Return the digest of texts, in which none can pass for two."""
    return hashlib.sha256(json.dumps(list(parts)).encode()).hexdigest()


@cache
def engine(templates: Path) -> str:
    """Return the digest of the program, its templates and what it renders with."""
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for name in _LIBRARIES:
        digest.update(f"{name} {_version(name)}\n".encode())
    settings = templates.parent / "mkdocs.yml"
    files = [settings] if settings.is_file() else []
    for root, pattern in ((_PACKAGE, "**/*.py"), (templates, "**/*")):
        files += sorted(file for file in root.glob(pattern) if file.is_file())
    for file in files:
        data = file.read_bytes()
        digest.update(f"{file.name} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def registry_digest(registry: Registry) -> str:
    """Return the digest of a registry."""
    return digest_of([json.dumps(encoded(Registry, registry))])


def frame_key(edition: Edition, templates: Path, other: str | None, site: str) -> str:
    """Return the digest of what a frame is made of; `site` is its address."""
    said = (edition.verdict.registry.name, edition.verdict.environment)
    return digest_of(
        (
            engine(templates),
            *said,
            edition.language,
            edition.profile.key,
            f"{other}",
            site,
        )
    )


def edition_key(edition: Edition, frame: str, registry: str) -> str:
    """Return the digest of what the pages of an edition share."""
    names = json.dumps(sorted(edition.names.items()))
    shown = (edition.language, edition.profile.key, str(edition.calendars))
    return digest_of((frame, registry, names, *shown))
