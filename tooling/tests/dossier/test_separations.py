"""Who may not be one person in one exam, and which leave lifts that."""

import pytest

from proeve.model.document import Data
from tests.dossier import small
from tests.dossier.cases import case, documents, registry_of, told

Doc = small.Doc
TWO_ROLES = "p-00000099"


def _place(**changed: Data) -> Data:
    return {
        "company": small.COMPANY,
        "part": "both",
        "workplace_supervisor": small.SUPERVISOR,
        "from": "2026-09-01",
        **changed,
    }


def _seat(who: str, side: str) -> Data:
    return {"person": who, "side": side}


def _expert(who: str, side: str = "company", **period: str) -> Doc:
    valid: dict[str, Data] = {"from": "2025-01-01", "until": "2029-12-31", **period}
    declared: Data = {"id": "d1", "crebo": [small.CREBO], **valid}
    return {**small.person(who), "side": side, "declarations": [declared]}


def _told(exam: Doc, *records: tuple[str, Doc]) -> list[str]:
    found = {**documents(), "exam.yml": exam}
    kept = {"exam.yml": found["exam.yml"]}
    return told(case(kept, files={}, known=registry_of(dict(records))))


def _person(record: Doc) -> tuple[str, Doc]:
    return small.shelved("people", record), record


def _leave(lifts: str, **fields: Data) -> tuple[str, Doc]:
    record: Doc = {"number": 1, "lifts": lifts, "committee": small.COMMITTEE, **fields}
    return "dispensations/1.yml", record


SUPERVISOR_ASSESSES = small.exam(
    first_assessor=_seat(TWO_ROLES, "company"),
    companies=[_place(workplace_supervisor=TWO_ROLES)],
)
CONTACT_ASSESSES = small.exam(second_assessor=_seat(small.CONTACT, "school"))
SAME_SIDE = small.exam(first_assessor=_seat(small.THIRD, "school"))
NO_EXPERT = small.exam(first_assessor=_seat(small.SUPERVISOR, "company"), companies=[])
CONTACT = _person(_expert(small.CONTACT, "school"))
BOTH = _person(_expert(TWO_ROLES))


@pytest.mark.parametrize("part", ["school_contact", "workplace_supervisor"])
def test_a_student_plays_no_other_part(part: str) -> None:
    exam = small.exam(school_contact=small.STUDENT)
    if part == "workplace_supervisor":
        exam = small.exam(companies=[_place(workplace_supervisor=small.STUDENT)])
    assert _told(exam) == [f"separation.student exam.yml /{part}"]


def test_a_student_does_not_assess() -> None:
    exam = small.exam(second_assessor=_seat(small.STUDENT, "student"))
    assert "separation.student exam.yml /second_assessor" in _told(exam)


def test_no_leave_lets_a_student_assess() -> None:
    exam = small.exam(second_assessor=_seat(small.STUDENT, "student"))
    leave = _leave("same_side", exam=small.SCOPE.removeprefix("groups/"))
    assert "separation.student exam.yml /second_assessor" in _told(exam, leave)


def test_two_assessors_are_two_people() -> None:
    exam = small.exam(first_assessor=_seat(small.SECOND, "school"))
    assert "separation.assessors exam.yml /second_assessor" in _told(exam)


def test_a_third_assessor_is_a_third_person() -> None:
    exam = small.exam(third_assessor=_seat(small.FIRST, "company"))
    assert _told(exam) == ["separation.assessors exam.yml /third_assessor"]
    assert _told(small.exam(third_assessor=_seat(small.THIRD, "school"))) == []


SOFT = {
    "supervisor_assesses": (
        SUPERVISOR_ASSESSES,
        (BOTH,),
        "separation.supervisor-assesses exam.yml /first_assessor",
    ),
    "contact_assesses": (
        CONTACT_ASSESSES,
        (CONTACT,),
        "separation.contact-assesses exam.yml /second_assessor",
    ),
    "same_side": (SAME_SIDE, (), "separation.same-side exam.yml"),
    "expertise": (NO_EXPERT, (), "separation.expertise exam.yml /first_assessor"),
}


@pytest.mark.parametrize("lifts", SOFT)
def test_a_soft_separation_is_told_without_leave(lifts: str) -> None:
    exam, records, expected = SOFT[lifts]
    assert _told(exam, *records) == [expected]


@pytest.mark.parametrize("lifts", SOFT)
def test_a_leave_for_the_exam_lifts_it(lifts: str) -> None:
    exam, records, _ = SOFT[lifts]
    leave = _leave(lifts, exam=small.SCOPE.removeprefix("groups/"))
    assert _told(exam, *records, leave) == []


@pytest.mark.parametrize("lifts", SOFT)
def test_a_leave_for_another_exam_lifts_nothing(lifts: str) -> None:
    exam, records, expected = SOFT[lifts]
    leave = _leave(lifts, exam=small.OTHER_SCOPE.removeprefix("groups/"))
    assert _told(exam, *records, leave) == [expected]


@pytest.mark.parametrize("lifts", SOFT)
def test_a_leave_for_one_separation_lifts_no_other(lifts: str) -> None:
    exam, records, expected = SOFT[lifts]
    other = next(each for each in SOFT if each != lifts)
    leave = _leave(other, exam=small.SCOPE.removeprefix("groups/"))
    assert _told(exam, *records, leave) == [expected]


@pytest.mark.parametrize(
    ("until", "lifted"),
    [("2026-08-31", False), ("2026-09-01", True), ("2027-07-31", True), (None, True)],
)
def test_a_leave_for_a_company_counts_on_the_day_the_placement_begins(
    until: str | None, *, lifted: bool
) -> None:
    leave = _leave("supervisor_assesses", company=small.COMPANY, until=until)
    told_of = _told(SUPERVISOR_ASSESSES, BOTH, leave)
    assert (told_of == []) is lifted


def test_a_leave_for_another_company_lifts_nothing() -> None:
    leave = _leave("supervisor_assesses", company="c-999")
    assert _told(SUPERVISOR_ASSESSES, BOTH, leave) != []


@pytest.mark.parametrize(
    ("period", "valid"),
    [
        ({}, True),
        ({"until": "2026-08-31"}, False),
        ({"until": "2026-09-01"}, True),
        ({"from": "2026-09-01"}, True),
        ({"from": "2026-09-02"}, False),
    ],
)
def test_a_declaration_counts_on_the_day_the_placement_begins(
    period: dict[str, str], *, valid: bool
) -> None:
    record = _person(_expert(small.FIRST, **period))
    assert (_told(small.exam(), record) == []) is valid


def test_a_declaration_for_another_trade_is_none() -> None:
    other = _expert(small.FIRST)
    other["declarations"] = [
        {"id": "d1", "crebo": ["00009"], "from": "2025-01-01", "until": "2029-12-31"}
    ]
    expected = ["separation.expertise exam.yml /first_assessor"]
    assert _told(small.exam(), _person(other)) == expected
