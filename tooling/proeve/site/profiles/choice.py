"""Which exams an audience sees: all, its own, or none."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from proeve.errors import UsageError
from proeve.model.records import records_at, text_at
from proeve.model.shelf import Apart
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.site.profiles.audience import Own, Profile
from proeve.site.profiles.table import Datum, Extent, extent

Exams = Mapping[str, Sequence[ExamVerdict]]
_DUTCH: Mapping[Own, str] = {
    Own.GROUP: "groep",
    Own.COMPANY: "leerbedrijf",
    Own.STUDENT: "student",
}


def chosen(verdict: LedgerVerdict, profile: Profile) -> Exams:
    """Return the exams that these readers may see, group by group."""
    if extent(Datum.EXAMS, profile.audience) is Extent.NONE:
        return {}
    groups: Exams = verdict.groups
    if profile.exam:
        group, _, name = profile.exam.partition("/")
        found = _named(groups.get(group, ()), name)
        groups = {group: found} if len(found) else {}
    if profile.own is Own.GROUP:
        own: Exams = {group: groups[group] for group in groups if group == profile.of}
    elif profile.own is not None:
        own = _only(groups, partial(_is_own, profile))
    else:
        return groups
    if not own:
        _refuse_unknown(verdict, profile)
    return own


def _is_own(profile: Profile, exam: ExamVerdict) -> bool:
    record = exam.state.document("exam")
    if profile.own is Own.COMPANY:
        named = records_at(record, "companies")
        return any(text_at(one, "company") == profile.of for one in named)
    return text_at(record, "student") == profile.of


def _only(groups: Exams, mine: Callable[[ExamVerdict], bool]) -> Exams:
    """Return the exams of which this is so; each is read."""
    found = {group: _those(exams, mine) for group, exams in groups.items()}
    return {group: exams for group, exams in found.items() if len(exams)}


def _those(
    exams: Sequence[ExamVerdict], mine: Callable[[ExamVerdict], bool]
) -> Sequence[ExamVerdict]:
    if isinstance(exams, Apart):
        names = [name for name in exams.names if mine(exams.one(name))]
        return Apart(names, exams.one, exams.digest)
    return tuple(exam for exam in exams if mine(exam))


def _named(exams: Sequence[ExamVerdict], name: str) -> Sequence[ExamVerdict]:
    if isinstance(exams, Apart):
        names = [one for one in exams.names if one == name]
        return Apart(names, exams.one, exams.digest)
    return tuple(exam for exam in exams if exam.state.id == name)


def _refuse_unknown(verdict: LedgerVerdict, profile: Profile) -> None:
    """Raise for a group, company or student that this school does not have."""
    own = profile.own
    if profile.exam or own is None or profile.of in _known(verdict, own):
        return
    raise UsageError(
        f"Deze school kent geen {_DUTCH[own]} {profile.of}.",
        f"This school knows no {own} {profile.of}.",
    )


def _known(verdict: LedgerVerdict, own: Own) -> set[str]:
    if own is Own.GROUP:
        return {*verdict.groups, *verdict.group_records}
    if own is Own.COMPANY:
        return set(verdict.registry.companies)
    listed = (record.get("students") for record in verdict.group_records.values())
    return {str(one) for some in listed if isinstance(some, list) for one in some}
