"""`proeve receiver attest`: from a forge's recorded answer to act files, or nothing.

TRUST section 2, rows 26 and 28 to 33, seen from the receiver's side.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from proeve.history import acts
from proeve.history.keys import private_file
from proeve.model.ledger import Standing
from proeve.model.review import Review
from proeve.rules.reviews import newest
from tests.cli.running import Ran, proeve
from tests.judging import papers, people
from tests.judging.changes import Changes
from tests.judging.objects import File, key_of, write_object
from tests.judging.real import Raw, codes, judged_last, message_of, new_repository
from tests.judging.sim import ExamSim
from tests.receiver.attested import proposed, review
from tests.receiver.branches import Branch
from tests.receiver.test_reference_with_receiver import after

pytestmark = pytest.mark.slow

CHECK: Changes = {"evidence-check.yml": papers.evidence_check()}
Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class Desk:
    """A repository with a proposal in it, and the receiver's key beside it."""

    sim: ExamSim
    seen: Branch
    folder: Path

    def review(self, forge: str = "gitea", **changed: object) -> Fields:
        """Return one approving review as the forge shows it."""
        found: Fields = {
            "id": 223344,
            "user": {"id": people.account_of(people.ASSESSOR), "login": "docent"},
            "body": "",
            "state": "APPROVED",
            "commit_id": self.seen.oid,
            "submitted_at": "2026-03-02T09:00:00Z",
        }
        if forge != "github":
            found |= {"stale": False, "official": True, "dismissed": False}
            found["updated_at"] = "2026-03-02T10:00:00+01:00"
        return {**found, **changed}

    def attest(
        self, *reviews: Fields, forge: str = "gitea", raw: str = "", row: str = ""
    ) -> Ran:
        """Run the verb on an answer with these reviews."""
        words = self.words(*reviews, forge=forge, raw=raw, row=row)
        return proeve(self.folder / "r.git", *words)

    def words(
        self, *reviews: Fields, forge: str = "gitea", raw: str = "", row: str = ""
    ) -> tuple[str, ...]:
        """Write the answer down and return how the verb is called on it."""
        answer = self.folder / "answer.json"
        answer.write_text(raw or json.dumps(reviews), encoding="utf-8")
        return (
            *("receiver", "attest", people.EXAM, row or "evidence_check"),
            *("--from-json", str(answer), "--forge", forge, "--host", people.FORGE),
            *("--repo-id", "12", "--pr", "17", "--head", self.seen.oid),
            *("--key", str(self.folder / "receiver.key"), "--out", str(self.out)),
        )

    @property
    def out(self) -> Path:
        """Where act files are written."""
        return self.folder / "out"

    def made(self) -> dict[str, bytes]:
        """Return the act files that were written, by their path."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in self.out.rglob("*.act")
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(tmp_path)


def new_desk(tmp_path: Path) -> Desk:
    """Return a desk with the proposal of row 22."""
    tmp_path.mkdir(exist_ok=True)
    sim = after(21)
    seen = proposed(sim, CHECK, by=people.CONTACT)
    repository = new_repository(tmp_path / "r.git")
    sim.books.ledger.write_to(repository)
    for each in seen.objects:
        write_object(repository, each)
    key = private_file(key_of(people.RECEIVER).secret)
    (tmp_path / "receiver.key").write_bytes(key)
    return Desk(sim, seen, tmp_path)


@pytest.mark.parametrize("forge", ["github", "gitea", "forgejo"])
def test_an_approval_becomes_an_act_that_says_what_the_forge_said(
    desk: Desk, forge: str
) -> None:
    ran = desk.attest(desk.review(forge), forge=forge)
    assert (ran.code, ran.err) == (0, "")
    ((path, data),) = desk.made().items()
    assert ran.lines == [path]
    act = desk.sim.second.act("approve", "evidence_check", CHECK)
    assert data == review(act, desk.seen, forge=forge).data


def test_what_was_attested_lands(desk: Desk) -> None:
    desk.attest(desk.review())
    sim = desk.sim.fork()
    first = sim.first.act("approve", "evidence_check", CHECK)
    made = sim.fork()
    made.receiver.by_merge(desk.seen).lands(first)
    files = {path: File(data) for path, data in desk.made().items()}
    raw = Raw(sim, {**first.files, first.path: File(first.data), **files})
    raw.message = message_of(made)
    raw.key = key_of(people.RECEIVER)
    raw.parents = (sim.books.ledger.head, desk.seen.oid)
    repository = desk.folder / "r.git"
    judgement = judged_last(repository, sim, raw.write(repository))
    assert (judgement.standing, list(codes(judgement))) == (Standing.VALID, [])


REFUSED: dict[str, tuple[str, Callable[[Desk], Fields]]] = {
    "29 dismissed": ("attestation.dismissed", lambda d: d.review(dismissed=True)),
    "29 dismissed by state": (
        "attestation.dismissed",
        lambda d: d.review(state="DISMISSED"),
    ),
    "26 stale": ("attestation.stale", lambda d: d.review(stale=True)),
    "not official": ("attestation.not-official", lambda d: d.review(official=False)),
    "30 edited": (
        "attestation.edited",
        lambda d: d.review(updated_at="2026-03-02T11:00:00Z"),
    ),
    "changes asked": (
        "attestation.not-approved",
        lambda d: d.review(state="REQUEST_CHANGES"),
    ),
    "a new kind": ("attestation.not-approved", lambda d: d.review(state="ENDORSED")),
    "31 unknown account": (
        "attestation.unknown-account",
        lambda d: d.review(user={"id": 77, "login": "docent"}),
    ),
    "26 another commit": (
        "attestation.other-commit",
        lambda d: d.review(commit_id="d" * 40),
    ),
    "the commit before": (
        "attestation.other-commit",
        lambda d: d.review(commit_id=d.sim.books.ledger.head),
    ),
    "no part in it": (
        "attestation.no-say",
        lambda d: d.review(user={"id": people.account_of(people.TEACHER)}),
    ),
}


@pytest.mark.parametrize("how", REFUSED)
def test_a_review_that_is_no_standing_approval_gives_no_act(
    desk: Desk, how: str
) -> None:
    code, made = REFUSED[how]
    ran = desk.attest(made(desk))
    assert ran.code == 1
    assert code in ran.out
    assert desk.made() == {}


def test_26_a_push_after_the_review_gives_no_act(desk: Desk) -> None:
    other: Changes = {
        "evidence-check.yml": {**papers.evidence_check(), "remark": "Alsnog."}
    }
    pushed = desk.seen.commit(other, by=people.CONTACT)
    for each in pushed.objects:
        write_object(desk.folder / "r.git", each)
    later = Desk(desk.sim, pushed, desk.folder)
    ran = later.attest(later.review(commit_id=desk.seen.oid))
    assert ran.code == 1
    assert "attestation.other-text" in ran.out
    assert later.made() == {}


def test_29_a_dismissed_review_revives_no_older_approval(desk: Desk) -> None:
    newer = desk.review(
        id=223350,
        dismissed=True,
        submitted_at="2026-03-02T09:30:00Z",
        updated_at="2026-03-02T09:30:00Z",
    )
    ran = desk.attest(newer, desk.review())
    assert ran.code == 1
    assert desk.made() == {}


@pytest.mark.parametrize("state", ["COMMENT", "COMMENTED", "PENDING", "REQUEST_REVIEW"])
def test_a_comment_after_an_approval_leaves_it_standing(desk: Desk, state: str) -> None:
    newer = desk.review(
        id=223350,
        state=state,
        submitted_at="2026-03-02T09:30:00Z",
        updated_at="2026-03-02T09:30:00Z",
    )
    assert desk.attest(desk.review(), newer).code == 0
    assert len(desk.made()) == 1


def test_one_refused_review_does_not_hold_up_another(desk: Desk) -> None:
    stranger = desk.review(id=9, user={"id": 77})
    ran = desk.attest(stranger, desk.review())
    assert ran.code == 1
    assert len(desk.made()) == 1


ANSWERS: dict[str, Callable[[Desk], str]] = {
    "33 an error": lambda _: '{"message": "API rate limit exceeded"}',
    "33 a torn answer": lambda d: json.dumps([d.review()])[:-20],
    "33 a page of HTML": lambda _: "<html></html>",
    "33 null": lambda _: "null",
    "a name twice": lambda d: json.dumps([d.review()]).replace(
        '"state"', '"state": "APPROVED", "state"', 1
    ),
    "no flag where the forge has one": lambda d: json.dumps(
        [{k: v for k, v in d.review().items() if k != "stale"}]
    ),
    "a flag that is text": lambda d: json.dumps([d.review(stale="no")]),
    "an id that is text": lambda d: json.dumps([d.review(user={"id": "1052"})]),
    "a truth for an id": lambda d: json.dumps([d.review(user={"id": True})]),
    "a date that is none": lambda d: json.dumps([d.review(submitted_at="today")]),
    "a short commit": lambda d: json.dumps([d.review(commit_id="d" * 7)]),
    "depth": lambda _: "[" * 100_000,
}


@pytest.mark.parametrize("how", ANSWERS)
def test_33_an_answer_that_cannot_be_read_stops_the_tool(desk: Desk, how: str) -> None:
    ran = desk.attest(raw=ANSWERS[how](desk))
    assert ran.code == 3
    assert "Traceback" not in ran.err
    assert desk.made() == {}


def test_who_has_another_key_attests_nothing(desk: Desk) -> None:
    other = private_file(key_of(people.ADMIN).secret)
    (desk.folder / "receiver.key").write_bytes(other)
    ran = desk.attest(desk.review())
    assert (ran.code, desk.made()) == (2, {})


def test_a_file_that_is_no_key_is_refused(desk: Desk) -> None:
    (desk.folder / "receiver.key").write_bytes(b"no key\n")
    assert desk.attest(desk.review()).code == 2


def test_no_exam_no_attestation(desk: Desk) -> None:
    ran = proeve(desk.folder / "r.git", "receiver", "attest", "groups/x/y", "acquire")
    assert ran.code == 2


def test_an_attested_act_reads_without_complaint(desk: Desk) -> None:
    desk.attest(desk.review())
    ((path, data),) = desk.made().items()
    assert acts.read(path, data, "c" * 40).problems == ()


def _review(number: int, account: int, state: str, at: float) -> Review:
    return Review(
        id=number, account=account, state=state, commit="c" * 40, submitted="", at=at
    )


def test_the_newest_word_of_each_account_is_its_last() -> None:
    one = _review(1, 7, "APPROVED", 10)
    two = _review(2, 7, "CHANGES_REQUESTED", 20)
    other = _review(3, 8, "APPROVED", 5)
    note = _review(4, 8, "COMMENTED", 50)
    assert set(newest([two, note, one, other])) == {two, other}


def test_of_two_words_at_one_moment_the_higher_number_is_the_later() -> None:
    one, two = _review(1, 7, "APPROVED", 10), _review(2, 7, "DISMISSED", 10)
    assert newest([two, one]) == (two,)
