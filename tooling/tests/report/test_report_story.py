"""An exam's story in sentences: every action and every decision, in two languages."""

from dataclasses import replace
from string import Formatter

import pytest

from proeve.model.exam import Approval, Decision, Event, ExamState
from proeve.model.records import Record
from proeve.model.time import Time, TimeBasis
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import (
    Action,
    Level,
    Outcome,
    Part,
    Role,
    RowId,
    StepId,
)
from proeve.report.story import story_lines
from proeve.sight.clocks import Term
from proeve.sight.expiring import Expiring
from proeve.sight.meeting import Concern
from proeve.sight.story import story_of
from proeve.words.labels import label, road_words
from proeve.words.labels_codes import CODES, code_words
from proeve.words.labels_states import ROADS
from proeve.words.say import Language
from proeve.words.telling import ACTIONS, DECISIONS
from tests.dossier import small
from tests.status.exams import START, approval, row_state, until, verdict

LANGUAGES: tuple[Language, ...] = ("nl", "en")
COMMIT = "c0ffee" * 6 + "c0de"
WHOLE: Record = {
    "schema": "proeve/decision/v1",
    "number": 1,
    "by": small.MEMBER,
    "decided_on": "2026-09-09",
    "reason": "Zo besloten",
    "row": "evidence",
    "to": "acquire",
    "approver": "student",
    "step": "evidence",
    "until": "2026-10-01",
    "part": "second_assessor",
    "from": "2026-09-08",
    "decision": 1,
    "way": "third_assessor",
    "on": "2026-09-12",
    "outcome": "passed",
    "told_on": "2026-09-20",
    "road": "letter",
    "code": "absence",
    "measure": "warning",
    "unit": "B1-K1-W1",
    "basis": "diploma",
    "received_on": "2026-09-19",
    "about": "conduct",
    "status": "decided",
    "event": "hold",
}


def _event(action: Action, **changed: object) -> Event:
    event = Event(
        commit=COMMIT,
        at=START,
        actor=small.MEMBER,
        role=Role.EXAM_COMMITTEE,
        step=StepId.RESULT,
        action=action,
        files=(),
    )
    return replace(event, **changed)  # type: ignore[arg-type]


def _texts(found: ExamState, language: Language) -> list[str]:
    return [line.text for line in story_lines(story_of(verdict(found)), language)]


def _deciding(kind: DecisionKind, record: Record) -> ExamState:
    decision = Decision(
        number=1, kind=kind, record=record, by=small.MEMBER, commit=COMMIT, at=START
    )
    event = _event(Action.DECIDE, decision=kind, files=(f"decisions/1-{kind}.yml",))
    found = until(RowId.ESTABLISH)
    return replace(found, decisions=(decision,), events=(event,))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", DecisionKind)
def test_every_decision_is_a_sentence(kind: DecisionKind, language: Language) -> None:
    (text,) = _texts(_deciding(kind, WHOLE), language)
    assert text.startswith(f"{small.MEMBER} ({label(Role.EXAM_COMMITTEE, language)}) ")
    assert text.endswith(".")
    assert "{" not in text
    assert "niet gezegd" not in text
    assert "not said" not in text


@pytest.mark.parametrize("kind", DecisionKind)
def test_a_gap_in_a_decision_is_said_and_never_guessed(kind: DecisionKind) -> None:
    (text,) = _texts(_deciding(kind, {"number": 1}), "nl")
    assert "niet gezegd" in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", Action)
def test_every_action_is_a_sentence(action: Action, language: Language) -> None:
    given = approval(RowId.RESULT, Role.EXAM_COMMITTEE)
    event = _event(action, files=("result.yml",), approvals=(given,))
    (text,) = _texts(replace(until(RowId.ACQUIRE), events=(event,)), language)
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.parametrize("table", [ACTIONS, DECISIONS])
def test_both_languages_say_the_same(table: dict[str, object]) -> None:
    for pair in table.values():
        texts = (getattr(pair, "nl", ""), getattr(pair, "en", ""))
        named = [
            {name for _, name, _, _ in Formatter().parse(t) if name} for t in texts
        ]
        assert named[0] == named[1]


