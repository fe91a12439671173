"""The pages say where every exam stands and whose move it is."""

from dataclasses import replace
from html import unescape

import pytest

from proeve.model.findings import Finding, Location, Severity
from proeve.model.time import Time, TimeBasis
from proeve.model.verdict import LedgerVerdict, StepState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome
from proeve.site.pages import Page, PageKind, pages
from proeve.words.say import Language
from proeve.words.threats import LIMITS, THREATS
from tests.site import verdicts
from tests.site.reading_html import see, spoken

pytestmark = pytest.mark.slow

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def by_path(
    verdict: LedgerVerdict,
    language: Language = "nl",
    directory: dict[str, str] | None = None,
) -> dict[str, Page]:
    return {page.path: page for page in pages(verdict, language, directory)}


def exam_page(number: int, language: Language = "nl") -> str:
    verdict = verdicts.verdict(verdicts.exam_at(number))
    return by_path(verdict, language)["examens/emi-2026-a/pvb-0001"].body


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_exam_and_group_has_a_page(language: Language) -> None:
    found = by_path(verdicts.school(), language)
    assert sum(page.kind is PageKind.EXAM for page in found.values()) == 19
    assert sum(page.kind is PageKind.GROUP for page in found.values()) == 2


@pytest.mark.parametrize("number", range(1, 13))
def test_the_step_bar_marks_the_step_that_the_exam_stands_at(number: int) -> None:
    body = exam_page(number)
    assert body.count('aria-current="step"') == 1
    assert f'aria-label="Voortgang: stap {number} van 12"' in body


@pytest.mark.parametrize("number", range(1, 14))
def test_no_two_parts_of_an_exam_page_share_an_id(number: int) -> None:
    ids = see(exam_page(number)).ids
    assert len(ids) == len(set(ids))


def test_a_finished_exam_is_nobodys_move() -> None:
    body = exam_page(13)
    assert "aria-current" not in body
    assert "Niemand is aan de beurt" in body


def test_the_card_names_who_must_act_and_the_command() -> None:
    body = exam_page(3)
    assert "Examencommissie" in spoken(body)
    assert "proeve establish emi-2026-a/pvb-0001" in body


def test_each_approval_shows_person_part_level_and_proof() -> None:
    said = spoken(exam_page(4))
    assert "p-05ee0500 Examencommissie" in said
    assert "Eigen sleutel commit" in said
    assert "Persoonlijke link met code akte" in said


def test_dates_say_that_only_a_commit_vouches_for_them() -> None:
    body = exam_page(8)
    assert body.count("<time") == body.count("<small>alleen een commit</small>")


BASES = {
    TimeBasis.STAMP: ("tijdstempel", "time stamp"),
    TimeBasis.RECEIPT: ("ontvangstbewijs", "receipt"),
    TimeBasis.ATTESTED: (
        "verklaard door de school op een stick",
        "attested by the school on a stick",
    ),
}


