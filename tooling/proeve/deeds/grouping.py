"""A group from a roster: companies, people and roles in the registry, then the group.

Only pseudonyms come into Git. Students and supervisors have no key yet; they prove one
later, through `proeve people invite`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proeve.deeds.clone import Clone, Plan
from proeve.deeds.matching import Fresh, Matched, Placed
from proeve.deeds.registry import granted, person_path, role_of
from proeve.deeds.stating import Deed, Paper, document
from proeve.directory.entries import Entry
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.ledger import State
from proeve.model.records import texts_at
from proeve.model.statement import REGISTRY
from proeve.process.vocabulary import Action, Role

Papers = Mapping[str, Paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupWish:
    """What a group is to be; `checked` is when recognitions were looked at.

    Of a group that is there already only `id` counts.
    """

    id: str
    title: str = ""
    crebo: str = ""
    cohort: str = ""
    route: str = "bol"
    contacts: tuple[str, ...] = ()
    checked: str = ""
    role: Role | None = None


def group_plans(
    clone: Clone, wish: GroupWish, matched: Matched, fresh: Fresh
) -> tuple[Plan, ...]:
    """Return what makes a group, registry first; nothing where all of it is there."""
    papers = registry_papers(clone.state, wish, matched.placed, fresh)
    plans: list[Plan] = []
    if papers:
        plans.append(lambda now, person: _registry(now, person, wish, papers))
    if group_record(clone.state, wish, matched.placed, ()) is not None:
        plans.append(lambda now, person: _group(now, person, wish, matched.placed))
    return tuple(plans)


def _registry(clone: Clone, person: str, wish: GroupWish, papers: Papers) -> Deed:
    taken = [path for path in papers if path in clone.state.register.files]
    if taken:
        raise UsageError(
            "Iemand anders voegde deze mensen net toe; lees het bestand nog eens in.",
            "Somebody else just added these people; read the file in once more.",
        )
    role = wish.role or role_of(clone.state, person)
    return Deed(
        scope=REGISTRY, actor=person, role=role, action=Action.APPROVE, papers=papers
    )


def _group(
    clone: Clone, person: str, wish: GroupWish, placed: Sequence[Placed]
) -> Deed:
    scope = f"groups/{wish.id}"
    role = wish.role or role_of(clone.state, person)
    contacts = wish.contacts or _self(clone.state, person, wish.id)
    data = group_record(clone.state, wish, placed, contacts) or {}
    paper = document(scope, "group.yml", data)
    return Deed(
        scope=scope,
        actor=person,
        role=role,
        action=Action.APPROVE,
        papers={"group.yml": paper},
    )


def _self(state: State, person: str, group: str) -> tuple[str, ...]:
    """Return the signer, where they are a contact person themselves."""
    known = group in state.groups and state.groups[group].record is not None
    if known or state.registry.holds(person, Role.SCHOOL_CONTACT, group):
        return (person,)
    raise UsageError(
        "Zeg met --contact welke contactpersoon bij deze groep hoort.",
        "Say with --contact which contact person belongs to this group.",
    )


def registry_papers(
    state: State, wish: GroupWish, placed: Sequence[Placed], fresh: Fresh
) -> dict[str, Paper]:
    """Return the records that the registry still lacks for these rows."""
    papers: dict[str, Paper] = {}
    for each in placed:
        if each.company is not None:
            papers |= company_of(state, each.company, wish.checked)
        papers |= person_of(state, each.student)
        if each.supervisor is not None:
            papers |= person_of(state, each.supervisor)
    for who in _without_grant(state, wish, placed):
        papers |= granted(fresh("g-"), who, Role.WORKPLACE_SUPERVISOR, wish.id)
    return papers


def _without_grant(
    state: State, wish: GroupWish, placed: Sequence[Placed]
) -> tuple[str, ...]:
    people = {each.supervisor.id: each for each in placed if each.supervisor}
    return tuple(
        who
        for who in people
        if not state.registry.holds(who, Role.WORKPLACE_SUPERVISOR, wish.id)
    )


def company_of(state: State, entry: Entry, checked: str) -> Papers:
    """Return the record of a company that the registry lacks; else nothing."""
    if entry.id in state.registry.companies:
        return {}
    if not checked:
        raise UsageError(
            "Er zijn nieuwe leerbedrijven bij. Kijk na of ze erkend zijn, en zeg met "
            "--checked op welke dag dat was.",
            "There are new training companies. See whether they are recognised, and "
            "say with --checked on which day you did.",
        )
    return company_papers(entry.id, entry.place, "company", checked)


def company_papers(company: str, place: str, kind: str, checked: str) -> Papers:
    """Return the record of a recognised company, without its name."""
    data: dict[str, Data] = {
        "schema": "proeve/company/v1",
        "id": company,
        "kind": kind,
    }
    if place:
        data["place"] = place
    data["recognition"] = {"status": "recognised", "checked_at": checked}
    path = f"companies/{company}.yml"
    return {path: document(REGISTRY, path, data)}


def person_of(state: State, entry: Entry) -> Papers:
    """Return the record of somebody whom the registry lacks; else nothing."""
    if entry.id in state.registry.people:
        return {}
    data: dict[str, Data] = {
        "schema": "proeve/person/v1",
        "id": entry.id,
        "side": entry.kind.value,
    }
    if entry.kind == "company":
        data["company"] = entry.company
    if entry.language:
        data["language"] = entry.language
    data["keys"] = []
    path = person_path(entry.id)
    return {path: document(REGISTRY, path, data)}


def group_record(
    state: State, wish: GroupWish, placed: Sequence[Placed], contacts: Sequence[str]
) -> dict[str, Data] | None:
    """Return the group with these students in it; None if it has them all."""
    known = state.groups.get(wish.id)
    record = known.record if known else None
    students = [each.student.id for each in placed]
    companies = [each.company.id for each in placed if each.company]
    if record is not None:
        return _grown(record, students, companies)
    data: dict[str, Data] = {
        "schema": "proeve/group/v1",
        "id": wish.id,
        "title": wish.title or wish.id,
        "crebo": wish.crebo,
        "cohort": wish.cohort,
        "route": wish.route,
        "school_contacts": [*contacts],
        "students": [*dict.fromkeys(students)],
    }
    if companies:
        data["companies"] = [*dict.fromkeys(companies)]
    return data


def _grown(
    record: Mapping[str, Data], students: Sequence[str], companies: Sequence[str]
) -> dict[str, Data] | None:
    all_students = dict.fromkeys((*texts_at(record, "students"), *students))
    all_companies = dict.fromkeys((*texts_at(record, "companies"), *companies))
    same = len(all_students) == len(texts_at(record, "students")) and (
        len(all_companies) == len(texts_at(record, "companies"))
    )
    if same:
        return None
    grown: dict[str, Data] = {**record, "students": [*all_students]}
    return grown | ({"companies": [*all_companies]} if all_companies else {})
