"""A judged prefix of a spine as it is remembered: small parts, fetched when needed.

Each exam is a chunk of its own, so that ten new commits read ten exams and not all. The
fields of the state come from the model itself: one that is added there is remembered
without a line here.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from itertools import chain
from typing import TypeVar, get_origin

from proeve.gather.memory.store import ForgottenError, Store, digest_of
from proeve.model.document import Data
from proeve.model.encoding import (
    UnfitError,
    any_decoded,
    decoded,
    encoded,
)
from proeve.model.exam import ExamState, GroupState
from proeve.model.findings import Finding
from proeve.model.ledger import Judgement, Standing, State
from proeve.model.shelf import Later, Shelf
from proeve.rules.status import Bearing, exam_notes, exam_verdict, notes_bear
from proeve.sight.brief import Brief, brief_of

T = TypeVar("T")

Notes = dict[str, tuple[Finding, ...]]
"""What a reader must know of each exam, by its scope; only exams with something."""

Briefs = Mapping[str, str | Mapping[str, Brief]]
"""Of each group its exams in brief, or the chunk that holds them still."""

_MOST_PARTS = 32
_OID_TEXT = 40


def _kinds() -> dict[str, Hashable]:
    """Return the types of the fields of a state but the groups, from the model."""
    found: dict[str, Hashable] = {}
    for each in fields(State):
        kind: object = each.type
        if each.name != "groups" and isinstance(kind, Hashable):
            found[each.name] = kind
    return found


_KINDS = _kinds()
_LARGE = frozenset(
    name
    for name, kind in _KINDS.items()
    if is_dataclass(kind) or get_origin(kind) is Mapping
)
"""The fields that are chunks of their own; the others are a few bytes each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some judged commits in a row: their ids and judgements are chunks.

    `troubled` is the chunk of the judgements that are not valid: most readers ask for
    no others, and only they have findings.
    """

    length: int
    line: str
    judgements: str
    troubled: str
    standings: Mapping[Standing, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """What is sealed for a commit; `large` to `notes` are digests of chunks.

    The first six say of which history. `exams` has the chunk of each exam, by group and
    name; `briefs` that of all exams of a group in brief.
    """

    head: str
    sha256: str
    genesis: str
    repo: str
    environment: str
    trust_root: str
    parts: tuple[Part, ...]
    small: Mapping[str, Data]
    large: Mapping[str, str]
    groups: str
    exams: Mapping[str, Mapping[str, str]]
    notes: str
    briefs: Mapping[str, str]

    @property
    def length(self) -> int:
        """How many commits the prefix has."""
        return sum(part.length for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What is to be remembered: a state, and what was judged since the prefix.

    `before` is the state after that prefix, of which parts may not have changed.
    """

    state: State
    before: State | None
    line: Sequence[str]
    judgements: tuple[Judgement, ...]
    notes: Notes
    briefs: "Briefs"


