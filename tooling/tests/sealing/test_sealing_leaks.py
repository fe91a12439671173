"""Between the first seal and the unsealing nobody learns what was sealed.

TRUST row 72: a practice repository in which one of two has sealed, and a note in that
form that stands nowhere else. All that others can get is searched for it.
"""

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_ssh_private_key

from proeve.deeds.making import Ground, Maker, UnlawfulError
from proeve.deeds.practice.school import practice
from proeve.deeds.sealing_deeds import Seat, opened, sealed
from proeve.deeds.signing import Signer
from proeve.deeds.stating import Deed, Paper, document
from proeve.gather.history import judge_ledger, judge_repository, open_ledger
from proeve.history.objects import Objects
from proeve.history.porcelain import move_branch
from proeve.history.write import LooseStore
from proeve.model.exam import ExamState
from proeve.model.records import text_at
from proeve.process.vocabulary import Action, Part, Role, RowId
from proeve.sealing import SealingError, opening_key, unseal
from proeve.site.build import Readers, build
from tests.practice.conftest import START
from tests.sealing.searching import files, objects, places

MARKER = "Dit oordeel kent nog niemand: kwikstaart 7313."
TEMPLATES = Path(__file__).parents[3] / "site_templates"
EXAMS = 14  # the fourteenth story stands between its two seals


@dataclass(frozen=True, slots=True)
class Sealed:
    """A repository between two seals, and what must not be found in it."""

    folder: Path
    seat: Seat
    maker: Maker
    identity: str
    exam: ExamState
    form: bytes
    before: bytes

    @property
    def secrets(self) -> tuple[bytes, ...]:
        """The note, both nonces, and what would show that a form is this form."""
        nonces = [_nonce(form) for form in (self.form, self.before)]
        return (
            MARKER.encode(),
            *nonces,
            *(bytes.fromhex(nonce.decode()) for nonce in nonces),
            hashlib.sha256(self.form).digest(),
            hashlib.sha1(b"blob %d\0" % len(self.form) + self.form).digest(),  # noqa: S324
            self.form[:200],
        )


def _nonce(form: bytes) -> bytes:
    (line,) = (each for each in form.split(b"\n") if each.startswith(b"nonce: "))
    return line.removeprefix(b"nonce: ").strip(b"\"'")


def _keys(folder: Path) -> Iterator[Signer]:
    for path in folder.with_name(f"{folder.name}.keys").glob("p-*"):
        key = load_ssh_private_key(path.read_bytes(), None)
        assert isinstance(key, Ed25519PrivateKey)
        yield Signer.of(path.name, key)


