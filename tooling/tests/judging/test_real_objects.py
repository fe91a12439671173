"""Attacks that only bytes can make: trees, headers, messages, signatures, act files.

Each is one commit on top of row 8 of the example, written as Git objects and judged
from those objects; the bytes before it come from a maker that knows nothing of Proeve.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from proeve.errors import TrustError
from proeve.gather.history import open_ledger
from proeve.history.transitions import transitions
from proeve.model.ledger import Standing
from tests.judging import papers, people
from tests.judging.ledger import START, written
from tests.judging.objects import File, GitObject, key_of
from tests.judging.real import (
    Raw,
    codes,
    judged,
    message_of,
    new_repository,
    undone,
    verdict,
    with_line,
)
from tests.judging.reference import LAST, after
from tests.judging.sim import ExamSim

HERE = f"exams/{people.EXAM}"
ASSIGNMENT = f"{HERE}/assignment.yml"
CHANGED = File(written(papers.assignment("Nieuw")))


def _change() -> tuple[Raw, ExamSim]:
    """Return a lawful change of the assignment, ready to be spoiled."""
    sim = after(8)
    made = sim.fork()
    made.contact.approves("acquire", {"assignment.yml": CHANGED})
    raw = Raw(sim, {ASSIGNMENT: CHANGED})
    raw.message = message_of(made)
    undone(made)
    return raw, sim


def test_the_example_reads_from_objects_as_it_was_made(store: Path) -> None:
    sim = after(LAST)
    state, judgements = judged(store, sim.books.ledger.head)
    assert [codes(each) for each in judgements if codes(each)] == []
    assert state == sim.books.state
    assert list(judgements) == sim.books.judgements


def test_the_facts_of_each_commit_are_what_the_maker_meant(store: Path) -> None:
    sim = after(LAST)
    head = sim.books.ledger.head
    for found, made in zip(
        transitions(store, head, workers=1), sim.transitions, strict=True
    ):
        assert found.oid == made.oid
        assert found.sha256 == made.sha256
        assert found.payload_sha256 == made.payload_sha256
        assert found.trailers == made.trailers
        assert found.signature == made.signature
        assert found.changes == made.changes
        assert found.acts == made.acts
        assert found.parents == made.parents


def test_git_finds_nothing_wrong_with_the_example(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "r.git")
    after(LAST).books.ledger.write_to(repository)
    done = subprocess.run(
        ("git", "-C", str(repository), "fsck", "--strict"),
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr


def test_the_change_that_is_spoiled_below_is_lawful(store: Path) -> None:
    raw, sim = _change()
    assert verdict(raw, sim, store) == (Standing.VALID, [])


# Messages. Each function returns the message as an attacker would have it.


def _swapped(message: str) -> str:
    subject, block = message.split("\n\n")
    lines = block.splitlines()
    lines[1], lines[2] = lines[2], lines[1]
    return f"{subject}\n\n" + "\n".join(lines) + "\n"


SPOILED: dict[str, Callable[[str], str]] = {
    "no trailers": lambda _: "Just a change\n",
    "a line twice": lambda m: m.replace("Proeve-Seq: 4\n", "Proeve-Seq: 4\n" * 2),
    "two seqs": lambda m: m.replace(
        "Proeve-Seq: 4\n", "Proeve-Seq: 9\nProeve-Seq: 4\n"
    ),
    "another order": _swapped,
    "a line missing": lambda m: m.replace("Proeve-Step: acquire\n", ""),
    "version 2": lambda m: with_line(m, "Version", "2"),
    "a leading zero": lambda m: with_line(m, "Seq", "04"),
    "a plus sign": lambda m: with_line(m, "Seq", "+4"),
    "two spaces": lambda m: m.replace("Proeve-Seq: ", "Proeve-Seq:  "),
    "a space behind": lambda m: m.replace("Proeve-Seq: 4", "Proeve-Seq: 4 "),
    "lower case": lambda m: m.replace("Proeve-Seq", "proeve-seq"),
    "a folded line": lambda m: m.replace(
        "Proeve-Step: acquire", "Proeve-Step:\n acquire"
    ),
    "another trailer": lambda m: m + "Signed-off-by: p-00000021\n",
    "text after it": lambda m: m + "\nMore text\n",
    "no line end": lambda m: m.rstrip("\n"),
    "two line ends": lambda m: m + "\n",
    "carriage returns": lambda m: m.replace("\n", "\r\n"),
    "one in the body": lambda m: m.replace("\n\n", "\n\nProeve-Seq: 9\n\n", 1),
    "one in the subject": lambda m: "Proeve-Seq: 9\n\n" + m.partition("\n\n")[2],
    "one behind a quote": lambda m: m.replace("\n\n", "\n\n> proeve-seq: 9\n\n", 1),
    "a hidden character": lambda m: "\u200b" + m,
    "a text that turns": lambda m: "\u202e" + m,
    "a bell": lambda m: "\x07" + m,
    "decomposed letters": lambda m: "cafe\u0301 " + m,
    "too long": lambda m: "x" * 5000 + "\n\n" + m.partition("\n\n")[2],
    "a capital in the scope": lambda m: with_line(m, "Scope", people.EXAM.upper()),
    "a way up in the scope": lambda m: with_line(m, "Scope", "groups/../registry"),
    "a scope too deep": lambda m: with_line(m, "Scope", f"{people.EXAM}/forms"),
    "an unknown action": lambda m: with_line(m, "Action", "accept"),
    "an unknown role": lambda m: with_line(m, "Role", "notary"),
    "another digest": lambda m: with_line(m, "Text", "sha1:" + "0" * 40),
    "capitals in a digest": lambda m: with_line(m, "Text", "sha256:" + "A" * 64),
    "an actor with a name": lambda m: with_line(m, "Actor", "p-anna"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_message_that_is_not_exactly_a_statement_is_refused(
    how: str, store: Path
) -> None:
    raw, sim = _change()
    raw.message = SPOILED[how](raw.message)
    standing, found = verdict(raw, sim, store)
    assert standing is not Standing.VALID
    assert any(code.startswith("statement.") for code in found), found


# Signatures and headers.


def test_a_commit_without_a_signature_is_unconfirmed(store: Path) -> None:
    raw, sim = _change()
    raw.key = None
    assert verdict(raw, sim, store) == (Standing.UNCONFIRMED, ["signature.none"])


def test_a_signature_of_a_forge_carries_no_role(store: Path) -> None:
    raw, sim = _change()
    raw.armor = "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
    assert verdict(raw, sim, store) == (Standing.UNCONFIRMED, ["signature.foreign"])


@pytest.mark.parametrize(
    "namespace", ["file", "proeve-act@v1", "proeve-genesis@v1", ""]
)
def test_a_commit_signed_in_another_namespace_is_refused(
    namespace: str, store: Path
) -> None:
    raw, sim = _change()
    raw.namespace = namespace
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("signature.") for code in found), found


@pytest.mark.parametrize(
    "spoil",
    [
        (b"Proeve-Seq: 4", b"Proeve-Seq: 3"),
        (b"+0000", b"+0100"),
        (b"acquire: approve", b"acquire: Approve"),
    ],
)
def test_bytes_changed_after_signing_are_refused(
    spoil: tuple[bytes, bytes], store: Path
) -> None:
    raw, sim = _change()
    raw.spoil = spoil
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("signature.") for code in found), found


def test_a_key_that_the_registry_does_not_know_is_refused(store: Path) -> None:
    raw, sim = _change()
    raw.key = key_of("a stranger")
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert found == ["people.unknown-key"]


@pytest.mark.parametrize(
    "header",
    ["encoding ISO-8859-1", "HG:extra x", "mergetag object", "gpgsig-sha256 x"],
)
def test_a_header_that_a_commit_may_not_have_is_refused(
    header: str, store: Path
) -> None:
    raw, sim = _change()
    raw.headers = (header,)
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("history.") for code in found), found


# Parents.


def test_a_merge_of_three_is_refused(store: Path) -> None:
    raw, sim = _change()
    oids = [made.transition.oid for made in sim.books.ledger.made]
    raw.parents = (oids[-1], oids[-2], oids[-3])
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("history.") for code in found), found


def test_a_merge_of_a_history_with_another_start_is_refused(store: Path) -> None:
    raw, sim = _change()
    who = f"p-00000000 <p-00000000@proeve.invalid> {START} +0000"
    tree = GitObject("tree", b"")
    body = f"tree {tree.oid}\nauthor {who}\ncommitter {who}\n\nAnother start\n"
    other = GitObject("commit", body.encode())
    raw.more = [tree, other]
    raw.parents = (*raw.parents, other.oid)
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("history.") for code in found), found


def test_a_merge_is_judged_by_its_first_parent(store: Path) -> None:
    raw, sim = _change()
    raw.parents = (*raw.parents, sim.books.ledger.made[-3].transition.oid)
    assert verdict(raw, sim, store)[0] is Standing.VALID


def test_a_merge_that_rolls_back_is_a_change_like_any_other(store: Path) -> None:
    raw, sim = _change()
    older = sim.books.ledger.made[-3]
    raw.parents = (*raw.parents, older.transition.oid)
    raw.tree = older.transition.tree
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID, found


def test_another_genesis_is_not_the_one_on_paper(store: Path) -> None:
    sim = after(8)
    head = sim.books.ledger.head
    root = f"proeve:{people.REPO}:sha256:{sim.transitions[0].sha256}"
    assert open_ledger(store, head, root).line[0] == sim.transitions[0].oid
    with pytest.raises(TrustError):
        open_ledger(store, head, root[:-1] + "!")


# Trees.

ENTRIES = {
    "a symlink": {f"{HERE}/link.yml": File(b"/etc/passwd", "120000")},
    "a program": {ASSIGNMENT: File(CHANGED.data, "100755")},
    "group writable": {ASSIGNMENT: File(CHANGED.data, "100664")},
    "a submodule": {f"{HERE}/module": File(b"", "160000")},
    "capitals": {f"{HERE}/Exam.yml": File(b"a: 1\n")},
    "a space": {f"{HERE}/my exam.yml": File(b"a: 1\n")},
    "a newline": {f"{HERE}/a\nb.yml": File(b"a: 1\n")},
    "a backslash": {f"{HERE}/a\\b.yml": File(b"a: 1\n")},
    "a name that starts with a dot": {f"{HERE}/.exam.yml": File(b"a: 1\n")},
    "too deep": {f"{HERE}/a/b/c/d/e.yml": File(b"a: 1\n")},
    "beside the groups": {"exams/loose.yml": File(b"a: 1\n")},
    "another folder": {"exams/other/a.yml": File(b"a: 1\n")},
    "exams spelled otherwise": {f"Exams/{people.EXAM}/exam.yml": File(b"a: 1\n")},
    "exams spelled wide": {"\uff45xams/a.yml": File(b"a: 1\n")},
    "a git folder": {".git/config": File(b"a\n")},
}


@pytest.mark.parametrize("how", ENTRIES)
def test_an_entry_that_a_ledger_may_not_hold_is_refused(how: str, store: Path) -> None:
    raw, sim = _change()
    more = {"exams/groups": "", **ENTRIES[how]}
    raw.files = {
        **raw.files,
        **{path: file for path, file in more.items() if isinstance(file, File)},
    }
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith(("history.", "scope.", "path.")) for code in found), (
        found
    )