@dataclass(frozen=True, slots=True)
class Opened:
    """A prefix with the store of its chunks; each look can raise ForgottenError."""

    prefix: Prefix
    store: Store

    @classmethod
    def at(cls, store: Store, commit: str) -> "Opened":
        """Open what is remembered up to a commit."""
        try:
            found = cls(decoded(Prefix, store.head(commit)), store)
        except UnfitError as error:
            raise ForgottenError(commit) from error
        if found.prefix.head != commit:
            raise ForgottenError(commit)
        return found

    def state(self) -> State:
        """Return the state after the prefix; exams are fetched when they are needed."""
        prefix, made = self.prefix, dict[str, object]()
        for name, kind in _KINDS.items():
            held = prefix.large if name in _LARGE else prefix.small
            if name not in held:
                raise ForgottenError(name)
            value = self._chunk(prefix.large[name]) if name in _LARGE else held[name]
            made[name] = _any(kind, value)
        heads = self._value(tuple[GroupState, ...], prefix.groups)
        groups = {head.id: replace(head, exams=self._shelf(head.id)) for head in heads}
        make: Callable[..., State] = State
        return make(**made, groups=groups)

    def line(self) -> list[str]:
        """Return the ids of the commits, oldest first."""
        whole = "".join(self._value(str, part.line) for part in self.prefix.parts)
        oids = [whole[at : at + _OID_TEXT] for at in range(0, len(whole), _OID_TEXT)]
        if len(oids) != self.prefix.length:
            raise ForgottenError("line")
        return oids

    def judgements(self) -> Sequence[Judgement]:
        """Return the judgements, which are read when somebody looks."""
        return Later(self.prefix.length, self.read_judgements)

    def read_judgements(self) -> tuple[Judgement, ...]:
        """Read the judgements."""
        parts = self.prefix.parts
        found = (self._value(tuple[Judgement, ...], part.judgements) for part in parts)
        return tuple(chain.from_iterable(found))

    def troubled(self) -> tuple[Judgement, ...]:
        """Return the judgements of the commits that are not valid."""
        parts = self.prefix.parts
        found = (self._value(tuple[Judgement, ...], part.troubled) for part in parts)
        return tuple(chain.from_iterable(found))

    def notes(self) -> Notes:
        """Return the notes on the exams."""
        return self._value(Notes, self.prefix.notes)

    def briefs(self, group: str) -> Mapping[str, Brief]:
        """Return the exams of a group in brief, by their name."""
        return self._value(dict[str, Brief], self.prefix.briefs[group])

    def _shelf(self, group: str) -> Shelf[ExamState]:
        digests = self.prefix.exams.get(group, {})

        def fetch(name: str) -> ExamState:
            return self._value(ExamState, digests[name])

        return Shelf(dict.fromkeys(digests), fetch)

    def _value(self, kind: type[T], digest: str) -> T:
        raw = self._chunk(digest)
        return _unfit_is_forgotten(lambda: decoded(kind, raw))

    def _chunk(self, digest: str) -> object:
        return self.store.chunk(digest)


def _any(kind: Hashable, value: object) -> object:
    return _unfit_is_forgotten(lambda: any_decoded(kind, value))


def _unfit_is_forgotten(read: Callable[[], T]) -> T:
    try:
        return read()
    except UnfitError as error:
        raise ForgottenError from error


def remember(
    store: Store, opened: Opened | None, judged: Judged, whose: Prefix
) -> None:
    """Keep what was judged on top of a prefix; `whose` says of which history."""
    state = judged.state
    heads = tuple(replace(group, exams={}) for group in state.groups.values())
    prefix = replace(
        whose,
        parts=_parts(store, opened, judged),
        small=_small(state),
        large=_large(store, opened, judged),
        groups=store.put_chunk(encoded(tuple[GroupState, ...], heads)),
        exams={
            group.id: _exams(store, opened, group) for group in state.groups.values()
        },
        notes=store.put_chunk(encoded(Notes, judged.notes)),
        briefs={
            group: held
            if isinstance(held, str)
            else store.put_chunk(encoded(dict[str, Brief], held))
            for group, held in judged.briefs.items()
        },
    )
    store.put_head(whose.head, encoded(Prefix, prefix))


def _small(state: State) -> dict[str, Data]:
    found: dict[str, object] = {
        name: encoded(kind, getattr(state, name))
        for name, kind in _KINDS.items()
        if name not in _LARGE
    }
    return decoded(dict[str, Data], [[name, value] for name, value in found.items()])


def _large(store: Store, opened: Opened | None, judged: Judged) -> dict[str, str]:
    """Return the chunk of each large field; one that did not change is kept."""
    found = {}
    for name in sorted(_LARGE):
        value = getattr(judged.state, name)
        same = opened is not None and value is getattr(judged.before, name, None)
        if same and opened is not None:
            found[name] = opened.prefix.large[name]
        else:
            found[name] = store.put_chunk(encoded(_KINDS[name], value))
    return found


