"""The law in force, as a digest: what a verdict rests on beside the history itself.

A memory of another law is not used: a changed rule, schema or library never meets a
state that was judged without it.
"""

import hashlib
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from proeve import __version__
from proeve.reading import shipped

_PACKAGE = Path(__file__).parents[2]
_NO_LAW = ("cli", "deeds", "report", "sight", "site", "data", "words/codes")
"""What shows a verdict or makes a deed, and judges nothing."""
_LIBRARIES = ("cryptography", "jsonschema", "jsonschema-rs", "pygit2", "pyyaml")

_EXTRAS = ("rfc3161-client",)
"""Libraries without which some of a history is not judged."""


@cache
def law() -> str:
    """Return the digest of the tool's own rules, schemas, version and libraries."""
    digest = hashlib.sha256()
    said = [f"proeve {__version__}", f"python {sys.version}"]
    said += [f"{name} {version(name)}" for name in _LIBRARIES]
    said += [f"{name} {_version_if_any(name)}" for name in _EXTRAS]
    for line in said:
        digest.update(f"{line}\n".encode())
    schemas = shipped.folder("schemas")
    for root, pattern in ((_PACKAGE, "**/*.py"), (schemas, "*.json")):
        for file in sorted(root.glob(pattern)):
            name = file.relative_to(root).as_posix()
            if not name.startswith(tuple(f"{part}/" for part in _NO_LAW)):
                data = file.read_bytes()
                digest.update(f"{name} {len(data)}\n".encode())
                digest.update(data)
    return digest.hexdigest()


def _version_if_any(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
