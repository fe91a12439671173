"""Questions of a guided form, and what the one who asks them knows beforehand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from proeve.model.document import Data, Scalar
from proeve.model.records import Record
from proeve.words.say import Language

Pointer = tuple[str | int, ...]
"""The way to the field that an answer is for; `?` at its end asks if there is one."""

MORE = "?"


class Ask(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One possible answer and what it is called."""

    value: Scalar
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question in the reader's language; Enter answers with `offered`.

    `beside` are lines to read with it; `meant` names what a text stands for, such as a
    date. `open` choices are suggestions: another answer of the right form is one too.
    """

    pointer: Pointer
    ask: Ask
    title: str
    description: str = ""
    required: bool = True
    choices: tuple[Choice, ...] = ()
    open: bool = False
    offered: Data = None
    beside: tuple[str, ...] = ()
    meant: str = ""
    pattern: str = ""
    example: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def key(self) -> str:
        """The name under which the answer is kept."""
        return "/".join(map(str, self.pointer))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What is known about one field of one form.

    `when` looks at what was answered before it in the same record, and tells whether
    the field is asked at all; `required` then says that it must be answered.
    """

    title: str = ""
    beside: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    open: bool = False
    offered: Data = None
    required: bool | None = None
    ask: Ask | None = None
    least: float | None = None
    most: float | None = None
    when: Callable[[Record], bool] | None = None


NO_HINT = Hint()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One form to be filled in: its kind, and all that is known before it is asked.

    `known` is filled in and never asked; `left` is left out; `offered` is what stands
    there now or is proposed, and `draft` what its author had before and wins. `choices`
    go by what a field means (`unit`, `part`), `hints` by its place, `keys` name the
    entries of a table, in the order of asking. `shown` are lines to read beforehand.
    """

    kind: str
    language: Language
    known: Mapping[Pointer, Data] = field(default_factory=dict[Pointer, Data])
    left: frozenset[Pointer] = frozenset()
    offered: Record = field(default_factory=dict[str, Data])
    choices: Mapping[str, tuple[Choice, ...]] = field(
        default_factory=dict[str, tuple[Choice, ...]]
    )
    hints: Mapping[Pointer, Hint] = field(default_factory=dict[Pointer, Hint])
    keys: Mapping[Pointer, tuple[str, ...]] = field(
        default_factory=dict[Pointer, tuple[str, ...]]
    )
    shown: tuple[str, ...] = ()
    draft: Record | None = None

    def hint(self, pointer: Pointer) -> Hint:
        """Return what is known about a field."""
        return self.hints.get(pointer, NO_HINT)

    def offer(self, pointer: Pointer) -> Data:
        """Return what is offered: by the draft, else its hint, else what stands."""
        if self.draft is not None:
            return value_in(self.draft, pointer)
        own = self.hint(pointer).offered
        return own if own is not None else value_in(self.offered, pointer)


def value_in(data: Record, pointer: Pointer) -> Data:
    """Return the value at a pointer through records and lists, or None."""
    value: Data = dict(data)
    for part in pointer:
        if isinstance(value, dict) and isinstance(part, str):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
