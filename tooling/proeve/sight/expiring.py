"""What expires: declarations, mandates, seats, recognitions and instrument versions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from proeve.model.days import date_of
from proeve.model.records import text_at
from proeve.model.registry import Registry

SOON = timedelta(days=60)
"""How long before its end something is named (FIELD R7)."""


class Expiring(StrEnum):
    """What can end by itself, or was found to have ended."""

    DECLARATION = "declaration"
    MANDATE = "mandate"
    SEAT = "seat"
    COMMITTEE = "committee"
    DISPENSATION = "dispensation"
    INSTRUMENT = "instrument"
    RECOGNITION = "recognition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """One thing of the registry, whose it is, and its last day; empty when it is over.

    Keys have no last day: they hold until they are revoked.
    """

    what: Expiring
    whose: str
    name: str
    until: str


def expiring(registry: Registry, today: date) -> tuple[Expiry, ...]:
    """Return what ends within sixty days or ended as many days ago, the nearest first.

    What ended longer ago was either renewed or is missed by nobody.
    """
    found = [
        each
        for each in (
            *_of_people(registry),
            *_of_committees(registry),
            *_others(registry),
        )
        if _is_near(each.until, today)
    ]
    found += _without_a_day(registry)
    return tuple(sorted(found, key=lambda each: (each.until, each.what, each.whose)))


def _is_near(until: str, today: date) -> bool:
    day = date_of(until)
    return day is not None and abs(day - today) <= SOON


def _of_people(registry: Registry) -> Iterator[Expiry]:
    for person in registry.people.values():
        latest: dict[str, str] = {}
        for each in person.declarations:
            for crebo in each.crebo:
                latest[crebo] = max(latest.get(crebo, ""), each.until)
        for crebo, until in latest.items():
            yield Expiry(
                what=Expiring.DECLARATION, whose=person.id, name=crebo, until=until
            )


def _of_committees(registry: Registry) -> Iterator[Expiry]:
    for name, found in registry.committees.items():
        yield Expiry(what=Expiring.COMMITTEE, whose=name, name="", until=found.until)
        for member in found.members:
            yield Expiry(
                what=Expiring.SEAT, whose=member.person, name=name, until=member.until
            )
        for mandate in found.mandates:
            yield Expiry(
                what=Expiring.MANDATE,
                whose=mandate.person,
                name=mandate.id,
                until=mandate.until,
            )


def _others(registry: Registry) -> Iterator[Expiry]:
    for leave in registry.dispensations:
        yield Expiry(
            what=Expiring.DISPENSATION,
            whose=leave.company or leave.exam or "",
            name=leave.lifts,
            until=leave.until or "",
        )
    for (code, version), instrument in registry.instruments.items():
        yield Expiry(
            what=Expiring.INSTRUMENT,
            whose=code,
            name=str(version),
            until=instrument.until,
        )


def _without_a_day(registry: Registry) -> Iterator[Expiry]:
    """Yield the companies that lost their recognition."""
    for name, record in registry.companies.items():
        if text_at(record, "recognition", "status") == "lapsed":
            yield Expiry(what=Expiring.RECOGNITION, whose=name, name="", until="")
