"""The MkDocs plug-in: has MkDocs make the frame, then stamps every page into it.

No page of ours passes through Markdown, theme, navigation or search index: MkDocs sees
their empty shells, and the handbook.
"""

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext

from proeve.errors import ProeveError, UsageError
from proeve.model.verdict import LedgerVerdict
from proeve.site import theme
from proeve.site.books import Library
from proeve.site.clock import Clock, unmeasured
from proeve.site.derivation import Derived
from proeve.site.directory import read_directory
from proeve.site.edition import Edition, edition_of
from proeve.site.frame import SHELLS, Frame
from proeve.site.handbook import without_links
from proeve.site.output import Output, scan
from proeve.site.pages import KIND_WORDS, TITLES
from proeve.site.profiles.audience import Own, Profile, profile_of
from proeve.site.profiles.filtering import shown_to
from proeve.site.profiles.pages import Audience
from proeve.site.record import open_record
from proeve.site.search import FILES, INDEX
from proeve.site.shipped import shipped_templates
from proeve.site.stamping import Slot, Slots
from proeve.site.whole import Part, write_whole
from proeve.words.labels_text import Label
from proeve.words.say import Language

_LOG = logging.getLogger("mkdocs.plugins.proeve")
_WITH_SECTION = ("vandaag/", "rapportages/", "spelregels/", "hulp/")
_WITH_PARTS = ("spelregels/meldingen", "hulp/index", "verantwoording")
_HEADING_LEVEL = 2
_BEGIN = "begin"
# The theme adds a heading to a page in which it sees none.
_HEADED = "<!--<h1>-->"
_AFTER_SEARCH_BEFORE_OFFLINE = -50


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs types no classes
    """What `mkdocs.yml` can say about the site of a school."""

    repository = c.Type(str, default=".")
    revision = c.Type(str, default="main")
    trust_root = c.Optional(c.Type(str))
    now = c.Optional(c.Type(int))
    directory = c.Optional(c.Type(str))
    language = c.Optional(c.Choice(("nl", "en")))
    profile = c.Choice(tuple(Audience), default=Audience.INTERNAL)
    group = c.Optional(c.Type(str))
    company = c.Optional(c.Type(str))
    student = c.Optional(c.Type(str))


