"""Who may take which decision when, each with its lawful twin."""

from dataclasses import replace

import pytest

from proeve.model.exam import ExamState
from proeve.model.registry import Grant, Registry
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Part, Role, RowId
from tests.dossier import small
from tests.status.decisions import SPEAKERS, Taken, codes, judged, taken
from tests.status.exams import (
    OTHER_MEMBER,
    decided,
    exam,
    registry_of,
    row_state,
    until,
    with_row,
)

K, R = DecisionKind, RowId
MEMBER, CONTACT, STUDENT = small.MEMBER, small.CONTACT, small.STUDENT
RETURN = replace(taken(K.RETURN, MEMBER, R.ACQUIRE, to="acquire"), seq=2)
RETURN_WORK = replace(taken(K.RETURN, small.FIRST, R.EVIDENCE, to="evidence"), seq=2)
BACK_TO_TALK = replace(taken(K.RETURN, MEMBER, R.CONSENSUS, to="consensus"), seq=2)
REFUSAL = taken(K.REFUSAL, STUDENT, R.ACQUIRE, row="acquire", approver="student")
WITHDRAWN_REFUSAL = replace(REFUSAL, kind=K.REFUSAL_WITHDRAWN)
WITHOUT = taken(
    K.CONTINUE_WITHOUT, MEMBER, R.EXECUTION, row="execution", approver="student"
)
EXTENSION = taken(
    K.EXTENSION,
    CONTACT,
    R.EVIDENCE,
    row="evidence",
    step="evidence",
    until="2026-10-01",
)
SWAP = taken(
    K.SUBSTITUTION, CONTACT, part="second_assessor", from_=small.SECOND, to=small.THIRD
)
SWAPPED = decided(until(R.CREATE), K.SUBSTITUTION, part="second_assessor")
DISPUTE = taken(
    K.DISPUTE,
    small.FIRST,
    R.CONSENSUS,
    row="consensus",
    way="third_assessor",
    third_assessor=small.THIRD,
)
STOP = taken(K.STOP, small.SUPERVISOR, R.EXECUTION, row="execution")
OVERRULE = taken(K.OVERRULE, MEMBER, R.FINAL, row="final", outcome="not_passed")
NOTICE = taken(K.NOTICE, CONTACT, R.RESULT, row="result")

LAWFUL: dict[str, tuple[ExamState, Taken]] = {
    "the committee returns the assignment": (until(R.ACQUIRE), RETURN),
    "an assessor returns the evidence": (until(R.EVIDENCE_CHECK), RETURN_WORK),
    "the committee returns the consensus": (until(R.CONSENSUS), BACK_TO_TALK),
    "a student refuses": (until(R.CREATE), REFUSAL),
    "a student withdraws the refusal": (
        decided(until(R.CREATE), K.REFUSAL, row="acquire", approver="student"),
        WITHDRAWN_REFUSAL,
    ),
    "the committee goes on without an approval": (until(R.ESTABLISH), WITHOUT),
    "the contact person gives more time": (until(R.EXECUTION), EXTENSION),
    "an assessor is replaced before sealing": (until(R.EVIDENCE_CHECK), SWAP),
    "the committee ratifies": (
        SWAPPED,
        taken(K.RATIFICATION, MEMBER, decision=1),
    ),
    "an assessor disputes": (until(R.UNSEAL), DISPUTE),
    "the exam is withdrawn": (until(R.CREATE), taken(K.WITHDRAWAL, CONTACT)),
    "the supervisor stops the exam": (until(R.ESTABLISH), STOP),
    "the committee annuls": (until(R.CREATE), taken(K.ANNULMENT, MEMBER)),
    "the clocks stop": (until(R.CREATE), taken(K.PAUSE, CONTACT)),
    "the clocks go on": (
        decided(until(R.CREATE), K.PAUSE),
        taken(K.RESUME, CONTACT),
    ),
    "the committee takes late work": (
        until(R.EVIDENCE),
        taken(K.ACCEPT_LATE, MEMBER),
    ),
    "the committee takes untimed work": (
        until(R.EVIDENCE),
        taken(K.ACCEPT_UNTIMED, MEMBER),
    ),
    "the committee takes an early start": (
        until(R.ESTABLISH),
        taken(K.ACCEPT_EARLY_START, MEMBER),
    ),
    "the committee overrules": (until(R.CONSENSUS), OVERRULE),
    "the committee revises": (
        until(R.RESULT),
        taken(K.REVISION, MEMBER, R.RESULT, outcome="not_passed"),
    ),
    "the student is told": (until(R.RESULT), NOTICE),
    "the student is told after the archive": (until(R.ARCHIVE), NOTICE),
    "the committee records an irregularity": (
        until(R.CREATE),
        taken(K.IRREGULARITY, MEMBER),
    ),
    "the committee exempts a unit": (until(R.CREATE), taken(K.EXEMPTION, MEMBER)),
    "a request comes in": (until(R.CREATE), taken(K.REQUEST, CONTACT)),
    "a complaint comes in": (until(R.ARCHIVE), taken(K.COMPLAINT, CONTACT)),
    "the result is reconsidered": (
        until(R.RESULT),
        taken(K.RECONSIDERATION, CONTACT),
    ),
    "an appeal is lodged": (until(R.ARCHIVE), taken(K.APPEAL, CONTACT)),
    "the office records when retention begins": (
        until(R.ARCHIVE),
        taken(K.RETENTION, small.ADMIN),
    ),
}

