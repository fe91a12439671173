import pytest

from proeve.model.document import Data
from proeve.reading.yamltext import Text, data_of, parse


def value_of(written: str) -> Data:
    data = data_of(f"a: {written}\n".encode(), "x.yml")
    assert isinstance(data, dict), data
    return data["a"]


@pytest.mark.parametrize(
    "written",
    [
        "12:30",
        "12:30:00",
        "2026-03-01",
        "2026-03-01T09:30:00+01:00",
        "no",
        "No",
        "yes",
        "on",
        "off",
        "y",
        "n",
        "010",
        "0o10",
        "0x1F",
        "0b11",
        "1_000",
        "1,000",
        "1e3",
        "1.5e3",
        "1.",
        ".5",
        "+1",
        "--1",
        "00",
        "-01",
        "1.2.3",
        "1.2345678",
        ".nan",
        ".NaN",
        ".inf",
        "-.inf",
        "~",
        "Null",
        "NULL",
        "True",
        "TRUE",
        "False",
        "None",
        "1234567890123456",
        "1234567890.5",
        "\u0661\u0662",
        "²",
        "=",
    ],
)
def test_what_yaml_programs_make_something_of_stays_the_text_it_is(
    written: str,
) -> None:
    assert value_of(written) == written
    assert isinstance(value_of(written), str)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("null", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-0", "-0"),
        ("7", 7),
        ("-7", -7),
        ("123456789012345", 123456789012345),
        ("5.5", 5.5),
        ("-0.5", -0.5),
        ("0.000001", 0.000001),
        ("5.0", 5),
    ],
)
def test_only_null_true_false_and_decimal_numbers_are_not_text(
    written: str, meant: Data
) -> None:
    assert value_of(written) == meant
    assert type(value_of(written)) is type(meant)


@pytest.mark.parametrize("word", ["null", "true", "false", "7", "5.5", ""])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_in_quotes_everything_is_text(word: str, quote: str) -> None:
    assert value_of(f"{quote}{word}{quote}") == word


def test_texts_of_several_lines_keep_or_fold_their_lines() -> None:
    raw = b"kept: |\n  een\n  twee\nfolded: >-\n  een\n  twee\nplain: een\n  twee\n"
    assert data_of(raw, "x.yml") == {
        "kept": "een\ntwee\n",
        "folded": "een twee",
        "plain": "een twee",
    }


def test_block_text_of_a_number_stays_text() -> None:
    assert data_of(b"a: |-\n  12\n", "x.yml") == {"a": "12"}


def test_the_same_data_in_block_and_in_flow_style() -> None:
    block = b"a:\n  - b: 1\n    c: [x, y]\n  - null\n"
    flow = b"{a: [{b: 1, c: [x, y]}, null]}\n"
    assert data_of(block, "x.yml") == data_of(flow, "x.yml")


def test_one_document_may_open_and_close_itself() -> None:
    assert data_of(b"# c\n---\na: 1\n...\n", "x.yml") == {"a": 1}


def test_each_value_has_its_place_and_a_field_that_of_its_name() -> None:
    raw = "# kop\nnaam: één\nlijst:\n  - x: 1\n    y: [2, {z: 3}]\n  - 'ë': 4\n"
    text = parse(raw.encode(), "x.yml")
    assert isinstance(text, Text)
    places = {key: (at.line, at.column) for key, at in text.marks.items()}
    assert places == {
        (): (2, 1),
        ("naam",): (2, 1),
        ("lijst",): (3, 1),
        ("lijst", 0): (4, 5),
        ("lijst", 0, "x"): (4, 5),
        ("lijst", 0, "y"): (5, 5),
        ("lijst", 0, "y", 0): (5, 9),
        ("lijst", 0, "y", 1): (5, 12),
        ("lijst", 0, "y", 1, "z"): (5, 13),
        ("lijst", 1): (6, 5),
        ("lijst", 1, "ë"): (6, 5),
    }
    assert len(text.marks) == len(places)


def test_columns_count_code_points_and_not_bytes() -> None:
    text = parse("{é: 1, 𝒳: 2, b: 3}\n".encode(), "x.yml")
    assert isinstance(text, Text)
    assert text.marks["b",].column == 14
