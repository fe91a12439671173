"""An exam whose edits read as sentences: `sim.contact.approves("acquire", ...)`.

Whoever speaks signs for real; Seq, Text, Base and Subject come from the sim's own books
(`paper`), and each commit is judged when it is made. Keywords after the changes spoil
one line of what is said: `seq=3`, `text=...`, `actor=...`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from proeve.judge import step
from proeve.model.exam import ExamState
from proeve.model.history import Transition
from proeve.model.ledger import Judgement, State
from proeve.model.verdict import StepState
from proeve.rules.status import exam_verdict
from tests.judging import paper, papers, people
from tests.judging.cast import OTHER_CAST, Cast
from tests.judging.changes import Content
from tests.judging.ledger import Ledger
from tests.judging.objects import key_of
from tests.judging.people import Doc
from tests.judging.speaker import Speaker


@dataclass(slots=True)
class Books:
    """What the exams of one ledger share: the repository, and what was judged."""

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


@dataclass(frozen=True, slots=True)
class ExamSim:
    """One exam in a ledger, and everyone who may or may not act in it."""

    books: Books = field(default_factory=Books)
    scope: str = people.EXAM
    cast: Cast = field(default_factory=Cast)

    def fork(self) -> "ExamSim":
        """Return a sim that goes its own way from here."""
        return replace(self, books=self.books.fork())

    def beside(
        self, scope: str = people.OTHER_EXAM, cast: Cast = OTHER_CAST
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
        return self.who(people.ROOT, "super_admin")

    @property
    def second_root(self) -> "Speaker":
        """The other super admin."""
        return self.who(people.SECOND_ROOT, "super_admin")

    @property
    def admin(self) -> "Speaker":
        """The admin of the exam office, third holder of a root key."""
        return self.who(people.ADMIN, "admin")

    @property
    def receiver(self) -> "Speaker":
        """The machine that lands what others handed in."""
        return self.who(people.RECEIVER, "receiver")

    @property
    def contact(self) -> "Speaker":
        """The contact person at school."""
        return self.who(self.cast.contact, "school_contact")

    @property
    def committee(self) -> "Speaker":
        """The member of the exam committee who acts for it."""
        return self.who(people.OFFICE, "exam_committee")

    @property
    def member(self) -> "Speaker":
        """Somebody with a grant for committees, but no seat in this one."""
        return self.who(people.MEMBER, "exam_committee")

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


def opened(
    sim: ExamSim, *parts: str, rating: str = "V", form: Doc | None = None
) -> dict[str, Content]:
    """Return the opened forms of these parts, of both assessors if none is named."""
    seats = {"first": sim.first, "second": sim.second}
    return {
        f"forms/{part}.yml": papers.form(
            part, seats[part].person, rating, **(form or {})
        )
        for part in parts or tuple(seats)
    }
