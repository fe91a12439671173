"""Practice schools in which a student is about to hand in evidence."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from proeve.cli import places
from proeve.deeds.clone import Clone, Habits, open_clone
from proeve.deeds.practice import preparation, registry_papers
from proeve.deeds.practice.play import Fields, Play, papers
from proeve.deeds.practice.school import practice
from proeve.history.porcelain import git
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.records import Record, records_at
from proeve.process.vocabulary import Part, RowId
from proeve.words.say import Language
from tests.cli.running import Ran, proeve

OPEN = "k0262-2026-b/26-0011-7"
"""The exam whose student has not handed in anything yet."""
ASKED: Mapping[str, tuple[str, bool, bool]] = {
    "E1": ("photo", True, True),
    "E2": ("document", False, False),
    "E3": ("photo", False, False),
}
"""What is asked there: its kind, whether it must be there, and without people."""


@dataclass(frozen=True, slots=True)
class School:
    """A clone of a school, its evidence store, and a desk with files to hand in.

    `student` is whose exam it is, `other` its first assessor.
    """

    folder: Path
    student: str
    other: str

    @property
    def store(self) -> Path:
        """The folder of the evidence store."""
        return self.folder.with_name("bewijs")

    @property
    def desk(self) -> Path:
        """The folder with the student's own files."""
        return self.folder.with_name("desk")

    def clone(self) -> Clone:
        """Open the clone."""
        return open_clone(self.folder, Habits(memory=places.memory()))

    def exam(self) -> ExamState:
        """Return the exam that is about evidence."""
        found = self.clone().state.exam(f"groups/{OPEN}")
        assert found is not None
        return found

    def key(self, person: str) -> Path:
        """Return the key of somebody."""
        return self.folder.with_name(f"{self.folder.name}.keys") / person

    def file(self, name: str, content: bytes) -> Path:
        """Put a file on the student's desk."""
        self.desk.mkdir(exist_ok=True)
        path = self.desk / name
        path.write_bytes(content)
        return path

    def run(self, *words: str | Path, by: str = "", lang: str = "en") -> Ran:
        """Run a verb of `evidence`, signed by the student if nobody else is named."""
        given = [str(word) for word in words]
        if given[0] != "verify":
            given += ["--key", str(self.key(by or self.student)), "--yes"]
        return proeve(self.folder, "evidence", *given, lang=lang)

    def add(self, *words: str | Path, by: str = "") -> Ran:
        """Add evidence to the exam."""
        return self.run("add", OPEN, *words, by=by)

    def items(self) -> tuple[Record, ...]:
        """Return what the manifest names."""
        return records_at(self.exam().document("evidence"), "items")

    def kept(self) -> list[str]:
        """Return the names of all files in the store."""
        found = (path for path in self.store.rglob("*") if path.is_file())
        return sorted(path.name for path in found)

    def head(self) -> str:
        """Return where `main` stands."""
        return git(self.folder, "rev-parse", "refs/heads/main").strip()

    def approved(self) -> bool:
        """Tell whether the evidence is handed in."""
        return bool(self.exam().row(RowId.EVIDENCE).approvals)


def made(top: Path, evidence: Fields, more: Fields) -> School:
    """Make a school with this policy for evidence, and these agreements."""
    school = registry_papers.school

    def policy(language: Language, year: int) -> dict[str, Data]:
        found = school(language, year)
        agreed = found["policy"]
        assert isinstance(agreed, dict)
        return {**found, "policy": {**agreed, "evidence": evidence}}

    def agreed(play: Play, **documents: Fields) -> object:
        agreements = documents.get("assignment", {}).get("agreements")
        if isinstance(agreements, dict) and "photo_ban" in agreements:
            agreements |= more
        return papers(play, **documents)

    def asked(play: Play) -> list[Data]:
        units: list[Data] = list(play.instrument.required_evidence[0].units)
        return [
            {
                "id": name,
                "kind": kind,
                "title": f"Bewijs {name}",
                "units": units,
                "required": required,
                "no_people": no_people,
            }
            for name, (kind, required, no_people) in ASKED.items()
        ]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry_papers, "school", policy)
        patch.setattr(preparation, "papers", agreed)
        patch.setattr(preparation, "_required", asked)
        practice(top / "school", start=date(2026, 9, 1), seed="bewijs")
    # What the others handed in is not there, so that a test knows what is.
    shutil.rmtree(top / "bewijs", ignore_errors=True)
    (top / "bewijs").mkdir()
    exam = open_clone(top / "school").state.exam(f"groups/{OPEN}")
    assert exam is not None
    (student,), (other,) = exam.parts[Part.STUDENT], exam.parts[Part.FIRST_ASSESSOR]
    return School(top / "school", student, other)


def copied(school: School, to: Path) -> School:
    """Copy a school with its store, for a test that changes it."""
    shutil.copytree(school.folder.parent, to, symlinks=True)
    return replace(school, folder=to / school.folder.name)
