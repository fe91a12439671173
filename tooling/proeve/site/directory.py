"""The names that pages show beside pseudonyms, from a table that lies outside Git."""

from collections.abc import Mapping
from pathlib import Path

from proeve.directory.written import directory_of_table, unreadable


def read_directory(path: Path) -> Mapping[str, str]:
    """Return the name of each pseudonym and company in a directory file."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise unreadable(str(path)) from error
    return directory_of_table(str(path), raw).names
