"""The judgements of the assessors side by side, once they are open.

As long as one form is still sealed nothing of either is shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.records import (
    Record,
    flag_at,
    number_at,
    record_at,
    records_at,
    text_at,
    value_at,
)
from proeve.model.registry import Registry
from proeve.process.vocabulary import ASSESSORS, Part
from proeve.sight.titles import in_language as in_language
from proeve.words.say import Language

_STEMS: Mapping[str, Part] = dict(
    zip(("first", "second", "third"), ASSESSORS, strict=True)
)
_BOTH = ("first", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What an instrument calls a criterion, and the ratings of its scale."""

    text: str = ""
    crucial: bool = False
    labels: Mapping[str, str] = field(default_factory=dict[str, str])


Wordings = Mapping[tuple[str, int], Mapping[str, Wording]]
"""For each instrument version, the wording of its criteria."""
_UNKNOWN = Wording()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One criterion: what each assessor found, and what they agreed."""

    id: str
    text: str
    crucial: bool
    given: tuple[str, ...]
    notes: tuple[str, ...]
    agreed: str
    reason: str

    @property
    def differs(self) -> bool:
        """Whether the assessors who judged it found different things."""
        return len({rating for rating in self.given if rating}) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratings:
    """The open forms: which parts judged, and every criterion."""

    parts: tuple[Part, ...]
    rated: tuple[Rated, ...]

    @property
    def differing(self) -> int:
        """The number of criteria on which the assessors differ."""
        return sum(one.differs for one in self.rated)


def ratings_of(state: ExamState, wordings: Wordings) -> Ratings | None:
    """Return the ratings once both forms are open, or nothing."""
    forms = {
        stem: form
        for stem in _STEMS
        if (form := state.document(f"forms/{stem}")) is not None
    }
    if not all(stem in forms for stem in _BOTH):
        return None
    words = wordings.get(_pinned(forms["first"]), {})
    agreed = record_at(state.document("consensus"), "items")
    opened = tuple(forms.values())
    rated = (
        _rated(criterion, opened, agreed, words.get(criterion, _UNKNOWN))
        for criterion in _criteria(opened, words)
    )
    return Ratings(
        parts=tuple(_STEMS[stem] for stem in forms),
        # What they must talk about comes first; the rest keeps the instrument's order.
        rated=tuple(sorted(rated, key=lambda one: not one.differs)),
    )


def wordings_of(registry: Registry, language: Language) -> Wordings:
    """Return what the criteria and ratings of each instrument are called."""
    return {
        pinned: _words(instrument.record, language)
        for pinned, instrument in registry.instruments.items()
    }


def rating_words(instrument: Record, task: str, rating: str, language: Language) -> str:
    """Return what an instrument calls a rating of a core task."""
    scales = {text_at(one, "id"): one for one in records_at(instrument, "scales")}
    for one in records_at(instrument, "core_tasks"):
        if text_at(one, "code") == task:
            ordinal = record_at(scales.get(text_at(one, "scale")), "ordinal")
            return _labels(ordinal, language).get(rating, rating)
    return rating


def _criteria(forms: tuple[Record, ...], words: Iterable[str]) -> Iterator[str]:
    """Yield the criteria judged, in the order of the instrument where it is known."""
    judged = dict.fromkeys(
        criterion for form in forms for criterion in record_at(form, "ratings")
    )
    known = [criterion for criterion in words if criterion in judged]
    yield from dict.fromkeys((*known, *judged))


def _rated(
    criterion: str, forms: tuple[Record, ...], agreed: Record, wording: Wording
) -> Rated:
    return Rated(
        id=criterion,
        text=wording.text,
        crucial=wording.crucial,
        given=tuple(
            _shown(value_at(form, "ratings", criterion, "rating"), wording)
            for form in forms
        ),
        notes=tuple(text_at(form, "ratings", criterion, "note") for form in forms),
        agreed=_shown(value_at(agreed, criterion, "agreed"), wording),
        reason=text_at(agreed, criterion, "reason"),
    )


def _shown(rating: Data, wording: Wording) -> str:
    text = "" if rating is None else str(rating)
    return wording.labels.get(text, text)


def _pinned(form: Record) -> tuple[str, int]:
    return text_at(form, "instrument", "code"), number_at(form, "instrument", "version")


def _words(instrument: Record, language: Language) -> Mapping[str, Wording]:
    scales = {
        text_at(scale, "id"): _labels(record_at(scale, "ordinal"), language)
        for scale in records_at(instrument, "scales")
    }
    return {
        text_at(one, "id"): Wording(
            text=in_language(value_at(one, "text"), language),
            crucial=flag_at(one, "crucial"),
            labels=scales.get(text_at(task, "scale"), {}),
        )
        for task in records_at(instrument, "core_tasks")
        for part in records_at(task, "work_processes")
        for one in records_at(part, "criteria")
    }


def _labels(scale: Record, language: Language) -> Mapping[str, str]:
    values = (*records_at(scale, "values"), record_at(scale, "not_applicable"))
    return {
        text_at(one, "code"): in_language(value_at(one, "label"), language)
        for one in values
        if one
    }


def instrument_title(
    registry: Registry, code: str, language: Language, version: int | None = None
) -> str:
    """Return what an instrument is called, in its latest version unless one is asked.

    An instrument that the registry does not know has its code only.
    """
    known = {
        number: one.record
        for (name, number), one in registry.instruments.items()
        if name == code and version in (None, number)
    }
    record = known[max(known)] if known else {}
    return in_language(value_at(record, "title"), language) or code
