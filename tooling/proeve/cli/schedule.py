"""`proeve schedule`: appointments of one exam or of several at once."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import click

from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.output import Session
from proeve.deeds.clone import Clone, Plan
from proeve.deeds.scheduling import (
    AppointmentWish,
    Fields,
    rescheduled,
    scheduled,
)
from proeve.deeds.stating import Deed
from proeve.errors import UsageError
from proeve.process.vocabulary import Part, Role

_ZONE = ZoneInfo("Europe/Amsterdam")
_KINDS = click.Choice(["start", "visit", "closing_interview", "consensus", "other"])
_WRITTEN = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M")


@click.command(name="schedule")
@click.argument("exams", nargs=-1, required=True)
@click.option("--kind", type=_KINDS, default=None)
@click.option("--start", default="", help="2027-03-01T09:30 or 1-3-2027 9:30.")
@click.option("--minutes", type=click.IntRange(5, 960), default=60, show_default=True)
@click.option("--place", type=click.Choice(["company", "school"]), default="company")
@click.option("--company", default="", help="At which company, c-...")
@click.option(
    "--attendee",
    "attendees",
    multiple=True,
    type=click.Choice([part.value for part in Part]),
)
@click.option("--move", default="", help="Move this appointment to --start.")
@click.option("--held", default="", help="This appointment was held.")
@click.option("--no-show", "no_show", default="", help="Somebody did not turn up.")
@deed_options
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    exams: tuple[str, ...],
    kind: str | None,
    start: str,
    minutes: int,
    place: str,
    company: str,
    attendees: tuple[str, ...],
    move: str,
    held: str,
    no_show: str,
    how: Signing,
) -> int:
    """Make an appointment in EXAMS, move one, or say what became of it."""
    changed = _changed(move, held, no_show, start)
    if changed:
        plans = [partial(_changing, scope, changed, how.worn) for scope in exams]
        return carry_out(session, how, *_plans(plans))
    if not (kind and start and attendees):
        raise UsageError(
            "Zeg met --kind, --start en --attendee wat, wanneer en met wie.",
            "Say with --kind, --start and --attendee what, when and with whom.",
        )
    wish = AppointmentWish(
        kind=kind,
        start=moment_of(start),
        minutes=minutes,
        place=place,
        attendees=attendees,
        company=company,
    )
    made = [partial(_making, scope, wish, how.worn) for scope in exams]
    return carry_out(session, how, *_plans(made))


def _plans(plans: list[partial[Deed]]) -> tuple[Plan, ...]:
    return tuple(plans)


def _making(
    scope: str, wish: AppointmentWish, role: Role | None, clone: Clone, person: str
) -> Deed:
    return scheduled(clone, scope, wish, person, role)


def _changing(
    scope: str, changed: Fields, role: Role | None, clone: Clone, person: str
) -> Deed:
    return rescheduled(clone, scope, changed, person, role)


def _changed(move: str, held: str, no_show: str, start: str) -> Fields:
    """Return what changes in an appointment that is there, or nothing."""
    asked = {"moved": move, "held": held, "no_show": no_show}
    named = {outcome: name for outcome, name in asked.items() if name}
    if len(named) > 1 or (move and not start) or (start and named and not move):
        raise UsageError(
            "Kies een van --move (met --start), --held en --no-show.",
            "Choose one of --move (with --start), --held and --no-show.",
        )
    if not named:
        return {}
    ((outcome, name),) = named.items()
    when: Fields = {"start": moment_of(start)} if move else {}
    return {"id": name, **when, "outcome": outcome}


def moment_of(text: str) -> str:
    """Return a moment on the Dutch clock as ISO 8601 with its offset."""
    for style in _WRITTEN:
        try:
            found = datetime.strptime(text, style).replace(tzinfo=_ZONE)
        except ValueError:
            continue
        return found.isoformat(timespec="minutes")
    try:
        given = datetime.fromisoformat(text)
    except ValueError:
        given = None
    if given is None or given.tzinfo is None:
        raise UsageError(
            f"{text} is geen dag met een tijd, zoals 2027-03-01T09:30.",
            f"{text} is no day with a time, such as 2027-03-01T09:30.",
        )
    return given.isoformat(timespec="minutes")
