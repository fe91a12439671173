"""Which attempt at an exam counts: the best or the last, as the school decided."""

from dataclasses import replace

import pytest

from proeve.model.registry import Policy
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Outcome, RowId
from proeve.sight.attempts import counting
from tests.status import exams

FAIL, PASS, AWAY = Outcome.NOT_PASSED, Outcome.PASSED, Outcome.WITHDRAWN


def attempt(number: int, outcome: Outcome) -> ExamVerdict:
    verdict = exams.verdict(exams.until(RowId.RESULT))
    record = {**(verdict.state.document("exam") or {}), "attempt": number}
    documents = {**verdict.state.documents, "exam.yml": record}
    scope = f"groups/g/e-{number}"
    state = replace(verdict.state, scope=scope, documents=documents)
    return replace(verdict, state=state, outcome=outcome, provisional=False)


@pytest.mark.parametrize(
    ("outcomes", "best", "last"),
    [
        ((FAIL, PASS), 2, 2),
        ((PASS, FAIL), 1, 2),
        ((PASS, PASS), 2, 2),
        ((FAIL, FAIL), 2, 2),
        ((FAIL, AWAY), 1, 1),
    ],
)
def test_one_attempt_counts(
    outcomes: tuple[Outcome, Outcome], best: int, last: int
) -> None:
    tried = [attempt(number, each) for number, each in enumerate(outcomes, start=1)]
    policy = Policy()
    assert counting(tried, policy, best=True) == {f"groups/g/e-{best}"}
    assert counting(tried, policy, best=False) == {f"groups/g/e-{last}"}


def test_what_is_provisional_counts_nowhere() -> None:
    open_ = replace(attempt(1, PASS), provisional=True)
    assert counting([open_], Policy(), best=True) == frozenset()
