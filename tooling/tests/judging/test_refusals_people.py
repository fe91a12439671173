"""Who may not: no grant, no part, no seat, a part too many, or a key that is gone."""

import pytest

from proeve.model.ledger import Standing
from tests.judging import papers, people, school
from tests.judging.attacks import (
    COMMITTEE,
    KEY,
    LOCKED,
    PARTS,
    REPLAYED,
    ROLE,
    SEPARATION,
    TWICE,
    accepted,
    all_accepted,
    refused,
)
from tests.judging.cast import Cast
from tests.judging.objects import key_of
from tests.judging.people import Doc
from tests.judging.reference import after, play, with_cast
from tests.judging.sim import ExamSim

ESTABLISHMENT = {"establishment.yml": papers.establishment()}
SEAT = f"committees/{people.COMMITTEE}.yml"


def _first_refusal(sim: ExamSim) -> tuple[str, ...]:
    """Return the codes of the first commit that the judge did not hold for lawful."""
    for judgement in sim.books.judgements:
        if judgement.standing is not Standing.VALID:
            return tuple(finding.code for finding in judgement.findings)
    return ()


def _revoke(sim: ExamSim, kind: str, **fields: str) -> None:
    number = sum("/revocations/" in path for path in sim.books.ledger.files) + 1
    record: Doc = {
        "schema": "proeve/revocation/v1",
        "number": number,
        "kind": kind,
        "reason": "Laptop weg.",
        **fields,
    }
    accepted(sim.admin.changes("registry", {f"revocations/{number}.yml": record}))


def test_a_role_that_was_not_granted_is_refused() -> None:
    refused(
        after(15).contact.as_("exam_committee").approves("establish", ESTABLISHMENT),
        ROLE,
    )


def test_a_contact_of_another_group_is_refused() -> None:
    other = after(8).who(people.OTHER_CONTACT, "school_contact")
    refused(other.approves("acquire"), ROLE, PARTS)


def test_a_grant_without_the_part_is_refused() -> None:
    sim = after(21)
    third = sim.who(people.THIRD, "school_assessor")
    check = {"evidence-check.yml": papers.evidence_check()}
    refused(third.approves("evidence_check", check), PARTS)


def test_a_part_without_the_grant_is_refused() -> None:
    sim = after(21)
    number = next(
        path.rsplit("/", 1)[-1].removesuffix(".yml")
        for path, file in sim.books.ledger.files.items()
        if "/grants/" in path and people.ASSESSOR.encode() in file.data
    )
    _revoke(sim, "retired", grant=number)
    check = {"evidence-check.yml": papers.evidence_check()}
    refused(sim.second.approves("evidence_check", check), ROLE)


def test_the_teacher_decides_nothing() -> None:
    refused(after(8).who(people.TEACHER, "teacher").approves("acquire"), PARTS)


def test_a_student_of_no_group_is_refused() -> None:
    sim = after(4)
    scope = f"groups/{people.GROUP}"
    only = school.group(students=(people.OTHER_STUDENT,))
    accepted(sim.contact.changes(scope, {"group.yml": only}))
    refused(play(sim, 6).last, "exam.not-in-group")


def test_a_student_who_left_the_group_no_longer_acts() -> None:
    sim = after(9)
    only = school.group(students=(people.OTHER_STUDENT,))
    accepted(sim.contact.changes(f"groups/{people.GROUP}", {"group.yml": only}))
    refused(sim.receiver.lands(sim.student.act("approve", "acquire")), ROLE)


def test_another_student_is_refused() -> None:
    sim = after(9)
    other = sim.who(people.OTHER_STUDENT, "student")
    refused(sim.receiver.lands(other.act("approve", "acquire")), PARTS)


def test_a_student_does_not_speak_as_supervisor() -> None:
    sim = after(9)
    act = sim.student.as_("workplace_supervisor").act("approve", "acquire")
    refused(sim.receiver.lands(act), ROLE)


@pytest.mark.parametrize("kind", ["retired", "lost", "compromised"])
def test_a_revoked_key_is_refused(kind: str) -> None:
    sim = after(8)
    _revoke(sim, kind, key=key_of(people.CONTACT).text)
    refused(sim.contact.approves("acquire"), KEY)


@pytest.mark.parametrize("kind", ["retired", "lost", "compromised"])
def test_an_act_by_a_revoked_key_is_refused_even_if_signed_before(kind: str) -> None:
    sim = after(8)
    act = sim.student.act("approve", "acquire")
    _revoke(sim, kind, key=key_of(people.STUDENT).text)
    refused(sim.contact.lands(act), KEY)


