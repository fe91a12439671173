"""Who ends a key or a grant, what that does from there on, and that it stays ended."""

import pytest

from tests.judging import people, school
from tests.judging.attacks import accepted, refused
from tests.judging.objects import key_of
from tests.judging.reference import after
from tests.registry.enrolling import path_of, registers, revoked, with_keys

NOTHING = "registry.nothing-to-revoke"
SOFTER = "registry.softer-revocation"
MARCH, APRIL = "2026-03-01T00:00:00+01:00", "2026-04-01T00:00:00+02:00"


@pytest.mark.parametrize("kind", ["retired", "lost", "compromised"])
def test_an_admin_revokes_a_lost_key_alone_and_at_once(kind: str) -> None:
    sim = after(8)
    accepted(registers(sim.admin, revoked(people.CONTACT, kind)))
    refused(sim.contact.approves("acquire"), "people.revoked-key")


def test_somebody_revokes_their_own_key_with_that_very_key() -> None:
    sim = after(8)
    accepted(registers(sim.contact, revoked(people.CONTACT)))
    refused(sim.contact.approves("acquire"), "people.revoked-key")


def test_somebody_revokes_their_own_key_with_another_of_theirs() -> None:
    sim = after(8)
    accepted(registers(sim.contact, with_keys(people.CONTACT, "contact again")))
    again = sim.contact.with_key(key_of("contact again"))
    accepted(registers(again, revoked(people.CONTACT)))
    accepted(again.approves("acquire"))


def test_an_unconfirmed_browser_key_can_revoke_itself() -> None:
    sim = after(2)
    unsure = school.person(people.STUDENT, kind="browser", confirmed=False)
    accepted(registers(sim.admin, {path_of(people.STUDENT): unsure}))
    accepted(registers(sim.student, revoked(people.STUDENT)))


@pytest.mark.parametrize("name", ["contact", "committee", "student", "receiver"])
def test_nobody_but_an_admin_revokes_another_s_key(name: str) -> None:
    sim = after(5)
    refused(
        registers(getattr(sim, name), revoked(people.ASSESSOR)),
        "registry.not-an-admin",
    )


def test_nobody_revokes_another_s_key_beside_their_own() -> None:
    sim = after(5)
    both = {**revoked(people.CONTACT), **revoked(people.ASSESSOR, number=2)}
    refused(registers(sim.contact, both), "registry.not-an-admin")


def test_a_key_that_is_not_there_is_not_revoked() -> None:
    refused(registers(after(5).admin, revoked("nobody's")), NOTHING)


def test_a_grant_that_is_not_there_is_not_revoked() -> None:
    record = {**revoked(people.CONTACT)["revocations/1.yml"], "grant": "g-0000ffff"}
    del record["key"]
    refused(registers(after(5).admin, {"revocations/1.yml": record}), NOTHING)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("lost", MARCH), ("retired", "")),
        (("compromised", MARCH), ("lost", MARCH)),
        (("lost", MARCH), ("lost", APRIL)),
        (("lost", MARCH), ("compromised", APRIL)),
        (("lost", ""), ("compromised", MARCH)),
        (("lost", MARCH), ("lost", MARCH)),
    ],
)
def test_no_later_revocation_makes_an_earlier_one_softer(
    first: tuple[str, str], then: tuple[str, str]
) -> None:
    sim = after(5)
    accepted(registers(sim.admin, revoked(people.CONTACT, first[0], since=first[1])))
    second = revoked(people.CONTACT, then[0], since=then[1], number=2)
    refused(registers(sim.admin, second), SOFTER)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (("retired", ""), ("compromised", MARCH)),
        (("lost", APRIL), ("lost", MARCH)),
        (("lost", MARCH), ("lost", "")),
        (("lost", APRIL), ("compromised", APRIL)),
    ],
)
def test_a_later_revocation_may_say_worse(
    first: tuple[str, str], then: tuple[str, str]
) -> None:
    sim = after(5)
    accepted(registers(sim.admin, revoked(people.CONTACT, first[0], since=first[1])))
    second = revoked(people.CONTACT, then[0], since=then[1], number=2)
    accepted(registers(sim.admin, second))


def test_after_a_lost_key_the_same_person_gets_a_new_one() -> None:
    sim = after(8)
    accepted(registers(sim.admin, revoked(people.CONTACT)))
    new = with_keys(people.CONTACT, "contact again")
    refused(registers(sim.fork().admin, new), "registry.second-missing")
    accepted(registers(sim.admin, new, sim.committee))
    accepted(sim.contact.with_key(key_of("contact again")).approves("acquire"))


def test_a_lost_key_adds_no_new_key() -> None:
    sim = after(8)
    accepted(registers(sim.admin, revoked(people.CONTACT)))
    new = with_keys(people.CONTACT, "contact again")
    refused(registers(sim.contact, new), "people.revoked-key")
