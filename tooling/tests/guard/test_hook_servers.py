"""The hook behind real servers: smart HTTP and SSH, with ten people at once."""

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from proeve.gather.history import judge_repository
from proeve.model.ledger import Standing
from tests.guard.pushing import commit_file, stock
from tests.guard.school import Desk, LiveSchool, git, head_of, run_git
from tests.guard.servers import account, over_http, over_ssh

pytestmark = pytest.mark.slow

PEOPLE = 10


@dataclass(frozen=True, slots=True)
class Served:
    """A bare repository with the hook, and how somebody elsewhere reaches it."""

    bare: Path
    address: str
    ssh: str = "false"

    def run(self, folder: Path, *args: str) -> tuple[int, str]:
        done = run_git(folder, *args, GIT_SSH_COMMAND=self.ssh)
        return done.returncode, done.stderr

    def clone(self, folder: Path) -> Path:
        code, said = self.run(
            folder.parent, "clone", "--quiet", self.address, str(folder)
        )
        assert code == 0, said
        return folder

    def push(self, folder: Path, *refs: str) -> tuple[int, str]:
        return self.run(folder, "push", "-o", "lang=en", "origin", *refs)


@pytest.fixture
def place() -> Iterator[Path]:
    """Make a folder that another account can reach, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture(params=["http", "ssh"])
def served(
    request: pytest.FixtureRequest, guarded: Path, place: Path
) -> Iterator[Served]:
    """Serve a bare repository that the hook guards, by each of the two roads."""
    bare = place / "srv" / "school.git"
    shutil.copytree(guarded, bare)
    if request.param == "http":
        with over_http(bare.parent) as address:
            yield Served(bare, f"{address}/school.git")
        return
    with account(place) as who:
        who.owns(bare.parent)
        with over_ssh(place, who) as (address, command):
            yield Served(bare, f"{address}{bare}", command)


def test_a_lawful_push_lands(served: Served, live: LiveSchool, tmp_path: Path) -> None:
    clone = served.clone(tmp_path / "clone")
    head = Desk(clone, live).retitle("Andere titel")
    code, said = served.push(clone, "main")
    assert code == 0, said
    assert git(served.bare, "rev-parse", "main") == head


def test_an_unlawful_push_is_refused_and_nothing_stays(
    served: Served, tmp_path: Path
) -> None:
    clone = served.clone(tmp_path / "clone")
    before = stock(served.bare)
    commit_file(clone, "notitie.md", "niet ondertekend\n")
    code, said = served.push(clone, "main")
    assert code != 0
    assert "signature.none" in said
    assert "Refused: nothing has changed." in said
    code, said = served.push(clone, "main:refs/tags/main")
    assert "push.other-ref" in said
    assert stock(served.bare) == before


def test_ten_people_push_at_once_and_nobody_s_step_is_lost(
    served: Served, live: LiveSchool, tmp_path: Path
) -> None:
    clones = [served.clone(tmp_path / f"clone-{n}") for n in range(PEOPLE)]
    for number, clone in enumerate(clones):
        Desk(clone, live).retitle(f"Titel van {number}")
    with ThreadPoolExecutor(PEOPLE) as pool:
        outcomes = list(pool.map(lambda clone: served.push(clone, "main"), clones))
    landed = [number for number, (code, _) in enumerate(outcomes) if code == 0]
    assert len(landed) == 1
    assert head_of(served.bare) == head_of(clones[landed[0]])
    for number, clone in enumerate(clones):
        if number not in landed:
            remade(served, clone, live, number)
    said = titles(served.bare, live)
    assert sorted(said) == sorted(f"Titel van {n}" for n in range(PEOPLE))


def remade(served: Served, clone: Path, live: LiveSchool, number: int) -> None:
    """Fetch what the others did and make the step again on top of it (R21)."""
    assert served.run(clone, "fetch", "--quiet", "origin")[0] == 0
    git(clone, "reset", "--quiet", "--hard", "origin/main")
    Desk(clone, live).retitle(f"Titel van {number}")
    code, said = served.push(clone, "main")
    assert code == 0, said


def titles(bare: Path, live: LiveSchool) -> list[str]:
    """Return the titles that the group was given after the school was made."""
    verdict = judge_repository(bare, now=0, trust_root=live.trust_root)
    assert {each.standing for each in verdict.judgements} == {Standing.VALID}
    shown = git(
        bare, "log", "-p", "--format=", f"{live.head}..main", "--", "exams/groups"
    )
    lines = [line for line in shown.splitlines() if line.startswith("+title: ")]
    return [line.removeprefix("+title: ") for line in lines]
