"""A practice school lets people practise with keys, which a live school refuses."""

from pathlib import Path

import pytest

from proeve.deeds.clone import open_clone
from proeve.gather.history import judge_repository
from proeve.process.vocabulary import Role
from tests.cli.running import Ran, proeve
from tests.doing.ground import Ground, made
from tests.registry.live import founded, in_school, keygen

pytestmark = [pytest.mark.usefixtures("at_home"), pytest.mark.slow]


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return made(tmp_path_factory.mktemp("ground") / "school", exams=1)


def in_practice(ground: Ground, *words: str | Path, key: Path | None = None) -> Ran:
    signed = ("--key", str(key), "--yes") if key else ()
    return proeve(ground.folder, *map(str, words), *signed)


def test_somebody_practises_adding_a_key(ground: Ground) -> None:
    clone = open_clone(ground.folder)
    who = next(
        person
        for person, grants in sorted(clone.state.registry.grants.items())
        if [grant.role for grant in grants] == [Role.SCHOOL_CONTACT]
    )
    key = keygen("again")
    invite = ("people", "invite", "again.pub", "--person", who, "--to", "a.enrol")
    assert in_practice(ground, *invite).code == 0
    assert in_practice(ground, "people", "sign", "a.enrol", key=key).code == 0
    own = in_practice(ground, "people", "key", "a.enrol", key=ground.key(who))
    assert own.code == 0, own.out + own.err
    owners = judge_repository(ground.folder).registry.owners
    assert owners[" ".join(Path("again.pub").read_text().split()[:2])] == who


def test_a_proof_for_practice_enrols_nobody_in_earnest(
    ground: Ground, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = founded()
    key = keygen("somebody")
    in_school("people", "invite", "somebody.pub", "--to", "s.enrol")
    text = Path("s.enrol").read_text().splitlines()
    repo = judge_repository(ground.folder).registry.repo
    Path("s.enrol").write_text("\n".join([text[0], repo, *text[2:], ""]))
    assert in_practice(ground, "people", "sign", "s.enrol", key=key).code == 0
    Path("s.enrol").write_text("\n".join([*text, ""]))
    capsys.readouterr()
    in_school("people", "add", "s.enrol", "--key", keys["founder"], "--yes", code=2)
    assert "proeve-enrol@v1" in capsys.readouterr().err


def test_a_live_text_is_signed_in_earnest_wherever_one_stands(ground: Ground) -> None:
    keys = founded()
    key = keygen("student")
    in_school("people", "invite", "student.pub", "--to", "s.enrol")
    assert in_practice(ground, "people", "sign", "s.enrol", key=key).code == 0
    words = ("people", "add", "s.enrol", "--side", "student")
    in_school(*words, "--key", keys["third"], "--yes")
