"""In a practice school a review on a forge can be attested and landed, to learn it."""

import json
from pathlib import Path

import pytest

from proeve.deeds.clone import open_clone
from proeve.deeds.practice.registry_papers import FORGE
from proeve.deeds.practice.school import practice
from proeve.gather.history import judge_repository
from proeve.history.porcelain import git
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Part, Role, RowId
from tests.cli.running import proeve
from tests.doing.ground import START

pytestmark = pytest.mark.slow

BRANCH = "voorstel"


def test_a_contact_s_review_is_attested_and_lands(tmp_path: Path) -> None:
    school = tmp_path / "school"
    practice(school, start=START, seed="attest", exams=24)
    registry = open_clone(school).state.registry
    exam, contact = _contact_awaited(school)
    tree = git(school, "rev-parse", "main^{tree}").strip()
    seen = _signed(school, tree, _other_contact(registry, contact))
    git(school, "branch", BRANCH, seen)
    answer = tmp_path / "answer.json"
    answer.write_text(json.dumps([_review(registry, contact, seen)]))
    key = ("--key", str(tmp_path / "school.keys" / _receiver(registry)))
    scope, out = exam.state.scope, ("--out", str(tmp_path / "out"))
    asked = ("--forge", "gitea", "--host", FORGE, "--repo-id", "1", "--pr", "1")
    told = ("--from-json", str(answer), "--head", BRANCH)
    ran = proeve(
        school, "receiver", "attest", scope, "acquire", *asked, *told, *key, *out
    )
    assert ran.code == 0, ran.out + ran.err
    act = tmp_path / "out" / ran.lines[0]
    landed = ("receiver", "land", scope, "--review", str(act), "--branch", BRANCH)
    ran = proeve(school, *landed, *key, "--yes")
    assert ran.code == 0, ran.out + ran.err
    found = open_clone(school).state.exam(scope)
    assert found is not None
    assert contact in {one.person for one in found.row(RowId.ACQUIRE).approvals}


def _contact_awaited(school: Path) -> tuple[ExamVerdict, str]:
    """Return an exam whose assignment waits for its contact person, who that is."""
    for exam in judge_repository(school).exams:
        for each in exam.current.missing if exam.current else ():
            if each.row is RowId.ACQUIRE and each.hat is Part.SCHOOL_CONTACT:
                return exam, each.people[0]
    raise AssertionError("no contact person is awaited")


def _other_contact(registry: Registry, person: str) -> str:
    return next(
        who
        for who in sorted(registry.grants)
        if who != person and registry.holds(who, Role.SCHOOL_CONTACT, "*")
    )


def _signed(school: Path, tree: str, person: str) -> str:
    """Commit beside `main`, as a colleague does who signs with git itself."""
    key = school.with_name("school.keys") / person
    key.chmod(0o600)
    who = ("-c", f"user.name={person}", "-c", f"user.email={person}@proeve.invalid")
    with_key = ("-c", "gpg.format=ssh", "-c", f"user.signingkey={key}")
    made = ("commit-tree", "-S", tree, "-p", "main", "-m", "Look")
    return git(school, *who, *with_key, *made).strip()


def _review(registry: Registry, person: str, commit: str) -> dict[str, object]:
    ((host, account),) = registry.people[person].accounts
    assert host == FORGE
    return {
        "id": 1,
        "user": {"id": account},
        "state": "APPROVED",
        "stale": False,
        "official": True,
        "dismissed": False,
        "commit_id": commit,
        "submitted_at": "2026-11-02T09:00:00Z",
        "updated_at": "2026-11-02T09:00:00Z",
    }


def _receiver(registry: Registry) -> str:
    return next(
        who
        for who in sorted(registry.grants)
        if registry.holds(who, Role.RECEIVER, "*")
    )
