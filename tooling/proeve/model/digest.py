"""Digests over the content of files, independent of Git's own object ids.

Source: PROTOCOL R5, R18, section 7 (vectors); TRUST 1.6.
"""

import hashlib
from collections.abc import Mapping

from proeve.model.history import FileFact
from proeve.model.statement import TOOLING

_START = b"proeve-tree/1\n"
_ACTS = "acts/"


def tree_digest(files: Mapping[str, FileFact]) -> str:
    """Return `sha256:<64 hex>` over files named by their path in the folder."""
    lines = [
        f"{fact.sha256} {fact.size} {path}\n" for path, fact in sorted(files.items())
    ]
    return content_digest(_START + "".join(lines).encode())


def scope_digest(scope: str, files: Mapping[str, FileFact]) -> str:
    """Return the digest of a whole scope, which Base and Subject name.

    Its acts are left out: an act can then be stored beside the text it approves. Those
    of tooling lie in the registry, so a folder `acts` there is tooling like any other.
    """
    if scope == TOOLING:
        return tree_digest(files)
    return tree_digest(
        {path: fact for path, fact in files.items() if not path.startswith(_ACTS)}
    )


def content_digest(data: bytes) -> str:
    """Return `sha256:<64 hex>` of bytes."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


NOTHING = tree_digest({})
"""The digest of an empty folder: the Base of a scope's first commit."""
