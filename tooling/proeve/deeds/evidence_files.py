"""Files on their way to becoming evidence: all are read before any is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from proeve.deeds.clone import Clone
from proeve.deeds.evidence import policy_of
from proeve.model.findings import Finding, Location
from proeve.stores.piece import Piece, read_piece
from proeve.stores.refusing import RefusedError


@dataclass(frozen=True, slots=True)
class Taken:
    """The files that could be taken in, and why others could not."""

    pieces: tuple[Piece, ...]
    refused: tuple[Finding, ...]


def taken(clone: Clone, files: Sequence[Path], room: Path) -> Taken:
    """Copy files to a private room and read them; what is wrong becomes findings."""
    policy = policy_of(clone)
    pieces: list[Piece] = []
    refused: list[Finding] = []
    for number, file in enumerate(files):
        try:
            pieces.append(read_piece(file, room / str(number), policy))
        except RefusedError as error:
            refused.append(Finding(error.code, Location(str(file)), error.said))
    return Taken(tuple(pieces), tuple(refused))