@pytest.fixture(scope="module")
def half(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    """Make a school in which one has sealed; they seal once more, with the marker."""
    folder = tmp_path_factory.mktemp("half") / "school"
    practice(folder, start=START, seed="half", exams=EXAMS)
    keys = folder.with_name("school.keys")
    identity = (keys / "opening-key.txt").read_text().strip()
    ledger = open_ledger(folder)
    state, _ = judge_ledger(ledger, workers=1)
    (exam,) = (
        each
        for each in state.exams()
        if "forms/second.seal.yml" in each.files
        and "forms/first.seal.yml" not in each.files
    )
    record = exam.documents["forms/second.seal.yml"]
    person = text_at(record, "assessor")
    seat = Seat(repo=ledger.repo, scope=exam.scope, part="second", person=person)
    before = opened(seat, record, [identity])
    form = before.replace(b"remark: ", f"remark: {MARKER} ".encode())
    form = form.replace(_nonce(before), hashlib.sha256(b"new").hexdigest().encode())
    assert MARKER.encode() in form
    objects_ = Objects.open(folder)
    commit = dict(objects(folder))[f"commit {ledger.head}"]
    tree = commit[len("tree ") :][:40].decode()
    maker = Maker(
        LooseStore(folder / ".git" / "objects"),
        ledger.repo,
        {signer.person: signer for signer in _keys(folder)},
        Ground(state, objects_, tree),
    )
    paper = document(exam.scope, seat.seal, sealed(seat, form, [opening_key(identity)]))
    at = (state.at + 60, "+0100")
    role = Role.SCHOOL_ASSESSOR
    deed = Deed(
        scope=exam.scope,
        actor=person,
        role=role,
        action=Action.SEAL,
        row=RowId.SEAL_SECOND,
        papers={seat.seal: paper},
    )
    maker.make(deed, at)
    move_branch(folder, maker.state.head, before=ledger.head)
    after = maker.state.exam(exam.scope)
    assert after is not None
    return Sealed(folder, seat, maker, identity, after, form, before)


def test_the_search_finds_what_is_there(half: Sealed, tmp_path: Path) -> None:
    """The twin of all that follows: one leaked object, in any spelling, is found."""
    copy = _clone(half, tmp_path)
    for number, secret in enumerate(half.secrets):
        leaked = tmp_path / f"leak-{number}"
        leaked.write_bytes(b"x" * number + secret.hex().encode())
        run = ["git", "hash-object", "-w", str(leaked)]
        subprocess.run(run, cwd=copy, check=True, capture_output=True)
        assert places(copy, (secret,))


def test_nothing_in_the_repository_tells_the_sealed_form(half: Sealed) -> None:
    """Objects that nothing refers to, refs, index, reflog and logs are in it too."""
    assert places(half.folder, half.secrets) == []


def test_nothing_in_a_clone_tells_the_sealed_form(half: Sealed, tmp_path: Path) -> None:
    assert places(_clone(half, tmp_path), half.secrets) == []


def _clone(half: Sealed, folder: Path) -> Path:
    clone = folder / "clone"
    command = ["git", "clone", "--quiet", "--no-local", str(half.folder), str(clone)]
    subprocess.run(command, check=True, capture_output=True)
    return clone


def test_the_keys_beside_the_repository_are_all_that_opens_it(half: Sealed) -> None:
    """What lies beside a practice school holds the opening key, and no form."""
    for path in half.folder.parent.iterdir():
        if path != half.folder:
            holder = path if path.is_dir() else path.parent
            found = [name for name in files(holder, half.secrets) if "school/" in name]
            assert found == []


@pytest.mark.slow
def test_nothing_in_the_built_site_or_a_cache_tells_the_sealed_form(
    half: Sealed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
        (tmp_path / name).mkdir()
    verdict = judge_repository(half.folder)
    build(
        verdict,
        tmp_path / "site",
        site_templates=TEMPLATES,
        readers=Readers(also="en"),
        record=tmp_path / "XDG_CACHE_HOME" / "site.db",
    )
    assert list((tmp_path / "site").rglob("*.html"))
    assert files(tmp_path, half.secrets) == []


@pytest.mark.parametrize("both", [False, True])
def test_unsealing_before_the_second_seal_is_refused_with_the_real_key(
    half: Sealed, *, both: bool
) -> None:
    """The opening key does open the box; the judge refuses, and nothing is kept."""
    record = half.exam.documents[half.seat.seal]
    form = opened(half.seat, record, [half.identity])
    assert form == half.form
    papers = {half.seat.form: Paper(form)}
    if both:
        papers["forms/first.yml"] = Paper(form.replace(b"second", b"first"))
    (chair,) = {each.by for each in half.exam.decisions if each.kind == "ratification"}
    for person, role in ((chair, Role.EXAM_COMMITTEE), (half.seat.person, None)):
        deed = Deed(
            scope=half.exam.scope,
            actor=person,
            role=role or Role.SCHOOL_ASSESSOR,
            action=Action.UNSEAL,
            row=RowId.UNSEAL,
            papers=papers,
        )
        with pytest.raises(UnlawfulError) as refused:
            half.maker.make(deed, (half.maker.state.at + 60, "+0100"))
        assert "rows.locked" in {each.code for each in refused.value.findings}
    assert places(half.folder, half.secrets) == []


def test_sealing_again_keeps_both_versions_in_the_history(half: Sealed) -> None:
    boxes = [
        data
        for name, data in objects(half.folder)
        if name.startswith("blob ") and b"BEGIN AGE ENCRYPTED FILE" in data
    ]
    own = [data for data in boxes if half.seat.person.encode() in data]
    forms = {_form_in(data, half) for data in own if b"part: second" in data} - {None}
    assert {half.form, half.before} <= forms


def _form_in(data: bytes, half: Sealed) -> bytes | None:
    start, end = b"-----BEGIN AGE", b"-----END AGE ENCRYPTED FILE-----"
    inner = data[data.index(start) : data.index(end) + len(end)]
    lines = [line.strip() for line in inner.splitlines()]
    try:
        return unseal("\n".join(line.decode() for line in lines), [half.identity])
    except SealingError:
        return None


def test_a_lost_clear_text_is_recovered_from_the_box(half: Sealed) -> None:
    record = half.exam.documents[half.seat.seal]
    assert opened(half.seat, record, [half.identity]) == half.form


def test_a_seal_tells_its_part_and_person_and_nothing_else(half: Sealed) -> None:
    record = half.exam.documents[half.seat.seal]
    assert set(record) == {"schema", "part", "assessor", "commitment", "box"}
    (subject,) = {
        event.files for event in half.exam.events if event.commit == half.exam.commit
    }
    assert subject == (half.seat.seal,)
    commit = dict(objects(half.folder))[f"commit {half.exam.commit}"]
    message = commit.partition(b"\n\n")[2].decode()
    assert message.splitlines()[0] == f"assessment: seal {half.exam.scope}"


def test_the_part_of_the_other_is_still_open(half: Sealed) -> None:
    assert half.exam.row(RowId.SEAL_FIRST).approvals == ()
    assert half.exam.parts[Part.FIRST_ASSESSOR]
