"""The documents of a practice school's registry and groups, as data."""

from collections.abc import Iterable, Mapping
from datetime import date

from proeve.deeds.practice.cast import (
    COMMITTEE,
    Company,
    Group,
    Office,
    Persona,
    Pinned,
)
from proeve.deeds.practice.days import winter_break
from proeve.deeds.practice.names import PLACES
from proeve.deeds.practice.seeds import Seed
from proeve.history.sshsig import sign
from proeve.model.document import Data
from proeve.process.vocabulary import Role, StepId
from proeve.words.labels_text import Label
from proeve.words.say import Language

PROOF = "proeve-practice@v1"
"""The namespace of a practice key's proof of possession; a live registry refuses it."""

FORGE = "git.example.invalid"
"""The host on which the practice school's own people have an account."""

DEADLINES: Mapping[StepId, int] = {
    StepId.EXECUTION: 28,
    StepId.EVIDENCE: 35,
    StepId.EVIDENCE_CHECK: 45,
    StepId.ASSESSMENT: 52,
    StepId.CONSENSUS: 59,
    StepId.RESULT: 75,
}
"""Days after the establishment, by the school's policy."""

_THRESHOLD = 2
_QUORUM: Mapping[str, Data] = {"establish": 1, "result": 1, "decision": 1}
_SCHOOL = Label("Oefenschool Nergenshuizen", "Practice College Nergenshuizen")
_CONTENT = Label(
    "Examenbureau van de oefenschool", "Exam office of the practice college"
)
_TECHNICAL = Label(
    "Beheer van de oefenschool", "Administration of the practice college"
)
_COMMITTEE_TITLE = Label(
    "Examencommissie van de oefenschool", "Exam committee of the practice college"
)
_PURPOSE = Label(
    "Oefenen met samen beoordelen; niet om beoordelaars af te rekenen",
    "Practising to judge together; not to settle scores with assessors",
)
_LEAST_FORMS = 10
_BASIS = Label("Selectielijst mbo en OER", "Selection list and exam regulations")
_REFERENCE = Label(
    "Vaststellingsverslag 3, oefenversie", "Establishment minutes 3, practice version"
)


def root(repo: str, office: Office) -> dict[str, Data]:
    """Return `root.yml`: two of three root keys must stand behind the genesis."""
    holders = (*office.founders, office.admin)
    return {
        "schema": "proeve/root/v1",
        "version": 1,
        "repo": repo,
        "predecessor": None,
        "threshold": _THRESHOLD,
        "keys": [{"person": each.id, "key": each.signer.key} for each in holders],
        "time_stamping": [],
        "witnesses": [],
    }


def school(language: Language, year: int) -> dict[str, Data]:
    """Return `school.yml` with the policy of a practice school."""
    basis = _BASIS.in_language(language)
    free = winter_break(year)
    return {
        "schema": "proeve/school/v1",
        "name": _SCHOOL.in_language(language),
        "environment": "practice",
        "languages": ["nl", "en"] if language == "nl" else ["en", "nl"],
        "contacts": {
            "content": _CONTENT.in_language(language),
            "technical": _TECHNICAL.in_language(language),
        },
        "policy": {
            "levels": "standard",
            "evidence_check": {
                "completeness": "second_assessor",
                "authenticity": "first_assessor",
            },
            "dispute": "third_assessor",
            "quorum": dict(_QUORUM),
            "deadlines": {step.value: days for step, days in DEADLINES.items()},
            "untimed": "show",
            "retention": {
                "exam_work": {"trigger": "diploma", "period": "P18M", "basis": basis},
                "result": {"trigger": "leaving", "period": "P50Y", "basis": basis},
            },
            "evidence": {
                "store": "folder",
                "location": "bewijs",
                "maximum_bytes": 20_000_000,
                "types": ["application/pdf", "image/jpeg", "text/plain", "video/mp4"],
            },
            "attempts": ["passed", "not_passed", "not_taken", "declared_invalid"],
            "best_counts": True,
            "maximum_attempts": 3,
            "assessor_statistics": {
                "committee": COMMITTEE,
                "decided_on": date(year, 9, 1).isoformat(),
                "purpose": _PURPOSE.in_language(language),
                "minimum": _LEAST_FORMS,
            },
        },
        "hosts": [{"name": "example.invalid", "country": "NL"}],
        "holidays": [{"from": free[0].isoformat(), "until": free[1].isoformat()}],
    }


def person(
    persona: Persona,
    seed: Seed,
    repo: str,
    crebo: Iterable[str],
    period: tuple[date, date],
) -> dict[str, Data]:
    """Return a person with one practice key and the proof that they hold it."""
    signer = persona.signer
    lines = f"proeve-enrol/1\n{repo}\n{signer.person}\n{signer.key}\n"
    proof = sign(signer.private, lines.encode(), PROOF).decode()
    data: dict[str, Data] = {
        "schema": "proeve/person/v1",
        "id": persona.id,
        "side": persona.side,
    }
    if persona.company is not None:
        data["company"] = persona.company
    data["keys"] = [
        {
            "key": signer.key,
            "kind": "browser" if persona.in_browser else "file",
            "confirmed": not persona.in_browser,
            "proof": proof,
        }
    ]
    if persona.account is not None:
        data["forge_accounts"] = [{"host": FORGE, "id": persona.account}]
    if persona.expert:
        start, until = period
        data["declarations"] = [
            {
                "id": declaration_id(seed, persona),
                "crebo": [*sorted(crebo)],
                "from": start.isoformat(),
                "until": until.isoformat(),
            }
        ]
    return data


