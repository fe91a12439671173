"""A review as a forge's interface shows it, before anyone believes it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One review of a proposal; names of accounts are left out, since they can change.

    `at` is when it was submitted, in seconds since 1970, and `submitted` that as text.
    `stale`, `dismissed` and `official` are as the forge says them; a forge that has no
    such notion says none of it.
    """

    id: int
    account: int
    state: str
    commit: str
    submitted: str
    at: float
    edited: bool = False
    stale: bool = False
    dismissed: bool = False
    official: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The proposal that was reviewed: where it is, and the commit that would land."""

    forge: str
    host: str
    repo_id: int
    number: int
    head: str
