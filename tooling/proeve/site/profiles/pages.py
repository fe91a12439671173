"""Which pages exist for which audience.

A page that nobody wrote down here exists for the exam office only, so that a new one
never shows by accident.
"""

from collections.abc import Mapping
from enum import StrEnum
from posixpath import dirname


class Audience(StrEnum):
    """Those for whom a build of its own can be made."""

    PUBLIC = "public"
    INTERNAL = "internal"
    COMMITTEE = "committee"
    GROUP = "group"
    COMPANY = "company"
    STUDENT = "student"
    INSPECTOR = "inspector"


EVERYBODY = frozenset(Audience)
_SCHOOL = frozenset({Audience.INTERNAL, Audience.COMMITTEE, Audience.INSPECTOR})
_OF_COMMITTEE = frozenset({Audience.INTERNAL, Audience.COMMITTEE})
_WITH_GROUP = _SCHOOL | {Audience.GROUP}
_MANY = _WITH_GROUP | {Audience.COMPANY}
_WITH_EXAMS = EVERYBODY - {Audience.PUBLIC}

PAGES: Mapping[str, frozenset[Audience]] = {
    "index": EVERYBODY,
    "vandaag/vergadering": _OF_COMMITTEE,
    "vandaag/zaken": _OF_COMMITTEE,
    "archief": _SCHOOL,
    "groepen/index": _WITH_GROUP,
    "leerbedrijven/index": _SCHOOL,
    "examens/zoeken": _MANY,
    "rapportages/index": _WITH_GROUP,
    "rapportages/voortgang": _WITH_GROUP,
    "rapportages/doorlooptijd": _WITH_GROUP,
    "rapportages/te-laat": _WITH_GROUP,
    "rapportages/uitslagen": _WITH_GROUP,
    "rapportages/per-maand": _WITH_GROUP,
    "rapportages/overeenstemming": frozenset({Audience.COMMITTEE}),
    "spelregels/index": EVERYBODY,
    "spelregels/meldingen": EVERYBODY,
    "spelregels/dreigingen": EVERYBODY,
    "spelregels/documenten": EVERYBODY,
    "verantwoording": _WITH_EXAMS,
    "hulp/index": EVERYBODY,
    "hulp/wie-ziet-wat": EVERYBODY,
    "hulp/opdrachten": EVERYBODY,
}
"""The ordinary pages by their path."""

BELOW: Mapping[str, frozenset[Audience]] = {
    "spelregels/documenten": EVERYBODY,
    "hulp/opdrachten": EVERYBODY,
    "hulp/rollen": EVERYBODY,
}
"""The ordinary pages in a folder, which tell nothing of any exam."""

UNLESS_SAID = frozenset({Audience.INTERNAL})


def readers_of(path: str) -> frozenset[Audience]:
    """Return for whom the ordinary page at a path is."""
    return PAGES.get(path) or BELOW.get(dirname(path), UNLESS_SAID)


KINDS: Mapping[str, frozenset[Audience]] = {
    "group": _WITH_GROUP,
    "exam": _WITH_EXAMS,
    "student": _WITH_GROUP | {Audience.STUDENT},
    "company": _SCHOOL | {Audience.COMPANY},
}
"""The pages that are many, by their kind."""
