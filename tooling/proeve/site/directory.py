"""The directory file: the names that belong to the pseudonyms, kept outside Git.

It is a table as Excel in Dutch writes it: semicolons, and the columns `kenmerk` and
`naam` among others. A cell that a spreadsheet would take for a formula has an
apostrophe in front, which is no part of the name.
"""

import csv
from collections.abc import Mapping
from pathlib import Path

from proeve.errors import UsageError

_ID, _NAME = "kenmerk", "naam"
_FORMULA = ("'=", "'+", "'-", "'@")


def read_directory(path: Path) -> Mapping[str, str]:
    """Return the name of each pseudonym and company in a directory file."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(
            f"Het bestand met namen {path} kan niet worden gelezen.",
            f"The directory file {path} cannot be read.",
        ) from error
    return {
        row[_ID]: _plain(row[_NAME]) for row in rows if row.get(_ID) and row.get(_NAME)
    }


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith(_FORMULA) else cell
