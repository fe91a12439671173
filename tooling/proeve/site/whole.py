"""Writes all pages of a site, and only what changed since the last time.

What a page is made of is digested into its key; where key and file are as they were,
the page is not made again. So the folder is what a build into an empty one would give.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from proeve.model.shelf import Apart
from proeve.model.verdict import LedgerVerdict
from proeve.site.derivation import Derived, Keeping
from proeve.site.derived import DERIVATIONS
from proeve.site.edition import Edition
from proeve.site.extras import extra_files
from proeve.site.frame import Frame
from proeve.site.inputs import digest_of, edition_key, registry_digest
from proeve.site.output import Output
from proeve.site.pages import Page, group_titles, is_shown, leaves, ordinary_pages
from proeve.site.record import Line, Record
from proeve.site.search import search_files
from proeve.site.sitemap import NAME, sitemap
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
    pages = sum(whole.part(part, derived) for part in parts)
    output.finish()
    record.save()
    counted = Counted(pages=pages, written=output.changed, removed=output.removed)
    return counted, derived


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
        return Derived(self._verdict, Keeping(texts, numbers), before)

    def _jobs(self, lines: Mapping[str, Line]) -> Iterator[Job]:
        titles = group_titles(self._verdict)
        program = digest_of((self._registry, *sorted(self._keys.values())))
        now = self._verdict.now
        for group, exam, digest in self._named:
            inputs = digest_of((program, digest)) if digest else ""
            line = lines.get(f"groups/{group}/{exam}")
            same = (
                line is not None
                and line.inputs == inputs != ""
                and line.since <= now < line.until
            )
            stale = [
                target
                for target in self._targets(group, exam, digest, titles[group])
                if not (same and self.output.fresh(*target))
            ]
            if stale or not same:
                yield Job(group, exam, inputs, self._made(stale))

    def _targets(
        self, group: str, exam: str, digest: str, title: str
    ) -> Iterator[tuple[str, str]]:
        for part in self._parts:
            key = digest_of((self._keys[id(part)], digest, title))
            yield page_file(part.above, group, exam), key

    def _made(self, stale: Sequence[tuple[str, str]]) -> tuple[Target, ...]:
        numbers = {}
        for number, part in enumerate(self._parts):
            numbers[part.above] = number
        return tuple(
            Target(numbers[_above(path)], key, self.output.there(path))
            for path, key in stale
        )

    def part(self, part: Part, derived: Derived) -> int:
        """Write all of an edition but its exams; return how many pages it has."""
        edition = part.edition.on(derived)
        pages = ordinary_pages(edition)
        ordinary = tuple(page for page in pages if is_shown(edition, page))
        own = [
            *self._ordinary(part, ordinary),
            *self._leaves(part, edition),
            *(page_file("", group, exam) for group, exam, _ in self._named),
        ]
        key = part.frame.key
        handbook = [path for path in part.frame.files if path.endswith(".html")]
        for path in part.frame.files:
            self.output.adopt(f"{part.above}{path}", key)
        shown = [path for path in handbook if path != "404.html"]
        self._put(part, NAME, sitemap([*own, *shown], part.address))
        for extra in extra_files(edition):
            if edition.profile.has(extra.page):
                self._put(part, extra.path, extra.content)
        for path, content in search_files(edition, part.frame, ordinary):
            self._put(part, path, content)
        return len(own) + len(handbook)

    def _ordinary(self, part: Part, pages: Sequence[Page]) -> Iterator[str]:
        for page in pages:
            self._put(part, f"{page.path}.html", self._cut[id(part)].stamp(page))
            yield f"{page.path}.html"

    def _leaves(self, part: Part, edition: Edition) -> Iterator[str]:
        for leaf in leaves(edition):
            if not is_shown(edition, leaf):
                continue
            key = digest_of((self._keys[id(part)], leaf.inputs))
            path = f"{part.above}{leaf.path}.html"
            if not self.output.fresh(path, key):
                content = self._cut[id(part)].stamp(leaf.make())
                self.output.put(path, key, content)
            yield f"{leaf.path}.html"

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
