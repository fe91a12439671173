"""A school's own copy of the schemas, for editors and readers (PROTOCOL R27).

Nothing is judged by it; a copy that differs would make an editor say other things than
Proeve does.
"""

from collections.abc import Iterator
from pathlib import Path

from proeve.model.findings import Finding, Location
from proeve.reading.shipped import folder


def check_copies(root: Path) -> Iterator[Finding]:
    """Report each schema that is absent from the copy, or another text there."""
    own, shipped = root / "schemas", folder("schemas")
    if not own.is_dir() or own.samefile(shipped):
        return
    for schema in sorted(shipped.glob("*.json")):
        copy = own / schema.name
        if not copy.is_file() or copy.read_bytes() != schema.read_bytes():
            yield Finding("schema.other-copy", Location(f"schemas/{schema.name}"))
