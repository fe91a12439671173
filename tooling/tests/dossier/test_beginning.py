"""How a ledger begins, and that each later commit stays inside one scope."""

from dataclasses import replace

import pytest

from proeve.judge import step
from proeve.model.digest import NOTHING
from proeve.model.exam import ExamState, GroupState
from proeve.model.history import Act, Change, Signature, SignatureStatus, Transition
from proeve.model.ledger import Standing, State
from proeve.process.vocabulary import Action, Role
from proeve.rules.ledger import judge_genesis, unproved_roots
from tests.dossier import small
from tests.dossier.cases import registry_of
from tests.dossier.commits import (
    REGISTRY,
    change,
    digest_of,
    good,
    statement,
    transition,
)

RECORDS = {f"{REGISTRY}{path}": record for path, record in small.registry().items()}
CHANGES = tuple(change(path) for path in RECORDS)


def _genesis(
    *changes: Change,
    who: str = small.ROOT,
    role: Role = Role.SUPER_ADMIN,
    scope: str = "registry",
    key: str = "",
    parents: tuple[str, ...] = (),
) -> Transition:
    whole = (*CHANGES, *changes)
    said = statement(who, role, scope=scope)
    said = replace(said, text=digest_of(said, *whole))
    return transition(said, *whole, documents=RECORDS, parents=parents, key=key)


def _codes(made: Transition) -> set[str]:
    return {each.code for each in judge_genesis(State(), made)[1]}


def test_a_ledger_begins_with_its_registry() -> None:
    state, findings = judge_genesis(State(), _genesis())
    assert findings == ()
    assert state.registry.people.keys() == set(small.PEOPLE)
    assert state.trust_root == f"proeve:r-1:sha256:{'0' * 64}"


def test_the_genesis_is_signed_with_a_root_key() -> None:
    assert "history.not-a-root-key" in _codes(_genesis(key=small.key(small.ADMIN)))


def test_the_genesis_is_the_word_of_a_super_administrator() -> None:
    assert _codes(_genesis(role=Role.ADMIN)) == {"registry.not-an-admin"}


def test_the_genesis_touches_the_registry_alone() -> None:
    assert "history.genesis-too-wide" in _codes(_genesis(change("mkdocs.yml")))


def test_the_genesis_has_no_parent() -> None:
    assert _codes(_genesis(parents=("parent",))) == {"history.no-genesis"}


def test_the_genesis_speaks_of_the_registry() -> None:
    assert "scope.other" in _codes(_genesis(scope="tooling"))


def test_the_holders_of_root_keys_confirm_the_genesis() -> None:
    state, _ = judge_genesis(State(), _genesis())
    assert unproved_roots(state) == 0
    two = replace(state, registry=replace(state.registry, threshold=2))
    assert unproved_roots(two) == 1


# One scope a commit

GROUP = GroupState(
    id=small.GROUP,
    record={"students": [small.STUDENT]},
    exams={"pvb-1": ExamState(scope=small.SCOPE)},
)
STATE = State(
    genesis="g",
    registry=registry_of({}),
    groups={small.GROUP: GROUP},
)
GROUP_FILE = f"exams/groups/{small.GROUP}/group.yml"


def _found(made: Transition, state: State = STATE) -> list[str]:
    return [each.code for each in step(state, made)[1].findings]


def test_a_commit_of_two_scopes_is_refused() -> None:
    made = transition(
        statement(small.ADMIN, Role.ADMIN),
        change(f"{REGISTRY}companies/c-999.yml"),
        change("mkdocs.yml"),
    )
    assert _found(made) == ["scope.mixed"]


def test_a_commit_says_which_scope_it_touches() -> None:
    made = transition(statement(small.ADMIN, Role.ADMIN), change("mkdocs.yml"))
    assert _found(made) == ["scope.other"]


