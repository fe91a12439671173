"""`proeve people root`: root keys change hands by enough holders, old and new."""

import json
from pathlib import Path

import pytest

from proeve.gather.history import judge_repository
from proeve.model.registry import Registry
from tests.judging.timing import Authority
from tests.registry.live import (
    enrolled,
    founded,
    head,
    in_school,
    keygen,
    person,
    root,
    verified,
)

pytestmark = [pytest.mark.usefixtures("at_home"), pytest.mark.slow]

Captured = pytest.CaptureFixture[str]


def registry() -> Registry:
    return judge_repository(Path("school")).registry


def offered(*words: str | Path, by: Path) -> Path:
    """State a change of the root that one holder signs, and return its offer."""
    before = head()
    in_school("people", "root", *words, "--key", by, "--yes", code=1)
    assert head() == before
    (offer,) = Path().glob("*.offer.json")
    return offer


def signed(offer: Path, *holders: Path) -> list[str | Path]:
    """Let holders approve an offer, and return the words that hand that in."""
    acts: list[str | Path] = []
    for key in holders:
        in_school("people", "sign", offer, "--key", key, "--yes")
        acts += ["--act", f"{offer}.{person(key)}.act"]
    return acts


def applied(offer: Path, *acts: str | Path, by: Path, code: int = 0) -> None:
    in_school("people", "apply", offer, *acts, "--key", by, "--yes", code=code)
    assert list(Path().glob("*.offer.json")) == [offer]


def changed(*words: str | Path, by: Path, seconds: tuple[Path, ...]) -> None:
    """Change the root with the approval of these other holders."""
    offer = offered(*words, by=by)
    applied(offer, *signed(offer, *seconds), by=by)
    for each in Path().glob("*.offer.json*"):
        each.unlink()
    verified()


def chair(keys: dict[str, Path]) -> Path:
    return enrolled(
        "chair", "exam_committee", admin=keys["founder"], second=keys["second"]
    )


def another_key(name: str, whose: Path) -> Path:
    """Give a holder one more key of their own."""
    key = keygen(name)
    in_school(
        *("people", "invite", f"{name}.pub", "--person", person(whose)),
        *("--to", f"{name}.enrol"),
    )
    in_school("people", "sign", f"{name}.enrol", "--key", key, "--yes")
    in_school("people", "key", f"{name}.enrol", "--key", whose, "--yes")
    return key


def test_a_fourth_holder_comes_in_by_two_old_ones_and_the_anchor_stays(
    capsys: Captured,
) -> None:
    keys, anchor = founded(), root()
    new = chair(keys)
    offer = offered("add", person(new), "--threshold", "3", by=keys["founder"])
    shown = capsys.readouterr().out
    assert "Threshold: 2 → 3" in shown
    assert f"nothing → {person(new)}" in shown
    assert "registry.root-old-threshold" in shown
    assert f"For each other holder: proeve people sign {offer}" in shown
    acts = signed(offer, keys["second"], new)
    applied(offer, *acts, by=keys["founder"])
    shown = capsys.readouterr().out
    assert shown.splitlines()[-1] == f"The trust root on paper stays as it is: {anchor}"
    assert set(registry().root_keys.values()) == {
        person(each) for each in (*keys.values(), new)
    }
    assert (registry().threshold, registry().root_version) == (3, 2)
    assert root() == anchor
    verified()


def test_a_holder_goes_and_their_word_counts_no_more() -> None:
    keys = founded()
    new = chair(keys)
    changed("add", person(new), by=keys["founder"], seconds=(keys["second"],))
    changed(
        "remove", person(keys["third"]), by=keys["founder"], seconds=(keys["second"],)
    )
    assert person(keys["third"]) not in registry().root_keys.values()
    assert person(keys["third"]) in registry().people
    offer = offered("threshold", "3", by=keys["founder"])
    applied(offer, *signed(offer, keys["third"]), by=keys["founder"], code=1)


