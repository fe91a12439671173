"""Bad commits and the covers that follow them, in the sim's ledger."""

from dataclasses import replace

from proeve.model.digest import scope_digest
from proeve.model.ledger import Judgement, Standing, State
from proeve.process.vocabulary import RowId
from proeve.rules.holding import files_of
from tests.judging import paper, papers, people
from tests.judging.changes import Changes, Spoiled, merged
from tests.judging.ledger import Signed, inside
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker

GROUP = f"groups/{people.GROUP}"
ASSIGNMENT = "assignment.yml"
CHANGED = papers.assignment("Van de website")
CHANGE: Changes = {ASSIGNMENT: CHANGED}


def covers(
    speaker: Speaker,
    scope: str,
    changes: Changes,
    /,
    *acts: Signed,
    row: str = "acquire",
    spoiled: Spoiled | None = None,
) -> Judgement:
    """Cover a scope: Base is the digest of its last lawful state."""
    books = speaker.sim.books
    said, files = speaker._whole(scope, "cover", changes)
    held = files_of(books.state, scope)
    base = scope_digest(scope, held)
    then = inside(merged(books.ledger.files, files), scope)
    step, seq = "-", _whole_seq(books.state, scope)
    if scope.count("/") == 2:
        exam = books.state.exam(scope)
        seq = exam.row(RowId(row)).seq if exam else 0
        step, bound = paper.TABLE[row].step, paper.TABLE[row].text
        old = {path: each.sha256 for path, each in held.items() if path in bound}
        new = {p: paper.hexdigest(d) for p, d in then.items() if p in bound}
        seq += old != new
    else:
        seq += base != paper.scope_digest(then)
    said = replace(said, step=step, seq=seq, text="-")
    done = speaker._commit(said, files, acts, {"base": base, **(spoiled or {})})
    _synchronise(speaker.sim, scope)
    return done


def _whole_seq(state: State, scope: str) -> int:
    if scope == "registry":
        return state.register.seq
    if scope == "tooling":
        return state.tooling.seq
    group = state.groups.get(scope.split("/")[1])
    return group.seq if group else 0


def _synchronise(sim: ExamSim, scope: str) -> None:
    """Count on from the judge's numbers: bad commits put the maker's own books off."""
    books = sim.books
    if scope.count("/") == 2:
        exam = books.state.exam(scope)
        counter = books.counters.setdefault(scope, paper.Counter())
        for row in paper.ORDER:
            counter.seq[row] = exam.row(RowId(row)).seq if exam else 0
    else:
        books.seqs[scope] = _whole_seq(books.state, scope)


def put_back(sim: ExamSim, before: ExamSim, scope: str) -> dict[str, bytes | None]:
    """Return the changes that make a scope's files what they were, acts included."""
    now, then = sim.books.ledger.folder(scope), before.books.ledger.folder(scope)
    changed = {path: then.get(path) for path in {*now, *then}}
    return {path: data for path, data in changed.items() if now.get(path) != data}


def held(sim: ExamSim, scope: str = people.EXAM) -> bool:
    """Tell whether a scope is held up."""
    return scope in sim.books.state.pending


def unlawful_cover(
    sim: ExamSim, before: State, judgement: Judgement, *codes: str
) -> None:
    """Hold that a cover covered nothing and left everything as it was."""
    found = [finding.code for finding in judgement.findings]
    assert judgement.standing is not Standing.VALID
    assert set(codes) <= set(found), found
    state = sim.books.state
    assert state.registry == before.registry
    assert state.tooling.files == before.tooling.files
    assert state.register.files == before.register.files
    for exam in before.exams():
        now = state.exam(exam.scope)
        assert now is not None
        assert (now.files, now.rows, now.documents) == (
            exam.files,
            exam.rows,
            exam.documents,
        )


def same_but_for_the_story(sim: ExamSim, other: ExamSim) -> None:
    """Hold that two exams stand alike, whatever happened on the way."""
    one, two = sim.exam, other.exam
    assert {k: (s.seq, _given(s)) for k, s in one.rows.items()} == {
        k: (s.seq, _given(s)) for k, s in two.rows.items()
    }
    assert one.documents == two.documents
    assert one.held_up == two.held_up == ()


def _given(row: object) -> set[tuple[str, str]]:
    return {(each.person, each.text) for each in getattr(row, "approvals", ())}
