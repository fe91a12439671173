"""Texts that people sign elsewhere: a proof of possession, a word for the genesis.

Each is a small file whose first line says what it is, so that nobody signs one thing
for another. `ssh-keygen -Y sign` makes the same `.sig` beside it as Proeve does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proeve.errors import UsageError
from proeve.history.enrolment import LIVE, PRACTICE, proof_text
from proeve.history.pens import Pen
from proeve.history.sshsig import check
from proeve.history.worktree import put_whole
from proeve.model.history import SignatureStatus

NAMESPACES: Mapping[str, str] = {
    "proeve-enrol/1": LIVE,
    "proeve-act/1": "proeve-act@v1",
    "proeve-genesis/1": "proeve-genesis@v1",
    "proeve-list/1": "proeve-list@v1",
}
"""What the first line of a text says, and the namespace that it is signed in."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A person's word that a key is theirs, in one repository."""

    person: str
    key: str
    armor: str


def namespace_of(content: bytes) -> str | None:
    """Return the namespace in which a text is signed; None if it is no such text."""
    return NAMESPACES.get(content.partition(b"\n")[0].decode("ascii", "replace"))


def content_of(path: Path) -> bytes:
    """Return what is in a file that somebody brings; raises UsageError without it."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} kan niet worden gelezen.", f"{path} cannot be read."
        ) from error


def enrols_in(environment: str) -> str:
    """Return the namespace in which keys of a school of this kind prove themselves."""
    return LIVE if environment == "live" else PRACTICE


def sign_text(path: Path, pen: Pen, environment: str = "live") -> Path:
    """Sign a text and return the file with the signature, beside it."""
    content = content_of(path)
    namespace = namespace_of(content)
    if namespace == LIVE:
        namespace = enrols_in(environment)
    if namespace is None:
        raise UsageError(
            f"{path} is geen tekst die Proeve laat tekenen.",
            f"{path} is no text that Proeve has anybody sign.",
        )
    made = Path(f"{path}.sig")
    put_whole(made, pen.sign(content, namespace))
    return made


def signed_text(path: Path) -> bytes | None:
    """Return a text with its signature below it, as an act; None while unsigned."""
    beside = Path(f"{path}.sig")
    return path.read_bytes() + beside.read_bytes() if beside.is_file() else None


def enrolment(repo: str, person: str, key: str) -> bytes:
    """Return the text by which a person proves that a key is theirs."""
    return proof_text(repo, person, key)


def read_proof(path: Path, repo: str, environment: str = "live") -> Proof:
    """Return the proof in a text and its signature; raise if it proves nothing here."""
    namespace = enrols_in(environment)
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    beside = Path(f"{path}.sig")
    if lines[:2] == ["proeve-enrol/1", repo] and len(lines) == len(_PARTS):
        person, key = lines[2], lines[3]
        armor = beside.read_bytes() if beside.is_file() else b""
        found = check(armor, proof_text(repo, person, key), namespace)
        if found.status is SignatureStatus.GOOD and found.key == key:
            return Proof(person, key, armor.decode())
    raise UsageError(
        f"{path} bewijst niet dat iemand deze sleutel heeft; laat de eigenaar tekenen: "
        f"ssh-keygen -Y sign -n {namespace} -f SLEUTEL {path}",
        f"{path} does not prove that anybody holds this key; have its owner sign: "
        f"ssh-keygen -Y sign -n {namespace} -f KEY {path}",
    )


_PARTS = ("kind", "repo", "person", "key")
