"""From the policy to the store that it means, on this machine."""

from pathlib import Path

from proeve.errors import UsageError
from proeve.stores.folder import Folder
from proeve.stores.in_repo import InRepo
from proeve.stores.policy import EvidencePolicy
from proeve.stores.remote import open_remote
from proeve.stores.store import Store


def open_store(
    policy: EvidencePolicy, clone: Path, inside: InRepo, draft: str
) -> Store:
    """Return the store that policy names; `inside` is the exam's own folder in Git.

    `draft` is a word of chance: what two runs upload at once bears two names.
    """
    if policy.store == "in_repo":
        return inside
    if policy.store == "url":
        return open_remote(policy.location, draft)
    return Folder(folder_of_store(policy, clone))


def folder_of_store(policy: EvidencePolicy, clone: Path) -> Path:
    """Return the folder of the store; a relative one is seen from beside the clone.

    In the clone it may not lie: evidence there is one `git add` from being in history.
    """
    top = clone.resolve()
    found = (top.parent / policy.location).resolve()
    if not policy.location:
        raise UsageError(
            "Het beleid noemt geen map voor bewijs (policy.evidence.location).",
            "The policy names no folder for evidence (policy.evidence.location).",
        )
    if found.is_relative_to(top):
        raise UsageError(
            f"De bewijsopslag {found} ligt in de map van de examens; leg hem erbuiten.",
            f"The evidence store {found} lies in the folder of the exams; move it out.",
        )
    return found
