"""What MkDocs makes of the site: shells to stamp pages into, the handbook, the files.

It is the same for every state of a school, so that it is made once and kept.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from proeve.errors import LawError
from proeve.model.document import Data
from proeve.site.pages import Page, PageKind
from proeve.site.stamping import Shell, Slot, Slots

SHELLS: Mapping[str, str] = {
    PageKind.GROUP: "groepen/",
    PageKind.EXAM: "examens/groep/",
    PageKind.STUDENT: "studenten/",
    PageKind.COMPANY: "leerbedrijven/",
    "plain-0": "",
    "plain-1": "deel/",
    "plain-2": "deel/deel/",
}
"""The shells that many pages share, each in an invented folder as deep as theirs."""

UP = "../"
"""How the edition in a folder of its own leads to the one above it."""

# The theme leaves half of its shell empty; it holds nothing where blanks count.
_BLANKS = re.compile(r"\n\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The shells as HTML with slots, by kind or path, and what came out beside them.

    `entries` are the handbook's in the search index, `settings` those of the search;
    `files` are the paths of the files that MkDocs wrote; `offline` says that the search
    must work from a folder.
    """

    key: str
    shells: Mapping[str, str]
    settings: Mapping[str, Data]
    entries: tuple[Data, ...]
    files: tuple[str, ...]
    offline: bool

    def cut(self) -> "CutFrame":
        """Cut every shell at its slots."""
        slots = Slots(self.key)
        return CutFrame(
            {name: _cut(name, html, slots) for name, html in self.shells.items()}
        )


@dataclass(frozen=True, slots=True)
class CutFrame:
    """Shells ready to stamp pages into."""

    shells: Mapping[str, Shell]

    def stamp(self, page: Page) -> bytes:
        """Return the bytes of a page in the shell that belongs to it."""
        return self._shell(page).stamp(page)

    def _shell(self, page: Page) -> Shell:
        depth = page.path.count("/")
        name = page.path if page.kind is PageKind.ORDINARY else page.kind
        found = self.shells.get(name) or self.shells.get(f"plain-{depth}")
        if found is None:
            raise LawError(
                f"Voor de pagina {page.path} is er geen omslag.",
                f"There is no shell for the page {page.path}.",
            )
        return found


def _cut(name: str, html: str, slots: Slots) -> Shell:
    address = slots.mark(Slot.ADDRESS)
    # The address of a shared shell lies in its invented folder.
    html = html.replace(f"{SHELLS.get(name, '')}{address}", address)
    return Shell.cut(_BLANKS.sub("\n", html), slots)
