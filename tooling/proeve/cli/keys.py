"""The key that a verb signs with: named, or the one that Git was told to use."""

from collections.abc import Iterable
from pathlib import Path

from proeve.errors import UsageError
from proeve.history.pens import Pen, open_pen
from proeve.history.porcelain import signing_key


def pens_of(paths: Iterable[Path], folder: Path) -> dict[str, Pen]:
    """Return the pens of key files, and of Git's own signing key, by public key."""
    named = list(paths)
    own = signing_key(folder if folder.is_dir() else Path())
    pens = (open_pen(path) for path in ([*named, own] if own else named))
    return {pen.key: pen for pen in pens}


def pen_of(path: Path | None, folder: Path) -> Pen:
    """Return the one pen to sign with."""
    chosen = path or signing_key(folder)
    if chosen is None:
        raise UsageError(
            "Geen sleutel om mee te tekenen; geef er een met --key, of stel "
            "user.signingkey in bij Git.",
            "No key to sign with; give one with --key, or set Git's user.signingkey.",
        )
    return open_pen(chosen)
