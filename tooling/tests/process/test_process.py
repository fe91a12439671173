"""The process rules as a table: every row of it held against the paper."""

from collections.abc import Callable

import pytest

from proeve.process.decisions import DECISIONS, RETURNS, DecisionKind, Effect
from proeve.process.documents import KINDS, kind_of
from proeve.process.table import MEI_12, PROCESSES
from proeve.process.vocabulary import (
    PART_ROLES,
    Action,
    Needed,
    Outcome,
    Part,
    Phase,
    Role,
    RowId,
    StepId,
)
from proeve.reading.shipped import folder
from proeve.words.labels import label, official

PHASES = {
    Phase.PREPARATION: (1, 2, 3, 4),
    Phase.EXECUTION: (5, 6),
    Phase.ASSESSMENT: (7, 8, 9, 10),
    Phase.CLOSING: (11, 12),
}


def test_there_is_one_version_of_the_process_and_it_has_a_name() -> None:
    assert dict(PROCESSES) == {"mei-12/1": MEI_12}


def test_the_steps_are_numbered_one_to_twelve() -> None:
    assert [step.number for step in MEI_12.steps] == list(range(1, 13))
    assert [step.id for step in MEI_12.steps] == list(StepId)


def test_the_steps_stand_in_four_phases() -> None:
    drawn = {
        phase: tuple(step.number for step in MEI_12.steps if step.phase is phase)
        for phase in Phase
    }
    assert drawn == PHASES


def test_one_step_is_optional_and_one_hangs_on_the_result() -> None:
    needed = {step.number: step.needed for step in MEI_12.steps}
    assert needed.pop(4) is Needed.OPTIONAL
    assert needed.pop(11) is Needed.IF_NOT_PASSED
    assert set(needed.values()) == {Needed.ALWAYS}


@pytest.mark.parametrize("row", MEI_12.rows.values(), ids=lambda row: row.id)
def test_no_row_is_without_an_approver(row: object) -> None:
    found = next(each for each in MEI_12.rows.values() if each is row)
    assert found.approvers
    assert all(found.approvers)


def test_every_row_belongs_to_one_step_and_every_step_has_rows() -> None:
    listed = [row for step in MEI_12.steps for row in step.rows]
    assert sorted(listed) == sorted(MEI_12.rows)
    for step in MEI_12.steps:
        assert step.rows
        assert {MEI_12.rows[row].step for row in step.rows} == {step.id}


def test_a_row_needs_only_rows_before_it() -> None:
    order = list(MEI_12.rows)
    for row in MEI_12.rows.values():
        assert all(order.index(need) < order.index(row.id) for need in row.needs)


def test_what_a_row_writes_is_part_of_what_it_binds() -> None:
    for row in MEI_12.rows.values():
        if row.id is not RowId.CREATE:  # the first assignment is bound in step 2
            assert set(row.writes) <= set(row.text)


def test_every_document_of_a_row_is_of_a_known_kind() -> None:
    for row in MEI_12.rows.values():
        for path in row.writes:
            if not path.endswith("/"):
                assert kind_of(f"groups/g/e/{path}") is not None


def test_every_kind_has_a_schema_and_every_schema_a_kind() -> None:
    shipped = {
        path.name.removesuffix(".schema.json")
        for path in folder("schemas").glob("*.schema.json")
    }
    assert shipped == {*KINDS, "definitions"}


def test_every_part_is_played_in_some_role() -> None:
    assert set(PART_ROLES) == set(Part)
    assert all(PART_ROLES.values())


def test_there_are_nine_roles_and_the_receiver() -> None:
    assert len(Role) == 10
    assert Role.RECEIVER in Role


def test_the_outcomes_are_a_closed_list() -> None:
    assert [outcome.value for outcome in Outcome] == [
        *("passed", "not_passed", "not_taken", "declared_invalid"),
        *("withdrawn", "annulled", "exempted"),
    ]


@pytest.mark.parametrize("kind", DecisionKind)
def test_every_decision_has_somebody_who_takes_it(kind: DecisionKind) -> None:
    assert DECISIONS[kind].by
    assert kind_of(f"groups/g/e/decisions/1-{kind}.yml") is not None


@pytest.mark.parametrize("effect", Effect)
def test_every_effect_is_some_decisions(effect: Effect) -> None:
    assert any(rule.effect is effect for rule in DECISIONS.values())


def test_the_ways_back_are_those_on_paper() -> None:
    assert set(RETURNS) == {RowId.ACQUIRE, RowId.EVIDENCE, RowId.CONSENSUS}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("words", [label, official])
@pytest.mark.parametrize("step", StepId)
def test_every_step_has_its_words(
    step: StepId, words: Callable[..., str], language: str
) -> None:
    assert words(step, language)


def test_only_step_eight_seals() -> None:
    for row in MEI_12.rows.values():
        sealed = row.action in (Action.SEAL, Action.UNSEAL)
        assert sealed == (row.step is StepId.ASSESSMENT)