def test_every_action_and_decision_is_in_the_tables() -> None:
    assert set(ACTIONS) == set(Action)
    assert set(DECISIONS) == set(DecisionKind)


def test_words_of_the_process_are_shown_by_their_labels() -> None:
    (text,) = _texts(_deciding(DecisionKind.EXTENSION, WHOLE), "nl")
    assert "‘Bewijs inleveren’ tot 2026-10-01" in text
    (text,) = _texts(_deciding(DecisionKind.REVISION, WHOLE), "nl")
    assert f": {label(Outcome.PASSED, 'nl')}." in text


def test_what_came_of_a_case_is_told() -> None:
    record = {**WHOLE, "outcome": "rejected"}
    (text,) = _texts(_deciding(DecisionKind.COMPLAINT, record), "nl")
    assert text.endswith("Stand: besloten. Uitkomst: afgewezen.")


def test_what_an_exam_says_cannot_command_a_terminal() -> None:
    record = {**WHOLE, "reason": "\x1b[2Jweg\n::error::"}
    (text,) = _texts(_deciding(DecisionKind.STOP, record), "nl")
    assert "\x1b" not in text
    assert "\n" not in text


# Proofs


def _approved(**changed: object) -> tuple[ExamState, Approval]:
    given = replace(
        approval(RowId.EVIDENCE, Part.STUDENT, at=START),
        proof="act1",
        commit=COMMIT,
        via="act",
        level=Level.C,
        **changed,  # type: ignore[arg-type]
    )
    state = replace(row_state(RowId.EVIDENCE), approvals=(given,))
    event = _event(Action.LAND, approvals=(given,))
    found = until(RowId.EXECUTION)
    rows = {**found.rows, RowId.EVIDENCE: state}
    return replace(found, rows=rows, events=(event,)), given


def test_a_proof_says_who_which_text_how_sure_and_where() -> None:
    found, _ = _approved()
    (line,) = story_lines(story_of(verdict(found)), "nl")
    assert line.basis == "alleen een commit"
    assert line.proofs == (
        f"Student {small.STUDENT}: ‘Bewijs inleveren’, akkoord met persoonlijke link "
        "met code, act act1",
    )


def test_an_approval_that_fell_no_longer_stands() -> None:
    found, _ = _approved()
    fallen = replace(found, rows={})
    (line,) = story_lines(story_of(verdict(fallen)), "en")
    assert line.proofs[0].endswith("no longer stands")


def test_a_trusted_time_is_told_with_whose_word_it_is() -> None:
    found, given = _approved()
    times = {
        given.proof: Time(
            at=START + 60, basis=TimeBasis.RECEIPT, by="p-000000c9", road="mail"
        )
    }
    (line,) = story_lines(story_of(replace(verdict(found), times=times)), "nl")
    said = "2026-09-01 00:01 (ontvangstbewijs p-000000c9 per e-mail)"
    assert line.proofs[0].endswith(said)


def test_what_nobody_approved_is_proved_by_its_commit() -> None:
    found = _deciding(DecisionKind.PAUSE, WHOLE)
    (line,) = story_lines(story_of(verdict(found)), "nl")
    assert line.proofs == (f"commit {COMMIT[:10]}",)


# Labels of what is shown beside it


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_concern_and_expiry_has_a_label(language: Language) -> None:
    for vocabulary in (Term, Concern, Expiring, TimeBasis):
        words = [label(each, language) for each in vocabulary]
        assert len(set(words)) == len(words)


def test_codes_and_roads_have_words_in_both_languages() -> None:
    assert all(pair.nl and pair.en for pair in CODES.values())
    assert all(road_words(road, "nl") for road in ROADS)
    assert code_words("unheard-of", "nl") == "unheard-of"
    assert road_words("", "nl") == ""
