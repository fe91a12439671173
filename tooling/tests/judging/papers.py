"""The documents of the sample school and of one exam in it, as small as they can be."""

from collections.abc import Mapping
from typing import cast

from proeve.model.document import Data
from tests.judging import paper
from tests.judging.ledger import written
from tests.judging.objects import key_of

REPO = "r-" + "0123456789abcdef" * 2
GROUP = "ei2-2026-a"
EXAM = f"groups/{GROUP}/pvb-0042"
OTHER_EXAM = f"groups/{GROUP}/pvb-0043"
COMMITTEE = "ec-techniek-1"
CODE = "pvb-klein"
CREBO = "00001"
COMPANY, OTHER_COMPANY = "c-114", "c-115"
OPENING_KEYS = (
    "age148sj7g6guj6gm05m294jjjfhhsm5vclwl0mf2wnqem6r7zrly49q8myttn",
    "age1sprzzu6fef3gq4xmklafz8mlu60qsu7hdxf2nj7ugfd09zsf2ypscgxfzh",
)

Doc = dict[str, Data]

ROOT, SECOND_ROOT, ADMIN = "p-00000001", "p-00000002", "p-00000003"
OFFICE, MEMBER, RECEIVER = "p-00000005", "p-00000006", "p-00000010"
CONTACT, OTHER_CONTACT = "p-00000021", "p-00000022"
ASSESSOR, THIRD, TEACHER = "p-00000034", "p-00000035", "p-00000040"
STUDENT, OTHER_STUDENT = "p-00000051", "p-00000052"
SUPERVISOR, PRACTICE_ASSESSOR, STAND_IN = "p-00000088", "p-00000090", "p-00000091"
TWO_HATS = "p-00000099"

SCHOOL_PEOPLE = (
    *(ROOT, SECOND_ROOT, ADMIN, OFFICE, MEMBER, RECEIVER),
    *(CONTACT, OTHER_CONTACT, ASSESSOR, THIRD, TEACHER),
)
STUDENTS = (STUDENT, OTHER_STUDENT)
COMPANY_PEOPLE = (SUPERVISOR, PRACTICE_ASSESSOR, STAND_IN, TWO_HATS)

ROLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    ROOT: (("super_admin", "*"),),
    SECOND_ROOT: (("super_admin", "*"),),
    ADMIN: (("admin", "*"),),
    OFFICE: (("exam_committee", "*"),),
    MEMBER: (("exam_committee", "*"), ("school_assessor", "*")),
    RECEIVER: (("receiver", "*"),),
    CONTACT: (("school_contact", GROUP), ("school_assessor", "*")),
    OTHER_CONTACT: (("school_contact", "ei2-2026-b"),),
    ASSESSOR: (("school_assessor", "*"),),
    THIRD: (("school_assessor", "*"),),
    TEACHER: (("teacher", "*"),),
    SUPERVISOR: (("workplace_supervisor", "*"),),
    PRACTICE_ASSESSOR: (("workplace_assessor", "*"),),
    STAND_IN: (("workplace_assessor", "*"),),
    TWO_HATS: (("workplace_supervisor", "*"), ("workplace_assessor", "*")),
}


def root() -> Doc:
    """Return `root.yml`: three holders of root keys, two of whom must confirm."""
    return {
        "schema": "proeve/root/v1",
        "repo": REPO,
        "threshold": 2,
        "keys": [
            {"person": person, "key": key_of(person).text}
            for person in (ROOT, SECOND_ROOT, ADMIN)
        ],
        "time_stamping": [],
        "witnesses": [],
    }


def school(*, environment: str = "live", policy: Doc | None = None) -> Doc:
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
        "contacts": {"content": OFFICE, "technical": ADMIN},
        "policy": {**usual, **(policy or {})},
    }


