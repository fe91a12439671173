"""Scenes of steps 1 to 4: the assignment is made, agreed, established, planned."""

from collections.abc import Mapping
from datetime import timedelta

from proeve.deeds.practice.cast import COMMITTEE
from proeve.deeds.practice.days import clock, plus, text
from proeve.deeds.practice.play import (
    Fields,
    Play,
    Stage,
    committee,
    contact,
    done,
    papers,
    student,
    supervisor,
)
from proeve.deeds.practice.registry_papers import DEADLINES, declaration_id, pin
from proeve.deeds.stating import Deed
from proeve.model.document import Data
from proeve.model.records import records_at
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Action, RowId, StepId
from proeve.words.labels_text import Label

_TO_EXECUTION = 17
_EXECUTION = 5
_NOON, _MORNING, _AFTERNOON = 12 * 60, 9 * 60, 14 * 60 + 30
_NO_HELP = Label(
    "Hulp mag bij zwaar tilwerk; geef dat op in het verslag.",
    "Help is allowed with heavy lifting; state it in the report.",
)
_OWN_WORDS = Label(
    "Ik begin met een werkvoorbereiding en bespreek die met mijn begeleider.",
    "I start with a preparation of the work and discuss it with my supervisor.",
)
_DEVIATION = Label(
    "Een deel van dit werk wordt in de werkplaats gedaan in plaats van bij de klant.",
    "Part of this work is done in the workshop instead of at the customer's.",
)
_REGULATION = Label("OER 2026, hoofdstuk 4", "Exam regulations 2026, chapter 4")


def open_incomplete(play: Play, stage: Stage) -> Deed:
    """Open an exam of which the company people are not known yet (FIELD 1.1)."""
    files = papers(play, exam=_exam(play, stage, known=False), assignment=_first(play))
    return done(play, contact(play), Action.WRITE, RowId.CREATE, files)


def create(play: Play, stage: Stage) -> Deed:
    """Open an exam with everybody in it."""
    files = papers(play, exam=_exam(play, stage, known=True), assignment=_first(play))
    return done(play, contact(play), Action.APPROVE, RowId.CREATE, files)


def complete(play: Play, stage: Stage) -> Deed:
    """Fill in who was not known, and approve the exam."""
    files = papers(play, exam=_exam(play, stage, known=True))
    return done(play, contact(play), Action.APPROVE, RowId.CREATE, files)


def supervisor_writes(play: Play, stage: Stage) -> Deed:
    """Let the company say what it brings and what is not allowed there."""
    found = stage.written(play, "assignment.yml")
    agreements: Fields = {
        "delivered_by_company": [play.say(item) for item in play.task.delivered],
        "help_allowed": play.say(_NO_HELP),
        "photo_ban": play.players.company.kind == "training_pool",
        "nda": False,
    }
    if play.task.tools:
        agreements["tools"] = [play.say(item) for item in play.task.tools]
    files = papers(play, assignment=_without_schema(found) | {"agreements": agreements})
    return done(play, supervisor(play), Action.WRITE, RowId.ACQUIRE, files)


def student_writes(play: Play, stage: Stage) -> Deed:
    """Let the student say in their own words how they will go about it."""
    found = stage.written(play, "assignment.yml")
    description = f"{found['description']}\n{play.say(_OWN_WORDS)}"
    files = papers(
        play, assignment=_without_schema(found) | {"description": description}
    )
    return done(play, student(play), Action.WRITE, RowId.ACQUIRE, files)


def contact_rewrites(play: Play, stage: Stage) -> Deed:
    """Change a returned assignment and agree to it at once."""
    found = stage.written(play, "assignment.yml")
    unit = next(iter(sorted(play.scope.units or play.instrument.units())))
    deviation: Data = [{"unit": unit, "note": play.say(_DEVIATION)}]
    files = papers(play, assignment=_without_schema(found) | {"deviations": deviation})
    return done(play, contact(play), Action.APPROVE, RowId.ACQUIRE, files)


def contact_agrees(play: Play, _: Stage) -> Deed:
    """Approve the assignment for the school."""
    return done(play, contact(play), Action.APPROVE, RowId.ACQUIRE)


def student_agrees(play: Play, _: Stage) -> Deed:
    """Approve the assignment as the student."""
    return done(play, student(play), Action.APPROVE, RowId.ACQUIRE)


def supervisor_agrees(play: Play, _: Stage) -> Deed:
    """Approve the assignment for the company."""
    return done(play, supervisor(play), Action.APPROVE, RowId.ACQUIRE)


def establish(play: Play, stage: Stage) -> Deed:
    """Establish the assignment against the checklist, with its deadlines."""
    data: Fields = {
        "committee": COMMITTEE,
        "by": stage.office.committee[0].id,
        "present": [each.id for each in stage.office.committee[:3]],
        "established_on": stage.today,
        "instrument": pin(play.group.pinned),
        "checklist": {
            "covers_every_work_process": True,
            "right_level": True,
            "feasible": True,
            "safe": True,
        },
        "deadlines": _deadlines(stage),
        "regulation": play.say(_REGULATION),
    }
    files = papers(play, establishment=data)
    return done(play, committee(stage), Action.APPROVE, RowId.ESTABLISH, files)


