"""An exam's story in sentences, each with when, how that is known, and the proof."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from proeve.model.time import Time
from proeve.report.findings import clean
from proeve.sight.story import Proof, Told
from proeve.sight.telling import basis, sentence
from proeve.words.labels import label
from proeve.words.say import Language

_SHORT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One happening in words: when and how that is known, what, and what proves it."""

    moment: str
    basis: str
    text: str
    proofs: tuple[str, ...]


def story_lines(story: Sequence[Told], language: Language) -> Iterator[Line]:
    """Yield the story in words, oldest first."""
    for told in story:
        yield Line(
            moment=moment(told.time.at),
            basis=basis(told.time, language),
            text=clean(sentence(told, language)),
            proofs=tuple(_proofs(told, language)),
        )


def moment(seconds: int) -> str:
    """Return a moment to the minute, in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M")


def _proofs(told: Told, language: Language) -> Iterator[str]:
    """Yield what proves a happening: its approvals, or else the commit itself."""
    for proof in told.proofs:
        yield _proof(proof, told.time, language)
    if not told.proofs:
        yield f"commit {told.commit[:_SHORT]}"


def _proof(proof: Proof, time: Time, language: Language) -> str:
    dutch = language == "nl"
    who = f"{label(proof.hat, language)} {proof.person}"
    row = f"‘{label(proof.row, language)}’"
    level = (
        f"{'akkoord met' if dutch else 'approved by'} {label(proof.level, language)}"
    )
    parts = [f"{who}: {row}", level, f"{proof.via} {proof.name[:_SHORT]}"]
    if proof.time != time:
        parts.append(f"{moment(proof.time.at)} ({basis(proof.time, language)})")
    if not proof.stands:
        parts.append("geldt niet meer" if dutch else "no longer stands")
    return ", ".join(parts)
