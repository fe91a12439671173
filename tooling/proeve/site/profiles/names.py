"""Names from the directory file: of all, of the readers' own exams, or of none."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from proeve.model.encoding import encoded
from proeve.model.verdict import ExamVerdict
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.table import Datum, Extent, extent

Names = Mapping[str, str]


def names_for(
    names: Names,
    exams: Iterable[ExamVerdict],
    profile: Profile,
    listed: Collection[str] = (),
) -> Names:
    """Return the names that these readers may see; `listed` are theirs in any case."""
    shown = extent(Datum.NAMES, profile.audience)
    if shown is Extent.NONE or not names:
        return {}
    if shown is Extent.ALL and not profile.exam:
        return names
    met = ids_in(exams, names)
    return {one: name for one, name in names.items() if one in met or one in listed}


def ids_in(exams: Iterable[ExamVerdict], known: Iterable[str]) -> frozenset[str]:
    """Return the people and companies, of those known, that occur in exams."""
    wanted = frozenset(known)
    return frozenset(
        text
        for exam in exams
        for text in _texts(encoded(ExamVerdict, exam))
        if text in wanted
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
