"""The spine: first parents only, and nothing that comes from another history."""

import hashlib

import pytest

from proeve.errors import RepositoryError, TrustError
from proeve.history.commits import commit_bytes, signed
from proeve.history.objects import ObjectKind
from proeve.history.spine import foreign_sides, spine, trust_root
from proeve.history.transitions import transitions
from proeve.model.history import trust_root as trust_root_of
from tests.history.building import MESSAGE, REPO, Repository, key_of

WHEN = (1_790_000_000, "+0000")


@pytest.fixture
def ledger(repository: Repository) -> Repository:
    for number in range(4):
        repository.commit({"exams/registry/root.yml": f"a: {number}\n".encode()})
    return repository


def side(repository: Repository, *parents: str) -> str:
    """Make a commit beside the spine."""
    raw = commit_bytes(repository.tree.write(), parents, "p-1", WHEN, MESSAGE)
    return repository.put(ObjectKind.COMMIT, signed(key_of("student"), raw))


def test_the_spine_goes_from_genesis_to_head(ledger: Repository) -> None:
    found = spine(ledger.objects, ledger.objects.head())
    assert list(found.oids) == ledger.made
    assert found.sides == {}


def test_side_commits_are_not_on_the_spine(ledger: Repository) -> None:
    other = side(ledger, ledger.made[1])
    merge = ledger.commit_tree(ledger.tree.write(), other)
    found = spine(ledger.objects, merge)
    assert list(found.oids) == ledger.made
    assert found.sides == {merge: (other,)}


def test_the_spine_can_start_after_a_commit(ledger: Repository) -> None:
    found = spine(ledger.objects, ledger.objects.head(), since=ledger.made[1])
    assert list(found.oids) == ledger.made[2:]
    assert found.base == ledger.made[1]


def test_a_head_that_lost_the_pinned_commit_is_refused(ledger: Repository) -> None:
    lost = side(ledger, ledger.made[0])
    with pytest.raises(TrustError, match=f"{lost} is not on the main line"):
        spine(ledger.objects, ledger.objects.head(), since=lost)


def test_another_genesis_is_refused(ledger: Repository) -> None:
    with pytest.raises(TrustError):
        spine(ledger.objects, ledger.objects.head(), genesis=side(ledger))
    whole = spine(ledger.objects, ledger.objects.head(), genesis=ledger.made[0])
    assert list(whole.oids) == ledger.made


def test_the_trust_root_is_the_digest_of_the_first_commit(ledger: Repository) -> None:
    raw = ledger.objects.raw(ledger.made[0], ObjectKind.COMMIT)
    expected = f"proeve:{REPO}:sha256:{hashlib.sha256(raw).hexdigest()}"
    assert trust_root(ledger.objects, ledger.objects.head()) == expected
    assert trust_root_of(ledger.transitions()[0]) == expected


def test_an_ordinary_repository_has_no_trust_root(repository: Repository) -> None:
    tree = repository.tree.write()
    repository.land(commit_bytes(tree, (), "someone", WHEN, "Start\n"))
    assert trust_root(repository.objects, repository.objects.head()) is None
    assert trust_root_of(repository.transitions()[0]) is None


def foreign(repository: Repository, *sides: str) -> bool:
    merge = repository.commit_tree(repository.tree.write(), *sides)
    found = spine(repository.objects, merge)
    marked = foreign_sides(repository.objects, found)
    assert ("history.foreign" in repository.codes()) == (marked == {merge})
    return merge in marked


def test_a_branch_of_this_history_may_be_merged(ledger: Repository) -> None:
    assert not foreign(ledger, side(ledger, side(ledger, ledger.made[2])))


def test_an_old_commit_of_the_spine_may_be_named(ledger: Repository) -> None:
    assert not foreign(ledger, ledger.made[0])


def test_another_history_is_foreign(ledger: Repository) -> None:
    assert foreign(ledger, side(ledger))


def test_another_history_behind_a_merge_is_foreign(ledger: Repository) -> None:
    assert foreign(ledger, side(ledger, ledger.made[1], side(ledger)))


def test_an_octopus_is_found(ledger: Repository) -> None:
    arms = (side(ledger, ledger.made[0]), side(ledger, ledger.made[1]))
    ledger.commit_tree(ledger.tree.write(), *arms)
    assert ledger.codes() == ["history.parents"]


def test_merges_are_checked_from_the_middle_too(ledger: Repository) -> None:
    good = ledger.commit_tree(ledger.tree.write(), side(ledger, ledger.made[0]))
    bad = ledger.commit_tree(ledger.tree.write(), side(ledger))
    found = spine(ledger.objects, bad, since=ledger.made[3])
    assert foreign_sides(ledger.objects, found) == {bad}
    assert foreign_sides(ledger.objects, found, known=ledger.made) == {bad}
    last = list(transitions(ledger.folder, bad, since=ledger.made[3]))
    assert [each.oid for each in last] == [good, bad]
    assert [f.code for f in last[1].findings] == ["history.foreign"]


def test_a_commit_that_names_no_tree_cannot_be_followed(ledger: Repository) -> None:
    oid = ledger.put(ObjectKind.COMMIT, b"nothing\n")
    with pytest.raises(RepositoryError, match="cannot be read"):
        spine(ledger.objects, oid)
