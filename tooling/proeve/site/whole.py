"""Writes all pages of a site, and only what changed since the last time.

What a page is made of is digested into its key; where key and file are as they were,
the page is not made again. So the folder is what a build into an empty one would give.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from proeve.model.shelf import Apart
from proeve.model.verdict import LedgerVerdict
from proeve.sight.ics import joined
from proeve.site.aside import aside
from proeve.site.calendars import SUFFIX
from proeve.site.derivation import Derived, Keeping
from proeve.site.derived import DERIVATIONS
from proeve.site.edition import Edition
from proeve.site.extras import Extra, counted_files, listed_files
from proeve.site.frame import Frame
from proeve.site.inputs import digest_of, edition_key, registry_digest
from proeve.site.output import Output, Written, calendar_of, write_file
from proeve.site.pages import (
    Leaf,
    Page,
    PageKind,
    counted_pages,
    group_titles,
    is_shown,
    leaves,
    listed_pages,
)
from proeve.site.record import Line, Record
from proeve.site.search import search_files
from proeve.site.sitemap import NAME, sitemap
from proeve.site.spread import spread
from proeve.site.sweep import Ground, Job, Target, page_file, sweep


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One edition and its frame; it goes to `above` and will stand at `address`."""

    edition: Edition
    frame: Frame
    above: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many pages the site has, and how many files were written and removed."""

    pages: int
    written: int
    removed: int


def write_whole(
    output: Output,
    parts: Sequence[Part],
    record: Record,
    *,
    workers: int = 1,
    before: Derived | None = None,
) -> tuple[Counted, Derived]:
    """Write the site of a verdict in every edition, and return what was worked out.

    `before` is what was worked out the last time, where this process still has it.
    """
    verdict = parts[0].edition.verdict
    registry = registry_digest(verdict.registry)
    whole = _Whole(output, record, verdict, registry, tuple(parts))
    derived = whole.exams(workers, before)
    editions = [part.edition.on(derived) for part in parts]
    # Two halves of about the same work: the lists of the day, and all that is counted.
    listed = aside(tuple[Half, ...], partial(_listed, editions), apart=workers > 1)
    counted = [_half(one, counted_pages(one), counted_files(one)) for one in editions]
    many = [
        whole.leaves(part, edition)
        for part, edition in zip(parts, editions, strict=True)
    ]
    made = zip(counted, listed(), strict=True)
    # The other half has ended: from here on there is room for more processes.
    for part, leaved in zip(parts, many, strict=True):
        whole.write(part, leaved.stale, workers)
    pages = sum(
        whole.part(part, edition, halves, leaved.paths)
        for part, edition, leaved, halves in zip(
            parts, editions, many, made, strict=True
        )
    )
    output.finish()
    record.save()
    found = Counted(pages=pages, written=output.changed, removed=output.removed)
    return found, derived


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """Ordinary pages of an edition and the files beside them, for its readers."""

    pages: tuple[Page, ...]
    files: tuple[Extra, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaved:
    """The pages of groups, students and others: all paths, and those to be made.

    A leaf to be made comes with its file and its key.
    """

    paths: tuple[str, ...]
    stale: tuple[tuple[Leaf, str, str], ...]


def _half(edition: Edition, pages: Iterable[Page], files: Iterable[Extra]) -> Half:
    return Half(
        pages=tuple(page for page in pages if is_shown(edition, page)),
        files=tuple(file for file in files if edition.profile.has(file.page)),
    )


def _listed(editions: Sequence[Edition]) -> tuple[Half, ...]:
    return tuple(_half(one, listed_pages(one), listed_files(one)) for one in editions)


class _Whole:
    """One build on its way."""

    def __init__(
        self,
        output: Output,
        record: Record,
        verdict: LedgerVerdict,
        registry: str,
        parts: tuple[Part, ...],
    ) -> None:
        self.output = output
        self._record = record
        self._verdict = verdict
        self._registry = registry
        self._parts = parts
        # Once: the digest of an exam that was just judged takes as long as its page.
        self._named = tuple(_exams(verdict))
        self._cut = {id(part): part.frame.cut() for part in parts}
        self._keys = {
            id(part): edition_key(part.edition, part.frame.key, registry)
            for part in parts
        }

    def exams(self, workers: int, before: Derived | None) -> Derived:
        """Write the pages of the exams that changed; return what is kept of all."""
        lines = self._record.exams()
        jobs = list(self._jobs(lines))
        editions = tuple(
            (part.above, part.edition, self._cut[id(part)]) for part in self._parts
        )
        ground = Ground.of(self.output.folder, self._verdict, editions)
        for batch in sweep(ground, jobs, workers):
            self._record.note_exams((one.scope, one.line) for one in batch)
            for one in batch:
                lines[one.scope] = one.line
                self.output.note(one.written)
            # From here on a build that is killed need not make these again.
            self._record.save()
        scopes = [f"groups/{group}/{exam}" for group, exam, _ in self._named]
        self._record.forget_exams(set(lines) - set(scopes))
        texts = {scope: lines[scope].derived for scope in scopes}
        numbers = {each.name: number for number, each in enumerate(DERIVATIONS)}
        made_of = {
            scope: f"{line.inputs} {line.since} {line.until}"
            for scope, line in lines.items()
            if line.inputs
        }
        return Derived(self._verdict, Keeping(texts, numbers, made_of), before)

    def _jobs(self, lines: Mapping[str, Line]) -> Iterator[Job]:
        titles = group_titles(self._verdict)
        program = digest_of((self._registry, *sorted(self._keys.values())))
        now = self._verdict.now
        for group, exam, digest in self._named:
            inputs = f"{program} {digest}" if digest else ""
            line = lines.get(f"groups/{group}/{exam}")
            same = (
                line is not None
                and line.inputs == inputs != ""
                and line.since <= now < line.until
            )
            stale = [
                target
                for target in self._targets(group, exam, digest, titles[group])
                if not (same and self.output.fresh_page(*target))
            ]
            if stale or not same:
                yield Job(group, exam, inputs, self._made(stale))

    def _targets(
        self, group: str, exam: str, digest: str, title: str
    ) -> Iterator[tuple[str, str]]:
        for part in self._parts:
            key = f"{self._keys[id(part)]} {digest} {title}"
            yield page_file(part.above, group, exam), key

    def _made(self, stale: Sequence[tuple[str, str]]) -> tuple[Target, ...]:
        numbers = {}
        for number, part in enumerate(self._parts):
            numbers[part.above] = number
        return tuple(
            Target(
                numbers[_above(path)],
                key,
                self.output.there(path),
                self.output.there(calendar_of(path)),
            )
            for path, key in stale
        )

    def part(
        self, part: Part, edition: Edition, halves: Sequence[Half], many: Sequence[str]
    ) -> int:
        """Write what an edition shares or has once; return how many pages it has.

        `many` are the pages of groups, students and others, which are there already.
        """
        ordinary = tuple(page for half in halves for page in half.pages)
        own = [
            *self._ordinary(part, ordinary),
            *many,
            *(page_file("", group, exam) for group, exam, _ in self._named),
        ]
        if edition.profile.has_kind(PageKind.GROUP):
            self._calendars(part)
        key = part.frame.key
        handbook = [path for path in part.frame.files if path.endswith(".html")]
        for path in part.frame.files:
            self.output.adopt(f"{part.above}{path}", key)
        shown = [path for path in handbook if path != "404.html"]
        self._put(part, NAME, sitemap([*own, *shown], part.address))
        for extra in (file for half in halves for file in half.files):
            self._put(part, extra.path, extra.content)
        for path, content in search_files(edition, part.frame, ordinary):
            self._put(part, path, content)
        return len(own) + len(handbook)

    def _ordinary(self, part: Part, pages: Sequence[Page]) -> Iterator[str]:
        for page in pages:
            self._put(part, f"{page.path}.html", self._cut[id(part)].stamp(page))
            yield f"{page.path}.html"

    def leaves(self, part: Part, edition: Edition) -> "Leaved":
        """Return the pages that are many, but for exams, and which must be made."""
        found = [leaf for leaf in leaves(edition) if is_shown(edition, leaf)]
        return Leaved(
            paths=tuple(f"{leaf.path}.html" for leaf in found),
            stale=tuple(self._stale(part, found)),
        )

    def write(
        self, part: Part, stale: Sequence[tuple[Leaf, str, str]], workers: int
    ) -> None:
        """Make leaves and write them, each to its file and under its key."""

        def write(number: int) -> Written:
            leaf, path, key = stale[number]
            content = self._cut[id(part)].stamp(leaf.make())
            there = self.output.there(path)
            return write_file(self.output.folder, path, key, content, there)

        # A leaf stays here and its number travels.
        for batch in spread(write, range(len(stale)), workers):
            self.output.note(batch)

    def _stale(
        self, part: Part, found: Iterable[Leaf]
    ) -> Iterator[tuple[Leaf, str, str]]:
        for leaf in found:
            path = f"{part.above}{leaf.path}.html"
            key = f"{self._keys[id(part)]} {leaf.inputs}"
            if not self.output.fresh(path, key):
                yield leaf, path, key

    def _calendars(self, part: Part) -> None:
        """Put the calendars of the exams of each group into one beside its page."""
        groups: dict[str, list[str]] = {}
        for group, exam, _ in self._named:
            path = calendar_of(page_file(part.above, group, exam))
            if self.output.kept(path) is not None:
                groups.setdefault(group, []).append(path)
        for group, paths in groups.items():
            known = (self.output.kept(path) for path in paths)
            key = digest_of((group, *(one.digest for one in known if one)))
            own = f"{part.above}groepen/{group}{SUFFIX}"
            if not self.output.fresh(own, key):
                files = [(self.output.folder / path).read_bytes() for path in paths]
                self.output.put(own, key, joined(group, files))

    def _put(self, part: Part, path: str, content: bytes) -> None:
        self.output.put(f"{part.above}{path}", "", content)


def _above(path: str) -> str:
    return path[: path.index("examens/")]


def _exams(verdict: LedgerVerdict) -> Iterator[tuple[str, str, str]]:
    """Yield the group and the name of each exam, and a digest where one is known."""
    for group, exams in verdict.groups.items():
        if isinstance(exams, Apart):
            for name in exams.names:
                yield group, name, exams.digest(name)
        else:
            for exam in exams:
                yield group, exam.state.id, ""
