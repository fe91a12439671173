"""Sealing one's own form, and opening what was sealed (PROTOCOL R16).

The clear form goes into the box and nowhere else: what is made here for the repository
is the commitment and the box.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proeve.model.document import Data
from proeve.model.records import Record, text_at
from proeve.sealing import SealingError, commitment, seal, unseal


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Whose form it is: the repository, the exam's scope, the part, the person.

    `part` is the stem of the file: `first`, `second` or `third`.
    """

    repo: str
    scope: str
    part: str
    person: str

    @property
    def seal(self) -> str:
        """The path of the seal in the exam's folder."""
        return f"forms/{self.part}.seal.yml"

    @property
    def form(self) -> str:
        """The path of the opened form in the exam's folder."""
        return f"forms/{self.part}.yml"


def sealed(seat: Seat, form: bytes, opening_keys: Sequence[str]) -> dict[str, Data]:
    """Return the seal over a form's exact bytes for the committee's opening keys."""
    return {
        "schema": "proeve/seal/v1",
        "part": seat.part,
        "assessor": seat.person,
        "commitment": commitment(seat.repo, seat.scope, seat.part, seat.person, form),
        "box": seal(form, opening_keys),
    }


def opened(seat: Seat, record: Record, identities: Sequence[str]) -> bytes:
    """Return the exact bytes of the form in a seal that these identities open.

    Raises SealingError when another form lies in the box than was committed to: then
    only the assessor's own copy can be opened.
    """
    form = unseal(text_at(record, "box"), identities)
    found = commitment(seat.repo, seat.scope, seat.part, seat.person, form)
    if found != text_at(record, "commitment"):
        raise SealingError(
            "In de verzegelde doos ligt een ander formulier dan is vastgelegd.",
            "Another form lies in the sealed box than was committed to.",
        )
    return form


def opened_all(
    seats: Sequence[Seat], documents: Mapping[str, Record], identities: Sequence[str]
) -> dict[str, bytes]:
    """Return the opened forms of these seats by their path; all of them or none."""
    return {
        seat.form: opened(seat, documents.get(seat.seal, {}), identities)
        for seat in seats
    }
