"""What happened in an exam as a sentence, for terminals, programs and pages."""

from collections.abc import Iterator, Mapping
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
from proeve.sight.story import Told
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

_VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "row": RowId,
    "to": RowId,
    "step": StepId,
    "part": Part,
}
"""Values of decisions that are words of the process, by their key."""


class _Said(dict[str, str]):
    """What a decision says; a gap that it leaves is named."""

    def __init__(self, values: Mapping[str, str], nobody: str) -> None:
        super().__init__(values)
        self._nobody = nobody

    def __missing__(self, key: str) -> str:
        return self._nobody


def basis(time: Time, language: Language) -> str:
    """Return how a moment is known, by whose word and road."""
    road = road_words(time.road, language)
    return " ".join(filter(None, (label(time.basis, language), time.by, road)))


def sentence(
    told: Told, language: Language, names: Mapping[str, str] | None = None
) -> str:
    """Return one happening as a sentence; `names` says who a pseudonym is."""
    who = (names or {}).get(told.who, told.who)
    values = {
        "who": f"{who} ({label(told.role, language)})",
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
