"""No bytes make a parser fall over, and what a writer writes its reader reads.

Derandomised, so that a run can be repeated; nothing here may raise anything at all.
"""

import base64
import hashlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proeve.gather.history import JudgingReader
from proeve.history import acts, commits
from proeve.history.enrolment import check_keys
from proeve.history.grammar import complaint
from proeve.history.keys import (
    key_blob,
    key_text,
    parse_key,
    private_file,
    public_key,
    read_private,
)
from proeve.history.sshsig import check, sign
from proeve.history.sshwire import string, take
from proeve.history.statements import (
    Problem,
    act_text,
    nine,
    read_act,
    read_message,
    subject_of,
    trailer_block,
)
from proeve.history.trees import Difference, PathProblem, Trees, blob_at
from proeve.model.document import Data
from proeve.model.history import SignatureStatus
from proeve.model.statement import Statement, Trailers
from proeve.process.vocabulary import Action, Role
from tests.history.building import DIGEST, MESSAGE, REPO, STATEMENT, TRAILERS, key_of
from tests.history.building import entry as row
from tests.history.signatures import armored
from tests.history.spoiling import noise
from tests.judging import school
from tests.judging.ledger import written

pytestmark = pytest.mark.slow

lasting = settings(
    derandomize=True,
    deadline=None,
    max_examples=400,
    suppress_health_check=[HealthCheck.too_slow],
)

fewer = settings(lasting, max_examples=100)

KEY = key_of("assessor")
OID = "a" * 40
UNSIGNED = commits.commit_bytes(OID, (OID,), "p-4f2a91c0", (1, "+0100"), MESSAGE)
SIGNED = commits.signed(KEY, UNSIGNED)
ARMOR = sign(KEY, b"payload", "git")
ACT = acts.make(KEY, STATEMENT)
PATH = f"exams/{STATEMENT.scope}/acts/{acts.file_name(ACT)}"
PERSON = written(school.person("p-00000021"))

Digests = st.binary(max_size=2).map(
    lambda data: f"sha256:{hashlib.sha256(data).hexdigest()}"
)
Names = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
Scopes = st.one_of(
    st.sampled_from(("registry", "tooling")),
    Names.map(lambda name: f"groups/{name}"),
    st.tuples(Names, Names).map(lambda names: f"groups/{names[0]}/{names[1]}"),
)
Statements = st.builds(
    Statement,
    version=st.just(1),
    repo=st.binary(min_size=16, max_size=16).map(lambda data: f"r-{data.hex()}"),
    scope=Scopes,
    step=st.one_of(st.just("-"), st.from_regex(r"[a-z][a-z_]{0,31}", fullmatch=True)),
    action=st.sampled_from(Action),
    role=st.sampled_from(Role),
    actor=st.binary(min_size=4, max_size=4).map(lambda data: f"p-{data.hex()}"),
    seq=st.integers(0, 10**9 - 1),
    text=st.one_of(st.just("-"), Digests),
)


# Noise.


@lasting
@given(noise(SIGNED, UNSIGNED))
def test_any_bytes_as_a_commit_give_an_answer(raw: bytes) -> None:
    found, linked = commits.read(raw), commits.links(raw)
    assert (found is None) == (linked is None)
    if found is not None:
        assert (found.tree, found.parents) == linked
        assert found.trailers is None or not found.signature.reason or found.problems


@lasting
@given(noise(SIGNED))
def test_no_commit_but_the_signed_one_is_without_problems(raw: bytes) -> None:
    found = commits.read(raw)
    if found is not None and not found.problems:
        assert raw == SIGNED
        assert found.signature.key == key_text(KEY)


@lasting
@given(noise(MESSAGE.encode()))
def test_any_bytes_as_a_message_give_an_answer(message: bytes) -> None:
    found = read_message(message)
    subject_of(message).encode()
    if isinstance(found, Trailers):
        assert message.decode().endswith(f"\n\n{trailer_block(found)}")


@lasting
@given(noise(act_text(STATEMENT).encode()), st.sampled_from(tuple(acts.KINDS)))
def test_any_bytes_as_the_lines_of_an_act_give_an_answer(
    payload: bytes, kind: str
) -> None:
    found = read_act(payload, kind, acts.KINDS[kind].extra)
    if not isinstance(found, Problem):
        names = (name for name, _ in acts.KINDS[kind].extra)
        extra = tuple(zip(names, found[9:], strict=True))
        assert act_text(nine(found), kind, extra).encode() == payload


