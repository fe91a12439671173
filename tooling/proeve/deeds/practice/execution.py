"""Scenes of steps 5 to 7: the work is done and reported, the evidence comes in."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from proeve.deeds.practice.days import clock, plus, text
from proeve.deeds.practice.pieces import MAKERS
from proeve.deeds.practice.play import (
    Fields,
    Play,
    Stage,
    assessor,
    done,
    papers,
    student,
    supervisor,
)
from proeve.deeds.stating import Arrival, Deed, Paper
from proeve.model.document import Data
from proeve.model.records import Record, number_at, records_at, text_at
from proeve.process.vocabulary import Action, Part, Role, RowId, StepId
from proeve.rules.time import deadline_of, last_second
from proeve.words.labels_text import Label

_MORNING = 8 * 60
_FULL_DAY = 7.5
_HELP = Label(
    "Geholpen bij het tillen van zwaar materiaal.",
    "Helped with lifting heavy material.",
)
_LATER = Label(
    "Een onderdeel werd een dag later geleverd; de volgorde is aangepast.",
    "A part came a day late; the order of work was changed.",
)
_REPORT = Label(
    "Meetrapport {id}\nMeting 1: {one}\nMeting 2: {two}\nAlle waarden zijn in orde.\n",
    "Report of measurements {id}\nMeasurement 1: {one}\nMeasurement 2: {two}\n"
    "All values are in order.\n",
)
_STORE = Label("Werkplaats, kast 3", "Workshop, cupboard 3")
_MEDIA: Mapping[str, str] = {"photo": "image/jpeg", "video": "video/mp4"}
_DOCUMENT = "application/pdf"
_INVENTED = Label(
    "Verzonnen bewijs van een oefenschool: {number} {id}",
    "Invented evidence of a practice school: {number} {id}",
)
_IN_REPO = frozenset({"measurement", "logbook"})


def report_days(play: Play, stage: Stage) -> Deed:
    """Report the first days of work; the student writes, nobody approves yet."""
    days = _days_before(stage.on, 3)
    files = papers(play, execution=execution_record(play, days, running=True))
    return done(play, student(play), Action.WRITE, RowId.EXECUTION, files)


def report_early_days(play: Play, stage: Stage) -> Deed:
    """Report work of which the first day lies before the establishment."""
    established = text_at(stage.written(play, "establishment.yml"), "established_on")
    early = plus(date.fromisoformat(established), -1)
    days = (early, *_days_before(stage.on, 2))
    files = papers(play, execution=execution_record(play, days, running=True))
    return done(play, student(play), Action.WRITE, RowId.EXECUTION, files)


def report_end(play: Play, stage: Stage) -> Deed:
    """Report the end of the work and approve the whole report."""
    found = stage.written(play, "execution.yml")
    before = [date.fromisoformat(text_at(d, "date")) for d in records_at(found, "days")]
    days = (*before, *(d for d in _days_before(stage.on, 2) if d not in before))
    data = execution_record(play, days, running=False)
    draws = stage.draws(play, "execution")
    if draws.random() < 0.3:  # noqa: PLR2004 - now and then there is something to tell
        data["help"] = [{"note": play.say(_HELP)}]
    if draws.random() < 0.2:  # noqa: PLR2004
        data["deviations"] = [{"note": play.say(_LATER)}]
    files = papers(play, execution=data)
    return done(play, student(play), Action.APPROVE, RowId.EXECUTION, files)


def supervisor_confirms(play: Play, _: Stage) -> Deed:
    """Let the supervisor approve the report."""
    return done(play, supervisor(play), Action.APPROVE, RowId.EXECUTION)


def hand_in(play: Play, stage: Stage) -> Deed:
    """Hand in the evidence: files in the store, texts in Git, works seen or kept."""
    assignment = stage.written(play, "assignment.yml")
    photo_ban = record_flag(assignment, "agreements", "photo_ban")
    turn = stage.exam(play).row(RowId.EVIDENCE).seq
    items: list[Data] = []
    kept: dict[str, Paper] = {}
    stored: list[bytes] = []
    for asked in records_at(assignment, "required_evidence"):
        for _ in range(max(1, number_at(asked, "minimum"))):
            name = f"e{len(items) + 1}"
            item, content = _item(
                play, stage, asked, f"{name}/{turn}", photo_ban=photo_ban
            )
            items.append({"id": name, "for": text_at(asked, "id"), **item})
            if item.get("stored") == "in_repo":
                kept[f"evidence/{hashlib.sha256(content).hexdigest()}"] = Paper(content)
            elif content:
                stored.append(content)
    files = papers(play, evidence={"items": items}) | kept
    deed = done(play, student(play), Action.APPROVE, RowId.EVIDENCE, files)
    return replace(deed, arrival=_arrival(play, stage), stored=tuple(stored))


def _arrival(play: Play, stage: Stage) -> Arrival | None:
    """Return who says when the evidence came in, if anybody does.

    Work that the story does not mean to be late is left untimed where a long holiday
    would have made it so.
    """
    deadline = deadline_of(stage.exam(play), StepId.EVIDENCE)
    late = deadline is not None and stage.at > last_second(deadline)
    meant = play.story.shows & {"late", "late-waiting"}
    if "untimed" in play.story.shows or (late and not meant):
        return None
    office = stage.office
    if meant or stage.draws(play, "arrival").random() < 0.7:  # noqa: PLR2004
        return Arrival(person=office.receiver.id, role=Role.RECEIVER)
    if stage.draws(play, "road").random() < 0.5:  # noqa: PLR2004 - the rest is untimed
        return Arrival(person=office.admin.id, role=Role.ADMIN, road="stick")
    return None


def record_flag(record: Record, *pointer: str) -> bool:
    """Tell whether a truth value inside a document is set."""
    *above, last = pointer
    for key in above:
        found = record.get(key)
        record = found if isinstance(found, dict) else {}
    return record.get(last) is True


def check(play: Play, stage: Stage) -> Deed:
    """Check that the evidence is complete, and write down what was found."""
    evidence = stage.written(play, "evidence.yml")
    data: Fields = {
        "complete": True,
        "authentic": True,
        "items": [
            {"id": text_at(item, "id"), "in_order": True}
            for item in records_at(evidence, "items")
        ],
    }
    voice = assessor(play, stage, Part.SECOND_ASSESSOR)
    files = papers(play, evidence_check=data)
    return done(play, voice, Action.APPROVE, RowId.EVIDENCE_CHECK, files)


def confirm_check(play: Play, stage: Stage) -> Deed:
    """Confirm that the evidence is the student's own work."""
    voice = assessor(play, stage, Part.FIRST_ASSESSOR)
    return done(play, voice, Action.APPROVE, RowId.EVIDENCE_CHECK)


