"""The agreements within a school, held against what the law asks of a committee."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from proeve.model.document import Data
from proeve.model.findings import Severity
from proeve.model.records import Record
from proeve.model.registry import Grant, Policy, Registry
from proeve.process.vocabulary import Part, Role, RowId
from proeve.rules.policy import School, check_policy
from tests.groups.schools import Desk
from tests.status import exams

CHAIR, MEMBER, OUTSIDER = "p-00000001", "p-00000002", "p-00000003"
PATH = "committees/ec.yml"


def seat(who: str, capacity: str, *flags: str, until: str = "") -> dict[str, Data]:
    found: dict[str, Data] = {
        "person": who,
        "capacity": capacity,
        "from": "2026-08-01",
        "mandated": "mandated" in flags,
        **dict.fromkeys(flags, True),
    }
    return found | ({"until": until} if until else {})


SEATS: list[Data] = [
    seat(CHAIR, "chair"),
    seat(MEMBER, "member", "teacher"),
    seat(OUTSIDER, "external", "outside", "practice"),
]
SOUND: Mapping[str, Data] = {
    "id": "ec",
    "programmes": ["25331"],
    "period": {"from": "2026-08-01", "until": "2030-07-31"},
    "members": SEATS,
    "quorum": {"establish": 1, "result": 2, "decision": 2},
    "opening_keys": ["age1a", "age1b"],
}


def registry(**more: Role) -> Registry:
    """Return a registry in which every member holds the role, and some hold more."""
    grants = {
        who: (Grant(id=f"g-{who}", person=who, role=Role.EXAM_COMMITTEE, scope="*"),)
        for who in (CHAIR, MEMBER, OUTSIDER)
    }
    for name, role in more.items():
        who = {"chair": CHAIR, "stranger": "p-00000009"}[name]
        grant = Grant(id=f"g-{role}", person=who, role=role, scope="*")
        grants[who] = (*grants.get(who, ()), grant)
    return Registry(grants=grants, policy=Policy(quorum={"result": 2}))


def found(
    records: Mapping[str, Record] | None = None,
    registry_: Registry | None = None,
    groups: Mapping[str, Record] | None = None,
) -> list[str]:
    school = School(
        registry=registry_ or registry(),
        records={PATH: dict(SOUND)} if records is None else records,
        groups=groups or {},
        exams=(),
        today=date(2027, 1, 1),
    )
    return [
        ("~" if each.severity is Severity.NOTE else "") + each.code
        for each in check_policy(school)
    ]


def committee(**changed: Data) -> dict[str, Record]:
    return {PATH: {**SOUND, **changed}}


def test_a_sound_committee_has_no_findings() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"members": SEATS[:2]}, ["policy.no-outsider", "policy.no-practice"]),
        ({"members": [SEATS[0], SEATS[2]]}, ["policy.no-teacher"]),
        ({"members": SEATS[1:]}, ["policy.no-chair"]),
        (
            {"members": [*SEATS[:2], seat(OUTSIDER, "external", until="2026-12-31")]},
            ["policy.no-outsider", "policy.no-practice"],
        ),
        ({"period": {"until": "2026-12-31"}}, ["policy.committee-ended"]),
        ({"opening_keys": ["age1a"]}, ["~policy.one-opening-key"]),
        ({"quorum": {"result": 1}}, ["~policy.one-decides"]),
        ({"quorum": {"result": 4}}, ["policy.quorum-impossible"]),
        (
            {"members": [*SEATS, seat("p-00000008", "member")]},
            ["policy.seat-without-role"],
        ),
        (
            {"members": [*SEATS[:2], seat(OUTSIDER, "external", "outside", "practice",
                                          "financial")]},
            ["~policy.financial"],
        ),
        (
            {"mandates": [{"id": "m-1", "to": "p-00000008", "until": "2030-01-01"}]},
            ["policy.mandate-without-seat"],
        ),
        (
            {"mandates": [{"id": "m-1", "to": CHAIR, "until": "2026-12-31"}]},
            ["~policy.mandate-ended"],
        ),
    ],
)  # fmt: skip
def test_what_a_committee_lacks_is_named(
    changed: dict[str, Data], codes: list[str]
) -> None:
    got = found(committee(**changed))
    assert [code for code in got if code != "~policy.role-without-seat"] == codes


def test_a_secretary_without_mandate_makes_no_quorum() -> None:
    seats: list[Data] = [SEATS[0], seat(MEMBER, "secretary", "teacher")]
    assert "policy.quorum-impossible" in found(committee(members=seats))


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ({"chair": Role.ADMIN}, ["~policy.office-decides"]),
        ({"chair": Role.SCHOOL_CONTACT}, ["~policy.contact-decides"]),
        ({"stranger": Role.EXAM_COMMITTEE}, ["~policy.role-without-seat"]),
    ],
)
def test_two_interests_in_one_person_are_noted(
    more: dict[str, Role], codes: list[str]
) -> None:
    assert found(registry_=registry(**more)) == codes


def test_a_group_without_a_committee_is_named() -> None:
    groups: dict[str, Record] = {"g-1": {"crebo": "99999"}, "g-2": {"crebo": "25331"}}
    assert found(groups=groups) == ["policy.no-committee"]


@pytest.mark.parametrize(
    ("path", "record", "codes"),
    [
        (
            "companies/c-1.yml",
            {"id": "c-1", "recognition": {"checked_at": "2022-12-31"}},
            ["policy.recognition-old"],
        ),
        ("companies/c-1.yml", {"recognition": {"checked_at": "2023-01-01"}}, []),
        ("dispensations/1.yml", {"company": "c-1"}, ["policy.dispensation-endless"]),
        (
            "dispensations/1.yml",
            {"company": "c-1", "until": "2026-12-31"},
            ["~policy.dispensation-ended"],
        ),
        ("dispensations/1.yml", {"exam": "g/e"}, []),
    ],
)
def test_what_ran_out_is_named(
    path: str, record: dict[str, Data], codes: list[str]
) -> None:
    assert found({PATH: dict(SOUND), path: record}) == codes


def test_an_exam_whose_committee_must_stand_aside_is_named() -> None:
    found_exam, known = exams.until(RowId.EVIDENCE), exams.registry()
    record = found_exam.document("exam") or {}
    name = str(record["committee"])
    sitting = known.committees[name]
    strict = replace(sitting, quorum={"result": len(sitting.members)})
    aside = {**found_exam.parts, Part.THIRD_ASSESSOR: (sitting.members[0].person,)}
    for parts, expected in ((found_exam.parts, []), (aside, ["policy.quorum-recused"])):
        school = School(
            registry=replace(known, committees={name: strict}),
            records={},
            groups={},
            exams=(replace(found_exam, parts=parts),),
            today=date(2027, 1, 1),
        )
        codes = [each.code for each in check_policy(school)]
        assert [code for code in codes if "role-without" not in code] == expected


def test_anyone_can_look_the_agreements_over(desk: Desk) -> None:
    ran = desk.runs("policy", "check", "--now", "2026-12-01")
    assert (ran.code, "policy.one-opening-key" in ran.out) == (0, True)
    late = desk.runs("policy", "check", "--now", "2036-12-01")
    assert (late.code, "policy.recognition-old" in late.out) == (1, True)
