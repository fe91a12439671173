"""A live school from an empty folder, with keys that ssh-keygen made."""

import io
import subprocess
from pathlib import Path

import pytest

from proeve.gather.history import judge_repository
from proeve.history.porcelain import git
from tests.registry.live import (
    NAMES,
    enrolled,
    founded,
    head,
    in_school,
    keygen,
    person,
    ran,
    root,
    verified,
)

pytestmark = pytest.mark.usefixtures("at_home")


def test_three_holders_begin_a_live_school_and_verify_proves_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    founded()
    shown = capsys.readouterr().out.splitlines()
    assert shown[-1] == root()
    assert root().startswith("proeve:r-")
    verified()
    assert "All is in order." in capsys.readouterr().out
    assert (Path("school") / "exams" / "registry" / "root.yml").is_file()


def test_holders_sign_on_machines_of_their_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keys = {name: keygen(name) for name in NAMES}
    holders = [word for each in keys for word in ("--holder", f"{each}.pub")]
    ran("init", "school", "--name", "Vakschool", *holders)
    assert not Path("school").exists()
    for _ in ("proofs", "words"):
        commands = [
            line.split("ssh-keygen ")[1].split()
            for line in capsys.readouterr().out.splitlines()
            if "ssh-keygen " in line
        ]
        for words in commands:
            plan = Path(words[-1])
            owner = next(
                key
                for key in keys.values()
                if Path(f"{key}.pub").read_text().split()[1] in _asked(plan, keys)
            )
            words[words.index("KEY")] = str(owner)
            subprocess.run(("ssh-keygen", *words), check=True, capture_output=True)
        ran("init", "--confirm", "school", "--key", keys["founder"])
    assert capsys.readouterr().out.splitlines()[-1] == root()
    verified()


def _asked(text: Path, keys: dict[str, Path]) -> str:
    """Return the public key of whoever is asked to sign a text."""
    plan = (text.parent / "founding.json").read_text()
    for line in Path(text).read_text().splitlines():
        who = line.removeprefix("actor: ")
        if who.startswith("p-"):
            after = plan.split(f'"{who}"')[1]
            return after.split('"key": "')[1].split('"')[0]
    raise AssertionError(keys)


def test_one_holder_alone_begins_no_school() -> None:
    keygen("founder")
    holders = ["--holder", "founder.pub"] * 3
    ran("init", "school", "--name", "V", *holders, "--key", "founder", code=2)
    assert not Path("school").exists()


def test_a_genesis_that_one_holder_confirms_is_not_in_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in NAMES:
        keygen(name)
    holders = [word for each in NAMES for word in ("--holder", f"{each}.pub")]
    ran("init", "school", "--name", "V", *holders, "--key", "founder")
    aside = Path("school.founding")
    for text in aside.glob("*.enrol"):
        for name in NAMES[1:]:
            if Path(f"{name}.pub").read_text().split()[1] in text.read_text():
                in_school_less(text, name)
    ran("init", "--confirm", "school", "--key", "founder")
    verified(code=1)
    assert "registry.roots-missing" in capsys.readouterr().out


def in_school_less(text: Path, name: str) -> None:
    ran("people", "sign", text, "--key", name, "--yes")


def test_a_proof_by_another_key_founds_nothing() -> None:
    for name in (*NAMES, "thief"):
        keygen(name)
    holders = [word for each in NAMES for word in ("--holder", f"{each}.pub")]
    ran("init", "school", "--name", "V", *holders, "--key", "founder")
    for text in Path("school.founding").glob("*.enrol"):
        if not Path(f"{text}.sig").exists():
            in_school_less(text, "thief")
    ran("init", "--confirm", "school", "--key", "founder", code=2)
    assert not Path("school").exists()


def test_a_folder_with_something_in_it_becomes_no_school() -> None:
    keys = [keygen(name) for name in NAMES]
    Path("school").mkdir()
    (Path("school") / "notes.txt").write_text("x")
    holders = [word for each in keys for word in ("--holder", f"{each}.pub")]
    ran("init", "school", "--name", "V", *holders, code=2)


def test_people_come_in_by_two_and_the_history_proves_it() -> None:
    keys = founded()
    made = enrolled(
        "chair", "exam_committee", admin=keys["founder"], second=keys["second"]
    )
    chair = person(made)
    registry = judge_repository(Path("school")).registry
    assert [grant.role.value for grant in registry.grants[chair]] == ["exam_committee"]
    verified()
    enrolled("assessor", "school_assessor", admin=keys["third"], second=made)
    verified()


def test_an_outsider_is_added_by_one() -> None:
    keys = founded()
    student = keygen("student")
    in_school("people", "invite", "student.pub", "--to", "s.enrol")
    in_school("people", "sign", "s.enrol", "--key", student, "--yes")
    in_school(
        *("people", "add", "s.enrol", "--side", "student"),
        *("--key", keys["third"], "--yes"),
    )
    assert person(student)
    verified()


def test_a_person_adds_a_key_of_their_own_and_revokes_the_lost_one() -> None:
    keys = founded()
    who, again = person(keys["third"]), keygen("again")
    in_school("people", "invite", "again.pub", "--person", who, "--to", "a.enrol")
    in_school("people", "sign", "a.enrol", "--key", again, "--yes")
    in_school("people", "key", "a.enrol", "--key", keys["third"], "--yes")
    assert person(again) == who
    in_school(
        *("people", "revoke", who, "--only", "third.pub", "--kind", "lost"),
        *("--since", "2026-01-01T00:00:00Z", "--reason", "Laptop weg."),
        *("--key", again, "--yes"),
    )
    registry = judge_repository(Path("school")).registry
    assert set(registry.lost.values()) == {"lost"}
    verified()
    lost = ("--kind", "retired", "--key", keys["third"], "--yes")
    in_school("people", "revoke", who, *lost, code=2)


