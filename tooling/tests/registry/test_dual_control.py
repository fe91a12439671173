"""Nobody gets anybody in alone: which change needs which second person (TRUST 1.3)."""

import pytest

from proeve.model.document import Data
from tests.judging import people, school
from tests.judging.attacks import accepted, refused
from tests.judging.changes import Changes
from tests.judging.objects import key_of
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.registry.enrolling import (
    NEW,
    OTHER,
    entry,
    granted,
    newcomer,
    path_of,
    registers,
    state_stands,
    with_keys,
)

SECOND = "registry.second-missing"
SUPER = "registry.super-admin-only"
TOOLING = "tooling.second-missing"
POLICY: Changes = {"school.yml": school.settings(policy={"levels": "strict"})}
SITE: Changes = {"mkdocs.yml": b"site_name: Anders\n"}
DISPENSATION: Changes = {
    "dispensations/1.yml": {
        "schema": "proeve/dispensation/v1",
        "number": 1,
        "lifts": "supervisor_assesses",
        "committee": people.COMMITTEE,
        "company": people.COMPANY,
        "until": "2027-12-31",
        "reason": "Klein bedrijf.",
    }
}
ESTABLISHMENT: Changes = {
    f"instruments/{people.CODE}/2.establishment.yml": school.instrument_establishment()
}
OPENING: Changes = {
    f"committees/{people.COMMITTEE}.yml": {
        **school.committee(),
        "opening_keys": [people.OPENING_KEYS[0]],
    }
}


def _alone(sim: ExamSim, name: str, changes: Changes, code: str) -> None:
    before = sim.fork()
    refused(registers(getattr(sim, name), changes), code)
    state_stands(before, sim)


# One alone.


def test_an_admin_alone_enrols_nobody_at_the_school() -> None:
    _alone(after(5), "admin", newcomer(), SECOND)


@pytest.mark.parametrize("role", ["workplace_assessor", "school_contact", "receiver"])
def test_an_admin_alone_enrols_no_invented_assessor(role: str) -> None:
    _alone(after(5), "admin", {**newcomer("company"), **granted(role)}, SECOND)


def test_an_admin_alone_adds_no_key_to_an_assessor() -> None:
    _alone(after(5), "admin", with_keys(people.PRACTICE_ASSESSOR, "mine"), SECOND)


def test_an_admin_alone_adds_no_key_to_a_committee_member() -> None:
    _alone(after(5), "admin", with_keys(people.OFFICE, "mine"), SECOND)


def test_a_super_admin_alone_adds_no_key_to_a_super_admin() -> None:
    _alone(after(5), "root", with_keys(people.SECOND_ROOT, "mine"), SECOND)


def test_an_admin_alone_confirms_no_browser_key_of_an_assessor() -> None:
    sim = after(5)
    record = school.person(people.PRACTICE_ASSESSOR, kind="browser")
    _alone(sim, "admin", {path_of(people.PRACTICE_ASSESSOR): record}, SECOND)


def test_an_admin_alone_moves_no_assessor_to_the_side_of_the_students() -> None:
    record = {**school.person(people.ASSESSOR), "side": "student"}
    _alone(after(5), "admin", {path_of(people.ASSESSOR): record}, SECOND)


def test_an_admin_alone_adds_no_forge_account_to_an_assessor() -> None:
    account: Data = [{"host": "git.example", "id": 5}]
    record = {**school.person(people.ASSESSOR), "forge_accounts": account}
    _alone(after(5), "admin", {path_of(people.ASSESSOR): record}, SECOND)


@pytest.mark.parametrize("who", [people.STUDENT, people.SUPERVISOR])
def test_an_admin_alone_adds_no_forge_account_to_an_outsider(who: str) -> None:
    """An account is believed without a key, also when its holder comes to teach."""
    account: Data = [{"host": people.FORGE, "id": 5}]
    record = {**school.person(who), "forge_accounts": account}
    _alone(after(5), "admin", {path_of(who): record}, SECOND)
    sim = after(5)
    accepted(registers(sim.admin, {path_of(who): record}, sim.committee))


def test_an_admin_alone_takes_no_forge_account_away() -> None:
    record = school.person(people.ASSESSOR)
    del record["forge_accounts"]
    _alone(after(5), "admin", {path_of(people.ASSESSOR): record}, SECOND)


def test_a_key_that_one_enrolled_never_becomes_an_assessor_s_by_the_same_one() -> None:
    sim = after(5)
    accepted(registers(sim.admin, newcomer("company")))
    _alone(sim, "admin", granted("workplace_assessor"), SECOND)


def test_a_role_given_before_the_key_comes_does_not_let_the_key_in() -> None:
    sim = after(5)
    accepted(registers(sim.admin, granted("workplace_assessor", OTHER)))
    _alone(sim, "admin", newcomer("company", OTHER), SECOND)


