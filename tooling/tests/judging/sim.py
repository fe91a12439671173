"""An exam whose edits read as sentences: `sim.contact.approves("acquire", ...)`.

Whoever speaks signs for real; Seq, Text, Base and Subject come from the sim's own books
(`paper`), and each commit is judged when it is made. Keywords after the changes spoil one
line of what is said: `seq=3`, `text=...`, `actor=...`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypedDict, Unpack

import pyrage

from proeve.judge import step
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.history import Transition
from proeve.model.ledger import Judgement, Standing, State
from proeve.model.verdict import StepState
from proeve.rules.status import exam_verdict
from tests.judging import paper, papers
from tests.judging.ledger import Ledger, Said, Signed, inside, sign_act, written
from tests.judging.objects import File, SshKey, key_of

Content = Mapping[str, Data] | bytes | File | None
Changes = Mapping[str, Content]


class Spoiled(TypedDict, total=False):
    """What may be said otherwise than the books say."""

    repo: str
    scope: str
    step: str
    action: str
    role: str
    actor: str
    seq: int
    text: str
    version: int
    base: str
    subject: str


@dataclass(slots=True)
class Books:
    """What every exam of one ledger shares: the repository and what was judged of it."""

    ledger: Ledger = field(default_factory=Ledger)
    counters: dict[str, paper.Counter] = field(default_factory=dict[str, paper.Counter])
    seqs: dict[str, int] = field(default_factory=dict[str, int])
    state: State = field(default_factory=State)
    judgements: list[Judgement] = field(default_factory=list[Judgement])

    def fork(self) -> "Books":
        """Return books that go their own way from here."""
        return Books(
            ledger=self.ledger.fork(),
            counters={scope: each.copy() for scope, each in self.counters.items()},
            seqs=dict(self.seqs),
            state=self.state,
            judgements=list(self.judgements),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who plays which part in an exam, and in which role they speak."""

    student: str = papers.STUDENT
    contact: str = papers.CONTACT
    supervisor: str = papers.SUPERVISOR
    first: tuple[str, str] = (papers.PRACTICE_ASSESSOR, "workplace_assessor")
    second: tuple[str, str] = (papers.ASSESSOR, "school_assessor")
    number: int = 42

    def exam(self, **changed: Data) -> papers.Doc:
        """Return `exam.yml` with these people in it."""
        supervised: Data = [
            {
                "company": papers.COMPANY,
                "part": "both",
                "workplace_supervisor": self.supervisor,
            }
        ]
        own: papers.Doc = {
            "student": self.student,
            "school_contact": self.contact,
            "first_assessor": _seat(*self.first),
            "second_assessor": _seat(*self.second),
            "companies": supervised,
        }
        return papers.exam(number=self.number, **{**own, **changed})


def _seat(who: str, role: str) -> Data:
    return {
        "person": who,
        "side": "company" if role == "workplace_assessor" else "school",
    }


OTHER_CAST = Cast(student=papers.OTHER_STUDENT, number=43)