def test_a_retired_key_keeps_what_it_approved() -> None:
    sim = after(10)
    _revoke(sim, "retired", key=key_of(people.STUDENT).text)
    assert people.STUDENT in sim.standing("acquire")
    accepted(sim.contact.lands(sim.supervisor.act("approve", "acquire")))
    accepted(sim.committee.approves("establish", ESTABLISHMENT))


def test_one_revoked_key_does_not_stop_anyone_else() -> None:
    sim = after(8)
    _revoke(sim, "lost", key=key_of(people.STUDENT).text)
    accepted(sim.contact.approves("acquire"))


def test_who_has_no_seat_in_the_committee_does_not_establish() -> None:
    by_member = {"establishment.yml": papers.establishment(by=people.MEMBER)}
    refused(after(15).member.approves("establish", by_member), COMMITTEE)


def test_who_has_no_seat_in_the_committee_does_not_establish_the_result() -> None:
    by_member = {"result.yml": papers.result(by=people.MEMBER)}
    refused(after(28).member.approves("result", by_member), COMMITTEE)


def _with_committee(sim: ExamSim, document: Doc) -> None:
    act = sim.committee.whole_act("registry", {SEAT: document})
    accepted(sim.admin.changes("registry", {SEAT: document}, act))


def _two_must_agree() -> ExamSim:
    sim = after(4)
    both = school.committee(members=(people.OFFICE, people.MEMBER))
    quorum: Doc = {"establish": 2, "result": 2, "decision": 1}
    _with_committee(sim, {**both, "quorum": quorum})
    return play(sim, 16, start=5)


def test_one_member_is_no_quorum_of_two() -> None:
    sim = _two_must_agree()
    all_accepted(sim)
    appointment = {"appointments.yml": papers.appointments()}
    refused(sim.contact.approves("appointment", appointment), LOCKED)


def test_one_member_twice_is_no_quorum_of_two() -> None:
    sim = _two_must_agree()
    refused(sim.committee.approves("establish"), TWICE, REPLAYED)


def test_two_members_are_a_quorum_of_two() -> None:
    sim = _two_must_agree()
    accepted(sim.member.approves("establish"))
    accepted(
        sim.contact.approves("appointment", {"appointments.yml": papers.appointments()})
    )


def test_a_secretary_without_a_mandate_does_not_establish() -> None:
    sim = after(4)
    seat = school.committee(members=(people.OFFICE, people.MEMBER))
    members = seat["members"]
    assert isinstance(members, list)
    first, second = members
    assert isinstance(first, dict)
    seat = {
        **seat,
        "members": [{**first, "capacity": "secretary", "mandated": False}, second],
    }
    _with_committee(sim, seat)
    play(sim, 11, start=5)
    refused(sim.committee.approves("establish", ESTABLISHMENT), COMMITTEE)


# Separations.


def test_the_student_holds_no_other_part() -> None:
    sim = with_cast(Cast(supervisor=people.STUDENT), 6)
    assert _first_refusal(sim)
    assert any(code.startswith(SEPARATION) for code in _first_refusal(sim))


@pytest.mark.parametrize(
    "cast",
    [
        Cast(first=(people.ASSESSOR, "school_assessor")),
        Cast(second=(people.PRACTICE_ASSESSOR, "workplace_assessor")),
    ],
    ids=["the school's", "the company's"],
)
def test_the_assessors_are_two_people(cast: Cast) -> None:
    found = _first_refusal(with_cast(cast, 22))
    assert any(code.startswith(SEPARATION) for code in found), found


def test_the_supervisor_is_not_the_assessor_from_work() -> None:
    cast = Cast(
        supervisor=people.TWO_HATS, first=(people.TWO_HATS, "workplace_assessor")
    )
    found = _first_refusal(with_cast(cast, 22))
    assert any(code.startswith(SEPARATION) for code in found), found


def test_the_contact_is_not_the_assessor_of_the_school() -> None:
    cast = Cast(second=(people.CONTACT, "school_assessor"))
    found = _first_refusal(with_cast(cast, 22))
    assert any(code.startswith(SEPARATION) for code in found), found


def _dispensed(lifts: str, cast: Cast, **target: str) -> ExamSim:
    sim = after(5)
    record: Doc = {
        "schema": "proeve/dispensation/v1",
        "number": 1,
        "lifts": lifts,
        "committee": people.COMMITTEE,
        "by": people.OFFICE,
        "decided_on": "2026-01-05",
        "reason": "Klein bedrijf.",
        **target,
    }
    path = "dispensations/1.yml"
    act = sim.committee.whole_act("registry", {path: record})
    accepted(sim.admin.changes("registry", {path: record}, act))
    return play(sim.with_cast(cast), 30)