def test_an_own_extra_key_of_someone_enrolled_by_one_stays_enrolled_by_one() -> None:
    sim = after(5)
    accepted(registers(sim.admin, newcomer("company")))
    own = with_keys(NEW, "another")[path_of(NEW)]
    record = {**newcomer("company")[path_of(NEW)], "keys": own["keys"]}
    accepted(registers(sim.admin, granted("workplace_supervisor")))
    accepted(registers(sim.who(NEW, "workplace_supervisor"), {path_of(NEW): record}))
    _alone(sim, "admin", granted("workplace_assessor", number=0x501), SECOND)


def test_a_contact_and_an_admin_get_no_assessor_in_without_the_committee() -> None:
    sim = after(5)
    changes = {**newcomer("company"), **granted("workplace_assessor")}
    refused(registers(sim.admin, changes, sim.contact), SECOND)


@pytest.mark.parametrize(
    "changes", [DISPENSATION, OPENING, ESTABLISHMENT], ids=["leave", "keys", "exam"]
)
def test_an_admin_alone_decides_nothing_for_the_committee(changes: Changes) -> None:
    _alone(after(5), "admin", changes, SECOND)


@pytest.mark.parametrize("changes", [DISPENSATION, ESTABLISHMENT])
def test_super_admins_decide_nothing_for_the_committee(changes: Changes) -> None:
    sim = after(5)
    refused(registers(sim.root, changes, sim.second_root), SECOND)


def test_the_policy_is_not_changed_by_one_alone() -> None:
    _alone(after(5), "root", POLICY, SECOND)


def test_the_policy_is_not_changed_by_an_admin() -> None:
    sim = after(5)
    refused(registers(sim.admin, POLICY, sim.second_root), SUPER)


def test_the_policy_is_not_changed_with_an_admin_as_the_second() -> None:
    sim = after(5)
    refused(registers(sim.root, POLICY, sim.admin), SECOND)


def test_the_tooling_is_not_changed_by_an_admin() -> None:
    sim = after(5)
    refused(registers(sim.admin, SITE, sim.second_root, scope="tooling"), SUPER)


def test_the_tooling_is_not_changed_with_the_committee_as_the_second() -> None:
    sim = after(5)
    refused(registers(sim.root, SITE, sim.committee, scope="tooling"), TOOLING)


# Who does not count as the second.


def test_the_signer_is_not_their_own_second_in_another_role() -> None:
    sim = after(5)
    third = granted("super_admin", people.TEACHER, number=0x700)
    accepted(registers(sim.root, third, sim.second_root))
    hat = granted("exam_committee", people.SECOND_ROOT, number=0x701)
    accepted(registers(sim.root, hat, sim.who(people.TEACHER, "super_admin")))
    twice = sim.second_root.as_("exam_committee")
    refused(registers(sim.second_root, newcomer(), twice), SECOND)


def test_the_grantee_is_not_the_second() -> None:
    sim = after(5)
    grant = granted("admin", people.SECOND_ROOT)
    refused(registers(sim.root, grant, sim.second_root), SECOND)


def test_whom_a_new_key_is_for_is_not_the_second() -> None:
    sim = after(5)
    changes = with_keys(people.OFFICE, "mine")
    refused(registers(sim.admin, changes, sim.committee), SECOND)


def test_a_second_without_the_role_that_they_claim_does_not_count() -> None:
    sim = after(5)
    pretender = sim.second.as_("exam_committee")
    refused(registers(sim.admin, newcomer(), pretender), SECOND)


def test_a_former_committee_member_is_no_second() -> None:
    sim = after(5)
    grants = sim.books.state.registry.grants[people.OFFICE]
    record: people.Doc = {
        "schema": "proeve/revocation/v1",
        "number": 1,
        "kind": "retired",
        "grant": grants[0].id,
        "reason": "Andere baan.",
    }
    accepted(registers(sim.admin, {"revocations/1.yml": record}))
    refused(registers(sim.admin, newcomer(), sim.committee), SECOND)


def test_a_second_for_another_text_does_not_count() -> None:
    sim = after(5)
    act = sim.committee.whole_act("registry", newcomer("school", OTHER))
    refused(sim.admin.changes("registry", newcomer(), act), SECOND, "rows.other-text")


def test_a_second_of_an_earlier_turn_does_not_count() -> None:
    sim = after(5)
    act = sim.committee.whole_act("registry", newcomer(), seq=2)
    refused(sim.admin.changes("registry", newcomer(), act), "rows.stale")


def test_a_writer_s_word_is_no_second_s_approval() -> None:
    sim = after(5)
    act = sim.committee.whole_act("registry", newcomer(), action="write")
    refused(sim.admin.changes("registry", newcomer(), act), SECOND)


def test_a_member_of_the_committee_of_one_group_vouches_for_that_group_only() -> None:
    sim = after(5)
    grant = granted("exam_committee", people.TEACHER, people.GROUP)
    accepted(registers(sim.root, grant, sim.second_root))
    narrow = sim.who(people.TEACHER, "exam_committee")
    wide = {**newcomer("company"), **granted("workplace_assessor", number=0x501)}
    refused(registers(sim.fork().admin, wide, narrow), SECOND)
    here = granted("workplace_assessor", scope=people.GROUP, number=0x501)
    accepted(registers(sim.admin, {**newcomer("company"), **here}, narrow))


