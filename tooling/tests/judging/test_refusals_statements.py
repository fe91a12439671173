"""What a statement may not say: other digests, counts, places, people or keys."""

from typing import Literal

import pytest

from tests.judging import paper, papers, people, school
from tests.judging.attacks import (
    ACTOR,
    BASE,
    EMPTY,
    KEY,
    LOCKED,
    NO_ROW,
    PARTS,
    REPO,
    ROLE,
    SCOPE,
    SEQ,
    STEP,
    SUBJECT,
    TEXT,
    accepted,
    refused,
)
from tests.judging.changes import Spoiled
from tests.judging.objects import key_of
from tests.judging.people import Doc
from tests.judging.reference import after, with_second_exam

OTHER = "sha256:" + "7" * 64
CHANGE = {"assignment.yml": papers.assignment("Nieuw")}
Line = Literal["text", "base", "subject"]


@pytest.mark.parametrize(
    ("line", "code"), [("text", TEXT), ("base", BASE), ("subject", SUBJECT)]
)
def test_a_digest_of_something_else_is_refused(line: Line, code: str) -> None:
    wrong: dict[Line, Spoiled] = {
        "text": {"text": OTHER},
        "base": {"base": OTHER},
        "subject": {"subject": OTHER},
    }
    refused(after(8).contact.approves("acquire", CHANGE, **wrong[line]), code)


@pytest.mark.parametrize("seq", [0, 1, 2, 4, 999])
def test_a_seq_that_is_not_the_rows_is_refused(seq: int) -> None:
    refused(after(8).contact.approves("acquire", seq=seq), SEQ)


@pytest.mark.parametrize("seq", [2, 4])
def test_a_seq_of_a_landing_that_is_not_the_rows_is_refused(seq: int) -> None:
    sim = after(8)
    refused(sim.contact.lands(sim.student.act("approve", "acquire"), seq=seq), SEQ)


@pytest.mark.parametrize("seq", [2, 4])
def test_a_seq_of_an_act_that_is_not_the_rows_is_refused(seq: int) -> None:
    sim = after(8)
    act = sim.student.act("approve", "acquire", seq=seq)
    refused(sim.contact.lands(act), SEQ)


def test_a_text_of_an_act_that_is_not_the_rows_is_refused() -> None:
    sim = after(8)
    refused(sim.contact.lands(sim.student.act("approve", "acquire", text=OTHER)), TEXT)


def test_an_approval_binds_the_rows_text_and_not_the_whole_folder() -> None:
    sim = after(16)
    whole = paper.scope_digest(sim.files)
    refused(sim.contact.approves("appointment", _appointments(), text=whole), TEXT)


def _appointments() -> dict[str, Doc]:
    return {"appointments.yml": papers.appointments()}


def test_an_approval_without_a_text_is_refused() -> None:
    refused(after(8).contact.approves("acquire", text="-"), TEXT)


def test_a_landing_binds_no_text() -> None:
    sim = after(8)
    text = paper.text("acquire", sim.files)
    refused(sim.contact.lands(sim.student.act("approve", "acquire"), text=text), TEXT)


def test_an_act_that_lands_is_no_approval() -> None:
    sim = after(8)
    act = sim.contact.act("land", "acquire", text="-")
    refused(sim.receiver.lands(act), NO_ROW, "landing.", "statement.")


def test_a_statement_for_another_repository_is_refused() -> None:
    refused(after(8).contact.approves("acquire", repo="r-" + "e" * 32), REPO)


def test_an_act_for_another_repository_is_refused() -> None:
    sim = after(8)
    act = sim.student.act("approve", "acquire", repo="r-" + "e" * 32)
    refused(sim.contact.lands(act), REPO)


def test_an_act_of_another_exam_is_refused() -> None:
    sim = with_second_exam(8, until=8)
    act = sim.beside().student.as_("student").act("approve", "acquire")
    refused(sim.contact.lands(act, row="acquire"), SCOPE, "statement.scope")