FAULTS: dict[str, tuple[ExamState, Taken, list[str]]] = {
    "a decision about nothing": (
        exam(),
        taken(K.PAUSE, CONTACT),
        ["decisions.not-yours", "decisions.no-exam"],
    ),
    "a number left out": (
        until(R.ACQUIRE),
        replace(RETURN, number=2),
        ["decisions.number"],
    ),
    "another number inside": (
        until(R.CREATE),
        taken(K.EXEMPTION, MEMBER, number=7),
        ["decisions.number"],
    ),
    "in somebody else's name": (
        until(R.CREATE),
        taken(K.EXEMPTION, MEMBER, by=small.THIRD),
        ["decisions.not-the-decider"],
    ),
    "a student returns": (
        until(R.ACQUIRE),
        replace(RETURN, by=STUDENT),
        ["decisions.not-yours"],
    ),
    "the committee returns the evidence": (
        until(R.EVIDENCE_CHECK),
        replace(RETURN_WORK, by=MEMBER),
        ["decisions.not-yours"],
    ),
    "a return to where there is none": (
        until(R.EXECUTION),
        replace(taken(K.RETURN, MEMBER, R.EXECUTION, to="execution"), seq=2),
        ["decisions.not-yours", "decisions.no-return"],
    ),
    "a return of what is not done": (
        until(R.CREATE),
        replace(RETURN, seq=1),
        ["decisions.nothing-to-return"],
    ),
    "a return beneath a seal": (
        until(R.SEAL_FIRST),
        replace(RETURN_WORK, by=small.SECOND),
        ["decisions.sealed"],
    ),
    "a return after the result": (
        until(R.RESULT),
        BACK_TO_TALK,
        ["decisions.too-late"],
    ),
    "a refusal of somebody else's approval": (
        until(R.CREATE),
        replace(REFUSAL, by=small.SUPERVISOR),
        ["decisions.not-yours"],
    ),
    "a refusal where nothing is asked": (
        until(R.ACQUIRE),
        taken(K.REFUSAL, STUDENT, R.ESTABLISH, row="establish", approver="student"),
        ["decisions.no-such-approval"],
    ),
    "going on without an approval nobody asks": (
        until(R.ESTABLISH),
        replace(WITHOUT, fields={**WITHOUT.fields, "approver": "first_assessor"}),
        ["decisions.no-such-approval"],
    ),
    "going on without the committee": (
        until(R.ACQUIRE),
        taken(
            K.CONTINUE_WITHOUT,
            MEMBER,
            R.ESTABLISH,
            row="establish",
            approver="exam_committee",
        ),
        ["decisions.no-such-approval"],
    ),
    "going on without a judgement": (
        until(R.EVIDENCE_CHECK),
        taken(
            K.CONTINUE_WITHOUT,
            MEMBER,
            R.SEAL_FIRST,
            row="seal.first",
            approver="first_assessor",
        ),
        ["decisions.not-waivable"],
    ),
    "more time before there is a deadline": (
        until(R.CREATE),
        EXTENSION,
        ["decisions.too-early"],
    ),
    "more time given by the student": (
        until(R.EXECUTION),
        replace(EXTENSION, by=STUDENT),
        ["decisions.not-yours"],
    ),
    "a substitute for whoever has left already": (
        until(R.EVIDENCE_CHECK),
        replace(SWAP, fields={**SWAP.fields, "from": small.THIRD}),
        ["decisions.not-the-part"],
    ),
    "a substitute for no part": (
        until(R.EVIDENCE_CHECK),
        replace(SWAP, fields={**SWAP.fields, "part": "teacher"}),
        ["decisions.not-the-part"],
    ),
    "another student": (
        until(R.EVIDENCE_CHECK),
        taken(
            K.SUBSTITUTION,
            CONTACT,
            part="student",
            from_=STUDENT,
            to=small.OTHER_STUDENT,
        ),
        ["decisions.not-the-part"],
    ),
    "a substitute after the seal": (
        until(R.SEAL_SECOND),
        SWAP,
        ["decisions.sealed"],
    ),
    "a dispute by another way than the school's": (
        until(R.UNSEAL),
        replace(DISPUTE, fields={**DISPUTE.fields, "way": "first_decides"}),
        ["decisions.other-way"],
    ),
    "a dispute before the forms are open": (
        until(R.SEAL_SECOND),
        DISPUTE,
        ["decisions.too-early"],
    ),
    "a dispute after the final assessment": (
        until(R.FINAL),
        DISPUTE,
        ["decisions.too-late"],
    ),
    "a withdrawal after the result": (
        until(R.RESULT),
        taken(K.WITHDRAWAL, CONTACT),
        ["decisions.too-late"],
    ),
    "a stop after a seal": (until(R.SEAL_FIRST), STOP, ["decisions.too-late"]),
    "a return in an exam that was withdrawn": (
        decided(until(R.ACQUIRE), K.WITHDRAWAL),
        RETURN,
        ["decisions.closed"],
    ),
    "clocks that go on without having stopped": (
        until(R.CREATE),
        taken(K.RESUME, CONTACT),
        ["decisions.not-paused"],
    ),
    "a pause after the archive": (
        until(R.ARCHIVE),
        taken(K.PAUSE, CONTACT),
        ["rows.archived"],
    ),
    "a notice before the result": (
        until(R.FINAL),
        NOTICE,
        ["decisions.too-early"],
    ),
    "a decision signed for an older round": (
        until(R.ACQUIRE),
        replace(RETURN, seq=1),
        ["rows.stale"],
    ),
    "a decision in another step than its row's": (
        until(R.ACQUIRE),
        replace(RETURN, row=R.CREATE),
        ["rows.other-step"],
    ),
}