@dataclass(frozen=True, slots=True)
class ExamSim:
    """One exam in a ledger, and everyone who may or may not act in it."""

    books: Books = field(default_factory=Books)
    scope: str = papers.EXAM
    cast: Cast = field(default_factory=Cast)

    def fork(self) -> "ExamSim":
        """Return a sim that goes its own way from here."""
        return replace(self, books=self.books.fork())

    def beside(
        self, scope: str = papers.OTHER_EXAM, cast: Cast = OTHER_CAST
    ) -> "ExamSim":
        """Return the same ledger, speaking about another exam in it."""
        return replace(self, scope=scope, cast=cast)

    def with_cast(self, cast: Cast) -> "ExamSim":
        """Return the same exam with other people in its parts."""
        return replace(self, cast=cast)

    def who(self, person: str, role: str) -> "Speaker":
        """Return a person who speaks in some role."""
        return Speaker(self, person, role, key_of(person))

    @property
    def root(self) -> "Speaker":
        """The super admin who made the genesis."""
        return self.who(papers.ROOT, "super_admin")

    @property
    def second_root(self) -> "Speaker":
        """The other super admin."""
        return self.who(papers.SECOND_ROOT, "super_admin")

    @property
    def admin(self) -> "Speaker":
        """The admin of the exam office, third holder of a root key."""
        return self.who(papers.ADMIN, "admin")

    @property
    def receiver(self) -> "Speaker":
        """The machine that lands what others handed in."""
        return self.who(papers.RECEIVER, "receiver")

    @property
    def contact(self) -> "Speaker":
        """The contact person at school."""
        return self.who(self.cast.contact, "school_contact")

    @property
    def committee(self) -> "Speaker":
        """The member of the exam committee who acts for it."""
        return self.who(papers.OFFICE, "exam_committee")

    @property
    def member(self) -> "Speaker":
        """Somebody with a grant for committees, but no seat in this one."""
        return self.who(papers.MEMBER, "exam_committee")

    @property
    def second(self) -> "Speaker":
        """The second assessor, from the school."""
        return self.who(*self.cast.second)

    @property
    def first(self) -> "Speaker":
        """The first assessor, from the company."""
        return self.who(*self.cast.first)

    @property
    def supervisor(self) -> "Speaker":
        """The supervisor at work."""
        return self.who(self.cast.supervisor, "workplace_supervisor")

    @property
    def student(self) -> "Speaker":
        """The student whose exam it is."""
        return self.who(self.cast.student, "student")

    @property
    def files(self) -> dict[str, bytes]:
        """The exam's files as they stand on the spine."""
        return self.books.ledger.folder(self.scope)

    @property
    def seq(self) -> Mapping[str, int]:
        """The Seq of every row, counted by the sim."""
        return self.counter.seq

    @property
    def counter(self) -> paper.Counter:
        """The counter of this exam's rows."""
        return self.books.counters.setdefault(self.scope, paper.Counter())

    @property
    def last(self) -> Judgement:
        """What the judge said of the last commit."""
        return self.books.judgements[-1]

    @property
    def exam(self) -> ExamState:
        """The exam as the judge's state has it."""
        found = self.books.state.exam(self.scope)
        assert found is not None, f"no state of {self.scope}"
        return found

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """The whole spine as neutral facts."""
        return tuple(made.transition for made in self.books.ledger.made)

    def standing(self, row: str) -> set[str]:
        """Return the people whose approval stands in a row, as the judge has it."""
        return {
            approval.person
            for key, state in self.exam.rows.items()
            if key == row
            for approval in state.approvals
        }

    def states(self) -> dict[str, StepState]:
        """Return how each step stands, as the judge has it."""
        state = self.books.state
        verdict = exam_verdict(self.exam, state.registry, state.at)
        return {each.step.value: each.state for each in verdict.steps}

    def done(self) -> tuple[str, ...]:
        """Return the steps that the judge holds to be done."""
        return tuple(
            step for step, state in self.states().items() if state is StepState.DONE
        )

    def judged(self, transition: Transition) -> Judgement:
        """Judge one more transition and keep the state that it leads to."""
        self.books.state, judgement = step(self.books.state, transition)
        self.books.judgements.append(judgement)
        return judgement


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody about to do one thing in an exam, in one role, with one key."""

    sim: ExamSim
    person: str
    role: str
    key: SshKey | None
    merging: bool = False
    at: int | None = None

    def as_(self, role: str) -> "Speaker":
        """Speak in another role."""
        return replace(self, role=role)

    def with_key(self, key: SshKey | None) -> "Speaker":
        """Sign with another key, or with none."""
        return replace(self, key=key)

    def by_merge(self) -> "Speaker":
        """Land with the work that was handed in as second parent."""
        return replace(self, merging=True)

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

    def seals(self, part: str, rating: str = "V", **form: Data) -> Judgement:
        """Seal one's own form for a part: `first`, `second` or `third`."""
        sealed = self.sealed(part, rating, **form)
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
        files = {path: file for act in acts for path, file in act.files.items()}
        files = {**files, **self._at_home(also or {})}
        row = row or acts[0].row
        said = self._said("land", row, self._seq(row, files), "-")
        return self._commit(said, files, acts, spoiled)

    def act(
        self,
        action: str,
        row: str,
        changes: Changes | None = None,
        **spoiled: Unpack[Spoiled],
    ) -> Signed:
        """Sign a statement away from the spine, on the text as it now stands."""
        files = self._at_home(changes or {})
        said = self._said(
            action, row, self._seq(row, files), paper.text(row, self._after(files))
        )
        assert self.key is not None
        act = sign_act(_otherwise(said, spoiled), self.key)
        kept = {path: file for path, file in files.items() if file is not None}
        return replace(act, row=row, files=kept)

    def sealing(self, part: str, rating: str = "V") -> Signed:
        """Sign one's own seal away from the spine."""
        return self.act("seal", f"seal.{part}", self.sealed(part, rating))

    def sealed(self, part: str, rating: str = "V", **form: Data) -> Changes:
        """Return the file with the seal over one's own form."""
        shown = written(papers.form(part, self.person, rating, **form))
        seal = papers.seal(
            part, self.person, shown, box_of(shown), scope=self.sim.scope
        )
        return {f"forms/{part}.seal.yml": seal}

    def decides(
        self,
        kind: str,
        row: str,
        /,
        *,
        also: Changes | None = None,
        spoiled: Spoiled | None = None,
        **fields: Data,
    ) -> Judgement:
        """Add the next decision; `row` is the one it concerns or returns to."""
        number = 1 + sum(path.startswith("decisions/") for path in self.sim.files)
        data = written(papers.decision(kind, number, self.person, **fields))
        changes = {f"decisions/{number}-{kind}.yml": data, **(also or {})}
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
        *acts: Signed,
        action: str = "approve",
        **spoiled: Unpack[Spoiled],
    ) -> Judgement:
        """Change the registry, the tooling or a group, whose text is the whole scope."""
        said, files = self._whole(scope, action, changes)
        return self._commit(said, files, acts, spoiled)

    def whole_act(
        self, scope: str, changes: Changes, **spoiled: Unpack[Spoiled]
    ) -> Signed:
        """Sign the approval of a whole scope as it will be."""
        said, _ = self._whole(scope, "approve", changes)
        assert self.key is not None
        return sign_act(_otherwise(said, spoiled), self.key)

    def confirms(self, *, genesis: str = "", role: str = "") -> Signed:
        """Sign a root holder's statement that this genesis is the school's."""
        ledger = self.sim.books.ledger
        said = Said(
            repo=papers.REPO,
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
            repo=papers.REPO,
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
        files = _in_folder(scope, changes)
        ledger = self.sim.books.ledger
        before = paper.scope_digest(ledger.folder(scope))
        text = paper.scope_digest(inside(_merged(ledger.files, files), scope))
        said = Said(
            repo=papers.REPO,
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
        return inside(_merged(self.sim.books.ledger.files, files), self.sim.scope)

    def _at_home(self, changes: Changes) -> dict[str, File | None]:
        return _in_folder(self.sim.scope, changes)

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
        after = inside(_merged(books.ledger.files, files), scope)
        base, subject = paper.scope_digest(before), paper.scope_digest(after)
        made = books.ledger.commit(
            _otherwise(said, spoiled),
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
    keys = [pyrage.x25519.Recipient.from_str(key) for key in papers.OPENING_KEYS]
    padded = shown + bytes(-len(shown) % 4096)
    return str(pyrage.encrypt(padded, keys, armored=True).decode())


def opened(
    sim: ExamSim, *parts: str, rating: str = "V", **changed: Data
) -> dict[str, Content]:
    """Return the opened forms of these parts, of both assessors if none is named."""
    seats = {"first": sim.first, "second": sim.second}
    return {
        f"forms/{part}.yml": papers.form(part, seats[part].person, rating, **changed)
        for part in parts or tuple(seats)
    }


def is_valid(judgement: Judgement) -> bool:
    """Tell whether the judge holds this commit for lawful."""
    return judgement.standing is Standing.VALID


def _merged(
    files: Mapping[str, File], changes: Mapping[str, File | None]
) -> dict[str, File]:
    merged = {**files, **changes}
    return {path: file for path, file in merged.items() if file is not None}


def _in_folder(scope: str, changes: Changes) -> dict[str, File | None]:
    """Return files by their whole path; those named from the top stay there."""
    folder = "" if scope == "tooling" else f"exams/{scope}/"
    return {
        path.removeprefix("/") if path.startswith("/") else folder + path: _file(content)
        for path, content in changes.items()
    }


def _file(content: Content) -> File | None:
    if content is None or isinstance(content, File):
        return content
    return File(content if isinstance(content, bytes) else written(content))


def _otherwise(said: Said, spoiled: Spoiled) -> Said:
    lines = {k: v for k, v in spoiled.items() if k not in ("base", "subject")}
    return replace(said, **lines)  # type: ignore[arg-type] # the names are Said's own
