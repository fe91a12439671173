"""Who may change the registry, and what no record in it may say."""

from collections.abc import Mapping

import pytest

from proeve.model.registry import Registry
from proeve.process.vocabulary import Role
from proeve.rules.registering import check_registry, record_faults
from proeve.rules.registry import registry_with
from tests.dossier import small
from tests.dossier.cases import registry_of
from tests.dossier.commits import REGISTRY, change, statement, transition

Doc = small.Doc
NEW, OTHER = "p-00000011", "p-00000012"
SCHOOL: Doc = small.registry()["school.yml"]


def _person(who: str, *keys: str, side: str = "company") -> Doc:
    return {**small.person(who, *keys), "side": side}


def _faults(records: Mapping[str, Doc], known: Registry | None = None) -> list[str]:
    """Return what is wrong with records that come to a registry."""
    found = record_faults(known or registry_of({}), records)
    return [_told(path, each.code, *each.pointer) for path, each in found]


def _told(path: str, code: str, *pointer: str | int) -> str:
    return " ".join([code, path, "".join(f"/{step}" for step in pointer)]).rstrip()


def _changed(
    who: str,
    role: Role,
    records: Mapping[str, Doc],
    *,
    kinds: Mapping[str, str] | None = None,
    known: Registry | None = None,
) -> list[str]:
    """Return what is wrong with a commit of these records."""
    paths = dict.fromkeys(records, "new") | dict(kinds or {})
    made = transition(
        statement(who, role),
        *(change(f"{REGISTRY}{path}", kind) for path, kind in paths.items()),
    )
    found = check_registry(known or registry_of({}), records, made)
    return [
        _told(each.where.path.removeprefix(REGISTRY), each.code, *each.where.pointer)
        for each in found
    ]


def _enrolled(
    who: str, side: str = "company", role: str = "", scope: str = small.GROUP
) -> dict[str, Doc]:
    person = _person(who, side=side)
    found = {small.shelved("people", person): person}
    if role:
        grant = small.grant(0x500, who, role, scope)
        found[small.shelved("grants", grant)] = grant
    return found


# Records


def test_the_records_of_the_school_are_in_order() -> None:
    assert _faults(small.registry(), Registry()) == []


@pytest.mark.parametrize(
    ("path", "record", "expected"),
    [
        ("committees/ec-zorg.yml", {"id": "ec-techniek"}, "/id"),
        ("companies/c-999.yml", {"id": "c-114"}, "/id"),
        ("revocations/2.yml", {"number": 3}, "/number"),
        ("dispensations/2.yml", {"number": 1}, "/number"),
        ("people/00/p-00000011.yml", _person(OTHER), "/id"),
        ("people/11/p-00000011.yml", _person(NEW), "/id"),
        ("grants/00/g-00000001.yml", {"id": "g-00000002", "role": "admin"}, "/id"),
    ],
)
def test_a_record_stands_where_its_name_says(
    path: str, record: Doc, expected: str
) -> None:
    assert _faults({path: record}) == [f"registry.other-id {path} {expected}"]


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("committees/ec-zorg.yml", {"id": "ec-zorg"}),
        ("revocations/2.yml", {"number": 2}),
        ("people/00/p-00000011.yml", _person(NEW)),
        ("plans/00001-2026.yml", {"crebo": "00001"}),
    ],
)
def test_a_record_in_its_own_place_is_let_through(path: str, record: Doc) -> None:
    assert _faults({path: record}) == []


def test_an_instrument_stands_where_its_code_and_version_say() -> None:
    path = f"instruments/{small.CODE}/2.yml"
    assert _faults({path: {**small.instrument(), "version": 2}}) == []
    assert _faults({path: small.instrument()}) == [
        f"instrument.other-name {path} /code"
    ]


def test_an_instrument_s_rules_are_judged_when_it_enters() -> None:
    path = f"instruments/{small.CODE}/2.yml"
    broken = {**small.instrument(), "version": 2, "scales": []}
    assert all(fault.startswith("instrument.") for fault in _faults({path: broken}))
    assert _faults({path: broken}) != []


def test_a_role_that_is_not_there_is_told_and_grants_nothing() -> None:
    grant = small.grant(0x500, NEW, "headmaster", "*")
    path = small.shelved("grants", grant)
    assert _faults({path: grant}) == [f"registry.no-role {path} /role"]
    after = registry_with(registry_of({}), {path: grant}, {})
    assert NEW not in after.grants


