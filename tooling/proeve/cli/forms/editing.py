"""One form in an editor: YAML with its modeline and a comment at each field.

The file lies with the drafts. What is wrong is said at its line and column, and the
editor opens again where somebody is there to ask.
"""

import sys
from pathlib import Path

import click

from proeve.cli.forms.drafts import Draft
from proeve.cli.output import Session, print_findings
from proeve.cli.private import keep
from proeve.deeds.forms.questions import Guide
from proeve.deeds.forms.sources import editable, read_source
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.findings import Finding


class FaultyFormError(Exception):
    """A form with findings that nobody is there to mend; they were printed."""


def from_file(session: Session, guide: Guide, path: Path) -> dict[str, Data]:
    """Return the document in a file; prints what is wrong in it."""
    try:
        raw = path.read_bytes()
    except OSError:
        raise UsageError(
            f"{path} is niet te lezen.", f"{path} cannot be read."
        ) from None
    found = read_source(guide, raw, str(path))
    if isinstance(found, tuple):
        print_findings(found, "text", session.language)
        raise FaultyFormError
    return found


def edited(
    session: Session,
    guide: Guide,
    draft: Draft,
    data: dict[str, Data],
    findings: tuple[Finding, ...] = (),
) -> dict[str, Data]:
    """Open the editor until the document is in order, and return it."""
    path = draft.folder / f"{draft.name}.yml"
    if not findings:
        schema = (draft.clone.resolve() / "schemas").as_uri()
        content = editable(guide, data, f"{schema}/{guide.kind}.schema.json")
        keep(draft.folder, path.name, content, outside=draft.clone)
    while True:
        if findings:
            print_findings(findings, "text", session.language)
            again(session)
        click.edit(filename=str(path))
        found = read_source(guide, path.read_bytes(), str(path))
        if isinstance(found, dict):
            draft.save({}, found)
            return found
        findings = found


def again(session: Session) -> None:
    """Ask whether to go on with a form that is not in order; stop where nobody is."""
    if not sys.stdin.isatty():
        raise FaultyFormError
    click.confirm(
        session.choose("Verbeteren?", "Mend it?"), default=True, abort=True, err=True
    )
