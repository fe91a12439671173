"""Genesis, registry and tooling: what nobody may do to people, keys, grants and rules.

That privileged keys and root files need a second person comes with dual control; here
is what is refused whoever signs beside the signer.
"""

import pytest

from proeve.model.ledger import Judgement, Standing
from tests.judging import paper, papers, people, school
from tests.judging.attacks import (
    BASE,
    DELETED,
    GENESIS,
    HOLDER,
    KEY,
    OFFICE,
    PARTS,
    REGISTRY,
    ROLE,
    SCOPE,
    SEQ,
    accepted,
    refused,
)
from tests.judging.changes import Changes
from tests.judging.objects import key_of
from tests.judging.people import Doc
from tests.judging.reference import TOOLING, after
from tests.judging.sim import ExamSim

NEW = "p-00000077"
NEW_PATH = f"people/00/{NEW}.yml"


def _by_two(sim: ExamSim, changes: Changes) -> Judgement:
    act = sim.committee.whole_act("registry", changes)
    return sim.admin.changes("registry", changes, act)


def _by_two_super_admins(sim: ExamSim, changes: Changes) -> Judgement:
    act = sim.second_root.whole_act("registry", changes)
    return sim.root.changes("registry", changes, act)


# Genesis.


def test_the_genesis_is_counted_from_nothing() -> None:
    assert paper.tree({}) == paper.NOTHING
    sim = after(1)
    trailers = sim.transitions[0].trailers
    assert trailers is not None
    assert trailers.base == paper.NOTHING
    accepted(sim.last)
    assert sim.books.state.genesis == sim.transitions[0].oid


@pytest.mark.parametrize(
    "path", ["/mkdocs.yml", f"/exams/groups/{people.GROUP}/group.yml"]
)
def test_the_genesis_touches_the_registry_alone(path: str) -> None:
    sim = ExamSim()
    more = {**school.registry(), path: school.group()}
    refused(sim.root.changes("registry", more), SCOPE, GENESIS)


def test_the_genesis_has_seq_1() -> None:
    refused(ExamSim().root.changes("registry", school.registry(), seq=2), SEQ, GENESIS)


def test_the_genesis_has_nothing_before_it() -> None:
    other = "sha256:" + "0" * 64
    refused(
        ExamSim().root.changes("registry", school.registry(), base=other), BASE, GENESIS
    )


def test_the_genesis_is_signed_by_the_holder_of_a_root_key() -> None:
    sim = ExamSim()
    refused(sim.committee.changes("registry", school.registry()), GENESIS, ROLE, KEY)


def test_the_genesis_is_signed_by_a_key_that_it_names() -> None:
    sim = ExamSim()
    stranger = sim.root.with_key(key_of("a stranger"))
    refused(stranger.changes("registry", school.registry()), GENESIS, KEY)


def test_nothing_is_valid_after_an_unsigned_genesis() -> None:
    sim = ExamSim()
    genesis = sim.root.with_key(None).changes("registry", school.registry())
    assert genesis.standing is not Standing.VALID
    scope = f"groups/{people.GROUP}"
    group = sim.contact.changes(scope, {"group.yml": school.group()})
    assert group.standing is not Standing.VALID


def test_the_holders_of_root_keys_confirm_the_genesis() -> None:
    assert len(after(1).books.state.confirmed) < 2
    confirmed = after(2).books.state.confirmed
    assert {people.SECOND_ROOT, people.ADMIN} <= confirmed


def test_who_holds_no_root_key_confirms_nothing() -> None:
    sim = after(1)
    refused(sim.root.brings(sim.committee.confirms()), HOLDER)


def test_a_statement_about_another_genesis_confirms_nothing() -> None:
    sim = after(1)
    other = "sha256:" + "5" * 64
    refused(sim.root.brings(sim.second_root.confirms(genesis=other)), HOLDER)


# Keys and people.


def test_an_admin_and_a_second_person_enrol_a_new_person() -> None:
    accepted(_by_two(after(5), {NEW_PATH: school.person(NEW)}))


def test_a_key_does_not_enrol_itself() -> None:
    sim = after(5)
    changes = {NEW_PATH: school.person(NEW)}
    refused(sim.who(NEW, "admin").changes("registry", changes), KEY, ROLE)


def test_a_key_of_somebody_else_is_not_enrolled() -> None:
    stolen = school.person(NEW, key=people.STUDENT)
    refused(_by_two(after(5), {NEW_PATH: stolen}), REGISTRY)


