"""Whether an instrument means something: what its schema cannot see.

Names that nothing has, ratings that its scale does not know, levels out of order, rules
that nobody can pass or that everybody passes.
"""

from collections.abc import Iterator, Mapping

from proeve.model.document import Document
from proeve.model.findings import Finding, Pointer
from proeve.model.passing import PointsScale, Scale
from proeve.model.records import Record, record_at, records_at, text_at, texts_at
from proeve.rules.passing.building import kind_of, scale_of
from proeve.rules.passing.checking_criteria import check_criteria, known
from proeve.rules.passing.checking_rules import Task, check_rule
from proeve.rules.passing.fault import Fault, located


def check_instrument(document: Document) -> Iterator[Finding]:
    """Report what is not in order in an instrument that fits its schema."""
    yield from located(faults(document.data), document)
    name = f"{text_at(document.data, 'code')}/{document.data.get('version')}.yml"
    if not document.path.endswith(f"/{name}"):
        args = {"path": document.path, "expected": name}
        yield Finding("instrument.other-name", document.at("code"), args)


def faults(data: Record) -> Iterator[Fault]:
    """Report what is not in order in the data of an instrument."""
    yield from _scales(data)
    yield from _names(data)
    yield from _assignment(data)
    scales = {text_at(one, "id"): scale_of(one) for one in records_at(data, "scales")}
    for index, task in enumerate(records_at(data, "core_tasks")):
        yield from _task(data, task, scales, ("core_tasks", index))
    yield from _exam(data, scales)
    yield from _evidence(data)


def _twice(code: str, named: Iterator[tuple[str, Pointer]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for name, pointer in named:
        if name in seen:
            yield Fault(code, pointer, {"name": name})
        seen.add(name)


def _ids(data: Record, key: str, field: str) -> Iterator[tuple[str, Pointer]]:
    for index, one in enumerate(records_at(data, key)):
        yield text_at(one, field), (key, index, field)


def _scales(data: Record) -> Iterator[Fault]:
    yield from _twice("instrument.name-twice", _ids(data, "scales", "id"))
    for index, scale in enumerate(records_at(data, "scales")):
        if "ordinal" in scale:
            pointer = ("scales", index, "ordinal")
            yield from _ordinal_scale(record_at(scale, "ordinal"), pointer)


def _ordinal_scale(scale: Record, pointer: Pointer) -> Iterator[Fault]:
    values = records_at(scale, "values")
    seen: set[str] = {text_at(scale, "not_applicable", "code")}
    for index, value in enumerate(values):
        way = (*pointer, "values", index)
        code = text_at(value, "code")
        if code in seen:
            yield Fault("instrument.name-twice", (*way, "code"), {"name": code})
        if value.get("rank") != index:
            args = {"rating": code, "rank": str(index)}
            yield Fault("instrument.ranks-out-of-order", (*way, "rank"), args)
        if index and values[index - 1].get("passes") and not value.get("passes"):
            yield Fault("instrument.passes-below", (*way, "passes"), {"rating": code})
        seen.add(code)
    if values[0].get("passes") or not values[-1].get("passes"):
        yield Fault("instrument.scale-decides-nothing", (*pointer, "values"), {})


def _names(data: Record) -> Iterator[Fault]:
    yield from _twice("instrument.name-twice", _ids(data, "core_tasks", "code"))
    yield from _twice("instrument.name-twice", _ids(data, "forms", "kind"))
    yield from _twice("instrument.name-twice", _ids(data, "required_evidence", "id"))
    yield from _twice("instrument.name-twice", _parts(data))
    yield from _twice("instrument.name-twice", _criteria(data))
    for index, task in enumerate(records_at(data, "core_tasks")):
        for place, part in enumerate(records_at(task, "work_processes")):
            code, own = text_at(part, "code"), text_at(task, "code")
            if not code.startswith(f"{own}-W"):
                pointer = ("core_tasks", index, "work_processes", place, "code")
                yield Fault(
                    "instrument.unit-elsewhere",
                    pointer,
                    {"unit": code, "core_task": own},
                )


def _parts(data: Record) -> Iterator[tuple[str, Pointer]]:
    for index, task in enumerate(records_at(data, "core_tasks")):
        for name, pointer in _ids(task, "work_processes", "code"):
            yield name, ("core_tasks", index, *pointer)


def _criteria(data: Record) -> Iterator[tuple[str, Pointer]]:
    for index, task in enumerate(records_at(data, "core_tasks")):
        for place, part in enumerate(records_at(task, "work_processes")):
            way = ("core_tasks", index, "work_processes", place)
            for name, pointer in _ids(part, "criteria", "id"):
                yield name, (*way, *pointer)


def _assignment(data: Record) -> Iterator[Fault]:
    types = texts_at(data, "assignment_types")
    if "standard" in types and "assignment" not in data:
        yield Fault("instrument.assignment-missing", ("assignment_types",), {})
    if types == ("portfolio",) and "assignment" in data:
        yield Fault("instrument.assignment-with-portfolio", ("assignment",), {})


def _task(
    data: Record, record: Record, scales: Mapping[str, Scale], way: Pointer
) -> Iterator[Fault]:
    name = text_at(record, "scale")
    scale = scales.get(name)
    if scale is None:
        yield Fault("instrument.scale-unknown", (*way, "scale"), {"scale": name})
        return
    forms = frozenset(text_at(form, "kind") for form in records_at(data, "forms"))
    yield from check_criteria(record, scale, forms, way)
    kind = kind_of(scale)
    if kind not in record_at(record, "pass_rule"):
        # Here an average of ratings in words would have to come in; it cannot.
        args = {"scale": name, "kind": kind}
        yield Fault("instrument.rule-of-other-kind", (*way, "pass_rule"), args)
        return
    yield from check_rule(
        Task(
            record=record,
            scale=scale,
            scales=scales,
            way=way,
            resit_unit=text_at(data, "resit", "unit"),
        )
    )


def _exam(data: Record, scales: Mapping[str, Scale]) -> Iterator[Fault]:
    asked = record_at(data, "pass_rule", "exam", "required")
    tasks = {text_at(task, "code"): task for task in records_at(data, "core_tasks")}
    for code, rating in asked.items():
        pointer = ("pass_rule", "exam", "required", code)
        if code not in tasks:
            yield Fault("instrument.unit-unknown", pointer, {"unit": code})
            continue
        scale = _results(tasks[code], scales)
        if scale is None or isinstance(scale, PointsScale):
            continue  # reported where the core task names its scale
        if not scale.has(rating):
            args = {"rating": str(rating), "known": known(scale, 0)}
            yield Fault("instrument.rating-unknown", pointer, args)


def _results(task: Record, scales: Mapping[str, Scale]) -> Scale | None:
    scale = scales.get(text_at(task, "scale"))
    if isinstance(scale, PointsScale):
        return scales.get(text_at(task, "pass_rule", "points", "results"))
    return scale


def _evidence(data: Record) -> Iterator[Fault]:
    known = {name for name, _ in _parts(data)}
    known |= {name for name, _ in _ids(data, "core_tasks", "code")}
    for index, one in enumerate(records_at(data, "required_evidence")):
        for place, unit in enumerate(texts_at(one, "units")):
            if unit not in known:
                pointer = ("required_evidence", index, "units", place)
                yield Fault("instrument.unit-unknown", pointer, {"unit": unit})
