"""A forge's recorded answer about reviews, read strictly: GitHub, Gitea, Forgejo.

An answer that is not what was asked for stops the tool. It never means that nothing
changed (TRUST 1.9, attack 33).
"""

import json
import re
from collections.abc import Mapping
from datetime import datetime

from proeve.errors import ProeveError
from proeve.model.review import Review

_COMMIT = re.compile("[0-9a-f]{40}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
_FLAGS: Mapping[str, bool] = {"stale": False, "dismissed": False, "official": True}
_GITEA = frozenset({"gitea", "forgejo"})
_Fields = dict[str, object]


def read_reviews(raw: bytes, forge: str) -> tuple[Review, ...]:
    """Return the reviews of an answer: a list of them, or one alone.

    Raises ProeveError for anything else, an error message of the forge among it.
    """
    try:
        found = json.loads(raw.decode("utf-8"), object_pairs_hook=_once)
        listed = found if isinstance(found, list) else [found]
        return tuple(_review(each, forge) for each in listed)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ProeveError(
            f"Dit is geen antwoord van {forge} over akkoorden ({error}).",
            f"This is no answer of {forge} about reviews ({error}).",
        ) from error


def _once(pairs: list[tuple[str, object]]) -> _Fields:
    """Return the fields of an object in which no name stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("twice")
    return found


def _review(fields: object, forge: str) -> Review:
    if not isinstance(fields, dict):
        raise TypeError("review")
    user = fields["user"]
    if not isinstance(user, dict):
        raise TypeError("user")
    # A review that is still being written has no moment; it says nothing yet.
    submitted = _text(fields, "submitted_at") if fields.get("submitted_at") else ""
    at = _moment(submitted).timestamp() if submitted else 0.0
    updated = fields.get("updated_at")
    flags = {name: _flag(fields, name, forge) for name in _FLAGS}
    return Review(
        id=_number(fields, "id"),
        account=_number(user, "id"),
        state=_text(fields, "state").upper() if submitted else "PENDING",
        commit=_commit(fields),
        submitted=submitted,
        at=at,
        edited=isinstance(updated, str) and _moment(updated).timestamp() != at,
        **flags,
    )


def _flag(fields: _Fields, name: str, forge: str) -> bool:
    """Return what Gitea must say of a review and GitHub has no word for."""
    value = fields[name] if forge in _GITEA else fields.get(name, _FLAGS[name])
    if not isinstance(value, bool):
        raise TypeError(name)
    return value


def _number(fields: _Fields, name: str) -> int:
    value = fields[name]
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise TypeError(name)
    return value


def _text(fields: _Fields, name: str) -> str:
    value = fields[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def _commit(fields: _Fields) -> str:
    value = _text(fields, "commit_id")
    if not _COMMIT.fullmatch(value):
        raise ValueError("commit_id")
    return value


def _moment(text: str) -> datetime:
    if not _MOMENT.fullmatch(text):
        raise ValueError("submitted_at")
    return datetime.fromisoformat(text)
