"""Records of the registry as papers: committees, companies, plans, policy and the rest.

Pure: each function takes what is there and returns what is to be written. Whom a change
needs beside its signer is the judge's affair (`rules.dual_control`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.stating import Paper, document
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.records import number_at, records_at, text_at
from proeve.model.statement import REGISTRY
from proeve.reading.yamltext import data_of

Papers = Mapping[str, Paper]
Fields = dict[str, Data]


def paper(path: str, data: Fields) -> Papers:
    """Return one record as a paper for its path in the registry."""
    return {path: document(REGISTRY, path, data)}


def existing(clone: Clone, path: str, name: str) -> Fields:
    """Return a record that is there; raises UsageError for one that is not."""
    found = clone.record(path)
    if found is None:
        raise UsageError(
            f"{name} staat niet in het register.", f"{name} is not in the registry."
        )
    return found


def fresh_path(clone: Clone, path: str, name: str) -> str:
    """Return the path of a record to be; raises UsageError where one is already."""
    if path in clone.state.register.files:
        raise UsageError(
            f"{name} staat al in het register.", f"{name} is in the registry already."
        )
    return path


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberWish:
    """A seat in a committee as somebody asks for it."""

    person: str
    capacity: str
    start: str
    until: str = ""
    flags: frozenset[str] = frozenset()

    def record(self) -> Fields:
        """Return the seat as its record has it."""
        data: Fields = {
            "person": self.person,
            "capacity": self.capacity,
            "from": self.start,
        }
        if self.until:
            data["until"] = self.until
        data["mandated"] = "mandated" in self.flags
        return data | dict.fromkeys(sorted(self.flags - {"mandated"}), True)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeWish:
    """A committee as somebody asks for it."""

    id: str
    title: str
    programmes: tuple[str, ...]
    start: str
    opening_keys: tuple[str, ...]
    members: tuple[MemberWish, ...]


def new_committee(clone: Clone, wish: CommitteeWish) -> Papers:
    """Return a committee that is not there yet."""
    path = fresh_path(clone, f"committees/{wish.id}.yml", wish.id)
    for each in wish.members:
        check_person(clone, each.person)
    return paper(
        path,
        {
            "schema": "proeve/committee/v1",
            "id": wish.id,
            "title": wish.title,
            "programmes": [*wish.programmes],
            "period": {"from": wish.start},
            "members": [each.record() for each in wish.members],
            "opening_keys": [*wish.opening_keys],
        },
    )


def seated(clone: Clone, committee: str, wish: MemberWish) -> Papers:
    """Return a committee with this seat, in the place of the person's earlier one."""
    path = f"committees/{committee}.yml"
    record = existing(clone, path, committee)
    check_person(clone, wish.person)
    kept: list[Data] = [
        dict(each)
        for each in records_at(record, "members")
        if text_at(each, "person") != wish.person
    ]
    return paper(path, record | {"members": [*kept, wish.record()]})


def unseated(clone: Clone, committee: str, person: str, until: str) -> Papers:
    """Return a committee in which somebody's seat ends on a day."""
    path = f"committees/{committee}.yml"
    record = existing(clone, path, committee)
    seats: list[Data] = []
    for each in records_at(record, "members"):
        mine = text_at(each, "person") == person
        seats.append({**each, "until": until} if mine else dict(each))
    if all(text_at(each, "person") != person for each in records_at(record, "members")):
        raise UsageError(
            f"{person} zit niet in {committee}.", f"{person} is not in {committee}."
        )
    return paper(path, record | {"members": seats})


def mandated(clone: Clone, committee: str, mandate: Fields) -> Papers:
    """Return a committee that lets a member decide in its name."""
    path = f"committees/{committee}.yml"
    record = existing(clone, path, committee)
    members = {text_at(each, "person") for each in records_at(record, "members")}
    who = str(mandate["to"])
    if who not in members:
        raise UsageError(
            f"{who} zit niet in {committee}.", f"{who} is not in {committee}."
        )
    known: list[Data] = [dict(each) for each in records_at(record, "mandates")]
    number = len(known) + 1
    new: Data = {"id": f"m-{number}", **mandate}
    return paper(path, record | {"mandates": [*known, new]})


def check_person(clone: Clone, person: str) -> None:
    """Refuse somebody who is not in the registry."""
    if person not in clone.state.registry.people:
        raise UsageError(
            f"{person} staat niet in het register.", f"{person} is not in the registry."
        )


def changed(clone: Clone, path: str, name: str, fields: Fields) -> Papers:
    """Return a record with other values in some fields; nothing if none differs."""
    record = existing(clone, path, name)
    after = record | fields
    return {} if after == record else paper(path, after)


def instrument_version(clone: Clone, content: bytes) -> Papers:
    """Return an instrument version from its file, byte for byte."""
    data = read_record(content, "instrument.yml")
    code, version = text_at(data, "code"), number_at(data, "version")
    path = f"instruments/{code}/{version}.yml"
    fresh_path(clone, path, f"{code}/{version}")
    return {path: Paper(content, data)}


