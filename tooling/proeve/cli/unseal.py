"""`proeve unseal`: open the sealed forms, all in one commit."""

from collections.abc import Iterable
from pathlib import Path

import click

from proeve.cli import places
from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.forms.drafts import draft_of
from proeve.cli.forms.running import desk_of
from proeve.cli.output import OK, Session
from proeve.deeds.exams import exam_named
from proeve.deeds.unseal import Openers, unseal
from proeve.errors import UsageError

_FILE = click.Path(path_type=Path, dir_okay=False)
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how one begins


@click.command(name="unseal")
@click.argument("exam")
@click.option("--copy", "given", multiple=True, type=_FILE, help="A form as sealed.")
@click.option("--identity", "keys", multiple=True, type=_FILE, help="An opening key.")
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802 - the name that main looks for
    session: Session,
    exam: str,
    given: tuple[Path, ...],
    keys: tuple[Path, ...],
    how: Signing,
) -> int:
    """Open the forms of EXAM: from your own copy, or with the committee's key."""
    desk = desk_of(session, how, exam)
    scope = exam_named(desk.clone.state, exam).scope
    own = places.copies() / desk.clone.state.registry.repo / scope
    copies = [*given, *(sorted(own.glob("*.yml")) if own.is_dir() else ())]
    openers = Openers(
        copies=tuple(_read(path) for path in copies),
        identities=tuple(_identities(keys)),
    )
    code = carry_out(
        session,
        how,
        lambda clone, person: unseal(clone, person, desk.work, openers),
        clone=desk.clone,
    )
    if code == OK:
        draft_of(desk.clone, scope, "form", desk.person).forget()
    return code


def _identities(files: Iterable[Path]) -> Iterable[str]:
    """Yield the secret keys in identity files, as `age-keygen` writes them."""
    for path in files:
        lines = _read(path).decode("utf-8", "replace").splitlines()
        found = [line.strip() for line in lines if line.startswith(_SECRET)]
        if not found:
            raise UsageError(
                f"In {path} staat geen openingssleutel.",
                f"There is no opening key in {path}.",
            )
        yield from found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise UsageError(
            f"{path} is niet te lezen.", f"{path} cannot be read."
        ) from None
