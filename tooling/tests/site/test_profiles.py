"""What each audience may see, said rule by rule."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest

from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import Decision, Event, ExamState
from proeve.model.registry import Registry
from proeve.model.verdict import ExamVerdict, LedgerVerdict, StepState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome, StepId
from proeve.site.build import Readers, build
from proeve.site.edition import edition_of
from proeve.site.extras import extra_files
from proeve.site.pages import Page, ordinary_pages
from proeve.site.profiles.audience import INTERNAL, Own, Profile, profile_of
from proeve.site.profiles.filtering import shown_to
from proeve.site.profiles.pages import (
    Audience,
)
from proeve.site.profiles.table import AUDIENCES, Datum, Extent, extent, rows
from proeve.site.ratings import wordings_of
from proeve.site.shipped import shipped_templates
from proeve.words import labels_profiles
from tests.site import verdicts
from tests.site.folders import bytes_of
from tests.site.test_incremental import full, known
from tests.site.test_report_views import decided

pytestmark = pytest.mark.slow

LIMITED = (Audience.GROUP, Audience.COMPANY, Audience.STUDENT)


def profile(audience: Audience, verdict: LedgerVerdict | None = None) -> Profile:
    """Return the profile of an audience to whom every exam by hand belongs."""
    exam = (verdict or verdicts.school()).exams[0].state
    record = exam.document("exam") or {}
    listed = record["companies"]
    assert isinstance(listed, list)
    assert isinstance(listed[0], dict)
    of = {
        Audience.GROUP: exam.group,
        Audience.COMPANY: str(listed[0]["company"]),
        Audience.STUDENT: str(record["student"]),
    }
    return Profile(audience=audience, of=of.get(audience, ""))


def seen(exam: ExamVerdict, audience: Audience) -> ExamVerdict:
    """Return an exam as an audience gets it."""
    (shown,) = shown_to(verdicts.verdict(exam), profile(audience)).verdict.exams
    return shown


def agreed(number: int = 10) -> ExamVerdict:
    """Return an exam that is judged, with a result that is not established."""
    exam = verdicts.exam_at(number)
    return replace(exam, outcome=Outcome.NOT_PASSED, provisional=True)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_handbook_prints_the_table_that_the_filter_obeys(language: str) -> None:
    edition = edition_of(verdicts.school(), "nl" if language == "nl" else "en")
    (page,) = [
        one for one in ordinary_pages(edition) if one.path == "hulp/wie-ziet-wat"
    ]
    for datum, extents in rows():
        line = page.body.partition(f'data-datum="{datum}"')[2].partition("</tr>")[0]
        printed = [part.partition('"')[0] for part in line.split('data-extent="')[1:]]
        assert printed == [extent(datum, one) for one in AUDIENCES] == list(extents)
        for one in extents:
            assert labels_profiles.said(labels_profiles.EXTENTS, one, edition.language)
    assert set(AUDIENCES) == set(Audience)
    assert set(labels_profiles.DATA) == set(Datum)
    assert set(labels_profiles.EXTENTS) == set(Extent)


@pytest.mark.parametrize("audience", LIMITED)
@pytest.mark.parametrize("number", [9, 10])
def test_nothing_of_a_judgement_is_left_before_the_result(
    audience: Audience, number: int
) -> None:
    shown = seen(agreed(number), audience)
    assert shown.outcome is None
    assert shown.provisional
    assert set(shown.state.documents) == {"exam.yml", "assignment.yml"}


@pytest.mark.parametrize("audience", LIMITED)
def test_after_the_result_the_judgement_is_there(audience: Audience) -> None:
    exam = verdicts.exam_at(11)
    shown = seen(exam, audience)
    assert (shown.outcome, shown.provisional) == (Outcome.PASSED, False)
    assert shown.state.documents == exam.state.documents


@pytest.mark.parametrize("audience", LIMITED)
def test_a_result_that_was_sent_back_hides_the_judgement_again(
    audience: Audience,
) -> None:
    exam = verdicts.exam_at(11)
    steps = tuple(
        replace(step, state=StepState.RETURNED) if step.step is StepId.RESULT else step
        for step in exam.steps
    )
    shown = seen(replace(exam, steps=steps, provisional=True), audience)
    assert shown.outcome is None
    assert "consensus.yml" not in shown.state.documents


@pytest.mark.parametrize("audience", LIMITED)
def test_whether_a_follow_up_is_needed_does_not_tell_the_result(
    audience: Audience,
) -> None:
    exam = agreed()
    steps = tuple(
        replace(step, state=StepState.NOT_NEEDED)
        if step.step is StepId.FOLLOW_UP
        else step
        for step in exam.steps
    )
    shown = seen(replace(exam, steps=steps), audience)
    follow_up = next(one for one in shown.steps if one.step is StepId.FOLLOW_UP)
    assert follow_up.state is StepState.LOCKED


def deciding(exam: ExamVerdict, kind: DecisionKind, **record: Data) -> ExamVerdict:
    decision = Decision(
        number=1, kind=kind, record=record, by="p-1", commit="c" * 40, at=verdicts.NOW
    )
    return replace(exam, state=replace(exam.state, decisions=(decision,)))


WORDS = "Te weinig voor werkproces 3."
HIDDEN_DECISIONS = {
    (Audience.STUDENT, DecisionKind.DISPUTE): None,
    (Audience.STUDENT, DecisionKind.OVERRULE): None,
    (Audience.STUDENT, DecisionKind.RETURN): "",
    (Audience.STUDENT, DecisionKind.COMPLAINT): WORDS,
    (Audience.COMPANY, DecisionKind.COMPLAINT): None,
    (Audience.COMPANY, DecisionKind.IRREGULARITY): None,
    (Audience.COMPANY, DecisionKind.RETURN): "",
    (Audience.GROUP, DecisionKind.APPEAL): None,
    (Audience.GROUP, DecisionKind.PAUSE): "",
    (Audience.COMMITTEE, DecisionKind.APPEAL): WORDS,
    (Audience.INSPECTOR, DecisionKind.DISPUTE): WORDS,
}


@pytest.mark.parametrize("case", HIDDEN_DECISIONS, ids=" ".join)
def test_a_decision_is_told_as_far_as_its_reader_may_know(
    case: tuple[Audience, DecisionKind],
) -> None:
    audience, kind = case
    row = "acquire" if kind is DecisionKind.COMPLAINT else "result"
    shown = seen(deciding(agreed(), kind, row=row, reason=WORDS), audience)
    said = [str(one.record.get("reason", "")) for one in shown.state.decisions]
    told = HIDDEN_DECISIONS[case]
    assert said == ([] if told is None else [told])


def ruled(when: str) -> Callable[[ExamVerdict], LedgerVerdict]:
    def school(exam: ExamVerdict) -> LedgerVerdict:
        verdict = verdicts.verdict(exam)
        instruments = {
            pinned: replace(one, record={**one.record, "visible_to_student": when})
            for pinned, one in verdict.registry.instruments.items()
        }
        return replace(
            verdict, registry=replace(verdict.registry, instruments=instruments)
        )

    return school


@pytest.mark.parametrize(
    ("when", "number", "told"),
    [
        ("from_start", 1, True),
        ("after_establishment", 3, False),
        ("after_establishment", 4, True),
        ("never", 13, False),
        ("", 3, False),
    ],
)
def test_a_student_sees_criteria_when_the_instrument_says_so(
    when: str, number: int, *, told: bool
) -> None:
    verdict = ruled(when)(verdicts.exam_at(number))
    shown = shown_to(verdict, profile(Audience.STUDENT)).verdict
    wordings = wordings_of(shown.registry, "nl")
    assert any(wordings.values()) == told
    assert any(wordings_of(shown_to(verdict).verdict.registry, "nl").values())


@pytest.mark.parametrize("audience", Audience)
def test_figures_about_assessors_are_the_committee_s(audience: Audience) -> None:
    verdict = decided(verdicts.school())
    edition = edition_of(verdict, "nl", profile=profile(audience))
    told = audience is Audience.COMMITTEE
    assert (edition.sight.school.minimum is not None) == told
    paths = [one.path for one in extra_files(edition)]
    assert bool([one for one in paths if "overeenstemming" in one]) == told


PASSED_ON: Mapping[type, str] = {
    ExamVerdict: """state steps current outcome provisional untimed early_start
        handed_in late_days times steady""",
    ExamState: """scope process files documents rows parts decisions events closed
        stopped paused held_up commit subject times""",
    Event: "commit at actor role step action files approvals decision changed",
}
LEFT_OUT: Mapping[type, str] = {
    ExamVerdict: "findings suspects",
    ExamState: "dispute accepted doubts",
    Event: "",
}


@pytest.mark.parametrize("kind", PASSED_ON, ids=lambda kind: kind.__name__)
def test_of_each_field_of_an_exam_it_is_known_who_gets_it(kind: type) -> None:
    """Fail for a new field: nobody gets it until it is written down in the filter."""
    named = {*PASSED_ON[kind].split(), *LEFT_OUT[kind].split()}
    assert named == {one.name for one in fields(kind)}


def test_what_is_left_out_of_an_exam_is_empty() -> None:
    exam = verdicts.held_up(verdicts.exam_at(5))
    state = replace(exam.state, dispute="third_assessor")
    shown = seen(replace(exam, state=state), Audience.STUDENT)
    assert (shown.findings, shown.suspects, shown.state.dispute) == ((), (), None)
    assert shown.state.held_up == exam.state.held_up


def test_the_registry_of_own_exams_knows_nobody_else() -> None:
    shown = shown_to(verdicts.school(), profile(Audience.STUDENT)).verdict
    kept = {one.name for one in fields(Registry) if getattr(shown.registry, one.name)}
    assert not kept & {"grants", "owners", "lost", "dispensations", "root_keys"}
    assert not shown.judgements
    assert not shown.findings


@pytest.mark.parametrize(
    ("audience", "given"),
    [
        ("company", {}),
        ("company", {Own.GROUP: "g"}),
        ("company", {Own.COMPANY: "c", Own.STUDENT: "p"}),
        ("internal", {Own.COMPANY: "c"}),
        ("public", {Own.GROUP: "g"}),
    ],
)
def test_whose_site_it_is_must_be_said_and_nothing_else(
    audience: str, given: dict[Own, str | None]
) -> None:
    with pytest.raises(UsageError):
        profile_of(audience, given)


@pytest.mark.parametrize("audience", LIMITED)
def test_nobody_gets_a_site_by_a_name_that_the_school_does_not_know(
    audience: Audience,
) -> None:
    with pytest.raises(UsageError):
        shown_to(verdicts.school(), Profile(audience=audience, of="c-unknown"))


def test_names_follow_the_readers() -> None:
    exam = verdicts.exam_at(3)
    student = str((exam.state.document("exam") or {})["student"])
    names = {student: "Robin de Wit", "p-99999999": "Kim Smit"}
    verdict = verdicts.verdict(exam)
    assert shown_to(verdict, INTERNAL, names).names == names
    for audience in LIMITED:
        shown = shown_to(verdict, profile(audience), names)
        assert shown.names == {student: "Robin de Wit"}
    for audience in (Audience.PUBLIC, Audience.INSPECTOR):
        assert not shown_to(verdict, Profile(audience=audience), names).names


def test_a_record_inside_the_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        build(
            verdicts.school(),
            tmp_path / "site",
            site_templates=shipped_templates(),
            readers=Readers(profile=Profile(audience=Audience.PUBLIC)),
            record=tmp_path / "site" / ".cache" / "record.db",
        )


def test_from_one_profile_to_another_the_folder_is_a_full_build(tmp_path: Path) -> None:
    verdict = known(verdicts.school())
    for number, audience in enumerate(
        (Audience.INTERNAL, Audience.STUDENT, Audience.GROUP, Audience.COMMITTEE)
    ):
        readers = profile(audience)
        build(
            verdict,
            tmp_path / "site",
            site_templates=shipped_templates(),
            readers=Readers(profile=readers),
            record=tmp_path / "record.db",
        )
        whole = full(verdict, tmp_path / f"full-{number}", profile=readers)
        assert bytes_of(tmp_path / "site") == whole, audience


def test_the_record_of_a_public_build_knows_no_exam(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    build(
        verdicts.school(),
        tmp_path / "site",
        site_templates=shipped_templates(),
        readers=Readers(profile=Profile(audience=Audience.PUBLIC)),
        record=record,
    )
    held = record.read_bytes()
    for exam in verdicts.school().exams:
        assert f"{exam.state.group}/{exam.state.id}".encode() not in held
        assert exam.state.commit.encode() not in held
    assert b"emi-2026" not in held


def test_the_front_page_for_everybody_has_counts_of_five_or_more() -> None:
    later = replace(verdicts.many(300), now=verdicts.NOW + 200 * verdicts.DAY)
    shown = shown_to(later, Profile(audience=Audience.PUBLIC))
    assert shown.figures is not None
    (status, *_) = shown.figures.tables
    counts = status.rows[0].counts
    assert sum(counts) == sum(bool(exam.events) for exam in later.exams)
    assert min(counts) >= 5
    (page,) = [one for one in ordinary_pages(edition_of(shown, "nl")) if _front(one)]
    told = re.findall(r'<td class="pv-num">(\d+)</td>', page.body)
    every = [
        (*row.counts, *([row.total] if len(row.counts) > 1 else []))
        for table in shown.figures.tables
        for row in table.rows
    ]
    assert told == [str(count) for row in every for count in row]


def _front(page: Page) -> bool:
    return page.path == "index"


def test_numbers_stay_the_same_until_the_next_counting_day() -> None:
    verdict = verdicts.many(300)
    months = [
        shown_to(
            replace(verdict, now=verdicts.NOW + days * verdicts.DAY),
            Profile(audience=Audience.PUBLIC),
        ).figures
        for days in (120, 200, 290)
    ]
    assert months[0] == months[1] == months[2]
