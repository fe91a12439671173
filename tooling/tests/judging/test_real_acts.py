"""Act files, keys and documents as an attacker would have them, read from Git objects.

Each lies beside row 5 or 8 of the example and is judged from its bytes.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from proeve.model.ledger import Standing
from tests.judging import paper, papers, people, school
from tests.judging.ledger import sign_act, written
from tests.judging.objects import File, SshKey, key_of, write_object
from tests.judging.people import Doc
from tests.judging.real import (
    Raw,
    codes,
    judged_last,
    message_of,
    verdict,
    with_line,
)
from tests.judging.reference import after
from tests.judging.sim import ExamSim

HERE = f"exams/{people.EXAM}"
ASSIGNMENT = f"{HERE}/assignment.yml"


def _with_act(data: bytes, name: str = "") -> tuple[Raw, ExamSim]:
    """Return a landing of one act file with these bytes."""
    sim = after(8)
    made = sim.fork()
    made.receiver.lands(made.student.act("approve", "acquire"))
    raw = Raw(sim, {})
    path = f"{HERE}/acts/{name or paper.hexdigest(data)}.act"
    raw.files = {**raw.files, path: File(data)}
    raw.message = message_of(made)
    raw.key = key_of(people.RECEIVER)
    return raw, sim


def _act() -> bytes:
    return after(8).student.act("approve", "acquire").data


def test_a_lawful_act_lands(store: Path) -> None:
    assert verdict(*_with_act(_act()), store) == (Standing.VALID, [])


def _signed_in(namespace: str, kind: str = "proeve-act") -> bytes:
    said = after(8).student.act("approve", "acquire").said
    return sign_act(said, key_of(people.STUDENT), kind=kind, namespace=namespace).data


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
    standing, found = verdict(*_with_act(ACTS[how]()), store)
    assert standing is Standing.INVALID
    assert any(code.startswith(("statement.", "signature.")) for code in found), found


def test_an_act_is_named_by_its_digest(store: Path) -> None:
    standing, found = verdict(*_with_act(_act(), name="a" * 64), store)
    assert standing is Standing.INVALID
    assert any(code.startswith("statement.") for code in found), found


def test_a_signature_of_a_commit_is_no_act(store: Path) -> None:
    raw = after(9).books.ledger.made[-1].commit.data
    payload = _act().partition(b"-----BEGIN")[0]
    armor = raw.partition(b"gpgsig ")[2].partition(b"\n\n")[0].replace(b"\n ", b"\n")
    standing, _ = verdict(*_with_act(payload + armor + b"\n"), store)
    assert standing is Standing.INVALID


# Documents and keys as strict reading finds them.


def _registry(files: dict[str, Doc | bytes]) -> ExamSim:
    sim = after(5)
    sim.admin.changes("registry", files, sim.committee.whole_act("registry", files))
    return sim


def _last(sim: ExamSim, store: Path) -> tuple[Standing, list[str]]:
    for each in sim.books.ledger.made[-1].objects:
        write_object(store, each)
    judgement = judged_last(store, after(5), sim.books.ledger.head)
    return judgement.standing, list(codes(judgement))


NEW = "p-00000077"
NEW_PATH = f"people/00/{NEW}.yml"


def test_a_person_with_a_proven_key_is_enrolled(store: Path) -> None:
    sim = _registry({NEW_PATH: school.person(NEW)})
    assert _last(sim, store) == (Standing.VALID, [])


def _enrolled(claim: str, namespace: str, key: SshKey) -> Doc:
    own = key_of(NEW)
    return {
        **school.person(NEW),
        "keys": [
            {
                "key": own.text,
                "kind": "file",
                "confirmed": True,
                "proof": key.sign(claim.encode(), namespace),
            }
        ],
    }


def _claim(who: str = NEW, repo: str = people.REPO, key: str = "") -> str:
    return f"proeve-enrol/1\n{repo}\n{who}\n{key or key_of(NEW).text}\n"


PROOFS: dict[str, Callable[[], Doc]] = {
    "by another key": lambda: _enrolled(
        _claim(), "proeve-enrol@v1", key_of("a stranger")
    ),
    "for another person": lambda: _enrolled(
        _claim(who=people.STUDENT), "proeve-enrol@v1", key_of(NEW)
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
    text = paper.text("acquire", folder)
    subject = paper.scope_digest(folder)
    raw.message = with_line(
        with_line(message_of(made), "Text", text), "Subject", subject
    )
    standing, found = verdict(raw, sim, store)
    assert standing is Standing.INVALID, found
    assert any(code.startswith(("schema.", "yaml.")) for code in found), found
