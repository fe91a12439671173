"""The pin: where a live ledger stood when it was last found sound, outside of it.

A server, or whoever holds it, can serve an older history or another one that begins the
same. A clone alone cannot tell; the pin of an earlier look can (TRUST 1.12, attacks 40
and 41). A pin that cannot be read stops the tool: to believe it or to replace it in
silence would let whoever spoils it take history back.
"""

import fcntl
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from proeve.errors import TrustError
from proeve.gather.history import Ledger
from proeve.history.objects import ObjectKind

_FORMAT = "proeve-pin/1"
_REPO = re.compile(r"r-[0-9a-f]{32}")
_OID = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ROOT = re.compile(r"proeve:r-[0-9a-f]{32}:sha256:[0-9a-f]{64}")
_MOST_BYTES = 4096
_MOST_COMMITS = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A place on the spine of one ledger; `position` of the genesis is 1."""

    repo: str
    trust_root: str
    position: int
    head: str
    sha256: str


def hold_to_pin(ledger: Ledger, pins: Path, trust_root: str | None) -> None:
    """Raise TrustError unless the ledger is the one pinned and did not go back.

    A live ledger that has no pin yet must be named by the trust root on paper.
    """
    pin = read_pin(pins, ledger.repo)
    if pin is None:
        if ledger.environment == "live" and trust_root is None:
            raise _first_time()
        return
    if ledger.trust_root != pin.trust_root:
        raise _another(pin, ledger, _file(pins, pin.repo))
    if not _stands(pin, ledger):
        raise _went_back(pin, ledger)


def move_pin(ledger: Ledger, pins: Path) -> bool:
    """Pin the head of a live ledger whose history was found sound up to there.

    The pin only ever moves forward.
    """
    if ledger.environment != "live":
        return False
    raw = ledger.objects.raw(ledger.head, ObjectKind.COMMIT)
    pin = Pin(
        repo=ledger.repo,
        trust_root=ledger.trust_root,
        position=len(ledger.line),
        head=ledger.head,
        sha256=hashlib.sha256(raw).hexdigest(),
    )
    with _locked(pins):
        before = read_pin(pins, ledger.repo)
        if before is not None and (
            before.position >= pin.position or not _stands(before, ledger)
        ):
            return False
        _write(_file(pins, pin.repo), pin)
    return True


def read_pin(pins: Path, repo: str) -> Pin | None:
    """Return the pin of a ledger, None if there is none; raise if it is spoiled."""
    if not _REPO.fullmatch(repo):
        return None
    file = _file(pins, repo)
    try:
        with file.open("rb") as opened:
            raw = opened.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _spoiled(file) from error
    pin = _pin_of(raw)
    if pin is None or pin.repo != repo:
        raise _spoiled(file)
    return pin


def _stands(pin: Pin, ledger: Ledger) -> bool:
    """Tell whether the pinned commit is on this spine at the pinned place."""
    if len(ledger.line) < pin.position or ledger.line[pin.position - 1] != pin.head:
        return False
    raw = ledger.objects.raw(pin.head, ObjectKind.COMMIT)
    return hashlib.sha256(raw).hexdigest() == pin.sha256


def _file(pins: Path, repo: str) -> Path:
    return pins / f"{repo}.json"


def _pin_of(raw: bytes) -> Pin | None:
    """Return the pin that a file holds, or None for anything else."""
    if len(raw) > _MOST_BYTES:
        return None
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    names = {"format", "repo", "trust_root", "position", "head", "sha256"}
    if not isinstance(data, dict) or set(data) != names or data["format"] != _FORMAT:
        return None
    position = data["position"]
    if type(position) is not int or not 1 <= position <= _MOST_COMMITS:
        return None
    return _pin(data, position)


def _pin(data: Mapping[str, object], position: int) -> Pin | None:
    shapes = {"repo": _REPO, "trust_root": _ROOT, "head": _OID, "sha256": _SHA256}
    texts = {name: data[name] for name in shapes}
    for name, shape in shapes.items():
        text = texts[name]
        if not isinstance(text, str) or not shape.fullmatch(text):
            return None
    return Pin(
        repo=str(texts["repo"]),
        trust_root=str(texts["trust_root"]),
        position=position,
        head=str(texts["head"]),
        sha256=str(texts["sha256"]),
    )


def _write(file: Path, pin: Pin) -> None:
    """Put the pin in its file whole, or leave the file as it was."""
    text = json.dumps({"format": _FORMAT, **asdict(pin)}, indent=1) + "\n"
    with NamedTemporaryFile("w", dir=file.parent, delete=False) as draft:
        try:
            draft.write(text)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).replace(file)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


@contextmanager
def _locked(pins: Path) -> Iterator[None]:
    """Let one process at a time look at the pins and move one."""
    try:
        pins.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (pins / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise TrustError(
            f"Proeve kan in {pins} niet bewaren waar deze geschiedenis nu staat: "
            f"{error.strerror}.",
            f"Proeve cannot keep in {pins} where this history now stands: "
            f"{error.strerror}.",
        ) from error


def _first_time() -> TrustError:
    return TrustError(
        "Deze school is echt en wordt hier voor het eerst nagekeken: geef met "
        "--trust-root het vertrouwensanker mee dat de school op papier uitdeelt "
        "(het examenbureau heeft het).",
        "This school is live and is judged here for the first time: give with "
        "--trust-root the trust root that the school hands out on paper (its exam "
        "office has it).",
    )


def _another(pin: Pin, ledger: Ledger, file: Path) -> TrustError:
    other = ledger.trust_root or "-"
    return TrustError(
        f"Hier staat een andere school dan eerst: vastgelegd is {pin.trust_root} (in "
        f"{file}), en deze geschiedenis begint bij {other}.",
        f"This is another school than before: pinned is {pin.trust_root} (in {file}), "
        f"and this history begins at {other}.",
    )


def _went_back(pin: Pin, ledger: Ledger) -> TrustError:
    return TrustError(
        f"De geschiedenis is teruggezet of vervangen: op plaats {pin.position} hoort "
        f"commit {pin.head} te staan, en dat is niet zo in {ledger.head}. Haal de "
        f"nieuwste stand op; helpt dat niet, vraag dan het examenbureau waarom.",
        f"The history went back or was replaced: commit {pin.head} belongs at place "
        f"{pin.position}, and is not there in {ledger.head}. Fetch the newest state; "
        f"if that does not help, ask the exam office why.",
    )


def _spoiled(file: Path) -> TrustError:
    return TrustError(
        f"De pin {file} is niet te lezen of niet van deze school: zoek uit wie hem "
        "veranderde, verwijder hem, en geef het vertrouwensanker van papier opnieuw "
        "mee met --trust-root.",
        f"The pin {file} cannot be read or is not this school's: find out who changed "
        "it, remove it, and give the trust root on paper again with --trust-root.",
    )
