"""When a piece of evidence may be recorded as erased, each with its lawful twin."""

from dataclasses import replace

import pytest

from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from tests.dossier import small
from tests.status.decisions import Taken, codes, taken
from tests.status.exams import decided, until

K, R = DecisionKind, RowId
PIECE = {
    "id": "e1",
    "for": "E1",
    "kind": "file",
    "stored": "store",
    "sha256": f"sha256:{'a' * 64}",
}
ERASURE = taken(
    K.RETENTION,
    small.ADMIN,
    R.EVIDENCE,
    row="evidence",
    event="erased",
    erased=[{"id": "e1", "sha256": f"sha256:{'a' * 64}"}],
)


def listing(state: ExamState, **changed: Data) -> ExamState:
    """Return an exam whose manifest names one piece of evidence."""
    manifest: dict[str, Data] = {"items": [{**PIECE, **changed}]}
    return replace(state, documents={**state.documents, "evidence.yml": manifest})


LAWFUL: dict[str, tuple[ExamState, Taken]] = {
    "evidence is erased long before the archive": (
        listing(until(R.EXECUTION)),
        ERASURE,
    ),
    "evidence is erased after the archive": (listing(until(R.ARCHIVE)), ERASURE),
    "evidence is erased once the hold is over": (
        listing(
            decided(
                decided(until(R.ARCHIVE), K.RETENTION, event="hold"),
                K.RETENTION,
                event="hold_released",
            )
        ),
        ERASURE,
    ),
}

FAULTS: dict[str, tuple[ExamState, Taken, list[str]]] = {
    "another event of keeping before the archive": (
        until(R.EVIDENCE),
        taken(K.RETENTION, small.ADMIN, R.ARCHIVE, row="archive", event="diploma"),
        ["decisions.too-early"],
    ),
    "evidence is erased by who keeps no dossiers": (
        listing(until(R.EVIDENCE)),
        replace(ERASURE, by=small.CONTACT),
        ["decisions.not-yours"],
    ),
    "evidence is erased that is not there": (
        until(R.EVIDENCE),
        ERASURE,
        ["decisions.no-such-evidence"],
    ),
    "evidence is erased that is another by now": (
        listing(until(R.EVIDENCE), sha256=f"sha256:{'b' * 64}"),
        ERASURE,
        ["decisions.no-such-evidence"],
    ),
    "evidence is erased that Git holds": (
        listing(until(R.EVIDENCE), stored="in_repo"),
        ERASURE,
        ["decisions.no-such-evidence"],
    ),
    "evidence is erased of a dossier that is held": (
        listing(decided(until(R.ARCHIVE), K.RETENTION, event="hold")),
        ERASURE,
        ["decisions.held"],
    ),
}


@pytest.mark.parametrize(("found", "erasure"), LAWFUL.values(), ids=LAWFUL)
def test_an_erasure_that_may_be_is_accepted(found: ExamState, erasure: Taken) -> None:
    assert codes(found, erasure) == []


@pytest.mark.parametrize(("found", "erasure", "said"), FAULTS.values(), ids=FAULTS)
def test_an_erasure_that_cannot_be_is_refused(
    found: ExamState, erasure: Taken, said: list[str]
) -> None:
    assert codes(found, erasure) == said