@pytest.mark.parametrize("name", LAWFUL)
def test_a_lawful_decision_is_let_through(name: str) -> None:
    assert codes(*LAWFUL[name]) == []


def test_every_kind_of_decision_is_tried() -> None:
    assert {each.kind for _, each in LAWFUL.values()} == set(DecisionKind)


@pytest.mark.parametrize("name", FAULTS)
def test_a_decision_that_cannot_be_is_refused(name: str) -> None:
    found, decision, expected = FAULTS[name]
    assert codes(found, decision) == expected


@pytest.mark.parametrize("kind", [K.ANNULMENT, K.IRREGULARITY, K.EXEMPTION])
@pytest.mark.parametrize("who", sorted(set(SPEAKERS) - {MEMBER, small.THIRD}))
def test_what_the_committee_decides_nobody_else_does(
    kind: DecisionKind, who: str
) -> None:
    assert codes(until(R.CREATE), taken(kind, who)) == ["decisions.not-yours"]


def test_a_decision_is_signed_as_it_stands() -> None:
    other = replace(RETURN, signed="another text")
    assert codes(until(R.ACQUIRE), other) == ["decisions.other-text"]


def test_a_refused_decision_changes_nothing() -> None:
    before = until(R.ACQUIRE)
    after, findings = judged(before, replace(RETURN, by=STUDENT))
    assert findings
    assert (after.rows, after.decisions) == (before.rows, ())


