"""The page of an exam says why it waits, how long, what changed, and on what proof."""

from dataclasses import replace

import pytest

from proeve.model.exam import FieldChange
from proeve.model.verdict import ExamVerdict, StepState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Part, StepId
from proeve.site.blocks import blocks_of
from proeve.site.edition import edition_of
from proeve.site.exam_view import steps_of
from proeve.site.pages import exam_pages
from proeve.site.versions import versions_of
from proeve.words.say import Language
from tests.site import verdicts
from tests.site.reading_html import see, spoken

pytestmark = pytest.mark.slow

LANGUAGES: tuple[Language, ...] = ("nl", "en")
WHY = {"nl": "Waarom kan ik niet verder?", "en": "Why can I not go on?"}


def body_of(
    exam: ExamVerdict, language: Language = "nl", *, calendars: bool = False
) -> str:
    edition = edition_of(verdicts.verdict(exam), language, calendars=calendars)
    (page,) = exam_pages(edition)
    return page.body


def changed(exam: ExamVerdict, *changes: FieldChange) -> ExamVerdict:
    """Return the exam with these changes in its last event."""
    *before, last = exam.state.events
    events = (*before, replace(last, changed=changes))
    return replace(exam, state=replace(exam.state, events=events))


def change(file: str, was: object = "Kast", now: object = "Kast 2") -> FieldChange:
    return FieldChange(file=file, field=("title",), was=was, now=now)  # type: ignore[arg-type]


