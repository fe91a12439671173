"""Boxes for files: opened by the keys they name, of age or of SSH, and by no other."""

import subprocess
from pathlib import Path

import pytest

from proeve.deeds.keeping_names import (
    Names,
    check_outside,
    keep_names,
    new_names,
    open_names,
    put,
    put_back,
)
from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.errors import UsageError
from proeve.sealing import SealingError, lock, new_identity, opening_key, unlock

AGE = new_identity()
DIRECTORY = Directory().with_entries(
    [Entry(id="p-00000001", kind=EntryKind.STUDENT, name="Sam")]
)


def ssh_key(folder: Path, passphrase: str = "") -> Path:
    path = folder / "key"
    options = ("-q", "-t", "ed25519", "-N", passphrase, "-C", "x", "-f", str(path))
    subprocess.run(("ssh-keygen", *options), check=True)
    return path


def test_a_box_opens_for_age_and_for_ssh_keys(tmp_path: Path) -> None:
    key = ssh_key(tmp_path)
    public = key.with_name("key.pub").read_text().rsplit(" ", 1)[0]
    box = lock(b"names\n", [opening_key(AGE), public])
    assert unlock(box, [AGE.encode()]) == b"names\n"
    assert unlock(box, [key.read_bytes()]) == b"names\n"
    assert b"names" not in box


def test_an_identity_file_with_comments_opens() -> None:
    box = lock(b"x", [opening_key(AGE)])
    assert unlock(box, [f"# made today\n{AGE}\n".encode()]) == b"x"


def test_a_box_tells_only_how_many_blocks_it_holds() -> None:
    sizes = {len(lock(b"x" * n, [opening_key(AGE)])) for n in (1, 100, 4096)}
    assert max(sizes) - min(sizes) < 300, "age adds some noise of its own"


@pytest.mark.parametrize("recipients", [[], ["age1x"], ["ssh-rsa AAAA"], ["wat"]])
def test_what_is_no_public_key_locks_nothing(recipients: list[str]) -> None:
    with pytest.raises(SealingError):
        lock(b"x", recipients)


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    box = lock(b"x", [opening_key(AGE)])
    guarded = ssh_key(tmp_path, "geheim")
    for secret in (new_identity().encode(), b"rubbish", b"", guarded.read_bytes()):
        with pytest.raises(SealingError):
            unlock(box, [secret])


def kept(folder: Path) -> Names:
    names = new_names(folder / "names.age", (opening_key(AGE),))
    keep_names(names.holding(DIRECTORY))
    return open_names(names.path, (AGE.encode(),))


def test_a_directory_is_kept_for_the_keys_that_it_names(tmp_path: Path) -> None:
    names = kept(tmp_path)
    assert (names.directory, names.recipients) == (DIRECTORY, (opening_key(AGE),))
    assert names.path.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["names.age"]


def test_a_directory_is_put_back_as_it_was(tmp_path: Path) -> None:
    names = kept(tmp_path)
    before = names.path.read_bytes()
    keep_names(names.holding(Directory()))
    put_back(names)
    assert names.path.read_bytes() == before
    fresh = new_names(tmp_path / "other.age", names.recipients)
    keep_names(fresh)
    put_back(fresh)
    assert not fresh.path.exists()


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b'{"kind":"x","recipients":[],"entries":[]}', b"\xff",
                b'{"kind":"proeve-directory/1","recipients":[],"entries":[{"a":1}]}'],
)  # fmt: skip
def test_what_is_no_directory_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "names.age"
    path.write_bytes(lock(content, [opening_key(AGE)]))
    with pytest.raises(UsageError):
        open_names(path, (AGE.encode(),))


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        put(tmp_path / "absent" / "names.age", b"x")
    (tmp_path / "taken").mkdir()
    with pytest.raises(UsageError):
        put(tmp_path / "taken", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_names_are_kept_outside_the_repository(tmp_path: Path) -> None:
    check_outside(tmp_path / "names.age", tmp_path / "school")
    with pytest.raises(UsageError):
        check_outside(tmp_path / "school" / "x" / "names.age", tmp_path / "school")
    with pytest.raises(UsageError):
        check_outside(tmp_path / "a" / ".." / "school" / "n", tmp_path / "school")
