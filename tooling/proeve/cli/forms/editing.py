"""One form in an editor: YAML with its modeline and a comment at each field.

The file lies with the drafts. What is wrong is said at its line and column, and the
editor opens again where somebody is there to ask.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from proeve.cli.forms.drafts import Draft
from proeve.cli.output import Session, print_findings
from proeve.cli.private import keep
from proeve.deeds.forms.questions import Guide
from proeve.deeds.forms.sources import editable, in_file, read_source
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.findings import Finding

Check = Callable[[dict[str, Data]], tuple[Finding, ...]]
"""Returns what the judge would say of a document."""


class FaultyFormError(Exception):
    """A form with findings that nobody is there to mend; they were printed."""


def from_file(
    session: Session, guide: Guide, path: Path, check: Check
) -> dict[str, Data]:
    """Return the document in a file; prints what is wrong in it."""
    try:
        raw = path.read_bytes()
    except OSError:
        raise UsageError(
            f"{path} is niet te lezen.", f"{path} cannot be read."
        ) from None
    found = _read(guide, raw, path, check)
    if isinstance(found, tuple):
        print_findings(found, "text", session.language)
        raise FaultyFormError
    return found


def edited(
    session: Session, guide: Guide, draft: Draft, check: Check
) -> dict[str, Data]:
    """Open the editor until the document is in order, and return it."""
    _, before = draft.load()
    schema = (draft.clone.resolve() / "schemas").as_uri()
    data = dict(guide.offered) if before is None else before
    content = editable(guide, data, f"{schema}/{guide.kind}.schema.json")
    path = keep(draft.folder, draft.source.name, content, outside=draft.clone)
    while True:
        click.edit(filename=str(path))
        found = _read(guide, path.read_bytes(), path, check)
        if isinstance(found, dict):
            draft.save({}, found)
            return found
        print_findings(found, "text", session.language)
        again(session)


def _read(
    guide: Guide, raw: bytes, path: Path, check: Check
) -> dict[str, Data] | tuple[Finding, ...]:
    """Return the document in a source, or all that is wrong, at line and column."""
    found = read_source(guide, raw, str(path))
    if isinstance(found, tuple):
        return found
    faults = check(found)
    return in_file(faults, raw, str(path)) if faults else found


def again(session: Session) -> None:
    """Ask whether to go on with a form that is not in order; stop where nobody is."""
    if not sys.stdin.isatty():
        raise FaultyFormError
    click.confirm(
        session.choose("Verbeteren?", "Mend it?"), default=True, abort=True, err=True
    )
