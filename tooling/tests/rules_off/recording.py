"""Every refusal that the attack tests meet, kept so that it can be asked for again.

The tests themselves are the attacks: each is run as it stands, and wherever it asks a
judge or a reader that finds something, the question is written down.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import pytest

from proeve.history.commits import Commit
from proeve.history.transitions import transitions
from proeve.judge import step
from proeve.model.findings import Finding
from proeve.model.history import Act, Signature, Transition
from proeve.model.ledger import Judgement, Standing, State
from proeve.rules.dossier.case import Fault
from proeve.words.codes import ALL
from tests.cli.running import Ran
from tests.history.building import Repository
from tests.judging import real
from tests.receiver.test_receiver_attests import Desk
from tests.rules_off.running import runs

Codes = frozenset[str]
NO_ANSWER = frozenset({"(no answer)"})
Value = object
Asked = Callable[..., Value]

_JUDGING = (
    *("fold", "real_acts", "real_objects", "refusals"),
    *(
        f"refusals_{what}"
        for what in (
            *("content", "decisions", "endings", "people"),
            *("registry", "rows", "scopes", "statements"),
        )
    ),
)
MODULES = (
    *(f"judging.test_{name}" for name in _JUDGING),
    *(f"covering.test_cover_{name}" for name in ("exam", "objects", "scopes")),
    *(
        f"registry.test_{name}"
        for name in (
            *("dual_control", "new_root", "revoking"),
            *("suspects", "suspects_in_time"),
        )
    ),
    *(f"judging.test_time_{name}" for name in ("checkpoints", "receipts", "tokens")),
    *(f"receiver.test_attacks_{name}" for name in ("by_merge", "on_parcels")),
    *("receiver.test_attacks_on_reviews", "receiver.test_covers_by_merge"),
    *("receiver.test_decision_lists", "receiver.test_receiver_attests"),
    "receiver.test_two_reviews_for_one_key",
    *(f"rules_off.test_{name}_wrongly" for name in ("decided", "let_in", "worked")),
    *(f"dossier.test_dossier_{name}" for name in ("exam", "judgement", "work")),
    *(
        f"dossier.test_{name}"
        for name in ("beginning", "enrolled_keys", "registry_changes", "separations")
    ),
    *(
        f"history.test_history_{name}"
        for name in ("acts", "commits", "sshsig", "transitions", "trees")
    ),
)
"""Where the attacks are, those on a whole ledger first."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A question that was answered with findings, and how it is asked again."""

    name: str
    codes: Codes
    again: Callable[[str], Codes]

    def without(self, code: str) -> Codes:
        """Ask again where a rule is off; `NO_ANSWER` if there is none without it."""
        try:
            return self.again(code)
        except (ArithmeticError, AttributeError, LookupError, ValueError):
            return NO_ANSWER


class Book(Protocol):
    """Where the refusals are written down, under the test that is running."""

    def note(self, codes: Codes, again: Callable[[str], Codes]) -> None:
        """Write a question down if its answer had findings."""


class _Book:
    """Keeps what was noted."""

    def __init__(self) -> None:
        self.test = ""
        self.found: list[Refusal] = []

    def note(self, codes: Codes, again: Callable[[str], Codes]) -> None:
        if codes:
            self.found.append(Refusal(self.test, codes, again))


def recorded(folder: Path) -> tuple[Refusal, ...]:
    """Run the attack tests and return every refusal that they met."""
    book = _Book()
    with pytest.MonkeyPatch.context() as patch:
        _listen_to_judge(patch, book)
        _listen_to_readers(patch, book)
        for name in MODULES:
            for test, run in runs(import_module(f"tests.{name}"), folder):
                book.test = f"{name.rpartition('.')[2]}::{test}"
                run()
    return tuple(book.found)


def codes_of(judgement: Judgement) -> Codes:
    """Return what keeps a commit from being lawful; nothing if it is."""
    if judgement.standing is Standing.VALID:
        return frozenset()
    return frozenset(finding.code for finding in judgement.findings)


def forgetting(transition: Transition, code: str) -> Transition:
    """Return the facts as they are to a reader that does not know a finding."""
    return replace(
        transition,
        findings=tuple(each for each in transition.findings if each.code != code),
        acts=tuple(
            replace(act, problems=tuple(p for p in act.problems if p.code != code))
            for act in transition.acts
        ),
    )


