"""Attacks on merge reviews: TRUST section 2, rows 24 to 32, one change to a lawful one.

The lawful twin is row 22 of the example: p-34 approves the check of the evidence on the
forge, and the receiver lands it with the reviewed commit as second parent.
"""

from dataclasses import replace

import pytest

from proeve.model.document import Data
from tests.judging import papers, people, school
from tests.judging.attacks import accepted, refused
from tests.judging.changes import Changes
from tests.judging.ledger import Signed
from tests.judging.objects import key_of
from tests.judging.people import Doc
from tests.judging.sim import ExamSim
from tests.receiver.attested import attest, parcel, proposed, review
from tests.receiver.branches import Branch, branch
from tests.receiver.test_reference_with_receiver import after

CHECK: Changes = {"evidence-check.yml": papers.evidence_check()}
OTHER_CHECK: Changes = {
    "evidence-check.yml": {**papers.evidence_check(), "remark": "Alsnog."}
}
ROW = "evidence_check"


def _approvals(sim: ExamSim) -> tuple[Signed, Signed]:
    """Return the first assessor's act, and what the second would have signed."""
    return sim.first.act("approve", ROW, CHECK), sim.second.act("approve", ROW, CHECK)


def _land(sim: ExamSim, seen: Branch, **otherwise: str) -> ExamSim:
    first, second = _approvals(sim)
    sim.receiver.by_merge(seen).lands(first, review(second, seen, **otherwise))
    return sim


def _landed(**otherwise: str) -> ExamSim:
    sim = after(21)
    return _land(sim, proposed(sim, CHECK), **otherwise)


def test_the_review_that_is_attacked_below_is_lawful() -> None:
    sim = _landed()
    accepted(sim.last)
    assert sim.standing(ROW) == {people.ASSESSOR, people.PRACTICE_ASSESSOR}


@pytest.mark.parametrize(
    "state", ["COMMENTED", "CHANGES_REQUESTED", "DISMISSED", "PENDING"]
)
def test_a_review_that_is_no_approval_is_refused(state: str) -> None:
    refused(_landed(state=state).last, "attestation.not-approved")


def test_24_a_review_moved_to_another_exam_is_refused() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    _, second = _approvals(sim)
    moved = replace(second, said=replace(second.said, scope=people.OTHER_EXAM))
    first, _ = _approvals(sim)
    sim.receiver.by_merge(seen).lands(first, review(moved, seen))
    refused(sim.last, "scope.")


def test_24_a_review_of_another_repository_is_refused() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    first, second = _approvals(sim)
    moved = replace(second, said=replace(second.said, repo="r-" + "e" * 32))
    sim.receiver.by_merge(seen).lands(first, review(moved, seen))
    refused(sim.last, "statement.other-repository")


def test_25_a_review_replayed_after_the_text_went_and_came_back_is_stale() -> None:
    sim = after(9)
    seen = proposed(sim, {})
    other: Changes = {"assignment.yml": papers.assignment("Iets anders")}
    old = sim.files["assignment.yml"]
    act = sim.contact.act("approve", "acquire")
    accepted(sim.contact.writes("acquire", other))
    accepted(sim.contact.writes("acquire", {"assignment.yml": old}))
    sim.receiver.by_merge(seen).lands(review(act, seen), seq=sim.seq["acquire"])
    refused(sim.last, "rows.stale")


def test_26_a_push_after_the_review_makes_it_stale() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    first = sim.first.act("approve", ROW, OTHER_CHECK)
    second = sim.second.act("approve", ROW, OTHER_CHECK)
    pushed = seen.commit(OTHER_CHECK)
    sim.receiver.by_merge(pushed).lands(first, review(second, seen))
    refused(sim.last, "attestation.other-text")


def test_a_push_that_left_the_text_alone_keeps_the_review() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    pushed = seen.commit({"/README.md": b"Anders.\n"})
    first, second = _approvals(sim)
    sim.receiver.by_merge(pushed).lands(first, review(second, seen))
    accepted(sim.last)


