"""The registry as it stood at one commit: people, keys, grants, policy, committees.

Judging never reads it from disk: each transition is judged by the registry of its first
parent (PROTOCOL R2, R23).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proeve.model.instrument import Instrument as Rules
from proeve.model.records import Record
from proeve.model.time import Checkpoint
from proeve.process.vocabulary import Outcome, Part, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One public key of a person, `ssh-ed25519 AAAA…` without a comment."""

    text: str
    kind: str
    confirmed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """A declaration of expertise for some qualifications; its period is text."""

    crebo: tuple[str, ...]
    start: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A pseudonym with its keys; the name lives outside Git.

    `accounts` are accounts on a forge, each a host and a number: names can be changed.
    """

    id: str
    side: str
    company: str | None
    keys: tuple[Key, ...]
    declarations: tuple[Declaration, ...] = ()
    accounts: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One role of one person for a scope: `*`, a group or `group/exam`."""

    id: str
    person: str
    role: Role
    scope: str

    def covers(self, scope: str) -> bool:
        """Tell whether the grant reaches this group or `group/exam`."""
        return self.scope in ("*", scope) or scope.startswith(f"{self.scope}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A seat in a committee; a secretary votes only when mandated.

    `until` is the last day of the seat, or empty.
    """

    person: str
    capacity: str
    mandated: bool
    until: str = ""

    @property
    def votes(self) -> bool:
        """Tell whether the seat counts for the quorum."""
        return self.capacity != "secretary" or self.mandated


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """A committee's leave for one person to act for it until a day."""

    id: str
    person: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """An exam committee: its members, quorums and opening keys (age recipients).

    `until` is the last day of its term, or empty; `title` is what people call it.
    """

    id: str
    members: tuple[Member, ...]
    quorum: Mapping[str, int]
    opening_keys: tuple[str, ...]
    mandates: tuple[Mandate, ...] = ()
    until: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispensation:
    """A committee's leave to lift a soft separation, for an exam or a company."""

    number: int
    lifts: str
    exam: str | None
    company: str | None
    until: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A version of an instrument in the registry, and whether it is established.

    `rules` is what its record means; None for a record that means nothing whole.
    `until` is the last day of its establishment, or empty.
    """

    code: str
    version: int
    digest: str
    established: bool
    record: Record
    rules: Rules | None = None
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessorStatistics:
    """The recorded decision to compare assessors: whose, when, why, from how many."""

    committee: str
    decided_on: str
    purpose: str
    minimum: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the school decided: who checks evidence, quorums, dispute, levels, time.

    `paper` are the rows in which an approval on paper counts.
    """

    levels: str = "standard"
    paper: frozenset[str] = frozenset()
    completeness: Part = Part.SECOND_ASSESSOR
    authenticity: Part = Part.FIRST_ASSESSOR
    dispute: str = "third_assessor"
    quorum: Mapping[str, int] = field(default_factory=dict[str, int])
    deadlines: Mapping[str, int] = field(default_factory=dict[str, int])
    untimed: str = "show"
    attempts: frozenset[Outcome] = frozenset({Outcome.PASSED, Outcome.NOT_PASSED})
    assessor_statistics: AssessorStatistics | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Everything under `exams/registry/` at one commit.

    `owners` remembers every key that was ever enrolled, so that no key can come back or
    belong to two people; `lost` are the keys that were revoked, with the kind, and
    `since` says from when a lost or compromised one cannot be believed. `alone` are the
    keys of outsiders that one person enrolled: no second one ever vouched for them.
    `time_stamping` names each service by the SHA-256 of its certificate.
    """

    repo: str = ""
    environment: str = ""
    name: str = ""
    threshold: int = 0
    root_version: int = 1
    root_keys: Mapping[str, str] = field(default_factory=dict[str, str])
    policy: Policy = field(default_factory=Policy)
    people: Mapping[str, Person] = field(default_factory=dict[str, Person])
    owners: Mapping[str, str] = field(default_factory=dict[str, str])
    grants: Mapping[str, tuple[Grant, ...]] = field(
        default_factory=dict[str, tuple[Grant, ...]]
    )
    lost: Mapping[str, str] = field(default_factory=dict[str, str])
    since: Mapping[str, str] = field(default_factory=dict[str, str])
    alone: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    committees: Mapping[str, Committee] = field(default_factory=dict[str, Committee])
    companies: Mapping[str, Record] = field(default_factory=dict[str, Record])
    dispensations: tuple[Dispensation, ...] = ()
    plans: Mapping[str, Record] = field(default_factory=dict[str, Record])
    instruments: Mapping[tuple[str, int], Instrument] = field(
        default_factory=dict[tuple[str, int], Instrument]
    )
    time_stamping: Mapping[str, str] = field(default_factory=dict[str, str])
    checkpoints: tuple[Checkpoint, ...] = ()

    def holds(self, person: str, role: Role, scope: str) -> bool:
        """Tell whether the person holds the role for a group, `group/exam` or `*`."""
        return any(
            grant.role is role
            and grant.covers(scope)
            and grant.id not in self.withdrawn
            for grant in self.grants.get(person, ())
        )
