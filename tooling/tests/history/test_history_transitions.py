"""Transitions: what each commit changed, in order, by one process or by several."""

import gc
import hashlib
import multiprocessing
import pickle

import pytest

from proeve.errors import RepositoryError
from proeve.history import transitions as module
from proeve.history.acts import file_name, make
from proeve.history.commits import commit_bytes, signed
from proeve.history.objects import ObjectKind
from proeve.history.spine import spine
from proeve.history.transitions import MAX_EXAM_FILE, transitions
from proeve.model.findings import Finding, Location
from proeve.model.history import Read, SignatureStatus
from tests.history.building import MESSAGE, STATEMENT, TRAILERS, Repository, key_of

EXAM = "exams/groups/ei2-2026-a/pvb-0042/"
WHEN = (1_790_000_000, "+0000")


def first_line(path: str, data: bytes) -> Read:
    """Read a document as a test does: a reader that a worker can find."""
    if data.startswith(b"bad"):
        return (Finding("yaml.bad", Location(path)),)
    return {"line": data.decode()}


def test_a_transition_tells_what_changed(repository: Repository) -> None:
    repository.commit({f"{EXAM}exam.yml": b"a: 1\n"})
    repository.commit({f"{EXAM}assignment.yml": b"b: 2\n"})
    genesis, second = repository.transitions()
    assert genesis.parents == ()
    assert second.parents == (genesis.oid,)
    (change,) = second.changes
    assert (change.path, change.old) == (f"{EXAM}assignment.yml", None)
    assert change.fact is not None
    assert change.fact.sha256 == hashlib.sha256(b"b: 2\n").hexdigest()
    assert (change.fact.size, change.fact.oid) == (5, change.new)
    assert second.trailers == TRAILERS
    assert second.signature.status is SignatureStatus.GOOD
    assert (second.authored, second.offset) == (1_790_000_001, "+0100")
    raw = repository.objects.raw(second.oid, ObjectKind.COMMIT)
    assert second.sha256 == hashlib.sha256(raw).hexdigest()
    assert second.findings == ()


def test_a_commit_without_change_has_no_changes(repository: Repository) -> None:
    repository.commit({f"{EXAM}exam.yml": b"a: 1\n"})
    repository.commit()
    assert repository.transitions()[1].changes == ()


def test_the_same_statement_twice_has_one_payload_digest(
    repository: Repository,
) -> None:
    tree = repository.tree.write()
    raw = commit_bytes(tree, (), "p-4f2a91c0", WHEN, MESSAGE)
    repository.land(signed(key_of("a"), raw))
    (one,) = repository.transitions()
    repository.head = None
    repository.land(signed(key_of("b"), raw))
    (other,) = repository.transitions()
    assert one.payload_sha256 == other.payload_sha256 == hashlib.sha256(raw).hexdigest()
    assert one.oid != other.oid


def test_a_merge_that_rolls_back_is_a_change(repository: Repository) -> None:
    old = repository.commit({f"{EXAM}exam.yml": b"a: 1\n"})
    repository.commit({f"{EXAM}exam.yml": b"a: 2\n"})
    tree = repository.transitions()[0].tree
    repository.commit_tree(tree, old)
    last = repository.transitions()[-1]
    assert [change.path for change in last.changes] == [f"{EXAM}exam.yml"]


def test_an_evil_merge_is_a_change(repository: Repository) -> None:
    first = repository.commit({f"{EXAM}exam.yml": b"a: 1\n"})
    repository.commit({f"{EXAM}assignment.yml": b"b: 1\n"})
    side = repository.put(
        ObjectKind.COMMIT,
        signed(
            key_of("x"),
            commit_bytes(
                repository.transitions()[0].tree, (first,), "p-1", WHEN, "x\n"
            ),
        ),
    )
    repository.tree.write_file(f"{EXAM}exam.yml", b"a: evil\n")
    repository.commit_tree(repository.tree.write(), side)
    last = repository.transitions()[-1]
    assert [change.path for change in last.changes] == [f"{EXAM}exam.yml"]
    assert last.findings == ()


def test_documents_are_read_where_a_reader_is_given(repository: Repository) -> None:
    files = {
        f"{EXAM}exam.yml": b"a: 1\n",
        f"{EXAM}assignment.yml": b"bad\n",
        f"{EXAM}evidence/{'a' * 64}": b"text",
        "mkdocs.yml": b"site: x\n",
    }
    repository.commit(files)
    (plain,) = repository.transitions()
    assert plain.documents == {}
    (read,) = repository.transitions(first_line)
    assert read.documents == {
        f"{EXAM}exam.yml": {"line": "a: 1\n"},
        f"{EXAM}assignment.yml": (
            Finding("yaml.bad", Location(f"{EXAM}assignment.yml")),
        ),
    }


