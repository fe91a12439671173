"""A user's own clone: judged, changed by deeds, judged again, and only then moved.

A deed is first rehearsed: stated and judged without a key and without writing, so
that whoever is about to sign sees what will change and hears what is not lawful. Then
the commit is built as objects and read back from them by the same judge that everybody
uses. Where anything is not lawful, branch and files stay as they were.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from proeve import judge
from proeve.deeds.making import Ground, Maker, UnlawfulError
from proeve.deeds.signing import ActFile, DryHand, Hand, Moment, PenHand
from proeve.deeds.stating import Deed
from proeve.errors import ProeveError, UsageError
from proeve.gather.history import JudgingReader, Ledger
from proeve.gather.memory.recall import Memory, judged, keep_after_deeds
from proeve.gather.pin import hold_to_pin
from proeve.history import acts
from proeve.history.commits import links
from proeve.history.objects import ObjectKind, Objects
from proeve.history.pens import Pen
from proeve.history.transitions import transitions
from proeve.history.worktree import Move, move, recover
from proeve.history.write import HeldStore, LooseStore
from proeve.model.document import Data, Document
from proeve.model.ledger import Standing, State
from proeve.model.shelf import Later
from proeve.model.statement import folder_of
from proeve.reading.documents import read

_NOTHING: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class Clone:
    """A clone at its branch `main`, and the state that the judge gives it.

    `held` are objects of a rehearsal, which lie nowhere yet.
    """

    folder: Path
    ledger: Ledger
    state: State
    held: Mapping[str, bytes] = field(default_factory=lambda: _NOTHING)

    def hand(self, pen: Pen) -> PenHand:
        """Return the enrolled person who holds this key, ready to sign."""
        registry = self.state.registry
        person = registry.owners.get(pen.key)
        if person is None or pen.key in registry.lost:
            raise UsageError(
                "Deze sleutel staat in dit register op niemands naam, of is "
                "ingetrokken.",
                "This key is in nobody's name in this registry, or was revoked.",
            )
        return PenHand(person, pen)

    def record(self, path: str) -> dict[str, Data] | None:
        """Return the data of a document of the registry as it stands."""
        fact = self.state.register.files.get(path)
        return None if fact is None else self.data(f"exams/registry/{path}", fact.oid)

    def data(self, path: str, oid: str) -> dict[str, Data] | None:
        """Return the data in a blob, read as the document at a path."""
        found = read(path, self.blob(oid))
        return found.data if isinstance(found, Document) else None

    def blob(self, oid: str) -> bytes:
        """Return the bytes of a blob."""
        held = self.held.get(oid)
        return held or self.ledger.objects.raw(oid, ObjectKind.BLOB)


Plan = Callable[[Clone, str], Deed]
"""States a deed of a person in a clone as it then stands; raises UsageError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What this user's machine knows from before: remembered prefixes and pins."""

    memory: Memory | None = None
    pins: Path | None = None


def open_clone(folder: Path, habits: Habits | None = None) -> Clone:
    """Open and judge a clone, after finishing what an interrupted deed left.

    Raises TrustError for a history that went back behind its pin.
    """
    habits = habits or Habits()

    def check(ledger: Ledger) -> None:
        if ledger.is_sample:
            raise UsageError(
                "Dit is een voorbeeldschool: daar wordt niets getekend. Maak een "
                "oefenschool met `proeve practice`.",
                "This is a sample school: nothing is signed there. Make a practice "
                "school with `proeve practice`.",
            )
        if habits.pins is not None:
            hold_to_pin(ledger, habits.pins, ledger.trust_root)

    recover(folder)
    outcome = judged(folder, "main", None, habits.memory, check=check, noting=False)
    keep_after_deeds(habits.memory, outcome)
    return Clone(folder, outcome.ledger, outcome.state)