def test_27_a_review_before_the_base_changed_is_stale() -> None:
    sim = after(9)
    seen = proposed(sim, {})
    act = sim.contact.act("approve", "acquire")
    accepted(
        sim.contact.writes("acquire", {"assignment.yml": papers.assignment("Anders")})
    )
    sim.receiver.by_merge(seen).lands(review(act, seen), seq=sim.seq["acquire"])
    refused(sim.last, "rows.stale")


def test_27_a_text_that_the_reviewer_never_saw_is_refused() -> None:
    sim = after(21)
    seen = proposed(sim, {})
    first, second = _approvals(sim)
    sim.receiver.by_merge(seen).lands(first, review(second, seen))
    refused(sim.last, "attestation.other-text")


def test_28_a_review_by_who_pushed_the_commits_is_refused() -> None:
    sim = after(21)
    refused(
        _land(sim, proposed(sim, CHECK, by=people.ASSESSOR)).last,
        "attestation.own-work",
    )


def test_28_a_review_by_who_pushed_one_commit_of_several_is_refused() -> None:
    sim = after(21)
    seen = branch(sim).commit(CHECK, by=people.ASSESSOR).commit({}, by=people.CONTACT)
    refused(_land(sim, seen).last, "attestation.own-work")


def test_28_a_reviewer_does_not_hide_behind_another_name_in_the_commit() -> None:
    sim = after(21)
    key = key_of(people.ASSESSOR)
    seen = branch(sim).commit(CHECK, by=people.CONTACT, key=key)
    refused(_land(sim, seen).last, "attestation.own-work")


@pytest.mark.parametrize("who", [people.ASSESSOR, people.CONTACT])
def test_28_an_unsigned_commit_cannot_be_reviewed(who: str) -> None:
    sim = after(21)
    seen = branch(sim).commit(CHECK, by=who, signed=False)
    refused(_land(sim, seen).last, "attestation.unknown-maker")


def test_28_a_commit_by_an_unknown_key_cannot_be_reviewed() -> None:
    sim = after(21)
    seen = branch(sim).commit(CHECK, key=key_of("a stranger"))
    refused(_land(sim, seen).last, "attestation.unknown-maker")


def test_31_a_review_by_another_account_is_refused() -> None:
    other = str(people.account_of(people.CONTACT))
    refused(_landed(reviewer_id=other).last, "attestation.other-account")


def test_31_a_review_by_the_same_number_on_another_host_is_refused() -> None:
    refused(_landed(host="git.elsewhere.example").last, "attestation.other-account")


def test_11_an_account_of_two_people_counts_for_neither() -> None:
    sim = after(21)
    account: Data = {"host": people.FORGE, "id": people.account_of(people.ASSESSOR)}
    twin: Doc = {**school.person(people.CONTACT), "forge_accounts": [account]}
    path = f"people/{people.CONTACT[2:4]}/{people.CONTACT}.yml"
    act = sim.committee.whole_act("registry", {path: twin})
    accepted(sim.admin.changes("registry", {path: twin}, act))
    refused(_land(sim, proposed(sim, CHECK)).last, "attestation.other-account")


def test_a_company_does_not_review_on_the_forge() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    first, second = _approvals(sim)
    sim.receiver.by_merge(seen).lands(review(first, seen), second)
    refused(sim.last, "attestation.not-staff")


@pytest.mark.parametrize("who", [people.CONTACT, people.ADMIN, people.ASSESSOR])
def test_only_the_receiver_attests(who: str) -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    first, second = _approvals(sim)
    extra = tuple(review(second, seen).fact.extra.items())
    made = attest(second, extra, key_of(who))
    sim.receiver.by_merge(seen).lands(first, made)
    refused(sim.last, "attestation.not-the-receiver")


