"""Whatever happens in an exam lawfully, in whatever order, a clone of it verifies."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proeve.deeds.practice.school import practice
from proeve.gather.history import failing, judge_repository
from proeve.model.ledger import Standing
from proeve.model.verdict import LedgerVerdict
from proeve.process.vocabulary import Outcome, StepId
from proeve.rules.rows import outcome_of
from tests.judging import people
from tests.judging.real import new_repository
from tests.judging.sim import ExamSim
from tests.proofs.wandering import wandered

pytestmark = pytest.mark.slow

Seeds = st.integers(0, 2**32)


def _judged(sim: ExamSim, folder: Path) -> LedgerVerdict:
    sim.books.ledger.write_to(folder)
    root = f"proeve:{people.REPO}:sha256:{sim.transitions[0].sha256}"
    head = sim.books.ledger.head
    return judge_repository(folder, rev=head, trust_root=root, workers=1)


@settings(
    derandomize=True,
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(Seeds)
def test_a_random_lawful_run_verifies(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    sim = wandered(seed)
    folder = new_repository(tmp_path_factory.mktemp("run") / "r.git")
    verdict = _judged(sim, folder)
    assert failing(verdict.findings) == ()
    standings = {each.standing for each in verdict.judgements}
    assert standings == {Standing.VALID}
    assert verdict.registry == sim.books.state.registry
    found = {each.scope: each.state for each in verdict.exams}
    assert found == {each.scope: each for each in sim.books.state.exams()}


def test_the_random_runs_come_by_every_way_aside() -> None:
    """Hold that chance is not so narrow that the proof above proves little."""
    exams = [
        sim.beside(scope)
        for sim in map(wandered, range(40))
        for scope in (people.EXAM, people.OTHER_EXAM)
    ]
    kinds = {decision.kind.value for sim in exams for decision in sim.exam.decisions}
    assert kinds >= {"return", "refusal", "dispute", "pause", "resume", "withdrawal"}
    done = {step for sim in exams for step in sim.done()}
    assert done == {step.value for step in StepId}
    ends = {outcome_of(sim.exam, sim.books.state.registry) for sim in exams}
    assert ends >= {Outcome.PASSED, Outcome.NOT_PASSED, Outcome.WITHDRAWN}


@pytest.mark.parametrize("seed", ["proof one", "proof two"])
def test_a_practice_school_by_any_seed_verifies(seed: str, tmp_path: Path) -> None:
    """Here are resits, substitutions, appeals: every story that there is."""
    out = tmp_path / "school"
    made = practice(out, start=date(2026, 8, 31), seed=seed, exams=24)
    verdict = judge_repository(out, trust_root=made.trust_root)
    assert failing(verdict.findings) == ()
    assert verdict.length == made.commits
