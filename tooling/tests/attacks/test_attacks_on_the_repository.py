"""Rows 59 to 72: what surrounds the objects, size, the check itself, time and seals."""

import json
import zlib
from pathlib import Path

import pytest

from proeve.gather.history import judge_repository
from proeve.history.objects import ObjectKind, Objects
from tests.attacks.scenes import ASSIGNMENT, CHANGED, change, changed
from tests.attacks.staging import FINDINGS, IN_ORDER, STOPPED, Stage, row
from tests.guard.school import git
from tests.judging import people
from tests.judging.objects import File, blob_oid
from tests.judging.reference import after
from tests.judging.sim import ExamSim, opened
from tests.judging.timing import LATE, ON_TIME, checks, hand_in, receipt

pytestmark = pytest.mark.slow


@pytest.fixture
def trap(stage: Stage) -> Path:
    """Return where a program would leave its trace, if any ran."""
    program = stage.folder / "program"
    program.write_text(f"#!/bin/sh\ntouch {stage.folder}/trap\necho Good boss@x\n")
    program.chmod(0o755)
    return stage.folder / "trap"


def _set(stage: Stage, *names: str) -> None:
    program = str(stage.folder / "program")
    lines = [
        f"[{section}]\n\t{name} = {program}\n" for section, name in map(_split, names)
    ]
    with (stage.repository / "config").open("a") as config:
        config.writelines(lines)


def _split(name: str) -> tuple[str, str]:
    section, _, last = name.rpartition(".")
    head, _, rest = section.partition(".")
    return (f'{head} "{rest}"' if rest else head), last


def test_59_a_setting_that_runs_a_program_on_signatures(
    stage: Stage, trap: Path
) -> None:
    """Git itself runs it and says Good; here it neither runs nor is believed."""
    scene = change()
    scene.raw.key = None
    stage.proves(scene.twin)
    _set(stage, "gpg.ssh.program", "gpg.program")
    assert stage.verifies(home="one").code == IN_ORDER
    stage.lays(scene.raw)
    assert stage.verifies().code == FINDINGS
    assert not trap.exists()
    assert row(59).code == ""


def test_60_a_setting_that_runs_a_program_on_reading(stage: Stage, trap: Path) -> None:
    stage.proves(after(8))
    _set(stage, "core.fsmonitor", "core.sshCommand", "core.hooksPath", "core.pager")
    assert stage.verifies(home="one").code == IN_ORDER
    with (stage.repository / "config").open("a") as config:
        config.write('[remote "origin"]\n\tpromisor = true\n')
        config.write("[extensions]\n\tpartialClone = origin\n")
    assert stage.verifies(home="two").code == STOPPED
    assert not trap.exists()


def test_61_objects_replaced_by_others(stage: Stage) -> None:
    stage.proves(after(9))
    head, before = _head(stage), after(8).books.ledger.head
    git(stage.repository, "replace", head, before)
    _stops(stage, 61)


def test_62_a_history_grafted_onto_another(stage: Stage) -> None:
    stage.proves(after(8))
    info = stage.repository / "info"
    info.mkdir(exist_ok=True)
    (info / "grafts").write_text(f"{_head(stage)}\n")
    _stops(stage, 62)


def test_63_a_shallow_clone(stage: Stage) -> None:
    stage.proves(after(8))
    (stage.repository / "shallow").write_text(f"{_head(stage)}\n")
    _stops(stage, 63)


def _head(stage: Stage) -> str:
    return (stage.repository / "refs" / "heads" / "main").read_text().strip()


def _stops(stage: Stage, number: int) -> None:
    seen = stage.verifies()
    assert (row(number).code, seen.code) == ("", STOPPED), seen


def test_64_a_commit_graph_that_lies(stage: Stage) -> None:
    """The graph of a history without its last commit, laid over the whole one."""
    attack = after(8)
    attack.contact.with_key(None).approves("acquire", {"assignment.yml": CHANGED})
    stage.proves(after(8))
    git(stage.repository, "commit-graph", "write", "--reachable")
    graph = stage.repository / "objects" / "info" / "commit-graph"
    graph.chmod(0o644)
    stage.lays(attack)
    for lie in (graph.read_bytes(), b"CGPH" + bytes(200)):
        graph.write_bytes(lie)
        assert stage.verifies().codes == {"signature.none"}
        assert row(64).code == ""


def _doctored(stage: Stage, sim: ExamSim, data: bytes) -> None:
    """Serve other bytes under the id of the assignment, in the store itself."""
    oid = blob_oid(sim.books.ledger.files[ASSIGNMENT].data)
    file = stage.repository / "objects" / oid[:2] / oid[2:]
    file.write_bytes(zlib.compress(b"blob %d\0" % len(data) + data))


def test_65_a_file_whose_bytes_were_swapped_in_the_store(stage: Stage) -> None:
    sim = changed(after(8))
    stage.proves(sim)
    _doctored(stage, sim, CHANGED.data.replace(b"Nieuw", b"Anders"))
    _stops(stage, 65)


def test_65_swapped_bytes_are_found_where_all_is_judged_again(stage: Stage) -> None:
    """What was remembered tells of the bytes that were judged, not of these."""
    sim = changed(after(8))
    stage.proves(sim)
    assert stage.verifies().code == IN_ORDER
    _doctored(stage, sim, CHANGED.data.replace(b"Nieuw", b"Anders"))
    assert stage.verifies("--no-cache").code == STOPPED