def read_record(content: bytes, name: str) -> Fields:
    """Return the data of a file; raises UsageError where there are none."""
    data = data_of(content, name)
    if not isinstance(data, dict):
        raise UsageError(
            f"{name} is geen YAML-bestand dat te lezen is; `proeve lint` zegt waarom.",
            f"{name} is no YAML file that can be read; `proeve lint` says why.",
        )
    return data


def established(clone: Clone, name: str, fields: Fields) -> Papers:
    """Return the establishment of an instrument version, by its committee."""
    code, _, number = name.partition("/")
    version = int(number) if number.isdigit() else 0
    found = clone.state.registry.instruments.get((code, version))
    if found is None:
        raise UsageError(
            f"Er is geen instrument {name}; schrijf het als CODE/VERSIE.",
            f"There is no instrument {name}; write it as CODE/VERSION.",
        )
    committee = str(fields["committee"])
    existing(clone, f"committees/{committee}.yml", committee)
    path = f"instruments/{code}/{version}.establishment.yml"
    pin: Fields = {"code": code, "version": version, "digest": found.digest}
    schema: Fields = {"schema": "proeve/instrument-establishment/v1"}
    whole = schema | {"instrument": pin} | fields
    return paper(fresh_path(clone, path, name), whole)


def plan_of(clone: Clone, crebo: str, cohort: str, fields: Fields) -> Papers:
    """Return an exam plan in which each core task is taken through one instrument."""
    path = fresh_path(clone, f"plans/{crebo}-{cohort}.yml", f"{crebo}-{cohort}")
    codes = fields.pop("instruments")
    tasks: list[Data] = []
    for code in codes if isinstance(codes, list) else []:
        tasks.extend(_core_tasks(clone, str(code)))
    schema: Fields = {"schema": "proeve/plan/v1", "crebo": crebo, "cohort": cohort}
    return paper(path, schema | fields | {"core_tasks": tasks})


def _core_tasks(clone: Clone, code: str) -> list[Data]:
    found = [
        each
        for (own, _), each in sorted(clone.state.registry.instruments.items())
        if own == code and each.established and each.rules
    ]
    rules = found[-1].rules if found else None
    if rules is None:
        raise UsageError(
            f"Van instrument {code} is geen versie vastgesteld.",
            f"No version of instrument {code} is established.",
        )
    return [
        {
            "code": task.code,
            "title": task.title.nl[:160],
            "through": [{"instrument": code, "units": [task.code]}],
            "combination": "all",
        }
        for task in rules.core_tasks
    ]


def plan_record(content: bytes) -> Papers:
    """Return an exam plan from a file; one that is there already is replaced."""
    data = read_record(content, "plan.yml")
    name = f"{text_at(data, 'crebo')}-{text_at(data, 'cohort')}"
    return paper(f"plans/{name}.yml", data)


def dispensation(clone: Clone, fields: Fields) -> Papers:
    """Return a dispensation under the next number."""
    numbers = [each.number for each in clone.state.registry.dispensations]
    number = max(numbers, default=0) + 1
    company, exam = fields.get("company"), fields.get("exam")
    if company is not None and company not in clone.state.registry.companies:
        raise UsageError(
            f"{company} staat niet in het register.",
            f"{company} is not in the registry.",
        )
    if exam is not None and clone.state.exam(f"groups/{exam}") is None:
        raise UsageError(f"Er is geen examen {exam}.", f"There is no exam {exam}.")
    start: Fields = {"schema": "proeve/dispensation/v1", "number": number}
    return paper(f"dispensations/{number}.yml", start | fields)


def policy_with(clone: Clone, settings: Mapping[str, str]) -> Papers:
    """Return the school with other values in its policy, by dotted names."""
    record = existing(clone, "school.yml", "school.yml")
    policy = record.get("policy")
    after: Fields = dict(policy) if isinstance(policy, dict) else {}
    for name, text in settings.items():
        after = _with_setting(after, name.split("."), text, name)
    return {} if after == policy else paper("school.yml", record | {"policy": after})


def _with_setting(record: Fields, parts: list[str], text: str, name: str) -> Fields:
    head, rest = parts[0], parts[1:]
    if not rest:
        return record | {head: _value(record.get(head), text)}
    inner = record.get(head, {})
    if not isinstance(inner, dict):
        raise UsageError(
            f"In het beleid is geen {name}.", f"There is no {name} in the policy."
        )
    return record | {head: _with_setting(dict(inner), rest, text, name)}


def _value(old: Data, text: str) -> Data:
    """Return a text as the kind of value that stood there."""
    if text in ("true", "false"):
        return text == "true"
    if isinstance(old, list):
        return [each.strip() for each in text.split(",") if each.strip()]
    return int(text) if text.isdigit() and not isinstance(old, str) else text