def test_an_act_for_another_exam_is_refused_inside_this_one() -> None:
    sim = with_second_exam(8, until=8)
    act = sim.student.act("approve", "acquire", scope=people.OTHER_EXAM)
    here = sim.student.act("approve", "acquire")
    refused(sim.contact.lands(here, act), SCOPE, "statement.scope")


def test_an_act_for_another_row_does_not_count_here() -> None:
    sim = after(25)
    act = sim.first.act("approve", "consensus", step="evidence_check")
    refused(sim.contact.lands(act), SEQ, TEXT, LOCKED, "rows.", "statement.")


def test_a_commit_whose_files_lie_in_another_scope_is_refused() -> None:
    sim = with_second_exam(8)
    refused(sim.contact.approves("acquire", CHANGE, scope=people.OTHER_EXAM), SCOPE)


@pytest.mark.parametrize("step", ["-", "establish", "result", "archive", "nothing"])
def test_a_commit_that_names_another_step_is_refused(step: str) -> None:
    refused(
        after(8).contact.approves("acquire", CHANGE, step=step),
        STEP,
        NO_ROW,
        LOCKED,
        PARTS,
    )


def test_a_step_outside_exams_is_refused() -> None:
    sim = after(5)
    group = {"group.yml": school.group(title="Klas A2")}
    scope = f"groups/{people.GROUP}"
    refused(sim.contact.changes(scope, group, step="create"), STEP)


@pytest.mark.parametrize("action", ["seal", "unseal", "decide", "land", "write"])
def test_only_approve_may_change_nothing(action: str) -> None:
    refused(
        after(8).contact.approves("acquire", action=action),
        EMPTY,
        NO_ROW,
        "rows.",
        "decisions.one-file",
    )


def test_a_seal_in_a_row_without_seals_is_refused() -> None:
    sim = after(26)
    refused(sim.first.approves("consensus", action="seal"), NO_ROW, EMPTY, "rows.")


def test_an_approval_where_seals_are_asked_is_refused() -> None:
    sim = after(22)
    sealed = sim.second.sealed("second")
    refused(sim.second.approves("seal.second", sealed), NO_ROW, "rows.")


def test_a_write_where_seals_are_asked_is_refused() -> None:
    sim = after(22)
    sealed = sim.second.sealed("second")
    refused(sim.second.writes("seal.second", sealed), NO_ROW, "rows.")


def test_a_key_that_nobody_has_is_refused() -> None:
    stranger = key_of("a stranger")
    refused(after(8).contact.with_key(stranger).approves("acquire"), KEY)


def test_a_key_of_somebody_else_is_refused() -> None:
    of_student = key_of(people.STUDENT)
    refused(after(8).contact.with_key(of_student).approves("acquire"), ACTOR, KEY)


def test_an_actor_who_is_not_the_signer_is_refused() -> None:
    refused(after(8).student.as_("school_contact").approves("acquire"), ROLE)
    sim = after(8)
    refused(sim.student.approves("acquire", actor=people.CONTACT), ACTOR, KEY)


def test_an_act_that_somebody_else_signed_is_refused() -> None:
    sim = after(8)
    act = sim.student.act("approve", "acquire", actor=people.SUPERVISOR)
    refused(sim.contact.lands(act), ACTOR, KEY)


def test_an_act_by_an_unknown_key_is_refused() -> None:
    sim = after(8)
    act = sim.student.with_key(key_of("a stranger")).act("approve", "acquire")
    refused(sim.contact.lands(act), KEY)


def test_a_bad_act_spoils_the_good_one_beside_it() -> None:
    sim = after(8)
    bad = sim.student.with_key(key_of("a stranger")).act("approve", "acquire")
    good = sim.supervisor.act("approve", "acquire")
    refused(sim.contact.lands(good, bad), KEY)
    assert sim.standing("acquire") == set()


@pytest.mark.parametrize("moment", [0, 946_684_800, 4_102_444_800])
def test_no_date_makes_a_commit_unlawful(moment: int) -> None:
    accepted(after(8).contact.dated(moment).approves("acquire"))
