"""The part of `proeve verify` that is measured: spine, signatures and digests.

Follows the spine from re-hashed objects, checks each signature, compares trees, and
holds Base and Subject of each commit against the digests of its scope.

    python tooling/benchmarks/digests.py DIR
"""

import sys
from pathlib import Path

from proeve.history.objects import Objects
from proeve.history.transitions import transitions
from proeve.model.digest import scope_digest
from proeve.model.history import FileFact, SignatureStatus, Transition
from proeve.model.statement import folder_of, scope_of


class Scopes:
    """The files of every scope as the transitions so far leave them."""

    def __init__(self) -> None:
        self._files: dict[str, dict[str, FileFact]] = {}
        self._digests: dict[str, str] = {}

    def accepts(self, transition: Transition) -> bool:
        """Tell whether signature, scope and digests of a transition hold."""
        said = transition.trailers
        good = transition.signature.status is SignatureStatus.GOOD
        if said is None or not good or transition.findings:
            return False
        scope = said.statement.scope
        files = self._files.setdefault(scope, {})
        if said.base != self._digests.get(scope, scope_digest(scope, {})):
            return False
        for change in transition.changes:
            if scope_of(change.path) != scope or change.fact is None:
                return False
            files[change.path.removeprefix(folder_of(scope))] = change.fact
        self._digests[scope] = scope_digest(scope, files)
        return said.subject == self._digests[scope]


def main() -> int:
    """Check a whole history; the exit code says whether all of it holds."""
    folder = Path(sys.argv[1])
    scopes = Scopes()
    count = bad = 0
    for transition in transitions(folder, Objects.open(folder).head()):
        count += 1
        bad += not scopes.accepts(transition)
    print(f"{count} commits, {bad} do not hold")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