def test_a_revoked_key_never_returns() -> None:
    sim = after(5)
    record: Doc = {
        "schema": "proeve/revocation/v1",
        "number": 1,
        "kind": "lost",
        "key": key_of(people.STUDENT).text,
        "reason": "Laptop weg.",
    }
    accepted(sim.admin.changes("registry", {"revocations/1.yml": record}))
    again = school.person(NEW, key=people.STUDENT)
    refused(_by_two(sim, {NEW_PATH: again}), REGISTRY)


def test_a_person_is_filed_under_their_own_id() -> None:
    refused(
        _by_two(after(5), {"people/00/p-00000076.yml": school.person(NEW)}),
        REGISTRY,
        SCOPE,
        "dossier.",
    )


@pytest.mark.parametrize("name", ["student", "second", "supervisor", "receiver"])
def test_the_registry_is_kept_by_admins(name: str) -> None:
    changes = {NEW_PATH: school.person(NEW)}
    refused(getattr(after(5), name).changes("registry", changes), ROLE, PARTS, REGISTRY)


# Grants.


def _grant(who: str, role: str) -> Changes:
    return {"grants/00/g-00000400.yml": school.grant(0x400, who, role)}


def test_nobody_grants_themselves_a_role() -> None:
    sim = after(5)
    refused(_by_two(sim, _grant(people.ADMIN, "exam_committee")), REGISTRY)


def test_nobody_confirms_their_own_grant() -> None:
    sim = after(5)
    refused(
        _by_two_super_admins(sim, _grant(people.SECOND_ROOT, "exam_committee")),
        REGISTRY,
    )


def test_the_contact_grants_no_role() -> None:
    refused(
        after(5).contact.changes("registry", _grant(people.TEACHER, "admin")),
        ROLE,
        PARTS,
        REGISTRY,
    )


def test_a_committee_member_grants_no_role() -> None:
    refused(
        after(5).committee.changes("registry", _grant(people.TEACHER, "admin")),
        ROLE,
        PARTS,
        REGISTRY,
    )


def test_a_grant_works_from_the_next_commit_on() -> None:
    sim = after(5)
    accepted(_by_two_super_admins(sim, _grant(people.TEACHER, "school_contact")))
    teacher = sim.who(people.TEACHER, "school_contact")
    group = {"group.yml": school.group(title="Klas T")}
    accepted(teacher.changes(f"groups/{people.GROUP}", group))


# What is append-only.


@pytest.mark.parametrize(
    "path",
    [
        f"people/00/{people.STUDENT}.yml",
        "grants/00/g-00000001.yml",
        f"committees/{people.COMMITTEE}.yml",
        f"instruments/{people.CODE}/1.yml",
        "school.yml",
        "root.yml",
    ],
)
def test_nothing_is_deleted_from_the_registry(path: str) -> None:
    refused(_by_two_super_admins(after(5), {path: None}), DELETED, REGISTRY)


def test_a_version_of_an_instrument_never_changes() -> None:
    changed = {f"instruments/{people.CODE}/1.yml": {**school.instrument(), "level": 3}}
    refused(_by_two_super_admins(after(5), changed), REGISTRY)


def test_a_grant_never_changes() -> None:
    changed = {"grants/00/g-00000001.yml": school.grant(1, people.TEACHER, "admin")}
    refused(_by_two_super_admins(after(5), changed), REGISTRY)


def test_the_environment_never_changes() -> None:
    changed = {"school.yml": school.settings(environment="practice")}
    refused(_by_two_super_admins(after(5), changed), REGISTRY)


def test_the_repository_id_never_changes() -> None:
    changed = {"root.yml": {**school.root(), "repo": "r-" + "a" * 32}}
    refused(_by_two_super_admins(after(5), changed), REGISTRY)


def test_an_unknown_file_in_the_registry_is_refused() -> None:
    refused(
        _by_two_super_admins(after(5), {"notes.yml": {"a": 1}}),
        "path.unknown-file",
    )


# Counting, and the tooling.


def test_the_registry_counts_its_own_seq() -> None:
    changes = {"companies/c-115.yml": school.company("c-115")}
    refused(after(5).admin.changes("registry", changes, seq=9), SEQ)


def test_an_act_for_the_registry_is_bound_to_its_text() -> None:
    sim = after(5)
    act = sim.second_root.whole_act(
        "registry", _grant(people.TEACHER, "school_contact")
    )
    other = _grant(people.TEACHER, "admin")
    refused(sim.root.changes("registry", other, act), "rows.", "statement.", REGISTRY)


@pytest.mark.parametrize("name", ["contact", "committee", "student", "receiver"])
def test_the_tooling_is_changed_by_admins_only(name: str) -> None:
    changes = {"mkdocs.yml": b"site_name: Y\n"}
    refused(getattr(after(5), name).changes("tooling", changes), OFFICE)


