"""Approvals in doubt after a lost or stolen key, and what can be done about each."""

from collections.abc import Iterable, Iterator

from proeve.model.exam import Approval
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict
from proeve.words.labels import label
from proeve.words.say import Language


def suspect_lines(
    exams: Iterable[ExamVerdict], registry: Registry, language: Language
) -> Iterator[str]:
    """Yield each approval in doubt, why, and who can heal it."""
    dutch = language == "nl"
    count = 0
    for exam in exams:
        for one in exam.suspects:
            count += 1
            yield _line(exam.scope, one, registry, language)
    if count == 0:
        yield "Geen akkoord is in twijfel." if dutch else "No approval is in doubt."
        return
    yield (
        "Elk akkoord hierboven: dezelfde mens bevestigt het met een nieuwe sleutel "
        "(reaffirm), of de examencommissie trekt het in (void)."
        if dutch
        else "Each approval above: the same person confirms it with a new key "
        "(reaffirm), or the exam committee takes it away (void)."
    )


def _line(scope: str, one: Approval, registry: Registry, language: Language) -> str:
    since = registry.since.get(one.key, "")
    kind = registry.lost[one.key] + (f" {since}" if since else "")
    who = f"{label(one.hat, language)} {one.person}"
    return f"{scope.removeprefix('groups/')}  {one.row}  {who}  ({kind})"
