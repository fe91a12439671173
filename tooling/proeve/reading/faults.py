"""What is wrong with a document that does not fit its schema, in findings.

The keyword that failed chooses the code and the schema gives the names. One fault is
one finding, also where several keywords say the same, such as a wrong date that fits
neither its pattern nor its format.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from proeve.model.document import Document
from proeve.model.findings import Finding, Pointer, Position
from proeve.reading.failures import Failure, failures
from proeve.reading.formats import EXAMPLES

_SHOWN = 60
_LISTED = 240


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not fit: where, what, and the words for its sentence."""

    pointer: Pointer
    code: str
    args: Mapping[str, str]


def faults(document: Document) -> tuple[Finding, ...]:
    """Return the findings of a document, in the order of its text."""
    told = (fault for failure in failures(document) for fault in _faults(failure))
    found = [
        Finding(fault.code, document.at(*fault.pointer), fault.args)
        for fault in _merged(told)
    ]
    return tuple(sorted(found, key=_order))


def _order(finding: Finding) -> tuple[Position, str]:
    return finding.where.position or Position(1, 1), finding.code


# --- one failure to its faults


def _faults(failure: Failure) -> Iterator[Fault]:
    yield from _TELLERS.get(failure.keyword, _unfit)(failure)


def _fault(failure: Failure, code: str, **args: str) -> Fault:
    names = (part for part in reversed(failure.pointer) if isinstance(part, str))
    field = _shown(next(names, "-"))
    return Fault(failure.pointer, code, {"field": field, **args})


def _unfit(failure: Failure) -> Iterator[Fault]:
    yield _fault(failure, "schema.fit")


def _required(failure: Failure) -> Iterator[Fault]:
    missing = [name for name in failure.asked if name not in failure.value]
    yield _fault(failure, "schema.required", missing=_listed(missing))


def _unknown(failure: Failure) -> Iterator[Fault]:
    known = failure.schema.get("properties", {})
    shapes = failure.schema.get("patternProperties", {})
    for name in failure.value:
        if name not in known and not any(re.search(shape, name) for shape in shapes):
            args = {"field": _shown(name), "allowed": _listed(known)}
            yield Fault((*failure.pointer, name), "schema.unknown-field", args)


# The same words in both languages: what such a value looks like in YAML.
_EXAMPLE_OF_TYPE = {
    "string": '"abc"',
    "integer": "12",
    "number": "7.5",
    "boolean": "true / false",
    "array": "[a, b]",
    "object": "{a: b}",
    "null": "null",
}


def _type(failure: Failure) -> Iterator[Fault]:
    types = [failure.asked] if isinstance(failure.asked, str) else failure.asked
    example = " | ".join(_EXAMPLE_OF_TYPE[name] for name in types)
    yield _fault(failure, "schema.type", value=_shown(failure.value), example=example)


def _enum(failure: Failure) -> Iterator[Fault]:
    allowed = failure.asked if failure.keyword == "enum" else [failure.asked]
    value = _shown(failure.value)
    yield _fault(failure, "schema.enum", value=value, allowed=_listed(allowed))


def _shape(failure: Failure) -> Iterator[Fault]:
    examples = failure.schema.get("examples") or [failure.asked]
    shape = _shown(examples[0], _LISTED)
    yield _fault(failure, "schema.pattern", value=_shown(failure.value), shape=shape)


def _format(failure: Failure) -> Iterator[Fault]:
    example = EXAMPLES[failure.asked]
    value = _shown(failure.value)
    yield _fault(failure, "schema.format", value=value, example=example)


def _limit(code: str) -> Callable[[Failure], Iterator[Fault]]:
    def tell(failure: Failure) -> Iterator[Fault]:
        yield _fault(failure, code, limit=str(failure.asked))

    return tell


def _range(failure: Failure) -> Iterator[Fault]:
    asked = failure.schema
    least = asked.get("minimum", asked.get("exclusiveMinimum", "…"))
    most = asked.get("maximum", asked.get("exclusiveMaximum", "…"))
    value = _shown(failure.value)
    yield _fault(failure, "schema.range", value=value, range=f"{least} - {most}")


def _repeated(failure: Failure) -> Iterator[Fault]:
    yield _fault(failure, "schema.repeated")


def _choice(failure: Failure) -> Iterator[Fault]:
    """Tell the faults of the one branch that was meant, or which branches there are."""
    for detail in (meant := _meant(failure.details)):
        yield from _faults(detail)
    if meant:
        return
    branches = [branch.get("required", ()) for branch in failure.asked]
    if all(branches):
        choices = " | ".join(" + ".join(names) for names in branches)
        yield _fault(failure, "schema.choice", choices=choices)
    else:
        yield from _unfit(failure)


def _meant(details: Iterable[Failure]) -> list[Failure]:
    branches: dict[int | str, list[Failure]] = {}
    for detail in details:
        branches.setdefault(detail.branch, []).append(detail)
    likely = [each for each in branches.values() if not any(map(_another, each))]
    return likely[0] if len(likely) == 1 else []


def _another(detail: Failure) -> bool:
    # A branch is not meant when its very type or fixed value is not that of the value.
    fixed = detail.keyword in ("const", "enum") and detail.depth <= 1
    return fixed or (detail.keyword == "type" and detail.depth == 0)


_TELLERS: Mapping[str, Callable[[Failure], Iterator[Fault]]] = {
    "required": _required,
    "additionalProperties": _unknown,
    "type": _type,
    "enum": _enum,
    "const": _enum,
    "pattern": _shape,
    "format": _format,
    "minLength": _limit("schema.too-short"),
    "maxLength": _limit("schema.too-long"),
    "minItems": _limit("schema.too-few"),
    "maxItems": _limit("schema.too-many"),
    "minProperties": _limit("schema.too-few"),
    "maxProperties": _limit("schema.too-many"),
    "minimum": _range,
    "maximum": _range,
    "exclusiveMinimum": _range,
    "exclusiveMaximum": _range,
    "uniqueItems": _repeated,
    "oneOf": _choice,
    "anyOf": _choice,
}


# --- many faults to one a problem

_WEIGHTIEST_FIRST = (
    "schema.type",
    "schema.enum",
    "schema.pattern",
    "schema.format",
    "schema.too-short",
    "schema.too-long",
    "schema.range",
)
"""Of these, one value gets only the first: the rest follow from it."""


def _merged(found: Iterable[Fault]) -> Iterator[Fault]:
    places: dict[Pointer, dict[tuple[str, str], Fault]] = {}
    for fault in found:
        # jsonschema tells each missing field apart; here they are one list.
        key = (fault.code, fault.args.get("missing", ""))
        places.setdefault(fault.pointer, {})[key] = fault
    for here in places.values():
        yield from _weightiest(list(here.values()))


def _weightiest(here: list[Fault]) -> Iterator[Fault]:
    codes = {fault.code for fault in here}
    first = next((code for code in _WEIGHTIEST_FIRST if code in codes), None)
    for fault in here:
        if fault.code == first or fault.code not in _WEIGHTIEST_FIRST:
            yield fault


def _shown(value: object, longest: int = _SHOWN) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= longest else f"{text[:longest]}…"


def _listed(values: Iterable[object]) -> str:
    return _shown(", ".join(map(_shown, values)), _LISTED)