def person(
    who: str, *, key: str = "", owner: str = "", kind: str = "file", confirmed: bool = True
) -> Doc:
    """Return a person's file with one key and the proof that they hold it.

    `key` names the key, usually the person's own; `owner` the one who signs the proof.
    """
    held = key_of(key or who)
    claim = f"proeve-enrol/1\n{REPO}\n{who}\n{held.text}\n".encode()
    side = "company" if who in COMPANY_PEOPLE else "school"
    if who in STUDENTS:
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
    if side == "company":
        found["company"] = COMPANY
    if any("assessor" in role for role, _ in ROLES.get(who, ())):
        found["declarations"] = [
            {
                "id": f"d-{who[2:]}",
                "crebo": [CREBO],
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


def committee(*, members: tuple[str, ...] = (OFFICE,)) -> Doc:
    """Return the committee of these members."""
    return {
        "schema": "proeve/committee/v1",
        "id": COMMITTEE,
        "title": "Examencommissie techniek",
        "programmes": [CREBO],
        "members": [
            {"person": who, "capacity": "member", "from": "2025-08-01", "mandated": True}
            for who in members
        ],
        "opening_keys": list(OPENING_KEYS),
        "period": {"from": "2025-08-01"},
    }


def company(name: str = COMPANY) -> Doc:
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
        "code": CODE,
        "version": 1,
        "title": {"nl": "Een kleine proeve"},
        "kind": "core_tasks",
        "crebo": [CREBO],
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
PINNED: Doc = {"code": CODE, "version": 1, "digest": INSTRUMENT_DIGEST}


def instrument_establishment() -> Doc:
    """Return the establishment of the instrument by the committee."""
    return {
        "schema": "proeve/instrument-establishment/v1",
        "committee": COMMITTEE,
        "by": OFFICE,
        "origin": {"kind": "own_validated", "reference": "VB-2026-01"},
        "instrument": PINNED,
        "established_on": "2026-01-02",
    }


def registry() -> dict[str, Doc]:
    """Return the whole registry as the genesis holds it, and two members more."""
    people = {
        f"people/{who[2:4]}/{who}.yml": person(who) for who in SCHOOL_PEOPLE
    }
    return {
        "root.yml": root(),
        "school.yml": school(),
        **people,
        **grants(SCHOOL_PEOPLE, 1),
        f"committees/{COMMITTEE}.yml": committee(),
        f"companies/{COMPANY}.yml": company(),
        f"instruments/{CODE}/1.yml": instrument(),
        f"instruments/{CODE}/1.establishment.yml": instrument_establishment(),
    }


def outsiders() -> dict[str, Doc]:
    """Return the files of students and company people, of row 4."""
    names = (*STUDENTS, *COMPANY_PEOPLE)
    people = {f"people/{who[2:4]}/{who}.yml": person(who) for who in names}
    return {**people, **grants(COMPANY_PEOPLE, 0x100)}


def grants(people: tuple[str, ...], first: int) -> dict[str, Doc]:
    """Return the grants of these people, numbered from `first`."""
    pairs = [(who, *given) for who in people for given in ROLES[who]]
    found = [
        grant(first + place, who, role, scope)
        for place, (who, role, scope) in enumerate(pairs)
    ]
    return {
        f"grants/{str(each['id'])[2:4]}/{each['id']}.yml": each for each in found
    }


def group(*, students: tuple[str, ...] = STUDENTS, title: str = "Klas A") -> Doc:
    """Return `group.yml`."""
    return {
        "schema": "proeve/group/v1",
        "id": GROUP,
        "title": title,
        "crebo": CREBO,
        "cohort": "2026",
        "route": "bbl",
        "school_contacts": [CONTACT],
        "students": list(students),
        "companies": [COMPANY],
    }


_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"


def exam_number(year: int, number: int) -> str:
    """Return a number with its check character of ISO 7064 MOD 37,36."""
    rest = 36
    for digit in f"{year:02}{number:04}":
        total = (rest + int(digit)) % 36 or 36
        rest = total * 2 % 37
    return f"{year:02}-{number:04}-{_ALPHABET[(37 - rest) % 36]}"


def exam(*, number: int = 42, **changed: Data) -> Doc:
    """Return `exam.yml`; named fields are changed or, with None, left out."""
    found: Doc = {
        "schema": "proeve/exam/v1",
        "number": exam_number(26, number),
        "process": "mei-12/1",
        "language": "nl",
        "type": "standard",
        "student": STUDENT,
        "school_contact": CONTACT,
        "first_assessor": {"person": PRACTICE_ASSESSOR, "side": "company"},
        "second_assessor": {"person": ASSESSOR, "side": "school"},
        "place": "company",
        "companies": [
            {
                "company": COMPANY,
                "part": "both",
                "workplace_supervisor": SUPERVISOR,
            }
        ],
        "committee": COMMITTEE,
        "instrument": PINNED,
        "attempt": 1,
    }
    return {key: value for key, value in {**found, **changed}.items() if value is not None}


def assignment(title: str = "Verlichting in hal 2") -> Doc:
    """Return `assignment.yml`."""
    return {
        "schema": "proeve/assignment/v1",
        "title": title,
        "description": "Zes armaturen en vier wandcontactdozen.",
        "agreements": {"delivered_by_company": ["materiaal"]},
        "deviations": [],
        "required_evidence": [
            {
                "id": "E1",
                "kind": "document",
                "title": "Werkvoorbereiding",
                "units": ["B1-K1-W1"],
                "required": True,
            }
        ],
        "schedule": {"from": "2026-03-02", "until": "2026-03-06"},
    }


def establishment(*, by: str = OFFICE, **changed: Data) -> Doc:
    """Return `establishment.yml`."""
    checks = ("covers_every_work_process", "right_level", "feasible", "safe")
    return {
        "schema": "proeve/establishment/v1",
        "committee": COMMITTEE,
        "by": by,
        "instrument": PINNED,
        "checklist": dict.fromkeys(checks, True),
        "deadlines": {"evidence": "2026-03-20"},
        **changed,
    }


def appointments(minutes: int = 45) -> Doc:
    """Return `appointments.yml` with one appointment."""
    return {
        "schema": "proeve/appointments/v1",
        "appointments": [
            {
                "id": "a1",
                "kind": "closing_interview",
                "start": "2026-03-16T10:00:00+01:00",
                "minutes": minutes,
                "place": "company",
                "attendees": ["student", "first_assessor", "second_assessor"],
            }
        ],
    }


def execution(*, hours: int = 8, finished: bool = True) -> Doc:
    """Return `execution.yml` of one day."""
    found: Doc = {
        "schema": "proeve/execution/v1",
        "days": [{"date": "2026-03-02", "hours": hours, "place": "company"}],
        "started": "2026-03-02T08:00:00+01:00",
        "status": "finished" if finished else "running",
        "interruptions": [],
        "help": [],
        "deviations": [],
    }
    if finished:
        found["finished"] = "2026-03-02T16:30:00+01:00"
    return found


PROOF = b"Werkvoorbereiding van p-00000051.\n"
PROOF_PATH = f"evidence/{paper.hexdigest(PROOF)}"


def evidence(*pieces: bytes) -> Doc:
    """Return `evidence.yml` that lists files kept in Git: these, or the usual one."""
    return {
        "schema": "proeve/evidence/v1",
        "items": [
            {
                "id": f"e{number}",
                "for": "E1",
                "kind": "file",
                "sha256": paper.file_digest(data),
                "size": len(data),
                "media_type": "text/plain",
                "stored": "in_repo",
            }
            for number, data in enumerate(pieces or (PROOF,), start=1)
        ],
    }


def evidence_check(remark: str = "") -> Doc:
    """Return `evidence-check.yml` in which all is in order."""
    found: Doc = {
        "schema": "proeve/evidence-check/v1",
        "complete": True,
        "authentic": True,
        "items": [{"id": "e1", "in_order": True}],
    }
    if remark:
        found["remark"] = remark
    return found


def form(part: str, who: str, rating: str = "V", **changed: Data) -> Doc:
    """Return the open form of an assessor, every criterion rated alike."""
    return {
        "schema": "proeve/form/v1",
        "part": part,
        "assessor": who,
        "nonce": paper.hexdigest(f"nonce {part} {who}".encode()),
        "instrument": PINNED,
        "ratings": {name: {"rating": rating} for name in ("W1-C1", "W1-C2")},
        **changed,
    }


def seal(
    part: str, who: str, opened: bytes, box: str, *, scope: str = EXAM, repo: str = REPO
) -> Doc:
    """Return the seal over a form: its commitment as R16 says, and its box."""
    lines = ("proeve-seal/1", repo, scope, part, who, paper.hexdigest(opened))
    return {
        "schema": "proeve/seal/v1",
        "part": part,
        "assessor": who,
        "commitment": paper.file_digest("".join(f"{line}\n" for line in lines).encode()),
        "box": box,
    }


def consensus(agreed: str = "V", remark: str = "") -> Doc:
    """Return `consensus.yml` in which both agree."""
    item: Doc = {"first": "V", "second": "V", "agreed": agreed}
    if remark or agreed != "V":
        item["reason"] = remark or "Samen nog eens bekeken."
    return {
        "schema": "proeve/consensus/v1",
        "by": ["first_assessor", "second_assessor"],
        "items": {name: dict(item) for name in ("W1-C1", "W1-C2")},
    }


def final(*, by: str = PRACTICE_ASSESSOR, outcome: str = "passed", **more: Data) -> Doc:
    """Return `final-assessment.yml`."""
    return {
        "schema": "proeve/final-assessment/v1",
        "by": by,
        "core_tasks": {"B1-K1": "V" if outcome == "passed" else "O"},
        "outcome": outcome,
        "computed": outcome,
        **more,
    }


def result(*, by: str = OFFICE, outcome: str = "passed", **more: Data) -> Doc:
    """Return `result.yml`."""
    return {
        "schema": "proeve/result/v1",
        "committee": COMMITTEE,
        "by": by,
        "outcome": outcome,
        "core_tasks": {"B1-K1": "V" if outcome == "passed" else "O"},
        "computed": outcome,
        "counts_as_attempt": True,
        "established_on": "2026-03-25",
        **more,
    }


def follow_up() -> Doc:
    """Return `follow-up.yml`: a resit."""
    return {
        "schema": "proeve/follow-up/v1",
        "decision": "resit",
        "resit": {"units": ["B1-K1"], "before": "2026-07-01"},
    }


def archive(files: Mapping[str, bytes], outcome: str = "passed") -> Doc:
    """Return `archive.yml` over every file of the exam."""
    return {
        "schema": "proeve/archive/v1",
        "files": {
            path: paper.file_digest(data) for path, data in sorted(files.items())
        },
        "retention": {
            "class": "exam",
            "trigger": "archive",
            "period": "P2Y",
            "basis": "WEB",
        },
        "outcome": outcome,
    }


def decision(kind: str, number: int, by: str, **fields: Data) -> Doc:
    """Return a decision of some kind with the fields that its kind asks for."""
    return {
        "schema": f"proeve/decision-{kind}/v1",
        "number": number,
        "kind": kind,
        "reason": "Zo besloten.",
        "by": by,
        "decided_on": "2026-03-10",
        **cast("Doc", fields),
    }
