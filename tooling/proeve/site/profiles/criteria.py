"""The criteria of an instrument: for a student only when the instrument says so."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from proeve.model.exam import ExamState
from proeve.model.records import Record, number_at, text_at
from proeve.model.registry import Instrument
from proeve.model.verdict import ExamVerdict, StepState
from proeve.process.vocabulary import StepId
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.judgements import withheld
from proeve.site.profiles.table import Datum, Extent, extent

Instruments = Mapping[tuple[str, int], Instrument]
_NEVER, _FROM_START = "never", "from_start"
_HEAD = ("schema", "code", "version", "title", "crebo", "level", "visible_to_student")


def instruments_for(
    instruments: Instruments, exams: Iterable[ExamVerdict], profile: Profile
) -> Instruments:
    """Return the instruments as these readers may see them."""
    shown = extent(Datum.CRITERIA, profile.audience)
    if shown is Extent.ALL:
        return instruments
    if shown is Extent.NONE:
        return {}
    closed = _closed(instruments, exams, profile)
    return {
        pinned: _bare(one) if pinned in closed else one
        for pinned, one in instruments.items()
    }


def _closed(
    instruments: Instruments, exams: Iterable[ExamVerdict], profile: Profile
) -> frozenset[tuple[str, int]]:
    """Return the instruments whose criteria stay hidden.

    One that is hidden in one of the readers' exams is hidden in all of them: what is
    read on one page is known on the other. One that none of them uses is hidden too.
    """
    used: dict[tuple[str, int], bool] = {}
    for exam in exams:
        pinned = pinned_by(exam.state)
        if pinned in instruments:
            told = _told(instruments[pinned], exam, profile)
            used[pinned] = used.get(pinned, True) and told
    return frozenset(pinned for pinned in instruments if not used.get(pinned))


def _told(instrument: Instrument, exam: ExamVerdict, profile: Profile) -> bool:
    if extent(Datum.CRITERIA, profile.audience) is Extent.ESTABLISHED:
        return not withheld(exam, profile)
    when = text_at(instrument.record, "visible_to_student")
    if when == _FROM_START:
        return True
    return when != _NEVER and _is_agreed(exam)


def _is_agreed(exam: ExamVerdict) -> bool:
    """Tell whether the committee established the assignment."""
    return any(
        step.step is StepId.ESTABLISH and step.state is StepState.DONE
        for step in exam.steps
    )


def pinned_by(state: ExamState) -> tuple[str, int]:
    """Return the instrument version that an exam names."""
    exam = state.document("exam")
    return text_at(exam, "instrument", "code"), number_at(exam, "instrument", "version")


def _bare(instrument: Instrument) -> Instrument:
    """Return what an instrument is called, and nothing that it asks."""
    record: Record = {
        key: instrument.record[key] for key in _HEAD if key in instrument.record
    }
    return replace(instrument, record=record, rules=None)