@lasting
@given(noise(ACT))
def test_any_bytes_as_an_act_file_give_an_answer(data: bytes) -> None:
    name = f"exams/groups/a/b/acts/{acts.file_name(data)}"
    found = acts.read(name, data, OID)
    assert bool(found.problems) == (data != ACT)


@lasting
@given(noise(ARMOR), st.sampled_from(("git", "proeve-act@v1", "")))
def test_any_bytes_as_a_signature_give_an_answer(armor: bytes, namespace: str) -> None:
    found = check(armor, b"payload", namespace)
    good = found.status is SignatureStatus.GOOD
    assert good == (armor == ARMOR and namespace == "git")
    assert good == (not found.reason)


@lasting
@given(noise(base64.b64decode(b"".join(ARMOR.split(b"\n")[1:-2]))))
def test_any_bytes_inside_the_armour_give_an_answer(blob: bytes) -> None:
    armor = armored(blob)
    found = check(armor, b"payload", "git")
    assert (found.status is SignatureStatus.GOOD) == (armor == ARMOR)


@lasting
@given(noise(key_blob(KEY)))
def test_any_bytes_as_a_key_give_an_answer(blob: bytes) -> None:
    found = public_key(blob)
    assert found is None or found.blob == blob
    assert found is None or parse_key(found.text) == found


@lasting
@given(
    st.one_of(
        st.text(max_size=100),
        noise(key_text(KEY).encode()).map(lambda data: data.decode("utf-8", "replace")),
    )
)
def test_any_text_as_a_key_gives_an_answer(text: str) -> None:
    found = parse_key(text)
    assert found is None or found.text == text


@fewer
@given(noise(private_file(KEY)), st.sampled_from((None, b"", b"secret")))
def test_any_bytes_as_a_private_key_give_an_answer(
    data: bytes, passphrase: bytes | None
) -> None:
    read_private(data, passphrase)


@lasting
@given(noise(string(b"a") + string(b"bc")), st.integers(0, 6))
def test_any_bytes_as_strings_give_an_answer(data: bytes, count: int) -> None:
    found = take(data, count)
    if found is not None:
        assert b"".join(map(string, found[0])) + found[1] == data


TREE = row("40000", "exams", OID) + row("100644", "readme.md", "b" * 40)


@lasting
@given(
    st.lists(noise(TREE, row("40000", "groups", "c" * 40)), min_size=1, max_size=4),
    st.sampled_from(("", "exams/", "exams/registry/", "exams/groups/a/")),
)
def test_any_bytes_as_trees_give_an_answer(raws: list[bytes], folder: str) -> None:
    held = {letter * 40: raw for letter, raw in zip("abcd", raws, strict=False)}
    trees = Trees(held.get)
    for before in (None, *held):
        for item in trees.compare(before, OID):
            assert isinstance(item, Difference | PathProblem)
    assert all(item is not None for item in trees.within(OID, folder))
    blob_at(held.get, OID, "exams/registry/root.yml")


@lasting
@given(
    st.sampled_from((b"", b"exams/", b"exams/a/", b"docs/")),
    st.one_of(st.binary(max_size=8), st.sampled_from((b"100644", b"40000"))),
    noise(b"exams", b"root.yml"),
)
def test_any_entry_of_a_tree_is_lawful_or_not(
    above: bytes, mode: bytes, name: bytes
) -> None:
    found = complaint(above, mode, name, b"a" * 20)
    assert found is None or found.code.startswith("history.path-")


READER = JudgingReader("r-" + "0123456789abcdef" * 2, "live")
PLACES = (
    "exams/registry/people/00/p-00000021.yml",
    "exams/registry/root.yml",
    "exams/registry/school.yml",
    "exams/groups/a/group.yml",
    "exams/groups/a/b/forms/first.yml",
    "exams/groups/a/b/decisions/1-return.yml",
    "exams/elsewhere.yml",
)


