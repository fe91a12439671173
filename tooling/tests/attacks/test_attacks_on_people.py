"""Rows 1 to 13: names, keys, grants and people."""

import base64

import pytest

from tests.attacks.scenes import (
    NEW,
    NEW_PATH,
    by_two,
    by_two_super_admins,
    change,
    changed,
    grant,
    without_key_of,
)
from tests.attacks.staging import Stage, row, standing
from tests.judging import people, school
from tests.judging.ledger import START
from tests.judging.objects import key_of
from tests.judging.real import message_of
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.registry.enrolling import registers, revoked, with_keys

pytestmark = pytest.mark.slow

IDENTITY_POINT = b"\x01" + bytes(31)


def test_01_a_forged_author_name(stage: Stage) -> None:
    scene = change()  # its author and committer bear the contact's name
    teacher = scene.before.fork().who(people.TEACHER, "school_contact")
    teacher.approves("acquire", {"assignment.yml": scene.raw.files[_assignment()]})
    scene.raw.message = message_of(teacher.sim)
    scene.raw.key = key_of(people.TEACHER)
    stage.meets(1, scene.raw, scene.twin)


def _assignment() -> str:
    return f"exams/{people.EXAM}/assignment.yml"


def test_02_an_unsigned_commit(stage: Stage) -> None:
    scene = change()
    scene.raw.key = None
    stage.meets(2, scene.raw, scene.twin)


def test_03_a_good_signature_by_an_unknown_key(stage: Stage) -> None:
    scene = change()
    scene.raw.key = key_of("a stranger")
    stage.meets(3, scene.raw, scene.twin)


def test_04_signing_in_the_name_of_another(stage: Stage) -> None:
    scene = change()
    scene.raw.key = key_of(people.TEACHER)
    stage.meets(4, scene.raw, scene.twin)


def test_05_a_revoked_key(stage: Stage) -> None:
    attack = changed(without_key_of(people.CONTACT))
    twin = changed(without_key_of(people.OTHER_CONTACT))
    stage.meets(5, attack, twin)


def test_06_a_commit_dated_before_the_revocation(stage: Stage) -> None:
    attack = without_key_of(people.CONTACT)
    twin = without_key_of(people.OTHER_CONTACT)
    for sim in (attack, twin):
        sim.contact.dated(START).approves("acquire")
    stage.meets(6, attack, twin)


def test_07_what_a_lost_key_signed_before(stage: Stage) -> None:
    attack, twin = after(10), after(10)
    registers(attack.admin, revoked(people.STUDENT, since="2026-03-01T09:00:00Z"))
    registers(twin.admin, revoked(people.STUDENT, "retired"))
    stage.meets(7, attack, twin)
    before = stage.status(after(10).books.ledger.head)
    doubted = stage.status()
    assert doubted["suspects"] == [{"row": "acquire", "person": people.STUDENT}]
    assert standing({**doubted, "suspects": []}) == standing(before)


def test_08_a_key_that_enrols_itself(stage: Stage) -> None:
    newcomer = {NEW_PATH: school.person(NEW)}
    attack = after(8)
    attack.who(NEW, "admin").changes("registry", newcomer)
    stage.meets(8, attack, by_two(after(8), newcomer))


def test_09_a_role_granted_to_oneself(stage: Stage) -> None:
    attack = by_two(after(8), grant(people.ADMIN, "teacher"))
    stage.meets(9, attack, by_two(after(8), grant(people.STUDENT, "teacher")))


def test_10_an_admin_adds_a_key_to_a_committee_member(stage: Stage) -> None:
    mine = with_keys(people.OFFICE, "mine")
    attack = after(8)
    registers(attack.admin, mine)
    stage.meets(10, attack, by_two_super_admins(after(8), mine))


def test_11_one_key_under_two_people(stage: Stage) -> None:
    stolen = {NEW_PATH: school.person(NEW, key=people.STUDENT)}
    twin = by_two(after(8), {NEW_PATH: school.person(NEW)})
    stage.meets(11, by_two(after(8), stolen), twin)


def test_12_one_human_with_two_records_is_not_seen(stage: Stage) -> None:
    """What holds them apart is the second person who enrols, and nothing here."""
    two = {NEW_PATH: school.person(NEW, key="another key of p-00000034")}
    attack = by_two(after(8), two)
    stage.meets(12, attack, attack)
    alone = after(8)
    registers(alone.admin, two)
    apart = Stage(stage.folder / "apart")
    apart.meets(10, alone, attack)


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _universal() -> ExamSim:
    """Return a newcomer whose key says yes to every message, enrolled by two."""
    blob = _string(b"ssh-ed25519") + _string(IDENTITY_POINT)
    record = school.person(NEW)
    proof = base64.b64decode("".join(str(_only_key(record)["proof"]).split("\n")[1:-2]))
    held = proof.index(key_of(NEW).blob)
    forged = bytearray(proof)
    forged[held : held + len(blob)] = blob
    forged[-64:] = IDENTITY_POINT + bytes(32)  # R is the identity, S is nothing
    lines = base64.b64encode(bytes(forged)).decode()
    _only_key(record)["key"] = "ssh-ed25519 " + base64.b64encode(blob).decode()
    _only_key(record)["proof"] = (
        "-----BEGIN SSH SIGNATURE-----\n"
        + "".join(f"{lines[at : at + 70]}\n" for at in range(0, len(lines), 70))
        + "-----END SSH SIGNATURE-----\n"
    )
    return by_two(after(8), {NEW_PATH: record})


def _only_key(record: people.Doc) -> people.Doc:
    keys = record["keys"]
    assert isinstance(keys, list)
    assert isinstance(keys[0], dict)
    return keys[0]


def test_13_a_key_with_which_anybody_can_sign(stage: Stage) -> None:
    twin = by_two(after(8), {NEW_PATH: school.person(NEW)})
    seen = stage.meets(13, _universal(), twin)
    assert row(13).code in seen.codes
