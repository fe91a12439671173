"""Commits taken apart: Git's own are read, and no header carries anything along."""

import subprocess
from pathlib import Path

import pytest

from proeve.history.commits import MAX_COMMIT, commit_bytes, links, read, signed
from proeve.history.keys import key_text, private_file
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import git
from proeve.model.history import SignatureStatus
from tests.history.building import MESSAGE, TRAILERS, Repository, key_of

TREE, PARENT, OTHER = "1" * 40, "2" * 40, "3" * 40
KEY = key_of("contact")
WHEN = (1_790_000_000, "+0100")
UNSIGNED = commit_bytes(TREE, (PARENT,), "p-4f2a91c0", WHEN, MESSAGE)
RAW = signed(KEY, UNSIGNED)
AUTHOR = b"author p-4f2a91c0 <p-4f2a91c0@proeve.invalid> 1790000000 +0100\n"


def codes(raw: bytes) -> list[str]:
    commit = read(raw)
    assert commit is not None
    return [problem.code for problem in commit.problems]


def test_a_commit_tells_who_signed_what() -> None:
    commit = read(RAW)
    assert commit is not None
    assert commit.problems == ()
    assert (commit.tree, commit.parents) == (TREE, (PARENT,))
    assert (commit.authored, commit.offset) == WHEN
    assert commit.subject == "acquire: approve"
    assert commit.trailers == TRAILERS
    assert commit.signature.status is SignatureStatus.GOOD
    assert commit.signature.key == key_text(KEY)


