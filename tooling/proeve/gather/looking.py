"""Looking: what lies in a repository, judged on top of what was judged before.

Every command that only looks comes through here, so that each is as fast, and says the
same of the same commit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from proeve.errors import UsageError
from proeve.gather.guarded import verdict_in
from proeve.gather.history import Ledger, judge_repository
from proeve.gather.memory.recall import Memory, Outcome, briefs_in, judged, keep
from proeve.gather.memory.store import ForgottenError
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.rules.status import exam_verdict
from proeve.sight.brief import Brief, all_briefs, briefs_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A verdict, all its exams in brief, and a way to open one of them."""

    verdict: LedgerVerdict
    exams: tuple[Brief, ...]
    open_exam: Callable[[str], ExamVerdict]

    def chosen(self, what: str | None) -> tuple[Brief, ...]:
        """Return the exams of a group, the exam of a name or number, or all of them.

        Raises UsageError for what is neither.
        """
        if what is None:
            return self.exams
        name = what.removeprefix("exams/").removeprefix("groups/").strip("/")
        found = tuple(
            exam
            for exam in self.exams
            if name in (exam.name, exam.name.split("/")[-1], exam.number, exam.group)
        )
        if not found:
            raise UsageError(
                f"Er is geen groep of examen {what}.",
                f"There is no group or exam {what}.",
            )
        return found

    def one(self, what: str) -> ExamVerdict:
        """Return the one exam of a name or number; raises UsageError without it."""
        found = self.chosen(what)
        if len(found) != 1:
            raise UsageError(
                f"{what} wijst niet precies één examen aan.",
                f"{what} does not name exactly one exam.",
            )
        return self.open_exam(found[0].scope)


def look(
    path: Path,
    see: Callable[[Looked], T],
    *,
    now: int,
    memory: Memory | None = None,
    rev: str = "main",
) -> T:
    """Judge the ledger at a revision as it lies there, and return what `see` sees.

    No pin is asked or moved: whoever only looks has not seen a trust root. What `see`
    looks at may prove to be spoiled; then all is judged again, and it sees that.
    """
    try:
        return see(_looked(path, rev, now, memory, known=memory))
    except ForgottenError:
        return see(_looked(path, rev, now, memory, known=None))


def _looked(
    path: Path, rev: str, now: int, memory: Memory | None, *, known: Memory | None
) -> Looked:
    outcome = judged(path, rev, None, known, check=_accept)
    if outcome.ledger.is_sample:
        return _sample(judge_repository(path, rev=rev, now=now))
    briefs = briefs_in(outcome)
    # Where nothing can be kept, the next look takes as long; the verdict is the same.
    keep(memory, outcome, briefs)

    def open_exam(scope: str) -> ExamVerdict:
        found = outcome.state.exam(scope)
        if found is None:
            raise KeyError(scope)
        return exam_verdict(found, outcome.state.registry, now)

    return Looked(
        verdict=verdict_in(outcome, now, whole=False),
        exams=all_briefs(
            {name: _sorted(outcome, name, held) for name, held in briefs.items()}
        ),
        open_exam=open_exam,
    )


def _accept(ledger: Ledger) -> None:
    """Look at every ledger, whatever it begins at."""


def _sorted(
    outcome: Outcome, group: str, held: str | Mapping[str, Brief]
) -> tuple[Brief, ...]:
    """Return the exams of a group by name, read where they are remembered."""
    if isinstance(held, str) and outcome.opened is not None:
        held = outcome.opened.briefs(group)
    if isinstance(held, str):
        raise ForgottenError(group)
    return tuple(exam for _, exam in sorted(held.items()))


def _sample(verdict: LedgerVerdict) -> Looked:
    exams = {exam.scope: exam for exam in verdict.exams}
    return Looked(
        verdict=verdict,
        exams=briefs_of(verdict),
        open_exam=exams.__getitem__,
    )
