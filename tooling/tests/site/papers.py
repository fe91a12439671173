"""Papers and people of the exams that the tests of the site show."""

from collections.abc import Mapping

from proeve.model.document import Data
from proeve.model.registry import Instrument
from proeve.process.vocabulary import Approver, Level, Part, Role

Record = dict[str, Data]
PEOPLE: Mapping[Approver, tuple[str, Role, Level]] = {
    Part.STUDENT: ("p-5151aa00", Role.STUDENT, Level.C),
    Part.SCHOOL_CONTACT: ("p-21aa2100", Role.SCHOOL_CONTACT, Level.A),
    Part.WORKPLACE_SUPERVISOR: ("p-88bb8800", Role.WORKPLACE_SUPERVISOR, Level.C),
    Part.FIRST_ASSESSOR: ("p-90cc9000", Role.WORKPLACE_ASSESSOR, Level.C),
    Part.SECOND_ASSESSOR: ("p-34dd3400", Role.SCHOOL_ASSESSOR, Level.B),
    Part.THIRD_ASSESSOR: ("p-35dd3500", Role.SCHOOL_ASSESSOR, Level.A),
    Role.EXAM_COMMITTEE: ("p-05ee0500", Role.EXAM_COMMITTEE, Level.A),
    Role.ADMIN: ("p-03ff0300", Role.ADMIN, Level.A),
}


def person(hat: Approver) -> str:
    """Return who plays a part in every exam here."""
    return played(hat)[0]


def played(hat: Approver) -> tuple[str, Role, Level]:
    """Return who plays a part, in which role and at which level."""
    kinds = type(hat)
    return next(
        value for key, value in PEOPLE.items() if key == hat and type(key) is kinds
    )


def exam_record(number: str, **more: Data) -> Record:
    """Return an `exam.yml`."""
    return {
        "number": number,
        "student": person(Part.STUDENT),
        "school_contact": person(Part.SCHOOL_CONTACT),
        "attempt": 1,
        "companies": [{"company": "vonk-techniek", "part": "both"}],
        "instrument": {"code": "emi-kt1", "version": 2, "digest": "sha256:" + "a" * 64},
        **more,
    }


def form(*, worse: bool = False) -> Record:
    """Return a form over fifteen criteria."""
    codes = ["G", "V", "V"]
    ratings: dict[str, Data] = {
        f"w{n // 5 + 1}-{n % 5 + 1}": {
            "rating": "O" if worse and n in (3, 7) else codes[n % 3],
            **({"note": "Klem 4 zat los."} if worse and n == 3 else {}),
        }
        for n in range(15)
    }
    pinned: Record = {"code": "emi-kt1", "version": 2, "digest": "sha256:" + "a" * 64}
    return {"instrument": pinned, "ratings": ratings}


def consensus() -> Record:
    """Return what both assessors agreed."""
    ratings = form()["ratings"]
    assert isinstance(ratings, dict)
    items: dict[str, Data] = {
        key: {"agreed": value["rating"]}
        for key, value in ratings.items()
        if isinstance(value, dict)
    }
    items["w1-4"] = {"agreed": "V", "reason": "Samen nagekeken: zit vast."}
    return {"items": items}


def instrument() -> Instrument:
    """Return the instrument that every exam here pins."""
    criteria: list[Data] = [
        {
            "id": f"w{n // 5 + 1}-{n % 5 + 1}",
            "text": {"nl": f"De student doet {n}."},
            "crucial": n == 0,
        }
        for n in range(15)
    ]
    values: list[Data] = [
        {"code": "O", "label": {"nl": "onvoldoende", "en": "insufficient"}},
        {"code": "V", "label": {"nl": "voldoende", "en": "sufficient"}},
        {"code": "G", "label": {"nl": "goed", "en": "good"}},
    ]
    work: list[Data] = [{"code": "W1", "criteria": criteria}]
    record: Record = {
        "scales": [{"id": "ovg", "ordinal": {"values": values}}],
        "core_tasks": [{"code": "K1", "scale": "ovg", "work_processes": work}],
    }
    return Instrument(
        code="emi-kt1",
        version=2,
        digest="sha256:" + "a" * 64,
        established=True,
        record=record,
    )