class ProeveSite(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Builds the site of one repository in one language."""

    def __init__(self) -> None:
        """Start with nothing; without a supply the repository is judged."""
        self.other: str | None = None
        self.clock: Clock = unmeasured
        self._supplied: Edition | None = None
        self._templates = shipped_templates()
        self._key = ""
        self._shells: dict[str, str] = {}
        self._part: ThemePage | None = None
        self._kept = ExitStack()
        self._derived: Derived | None = None

    def supply(self, edition: Edition, templates: Path, key: str) -> None:
        """Ask for a frame only, under this key, for an edition that is there."""
        self._supplied = edition
        self._templates = templates
        self._key = key

    def release(self) -> None:
        """Be ready for another build: MkDocs keeps a plug-in as long as it runs."""
        self._supplied, self.other, self._key = None, None, ""
        self._templates = shipped_templates()

    def judge(self, repository: Path) -> LedgerVerdict:
        """Return the verdict on a repository; whoever runs MkDocs knows how."""
        raise UsageError(
            f"De plug-in proeve kreeg geen oordeel over {repository}.",
            f"The plug-in proeve was given no verdict on {repository}.",
        )

    def library(self) -> Library:
        """Return what readers can look up; whoever runs MkDocs knows it."""
        return Library()

    def watched(self, repository: Path) -> tuple[Path, ...]:
        """Return the folders in which a new commit shows itself."""
        del repository
        return ()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Stay the same plug-in when `mkdocs serve` builds again."""
        del command, dirty

    def on_shutdown(self) -> None:
        """Let go of what was kept between two builds."""
        self._kept.close()

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Judge the repository and dress the theme for it."""
        self._settings = config
        self._shells = {}
        self.look()
        self._slots = Slots(self._key or f"{config.site_name} {config.site_dir}")
        theme.dress(config, self._edition, self._templates, self.other)
        return config

    def look(self) -> None:
        """Judge the repository as it is now."""
        self._edition = self._supplied or self._edited(self._settings)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our empty shells and the assets to what the handbook holds."""
        theme.leave_out(files)
        paths = (file.src_uri for file in files.documentation_pages())
        handbook = tuple(sorted(paths, key=lambda path: path.removesuffix(".md")))
        config.nav = theme.navigation(
            handbook, self._edition.language, self._edition.profile
        )
        self._paths = dict(self._shell_paths())
        for file in (
            *self._ordinary(config),
            *self._shared(config),
            *theme.assets(config, self._templates),
        ):
            files.append(file)
        return files

    def on_page_markdown(
        self, markdown: str, *, page: ThemePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Lead readers of the handbook only to pages that this build has."""
        del config
        pages = {file.src_uri.removesuffix(".md") for file in files}

        def has(path: str) -> bool:
            return path in pages or self._edition.profile.has(path)

        return without_links(markdown, page.file.src_uri, has)

    def on_page_content(
        self, html: str, *, page: ThemePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put slots into our shells."""
        del config, files
        name = self._paths.get(page.file.src_uri)
        if name is None:
            return html
        page.toc = self._contents(name)
        return self._shell_body(name)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: ThemePage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Mark the part of the site to which the pages of a shared shell belong."""
        del config
        self._part = theme.part_of(nav, self._paths.get(page.file.src_uri, ""))
        if self._part:
            self._part.active = True
        return context

    def on_post_page(
        self, output: str, *, page: ThemePage, config: MkDocsConfig
    ) -> str:
        """Keep the shells instead of writing them."""
        del config
        if self._part:
            self._part.active = False
        name = self._paths.get(page.file.src_uri)
        if name is None:
            return output
        self._shells[name] = output.replace(_HEADED, "")
        return ""

    @event_priority(_AFTER_SEARCH_BEFORE_OFFLINE)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Stamp all pages, unless only the frame was asked for."""
        self.frame = self._framed(Path(config.site_dir), config)
        if self._supplied is None:
            # MkDocs emptied the folder, so nothing is known of what was in it.
            self._kept.close()
            self._record = self._kept.enter_context(open_record(None))
            self._handbook = _prints(config)
            self.stamp()

    def stamp(self) -> None:
        """Write every page that changed into the folder where the frame was made."""
        output = Output(Path(self._settings.site_dir), self._record)
        part = Part(
            edition=self._edition,
            frame=self.frame,
            address=self._settings.site_url or "",
        )
        _, self._derived = write_whole(
            output, (part,), self._record, before=self._derived
        )

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., None],
    ) -> LiveReloadServer:
        """Build again at each new commit, and without MkDocs where it can be."""
        del builder
        for folder in self.watched(beside(config, self.config.repository)):
            server.watch(str(folder))
        server.builder = partial(self._rebuild, server.builder)
        return server

    def _rebuild(self, builder: Callable[[], None]) -> None:
        start = self.clock()
        settings = self._settings
        if self._handbook != _prints(settings):
            builder()
            return
        before = self._edition
        verdict = self.judge(beside(settings, self.config.repository))
        shown = shown_to(verdict, before.profile, self._names(settings))
        same = shown.verdict.registry.name == before.verdict.registry.name
        if not same or shown.names != before.names:
            # The name stands in every shell, and names in every template.
            builder()
            return
        self._edition = before.seeing(shown)
        self.stamp()
        _LOG.info("Pages built in %.2f seconds", self.clock() - start)

    def _framed(self, folder: Path, config: MkDocsConfig) -> Frame:
        found = folder / INDEX
        index = json.loads(found.read_bytes()) if found.is_file() else {}
        offline = any(name.endswith("offline") for name in config.plugins)
        return Frame(
            key=self._slots.seed,
            shells=dict(sorted(self._shells.items())),
            settings=index.get("config", {}),
            entries=tuple(index.get("docs", ())),
            files=tuple(sorted({path for path, _ in scan(folder)} - set(FILES))),
            offline=offline,
        )

    def _edited(self, config: MkDocsConfig) -> Edition:
        language = self._language(config)
        try:
            verdict = self.judge(beside(config, self.config.repository))
            names = self._names(config)
            shown = shown_to(verdict, self._profile(), names)
        except ProeveError as error:
            # MkDocs then says the sentence and stops, without a traceback.
            said = error.nl if language == "nl" else error.en
            raise PluginError(said) from error
        return edition_of(
            shown,
            language,
            templates=self._templates,
            library=self.library(),
            calendars=True,
        )

    def _profile(self) -> Profile:
        asked = self.config
        own = {
            Own.GROUP: asked.group,
            Own.COMPANY: asked.company,
            Own.STUDENT: asked.student,
        }
        return profile_of(str(asked.profile), own)

    def _names(self, config: MkDocsConfig) -> Mapping[str, str] | None:
        if self.config.directory is None:
            return None
        return read_directory(beside(config, self.config.directory))

    def _language(self, config: MkDocsConfig) -> Language:
        chosen = self.config.language or config.theme["language"]
        return "en" if chosen == "en" else "nl"

    def _ordinary(self, config: MkDocsConfig) -> Iterator[File]:
        for path, title in self._titles():
            words = title.in_language(self._edition.language)
            content = _front(words, _hidden(path))
            yield File.generated(config, f"{path}.md", content=content)

    def _titles(self) -> Iterator[tuple[str, Label]]:
        for path, title in TITLES.items():
            if self._edition.profile.has(path):
                yield path, title

    def _shared(self, config: MkDocsConfig) -> Iterator[File]:
        title = self._slots.mark(Slot.TITLE)
        for name, folder in SHELLS.items():
            yield File.generated(
                config,
                self._shared_path(folder),
                content=_front(title, _hidden(name)),
                inclusion=InclusionLevel.NOT_IN_NAV,
            )

    def _shell_paths(self) -> Iterator[tuple[str, str]]:
        for path, _ in self._titles():
            yield f"{path}.md", path
        for name, folder in SHELLS.items():
            yield self._shared_path(folder), name

    def _shared_path(self, folder: str) -> str:
        return f"{folder}{self._slots.mark(Slot.ADDRESS)}.md"

    def _shell_body(self, name: str) -> str:
        above, title, body = map(self._slots.mark, (Slot.ABOVE, Slot.TITLE, Slot.BODY))
        if not name.startswith(_WITH_PARTS):
            above = f'<span id="{_BEGIN}"></span>{above}'
        if name not in SHELLS or name.startswith("plain-"):
            return f"{above}{body}{_HEADED}"
        return f"{above}<h1>{self._kind_word(name)}{title}</h1>{body}"

    def _kind_word(self, name: str) -> str:
        word = KIND_WORDS.get(name)
        if word is None:
            return ""
        said = word.in_language(self._edition.language)
        return f'<span class="pv-kind">{said}</span> '

    def _contents(self, name: str) -> TableOfContents:
        words, part = self._slots.mark(Slot.PART), self._slots.mark(Slot.ANCHOR)
        if not name.startswith(_WITH_PARTS):
            # It is hidden, but the link that skips the navigation leads to its first.
            words, part = _BEGIN, _BEGIN
        return TableOfContents([AnchorLink(words, part, _HEADING_LEVEL)])


def beside(config: MkDocsConfig, path: str) -> Path:
    """Return a path that is written relative to `mkdocs.yml`."""
    return Path(config.config_file_path or ".").resolve().parent / path


def _prints(config: MkDocsConfig) -> tuple[tuple[str, int, int], ...]:
    """Return how the settings and the handbook lie on disk."""
    settings = Path(config.config_file_path or ".")
    files = [settings, *sorted(Path(config.docs_dir).rglob("*"))]
    stats = ((file, file.stat()) for file in files if file.is_file())
    return tuple((str(file), stat.st_size, stat.st_mtime_ns) for file, stat in stats)


def _hidden(path: str) -> str:
    """Return which side bars a page does without."""
    section = not path.startswith(_WITH_SECTION)
    parts = not path.startswith(_WITH_PARTS)
    return ", ".join(["navigation"] * section + ["toc"] * parts)


def _front(title: str, hidden: str) -> str:
    return f"---\ntitle: {title}\nhide: [{hidden}]\nsearch: {{exclude: true}}\n---\n"
