"""Covers: what a bad commit left becomes one lawful transition, or is taken back (R19).

Squash and rebase buttons, a forge's own editor and a push past the hook leave a scope
unconfirmed. An administrator or the receiver covers it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from proeve import judge
from proeve.deeds.clone import Clone, Noting, no_note
from proeve.deeds.making import UnlawfulError
from proeve.deeds.signing import ActFile, Hand, Moment, Place, sign_commit
from proeve.deeds.stating import Deed
from proeve.errors import UsageError
from proeve.gather.history import JudgingReader, files_at
from proeve.history.commits import links
from proeve.history.objects import ObjectKind, Objects
from proeve.history.transitions import transitions
from proeve.history.treebuilder import TreeBuilder
from proeve.history.worktree import Move, move
from proeve.history.write import LooseStore
from proeve.model.digest import scope_digest
from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location
from proeve.model.held import Pending
from proeve.model.history import FileFact, Transition
from proeve.model.ledger import Standing, State
from proeve.model.statement import (
    NO_STEP,
    NO_TEXT,
    Statement,
    Trailers,
    folder_of,
    owner_of,
)
from proeve.process.documents import ACT, TOKEN
from proeve.process.table import Row
from proeve.process.vocabulary import Action, Role, RowId, StepId
from proeve.rules.holding import files_of, held_by, is_exam, seq_of
from proeve.rules.rows import all_rows, matches

_COVERERS = (Role.ADMIN, Role.SUPER_ADMIN, Role.RECEIVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A cover to be: of a scope, restoring it or keeping what stands in it.

    `acts` are approvals that land with it; `beside` is the reviewed commit that
    attestations among them ask for.
    """

    scope: str
    restores: bool
    acts: tuple[ActFile, ...] = ()
    beside: str = ""


def scope_named(state: State, what: str) -> str:
    """Return the scope that is meant; raises UsageError unless it is held up.

    It may be named whole, by its folder, or by the number of the exam alone.
    """
    name = what.removeprefix("exams/").strip("/").lower()
    held = sorted(scope for scope in state.pending if held_by(state, scope))
    whole = [scope for scope in held if name in {scope, scope.removeprefix("groups/")}]
    last = [scope for scope in held if name == scope.rpartition("/")[2]]
    for found in (whole, last):
        if len(found) == 1:
            return found[0]
    listed = ", ".join(held) or "-"
    raise UsageError(
        f"In {what} valt niets te bevestigen of terug te zetten. Wel in: {listed}.",
        f"There is nothing to confirm or restore in {what}. There is in: {listed}.",
    )


def cover(
    clone: Clone, what: Cover, hand: Hand, at: Moment, noting: Noting = no_note
) -> Clone:
    """Cover a scope and return the clone as it then is; raise if that is not lawful."""
    objects, state = clone.ledger.objects, clone.state
    found = links(objects.raw(state.head, ObjectKind.COMMIT))
    store = LooseStore(objects.layout.objects)
    tree = TreeBuilder(store, objects, found[0] if found else None)
    for path, oid in _back(objects, state, what.scope) if what.restores else ():
        tree.set(path, oid) if oid else tree.remove(path)
    for act in what.acts:
        tree.write_file(act.act.path, act.content)
    role = _role(state, what.scope, hand.person)
    said = _trailers(clone, what, hand.person, role)
    parents = tuple(filter(None, (state.head, what.beside)))
    commit = sign_commit(hand, said, Place(tree.write(), parents, at))
    oid = store.put(ObjectKind.COMMIT, commit.raw)
    after = _judged(clone, what, (hand.person, role), oid)
    step = Move(state.head, oid)
    noting(step)
    move(clone.folder, step)
    ledger = replace(
        clone.ledger,
        objects=Objects.open(clone.folder),
        head=oid,
        line=[*clone.ledger.line, oid],
    )
    return Clone(clone.folder, ledger, after)


def _role(state: State, scope: str, person: str) -> Role:
    reach = scope.removeprefix("groups/") if scope.startswith("groups/") else "*"
    for role in _COVERERS:
        if state.registry.holds(person, role, reach):
            return role
    raise UsageError(
        f"{person} is geen beheerder; een beheerder of de ontvangstdienst doet dit.",
        f"{person} is no administrator; an administrator or the receiver does this.",
    )


