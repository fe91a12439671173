"""One build of the site: what it shows, in which language, with which names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import jinja2

from proeve.model.verdict import LedgerVerdict
from proeve.sight.reports import Sight
from proeve.sight.spoken import Speaker
from proeve.site.shipped import shipped_templates
from proeve.site.templates import environment
from proeve.words.say import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A verdict and the readers it is shown to; `other` is the edition beside it."""

    verdict: LedgerVerdict
    language: Language
    templates: jinja2.Environment
    sight: Sight
    names: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def speaker(self) -> Speaker:
        """Who says the cells of tables to these readers."""
        return Speaker(
            language=self.language, names=self.names, groups=self.sight.school.groups
        )

    def render(self, template: str, up: str, **values: object) -> str:
        """Fill a template; `up` leads from the page to the top of the site."""
        found = self.templates.get_template(f"{template}.html.j2")
        return found.render(verdict=self.verdict, up=up, **values)


def edition_of(
    verdict: LedgerVerdict,
    language: Language,
    directory: Mapping[str, str] | None = None,
    templates: Path | None = None,
) -> Edition:
    """Make the edition of a verdict for readers of one language."""
    names = directory or {}
    folder = templates or shipped_templates()
    return Edition(
        verdict=verdict,
        language=language,
        templates=environment(folder / "pages", language, names),
        sight=Sight(verdict),
        names=names,
    )
