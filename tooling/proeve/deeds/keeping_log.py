"""What was sent to whom and when: beside the directory file, encrypted as it is.

Pseudonyms only. It stays outside Git: who was reminded how often is no part of an exam.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from proeve.deeds.keeping_names import Names, is_sealed, put
from proeve.errors import UsageError
from proeve.sealing import lock, unlock

_KIND = "proeve-sent/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One message that was sent, or handed over to be."""

    person: str
    day: str
    road: str
    exams: tuple[str, ...]


def log_path(names: Names) -> Path:
    """Return where the log of a directory file lies: `names.age`, `names.sent.age`."""
    ending = names.path.suffix if is_sealed(names.path) else ".json"
    return names.path.with_name(f"{names.path.stem}.sent{ending}")


def read_log(names: Names, secrets: tuple[bytes, ...]) -> tuple[Sent, ...]:
    """Return what was sent before; raises UsageError for a log that is broken."""
    path = log_path(names)
    if not path.exists():
        return ()
    try:
        raw = path.read_bytes()
        whole = json.loads(unlock(raw, secrets) if is_sealed(path) else raw)
        listed = {_KIND: whole["sent"]}[whole["kind"]]
        return tuple(
            Sent(
                person=str(each["person"]),
                day=str(each["day"]),
                road=str(each["road"]),
                exams=tuple(str(exam) for exam in each["exams"]),
            )
            for each in listed
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"De lijst van verstuurde berichten {path} kan niet worden gelezen.",
            f"The list of messages sent, {path}, cannot be read.",
        ) from error


def keep_log(names: Names, sent: Iterable[Sent]) -> None:
    """Write the log anew."""
    whole = {"kind": _KIND, "sent": [asdict(each) for each in sent]}
    raw = f"{json.dumps(whole, indent=1)}\n".encode()
    path = log_path(names)
    put(path, lock(raw, names.recipients) if is_sealed(path) else raw)


def told_on(log: Iterable[Sent], day: str) -> frozenset[str]:
    """Return who was sent something on a day."""
    return frozenset(each.person for each in log if each.day == day)
