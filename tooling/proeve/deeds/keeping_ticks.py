"""Which results were entered in the student system: beside the directory file.

No document of the law says so: it tells of another system, and changes nothing in an
exam. Pseudonyms do not even occur; the file is encrypted as the directory file is.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from proeve.deeds.keeping_names import Names, is_sealed, put
from proeve.errors import UsageError
from proeve.model.exam import ExamState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.sealing import lock, unlock

_KIND = "proeve-entered/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A result that was entered: of which exam, which of its results, on which day."""

    exam: str
    result: str
    day: str


def result_mark(exam: ExamState, outcome: str) -> str:
    """Return what tells one result of an exam from a later one, revised or anew."""
    revisions = sum(d.kind is DecisionKind.REVISION for d in exam.decisions)
    return f"{outcome}/{exam.row(RowId.RESULT).seq}/{revisions}"


def ticks_path(names: Names) -> Path:
    """Return where the ticks lie: `names.entered.age` beside `names.age`."""
    ending = names.path.suffix if is_sealed(names.path) else ".json"
    return names.path.with_name(f"{names.path.stem}.entered{ending}")


def read_ticks(names: Names, secrets: tuple[bytes, ...]) -> tuple[Tick, ...]:
    """Return what was entered; raises UsageError for a file that is broken."""
    path = ticks_path(names)
    if not path.exists():
        return ()
    try:
        raw = path.read_bytes()
        whole = json.loads(unlock(raw, secrets) if is_sealed(path) else raw)
        listed = {_KIND: whole["entered"]}[whole["kind"]]
        return tuple(
            Tick(
                exam=str(each["exam"]),
                result=str(each["result"]),
                day=str(each["day"]),
            )
            for each in listed
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"De lijst van ingevoerde uitslagen {path} kan niet worden gelezen.",
            f"The list of entered results, {path}, cannot be read.",
        ) from error


def keep_ticks(names: Names, ticks: Iterable[Tick]) -> None:
    """Write the ticks anew."""
    whole = {"kind": _KIND, "entered": [asdict(each) for each in ticks]}
    raw = f"{json.dumps(whole, indent=1)}\n".encode()
    path = ticks_path(names)
    put(path, lock(raw, names.recipients) if is_sealed(path) else raw)