def test_a_grant_is_revoked_by_an_admin() -> None:
    keys = founded()
    registry = judge_repository(Path("school")).registry
    (grant,) = registry.grants[person(keys["second"])]
    in_school(
        *("people", "revoke", grant.id, "--reason", "Andere baan."),
        *("--key", keys["third"], "--yes"),
    )
    assert judge_repository(Path("school")).registry.withdrawn == {grant.id}
    verified()


def test_what_one_may_not_grant_alone_leaves_all_as_it_was() -> None:
    keys = founded()
    before = head()
    who = person(keys["third"])
    for role, name in (("super_admin", "third"), ("exam_committee", "founder")):
        signed = ("--key", keys[name], "--yes")
        in_school("people", "grant", who, role, *signed, code=1)
    assert head() == before
    assert git(Path("school"), "status", "--porcelain") == ""
    verified()


def test_an_act_for_one_change_carries_no_other() -> None:
    keys = founded()
    who = person(keys["third"])
    command = ("people", "grant", who)
    founder = ("--key", keys["founder"], "--yes")
    in_school(*command, "exam_committee", *founder, code=1)
    (offer,) = Path().glob("*.offer.json")
    in_school("people", "sign", offer, "--key", keys["second"], "--yes")
    (act,) = Path().glob("*.act")
    offer.unlink()
    in_school(*command, "super_admin", *founder, code=1)
    (other,) = Path().glob("*.offer.json")
    in_school("people", "apply", other, "--act", act, *founder, code=1)
    verified()


def test_nothing_is_signed_without_a_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = founded()
    before = head()
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    grants = judge_repository(Path("school")).registry.grants
    (grant,) = grants[person(keys["second"])]
    in_school("people", "revoke", grant.id, "--key", keys["third"], code=130)
    assert head() == before


def test_changed_files_are_never_overwritten() -> None:
    keys = founded()
    registry = Path("school") / "exams" / "registry"
    (registry / "root.yml").write_text("mine\n")
    (registry / "revocations").mkdir()
    (registry / "revocations" / "1.yml").write_text("mine too\n")
    (grant,) = judge_repository(Path("school")).registry.grants[person(keys["second"])]
    revoke = ("people", "revoke", grant.id, "--key", keys["third"], "--yes")
    before = head()
    in_school(*revoke, code=2)
    assert (registry / "revocations" / "1.yml").read_text() == "mine too\n"
    assert head() == before

    (registry / "revocations" / "1.yml").unlink()
    in_school(*revoke)
    assert (registry / "root.yml").read_text() == "mine\n"
    assert (registry / "revocations" / "1.yml").is_file()


def test_git_s_own_signing_key_signs_where_none_is_named() -> None:
    keys = founded()
    git(Path("school"), "config", "user.signingkey", str(keys["third"]))
    grants = judge_repository(Path("school")).registry.grants
    (grant,) = grants[person(keys["second"])]
    in_school("people", "revoke", grant.id, "--yes")
    verified()


def test_a_key_in_an_agent_signs_through_ssh_keygen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys = founded()
    socket = tmp_path / "s"
    agent = subprocess.Popen(
        ("ssh-agent", "-D", "-a", str(socket)), stdout=subprocess.DEVNULL
    )
    try:
        while not socket.exists():
            pass
        monkeypatch.setenv("SSH_AUTH_SOCK", str(socket))
        subprocess.run(
            ("ssh-add", "-q", str(keys["third"])), check=True, capture_output=True
        )
        keys["third"].unlink()
        grants = judge_repository(Path("school")).registry.grants
        (grant,) = grants[person(keys["second"])]
        in_school("people", "revoke", grant.id, "--key", "third.pub", "--yes")
    finally:
        agent.terminate()
        agent.wait()
    verified()


def test_a_key_of_another_kind_signs_nothing() -> None:
    founded()
    options = ("-q", "-t", "ecdsa", "-N", "", "-f", "other")
    subprocess.run(("ssh-keygen", *options), check=True)
    in_school("people", "revoke", "g-00000000", "--key", "other", code=2)


def test_who_came_in_with_a_group_gets_a_key_later(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A live school keeps names encrypted; people of a group prove a key in time."""
    keys = founded()
    table = Path("group.csv")
    table.write_text("studentnummer;naam\r\n100001;Sam Verzonnen\r\n", "utf-8")
    words = ("group", "new", "a-2026", table, "--crebo", "25331", "--cohort", "2026")
    contact = enrolled(
        "contact", "school_contact", admin=keys["founder"], second=keys["second"]
    )
    mine = (*words, "--contact", person(contact), "--key", keys["founder"], "--yes")
    in_school(*mine, "--directory", "names.csv", code=2)
    assert "encrypted" in capsys.readouterr().err
    in_school(*mine, "--directory", "names.age")
    assert b"Verzonnen" not in Path("names.age").read_bytes()
    students = judge_repository(Path("school")).group_records["a-2026"]["students"]
    assert isinstance(students, list)
    (student,) = students
    own = keygen("own")
    in_school(
        "people", "invite", "own.pub", "--person", str(student), "--to", "o.enrol"
    )
    in_school("people", "sign", "o.enrol", "--key", own, "--yes")
    in_school("people", "key", "o.enrol", "--key", keys["founder"], "--yes")
    assert person(own) == student
    verified()