def test_66_two_files_with_one_sha_1(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Imitated: no two Git files with one SHA-1 are known that we could put here.

    The reader is made to believe the id of a file with other bytes, as a collision
    would; the SHA-256 digests in the signed statement then do not fit.
    """
    sim = changed(after(8))
    stage.proves(sim)
    oid, found = blob_oid(CHANGED.data), Objects.find

    def collided(
        self: Objects, name: str, kind: ObjectKind, limit: int = 2**26
    ) -> bytes | None:
        data = found(self, name, kind, limit)
        return data.replace(b"Nieuw", b"Anders") if data and name == oid else data

    monkeypatch.setattr(Objects, "find", collided)
    verdict = judge_repository(stage.repository, trust_root=stage.root, workers=1)
    assert row(66).code in {each.code for each in verdict.findings}


@pytest.mark.parametrize("where", ["body", "subject", "quote"])
def test_67_a_statement_smuggled_into_a_title(stage: Stage, where: str) -> None:
    scene = change()
    title, _, rest = scene.raw.message.partition("\n\n")
    scene.raw.message = {
        "body": f"{title}\n\nProeve-Seq: 9\n\n{rest}",
        "subject": f"Proeve-Seq: 9\n\n{rest}",
        "quote": f"{title}\n\n> proeve-seq: 9\n\n{rest}",
    }[where]
    stage.meets(67, scene.raw, scene.twin)


@pytest.mark.parametrize("ref", ["refs/tags/main", "refs/heads/refs/heads/main"])
def test_68_a_tag_with_the_name_of_the_main_branch(stage: Stage, ref: str) -> None:
    scene = change()
    scene.raw.key = None
    other = stage.lays(scene.raw)
    stage.lays(scene.twin)
    git(stage.repository, "update-ref", ref, other)
    assert stage.verifies().code == IN_ORDER
    assert row(68).code == ""


def test_69_a_huge_file(stage: Stage) -> None:
    scene = change()
    huge = File(b"# " + b"x" * (1024 * 1024) + b"\n" + CHANGED.data)
    scene.raw.files = {**scene.raw.files, ASSIGNMENT: huge}
    stage.meets(69, scene.raw, scene.twin)


def test_70_a_repository_that_brings_its_own_check(stage: Stage) -> None:
    """Two super admins even want it; what judges comes with the tool all the same."""
    trap = stage.folder / "trap"
    code = f"open({str(trap)!r}, 'w')\n".encode()
    brought = dict.fromkeys(("proeve.py", "sitecustomize.py", "conftest.py"), code)
    brought |= {
        "mkdocs.yml": b"hooks: [conftest.py]\n",
        "schemas/assignment.schema.json": b"{}\n",
        ".github/workflows/exams.yml": b"on: pull_request_target\n",
    }
    before = after(8)
    act = before.second_root.whole_act("tooling", brought)
    before.root.changes("tooling", brought, act)
    attack = before.fork()
    attack.contact.writes("acquire", {"assignment.yml": b'{"any": "thing"}\n'})
    stage.meets(34, attack, before, "schema.required")
    assert row(70).code == ""
    assert not trap.exists()


def test_70_a_spoiled_memory_of_what_was_judged(stage: Stage) -> None:
    stage.proves(after(8))
    assert stage.verifies().code == IN_ORDER
    files = [each for each in stage.folder.glob("home/cache/**/*") if each.is_file()]
    assert files
    for file in files:
        file.write_bytes(file.read_bytes()[:-9] + b"something")
    attack = after(8)
    attack.contact.with_key(None).approves("acquire", {"assignment.yml": CHANGED})
    stage.lays(attack)
    assert stage.verifies().codes == {"signature.none"}


def _handed_in(at: str) -> ExamSim:
    """Return evidence that a commit of 2026-01-01 brings, with its receipt."""
    sim = after(20)
    act = hand_in(sim)
    sim.receiver.by_merge().dated(1_767_225_600).lands(act, receipt(act, at))
    return sim


def test_71_evidence_backdated_to_before_its_deadline(stage: Stage) -> None:
    attack, twin = _handed_in(LATE), _handed_in(ON_TIME)
    stage.meets(71, attack, twin)
    assert stage.status()["late_days"] == 1
    later = attack.fork()
    checks(later)
    checks(twin)
    apart = Stage(stage.folder / "later")
    apart.meets(34, later, twin, "rows.blocked")


def test_71_a_date_without_anybody_s_word_is_no_time(stage: Stage) -> None:
    attack = after(20)
    attack.receiver.by_merge().dated(1_767_225_600).lands(hand_in(attack))
    stage.meets(71, attack, _handed_in(ON_TIME), "exam.untimed")


def test_72_a_form_changed_after_seeing_the_other(stage: Stage) -> None:
    attack, twin = after(24), after(24)
    seen = opened(attack, "second", rating="O")
    attack.committee.unseals(opened(attack, "first") | seen)
    twin.committee.unseals(opened(twin))
    stage.meets(72, attack, twin)


def test_72_the_seal_of_the_other_copied(stage: Stage) -> None:
    def landed(own: people.Doc) -> ExamSim:
        sim = after(22)
        sim.second.seals("second")
        act = sim.first.act("seal", "seal.first", {"forms/first.seal.yml": own})
        sim.receiver.lands(act)
        sim.committee.unseals(opened(sim))
        return sim

    sim = after(22)
    copied = sim.second.sealed("second")["forms/second.seal.yml"]
    made = sim.first.sealed("first")["forms/first.seal.yml"]
    own: people.Doc = {**copied, "part": "first", "assessor": sim.first.person}
    stage.meets(72, landed(own), landed(made))


def test_72_a_form_opened_before_the_other_is_sealed(stage: Stage) -> None:
    attack, twin = after(23), after(24)
    for sim in (attack, twin):
        sim.committee.unseals(opened(sim))
    stage.meets(72, attack, twin, "rows.locked")
    told = json.dumps(stage.status(attack.books.ledger.made[-2].transition.oid))
    assert "rating" not in told
