"""A student sees core tasks against the plan, a company its exams; both link right."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from proeve.model.document import Data
from proeve.model.registry import Declaration, Grant, Person
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.process.vocabulary import Outcome, Part, Role
from proeve.site.edition import edition_of
from proeve.site.pages import Page, PageKind, pages
from proeve.site.plan_view import Progress, core_tasks
from proeve.site.students import tries_of
from proeve.words.say import Language
from tests.site import verdicts
from tests.site.reading_html import see, spoken

pytestmark = pytest.mark.slow

STUDENT = verdicts.person(Part.STUDENT)
PAGE = f"studenten/{STUDENT}"
COMPANY = "leerbedrijven/vonk-techniek"


def plan(*tasks: tuple[str, str, tuple[str, ...]]) -> dict[str, Data]:
    """Return a plan: per core task its code, how exams count, and the instruments."""
    return {
        "core_tasks": [
            {
                "code": code,
                "title": f"Kerntaak {code}",
                "combination": combination,
                "through": [{"instrument": one, "units": [code]} for one in through],
            }
            for code, combination, through in tasks
        ]
    }


ONE = plan(("K1", "best", ("emi-kt1",)))


def passed(exam: ExamVerdict, outcome: Outcome = Outcome.PASSED) -> ExamVerdict:
    """Return a finished exam with this outcome and a rating for its core task."""
    result: dict[str, Data] = {"outcome": outcome, "core_tasks": {"K1": "V"}}
    documents = {**exam.state.documents, "result.yml": result}
    return replace(
        exam, outcome=outcome, state=replace(exam.state, documents=documents)
    )


def planned(
    *exams: ExamVerdict, plan: Mapping[str, Data] = ONE, listed: tuple[str, ...] = ()
) -> LedgerVerdict:
    verdict = verdicts.verdict(*exams)
    records = {
        group: {**record, "students": list(listed)}
        for group, record in verdict.group_records.items()
    }
    registry = replace(verdict.registry, plans={"25267-2026": dict(plan)})
    return replace(verdict, registry=registry, group_records=records)


def by_path(
    verdict: LedgerVerdict,
    language: Language = "nl",
    directory: dict[str, str] | None = None,
) -> dict[str, Page]:
    return {page.path: page for page in pages(verdict, language, directory)}


def said(verdict: LedgerVerdict, path: str = PAGE, language: Language = "nl") -> str:
    return spoken(by_path(verdict, language)[path].body)


def progress(*exams: ExamVerdict, plan: Mapping[str, Data] = ONE) -> list[Progress]:
    edition = edition_of(planned(*exams, plan=plan), "nl")
    tries = tries_of(edition, STUDENT)
    registry = edition.verdict.registry
    return [one.progress for one in core_tasks(plan, tries, registry, "nl")]


# Students.


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "1 van 1 kerntaak behaald."),
        ("en", "1 of 1 core task passed."),
    ],
)
def test_an_established_pass_counts_with_its_rating(
    language: Language, words: str
) -> None:
    text = said(planned(passed(verdicts.exam_at(13))), PAGE, language)
    assert words in text
    rating = {"nl": "Behaald voldoende", "en": "Passed sufficient"}
    assert rating[language] in text


def test_a_provisional_outcome_counts_for_nothing_and_shows_no_rating() -> None:
    exam = replace(passed(verdicts.exam_at(10)), provisional=True)
    text = said(planned(exam))
    assert progress(exam) == [Progress.BUSY]
    assert "0 van 1 kerntaak behaald." in text
    assert "uitslag voorlopig" in text
    assert "voldoende" not in text


def test_a_fail_asks_for_a_resit() -> None:
    text = said(planned(passed(verdicts.exam_at(13), Outcome.NOT_PASSED)))
    assert "Nog niet behaald" in text
    assert "een herkansing is nodig" in text


def test_a_resit_under_way_is_under_way() -> None:
    failed = passed(verdicts.exam_at(13), Outcome.NOT_PASSED)
    assert progress(failed, verdicts.exam_at(4, serial=2)) == [Progress.BUSY]
    again = passed(verdicts.exam_at(13, serial=2))
    assert progress(failed, again) == [Progress.DONE]


def test_a_core_task_without_exam_is_missing() -> None:
    two = plan(("K1", "best", ("emi-kt1",)), ("K2", "best", ("emi-kt2",)))
    text = said(planned(passed(verdicts.exam_at(13)), plan=two))
    assert "1 van 2 kerntaken behaald." in text
    missing = text[text.index("Wat er nog mist") :]
    assert "Kerntaak K2 : er moet nog een examen worden klaargezet." in missing
    assert "Kerntaak K1" not in missing


def test_all_exams_count_where_the_plan_says_so() -> None:
    both = ("emi-kt1", "emi-kt2")
    done = passed(verdicts.exam_at(13))
    assert progress(done, plan=plan(("K1", "all", both))) == [Progress.TO_DO]
    assert progress(done, plan=plan(("K1", "best", both))) == [Progress.DONE]


def test_the_latest_exam_counts_where_the_plan_says_so() -> None:
    failed = passed(verdicts.exam_at(13, serial=2), Outcome.NOT_PASSED)
    latest = plan(("K1", "latest", ("emi-kt1",)))
    assert progress(passed(verdicts.exam_at(13)), failed, plan=latest) == [
        Progress.AGAIN
    ]
    assert progress(passed(verdicts.exam_at(13)), failed) == [Progress.DONE]


def test_a_resit_of_one_part_counts_for_what_it_takes_over() -> None:
    exam = passed(verdicts.exam_at(13))
    record: dict[str, Data] = {
        **exam.state.documents["exam.yml"],
        "units": ["K9"],
        "carried_over": [{"unit": "K1", "rating": "V"}],
    }

    def about(record: dict[str, Data]) -> ExamVerdict:
        documents = {**exam.state.documents, "exam.yml": record}
        return replace(exam, state=replace(exam.state, documents=documents))

    assert progress(about(record)) == [Progress.DONE]
    del record["carried_over"]
    assert progress(about(record)) == [Progress.TO_DO]


def test_a_listed_student_without_exam_has_a_page_and_stands_with_the_group() -> None:
    verdict = planned(verdicts.exam_at(3), listed=("p-0bad0bad", STUDENT))
    found = by_path(verdict)
    assert "Nog niet begonnen" in spoken(found["studenten/p-0bad0bad"].body)
    group = found["groepen/emi-2026-a"].body
    without = group[group.index("Nog zonder examen") :]
    assert "p-0bad0bad" in without
    assert STUDENT not in without


def test_without_a_plan_the_exams_are_shown_and_it_is_said() -> None:
    verdict = verdicts.verdict(verdicts.exam_at(3))
    text = said(verdict)
    assert "Voor dit cohort staat er nog geen examenplan" in text
    assert "26-0001-k" in text


def test_a_student_page_shows_nobody_elses_exam() -> None:
    other = verdicts.exam_at(5, serial=2)
    record: dict[str, Data] = {
        **other.state.documents["exam.yml"],
        "student": "p-0bad0bad",
    }
    documents = {**other.state.documents, "exam.yml": record}
    other = replace(other, state=replace(other.state, documents=documents))
    verdict = planned(verdicts.exam_at(3), other)
    assert "26-0002-k" not in said(verdict)
    assert "26-0002-k" in said(verdict, "studenten/p-0bad0bad")


# Companies.


def company(verdict: LedgerVerdict, status: str = "recognised") -> LedgerVerdict:
    """Return the school with a company, somebody in it, and a recognition."""
    record: dict[str, Data] = {
        "id": "vonk-techniek",
        "kind": "training_pool",
        "place": "Nergenshuizen",
        "recognition": {"status": status, "checked_at": "2025-09-02"},
    }
    declared = Declaration(crebo=("25267",), start="2025-01-01", until="2026-12-31")
    person = Person(
        id="p-90cc9000",
        side="company",
        company="vonk-techniek",
        keys=(),
        declarations=(declared,),
    )
    grants = tuple(
        Grant(id=name, person=person.id, role=role, scope="*")
        for name, role in (
            ("g-1", Role.WORKPLACE_ASSESSOR),
            ("g-2", Role.WORKPLACE_SUPERVISOR),
        )
    )
    registry = replace(
        verdict.registry,
        companies={"vonk-techniek": record, "leeg": record},
        people={person.id: person},
        grants={person.id: grants},
        withdrawn=frozenset({"g-2"}),
    )
    return replace(verdict, registry=registry)


def test_a_company_shows_recognition_people_and_exams() -> None:
    text = said(company(verdicts.verdict(verdicts.exam_at(5))), COMPANY)
    for words in (
        "erkend nagekeken op 2 sep 2025",
        "Opleidingsbedrijf",
        "p-90cc9000 Praktijkbeoordelaar 31 dec 2026 25267",
        "26-0001-k",
    ):
        assert words in text
    assert "Wie is aan de beurt" in text


def test_a_role_that_was_withdrawn_is_not_shown() -> None:
    people = said(company(verdicts.verdict(verdicts.exam_at(13))), COMPANY)
    assert "p-90cc9000 Praktijkbegeleider" not in people


def test_a_lapsed_recognition_with_running_exams_is_a_warning() -> None:
    warning = "De erkenning is vervallen en er lopen hier nog examens."
    running = company(verdicts.verdict(verdicts.exam_at(5)), "lapsed")
    assert warning in said(running, COMPANY)
    assert warning not in said(
        company(verdicts.verdict(verdicts.exam_at(13)), "lapsed"), COMPANY
    )


def test_the_list_has_every_company_also_without_exams() -> None:
    verdict = company(verdicts.verdict(verdicts.exam_at(5)))
    links = see(by_path(verdict)["leerbedrijven/index"].body).links
    assert links == [
        "../leerbedrijven/leeg.html",
        "../leerbedrijven/vonk-techniek.html",
    ]


def test_names_show_where_the_directory_knows_them() -> None:
    found = by_path(
        verdicts.verdict(verdicts.exam_at(5)), "nl", {"vonk-techniek": "Vonk BV"}
    )
    assert found[COMPANY].title == "Vonk BV"


def test_waiting_time_is_told_for_the_school_and_for_the_company() -> None:
    verdict = verdicts.verdict(verdicts.exam_at(6), verdicts.exam_at(9, serial=2))
    for path in ("index", COMPANY):
        text = said(verdict, path)
        assert "3 Opdracht vaststellen 3 d 3 d 2" in text, path


def test_both_kinds_have_a_shell_of_their_own() -> None:
    kinds = {page.path: page.kind for page in pages(verdicts.school(), "nl")}
    assert kinds[PAGE] is PageKind.STUDENT
    assert kinds[COMPANY] is PageKind.COMPANY


# The first page.


def test_what_is_late_is_asked_for_first() -> None:
    late = verdicts.late(verdicts.exam_at(7), 6)
    body = by_path(verdicts.verdict(late, verdicts.exam_at(3, serial=2)))["index"].body
    panel = body[body.index("Actie nodig") : body.index("Wie is aan de beurt")]
    assert "26-0001-k" in panel
    assert "26-0002-k" not in panel
    calm = by_path(verdicts.verdict(verdicts.exam_at(3)))["index"].body
    assert "Actie nodig" not in calm
