"""Where the files lie that the tool ships beside its code.

The tool judges by its own copies, never by those in the repository judged (PROTOCOL
R27): package data when installed, the top-level folders when run from a checkout.
"""

from pathlib import Path
from typing import Literal

from proeve.errors import LawError

Shipped = Literal["schemas", "site_templates", "exams"]

_PACKAGE = Path(__file__).parents[1]


def folder(name: Shipped) -> Path:
    """Return the folder with the shipped schemas, templates or sample school."""
    for place in (_PACKAGE / "data" / name, _PACKAGE.parents[1] / name):
        if place.is_dir():
            return place
    raise LawError(
        f"De map {name} van Proeve zelf ontbreekt; installeer Proeve opnieuw.",
        f"Proeve's own folder {name} is absent; install Proeve again.",
    )
