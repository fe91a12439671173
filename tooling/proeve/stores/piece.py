"""A file on its way to a store: taken in, recognised, stripped, and named by digest."""

import mmap
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from proeve.stores.in_repo import MOST_BYTES
from proeve.stores.intake import take_in, too_large
from proeve.stores.media.kinds import fits, told
from proeve.stores.media.parts import Bytes, Part, pieces, whole
from proeve.stores.media.stripping import may_tell_a_place, shows, stripped
from proeve.stores.policy import EvidencePolicy
from proeve.stores.refusing import fault
from proeve.stores.store import Store, digest_of

_TEXT = "text/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one file is, and what of it will be kept; `copy` is ours alone.

    `name` is the digest of what will be kept. `changed` says that something was taken
    away, `telling` that the file may hold photographs with a place all the same.
    """

    file: Path
    copy: Path
    kind: str
    name: str
    size: int
    parts: tuple[Part, ...]
    changed: bool
    telling: bool

    def put(self, store: Store) -> bool:
        """Keep the piece in a store; False if it was there already."""
        with _mapped(self.copy) as data:
            return store.put(self.name, pieces(data, self.parts))

    def content(self) -> bytes:
        """Return the whole piece; for one that is small."""
        with _mapped(self.copy) as data:
            return b"".join(pieces(data, self.parts))

    @property
    def photograph(self) -> bool:
        """Tell whether this is a photograph, whose place is taken away."""
        return self.kind.startswith("image/") and shows(self.kind)


def read_piece(file: Path, copy: Path, policy: EvidencePolicy) -> Piece:
    """Copy and read one file; raise RefusedError for what policy or Proeve refuses."""
    most = policy.most_bytes
    if policy.store == "in_repo":
        most = min(most, MOST_BYTES)
    take_in(file, copy, most)
    ending = file.suffix.lower().removeprefix(".")
    with _mapped(copy) as data:
        kind = _kind(data, ending, policy)
        parts = stripped(kind, data)
        size = sum(len(each) for each in pieces(data, parts))
        name = digest_of(pieces(data, parts))
        before = digest_of(pieces(data, whole(data)))
    if size > most:
        raise too_large(size, most)
    return Piece(
        file=file,
        copy=copy,
        kind=kind,
        name=name,
        size=size,
        parts=parts,
        changed=name != before,
        telling=may_tell_a_place(kind),
    )


def _kind(data: Bytes, ending: str, policy: EvidencePolicy) -> str:
    kind = told(data, ending)
    if kind is None:
        raise fault("store.unknown-type")
    if not fits(kind, ending):
        raise fault("store.other-type", type=kind, ending=ending)
    if kind not in policy.types:
        accepted = ", ".join(sorted(policy.types))
        raise fault("store.type-refused", type=kind, types=accepted)
    if policy.store == "in_repo" and not kind.startswith(_TEXT):
        raise fault("store.text-only", type=kind)
    return kind


@contextmanager
def _mapped(path: Path) -> Iterator[Bytes]:
    with path.open("rb") as opened:
        data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        with data:
            yield data
