"""The label of every word of the process, in Dutch and in English.

The tables stand in `labels_people`, `labels_steps`, `labels_outcomes` and
`labels_states`. A role and a part may have the same text and other labels, so a label
is looked up by its vocabulary as well.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from proeve.process.vocabulary import Level, Part, StepId
from proeve.words.labels_outcomes import DECISIONS, OUTCOMES
from proeve.words.labels_people import LEVEL_MEANINGS, LEVELS, NO_ROC, PARTS, ROLES
from proeve.words.labels_sight import CONCERNS, EXPIRING, TERMS
from proeve.words.labels_states import (
    ROADS,
    SEVERITIES,
    STANDINGS,
    STEP_STATES,
    TIME_BASES,
)
from proeve.words.labels_steps import ACTIONS, NEEDED, OFFICIAL, PHASES, ROWS, STEPS
from proeve.words.labels_text import Label
from proeve.words.say import Language


def _by_text(table: Iterable[tuple[str, Label]]) -> Mapping[str, Label]:
    return dict(table)


_ALL: Mapping[str, Mapping[str, Label]] = {
    "Action": _by_text(ACTIONS.items()),
    "Concern": CONCERNS,
    "DecisionKind": _by_text(DECISIONS.items()),
    "Expiring": EXPIRING,
    "Level": _by_text(LEVELS.items()),
    "Needed": _by_text(NEEDED.items()),
    "Outcome": _by_text(OUTCOMES.items()),
    "Part": _by_text(PARTS.items()),
    "Phase": _by_text(PHASES.items()),
    "Role": _by_text(ROLES.items()),
    "RowId": _by_text(ROWS.items()),
    "Severity": SEVERITIES,
    "Standing": STANDINGS,
    "StepId": _by_text(STEPS.items()),
    "StepState": STEP_STATES,
    "Term": TERMS,
    "TimeBasis": TIME_BASES,
}


def label(value: StrEnum, language: Language, *, roc: bool = True) -> str:
    """Return what readers see for a role, part, step, state, outcome and the like.

    Without `roc` the school is no ROC and its people have other words in Dutch.
    """
    vocabulary = type(value).__name__
    table = _ALL[vocabulary]
    if not roc and vocabulary in ("Role", "Part"):
        table = {**table, **NO_ROC}
    return table[value].in_language(language)


def official(step: StepId, language: Language) -> str:
    """Return the official title of a step; `label` gives the words of the step bar."""
    return OFFICIAL[step].in_language(language)


def meaning(level: Level, language: Language) -> str:
    """Return what a level of assurance means, as a sentence."""
    return LEVEL_MEANINGS[level].in_language(language)


def open_part(name: str, language: Language) -> str:
    """Return what readers see for a part of an exam that nobody has yet."""
    if name == "company":
        return _FIRM.in_language(language)
    return PARTS[Part(name)].in_language(language) if name in list(Part) else name


_FIRM = Label("Leerbedrijf", "Training company")


def road_words(road: str, language: Language) -> str:
    """Return by which road something arrived, or nothing where that is not said."""
    return ROADS[road].in_language(language) if road in ROADS else ""
