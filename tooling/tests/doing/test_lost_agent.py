"""A key in an agent: gone before, or while signing; nothing is written without it."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from proeve.cli import doing
from proeve.cli.doing import Signing, carry_out
from proeve.cli.output import Session
from proeve.deeds.clone import open_clone
from proeve.errors import UsageError
from proeve.history.pens import public_text
from proeve.history.porcelain import git
from tests.doing.ground import Ground, admin_of, group_file, retitled

pytestmark = pytest.mark.slow
_TRIES, _GLANCE = 200, 0.02


class Agent:
    """An agent of SSH on a socket of its own."""

    def __init__(self, socket: Path) -> None:
        self.socket = socket
        self._program = subprocess.Popen(
            ("ssh-agent", "-D", "-a", str(socket)), stdout=subprocess.DEVNULL
        )
        for _ in range(_TRIES):
            if socket.exists():
                return
            time.sleep(_GLANCE)
        raise AssertionError("the agent does not begin")

    def holds(self, key: Path) -> None:
        environment = {**os.environ, "SSH_AUTH_SOCK": str(self.socket)}
        subprocess.run(("ssh-add", "-q", str(key)), env=environment, check=True)

    def dies(self) -> None:
        self._program.kill()
        self._program.wait()


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Agent]:
    found = Agent(tmp_path / "agent")
    monkeypatch.setenv("SSH_AUTH_SOCK", str(found.socket))
    yield found
    found.dies()


@pytest.fixture
def public(ground: Ground, tmp_path: Path) -> Path:
    """Return the public half of an administrator's key, far from the private one."""
    key = ground.key(admin_of(open_clone(ground.folder)))
    path = tmp_path / "mine.pub"
    path.write_text(f"{public_text(key)}\n")
    return path


def private(ground: Ground) -> Path:
    key = ground.key(admin_of(open_clone(ground.folder)))
    key.chmod(0o600)
    return key


def signs(ground: Ground, key: Path) -> int:
    session = Session(folder=ground.folder, language="en")
    return carry_out(session, Signing(key=key, yes=True), retitled("Mine"))


def assert_nothing_done(ground: Ground, before: str) -> None:
    assert ground.head() == before
    assert git(ground.folder, "status", "--porcelain") == ""
    assert not (ground.folder / ".git" / "proeve-move").exists()


def test_an_agent_without_the_key_leaves_all_as_it_was(
    ground: Ground, public: Path, agent: Agent
) -> None:
    before = ground.head()
    with pytest.raises(UsageError, match="cannot sign"):
        signs(ground, public)
    assert_nothing_done(ground, before)
    agent.holds(private(ground))
    assert signs(ground, public) == 0
    assert "title: Mine" in group_file(ground).read_text()


def test_an_agent_that_dies_after_the_yes_leaves_all_as_it_was(
    ground: Ground, public: Path, agent: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent.holds(private(ground))
    before = ground.head()

    def yes(*_: object, **__: object) -> None:
        agent.dies()

    monkeypatch.setattr(doing, "ask", yes)
    with pytest.raises(UsageError, match="cannot sign"):
        signs(ground, public)
    assert_nothing_done(ground, before)


def test_no_agent_at_all_leaves_all_as_it_was(
    ground: Ground, public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    before = ground.head()
    with pytest.raises(UsageError, match="cannot sign"):
        signs(ground, public)
    assert_nothing_done(ground, before)
