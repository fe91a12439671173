"""Terms and the days on which they end."""

from datetime import date

import pytest

from proeve.model.days import date_of, later, overdue, week_of
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.registry import Registry
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.rules.registry import registry_with
from proeve.sight.clocks import Term, clocks_of, kept_until
from proeve.sight.expiring import Expiring, expiring
from tests.dossier import small
from tests.status.exams import START, decided, registry, until, verdict

LATE = {"establishment": small.establishment(deadlines={"evidence": "2026-09-10"})}
TODAY = date(2026, 9, 1)


def _ends(exam: ExamState) -> dict[Term, str]:
    return {clock.term: clock.ends for clock in clocks_of(verdict(exam))}


def _told(on: str = "2026-09-20") -> ExamState:
    return decided(until(RowId.RESULT), DecisionKind.NOTICE, told_on=on)


def test_the_step_that_waits_has_a_last_day() -> None:
    assert _ends(until(RowId.EXECUTION, **LATE)) == {Term.STEP: "2026-09-10"}


def test_an_appeal_is_lodged_within_two_weeks_of_the_notice() -> None:
    assert _ends(_told())[Term.LODGING] == "2026-10-04"


def test_an_appeal_is_decided_four_weeks_after_that_term_not_after_its_lodging() -> (
    None
):
    found = decided(
        _told(),
        DecisionKind.APPEAL,
        received_on="2026-09-21",
        about="outcome",
        status="received",
    )
    assert _ends(found)[Term.CASE] == "2026-11-01"


def test_a_day_that_was_agreed_goes_before_the_rule() -> None:
    found = decided(
        _told(),
        DecisionKind.APPEAL,
        received_on="2026-09-21",
        about="outcome",
        status="in_progress",
        decide_before="2026-10-15",
    )
    assert _ends(found)[Term.CASE] == "2026-10-15"


def test_a_pause_ends_and_a_measure_ends() -> None:
    paused = decided(
        until(RowId.ESTABLISH),
        DecisionKind.PAUSE,
        from_="2026-09-05",
        until="2026-09-19",
    )
    assert _ends(paused)[Term.PAUSE] == "2026-09-19"
    resumed = decided(paused, DecisionKind.RESUME, on="2026-09-10")
    assert Term.PAUSE not in _ends(resumed)
    excluded = decided(
        until(RowId.ESTABLISH),
        DecisionKind.IRREGULARITY,
        code="absence",
        measure="exclusion",
        until="2027-01-01",
    )
    assert _ends(excluded)[Term.MEASURE] == "2027-01-01"


def _archived(trigger: str = "diploma") -> ExamState:
    retention: Data = {"class": "x", "trigger": trigger, "period": "P18M", "basis": "b"}
    return until(
        RowId.ARCHIVE,
        archive={
            "outcome": "passed",
            "files": {},
            "retention": retention,
            "closed_on": "2026-10-01",
        },
    )


def _event(exam: ExamState, event: str, on: str = "2027-07-15") -> ExamState:
    return decided(exam, DecisionKind.RETENTION, event=event, on=on)


def test_keeping_counts_from_the_diploma_and_not_from_the_archive() -> None:
    assert kept_until(_archived()) is None
    assert kept_until(_event(_archived(), "diploma")) == date(2029, 1, 15)


def test_keeping_counts_from_the_archive_where_that_is_the_trigger() -> None:
    assert kept_until(_archived("archive")) == date(2028, 4, 1)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (("diploma", "hold"), None),
        (("diploma", "hold", "hold_released"), date(2029, 1, 15)),
        (("diploma", "destroyed"), None),
    ],
)
def test_a_hold_stops_the_end_until_it_is_released(
    events: tuple[str, ...], expected: date | None
) -> None:
    found = _archived()
    for event in events:
        found = _event(found, event)
    assert kept_until(found) == expected


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        (date(2026, 1, 31), "P1M", date(2026, 2, 28)),
        (date(2028, 1, 31), "P1M", date(2028, 2, 29)),
        (date(2026, 12, 1), "P18M", date(2028, 6, 1)),
        (date(2026, 1, 1), "P1Y2W3D", date(2027, 1, 18)),
        (date(2026, 1, 1), "P", None),
        (date(2026, 1, 1), "a year", None),
    ],
)
def test_a_period_ends_on_a_day(
    start: date, period: str, expected: date | None
) -> None:
    assert later(start, period) == expected