def test_an_act_that_lands_is_read(repository: Repository) -> None:
    data = make(key_of("supervisor"), STATEMENT)
    repository.commit({f"{EXAM}acts/{file_name(data)}": data})
    (act,) = repository.transitions()[0].acts
    assert act.statement == STATEMENT
    assert act.problems == ()


def test_acts_are_only_ever_added(repository: Repository) -> None:
    data = make(key_of("supervisor"), STATEMENT)
    path = f"{EXAM}acts/{file_name(data)}"
    repository.commit({path: data, f"{EXAM}exam.yml": b"a: 1\n"})
    repository.commit({path: data + b"x"})
    assert "history.act-changed" in [c.split()[0] for c in repository.codes()]
    repository.commit({path: None})
    assert repository.codes() == [f"history.act-changed {path}"]


def test_a_folder_like_that_of_acts_elsewhere_is_not_append_only(
    repository: Repository,
) -> None:
    path = f"registry/acts/{'a' * 64}.act"
    repository.commit({path: b"x"})
    repository.commit({path: b"y"})
    assert repository.codes() == []


def test_a_file_that_is_too_large_is_not_read(repository: Repository) -> None:
    path = f"{EXAM}exam.yml"
    repository.commit({path: b"#" * (MAX_EXAM_FILE + 1)})
    assert repository.codes() == [f"history.path-kind {path}"]
    (change,) = repository.transitions(first_line)[-1].changes
    assert change.fact is None


def test_a_submodule_is_found_and_not_followed(repository: Repository) -> None:
    row = b"160000 theme\0" + bytes.fromhex("8" * 40)
    repository.commit_tree(repository.put(ObjectKind.TREE, row))
    assert repository.codes() == ["history.path-mode theme"]
    (change,) = repository.transitions()[-1].changes
    assert change.fact is None


def test_findings_name_their_commit(repository: Repository) -> None:
    repository.land(
        commit_bytes(repository.tree.write(), (), "p-1", WHEN, "Squashed\n")
    )
    (transition,) = repository.transitions()
    (finding,) = transition.findings
    assert finding == Finding("signature.none", Location("", commit=transition.oid))


@pytest.fixture
def long(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.setattr(module, "SMALL", 10)
    monkeypatch.setattr(module, "_LEAST", 4)
    for number in range(30):
        path = f"exams/groups/g{number % 3}/e{number % 5}/exam.yml"
        repository.commit({path: f"a: {number}\n".encode()})
    return repository


def test_two_workers_tell_the_same_as_one_process(long: Repository) -> None:
    head = long.objects.head()
    one = list(transitions(long.folder, head, reader=first_line, workers=1))
    two = list(transitions(long.folder, head, reader=first_line, workers=2))
    assert [each.oid for each in one] == long.made
    assert one == two
    walked = spine(long.objects, head)
    again = transitions(long.folder, head, reader=first_line, along=walked)
    assert list(again) == one


def test_two_workers_go_on_from_a_commit(long: Repository) -> None:
    head = long.objects.head()
    rest = list(transitions(long.folder, head, workers=2, since=long.made[9]))
    whole = list(transitions(long.folder, head, workers=1))
    assert rest == whole[10:]


def test_a_worker_that_cannot_read_says_so(long: Repository) -> None:
    blob = long.transitions()[20].changes[0].new
    assert blob is not None
    (long.folder / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(RepositoryError, match=f"Object {blob} is missing"):
        list(transitions(long.folder, long.objects.head(), workers=2))


def test_whoever_stops_listening_stops_the_workers(long: Repository) -> None:
    stream = transitions(long.folder, long.objects.head(), workers=2)
    assert next(stream).oid == long.made[0]
    del stream
    gc.collect()
    assert multiprocessing.active_children() == []


def test_a_transition_travels_between_processes(repository: Repository) -> None:
    data = make(key_of("supervisor"), STATEMENT)
    path = f"{EXAM}acts/{file_name(data)}"
    repository.commit({path: data, f"{EXAM}exam.yml": b"a: 1\n"})
    (transition,) = repository.transitions(first_line)
    copy = pickle.loads(pickle.dumps(transition))  # noqa: S301 - made one line ago
    assert copy == transition
