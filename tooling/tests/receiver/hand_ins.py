"""A practice school in which a student has just handed in evidence, by a commit."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from proeve.deeds.clone import open_clone
from proeve.gather.history import judge_repository
from proeve.model.document import Data
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Role, RowId
from proeve.rules.committees import voters
from proeve.rules.time import deadline_of, last_second
from tests.cli.running import Ran, proeve
from tests.evidence.schools import OPEN, School, copied, made
from tests.stores.pictures import photograph

DAY = 86_400
STORE: dict[str, Data] = {
    "store": "folder",
    "location": "bewijs",
    "maximum_bytes": 300_000,
    "types": ["image/jpeg"],
    "seen_by": 1,
}


@dataclass(frozen=True, slots=True)
class Office:
    """A school with an exam of which the evidence is in, and everybody's keys."""

    school: School

    @property
    def folder(self) -> Path:
        return self.school.folder

    def run(self, *words: str | Path, by: str) -> Ran:
        """Run a verb that somebody signs."""
        key = ("--key", str(self.school.key(by)), "--yes")
        return proeve(self.folder, *map(str, words), *key)

    def holder(self, role: Role) -> str:
        """Return somebody who holds a role everywhere."""
        registry = open_clone(self.folder).state.registry
        return next(p for p in sorted(registry.grants) if registry.holds(p, role, "*"))

    def member(self) -> str:
        """Return a member of the exam's committee."""
        state = open_clone(self.folder).state
        return voters(self.exam().state, state.registry)[0]

    def exam(self) -> ExamVerdict:
        """Return the exam as anybody judges it."""
        verdict = judge_repository(self.folder)
        assert not [each for each in verdict.findings if each.severity == "error"]
        return next(e for e in verdict.exams if e.scope == f"groups/{OPEN}")

    def codes(self) -> list[str]:
        """Return what a reader must know of the exam."""
        return [each.code for each in self.exam().findings]

    def from_deadline(self, days: int) -> str:
        """Return a moment so many days from the deadline."""
        deadline = deadline_of(self.exam().state, RowId.EVIDENCE)
        assert deadline is not None
        at = datetime.fromtimestamp(last_second(deadline) + days * DAY, UTC)
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def head(self) -> str:
        return self.school.head()


def handed_in(top: Path) -> Office:
    """Make a school, and hand the evidence of one exam in."""
    school = made(top, STORE, {"photo_ban": False})
    photo = school.file("a.jpg", photograph())
    assert school.add(photo, "--for", "E1", "--people", "no").code == 0
    assert school.run("submit", OPEN).code == 0
    shutil.rmtree(school.desk)
    return Office(school)


def copy_of(office: Office, to: Path) -> Office:
    """Copy a school for a test that changes it."""
    return Office(copied(office.school, to))
