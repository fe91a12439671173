"""Enrolment: whoever brings a key into the registry shows that it is theirs.

The proof signs four lines: `proeve-enrol/1`, the repository, the person and the key. A
practice school's keys prove themselves in a namespace that a live registry refuses
(PROTOCOL R23, R26; TRUST 1.3).
"""

from collections.abc import Iterator

from proeve.history.keys import enrollable
from proeve.history.sshsig import check
from proeve.model.findings import Finding, Location
from proeve.model.history import SignatureStatus
from proeve.model.records import Record, records_at, text_at

LIVE = "proeve-enrol@v1"
PRACTICE = "proeve-practice@v1"


def proof_text(repo: str, person: str, key: str) -> bytes:
    """Return the bytes that a proof of possession signs."""
    return f"proeve-enrol/1\n{repo}\n{person}\n{key}\n".encode()


def check_keys(
    record: Record, path: str, *, repo: str, environment: str
) -> Iterator[Finding]:
    """Report keys of a person that are weak, unproven, or for practice only."""
    person = text_at(record, "id")
    for index, key in enumerate(records_at(record, "keys")):
        text = text_at(key, "key")
        where = Location(path, pointer=("keys", index, "key"))
        if not enrollable(text):
            yield Finding("registry.weak-key", where, {"person": person})
            continue
        namespace = _proven_in(
            text_at(key, "proof"), proof_text(repo, person, text), text
        )
        if namespace is None:
            yield Finding("registry.unproven-key", where, {"person": person})
        elif (namespace == PRACTICE) == (environment == "live"):
            yield Finding("registry.practice-key", where, {"person": person})


def _proven_in(armor: str, payload: bytes, key: str) -> str | None:
    """Return the namespace in which this very key signed the payload, or nothing."""
    for namespace in (LIVE, PRACTICE):
        found = check(f"{armor.rstrip()}\n".encode(), payload, namespace)
        if found.status is SignatureStatus.GOOD and found.key == key:
            return namespace
    return None
