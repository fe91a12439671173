"""Rows 49 to 58: what lies in a tree, how it is named, and what YAML hides."""

from collections.abc import Callable

import pytest

from tests.attacks.scenes import ASSIGNMENT, CHANGED, HERE, change
from tests.attacks.staging import FINDINGS, Stage, row
from tests.guard.school import proeve
from tests.judging import papers, people
from tests.judging.changes import Changes
from tests.judging.ledger import written
from tests.judging.objects import File, GitObject, tree_objects
from tests.judging.reference import after
from tests.judging.sim import ExamSim

pytestmark = pytest.mark.slow


def _with(stage: Stage, number: int, files: dict[str, File], code: str = "") -> None:
    scene = change()
    scene.raw.files = {**scene.raw.files, **files}
    stage.meets(number, scene.raw, scene.twin, code)


def test_49_a_submodule_in_the_place_of_an_exam(stage: Stage) -> None:
    _with(stage, 49, {f"{HERE}/module": File(b"", "160000")})


def test_50_a_symbolic_link_to_a_file_elsewhere(stage: Stage) -> None:
    _with(stage, 50, {f"{HERE}/link.yml": File(b"/etc/passwd", "120000")})


def test_50_an_exam_s_own_file_as_a_link(stage: Stage) -> None:
    _with(stage, 50, {ASSIGNMENT: File(b"exam.yml", "120000")})


@pytest.mark.parametrize("mode", ["100755", "100664"])
def test_51_a_file_with_another_mode(stage: Stage, mode: str) -> None:
    _with(stage, 51, {ASSIGNMENT: File(CHANGED.data, mode)})


def test_51_a_mode_with_a_zero_before_it(stage: Stage) -> None:
    _with(stage, 51, {ASSIGNMENT: File(CHANGED.data, "0100644")})


@pytest.mark.parametrize("name", ["Exam.yml", "ASSIGNMENT.YML"])
def test_52_names_that_differ_in_case_only(stage: Stage, name: str) -> None:
    _with(stage, 52, {f"{HERE}/{name}": File(b"a: 1\n")})


def test_52_the_folder_of_exams_in_capitals(stage: Stage) -> None:
    _with(
        stage,
        52,
        {f"Exams/{people.EXAM}/exam.yml": File(b"a: 1\n")},
        "history.path-twin",
    )


NAMES = ("é.yml", "é.yml", "еxam.yml", "\u202eexam.yml", "a\nb.yml")


@pytest.mark.parametrize("name", [*NAMES, "exam.yml ", "a\\b.yml"])
def test_53_names_that_are_not_what_they_seem(stage: Stage, name: str) -> None:
    _with(stage, 53, {f"{HERE}/{name}": File(b"a: 1\n")})


def _twice(tree: bytes) -> bytes:
    at = tree.index(b"100644 assignment.yml\0")
    end = at + len(b"100644 assignment.yml\0") + 20
    return tree[:end] + tree[at:end] + tree[end:]


def _swapped(tree: bytes) -> bytes:
    at = tree.index(b"100644 assignment.yml\0")
    end = at + len(b"100644 assignment.yml\0") + 20
    return tree[:at] + tree[end:] + tree[at:end]


def _shadowed(tree: bytes) -> bytes:
    """Put a folder of the same name beside a file."""
    at = tree.index(b"100644 assignment.yml\0")
    end = at + len(b"100644 assignment.yml\0") + 20
    return tree[:end] + b"40000 assignment.yml\0" + tree[end - 20 : end] + tree[end:]


@pytest.mark.parametrize("how", [_twice, _swapped, _shadowed])
def test_54_one_name_twice_in_a_folder(
    stage: Stage, how: Callable[[bytes], bytes]
) -> None:
    scene = change()
    made = tuple(tree_objects(scene.raw.files))
    old = next(each for each in made if b"100644 assignment.yml\0" in each.data)
    new = GitObject("tree", how(old.data))
    for each in made[made.index(old) + 1 :]:
        if bytes.fromhex(old.oid) in each.data:
            scene.raw.more.append(new)
            data = each.data.replace(bytes.fromhex(old.oid), bytes.fromhex(new.oid))
            old, new = each, GitObject("tree", data)
    scene.raw.more.append(new)
    scene.raw.tree = new.oid
    stage.meets(54, scene.raw, scene.twin)


