"""What each role does: its steps, decisions and commands, from the process rules."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from proeve.process.decisions import DECISIONS, DecisionKind
from proeve.process.table import MEI_12, Row, Step
from proeve.process.vocabulary import PART_ROLES, Approver, Part, Role
from proeve.site.edition import Edition
from proeve.words.labels import label

FOLDER = "hulp/rollen"
PEOPLE = tuple(role for role in Role if role is not Role.RECEIVER)
"""The roles that people have; a receiver is a machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A row of a step in which a role has a say, and the parts it plays there."""

    step: Step
    row: Row
    parts: tuple[Part, ...]


def role_path(role: Role) -> str:
    """Return the path of the page of a role."""
    return f"{FOLDER}/{str(role).replace('_', '-')}"


def doings_of(role: Role) -> Iterator[Doing]:
    """Yield the rows in which a role approves, in the order of the steps."""
    for step in MEI_12.steps:
        for name in step.rows:
            row = MEI_12.rows[name]
            hats = {hat for any_of in row.approvers for hat in any_of}
            parts = tuple(
                part
                for part in Part
                if part in _parts(hats) and role in PART_ROLES[part]
            )
            if parts or _is_in(role, hats):
                yield Doing(step=step, row=row, parts=parts)


def decisions_of(role: Role) -> tuple[DecisionKind, ...]:
    """Return the decisions that a role may take, itself or in a part."""
    return tuple(
        kind
        for kind, rule in DECISIONS.items()
        if _is_in(role, rule.by)
        or any(role in PART_ROLES[part] for part in _parts(rule.by))
    )


def role_bodies(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Yield the path, the title and the HTML of the page of each role."""
    for role in PEOPLE:
        title = label(role, edition.language)
        values: Mapping[str, object] = {
            "role": role,
            "doings": tuple(doings_of(role)),
            "decisions": decisions_of(role),
        }
        path = role_path(role)
        yield path, title, edition.render_apart("rol", "../../", **values)


def _parts(hats: Collection[Approver]) -> tuple[Part, ...]:
    return tuple(hat for hat in hats if isinstance(hat, Part))


def _is_in(role: Role, hats: Collection[Approver]) -> bool:
    return any(isinstance(hat, Role) and hat is role for hat in hats)
