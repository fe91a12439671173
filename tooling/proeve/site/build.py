"""Builds the site of one verdict, from one config file and only as far as it changed.

A further language is the same configuration, changed in memory, in a folder of its own.
MkDocs is started only where no frame of the same theme, handbook and names is kept.
"""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from proeve.errors import UsageError
from proeve.model.encoding import UnfitError, decoded, encoded
from proeve.model.verdict import LedgerVerdict
from proeve.site.books import Library
from proeve.site.clock import Clock, unmeasured
from proeve.site.edition import Edition, edition_of
from proeve.site.frame import UP, Frame
from proeve.site.inputs import frame_key
from proeve.site.output import Output, scan
from proeve.site.profiles.audience import INTERNAL, Profile
from proeve.site.profiles.filtering import Shown, shown_to
from proeve.site.record import Record, open_record
from proeve.site.whole import Part, write_whole
from proeve.words.say import Language

_OURS = "assets/proeve.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteReport:
    """What was built: its pages, what was written and removed, and the seconds."""

    pages: int
    written: int
    removed: int
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """For whom a site is: language, a second one beside it, profile, names, address.

    `library` has what they can look up.
    """

    language: Language = "nl"
    also: Language | None = None
    profile: Profile = INTERNAL
    directory: Mapping[str, str] | None = None
    address: str = ""
    library: Library = field(default_factory=Library)


def build(  # noqa: PLR0913 - what readers get, by name
    verdict: LedgerVerdict,
    out: Path,
    *,
    site_templates: Path,
    readers: Readers,
    record: Path | None = None,
    workers: int = 1,
    clock: Clock = unmeasured,
) -> SiteReport:
    """Build the site into a folder, and in another language into a folder below it.

    With a record, which lies outside the folder, only what changed is written. Without
    a clock no seconds are measured.
    """
    start = clock()
    _refuse_foreign(out)
    _refuse_inside(out, record)
    shown = shown_to(verdict, readers.profile, readers.directory)
    with open_record(record) as known:
        output = Output(out, known)
        parts = [
            _part(place, output, known)
            for place in _places(shown, site_templates, readers)
        ]
        framed = clock()
        counted, _ = write_whole(output, parts, known, workers=workers)
    return SiteReport(
        pages=counted.pages,
        written=counted.written,
        removed=counted.removed,
        seconds={"theme": framed - start, "pages": clock() - framed},
    )


def _refuse_foreign(out: Path) -> None:
    """Raise for a folder with something else in it, which would be removed."""
    if (out / _OURS).is_file() or next(iter(scan(out)), None) is None:
        return
    raise UsageError(
        f"In {out} staat iets anders dan een site van Proeve; kies een lege map.",
        f"{out} holds something else than a site of Proeve; choose an empty folder.",
    )


def _refuse_inside(out: Path, record: Path | None) -> None:
    """Raise for a record that would be published: it knows more than the pages."""
    if record is not None and record.resolve().is_relative_to(out.resolve()):
        raise UsageError(
            f"De bouwgegevens liggen in de site zelf: {record}; kies een andere map.",
            f"The build record lies inside the site: {record}; choose another folder.",
        )


def _places(shown: Shown, templates: Path, readers: Readers) -> Iterator["Place"]:
    languages: list[tuple[Language, str]] = [(readers.language, "")]
    if readers.also:
        languages.append((readers.also, f"{readers.also}/"))
    for language, above in languages:
        edition = edition_of(
            shown, language, templates=templates, library=readers.library
        )
        yield Place(edition=edition, above=above, templates=templates, readers=readers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One edition on its way: where it goes, and what it is beside."""

    edition: Edition
    above: str
    templates: Path
    readers: Readers

    @property
    def other(self) -> str | None:
        """How its pages lead to the edition beside it."""
        if self.above:
            return UP
        return f"{self.readers.also}/" if self.readers.also else None

    @property
    def address(self) -> str:
        """Where it will stand, or nothing."""
        top = self.readers.address
        return f"{top.rstrip('/')}/{self.above}" if top else ""

    @property
    def key(self) -> str:
        """What its frame is made of."""
        return frame_key(self.edition, self.templates, self.other, self.address)


def _part(place: Place, output: Output, known: Record) -> Part:
    """Return an edition with its frame: the one that is kept, or a new one."""
    above, key = place.above, place.key
    frame = _kept(known, above)
    if frame is None or frame.key != key or not _whole(output, above, frame):
        with tempfile.TemporaryDirectory() as scratch:
            frame = made_frame(place, Path(scratch), key)
            for path in frame.files:
                content = (Path(scratch) / path).read_bytes()
                output.put(f"{above}{path}", key, content)
        known.note_frame(above, encoded(Frame, frame))
    return Part(edition=place.edition, frame=frame, above=above, address=place.address)


def _kept(known: Record, above: str) -> Frame | None:
    found = known.frame(above)
    try:
        return decoded(Frame, found) if found is not None else None
    except UnfitError:
        return None


def _whole(output: Output, above: str, frame: Frame) -> bool:
    return all(output.fresh(f"{above}{path}", frame.key) for path in frame.files)


def made_frame(place: Place, folder: Path, key: str) -> Frame:
    """Have MkDocs make the frame of an edition in a folder, and return it."""
    # It takes longer to load than one changed page takes to build.
    from proeve.site.rendering import render_frame  # noqa: PLC0415

    return render_frame(
        place.edition,
        place.templates,
        folder,
        other=place.other,
        address=place.address,
        key=key,
    )
