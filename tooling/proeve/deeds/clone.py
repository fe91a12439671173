"""A user's own clone: judged, changed by one deed, judged again, and only then moved.

The commit is built as objects and read back from them by the same judge that everybody
uses. Where anything is not lawful, branch and files stay as they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from proeve import judge
from proeve.deeds.making import Ground, Maker, UnlawfulError
from proeve.deeds.signing import ActFile, Hand, Moment, PenHand
from proeve.deeds.stating import Deed
from proeve.errors import UsageError
from proeve.gather.history import JudgingReader, Ledger, judge_ledger, open_ledger
from proeve.history import acts
from proeve.history.commits import links
from proeve.history.objects import ObjectKind
from proeve.history.pens import Pen
from proeve.history.porcelain import check_out, is_bare, is_clean, move_branch
from proeve.history.transitions import transitions
from proeve.history.write import LooseStore
from proeve.model.document import Data, Document
from proeve.model.ledger import Standing, State
from proeve.reading.documents import read


@dataclass(frozen=True, slots=True)
class Clone:
    """A clone at its branch `main`, and the state that the judge gives it."""

    folder: Path
    ledger: Ledger
    state: State

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
        if fact is None:
            return None
        raw = self.ledger.objects.raw(fact.oid, ObjectKind.BLOB)
        found = read(f"exams/registry/{path}", raw)
        return found.data if isinstance(found, Document) else None


def open_clone(folder: Path) -> Clone:
    """Open and judge a clone; raises UsageError while files in it are changed."""
    ledger = open_ledger(folder)
    if not is_bare(folder) and not is_clean(folder):
        raise UsageError(
            f"In {folder} staan wijzigingen die nog niet vastliggen; bewaar die eerst.",
            f"There are changes in {folder} that are not committed; keep them first.",
        )
    state, _ = judge_ledger(ledger)
    return Clone(folder, ledger, state)


def act_of(content: bytes, folder: str) -> ActFile:
    """Return an act that somebody handed in, as it will be read in this folder."""
    path = folder + acts.file_name(content)
    return ActFile(content, acts.read(path, content, ""))


def do(
    clone: Clone, deed: Deed, hand: Hand, at: Moment, handed_in: Sequence[ActFile] = ()
) -> Clone:
    """Do one deed in a clone and return it as it then is; raise if it is not lawful."""
    objects, state = clone.ledger.objects, clone.state
    found = links(objects.raw(state.head, ObjectKind.COMMIT))
    ground = Ground(state, objects, found[0] if found else None)
    store = LooseStore(objects.layout.objects)
    maker = Maker(store, state.registry.repo, {hand.person: hand}, ground)
    maker.make(deed, at, handed_in)
    head = maker.state.head
    after = _read_back(clone, deed, head)
    move_branch(clone.folder, head, before=state.head)
    if not is_bare(clone.folder):
        check_out(clone.folder)
    return Clone(clone.folder, open_ledger(clone.folder), after)


def _read_back(clone: Clone, deed: Deed, head: str) -> State:
    """Judge the commit from its objects, as everybody will."""
    ledger, state = clone.ledger, clone.state
    reader = JudgingReader(ledger.repo, ledger.environment)
    for each in transitions(clone.folder, head, reader=reader, since=state.head):
        state, judgement = judge.step(state, each)
        if judgement.standing is not Standing.VALID:
            raise UnlawfulError(deed, judgement.findings)
    return state
