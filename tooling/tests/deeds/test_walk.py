"""One exam through all twelve steps by the command line, with nine people's keys."""

from pathlib import Path

from proeve.gather.history import judge_repository
from proeve.model.records import text_at
from proeve.process.vocabulary import Outcome
from tests.deeds.walking import GROUP, School, exam_doc, hands_in, lines, yaml_file
from tests.judging import papers

NUMBER = papers.exam_number(26, 42)
EXAM = f"{GROUP}/{NUMBER}"


def prepared(school: School, home: Path) -> None:
    """Step 1 and 2: the contact person makes the exam, and three agree."""
    exam = yaml_file(home / "exam.yml", exam_doc(school))
    school.does("contact", "fill-in", EXAM, "exam", "--from", exam)
    school.does("contact", "approve", EXAM)
    assignment = yaml_file(home / "assignment.yml", papers.assignment())
    school.does("contact", "fill-in", EXAM, "assignment", "--from", assignment)
    for who in ("supervisor", "student", "contact"):
        said = school.does(who, "approve", EXAM)
        assert "Verlichting in hal 2" in said


def established(school: School) -> None:
    """Step 3: the committee goes through its checklist."""
    said = school.does(
        "chair",
        *("establish", NUMBER),
        typed=lines(*["-"] * 2, "", "", *"jjjj", *[""] * 3, "OER 2026"),
    )
    assert "Every work process of the exam occurs" in said


def planned(school: School) -> None:
    """Step 4, which need not be: one appointment."""
    school.does(
        "contact",
        *("fill-in", EXAM, "appointments", "--approve"),
        typed=lines(
            *("a1", "closing_interview", "16-3-2027 10:00", "45", "company"),
            *("", "student, first_assessor", "", "", "n"),
        ),
    )
    doc = school.doc(f"groups/{EXAM}/appointments.yml")
    assert "2027-03-16T10:00:00+01:00" in str(doc)


def carried_out(school: School) -> None:
    """Step 5 to 7: the work, the evidence, and its check by both assessors."""
    school.does(
        "student",
        *("report-execution", EXAM),
        typed=lines(
            *("running", "y", "2-3-2027", "7,5", "company", "", "n"),
            *("2-3-2027 8:00", "", "n", "n", "", "n", "n"),
        ),
    )
    school.does(
        "student",
        *("report-execution", EXAM),
        typed=lines(
            *("finished", *[""] * 5, "n", "", "3-3-2027 16:30", "", "n", "n"),
            *("", "n", "n"),
        ),
    )
    school.does("supervisor", "approve", EXAM)
    hands_in(school, EXAM)
    school.does(
        "assessor",
        *("check-evidence", EXAM),
        typed=lines("y", "y", "y", "", "All there."),
    )
    school.does("practice", "approve", EXAM)


def judged(school: School) -> None:
    """Step 8: each apart, sealed; then opened together by the committee."""
    for who, rating in (("practice", "G"), ("assessor", "V")):
        ran = school.ran(
            *("assess", EXAM, "--key", school.keys[who]),
            typed=lines("", rating, "Went well.", "1", "V", "", "", ""),
        )
        assert ran.code == 0, ran.err
        assert "Gedaan" in ran.err
        school.does(who, "seal", EXAM)
    school.does("chair", "unseal", EXAM, "--identity", school.identity)


def concluded(school: School) -> None:
    """Step 9 and 10: one judgement, the final assessment, the result."""
    said = school.does(
        "assessor",
        *("consensus", EXAM),
        typed=lines("y", "", "remote", "V", "Looked at it together.", ""),
    )
    assert "! W1-C1 Criterium W1-C1: G / V" in said
    school.does("practice", "approve", EXAM)
    said = school.does("practice", "final-assessment", EXAM, typed=lines("", ""))
    assert "B1-K1" in said
    school.does("chair", "establish-result", EXAM, typed=lines(*[""] * 6))


def test_nine_people_walk_an_exam_through_all_twelve_steps(
    school: School, tmp_path: Path
) -> None:
    prepared(school, tmp_path)
    established(school)
    planned(school)
    carried_out(school)
    judged(school)
    concluded(school)
    ran = school.ran("archive", EXAM, "--key", school.keys["admin"], "--yes")
    assert ran.code == 0, ran.err
    assert "no notice" in ran.err
    school.verified()
    (found,) = judge_repository(school.folder).groups[GROUP]
    assert found.outcome is Outcome.PASSED
    assert found.current is None
    archived = school.doc(f"groups/{EXAM}/archive.yml")
    assert text_at(archived, "retention", "class") == "exam_work"
    assert set(archived["files"]) >= {"exam.yml", "forms/first.yml", "result.yml"}
