"""Exams that wander lawfully: the order, the road and the ways aside are by chance.

Each life is a generator that stops after every commit, so that several exams go on side
by side. What is signed, counted and bound comes from the sim's own books.
"""

from collections.abc import Iterator
from random import Random

from tests.judging import papers, people
from tests.judging.changes import Changes
from tests.judging.people import Doc
from tests.judging.reference import FIRST_DAYS, after
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker

Life = Iterator[None]
THIRD: Doc = {"way": "third_assessor", "third_assessor": people.THIRD}
PAUSE: Doc = {"from": "2026-03-03", "reason": "illness"}
RESUMED: Doc = {"on": "2026-03-12", "reason": "illness"}


def wandered(seed: int) -> ExamSim:
    """Return a ledger in which two exams went their own way, by this seed."""
    return stages(seed)[-1]


def stages(seed: int) -> list[ExamSim]:
    """Return that ledger as it stood after each of its commits."""
    random = Random(seed)  # noqa: S311 - a story, not a secret
    sim = after(5)
    lives = [Wanderer(each, random).life() for each in (sim, sim.beside())]
    found = [sim.fork()]
    while lives:
        life = random.choice(lives)
        if next(life, "over") == "over":
            lives.remove(life)
        else:
            found.append(sim.fork())
    return found


