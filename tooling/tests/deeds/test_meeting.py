"""The committee's evening by the command line: ten exams, three members, one night."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from proeve.deeds.meeting.outcomes import CHECKS
from proeve.deeds.meeting.tabled import read_meeting
from proeve.gather.history import judge_repository
from proeve.history.porcelain import git
from proeve.process.vocabulary import RowId
from tests.cli.running import Ran as AtTerminal
from tests.cli.running import proeve as at_terminal
from tests.deeds.conftest import At
from tests.deeds.evening import LAST, MEMBERS, NUMBERS, evening
from tests.deeds.steps import EXAM, SCOPE
from tests.deeds.test_walk_refusals import refused
from tests.deeds.walking import GROUP, Ran, School, at_home, copied, yaml_file
from tests.judging import papers
from tests.killing_rules import Fresh, Victim, ends_everywhere

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> School:
    home = tmp_path_factory.mktemp("evening") / "home"
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        at_home(patch, home)
        return evening(home)


@pytest.fixture
def school(_made: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> School:
    found = copied(_made, tmp_path / "home")
    at_home(monkeypatch, found.home)
    return found


@pytest.fixture
def tabled(school: School) -> Callable[..., Path]:
    """Return what records a meeting that agrees with all that is clean."""

    def made(*words: str) -> Path:
        out = school.home / "evening"
        ran = school.ran("meeting", "decide", out, "--clean", "--checked", *words)
        assert ran.code == 0, ran.err
        return out

    return made


def signs(school: School, out: Path, who: str) -> Ran:
    return school.ran("meeting", "sign", out, "--key", school.keys[who], "--yes")


def lands(school: School, out: Path, *words: str | Path) -> Ran:
    key = ("--key", school.keys["admin"], "--yes")
    return school.ran("meeting", "land", out, *key, *words)


def established(school: School) -> set[str]:
    """Return the exams that are past their establishment; all must be in order."""
    school.verified()
    verdict = judge_repository(school.folder)
    return {
        exam.state.id
        for exam in verdict.groups[GROUP]
        if len(exam.state.row(RowId.ESTABLISH).approvals) >= 2
    }


def test_the_agenda_says_what_is_clean_and_who_stands_aside(school: School) -> None:
    ran = school.ran("meeting", "list")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert len(lines) == 1 + len(NUMBERS)
    (aside,) = (line for line in lines if school.people["assessing"] in line)
    assert LAST in aside
    assert "2 / 2" in aside
    assert all("3 / 2" in line for line in lines[1:] if LAST not in line)


def test_ten_exams_are_established_with_one_signature_a_member(
    school: School, tabled: Callable[..., Path]
) -> None:
    out = tabled()
    before = int(git(school.folder, "rev-list", "--count", "main"))
    assert signs(school, out, "chair").code == 0
    text = out / f"{school.people['member']}.list"
    elsewhere = ("ssh-keygen", "-q", "-Y", "sign", "-n", "proeve-list@v1", "-f")
    subprocess.run((*elsewhere, str(school.keys["member"]), str(text)), check=True)
    assert signs(school, out, "assessing").code == 0
    ran = lands(school, out)
    assert ran.code == 0, (ran.out, ran.err)
    assert established(school) == set(NUMBERS)
    after = int(git(school.folder, "rev-list", "--count", "main"))
    assert after - before == len(NUMBERS)
    verdict = judge_repository(school.folder)
    voted = {
        exam.state.id: {one.person for one in exam.state.row(RowId.ESTABLISH).approvals}
        for exam in verdict.groups[GROUP]
    }
    assert voted[LAST] == {school.people[n] for n in ("chair", "member")}
    assert voted[NUMBERS[0]] == {school.people[n] for n in MEMBERS}


def test_a_line_about_an_older_text_drops_out_alone(
    school: School, tabled: Callable[..., Path]
) -> None:
    out = tabled()
    for who in ("chair", "member"):
        assert signs(school, out, who).code == 0
    changed = yaml_file(
        school.home / "a.yml", papers.assignment("Verlichting in hal 3")
    )
    stale = f"{GROUP}/{NUMBERS[3]}"
    school.does("contact", "fill-in", stale, "assignment", "--from", changed)
    ran = lands(school, out)
    assert ran.code == 0, (ran.out, ran.err)
    assert stale in ran.err
    assert "moved on" in ran.err
    assert established(school) == set(NUMBERS) - {NUMBERS[3]}
    minutes = (out / "minutes.md").read_text()
    assert "## Dropped out" in minutes
    assert minutes.index("Dropped out") < minutes.index(NUMBERS[3])


def test_a_text_that_was_agreed_on_anew_is_not_what_was_signed(
    school: School, tabled: Callable[..., Path]
) -> None:
    out = tabled()
    for who in ("chair", "member"):
        assert signs(school, out, who).code == 0
    changed = yaml_file(
        school.home / "a.yml", papers.assignment("Verlichting in hal 3")
    )
    exam = f"{GROUP}/{NUMBERS[3]}"
    school.does("contact", "fill-in", exam, "assignment", "--from", changed)
    for who in ("supervisor", "student", "contact"):
        school.does(who, "approve", exam, "acquire")
    ran = lands(school, out)
    assert ran.code == 0, (ran.out, ran.err)
    assert exam in ran.err
    assert established(school) == set(NUMBERS) - {NUMBERS[3]}


def test_a_member_does_not_sign_for_a_text_that_is_not_there(
    school: School, tabled: Callable[..., Path]
) -> None:
    out = tabled()
    changed = yaml_file(
        school.home / "a.yml", papers.assignment("Verlichting in hal 3")
    )
    stale = f"{GROUP}/{NUMBERS[3]}"
    school.does("contact", "fill-in", stale, "assignment", "--from", changed)
    for who in ("chair", "member"):
        said = signs(school, out, who)
        assert said.code == 0, said.err
        assert "you do not sign this" in said.out
    assert lands(school, out).code == 0
    assert established(school) == set(NUMBERS) - {NUMBERS[3]}


def test_too_few_signatures_land_nothing(
    school: School, tabled: Callable[..., Path]
) -> None:
    out = tabled()
    assert signs(school, out, "chair").code == 0
    before = school.traces()
    ran = lands(school, out)
    assert "too few signatures that count: 1 of 2" in ran.err
    assert ran.code == 1
    assert school.traces() == before


def test_the_exam_in_which_a_member_assesses_waits_for_the_others(
    school: School, tabled: Callable[..., Path]
) -> None:
    out = tabled()
    for who in ("chair", "assessing"):
        assert signs(school, out, who).code == 0
    ran = lands(school, out)
    assert ran.code == 0, ran.err
    assert established(school) == set(NUMBERS) - {LAST}
    assert LAST in ran.err


def test_a_signature_of_another_does_not_count(
    school: School, tabled: Callable[..., Path]
) -> None:
    out = tabled()
    text = out / f"{school.people['member']}.list"
    elsewhere = ("ssh-keygen", "-q", "-Y", "sign", "-n", "proeve-list@v1", "-f")
    subprocess.run((*elsewhere, str(school.keys["chair"]), str(text)), check=True)
    before = school.traces()
    ran = lands(school, out)
    assert "is no good and does not count" in ran.err
    assert ran.code == 1
    assert school.traces() == before


def test_an_exam_is_sent_back_by_the_list(
    school: School, tabled: Callable[..., Path]
) -> None:
    exam = f"{GROUP}/{NUMBERS[0]}"
    out = tabled("--return", exam, "Er staat geen planning in.")
    for who in ("chair", "member"):
        assert signs(school, out, who).code == 0
    ran = lands(school, out, "--minutes", school.home / "verslag.html")
    assert ran.code == 0, (ran.out, ran.err)
    assert established(school) == set(NUMBERS) - {NUMBERS[0]}
    doc = school.doc(f"groups/{exam}/decisions/1-return.yml")
    assert doc["reason"] == "Er staat geen planning in."
    page = (school.home / "verslag.html").read_text()
    assert "sent back: Er staat geen planning in." in page


def test_a_result_is_established_by_the_list(at: At) -> None:
    school = at("final")
    out = school.home / "evening"
    ran = school.ran("meeting", "decide", out, "--agree", EXAM)
    assert ran.code == 0, ran.err
    assert signs(school, out, "chair").code == 0
    assert lands(school, out).code == 0
    school.verified()
    assert school.doc(f"{SCOPE}/result.yml")["outcome"] == "passed"


def test_what_lands_twice_is_said(school: School, tabled: Callable[..., Path]) -> None:
    out = tabled()
    for who in ("chair", "member"):
        signs(school, out, who)
    assert lands(school, out).code == 0
    before = school.traces()
    ran = lands(school, out)
    assert ran.code == 1
    assert "moved on" in ran.err
    assert school.traces() == before


def test_wrong_input_is_one_sentence(school: School) -> None:
    before = school.traces()
    out = school.home / "evening"
    for words, said in (
        (("decide", out), "Nothing was decided"),
        (("decide", out, "--agree", "26-9999-x"), "There is no exam"),
        (("decide", out, "--clean", "--present", "p-00000000"), "has no vote"),
        (("decide", out, "--clean", "--on", "morgen"), "is no date"),
        (("decide", out, "--clean", "--committee", "geen"), "not in the registry"),
        (("decide", school.folder / "x", "--clean"), "keep names outside"),
        (("decide", out, "--return", NUMBERS[0], ""), "has a reason"),
        (("decide", out, "--decide", NUMBERS[0], "Zomaar."), "cannot be done here"),
        (("sign", school.home), "There is no meeting"),
        (("land", school.home / "niets"), "There is no meeting"),
    ):
        ran = school.ran("meeting", *words)
        assert said in refused(school, ran, before, 2), words


def test_whoever_has_no_vote_signs_nothing(
    school: School, tabled: Callable[..., Path]
) -> None:
    out = tabled()
    ran = signs(school, out, "contact")
    assert ran.code == 2
    assert "nothing for" in ran.err


class Typed(io.StringIO):
    """What somebody types at a terminal."""

    def isatty(self) -> bool:
        return True


def types(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", Typed("".join(f"{line}\n" for line in lines)))


def agrees(school: School) -> tuple[Path, AtTerminal]:
    """Agree with all assignments, and answer what is asked about them."""
    out = school.home / "evening"
    return out, at_terminal(school.folder, "meeting", "decide", str(out), "--clean")


def test_each_question_of_the_checklist_is_asked_by_itself(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    types(monkeypatch, *["y"] * 4 * len(NUMBERS))
    out, ran = agrees(school)
    assert ran.code == 0, ran.err
    assert ran.out.count("[y/n]") == 4 * len(NUMBERS)
    (line, *_) = read_meeting(out).lines
    paper = line.papers["establishment.yml"].data or {}
    assert paper["checklist"] == dict.fromkeys(CHECKS, True)


def test_an_assignment_that_fails_one_question_is_left_for_later(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    types(monkeypatch, "y", "y", "n", "y", *["y"] * 4 * (len(NUMBERS) - 1))
    out, ran = agrees(school)
    assert ran.code == 0, ran.err
    assert "is not agreed on" in ran.out
    meeting = read_meeting(out)
    assert len(meeting.lines) == len(NUMBERS) - 1
    assert len(meeting.held) == 1


def test_nobody_at_the_terminal_answers_no_checklist(school: School) -> None:
    out, ran = agrees(school)
    assert ran.code == 2
    assert "--checked" in ran.err
    assert not out.exists()


def test_an_evening_that_is_killed_anywhere_completes(
    school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = Path("evening")

    def of(name: str, commits: int, does: Callable[[School], Ran]) -> Fresh:
        def fresh(moment: int) -> Victim:
            own = copied(school, tmp_path / f"{name}-{moment}")
            at_home(monkeypatch, own.home)
            return Victim(
                clone=own.folder,
                runs=lambda: does(own).code,
                drafts=own.home / ".state" / "proeve" / "drafts",
                commits=commits,
            )

        return fresh

    chosen = [word for number in NUMBERS[:2] for word in ("--agree", number)]

    def decides(own: School) -> Ran:
        made = own.ran("meeting", "decide", own.home / out, "--checked", *chosen)
        return made if made.code else Ran(0, made.out, made.err)

    assert ends_everywhere(of("decide", 0, decides), wanted=6) == 6
    assert decides(school).code == 0

    def chair(own: School) -> Ran:
        return signs(own, own.home / out, "chair")

    assert ends_everywhere(of("sign", 0, chair), wanted=4) == 4
    for who in MEMBERS[:2]:
        assert signs(school, school.home / out, who).code == 0

    def landing(own: School) -> Ran:
        return lands(own, own.home / out)

    assert ends_everywhere(of("land", 2, landing), wanted=6) == 6
