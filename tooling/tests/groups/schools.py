"""A practice school with its keys, and the office's list of a new group."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from proeve.gather.history import judge_repository
from proeve.model.verdict import LedgerVerdict
from proeve.process.vocabulary import Role
from tests.cli.running import Ran, proeve

HEADINGS = (
    "Studentnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Telefoon;Geboortedatum;"
    "Leerbedrijf;Plaats;Praktijkbegeleider;E-mail begeleider;Begindatum;Einddatum;Uren"
)
STUDENTS, COMPANIES = 25, 7


def row(number: int) -> str:
    """Return the line of one student, as the office writes it."""
    firm = number % COMPANIES
    return (
        f"1000{number:02d};Zoë;van;Verzonnen {number};s{number}@example.invalid;"
        f"06-0000{number:04d};14-1-2009;Café Bedrijf {firm};Proefstad;"
        f"Jo Bedacht {firm};b{firm}@example.invalid;14-1-2027;30-6-2027;37,5"
    )


def listed(*rows: str) -> str:
    """Return a whole table; without rows, of 25 students at seven companies."""
    return "\r\n".join((HEADINGS, *(rows or map(row, range(STUDENTS))), ""))


@dataclass(frozen=True)
class Desk:
    """Somebody's desk: the school, its keys, and what lies beside it."""

    folder: Path

    @property
    def school(self) -> Path:
        return self.folder / "school"

    @property
    def table(self) -> Path:
        """The directory file of the practice school, in plain."""
        return self.folder / "school.directory.csv"

    @property
    def names(self) -> Path:
        """Where an encrypted directory file goes."""
        return self.folder / "names.age"

    @property
    def verdict(self) -> LedgerVerdict:
        return judge_repository(self.school, now=1_790_000_000)

    @cached_property
    def people(self) -> dict[Role, tuple[str, ...]]:
        """Everybody who holds a role for the whole school."""
        grants = self.verdict.registry.grants
        return {
            role: tuple(
                who
                for who, held in grants.items()
                if any(each.role is role and each.scope == "*" for each in held)
            )
            for role in Role
        }

    def one(self, role: Role) -> str:
        """Return somebody with a role, who has none that can do more."""
        above = {*self.people[Role.SUPER_ADMIN]} if role is Role.ADMIN else set()
        return next(who for who in self.people[role] if who not in above)

    def key(self, who: str) -> Path:
        return self.folder / "school.keys" / who

    def file(self, content: str | bytes, name: str = "group.csv") -> Path:
        raw = content.encode("utf-8-sig") if isinstance(content, str) else content
        path = self.folder / name
        path.write_bytes(raw)
        return path

    def runs(self, *words: str | Path, by: str = "", lang: str = "en") -> Ran:
        """Run a verb of the school, signed by somebody."""
        signing = ("--key", str(self.key(by)), "--yes") if by else ()
        return proeve(self.school, *map(str, words), *signing, lang=lang)

    def head(self) -> str:
        return self.git("rev-parse", "HEAD")

    def git(self, *words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(self.school), *words],
            env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return done.stdout.strip()

    def new_group(
        self, file: Path, *more: str | Path, by: str = "", group: str = "nieuw-a"
    ) -> Ran:
        """Read a group in from a table, as its administrator does."""
        return self.runs(
            *("group", "new", group, file, "--directory", self.names),
            *("--crebo", "25331", "--cohort", "2026", "--checked", "2026-11-01"),
            *("--contact", self.one(Role.SCHOOL_CONTACT), *more),
            by=by or self.one(Role.ADMIN),
        )


def stands(before: str, desk: Desk, files: Sequence[Path] = ()) -> None:
    """Hold that nothing was written: no commit, and none of these files."""
    assert desk.head() == before
    assert [path for path in files if path.exists()] == []
    assert not desk.git("status", "--porcelain")
