"""An exam's story in sentences, each with when, how that is known, and the proof."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from proeve.model.time import Time
from proeve.process.vocabulary import (
    Action,
    Approver,
    Outcome,
    Part,
    Role,
    RowId,
    StepId,
)
from proeve.report.findings import clean
from proeve.sight.story import Proof, Told
from proeve.words.labels import label, road_words
from proeve.words.labels_codes import code_words
from proeve.words.labels_text import Label
from proeve.words.say import Language
from proeve.words.telling import (
    ACTIONS,
    DECISION_FILE,
    DECISIONS,
    EVIDENCE_FILE,
    FILES,
    LANDED_ACTS,
    NOBODY_SAID,
    OUTCOME_OF_CASE,
    WROTE_AND_APPROVED,
)

_SHORT = 10
_VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "row": RowId,
    "to": RowId,
    "step": StepId,
    "part": Part,
}
"""Values of decisions that are words of the process, by their key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One happening in words: when and how that is known, what, and what proves it."""

    moment: str
    basis: str
    text: str
    proofs: tuple[str, ...]


class _Said(dict[str, str]):
    """What a decision says; a gap that it leaves is named."""

    def __init__(self, values: Mapping[str, str], nobody: str) -> None:
        super().__init__(values)
        self._nobody = nobody

    def __missing__(self, key: str) -> str:
        return self._nobody


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


def basis(time: Time, language: Language) -> str:
    """Return how a moment is known, by whose word and road."""
    road = road_words(time.road, language)
    return " ".join(filter(None, (label(time.basis, language), time.by, road)))


def sentence(told: Told, language: Language) -> str:
    """Return one happening as a sentence."""
    values = {
        "who": f"{told.who} ({label(told.role, language)})",
        "files": _listed((_file(name, language) for name in told.files), language),
        "rows": _listed((f"‘{label(row, language)}’" for row in told.rows), language),
    }
    if told.decision is None:
        return _template(told).in_language(language).format_map(values)
    said = {key: _value(key, text, language) for key, text in told.said.items()}
    nobody = NOBODY_SAID.in_language(language)
    text = DECISIONS[told.decision].in_language(language)
    text = text.format_map(_Said({**said, **values}, nobody))
    if "status" in told.said and "outcome" in told.said:
        outcome = OUTCOME_OF_CASE.in_language(language)
        text = f"{text} {outcome.format_map(said)}"
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _template(told: Told) -> Label:
    writes = told.action in (Action.WRITE, Action.APPROVE)
    if writes and told.files and told.rows:
        return WROTE_AND_APPROVED
    if told.action is Action.APPROVE and not told.rows and told.files:
        return ACTIONS[Action.WRITE]
    if told.action is Action.LAND and not told.files:
        return LANDED_ACTS
    return ACTIONS[told.action]


def _file(name: str, language: Language) -> str:
    """Return what a file of an exam is called in a sentence."""
    if name.startswith("evidence/"):
        return EVIDENCE_FILE.in_language(language)
    if name.startswith("decisions/"):
        return DECISION_FILE.in_language(language)
    return FILES[name].in_language(language) if name in FILES else name


def _listed(words: Iterator[str], language: Language) -> str:
    """Return words as a list in a sentence, each once."""
    each = list(dict.fromkeys(words))
    last = " en " if language == "nl" else " and "
    if not each:
        return NOBODY_SAID.in_language(language)
    return last.join(filter(None, (", ".join(each[:-1]), each[-1])))


def _value(key: str, text: str, language: Language) -> str:
    """Return a value of a decision in words."""
    if key == "approver":
        return _hat(text, language)
    vocabulary = _VOCABULARIES.get(key)
    if vocabulary is not None and text in list(vocabulary):
        return label(vocabulary(text), language)
    if key == "outcome" and text in list(Outcome):
        return label(Outcome(text), language)
    return code_words(text, language)


def _hat(text: str, language: Language) -> str:
    hats: tuple[Approver, ...] = (*Part, *Role)
    found = next((hat for hat in hats if hat == text), None)
    return label(found, language) if found is not None else text


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
