"""The practice school: every situation is there, lawful, and proves nothing."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from proeve.deeds.practice.school import PracticeReport, practice
from proeve.gather.history import judge_repository
from proeve.history.objects import ObjectKind, Objects
from proeve.history.transitions import transitions
from proeve.model.history import Transition
from proeve.model.ledger import Standing
from proeve.model.time import TimeBasis
from proeve.model.verdict import ExamVerdict, LedgerVerdict, StepState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome, Part, StepId

pytestmark = pytest.mark.slow

SPRING = int(datetime(2027, 5, 4, tzinfo=UTC).timestamp())
SITUATIONS = (
    "refused", "refused-withdrawn", "returned-to-acquire", "returned-to-evidence",
    "returned-to-consensus", "late", "overdue", "extended", "substituted", "disputed",
    "third-assessor", "not-passed", "resit", "carried-over", "revised", "withdrawn",
    "annulled", "archived", "stopped", "continued-without", "appointment-skipped",
    "paused", "resumed", "notice", "early-start", "overruled", "exemption",
    "appeal-annulled", "untimed",
)  # fmt: skip


def judged(report: PracticeReport) -> LedgerVerdict:
    return judge_repository(report.folder, now=SPRING, trust_root=report.trust_root)


def story(verdict: LedgerVerdict, *kinds: DecisionKind) -> list[ExamVerdict]:
    wanted = set(kinds)
    return [
        exam
        for exam in verdict.exams
        if wanted <= {decision.kind for decision in exam.state.decisions}
    ]


@pytest.fixture(scope="module")
def verdict(school: PracticeReport) -> LedgerVerdict:
    return judged(school)


@pytest.fixture(scope="module")
def spine(school: PracticeReport) -> list[Transition]:
    head = Objects.open(school.folder).head()
    return list(transitions(school.folder, head))


def test_every_commit_is_valid_when_the_history_is_read_back(
    verdict: LedgerVerdict, school: PracticeReport
) -> None:
    assert {each.standing for each in verdict.judgements} == {Standing.VALID}
    assert len(verdict.judgements) == school.commits
    assert verdict.environment == "practice"


def test_the_report_names_every_situation(school: PracticeReport) -> None:
    assert school.situations >= set(SITUATIONS)
    assert school.situations >= {f"step-{number}" for number in range(1, 13)}


def test_exams_stand_at_every_step(verdict: LedgerVerdict) -> None:
    standing = {exam.current.step for exam in verdict.exams if exam.current}
    # The fourth step may be left out: an exam at it can do the fifth as well.
    assert standing >= set(StepId) - {StepId.APPOINTMENT}
    states = {(each.step, each.state) for exam in verdict.exams for each in exam.steps}
    assert (StepId.APPOINTMENT, StepState.OPEN) in states
    assert (StepId.APPOINTMENT, StepState.SKIPPED) in states
    assert {state for _, state in states} >= set(StepState) - {StepState.BROKEN}


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_every_kind_of_decision_is_taken(
    kind: DecisionKind, verdict: LedgerVerdict
) -> None:
    assert story(verdict, kind)


def test_exams_end_in_many_ways(verdict: LedgerVerdict) -> None:
    outcomes = {exam.outcome for exam in verdict.exams}
    assert outcomes >= {
        Outcome.PASSED,
        Outcome.NOT_PASSED,
        Outcome.WITHDRAWN,
        Outcome.ANNULLED,
        None,
    }


def test_a_revision_makes_a_fail_a_pass(verdict: LedgerVerdict) -> None:
    (exam,) = story(verdict, DecisionKind.REVISION)
    result = exam.state.document("result") or {}
    assert (result["outcome"], exam.outcome) == ("not_passed", Outcome.PASSED)


def test_a_resit_takes_over_what_was_passed(verdict: LedgerVerdict) -> None:
    exams = {exam.scope: exam.state.document("exam") or {} for exam in verdict.exams}
    (resit,) = (each for each in exams.values() if each["attempt"] == 2)
    earlier = resit["resit_of"]
    assert isinstance(earlier, dict)
    assert exams[f"groups/{earlier['exam']}"]["student"] == resit["student"]
    assert resit["carried_over"]
    assert resit["units"]


def test_a_third_assessor_is_opened_after_a_dispute(verdict: LedgerVerdict) -> None:
    (exam,) = story(verdict, DecisionKind.DISPUTE)
    assert "forms/third.yml" in exam.state.files
    assert len(exam.state.parts[Part.THIRD_ASSESSOR]) == 1


def test_a_small_company_leans_on_its_dispensation(verdict: LedgerVerdict) -> None:
    both = [
        exam
        for exam in verdict.exams
        if exam.state.parts.get(Part.FIRST_ASSESSOR)
        == exam.state.parts.get(Part.WORKPLACE_SUPERVISOR)
        is not None
    ]
    assert both
    assert verdict.registry.dispensations


def test_late_evidence_came_after_its_deadline(verdict: LedgerVerdict) -> None:
    (exam,) = story(verdict, DecisionKind.ACCEPT_LATE)
    step = next(each for each in exam.steps if each.step is StepId.EVIDENCE)
    assert step.deadline is not None
    assert step.done_at is not None
    assert step.done_at > datetime.fromisoformat(step.deadline).timestamp()


def test_somebody_is_late_today(verdict: LedgerVerdict) -> None:
    assert any(step.overdue_days for exam in verdict.exams for step in exam.steps)


def test_two_of_three_root_holders_stand_behind_the_genesis(
    spine: list[Transition], verdict: LedgerVerdict
) -> None:
    genesis, statements = spine[:2]
    assert all(each.path.startswith("exams/registry/") for each in genesis.changes)
    assert {act.namespace for act in statements.acts} == {"proeve-genesis@v1"}
    assert len(statements.acts) >= verdict.registry.threshold


def test_companies_and_students_never_push(
    spine: list[Transition], verdict: LedgerVerdict
) -> None:
    people = verdict.registry.people
    pushers = {each.trailers.statement.actor for each in spine if each.trailers}
    speakers = {
        act.statement.actor for each in spine for act in each.acts if act.statement
    }
    assert {people[pusher].side for pusher in pushers} == {"school"}
    assert {people[speaker].side for speaker in speakers} >= {"company", "student"}


def test_commits_follow_each_other_in_time(spine: list[Transition]) -> None:
    moments = [each.authored for each in spine]
    assert moments == sorted(moments)
    assert {each.offset for each in spine} == {"+0100", "+0200"}


def test_keys_are_enrolled_as_practice_keys(school: PracticeReport) -> None:
    proofs = [
        path.read_text() for path in school.folder.glob("exams/registry/people/*/*.yml")
    ]
    assert len(proofs) == school.people
    assert all("BEGIN SSH SIGNATURE" in proof for proof in proofs)


def test_git_finds_nothing_amiss(school: PracticeReport) -> None:
    for command in (("fsck", "--strict", "--full"), ("status", "--porcelain")):
        done = subprocess.run(
            ["git", "-C", str(school.folder), *command],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == ""


def documents(report: PracticeReport) -> dict[str, bytes]:
    """Return every file but boxes, and what names their digests."""
    return {
        str(path.relative_to(report.folder)): path.read_bytes()
        for path in report.folder.glob("**/*.yml")
        if not path.name.endswith(".seal.yml") and path.name != "archive.yml"
    }


def test_the_same_seed_makes_the_same_documents(
    school: PracticeReport, again: PracticeReport
) -> None:
    one, other = documents(school), documents(again)
    assert one.keys() == other.keys()
    # A resit names the digest of a folder in which a box lies.
    differ = [path for path, content in one.items() if other[path] != content]
    assert all(b"resit_of" in one[path] for path in differ)


def test_the_same_seed_makes_the_same_verdicts(
    verdict: LedgerVerdict, again: PracticeReport
) -> None:
    def shown(of: LedgerVerdict) -> list[tuple[object, ...]]:
        return [
            (exam.scope, exam.outcome, [step.state for step in exam.steps])
            for exam in of.exams
        ]

    assert shown(verdict) == shown(judged(again))


def said(report: PracticeReport) -> Iterator[tuple[str, bool, tuple[object, ...]]]:
    """Yield each commit's id, whether it seals, and its statement without digests."""
    head = Objects.open(report.folder).head()
    for each in transitions(report.folder, head):
        assert each.trailers is not None
        own = each.trailers.statement
        statement = (own.scope, own.step, own.action, own.role, own.actor, own.seq)
        boxes = any(change.path.endswith(".seal.yml") for change in each.changes)
        yield each.oid, boxes, statement