@fewer
@given(st.sampled_from(PLACES), noise(PERSON))
def test_any_bytes_as_a_document_give_an_answer(path: str, data: bytes) -> None:
    found = READER(path, data)
    assert isinstance(found, dict | tuple)


@lasting
@given(
    st.text(max_size=60),
    st.one_of(st.text(max_size=60), st.just(key_text(KEY))),
    st.one_of(st.text(max_size=60), st.just(ARMOR.decode())),
)
def test_any_text_in_a_person_s_record_gives_an_answer(
    who: str, key: str, proof: str
) -> None:
    record: dict[str, Data] = {"id": who, "keys": [{"key": key, "proof": proof}]}
    (found,) = check_keys(record, "p", repo=REPO, environment="live")
    assert found.code in ("registry.weak-key", "registry.unproven-key")


# There and back.


@fewer
@given(Statements, Digests, Digests, st.sampled_from(("subject", "é: één", "a\n\nb")))
def test_trailers_read_as_they_were_written(
    statement: Statement, base: str, subject: str, head: str
) -> None:
    trailers = Trailers(statement=statement, base=base, subject=subject)
    message = f"{head}\n\n{trailer_block(trailers)}".encode()
    assert read_message(message) == trailers


MOMENT = "2026-03-20T17:00:00Z"
CAME = (("act", DIGEST), ("received", MOMENT))
EXTRA: dict[str, tuple[tuple[str, str], ...]] = {
    "proeve-act": (),
    "proeve-genesis": (("genesis", DIGEST),),
    "proeve-receiver": (
        ("kind", "parcel"),
        ("link", DIGEST),
        ("channel", "sms"),
        ("received", MOMENT),
    ),
    "proeve-receipt": CAME,
    "proeve-arrival": (*CAME, ("road", "mail")),
    "proeve-checkpoint": (("length", "7"), ("head", DIGEST), ("made", MOMENT)),
}
"""The lines after the nine of each kind but a list's, which is signed as a whole."""


def test_every_kind_of_act_is_written_and_read_here() -> None:
    assert EXTRA.keys() | {"proeve-line"} == acts.KINDS.keys()


@fewer
@given(Statements, st.sampled_from(tuple(EXTRA)))
def test_an_act_reads_as_it_was_written(statement: Statement, kind: str) -> None:
    extra = EXTRA[kind]
    data = acts.make(KEY, statement, kind, extra)
    found = acts.read(f"exams/registry/acts/{acts.file_name(data)}", data, OID)
    assert (found.statement, found.problems) == (statement, ())
    assert found.extra == dict(extra)
    assert found.signature.key == key_text(KEY)


@fewer
@given(
    Statements,
    st.lists(st.binary(min_size=20, max_size=20), max_size=2),
    st.integers(0, 99_999_999_999),
    st.sampled_from(("+0000", "-0930", "+1400")),
)
def test_a_commit_reads_as_it_was_written(
    statement: Statement, above: list[bytes], moment: int, offset: str
) -> None:
    trailers = replace(TRAILERS, statement=statement)
    message = f"subject\n\n{trailer_block(trailers)}"
    parents = tuple(each.hex() for each in above)
    who = statement.actor
    raw = commits.commit_bytes(OID, parents, who, (moment, offset), message)
    found = commits.read(commits.signed(KEY, raw))
    assert found is not None
    assert (found.tree, found.parents) == (OID, parents)
    assert (found.authored, found.offset) == (moment, offset)
    assert (found.trailers, found.problems) == (trailers, ())
    assert found.payload_sha256 == hashlib.sha256(raw).hexdigest()


@fewer
@given(st.binary(max_size=60), st.from_regex(r"[a-z@0-9-]{1,20}", fullmatch=True))
def test_a_signature_is_good_for_what_it_was_made_over(
    payload: bytes, namespace: str
) -> None:
    armor = sign(KEY, payload, namespace)
    assert check(armor, payload, namespace).status is SignatureStatus.GOOD
    assert check(armor, payload + b"x", namespace).status is SignatureStatus.BAD


@fewer
@given(st.lists(st.binary(max_size=20), max_size=5), st.binary(max_size=5))
def test_strings_are_taken_as_they_were_put(parts: list[bytes], rest: bytes) -> None:
    data = b"".join(map(string, parts)) + rest
    assert take(data, len(parts)) == (parts, rest)
