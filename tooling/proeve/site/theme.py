"""Dresses MkDocs' configuration for one edition: names, navigation, language, files."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from proeve.site.edition import Edition
from proeve.site.finder import PATH as FINDER
from proeve.site.frame import UP
from proeve.site.pages import TITLES, PageKind
from proeve.site.profiles.audience import Profile
from proeve.site.reports import FOLDER as REPORTS
from proeve.words.labels_text import Label
from proeve.words.say import Language

_SCHEMES: Mapping[str, tuple[str, str, Label]] = {
    "default": (
        "light",
        "material/weather-night",
        Label("Naar donker", "Switch to dark"),
    ),
    "slate": (
        "dark",
        "material/weather-sunny",
        Label("Naar licht", "Switch to light"),
    ),
}
_BANNERS: Mapping[str, Label] = {
    "practice": Label(
        "OEFENOMGEVING: deze examens bewijzen niets.",
        "PRACTICE: these exams prove nothing.",
    ),
    "sample": Label(
        "VOORBEELD: een verzonnen school; er is geen geschiedenis nagegaan.",
        "SAMPLE: an invented school; no history was checked.",
    ),
}
_OTHER: Mapping[Language, tuple[Language, str, str]] = {
    "nl": ("en", "English", "Read this page in English"),
    "en": ("nl", "Nederlands", "Lees deze pagina in het Nederlands"),
}
# The theme's sitemap knows nothing of the pages that are stamped: ours does.
_OURS = ("sitemap.xml",)

_STYLES = ("proeve", "icons", "dossier", "reports", "finder", "lists", "print")


_FIRST = tuple(
    f"hulp/{name}.md"
    for name in ("hoe-het-eruitziet", "vragen", "beginnen", "proef", "training")
)
_OF_ROLES = "hulp/rol-"
_ROLES = Label("Uitleg per rol", "Guides by role")


def dress(
    config: MkDocsConfig, edition: Edition, templates: Path, other: str | None
) -> None:
    """Fit the configuration to an edition; `other` leads to the one beside it."""
    # The theme prints the name as it is, in text and in attributes.
    config.site_name = str(escape(edition.verdict.registry.name or "Proeve"))
    # Pages must open from a folder, and no page may ask anything of another server.
    config.use_directory_urls = False
    config.theme["font"] = False
    config.theme["language"] = edition.language
    config.theme["palette"] = [_scheme(name, edition.language) for name in _SCHEMES]
    config.theme["icon"] = {"logo": "material/certificate-outline"}
    config.theme["features"] = [
        "navigation.prune",
        "navigation.tabs",
        "navigation.top",
    ]
    config.theme.dirs.insert(0, str(templates / "theme"))
    for ours in _OURS:
        config.theme.static_templates.discard(ours)
    if other == UP:
        # A server shows the one at the top, whatever was asked for.
        config.theme.static_templates.discard("404.html")
    config.extra_css += [f"assets/{name}.css" for name in _STYLES]
    config.extra_javascript.append("assets/proeve.js")
    config.extra.update(_extra(edition, other))


_RULES = (
    "spelregels/index",
    "spelregels/documenten",
    "spelregels/meldingen",
    "spelregels/dreigingen",
)


def navigation(
    handbook: tuple[str, ...], language: Language, profile: Profile
) -> list[object]:
    """Return the navigation: ordinary pages only, whatever the number of exams."""
    named = {
        path: {title.in_language(language): f"{path}.md"}
        for path, title in TITLES.items()
        if profile.has(path)
    }

    def section(title: str, paths: Iterable[str], *more: object) -> list[object]:
        inside = [named[path] for path in paths if path in named]
        words = TITLES[title].in_language(language)
        return [{words: [*inside, *more]}] if inside else []

    def below(folder: str) -> list[str]:
        return [path for path in TITLES if path.startswith(f"{folder}/")]

    single = ("taken/index", "groepen/index", "leerbedrijven/index", FINDER)
    return [
        *(named[path] for path in ("index",) if path in named),
        *section("vandaag/index", below("vandaag")),
        *(named[path] for path in single if path in named),
        *section(f"{REPORTS}/index", below(REPORTS)),
        *(named[path] for path in ("archief",) if path in named),
        *section("spelregels/index", _RULES),
        *(named[path] for path in ("verantwoording",) if path in named),
        {
            TITLES["hulp/index"].in_language(language): _helping(
                handbook, named, language
            )
        },
    ]


_BELONGS: Mapping[str, str] = {
    PageKind.GROUP: "groepen/index",
    PageKind.EXAM: "groepen/index",
    PageKind.STUDENT: "groepen/index",
    PageKind.COMPANY: "leerbedrijven/index",
}
"""Under which part of the site the pages that are many stand."""


def part_of(nav: Navigation, kind: str) -> Page | None:
    """Return the page of the navigation to which the pages of a kind belong."""
    wanted = f"{_BELONGS[kind]}.md" if kind in _BELONGS else ""
    return next((each for each in nav.pages if each.file.src_uri == wanted), None)


def _helping(
    handbook: tuple[str, ...], named: Mapping[str, object], language: Language
) -> list[object]:
    """Return the handbook in the order in which people need it, then what is ours."""
    first = [path for path in _FIRST if path in handbook]
    roles = [path for path in handbook if path.startswith(_OF_ROLES)]
    rest = [path for path in handbook if path not in (*first, *roles)]
    guides: list[object] = [{_ROLES.in_language(language): roles}] if roles else []
    ours = ("hulp/wie-ziet-wat", "hulp/opdrachten")
    last = [named[path] for path in ours if path in named]
    return [named["hulp/index"], *first, *guides, *rest, *last]


def assets(config: MkDocsConfig, templates: Path) -> Iterator[File]:
    """Yield the style sheets and scripts that come with the templates."""
    for path in sorted((templates / "assets").iterdir()):
        yield File.generated(config, f"assets/{path.name}", abs_src_path=str(path))


def banner_of(edition: Edition) -> str:
    """Return what every page says of a school that is not a real one, or nothing."""
    banner = _BANNERS.get(edition.verdict.environment)
    return banner.in_language(edition.language) if banner else ""


def leave_out(files: Files) -> None:
    """Take out the pages and files that ours replace."""
    for path in (*_OURS, *(f"{page}.md" for page in TITLES)):
        if (file := files.get_file_from_path(path)) is not None:
            files.remove(file)


def _scheme(name: str, language: Language) -> Mapping[str, object]:
    preferred, icon, toggle = _SCHEMES[name]
    return {
        "media": f"(prefers-color-scheme: {preferred})",
        "scheme": name,
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": icon, "name": toggle.in_language(language)},
    }


def _extra(edition: Edition, other: str | None) -> dict[str, object]:
    language, name, title = _OTHER[edition.language]
    return {
        "generator": False,
        # Without a copy of its own the offline plug-in would fetch this from elsewhere.
        "polyfills": ["assets/iframe-worker-shim.js"],
        # Only our own template of the language link looks at it, for being there.
        "alternate": other is not None,
        "proeve": {
            "environment": str(escape(edition.verdict.environment)),
            "banner": banner_of(edition),
            "other": other,
            "other_language": language,
            "other_name": name,
            "other_title": title,
        },
    }
