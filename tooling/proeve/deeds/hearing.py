"""What came to the receiver by parcel or on paper, made into an attestation (R22, R35).

Whoever has no clone and no key sends their word by a personal link and a code, or on
paper. The receiver says whose word it is, about which text, and by which road it came.
"""

import hashlib
from dataclasses import dataclass

from proeve.deeds.clone import Clone, rehearse
from proeve.deeds.exams import exam_named
from proeve.deeds.landing import Wording, worded
from proeve.deeds.receiving import Attested, receiving
from proeve.deeds.signing import ActFile, Hand, Moment, sign_act, written
from proeve.deeds.stating import Deed, acts_folder
from proeve.errors import UsageError
from proeve.process.vocabulary import Role

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A word by a personal link; the code that confirms it came over another channel.

    The link itself opens somebody's page, so only its SHA-256 is kept.
    """

    link: str
    channel: str
    received: int

    @property
    def lines(self) -> Lines:
        """What the attestation says of this road."""
        return (
            ("kind", "parcel"),
            ("link", _digest(self.link.encode())),
            ("channel", self.channel),
            ("received", written(self.received)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """A word on paper: who typed it over, who compared that, and its scan."""

    transcriber: str
    countersigner: str
    scan: bytes

    @property
    def lines(self) -> Lines:
        """What the attestation says of this road."""
        return (
            ("kind", "paper"),
            ("transcriber", self.transcriber),
            ("countersigner", self.countersigner),
            ("scan", _digest(self.scan)),
        )


def attest_word(
    clone: Clone, receiver: Hand, what: Wording, road: Parcel | OnPaper
) -> ActFile:
    """Return the receiver's word that somebody said this about a row of an exam.

    Raises UsageError for whoever is not the receiver of that exam.
    """
    exam = exam_named(clone.state, what.exam)
    name = exam.scope.removeprefix("groups/")
    if not clone.state.registry.holds(receiver.person, Role.RECEIVER, name):
        raise UsageError(
            "Deze sleutel is niet van de ontvangstdienst.",
            "This key is not the receiver's.",
        )
    said, folder = worded(clone, what), acts_folder(exam.scope)
    return sign_act(receiver, said, folder, "proeve-receiver", road.lines)


def would_land(
    clone: Clone, receiver: Hand, what: Wording, act: ActFile, at: Moment
) -> Deed:
    """Return the deed by which an attestation would land; raises UnlawfulError.

    Nothing is attested that the judge would not let count.
    """
    landing = Attested(exam=what.exam, row=what.row, acts=(act,), papers=what.papers)
    (found,) = rehearse(clone, [receiving(landing)], receiver, at, (act,))
    return found.deed


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
