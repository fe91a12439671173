"""Drafts of forms: kept after every answer, found again, gone when the deed is done."""

import json
from dataclasses import dataclass
from pathlib import Path

from proeve.cli import places
from proeve.cli.private import keep, kept
from proeve.deeds.clone import Clone
from proeve.model.document import Data


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Where the draft of one person's form lies, and the clone that it lies outside."""

    folder: Path
    name: str
    clone: Path

    @property
    def path(self) -> Path:
        """The file of the draft."""
        return self.folder / f"{self.name}.json"

    @property
    def source(self) -> Path:
        """The file that the editor opens."""
        return self.folder / f"{self.name}.yml"

    def load(self) -> tuple[dict[str, Data], dict[str, Data] | None]:
        """Return the answers so far, and the whole document once there is one.

        A draft that cannot be read is as none.
        """
        try:
            found = json.loads(kept(self.path) or b"{}")
        except ValueError:
            return {}, None
        if not isinstance(found, dict):
            return {}, None
        answers, data = found.get("answers"), found.get("data")
        return (
            answers if isinstance(answers, dict) else {},
            data if isinstance(data, dict) else None,
        )

    def save(
        self, answers: dict[str, Data], data: dict[str, Data] | None = None
    ) -> None:
        """Keep the answers, and the document if it is whole."""
        content = json.dumps({"answers": answers, "data": data}, ensure_ascii=False)
        keep(self.folder, self.path.name, content.encode(), outside=self.clone)

    def forget(self) -> None:
        """Remove the draft; what it held stands in the history now."""
        self.path.unlink(missing_ok=True)
        self.source.unlink(missing_ok=True)


def draft_of(clone: Clone, scope: str, kind: str, person: str) -> Draft:
    """Return where the draft of a person's form for a scope lies."""
    folder = places.drafts() / clone.state.registry.repo / scope
    return Draft(folder=folder, name=f"{kind}.{person}", clone=clone.folder)
