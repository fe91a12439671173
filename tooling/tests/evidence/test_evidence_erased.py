"""One piece of evidence is erased: the bytes go, and who, why and when stay."""

from dataclasses import replace
from pathlib import Path

import pytest

from proeve.deeds.evidence_checking import held_elsewhere, kept_files
from proeve.gather.history import failing, judge_repository
from proeve.model.document import Data
from proeve.model.exam import Decision
from proeve.model.findings import Severity
from proeve.model.records import records_at, text_at
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Role
from tests.cli.running import Ran
from tests.evidence.schools import OPEN, School, copied
from tests.killing_rules import Victim, ends_everywhere

pytestmark = pytest.mark.slow

NOTES, OTHER = b"Meting 1: 0,3 ohm\n", b"Meting 2: 0,1 ohm\n"
WHY = ("--because", "Er staat iemand anders op")
MOMENTS = 4


def admin(school: School) -> str:
    """Return who keeps the dossiers."""
    registry = school.clone().state.registry
    return next(
        person
        for person, grants in sorted(registry.grants.items())
        if any(grant.role is Role.ADMIN for grant in grants)
    )


def erase(school: School, *words: str, by: str = "") -> Ran:
    return school.run("erase", *words, by=by or admin(school))


@pytest.fixture
def added(school: School) -> School:
    """Return the school with two texts in its store."""
    assert school.add(school.file("a.txt", NOTES), "--for", "E2").code == 0
    assert school.add(school.file("b.txt", OTHER), "--for", "E2").code == 0
    return school


def test_the_bytes_go_and_the_record_stays(added: School) -> None:
    manifest = added.items()
    ran = erase(added, OPEN, "e1", *WHY, "--on", "2027-02-01")
    assert ran.code == 0, ran.err
    assert ran.lines[-1] == "e1: erased"
    assert added.kept() == [text_at(manifest[1], "sha256").removeprefix("sha256:")]
    assert added.items() == manifest
    decision = added.exam().decisions[-1]
    assert text_at(decision.record, "event") == "erased"
    assert text_at(decision.record, "reason") == WHY[1]
    assert (decision.by, text_at(decision.record, "on")) == (
        admin(added),
        "2027-02-01",
    )
    (piece,) = records_at(decision.record, "erased")
    assert piece == {"id": "e1", "sha256": text_at(manifest[0], "sha256")}
    assert not failing(judge_repository(added.folder).findings)


def test_verify_tells_it_with_its_record(added: School) -> None:
    assert erase(added, OPEN, "e1", *WHY, "--on", "2027-02-01").code == 0
    ran = added.run("verify", OPEN)
    assert ran.code == 0
    told = next(line for line in ran.lines if "store.erased" in line)
    assert WHY[1] in told
    assert "2027-02-01" in told
    assert admin(added) in told


def test_what_was_recorded_and_not_done_is_done_by_the_same_command(
    added: School,
) -> None:
    before = {path: path.read_bytes() for path in added.store.glob("*/*")}
    assert erase(added, OPEN, "e1", *WHY).code == 0
    head = added.head()
    for path, content in before.items():
        if not path.exists():
            path.write_bytes(content)
    ran = added.run("verify", OPEN)
    assert ran.code == 1
    assert "store.not-erased" in ran.out
    assert erase(added, OPEN, "e1", *WHY).code == 0
    assert added.head() == head
    assert added.run("verify", OPEN).code == 0


def test_an_erasure_that_is_killed_anywhere_completes(
    added: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = text_at(added.items()[0], "sha256").removeprefix("sha256:")

    def fresh(moment: int) -> Victim:
        own = copied(added, tmp_path / f"kill-{moment}")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / f"cache-{moment}"))

        def holds() -> None:
            assert gone not in own.kept()
            assert own.run("verify", OPEN).code == 0

        return Victim(
            clone=own.folder,
            runs=lambda: erase(own, OPEN, "e1", *WHY, "--on", "2027-02-01").code,
            drafts=own.folder / "drafts",
            holds=holds,
        )

    assert ends_everywhere(fresh, wanted=MOMENTS) == MOMENTS


def test_what_the_list_no_longer_names_is_said_to_stay(added: School) -> None:
    before = added.kept()
    new = added.file("c.txt", b"Meting 3: 0,2 ohm\n")
    assert added.add(new, "--for", "E2", "--instead", "e1").code == 0
    ran = erase(added, OPEN, "e1", *WHY)
    assert "another took the place of earlier lies in the store still" in ran.err
    assert added.kept() == before


def test_a_file_may_be_evidence_in_another_exam_too(added: School) -> None:
    exam = added.exam()
    kept, _ = kept_files(exam)
    other = replace(exam, scope="groups/a/b")
    assert held_elsewhere((exam,), kept) == ""
    assert held_elsewhere((exam, other), kept) == "a/b"
    record: dict[str, Data] = {
        "event": "erased",
        "erased": [{"id": "e1", "sha256": text_at(kept.item, "sha256")}],
    }
    gone = Decision(
        number=1, kind=DecisionKind.RETENTION, record=record, by="p-0", commit="", at=0
    )
    assert held_elsewhere((exam, replace(other, decisions=(gone,))), kept) == ""


def test_the_same_file_for_another_exam_is_told(
    added: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "proeve.deeds.evidence_checking.held_elsewhere", lambda *_: "a/b"
    )
    monkeypatch.setattr("proeve.deeds.erasing.held_elsewhere", lambda *_: "a/b")
    ran = erase(added, OPEN, "e1", *WHY)
    assert ran.code == 0
    assert "still evidence elsewhere" in ran.lines[-1]
    assert len(added.kept()) == 2
    ran = added.run("verify", OPEN)
    assert ran.code == 0
    assert "store.erased-here" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((OPEN, "e9"), "no piece of evidence e9"),
        ((OPEN, "../e1"), "no piece of evidence"),
        (("26-9999-x", "e1"), "no exam"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_written(
    added: School, words: tuple[str, ...], said: str
) -> None:
    head, kept = added.head(), added.kept()
    ran = erase(added, *words, *WHY)
    assert ran.code == 2
    assert said in ran.err
    assert (added.head(), added.kept()) == (head, kept)


def test_only_who_keeps_dossiers_erases(added: School) -> None:
    head, kept = added.head(), added.kept()
    ran = erase(added, OPEN, "e1", *WHY, by=added.student)
    assert ran.code == 2
    assert (added.head(), added.kept()) == (head, kept)


def test_without_a_reason_nothing_is_erased(added: School) -> None:
    assert erase(added, OPEN, "e1").code == 2
    assert len(added.kept()) == 2


def test_a_store_that_is_away_leaves_no_record(added: School) -> None:
    head = added.head()
    away = Path(added.store)
    away.rename(away.with_name("elsewhere"))
    assert erase(added, OPEN, "e1", *WHY).code == 3
    assert added.head() == head


def test_what_git_holds_cannot_be_erased(in_git: School) -> None:
    assert in_git.add(in_git.file("a.txt", NOTES), "--for", "E2").code == 0
    head = in_git.head()
    ran = erase(in_git, OPEN, "e1", *WHY)
    assert ran.code == 2
    assert "Git itself" in ran.err
    assert in_git.head() == head


def test_an_erased_piece_fails_nothing(added: School) -> None:
    assert erase(added, OPEN, "e1", *WHY).code == 0
    found = judge_repository(added.folder).findings
    assert not [each for each in found if each.severity is Severity.ERROR]