def _listen_to_judge(patch: pytest.MonkeyPatch, book: Book) -> None:
    """Note each commit that is not lawful, with how its facts were come by."""
    reads: list[Callable[[], Transition]] = []
    reader = cast("Callable[..., Iterator[Transition]]", transitions)

    def read(*args: Value, **options: Value) -> Iterator[Transition]:
        reads[:] = [lambda: next(reader(*args, **options))]
        return reader(*args, **options)

    def judged(state: State, transition: Transition) -> tuple[State, Judgement]:
        again = reads.pop() if reads else lambda: transition
        answer = step(state, transition)
        book.note(
            codes_of(answer[1]),
            lambda code: codes_of(step(state, forgetting(again(), code))[1]),
        )
        return answer

    patch.setattr(real, "transitions", read)
    for module in ("judging.sim", "judging.real", "dossier.test_beginning"):
        patch.setattr(f"tests.{module}.step", judged)


def _of_findings(found: Value) -> Codes:
    return frozenset(each.code for each in cast("Sequence[Finding | Fault]", found))


def _of_located(found: Value) -> Codes:
    return _of_findings([each for _, each in cast("list[tuple[str, Fault]]", found)])


def _of_judged(answer: Value) -> Codes:
    return _of_findings(cast("tuple[State, tuple[Finding, ...]]", answer)[1])


def _of_signature(answer: Value) -> Codes:
    reason = cast("Signature", answer).reason
    return frozenset({reason} if reason else ())


def _of_read(answer: Value) -> Codes:
    problems = cast("Commit | Act | None", answer)
    return _of_findings(problems.problems) if problems else frozenset({"unread"})


def _of_ledger(answer: Value) -> Codes:
    return codes_of(cast("tuple[State, tuple[Judgement, ...]]", answer)[1][-1])


def _of_words(found: Value) -> Codes:
    return frozenset(cast("list[str]", found))


def _of_printed(found: Value) -> Codes:
    printed = re.findall(r"[a-z-]+\.[a-z-]+", cast("Ran", found).out)
    return frozenset(printed) & set(ALL)


def _of_newest(answer: Value) -> Codes:
    newest = cast("list[Transition]", answer)[-1]
    return _of_findings(newest.findings)


_READERS: tuple[tuple[str, str, Callable[[Value], Codes]], ...] = (
    ("covering.test_cover_objects", "judged", _of_ledger),
    ("judging.test_time_tokens", "judged", _of_ledger),
    ("receiver.test_decision_lists", "_codes", _of_words),
    ("dossier.cases", "check_case", _of_findings),
    ("dossier.test_enrolled_keys", "check_keys", _of_findings),
    ("dossier.test_registry_changes", "check_registry", _of_findings),
    ("dossier.test_registry_changes", "record_faults", _of_located),
    ("dossier.test_beginning", "judge_genesis", _of_judged),
    ("history.test_history_sshsig", "check", _of_signature),
    ("history.test_history_commits", "read", _of_read),
    ("history.test_history_acts", "read", _of_read),
)
_METHODS: tuple[tuple[type, str, Callable[[Value], Codes]], ...] = (
    (Repository, "transitions", _of_newest),
    (Desk, "attest", _of_printed),
)


def _listen_to_readers(patch: pytest.MonkeyPatch, book: Book) -> None:
    """Note each answer with findings, of readers and of rules that are asked alone."""
    for name, attribute, told in _READERS:
        module = import_module(f"tests.{name}")
        asked = getattr(module, attribute)
        patch.setattr(module, attribute, _noting(asked, told, book))
    for owner, attribute, told in _METHODS:
        asked = getattr(owner, attribute)
        patch.setattr(owner, attribute, _noting(asked, told, book))


def _noting(asked: Asked, told: Callable[[Value], Codes], book: Book) -> Asked:
    def answer(*args: Value, **options: Value) -> Value:
        found = asked(*args, **options)
        found = list(found) if isinstance(found, Iterator) else found

        def again(code: str) -> Codes:
            once_more = asked(*args, **options)
            kept = list(once_more) if isinstance(once_more, Iterator) else once_more
            return told(kept) - {code}

        book.note(told(found), again)
        return found

    return answer
