"""The registry of the sample school and its group, as small as they can be."""

from proeve.model.document import Data
from tests.judging import paper, people
from tests.judging.ledger import written
from tests.judging.objects import key_of
from tests.judging.people import Doc


def root() -> Doc:
    """Return `root.yml`: three holders of root keys, two of whom must confirm."""
    return {
        "schema": "proeve/root/v1",
        "repo": people.REPO,
        "threshold": 2,
        "keys": [
            {"person": person, "key": key_of(person).text}
            for person in (people.ROOT, people.SECOND_ROOT, people.ADMIN)
        ],
        "time_stamping": [],
        "witnesses": [],
    }


def settings(*, environment: str = "live", policy: Doc | None = None) -> Doc:
    """Return `school.yml` with the default policy, changed where asked."""
    usual: Doc = {
        "levels": "standard",
        "evidence_check": {
            "completeness": "second_assessor",
            "authenticity": "first_assessor",
        },
        "dispute": "third_assessor",
        "quorum": {"establish": 1, "result": 1, "decision": 1},
        "deadlines": {"evidence": 14},
        "untimed": "show",
        "retention": {},
        "evidence": {
            "store": "in_repo",
            "maximum_bytes": 65536,
            "types": ["text/plain"],
        },
        "attempts": ["passed", "not_passed"],
        "best_counts": True,
    }
    return {
        "schema": "proeve/school/v1",
        "name": "Voorbeeldschool",
        "environment": environment,
        "languages": ["nl", "en"],
        "contacts": {"content": people.OFFICE, "technical": people.ADMIN},
        "policy": {**usual, **(policy or {})},
    }


def person(
    who: str,
    *,
    key: str = "",
    owner: str = "",
    kind: str = "file",
    confirmed: bool = True,
) -> Doc:
    """Return a person's file with one key and the proof that they hold it.

    `key` names the key, usually the person's own; `owner` the one who signs the proof.
    """
    held = key_of(key or who)
    claim = f"proeve-enrol/1\n{people.REPO}\n{who}\n{held.text}\n".encode()
    side = "company" if who in people.COMPANY_PEOPLE else "school"
    if who in people.STUDENTS:
        side = "student"
    proof = key_of(owner or key or who).sign(claim, "proeve-enrol@v1")
    found: Doc = {
        "schema": "proeve/person/v1",
        "id": who,
        "side": side,
        "keys": [
            {"key": held.text, "kind": kind, "confirmed": confirmed, "proof": proof}
        ],
    }
    if side == "school":
        account: Data = {"host": people.FORGE, "id": people.account_of(who)}
        found["forge_accounts"] = [account]
    if side == "company":
        found["company"] = people.COMPANY
    if any("assessor" in role for role, _ in people.ROLES.get(who, ())):
        found["declarations"] = [
            {
                "id": f"d-{who[2:]}",
                "crebo": [people.CREBO],
                "from": "2025-01-01",
                "until": "2035-12-31",
            }
        ]
    return found


def grant(number: int, who: str, role: str, scope: str = "*") -> Doc:
    """Return one grant; its number makes its id."""
    return {
        "schema": "proeve/grant/v1",
        "id": f"g-{number:08x}",
        "person": who,
        "role": role,
        "scope": scope,
    }


def committee(*, members: tuple[str, ...] = (people.OFFICE,)) -> Doc:
    """Return the committee of these members."""
    return {
        "schema": "proeve/committee/v1",
        "id": people.COMMITTEE,
        "title": "Examencommissie techniek",
        "programmes": [people.CREBO],
        "members": [
            {
                "person": who,
                "capacity": "member",
                "from": "2025-08-01",
                "mandated": True,
            }
            for who in members
        ],
        "opening_keys": list(people.OPENING_KEYS),
        "period": {"from": "2025-08-01"},
    }


def company(name: str = people.COMPANY) -> Doc:
    """Return a recognised company."""
    return {
        "schema": "proeve/company/v1",
        "id": name,
        "recognition": {"status": "recognised", "checked_at": "2026-01-01"},
    }


