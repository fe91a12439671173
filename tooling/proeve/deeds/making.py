"""Making commits: each deed is signed, judged by the judge itself, and only then kept.

An unlawful deed raises with the findings and writes nothing. A maker keeps the state
and the tree between deeds, so that one deed or ten thousand cost the same each.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from proeve import judge
from proeve.deeds.signing import (
    ActFile,
    Hand,
    Moment,
    Place,
    SignedCommit,
    sign_act,
    sign_arrival,
    sign_commit,
    subject_line,
)
from proeve.deeds.stating import (
    Deed,
    Files,
    acts_folder,
    fact_of,
    files_of,
    said,
    trailers,
)
from proeve.errors import ProeveError
from proeve.history.objects import ObjectKind, Objects
from proeve.history.treebuilder import TreeBuilder
from proeve.history.write import Store, object_id
from proeve.model.document import Data
from proeve.model.findings import Finding
from proeve.model.history import Act, Change, FileFact, Read, Transition
from proeve.model.ledger import Judgement, Standing, State
from proeve.model.statement import Trailers, folder_of

_FILE = "100644"


class UnlawfulError(ProeveError):
    """The judge would not accept this deed; `findings` say why."""

    def __init__(self, deed: Deed, findings: tuple[Finding, ...]) -> None:
        codes = ", ".join(sorted({finding.code for finding in findings}))
        what = f"{deed.scope}, {deed.row or '-'}, {deed.action} ({codes})"
        super().__init__(
            f"De spelregels staan dit nu niet toe: {what}.",
            f"The process rules do not allow this now: {what}.",
        )
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A deed that was stated, with the files it changes; nothing is kept yet."""

    deed: Deed
    contents: Mapping[str, bytes]
    changes: tuple[Change, ...]
    acts: tuple[Act, ...]
    said: Trailers


class _Pending:
    """Holds objects back until the judge has spoken."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._held: list[tuple[ObjectKind, bytes]] = []

    def put(self, kind: ObjectKind, data: bytes) -> str:
        self._held.append((kind, data))
        return object_id(kind, data)

    def release(self) -> None:
        for kind, data in self._held:
            self._store.put(kind, data)
        self._held.clear()

    def forget(self) -> None:
        self._held.clear()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a maker starts from: an empty repository, or tree and state of a head."""

    state: State = field(default_factory=State)
    objects: Objects | None = None
    tree: str | None = None


class Maker:
    """Makes the commits of one ledger, one after another; the branch is not moved here.

    `keys` are the people who can sign here, by pseudonym.
    """

    def __init__(
        self,
        store: Store,
        repo: str,
        keys: Mapping[str, Hand],
        ground: Ground | None = None,
    ) -> None:
        ground = ground or Ground()
        self._pending = _Pending(store)
        self._tree = TreeBuilder(self._pending, ground.objects, ground.tree)
        self._repo = repo
        self._keys: dict[str, Hand] = dict(keys)
        self.state = ground.state

    def enrol(self, signers: Sequence[Hand]) -> None:
        """Let these people sign from here on."""
        self._keys.update({signer.person: signer for signer in signers})

    @property
    def trust_root(self) -> str:
        """What is handed over on paper once the genesis is there."""
        return self.state.trust_root

    def make(self, deed: Deed, at: Moment, acts: Sequence[ActFile] = ()) -> Judgement:
        """Sign a deed, have it judged, and keep it; raise when it is not lawful.

        `acts` were signed elsewhere and land beside those of the deed's own words.
        """
        draft = self._draft(deed, acts, at)
        for path, content in draft.contents.items():
            self._tree.write_file(path, content)
        tree = self._tree.write()
        parents = (self.state.head,) if self.state.head else ()
        signer = self._keys[deed.actor]
        commit = sign_commit(signer, draft.said, Place(tree, parents, at))
        transition = _transition(draft, commit)
        after, judgement = judge.step(self.state, transition)
        if judgement.standing is not Standing.VALID:
            self._undo(draft)
            raise UnlawfulError(deed, judgement.findings)
        self._pending.put(ObjectKind.COMMIT, commit.raw)
        self._pending.release()
        self.state = after
        return judgement

    def _draft(self, deed: Deed, landed: Sequence[ActFile], at: Moment) -> _Draft:
        before = files_of(self.state, deed.scope)
        facts = {path: fact_of(p.content) for path, p in deed.papers.items()}
        after = {**before, **facts}
        folder = folder_of(deed.scope)
        words = self._words(deed, after)
        acts = (*landed, *deed.handed_in, *words, *self._arrivals(deed, words, at))
        contents = {folder + path: p.content for path, p in deed.papers.items()}
        changes = [_change(folder, path, before, fact) for path, fact in facts.items()]
        for act in acts:
            contents[act.act.path] = act.content
            changes.append(_change("", act.act.path, {}, fact_of(act.content)))
        return _Draft(
            deed=deed,
            contents=contents,
            changes=tuple(sorted(changes, key=lambda change: change.path)),
            acts=tuple(sorted((act.act for act in acts), key=lambda act: act.path)),
            said=trailers(self.state, self._repo, deed, after),
        )

    def _words(self, deed: Deed, after: Files) -> list[ActFile]:
        """Return the deed's words as acts, each signed by whoever says it."""
        folder = acts_folder(deed.scope)
        return [
            sign_act(
                self._keys[word.person],
                said(self.state, self._repo, deed, word, after),
                folder,
            )
            for word in deed.words
        ]

    def _arrivals(
        self, deed: Deed, words: Sequence[ActFile], at: Moment
    ) -> list[ActFile]:
        """Return the word of whoever saw the deed's words come in, at this moment."""
        if deed.arrival is None:
            return []
        signer = self._keys[deed.arrival.person]
        return [
            sign_arrival(signer, deed.arrival.role, each, at[0], deed.arrival.road)
            for each in words
        ]

    def _undo(self, draft: _Draft) -> None:
        self._pending.forget()
        for change in draft.changes:
            if change.old is None:
                self._tree.remove(change.path)
            else:
                self._tree.set(change.path, change.old)


def _change(folder: str, path: str, before: Files, fact: FileFact) -> Change:
    old = before.get(path)
    return Change(folder + path, _FILE, old.oid if old else None, fact.oid, fact)


def _transition(draft: _Draft, commit: SignedCommit) -> Transition:
    """Return the commit as its reader will find it, without reading it back."""
    seconds, offset = commit.place.at
    return Transition(
        oid=commit.oid,
        sha256=hashlib.sha256(commit.raw).hexdigest(),
        parents=commit.place.parents,
        tree=commit.place.tree,
        authored=seconds,
        offset=offset,
        subject=subject_line(draft.said.statement),
        trailers=draft.said,
        signature=commit.signature,
        payload_sha256=commit.payload_sha256,
        changes=draft.changes,
        acts=draft.acts,
        documents=_documents(draft.deed),
        findings=(),
    )


def _documents(deed: Deed) -> dict[str, Read]:
    folder = folder_of(deed.scope)
    found: dict[str, dict[str, Data]] = {
        folder + path: paper.data
        for path, paper in deed.papers.items()
        if paper.data is not None
    }
    return dict(found)
