"""What is otherwise in a later version of a document, newest first.

Of the consensus nothing is told before the page may show what assessors found.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from proeve.model.document import Scalar
from proeve.model.exam import Event, ExamState, FieldChange
from proeve.process.vocabulary import Outcome
from proeve.site.dates import written
from proeve.words.labels import label
from proeve.words.labels_fields import document_words, field_words
from proeve.words.say import Language

_ROOM = 1_400
"""The characters that all changes together may take: a page is no second archive."""
_EACH = 150
_LONGEST = 160
_OUTCOMES = frozenset({"outcome", "computed"})
_KNOWN = frozenset(map(str, Outcome))
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_JUDGED = ("consensus.yml", "forms/")
_YES_NO = {"nl": ("nee", "ja"), "en": ("no", "yes")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One field: the way to it in words, and what stood and stands there."""

    field: str
    was: str
    now: str

    @property
    def size(self) -> int:
        """The room that it takes on a page, near enough."""
        return len(self.field) + len(self.was) + len(self.now) + _EACH


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A later version of one document: who made it, when, and each field."""

    document: str
    file: str
    event: Event
    altered: tuple[Altered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The versions that are shown, and how many fields had no place."""

    shown: tuple[Version, ...]
    left_out: int


def versions_of(state: ExamState, language: Language, *, judged: bool) -> Versions:
    """Return the versions after the first; `judged` says that both forms are open."""
    told = list(_told(state, language, judged=judged))
    room = accumulate(altered.size for _, _, altered in told)
    fitting = [one for one, taken in zip(told, room, strict=True) if taken <= _ROOM]
    return Versions(
        shown=tuple(
            Version(
                document=document_words(file, language),
                file=file,
                event=event,
                altered=tuple(altered for _, _, altered in of_one),
            )
            for (event, file), of_one in _versions(fitting)
        ),
        left_out=len(told) - len(fitting),
    )


def _told(
    state: ExamState, language: Language, *, judged: bool
) -> Iterator[tuple[Event, str, Altered]]:
    for event in reversed(state.events):
        for one in event.changed:
            if judged or not one.file.startswith(_JUDGED):
                yield event, one.file, _altered(one, language)


def _versions(
    told: Iterable[tuple[Event, str, Altered]],
) -> Iterator[tuple[tuple[Event, str], list[tuple[Event, str, Altered]]]]:
    """Group what stands together: one event's changes of one file."""
    for _, of_one in groupby(told, key=lambda one: (one[0].commit, one[1])):
        together = list(of_one)
        yield together[0][:2], together


def _altered(one: FieldChange, language: Language) -> Altered:
    return Altered(
        field=field_words(one.file, one.field, language),
        was=_said(one.field[-1], one.was, language),
        now=_said(one.field[-1], one.now, language),
    )


def _said(key: str, value: Scalar, language: Language) -> str:
    if isinstance(value, bool):
        return _YES_NO[language][value]
    if key in _OUTCOMES and value in _KNOWN:
        return label(Outcome(value), language)
    if isinstance(value, str) and _DAY.fullmatch(value):
        return written(value, language)
    text = "" if value is None else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