def declaration_id(seed: Seed, persona: Persona) -> str:
    """Return the short name of an assessor's declaration of expertise."""
    return f"ed-{seed.hex(6, 'declaration', persona.id)}"


def grants(persona: Persona, seed: Seed) -> list[dict[str, Data]]:
    """Return the grants of one person."""
    return [
        {
            "schema": "proeve/grant/v1",
            "id": f"g-{seed.hex(8, 'grant', persona.id, role, scope)}",
            "person": persona.id,
            "role": role.value,
            "scope": scope,
        }
        for role, scope in persona.roles
        if role is not Role.STUDENT
    ]


def committee(
    office: Office, crebo: Iterable[str], start: date, key: str, language: Language
) -> dict[str, Data]:
    """Return the exam committee; its secretary prepares and does not vote."""
    chair, member, outsider, secretary = office.committee
    since = start.isoformat()
    return {
        "schema": "proeve/committee/v1",
        "id": COMMITTEE,
        "title": _COMMITTEE_TITLE.in_language(language),
        "programmes": [*sorted(crebo)],
        "period": {"from": since},
        "members": [
            _seat(chair, "chair", since, mandated=True),
            _seat(member, "member", since, mandated=True) | {"teacher": True},
            _seat(outsider, "external", since, mandated=False)
            | {"outside": True, "practice": True},
            _seat(secretary, "secretary", since, mandated=False),
        ],
        "quorum": dict(_QUORUM),
        "opening_keys": [key],
    }


def _seat(
    persona: Persona, capacity: str, since: str, *, mandated: bool
) -> dict[str, Data]:
    return {
        "person": persona.id,
        "capacity": capacity,
        "from": since,
        "mandated": mandated,
    }


def company(found: Company, checked: date) -> dict[str, Data]:
    """Return a company; its name stands in the directory file only."""
    return {
        "schema": "proeve/company/v1",
        "id": found.id,
        "kind": found.kind,
        "place": found.place if found.place in PLACES else PLACES[0],
        "recognition": {"status": "recognised", "checked_at": checked.isoformat()},
    }


def instrument_establishment(
    pinned: Pinned, office: Office, on: date, language: Language
) -> dict[str, Data]:
    """Return the committee's establishment of an instrument version."""
    chair, member, *_ = office.committee
    return {
        "schema": "proeve/instrument-establishment/v1",
        "committee": COMMITTEE,
        "by": chair.id,
        "present": [chair.id, member.id],
        "instrument": pin(pinned),
        "origin": {
            "kind": "own_validated",
            "reference": _REFERENCE.in_language(language),
        },
        "established_on": on.isoformat(),
    }


def pin(pinned: Pinned) -> dict[str, Data]:
    """Return the reference by which documents pin an instrument version."""
    return {
        "code": pinned.instrument.code,
        "version": pinned.instrument.version,
        "digest": pinned.digest,
    }


def plan(
    crebo: str, cohort: int, pinned: Iterable[Pinned], on: date, language: Language
) -> dict[str, Data]:
    """Return the exam plan of a programme: which exam covers which core task."""
    return {
        "schema": "proeve/plan/v1",
        "crebo": crebo,
        "cohort": str(cohort),
        "committee": COMMITTEE,
        "established_on": on.isoformat(),
        "core_tasks": [
            {
                "code": task.code,
                "title": task.title.in_language(language)[:160],
                "through": [{"instrument": each.instrument.code, "units": [task.code]}],
                "combination": "all",
            }
            for each in pinned
            for task in each.instrument.core_tasks
        ],
    }


def group(found: Group, language: Language) -> dict[str, Data]:
    """Return `group.yml`."""
    return {
        "schema": "proeve/group/v1",
        "id": found.id,
        "title": found.title.in_language(language),
        "crebo": found.crebo,
        "cohort": found.cohort,
        "route": found.route,
        "school_contacts": [found.contact.id],
        "students": [student.id for student in found.students],
        "companies": [each.id for each in found.companies],
        "defaults": {
            "instrument": found.pinned.instrument.code,
            "committee": COMMITTEE,
            "language": found.pinned.instrument.language,
        },
    }


def dispensation(
    number: int, lifts: str, reason: str, by: Persona, on: date
) -> dict[str, Data]:
    """Return a dispensation, without the exam or the company that it is for."""
    return {
        "schema": "proeve/dispensation/v1",
        "number": number,
        "lifts": lifts,
        "committee": COMMITTEE,
        "by": by.id,
        "decided_on": on.isoformat(),
        "reason": reason,
    }
