"""What a forge's own buttons left, covered at the command line."""

from pathlib import Path

import pytest

from proeve.deeds.clone import Clone, open_clone
from proeve.deeds.covering import Cover, _standing, _turn
from proeve.deeds.signing import sign_act
from proeve.deeds.stating import Deed, Paper, Word, acts_folder, fact_of, said
from proeve.gather.history import judge_repository
from proeve.history.pens import open_pen
from proeve.history.porcelain import git
from proeve.model.verdict import ExamVerdict
from proeve.process.vocabulary import Action, Part, Role, RowId, StepId
from proeve.reading.yamltext import data_of
from proeve.rules.holding import files_of
from tests.cli.running import Ran, proeve
from tests.doing.ground import Ground, admin_of, copied, made
from tests.killing_rules import Victim, ends_everywhere

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return made(tmp_path_factory.mktemp("cover") / "school", exams=24)


@pytest.fixture
def ground(many: Ground, tmp_path: Path) -> Ground:
    return copied(many, tmp_path / "own")


def agreed(ground: Ground) -> ExamVerdict:
    """Return an exam whose assignment still waits for somebody."""
    return next(
        exam
        for exam in judge_repository(ground.folder).exams
        if exam.current is not None
        and exam.current.step is StepId.ACQUIRE
        and exam.state.row(RowId.CREATE).approvals
        and "assignment.yml" in exam.state.files
    )


def edited_on_the_web(
    ground: Ground, exam: ExamVerdict, *more: tuple[Path, bytes]
) -> bytes:
    """Commit another assignment as a forge's editor does: without a signature."""
    file = ground.folder / "exams" / exam.state.scope / "assignment.yml"
    text = file.read_bytes().replace(b"\ntitle: ", b"\ntitle: Van het web, ", 1)
    for path, content in ((file, text), *more):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    git(ground.folder, "add", "--all")
    who = ("-c", "user.name=web", "-c", "user.email=web@example.invalid")
    git(ground.folder, *who, "commit", "--quiet", "--message", "Update assignment.yml")
    return text


def covers(ground: Ground, exam: ExamVerdict, *words: str, key: str = "") -> Ran:
    admin = key or admin_of(open_clone(ground.folder))
    where = exam.state.scope
    return proeve(
        ground.folder, "cover", where, *words, "--key", str(ground.key(admin)), "--yes"
    )


def verified(ground: Ground) -> int:
    return proeve(ground.folder, "verify", "--no-cache").code


def contact_approves(ground: Ground, exam: ExamVerdict, clone: Clone) -> Path:
    """Write the act by which the contact person approves what the web left."""
    person = exam.state.parts[Part.SCHOOL_CONTACT][0]
    scope = exam.state.scope
    content = (ground.folder / "exams" / scope / "assignment.yml").read_bytes()
    data = data_of(content, "assignment.yml")
    paper = Paper(content, data if isinstance(data, dict) else None)
    word = Word(
        person=person,
        role=Role.SCHOOL_CONTACT,
        action=Action.APPROVE,
        row=RowId.ACQUIRE,
    )
    deed = Deed(
        scope=scope,
        actor=person,
        role=word.role,
        action=word.action,
        row=word.row,
        papers={"assignment.yml": paper},
    )
    after = {**files_of(clone.state, scope), "assignment.yml": fact_of(content)}
    text = said(clone.state, clone.state.registry.repo, deed, word, after)
    hand = clone.hand(open_pen(ground.key(person)))
    act = sign_act(hand, text, acts_folder(scope))
    out = ground.folder.parent / "contact.act"
    out.write_bytes(act.content)
    return out


def test_a_web_edit_is_taken_back(ground: Ground) -> None:
    exam = agreed(ground)
    file = ground.folder / "exams" / exam.state.scope / "assignment.yml"
    before = file.read_bytes()
    edited_on_the_web(ground, exam)
    assert verified(ground) == 1
    assert covers(ground, exam, "--restore").code == 0
    assert file.read_bytes() == before
    assert verified(ground) == 0
    assert git(ground.folder, "status", "--porcelain") == ""


def test_a_web_edit_is_made_lawful_by_an_approval_that_lands_with_it(
    ground: Ground,
) -> None:
    exam = agreed(ground)
    text = edited_on_the_web(ground, exam)
    act = contact_approves(ground, exam, open_clone(ground.folder))
    done = covers(ground, exam, "--act", str(act))
    assert done.code == 0, done.out
    assert verified(ground) == 0
    after = judge_repository(ground.folder)
    found = next(e for e in after.exams if e.state.scope == exam.state.scope)
    assert fact_of(text) == found.state.files["assignment.yml"]
    assert [a.person for a in found.state.row(RowId.ACQUIRE).approvals] == [
        exam.state.parts[Part.SCHOOL_CONTACT][0]
    ]


