"""People of training companies in the registry: who supervises, who may assess.

They have no key yet; they prove one later, through `proeve people invite`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.grouping import company_of, person_of
from proeve.deeds.matching import Fresh, Hired
from proeve.deeds.registry import granted, person_path
from proeve.deeds.stating import Paper, document
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.records import records_at, text_at, texts_at
from proeve.model.statement import REGISTRY
from proeve.process.vocabulary import Role

Papers = Mapping[str, Paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffWish:
    """For which group the roles are, or `*`; when recognitions were looked at."""

    reach: str = "*"
    checked: str = ""


def staff_papers(
    clone: Clone, wish: StaffWish, hired: tuple[Hired, ...], fresh: Fresh
) -> dict[str, Paper]:
    """Return the records that the registry still lacks for these people."""
    if wish.reach != "*" and wish.reach not in clone.state.groups:
        raise UsageError(
            f"Er is geen groep {wish.reach}.", f"There is no group {wish.reach}."
        )
    papers: dict[str, Paper] = {}
    for each in hired:
        papers |= company_of(clone.state, each.company, wish.checked)
        papers |= _declared(clone, each, fresh)
        for role in _roles(each):
            if not clone.state.registry.holds(each.person.id, role, wish.reach):
                papers |= granted(fresh("g-"), each.person.id, role, wish.reach)
    return papers


def _roles(each: Hired) -> tuple[Role, ...]:
    roles = {
        Role.WORKPLACE_SUPERVISOR: each.worker.supervises,
        Role.WORKPLACE_ASSESSOR: each.worker.assesses,
    }
    return tuple(role for role, wanted in roles.items() if wanted)


def _declared(clone: Clone, each: Hired, fresh: Fresh) -> Papers:
    """Return the person's record with the declaration of their row, if it lacks it."""
    worker, path = each.worker, person_path(each.person.id)
    new = person_of(clone.state, each.person)
    if not worker.crebo:
        return new
    record = dict(new[path].data or {}) if new else clone.record(path) or {}
    known = records_at(record, "declarations")
    for one in known:
        same = frozenset(texts_at(one, "crebo")) == frozenset(worker.crebo)
        if same and text_at(one, "until") == worker.ends:
            return new
    declaration: Data = {
        "id": fresh("ed-"),
        "crebo": [*worker.crebo],
        "from": worker.starts,
        "until": worker.ends,
    }
    declarations: list[Data] = [*map(dict, known), declaration]
    return {path: document(REGISTRY, path, record | {"declarations": declarations})}
