"""Where an exam stood, told from its events, is where the judge put it at that time."""

from pathlib import Path

import pytest

from proeve.cli.practice import make_practice
from proeve.gather.history import judge_repository
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Needed
from proeve.sight.course import FINISHED, _walked, course_of
from tests.cli.running import git
from tests.site import verdicts

pytestmark = pytest.mark.slow

PARTS = 5


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course") / "school"
    make_practice(folder, exams=60, seed="course", language="nl")
    return folder


@pytest.mark.parametrize("part", range(1, PARTS + 1))
def test_the_walk_ends_where_the_judge_stands(school: Path, part: int) -> None:
    spine = git(school, "rev-list", "--first-parent", "--reverse", "main").split()
    verdict = judge_repository(school, rev=spine[len(spine) * part // PARTS - 1])
    compared = 0
    for exam in verdict.exams:
        now = exam.current
        if now is not None and MEI_12.step(now.step).needed is Needed.OPTIONAL:
            continue
        *_, last = _walked(exam, verdict.registry)
        judged = MEI_12.step(now.step).number if now else FINISHED
        assert last.number == judged, exam.scope
        compared += 1
    assert compared >= 10


def test_the_last_stand_is_the_judge_s_whatever_the_events_say() -> None:
    exam = verdicts.exam_at(9)
    assert course_of(exam, verdicts.school().registry)[-1].number == 9


def test_an_exam_without_history_has_no_course() -> None:
    verdict = verdicts.verdict(verdicts.exam_at(1))
    assert course_of(verdict.exams[0], verdict.registry) == ()
