"""Every store keeps bytes under their digest, whole or not at all."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from proeve.errors import StoreError, UsageError
from proeve.stores.folder import Folder
from proeve.stores.in_repo import MOST_BYTES, InRepo
from proeve.stores.opening import open_store
from proeve.stores.policy import EvidencePolicy
from proeve.stores.remote import Remote, open_remote
from proeve.stores.store import Store, kept_digest

PROOF, OTHER = b"a photograph of a fuse box", b"another"


def name_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def policy(store: str, location: str = "") -> EvidencePolicy:
    return EvidencePolicy(
        store=store,
        location=location,
        most_bytes=1000,
        types=frozenset({"text/plain"}),
        seen_by=1,
    )


def files_below(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    )


def broken_off() -> Iterator[bytes]:
    """Yield half of a file, and then what a full disk or a lost cable does."""
    yield PROOF[:9]
    raise OSError(28, "No space left on device")


@pytest.fixture(params=["folder", "address", "in_repo"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """Return one store of each kind."""
    made: dict[str, Callable[[], Store]] = {
        "folder": lambda: Folder(tmp_path),
        "address": lambda: open_remote(f"file://{tmp_path}", "d1"),
        "in_repo": lambda: InRepo(lambda _: None),
    }
    return made[str(request.param)]()


def test_what_was_put_comes_back(store: Store) -> None:
    assert store.put(name_of(PROOF), iter((PROOF[:5], PROOF[5:])))
    assert store.has(name_of(PROOF))
    with store.open(name_of(PROOF)) as opened:
        assert opened.read() == PROOF
    assert kept_digest(store, name_of(PROOF)) == name_of(PROOF)
    assert kept_digest(store, name_of(OTHER)) is None


def test_the_same_file_twice_is_stored_once(store: Store) -> None:
    assert store.put(name_of(PROOF), (PROOF,))
    assert not store.put(name_of(PROOF), (PROOF,))


def test_bytes_that_do_not_fit_their_digest_are_not_kept(store: Store) -> None:
    with pytest.raises(StoreError):
        store.put(name_of(PROOF), (OTHER,))
    assert not store.has(name_of(PROOF))


@pytest.mark.parametrize(
    "name", ["../../x", "", "a/b", "\0", "A" * 64, "f" * 63, "f" * 65, f"{'f' * 64}\n"]
)
def test_only_a_digest_is_a_name(store: Store, name: str) -> None:
    for ask in (store.has, store.open, store.remove):
        with pytest.raises(StoreError):
            ask(name)
    with pytest.raises(StoreError):
        store.put(name, (PROOF,))


@pytest.mark.parametrize("kind", ["folder", "address"])
class TestOnDisk:
    """What holds for a store whose files a test can look at."""

    @pytest.fixture
    def kept(self, kind: str, tmp_path: Path) -> Store:
        """Return the store."""
        if kind == "folder":
            return Folder(tmp_path)
        return open_remote(f"file://{tmp_path}", "d1")

    def test_a_broken_upload_leaves_nothing(self, kept: Store, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="No space left"):
            kept.put(name_of(PROOF), broken_off())
        assert files_below(tmp_path) == []

    def test_a_spoiled_file_is_told_and_replaced(
        self, kept: Store, tmp_path: Path
    ) -> None:
        kept.put(name_of(PROOF), (PROOF,))
        (tmp_path / files_below(tmp_path)[0]).chmod(0o600)
        (tmp_path / files_below(tmp_path)[0]).write_bytes(OTHER)
        assert kept_digest(kept, name_of(PROOF)) == name_of(OTHER)
        assert kept.put(name_of(PROOF), (PROOF,))
        assert kept_digest(kept, name_of(PROOF)) == name_of(PROOF)

    def test_an_erased_file_is_gone(self, kept: Store, tmp_path: Path) -> None:
        kept.put(name_of(PROOF), (PROOF,))
        assert kept.remove(name_of(PROOF))
        assert not kept.remove(name_of(PROOF))
        assert files_below(tmp_path) == []

    def test_two_who_add_at_once_leave_one_whole_file(
        self, kept: Store, tmp_path: Path
    ) -> None:
        content = os.urandom(200_000)
        again = (
            Folder(tmp_path)
            if isinstance(kept, Folder)
            else open_remote(f"file://{tmp_path}", "d2")
        )
        pieces = [content[at : at + 997] for at in range(0, len(content), 997)]
        with ThreadPoolExecutor(2) as both:
            done = [
                both.submit(each.put, name_of(content), iter(pieces))
                for each in (kept, again)
            ]
            for each in done:
                each.result()
        name = name_of(content)
        assert files_below(tmp_path) == [f"{name[:2]}/{name}"]
        assert kept_digest(kept, name) == name


KILLED = """
import os, sys
from pathlib import Path
from proeve.stores.folder import Folder

