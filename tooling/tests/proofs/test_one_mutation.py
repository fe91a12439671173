"""One thing changed in a lawful history never makes another one that is in order.

What is changed is hashed anew up to the head and not signed anew. Only a history that
is cut off at its end is lawful in itself: against that stands the pin (tests/guard).
"""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from proeve.errors import ProeveError
from proeve.gather.history import failing, judge_repository
from proeve.history import acts
from proeve.model.exam import ExamState
from proeve.model.history import Act
from proeve.model.ledger import Standing
from proeve.model.verdict import LedgerVerdict
from tests.judging import paper, people
from tests.judging.ledger import Signed
from tests.judging.objects import write_object
from tests.judging.real import judged_last, new_repository
from tests.judging.sim import ExamSim
from tests.proofs.rewriting import Copy, Rewritten, copy_of
from tests.proofs.wandering import stages

pytestmark = pytest.mark.slow

SEED = 46
"""A run with merges, acts and six kinds of decision."""

proving = settings(
    derandomize=True,
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow],
)
Told = frozenset[tuple[object, ...]]


@cache
def _stages() -> list[ExamSim]:
    return stages(SEED)


@cache
def _copy() -> Copy:
    return copy_of(_stages()[-1].books.ledger)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository that holds the lawful run, beside every mutation of it."""
    made = new_repository(tmp_path_factory.mktemp("run") / "r.git")
    _stages()[-1].books.ledger.write_to(made)
    return made


def _judged(folder: Path, head: str) -> LedgerVerdict | None:
    """Return the verdict on a head; None if it could not be judged."""
    root = f"proeve:{people.REPO}:sha256:{_stages()[-1].transitions[0].sha256}"
    try:
        return judge_repository(folder, rev=head, trust_root=root, workers=1)
    except ProeveError:
        return None


def _told(exam: ExamState) -> Told:
    """Return all that an exam's state says, but for which commits said it."""
    approvals = {
        (key, row.seq, each.person, each.role, each.text)
        for key, row in exam.rows.items()
        for each in row.approvals
    }
    files = {("file", path, fact.sha256) for path, fact in exam.files.items()}
    decided = {("decision", each.number, each.kind) for each in exam.decisions}
    return frozenset({*approvals, *files, *decided, ("end", exam.closed, exam.stopped)})


@cache
def _original() -> dict[str, Told]:
    return {each.scope: _told(each) for each in _stages()[-1].books.state.exams()}


def _holds(folder: Path, mutation: Rewritten) -> None:
    """Hold that a mutation is not in order, or says of each exam what was said."""
    head = mutation.write(folder)
    assume(head != _copy().line[-1])
    verdict = _judged(folder, head)
    if verdict is not None and not failing(verdict.findings):
        found = {each.scope: _told(each.state) for each in verdict.exams}
        assert found == _original()


def test_the_run_that_is_changed_is_in_order(folder: Path) -> None:
    verdict = _judged(folder, _copy().line[-1])
    assert verdict is not None
    assert failing(verdict.findings) == ()
    assert {each.scope: _told(each.state) for each in verdict.exams} == _original()


def test_the_run_that_is_changed_has_something_of_everything() -> None:
    sim = _stages()[-1]
    kinds = {
        each.kind.value for exam in sim.books.state.exams() for each in exam.decisions
    }
    assert kinds >= {"return", "refusal", "dispute", "withdrawal"}
    assert any(len(each.parents) == 2 for each in sim.transitions)
    assert sum(bool(each.acts) for each in sim.transitions) >= 10


def test_a_copy_that_changes_nothing_is_the_same(folder: Path) -> None:
    assert _copy().ordered(_copy().line).write(folder) == _copy().line[-1]


@proving
@given(st.data())
def test_a_changed_byte_is_not_in_order(folder: Path, data: st.DataObject) -> None:
    objects = sorted(_copy().objects.values(), key=lambda each: each.oid)
    chosen = data.draw(st.sampled_from(objects))
    assume(chosen.data)
    place = data.draw(st.integers(0, len(chosen.data) - 1))
    spoilt = bytearray(chosen.data)
    spoilt[place] ^= data.draw(st.integers(1, 255))
    _holds(folder, _copy().put(chosen.oid, bytes(spoilt)))