# What is lawful.


@pytest.mark.parametrize("side", ["company", "student"])
def test_an_admin_enrols_an_outsider_alone(side: str) -> None:
    accepted(registers(after(5).admin, newcomer(side)))


def test_an_admin_gives_a_role_to_someone_whose_key_two_enrolled() -> None:
    sim = after(5)
    accepted(registers(sim.admin, newcomer(), sim.committee))
    accepted(registers(sim.admin, granted("school_assessor")))


def test_a_second_person_can_vouch_for_a_key_later() -> None:
    sim = after(5)
    accepted(registers(sim.admin, newcomer("company")))
    accepted(registers(sim.admin, granted("workplace_assessor"), sim.committee))
    accepted(registers(sim.admin, granted("workplace_assessor", number=0x501)))


@pytest.mark.parametrize("role", ["super_admin", "admin", "exam_committee"])
def test_two_super_admins_give_a_role_that_decides(role: str) -> None:
    sim = after(5)
    accepted(registers(sim.root, granted(role, people.TEACHER), sim.second_root))


@pytest.mark.parametrize("role", ["super_admin", "admin", "exam_committee"])
def test_a_super_admin_and_the_committee_give_no_role_that_decides(role: str) -> None:
    sim = after(5)
    refused(registers(sim.root, granted(role, people.TEACHER), sim.committee), SECOND)


@pytest.mark.parametrize("changes", [DISPENSATION, OPENING, ESTABLISHMENT])
def test_the_committee_stands_beside_the_admin(changes: Changes) -> None:
    sim = after(5)
    accepted(registers(sim.admin, changes, sim.committee))


def test_two_super_admins_change_policy_and_tooling() -> None:
    sim = after(5)
    accepted(registers(sim.root, POLICY, sim.second_root))
    accepted(registers(sim.root, SITE, sim.second_root, scope="tooling"))


# An own extra key (rotation).


@pytest.mark.parametrize(
    ("who", "role"),
    [
        (people.OFFICE, "exam_committee"),
        (people.PRACTICE_ASSESSOR, "workplace_assessor"),
        (people.STUDENT, "student"),
        (people.ADMIN, "admin"),
    ],
)
def test_somebody_adds_a_key_of_their_own(who: str, role: str) -> None:
    sim = after(5)
    accepted(registers(sim.who(who, role), with_keys(who, f"{who} again")))


def test_the_added_key_signs_from_the_next_commit_on() -> None:
    sim = after(8)
    accepted(registers(sim.contact, with_keys(people.CONTACT, "contact again")))
    accepted(sim.contact.with_key(key_of("contact again")).approves("acquire"))


def test_an_own_key_comes_with_no_change_of_role() -> None:
    sim = after(5)
    more = {
        **with_keys(people.ADMIN, "again"),
        **granted("receiver", people.ADMIN),
    }
    refused(registers(sim.admin, more), SECOND, "registry.self-grant")


def test_nobody_adds_their_own_key_to_somebody_else() -> None:
    sim = after(5)
    teacher = sim.who(people.TEACHER, "teacher")
    refused(
        registers(teacher, with_keys(people.OFFICE, "mine")), "registry.not-an-admin"
    )


@pytest.mark.parametrize(
    "changed",
    [{"side": "company"}, {"forge_accounts": [{"host": "h.example", "id": 1}]}],
)
def test_an_own_key_brings_nothing_else_in_the_record(changed: people.Doc) -> None:
    sim = after(5)
    record = {
        **with_keys(people.ASSESSOR, "again")[path_of(people.ASSESSOR)],
        **changed,
    }
    refused(
        registers(sim.second, {path_of(people.ASSESSOR): record}),
        "registry.not-an-admin",
    )


def test_nobody_raises_the_worth_of_their_own_browser_key() -> None:
    sim = after(2)
    unsure = school.person(people.TEACHER, kind="browser", confirmed=False)
    path = path_of(people.TEACHER)
    accepted(registers(sim.root, {path: unsure}, sim.second_root))
    sure = {**unsure, "keys": [entry(people.TEACHER, people.TEACHER, kind="browser")]}
    own = sim.fork().who(people.TEACHER, "teacher")
    refused(registers(own, {path: sure}), "registry.not-an-admin")
    keys = [entry(people.TEACHER, people.TEACHER, kind="browser", confirmed=False)]
    more = {**unsure, "keys": [*keys, entry(people.TEACHER, "again")]}
    refused(registers(sim.who(people.TEACHER, "teacher"), {path: more}), "rows.level")


def test_an_own_key_in_a_role_that_is_not_yours_is_refused() -> None:
    sim = after(5)
    pretender = sim.who(people.TEACHER, "receiver")
    refused(
        registers(pretender, with_keys(people.TEACHER, "again")),
        "registry.not-an-admin",
    )