def content():
    yield sys.argv[3].encode()[:9]
    os.kill(os.getpid(), 9)

Folder(Path(sys.argv[1])).put(sys.argv[2], content())
"""


def test_a_run_that_is_killed_leaves_nothing_once_it_is_run_again(
    tmp_path: Path,
) -> None:
    name = name_of(PROOF)
    words = [sys.executable, "-c", KILLED, str(tmp_path), name, PROOF.decode()]
    done = subprocess.run(words, check=False)
    assert done.returncode == -9
    assert not Folder(tmp_path).has(name)
    assert len(files_below(tmp_path)) == 1
    assert Folder(tmp_path).put(name, (PROOF,))
    assert files_below(tmp_path) == [f"{name[:2]}/{name}"]


def test_who_is_still_writing_is_left_alone(tmp_path: Path) -> None:
    name, other = name_of(PROOF), Folder(tmp_path)

    def meanwhile() -> Iterator[bytes]:
        yield PROOF[:9]
        assert other.put(name, (PROOF,))
        yield PROOF[9:]

    assert Folder(tmp_path).put(name, meanwhile())
    assert files_below(tmp_path) == [f"{name[:2]}/{name}"]


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "store" / name_of(PROOF)[:2]).mkdir(parents=True)
    (tmp_path / "secret").write_bytes(PROOF)
    link = tmp_path / "store" / name_of(PROOF)[:2] / name_of(PROOF)
    link.symlink_to(tmp_path / "secret")
    store = Folder(tmp_path / "store")
    assert not store.has(name_of(PROOF))
    with pytest.raises(StoreError):
        store.open(name_of(PROOF))


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    store = Folder(tmp_path / "mount")
    for ask in (store.has, store.remove, lambda name: store.put(name, (PROOF,))):
        with pytest.raises(StoreError, match="is not there"):
            ask(name_of(PROOF))
    assert not (tmp_path / "mount").exists()


def test_git_keeps_what_is_small_and_forgets_nothing() -> None:
    store = InRepo(lambda name: PROOF if name == name_of(PROOF) else None)
    assert not store.put(name_of(PROOF), (PROOF,))
    large = bytes(MOST_BYTES + 1)
    with pytest.raises(StoreError):
        store.put(name_of(large), (large,))
    assert store.added == {}
    with pytest.raises(StoreError, match="cannot be erased"):
        store.remove(name_of(PROOF))


def test_policy_says_which_store_it_is(tmp_path: Path) -> None:
    inside, clone = InRepo(lambda _: None), tmp_path / "school"
    assert open_store(policy("in_repo"), clone, inside, "d") is inside
    found = open_store(policy("folder", "bewijs"), clone, inside, "d")
    assert found == Folder(tmp_path / "bewijs")
    whole = open_store(policy("folder", "/srv/bewijs"), clone, inside, "d")
    assert whole == Folder(Path("/srv/bewijs"))
    remote = open_store(policy("url", f"file://{tmp_path}"), clone, inside, "d")
    assert isinstance(remote, Remote)


@pytest.mark.parametrize("location", ["", "school", "school/exams", "x/../school/y"])
def test_a_folder_in_the_repository_is_no_store(tmp_path: Path, location: str) -> None:
    (tmp_path / "school").mkdir()
    with pytest.raises(UsageError):
        open_store(
            policy("folder", location), tmp_path / "school", InRepo(lambda _: None), "d"
        )


@pytest.mark.parametrize(
    "address",
    [
        "",
        "bewijs",
        "s3://key:secret@bucket/x",
        "filecache::s3://bucket",
        "zip://a.zip::s3://bucket",
        "s3://bucket/a b",
    ],
)
def test_an_address_with_a_password_or_a_chain_is_refused(address: str) -> None:
    with pytest.raises(UsageError):
        open_remote(address, "d")


def test_an_address_that_nothing_here_opens_says_so() -> None:
    with pytest.raises(StoreError):
        open_remote("nowhere://bucket/x", "d")
