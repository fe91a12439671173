"""Who may not judge what they had a hand in, and what a seal binds."""

from dataclasses import replace

import pytest

from proeve.model.commitment import commitment
from proeve.model.exam import Event, ExamState
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Action, Part, Role, RowId
from proeve.rules.separation import hands
from tests.dossier import small
from tests.dossier.commits import fact
from tests.status.decisions import spoken
from tests.status.exams import approval, decided, documents, exam, until

K, R = DecisionKind, RowId
FORMS = ("forms/first.yml", "forms/second.yml")


def _also(found: ExamState, row: RowId, person: str) -> ExamState:
    """Return the exam in whose history this person approved that row."""
    given = approval(row, Role.EXAM_COMMITTEE, person=person)
    event = Event(
        commit="c0ffee",
        at=0,
        actor=person,
        role=Role.EXAM_COMMITTEE,
        step=MEI_12.rows[row].step,
        action=Action.APPROVE,
        files=(),
        approvals=(given,),
    )
    return replace(found, events=(*found.events, event))


@pytest.mark.parametrize(
    ("row", "earlier", "code"),
    [
        (R.ESTABLISH, R.ACQUIRE, "separation.agreed-it"),
        (R.ESTABLISH, R.SEAL_FIRST, "separation.assessed-it"),
        (R.RESULT, R.SEAL_SECOND, "separation.assessed-it"),
        (R.ACQUIRE, R.ESTABLISH, "separation.established-it"),
        (R.SEAL_FIRST, R.ESTABLISH, "separation.established-it"),
        (R.SEAL_SECOND, R.RESULT, "separation.established-it"),
        (R.SEAL_THIRD, R.ESTABLISH, "separation.established-it"),
        (R.RESULT, R.ACQUIRE, None),
        (R.RESULT, R.ESTABLISH, None),
        (R.SEAL_FIRST, R.ACQUIRE, None),
        (R.CONSENSUS, R.SEAL_FIRST, None),
    ],
)
def test_a_hand_in_one_row_keeps_from_another(
    row: RowId, earlier: RowId, code: str | None
) -> None:
    assert hands(row, small.MEMBER, _also(exam(), earlier, small.MEMBER)) == code


@pytest.mark.parametrize("row", [R.ESTABLISH, R.RESULT])
def test_an_assessor_of_the_exam_establishes_nothing_in_it(row: RowId) -> None:
    assert hands(row, small.SECOND, until(R.CREATE)) == "separation.assessed-it"
    assert hands(row, small.MEMBER, until(R.CREATE)) is None


def test_an_approval_that_has_fallen_still_is_a_hand_in_it() -> None:
    found = decided(until(R.ACQUIRE), K.RETURN, to="acquire")
    assert found.row(R.ACQUIRE).approvals == ()
    assert hands(R.ESTABLISH, small.CONTACT, found) == "separation.agreed-it"


# Seals

CHECKED = until(R.EVIDENCE_CHECK)
SEALED = until(R.SEAL_SECOND)


def _seal(part: str, who: str) -> dict[str, small.Doc]:
    return {f"forms/{part}.seal.yml": {"part": part, "assessor": who}}


def test_each_assessor_seals_their_own_judgement() -> None:
    sealed = _seal("second", small.SECOND)
    assert spoken(CHECKED, small.SECOND, Action.SEAL, R.SEAL_SECOND, sealed) == []


def test_a_seal_is_in_the_name_of_whoever_seals() -> None:
    sealed = _seal("second", small.THIRD)
    assert spoken(CHECKED, small.SECOND, Action.SEAL, R.SEAL_SECOND, sealed) == [
        "seals.not-yours"
    ]


def _opened() -> dict[str, small.Doc]:
    return {path: dict(documents()[path]) for path in FORMS}


def test_forms_open_only_as_they_were_sealed() -> None:
    found = spoken(SEALED, small.SECOND, Action.UNSEAL, R.UNSEAL, _opened())
    assert found == ["seals.other-form", "seals.other-form"]


def test_forms_that_fit_their_seals_are_opened() -> None:
    fitting = dict(SEALED.documents)
    for stem, who in (("first", small.FIRST), ("second", small.SECOND)):
        form = fact(f"exams/{small.SCOPE}/forms/{stem}.yml").sha256
        bound = commitment("r-1", small.SCOPE, stem, who, form)
        seal = f"forms/{stem}.seal.yml"
        fitting[seal] = {**SEALED.documents[seal], "commitment": bound}
    found = replace(SEALED, documents=fitting)
    assert spoken(found, small.SECOND, Action.UNSEAL, R.UNSEAL, _opened()) == []


def test_a_form_that_was_never_sealed_is_not_opened() -> None:
    found = spoken(CHECKED, small.SECOND, Action.UNSEAL, R.UNSEAL, _opened())
    assert found.count("seals.not-sealed") == 2


# A refusal


def test_whoever_refused_is_not_counted_in_without_a_word() -> None:
    refused = decided(
        until(R.CREATE), K.REFUSAL, by=small.STUDENT, row="acquire", approver="student"
    )
    found = spoken(refused, small.STUDENT, Action.APPROVE, R.ACQUIRE)
    assert found == ["rows.refused"]
    withdrawn = decided(
        refused, K.REFUSAL_WITHDRAWN, row="acquire", approver=Part.STUDENT
    )
    assert spoken(withdrawn, small.STUDENT, Action.APPROVE, R.ACQUIRE) == []
