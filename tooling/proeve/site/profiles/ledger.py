"""The whole ledger as an audience may see it: findings, judgements and the registry.

Like an exam, what is not for everybody is put together anew, so that a field that is
added to the model stays out until somebody writes it down.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from proeve.model.registry import Registry
from proeve.model.shelf import Apart
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.site.profiles.audience import Own, Profile
from proeve.site.profiles.choice import Exams
from proeve.site.profiles.criteria import instruments_for
from proeve.site.profiles.exams import exam_for
from proeve.site.profiles.names import ids_in
from proeve.site.profiles.pages import Audience
from proeve.site.profiles.table import Datum, Extent, extent

V = TypeVar("V")
_OF_GROUP = ("title", "crebo", "cohort", "route")


def ledger_for(
    verdict: LedgerVerdict, groups: Exams, profile: Profile
) -> LedgerVerdict:
    """Return the verdict on these exams, with all else that the readers may see."""
    if profile.audience is Audience.PUBLIC:
        return _anchor(verdict, {}, _public(verdict.registry))
    if profile.whole:
        return replace(verdict, registry=_statistics(verdict.registry, profile))
    shown = {group: _exams(exams, profile) for group, exams in groups.items()}
    registry = _registry(verdict.registry, shown, profile)
    return replace(
        _anchor(verdict, shown, registry),
        group_records={
            group: _record(record, profile)
            for group, record in verdict.group_records.items()
            if group in shown or (profile.own is Own.GROUP and group == profile.of)
        },
    )


def _record(record: Mapping[str, object], profile: Profile) -> Mapping[str, object]:
    """Return what a group's file says; to others than the group not who is in it."""
    if profile.own is Own.GROUP and not profile.exam:
        return record
    return {key: record[key] for key in _OF_GROUP if key in record}


def _anchor(verdict: LedgerVerdict, groups: Exams, registry: Registry) -> LedgerVerdict:
    """Return a verdict that says of the ledger only what stands on paper anyhow."""
    return LedgerVerdict(
        environment=verdict.environment,
        trust_root=verdict.trust_root,
        head=verdict.head,
        length=verdict.length,
        now=verdict.now,
        proved=verdict.proved,
        registry=registry,
        groups=groups,
        group_records={},
        judgements=(),
        findings=(),
    )


def _exams(exams: Sequence[ExamVerdict], profile: Profile) -> Sequence[ExamVerdict]:
    if not isinstance(exams, Apart):
        return tuple(exam_for(exam, profile) for exam in exams)
    one, digest = exams.one, exams.digest

    def fetch(name: str) -> ExamVerdict:
        return exam_for(one(name), profile)

    # Who reads it is part of every key, so that the digest of the whole exam will do.
    return Apart(exams.names, fetch, digest)


def _public(registry: Registry) -> Registry:
    return Registry(
        repo=registry.repo, environment=registry.environment, name=registry.name
    )


def _statistics(registry: Registry, profile: Profile) -> Registry:
    """Return the registry; to most without leave to compare assessors."""
    if extent(Datum.STATISTICS, profile.audience) is Extent.DECIDED:
        return registry
    policy = replace(registry.policy, assessor_statistics=None)
    return replace(registry, policy=policy)


def _registry(registry: Registry, groups: Exams, profile: Profile) -> Registry:
    exams = [exam for some in groups.values() for exam in some]
    met = ids_in(exams, (*registry.people, *registry.companies))
    return Registry(
        repo=registry.repo,
        environment=registry.environment,
        name=registry.name,
        policy=_statistics(registry, profile).policy,
        people=_of(registry.people, met),
        committees=registry.committees,
        companies=_of(registry.companies, met),
        plans=registry.plans,
        instruments=instruments_for(registry.instruments, exams, profile),
    )


def _of(found: Mapping[str, V], met: frozenset[str]) -> Mapping[str, V]:
    return {one: each for one, each in found.items() if one in met}
