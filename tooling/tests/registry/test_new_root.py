"""A new root.yml needs enough of the old holders and enough of the new (TRUST 1.3)."""

import pytest

from tests.judging import people
from tests.judging.attacks import accepted, refused
from tests.judging.objects import key_of
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.registry.enrolling import (
    registers,
    revoked,
    root_record,
    state_stands,
    with_keys,
)

OLD, NEW = "registry.root-old-threshold", "registry.root-new-threshold"
SAME = (people.ROOT, people.SECOND_ROOT, people.ADMIN)
OTHERS = (people.OFFICE, people.CONTACT, people.ROOT)


def _refused(sim: ExamSim, record: dict[str, people.Doc], *codes: str) -> None:
    before = sim.fork()
    refused(registers(sim.root, record, sim.second_root), *codes)
    state_stands(before, sim)


def test_two_holders_put_the_next_root_in_place() -> None:
    sim = after(5)
    accepted(registers(sim.root, root_record(*SAME), sim.second_root))
    assert sim.books.state.registry.root_version == 2


def test_one_holder_alone_changes_no_root() -> None:
    sim = after(5)
    refused(registers(sim.root, root_record(*SAME)), OLD)


def test_a_holder_who_signs_twice_is_one_holder() -> None:
    sim = after(5)
    refused(registers(sim.root, root_record(*SAME), sim.root), OLD)


def test_super_admins_who_hold_no_root_key_are_no_holders() -> None:
    sim = after(5)
    refused(registers(sim.root, root_record(*SAME), sim.committee), OLD)


def test_a_holder_with_another_key_of_theirs_is_no_holder() -> None:
    sim = after(5)
    accepted(registers(sim.second_root, with_keys(people.SECOND_ROOT, "again")))
    act = sim.second_root.with_key(key_of("again"))
    refused(registers(sim.root, root_record(*SAME), act), OLD)


def test_a_root_key_that_was_revoked_counts_no_more() -> None:
    sim = after(5)
    accepted(registers(sim.admin, revoked(people.SECOND_ROOT)))
    record = root_record(people.ROOT, people.ADMIN)
    refused(registers(sim.root, record, sim.second_root), OLD, "people.revoked-key")


def test_the_old_holders_give_nothing_to_people_who_do_not_sign() -> None:
    _refused(after(5), root_record(*OTHERS), NEW)


def test_the_new_holders_take_nothing_without_the_old_ones() -> None:
    sim = after(5)
    refused(registers(sim.committee, root_record(*OTHERS), sim.contact, sim.root), OLD)


def test_old_and_new_holders_together_hand_the_root_over() -> None:
    sim = after(5)
    record = root_record(*OTHERS)
    accepted(registers(sim.root, record, sim.second_root, sim.committee))
    back = root_record(*SAME, version=3)
    refused(registers(sim.fork().root, back, sim.second_root), OLD)
    accepted(registers(sim.root, back, sim.second_root, sim.contact))


@pytest.mark.parametrize("version", [1, 3, 7])
def test_the_root_counts_on_by_one(version: int) -> None:
    _refused(after(5), root_record(*SAME, version=version), "registry.root-version")


def test_an_older_root_does_not_come_back() -> None:
    sim = after(5)
    accepted(registers(sim.root, root_record(*SAME), sim.second_root))
    again = root_record(people.ROOT, people.SECOND_ROOT)
    _refused(sim, again, "registry.root-version")


def test_the_root_changes_in_a_commit_of_its_own() -> None:
    more = {**root_record(*SAME), **revoked(people.TEACHER)}
    _refused(after(5), more, "registry.root-alone")


def test_the_repository_keeps_its_name() -> None:
    record = {"root.yml": {**root_record(*SAME)["root.yml"], "repo": "r-" + "a" * 32}}
    _refused(after(5), record, "registry.root-repository")


def test_a_root_key_is_enrolled_first() -> None:
    record = root_record(*SAME, "p-00000077")
    _refused(after(5), record, "registry.root-key-unknown")


def test_a_root_key_is_its_holder_s_own() -> None:
    record = root_record(*SAME)
    record["root.yml"]["keys"] = [
        {"person": people.ROOT, "key": key_of(each).text} for each in SAME
    ]
    _refused(after(5), record, "registry.root-key-unknown")


@pytest.mark.parametrize("threshold", [1, 4])
def test_a_threshold_is_two_at_least_and_within_reach(threshold: int) -> None:
    record = root_record(*SAME, threshold=threshold)
    _refused(after(5), record, "registry.root-unreachable")


def test_who_signs_the_next_root_stands_behind_the_genesis_too() -> None:
    sim = after(1)
    assert len(sim.books.state.confirmed) == 1
    accepted(
        registers(sim.root, root_record(*SAME, threshold=3), sim.second_root, sim.admin)
    )
    assert sim.books.state.confirmed == set(SAME)
