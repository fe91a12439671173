"""A committee decides many exams with one signature, and each dossier stands alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from proeve.deeds.listing import make_list
from proeve.deeds.signing import Signer
from proeve.errors import UsageError
from proeve.history import acts
from proeve.model.history import SignatureStatus
from proeve.process.vocabulary import RowId
from tests.judging import papers, people, school
from tests.judging.attacks import accepted, refused
from tests.judging.cast import Cast
from tests.judging.changes import Changes
from tests.judging.ledger import Said, Signed, sign_act
from tests.judging.objects import key_of
from tests.judging.people import Doc
from tests.judging.reference import after, play
from tests.judging.sim import ExamSim
from tests.receiver import lists
from tests.receiver.lists import listed, salt_of

ESTABLISHMENT: Changes = {"establishment.yml": papers.establishment()}
OTHERS = Cast(student=people.OTHER_STUDENT, number=43)
MEMBERS = (people.OFFICE, people.MEMBER)


def _two_exams(
    cast: Cast = OTHERS, *members: str, quorum: int = 1
) -> tuple[ExamSim, ExamSim]:
    """Return two exams of one ledger that wait for the committee."""
    one = after(5)
    changed: dict[str, Doc] = {
        f"committees/{people.COMMITTEE}.yml": school.committee(
            members=members or (people.OFFICE,)
        ),
        "school.yml": school.settings(
            policy={"quorum": {"establish": quorum, "result": 1, "decision": 1}}
        ),
    }
    act = one.second_root.whole_act("registry", changed)
    accepted(one.root.changes("registry", changed, act))
    play(one, 15)
    other = one.beside(cast=cast)
    play(other, 15)
    accepted(one.last)
    return one, other


def _establishing(
    *sims: ExamSim, who: str = people.OFFICE, by: str = people.OFFICE
) -> list[Signed]:
    """Return the lines by which a member establishes these exams, in their order."""
    text: Changes = {"establishment.yml": papers.establishment(by=by)}
    members = [sim.who(who, "exam_committee") for sim in sims]
    return listed([each.act("approve", "establish", text) for each in members])


def test_one_signature_establishes_two_exams() -> None:
    one, other = _two_exams()
    first, second = _establishing(one, other)
    accepted(one.receiver.lands(first))
    accepted(other.committee.lands(second))
    assert {"establish"} <= {*one.done()} & {*other.done()}
    levels = [each.level for each in one.exam.rows[_row(one)].approvals]
    assert levels == ["A"]


def _row(sim: ExamSim) -> RowId:
    return next(row for row in sim.exam.rows if row == "establish")


def test_a_stale_line_drops_out_alone() -> None:
    one, other = _two_exams()
    first, second = _establishing(one, other)
    changed: Changes = {"assignment.yml": papers.assignment("Toch anders")}
    accepted(other.contact.approves("acquire", changed))
    accepted(one.receiver.lands(first))
    refused(other.receiver.lands(second), "rows.")
    assert "establish" in one.done()
    assert "establish" not in other.done()


def test_a_line_replayed_after_the_text_went_and_came_back_is_stale() -> None:
    one, other = _two_exams()
    _, second = _establishing(one, other)
    old = other.files["assignment.yml"]
    changed: Changes = {"assignment.yml": papers.assignment("Toch anders")}
    accepted(other.contact.writes("acquire", changed))
    accepted(other.contact.approves("acquire", {"assignment.yml": old}))
    accepted(other.contact.lands(other.supervisor.act("approve", "acquire")))
    accepted(other.receiver.lands(other.student.act("approve", "acquire")))
    seq = other.seq["establish"] + 1
    refused(other.receiver.lands(second, seq=seq), "rows.stale")


def test_a_recused_member_does_not_count_for_that_line() -> None:
    cast = replace(OTHERS, second=(people.MEMBER, "school_assessor"))
    one, other = _two_exams(cast, *MEMBERS)
    first, second = _establishing(one, other, who=people.MEMBER, by=people.MEMBER)
    accepted(one.receiver.lands(first))
    refused(other.receiver.lands(second), "committee.recused")


def test_the_quorum_is_judged_per_line() -> None:
    one, other = _two_exams(OTHERS, *MEMBERS, quorum=2)
    first, second = _establishing(one, other)
    (third,) = _establishing(one, who=people.MEMBER)
    accepted(one.receiver.lands(first, third))
    accepted(other.receiver.lands(second))
    assert "establish" in one.done()
    assert "establish" not in other.done()


def test_one_member_is_counted_once_however_many_lists_they_sign() -> None:
    one, other = _two_exams(OTHERS, *MEMBERS, quorum=2)
    first, _ = _establishing(one, other)
    (again,) = _establishing(one)
    refused(one.receiver.lands(first, again), "rows.twice")


def test_24_a_line_does_not_land_in_another_exam() -> None:
    one, other = _two_exams()
    first, _ = _establishing(one, other)
    path = first.path.replace(one.scope, other.scope)
    files = {
        path.replace(one.scope, other.scope): file for path, file in first.files.items()
    }
    moved = replace(first, fact=replace(first.fact, path=path), files=files)
    refused(other.receiver.lands(moved, row="establish"), "scope.other")


def test_a_list_of_another_person_is_refused() -> None:
    one, other = _two_exams()
    made = [
        sim.committee.act("approve", "establish", ESTABLISHMENT) for sim in (one, other)
    ]
    first, _ = listed(made, key_of(people.MEMBER))
    refused(one.receiver.lands(first), "people.not-the-actor")


def test_a_revoked_key_signs_no_list() -> None:
    one, other = _two_exams()
    first, _ = _establishing(one, other)
    record: Doc = {
        "schema": "proeve/revocation/v1",
        "number": 1,
        "key": key_of(people.OFFICE).text,
        "kind": "lost",
        "since": "2026-01-01T00:00:00Z",
        "reason": "Laptop weg.",
    }
    accepted(one.admin.changes("registry", {"revocations/1.yml": record}))
    refused(one.receiver.lands(first), "people.revoked-key")


def test_the_tooling_is_not_approved_by_a_line() -> None:
    sim = after(5)
    changes: Changes = {"mkdocs.yml": b"site_name: Anders\n"}
    (line,) = listed([sim.second_root.whole_act("tooling", changes)])
    path = line.path.replace("exams/tooling/", "exams/registry/")
    line = replace(line, fact=replace(line.fact, path=path))
    refused(sim.root.changes("tooling", changes, line), "statement.other-namespace")


# The bytes of one line, each spoiled in one place.


def _said(number: int) -> Said:
    return Said(
        repo=people.REPO,
        scope=f"groups/{people.GROUP}/pvb-{number:04}",
        step="result",
        action="approve",
        role="exam_committee",
        actor=people.OFFICE,
        seq=3,
        text=f"sha256:{number:064x}",
    )


def _sixty() -> list[Signed]:
    return listed([sign_act(_said(n), key_of(people.OFFICE)) for n in range(60)])


LINE = _sixty()[17].data
OTHER = _sixty()[18].data


def _codes(data: bytes) -> list[str]:
    path = f"exams/{_said(17).scope}/acts/{acts.file_name(data)}"
    return [problem.code for problem in acts.read(path, data, "c" * 40).problems]


def _value(data: bytes, name: str) -> bytes:
    return data.partition(f"\n{name}: ".encode())[2].partition(b"\n")[0]


def _line_with(name: str, value: bytes) -> bytes:
    old = f"\n{name}: ".encode() + _value(LINE, name)
    assert old in LINE
    return LINE.replace(old, f"\n{name}: ".encode() + value, 1)


def _without_step() -> bytes:
    step = b"path: " + _value(LINE, "path") + b"\n"
    return LINE.replace(step, b"", 1)


def _swapped_steps() -> bytes:
    one, two = [each for each in LINE.split(b"\n") if each.startswith(b"path: ")][:2]
    return LINE.replace(one + b"\n" + two, two + b"\n" + one)


def _armor_of(data: bytes) -> bytes:
    return (
        LINE.partition(b"-----BEGIN")[0]
        + b"-----BEGIN"
        + data.partition(b"-----BEGIN")[2]
    )


def test_the_line_that_is_spoiled_below_is_in_order() -> None:
    assert _codes(LINE) == []


NOT_IN_IT: dict[str, Callable[[], bytes]] = {
    "another exam": lambda: _line_with("scope", b"groups/ei2-2026-a/pvb-0099"),
    "another text": lambda: _line_with("text", b"sha256:" + b"f" * 64),
    "another turn": lambda: _line_with("seq", b"4"),
    "another role": lambda: _line_with("role", b"admin"),
    "another action": lambda: _line_with("action", b"decide"),
    "another salt": lambda: _line_with("salt", _value(OTHER, "salt")),
    "another place": lambda: _line_with("index", b"18"),
    "a place outside": lambda: _line_with("index", b"60"),
    "another path": lambda: _line_with("path", _value(OTHER, "salt")),
    "a step less": _without_step,
    "steps in another order": _swapped_steps,
}
UNSIGNED: dict[str, Callable[[], bytes]] = {
    "another count": lambda: _line_with("count", b"61"),
    "another root": lambda: _line_with("root", b"e" * 64),
    "another signer": lambda: _line_with("actor", people.MEMBER.encode()),
    "another repository": lambda: _line_with("repo", b"r-" + b"e" * 32),
    "the signature of an act": lambda: _armor_of(
        sign_act(_said(17), key_of(people.OFFICE)).data
    ),
    "a signature over the line itself": lambda: _armor_of(
        key_of(people.OFFICE)
        .sign(LINE.partition(b"-----BEGIN")[0], lists.NAMESPACE)
        .encode()
    ),
    "the head signed as an act": lambda: _armor_of(
        key_of(people.OFFICE)
        .sign(
            lists.head(people.OFFICE, 60, _value(LINE, "root").decode()),
            "proeve-act@v1",
        )
        .encode()
    ),
}


@pytest.mark.parametrize("how", NOT_IN_IT)
def test_a_line_that_was_never_on_the_list_is_refused(how: str) -> None:
    assert "list.not-in-it" in _codes(NOT_IN_IT[how]())


@pytest.mark.parametrize("how", UNSIGNED)
def test_a_list_that_was_not_signed_so_is_refused(how: str) -> None:
    assert any(code.startswith("signature.") for code in _codes(UNSIGNED[how]()))


def test_a_line_with_more_steps_than_a_list_can_have_is_refused() -> None:
    step = b"path: " + _value(LINE, "path") + b"\n"
    assert _codes(LINE.replace(step, step * 30, 1)) == ["statement.lines"]


def test_a_line_reveals_no_other() -> None:
    known = LINE.partition(b"-----BEGIN")[0]
    for number in range(60):
        if number == 17:
            continue
        said, salt = _said(number), salt_of(number)
        text = lists.text_of(said)
        assert said.scope.encode() not in known
        assert said.text.encode() not in known
        assert salt.hex().encode() not in known
        # Who knows what another line may say cannot check the guess with this file.
        for guess in (b"", bytes(32), bytes.fromhex(_value(LINE, "salt").decode())):
            assert lists.leaf(guess, text).hex().encode() not in known


def test_sixty_lines_carry_one_signature() -> None:
    armors = {each.data.partition(b"-----BEGIN")[2] for each in _sixty()}
    assert len(armors) == 1


# The maker


def _signer(who: str = people.OFFICE) -> Signer:
    return Signer.of(who, key_of(who).secret)


def test_the_maker_writes_what_the_paper_asks_for() -> None:
    said = [_said(number).statement for number in range(60)]
    made = make_list(_signer(), said, [salt_of(n) for n in range(60)])
    wanted = _sixty()
    assert [each.content for each in made] == [each.data for each in wanted]
    assert [each.act for each in made] == [each.fact for each in wanted]
    assert {each.act.signature.status for each in made} == {SignatureStatus.GOOD}


@pytest.mark.parametrize("count", range(1, 20))
def test_a_list_of_any_length_is_in_order(count: int) -> None:
    said = [_said(number).statement for number in reversed(range(count))]
    made = make_list(_signer(), said, [salt_of(n) for n in range(count)])
    assert [each.act.problems for each in made] == [()] * count
    scopes = [each.act.statement.scope for each in made if each.act.statement]
    assert scopes == sorted(scopes)


REFUSED: dict[str, Callable[[], object]] = {
    "without lines": lambda: make_list(_signer(), [], []),
    "of somebody else": lambda: make_list(
        _signer(people.MEMBER), [_said(1).statement], [salt_of(1)]
    ),
    "with an exam twice": lambda: make_list(
        _signer(), [_said(1).statement] * 2, [salt_of(1), salt_of(2)]
    ),
    "with one salt twice": lambda: make_list(
        _signer(), [_said(1).statement, _said(2).statement], [salt_of(1)] * 2
    ),
    "with a short salt": lambda: make_list(_signer(), [_said(1).statement], [b"salt"]),
    "with a salt too many": lambda: make_list(
        _signer(), [_said(1).statement], [salt_of(1), salt_of(2)]
    ),
}


@pytest.mark.parametrize("how", REFUSED)
def test_no_list_is_made(how: str) -> None:
    with pytest.raises(UsageError):
        REFUSED[how]()
