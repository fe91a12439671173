"""Schools with a lesson, one for each role."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from proeve.deeds.clone import Clone, open_clone
from proeve.deeds.practice.lesson import Wishes, cast
from proeve.deeds.practice.others import Lesson
from proeve.deeds.practice.school import practice_as
from proeve.process.vocabulary import Role

DAY = date(2026, 11, 23)
AT = (1_795_430_000, "+0000")
"""A moment on that day."""

Begun = Callable[[Role], tuple[Lesson, Clone]]


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    """Return how to begin a lesson in a role, in a school of its own."""

    def begin(role: Role) -> tuple[Lesson, Clone]:
        wishes = Wishes(
            seed="les",
            exams=1,
            language="nl",
            start=date(2026, 3, 2),
            role=role,
            day=DAY,
        )
        practice_as(tmp_path / "school", wishes)
        return Lesson(cast(wishes), role), open_clone(tmp_path / "school")

    return begin
