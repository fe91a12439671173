"""Covers of registry, tooling and groups, and of files that lie nowhere (R19)."""

from proeve.model.ledger import Standing
from tests.covering.covering import (
    GROUP,
    covers,
    held,
    put_back,
    unlawful_cover,
)
from tests.judging import people, school
from tests.judging.attacks import accepted, refused
from tests.judging.changes import Changes
from tests.judging.objects import File
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.registry.enrolling import granted, newcomer

NOT = "scope.not-covered"
COMPANY: Changes = {"companies/c-115.yml": school.company("c-115")}
SITE: Changes = {"mkdocs.yml": b"site_name: Anders\n"}
TITLE: Changes = {"group.yml": school.group(title="Klas Z")}


def _unsigned(scope: str, changes: Changes) -> ExamSim:
    sim = after(8)
    done = sim.admin.with_key(None).changes(scope, changes)
    assert done.standing is Standing.UNCONFIRMED
    return sim


def test_a_registry_is_put_back() -> None:
    sim = _unsigned("registry", granted("admin", people.TEACHER))
    before = sim.books.state.registry
    accepted(covers(sim.admin, "registry", put_back(sim, after(8), "registry")))
    assert sim.books.state.registry == before
    assert not held(sim, "registry")
    accepted(sim.admin.changes("registry", COMPANY))


def test_a_registry_is_covered_by_the_acts_that_it_needs() -> None:
    sim = after(8)
    acts = [
        each.whole_act("registry", newcomer()) for each in (sim.admin, sim.committee)
    ]
    sim.admin.with_key(None).changes("registry", newcomer())
    accepted(covers(sim.receiver, "registry", {}, *acts))
    assert "p-00000077" in sim.books.state.registry.people


def test_a_registry_is_not_covered_by_one_act_where_two_are_needed() -> None:
    sim = after(8)
    act = sim.admin.whole_act("registry", newcomer())
    sim.admin.with_key(None).changes("registry", newcomer())
    before = sim.books.state
    judgement = covers(sim.root, "registry", {}, act)
    unlawful_cover(sim, before, judgement, NOT, "registry.second-missing")


def test_who_covers_a_registry_approves_nothing_in_it() -> None:
    sim = _unsigned("registry", COMPANY)
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, "registry", {}), NOT, "rows.empty")


def test_nobody_becomes_an_admin_by_an_unsigned_commit_and_covers_it() -> None:
    sim = _unsigned("registry", granted("admin", people.TEACHER))
    before = sim.books.state
    judgement = covers(sim.who(people.TEACHER, "admin"), "registry", {})
    unlawful_cover(sim, before, judgement, "scope.may-not-cover")


def test_tooling_is_put_back() -> None:
    sim = _unsigned("tooling", SITE)
    accepted(covers(sim.admin, "tooling", put_back(sim, after(8), "tooling")))
    assert not held(sim, "tooling")


def test_tooling_is_covered_by_two_super_admins() -> None:
    sim = after(8)
    acts = [each.whole_act("tooling", SITE) for each in (sim.root, sim.second_root)]
    sim.admin.with_key(None).changes("tooling", SITE)
    accepted(covers(sim.receiver, "tooling", {}, *acts))


def test_tooling_is_not_covered_by_one_super_admin() -> None:
    sim = after(8)
    act = sim.root.whole_act("tooling", SITE)
    sim.admin.with_key(None).changes("tooling", SITE)
    before = sim.books.state
    judgement = covers(sim.root, "tooling", {}, act)
    unlawful_cover(sim, before, judgement, NOT, "tooling.second-missing")


def test_a_group_is_put_back_by_the_receiver() -> None:
    sim = _unsigned(GROUP, TITLE)
    accepted(covers(sim.receiver, GROUP, put_back(sim, after(8), GROUP)))
    assert not held(sim, GROUP)


def test_a_group_is_covered_by_an_admin_who_could_have_changed_it() -> None:
    sim = _unsigned(GROUP, TITLE)
    accepted(covers(sim.admin, GROUP, {}))
    group = sim.books.state.groups[people.GROUP]
    assert (group.record or {})["title"] == "Klas Z"


def test_a_group_is_not_covered_by_the_receiver() -> None:
    sim = _unsigned(GROUP, TITLE)
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.receiver, GROUP, {}), NOT)


def test_a_group_that_began_unlawfully_is_taken_away() -> None:
    sim = after(8)
    other = "groups/ei2-2026-z"
    record = {**school.group(), "id": "ei2-2026-z"}
    sim.admin.with_key(None).changes(other, {"group.yml": record})
    accepted(covers(sim.admin, other, {"group.yml": None}))
    assert "ei2-2026-z" not in sim.books.state.groups


def test_an_exam_begins_in_no_group_that_a_bad_commit_only_pretends() -> None:
    sim = after(4)
    sim.admin.with_key(None).changes(GROUP, {"group.yml": school.group()})
    first: Changes = {"exam.yml": sim.cast.exam(), "assignment.yml": {"a": 1}}
    refused(sim.contact.approves("create", first), "exam.no-group")


def test_a_file_that_lies_nowhere_is_taken_away_with_the_tooling() -> None:
    sim = after(8)
    stray = {"/exams/loose.yml": File(b"{}\n")}
    sim.contact.writes("acquire", stray)
    assert sim.last.standing is Standing.INVALID
    assert held(sim, "tooling")
    accepted(covers(sim.admin, "tooling", {"exams/loose.yml": None}))
    assert not held(sim, "tooling")


def test_a_file_that_lies_nowhere_does_not_stay_behind() -> None:
    sim = after(8)
    sim.contact.writes("acquire", {"/exams/loose.yml": File(b"{}\n")})
    before = sim.books.state
    unlawful_cover(sim, before, covers(sim.admin, "tooling", {}), NOT)
