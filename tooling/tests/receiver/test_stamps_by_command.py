"""`proeve stamp`: the word of a time-stamping service, asked by file or over HTTP."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from proeve.history.stamping import request_for
from proeve.model.time import TimeBasis
from tests.judging import people
from tests.judging.sim import ExamSim
from tests.judging.timing import HANDED_IN, Authority, founded, hand_in
from tests.receiver.desks import Desk, desk_of

pytestmark = pytest.mark.slow

EXAM = people.EXAM


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tsa") / "own")


@pytest.fixture(scope="module")
def school(authority: Authority) -> ExamSim:
    """Return a school that pins the authority, in which evidence is handed in."""
    sim = founded(services=authority.certificate)
    sim.receiver.by_merge().lands(hand_in(sim))
    return sim


@pytest.fixture
def desk(school: ExamSim, tmp_path: Path) -> Desk:
    return desk_of(school.fork(), tmp_path)


def asked(desk: Desk) -> bytes:
    """Return the request that is written for the hand-in."""
    to = desk.folder / "ask.tsq"
    ran = desk.run("stamp", EXAM, "--request", to)
    assert ran.code == 0, ran.err
    assert f"proeve stamp {EXAM} --answer" in ran.out
    return to.read_bytes()


def answered(desk: Desk, answer: bytes) -> Path:
    path = desk.folder / "answer.tsr"
    path.write_bytes(answer)
    return path


def stamped(desk: Desk) -> None:
    """Hold that the service says when the evidence was there."""
    exam = desk.exam()
    assert exam.handed_in is not None
    assert (exam.handed_in.basis, exam.handed_in.by) == (TimeBasis.STAMP, "tsa-1")
    assert not exam.untimed


def test_a_stamp_by_files_times_what_an_act_handed_in(
    desk: Desk, authority: Authority
) -> None:
    answer = answered(desk, authority.answer(asked(desk)))
    ran = desk.run("stamp", EXAM, "--answer", answer, by=people.CONTACT)
    assert ran.code == 0, ran.out + ran.err
    stamped(desk)
    head = desk.head()
    again = desk.run("stamp", EXAM, "--answer", answer, by=people.CONTACT)
    assert (again.code, desk.head()) == (2, head)
    assert "already" in again.err


def test_a_stamp_times_what_a_commit_handed_in(
    authority: Authority, tmp_path: Path
) -> None:
    sim = founded(services=authority.certificate)
    sim.student.approves("evidence", HANDED_IN)
    desk = desk_of(sim, tmp_path)
    answer = answered(desk, authority.answer(asked(desk)))
    assert desk.run("stamp", EXAM, "--answer", answer).code == 0
    stamped(desk)


@contextmanager
def service(authority: Authority, code: int = 200) -> Iterator[str]:
    """Run a time-stamping service on this machine."""

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = self.rfile.read(int(self.headers["Content-Length"]))
            assert self.headers["Content-Type"] == "application/timestamp-query"
            self.send_response(code)
            self.end_headers()
            self.wfile.write(authority.answer(request))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            del format, args

    server = HTTPServer(("127.0.0.1", 0), Service)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_service_is_asked_over_http(desk: Desk, authority: Authority) -> None:
    with service(authority) as address:
        ran = desk.run("stamp", EXAM, "--service", address)
    assert ran.code == 0, ran.out + ran.err
    stamped(desk)


def test_a_service_that_fails_changes_nothing(desk: Desk, authority: Authority) -> None:
    head = desk.head()
    with service(authority, code=503) as address:
        ran = desk.run("stamp", EXAM, "--service", address)
    assert (ran.code, desk.head()) == (3, head)
    assert "does not answer" in ran.err


def test_only_an_address_of_the_web_is_asked(desk: Desk) -> None:
    head = desk.head()
    ran = desk.run("stamp", EXAM, "--service", "file:///etc/passwd")
    assert (ran.code, desk.head()) == (2, head)


def test_without_the_extra_only_files_work(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proeve.cli.stamp.find_spec", lambda _: None)
    ran = desk.run("stamp", EXAM, "--service", "http://127.0.0.1:1/")
    assert ran.code == 2
    assert "proeve[time]" in ran.err
    assert asked(desk)


def refused(desk: Desk, answer: bytes, code: str) -> None:
    head = desk.head()
    ran = desk.run("stamp", EXAM, "--answer", answered(desk, answer))
    assert (ran.code, desk.head()) == (1, head)
    assert code in ran.out


def test_an_answer_about_something_else_does_not_land(
    desk: Desk, authority: Authority
) -> None:
    refused(desk, authority.answer(request_for("0" * 64)), "time.token-bad")
    refused(desk, b"no token", "time.token-bad")


def test_an_answer_of_a_service_that_the_school_does_not_pin_does_not_land(
    desk: Desk, tmp_path: Path
) -> None:
    other = Authority(tmp_path / "other")
    refused(desk, other.answer(asked(desk)), "time.token-unknown-service")


def test_who_may_not_land_lands_no_stamp(desk: Desk, authority: Authority) -> None:
    answer = answered(desk, authority.answer(asked(desk)))
    head = desk.head()
    ran = desk.run("stamp", EXAM, "--answer", answer, by=people.STUDENT)
    assert (ran.code, desk.head()) == (2, head)


@pytest.mark.parametrize(
    "how", [(), ("--request", "a", "--answer", "b"), ("--answer", "nowhere.tsr")]
)
def test_one_way_is_chosen(desk: Desk, how: tuple[str, ...]) -> None:
    assert desk.run("stamp", EXAM, *how).code == 2


def test_what_was_not_handed_in_is_not_stamped(desk: Desk) -> None:
    ran = desk.run("stamp", EXAM, "--row", "result", "--request", desk.folder / "x")
    assert ran.code == 2
    assert not (desk.folder / "x").exists()


def checked(desk: Desk) -> None:
    """Let the receiver make a checkpoint of what came since the last."""
    ran = desk.run("receiver", "checkpoint")
    assert ran.code == 0, ran.out + ran.err


def asked_of_checkpoint(desk: Desk) -> bytes:
    to = desk.folder / "ask.tsq"
    ran = desk.run("stamp", "--checkpoint", "--request", to)
    assert ran.code == 0, ran.err
    assert "proeve stamp --checkpoint --answer" in ran.out
    return to.read_bytes()


def times(desk: Desk) -> list[TimeBasis]:
    """Return how the time of each checkpoint is known, as the registry has them."""
    return [each.time.basis for each in desk.verdict().registry.checkpoints]


def test_a_stamp_over_an_earlier_checkpoint_lands_later_and_alone(
    desk: Desk, authority: Authority
) -> None:
    checked(desk)
    request = asked_of_checkpoint(desk)
    assert desk.run("receiver", "receipt", EXAM).code == 0
    checked(desk)
    answer = answered(desk, authority.answer(request))
    ran = desk.run("stamp", "--checkpoint", "--answer", answer)
    assert ran.code == 0, ran.out + ran.err
    assert times(desk) == [TimeBasis.RECEIPT, TimeBasis.RECEIPT, TimeBasis.STAMP]
    first, _, third = desk.verdict().registry.checkpoints
    assert (third.act, third.time.by) == (first.act, "tsa-1")


def test_an_admin_has_the_last_checkpoint_stamped_over_http(
    desk: Desk, authority: Authority
) -> None:
    checked(desk)
    with service(authority) as address:
        words = ("stamp", "--checkpoint", "--service", address)
        ran = desk.run(*words, by=people.ADMIN)
    assert ran.code == 0, ran.out + ran.err
    assert times(desk) == [TimeBasis.RECEIPT, TimeBasis.STAMP]


def test_a_checkpoint_is_stamped_once_and_must_be_there(
    desk: Desk, authority: Authority
) -> None:
    none = desk.run("stamp", "--checkpoint", "--request", desk.folder / "x")
    assert none.code == 2
    assert "proeve receiver checkpoint" in none.err
    checked(desk)
    answer = answered(desk, authority.answer(asked_of_checkpoint(desk)))
    assert desk.run("stamp", "--checkpoint", "--answer", answer).code == 0
    head = desk.head()
    again = desk.run("stamp", "--checkpoint", "--answer", answer)
    assert (again.code, desk.head()) == (2, head)


def test_a_wrong_answer_over_a_checkpoint_does_not_land(desk: Desk) -> None:
    checked(desk)
    head = desk.head()
    words = ("stamp", "--checkpoint", "--answer", answered(desk, b"no token"))
    ran = desk.run(*words)
    assert (ran.code, desk.head()) == (1, head)
    assert "time.token-bad" in ran.out


@pytest.mark.parametrize("more", [(), (EXAM, "--checkpoint")])
def test_an_exam_or_a_checkpoint_is_meant(desk: Desk, more: tuple[str, ...]) -> None:
    assert desk.run("stamp", *more, "--request", desk.folder / "x").code == 2
