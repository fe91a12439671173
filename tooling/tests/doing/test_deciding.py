"""Decisions at the command line: each kind by its own fields, from its schema."""

import json
from pathlib import Path

import pytest

from proeve.cli.deciding import DECISION_VERBS
from proeve.gather.history import judge_repository
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Part, RowId, StepId
from proeve.rules.committees import voters
from tests.cli.running import Ran, proeve
from tests.doing.ground import Ground, copied, made

pytestmark = pytest.mark.slow

WHY = ("--reason", "Afgesproken met het bedrijf.")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return made(tmp_path_factory.mktemp("deciding") / "school", exams=24)


@pytest.fixture
def ground(many: Ground, tmp_path: Path) -> Ground:
    return copied(many, tmp_path / "own")


def standing(ground: Ground, row: RowId, *, archived: bool = False) -> ExamVerdict:
    """Return an exam in which a row is approved, and the archive maybe too."""
    return next(
        exam
        for exam in judge_repository(ground.folder).exams
        if exam.state.row(row).approvals
        and bool(exam.state.row(RowId.ARCHIVE).approvals) is archived
        and exam.state.closed is None
        and not exam.state.paused
    )


def begun(ground: Ground, row: RowId, before: RowId) -> ExamVerdict:
    """Return an exam that came as far as one row and not as far as the other."""
    return next(
        exam
        for exam in judge_repository(ground.folder).exams
        if exam.state.row(row).approvals
        and not exam.state.row(before).approvals
        and exam.state.closed is None
        and not exam.state.paused
    )


def contact(ground: Ground, exam: ExamVerdict) -> Path:
    return ground.key(exam.state.parts[Part.SCHOOL_CONTACT][0])


def member(ground: Ground, exam: ExamVerdict) -> Path:
    registry = judge_repository(ground.folder).registry
    return ground.key(voters(exam.state, registry)[0])


def deed(ground: Ground, key: Path, *words: str) -> Ran:
    return proeve(ground.folder, *words, "--key", str(key), "--yes")


def decisions(ground: Ground, exam: ExamVerdict) -> list[DecisionKind]:
    verdict = judge_repository(ground.folder)
    assert not [each for each in verdict.findings if each.severity == "error"]
    found = next(e for e in verdict.exams if e.state.scope == exam.state.scope)
    return [each.kind for each in found.state.decisions]


def test_the_clocks_stop_and_go_on(ground: Ground) -> None:
    exam = begun(ground, RowId.ESTABLISH, RowId.EXECUTION)
    number, key = exam.state.id, contact(ground, exam)
    paused = ("pause", number, "--from", "2026-11-02", "--reason", "illness")
    assert deed(ground, key, *paused).code == 0
    resumed = ("resume", number, "--on", "2026-11-09", "--reason", "illness")
    assert deed(ground, key, *resumed).code == 0
    assert decisions(ground, exam)[-2:] == [DecisionKind.PAUSE, DecisionKind.RESUME]


def test_a_deadline_moves_and_the_reason_stays(ground: Ground) -> None:
    exam = begun(ground, RowId.ESTABLISH, RowId.EVIDENCE)
    more = ("--step", "evidence", "--until", "2027-06-01", *WHY)
    done = deed(ground, contact(ground, exam), "extend", exam.state.id, *more)
    assert done.code == 0
    assert "Until: 2027-06-01" in done.out
    assert decisions(ground, exam)[-1] is DecisionKind.EXTENSION


def test_the_committee_returns_an_assignment(ground: Ground) -> None:
    exam = next(
        exam
        for exam in judge_repository(ground.folder).exams
        if exam.current is not None and exam.current.step is StepId.ESTABLISH
    )
    back = ("return", exam.state.id, "--to", "acquire", *WHY)
    assert deed(ground, member(ground, exam), *back).code == 0
    after = proeve(ground.folder, "status", exam.state.id, "--json")
    assert json.loads(after.out)["steps"]["acquire"] == "returned"


def test_the_student_is_told_after_the_archive_too(ground: Ground) -> None:
    exam = standing(ground, RowId.RESULT, archived=True)
    told = ("--road", "letter", "--told-on", "2027-02-01", *WHY)
    done = deed(ground, contact(ground, exam), "notice", exam.state.id, *told)
    assert done.code == 0
    assert decisions(ground, exam)[-1] is DecisionKind.NOTICE


