"""The directory file on the command line: which one, and the keys that open it."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click

from proeve.cli.doing import Signing
from proeve.cli.keys import pen_of
from proeve.cli.output import Session
from proeve.deeds.keeping_names import (
    Names,
    check_outside,
    is_sealed,
    new_names,
    open_names,
)
from proeve.errors import UsageError
from proeve.history.porcelain import signing_key

_FILE = click.Path(path_type=Path, dir_okay=False)
_PUBLIC = ".pub"
_PLAIN_SSH = "ssh-ed25519 "

_OPTIONS = (
    click.option(
        "--directory",
        type=_FILE,
        default=None,
        help="The file with names, encrypted (.age); in a practice school a table.",
    ),
    click.option(
        "--identity",
        type=_FILE,
        default=None,
        help="The key that opens it; the one to sign with unless you say another.",
    ),
)


class NamesFile:
    """Which directory file was named, and with which key it opens."""

    def __init__(self, path: Path | None, identity: Path | None) -> None:
        self.path = path
        self.identity = identity

    def opened(self, session: Session, how: Signing) -> Names | None:
        """Open the file, if one was named."""
        if self.path is None:
            return None
        check_outside(self.path, session.folder)
        return open_names(self.path, self.secrets(session, how))

    def needed(self, session: Session, how: Signing) -> Names:
        """Open the file; raises UsageError where none was named."""
        found = self.opened(session, how)
        if found is None:
            raise _none_named()
        return found

    def opened_or_new(
        self, session: Session, how: Signing, recipients: tuple[str, ...]
    ) -> Names:
        """Open the file, or begin one that opens with the key that signs."""
        if self.path is None:
            raise _none_named()
        if self.path.exists():
            return self.needed(session, how)
        check_outside(self.path, session.folder)
        own = () if recipients or not is_sealed(self.path) else self._own(session, how)
        return new_names(self.path, (*recipients, *own))

    def _own(self, session: Session, how: Signing) -> tuple[str, ...]:
        key = pen_of(how.key, session.folder).key
        if not key.startswith(_PLAIN_SSH):
            raise UsageError(
                "Met een beveiligingssleutel kan geen bestand op slot; zeg met "
                "--recipient voor welke age-sleutel.",
                "No file can be locked for a security key; say with --recipient for "
                "which age key.",
            )
        return (key,)

    def secrets(self, session: Session, how: Signing) -> tuple[bytes, ...]:
        """Return the contents of the key files that open the file."""
        if self.path is None or not is_sealed(self.path):
            return ()
        named = self.identity or how.key or signing_key(session.folder)
        if named is None or named.suffix == _PUBLIC:
            raise UsageError(
                "Zeg met --identity welke sleutel het bestand met namen opent.",
                "Say with --identity which key opens the directory file.",
            )
        try:
            return (named.read_bytes(),)
        except OSError as error:
            raise UsageError(
                f"De sleutel {named} kan niet worden gelezen.",
                f"The key {named} cannot be read.",
            ) from error


def _none_named() -> UsageError:
    return UsageError(
        "Geef met --directory het bestand met namen.",
        "Give the directory file with --directory.",
    )


def names_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of a directory file; the command gets them as `names`."""

    @wraps(command)
    def told(
        *args: object, directory: Path | None, identity: Path | None, **others: object
    ) -> int:
        return command(*args, names=NamesFile(directory, identity), **others)

    for option in reversed(_OPTIONS):
        told = option(told)
    return told