def test_a_file_below_exams_belongs_somewhere() -> None:
    made = transition(
        statement(small.ADMIN, Role.ADMIN, scope="tooling"),
        change("mkdocs.yml"),
        change("exams/notes.txt"),
    )
    assert "scope.nowhere" in _found(made)


def test_a_ledger_does_not_begin_twice() -> None:
    made = transition(
        statement(small.ADMIN, Role.ADMIN),
        change(f"{REGISTRY}companies/c-999.yml"),
        parents=(),
    )
    assert "history.second-genesis" in _found(made)


def test_nothing_is_built_upon_a_fault() -> None:
    held = replace(STATE, groups={small.GROUP: replace(GROUP, held_up=("bad",))})
    made = transition(
        statement(small.CONTACT, Role.SCHOOL_CONTACT, scope=f"groups/{small.GROUP}"),
        change(GROUP_FILE, "changed"),
    )
    state, judgement = step(held, made)
    assert [each.code for each in judgement.findings] == ["scope.held-up"]
    assert judgement.standing is Standing.UNCONFIRMED
    assert state.groups[small.GROUP].held_up == ("bad", made.oid)


# What a statement may say


def _of_exam(**said: object) -> Transition:
    spoken = statement(
        small.CONTACT, Role.SCHOOL_CONTACT, scope=small.SCOPE, step="create"
    )
    return transition(
        replace(spoken, **said),  # type: ignore[arg-type]  # any field of it
        change(f"exams/{small.SCOPE}/exam.yml"),
        documents={f"exams/{small.SCOPE}/exam.yml": small.exam()},
    )


def test_there_are_twelve_steps_and_no_other() -> None:
    assert _found(_of_exam(step="thirteenth")) == ["statement.no-such-step"]


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (Action.VOID, "rows.nothing-to-void"),
        (Action.REAFFIRM, "rows.nothing-to-reaffirm"),
        (Action.COVER, "scope.nothing-to-cover"),
    ],
)
def test_what_heals_and_covers_begins_no_exam(action: Action, code: str) -> None:
    assert code in _found(_of_exam(action=action))


def test_an_exam_stands_in_a_group() -> None:
    made = _of_exam()
    nowhere = replace(STATE, groups={})
    assert _found(made, nowhere) == ["exam.no-group"]


def test_only_an_exam_has_steps() -> None:
    said = statement(small.ADMIN, Role.ADMIN, step="create")
    made = transition(said, change(f"{REGISTRY}companies/c-999.yml"))
    assert "statement.step-outside-exam" in _found(made)


def test_a_statement_of_another_ledger_counts_for_nothing_here() -> None:
    made = _of_exam(repo="r-2")
    assert _found(made) == ["statement.other-repository"]


def test_a_revoked_key_signs_nothing() -> None:
    lost: small.Doc = {"number": 1, "key": small.key(small.CONTACT), "kind": "lost"}
    known = registry_of({"revocations/1.yml": lost})
    made = _of_exam()
    assert _found(made, replace(STATE, registry=known)) == ["people.revoked-key"]


def test_an_act_is_signed_for_that_purpose() -> None:
    said = statement(
        small.STUDENT,
        Role.STUDENT,
        scope=small.SCOPE,
        step="acquire",
        text=NOTHING,
    )
    act = Act(
        path=f"exams/{small.SCOPE}/acts/{'0' * 64}.act",
        sha256="0" * 64,
        namespace="proeve-practice@v1",
        statement=said,
        extra={},
        signature=good(small.STUDENT),
        payload_sha256="",
    )
    landed = replace(_of_exam(action=Action.LAND, step="acquire"), acts=(act,))
    assert "statement.other-namespace" in _found(landed)


def test_a_signature_that_is_not_good_says_nothing_of_a_key() -> None:
    bad = Signature(status=SignatureStatus.BAD, reason="signature.mismatch")
    assert "people.unknown-key" not in _found(replace(_of_exam(), signature=bad))