def act_of(content: bytes, folder: str) -> ActFile:
    """Return an act that somebody handed in, as it will be read in this folder."""
    path = folder + acts.file_name(content)
    return ActFile(content, acts.read(path, content, ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """A deed that would be lawful, and the digest of the text that it would sign."""

    deed: Deed
    text: str


def rehearse(
    clone: Clone,
    plans: Sequence[Plan],
    hand: Hand,
    at: Moment,
    handed_in: Sequence[ActFile] = (),
) -> tuple[Rehearsal, ...]:
    """Return what plans come to; raises UnlawfulError, and writes nothing.

    Nobody signs: each deed is judged as if its signature were good.
    """
    store = HeldStore()
    dry = DryHand(hand.person, hand.signature("git").key or "")
    maker = _maker(clone, store, dry)
    found: list[Rehearsal] = []
    for plan in plans:
        now = replace(clone, state=maker.state, held=store.held)
        deed = plan(now, hand.person)
        check_papers(deed)
        maker.make(deed, at, handed_in)
        found.append(Rehearsal(deed=deed, text=maker.text))
    return tuple(found)


def rehearse_each(
    clone: Clone, plans: Sequence[Plan], hand: Hand, at: Moment
) -> tuple[Deed | ProeveError, ...]:
    """Return of each plan the deed it comes to, or why it cannot be done now.

    One that cannot does not keep the others, which are about other exams, from it.
    """
    store = HeldStore()
    dry = DryHand(hand.person, hand.signature("git").key or "")
    maker = _maker(clone, store, dry)
    found: list[Deed | ProeveError] = []
    for plan in plans:
        now = replace(clone, state=maker.state, held=store.held)
        try:
            deed = plan(now, hand.person)
            check_papers(deed)
            maker.make(deed, at)
        except (UnlawfulError, UsageError) as error:
            found.append(error)
        else:
            found.append(deed)
    return tuple(found)


def check_papers(deed: Deed) -> None:
    """Raise UnlawfulError for a document that strict reading or its schema refuses."""
    folder = folder_of(deed.scope)
    reads = (
        read(folder + path, paper.content)
        for path, paper in sorted(deed.papers.items())
        if paper.data is not None
    )
    faults = [each for found in reads if isinstance(found, tuple) for each in found]
    if faults:
        raise UnlawfulError(deed, tuple(faults))


Noting = Callable[[Move], None]
"""Writes down where the branch is about to go."""


def no_note(step: Move) -> None:
    """Write nothing down."""


def do_all(  # noqa: PLR0913, PLR0917 - what is done, by whom, and when
    clone: Clone,
    deeds: Sequence[Deed],
    hand: Hand,
    at: Moment,
    handed_in: Sequence[ActFile] = (),
    noting: Noting = no_note,
) -> Clone:
    """Do deeds one after another, all or none; return the clone as it then is.

    What others signed lands with the first. The branch moves once, at the end, after
    that was noted.
    """
    maker = _maker(clone, LooseStore(clone.ledger.objects.layout.objects), hand)
    for number, deed in enumerate(deeds):
        maker.make(deed, at, () if number else handed_in)
    head = maker.state.head
    after = _read_back(clone, deeds, head)
    step = Move(clone.state.head, head)
    noting(step)
    move(clone.folder, step)
    line = clone.ledger.line
    grown = Later(len(line) + len(deeds), lambda: _line(clone.folder, line, head))
    ledger = replace(
        clone.ledger, objects=Objects.open(clone.folder), head=head, line=grown
    )
    return Clone(clone.folder, ledger, after)


def do(
    clone: Clone, deed: Deed, hand: Hand, at: Moment, handed_in: Sequence[ActFile] = ()
) -> Clone:
    """Do one deed in a clone and return it as it then is; raise if it is not lawful."""
    check_papers(deed)
    return do_all(clone, (deed,), hand, at, handed_in)


def _maker(clone: Clone, store: LooseStore | HeldStore, hand: Hand) -> Maker:
    objects, state = clone.ledger.objects, clone.state
    found = links(objects.raw(state.head, ObjectKind.COMMIT))
    tree = found[0] if found else None
    ground = Ground(state, objects, tree, clone.ledger.line)
    return Maker(store, state.registry.repo, {hand.person: hand}, ground)


def _line(folder: Path, before: Sequence[str], head: str) -> list[str]:
    """Return the spine up to a head that was made on top of one known before."""
    objects = Objects.open(folder)
    new: list[str] = []
    at = head
    while at != before[-1]:
        new.append(at)
        found = links(objects.raw(at, ObjectKind.COMMIT))
        at = found[1][0] if found else before[-1]
    return [*before, *reversed(new)]


def _read_back(clone: Clone, deeds: Sequence[Deed], head: str) -> State:
    """Judge the commits from their objects, as everybody will."""
    ledger, state = clone.ledger, clone.state
    reader = JudgingReader(ledger.repo, ledger.environment)
    found = transitions(
        clone.folder, head, reader=reader, since=state.head, known=ledger.line
    )
    for deed, each in zip(deeds, found, strict=True):
        state, judgement = judge.step(state, each)
        if judgement.standing is not Standing.VALID:
            raise UnlawfulError(deed, judgement.findings)
    return state