def test_the_same_seed_makes_the_same_commits_up_to_the_first_box(
    school: PracticeReport, again: PracticeReport
) -> None:
    one, other = list(said(school)), list(said(again))
    assert [each[2] for each in one] == [each[2] for each in other]
    first = next(number for number, each in enumerate(one) if each[1])
    assert [each[0] for each in one[:first]] == [each[0] for each in other[:first]]
    assert one[first][0] != other[first][0]
    assert school.trust_root == again.trust_root


def test_another_seed_makes_other_people(school: PracticeReport, folder: Path) -> None:
    other = practice(folder, start=school_start().date(), seed="anders", exams=1)
    assert other.trust_root != school.trust_root


def school_start() -> datetime:
    return datetime(2026, 9, 1, tzinfo=UTC)


@pytest.mark.parametrize("exams", [1, 5])
def test_a_small_school_in_english_is_lawful_too(exams: int, folder: Path) -> None:
    start = school_start().date()
    report = practice(folder, start=start, seed="s", exams=exams, language="en")
    found = judged(report)
    assert len(found.exams) == exams
    assert {each.standing for each in found.judgements} == {Standing.VALID}
    readme = (folder / "README.md").read_text()
    assert "proves nothing" in readme


def test_hand_ins_come_with_a_receipt_or_the_offices_word_or_neither(
    verdict: LedgerVerdict,
) -> None:
    bases = {exam.handed_in.basis for exam in verdict.exams if exam.handed_in}
    assert bases >= {TimeBasis.RECEIPT, TimeBasis.ATTESTED, TimeBasis.COMMIT}
    late = [exam for exam in verdict.exams if exam.late]
    assert late == story(verdict, DecisionKind.ACCEPT_LATE)


def test_late_evidence_that_waits_is_the_committees_move(folder: Path) -> None:
    start = school_start().date()
    found = judged(practice(folder, start=start, seed="toets", exams=25))
    (exam,) = (each for each in found.exams if each.late and not each.state.accepted)
    assert exam.current is not None
    assert exam.current.step is StepId.EVIDENCE_CHECK
    assert [each.verb for each in exam.current.missing][-1] == "decide accept-late"
    assert {each.standing for each in found.judgements} == {Standing.VALID}


def test_no_name_of_the_directory_is_in_the_repository(school: PracticeReport) -> None:
    directory = school.folder.with_name("school.directory.csv")
    text = directory.read_text(encoding="utf-8-sig")
    names = {line.split(";")[2] for line in text.splitlines()[1:]}
    objects = Objects.open(school.folder)
    head = objects.raw(objects.head(), ObjectKind.COMMIT)
    held = b"".join(
        path.read_bytes() for path in school.folder.glob("**/*") if path.is_file()
    )
    assert names
    assert not [name for name in names if name.encode() in held + head]
