"""What evidence, its check and the archive must mean."""

from dataclasses import replace

import pytest

from proeve.model.document import Data
from proeve.model.findings import Pointer
from proeve.process.vocabulary import Outcome
from tests.dossier import small
from tests.dossier.cases import (
    GONE,
    archived,
    case,
    documents,
    fact,
    put,
    spoiled,
    told,
)

EVIDENCE, CHECK = "evidence.yml", "evidence-check.yml"
KEPT = {small.PROOF_PATH: fact(small.PROOF)}
LISTED: Data = {
    "id": "e1",
    "for": "E1",
    "sha256": f"sha256:{small.sha256(small.PROOF)}",
    "stored": "in_repo",
}
SEEN: Data = {"id": "e2", "for": "E1", "kind": "seen_on_site", "stored": "store"}

FAULTS: dict[str, tuple[str, Pointer, Data, list[str]]] = {
    "a check that says the evidence is not complete": (
        CHECK,
        ("complete",),
        False,
        ["evidence.check-negative evidence-check.yml /complete"],
    ),
    "a check that says the evidence is somebody else's": (
        CHECK,
        ("authentic",),
        False,
        ["evidence.check-negative evidence-check.yml /authentic"],
    ),
    "an item for nothing that was asked": (
        EVIDENCE,
        ("items", 0, "for"),
        "E7",
        [
            "evidence.not-asked evidence.yml /items/0/for",
            "evidence.missing evidence.yml /items",
        ],
    ),
    "no item at all": (
        EVIDENCE,
        ("items",),
        [],
        [
            f"evidence.not-listed {small.PROOF_PATH}",
            "evidence.no-item evidence-check.yml /items/0/id",
            "evidence.missing evidence.yml /items",
        ],
    ),
    "an item that is listed but not there": (
        EVIDENCE,
        ("items", 0, "sha256"),
        f"sha256:{small.sha256(small.OTHER_PROOF)}",
        [
            f"evidence.not-listed {small.PROOF_PATH}",
            "evidence.not-there evidence.yml /items/0/sha256",
        ],
    ),
    "a file in Git that the list says is in the store": (
        EVIDENCE,
        ("items", 0, "stored"),
        "store",
        [f"evidence.not-listed {small.PROOF_PATH}"],
    ),
    "a check of an item that is not there": (
        CHECK,
        ("items", 0, "id"),
        "e9",
        ["evidence.no-item evidence-check.yml /items/0/id"],
    ),
    "complete, though an item is not in order": (
        CHECK,
        ("items", 0, "in_order"),
        False,
        ["evidence.check-contradicts evidence-check.yml /complete"],
    ),
}
TWINS: dict[str, tuple[str, Pointer, Data]] = {
    "an item that was seen on site": (
        EVIDENCE,
        ("items",),
        [LISTED, SEEN],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_the_evidence_is_told_with_its_place(name: str) -> None:
    path, pointer, value, expected = FAULTS[name]
    assert told(case(spoiled(path, pointer, value))) == expected


@pytest.mark.parametrize("name", TWINS)
def test_its_lawful_twin_is_let_through_too(name: str) -> None:
    assert told(case(spoiled(*TWINS[name]))) == []


def test_two_items_have_two_names() -> None:
    found = documents()
    found[EVIDENCE] = small.evidence(small.PROOF, small.OTHER_PROOF)
    both = {**KEPT, small.OTHER_PATH: fact(small.OTHER_PROOF)}
    assert told(case(found, files=both)) == []
    put(found[EVIDENCE], ("items", 1, "id"), "e1")
    assert told(case(found, files=both)) == ["dossier.twice evidence.yml /items/1/id"]


def test_as_many_items_are_asked_as_the_assignment_says() -> None:
    found = documents()
    put(found["assignment.yml"], ("required_evidence", 0, "minimum"), 2)
    assert told(case(found)) == ["evidence.missing evidence.yml /items"]
    found[EVIDENCE] = small.evidence(small.PROOF, small.OTHER_PROOF)
    assert (
        told(case(found, files={**KEPT, small.OTHER_PATH: fact(small.OTHER_PROOF)}))
        == []
    )


def test_evidence_that_is_not_required_may_stay_away() -> None:
    found = documents()
    put(found["assignment.yml"], ("required_evidence", 0, "required"), GONE)
    found[EVIDENCE]["items"] = []
    found[CHECK]["items"] = []
    assert told(case(found, files={})) == []


@pytest.mark.parametrize(
    ("no_people", "visible", "expected"),
    [
        (True, True, ["evidence.people evidence.yml /items/0/people_visible"]),
        (True, False, []),
        (False, True, []),
    ],
)
def test_people_are_seen_only_where_they_may_be(
    *, no_people: bool, visible: bool, expected: list[str]
) -> None:
    found = documents()
    put(found["assignment.yml"], ("required_evidence", 0, "no_people"), no_people)
    put(found[EVIDENCE], ("items", 0, "people_visible"), visible)
    assert told(case(found)) == expected


def test_a_file_of_evidence_is_what_its_name_says() -> None:
    swapped = {small.PROOF_PATH: fact(small.OTHER_PROOF)}
    assert told(case(files=swapped)) == [f"evidence.other-bytes {small.PROOF_PATH}"]


@pytest.mark.parametrize(("size", "too_large"), [(64 * 1024, False), (65_537, True)])
def test_git_holds_at_most_64_kib_of_a_piece(size: int, *, too_large: bool) -> None:
    name = small.PROOF_PATH
    large = {name: replace(fact(small.PROOF), size=size)}
    expected = [f"evidence.too-large {name}"] if too_large else []
    assert told(case(files=large)) == expected


def test_an_archive_over_every_file_is_in_order() -> None:
    assert told(archived()) == []


def test_an_archive_leaves_nothing_out() -> None:
    whole = archived()
    put(_archive(whole.documents), ("files", "forms/first.yml"), GONE)
    assert told(whole) == ["archive.left-out archive.yml /files"]


def test_an_archive_names_each_file_as_it_is() -> None:
    whole = archived()
    put(_archive(whole.documents), ("files", "exam.yml"), f"sha256:{'0' * 64}")
    assert told(whole) == ["archive.other-digest archive.yml /files/exam.yml"]


def test_an_archive_names_nothing_that_is_not_there() -> None:
    whole = archived()
    put(_archive(whole.documents), ("files", "forms/third.yml"), f"sha256:{'0' * 64}")
    assert told(whole) == ["archive.not-there archive.yml /files/forms/third.yml"]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.PASSED, []),
        (None, []),
        (Outcome.NOT_PASSED, ["archive.other-outcome archive.yml /outcome"]),
    ],
)
def test_an_archive_keeps_the_outcome_that_was_established(
    outcome: Outcome | None, expected: list[str]
) -> None:
    assert told(replace(archived(), outcome=outcome)) == expected


def test_an_archive_may_name_acts_and_need_not() -> None:
    act = f"acts/{'0' * 64}.act"
    whole = archived()
    with_act = replace(whole, files={**whole.files, act: fact(b"act")})
    assert told(with_act) == []
    digest = f"sha256:{fact(b'act').sha256}"
    put(_archive(with_act.documents), ("files", act), digest)
    assert told(with_act) == []


def _archive(found: object) -> small.Doc:
    assert isinstance(found, dict)
    document = found["archive.yml"]
    assert isinstance(document, dict)
    return document