def test_git_accepts_our_commit_and_we_accept_gits(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r.git")
    first = repository.commit({"exams/registry/root.yml": b"a: 1\n"})
    key = tmp_path / "key"
    key.write_bytes(private_file(KEY))
    key.chmod(0o600)
    allowed = tmp_path / "allowed"
    allowed.write_text(f"p-4f2a91c0@proeve.invalid {key_text(KEY)}\n")
    ssh = ("-c", "gpg.format=ssh", "-c", f"gpg.ssh.allowedSignersFile={allowed}")
    git(repository.folder, *ssh, "verify-commit", first)
    key_and_name = (
        *("-c", f"user.signingKey={key}"),
        *("-c", "user.name=p-4f2a91c0", "-c", "user.email=p-4f2a91c0@proeve.invalid"),
    )
    tree = git(repository.folder, "rev-parse", f"{first}^{{tree}}").strip()
    made = git(
        repository.folder,
        *(*ssh, *key_and_name, "commit-tree", "-S", "-p", first, tree, "-m", MESSAGE),
    ).strip()
    raw = Objects.open(repository.folder).raw(made, ObjectKind.COMMIT)
    commit = read(raw)
    assert commit is not None
    assert commit.problems == ()
    assert commit.trailers == TRAILERS
    assert commit.signature.key == key_text(KEY)


def test_an_unsigned_commit_states_nothing() -> None:
    commit = read(UNSIGNED)
    assert commit is not None
    assert commit.trailers is None
    assert [problem.code for problem in commit.problems] == ["signature.none"]


def test_a_commit_that_a_forge_signed_states_nothing() -> None:
    pgp = (
        b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n"
    )
    raw = UNSIGNED.replace(b"\n\n", b"\n" + pgp + b"\n", 1)
    commit = read(raw)
    assert commit is not None
    assert commit.signature.status is SignatureStatus.NONE
    assert [problem.code for problem in commit.problems] == ["signature.foreign"]


def test_a_signed_commit_without_our_lines_is_told_apart() -> None:
    plain = commit_bytes(TREE, (PARENT,), "p-4f2a91c0", WHEN, "Merge a branch\n")
    assert codes(signed(KEY, plain)) == ["statement.absent"]


HEADERS = {
    "unsigned data in a second signature header": (
        RAW.replace(b"\n\n", b"\ngpgsig-sha256 x\n\n", 1),
        "history.header",
    ),
    "signature under another name": (
        RAW.replace(b"gpgsig ", b"gpgsigx ", 1),
        "history.header",
    ),
    "second signature": (
        RAW.replace(b"\n\n", b"\ngpgsig x\n\n", 1),
        "history.headers",
    ),
    "second author": (
        signed(KEY, UNSIGNED.replace(AUTHOR, AUTHOR + AUTHOR, 1)),
        "history.headers",
    ),
    "encoding": (
        signed(KEY, UNSIGNED.replace(b"\n\n", b"\nencoding latin1\n\n", 1)),
        "history.header",
    ),
    "merged tag": (
        signed(KEY, UNSIGNED.replace(b"\n\n", b"\nmergetag object x\n\n", 1)),
        "history.header",
    ),
    "mercurial's own": (
        signed(KEY, UNSIGNED.replace(b"\n\n", b"\nHG:extra x\n\n", 1)),
        "history.header",
    ),
    "author before parent": (
        signed(
            KEY,
            UNSIGNED.replace(AUTHOR, b"").replace(b"parent", AUTHOR + b"parent", 1),
        ),
        "history.headers",
    ),
    "octopus": (
        signed(KEY, commit_bytes(TREE, (PARENT, OTHER, TREE), "p-1", WHEN, MESSAGE)),
        "history.parents",
    ),
    "nul in a header": (
        signed(KEY, UNSIGNED.replace(b"author p", b"author \0p", 1)),
        "history.headers",
    ),
    "no message": (UNSIGNED.partition(b"\n\n")[0], "history.headers"),
    "oid in capitals": (
        signed(KEY, UNSIGNED.replace(b"2" * 40, b"A" * 40)),
        "history.headers",
    ),
    "too long": (RAW + b"x" * MAX_COMMIT, "history.commit-long"),
}


@pytest.mark.parametrize(("raw", "code"), HEADERS.values(), ids=HEADERS.keys())
def test_a_header_that_does_not_belong_is_found(raw: bytes, code: str) -> None:
    commit = read(raw)
    assert commit is not None
    assert commit.signature.status is SignatureStatus.BAD
    assert commit.trailers is None
    assert codes(raw) == [code]


def test_a_nul_in_the_message_hides_nothing() -> None:
    raw = signed(KEY, UNSIGNED.replace(b"acquire: app", b"acquire: \0app", 1))
    assert codes(raw) == ["statement.characters"]


SPELLINGS = {
    "armor wrapped elsewhere": RAW.replace(b"\n AAAA", b"\n AA\n AA", 1),
    "text after the end": RAW.replace(
        b"-----END SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----\n x", 1
    ),
    "empty line in the header": RAW.replace(
        b"-----BEGIN SSH SIGNATURE-----", b"-----BEGIN SSH SIGNATURE-----\n ", 1
    ),
    "space before begin": RAW.replace(b"gpgsig ", b"gpgsig  ", 1),
}


@pytest.mark.parametrize("raw", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_one_signature_makes_one_commit_only(raw: bytes) -> None:
    if raw == RAW:
        raw = RAW.replace(b"=\n", b"=\n \n", 1)
    assert codes(raw) == ["signature.armor"]


def test_a_changed_tree_breaks_the_signature() -> None:
    assert codes(RAW.replace(b"1" * 40, b"4" * 40)) == ["signature.mismatch"]


def test_a_changed_message_breaks_the_signature() -> None:
    assert codes(RAW.replace(b"Seq: 5", b"Seq: 6")) == ["signature.mismatch"]


@pytest.mark.parametrize(
    "author",
    [
        b"author p-1 1790000000 +0100\n",
        b"author p-1 <p-1> x +0100\n",
        b"author p-1 <p-1> 999999999999999999 +0100\n",
        b"author p-1 <p-1> 1790000000 +9900\n",
    ],
)
def test_a_time_that_nobody_can_show_is_found(author: bytes) -> None:
    assert codes(signed(KEY, UNSIGNED.replace(AUTHOR, author))) == ["history.author"]


def test_what_names_no_tree_is_no_commit() -> None:
    assert read(b"") is None
    assert read(b"tree xyz\n") is None
    assert links(b"parent " + PARENT.encode() + b"\n") is None


def test_the_links_of_an_octopus_are_all_seen() -> None:
    raw = commit_bytes(TREE, (PARENT, OTHER, TREE), "p-1", WHEN, "x\n")
    assert links(raw) == (TREE, (PARENT, OTHER, TREE))


def test_git_agrees_that_ours_are_sound(repository: Repository) -> None:
    repository.commit({"exams/registry/root.yml": b"a: 1\n"})
    done = subprocess.run(
        ["git", "-C", str(repository.folder), "fsck", "--strict", "--full"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "error" not in done.stderr
