"""A practice school with a server beside it, and the keys of everybody in it."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from proeve.deeds.clone import Clone, Plan, open_clone
from proeve.deeds.practice.school import practice
from proeve.deeds.stating import Deed, document
from proeve.history.porcelain import git
from proeve.model.statement import folder_of
from proeve.process.vocabulary import Action, Role

START = date(2026, 9, 1)


@dataclass(frozen=True, slots=True)
class Ground:
    """A clone of a practice school, its server, and where its keys lie."""

    folder: Path
    server: Path
    keys: Path

    def key(self, person: str) -> Path:
        """Return the key file of somebody."""
        return self.keys / person

    def head(self, folder: Path | None = None) -> str:
        """Return where `main` stands."""
        return git(folder or self.folder, "rev-parse", "refs/heads/main").strip()

    def another(self, name: str) -> Path:
        """Clone the server once more, as a colleague has it."""
        folder = self.folder.with_name(name)
        git(self.server, "clone", "--quiet", str(self.server), str(folder))
        return folder


def made(folder: Path, exams: int = 2) -> Ground:
    """Make a practice school with a server that holds the same."""
    practice(folder, start=START, seed="deeds", exams=exams)
    server = folder.with_name("server.git")
    git(folder, "clone", "--quiet", "--bare", str(folder), str(server))
    git(folder, "remote", "add", "origin", str(server))
    return Ground(folder, server, folder.with_name(f"{folder.name}.keys"))


def copied(ground: Ground, to: Path) -> Ground:
    """Copy a school with its server, for a test that changes it."""
    shutil.copytree(ground.folder.parent, to)
    found = Ground(
        to / ground.folder.name, to / ground.server.name, to / ground.keys.name
    )
    git(found.folder, "remote", "set-url", "origin", str(found.server))
    return found


def admin_of(clone: Clone) -> str:
    """Return an administrator of the school."""
    return next(
        person
        for person in sorted(clone.state.registry.grants)
        if clone.state.registry.holds(person, Role.ADMIN, "*")
    )


def retitled(title: str) -> Plan:
    """Return the plan by which an administrator gives the first group a title."""

    def plan(clone: Clone, person: str) -> Deed:
        group = min(clone.state.groups)
        scope = f"groups/{group}"
        fact = clone.state.groups[group].files["group.yml"]
        data = clone.data(f"{folder_of(scope)}group.yml", fact.oid) or {}
        papers = {"group.yml": document(scope, "group.yml", {**data, "title": title})}
        return Deed(
            scope=scope,
            actor=person,
            role=Role.ADMIN,
            action=Action.APPROVE,
            papers=papers,
        )

    return plan


def group_file(ground: Ground) -> Path:
    """Return the file that `retitled` changes."""
    clone = open_clone(ground.folder)
    return ground.folder / "exams" / "groups" / min(clone.state.groups) / "group.yml"