def test_the_key_of_a_lost_laptop_is_replaced_by_the_others(capsys: Captured) -> None:
    keys = founded()
    again = another_key("again", keys["third"])
    in_school(
        *("people", "revoke", person(again), "--only", "third.pub", "--kind", "lost"),
        *("--reason", "Laptop weg.", "--key", keys["founder"], "--yes"),
    )
    capsys.readouterr()
    in_school("people", "root", "show")
    assert "(revoked)" in capsys.readouterr().out
    who = person(again)
    changed("replace", who, by=keys["founder"], seconds=(keys["second"],))
    in_school("people", "root", "show")
    shown = capsys.readouterr().out
    assert "(revoked)" not in shown
    assert "Version 2; 2 of them must agree." in shown
    assert shown.splitlines()[-1] == root()
    changed("threshold", "3", by=again, seconds=(keys["founder"], keys["second"]))
    verified()


def revoked(key: Path, by: Path, capsys: Captured) -> str:
    """Revoke a lost key, and return what was said beside it."""
    capsys.readouterr()
    lost = ("--kind", "lost", "--reason", "Laptop weg.", "--key", by, "--yes")
    in_school("people", "revoke", person(key), *lost)
    return capsys.readouterr().err


def test_a_root_key_that_is_lost_is_told_before_the_root_locks(
    capsys: Captured,
) -> None:
    keys = founded()
    chair(keys)
    said = revoked(keys["third"], keys["founder"], capsys)
    assert "2 holders are left and 2 must agree" in said
    assert "people root replace" in said
    said = revoked(keys["second"], keys["founder"], capsys)
    assert "1 holders of the root are left and 2 must agree" in said
    assert "nobody can change the root any more" in said


def test_a_key_beside_the_root_ends_without_a_word_about_it(capsys: Captured) -> None:
    keys = founded()
    again = another_key("again", keys["third"])
    capsys.readouterr()
    in_school(
        *("people", "revoke", person(again), "--only", "again.pub", "--kind", "lost"),
        *("--reason", "Laptop weg.", "--key", keys["founder"], "--yes"),
    )
    assert "root" not in capsys.readouterr().err


def test_a_time_stamping_service_is_believed_from_here_on(
    tmp_path: Path, capsys: Captured
) -> None:
    keys, authority = founded(), Authority(tmp_path / "tsa")
    Path("tsa.pem").write_text(authority.certificate)
    others = {"by": keys["founder"], "seconds": (keys["third"],)}
    changed("believe", "tsa-1", "tsa.pem", **others)  # type: ignore[arg-type] # by name
    assert registry().time_stamping == {authority.fingerprint: "tsa-1"}
    shown = capsys.readouterr().out
    assert f"certificate sha256:{authority.fingerprint}" in shown
    assert "nothing → nothing" not in shown
    changed("disbelieve", "tsa-1", **others)  # type: ignore[arg-type] # by name
    assert registry().time_stamping == {}
    verified()


def test_what_was_done_is_told_as_json(capsys: Captured) -> None:
    keys = founded()
    new = chair(keys)
    offer = offered("add", person(new), by=keys["founder"])
    acts = signed(offer, keys["second"])
    capsys.readouterr()
    applied(offer, *acts, "--json", by=keys["founder"])
    assert json.loads(capsys.readouterr().out)["commit"] == head()


def test_one_holder_alone_changes_nothing_however_often_they_sign() -> None:
    keys = founded()
    new = chair(keys)
    before = head()
    offer = offered("add", person(new), by=keys["founder"])
    applied(offer, by=keys["founder"], code=1)
    applied(offer, *signed(offer, keys["founder"]), by=keys["founder"], code=1)
    assert head() == before
    verified()


def test_a_holder_with_another_key_of_theirs_counts_for_nothing() -> None:
    keys = founded()
    again = another_key("again", keys["second"])
    offer = offered("threshold", "3", by=keys["founder"])
    acts = signed(offer, again, keys["third"])
    before = head()
    applied(offer, *acts, by=keys["founder"], code=1)
    assert head() == before


