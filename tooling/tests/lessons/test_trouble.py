"""A school with every kind of trouble, and a report that its office can act on.

After a change of the words, read the report as somebody who is no programmer, and then:
    PROEVE_GOLDEN=write python -m pytest tooling/tests/lessons/test_trouble.py
"""

import os
import re
from pathlib import Path

import pytest

from proeve.gather.history import judge_repository
from proeve.model.findings import Finding
from proeve.model.ledger import Standing
from proeve.model.verdict import LedgerVerdict
from proeve.process.vocabulary import Role
from proeve.words.say import Language
from proeve.words.saying import sentence
from tests.cli.running import proeve

pytestmark = pytest.mark.slow

GOLDEN = Path(__file__).parent
NOW = "2027-05-14"
_IDS = re.compile(r"\b[0-9a-f]{40,64}\b|\b[0-9a-f]{10}\b")
"""Names of commits, which differ as sealed boxes do."""

_MOVES: dict[Language, tuple[str, ...]] = {
    "nl": (
        "niemand hoeft", "examencommissie", "commissie", "beheerder", "eigenaar",
        "wie tekende", "contactpersoon",
    ),
    "en": (
        "nobody has to", "exam committee", "committee", "administrator", "owner",
        "whoever signed", "contact person",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trouble") / "school"
    made = proeve(folder.parent, "practice", str(folder), "--trouble", lang="nl")
    assert made.code == 0, made.err
    return folder


@pytest.fixture(scope="module")
def verdict(school: Path) -> LedgerVerdict:
    return judge_repository(school, now=1_810_252_800, workers=1)


def codes(verdict: LedgerVerdict) -> set[str]:
    return {finding.code for finding in verdict.findings}


@pytest.mark.parametrize(
    "code",
    [
        *("signature.none", "rows.stale", "exam.suspect", "people.revoked-key"),
        *("exam.untimed", "time.late-accepted"),
    ],
)
def test_each_kind_of_trouble_is_found(code: str, verdict: LedgerVerdict) -> None:
    assert code in codes(verdict)


def test_some_commits_wait_and_some_do_not_count(verdict: LedgerVerdict) -> None:
    standings = [each.standing for each in verdict.judgements]
    assert standings.count(Standing.UNCONFIRMED) == 1
    assert standings.count(Standing.INVALID) == 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_finding_says_whose_move_it_is(
    language: Language, verdict: LedgerVerdict
) -> None:
    assert [f for f in verdict.findings if not _moves(f, language)] == []


def _moves(finding: Finding, language: Language) -> bool:
    hint = sentence(finding.code, finding.args, language).hint.lower()
    return any(who in hint for who in _MOVES[language])


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("verb", ["verify", "status"])
def test_the_report_reads_as_it_was_agreed(
    verb: str, language: Language, school: Path
) -> None:
    more = ("--no-cache",) if verb == "verify" else ()
    ran = proeve(school, verb, "--now", NOW, *more, lang=language)
    told = _IDS.sub("...", ran.out)
    file = GOLDEN / f"trouble-{verb}.{language}.txt"
    if os.environ.get("PROEVE_GOLDEN") == "write":
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8")
    assert ran.code == (1 if verb == "verify" else 0)


@pytest.mark.parametrize("more", [("--exams", "6"), ("--as", "student")])
def test_trouble_needs_a_whole_school(more: tuple[str, ...], tmp_path: Path) -> None:
    ran = proeve(tmp_path, "practice", str(tmp_path / "s"), "--trouble", *more)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert not (tmp_path / "s").exists()


def test_the_administrator_is_told_what_to_cover(school: Path) -> None:
    state = judge_repository(school, workers=1)
    held = [exam.state for exam in state.exams if exam.state.held_up]
    assert held
    admin = next(
        who
        for who in sorted(state.registry.grants)
        if state.registry.holds(who, Role.ADMIN, "*")
        and not state.registry.holds(who, Role.SUPER_ADMIN, "*")
    )
    told = proeve(school, "next", "--person", admin, lang="en").out
    for exam in held:
        name = exam.scope.removeprefix("groups/")
        assert f"proeve cover {name}" in told
        assert f"proeve cover {name}" in proeve(school, "status", name, lang="en").out


def test_whoever_has_several_roles_is_told_in_which_one(school: Path) -> None:
    registry = judge_repository(school, workers=1).registry
    both = [
        who
        for who in sorted(registry.grants)
        if registry.holds(who, Role.WORKPLACE_SUPERVISOR, "*")
        or len({grant.role for grant in registry.grants[who]}) > 1
    ]
    told = [proeve(school, "next", "--person", who, lang="en").out for who in both]
    assert any("--as workplace_supervisor" in each for each in told)
    one = next(who for who in sorted(registry.grants) if len(registry.grants[who]) == 1)
    assert "--as" not in proeve(school, "next", "--person", one, lang="en").out