def test_55_a_deletion_disguised_as_a_rename(stage: Stage) -> None:
    attack, twin = after(16), after(16)
    planned: Changes = {"appointments.yml": papers.appointments()}
    moved: Changes = {"instructions.md": attack.files["assignment.yml"]}
    attack.contact.writes("appointment", {**planned, **moved, "assignment.yml": None})
    twin.contact.writes("appointment", {"appointments.yml": papers.appointments()})
    stage.meets(55, attack, twin)


def _assigned(data: bytes) -> ExamSim:
    """Return the contact's change of the assignment to these bytes."""
    sim = after(8)
    sim.contact.approves("acquire", {"assignment.yml": data})
    return sim


PLAIN = written(papers.assignment("Nieuw"))
DOUBLE = PLAIN.replace(b"\n}", b',\n "schema": "proeve/assignment/v1"\n}')
HIDDEN = {
    "next line": PLAIN.replace(b"Nieuw", "Nieuw\u0085".encode()),
    "line separator": PLAIN.replace(b"Nieuw", "Nieuw\u2028".encode()),
}


def test_56_a_key_twice_in_yaml(stage: Stage) -> None:
    stage.meets(56, _assigned(DOUBLE), _assigned(PLAIN))


@pytest.mark.parametrize("how", HIDDEN)
def test_57_a_line_that_only_yaml_sees(stage: Stage, how: str) -> None:
    stage.meets(57, _assigned(HIDDEN[how]), _assigned(PLAIN))


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n"
    for n in range(9)
)
TRAPS = {
    "an alias bomb": (56, BOMB, "yaml.anchor"),
    "a merge key": (56, "a: 1\n<<: {b: 2}\n", "yaml.merge"),
    "a tag": (56, "a: !!python/name:os.system x\n", "yaml.tag"),
    "two documents": (56, "a: 1\n---\na: 2\n", "yaml.second-document"),
    "endless depth": (56, "[" * 5000 + "\n", "yaml."),
    "a key twice": (56, "a: 1\na: 2\n", "yaml.duplicate"),
    "a line in a comment": (57, "a: x # ok\u2028result: pass\n", "yaml.line-break"),
    "a return in a comment": (57, "a: x # ok\rresult: pass\n", "yaml.line-break"),
}


@pytest.mark.parametrize("how", TRAPS)
def test_56_and_57_a_trap_in_a_file_is_found_by_lint(stage: Stage, how: str) -> None:
    number, text, code = TRAPS[how]
    file = stage.folder / HERE / "assignment.yml"
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode())
    done = proeve("-C", stage.folder, "lint", file, home=stage.folder)
    assert done.returncode == FINDINGS, done.stderr
    assert code in done.stdout
    assert row(number).code.startswith("yaml.")
    assert "Traceback" not in done.stderr


ATTRIBUTES = {
    "hides the difference": b"exams/** -diff linguist-generated\n",
    "leaves it out of an archive": b"exams/** export-ignore\n",
    "merges by itself": b"exams/** merge=union\n",
    "changes it on checkout": b"exams/** ident working-tree-encoding=UTF-16\n",
}


@pytest.mark.parametrize("how", ATTRIBUTES)
def test_58_git_attributes_that_hide_changes(stage: Stage, how: str) -> None:
    changes: Changes = {".gitattributes": ATTRIBUTES[how]}
    attack, twin = after(8), after(8)
    attack.contact.changes("tooling", changes)
    act = twin.second_root.whole_act("tooling", changes)
    twin.root.changes("tooling", changes, act)
    stage.meets(58, attack, twin)
    # Also where two super admins wanted it, what is judged are the objects.
    before = after(8).books.ledger.head
    assert stage.status(twin.books.ledger.head) == stage.status(before)