def _back(objects: Objects, state: State, scope: str) -> Iterator[tuple[str, str]]:
    """Yield what each file of a scope must be again: a blob, or nothing.

    Acts and tokens that came in between may stay: they approve nothing.
    """
    folder = folder_of(scope)
    lawful = {folder + path: fact.oid for path, fact in files_of(state, scope).items()}
    now = {
        path: oid
        for path, oid in files_at(objects, state.head).items()
        if owner_of(path) == scope
    }
    for path in sorted({*lawful, *now}):
        inside = path.removeprefix("exams/")
        is_act = any(kind.fullmatch(inside) for kind in (ACT, TOKEN))
        if path in lawful or not is_act:
            yield path, lawful.get(path, "")


def _trailers(clone: Clone, what: Cover, person: str, role: Role) -> Trailers:
    state, scope = clone.state, what.scope
    before = files_of(state, scope)
    after = before if what.restores else _standing(state, scope)
    step, seq = _turn(state, what, after)
    return Trailers(
        statement=Statement(
            version=1,
            repo=state.registry.repo,
            scope=scope,
            step=step,
            action=Action.COVER,
            role=role,
            actor=person,
            seq=seq,
            text=NO_TEXT,
        ),
        base=scope_digest(scope, before),
        subject=scope_digest(scope, after),
    )


def _standing(state: State, scope: str) -> dict[str, FileFact]:
    """Return the files of a scope as the tree has them, lawful or not."""
    folder = folder_of(scope)
    found = dict(files_of(state, scope))
    for path, change in state.pending.get(scope, Pending()).changes.items():
        name = path.removeprefix(folder)
        found.pop(name, None)
        if change.fact is not None:
            found[name] = change.fact
    return found


def _turn(state: State, what: Cover, after: Mapping[str, FileFact]) -> tuple[str, int]:
    """Return step and number: of the row that changed and that the acts speak of."""
    scope = what.scope
    before = files_of(state, scope)
    changed = scope_digest(scope, before) != scope_digest(scope, after)
    if not is_exam(scope):
        return NO_STEP, seq_of(state, scope) + changed
    exam = state.exam(scope) or ExamState(scope=scope)
    rows = all_rows(exam)
    if what.restores:
        return StepId.CREATE, exam.row(RowId.CREATE).seq
    acts = (*state.pending[scope].acts.values(), *(each.act for each in what.acts))
    said = {each.statement.step for each in acts if each.statement is not None}
    paths = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    written = [row for row in rows.values() if _touches(paths, row.writes)]
    spoken = [row for row in written or rows.values() if row.step in said]
    row = next(iter(spoken), _nearest(written, paths) or rows[RowId.CREATE])
    return row.step, exam.row(row.id).seq + _touches(paths, row.text)


def _nearest(rows: list[Row], paths: set[str]) -> Row | None:
    """Return the row that writes most of what changed, and least of all else."""
    written = {row.id: sum(matches(path, row.writes) for path in paths) for row in rows}
    return min(rows, key=lambda row: (-written[row.id], len(row.writes)), default=None)


def _touches(paths: set[str], patterns: tuple[str, ...]) -> bool:
    return any(matches(path, patterns) for path in paths)


def _judged(clone: Clone, what: Cover, who: tuple[str, Role], oid: str) -> State:
    """Judge the cover from its objects, as everybody will."""
    state, ledger = clone.state, clone.ledger
    reader = JudgingReader(ledger.repo, ledger.environment)
    found = transitions(
        clone.folder, oid, reader=reader, since=state.head, known=ledger.line
    )
    (transition,) = found
    after, judgement = judge.step(state, transition)
    if judgement.standing is not Standing.VALID:
        person, role = who
        deed = Deed(scope=what.scope, actor=person, role=role, action=Action.COVER)
        raise UnlawfulError(deed, (*judgement.findings, *_way_back(what, transition)))
    return after


def _way_back(what: Cover, transition: Transition) -> Iterator[Finding]:
    """Report what no approval mends: files that lie where none may lie."""
    if transition.findings and not what.restores:
        where = Location(folder_of(what.scope) or what.scope, commit=transition.oid)
        yield Finding("scope.restore-only", where, {"scope": what.scope})
