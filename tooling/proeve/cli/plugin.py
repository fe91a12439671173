"""The MkDocs plug-in as `mkdocs build` and `mkdocs serve` load it."""

from mkdocs.config.defaults import MkDocsConfig

from proeve.cli import places
from proeve.gather.guarded import Verified, onward, verify
from proeve.gather.memory.store import ForgottenError
from proeve.model.verdict import LedgerVerdict
from proeve.site.plugin import ProeveSite, beside


class SchoolSite(ProeveSite):
    """Judges the repository on what is remembered, and goes on from there in `serve`."""

    def __init__(self) -> None:
        """Start with nothing judged."""
        super().__init__()
        self._found: Verified | None = None

    def judge(self, config: MkDocsConfig) -> LedgerVerdict:
        """Return the verdict on the repository that `mkdocs.yml` names."""
        self._found = self._onward() or self._whole(config)
        return self._found.verdict

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

    def _whole(self, config: MkDocsConfig) -> Verified:
        return verify(
            beside(config, self.config.repository),
            rev=self.config.revision,
            now=self.config.now,
            pins=places.pins(),
            memory=places.memory(),
            trust_root=self.config.trust_root,
        )
