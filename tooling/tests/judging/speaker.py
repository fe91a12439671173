"""Somebody who acts in the sim: approves, writes, seals, decides, lands.

Seq, Text, Base and Subject come from the sim's own books, never from the judge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Unpack

import pyrage  # type: ignore[import-untyped]  # it ships no types

from proeve.model.document import Data
from proeve.model.ledger import Judgement
from tests.judging import paper, papers, people
from tests.judging.changes import (
    Changes,
    Spoiled,
    in_folder,
    merged,
    otherwise,
)
from tests.judging.ledger import Beside, Said, Signed, inside, sign_act, written
from tests.judging.objects import File, SshKey
from tests.judging.people import Doc

if TYPE_CHECKING:  # the sim makes its speakers
    from tests.judging.sim import ExamSim


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody about to do one thing in an exam, in one role, with one key."""

    sim: "ExamSim"
    person: str
    role: str
    key: SshKey | None
    merging: bool | Beside = False
    at: int | None = None

    def as_(self, role: str) -> "Speaker":
        """Speak in another role."""
        return replace(self, role=role)

    def with_key(self, key: SshKey | None) -> "Speaker":
        """Sign with another key, or with none."""
        return replace(self, key=key)

    def by_merge(self, beside: Beside | None = None) -> "Speaker":
        """Land with the work that was handed in as second parent."""
        return replace(self, merging=beside or True)

    def dated(self, at: int) -> "Speaker":
        """Claim another date than the real one."""
        return replace(self, at=at)

    def approves(
        self,
        row: str,
        changes: Changes | None = None,
        *acts: Signed,
        **spoiled: Unpack[Spoiled],
    ) -> Judgement:
        """Approve a row's text as it stands after this commit; acts may come along."""
        return self._speaks("approve", row, changes, spoiled, acts)

    def writes(
        self, row: str, changes: Changes | None = None, **spoiled: Unpack[Spoiled]
    ) -> Judgement:
        """Change documents of a row and approve nothing."""
        return self._speaks("write", row, changes, spoiled)

    def seals(self, part: str, rating: str = "V", form: Doc | None = None) -> Judgement:
        """Seal one's own form for a part: `first`, `second` or `third`."""
        sealed = self.sealed(part, rating, form)
        return self._speaks("seal", f"seal.{part}", sealed, {})

    def unseals(
        self, changes: Changes, row: str = "unseal", **spoiled: Unpack[Spoiled]
    ) -> Judgement:
        """Open the forms."""
        return self._speaks("unseal", row, changes, spoiled)

    def lands(
        self,
        *acts: Signed,
        also: Changes | None = None,
        row: str = "",
        **spoiled: Unpack[Spoiled],
    ) -> Judgement:
        """Carry acts and the documents that they cover; approve nothing."""
        files: dict[str, File | None] = {}
        for act in acts:
            files |= act.files
        files |= self._at_home(also or {})
        row = row or acts[0].row
        said = self._said("land", row, self._seq(row, files), "-")
        return self._commit(said, files, acts, spoiled)

    def act(
        self,
        action: str,
        row: str,
        changes: Changes | None = None,
        /,
        **spoiled: Unpack[Spoiled],
    ) -> Signed:
        """Sign a statement away from the spine, on the text as it now stands."""
        files = self._at_home(changes or {})
        said = self._said(
            action, row, self._seq(row, files), paper.text(row, self._after(files))
        )
        assert self.key is not None
        act = sign_act(otherwise(said, spoiled), self.key)
        kept = {path: file for path, file in files.items() if file is not None}
        return replace(act, row=row, files=kept)

    def cures(
        self,
        action: str,
        row: str,
        changes: Changes | None = None,
        /,
        **spoiled: Unpack[Spoiled],
    ) -> Judgement:
        """Reaffirm an approval of one's own, or void those of a row."""
        files = self._at_home(changes or {})
        resets = action == "void"
        seq = self._seq(row, files) + resets
        text = paper.text(row, self._after(files))
        said = self._said(action, row, seq, text)
        return self._commit(said, files, (), spoiled, row if resets else None)

    def sealing(self, part: str, rating: str = "V") -> Signed:
        """Sign one's own seal away from the spine."""
        return self.act("seal", f"seal.{part}", self.sealed(part, rating))

    def sealed(
        self, part: str, rating: str = "V", form: Doc | None = None
    ) -> dict[str, Doc]:
        """Return the file with the seal over one's own form."""
        shown = written(papers.form(part, self.person, rating, **(form or {})))
        seal = papers.seal(
            part, self.person, shown, box_of(shown), scope=self.sim.scope
        )
        return {f"forms/{part}.seal.yml": seal}

    def decides(
        self,
        kind: str,
        row: str,
        fields: Doc | None = None,
        /,
        *,
        also: Changes | None = None,
        spoiled: Spoiled | None = None,
        **more: Data,
    ) -> Judgement:
        """Add the next decision; `row` is the one it concerns or returns to."""
        fields = {**(fields or {}), **more}
        number = 1 + sum(path.startswith("decisions/") for path in self.sim.files)
        data = written(papers.decision(kind, number, self.person, **fields))
        changes: Changes = {f"decisions/{number}-{kind}.yml": data, **(also or {})}
        returns = kind == "return" or (
            kind == "appeal" and fields.get("outcome") == "annulled"
        )
        files = self._at_home(changes)
        # R5: a Text is a tree digest, "for decide it is the decision file".
        text = paper.tree({f"decisions/{number}-{kind}.yml": data})
        said = self._said("decide", row, self.sim.seq[row] + returns, text)
        return self._commit(said, files, (), spoiled or {}, row if returns else None)

    def changes(
        self,
        scope: str,
        changes: Changes,
        /,
        *acts: Signed,
        **spoiled: Unpack[Spoiled],
    ) -> Judgement:
        """Change the registry, the tooling or a group: a text as a whole."""
        said, files = self._whole(scope, "approve", changes)
        return self._commit(said, files, acts, spoiled)

    def whole_act(
        self, scope: str, changes: Changes, /, **spoiled: Unpack[Spoiled]
    ) -> Signed:
        """Sign the approval of a whole scope as it will be."""
        said, _ = self._whole(scope, "approve", changes)
        assert self.key is not None
        return sign_act(otherwise(said, spoiled), self.key)

    def confirms(self, *, genesis: str = "", role: str = "") -> Signed:
        """Sign a root holder's statement that this genesis is the school's."""
        ledger = self.sim.books.ledger
        said = Said(
            repo=people.REPO,
            scope="registry",
            step="-",
            action="approve",
            role=role or self.role,
            actor=self.person,
            seq=1,
            text=paper.scope_digest(ledger.folder("registry")),
        )
        first = ledger.made[0].transition.sha256
        named = genesis or f"sha256:{first}"
        assert self.key is not None
        return sign_act(
            said, self.key, kind="proeve-genesis", extra=(("genesis", named),)
        )

    def brings(self, *acts: Signed, **spoiled: Unpack[Spoiled]) -> Judgement:
        """Land statements in the registry without changing it."""
        said, _ = self._whole("registry", "land", {})
        return self._commit(replace(said, text="-"), {}, acts, spoiled)

    def _speaks(
        self,
        action: str,
        row: str,
        changes: Changes | None,
        spoiled: Spoiled,
        acts: tuple[Signed, ...] = (),
    ) -> Judgement:
        files = self._at_home(changes or {})
        said = self._said(
            action, row, self._seq(row, files), paper.text(row, self._after(files))
        )
        return self._commit(said, files, acts, spoiled)

    def _said(self, action: str, row: str, seq: int, text: str) -> Said:
        return Said(
            repo=people.REPO,
            scope=self.sim.scope,
            step=paper.TABLE[row].step,
            action=action,
            role=self.role,
            actor=self.person,
            seq=seq,
            text=text,
        )

    def _whole(
        self, scope: str, action: str, changes: Changes
    ) -> tuple[Said, dict[str, File | None]]:
        files = in_folder(scope, changes)
        ledger = self.sim.books.ledger
        before = paper.scope_digest(ledger.folder(scope))
        text = paper.scope_digest(inside(merged(ledger.files, files), scope))
        said = Said(
            repo=people.REPO,
            scope=scope,
            step="-",
            action=action,
            role=self.role,
            actor=self.person,
            seq=self.sim.books.seqs.get(scope, 0) + (before != text),
            text=text,
        )
        return said, files

    def _seq(self, row: str, files: Mapping[str, File | None]) -> int:
        return self.sim.counter.after(row, self.sim.files, self._after(files))

    def _after(self, files: Mapping[str, File | None]) -> dict[str, bytes]:
        return inside(merged(self.sim.books.ledger.files, files), self.sim.scope)

    def _at_home(self, changes: Changes) -> dict[str, File | None]:
        return in_folder(self.sim.scope, changes)

    def _commit(
        self,
        said: Said,
        files: Mapping[str, File | None],
        acts: tuple[Signed, ...],
        spoiled: Spoiled,
        reset: str | None = None,
    ) -> Judgement:
        books = self.sim.books
        scope = said.scope
        before = books.ledger.folder(scope)
        after = inside(merged(books.ledger.files, files), scope)
        base, subject = paper.scope_digest(before), paper.scope_digest(after)
        made = books.ledger.commit(
            otherwise(said, spoiled),
            spoiled.get("base", base),
            spoiled.get("subject", subject),
            self.key,
            files=files,
            acts=acts,
            side=self.merging,
            at=self.at,
        )
        if scope.count("/") == 2:
            counter = books.counters.setdefault(scope, paper.Counter())
            counter.count(before, after, reset)
        else:
            books.seqs[scope] = books.seqs.get(scope, 0) + (base != subject)
        return self.sim.judged(made.transition)


@cache
def box_of(shown: bytes) -> str:
    """Return the age box over a form: its bytes padded with NUL to 4 KiB."""
    keys = [pyrage.x25519.Recipient.from_str(key) for key in people.OPENING_KEYS]
    padded = shown + bytes(-len(shown) % 4096)
    return str(pyrage.encrypt(padded, keys, armored=True).decode())