def test_the_tooling_is_not_changed_by_one_alone() -> None:
    refused(
        after(5).root.changes("tooling", {"mkdocs.yml": b"site_name: Y\n"}), "tooling."
    )


def test_one_person_is_not_two_for_the_tooling() -> None:
    sim = after(5)
    changes = {"mkdocs.yml": b"site_name: Y\n"}
    act = sim.root.whole_act("tooling", changes)
    refused(
        sim.root.changes("tooling", changes, act), "tooling.", "rows.", "statement."
    )


def test_the_tooling_has_digests_of_its_own() -> None:
    sim = after(3)
    assert sim.books.ledger.folder("tooling") == TOOLING
    accepted(sim.last)


# A statement that approves nothing changes nothing here (R4, R8).


@pytest.mark.parametrize("action", ["land", "write", "seal", "decide"])
@pytest.mark.parametrize("scope", ["registry", "tooling", f"groups/{people.GROUP}"])
def test_what_is_one_text_changes_by_an_approval_only(scope: str, action: str) -> None:
    sim = after(5)
    changes: dict[str, Changes] = {
        "registry": {"companies/c-115.yml": school.company("c-115")},
        "tooling": {"mkdocs.yml": b"site_name: Y\n"},
    }
    group: Changes = {"group.yml": school.group(title="Klas D")}
    bound = sim.fork().admin
    said = sim.admin.changes(scope, changes.get(scope, group), action=action)
    assert said.standing is Standing.INVALID
    nothing = bound.changes(scope, changes.get(scope, group), action=action, text="-")
    assert nothing.standing is Standing.INVALID


@pytest.mark.parametrize("scope", ["registry", "tooling", f"groups/{people.GROUP}"])
def test_an_approval_without_change_carries_the_current_seq(scope: str) -> None:
    accepted(after(5).admin.changes(scope, {}))


def test_an_act_for_the_registry_by_an_unknown_key_is_refused() -> None:
    sim = after(5)
    changes = {"companies/c-115.yml": school.company("c-115")}
    stranger = sim.committee.with_key(key_of("a stranger"))
    act = stranger.whole_act("registry", changes)
    refused(sim.admin.changes("registry", changes, act), KEY)


def test_a_group_brings_no_act_into_the_registry() -> None:
    sim = after(5)
    act = sim.second_root.confirms()
    group = {"group.yml": school.group(title="Klas E")}
    refused(
        sim.contact.changes(f"groups/{people.GROUP}", group, act), SCOPE, "statement."
    )


def test_an_exam_brings_no_act_into_the_registry() -> None:
    sim = after(8)
    act = sim.second_root.confirms()
    change: Changes = {
        "assignment.yml": papers.assignment("Nieuw"),
        f"/{act.path}": act.data,
    }
    refused(sim.contact.writes("acquire", change), SCOPE, "rows.")


def test_the_contact_enrols_a_student() -> None:
    sim = after(3)
    student = f"people/00/{people.STUDENT}.yml"
    accepted(sim.contact.changes("registry", {student: school.person(people.STUDENT)}))


def test_the_contact_enrols_no_staff() -> None:
    sim = after(5)
    refused(sim.contact.changes("registry", {NEW_PATH: school.person(NEW)}), OFFICE)


def test_a_key_is_not_taken_from_a_person() -> None:
    sim = after(5)
    path = f"people/00/{people.STUDENT}.yml"
    other = school.person(people.STUDENT, key="another key")
    refused(_by_two(sim, {path: other}), REGISTRY)


def test_nobody_confirms_the_genesis_in_another_name() -> None:
    sim = after(1)
    forged = sim.second_root.with_key(key_of(people.ADMIN)).confirms()
    refused(sim.root.brings(forged), HOLDER, KEY)


def test_a_revoked_root_key_confirms_nothing() -> None:
    sim = after(1)
    record: Doc = {
        "schema": "proeve/revocation/v1",
        "number": 1,
        "kind": "lost",
        "key": key_of(people.SECOND_ROOT).text,
        "reason": "Laptop weg.",
    }
    accepted(sim.root.changes("registry", {"revocations/1.yml": record}))
    refused(sim.root.brings(sim.second_root.confirms()), HOLDER, KEY)


def test_a_contact_adds_no_key_for_a_student_of_another_group() -> None:
    sim = after(5)
    other = sim.who(people.OTHER_CONTACT, "school_contact")
    own, more = (school.person(people.STUDENT, key=key) for key in ("", "one more"))
    listed = [each["keys"] for each in (own, more)]
    keys = [key for each in listed if isinstance(each, list) for key in each]
    changed: Changes = {f"people/00/{people.STUDENT}.yml": {**own, "keys": keys}}
    refused(other.changes("registry", changed), OFFICE)