def test_a_complaint_is_recorded_with_its_status(ground: Ground) -> None:
    exam = standing(ground, RowId.RESULT)
    about = (
        "--received-on",
        "2027-02-01",
        "--about",
        "conduct",
        "--status",
        "received",
    )
    words = ("record", "complaint", exam.state.id, *about, *WHY)
    assert deed(ground, contact(ground, exam), *words).code == 0
    assert decisions(ground, exam)[-1] is DecisionKind.COMPLAINT


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_every_kind_of_decision_has_a_command_in_both_languages(
    many: Ground, kind: DecisionKind
) -> None:
    dutch = proeve(many.folder, "decide", kind.value, "--help", lang="nl")
    english = proeve(many.folder, "decide", kind.value, "--help", lang="en")
    assert dutch.code == english.code == 0
    assert "--reason" in dutch.out
    assert dutch.out.splitlines()[2:6] != english.out.splitlines()[2:6]


@pytest.mark.parametrize("verb", sorted(DECISION_VERBS))
def test_what_is_missing_is_named_and_nothing_is_written(
    ground: Ground, verb: str
) -> None:
    exam = standing(ground, RowId.ESTABLISH)
    before = ground.head()
    done = deed(ground, contact(ground, exam), verb, exam.state.id)
    assert done.code == 2
    assert "Something is missing" in done.err
    assert ground.head() == before


def test_somebody_without_a_part_is_told_so(ground: Ground) -> None:
    exam = standing(ground, RowId.ESTABLISH)
    people = {one for each in exam.state.parts.values() for one in each}
    stranger = next(
        key
        for key in sorted(ground.keys.glob("p-*"))
        if key.name not in people
        and not judge_repository(ground.folder).registry.grants.get(key.name)
    )
    paused = ("pause", exam.state.id, "--from", "2026-11-02", "--reason", "illness")
    before = ground.head()
    done = deed(ground, stranger, *paused)
    assert (done.code, ground.head()) == (2, before)
    assert "has no role" in done.err


def test_a_decision_out_of_turn_is_refused_by_the_judge(ground: Ground) -> None:
    exam = begun(ground, RowId.ACQUIRE, RowId.EXECUTION)
    told = ("--road", "letter", "--told-on", "2027-02-01", *WHY)
    before = ground.head()
    done = deed(ground, contact(ground, exam), "notice", exam.state.id, *told)
    assert (done.code, ground.head()) == (1, before)
    assert "decisions.too-early" in done.out


def test_an_exam_that_is_not_there_is_named(ground: Ground) -> None:
    exam = standing(ground, RowId.ESTABLISH)
    done = deed(ground, contact(ground, exam), "pause", "26-9999-x")
    assert done.code == 2
    assert "26-9999-x" in done.err or "missing" in done.err


def test_a_word_that_is_no_choice_is_refused(ground: Ground) -> None:
    exam = standing(ground, RowId.ESTABLISH)
    words = ("pause", exam.state.id, "--from", "2026-11-02", "--reason", "lui")
    assert deed(ground, contact(ground, exam), *words).code == 2


def test_a_decision_about_one_that_is_not_there_names_those_that_are(
    ground: Ground,
) -> None:
    exam = begun(ground, RowId.ESTABLISH, RowId.EXECUTION)
    key = member(ground, exam)
    words = ("decide", "ratification", exam.state.id, "--decision", "99", *WHY)
    done = deed(ground, key, *words)
    assert done.code == 2
    assert "has no decision 99; it has: " in done.err
    assert len(done.err.splitlines()) == 1


def test_a_result_that_was_told_before_it_stood_is_remarked_on(ground: Ground) -> None:
    exam = begun(ground, RowId.RESULT, RowId.ARCHIVE)
    words = ("notice", exam.state.id, "--road", "mail", "--told-on", "2026-09-01")
    done = deed(ground, contact(ground, exam), *words, "--reason", "Verteld.")
    assert done.code == 0, done.out
    assert "Mind: 2026-09-01 is before" in done.err