def _days_before(last: date, count: int) -> tuple[date, ...]:
    return tuple(plus(last, -back) for back in range(count, 0, -1))


def execution_record(play: Play, days: tuple[date, ...], *, running: bool) -> Fields:
    """Return the report of the work on these days."""
    company = play.players.company
    data: Fields = {
        "status": "running" if running else "finished",
        "days": [
            {
                "date": day.isoformat(),
                "hours": _FULL_DAY,
                "place": "company",
                "company": company.id,
            }
            for day in days
        ],
        "started": text(clock(days[0], _MORNING)),
        "identity_seen_by": company.supervisor.id,
        "interruptions": [],
        "help": [],
        "tools": [play.say(tool) for tool in play.task.tools],
        "deviations": [],
    }
    if not running:
        data["finished"] = text(clock(days[-1], 16 * 60))
    return data


def _item(
    play: Play, stage: Stage, asked: Record, name: str, *, photo_ban: bool
) -> tuple[Fields, bytes]:
    """Return one piece of evidence, and its bytes where it is a file."""
    kind, draws = text_at(asked, "kind"), stage.draws(play, "evidence", name)
    if kind == "workpiece":
        until = stage.on + timedelta(days=180)
        place = {"place": play.say(_STORE), "dispose_after": until.isoformat()}
        return {"kind": "physical", "physical": dict(place)}, b""
    if kind == "photo" and photo_ban:
        return {"kind": "seen_on_site", "seen": _seen(play, stage)}, b""
    if kind in _IN_REPO:
        return _report(play, asked, draws.randint(200, 999))
    media = _MEDIA.get(kind, _DOCUMENT)
    note = play.say(_INVENTED).format(number=play.number, id=name)
    content = MAKERS[media](note, stage.seed.secret("evidence", play.number, name))
    item = _file(asked, content, media, "store")
    if kind == "photo":
        item |= {"location_removed": True, "people_visible": False}
    return item, content


def _file(asked: Record, content: bytes, media: str, where: str) -> Fields:
    return {
        "kind": "file",
        "title": text_at(asked, "title"),
        "sha256": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "size": len(content),
        "media_type": media,
        "stored": where,
    }


def _report(play: Play, asked: Record, value: int) -> tuple[Fields, bytes]:
    """Return a short report of measurements, small enough to be kept in Git."""
    own = f"{play.number} {text_at(asked, 'id')}"
    report = play.say(_REPORT).format(id=own, one=value, two=value + 7)
    content = report.encode()
    return _file(asked, content, "text/plain", "in_repo"), content


def _seen(play: Play, stage: Stage) -> Fields:
    first = stage.assessor(play, Part.FIRST_ASSESSOR)
    days = records_at(stage.written(play, "execution.yml"), "days")
    last = date.fromisoformat(text_at(days[-1], "date"))
    return {
        "by": [first.id],
        "at": text(clock(last, 15 * 60)),
        "place": "company",
    }
