"""`evidence verify` hashes everything again and names what is not as it was."""

import json
from dataclasses import replace

import pytest

from proeve.deeds.clone import Clone
from proeve.deeds.evidence_checking import check_kept, erasure_of, kept_files
from proeve.model.exam import Decision, ExamState
from proeve.model.findings import Finding, Severity
from proeve.process.decisions import DecisionKind
from proeve.stores.folder import Folder
from tests.evidence.schools import OPEN, School

pytestmark = pytest.mark.slow

NOTES, OTHER = b"Meting 1: 0,3 ohm\n", b"Meting 1: 0,1 ohm\n"


@pytest.fixture
def added(school: School) -> School:
    """Return the school with one text in its store."""
    assert school.add(school.file("a.txt", NOTES), "--for", "E2").code == 0
    return school


def stored(school: School) -> str:
    (name,) = school.kept()
    return name


def test_what_is_as_it_was_is_in_order(added: School) -> None:
    ran = added.run("verify", OPEN)
    assert ran.code == 0
    assert ran.lines[-1].startswith("1 files checked, 0 in Git and 1 in the store")


def test_what_is_gone_is_named_at_its_line(added: School) -> None:
    name = stored(added)
    (added.store / name[:2] / name).unlink()
    ran = added.run("verify", OPEN)
    assert ran.code == 1
    manifest = f"exams/groups/{OPEN}/evidence.yml"
    lines = (added.folder / manifest).read_text(encoding="utf-8").splitlines()
    line = next(i for i, text in enumerate(lines, 1) if "sha256:" in text)
    column = lines[line - 1].index("sha256") + 1
    assert ran.lines[0].startswith(f"{manifest}:{line}:{column}: store.missing ")


def test_what_was_changed_is_named(added: School) -> None:
    name = stored(added)
    (added.store / name[:2] / name).chmod(0o600)
    (added.store / name[:2] / name).write_bytes(OTHER)
    ran = added.run("verify", OPEN, "--format", "jsonl")
    assert ran.code == 1
    assert [json.loads(line)["code"] for line in ran.lines] == ["store.changed"]


def test_the_whole_school_is_looked_through(added: School) -> None:
    ran = added.run("verify")
    assert ran.code == 1
    codes = {line.split(" ")[1] for line in ran.lines if ": store." in line}
    assert codes == {"store.missing"}
    assert OPEN not in ran.out


def test_a_store_that_is_away_is_no_verdict(added: School) -> None:
    added.store.rename(added.store.with_name("elsewhere"))
    assert added.run("verify", OPEN).code == 3


def erased(exam: ExamState, event: str) -> ExamState:
    record = {"event": event, "on": "2029-01-31", "reason": "Termijn voorbij"}
    decision = Decision(
        number=1, kind=DecisionKind.RETENTION, record=record, by="p-0", commit="", at=0
    )
    return replace(exam, decisions=(*exam.decisions, decision))


def checked(clone: Clone, exam: ExamState, school: School) -> list[Finding]:
    (kept,) = kept_files(exam)
    return list(check_kept(clone, kept, lambda: Folder(school.store)))


def test_what_was_erased_on_record_is_told_and_fails_nothing(added: School) -> None:
    exam = erased(added.exam(), "destroyed")
    Folder(added.store).remove(stored(added))
    (found,) = checked(added.clone(), exam, added)
    assert (found.code, found.severity) == ("store.erased", Severity.NOTE)
    assert found.args == {
        "id": "e1",
        "on": "2029-01-31",
        "by": "p-0",
        "number": "1",
        "reason": "Termijn voorbij",
    }


def test_what_is_there_though_it_was_erased_on_record_is_told(added: School) -> None:
    exam = erased(added.exam(), "destroyed")
    (found,) = checked(added.clone(), exam, added)
    assert (found.code, found.severity) == ("store.not-erased", Severity.ERROR)


@pytest.mark.parametrize("event", ["diploma", "leaving", "hold", "hold_released"])
def test_no_other_event_says_that_evidence_may_be_gone(
    added: School, event: str
) -> None:
    exam = erased(added.exam(), event)
    Folder(added.store).remove(stored(added))
    (kept,) = kept_files(exam)
    assert erasure_of(kept) is None
    (found,) = checked(added.clone(), exam, added)
    assert found.code == "store.missing"