# Why it waits.


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exam_in_which_somebody_can_simply_act_has_no_reasons(
    language: Language,
) -> None:
    exam = verdicts.exam_at(7)
    assert blocks_of(exam) == ()
    assert WHY[language] not in body_of(exam, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_is_told_with_its_reason_and_what_to_do(language: Language) -> None:
    exam = verdicts.exam_at(2)
    assert exam.current is not None
    refused = tuple(
        replace(one, refused="De klus is te klein.") for one in exam.current.missing
    )
    said = spoken(
        body_of(
            verdicts.with_step(exam, replace(exam.current, missing=refused)), language
        )
    )
    assert WHY[language] in said
    assert "De klus is te klein." in said
    remedy = {"nl": "vraag opnieuw akkoord", "en": "ask for approval again"}
    assert remedy[language] in said


def test_a_part_without_anybody_is_told() -> None:
    exam = verdicts.exam_at(8)
    assert exam.current is not None
    empty = tuple(replace(one, people=()) for one in exam.current.missing)
    exam = verdicts.with_step(exam, replace(exam.current, missing=empty))
    said = spoken(body_of(exam))
    assert "Er is nog niemand aangewezen: Tweede beoordelaar." in said
    assert "De contactpersoon van de school wijst iemand aan." in said


def test_a_returned_step_tells_the_reason_of_the_last_return() -> None:
    exam = verdicts.decided(verdicts.exam_at(2), DecisionKind.RETURN, "Te smal.")
    assert exam.current is not None
    exam = verdicts.with_step(exam, replace(exam.current, state=StepState.RETURNED))
    (first, *_) = blocks_of(exam)
    assert first.says("nl") == "Deze stap is teruggestuurd."
    assert first.reason == "Te smal."


def test_a_pause_is_told_first() -> None:
    exam = verdicts.exam_at(5)
    exam = replace(exam, state=replace(exam.state, paused=True))
    assert blocks_of(exam)[0].says("en") == "The exam is paused."


def test_a_step_that_is_locked_names_the_steps_before_it() -> None:
    steps = {view.step.id: view for view in steps_of(verdicts.exam_at(3))}
    assert steps[StepId.EXECUTION].after == (3,)
    assert steps[StepId.ESTABLISH].after == ()
    assert "na stap 3" in spoken(body_of(verdicts.exam_at(3)))


# How long.


def test_a_step_that_is_done_says_how_long_it_took() -> None:
    steps = {view.step.id: view for view in steps_of(verdicts.exam_at(4))}
    assert steps[StepId.ESTABLISH].days == 3
    assert steps[StepId.APPOINTMENT].days is None
    assert "Klaar 3 dagen" in spoken(body_of(verdicts.exam_at(4)))


# What has changed.


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_field_stands_beside_what_was_there(language: Language) -> None:
    exam = changed(verdicts.exam_at(4), change("assignment.yml"))
    said = spoken(body_of(exam, language))
    titles = {"nl": "Titel Kast Kast 2", "en": "Title Kast Kast 2"}
    assert titles[language] in said


def test_a_document_without_a_later_version_says_so() -> None:
    assert "Geen stuk is na de eerste versie veranderd." in body_of(verdicts.exam_at(4))


def test_a_field_that_came_or_went_says_so() -> None:
    exam = changed(
        verdicts.exam_at(4),
        change("assignment.yml", was=None),
        change("exam.yml", now=None),
    )
    said = spoken(body_of(exam))
    assert "stond er niet" in said
    assert "weggehaald" in said


def test_yes_and_no_are_words() -> None:
    exam = changed(verdicts.exam_at(4), change("assignment.yml", was=False, now=True))
    (version,) = versions_of(exam.state, "nl", judged=False).shown
    assert (version.altered[0].was, version.altered[0].now) == ("nee", "ja")


def test_an_outcome_and_a_day_are_told_as_readers_know_them() -> None:
    outcome = FieldChange(
        file="result.yml", field=("outcome",), was="not_passed", now="2027-04-08"
    )
    (version,) = versions_of(
        changed(verdicts.exam_at(4), outcome).state, "nl", judged=False
    ).shown
    altered = version.altered[0]
    assert (altered.was, altered.now) == ("Niet behaald", "8 apr 2027")


@pytest.mark.parametrize("file", ["consensus.yml", "forms/first.yml"])
def test_no_judgement_shows_in_a_comparison_before_both_are_open(file: str) -> None:
    exam = changed(verdicts.exam_at(8), change(file, was="O", now="geheim oordeel"))
    assert "geheim oordeel" not in body_of(exam)
    opened = changed(verdicts.exam_at(10), change(file, now="geheim oordeel"))
    assert "geheim oordeel" in body_of(opened)


def test_changes_take_no_more_room_than_a_page_has() -> None:
    long = tuple(change("assignment.yml", "a" * 400, "b" * 400) for _ in range(200))
    exam = changed(verdicts.exam_at(4), *long)
    versions = versions_of(exam.state, "nl", judged=False)
    assert versions.left_out > 150
    assert f"Nog {versions.left_out} velden" in spoken(body_of(exam))
    assert len(body_of(exam).encode()) < 31_000


# The judgements.


@pytest.mark.parametrize("sealed", ["forms/first.yml", "forms/second.yml"])
def test_the_matrix_stays_shut_while_either_form_is(sealed: str) -> None:
    exam = verdicts.exam_at(10)
    documents = {k: v for k, v in exam.state.documents.items() if k != sealed}
    exam = replace(exam, state=replace(exam.state, documents=documents))
    body = body_of(exam)
    assert "Nog dicht." in body
    assert "pv-ratings" not in body
    assert "Klem 4 zat los." not in body


def test_what_the_assessors_differ_on_comes_first() -> None:
    body = body_of(verdicts.exam_at(10))
    rows = body[body.index("pv-ratings") :].split("<tr")[2:]
    differing = ['class="is-different"' in row for row in rows[:15]]
    assert differing == [True, True, *([False] * 13)]


# Proof and print.


def test_each_approval_in_the_story_says_who_as_what_and_how_sure() -> None:
    said = spoken(body_of(verdicts.exam_at(4)))
    story = said[said.index("Verloop ") :]
    assert "Akkoord van Student p-5151aa00: persoonlijke link met code, akte" in story
    assert "p-05ee0500 · Examencommissie, eigen sleutel" in story


def test_the_page_gives_a_command_to_check_it_oneself() -> None:
    exam = verdicts.exam_at(6)
    body = body_of(exam)
    assert f"proeve verify --rev {exam.state.commit} --trust-root" in body
    assert "git log --show-signature -- exams/groups/emi-2026-a/pvb-0001" in body


def test_a_calendar_is_linked_only_where_there_is_one() -> None:
    exam = verdicts.exam_at(6)
    assert "pvb-0001.ics" not in see(body_of(exam)).links
    assert "pvb-0001.ics" in see(body_of(exam, calendars=True)).links


def test_student_and_company_are_links_to_their_pages() -> None:
    links = see(body_of(verdicts.exam_at(6))).links
    student = verdicts.person(Part.STUDENT)
    assert f"../../studenten/{student}.html" in links
    assert "../../leerbedrijven/vonk-techniek.html" in links
