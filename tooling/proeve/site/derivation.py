"""What is worked out of each exam once, and kept while the exam stays the same.

Pages about many exams are made of these values and not of the exams: in a large school
one exam is read again, and the others are not.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from proeve.model.encoding import any_decoded, encoded
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.sight.lines import Line, line_of

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


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is kept of each exam, as JSON text under its scope, in the verdict's order.

    `numbers` is the place of each kept derivation in a text.
    """

    texts: Mapping[str, str]
    numbers: Mapping[str, int]


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

    def mark(self, scope: str) -> str:
        """Return what changes when a value of an exam does; nothing if none is kept."""
        return self._keeping.texts.get(scope, "") if self._keeping else ""

    def _values(self, derivation: Derivation[object]) -> Iterable[object]:
        if self._keeping is None or derivation.name not in self._keeping.numbers:
            registry = self._verdict.registry
            return [derivation.make(exam, registry) for exam in self._verdict.exams]
        texts = list(self._keeping.texts.values())
        made = dict(self._before.get(derivation.name, {}))
        new = [text for text in texts if text not in made]
        number, kind = self._keeping.numbers[derivation.name], _of(derivation)
        # All at once: the parser is called once and not for each exam.
        for text, kept in zip(new, json.loads(f"[{','.join(new)}]"), strict=True):
            made[text] = any_decoded(kind, kept[number])
        self.made[derivation.name] = {text: made[text] for text in texts}
        return [made[text] for text in texts]


def _of(derivation: Derivation[object]) -> Hashable:
    return cast("Hashable", derivation.kind)


LINES: Derivation[Line] = Derivation("line", line_of, Line)
"""What reports and the finder need of an exam."""
