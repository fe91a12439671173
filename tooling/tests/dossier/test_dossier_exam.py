"""What `exam.yml`, the assignment and the establishment must mean."""

from dataclasses import replace

import pytest

from proeve.model.document import Data
from proeve.model.findings import Pointer
from proeve.process.decisions import DecisionKind
from tests.dossier import small
from tests.dossier.cases import (
    GONE,
    case,
    decision,
    documents,
    registry,
    registry_of,
    spoiled,
    told,
)

SUPERVISED: Data = {
    "company": small.COMPANY,
    "part": "both",
    "workplace_supervisor": small.SUPERVISOR,
}
EXAM, ASSIGNMENT = "exam.yml", "assignment.yml"
ESTABLISHMENT = "establishment.yml"

FAULTS: dict[str, tuple[str, Pointer, Data, list[str]]] = {
    "two digits of the number swapped": (
        EXAM,
        ("number",),
        small.NUMBER.replace("42", "24"),
        ["exam.number-misread exam.yml /number"],
    ),
    "the number of another exam": (
        EXAM,
        ("number",),
        small.OTHER_NUMBER,
        ["exam.number-taken exam.yml /number"],
    ),
    "a process that is not there": (
        EXAM,
        ("process",),
        "mei-13/1",
        ["exam.no-process exam.yml /process"],
    ),
    "a committee that is not there": (
        EXAM,
        ("committee",),
        "ec-zorg",
        [
            "exam.no-committee exam.yml /committee",
            "establishment.other-committee establishment.yml /committee",
        ],
    ),
    "a second company that is not there": (
        EXAM,
        ("companies",),
        [SUPERVISED, {"company": "c-999", "part": "execution"}],
        ["exam.no-company exam.yml /companies/1/company"],
    ),
    "a student who is nowhere": (
        EXAM,
        ("student",),
        small.STRANGER,
        ["exam.no-person exam.yml /student", "exam.not-in-group exam.yml /student"],
    ),
    "an instrument that is not there": (
        EXAM,
        ("instrument", "code"),
        "pvb-groot",
        [
            "exam.no-instrument exam.yml /instrument/code",
            "separation.expertise exam.yml /first_assessor",
            "separation.expertise exam.yml /second_assessor",
            "exam.other-instrument establishment.yml /instrument/code",
        ],
    ),
    "an instrument version that is not there": (
        EXAM,
        ("instrument", "version"),
        2,
        [
            "exam.no-instrument exam.yml /instrument/code",
            "separation.expertise exam.yml /first_assessor",
            "separation.expertise exam.yml /second_assessor",
            "exam.other-instrument establishment.yml /instrument/version",
        ],
    ),
    "another text of the instrument": (
        EXAM,
        ("instrument", "digest"),
        small.OTHER_DIGEST,
        [
            "exam.other-instrument exam.yml /instrument/digest",
            "exam.other-instrument establishment.yml /instrument/digest",
        ],
    ),
    "an assessor on the wrong side": (
        EXAM,
        ("second_assessor", "side"),
        "company",
        ["exam.other-side exam.yml /second_assessor/side"],
    ),
    "a second attempt after nothing": (
        EXAM,
        ("attempt",),
        2,
        ["exam.attempt exam.yml /attempt"],
    ),
    "a first attempt after another": (
        EXAM,
        ("resit_of",),
        {"exam": small.OTHER_SCOPE, "subject": small.OTHER_DIGEST},
        ["exam.attempt exam.yml /attempt"],
    ),
    "evidence asked for an unknown unit": (
        ASSIGNMENT,
        ("required_evidence", 0, "units"),
        ["B1-K1-W1", "B9-K9"],
        ["assignment.no-unit assignment.yml /required_evidence/0/units"],
    ),
    "one appointment twice": (
        "appointments.yml",
        ("appointments",),
        [{"id": "a1"}, {"id": "a2"}, {"id": "a1"}],
        ["dossier.twice appointments.yml /appointments/2/id"],
    ),
    "the establishment of another committee": (
        ESTABLISHMENT,
        ("committee",),
        "ec-zorg",
        ["establishment.other-committee establishment.yml /committee"],
    ),
    "the establishment of another version": (
        ESTABLISHMENT,
        ("instrument", "version"),
        2,
        ["exam.other-instrument establishment.yml /instrument/version"],
    ),
    "an establishment by a mandate that nobody gave": (
        ESTABLISHMENT,
        ("mandate",),
        "m-9",
        ["establishment.no-mandate establishment.yml /mandate"],
    ),
    "an establishment that is not said to be safe": (
        ESTABLISHMENT,
        ("checklist", "safe"),
        False,
        ["establishment.checklist establishment.yml /checklist/safe"],
    ),
    "an establishment without one of the boxes": (
        ESTABLISHMENT,
        ("checklist", "right_level"),
        GONE,
        ["establishment.checklist establishment.yml /checklist/right_level"],
    ),
}

