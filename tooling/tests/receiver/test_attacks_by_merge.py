"""Attacks with two parents: TRUST section 2, rows 37 to 39, 44 to 48, on real objects.

Authority comes from the first parent alone; what a merge changed is its difference from
that parent. Each attack is one change to row 10 of the example: the student's approval,
landed by the receiver with the unpacked commit as second parent.
"""

from pathlib import Path

import pytest

from proeve.model.ledger import Standing
from tests.judging import papers, people
from tests.judging.attacks import accepted, refused
from tests.judging.changes import Changes
from tests.judging.ledger import written
from tests.judging.objects import File, GitObject, key_of, tree_objects
from tests.judging.people import Doc
from tests.judging.real import (
    Raw,
    codes,
    judged_last,
    message_of,
    new_repository,
)
from tests.judging.reference import LAST
from tests.judging.sim import ExamSim
from tests.receiver.attested import parcel, proposed
from tests.receiver.branches import Branch, branch
from tests.receiver.test_reference_with_receiver import MERGES, after

HERE = f"exams/{people.EXAM}"
OTHER: Changes = {"assignment.yml": papers.assignment("Iets anders")}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository in which every attack lies beside the others."""
    folder = new_repository(tmp_path_factory.mktemp("merges") / "r.git")
    after(LAST).books.ledger.write_to(folder)
    return folder


def _merge(sim: ExamSim, beside: Branch) -> Raw:
    """Return row 10 as raw bytes on top of a sim, with this branch beside it."""
    made = sim.fork()
    act = parcel(made.student.act("approve", "acquire"))
    made.receiver.by_merge(beside).lands(act)
    raw = Raw(sim, {act.path: File(act.data)})
    raw.message = message_of(made)
    raw.key = key_of(people.RECEIVER)
    raw.parents = (sim.books.ledger.head, beside.oid)
    raw.more = list(beside.objects)
    return raw


def _verdict(raw: Raw, sim: ExamSim, store: Path) -> tuple[Standing, list[str]]:
    judgement = judged_last(store, sim, raw.write(store))
    return judgement.standing, list(codes(judgement))


def _row_10() -> tuple[Raw, ExamSim]:
    sim = after(9)
    return _merge(sim, branch(sim).commit({})), sim


def test_the_merge_that_is_attacked_below_is_lawful(store: Path) -> None:
    raw, sim = _row_10()
    assert _verdict(raw, sim, store) == (Standing.VALID, [])


@pytest.mark.parametrize(
    "path", ["assignment.yml", "exam.yml", "establishment.yml", "notes.yml"]
)
def test_37_an_evil_merge_is_refused(path: str, store: Path) -> None:
    raw, sim = _row_10()
    data = written({**papers.assignment("Van niemand")})
    raw.files = {**raw.files, f"{HERE}/{path}": File(data)}
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID, found


def test_37_an_evil_merge_that_owns_up_in_its_digest_is_refused() -> None:
    sim = after(9)
    act = parcel(sim.student.act("approve", "acquire"))
    beside = branch(sim).commit({})
    sim.receiver.by_merge(beside).lands(act, also=OTHER)
    refused(sim.last, "rows.not-writable", "rows.")


def test_37_a_merge_takes_nothing_from_its_second_parent_unsaid() -> None:
    sim = after(9)
    act = parcel(sim.student.act("approve", "acquire"))
    beside = branch(sim).commit({"appointments.yml": papers.appointments()})
    sim.receiver.by_merge(beside).lands(
        act, also={"appointments.yml": papers.appointments()}
    )
    refused(sim.last, "rows.not-writable")


def test_38_a_merge_with_an_old_tree_rolls_nothing_back(store: Path) -> None:
    sim, old = after(16), after(12)
    raw = Raw(sim, {})
    acts = {p: f for p, f in sim.books.ledger.files.items() if "/acts/" in p}
    raw.files = {**old.books.ledger.files, **acts}
    raw.message = message_of(sim.fork())
    raw.key = key_of(people.OFFICE)
    raw.parents = (sim.books.ledger.head, old.books.ledger.head)
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID, found
    assert "rows.deleted" in found or "statement.subject" in found, found


@pytest.mark.parametrize("back", [13, 12, 8])
def test_38_the_receiver_does_not_merge_an_exam_back(back: int) -> None:
    sim, old = after(16), after(back)
    gone = {path: None for path in sim.files if path not in old.files}
    changes: Changes = {**gone, **{path: File(d) for path, d in old.files.items()}}
    act = parcel(sim.student.act("approve", "acquire"))
    beside = Branch(
        files=dict(old.books.ledger.files),
        start=old.books.ledger.head,
        scope=sim.scope,
    )
    sim.receiver.by_merge(beside.commit({})).lands(act, also=changes)
    refused(sim.last, "rows.deleted", "rows.frozen", "history.act-changed")


def test_38_a_tree_equal_to_the_second_parent_is_a_change_like_any_other() -> None:
    sim = after(8)
    beside = proposed(sim, OTHER, by=people.CONTACT)
    sim.receiver.by_merge(beside).lands(
        parcel(sim.student.act("approve", "acquire")), also=OTHER
    )
    refused(sim.last, "rows.")


def test_39_who_lost_a_key_does_not_return_by_merging_where_it_counted() -> None:
    sim = after(9)
    earlier = sim.books.ledger.head
    record: Doc = {
        "schema": "proeve/revocation/v1",
        "number": 1,
        "key": key_of(people.CONTACT).text,
        "kind": "retired",
        "reason": "Uit dienst.",
    }
    accepted(sim.admin.changes("registry", {"revocations/1.yml": record}))
    files = after(9).books.ledger.files
    beside = Branch(files=files, start=earlier, scope=sim.scope).commit(
        OTHER, by=people.CONTACT
    )
    sim.contact.by_merge(beside).approves("acquire", OTHER)
    refused(sim.last, "people.revoked-key")


def test_a_merge_by_anybody_else_is_judged_like_any_commit() -> None:
    sim = after(8)
    beside = proposed(sim, OTHER, by=people.ASSESSOR)
    lawful = sim.fork()
    accepted(lawful.contact.by_merge(beside).approves("acquire", OTHER))
    refused(sim.second.by_merge(beside).approves("acquire", OTHER), "parts.")


def test_a_merge_lends_nobody_the_word_of_who_made_its_second_parent() -> None:
    sim = after(15)
    changes: Changes = {"establishment.yml": papers.establishment()}
    beside = proposed(sim, changes, by=people.OFFICE)
    refused(sim.contact.by_merge(beside).approves("establish", changes), "parts.")


def _foreign() -> tuple[str, list[GitObject]]:
    """Return a commit of a history of its own."""
    trees = list(tree_objects({"README.md": File(b"Elders.\n")}))
    person = "p-00000001 <p-00000001@proeve.invalid> 1767225600 +0000"
    head = f"tree {trees[-1].oid}\nauthor {person}\ncommitter {person}\n\nElders\n"
    commit = GitObject("commit", head.encode())
    return commit.oid, [GitObject("blob", b"Elders.\n"), *trees, commit]


def test_44_a_merge_grafts_no_other_history_on(store: Path) -> None:
    raw, sim = _row_10()
    oid, objects = _foreign()
    raw.parents = (raw.parents[0], oid)
    raw.more += objects
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert "history.foreign" in found


def test_45_an_octopus_is_refused(store: Path) -> None:
    raw, sim = _row_10()
    raw.parents = (*raw.parents, after(8).books.ledger.head)
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("history.") for code in found), found


@pytest.mark.parametrize("parents", [1, 2])
def test_46_what_a_forge_squashes_is_unconfirmed(parents: int, store: Path) -> None:
    raw, sim = _row_10()
    raw.key = None
    raw.message = "Merge pull request #17\n"
    raw.parents = raw.parents[:parents]
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.UNCONFIRMED
    assert found == ["signature.none"]


def test_47_a_merge_does_not_empty_the_folder(store: Path) -> None:
    raw, sim = _row_10()
    raw.files = {p: f for p, f in raw.files.items() if not p.startswith(HERE)}
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID, found


def test_48_an_empty_merge_approves_nothing() -> None:
    sim = after(9)
    beside = branch(sim).commit({})
    refused(sim.receiver.by_merge(beside).approves("acquire"), "parts.")


def test_every_merge_of_the_example_shows_what_was_seen() -> None:
    assert sum(bool(each.sides) for each in after(LAST).transitions) == len(MERGES)
