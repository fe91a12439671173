"""`exam.yml`: a number to read over the phone, people, companies, instrument."""

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_37_36

from proeve.model.records import number_at, record_at, records_at, text_at
from proeve.process.table import PROCESSES
from proeve.process.vocabulary import ASSESSORS, Part
from proeve.rules.dossier.case import Case, Faults, fault
from proeve.rules.separation import hard, soft

_PATH = "exam.yml"


def check_number(case: Case) -> Faults:
    """Report a number whose check character is wrong, or that another exam bears."""
    number = text_at(case.document("exam"), "number")
    try:
        mod_37_36.validate(number.replace("-", "").upper())
    except ValidationError:
        yield fault("exam.number-misread", _PATH, "number", number=number)
    owner = case.numbers.get(number, case.scope)
    if owner != case.scope:
        yield fault("exam.number-taken", _PATH, "number", number=number, exam=owner)


def check_known(case: Case) -> Faults:
    """Report people, companies, committee or process that are not known here."""
    exam, registry = case.document("exam"), case.registry
    process, committee = text_at(exam, "process"), text_at(exam, "committee")
    if process not in PROCESSES:
        yield fault("exam.no-process", _PATH, "process", process=process)
    if committee not in registry.committees:
        yield fault("exam.no-committee", _PATH, "committee", committee=committee)
    for index, company in enumerate(records_at(exam, "companies")):
        name = text_at(company, "company")
        if name not in registry.companies:
            at = ("companies", index, "company")
            yield fault("exam.no-company", _PATH, *at, company=name)
    yield from _unknown_people(case)


def _unknown_people(case: Case) -> Faults:
    for part, people in case.parts.items():
        for person in people:
            if person not in case.registry.people:
                yield fault("exam.no-person", _PATH, part, person=person, part=part)
    for student in case.parts.get(Part.STUDENT, ()):
        if student not in case.students:
            yield fault("exam.not-in-group", _PATH, "student", person=student)


def check_instrument_pinned(case: Case) -> Faults:
    """Report an instrument that is absent, not established, or another text."""
    pinned = record_at(case.document("exam"), "instrument")
    code, found = text_at(pinned, "code"), case.instrument()
    if found is None:
        yield fault("exam.no-instrument", _PATH, "instrument", "code", code=code)
        return
    if found.digest != text_at(pinned, "digest"):
        yield fault("exam.other-instrument", _PATH, "instrument", "digest", code=code)
    if not found.established:
        yield fault("exam.instrument-not-established", _PATH, "instrument", code=code)


def check_sides(case: Case) -> Faults:
    """Report an assessor whose side is not the one that the registry has."""
    exam = case.document("exam")
    for part in ASSESSORS:
        seat = record_at(exam, part)
        known = case.registry.people.get(text_at(seat, "person"))
        if known is not None and known.side != text_at(seat, "side"):
            yield fault("exam.other-side", _PATH, part, "side", person=known.id)


def check_separations(case: Case) -> Faults:
    """Report one person in two parts that must be two people, and soft separations."""
    exam = case.document("exam")
    if exam is None:
        return
    for code, args in hard(case.parts):
        yield fault(code, _PATH, args.get("part", "student"), **args)
    for code, args in soft(case.parts, exam, case.scope, case.registry):
        yield fault(code, _PATH, *_seat(case, args.get("person", "")), **args)


def _seat(case: Case, person: str) -> tuple[str, ...]:
    seats = (part for part in ASSESSORS if person in case.parts.get(part, ()))
    return tuple(seats)[:1]


def check_attempt(case: Case) -> Faults:
    """Report a resit without the attempt that it follows, and the other way round."""
    exam = case.document("exam")
    earlier = bool(record_at(exam, "resit_of"))
    if earlier != (number_at(exam, "attempt") > 1):
        yield fault("exam.attempt", _PATH, "attempt")