TWINS: dict[str, tuple[str, Pointer, Data]] = {
    "the other student of the group": (EXAM, ("student",), small.OTHER_STUDENT),
    "another free number": (EXAM, ("number",), small.FREE_NUMBER),
    "evidence for a whole core task": (
        ASSIGNMENT,
        ("required_evidence", 0, "units"),
        ["B1-K1"],
    ),
    "two appointments": (
        "appointments.yml",
        ("appointments",),
        [{"id": "a1"}, {"id": "a2"}],
    ),
}


def test_a_whole_exam_means_what_it_should() -> None:
    assert told(case()) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(name: str) -> None:
    path, pointer, value, expected = FAULTS[name]
    only = {EXAM, ASSIGNMENT, ESTABLISHMENT, "appointments.yml"}
    found = {
        key: each for key, each in spoiled(path, pointer, value).items() if key in only
    }
    assert told(case(found, files={})) == expected


@pytest.mark.parametrize("name", TWINS)
def test_its_lawful_twin_is_let_through(name: str) -> None:
    assert told(case(spoiled(*TWINS[name]))) == []


def test_the_exam_itself_may_bear_its_number() -> None:
    own = replace(case(), numbers={small.NUMBER: small.SCOPE})
    assert told(own) == []


def test_required_evidence_has_one_name_each() -> None:
    found = documents()
    asked = small.assignment()["required_evidence"]
    assert isinstance(asked, list)
    found[ASSIGNMENT]["required_evidence"] = [*asked, *asked]
    assert told(case(found)) == ["dossier.twice assignment.yml /required_evidence/1/id"]


def test_a_resit_names_the_earlier_attempt() -> None:
    found = documents()
    found[EXAM] |= {
        "attempt": 2,
        "resit_of": {"exam": small.OTHER_SCOPE, "subject": small.OTHER_DIGEST},
    }
    assert told(case(found)) == []


def test_an_instrument_counts_only_once_it_is_established() -> None:
    path = f"instruments/{small.CODE}/1.establishment.yml"
    other = small.pinned(digest=small.OTHER_DIGEST)
    known = registry_of({path: {"instrument": other}})
    assert told(case(known=known)) == [
        "exam.instrument-not-established exam.yml /instrument"
    ]


def test_an_unknown_company_person_is_told_by_part() -> None:
    found = spoiled(EXAM, ("companies", 0, "workplace_supervisor"), small.STRANGER)
    assert told(case(found)) == ["exam.no-person exam.yml /workplace_supervisor"]


def test_a_substitute_must_be_known_too() -> None:
    swapped = decision(
        1,
        DecisionKind.SUBSTITUTION,
        part="workplace_supervisor",
        to=small.STRANGER,
        **{"from": small.SUPERVISOR},
    )
    assert told(case(decisions=(swapped,))) == [
        "exam.no-person exam.yml /workplace_supervisor"
    ]


def test_only_the_documents_that_are_there_are_judged() -> None:
    found = {EXAM: documents()[EXAM]}
    assert told(case(found, files={})) == []


def test_without_exam_yml_only_that_is_told() -> None:
    found = documents()
    found.pop(EXAM)
    assert told(case(found)) == ["exam.absent exam.yml"]


def test_an_assessor_needs_no_side_to_be_told_as_unknown() -> None:
    found = spoiled(EXAM, ("second_assessor", "person"), small.STRANGER)
    only = {EXAM: found[EXAM]}
    assert told(case(only, files={})) == [
        "exam.no-person exam.yml /second_assessor",
    ]


def test_the_registry_of_these_cases_has_no_faults_of_its_own() -> None:
    assert registry().instruments[small.CODE, 1].established
