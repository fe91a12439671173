"""The lines that the receiver adds to a statement: what it saw, and on which road.

A review on a forge, a parcel that came by a personal link, or a paper that staff typed
over. Source: PROTOCOL R3, R22, R35; TRUST 1.9.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from proeve.history.statements import DIGEST, Line

_NUMBER = re.compile("[1-9][0-9]{0,17}")
_PERSON = re.compile("p-[0-9a-f]{8}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
_KINDS: Mapping[str, tuple[Line, ...]] = MappingProxyType(
    {
        "review": (
            ("forge", re.compile("github|gitea|forgejo")),
            ("host", re.compile("[a-z0-9][a-z0-9.-]{1,99}")),
            ("repo_id", _NUMBER),
            ("pr", _NUMBER),
            ("review", _NUMBER),
            ("reviewer_id", _NUMBER),
            ("state", re.compile("[A-Z_]{1,32}")),
            ("reviewed_commit", re.compile("[0-9a-f]{40}")),
            ("submitted", _MOMENT),
        ),
        # The link itself opens a person's page, so only its digest stands in Git.
        "parcel": (
            ("link", DIGEST),
            ("channel", re.compile("email|sms|telephone|letter|in_person")),
            ("received", _MOMENT),
        ),
        "paper": (
            ("transcriber", _PERSON),
            ("countersigner", _PERSON),
            ("scan", DIGEST),
        ),
    }
)
_KIND = re.compile("|".join(_KINDS))


def lines(above: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines after the nine, as the line `kind` among these asks for."""
    said = next((line[6:] for line in above if line.startswith("kind: ")), "")
    return (("kind", _KIND), *_KINDS.get(said, ()))
