"""Repositories that are not whole, or that show another history than they hold."""

import zlib
from pathlib import Path

import pytest

from proeve.errors import RepositoryError
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import NO_COMMIT, check_out, git, init, move_branch
from tests.history.building import Repository

FILES = {"exams/registry/root.yml": b"a: 1\n"}


@pytest.fixture
def ledger(repository: Repository) -> Repository:
    repository.commit(FILES)
    repository.commit({"exams/registry/school.yml": b"b: 2\n"})
    return repository


def refusal(folder: Path) -> str:
    with pytest.raises(RepositoryError) as caught:
        Objects.open(folder).head()
    assert caught.value.nl != caught.value.en
    assert caught.value.nl.endswith(".")
    return caught.value.en


def test_a_folder_is_no_repository(tmp_path: Path) -> None:
    assert "is not a Git repository" in refusal(tmp_path)


def test_a_folder_that_is_not_there_is_no_repository(ledger: Repository) -> None:
    # The enclosing repository must not be judged in its place.
    assert "is not a Git repository" in refusal(ledger.folder / "absent")


def test_an_empty_repository_has_nothing_to_judge(tmp_path: Path) -> None:
    init(tmp_path / "r")
    assert "is empty" in refusal(tmp_path / "r")


def test_another_branch_is_not_main(ledger: Repository) -> None:
    git(ledger.folder, "branch", "-m", "main", "other")
    assert "does not know" in refusal(ledger.folder)


def test_a_shallow_clone_is_refused(ledger: Repository, tmp_path: Path) -> None:
    source = f"file://{ledger.folder}"
    git(tmp_path, "clone", "-q", "--depth", "1", source, "shallow")
    assert "is shallow" in refusal(tmp_path / "shallow")


def test_a_partial_clone_is_refused(ledger: Repository, tmp_path: Path) -> None:
    git(ledger.folder, "config", "uploadpack.allowFilter", "true")
    source = f"file://{ledger.folder}"
    git(tmp_path, "clone", "-q", "--filter=blob:none", source, "partial")
    assert "is partial" in refusal(tmp_path / "partial")


def test_grafts_are_refused(ledger: Repository) -> None:
    (ledger.folder / "info").mkdir(exist_ok=True)
    (ledger.folder / "info" / "grafts").write_text(f"{ledger.head}\n")
    assert "info/grafts" in refusal(ledger.folder)


@pytest.mark.parametrize("packed", [False, True])
def test_replaced_objects_are_refused(ledger: Repository, *, packed: bool) -> None:
    git(ledger.folder, "replace", ledger.made[1], ledger.made[0])
    if packed:
        git(ledger.folder, "pack-refs", "--all")
    assert "refs/replace" in refusal(ledger.folder)