def test_days_are_read_from_dates_and_from_moments() -> None:
    assert date_of("2026-09-10") == date_of("2026-09-10T17:00:00+02:00")
    assert (date_of("soon"), date_of(None)) == (None, None)
    assert week_of(date(2026, 11, 25)) == (date(2026, 11, 23), date(2026, 11, 29))
    assert overdue("2026-09-01T12:00:00Z", START + 12 * 3600 + 1) == 1


# What expires


def _with(path: str, record: dict[str, Data]) -> Registry:
    return registry_with(registry(), {path: record}, {})


def _found(known: Registry) -> set[tuple[Expiring, str, str]]:
    return {(each.what, each.whose, each.until) for each in expiring(known, TODAY)}


def test_nothing_expires_in_a_school_that_is_in_order() -> None:
    assert _found(registry()) == set()


def test_a_declaration_is_named_sixty_days_before_its_end() -> None:
    for until_day, named in (("2026-10-31", True), ("2026-11-01", False)):
        person = small.person(small.FIRST)
        period = {"from": "2025-01-01", "until": until_day}
        person["declarations"] = [{"id": "d1", "crebo": [small.CREBO], **period}]
        known = _with(f"people/00/{small.FIRST}.yml", person)
        expected = (Expiring.DECLARATION, small.FIRST, until_day)
        assert (expected in _found(known)) is named


def test_a_declaration_that_was_renewed_does_not_expire() -> None:
    person = small.person(small.FIRST)
    person["declarations"] = [
        {"id": "d1", "crebo": [small.CREBO], "from": "2025-01-01", "until": end}
        for end in ("2026-09-20", "2028-09-20")
    ]
    assert _found(_with(f"people/00/{small.FIRST}.yml", person)) == set()


def test_a_mandate_a_seat_and_a_term_are_named() -> None:
    committee = small.committee(small.MEMBER)
    committee["mandates"] = [
        {"id": "m1", "to": small.MEMBER, "for": ["establish"], "until": "2026-09-30"}
    ]
    committee["period"] = {"from": "2025-01-01", "until": "2026-10-01"}
    members = committee["members"]
    assert isinstance(members, list)
    committee["members"] = [
        {**member, "until": "2026-09-15"}
        for member in members
        if isinstance(member, dict)
    ]
    found = _found(_with(f"committees/{small.COMMITTEE}.yml", committee))
    assert {what for what, _, _ in found} == {
        Expiring.MANDATE,
        Expiring.SEAT,
        Expiring.COMMITTEE,
    }


def test_a_lapsed_recognition_is_named_without_a_day() -> None:
    lapsed: dict[str, Data] = {
        "id": "c-999",
        "recognition": {"status": "lapsed", "checked_at": "2026-01-01"},
    }
    expected = {(Expiring.RECOGNITION, "c-999", "")}
    assert _found(_with("companies/c-999.yml", lapsed)) == expected


def test_an_instrument_version_and_a_dispensation_are_named() -> None:
    leave: dict[str, Data] = {
        "number": 1,
        "lifts": "expertise",
        "company": small.COMPANY,
        "until": "2026-09-09",
    }
    known = _with("dispensations/1.yml", leave)
    established: dict[str, Data] = {
        "instrument": {"code": small.CODE, "version": 1, "digest": small.DIGEST},
        "valid_until": "2026-10-10",
    }
    path = f"instruments/{small.CODE}/1.establishment.yml"
    known = registry_with(known, {path: established}, {})
    assert _found(known) == {
        (Expiring.DISPENSATION, small.COMPANY, "2026-09-09"),
        (Expiring.INSTRUMENT, small.CODE, "2026-10-10"),
    }
