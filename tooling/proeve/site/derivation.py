"""What is worked out of each exam once, and kept while the exam stays the same.

Pages about many exams are made of these values and not of the exams: in a large school
one exam is read again, and the others are not.
"""

import hashlib
import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Generic, TypeVar, cast

from proeve.model.encoding import any_decoded, decoded, encoded
from proeve.model.registry import Registry
from proeve.model.shelf import Apart
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.sight.lines import Line, line_of
from proeve.site.opening import open_exam

_LINE = "\n"
"""JSON without blanks has no line break in it."""
_json = json.JSONEncoder(separators=(",", ":")).encode
T = TypeVar("T")
Value_co = TypeVar("Value_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Derivation(Generic[Value_co]):
    """A value for each exam: from the exam, the registry and nothing else.

    `kind` is a dataclass whose fields say how the value is kept as JSON. A derivation
    that stands in `derived.DERIVATIONS` is kept between two builds; another one reads
    every exam each time.
    """

    name: str
    make: Callable[[ExamVerdict, Registry], Value_co]
    kind: type[Value_co]

    def kept(self, exam: ExamVerdict, registry: Registry) -> object:
        """Return the value of an exam as JSON can hold it."""
        return encoded(_of(self), self.make(exam, registry))


def kept_text(
    derivations: Sequence[Derivation[object]], exam: ExamVerdict, registry: Registry
) -> str:
    """Return all that is kept of an exam as one text, a line for each derivation."""
    return _LINE.join(_json(one.kept(exam, registry)) for one in derivations)


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is kept of each exam under its scope, in the verdict's order.

    A text has a line of JSON for each kept derivation; `numbers` are their places.
    `made_of` stands for the text of an exam wherever somebody knows what made it.
    """

    texts: Mapping[str, str]
    numbers: Mapping[str, int]
    made_of: Mapping[str, str]

    def line(self, scope: str, name: str) -> str:
        """Return the JSON of one value of an exam; the others are not read for it."""
        number = self.numbers[name]
        return self.texts[scope].split(_LINE, number + 1)[number]


class Derived:
    """The values of every exam, in the order of the verdict."""

    def __init__(
        self,
        verdict: LedgerVerdict,
        keeping: Keeping | None = None,
        before: "Derived | None" = None,
    ) -> None:
        """Take the verdict, and what is kept; without it every exam is read.

        Of `before`, what was made of the same text is used again.
        """
        self._verdict = verdict
        self._keeping = keeping
        self._before = before.made if before else {}
        self.made: dict[str, dict[str, object]] = {}
        self._each: dict[str, tuple[object, ...]] = {}
        self._once: dict[str, object] = {}
        self._marks: dict[str, str] = {}

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Return a value of all exams together, made at its first use.

        The editions in two languages share it.
        """
        if name not in self._once:
            self._once[name] = make()
        return cast("T", self._once[name])

    def each(self, derivation: Derivation[T]) -> tuple[T, ...]:
        """Return the value of every exam."""
        name = derivation.name
        if name not in self._each:
            self._each[name] = tuple(self._values(derivation))
        return cast("tuple[T, ...]", self._each[name])

    def one(self, derivation: Derivation[T], scope: str) -> T:
        """Return the value of one exam; what is kept of the others stays unread."""
        if self._keeping and derivation.name in self._keeping.numbers:
            line = self._keeping.line(scope, derivation.name)
            return cast("T", any_decoded(_of(derivation), json.loads(line)))
        return derivation.make(open_exam(self._verdict, scope), self._verdict.registry)

    def field(
        self, derivation: Derivation[object], name: str, kind: type[T]
    ) -> tuple[T, ...]:
        """Return one field of the value of every exam, without making the others."""
        keeping = self._keeping
        if keeping is None or derivation.name in self._each:
            return tuple(getattr(value, name) for value in self.each(derivation))
        place = _place(derivation.kind, name)
        lines = [keeping.line(scope, derivation.name) for scope in keeping.texts]
        values = json.loads(f"[{','.join(lines)}]")
        return tuple(decoded(kind, value[place]) for value in values)

    @property
    def scopes(self) -> Iterable[str]:
        """The scope of every exam, in the order of their values."""
        if self._keeping is not None:
            return self._keeping.texts
        groups = self._verdict.groups.items()
        return [
            f"groups/{group}/{name}" for group, some in groups for name in _in(some)
        ]

    def mark(self, scope: str) -> str:
        """Return what changes when a value of an exam does; nothing if none is kept."""
        if self._keeping is None or scope not in self._keeping.texts:
            return ""
        if made_of := self._keeping.made_of.get(scope):
            return made_of
        if scope not in self._marks:
            text = self._keeping.texts[scope].encode()
            self._marks[scope] = hashlib.sha256(text).hexdigest()
        return self._marks[scope]

    def _values(self, derivation: Derivation[object]) -> Iterable[object]:
        name, keeping = derivation.name, self._keeping
        if keeping is None or name not in keeping.numbers:
            registry = self._verdict.registry
            return [derivation.make(exam, registry) for exam in self._verdict.exams]
        lines = [keeping.line(scope, name) for scope in keeping.texts]
        made = dict(self._before.get(name, {}))
        new = list(dict.fromkeys(line for line in lines if line not in made))
        kind = _of(derivation)
        # All at once: the parser is called once and not for each exam.
        for line, kept in zip(new, json.loads(f"[{','.join(new)}]"), strict=True):
            made[line] = any_decoded(kind, kept)
        self.made[name] = {line: made[line] for line in lines}
        return [made[line] for line in lines]


def _place(kind: type, name: str) -> int:
    if not is_dataclass(kind):
        raise TypeError(f"{kind} has no fields")
    return [each.name for each in fields(kind)].index(name)


def _in(exams: Sequence[ExamVerdict]) -> Iterable[str]:
    return (
        exams.names if isinstance(exams, Apart) else (exam.state.id for exam in exams)
    )


def _of(derivation: Derivation[object]) -> Hashable:
    return cast("Hashable", derivation.kind)


LINES: Derivation[Line] = Derivation("line", line_of, Line)
"""What reports and the finder need of an exam."""
