"""Rows 37 to 48: merges, forks, other histories, lost signatures and empty commits."""

import json

import pytest

from tests.attacks.scenes import change, revoked_key
from tests.attacks.staging import IN_ORDER, STOPPED, Stage, on_top, row
from tests.covering.covering import covers
from tests.judging import papers, people
from tests.judging.changes import Changes
from tests.judging.objects import File, GitObject, key_of, tree_objects
from tests.judging.real import Raw
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.receiver.attested import parcel
from tests.receiver.branches import branch
from tests.receiver.test_reference_with_receiver import after as by_receiver

pytestmark = pytest.mark.slow

OTHER: Changes = {"assignment.yml": papers.assignment("Iets anders")}
WORK: Changes = {"execution.yml": papers.execution(hours=4, finished=False)}


def _merged(also: Changes | None = None, number: int = 9) -> ExamSim:
    """Return row 10: the student's approval, landed with the unpacked commit."""
    sim = by_receiver(number)
    act = parcel(sim.student.act("approve", "acquire"))
    sim.receiver.by_merge(branch(sim).commit({})).lands(act, also=also)
    return sim


def test_37_a_change_hidden_in_a_merge(stage: Stage) -> None:
    hidden: Changes = {"appointments.yml": papers.appointments()}
    stage.meets(37, _merged(hidden), _merged())


def test_37_a_merge_that_brings_more_than_it_says(stage: Stage) -> None:
    twin = _merged()
    raw = _bytes_of(twin)
    unsaid = f"exams/{people.EXAM}/establishment.yml"
    raw.files = {**raw.files, unsaid: File(_of(after(16), unsaid))}
    stage.meets(37, raw, twin, "statement.subject")


def _of(sim: ExamSim, path: str) -> bytes:
    return sim.books.ledger.files[path].data


def _bytes_of(twin: ExamSim) -> Raw:
    """Return the merge of row 10 as bytes to be spoiled."""
    raw = on_top(by_receiver(9), twin, dict(twin.books.ledger.files))
    raw.key = key_of(people.RECEIVER)
    raw.parents = twin.books.ledger.made[-1].transition.parents
    raw.more = list(twin.books.ledger.sides)
    return raw


def _worked(also: Changes | None = None) -> ExamSim:
    """Return row 18: the student's first days, landed with a merge."""
    sim = by_receiver(17)
    act = parcel(sim.student.act("write", "execution", WORK))
    sim.receiver.by_merge(branch(sim).commit(WORK)).lands(act, also=also)
    return sim


def test_38_a_rollback_by_merging_something_old(stage: Stage) -> None:
    old = by_receiver(12).files["assignment.yml"]
    gone: Changes = {"establishment.yml": None, "assignment.yml": old}
    stage.meets(38, _worked(gone), _worked())


def test_39_a_former_member_merges_with_a_time_when_they_still_might(
    stage: Stage,
) -> None:
    def merged(revoked: str) -> ExamSim:
        sim = by_receiver(9)
        beside = branch(sim).commit(OTHER, by=people.CONTACT)
        sim.admin.changes("registry", revoked_key(revoked))
        sim.contact.by_merge(beside).approves("acquire", OTHER)
        return sim

    stage.meets(39, merged(people.CONTACT), merged(people.OTHER_CONTACT))


def _goes_back(stage: Stage, number: int, there: ExamSim, back: ExamSim) -> None:
    """Hold that who has seen `there` does not judge `back`, which others may."""
    stage.proves(back)
    stage.lays(there)
    assert stage.verifies().code == IN_ORDER
    (pin,) = stage.folder.glob("home/state/proeve/pins/*.json")
    before = pin.read_bytes()
    assert json.loads(before)["head"] == there.books.ledger.head
    stage.lays(back)
    seen = stage.verifies()
    assert (row(number).code, seen.code) == ("", STOPPED)
    assert there.books.ledger.head in seen.said
    assert pin.read_bytes() == before


def test_40_history_replaced_by_a_fork_from_the_past(stage: Stage) -> None:
    there, fork = after(9), after(8)
    fork.contact.writes("acquire", OTHER)
    fork.contact.approves("acquire")
    _goes_back(stage, 40, there, fork)


def test_41_commits_removed_by_a_forced_push(stage: Stage) -> None:
    _goes_back(stage, 41, after(9), after(8))


def _foreign() -> list[GitObject]:
    """Return a history of its own, its commit last."""
    trees = list(tree_objects({"README.md": File(b"Elders.\n")}))
    who = "p-00000001 <p-00000001@proeve.invalid> 1767225600 +0000"
    head = f"tree {trees[-1].oid}\nauthor {who}\ncommitter {who}\n\nElders\n"
    return [GitObject("blob", b"Elders.\n"), *trees, GitObject("commit", head.encode())]


def test_44_a_foreign_history_merged_in(stage: Stage) -> None:
    twin = _merged()
    raw = _bytes_of(twin)
    raw.more += _foreign()
    raw.parents = (raw.parents[0], raw.more[-1].oid)
    stage.meets(44, raw, twin)


def test_44_another_genesis_than_the_one_on_paper(stage: Stage) -> None:
    stage.proves(after(8))
    stage.root = stage.root[:-1] + ("0" if stage.root[-1] != "0" else "1")
    assert stage.verifies().code == STOPPED


def test_45_a_merge_of_three(stage: Stage) -> None:
    twin = _merged()
    raw = _bytes_of(twin)
    raw.parents = (*raw.parents, by_receiver(8).books.ledger.head)
    stage.meets(45, raw, twin)


@pytest.mark.parametrize("parents", [1, 2], ids=["squashed", "merged by a button"])
def test_46_signatures_lost_by_a_button_of_the_forge(
    stage: Stage, parents: int
) -> None:
    twin = _merged()
    raw = _bytes_of(twin)
    raw.key = None
    raw.message = "Merge pull request #17\n"
    raw.parents = raw.parents[:parents]
    stage.meets(46, raw, twin)


def test_46_what_lost_its_signatures_is_covered(stage: Stage) -> None:
    sim = after(8)
    act = sim.contact.act("write", "acquire", OTHER)
    sim.contact.with_key(None).writes("acquire", OTHER)
    lost = sim.fork()
    covers(sim.admin, sim.scope, {}, act)
    stage.meets(46, lost, sim)


def test_47_a_whole_folder_deleted(stage: Stage) -> None:
    attack, twin = after(8), after(8)
    files = [path for path in attack.files if not path.startswith("acts/")]
    attack.contact.writes("acquire", dict.fromkeys(files))
    twin.contact.writes("acquire", OTHER)
    stage.meets(47, attack, twin)


def test_47_an_empty_tree(stage: Stage) -> None:
    scene = change()
    scene.raw.files = {}
    stage.meets(47, scene.raw, scene.twin, "history.act-changed")


def test_48_an_empty_approval(stage: Stage) -> None:
    attack, twin = after(8), after(8)
    attack.contact.lands(row="acquire")
    twin.contact.lands(twin.student.act("approve", "acquire"))
    stage.meets(48, attack, twin)
