"""Differences between trees, and the trees that Git allows and a ledger does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proeve.history.objects import ObjectKind
from proeve.history.porcelain import git
from proeve.history.treebuilder import TreeBuilder
from proeve.history.trees import Difference, Trees
from proeve.history.write import object_id
from tests.history.building import Repository, entry

EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
ABSENT = "9" * 40


class Memory:
    """A store without a disk."""

    def __init__(self) -> None:
        self.trees: dict[str, bytes] = {}

    def put(self, kind: ObjectKind, data: bytes) -> str:
        oid = object_id(kind, data)
        self.trees[oid] = data
        return oid


def nested(repository: Repository, path: str, mode: str, oid: str) -> str:
    """Return a tree that holds one entry at a path, however strange it is."""
    *above, name = path.split("/")
    tree = repository.put(ObjectKind.TREE, entry(mode, name, oid))
    for folder in reversed(above):
        tree = repository.put(ObjectKind.TREE, entry("40000", folder, tree))
    return tree


FILE, LINK, PROGRAM, MODULE = "100644", "120000", "100755", "160000"
HOSTILE = {
    "symlink": ("exams/registry/a.yml", LINK, "history.path-mode"),
    "symlink outside": ("docs/a.md", LINK, "history.path-mode"),
    "program among exams": ("exams/registry/a.yml", PROGRAM, "history.path-mode"),
    "submodule": ("exams/groups/a", MODULE, "history.path-mode"),
    "submodule outside": ("theme", MODULE, "history.path-mode"),
    "group-writable": ("exams/registry/a.yml", "100664", "history.path-mode"),
    "zero-padded": ("exams/registry/a.yml", "0100644", "history.path-mode"),
    "exams is a file": ("exams", FILE, "history.path-mode"),
    "exams is a link": ("exams", LINK, "history.path-mode"),
    "capitals": ("exams/registry/A.yml", FILE, "history.path-name"),
    "accent": ("exams/registry/één.yml", FILE, "history.path-name"),
    "backslash": ("exams/registry/a\\b.yml", FILE, "history.path-name"),
    "newline": ("exams/registry/a\nb.yml", FILE, "history.path-name"),
    "right to left": ("exams/registry/a\u202eb.yml", FILE, "history.path-name"),
    "trailing space": ("exams/registry/a.yml ", FILE, "history.path-name"),
    "dot first": ("exams/registry/.a.yml", FILE, "history.path-name"),
    "long": (f"exams/registry/{'a' * 81}", FILE, "history.path-name"),
    "too deep": ("exams/groups/a/b/c/d/e/f", FILE, "history.path-depth"),
    "newline outside": ("docs/a\nb.md", FILE, "history.path-name"),
    "zero width outside": ("docs/a\u200bb.md", FILE, "history.path-name"),
    "git folder outside": ("docs/.GIT", FILE, "history.path-name"),
    "short name of git": ("git~1", FILE, "history.path-name"),
    "parent folder": ("..", FILE, "history.path-name"),
    "exams in capitals": ("Exams/registry/a.yml", FILE, "history.path-twin"),
    "exams in wide letters": ("ｅｘａｍｓ", FILE, "history.path-twin"),
    "exams with a dot": ("exams.", FILE, "history.path-twin"),
    "exams with a space": ("exams ", FILE, "history.path-twin"),
    "short name of exams": ("EXAMS~1", FILE, "history.path-twin"),
    "long s": ("examſ", FILE, "history.path-twin"),
}


@pytest.mark.parametrize(("path", "mode", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_path_is_found(
    repository: Repository, path: str, mode: str, code: str
) -> None:
    repository.commit({"readme.md": b"hello\n"})
    blob = repository.put(ObjectKind.BLOB, b"a: 1\n")
    repository.commit_tree(nested(repository, path, mode, blob))
    assert [each.partition(" ")[0] for each in repository.codes()] == [code]


def test_a_name_that_is_no_text_is_found(repository: Repository) -> None:
    blob = repository.put(ObjectKind.BLOB, b"a: 1\n")
    raw = b"100644 a\xffb\0" + bytes.fromhex(blob)
    repository.commit_tree(repository.put(ObjectKind.TREE, raw))
    assert repository.codes() == ["history.path-name a\\xffb"]


def test_an_ordinary_tree_has_no_faults(repository: Repository) -> None:
    repository.commit(
        {
            "exams/registry/root.yml": b"a: 1\n",
            "exams/groups/ei2/pvb-0042/forms/first.seal.yml": b"a: 1\n",
            "docs/Één pagina.md": b"x\n",
            ".github/workflows/a.yml": b"x\n",
            "examsheet.md": b"x\n",
        }
    )
    assert repository.codes() == []


def hostile_tree(repository: Repository, *rows: tuple[str, str, str]) -> list[str]:
    raw = b"".join(entry(*row) for row in rows)
    registry = repository.put(ObjectKind.TREE, raw)
    exams = repository.put(ObjectKind.TREE, entry("40000", "registry", registry))
    root = repository.put(ObjectKind.TREE, entry("40000", "exams", exams))
    repository.commit_tree(root)
    return repository.codes()


@pytest.fixture
def blob(repository: Repository) -> str:
    return repository.put(ObjectKind.BLOB, b"a: 1\n")


def test_a_name_twice_is_found(repository: Repository, blob: str) -> None:
    rows = ((FILE, "a.yml", blob), (FILE, "a.yml", blob))
    assert hostile_tree(repository, *rows) == ["history.tree-order exams/registry/"]


def test_entries_out_of_order_are_found(repository: Repository, blob: str) -> None:
    rows = ((FILE, "b.yml", blob), (FILE, "a.yml", blob))
    assert hostile_tree(repository, *rows) == ["history.tree-order exams/registry/"]


def test_a_file_and_a_folder_of_one_name_are_found(
    repository: Repository, blob: str
) -> None:
    folder = repository.put(ObjectKind.TREE, entry(FILE, "x.yml", blob))
    rows = ((FILE, "a", blob), (FILE, "a.yml", blob), ("40000", "a", folder))
    assert "history.tree-order exams/registry/" in hostile_tree(repository, *rows)


def test_an_empty_folder_is_found(repository: Repository) -> None:
    repository.put(ObjectKind.TREE, b"")
    rows = (("40000", "a", EMPTY_TREE),)
    assert hostile_tree(repository, *rows) == ["history.path-empty exams/registry/a"]


def test_a_folder_that_is_a_file_is_found(repository: Repository, blob: str) -> None:
    rows = (("40000", "a", blob),)
    assert hostile_tree(repository, *rows) == ["history.tree-kind exams/registry/a/"]


def test_a_file_that_is_a_folder_is_found(repository: Repository, blob: str) -> None:
    folder = repository.put(ObjectKind.TREE, entry(FILE, "x.yml", blob))
    rows = ((FILE, "a.yml", folder),)
    assert hostile_tree(repository, *rows) == ["history.path-kind exams/registry/a.yml"]


def test_a_torn_folder_is_found(repository: Repository, blob: str) -> None:
    raw = entry(FILE, "a.yml", blob) + b"100644 b.yml\0short"
    root = repository.put(ObjectKind.TREE, raw)
    repository.commit_tree(root)
    assert "history.tree-torn" in repository.codes()


def bottomless(repository: Repository, name: str, bottom: str) -> str:
    """Return the root of a tree in which folders lie three thousand deep."""
    file = repository.put(ObjectKind.BLOB, bottom.encode())
    tree = repository.put(ObjectKind.TREE, entry(FILE, "a.yml", file))
    for _ in range(3000):
        tree = repository.put(ObjectKind.TREE, entry("40000", name, tree))
    exams = repository.put(ObjectKind.TREE, entry("40000", "registry", tree))
    return repository.put(ObjectKind.TREE, entry("40000", "exams", exams))


@pytest.mark.parametrize("name", ["a", "A"], ids=["lawful names", "unlawful names"])
def test_folders_without_end_are_found_when_they_come_change_and_go(
    repository: Repository, name: str
) -> None:
    depth = "history.path-depth exams/registry" + f"/{name}" * 6
    repository.commit_tree(bottomless(repository, name, "one"))
    assert depth in repository.codes()
    repository.commit_tree(bottomless(repository, name, "two"))
    assert repository.codes() == [depth]
    repository.commit({"exams/registry/root.yml": b"a: 1\n"})
    assert repository.codes() == []


def test_a_tree_that_holds_itself_many_times_ends(repository: Repository) -> None:
    blob = repository.put(ObjectKind.BLOB, b"x\n")
    tree = repository.put(ObjectKind.TREE, entry(FILE, "x", blob))
    for _ in range(23):
        names = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
        raw = b"".join(entry("40000", name, tree) for name in names)
        tree = repository.put(ObjectKind.TREE, raw)
    memory = Trees(lambda oid: repository.objects.find(oid, ObjectKind.TREE))
    found = memory.compare(None, tree)
    assert sum(1 for _ in zip(found, range(1000), strict=False)) == 1000


def test_a_rename_is_a_removal_and_an_addition(repository: Repository) -> None:
    repository.commit({"exams/registry/a.yml": b"a: 1\n"})
    repository.commit({"exams/registry/a.yml": None, "exams/registry/b.yml": b"a: 1\n"})
    changes = repository.transitions()[-1].changes
    shown = [(c.path, c.old is None, c.new is None, c.mode) for c in changes]
    assert shown == [
        ("exams/registry/a.yml", False, True, "100644"),
        ("exams/registry/b.yml", True, False, "100644"),
    ]


def test_a_file_that_becomes_a_folder_is_both(repository: Repository) -> None:
    repository.commit({"docs": b"x\n"})
    repository.commit({"docs": None, "docs/a.md": b"x\n"})
    changes = repository.transitions()[-1].changes
    assert [(c.path, c.new is None) for c in changes] == [
        ("docs", True),
        ("docs/a.md", False),
    ]


def test_a_change_of_mode_alone_is_a_change(repository: Repository) -> None:
    repository.commit({"run": b"x\n"})
    oid = repository.put(ObjectKind.BLOB, b"x\n")
    repository.tree.set("run", oid, b"100755")
    repository.commit_tree(repository.tree.write())
    (change,) = repository.transitions()[-1].changes
    assert (change.mode, change.old, change.new) == ("100755", oid, oid)


Names = st.sampled_from(["a", "a.b", "a-b", "b", "c", "exams", "e1", "registry"])
Paths = st.lists(Names, min_size=1, max_size=4).map("/".join)
Worlds = st.dictionaries(
    Paths, st.integers(1, 3).map(lambda n: f"{n:040x}"), max_size=9
)


def plain(world: dict[str, str]) -> dict[str, str]:
    """Leave out paths that stand inside another one."""
    return {
        path: oid
        for path, oid in world.items()
        if not any(path.startswith(f"{other}/") for other in world)
    }


def tree_of(memory: Memory, world: dict[str, str]) -> str:
    builder = TreeBuilder(memory)
    for path, oid in world.items():
        builder.set(path, oid)
    return builder.write()


@settings(max_examples=200)
@given(Worlds, Worlds)
def test_two_trees_differ_in_exactly_what_differs(
    one: dict[str, str], other: dict[str, str]
) -> None:
    before, after = plain(one), plain(other)
    memory = Memory()
    trees = Trees(memory.trees.get)
    old, new = tree_of(memory, before), tree_of(memory, after)
    found = {
        item.path.decode(): (
            item.before[1].hex() if item.before else None,
            item.after[1].hex() if item.after else None,
        )
        for item in trees.compare(old, new)
        if isinstance(item, Difference)
    }
    assert found == {
        path: (before.get(path), after.get(path))
        for path in before.keys() | after.keys()
        if before.get(path) != after.get(path)
    }


@given(st.lists(st.binary(max_size=60), min_size=2, max_size=4))
def test_any_bytes_as_trees_give_an_answer(raws: list[bytes]) -> None:
    held = {f"{number:040x}": raw for number, raw in enumerate(raws, start=1)}
    trees = Trees(held.get)
    for before, after in zip([None, *held], held, strict=False):
        for item in trees.compare(before, after):
            assert item is not None


def test_the_diff_is_that_of_git(repository: Repository) -> None:
    start = {f"exams/registry/people/{n:02x}/p.yml": b"a: 1\n" for n in range(60)}
    repository.commit({**start, "readme.md": b"1\n"})
    repository.commit({"exams/registry/people/1f/p.yml": b"a: 2\n"})
    repository.commit({"exams/registry/people/1f/q.yml": b"a: 2\n"})
    repository.commit({"exams/registry/people/00/p.yml": None})
    repository.commit({f"exams/groups/g{n}/group.yml": b"x: 1\n" for n in range(9)})
    for transition in repository.transitions()[1:]:
        shown = git(
            repository.folder,
            *("diff-tree", "-r", "--no-renames", "--raw", "--no-abbrev"),
            *(transition.parents[0], transition.oid),
        )
        rows = [line[1:].replace("\t", " ").split(" ") for line in shown.splitlines()]
        expected = [
            (
                row[5],
                None if row[4] == "A" else row[2],
                None if row[4] == "D" else row[3],
            )
            for row in rows
        ]
        assert [(c.path, c.old, c.new) for c in transition.changes] == expected


def test_more_changes_than_a_person_can_make_are_found(
    repository: Repository, blob: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proeve.history.trees.MAX_CHANGES", 2)
    rows = [("100644", name, blob) for name in ("a.yml", "b.yml", "c.yml")]
    assert hostile_tree(repository, *rows) == ["history.changes"]