def schedule(play: Play, stage: Stage) -> Deed:
    """Plan the start, a visit and the closing interview."""
    first = plus(stage.on, _EXECUTION)
    planned: list[Data] = [
        {
            "id": "a1",
            "kind": "start",
            "start": text(clock(first, _MORNING)),
            "minutes": 30,
            "place": "company",
            "company": play.players.company.id,
            "attendees": ["student", "workplace_supervisor"],
        },
        {
            "id": "a2",
            "kind": "closing_interview",
            "start": text(clock(plus(first, _EXECUTION), _AFTERNOON)),
            "minutes": 60,
            "place": "company",
            "company": play.players.company.id,
            "attendees": ["student", "first_assessor", "second_assessor"],
        },
    ]
    files = papers(play, appointments={"appointments": planned})
    return done(play, contact(play), Action.APPROVE, RowId.APPOINTMENT, files)


def reschedule(play: Play, stage: Stage) -> Deed:
    """Move the closing interview by a week; the old time stays readable."""
    found = records_at(stage.written(play, "appointments.yml"), "appointments")
    moved: list[Data] = [dict(each) for each in found]
    last = dict(found[-1])
    later = plus(stage.on, 2 * _EXECUTION + _EXECUTION)
    last |= {
        "moved_from": last["start"],
        "start": text(clock(later, _NOON + 60)),
        "outcome": "moved",
    }
    files = papers(play, appointments={"appointments": [*moved[:-1], last]})
    return done(play, contact(play), Action.APPROVE, RowId.APPOINTMENT, files)


def _exam(play: Play, stage: Stage, *, known: bool) -> Fields:
    players = play.players
    company: Fields = {"company": players.company.id, "part": "both"}
    data: Fields = {
        "number": play.number,
        "process": MEI_12.version,
        "language": play.language,
        "type": play.instrument.assignment_types[0],
        "student": players.student.id,
        "school_contact": players.contact.id,
    }
    if known:
        company["workplace_supervisor"] = players.company.supervisor.id
        for part, persona in (
            ("first_assessor", players.first),
            ("second_assessor", players.second),
        ):
            data[part] = {
                "person": persona.id,
                "side": persona.side,
                "declaration": declaration_id(stage.seed, persona),
            }
    data |= {
        "place": "company",
        "companies": [company],
        "committee": COMMITTEE,
        "instrument": pin(play.group.pinned),
        "attempt": play.attempt,
    }
    data |= _earlier(play, stage) if play.earlier else {}
    if known and play.exempted:
        data["exempted"] = [{"unit": play.exempted, "decision": 1}]
    if not known:
        data["still_open"] = ["workplace_supervisor", "first_assessor"]
    else:
        data["readiness"] = {
            "by": players.contact.id,
            "declared_on": play.start.isoformat(),
        }
    return data


def _earlier(play: Play, stage: Stage) -> Fields:
    """Return what a resit says of the attempt before it, and what it takes over."""
    if play.earlier is None:
        return {}
    found = stage.exam(play.earlier)
    reference = f"{play.earlier.group.id}/{play.earlier.number}"
    data: Fields = {"resit_of": {"exam": reference, "subject": found.subject}}
    if play.scope.units is not None:
        data["units"] = [*sorted(play.scope.units)]
        data["carried_over"] = [
            {"unit": unit, "rating": given.rating, "from": reference}
            for unit, given in play.scope.given.items()
            if given.rating is not None
        ]
    return data


def _first(play: Play) -> Fields:
    """Return the assignment as the contact person first writes it."""
    start = plus(play.start, _TO_EXECUTION)
    return {
        "title": play.say(play.task.title),
        "description": play.say(play.task.description),
        "agreements": {"delivered_by_company": []},
        "deviations": [],
        "required_evidence": [*_required(play)],
        "schedule": {
            "from": start.isoformat(),
            "until": plus(start, _EXECUTION).isoformat(),
            "hours": play.instrument.hours,
        },
    }


def _required(play: Play) -> list[Data]:
    """Return the evidence that the instrument asks for the units judged here."""
    judged = _judged_units(play)
    found: list[Data] = []
    for asked in play.instrument.required_evidence:
        if not any(unit in judged for unit in asked.units):
            continue
        item: Fields = {
            "id": asked.id,
            "kind": asked.kind,
            "title": play.say(asked.title),
            "units": list(asked.units),
            "required": asked.required,
        }
        if asked.minimum is not None:
            item["minimum"] = asked.minimum
        if asked.no_people:
            item["no_people"] = True
        found.append(item)
    return found


def _judged_units(play: Play) -> frozenset[str]:
    return frozenset(
        unit
        for task in play.instrument.core_tasks
        for part in task.work_processes
        if play.scope.covers(task, part)
        for unit in (task.code, part.code)
    )


def _deadlines(stage: Stage) -> Fields:
    return {
        step.value: _deadline(stage, step, days) for step, days in DEADLINES.items()
    }


def _deadline(stage: Stage, step: StepId, days: int) -> str:
    """Return the last day of a step, of a hand-in the last hour."""
    day = plus(stage.on + timedelta(days=days), 0)
    return text(clock(day, 17 * 60)) if step is StepId.EVIDENCE else day.isoformat()


def _without_schema(data: Mapping[str, Data]) -> Fields:
    return {key: value for key, value in data.items() if key != "schema"}
