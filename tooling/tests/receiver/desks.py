"""The example school as a repository, with the key of whoever works at its desk."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proeve.gather.history import judge_repository
from proeve.history.keys import private_file
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.process.vocabulary import RowId
from tests.cli.running import Ran, git, proeve
from tests.judging import people
from tests.judging.changes import Changes
from tests.judging.ledger import written
from tests.judging.objects import key_of, write_object
from tests.judging.real import new_repository
from tests.judging.sim import ExamSim
from tests.receiver.branches import Branch


@dataclass(frozen=True, slots=True)
class Desk:
    """A sim that became a repository, in which real commands go on."""

    sim: ExamSim
    folder: Path

    @property
    def repository(self) -> Path:
        return self.folder / "r.git"

    def key(self, person: str) -> Path:
        """Return the key file of somebody."""
        path = self.folder / f"{person}.key"
        path.write_bytes(private_file(key_of(person).secret))
        path.chmod(0o600)
        return path

    def run(self, *words: str | Path, by: str = people.RECEIVER) -> Ran:
        """Run a verb that somebody signs."""
        key = ("--key", str(self.key(by)), "--yes")
        return proeve(self.repository, *map(str, words), *key)

    def push(self, seen: Branch) -> str:
        """Put a branch in the repository, and return its name."""
        for each in seen.objects:
            write_object(self.repository, each)
        git(self.repository, "update-ref", "refs/heads/proposal", seen.oid)
        return "proposal"

    def papers(self, changes: Changes) -> Path:
        """Write documents in a folder, as they came with a parcel."""
        for path, content in changes.items():
            file = self.folder / "papers" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            assert isinstance(content, bytes | Mapping)
            data = content if isinstance(content, bytes) else written(content)
            file.write_bytes(data)
        return self.folder / "papers"

    def made(self) -> list[Path]:
        """Return the act files that were written at the desk."""
        return sorted((self.folder / "out").rglob("*.act"))

    @property
    def out(self) -> tuple[str, Path]:
        return ("--out", self.folder / "out")

    def verdict(self) -> LedgerVerdict:
        """Return the ledger as anybody judges it; nothing in it is unlawful."""
        found = judge_repository(self.repository)
        assert not [each for each in found.findings if each.severity == "error"]
        return found

    def exam(self) -> ExamVerdict:
        """Return the exam as anybody judges it."""
        return next(e for e in self.verdict().exams if e.scope == self.sim.scope)

    def standing(self, row: RowId) -> set[str]:
        """Return whose approval stands in a row."""
        return {one.person for one in self.exam().state.row(row).approvals}

    def blocked(self) -> list[str]:
        """Return the decisions that the current step waits for."""
        step = self.exam().current
        missing = step.missing if step else ()
        return [each.verb for each in missing if each.verb.startswith("decide")]

    def head(self) -> str:
        return git(self.repository, "rev-parse", "refs/heads/main")

    def parents(self) -> list[str]:
        """Return the parents of the last commit."""
        return git(self.repository, "log", "-1", "--format=%P", "main").split()


def desk_of(sim: ExamSim, folder: Path) -> Desk:
    """Write a sim's ledger to a repository in a folder."""
    repository = new_repository(folder / "r.git")
    sim.books.ledger.write_to(repository)
    return Desk(sim, folder)
