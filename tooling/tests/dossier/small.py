"""The documents of a small school and of one exam in it, as data and not as files."""

import hashlib

from proeve.model.document import Data

Doc = dict[str, Data]

GROUP = "ei2-2026-a"
SCOPE, OTHER_SCOPE = f"groups/{GROUP}/pvb-1", f"groups/{GROUP}/pvb-2"
NUMBER, OTHER_NUMBER, FREE_NUMBER = "26-0042-u", "26-0043-s", "26-0044-q"
COMMITTEE, COMPANY = "ec-techniek", "c-114"
CODE, CREBO = "pvb-klein", "00001"
DIGEST = f"sha256:{'1' * 64}"
OTHER_DIGEST = f"sha256:{'0' * 64}"

ROOT, ADMIN, OTHER_ADMIN = "p-000000a1", "p-000000a2", "p-000000a3"
MEMBER, CONTACT = "p-000000b1", "p-000000c1"
STUDENT, OTHER_STUDENT = "p-000000d1", "p-000000d2"
SUPERVISOR, FIRST = "p-000000e1", "p-000000e2"
SECOND, THIRD = "p-000000f1", "p-000000f2"
STRANGER = "p-deadbeef"

SIDES = {SUPERVISOR: "company", FIRST: "company", STUDENT: "student"}
SIDES[OTHER_STUDENT] = "student"
PEOPLE = (
    *(ROOT, ADMIN, OTHER_ADMIN, MEMBER, CONTACT, SECOND, THIRD),
    *(STUDENT, OTHER_STUDENT, SUPERVISOR, FIRST),
)
ROLES = {
    ROOT: ("super_admin", "*"),
    ADMIN: ("admin", "*"),
    OTHER_ADMIN: ("admin", "*"),
    MEMBER: ("exam_committee", "*"),
    CONTACT: ("school_contact", GROUP),
    SECOND: ("school_assessor", "*"),
    THIRD: ("school_assessor", "*"),
    SUPERVISOR: ("workplace_supervisor", GROUP),
    FIRST: ("workplace_assessor", "*"),
}
PROOF, OTHER_PROOF = b"Werkvoorbereiding.\n", b"Meetrapport.\n"


def sha256(data: bytes) -> str:
    """Return the bare SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


PROOF_PATH, OTHER_PATH = f"evidence/{sha256(PROOF)}", f"evidence/{sha256(OTHER_PROOF)}"


def key(who: str, number: int = 1) -> str:
    """Return the text of somebody's key; no rule here looks inside it."""
    return f"ssh-ed25519 {who}{number}"


def person(who: str, *keys: str) -> Doc:
    """Return a person's record with these keys, or with one of their own."""
    found: Doc = {
        "id": who,
        "side": SIDES.get(who, "school"),
        "keys": [
            {"key": each, "kind": "file", "confirmed": True}
            for each in keys or (key(who),)
        ],
    }
    if "assessor" in ROLES.get(who, ("", ""))[0]:
        period = {"from": "2025-01-01", "until": "2029-12-31"}
        found["declarations"] = [{"id": "d1", "crebo": [CREBO], **period}]
    return found


def grant(number: int, who: str, role: str, scope: str) -> Doc:
    """Return a grant; its number makes its id."""
    return {"id": f"g-{number:08x}", "person": who, "role": role, "scope": scope}


def shelved(folder: str, record: Doc) -> str:
    """Return the path of a person or a grant below `exams/registry/`."""
    name = str(record["id"])
    return f"{folder}/{name[2:4]}/{name}.yml"


def instrument() -> Doc:
    """Return an instrument with one work process, two criteria, the scale O, V, G."""
    passing: Data = {"levels": [{"rating": "V", "all_at_least": "V"}], "else": "O"}
    values: Data = [
        {"code": code, "label": {"nl": code}, "rank": rank, "passes": rank > 0}
        for rank, code in enumerate("OVG")
    ]
    criteria: Data = [
        {
            "id": name,
            "text": {"nl": name},
            "judged_by": ["observation"],
            "descriptors": {code: {"nl": code} for code in "OVG"},
        }
        for name in ("W1-C1", "W1-C2")
    ]
    process: Data = {
        "code": "B1-K1-W1",
        "title": {"nl": "Voert uit"},
        "criteria": criteria,
    }
    task: Data = {
        "code": "B1-K1",
        "title": {"nl": "De kerntaak"},
        "scale": "o-v-g",
        "work_processes": [process],
        "pass_rule": {"ordinal": {"work_process": passing, "core_task": passing}},
    }
    return {
        "code": CODE,
        "version": 1,
        "kind": "core_tasks",
        "crebo": [CREBO],
        "assignment_types": ["standard"],
        "assignment": {"nl": "Breid de verlichting uit."},
        "forms": [{"kind": "observation", "title": {"nl": "Observatie"}}],
        "scales": [{"id": "o-v-g", "ordinal": {"values": values}}],
        "core_tasks": [task],
        "pass_rule": {
            "evaluate_on": "consensus",
            "order": ["crucial", "work_process", "core_task", "exam"],
            "exam": {"passed_if": "every_core_task_passes"},
        },
        "resit": {"unit": "exam"},
        "required_evidence": [],
    }


