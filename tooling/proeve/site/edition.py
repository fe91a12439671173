"""One build of the site: what it shows, in which language, for which readers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import jinja2

from proeve.model.verdict import LedgerVerdict
from proeve.sight.reports import Sight
from proeve.sight.spoken import Speaker
from proeve.sight.titles import titles_of
from proeve.site.books import Library
from proeve.site.derivation import LINES, Derivation, Derived
from proeve.site.profiles.audience import INTERNAL, Profile
from proeve.site.profiles.filtering import Shown, shown_to
from proeve.site.profiles.public import Figures
from proeve.site.shipped import shipped_templates
from proeve.site.templates import environment
from proeve.words.say import Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A verdict and the readers it is shown to; `derived` is what is kept of exams.

    The verdict holds no more than these readers may see; `figures` are for everybody.
    `calendars` says that calendar files lie beside the pages that have something for
    one, under the same name: who writes those says so here.
    """

    verdict: LedgerVerdict
    language: Language
    templates: jinja2.Environment
    derived: Derived
    sight: Sight
    profile: Profile = INTERNAL
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    figures: Figures | None = None
    library: Library = field(default_factory=Library)
    calendars: bool = False

    def each(self, derivation: Derivation[T]) -> tuple[T, ...]:
        """Return the value of a derivation for every exam."""
        return self.derived.each(derivation)

    def seeing(self, shown: Shown) -> "Edition":
        """Return the edition of what the same readers may know later."""
        later = replace(self, verdict=shown.verdict, figures=shown.figures)
        return later.on(Derived(shown.verdict))

    def on(self, derived: Derived) -> "Edition":
        """Return the edition on what was worked out of each exam."""
        return replace(self, derived=derived, sight=_sight(self.verdict, derived))

    @property
    def speaker(self) -> Speaker:
        """Who says the cells of tables to these readers."""
        return Speaker(
            language=self.language,
            names=self.names,
            groups=self.sight.school.groups,
            titles=titles_of(self.verdict.registry, self.language),
        )

    def render(self, template: str, up: str, **values: object) -> str:
        """Fill a template; `up` leads from the page to the top of the site."""
        return self.render_apart(template, up, verdict=self.verdict, **values)

    def render_apart(self, template: str, up: str, **values: object) -> str:
        """Fill a template of a page that tells nothing of the whole ledger.

        So it stays as it is while the values do, whatever else changes.
        """
        return self.templates.get_template(f"{template}.html.j2").render(
            up=up, **values
        )


def edition_of(  # noqa: PLR0913 - what readers get, by name
    verdict: LedgerVerdict | Shown,
    language: Language,
    directory: Mapping[str, str] | None = None,
    templates: Path | None = None,
    *,
    profile: Profile = INTERNAL,
    derived: Derived | None = None,
    library: Library | None = None,
    calendars: bool = False,
) -> Edition:
    """Make the edition of a verdict for readers of one language.

    What was filtered for its readers already is taken as it is.
    """
    if not isinstance(verdict, Shown):
        verdict = shown_to(verdict, profile, directory)
    kept = derived or Derived(verdict.verdict)
    folder = templates or shipped_templates()
    made = environment(folder / "pages", language, verdict.names)
    made.globals["profile"] = verdict.profile
    for kind in ("student", "company"):
        if not verdict.profile.has_kind(kind):
            made.filters[f"{kind}_path"] = _nowhere
    return Edition(
        verdict=verdict.verdict,
        language=language,
        templates=made,
        derived=kept,
        sight=_sight(verdict.verdict, kept),
        profile=verdict.profile,
        names=verdict.names,
        figures=verdict.figures,
        library=library or Library(),
        calendars=calendars,
    )


def _nowhere(one: str) -> str:
    """Lead to no page: these readers have none of this kind."""
    del one
    return ""


def _sight(verdict: LedgerVerdict, derived: Derived) -> Sight:
    return Sight(verdict, partial(derived.each, LINES))
