"""Writing objects: Git itself finds them sound, and writes only what changed."""

import contextlib
from pathlib import Path

import pytest

from proeve.history.commits import commit_bytes
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import NO_COMMIT, git, init, move_branch
from proeve.history.treebuilder import TreeBuilder
from proeve.history.write import PackStore, object_id
from tests.history.building import Repository

WHEN = (1_790_000_000, "+0000")


class Counting:
    """Passes objects on and counts them."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.kinds: list[ObjectKind] = []

    def put(self, kind: ObjectKind, data: bytes) -> str:
        self.kinds.append(kind)
        return self._repository.put(kind, data)


@pytest.mark.parametrize("count", [1, 700])
def test_git_finds_a_written_pack_sound(tmp_path: Path, count: int) -> None:
    folder = init(tmp_path / "r.git", bare=True)
    with PackStore(folder / "objects") as store:
        tree = TreeBuilder(store)
        for number in range(count):
            tree.write_file(f"exams/groups/g/e{number}/exam.yml", b"#" * number * 40)
        raw = commit_bytes(tree.write(), (), "p-4f2a91c0", WHEN, "Start\n")
        head = store.put(ObjectKind.COMMIT, raw)
        assert store.put(ObjectKind.COMMIT, raw) == head
    move_branch(folder, head, before=NO_COMMIT)
    git(folder, "fsck", "--strict", "--full")
    packs = list((folder / "objects" / "pack").iterdir())
    assert sorted(pack.suffix for pack in packs) == [".idx", ".pack"]
    git(folder, "verify-pack", *(str(p) for p in packs if p.suffix == ".idx"))
    assert Objects.open(folder).raw(head, ObjectKind.COMMIT) == raw
    assert int(git(folder, "ls-tree", "-r", "--name-only", head).count("\n")) == count


def test_a_pack_after_an_error_leaves_nothing(tmp_path: Path) -> None:
    with contextlib.suppress(ZeroDivisionError), PackStore(tmp_path) as store:
        store.put(ObjectKind.BLOB, b"x")
        raise ZeroDivisionError
    assert list((tmp_path / "pack").iterdir()) == []


def test_an_empty_pack_leaves_nothing(tmp_path: Path) -> None:
    with PackStore(tmp_path):
        pass
    assert list((tmp_path / "pack").iterdir()) == []


def test_the_id_of_an_object_is_gits() -> None:
    assert object_id(ObjectKind.BLOB, b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_only_the_folders_that_changed_are_written(repository: Repository) -> None:
    repository.commit(
        {f"exams/groups/g{n}/e/exam.yml": b"a: 1\n" for n in range(20)}
        | {"exams/registry/root.yml": b"a: 1\n"}
    )
    counting = Counting(repository)
    start = repository.transitions()[0].tree
    tree = TreeBuilder(counting, repository.objects, start)
    assert tree.write() == start
    assert counting.kinds == []
    tree.write_file("exams/groups/g7/e/exam.yml", b"a: 2\n")
    changed = tree.write()
    assert counting.kinds == [ObjectKind.BLOB, *[ObjectKind.TREE] * 5]
    repository.commit_tree(changed)
    assert [c.path for c in repository.transitions()[1].changes] == [
        "exams/groups/g7/e/exam.yml"
    ]


def test_a_folder_that_becomes_empty_is_gone(repository: Repository) -> None:
    repository.commit({"a/b/c.yml": b"x", "a/d.yml": b"x", "e.yml": b"x"})
    repository.commit({"a/b/c.yml": None})
    tree = repository.transitions()[-1].tree
    shown = git(repository.folder, "ls-tree", "-r", "-t", "--name-only", tree)
    assert shown.split() == ["a", "a/d.yml", "e.yml"]
    assert repository.codes() == []


def test_a_tree_is_sorted_as_git_sorts(repository: Repository) -> None:
    names = ("a.b", "a/x", "a-b", "a0", "ab/x", "a.yml")
    repository.commit(dict.fromkeys(names, b"x"))
    git(repository.folder, "fsck", "--strict", "--full")
    assert repository.codes() == []


def test_a_file_takes_the_place_of_a_folder(repository: Repository) -> None:
    repository.commit({"a/b": b"x"})
    repository.commit({"a": b"y"})
    shown = git(repository.folder, "ls-tree", "-r", "--name-only", "main")
    assert shown.split() == ["a"]
    repository.commit({"a/b/c": b"z"})
    shown = git(repository.folder, "ls-tree", "-r", "--name-only", "main")
    assert shown.split() == ["a/b/c"]


def test_a_tree_is_loaded_only_from_objects(repository: Repository) -> None:
    with pytest.raises(ValueError, match="given objects"):
        TreeBuilder(repository.store, tree="1" * 40)
