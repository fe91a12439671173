"""The documents of one exam, as small as they can be."""

from collections.abc import Mapping

from proeve.model.document import Data
from tests.judging import paper, people
from tests.judging.people import Doc
from tests.judging.school import PINNED

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
        "student": people.STUDENT,
        "school_contact": people.CONTACT,
        "first_assessor": {"person": people.PRACTICE_ASSESSOR, "side": "company"},
        "second_assessor": {"person": people.ASSESSOR, "side": "school"},
        "place": "company",
        "companies": [
            {
                "company": people.COMPANY,
                "part": "both",
                "workplace_supervisor": people.SUPERVISOR,
            }
        ],
        "committee": people.COMMITTEE,
        "instrument": PINNED,
        "attempt": 1,
    }
    return {
        key: value for key, value in {**found, **changed}.items() if value is not None
    }


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


def establishment(*, by: str = people.OFFICE, **changed: Data) -> Doc:
    """Return `establishment.yml`."""
    checks = ("covers_every_work_process", "right_level", "feasible", "safe")
    return {
        "schema": "proeve/establishment/v1",
        "committee": people.COMMITTEE,
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
    part: str,
    who: str,
    opened: bytes,
    box: str,
    *,
    scope: str = people.EXAM,
) -> Doc:
    """Return the seal over a form: its commitment as R16 says, and its box."""
    lines = ("proeve-seal/1", people.REPO, scope, part, who, paper.hexdigest(opened))
    return {
        "schema": "proeve/seal/v1",
        "part": part,
        "assessor": who,
        "commitment": paper.file_digest(
            "".join(f"{line}\n" for line in lines).encode()
        ),
        "box": box,
    }


def consensus(agreed: str = "V", remark: str = "", **third: str) -> Doc:
    """Return `consensus.yml` in which both agree; `third` quotes a third assessor."""
    item: Doc = {"first": "V", "second": "V", **third, "agreed": agreed}
    if remark or agreed != "V":
        item["reason"] = remark or "Samen nog eens bekeken."
    return {
        "schema": "proeve/consensus/v1",
        "by": ["first_assessor", "second_assessor"],
        "items": {name: dict(item) for name in ("W1-C1", "W1-C2")},
    }


def final(
    *, by: str = people.PRACTICE_ASSESSOR, outcome: str = "passed", **more: Data
) -> Doc:
    """Return `final-assessment.yml`."""
    return {
        "schema": "proeve/final-assessment/v1",
        "by": by,
        "core_tasks": {"B1-K1": "V" if outcome == "passed" else "O"},
        "outcome": outcome,
        "computed": outcome,
        **more,
    }


def result(*, by: str = people.OFFICE, outcome: str = "passed", **more: Data) -> Doc:
    """Return `result.yml`."""
    return {
        "schema": "proeve/result/v1",
        "committee": people.COMMITTEE,
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
        **fields,
    }
