"""The MkDocs plug-in: hands our pages to MkDocs and stamps the many from the few.

MkDocs renders the ordinary pages, one shell for groups and one for exams; the pages of
groups and exams never pass through Markdown, theme, navigation or search index.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from proeve.errors import ProeveError
from proeve.gather.history import (
    judge_repository,
)
from proeve.model.verdict import LedgerVerdict
from proeve.site import theme
from proeve.site.directory import read_directory
from proeve.site.edition import Edition, edition_of
from proeve.site.extras import write_extras
from proeve.site.pages import (
    EXAM_WORD,
    Page,
    PageKind,
    exam_headings,
    exam_pages,
    group_pages,
    ordinary_pages,
)
from proeve.site.shipped import shipped_templates
from proeve.site.stamping import Shell, Slot, Slots, write_page
from proeve.words.say import Language

Clock = Callable[[], float]
"""What seconds are measured with."""


def unmeasured() -> float:
    """Stand in for a clock where nobody asks for seconds."""
    return 0.0


_SHELLS: Mapping[PageKind, str] = {
    PageKind.GROUP: "groepen/",
    PageKind.EXAM: "examens/groep/",
}
_WITH_SECTION = ("rapportages/", "spelregels/", "hulp/")
_WITH_PARTS = ("spelregels/meldingen", "hulp/", "verantwoording")
_HEADING_LEVEL = 2
# The theme leaves half of its shell empty; it holds nothing where blanks count.
_BLANKS = re.compile(r"\n\s+")


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs types no classes
    """What `mkdocs.yml` can say about the site of a school."""

    repository = c.Type(str, default=".")
    revision = c.Type(str, default="main")
    trust_root = c.Optional(c.Type(str))
    now = c.Optional(c.Type(int))
    directory = c.Optional(c.Type(str))
    language = c.Optional(c.Choice(("nl", "en")))
    profile = c.Choice(("internal",), default="internal")


class ProeveSite(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Builds the site of one repository in one language."""

    def __init__(self) -> None:
        """Start with nothing judged; without a supply the repository is judged."""
        self.other: str | None = None
        self.pages = 0
        self.seconds = 0.0
        self._verdict: LedgerVerdict | None = None
        self._directory: Mapping[str, str] | None = None
        self._templates = shipped_templates()
        self._clock = unmeasured
        self._shells: dict[PageKind, str] = {}
        self._bodies: dict[str, Page] = {}

    def supply(
        self,
        verdict: LedgerVerdict,
        directory: Mapping[str, str],
        templates: Path,
        clock: Clock,
    ) -> None:
        """Give what the plug-in would otherwise find out from `mkdocs.yml`."""
        self._verdict = verdict
        self._directory = directory
        self._templates = templates
        self._clock = clock

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Judge the repository and dress the theme for it."""
        self._edition = self._edited(config)
        verdict = self._edition.verdict
        self._slots = Slots(f"{config.site_name}\n{verdict.head}\n{verdict.trust_root}")
        theme.dress(config, self._edition, self._templates, self.other)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, the shells and the assets to what the handbook holds."""
        theme.leave_out(files)
        handbook = tuple(sorted(file.src_uri for file in files.documentation_pages()))
        config.nav = theme.navigation(handbook, self._edition.language)
        for file in (
            *self._ordinary(config),
            *self._empty_shells(config),
            *theme.assets(config, self._templates),
        ):
            files.append(file)
        return files

    def on_page_content(
        self, html: str, *, page: ThemePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put in our HTML, which has not been near Markdown."""
        del config, files
        kind = self._kind_of(page)
        if kind is not None:
            page.toc = _contents(self._headings(kind))
            return self._shell_body(kind)
        ours = self._bodies.get(page.file.src_uri)
        if ours is None:
            return html
        page.toc = _contents(dict(ours.headings))
        return ours.body

    def on_post_page(
        self, output: str, *, page: ThemePage, config: MkDocsConfig
    ) -> str:
        """Keep the shells for later instead of writing them."""
        del config
        kind = self._kind_of(page)
        if kind is None:
            return output
        self._shells[kind] = output
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Stamp the page of every group and exam."""
        start = self._clock()
        folder = Path(config.site_dir)
        for kind, pages in (
            (PageKind.GROUP, group_pages),
            (PageKind.EXAM, exam_pages),
        ):
            shell = self._cut(kind)
            for page in pages(self._edition):
                write_page(folder, page.path, shell.stamp(page))
                self.pages += 1
        write_extras(folder, self._edition)
        self.seconds = self._clock() - start

    def _cut(self, kind: PageKind) -> Shell:
        address = self._slots.mark(Slot.ADDRESS)
        # The address of a shell lies in an invented folder as deep as the real ones.
        html = self._shells[kind].replace(f"{_SHELLS[kind]}{address}", address)
        return Shell.cut(_BLANKS.sub("\n", html), self._slots)

    def _edited(self, config: MkDocsConfig) -> Edition:
        language = self._language(config)
        try:
            verdict = self._verdict or self._judge(config)
            names = self._names(config)
        except ProeveError as error:
            # MkDocs then says the sentence and stops, without a traceback.
            said = error.nl if language == "nl" else error.en
            raise PluginError(said) from error
        return edition_of(verdict, language, names, self._templates)

    def _judge(self, config: MkDocsConfig) -> LedgerVerdict:
        options = self.config
        path = _beside(config, options.repository)
        return judge_repository(
            path,
            rev=options.revision,
            trust_root=options.trust_root,
            now=options.now,
        )

    def _names(self, config: MkDocsConfig) -> Mapping[str, str] | None:
        if self._directory is not None or self.config.directory is None:
            return self._directory
        return read_directory(_beside(config, self.config.directory))

    def _language(self, config: MkDocsConfig) -> Language:
        chosen = self.config.language or config.theme["language"]
        return "en" if chosen == "en" else "nl"

    def _ordinary(self, config: MkDocsConfig) -> Iterator[File]:
        for page in ordinary_pages(self._edition):
            path = f"{page.path}.md"
            self._bodies[path] = page
            self.pages += 1
            yield File.generated(
                config, path, content=_front(page.title, _hidden(page.path))
            )

    def _empty_shells(self, config: MkDocsConfig) -> Iterator[File]:
        title = self._slots.mark(Slot.TITLE)
        for kind in _SHELLS:
            yield File.generated(
                config,
                self._shell_path(kind),
                content=_front(title, _hidden(kind), searched=False),
                inclusion=InclusionLevel.NOT_IN_NAV,
            )

    def _shell_path(self, kind: PageKind) -> str:
        return f"{_SHELLS[kind]}{self._slots.mark(Slot.ADDRESS)}.md"

    def _kind_of(self, page: ThemePage) -> PageKind | None:
        paths = {self._shell_path(kind): kind for kind in _SHELLS}
        return paths.get(page.file.src_uri)

    def _shell_body(self, kind: PageKind) -> str:
        above, title, body = map(self._slots.mark, (Slot.ABOVE, Slot.TITLE, Slot.BODY))
        return f"{above}<h1>{self._kind_word(kind)}{title}</h1>{body}"

    def _kind_word(self, kind: PageKind) -> str:
        if kind is PageKind.GROUP:
            return ""
        word = EXAM_WORD.in_language(self._edition.language)
        return f'<span class="pv-kind">{word}</span> '

    def _headings(self, kind: PageKind) -> Mapping[str, str]:
        exam = kind is PageKind.EXAM
        return exam_headings(self._edition.language) if exam else {}


def _beside(config: MkDocsConfig, path: str) -> Path:
    """Return a path that is written relative to `mkdocs.yml`."""
    return Path(config.config_file_path or ".").resolve().parent / path


def _hidden(path: str) -> str:
    """Return which side bars a page does without."""
    section = not path.startswith(_WITH_SECTION)
    parts = not path.startswith(_WITH_PARTS)
    return ", ".join(["navigation"] * section + ["toc"] * parts)


def _front(title: str, hidden: str, *, searched: bool = True) -> str:
    search = "" if searched else "search: {exclude: true}\n"
    return f"---\ntitle: {title}\nhide: [{hidden}]\n{search}---\n"


def _contents(headings: Mapping[str, str]) -> TableOfContents:
    return TableOfContents(
        [AnchorLink(text, name, _HEADING_LEVEL) for name, text in headings.items()]
    )
