"""One whole exam that a shell script made, judged commit by commit.

The script follows the protocol on paper with git, ssh-keygen, sha256sum and age; its
PATH holds nothing else, so maker and judge cannot share a mistake. Beside the lawful
ledger it leaves some in which the last thing is wrong.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from proeve.errors import TrustError
from proeve.gather.history import judge_ledger, open_ledger
from proeve.model.ledger import Judgement, Standing, State
from proeve.model.verdict import StepState
from proeve.rules.status import exam_verdict

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
INSTRUMENT = ROOT / "exams/registry/instruments/ei2-pvb1-b1-k1/1.yml"
SCOPE = "groups/ei2-2026-a/26-0042-u"
COMMITS = 30
TOOLS = (
    *("bash", "git", "ssh-keygen", "sha256sum", "age", "age-keygen", "awk", "sed"),
    *("sort", "cut", "head", "od", "tr", "wc", "cat", "mv", "cp", "mkdir", "dirname"),
)
SPOILED: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "base": (9, ("statement.base",)),
    "namespace": (11, ("signature.",)),
    "seq": (13, ("rows.stale",)),
    "swap": (16, ("rows.locked",)),
    "text": (17, ("rows.other-text",)),
    "form": (25, ("seals.other-form",)),
}
"""What is made wrong: the first bad commit, and the codes that must say so."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A ledger of the script and what the judge says of it."""

    state: State
    judgements: tuple[Judgement, ...]

    def codes(self, number: int) -> list[str]:
        """Return what is wrong with a commit, counted from 1."""
        return [finding.code for finding in self.judgements[number - 1].findings]

    def standings(self) -> list[Standing]:
        """Return the verdict of every commit."""
        return [judgement.standing for judgement in self.judgements]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the script has made its ledgers."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")  # a failure in CI
    base = tmp_path_factory.mktemp("whole")
    tools = base / "bin"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(str(shutil.which(tool)))
    (base / "lawful").mkdir()
    done = subprocess.run(
        ("bash", str(HERE / "whole_exam.sh"), str(base / "lawful"), str(INSTRUMENT)),
        env={"PATH": str(tools), "HOME": str(base), "SPOIL": " ".join(SPOILED)},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return base


def _judged(folder: Path, name: str) -> Judged:
    root = (folder / name / "trust-root").read_text().strip()
    ledger = open_ledger(folder / name / "ledger", trust_root=root)
    return Judged(*judge_ledger(ledger, workers=1))


def test_every_commit_of_the_script_is_lawful(folder: Path) -> None:
    judged = _judged(folder, "lawful")
    wrong = [(n, codes) for n in range(1, COMMITS + 1) if (codes := judged.codes(n))]
    assert wrong == []
    assert judged.standings() == [Standing.VALID] * COMMITS


def test_the_exam_of_the_script_is_done(folder: Path) -> None:
    state = _judged(folder, "lawful").state
    exam = state.exam(SCOPE)
    assert exam is not None
    verdict = exam_verdict(exam, state.registry, state.at)
    states = {each.step.value: each.state for each in verdict.steps}
    assert len(states) == 12
    assert states.pop("follow_up") is StepState.NOT_NEEDED
    assert set(states.values()) == {StepState.DONE}
    assert verdict.outcome == "passed"


def test_the_trust_root_of_the_script_is_that_of_its_genesis(folder: Path) -> None:
    judged = _judged(folder, "lawful")
    assert judged.state.genesis == judged.judgements[0].commit
    with pytest.raises(TrustError):
        open_ledger(folder / "lawful" / "ledger", trust_root=f"proeve:r-{'0' * 32}")


def test_git_and_ssh_keygen_accept_every_signature_of_the_script(folder: Path) -> None:
    ledger = folder / "lawful" / "ledger"
    signers = folder / "signers"
    keys = sorted((folder / "lawful" / "keys").glob("p-*.pub"))
    signers.write_text("".join(f"{key.stem} {key.read_text()}" for key in keys))
    done = subprocess.run(
        (
            *("git", "-C", str(ledger), "-c", "gpg.format=ssh"),
            *("-c", f"gpg.ssh.allowedSignersFile={signers}"),
            *("log", "--first-parent", "--format=%G? %an %GS"),
        ),
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    assert len(lines) == COMMITS
    assert all(good == "G" and author == signer for good, author, signer in lines)


@pytest.mark.parametrize("spoil", SPOILED)
def test_one_wrong_thing_in_the_script_is_refused(spoil: str, folder: Path) -> None:
    number, families = SPOILED[spoil]
    judged = _judged(folder, spoil)
    before = judged.standings()[: number - 1]
    assert before == [Standing.VALID] * (number - 1)
    assert judged.standings()[number - 1] is Standing.INVALID, judged.codes(number)
    assert any(code.startswith(families) for code in judged.codes(number))


def test_the_right_commit_after_a_wrong_one_is_not_lawful_either(folder: Path) -> None:
    judged = _judged(folder, "swap")
    assert len(judged.judgements) == 17
    assert judged.standings()[-1] is not Standing.VALID
