"""Roles that a second person would have approved, but that may not be given so."""

from tests.judging import people, school
from tests.judging.attacks import refused
from tests.judging.reference import after
from tests.registry.enrolling import granted, registers


def test_an_admin_gives_no_seat_in_a_committee_even_with_a_super_admin() -> None:
    sim = after(5)
    changes = granted("exam_committee", people.TEACHER)
    refused(registers(sim.admin, changes, sim.root), "registry.privileged")


def test_nobody_gives_themselves_a_role_even_with_a_second_person() -> None:
    sim = after(5)
    changes = granted("exam_committee", people.ROOT)
    refused(registers(sim.root, changes, sim.second_root), "registry.self-grant")


def test_a_file_that_lies_nowhere_is_refused_whatever_it_holds() -> None:
    sim = after(8)
    refused(sim.root.changes("tooling", {"/exams/notes.txt": b"x\n"}), "scope.nowhere")


def test_the_school_is_what_it_is() -> None:
    sim = after(5)
    changes = {"school.yml": school.settings(environment="practice")}
    refused(registers(sim.root, changes, sim.second_root), "registry.environment")
