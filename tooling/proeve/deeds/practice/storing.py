"""The evidence store of a practice school: a folder beside it, with invented files."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from proeve.model.records import Record
from proeve.stores.opening import folder_of_store
from proeve.stores.policy import evidence_policy
from proeve.stores.store import failed


def store_of(school: Record | None, folder: Path) -> Path | None:
    """Return the folder that a school's policy names, made if it is not there.

    None where policy keeps evidence elsewhere.
    """
    policy = evidence_policy(school)
    if policy.store != "folder":
        return None
    found = folder_of_store(policy, folder)
    try:
        found.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failed(error) from error
    return found


def fill(store: Path | None, contents: Iterable[bytes]) -> None:
    """Write files under their digests; without a store they are nowhere.

    What a practice school loses by a power cut is made anew, so no disk is waited for.
    """
    if store is None:
        return
    for content in contents:
        name = hashlib.sha256(content).hexdigest()
        file = store / name[:2] / name
        try:
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
        except OSError as error:
            raise failed(error) from error