@pytest.mark.parametrize("basis", BASES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_that_others_vouch_for_says_who(
    basis: TimeBasis, language: Language
) -> None:
    exam = verdicts.exam_at(8)
    (handed_in,) = exam.steps[5].approvals
    road = "stick" if basis is TimeBasis.ATTESTED else ""
    time = Time(at=verdicts.START, basis=basis, road=road)
    timed = replace(exam, times={handed_in.proof: time})
    page = by_path(verdicts.verdict(timed), language)["examens/emi-2026-a/pvb-0001"]
    words = BASES[basis][LANGUAGES.index(language)]
    assert page.body.count(f"<small>{words}</small>") == 1


def test_judgements_stay_hidden_until_both_forms_are_open() -> None:
    exam = verdicts.exam_at(8)
    documents = {**exam.state.documents, "forms/first.yml": verdicts.form(worse=True)}
    exam = replace(exam, state=replace(exam.state, documents=documents))
    body = by_path(verdicts.verdict(exam))["examens/emi-2026-a/pvb-0001"].body
    assert "Nog dicht." in body
    assert "Klem 4 zat los." not in body


def test_open_judgements_stand_side_by_side_with_their_labels() -> None:
    said = spoken(exam_page(10))
    assert "De beoordelaars verschillen op 2 van 15 criteria." in said
    assert "goed onvoldoende Klem 4 zat los. voldoende verschil" in said


def test_a_crucial_criterion_is_marked() -> None:
    assert "De student doet 0. cruciaal" in spoken(exam_page(10))


def test_an_exam_without_forms_does_not_call_them_sealed() -> None:
    exam = verdicts.exam_at(8)
    steps = tuple(
        replace(step, state=StepState.NOT_NEEDED, missing=()) for step in exam.steps
    )
    exam = replace(exam, steps=steps, current=None)
    body = by_path(verdicts.verdict(exam))["examens/emi-2026-a/pvb-0001"].body
    assert "Nog dicht." not in body
    assert "geen formulieren" in body


def test_a_note_is_no_reason_to_stop() -> None:
    exam = verdicts.exam_at(7)
    note = Finding("exam.untimed", Location("e"), {}, Severity.NOTE)
    body = by_path(verdicts.verdict(replace(exam, findings=(note,))))[
        "examens/emi-2026-a/pvb-0001"
    ].body
    assert "Waarom kan ik niet verder?" not in body
    assert "exam.untimed" in body


def test_a_withdrawn_exam_is_not_provisional() -> None:
    exam = verdicts.exam_at(13)
    state = replace(exam.state, closed=DecisionKind.WITHDRAWAL)
    exam = replace(exam, state=state, outcome=Outcome.WITHDRAWN, provisional=True)
    found = by_path(verdicts.verdict(exam))
    assert "voorlopig" not in found["examens/emi-2026-a/pvb-0001"].body
    assert "Ingetrokken 1" in spoken(found["index"].body)


def test_an_outcome_before_the_committee_is_called_provisional() -> None:
    exam = replace(verdicts.exam_at(10), outcome=Outcome.NOT_PASSED, provisional=True)
    body = by_path(verdicts.verdict(exam))["examens/emi-2026-a/pvb-0001"].body
    assert "Voorlopige uitslag" in body
    assert "Niet behaald voorlopig" in spoken(body)


def test_an_established_outcome_is_not_provisional() -> None:
    assert "voorlopig" not in exam_page(12).lower()


def test_a_late_step_says_how_many_days() -> None:
    exam = verdicts.late(verdicts.exam_at(7), 6)
    found = by_path(verdicts.verdict(exam))
    assert "6 dagen te laat" in found["examens/emi-2026-a/pvb-0001"].body
    assert "6 dagen te laat" in found["index"].body
    assert "6 dagen te laat" in found["groepen/emi-2026-a"].body


def test_what_is_most_overdue_comes_first_on_the_overview() -> None:
    verdict = verdicts.verdict(
        verdicts.exam_at(2, serial=1),
        verdicts.late(verdicts.exam_at(3, serial=2), 1),
        verdicts.late(verdicts.exam_at(4, serial=3), 9),
    )
    body = by_path(verdict)["index"].body
    assert body.index("26-0003-k") < body.index("26-0002-k") < body.index("26-0001-k")


def test_a_decision_shows_its_kind_and_reason() -> None:
    exam = verdicts.decided(verdicts.exam_at(2), DecisionKind.RETURN, "Te smal.")
    body = by_path(verdicts.verdict(exam))["examens/emi-2026-a/pvb-0001"].body
    assert "Terug om aan te passen" in body
    assert "Te smal." in body


def test_a_held_up_exam_names_the_commit_and_the_finding() -> None:
    exam = verdicts.held_up(verdicts.exam_at(5))
    body = by_path(verdicts.verdict(exam))["examens/emi-2026-a/pvb-0001"].body
    assert exam.state.held_up[0][:10] in body
    assert "rows.frozen" in body


def test_an_exam_page_names_its_own_commit_and_not_the_head() -> None:
    verdict = verdicts.verdict(verdicts.exam_at(6))
    body = by_path(verdict)["examens/emi-2026-a/pvb-0001"].body
    assert verdict.exams[0].state.commit in body
    assert verdict.exams[0].state.subject in body
    assert verdict.head not in body
    assert verdict.trust_root not in body


def test_head_and_trust_root_stand_on_verantwoording() -> None:
    verdict = verdicts.verdict(verdicts.exam_at(6))
    body = by_path(verdict)["verantwoording"].body
    assert verdict.head in body
    assert f"proeve verify --trust-root {verdict.trust_root}" in body


def test_names_show_when_the_directory_knows_them() -> None:
    verdict = verdicts.verdict(verdicts.exam_at(3))
    path = "examens/emi-2026-a/pvb-0001"
    student = verdict.exams[0].state.documents["exam.yml"]["student"]
    assert isinstance(student, str)
    named = by_path(verdict, "nl", {student: "Een Verzonnen Naam"})[path].body
    assert "Een Verzonnen Naam" in named
    assert "Een Verzonnen Naam" not in by_path(verdict)[path].body


def test_an_exam_at_step_ten_is_not_at_step_nine_in_its_group() -> None:
    body = by_path(verdicts.verdict(verdicts.exam_at(10)))["groepen/emi-2026-a"].body
    assert '10. Eindbeoordeling en uitslag: Wacht op akkoord"' in body
    assert '9. Samen één oordeel: Klaar"' in body


def test_a_returned_step_has_a_sign_of_its_own() -> None:
    exam = verdicts.exam_at(2)
    assert exam.current is not None
    exam = verdicts.with_step(exam, replace(exam.current, state=StepState.RETURNED))
    body = by_path(verdicts.verdict(exam))["groepen/emi-2026-a"].body
    assert "↩" in body


def test_a_step_that_waits_for_a_decision_says_so() -> None:
    exam = verdicts.exam_at(8)
    assert exam.current is not None
    exam = verdicts.with_step(exam, replace(exam.current, missing=()))
    body = by_path(verdicts.verdict(exam))["examens/emi-2026-a/pvb-0001"].body
    assert "Eerst is een besluit nodig" in body


def test_an_empty_school_has_its_ordinary_pages() -> None:
    found = by_path(verdicts.verdict())
    assert "Niets te doen." in found["index"].body
    assert "Er zijn nog geen groepen." in found["groepen/index"].body


def test_an_exam_of_unknown_process_rules_still_has_a_page() -> None:
    exam = verdicts.exam_at(4)
    exam = replace(exam, state=replace(exam.state, process="mei-12/999"))
    assert "examens/emi-2026-a/pvb-0001" in by_path(verdicts.verdict(exam))


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_verdict_gives_same_pages(language: Language) -> None:
    once = list(pages(verdicts.school(), language))
    assert once == list(pages(verdicts.school(), language))


def test_the_two_languages_have_the_same_pages() -> None:
    verdict = verdicts.school()
    assert by_path(verdict, "nl").keys() == by_path(verdict, "en").keys()


def test_english_pages_speak_english() -> None:
    found = by_path(verdicts.school(), "en")
    said = " ".join(spoken(page.body) for page in found.values())
    for dutch in ("Wacht op", "Klaar", "Uiterlijk", "aan de beurt", "te laat"):
        assert dutch not in said, dutch


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_attacks_has_every_row_and_what_cannot_be_proved(
    language: Language,
) -> None:
    body = by_path(verdicts.school(), language)["spelregels/dreigingen"].body
    assert body.count('<th scope="row">') == len(THREATS)
    for threat in THREATS:
        assert threat.attack.in_language(language) in unescape(body)
    for limit in LIMITS:
        assert limit.in_language(language) in unescape(body)
    assert body.count('"../spelregels/meldingen/') == sum(
        bool(threat.code) for threat in THREATS
    )