def test_junk_beside_the_documents_goes_with_the_edit(ground: Ground) -> None:
    exam = agreed(ground)
    folder = ground.folder / "exams" / exam.state.scope
    edited_on_the_web(ground, exam, (folder / "Notes.TXT", b"x"))
    assert covers(ground, exam).code == 1
    assert verified(ground) == 1
    assert covers(ground, exam, "--restore").code == 0
    assert verified(ground) == 0
    assert not (folder / "Notes.TXT").exists()


def test_what_nobody_approved_stays_unconfirmed(ground: Ground) -> None:
    exam = agreed(ground)
    edited_on_the_web(ground, exam)
    before = ground.head()
    done = covers(ground, exam)
    assert done.code == 1
    assert f"proeve cover {exam.state.scope} --restore" in done.out
    assert ground.head() == before


def test_where_only_the_way_back_is_left_the_report_names_it(ground: Ground) -> None:
    exam = agreed(ground)
    folder = ground.folder / "exams" / exam.state.scope
    edited_on_the_web(ground, exam, (folder / "Notes.TXT", b"x"))
    done = covers(ground, exam)
    assert "scope.restore-only" in done.out
    assert f"proeve cover {exam.state.scope} --restore" in done.out
    assert "--act" not in done.out.split("scope.restore-only")[1].split("scope.")[0]


@pytest.mark.parametrize(
    ("paths", "step"),
    [
        (("assignment.yml",), StepId.ACQUIRE),
        (("exam.yml", "assignment.yml"), StepId.CREATE),
        (("exam.yml",), StepId.CREATE),
    ],
)
def test_a_cover_without_approvals_names_the_step_of_what_changed(
    ground: Ground, paths: tuple[str, ...], step: StepId
) -> None:
    exam = agreed(ground)
    folder = ground.folder / "exams" / exam.state.scope
    for path in paths:
        file = folder / path
        file.write_bytes(file.read_bytes() + b"# Web\n")
    who = ("-c", "user.name=web", "-c", "user.email=web@example.invalid")
    git(ground.folder, *who, "commit", "--quiet", "--all", "--message", "Update")
    clone = open_clone(ground.folder)
    what = Cover(scope=exam.state.scope, restores=False)
    after = _standing(clone.state, what.scope)
    assert _turn(clone.state, what, after)[0] is step


def test_only_the_office_covers(ground: Ground) -> None:
    exam = agreed(ground)
    edited_on_the_web(ground, exam)
    before = ground.head()
    student = exam.state.parts[Part.STUDENT][0]
    done = covers(ground, exam, "--restore", key=student)
    assert (done.code, ground.head()) == (2, before)
    assert "no administrator" in done.err


def test_where_nothing_is_wrong_there_is_nothing_to_cover(ground: Ground) -> None:
    done = covers(ground, agreed(ground), "--restore")
    assert done.code == 2
    assert "nothing to confirm" in done.err


@pytest.mark.parametrize("start", ["", "exams/", "last"])
def test_an_exam_is_named_as_a_person_names_it(ground: Ground, start: str) -> None:
    exam = agreed(ground)
    edited_on_the_web(ground, exam)
    scope = exam.state.scope
    named = scope.rpartition("/")[2] if start == "last" else f"{start}{scope}"
    admin = ground.key(admin_of(open_clone(ground.folder)))
    words = ("--restore", "--key", str(admin), "--yes")
    assert proeve(ground.folder, "cover", named, *words).code == 0
    assert verified(ground) == 0


def test_what_is_not_held_up_is_one_sentence(ground: Ground) -> None:
    admin = ground.key(admin_of(open_clone(ground.folder)))
    ran = proeve(ground.folder, "cover", "nowhere", "--key", str(admin), "--yes")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1


def test_a_cover_that_is_killed_anywhere_completes(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exam = agreed(ground)
    edited_on_the_web(ground, exam)

    def fresh(moment: int) -> Victim:
        own = copied(ground, tmp_path / f"kill-{moment}")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / f"cache-{moment}"))
        return Victim(
            clone=own.folder,
            runs=lambda: covers(own, exam, "--restore").code,
            drafts=own.folder / "drafts",
        )

    assert ends_everywhere(fresh, wanted=4) == 4