@pytest.mark.parametrize(
    ("environment", "expected"),
    [("live", []), ("practice", ["registry.environment school.yml /environment"])],
)
def test_a_school_keeps_its_environment(environment: str, expected: list[str]) -> None:
    assert _faults({"school.yml": {**SCHOOL, "environment": environment}}) == expected


def test_no_key_is_of_two_people() -> None:
    record = _person(NEW, small.key(NEW), small.key(small.STUDENT))
    path = small.shelved("people", record)
    assert _faults({path: record}) == [f"registry.key-taken {path} /keys/1/key"]


def test_two_people_of_one_commit_have_two_keys() -> None:
    found = _enrolled(NEW) | _enrolled(OTHER)
    assert _faults(found) == []
    shared = _person(OTHER, small.key(NEW))
    path = small.shelved("people", shared)
    assert _faults(found | {path: shared}) == [f"registry.key-taken {path} /keys/0/key"]


def _revoked(who: str) -> dict[str, Doc]:
    return {"revocations/1.yml": {"number": 1, "key": small.key(who), "kind": "lost"}}


def test_a_key_that_was_revoked_returns_to_nobody() -> None:
    known = registry_of(_revoked(small.STUDENT))
    record = _person(NEW, small.key(small.STUDENT))
    path = small.shelved("people", record)
    assert _faults({path: record}, known) == [
        f"registry.key-returns {path} /keys/0/key"
    ]


def test_a_key_is_revoked_and_not_removed() -> None:
    record = small.person(small.FIRST, small.key(small.FIRST, 2))
    path = small.shelved("people", record)
    assert _faults({path: record}) == [f"registry.key-removed {path} /keys"]


def test_a_second_key_comes_beside_the_first() -> None:
    both = (small.key(small.FIRST), small.key(small.FIRST, 2))
    record = small.person(small.FIRST, *both)
    assert _faults({small.shelved("people", record): record}) == []


def test_the_key_of_a_former_owner_is_remembered() -> None:
    added = small.person(small.FIRST, small.key(small.FIRST), small.key(small.FIRST, 2))
    known = registry_of({small.shelved("people", added): added})
    assert known.owners[small.key(small.FIRST, 2)] == small.FIRST
    assert known.owners[small.key(small.FIRST)] == small.FIRST


# Who changes it


@pytest.mark.parametrize(
    ("who", "role"), [(small.ADMIN, Role.ADMIN), (small.ROOT, Role.SUPER_ADMIN)]
)
def test_an_administrator_enrols_an_assessor(who: str, role: Role) -> None:
    assert _changed(who, role, _enrolled(NEW, role="workplace_assessor")) == []


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (small.MEMBER, Role.EXAM_COMMITTEE),
        (small.SECOND, Role.SCHOOL_ASSESSOR),
        (small.STUDENT, Role.STUDENT),
        (small.MEMBER, Role.ADMIN),
        (small.ADMIN, Role.SUPER_ADMIN),
        (small.STRANGER, Role.SCHOOL_CONTACT),
    ],
)
def test_nobody_else_does(who: str, role: Role) -> None:
    records = _enrolled(NEW, role="workplace_assessor")
    assert "registry.not-an-admin" in _changed(who, role, records)


def _by_contact(records: Mapping[str, Doc]) -> bool:
    """Tell whether the contact person may write these records."""
    found = _changed(small.CONTACT, Role.SCHOOL_CONTACT, records)
    assert set(found) <= {"registry.not-an-admin"}
    return not found


@pytest.mark.parametrize(
    ("side", "role", "scope"),
    [
        ("company", "workplace_supervisor", small.GROUP),
        ("company", "workplace_supervisor", f"{small.GROUP}/pvb-1"),
        ("student", "student", small.GROUP),
        ("student", "", ""),
    ],
)
def test_a_contact_person_enrols_outsiders_of_their_own_group(
    side: str, role: str, scope: str
) -> None:
    assert _by_contact(_enrolled(NEW, side, role, scope))


