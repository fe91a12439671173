"""The MkDocs plug-in as `mkdocs build` and `mkdocs serve` load it."""

import time
from pathlib import Path

from proeve.cli import places
from proeve.cli.books import library
from proeve.gather.guarded import Verified, onward, verify
from proeve.gather.memory.store import ForgottenError
from proeve.history.repository import find
from proeve.model.verdict import LedgerVerdict
from proeve.site.books import Library
from proeve.site.plugin import ProeveSite


class SchoolSite(ProeveSite):  # type: ignore[no-untyped-call]
    """Judges the repository on what is remembered; in `serve` it goes on from there."""

    def __init__(self) -> None:
        """Start with nothing judged."""
        super().__init__()
        self.clock = time.perf_counter
        self._found: Verified | None = None
        self._asked: tuple[Path, str, str | None] | None = None
        self._remembers = True

    def judge(self, repository: Path) -> LedgerVerdict:
        """Return the verdict on a repository, as `mkdocs.yml` asks for it."""
        asked = (repository, self.config.revision, self.config.trust_root)
        if asked != self._asked:
            self._found, self._asked = None, asked
        self._found = self._onward() or self._whole(repository)
        return self._found.verdict

    def library(self) -> Library:
        """Return the kinds of documents and the commands."""
        return library()

    def watched(self, repository: Path) -> tuple[Path, ...]:
        """Return the folders in which a new commit shows itself."""
        return (find(repository).shared / "refs" / "heads",)

    def stamp(self) -> None:
        """Stamp all pages; where the memory turns out spoiled, judge without it."""
        try:
            super().stamp()
        except ForgottenError:
            self._found, self._remembers = None, False
            self.look()
            super().stamp()

    def _onward(self) -> Verified | None:
        if self._found is None:
            return None
        try:
            return onward(
                self._found,
                rev=self.config.revision,
                now=self.config.now,
                pins=places.pins(),
                trust_root=self.config.trust_root,
            )
        except ForgottenError:
            return None

    def _whole(self, repository: Path) -> Verified:
        found = self._verified(repository)
        # What was judged in full is read back, so that exams are not all held here.
        judged = found.outcome is not None and found.outcome.opened is None
        return self._verified(repository) if judged and found.kept else found

    def _verified(self, repository: Path) -> Verified:
        return verify(
            repository,
            rev=self.config.revision,
            now=self.config.now,
            pins=places.pins(),
            memory=places.memory() if self._remembers else None,
            trust_root=self.config.trust_root,
        )