def _exams(store: Store, opened: Opened | None, group: GroupState) -> dict[str, str]:
    """Return the chunk of each exam; one that did not change is not read again."""
    exams, known = group.exams, dict[str, str]()
    if isinstance(exams, Shelf) and opened is not None:
        known = {
            name: digest
            for name, digest in opened.prefix.exams.get(group.id, {}).items()
            if name not in exams.changed
        }
    return {
        name: known.get(name) or store.put_chunk(encoded(ExamState, exams[name]))
        for name in exams
    }


def _parts(store: Store, opened: Opened | None, judged: Judged) -> tuple[Part, ...]:
    """Add a part for what is new; many parts become one again."""
    if opened is None:
        return (_part(store, judged.line, judged.judgements),)
    parts = opened.prefix.parts
    if len(parts) < _MOST_PARTS:
        return (*parts, _part(store, judged.line, judged.judgements))
    line = (*opened.line(), *judged.line)
    return (_part(store, line, (*opened.read_judgements(), *judged.judgements)),)


def _part(store: Store, line: Sequence[str], judgements: tuple[Judgement, ...]) -> Part:
    troubled = tuple(one for one in judgements if one.standing is not Standing.VALID)
    return Part(
        length=len(line),
        line=store.put_chunk("".join(line)),
        judgements=store.put_chunk(encoded(tuple[Judgement, ...], judgements)),
        troubled=store.put_chunk(encoded(tuple[Judgement, ...], troubled)),
        standings={
            standing: sum(each.standing is standing for each in judgements)
            for standing in Standing
        },
    )


def exam_digest(exam: ExamState) -> str:
    """Return the digest of an exam, which its chunk has once it is remembered."""
    return digest_of(encoded(ExamState, exam))


def notes_of(
    state: State, opened: Opened | None = None, before: State | None = None
) -> Notes:
    """Return the notes on all exams; those that cannot have changed are remembered.

    `before` is the state after the prefix. They follow from the registry too: from a
    small part of it, and of that a new checkpoint at most takes notes away.
    """
    known = opened.notes() if opened is not None else {}
    after = state.registry
    bearing = notes_bear(before.registry, after) if before is not None else Bearing.ALL
    found: Notes = {}
    for group in state.groups.values():
        for name, exam in _noted(group, known, bearing):
            scope = f"groups/{group.id}/{name}"
            notes = exam_notes(exam(), after) if exam else known.get(scope, ())
            if notes:
                found[scope] = notes
    return found


def _noted(
    group: GroupState, known: Notes, bearing: Bearing
) -> Iterator[tuple[str, Callable[[], ExamState] | None]]:
    """Yield each exam's name, and how to get it where its notes are made again."""
    exams = group.exams
    for name in exams:
        fresh = (
            bearing is Bearing.ALL
            or not isinstance(exams, Shelf)
            or name in exams.changed
            or (bearing is Bearing.NOTED and f"groups/{group.id}/{name}" in known)
        )
        yield name, partial(exams.__getitem__, name) if fresh else None


def briefs_of(
    state: State, opened: Opened | None = None, before: State | None = None
) -> Briefs:
    """Return all exams in brief; a group in which nothing changed is not opened.

    They follow from the registry too, as notes do.
    """
    same = before is not None and state.registry is before.registry
    found: dict[str, str | Mapping[str, Brief]] = {}
    for group in state.groups.values():
        exams, known = group.exams, dict[str, Brief]()
        if opened is not None and same and group.id in opened.prefix.briefs:
            if isinstance(exams, Shelf) and not exams.changed:
                found[group.id] = opened.prefix.briefs[group.id]
                continue
            known = dict(opened.briefs(group.id))
        found[group.id] = known | {
            name: brief_of(exam_verdict(exams[name], state.registry, 0), state.registry)
            for name in exams
            if name not in known or (isinstance(exams, Shelf) and name in exams.changed)
        }
    return found
