"""The one place where it is decided what a build may know.

Everything that a page is made of comes from here: the verdict with the exams that these
readers may see, the names, and for everybody the counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proeve.model.verdict import LedgerVerdict
from proeve.site.profiles.audience import INTERNAL, Profile
from proeve.site.profiles.choice import chosen
from proeve.site.profiles.ledger import ledger_for
from proeve.site.profiles.names import names_for
from proeve.site.profiles.pages import Audience
from proeve.site.profiles.public import Figures, figures_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What readers may know: a verdict that holds no more, names, and public counts."""

    profile: Profile
    verdict: LedgerVerdict
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    figures: Figures | None = None


def shown_to(
    verdict: LedgerVerdict,
    profile: Profile = INTERNAL,
    directory: Mapping[str, str] | None = None,
) -> Shown:
    """Return what the readers of a profile may see of a verdict."""
    shown = ledger_for(verdict, chosen(verdict, profile), profile)
    # Not read unless names are looked for in them.
    exams = (exam for exams in shown.groups.values() for exam in exams)
    public = profile.audience is Audience.PUBLIC
    return Shown(
        profile=profile,
        verdict=shown,
        names=names_for(directory or {}, exams, profile, _listed(shown)),
        figures=figures_of(verdict) if public else None,
    )


def _listed(shown: LedgerVerdict) -> frozenset[str]:
    """Return the students of the groups that are shown, also those without an exam."""
    records = shown.group_records.values()
    lists = (record.get("students") for record in records)
    return frozenset(
        str(one) for some in lists if isinstance(some, list) for one in some
    )