def test_an_unknown_key_attests_nothing() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    first, second = _approvals(sim)
    extra = tuple(review(second, seen).fact.extra.items())
    sim.receiver.by_merge(seen).lands(first, attest(second, extra, key_of("nobody")))
    refused(sim.last, "people.unknown-key")


def test_a_receiver_whose_key_was_revoked_attests_nothing() -> None:
    sim = after(21)
    record: Doc = {
        "schema": "proeve/revocation/v1",
        "number": 1,
        "key": key_of(people.RECEIVER).text,
        "kind": "retired",
        "reason": "Nieuwe machine.",
    }
    accepted(sim.admin.changes("registry", {"revocations/1.yml": record}))
    seen = proposed(sim, CHECK, by=people.CONTACT)
    first, second = _approvals(sim)
    sim.contact.by_merge(seen).lands(first, review(second, seen))
    refused(sim.last, "people.revoked-key")


def test_a_review_counts_only_with_the_commit_that_was_seen() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    first, second = _approvals(sim)
    sim.receiver.lands(first, review(second, seen))
    refused(sim.last, "attestation.nothing-seen")


def test_a_review_of_a_commit_elsewhere_is_refused() -> None:
    refused(_landed(reviewed_commit="d" * 40).last, "attestation.other-commit")


def test_a_review_of_the_state_before_the_text_came_is_refused() -> None:
    sim = after(21)
    head = sim.books.ledger.head
    refused(
        _land(sim, proposed(sim, CHECK), reviewed_commit=head).last,
        "attestation.other-commit",
    )


@pytest.mark.parametrize("action", ["write", "seal"])
def test_a_review_only_approves(action: str) -> None:
    sim = after(22)
    changes = sim.second.sealed("second")
    seen = proposed(sim, changes)
    act = sim.second.act(action, "seal.second", changes)
    sim.receiver.by_merge(seen).lands(review(act, seen))
    refused(sim.last, "attestation.action")


def test_a_decision_is_not_taken_by_a_review() -> None:
    sim = after(11)
    made = sim.fork()
    made.committee.decides("return", "acquire", to="acquire", row="acquire")
    path = "decisions/1-return.yml"
    data = made.files[path]
    seen = proposed(sim, {path: data})
    act = sim.committee.act("decide", "acquire", {path: data}, seq=4)
    sim.receiver.by_merge(seen).lands(review(act, seen))
    refused(sim.last, "attestation.action")


def test_a_review_is_counted_once() -> None:
    sim = _landed()
    seen = proposed(sim, {})
    act = sim.second.act("approve", ROW)
    sim.receiver.by_merge(seen).lands(review(act, seen, review="223345"))
    refused(sim.last, "rows.twice")


def test_one_person_does_not_count_by_review_and_by_key_at_once() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    _, second = _approvals(sim)
    sim.receiver.by_merge(seen).lands(second, review(second, seen))
    refused(sim.last, "rows.twice")


def test_the_tooling_and_the_registry_take_no_review() -> None:
    sim = after(5)
    changes: Changes = {"mkdocs.yml": b"site_name: Anders\n"}
    act = sim.second_root.whole_act("tooling", changes)
    seen = proposed(sim, {f"/{path}": data for path, data in changes.items()})
    sim.root.by_merge(seen).changes("tooling", changes, review(act, seen))
    refused(sim.last, "people.not-the-actor")


def test_32_a_receiver_that_lies_gives_level_b_and_no_more() -> None:
    sim = _landed()
    (level,) = {
        one.level
        for key, state in sim.exam.rows.items()
        for one in state.approvals
        if key == ROW and one.person == people.ASSESSOR
    }
    assert level == "B"


def test_a_parcel_of_school_staff_is_too_unsure_for_their_rows() -> None:
    sim = after(21)
    seen = proposed(sim, CHECK)
    first, second = _approvals(sim)
    sim.receiver.by_merge(seen).lands(first, parcel(second))
    refused(sim.last, "rows.level")