PLACES = st.deferred(lambda: st.integers(1, len(_copy().line) - 1))


@proving
@given(PLACES, PLACES)
def test_two_commits_that_change_places_are_not_in_order(
    folder: Path, one: int, other: int
) -> None:
    line = list(_copy().line)
    line[one], line[other] = line[other], line[one]
    _holds(folder, _copy().ordered(tuple(line)))


@proving
@given(PLACES, PLACES)
def test_commits_left_out_are_not_in_order(folder: Path, one: int, other: int) -> None:
    start, end = sorted((one, other))
    line = _copy().line
    kept = line[:start] + line[max(end, start + 1) :]
    assume(kept[-1] == line[-1])  # else it is cut off at its end: the pin's matter
    _holds(folder, _copy().ordered(kept))


@proving
@given(PLACES, PLACES)
def test_a_repeated_commit_is_not_in_order(folder: Path, one: int, place: int) -> None:
    line = _copy().line
    again = (*line[: place + 1], line[one], *line[place + 1 :])
    _holds(folder, _copy().ordered(again))


# An approval moved by somebody who may land, and signs the landing for real.

Line = tuple[str, str]
LINES = (
    *(("scope", scope) for scope in (people.EXAM, people.OTHER_EXAM)),
    *(("step", step) for step in ("acquire", "execution", "consensus", "result")),
    *(("role", role) for role in ("student", "school_assessor", "exam_committee")),
    *(("actor", who) for who in (people.STUDENT, people.SUPERVISOR, people.OFFICE)),
    *(("seq", str(seq)) for seq in range(1, 9)),
)
"""What an attacker writes in place of what was signed."""


@cache
def _given() -> tuple[tuple[int, Act, bytes], ...]:
    """Return every act of the run: when it landed, and its bytes."""
    last = _stages()[-1].books.ledger
    return tuple(
        (number, act, last.files[act.path].data)
        for number, transition in enumerate(_stages()[-1].transitions)
        for act in transition.acts
        if act.statement is not None and act.path.startswith("exams/groups/")
    )


def _spoiled(data: bytes, line: Line | None) -> bytes:
    if line is None:
        return data
    head, name, rest = data.partition(f"\n{line[0]}: ".encode())
    return head + name + line[1].encode() + rest[rest.index(b"\n") :]


def _landed(sim: ExamSim, data: bytes, row: str, lander: str) -> str:
    """Land these bytes as an act in a sim's exam; return the commit."""
    path = f"exams/{sim.scope}/acts/{acts.file_name(data)}"
    said = _stages()[-1].student.act("approve", "create").said  # never looked at
    act = Signed(said=said, data=data, fact=acts.read(path, data, ""), row=row)
    getattr(sim, lander).lands(act, seq=sim.seq[row])
    return sim.books.ledger.head


@settings(proving, max_examples=200)
@given(st.data())
def test_an_approval_that_was_moved_never_counts(
    folder: Path, data: st.DataObject
) -> None:
    number, _, original = data.draw(st.sampled_from(_given()))
    spoiled = _spoiled(original, data.draw(st.sampled_from((None, *LINES))))
    stage = data.draw(st.sampled_from(_stages()[1:]))
    here = data.draw(st.sampled_from((people.EXAM, people.OTHER_EXAM)))
    there = stage.beside() if here == people.OTHER_EXAM else stage
    row = data.draw(st.sampled_from(list(paper.ORDER)))
    lander = data.draw(st.sampled_from(("receiver", "contact")))
    first_landing = spoiled == original and len(stage.transitions) <= number
    # Its own landing, early or late, is no move: whether it fits is another matter.
    assume(not (first_landing and f"scope: {here}\n".encode() in original))
    before, sim = there.fork(), there.fork()
    head = _landed(sim, spoiled, row, lander)
    for each in sim.books.ledger.made[-1].objects:
        write_object(folder, each)
    assert judged_last(folder, before, head).standing is not Standing.VALID