def test_a_dispensation_for_the_exam_lets_the_supervisor_assess() -> None:
    cast = Cast(
        supervisor=people.TWO_HATS, first=(people.TWO_HATS, "workplace_assessor")
    )
    all_accepted(
        _dispensed(
            "supervisor_assesses", cast, exam=people.EXAM.removeprefix("groups/")
        )
    )


def test_a_dispensation_for_the_company_lets_the_supervisor_assess() -> None:
    cast = Cast(
        supervisor=people.TWO_HATS, first=(people.TWO_HATS, "workplace_assessor")
    )
    all_accepted(
        _dispensed(
            "supervisor_assesses", cast, company=people.COMPANY, until="2027-07-31"
        )
    )


def test_a_dispensation_for_something_else_lifts_nothing() -> None:
    cast = Cast(
        supervisor=people.TWO_HATS, first=(people.TWO_HATS, "workplace_assessor")
    )
    sim = _dispensed("contact_assesses", cast, exam=people.EXAM.removeprefix("groups/"))
    assert any(code.startswith(SEPARATION) for code in _first_refusal(sim))


def test_a_dispensation_for_another_exam_lifts_nothing() -> None:
    cast = Cast(
        supervisor=people.TWO_HATS, first=(people.TWO_HATS, "workplace_assessor")
    )
    other = people.OTHER_EXAM.removeprefix("groups/")
    sim = _dispensed("supervisor_assesses", cast, exam=other)
    assert any(code.startswith(SEPARATION) for code in _first_refusal(sim))


def test_a_dispensation_lets_the_contact_assess() -> None:
    cast = Cast(second=(people.CONTACT, "school_assessor"))
    exam = people.EXAM.removeprefix("groups/")
    all_accepted(_dispensed("contact_assesses", cast, exam=exam))


def _committee_of_two(second: tuple[str, str], until: int) -> ExamSim:
    sim = after(4)
    _with_committee(sim, school.committee(members=(people.OFFICE, people.MEMBER)))
    sim = play(sim, 5, start=5)
    return play(sim.with_cast(Cast(second=second)), until)


def test_who_approved_step_2_does_not_establish() -> None:
    sim = after(4)
    number = 0x200
    grant = school.grant(number, people.CONTACT, "exam_committee")
    seats = school.committee(members=(people.OFFICE, people.CONTACT))
    changes = {f"grants/00/g-{number:08x}.yml": grant, SEAT: seats}
    acts = (sim.second_root.whole_act("registry", changes),)
    accepted(sim.root.changes("registry", changes, *acts))
    play(sim, 15, start=5)
    all_accepted(sim)
    contact = sim.contact.as_("exam_committee")
    by_contact = {"establishment.yml": papers.establishment(by=people.CONTACT)}
    refused(contact.approves("establish", by_contact), SEPARATION)


def test_who_assessed_does_not_establish_the_result() -> None:
    sim = _committee_of_two((people.MEMBER, "school_assessor"), 28)
    all_accepted(sim)
    by_member = {"result.yml": papers.result(by=people.MEMBER)}
    refused(sim.member.approves("result", by_member), SEPARATION)


def test_who_established_does_not_become_assessor_later() -> None:
    sim = after(4)
    _with_committee(sim, school.committee(members=(people.OFFICE, people.MEMBER)))
    play(sim, 15, start=5)
    by_member = {"establishment.yml": papers.establishment(by=people.MEMBER)}
    accepted(sim.member.approves("establish", by_member))
    seat: Doc = {
        "part": "second_assessor",
        "from": people.ASSESSOR,
        "to": people.MEMBER,
    }
    sim.committee.decides("substitution", "evidence_check", seat)
    changed = sim.with_cast(Cast(second=(people.MEMBER, "school_assessor")))
    play(changed, 22, start=17)
    assert any(code.startswith(SEPARATION) for code in _first_refusal(changed))


def test_the_own_text_of_a_writer_may_be_approved_by_that_writer() -> None:
    sim = after(13)
    assert people.CONTACT in sim.standing("acquire")


def test_a_result_says_who_establishes_it() -> None:
    other = {"result.yml": papers.result(by=people.MEMBER)}
    refused(after(28).committee.approves("result", other), "rows.other-author")


def test_a_person_speaks_in_the_role_of_their_part() -> None:
    sim = after(8)
    refused(sim.contact.as_("school_assessor").approves("acquire"), PARTS)


def test_no_exam_is_opened_in_a_group_that_is_not_there() -> None:
    sim = after(4)
    files = {"exam.yml": papers.exam(), "assignment.yml": papers.assignment()}
    refused(sim.contact.approves("create", files), "exam.no-group")