def test_a_decision_is_one_file() -> None:
    nested = replace(RETURN, path="decisions/one/1-return.yml")
    assert codes(until(R.ACQUIRE), nested) == ["decisions.one-file"]


# The committee


def _of(*members: str, **policy: int) -> Registry:
    return registry_of(*members, quorum=policy)


def test_a_member_of_another_committee_decides_nothing() -> None:
    known = _of(OTHER_MEMBER)
    found = codes(until(R.ACQUIRE), RETURN, known)
    assert found == ["committee.no-seat", "committee.quorum"]


def test_a_committee_that_nobody_knows_decides_nothing() -> None:
    found = until(R.ACQUIRE, exam=small.exam(committee="ec-zorg"))
    assert "committee.unknown" in codes(found, RETURN)


def test_a_member_with_a_part_in_the_exam_stands_aside() -> None:
    known = _of(CONTACT, MEMBER)
    seat = Grant(id="g-1", person=CONTACT, role=Role.EXAM_COMMITTEE, scope="*")
    both = replace(known, grants={**known.grants, CONTACT: (seat,)})
    own = replace(RETURN, by=CONTACT, spoken=Role.EXAM_COMMITTEE)
    found = codes(until(R.ACQUIRE), own, both)
    assert found == ["committee.recused", "committee.quorum"]


@pytest.mark.parametrize(
    ("mandated", "expected"),
    [(False, ["committee.no-vote", "committee.quorum"]), (True, [])],
)
def test_a_secretary_decides_only_with_a_mandate(
    *, mandated: bool, expected: list[str]
) -> None:
    known = _of(MEMBER)
    committee = known.committees[small.COMMITTEE]
    seat = replace(committee.members[0], capacity="secretary", mandated=mandated)
    ruled = {small.COMMITTEE: replace(committee, members=(seat,))}
    assert codes(until(R.ACQUIRE), RETURN, replace(known, committees=ruled)) == expected


@pytest.mark.parametrize(("quorum", "expected"), [(1, []), (2, ["committee.quorum"])])
def test_a_decision_has_its_quorum_in_the_commit_itself(
    quorum: int, expected: list[str]
) -> None:
    known = _of(MEMBER, OTHER_MEMBER, decision=quorum)
    assert codes(until(R.ACQUIRE), RETURN, known) == expected


def test_a_quorum_holds_for_the_committee_only() -> None:
    known = _of(MEMBER, OTHER_MEMBER, decision=2)
    assert codes(until(R.EVIDENCE_CHECK), RETURN_WORK, known) == []


def test_a_refused_part_is_not_counted_in_without_a_word() -> None:
    refused = decided(until(R.CREATE), K.REFUSAL, row="acquire", approver="student")
    state = refused.row(R.ACQUIRE)
    assert dict(state.refused) == {Part.STUDENT: "Zo besloten."}
    given = with_row(refused, R.ACQUIRE, row_state(R.ACQUIRE))
    assert dict(given.row(R.ACQUIRE).refused) == {}