class Wanderer:
    """One exam on its way, and the chance that leads it."""

    def __init__(self, sim: ExamSim, random: Random) -> None:
        self._sim = sim
        self._random = random
        self._title = 0
        self._fails = self._now(3)
        self._disputed = False

    def life(self) -> Life:
        """Go from the opening to the archive, or to an early end."""
        for phase in (self._prepare, self._work, self._assess, self._conclude):
            yield from phase()
            if self._now(8) and phase != self._conclude:
                yield from self._withdraw()
                return
        yield from self._archive("not_passed" if self._fails else "passed")

    def _now(self, sides: int) -> bool:
        """Tell whether something happens that does so once in so many times."""
        return self._random.randrange(sides) == 0

    def _shuffled(self, *speakers: Speaker) -> list[Speaker]:
        return self._random.sample(speakers, len(speakers))

    def _gives(
        self, who: Speaker, row: str, changes: Changes | None = None, how: str = ""
    ) -> Life:
        """Let somebody approve or write, by a commit of their own or an act."""
        how = how or "approve"
        if self._now(2):
            (who.writes if how == "write" else who.approves)(row, changes)
        else:
            landers = (self._sim.receiver, self._sim.contact)
            lander = self._random.choice(landers)
            lander = lander.by_merge() if self._now(2) else lander
            lander.lands(who.act(how, row, changes))
        yield

    def _assignment(self) -> Changes:
        self._title += 1
        return {"assignment.yml": papers.assignment(f"Werk {self._title}")}

    def _prepare(self) -> Life:
        sim = self._sim
        opened = {"exam.yml": sim.cast.exam(), **self._assignment()}
        sim.contact.approves("create", opened)
        yield
        for who in self._shuffled(sim.supervisor, sim.student, sim.contact):
            if self._now(2):
                yield from self._gives(who, "acquire", self._assignment(), "write")
        yield from self._agree()
        if self._now(3):
            sim.committee.decides("return", "acquire", to="acquire", row="acquire")
            yield
            yield from self._agree()
        sim.committee.approves(
            "establish", {"establishment.yml": papers.establishment()}
        )
        yield
        if self._now(2):
            planned = {"appointments.yml": papers.appointments()}
            yield from self._gives(sim.contact, "appointment", planned)

    def _agree(self) -> Life:
        sim = self._sim
        if self._now(3):
            fields: Doc = {"row": "acquire", "approver": "student"}
            sim.student.decides("refusal", "acquire", fields)
            yield
            # A changed text ends the refusal, and voids what the older one was given.
            sim.contact.writes("acquire", self._assignment())
            yield
        for who in self._shuffled(sim.supervisor, sim.student, sim.contact):
            yield from self._gives(who, "acquire")

    def _work(self) -> Life:
        sim = self._sim
        if self._now(2):
            days = {"execution.yml": FIRST_DAYS}
            yield from self._gives(sim.student, "execution", days, "write")
        if self._now(4):
            sim.contact.decides("pause", "execution", PAUSE)
            yield
            sim.contact.decides("resume", "execution", RESUMED)
            yield
        whole = {"execution.yml": papers.execution()}
        yield from self._gives(sim.student, "execution", whole)
        yield from self._gives(sim.supervisor, "execution")
        yield from self._hand_in()
        yield from self._check()
        if self._now(3):
            sim.second.decides("return", "evidence", to="evidence", row="evidence")
            yield
            yield from self._hand_in()
            yield from self._check()

    def _hand_in(self) -> Life:
        proof: Changes = {
            "evidence.yml": papers.evidence(),
            papers.PROOF_PATH: papers.PROOF,
        }
        known = "evidence.yml" in self._sim.files
        yield from self._gives(self._sim.student, "evidence", None if known else proof)

    def _check(self) -> Life:
        known = "evidence-check.yml" in self._sim.files
        check: Changes = {"evidence-check.yml": papers.evidence_check()}
        one, other = self._shuffled(self._sim.first, self._sim.second)
        yield from self._gives(one, "evidence_check", None if known else check)
        yield from self._gives(other, "evidence_check")

    def _assess(self) -> Life:
        sim = self._sim
        parts = {sim.first.person: "first", sim.second.person: "second"}
        for who in self._shuffled(sim.first, sim.second):
            part = parts[who.person]
            if self._now(3):
                who.seals(part, "G")  # replaced before anything is open
                yield
            if self._now(2):
                sim.receiver.lands(who.sealing(part, self._rating))
            else:
                who.seals(part, self._rating)
            yield
        forms = {
            f"forms/{part}.yml": papers.form(part, person, self._rating)
            for person, part in parts.items()
        }
        sim.committee.unseals(forms)
        yield
        if self._now(4):
            yield from self._dispute()

    @property
    def _rating(self) -> str:
        return "O" if self._fails else "V"

    def _dispute(self) -> Life:
        sim, self._disputed = self._sim, True
        third = sim.who(people.THIRD, "school_assessor")
        sim.second.decides("dispute", "consensus", THIRD)
        yield
        third.seals("third", self._rating)
        yield
        form = {"forms/third.yml": papers.form("third", people.THIRD, self._rating)}
        sim.committee.unseals(form, "unseal.third")
        yield

    def _consensus(self, remark: str = "") -> Life:
        sim, rating = self._sim, self._rating
        third = {"third": rating} if self._disputed else {}
        agreed = papers.consensus(rating, remark, first=rating, second=rating, **third)
        one, other = self._shuffled(sim.first, sim.second)
        yield from self._gives(one, "consensus", {"consensus.yml": agreed})
        yield from self._gives(other, "consensus")

    def _conclude(self) -> Life:
        sim, outcome = self._sim, "not_passed" if self._fails else "passed"
        yield from self._consensus()
        final: Changes = {
            "final-assessment.yml": papers.final(by=sim.first.person, outcome=outcome)
        }
        yield from self._gives(sim.first, "final", final)
        if self._now(4):
            sim.committee.decides("return", "consensus", to="consensus")
            yield
            yield from self._consensus("Na terugsturen")
            yield from self._gives(sim.first, "final")
        sim.committee.approves("result", {"result.yml": papers.result(outcome=outcome)})
        yield
        if self._fails:
            sim.committee.approves("follow_up", {"follow-up.yml": papers.follow_up()})
            yield

    def _withdraw(self) -> Life:
        self._sim.contact.decides("withdrawal", "archive")
        yield
        yield from self._archive("withdrawn")

    def _archive(self, outcome: str) -> Life:
        if self._now(2):
            return  # it simply waits
        kept = papers.archive(self._sim.files, outcome=outcome)
        self._sim.admin.approves("archive", {"archive.yml": kept})
        yield