def test_borrowed_objects_are_refused(ledger: Repository, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--shared", str(ledger.folder), "borrower")
    assert "info/alternates" in refusal(tmp_path / "borrower")


def test_sha_256_repositories_are_refused(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--object-format=sha256", "r")
    assert "sha256" in refusal(tmp_path / "r")


def test_a_missing_object_is_named(ledger: Repository) -> None:
    assert ledger.head is not None
    (ledger.folder / "objects" / ledger.head[:2] / ledger.head[2:]).unlink()
    assert f"Object {ledger.head} is missing" in refusal(ledger.folder)


def blob_file(ledger: Repository) -> tuple[str, Path]:
    oid = ledger.put(ObjectKind.BLOB, b"grade: fail\n")
    file = ledger.folder / "objects" / oid[:2] / oid[2:]
    file.chmod(0o644)
    return oid, file


@pytest.mark.parametrize(
    "content",
    [zlib.compress(b"blob 12\0grade: pass\n"), b"junk", b""],
    ids=["other bytes for an id", "junk", "emptied"],
)
def test_a_tampered_loose_object_is_not_believed(
    ledger: Repository, content: bytes
) -> None:
    oid, file = blob_file(ledger)
    file.write_bytes(content)
    with pytest.raises(RepositoryError, match=f"Object {oid} is damaged or forged"):
        ledger.objects.raw(oid, ObjectKind.BLOB)


def test_a_pack_that_serves_other_bytes_is_not_believed(ledger: Repository) -> None:
    good = ledger.put(ObjectKind.BLOB, b"grade: fail\n")
    ledger.commit({"exams/registry/a.yml": b"grade: pass\n", "b.yml": b"grade: fail\n"})
    git(ledger.folder, "repack", "-adq")
    index = next((ledger.folder / "objects" / "pack").glob("*.idx"))
    table = bytearray(index.read_bytes())
    other = ledger.put(ObjectKind.BLOB, b"grade: pass\n")
    count = int.from_bytes(table[8 + 255 * 4 : 8 + 256 * 4], "big")
    oids = [
        bytes(table[at : at + 20]).hex()
        for at in range(8 + 1024, 8 + 1024 + count * 20, 20)
    ]
    offsets = 8 + 1024 + count * 24
    one, two = (offsets + oids.index(oid) * 4 for oid in (good, other))
    table[one : one + 4], table[two : two + 4] = (
        table[two : two + 4],
        table[one : one + 4],
    )
    index.chmod(0o644)
    index.write_bytes(bytes(table))
    for loose in (ledger.folder / "objects").glob("??/*"):
        loose.unlink()
    # Git itself shows the other grade; that is the attack.
    assert git(ledger.folder, "cat-file", "-p", good) == "grade: pass\n"
    with pytest.raises(RepositoryError, match="damaged or forged"):
        ledger.objects.raw(good, ObjectKind.BLOB)


def test_an_object_of_another_kind_is_refused(ledger: Repository) -> None:
    oid, _ = blob_file(ledger)
    with pytest.raises(RepositoryError, match="is not a commit"):
        ledger.objects.head(oid)


def test_a_tag_named_main_does_not_win(ledger: Repository) -> None:
    git(ledger.folder, "tag", "main", ledger.made[0])
    for name in ("main", "refs/heads/main", "HEAD"):
        assert ledger.objects.head(name) == ledger.made[1]
    assert ledger.objects.head("refs/tags/main") == ledger.made[0]


def test_a_branch_named_like_a_commit_does_not_win(ledger: Repository) -> None:
    git(ledger.folder, "update-ref", f"refs/heads/{ledger.made[0]}", ledger.made[1])
    assert ledger.objects.head(ledger.made[0]) == ledger.made[0]


def test_packed_refs_are_read_and_loose_ones_go_first(ledger: Repository) -> None:
    git(ledger.folder, "pack-refs", "--all")
    assert not (ledger.folder / "refs" / "heads" / "main").exists()
    assert ledger.objects.head() == ledger.made[1]
    git(ledger.folder, "update-ref", "refs/heads/main", ledger.made[0])
    assert ledger.objects.head() == ledger.made[0]


@pytest.mark.parametrize(
    "rev",
    ["refs/heads/../../config", "refs//x", "no-such", "refs/heads/", "", "HEAD~1"],
)
def test_an_odd_revision_is_not_known(ledger: Repository, rev: str) -> None:
    with pytest.raises(RepositoryError, match="does not know"):
        ledger.objects.head(rev)


def test_a_ref_that_follows_itself_ends(ledger: Repository) -> None:
    (ledger.folder / "refs" / "heads" / "loop").write_text("ref: refs/heads/loop\n")
    with pytest.raises(RepositoryError, match="cannot be read"):
        ledger.objects.head("loop")


def test_head_may_be_a_commit(ledger: Repository) -> None:
    (ledger.folder / "HEAD").write_text(f"{ledger.made[0]}\n")
    assert ledger.objects.head("HEAD") == ledger.made[0]


def test_a_worktree_and_its_folders_open_the_same(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "bare.git")
    head = repository.commit(FILES)
    git(tmp_path, "clone", "-q", "--no-local", str(repository.folder), "clone")
    clone = tmp_path / "clone"
    git(clone, "worktree", "add", "-q", "--detach", str(tmp_path / "linked"))
    for folder in (
        clone,
        clone / ".git",
        clone / "exams" / "registry",
        tmp_path / "linked",
    ):
        assert Objects.open(folder).head("HEAD") == head


def test_nothing_in_a_hostile_configuration_runs(
    ledger: Repository, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {trap}\n")
    script.chmod(0o755)
    for name in ("core.fsmonitor", "core.sshCommand", "gpg.ssh.program", "gpg.program"):
        git(ledger.folder, "config", name, str(script))
    assert len(ledger.transitions()) == 2
    assert not trap.exists()


def test_a_lying_commit_graph_is_not_read(ledger: Repository) -> None:
    git(ledger.folder, "commit-graph", "write", "--reachable")
    graph = ledger.folder / "objects" / "info" / "commit-graph"
    graph.chmod(0o644)
    graph.write_bytes(b"CGPH" + bytes(200))
    assert [each.oid for each in ledger.transitions()] == ledger.made


def test_a_push_in_quarantine_is_read_beside_the_repository(
    ledger: Repository, tmp_path: Path
) -> None:
    waiting = Repository(tmp_path / "waiting.git")
    oid = waiting.put(ObjectKind.BLOB, b"pushed\n")
    quarantine = waiting.folder / "objects"
    found = Objects.open(ledger.folder, quarantine=quarantine)
    assert found.raw(oid, ObjectKind.BLOB) == b"pushed\n"
    assert found.head() == ledger.head


def test_a_branch_moves_only_from_where_it_stood(ledger: Repository) -> None:
    with pytest.raises(RepositoryError):
        move_branch(ledger.folder, ledger.made[0], before=NO_COMMIT)
    move_branch(ledger.folder, ledger.made[0], before=ledger.made[1])
    assert ledger.objects.head() == ledger.made[0]


def test_a_worktree_gets_the_files_of_its_branch(tmp_path: Path) -> None:
    folder = tmp_path / "school"
    git_dir = init(folder)
    maker = Repository(tmp_path / "other.git")
    head = maker.commit(FILES)
    git(folder, "fetch", "-q", str(maker.folder), "main")
    move_branch(git_dir, head, before=NO_COMMIT)
    check_out(folder)
    assert (folder / "exams" / "registry" / "root.yml").read_bytes() == b"a: 1\n"
    assert git(folder, "status", "--porcelain") == ""