def test_an_offer_that_was_changed_after_others_signed_it_changes_no_root(
    capsys: Captured,
) -> None:
    keys = founded()
    new = chair(keys)
    offer = offered("add", person(new), by=keys["founder"])
    acts = signed(offer, keys["second"])
    told = json.loads(offer.read_text())
    stolen = told["files"]["root.yml"].replace(
        person(keys["third"]), person(keys["founder"])
    )
    key_of = {who: key for key, who in registry().root_keys.items()}
    own = " ".join(Path("founder.pub").read_text().split()[:2])
    told["files"]["root.yml"] = stolen.replace(key_of[person(keys["third"])], own)
    offer.write_text(json.dumps(told))
    before = head()
    capsys.readouterr()
    applied(offer, *acts, by=keys["founder"], code=1)
    assert "rows.other-text" in capsys.readouterr().out
    assert head() == before
    verified()


def test_an_offer_of_an_older_root_comes_too_late(capsys: Captured) -> None:
    keys = founded()
    new = chair(keys)
    old = offered("add", person(new), by=keys["founder"]).rename("old.json")
    acts = signed(old, keys["second"])
    changed("threshold", "3", by=keys["founder"], seconds=tuple(keys.values())[1:])
    capsys.readouterr()
    before = head()
    in_school("people", "apply", old, *acts, "--key", keys["founder"], "--yes", code=1)
    assert "registry.root-version" in capsys.readouterr().out
    assert head() == before


def test_who_holds_no_root_key_is_refused(capsys: Captured) -> None:
    keys = founded()
    new = chair(keys)
    capsys.readouterr()
    in_school("people", "root", "threshold", "3", "--key", new, "--yes", code=1)
    assert "registry.not-an-admin" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "p-00000000"), "is not in the registry"),
        (("add", "{third}"), "holds a root key already"),
        (("remove", "p-00000000"), "holds no root key"),
        (("replace", "p-00000000"), "holds no root key"),
        (("replace", "{third}"), "has no key for this"),
        (("replace", "{third}", "--public", "third.pub"), "the root key already"),
        (("replace", "{third}", "--public", "second.pub"), "no key in force of"),
        (("remove", "{third}", "--threshold", "3"), "3 cannot be needed"),
        (("threshold", "4"), "4 cannot be needed"),
        (("threshold", "2"), "nothing changes"),
        (("believe", "tsa-1", "founder.pub"), "no certificate in"),
        (("believe", "tsa-1", "nowhere.pem"), "no certificate in"),
        (("disbelieve", "tsa-1"), "no time-stamping service"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(
    words: tuple[str, ...], says: str, capsys: Captured
) -> None:
    keys = founded()
    names = {name: person(key) for name, key in keys.items()}
    before = head()
    capsys.readouterr()
    in_school(
        *("people", "root", *(each.format(**names) for each in words)),
        *("--key", keys["founder"], "--yes"),
        code=2,
    )
    said = capsys.readouterr()
    assert says in said.err
    assert len(said.err.splitlines()) == 1
    assert head() == before
    assert not list(Path().glob("*.offer.json"))


def test_a_name_of_a_service_is_given_once(capsys: Captured, tmp_path: Path) -> None:
    keys, authority = founded(), Authority(tmp_path / "tsa")
    Path("tsa.pem").write_text(authority.certificate)
    believe = ("believe", "tsa-1", "tsa.pem")
    changed(*believe, by=keys["founder"], seconds=(keys["third"],))
    in_school("people", "root", *believe, "--key", keys["founder"], "--yes", code=2)
    assert "already" in capsys.readouterr().err


def test_which_of_more_keys_is_meant_is_asked(capsys: Captured) -> None:
    keys = founded()
    another_key("again", keys["third"])
    another_key("more", keys["third"])
    who, founder = person(keys["third"]), ("--key", keys["founder"], "--yes")
    in_school("people", "root", "replace", who, *founder, code=2)
    assert "--public" in capsys.readouterr().err
    changed(
        *("replace", who, "--public", "more.pub"),
        by=keys["founder"],
        seconds=(keys["second"],),
    )
