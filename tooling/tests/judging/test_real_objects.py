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
from tests.judging import papers
from tests.judging.ledger import START, sign_act, written
from tests.judging.objects import File, GitObject, SshKey, key_of, write_object
from tests.judging.real import (
    Raw,
    codes,
    judged,
    judged_last,
    message_of,
    new_repository,
    undone,
)
from tests.judging.reference import LAST, after
from tests.judging.sim import ExamSim

HERE = f"exams/{papers.EXAM}"
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


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository in which every attack lies beside the others."""
    folder = new_repository(tmp_path_factory.mktemp("store") / "r.git")
    after(LAST).books.ledger.write_to(folder)
    return folder


def _verdict(raw: Raw, sim: ExamSim, store: Path) -> tuple[Standing, list[str]]:
    judgement = judged_last(store, sim, raw.write(store))
    return judgement.standing, list(codes(judgement))


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
    assert _verdict(raw, sim, store) == (Standing.VALID, [])


# Messages. Each function returns the message as an attacker would have it.


def _line(message: str, name: str, value: str) -> str:
    head, _, rest = message.partition(f"Proeve-{name}: ")
    return f"{head}Proeve-{name}: {value}\n{rest.partition(chr(10))[2]}"


def _swapped(message: str) -> str:
    subject, block = message.split("\n\n")
    lines = block.splitlines()
    lines[1], lines[2] = lines[2], lines[1]
    return f"{subject}\n\n" + "\n".join(lines) + "\n"


SPOILED: dict[str, Callable[[str], str]] = {
    "no trailers": lambda _: "Just a change\n",
    "a line twice": lambda m: m.replace("Proeve-Seq: 4\n", "Proeve-Seq: 4\n" * 2),
    "two seqs": lambda m: m.replace("Proeve-Seq: 4\n", "Proeve-Seq: 9\nProeve-Seq: 4\n"),
    "another order": _swapped,
    "a line missing": lambda m: m.replace("Proeve-Step: acquire\n", ""),
    "version 2": lambda m: _line(m, "Version", "2"),
    "a leading zero": lambda m: _line(m, "Seq", "04"),
    "a plus sign": lambda m: _line(m, "Seq", "+4"),
    "two spaces": lambda m: m.replace("Proeve-Seq: ", "Proeve-Seq:  "),
    "a space behind": lambda m: m.replace("Proeve-Seq: 4", "Proeve-Seq: 4 "),
    "lower case": lambda m: m.replace("Proeve-Seq", "proeve-seq"),
    "a folded line": lambda m: m.replace("Proeve-Step: acquire", "Proeve-Step:\n acquire"),
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
    "a capital in the scope": lambda m: _line(m, "Scope", papers.EXAM.upper()),
    "a way up in the scope": lambda m: _line(m, "Scope", "groups/../registry"),
    "a scope too deep": lambda m: _line(m, "Scope", f"{papers.EXAM}/forms"),
    "an unknown action": lambda m: _line(m, "Action", "accept"),
    "an unknown role": lambda m: _line(m, "Role", "notary"),
    "another digest": lambda m: _line(m, "Text", "sha1:" + "0" * 40),
    "capitals in a digest": lambda m: _line(m, "Text", "sha256:" + "A" * 64),
    "an actor with a name": lambda m: _line(m, "Actor", "p-anna"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_message_that_is_not_exactly_a_statement_is_refused(
    how: str, store: Path
) -> None:
    raw, sim = _change()
    raw.message = SPOILED[how](raw.message)
    standing, found = _verdict(raw, sim, store)
    assert standing is not Standing.VALID
    assert any(code.startswith("statement.") for code in found), found


# Signatures and headers.


def test_a_commit_without_a_signature_is_unconfirmed(store: Path) -> None:
    raw, sim = _change()
    raw.key = None
    assert _verdict(raw, sim, store) == (Standing.UNCONFIRMED, ["signature.none"])


def test_a_signature_of_a_forge_carries_no_role(store: Path) -> None:
    raw, sim = _change()
    raw.armor = "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
    assert _verdict(raw, sim, store) == (Standing.UNCONFIRMED, ["signature.foreign"])


@pytest.mark.parametrize("namespace", ["file", "proeve-act@v1", "proeve-genesis@v1", ""])
def test_a_commit_signed_in_another_namespace_is_refused(
    namespace: str, store: Path
) -> None:
    raw, sim = _change()
    raw.namespace = namespace
    standing, found = _verdict(raw, sim, store)
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
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("signature.") for code in found), found


def test_a_key_that_the_registry_does_not_know_is_refused(store: Path) -> None:
    raw, sim = _change()
    raw.key = key_of("a stranger")
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert found == ["people.unknown-key"]


@pytest.mark.parametrize(
    "header", ["encoding ISO-8859-1", "HG:extra x", "mergetag object", "gpgsig-sha256 x"]
)
def test_a_header_that_a_commit_may_not_have_is_refused(
    header: str, store: Path
) -> None:
    raw, sim = _change()
    raw.headers = (header,)
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("history.") for code in found), found


# Parents.


def test_a_merge_of_three_is_refused(store: Path) -> None:
    raw, sim = _change()
    oids = [made.transition.oid for made in sim.books.ledger.made]
    raw.parents = (oids[-1], oids[-2], oids[-3])
    standing, found = _verdict(raw, sim, store)
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
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith("history.") for code in found), found


def test_a_merge_is_judged_by_its_first_parent(store: Path) -> None:
    raw, sim = _change()
    raw.parents = (*raw.parents, sim.books.ledger.made[-3].transition.oid)
    assert _verdict(raw, sim, store)[0] is Standing.VALID


def test_a_merge_that_rolls_back_is_a_change_like_any_other(store: Path) -> None:
    raw, sim = _change()
    older = sim.books.ledger.made[-3]
    raw.parents = (*raw.parents, older.transition.oid)
    raw.tree = older.transition.tree
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID, found


def test_another_genesis_is_not_the_one_on_paper(store: Path) -> None:
    sim = after(8)
    head = sim.books.ledger.head
    root = f"proeve:{papers.REPO}:sha256:{sim.transitions[0].sha256}"
    assert open_ledger(store, head, root).genesis == sim.transitions[0].oid
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
    "exams spelled otherwise": {f"Exams/{papers.EXAM}/exam.yml": File(b"a: 1\n")},
    "exams spelled wide": {"\uff45xams/a.yml": File(b"a: 1\n")},
    "a git folder": {".git/config": File(b"a\n")},
}


@pytest.mark.parametrize("how", ENTRIES)
def test_an_entry_that_a_ledger_may_not_hold_is_refused(
    how: str, store: Path
) -> None:
    raw, sim = _change()
    more = {"exams/groups": "", **ENTRIES[how]}
    raw.files = {
        **raw.files,
        **{path: file for path, file in more.items() if isinstance(file, File)},
    }
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID
    assert any(code.startswith(("history.", "scope.", "path.")) for code in found), found


# Act files.


def _with_act(data: bytes, name: str = "") -> tuple[Raw, ExamSim]:
    """Return a landing of one act file with these bytes."""
    sim = after(8)
    made = sim.fork()
    made.receiver.lands(made.student.act("approve", "acquire"))
    raw = Raw(sim, {})
    path = f"{HERE}/acts/{name or papers.paper.hexdigest(data)}.act"
    raw.files = {**raw.files, path: File(data)}
    raw.message = message_of(made)
    raw.key = key_of(papers.RECEIVER)
    return raw, sim


def _act() -> bytes:
    return after(8).student.act("approve", "acquire").data


def test_a_lawful_act_lands(store: Path) -> None:
    assert _verdict(*_with_act(_act()), store) == (Standing.VALID, [])


def _signed_in(namespace: str, kind: str = "proeve-act") -> bytes:
    said = after(8).student.act("approve", "acquire").said
    return sign_act(said, key_of(papers.STUDENT), kind=kind, namespace=namespace).data


ACTS: dict[str, Callable[[], bytes]] = {
    "in the namespace of commits": lambda: _signed_in("git"),
    "in the namespace of genesis": lambda: _signed_in("proeve-genesis@v1"),
    "in the namespace of enrolment": lambda: _signed_in("proeve-enrol@v1"),
    "of another kind": lambda: _signed_in("proeve-receiver@v1", "proeve-receiver"),
    "unsigned": lambda: _act().partition(b"-----BEGIN")[0],
    "with another seq": lambda: _act().replace(b"seq: 3", b"seq: 4"),
    "with another role": lambda: _act().replace(b"role: student", b"role: admin"),
    "with bytes after it": lambda: _act() + b"x\n",
    "with a line more": lambda: _act().replace(b"seq: 3\n", b"seq: 3\nbase: -\n"),
    "with a space more": lambda: _act().replace(b"seq: 3", b"seq:  3"),
    "with carriage returns": lambda: _act().replace(b"\n", b"\r\n"),
    "empty": lambda: b"",
    "random": lambda: bytes(range(256)),
}


@pytest.mark.parametrize("how", ACTS)
def test_an_act_that_is_not_exactly_signed_is_refused(how: str, store: Path) -> None:
    standing, found = _verdict(*_with_act(ACTS[how]()), store)
    assert standing is Standing.INVALID
    assert any(code.startswith(("statement.", "signature.")) for code in found), found


def test_an_act_is_named_by_its_digest(store: Path) -> None:
    standing, found = _verdict(*_with_act(_act(), name="a" * 64), store)
    assert standing is Standing.INVALID
    assert any(code.startswith("statement.") for code in found), found


def test_a_signature_of_a_commit_is_no_act(store: Path) -> None:
    raw = after(9).books.ledger.made[-1].commit.data
    payload = _act().partition(b"-----BEGIN")[0]
    armor = raw.partition(b"gpgsig ")[2].partition(b"\n\n")[0].replace(b"\n ", b"\n")
    standing, _ = _verdict(*_with_act(payload + armor + b"\n"), store)
    assert standing is Standing.INVALID


# Documents and keys as strict reading finds them.


def _registry(files: dict[str, papers.Doc | bytes]) -> ExamSim:
    sim = after(5)
    sim.admin.changes("registry", files)
    return sim


def _last(sim: ExamSim, store: Path) -> tuple[Standing, list[str]]:
    for each in sim.books.ledger.made[-1].objects:
        write_object(store, each)
    judgement = judged_last(store, after(5), sim.books.ledger.head)
    return judgement.standing, list(codes(judgement))


NEW = "p-00000077"
NEW_PATH = f"people/00/{NEW}.yml"


def test_a_person_with_a_proven_key_is_enrolled(store: Path) -> None:
    sim = _registry({NEW_PATH: papers.person(NEW)})
    assert _last(sim, store) == (Standing.VALID, [])


def _enrolled(claim: str, namespace: str, key: SshKey) -> papers.Doc:
    own = key_of(NEW)
    return {
        **papers.person(NEW),
        "keys": [
            {
                "key": own.text,
                "kind": "file",
                "confirmed": True,
                "proof": key.sign(claim.encode(), namespace),
            }
        ],
    }


def _claim(who: str = NEW, repo: str = papers.REPO, key: str = "") -> str:
    return f"proeve-enrol/1\n{repo}\n{who}\n{key or key_of(NEW).text}\n"


PROOFS: dict[str, Callable[[], papers.Doc]] = {
    "by another key": lambda: _enrolled(
        _claim(), "proeve-enrol@v1", key_of("a stranger")
    ),
    "for another person": lambda: _enrolled(
        _claim(who=papers.STUDENT), "proeve-enrol@v1", key_of(NEW)
    ),
    "for another repository": lambda: _enrolled(
        _claim(repo="r-" + "e" * 32), "proeve-enrol@v1", key_of(NEW)
    ),
    "of another key": lambda: _enrolled(
        _claim(key=key_of("a stranger").text), "proeve-enrol@v1", key_of(NEW)
    ),
    "for practice": lambda: _enrolled(_claim(), "proeve-practice@v1", key_of(NEW)),
    "in the namespace of acts": lambda: _enrolled(
        _claim(), "proeve-act@v1", key_of(NEW)
    ),
}


@pytest.mark.parametrize("how", PROOFS)
def test_a_key_without_its_own_proof_is_not_enrolled(how: str, store: Path) -> None:
    standing, found = _last(_registry({NEW_PATH: PROOFS[how]()}), store)
    assert standing is Standing.INVALID
    assert any(code.startswith("registry.") for code in found), found


@pytest.mark.parametrize(
    "name", ["notes.yml", "notes.txt", "people/00/notes.txt", "acts/notes.txt"]
)
def test_an_unknown_file_in_the_registry_is_refused(name: str, store: Path) -> None:
    sim = after(5)
    sim.admin.changes("registry", {f"/exams/registry/{name}": File(b"{}\n")})
    standing, found = _last(sim, store)
    assert standing is Standing.INVALID, found


@pytest.mark.parametrize(
    "spoil",
    [
        ('"title"', '"titel"'),
        ('"schema": "proeve/assignment/v1"', '"schema": "proeve/assignment/v2"'),
        ('"deviations": []', '"deviations": [], "deviations": []'),
        ('"deviations": []', '"deviations": &a []'),
        ("materiaal", "materi\u202eaal"),
        ("{", "%YAML 1.2\n---\n{"),
    ],
)
def test_a_document_that_cannot_be_read_strictly_is_refused(
    spoil: tuple[str, str], store: Path
) -> None:
    sim = after(8)
    data = written(papers.assignment("Nieuw")).decode().replace(*spoil, 1).encode()
    made = sim.fork()
    made.contact.approves("acquire", {"assignment.yml": papers.assignment("X")})
    folder = {**sim.files, "assignment.yml": data}
    raw = Raw(sim, {ASSIGNMENT: File(data)})
    text = papers.paper.text("acquire", folder)
    subject = papers.paper.scope_digest(folder)
    raw.message = _line(_line(message_of(made), "Text", text), "Subject", subject)
    standing, found = _verdict(raw, sim, store)
    assert standing is Standing.INVALID, found
    assert any(code.startswith(("schema.", "yaml.")) for code in found), found
