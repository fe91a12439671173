"""Trailers: written and read back, and every way to smuggle one in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proeve.history.statements import (
    Problem,
    act_text,
    read_message,
    subject_of,
    trailer_block,
)
from proeve.model.statement import NO_TEXT
from proeve.process.vocabulary import Action, Role
from tests.history.building import MESSAGE, REPO, STATEMENT, TRAILERS

BLOCK = trailer_block(TRAILERS)


def code(message: str | bytes) -> str:
    found = read_message(message.encode() if isinstance(message, str) else message)
    assert isinstance(found, Problem)
    return found.code


def test_what_is_written_is_read_back() -> None:
    assert read_message(MESSAGE.encode()) == TRAILERS


def test_the_block_is_that_of_the_protocol() -> None:
    assert BLOCK.splitlines()[:3] == [
        "Proeve-Version: 1",
        f"Proeve-Repo: {REPO}",
        "Proeve-Scope: groups/ei2-2026-a/pvb-0042",
    ]
    assert [line.partition(":")[0] for line in BLOCK.splitlines()[3:]] == [
        f"Proeve-{name}"
        for name in (
            *("Step", "Action", "Role", "Actor", "Seq", "Text"),
            *("Base", "Subject"),
        )
    ]


def test_an_act_has_the_same_nine_lines() -> None:
    lines = act_text(STATEMENT).splitlines()
    assert lines[0] == "proeve-act/1"
    trailers = BLOCK.splitlines()[1:9]
    assert lines[1:] == [
        f"{name.removeprefix('Proeve-').lower()}:{value}"
        for name, _, value in (line.partition(":") for line in trailers)
    ]


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
def test_every_action_and_role_can_be_stated(action: Action, role: Role) -> None:
    statement = replace(STATEMENT, action=action, role=role, text=NO_TEXT, step="-")
    trailers = replace(TRAILERS, statement=statement)
    assert read_message(f"s\n\n{trailer_block(trailers)}".encode()) == trailers


def test_a_body_may_stand_between() -> None:
    message = f"subject\n\nwhy this is so\nand more\n\n{BLOCK}"
    assert read_message(message.encode()) == TRAILERS


LINES = BLOCK.splitlines(keepends=True)
ABSENT = {
    "no trailers": "subject\n",
    "other trailers": "subject\n\nSigned-off-by: someone\n",
    "empty message": "",
}
ELSEWHERE = {
    "block without a subject": BLOCK,
    "empty line at the end": f"{MESSAGE}\n",
    "block in the middle": f"subject\n\n{BLOCK}\nthe end\n",
    "line in the body": f"subject\n\nProeve-Role: admin\n\n{BLOCK}",
    "line as subject": f"Proeve-Role: admin\n\n{BLOCK}",
    "line in capitals": f"subject\n\nPROEVE-ROLE: admin\n\n{BLOCK}",
    "quoted line": f"subject\n\n> Proeve-Role: admin\n\n{BLOCK}",
    "two blocks": f"subject\n\n{BLOCK}\n{BLOCK}",
    "another trailer first": f"subject\n\nSigned-off-by: x\n{BLOCK}",
    "space before": f"s\n\n{BLOCK.replace('Proeve-Version', ' x Proeve-Version', 1)}",
}
LINE_FAULTS = {
    "a line twice": "".join([*LINES[:5], LINES[4], *LINES[5:]]),
    "another trailer after": f"{BLOCK}Signed-off-by: x\n",
    "a line short": "".join(LINES[:-1]),
    "folded": BLOCK.replace("Proeve-Step: ", "Proeve-Step:\n "),
    "no last newline": BLOCK[:-1],
}
ORDER_FAULTS = {
    "swapped": "".join([*LINES[:3], LINES[4], LINES[3], *LINES[5:]]),
    "a twin for a line": "".join([*LINES[:4], LINES[3], *LINES[5:]]),
    "lower case": BLOCK.replace("Proeve-Role", "proeve-role"),
    "no space": BLOCK.replace("Proeve-Role: ", "Proeve-Role:"),
    "space before the colon": BLOCK.replace("Proeve-Role: ", "Proeve-Role : "),
}
VALUE_FAULTS = {
    "version 2": BLOCK.replace("Version: 1", "Version: 2"),
    "seq with a zero": BLOCK.replace("Seq: 5", "Seq: 05"),
    "seq with a sign": BLOCK.replace("Seq: 5", "Seq: +5"),
    "seq too long": BLOCK.replace("Seq: 5", "Seq: 5000000000"),
    "unknown role": BLOCK.replace("school_contact", "boss"),
    "unknown action": BLOCK.replace("Action: approve", "Action: bless"),
    "space at the end": BLOCK.replace("Seq: 5", "Seq: 5 "),
    "real name": BLOCK.replace("p-4f2a91c0", "p-4f2a91c"),
    "digest in capitals": BLOCK.replace("ab" * 32, "AB" * 32, 1),
    "scope that climbs": BLOCK.replace("groups/ei2-2026-a/", "groups/../"),
    "base of nothing": BLOCK.replace(f"Base: sha256:{'ab' * 32}", "Base: -"),
}


@pytest.mark.parametrize("message", ABSENT.values(), ids=ABSENT.keys())
def test_a_message_without_our_lines_states_nothing(message: str) -> None:
    assert code(message) == "statement.absent"


@pytest.mark.parametrize("message", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_our_lines_stand_in_the_last_paragraph_only(message: str) -> None:
    assert code(message) == "statement.elsewhere"


@pytest.mark.parametrize("block", LINE_FAULTS.values(), ids=LINE_FAULTS.keys())
def test_there_are_exactly_eleven_lines(block: str) -> None:
    assert code(f"subject\n\n{block}") == "statement.lines"


@pytest.mark.parametrize("block", ORDER_FAULTS.values(), ids=ORDER_FAULTS.keys())
def test_each_line_has_its_place_and_spelling(block: str) -> None:
    assert code(f"subject\n\n{block}") == "statement.order"


@pytest.mark.parametrize("block", VALUE_FAULTS.values(), ids=VALUE_FAULTS.keys())
def test_each_value_has_one_form(block: str) -> None:
    assert code(f"subject\n\n{block}") == "statement.value"


HIDDEN = {
    "nul": "\0",
    "carriage return": "\r",
    "escape": "\x1b[31m",
    "c1": "\x85",
    "line separator": "\u2028",
    "right to left": "\u202e",
    "zero width": "\u200b",
    "byte order mark": "\ufeff",
    "decomposed": "e\u0301",
    "tag": "\U000e0041",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN.keys())
def test_nothing_hides_in_a_message(text: str) -> None:
    assert code(f"sub{text}ject\n\n{BLOCK}") == "statement.characters"


def test_a_message_is_utf_8() -> None:
    assert code(b"\xff" + MESSAGE.encode()) == "statement.characters"


def test_a_message_is_short() -> None:
    assert code(f"subject\n\n{'x' * 4096}\n\n{BLOCK}") == "statement.long"


def test_an_accent_is_no_fault() -> None:
    assert read_message(f"één\n\n{BLOCK}".encode()) == TRAILERS


def test_a_subject_is_safe_to_show() -> None:
    assert subject_of("a\x1b\u202eb\nc".encode()) == "a\ufffd\ufffdb"
    assert subject_of(b"\xff") == "\ufffd"


@given(st.binary(max_size=200), st.integers(0, len(MESSAGE)))
def test_any_bytes_give_an_answer(noise: bytes, place: int) -> None:
    message = MESSAGE.encode()
    found = read_message(message[:place] + noise + message[place:])
    assert isinstance(found, Problem) or found.statement.repo == REPO
