"""Making commits: each deed is signed, judged by the judge itself, and only then kept.

An unlawful deed raises with the findings and writes nothing. A maker keeps the state
and the tree between deeds, so that one deed or ten thousand cost the same each.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from proeve import judge
from proeve.deeds.besides import (
    Merge,
    reviewed_sides,
    unpacked_commit,
    unpacked_side,
)
from proeve.deeds.signing import (
    ActFile,
    Hand,
    Moment,
    Place,
    SignedCommit,
    came_in,
    sign_act,
    sign_arrival,
    sign_checkpoint,
    sign_commit,
    subject_line,
)
from proeve.deeds.stating import (
    UNPACKED,
    Deed,
    Files,
    acts_folder,
    fact_of,
    said,
    trailers,
)
from proeve.errors import ProeveError
from proeve.history import timestamps
from proeve.history.objects import ObjectKind, Objects
from proeve.history.treebuilder import TreeBuilder
from proeve.history.write import Store, object_id
from proeve.model.document import Data
from proeve.model.findings import Finding
from proeve.model.history import Act, Change, FileFact, Read, Side, Token, Transition
from proeve.model.ledger import Judgement, Standing, State
from proeve.model.statement import (
    NO_STEP,
    NO_TEXT,
    Statement,
    Trailers,
    folder_of,
)
from proeve.process.documents import TOKEN
from proeve.process.vocabulary import Action
from proeve.rules.holding import files_of

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
    """A deed that was stated, with the files it changes; nothing is kept yet.

    `contents` are its papers and `landed` its act files, both by path from the top;
    `after` are the scope's files once it is done.
    """

    deed: Deed
    contents: Mapping[str, bytes]
    landed: Mapping[str, bytes]
    after: Files
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
    """What a maker starts from: an empty repository, or tree and state of a head.

    `line` is the spine up to that head, for deeds that merge something beside it.
    """

    state: State = field(default_factory=State)
    objects: Objects | None = None
    tree: str | None = None
    line: Sequence[str] = ()


class Maker:
    """Makes the commits of one ledger, one after another; the branch is not moved here.

    `keys` are the people who can sign here, by pseudonym; `text` is the digest of what
    was signed last.
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
        self._ground = ground
        self._tree = TreeBuilder(self._pending, ground.objects, ground.tree)
        self._repo = repo
        self._keys: dict[str, Hand] = dict(keys)
        self.state = ground.state
        self.text = NO_TEXT

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
        self._write(draft.contents)
        beside = self._beside(deed, at)
        self._write(draft.landed)
        parents = tuple(filter(None, (self.state.head, beside)))
        place = Place(self._tree.write(), parents, at)
        commit = sign_commit(self._keys[deed.actor], draft.said, place)
        transition = _transition(draft, commit, self._sides(draft, beside))
        after, judgement = judge.step(self.state, transition)
        if judgement.standing is not Standing.VALID:
            self._undo(draft)
            raise UnlawfulError(deed, judgement.findings)
        self._pending.put(ObjectKind.COMMIT, commit.raw)
        self._pending.release()
        self.state, self.text = after, draft.said.statement.text
        return judgement

    def _write(self, contents: Mapping[str, bytes]) -> None:
        for path, content in contents.items():
            self._tree.write_file(path, content)

    def _beside(self, deed: Deed, at: Moment) -> str:
        """Return the second parent, if any; one that unpacks is made here."""
        if deed.beside != UNPACKED:
            return deed.beside
        hand, tree = self._keys[deed.actor], self._tree.write()
        made = unpacked_commit(hand, deed.scope, tree, self.state.head, at)
        return self._pending.put(ObjectKind.COMMIT, made.raw)

    def _sides(self, draft: _Draft, beside: str) -> tuple[Side, ...]:
        """Return what its reader will find beside a merge."""
        deed, ground = draft.deed, self._ground
        merge = Merge(
            beside=beside, scope=deed.scope, after=draft.after, acts=draft.acts
        )
        if deed.beside == UNPACKED:
            return tuple(unpacked_side(self._keys[deed.actor], merge))
        if not beside or ground.objects is None:
            return ()
        return tuple(reviewed_sides(ground.objects, ground.line, merge))

    def _draft(self, deed: Deed, landed: Sequence[ActFile], at: Moment) -> _Draft:
        before = files_of(self.state, deed.scope)
        facts = {path: fact_of(p.content) for path, p in deed.papers.items()}
        after = {**before, **facts}
        folder = folder_of(deed.scope)
        words = self._words(deed, after)
        arrivals = self._arrivals(deed, words, at)
        checks = self._checkpoint(deed, at)
        acts = (*landed, *deed.handed_in, *words, *arrivals, *checks)
        changes = [_change(folder, path, before, fact) for path, fact in facts.items()]
        changes += [_change("", a.act.path, {}, fact_of(a.content)) for a in acts]
        return _Draft(
            deed=deed,
            contents={folder + path: p.content for path, p in deed.papers.items()},
            landed={act.act.path: act.content for act in acts},
            after=after,
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
        """Return the word of whoever saw the deed's words come in, or what came."""
        said = deed.arrival
        if said is None:
            return []
        signer, moment = self._keys[said.person], at[0] if said.at is None else said.at
        return [
            sign_arrival(signer, said.role, each, moment, said.road)
            for each in (*said.came, *map(came_in, words))
        ]

    def _checkpoint(self, deed: Deed, at: Moment) -> list[ActFile]:
        """Return the deed's word how long the spine is now, if it gives one."""
        if not deed.checks:
            return []
        said = Statement(
            version=1,
            repo=self._repo,
            scope=deed.scope,
            step=NO_STEP,
            action=Action.LAND,
            role=deed.role,
            actor=deed.actor,
            seq=0,
            text=NO_TEXT,
        )
        signer, spine = (
            self._keys[deed.actor],
            (self.state.length, self.state.recent[-1]),
        )
        return [sign_checkpoint(signer, said, acts_folder(deed.scope), spine, at[0])]

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


def _transition(
    draft: _Draft, commit: SignedCommit, sides: tuple[Side, ...]
) -> Transition:
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
        sides=sides,
        tokens=tuple(_tokens(draft.contents)),
    )


def _tokens(contents: Mapping[str, bytes]) -> Iterator[Token]:
    for path, content in sorted(contents.items()):
        if TOKEN.fullmatch(path.removeprefix("exams/")):
            yield timestamps.read(path, content)


def _documents(deed: Deed) -> dict[str, Read]:
    folder = folder_of(deed.scope)
    found: dict[str, dict[str, Data]] = {
        folder + path: paper.data
        for path, paper in deed.papers.items()
        if paper.data is not None
    }
    return dict(found)
