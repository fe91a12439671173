"""Approvals signed elsewhere with any OpenSSH key, and how they land."""

import subprocess
from pathlib import Path

import pytest

from proeve.deeds.clone import open_clone
from proeve.deeds.landing import acts_in
from proeve.deeds.signing import came_in, sign_arrival
from proeve.gather.history import judge_repository
from proeve.history.pens import open_pen
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Part, Role, RowId, StepId
from tests.cli.running import Ran, proeve
from tests.doing.ground import Ground, admin_of, copied, made

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return made(tmp_path_factory.mktemp("landing") / "school", exams=24)


@pytest.fixture
def ground(many: Ground, tmp_path: Path) -> Ground:
    return copied(many, tmp_path / "own")


def waiting(ground: Ground) -> tuple[ExamVerdict, str]:
    """Return an exam that waits for a student or supervisor, and who that is."""
    for exam in judge_repository(ground.folder).exams:
        step = exam.current
        if step is None or step.step is not StepId.ACQUIRE:
            continue
        outside = (
            each
            for each in step.missing
            if each.hat in (Part.STUDENT, Part.WORKPLACE_SUPERVISOR)
            and each.people
            and each.refused is None
        )
        for each in outside if "assignment.yml" in exam.state.files else ():
            return exam, each.people[0]
    raise AssertionError("no exam waits for a student or supervisor")


def worded(ground: Ground, exam: ExamVerdict, person: str) -> Path:
    out = ground.folder.parent / "word.txt"
    words = ("word", exam.state.id, "acquire", person, "--to", str(out))
    assert proeve(ground.folder, *words).code == 0
    return out


def signed(ground: Ground, person: str, text: Path) -> None:
    """Sign as somebody does who has never heard of Proeve."""
    key = ground.key(person)
    key.chmod(0o600)
    sign = ("ssh-keygen", "-Y", "sign", "-q", "-n", "proeve-act@v1", "-f", str(key))
    subprocess.run((*sign, str(text)), check=True)


def lands(ground: Ground, exam: ExamVerdict, *files: Path) -> Ran:
    contact = exam.state.parts[Part.SCHOOL_CONTACT][0]
    names = map(str, files)
    key = str(ground.key(contact))
    return proeve(ground.folder, "land", exam.state.id, *names, "--key", key, "--yes")


def given(ground: Ground, exam: ExamVerdict) -> set[str]:
    found = next(
        each
        for each in judge_repository(ground.folder).exams
        if each.state.scope == exam.state.scope
    )
    return {one.person for one in found.state.row(RowId.ACQUIRE).approvals}


def test_a_text_signed_by_ssh_keygen_lands_as_an_approval(ground: Ground) -> None:
    exam, person = waiting(ground)
    text = worded(ground, exam, person)
    signed(ground, person, text)
    done = lands(ground, exam, text)
    assert done.code == 0, done.out
    assert person in given(ground, exam)
    assert proeve(ground.folder, "verify", "--no-cache").code == 0


def test_the_same_approval_twice_counts_once(ground: Ground) -> None:
    exam, person = waiting(ground)
    text = worded(ground, exam, person)
    signed(ground, person, text)
    assert lands(ground, exam, text).code == 0
    before = ground.head()
    assert lands(ground, exam, text).code == 1
    assert ground.head() == before


def test_a_text_that_nobody_signed_does_not_land(ground: Ground) -> None:
    exam, person = waiting(ground)
    before = ground.head()
    done = lands(ground, exam, worded(ground, exam, person))
    assert (done.code, ground.head()) == (1, before)
    assert "statement.act-unsigned" in done.out


def test_a_text_signed_by_another_does_not_land(ground: Ground) -> None:
    exam, person = waiting(ground)
    text = worded(ground, exam, person)
    signed(ground, exam.state.parts[Part.SCHOOL_CONTACT][0], text)
    before = ground.head()
    done = lands(ground, exam, text)
    assert (done.code, ground.head()) == (1, before)
    assert "people.not-the-actor" in done.out


def test_a_file_without_an_approval_is_named(ground: Ground) -> None:
    exam, _ = waiting(ground)
    note = ground.folder.parent / "note.txt"
    note.write_text("hello\n")
    done = lands(ground, exam, note)
    assert done.code == 2
    assert "no approval" in done.err


def test_the_word_of_the_office_that_it_came_in_lands_with_it(ground: Ground) -> None:
    exam, person = waiting(ground)
    text = worded(ground, exam, person)
    signed(ground, person, text)
    clone = open_clone(ground.folder)
    (act,) = acts_in((text,), exam.state.scope)
    admin = clone.hand(open_pen(ground.key(admin_of(clone))))
    word = sign_arrival(admin, Role.ADMIN, came_in(act), 1_788_000_000, "mail")
    file = ground.folder.parent / "came-in.act"
    file.write_bytes(word.content)
    done = lands(ground, exam, text, file)
    assert done.code == 0, done.out
    found = open_clone(ground.folder).state.exam(exam.state.scope)
    assert found is not None
    assert [each.at for each in found.times[act.act.sha256]] == [1_788_000_000]


def test_a_text_that_somebody_writes_elsewhere_lands_without_their_approval(
    ground: Ground,
) -> None:
    exam, person = waiting(ground)
    papers, out = ground.folder.parent / "papers", ground.folder.parent / "word.txt"
    papers.mkdir()
    mine = papers / "assignment.yml"
    theirs = ground.folder / "exams" / exam.state.scope / "assignment.yml"
    mine.write_bytes(theirs.read_bytes().replace(b"\ntitle: ", b"\ntitle: Nieuw, ", 1))
    words = ("word", exam.state.id, "acquire", person, "--action", "write")
    ran = proeve(ground.folder, *words, "--papers", str(papers), "--to", str(out))
    assert ran.code == 0
    signed(ground, person, out)
    contact = exam.state.parts[Part.SCHOOL_CONTACT][0]
    land = ("land", exam.state.id, str(out), "--papers", str(papers))
    ran = proeve(ground.folder, *land, "--key", str(ground.key(contact)), "--yes")
    assert ran.code == 0, ran.out + ran.err
    assert theirs.read_bytes() == mine.read_bytes()
    assert given(ground, exam) == set()