@pytest.mark.parametrize(
    ("side", "role", "scope"),
    [
        ("company", "workplace_assessor", small.GROUP),
        ("company", "workplace_supervisor", "*"),
        ("company", "workplace_supervisor", "another-group"),
        ("school", "", ""),
        ("school", "school_contact", small.GROUP),
    ],
)
def test_a_contact_person_enrols_nobody_else(side: str, role: str, scope: str) -> None:
    assert not _by_contact(_enrolled(NEW, side, role, scope))


def test_a_contact_person_gives_no_key_to_an_assessor() -> None:
    both = (small.key(small.FIRST), small.key(small.FIRST, 2))
    record = small.person(small.FIRST, *both)
    assert not _by_contact({small.shelved("people", record): record})


def test_a_contact_person_gives_a_key_to_a_supervisor() -> None:
    both = (small.key(small.SUPERVISOR), small.key(small.SUPERVISOR, 2))
    record = small.person(small.SUPERVISOR, *both)
    assert _by_contact({small.shelved("people", record): record})


def test_a_contact_person_changes_no_committee() -> None:
    assert not _by_contact({f"committees/{small.COMMITTEE}.yml": small.committee()})


def test_a_former_contact_person_enrols_nobody() -> None:
    grants = registry_of({}).grants[small.CONTACT]
    revoked: Doc = {"number": 1, "grant": grants[0].id, "kind": "retired"}
    known = registry_of({"revocations/1.yml": revoked})
    records = _enrolled(NEW, "student")
    assert _changed(small.CONTACT, Role.SCHOOL_CONTACT, records, known=known) == [
        "registry.not-an-admin"
    ]


def test_a_former_administrator_changes_nothing() -> None:
    grants = registry_of({}).grants[small.ADMIN]
    revoked: Doc = {"number": 1, "grant": grants[0].id, "kind": "retired"}
    known = registry_of({"revocations/1.yml": revoked})
    found = _changed(small.ADMIN, Role.ADMIN, _enrolled(NEW), known=known)
    assert found == ["registry.not-an-admin"]


def test_nobody_gives_themselves_a_role() -> None:
    grant = small.grant(0x500, small.ADMIN, "school_assessor", "*")
    path = small.shelved("grants", grant)
    assert _changed(small.ADMIN, Role.ADMIN, {path: grant}) == [
        f"registry.self-grant {path} /person"
    ]
    assert _changed(small.OTHER_ADMIN, Role.ADMIN, {path: grant}) == []


@pytest.mark.parametrize("role", ["super_admin", "admin", "exam_committee"])
def test_only_a_super_administrator_gives_a_role_that_decides(role: str) -> None:
    grant = small.grant(0x500, NEW, role, "*")
    path = small.shelved("grants", grant)
    assert _changed(small.ADMIN, Role.ADMIN, {path: grant}) == [
        f"registry.privileged {path} /role"
    ]
    assert _changed(small.ROOT, Role.SUPER_ADMIN, {path: grant}) == []


# What stays


@pytest.mark.parametrize(
    "path",
    [
        "grants/00/g-00000001.yml",
        "revocations/1.yml",
        "dispensations/1.yml",
        f"instruments/{small.CODE}/1.yml",
        f"instruments/{small.CODE}/1.establishment.yml",
    ],
)
def test_what_others_lean_on_does_not_change(path: str) -> None:
    found = _changed(small.ADMIN, Role.ADMIN, {}, kinds={path: "changed"})
    assert found == [f"registry.append-only {path}"]


@pytest.mark.parametrize(
    "path", ["school.yml", f"committees/{small.COMMITTEE}.yml", "companies/c-114.yml"]
)
def test_the_rest_may_change(path: str) -> None:
    assert _changed(small.ADMIN, Role.ADMIN, {}, kinds={path: "changed"}) == []


@pytest.mark.parametrize("path", ["school.yml", "people/00/p-000000d1.yml"])
def test_no_record_is_removed(path: str) -> None:
    found = _changed(small.ADMIN, Role.ADMIN, {}, kinds={path: "gone"})
    assert found == [f"registry.deleted {path}"]


def test_a_file_that_has_no_place_in_the_registry_is_told() -> None:
    found = _changed(small.ADMIN, Role.ADMIN, {}, kinds={"notes.txt": "new"})
    assert found == ["path.unknown-file notes.txt"]


def test_an_act_comes_to_the_registry_as_it_likes() -> None:
    path = f"acts/{'0' * 64}.act"
    assert _changed(small.ADMIN, Role.ADMIN, {}, kinds={path: "new"}) == []
