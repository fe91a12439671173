"""From a repository to a verdict: the beginning, the anchor and the moment."""

from datetime import date
from pathlib import Path

import pytest

from proeve.deeds.practice.school import PracticeReport, practice
from proeve.errors import TrustError
from proeve.gather.history import JudgingReader, judge_repository, open_ledger
from proeve.history.spine import spine
from proeve.history.transitions import transitions
from proeve.judge import fold, step
from proeve.model.ledger import State


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> PracticeReport:
    folder = tmp_path_factory.mktemp("gather") / "school"
    return practice(folder, start=date(2026, 9, 1), seed="gather", exams=4)


def test_without_a_moment_days_count_from_the_head(school: PracticeReport) -> None:
    verdict = judge_repository(school.folder)
    assert verdict.now == max(event.at for e in verdict.exams for event in e.events)


def test_the_anchor_of_a_practice_school_says_so(school: PracticeReport) -> None:
    assert school.trust_root.startswith("proeve-practice:")
    assert judge_repository(school.folder, trust_root=school.trust_root).proved


def test_an_anchor_for_a_live_school_fits_no_practice_school(
    school: PracticeReport,
) -> None:
    live = school.trust_root.replace("proeve-practice:", "proeve:")
    with pytest.raises(TrustError):
        open_ledger(school.folder, trust_root=live)


def test_one_holder_alone_begins_no_ledger(school: PracticeReport) -> None:
    ledger = open_ledger(school.folder)
    verdict = judge_repository(school.folder, rev=ledger.line[0])
    assert [f.code for f in verdict.findings] == ["registry.roots-missing"]
    confirmed = judge_repository(school.folder, rev=ledger.line[1])
    assert confirmed.findings == ()


def test_every_prefix_of_a_practice_history_gives_the_folded_state(
    school: PracticeReport,
) -> None:
    ledger = open_ledger(school.folder)
    reader = JudgingReader(ledger.repo, ledger.environment)
    history = list(transitions(ledger.path, ledger.head, reader=reader, workers=1))
    state = State()
    for length, transition in enumerate(history, start=1):
        state, _ = step(state, transition)
        assert fold(history[:length])[0] == state
    assert len(spine(ledger.objects, ledger.head).oids) == len(history)


def test_judging_in_two_processes_changes_nothing(
    school: PracticeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proeve.history.transitions.SMALL", 1)
    two = judge_repository(school.folder, workers=2)
    assert two == judge_repository(school.folder, workers=1)


def test_opening_a_folder_inside_a_repository_finds_it(school: PracticeReport) -> None:
    inside = school.folder / "exams"
    assert judge_repository(Path(inside)).head == school.head