def instrument() -> Doc:
    """Return the smallest instrument: one core task, one work process, two criteria."""
    words = {"O": "Niet gedaan", "V": "Gedaan", "G": "Goed gedaan"}
    criteria: list[Data] = [
        {
            "id": name,
            "text": {"nl": f"Criterium {name}"},
            "judged_by": ["observation"],
            "descriptors": {code: {"nl": said} for code, said in words.items()},
        }
        for name in ("W1-C1", "W1-C2")
    ]
    scale: Data = [
        {"code": code, "label": {"nl": said.lower()}, "rank": rank, "passes": rank > 0}
        for rank, (code, said) in enumerate(words.items())
    ]
    process: Data = {
        "code": "B1-K1-W1",
        "title": {"nl": "Voert het werk uit"},
        "criteria": criteria,
    }
    rule: Data = {
        "ordinal": {
            "work_process": {
                "levels": [{"rating": "V", "all_at_least": "V"}],
                "else": "O",
            },
            "core_task": {
                "levels": [{"rating": "V", "all_at_least": "V"}],
                "else": "O",
            },
        }
    }
    return {
        "schema": "proeve/instrument/v1",
        "code": people.CODE,
        "version": 1,
        "title": {"nl": "Een kleine proeve"},
        "kind": "core_tasks",
        "crebo": [people.CREBO],
        "level": 2,
        "language": "nl",
        "licence": "sample-content",
        "source_status": "illustrative",
        "visible_to_student": "from_start",
        "duration_hours": {"guideline": 16},
        "assignment_types": ["standard"],
        "assignment": {"nl": "Breid de verlichting uit."},
        "forms": [
            {
                "kind": "observation",
                "title": {"nl": "Observatie"},
                "place": "company",
                "period": "during_execution",
            }
        ],
        "scales": [{"id": "o-v-g", "ordinal": {"values": scale}}],
        "core_tasks": [
            {
                "code": "B1-K1",
                "title": {"nl": "De kerntaak"},
                "scale": "o-v-g",
                "work_processes": [process],
                "pass_rule": rule,
            }
        ],
        "pass_rule": {
            "evaluate_on": "consensus",
            "order": ["crucial", "work_process", "core_task", "exam"],
            "exam": {"passed_if": "every_core_task_passes"},
        },
        "resit": {"unit": "exam"},
        "required_evidence": [
            {
                "id": "E1",
                "kind": "document",
                "title": {"nl": "Werkvoorbereiding"},
                "units": ["B1-K1-W1"],
                "required": True,
            }
        ],
    }


INSTRUMENT_DIGEST = paper.file_digest(written(instrument()))
PINNED: Doc = {"code": people.CODE, "version": 1, "digest": INSTRUMENT_DIGEST}


def instrument_establishment() -> Doc:
    """Return the establishment of the instrument by the committee."""
    return {
        "schema": "proeve/instrument-establishment/v1",
        "committee": people.COMMITTEE,
        "by": people.OFFICE,
        "origin": {"kind": "own_validated", "reference": "VB-2026-01"},
        "instrument": PINNED,
        "established_on": "2026-01-02",
    }


def registry() -> dict[str, Doc]:
    """Return the whole registry as the genesis holds it, and two members more."""
    return {
        "root.yml": root(),
        "school.yml": settings(),
        **persons(people.SCHOOL_PEOPLE),
        **grants(people.SCHOOL_PEOPLE, 1),
        f"committees/{people.COMMITTEE}.yml": committee(),
        f"companies/{people.COMPANY}.yml": company(),
        f"instruments/{people.CODE}/1.yml": instrument(),
        f"instruments/{people.CODE}/1.establishment.yml": instrument_establishment(),
    }


def outsiders() -> dict[str, Doc]:
    """Return the files of students and company people, of row 4."""
    everyone = (*people.STUDENTS, *people.COMPANY_PEOPLE)
    return {**persons(everyone), **grants(people.COMPANY_PEOPLE, 0x100)}


def persons(everyone: tuple[str, ...]) -> dict[str, Doc]:
    """Return the files of these people."""
    return {f"people/{who[2:4]}/{who}.yml": person(who) for who in everyone}


def grants(everyone: tuple[str, ...], first: int) -> dict[str, Doc]:
    """Return the grants of these people, numbered from `first`."""
    pairs = [(who, *given) for who in everyone for given in people.ROLES[who]]
    found = [
        grant(first + place, who, role, scope)
        for place, (who, role, scope) in enumerate(pairs)
    ]
    return {f"grants/{str(each['id'])[2:4]}/{each['id']}.yml": each for each in found}


def group(*, students: tuple[str, ...] = people.STUDENTS, title: str = "Klas A") -> Doc:
    """Return `group.yml`."""
    return {
        "schema": "proeve/group/v1",
        "id": people.GROUP,
        "title": title,
        "crebo": people.CREBO,
        "cohort": "2026",
        "route": "bbl",
        "school_contacts": [people.CONTACT],
        "students": list(students),
        "companies": [people.COMPANY],
    }
