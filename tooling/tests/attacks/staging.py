"""One school on disk and one change to it: what the `proeve verify` process says then.

The lawful twin of an attack is in order; the attack is met with the answer and the code
of its row in the threat table; and the exam stands as it stood before.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from proeve.words.threats import THREATS, Answer, Threat
from tests.cli.running import proeve as in_process
from tests.guard.school import proeve
from tests.judging import people
from tests.judging.objects import File
from tests.judging.real import Raw, message_of, new_repository
from tests.judging.sim import ExamSim

Attack = ExamSim | Raw
IN_ORDER, FINDINGS, STOPPED = 0, 1, 3
EXITS: Mapping[Answer, int] = {
    Answer.INVALID: FINDINGS,
    Answer.UNCONFIRMED: FINDINGS,
    Answer.STALE: FINDINGS,
    Answer.SUSPECT: FINDINGS,
    Answer.STOPPED: STOPPED,
    Answer.ROLLED_BACK: STOPPED,
    Answer.LATE: IN_ORDER,
    Answer.IGNORED: IN_ORDER,
    Answer.UNPROVABLE: IN_ORDER,
}
"""How the process ends; that something is late fails nothing by itself."""
STANDINGS = {
    Answer.INVALID: "invalid",
    Answer.STALE: "invalid",
    Answer.UNCONFIRMED: "unconfirmed",
}
_STANDS = (
    *("commit", "subject", "outcome", "provisional"),
    *("handed_in", "late_days", "suspects", "paused"),
)
_PROVED: set[str] = set()
"""The heads of twins that the process found in order."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the process said of a repository."""

    code: int
    codes: frozenset[str]
    standing: str
    said: str


def row(number: int) -> Threat:
    """Return a row of the threat table."""
    found = THREATS[number - 1]
    assert found.number == number
    return found


def root_of(sim: ExamSim) -> str:
    """Return the trust root that the school has on paper."""
    return f"proeve:{people.REPO}:sha256:{sim.transitions[0].sha256}"


def on_top(sim: ExamSim, twin: ExamSim, files: Mapping[str, File | None]) -> Raw:
    """Return the last commit of a twin as bytes on top of a sim, to be spoiled."""
    raw = Raw(sim, files)
    raw.message = message_of(twin)
    return raw


def standing(status: Mapping[str, object]) -> Mapping[str, object]:
    """Return what stands of an exam, whoever waits for whom.

    A step at which something is refused is shown as broken until it is covered.
    """
    steps = cast("Mapping[str, str]", status["steps"])
    done = {step for step, state in steps.items() if state == "done"}
    return {**{name: status[name] for name in _STANDS}, "done": done}


class Stage:
    """One school on disk, and somebody who has seen nothing of it yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.repository = new_repository(folder / "school.git")
        self.root = ""

    def lays(self, attack: Attack) -> str:
        """Write a history as Git objects, point `main` at its head and return that."""
        if isinstance(attack, ExamSim):
            self.root = root_of(attack)
            attack.books.ledger.write_to(self.repository)
            return attack.books.ledger.head
        attack.before.books.ledger.write_to(self.repository)
        head = attack.write(self.repository)
        self.points(head)
        return head

    def points(self, head: str) -> None:
        """Point `main` at a commit."""
        branch = self.repository / "refs" / "heads" / "main"
        branch.write_text(f"{head}\n")

    def verifies(self, *more: str, home: str = "home") -> Seen:
        """Run the process for somebody and return what it said."""
        done = proeve(
            *("-C", self.repository, "verify", "--json", "--lang", "en"),
            *("--trust-root", self.root, *more),
            home=self.folder / home,
        )
        assert "Traceback" not in done.stderr, done.stderr
        said = done.stdout + done.stderr
        if not done.stdout.startswith("{"):
            return Seen(done.returncode, frozenset(), "", said)
        told = json.loads(done.stdout)
        codes = frozenset(str(each["code"]) for each in told["findings"])
        judged = told["judgements"][-1]["standing"]
        return Seen(done.returncode, codes, judged, done.stderr)

    def status(self, rev: str = "main") -> Mapping[str, object]:
        """Return where the exam stands."""
        words = ("status", people.EXAM, "--json", "--rev", rev)
        ran = in_process(self.repository, *words)
        assert ran.code == IN_ORDER, ran
        return cast("dict[str, object]", json.loads(ran.out))

    def proves(self, twin: ExamSim) -> None:
        """Hold that a lawful history is in order."""
        head = self.lays(twin)
        if head not in _PROVED:
            seen = self.verifies(home="another-home")
            assert seen.code == IN_ORDER, seen
            _PROVED.add(head)

    def meets(self, number: int, attack: Attack, twin: ExamSim, code: str = "") -> Seen:
        """Hold that an attack is met as its row says, or with a code of its own."""
        self.proves(twin)
        head = self.lays(attack)
        seen = self.verifies()
        answer, code = row(number).answer, code or row(number).code
        assert seen.code == EXITS[answer], seen
        assert not code or code in seen.codes, (code, sorted(seen.codes))
        if answer in STANDINGS:
            assert seen.standing == STANDINGS[answer], seen
            before = _parent(attack)
            assert standing(self.status(head)) == standing(self.status(before))
        return seen


def _parent(attack: Attack) -> str:
    if isinstance(attack, Raw):
        return attack.parents[0]
    return attack.books.ledger.made[-2].transition.oid
