"""Calendar files beside pages: repeatable, without names, and of own exams only."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar.cal import Component

from proeve.model.document import Data
from proeve.model.exam import Decision
from proeve.model.verdict import ExamVerdict, LedgerVerdict, StepState
from proeve.process.decisions import DecisionKind
from proeve.sight.calendars import Reader, entries_of
from proeve.sight.ics import Entry, calendar_file, joined
from proeve.site.build import Readers, build
from proeve.site.links import broken_links
from proeve.site.neutral import generate
from proeve.site.profiles.audience import INTERNAL, Profile
from proeve.site.profiles.pages import Audience
from proeve.site.shipped import shipped_templates
from proeve.site.tasks import MOST_DATED
from tests.site import verdicts
from tests.site.folders import bytes_of
from tests.site.reading_html import see
from tests.site.test_incremental import full, known
from tests.site.test_profiles import profile

pytestmark = pytest.mark.slow

EXAM = "examens/emi-2026-a/pvb-0007"
NAME = "Robin de Wit"


def site(
    verdict: LedgerVerdict, top: Path, readers: Profile = INTERNAL, name: str = "site"
) -> Path:
    build(
        verdict,
        top / name,
        site_templates=shipped_templates(),
        readers=Readers(profile=readers, directory=names(verdict)),
        record=top / "record.db",
    )
    return top / name


def names(verdict: LedgerVerdict) -> dict[str, str]:
    people = (exam.state.document("exam") or {} for exam in verdict.exams)
    return {str(one["student"]): NAME for one in people}


def events(file: Path) -> list[Component]:
    return [*Calendar.from_ical(file.read_bytes()).walk("VEVENT")]


def uids(files: Iterable[Path]) -> list[str]:
    return sorted(str(event["UID"]) for file in files for event in events(file))


def test_an_exam_that_runs_has_a_calendar_and_one_that_is_over_has_none(
    tmp_path: Path,
) -> None:
    out = site(verdicts.school(), tmp_path)
    made = {path.stem for path in out.glob("examens/emi-2026-a/*.ics")}
    pages = {path.stem for path in out.glob("examens/emi-2026-a/*.html")}
    assert pages - made == {"pvb-0013"}
    for page in out.glob("examens/*/*.html"):
        links = see(page.read_text(encoding="utf-8")).links
        assert (f"{page.stem}.ics" in links) == page.with_suffix(".ics").is_file()
    assert list(broken_links(out)) == []


def test_a_deadline_is_a_day_and_an_appointment_a_moment(tmp_path: Path) -> None:
    exam = with_appointment(verdicts.exam_at(7, serial=7))
    out = site(verdicts.verdict(exam), tmp_path)
    deadline, visit = sorted(
        events(out / f"{EXAM}.ics"), key=lambda e: -len(str(e["UID"]))
    )
    assert deadline.decoded("DTSTART") == date(2025, 10, 20)
    assert visit.decoded("DTSTART") == datetime(2025, 10, 1, 8, 30, tzinfo=UTC)
    assert visit.decoded("DTEND") == datetime(2025, 10, 1, 9, 15, tzinfo=UTC)
    last = max(event.at for event in exam.state.events)
    assert {int(one.decoded("DTSTAMP").timestamp()) for one in (visit, deadline)} == {
        last
    }


def with_appointment(
    exam: ExamVerdict, start: str = "2025-10-01T10:30+02:00"
) -> ExamVerdict:
    planned: dict[str, Data] = {
        "id": "a1",
        "kind": "visit",
        "start": start,
        "minutes": 45,
        "place": "company",
        "attendees": ["student"],
    }
    papers: dict[str, Data] = {"appointments": [planned]}
    documents = {**exam.state.documents, "appointments.yml": papers}
    return replace(exam, state=replace(exam.state, documents=documents))


def test_a_group_has_the_events_of_its_exams(tmp_path: Path) -> None:
    out = site(verdicts.school(), tmp_path)
    for group in ("emi-2026-a", "emi-2026-b"):
        each = uids(out.glob(f"examens/{group}/*.ics"))
        assert each == uids([out / f"groepen/{group}.ics"]) != []
        page = (out / f"groepen/{group}.html").read_text(encoding="utf-8")
        assert f"{group}.ics" in see(page).links


def test_each_role_has_the_last_days_of_its_tasks(tmp_path: Path) -> None:
    out = site(verdicts.school(), tmp_path)
    files = sorted((out / "taken").glob("*.ics"))
    assert len(files) > 3
    for file in files:
        page = file.with_suffix(".html").read_text(encoding="utf-8")
        assert file.name in see(page).links
        assert {e.decoded("DTSTART") for e in events(file)} <= {
            *(date(2025, 10, day) for day in range(1, 31))
        }
    linked = {
        page.stem
        for page in (out / "taken").glob("*.html")
        if f"{page.stem}.ics" in see(page.read_text(encoding="utf-8")).links
    }
    assert linked == {file.stem for file in files}


def test_a_deadline_is_one_event_whoever_s_calendar_has_it(tmp_path: Path) -> None:
    out = site(verdicts.school(), tmp_path)
    own = {str(one["UID"]): one.to_ical() for one in all_events(out, "examens/*/*")}
    shared = all_events(out, "taken/*")
    assert len({str(one["UID"]) for one in shared}) < len(shared)
    for one in shared:
        assert own[str(one["UID"])] == one.to_ical()


def all_events(out: Path, where: str) -> list[Component]:
    return [one for file in sorted(out.glob(f"{where}.ics")) for one in events(file)]


def test_a_page_says_how_many_days_its_calendar_has(tmp_path: Path) -> None:
    out = site(verdicts.school(), tmp_path)
    for file in (out / "taken").glob("*.ics"):
        page = file.with_suffix(".html").read_text(encoding="utf-8")
        assert f"niet meer dan {MOST_DATED}." in page


def test_what_is_done_has_no_last_day_any_more() -> None:
    exam, reader = verdicts.exam_at(7, serial=7), Reader(repo="r", language="nl")
    done = tuple(replace(step, state=StepState.DONE) for step in exam.steps)
    assert len(entries_of([exam], reader)) == 1
    assert entries_of([replace(exam, steps=done)], reader) == ()


@pytest.mark.parametrize("audience", Audience)
def test_no_calendar_has_a_name_or_an_exam_of_another(
    audience: Audience, tmp_path: Path
) -> None:
    verdict = verdicts.school()
    readers = profile(audience)
    out = site(verdict, tmp_path, readers)
    made = {str(p.relative_to(out)): p for p in out.rglob("*.ics")}
    pages = {str(p.relative_to(out)) for p in out.rglob("*.html")}
    assert {path.replace(".ics", ".html") for path in made} <= pages
    assert bool(made) == (audience is not Audience.PUBLIC)
    for path, file in made.items():
        content = file.read_bytes()
        assert NAME.encode() not in content
        assert not re.search(rb"p-[0-9a-f]{8}", content)
        assert audience is not Audience.GROUP or readers.of in path


def test_what_readers_are_not_told_is_in_no_calendar(tmp_path: Path) -> None:
    exam = verdicts.exam_at(12)
    told = Decision(
        number=1,
        kind=DecisionKind.NOTICE,
        record={"told_on": "2025-10-02"},
        by="p-1",
        commit="c" * 40,
        at=verdicts.NOW,
    )
    exam = replace(exam, state=replace(exam.state, decisions=(told,)))
    verdict = verdicts.verdict(exam)
    for audience, days in ((Audience.INTERNAL, 1), (Audience.COMPANY, 0)):
        out = site(verdict, tmp_path, profile(audience), name=audience)
        found = [one for one in uids(out.glob("examens/*/*.ics")) if "appeal" in one]
        assert len(found) == days


def test_a_calendar_changes_comes_and_goes_with_its_exam(tmp_path: Path) -> None:
    exam = verdicts.exam_at(7, serial=7)
    ended = verdicts.exam_at(13, serial=7)
    moved = with_appointment(exam, "2025-10-02T10:30+02:00")
    for number, one in enumerate((exam, with_appointment(exam), moved, ended, exam)):
        school = verdicts.verdict(one, verdicts.exam_at(3, serial=8))
        verdict = known(school, pvb_0007=str(number))
        out = site(verdict, tmp_path)
        own = (tmp_path / "site" / f"{EXAM}.ics").is_file()
        assert own == (one is not ended)
        site(verdict, tmp_path / f"new-{number}")
        assert bytes_of(out) == bytes_of(tmp_path / f"new-{number}" / "site")


def test_a_calendar_that_was_taken_away_comes_back(tmp_path: Path) -> None:
    verdict = known(verdicts.school())
    out = site(verdict, tmp_path)
    before = bytes_of(out)
    for path in (f"{EXAM}.ics", "groepen/emi-2026-b.ics"):
        (out / path).unlink()
    assert bytes_of(site(verdict, tmp_path)) == before


def test_pages_without_a_theme_have_the_same_calendars(tmp_path: Path) -> None:
    verdict = verdicts.school()
    out = site(verdict, tmp_path)
    generate(verdict, tmp_path / "bare", shipped_templates(), Readers())
    bare = bytes_of(tmp_path / "bare" / "pages")
    own = {path: each for path, each in bytes_of(out).items() if path.endswith(".ics")}
    assert own == {path: each for path, each in bare.items() if path.endswith(".ics")}
    assert full(verdict, tmp_path / "full").keys() >= own.keys()


TEXT = "Één; twee, drie \\ vier: " + "lange tekst met ë en € " * 12


def test_long_and_strange_text_is_read_back_as_it_was() -> None:
    entry = Entry(
        uid="a@b",
        sequence=3,
        changed=0,
        start=date(2026, 1, 31),
        title=TEXT,
        exam="x",
        about="END:VEVENT\r\nBEGIN:VEVENT \u202e",
        place=TEXT,
    )
    content = calendar_file(TEXT, [entry, replace(entry, uid="c@d")])
    assert max(map(len, content.split(b"\r\n"))) <= 75
    first, second = Calendar.from_ical(content).walk("VEVENT")
    assert (first["SUMMARY"], first["LOCATION"]) == (TEXT, TEXT)
    assert first["DESCRIPTION"] == "END:VEVENT\ufffd\ufffdBEGIN:VEVENT \ufffd"
    assert second["UID"] == "c@d"
    twice = Calendar.from_ical(joined("x", [content, content]))
    assert len(twice.walk("VEVENT")) == 4


PAYLOADS = (
    "x\r\nATTENDEE:mailto:a@b.example",
    "x\nEND:VEVENT\nBEGIN:VEVENT\nUID:other",
    "x\rURL:https://evil.example/",
    "BEGIN:VEVENT",
    "x\u2028ATTENDEE:mailto:a@b.example",
    "x\\nATTENDEE:mailto:a@b.example",
    "é" * 36 + "\r\n ATTENDEE:mailto:a@b.example",
)
FIELDS = {
    *("UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "LOCATION", "DESCRIPTION"),
    *("DTSTART", "TRANSP"),
}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_begins_a_property_or_an_event(payload: str) -> None:
    entry = Entry(
        uid="a@b",
        sequence=0,
        changed=0,
        start=date(2026, 1, 31),
        title=payload,
        exam="x",
        place=payload,
        about=payload,
    )
    content = calendar_file(payload, [entry])
    for whole in (content, joined(payload, [content]), joined(payload, [])):
        read = Calendar.from_ical(whole)
        found = read.walk("VEVENT")
        assert set(read) == {"PRODID", "VERSION", "METHOD", "X-WR-CALNAME"}
        assert [set(one) for one in found] == [FIELDS] * len(found)
        assert len(found) == (whole.count(b"\r\nBEGIN:VEVENT\r\n"))
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 1
    assert joined(payload, [content]) == content