def pinned(**changed: Data) -> Doc:
    """Return the instrument as exam, establishment and forms name it."""
    return {"code": CODE, "version": 1, "digest": DIGEST, **changed}


def committee(*members: str, **fields: Data) -> Doc:
    """Return the committee with these voting members."""
    seats: Data = [
        {"person": who, "capacity": "member", "mandated": True}
        for who in members or (MEMBER,)
    ]
    return {"id": COMMITTEE, "members": seats, "opening_keys": [], **fields}


def registry() -> dict[str, Doc]:
    """Return the records of the registry by their path."""
    people = [person(who) for who in PEOPLE]
    grants = [grant(n, who, *given) for n, (who, given) in enumerate(ROLES.items())]
    return {
        "root.yml": {
            "repo": "r-1",
            "threshold": 1,
            "keys": [{"person": ROOT, "key": key(ROOT)}],
        },
        "school.yml": {"environment": "live", "name": "School", "policy": {}},
        **{shelved("people", each): each for each in people},
        **{shelved("grants", each): each for each in grants},
        f"committees/{COMMITTEE}.yml": committee(),
        f"companies/{COMPANY}.yml": {"id": COMPANY},
        f"instruments/{CODE}/1.yml": instrument(),
        f"instruments/{CODE}/1.establishment.yml": {"instrument": pinned()},
    }


def exam(**changed: Data) -> Doc:
    """Return `exam.yml`; a field that is given as None is left out."""
    place: Data = {
        "company": COMPANY,
        "part": "both",
        "workplace_supervisor": SUPERVISOR,
        "from": "2026-09-01",
    }
    found: Doc = {
        "number": NUMBER,
        "process": "mei-12/1",
        "type": "standard",
        "student": STUDENT,
        "school_contact": CONTACT,
        "first_assessor": {"person": FIRST, "side": "company"},
        "second_assessor": {"person": SECOND, "side": "school"},
        "place": "company",
        "companies": [place],
        "committee": COMMITTEE,
        "instrument": pinned(),
        "attempt": 1,
    }
    whole = {**found, **changed}
    return {field: value for field, value in whole.items() if value is not None}


def assignment() -> Doc:
    """Return `assignment.yml`, which asks for one piece of evidence."""
    asked: Data = {"id": "E1", "units": ["B1-K1-W1"], "required": True}
    return {"title": "Verlichting", "required_evidence": [asked]}


def establishment(**changed: Data) -> Doc:
    """Return `establishment.yml` with every box ticked."""
    boxes = ("covers_every_work_process", "right_level", "feasible", "safe")
    return {
        "committee": COMMITTEE,
        "by": MEMBER,
        "instrument": pinned(),
        "checklist": dict.fromkeys(boxes, True),
        "deadlines": {},
        **changed,
    }


def evidence(*pieces: bytes) -> Doc:
    """Return `evidence.yml` that lists files kept in Git."""
    items: Data = [
        {
            "id": f"e{number}",
            "for": "E1",
            "kind": "file",
            "sha256": f"sha256:{sha256(data)}",
            "stored": "in_repo",
        }
        for number, data in enumerate(pieces or (PROOF,), start=1)
    ]
    return {"items": items}


def evidence_check() -> Doc:
    """Return `evidence-check.yml` in which all is in order."""
    checked: Data = {"id": "e1", "in_order": True}
    return {"complete": True, "authentic": True, "items": [checked]}


def form(part: str, who: str) -> Doc:
    """Return the opened form of an assessor who rates all V."""
    ratings: Data = {name: {"rating": "V"} for name in ("W1-C1", "W1-C2")}
    return {"part": part, "assessor": who, "instrument": pinned(), "ratings": ratings}


def consensus() -> Doc:
    """Return `consensus.yml` in which both agree on V."""
    items: Data = {
        name: {"first": "V", "second": "V", "agreed": "V"}
        for name in ("W1-C1", "W1-C2")
    }
    parts: Data = ["first_assessor", "second_assessor"]
    return {"by": parts, "items": items}


def final() -> Doc:
    """Return `final-assessment.yml`: passed."""
    tasks: Data = {"B1-K1": "V"}
    return {"by": FIRST, "core_tasks": tasks, "outcome": "passed", "computed": "passed"}


def result() -> Doc:
    """Return `result.yml`: passed."""
    return {
        **final(),
        "committee": COMMITTEE,
        "by": MEMBER,
        "counts_as_attempt": True,
    }


def documents() -> dict[str, Doc]:
    """Return the documents of an exam that was passed."""
    return {
        "exam.yml": exam(),
        "assignment.yml": assignment(),
        "establishment.yml": establishment(),
        "appointments.yml": {"appointments": [{"id": "a1"}]},
        "execution.yml": {"days": [{"date": "2026-09-02"}]},
        "evidence.yml": evidence(),
        "evidence-check.yml": evidence_check(),
        "forms/first.yml": form("first", FIRST),
        "forms/second.yml": form("second", SECOND),
        "consensus.yml": consensus(),
        "final-assessment.yml": final(),
        "result.yml": result(),
    }
