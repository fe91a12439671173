"""Any bytes give a document or findings, and the findings lie inside the file."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml import CBaseLoader, YAMLError
from yaml.events import NodeEvent

from proeve.model.findings import Finding
from proeve.process.documents import KINDS
from proeve.reading.builder import most_nodes
from proeve.reading.documents import read_as
from proeve.reading.yamltext import Text, data_of, parse
from proeve.words.codes import ALL
from proeve.words.saying import sentence

pytestmark = pytest.mark.slow

CASES = Path(__file__).parents[1] / "cases"
FORM = """\
# yaml-language-server: $schema=../../schemas/form.schema.json
schema: proeve/form/v1
instrument: {code: ei2-pvb1-b1-k1, version: 3}
seen_on: ["2027-01-25", '2027-01-26']
ratings:
  W1-C1:
    rating: V
    note: Werkte één uur door, óók toen het druk werd.
    evidence: [e1, e2]
  W1-C2:
    rating: 7.5
    seen: true
remark: |
  Eerste regel.
  Tweede regel.
items:
  - id: e1
    of: null
  - id: e2
    of: [[], {}, {a: [1, 2]}]
"""
VALID = [FORM, *(path.read_text() for path in sorted(CASES.glob("*/valid/*.yml")))]
TRAPS = [
    *"[]{}:-?,#|>'\"&*!%@`~\\ \n",
    *(
        "\t",
        "\r",
        "\r\n",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u202e",
        "\u200b",
        "\0",
        "\ufffe",
    ),
    *("e\u0301", "é", "🙂", "\U0010ffff", "\ud7ff"),
    *("---\n", "...\n", "%YAML 1.2\n", "<<: ", "&a ", "*a", "!!str ", "!<x> ", "? "),
    *("12:30", "010", "no", "null", "1e9", ".nan", "0" * 40, "9" * 5000, "~", "- - - "),
    *("[" * 30, "- " * 30, "{a: " * 30, "a: |\n", "a: >9\n", '"\\u202e"', '"\\x00"'),
]


LAWFUL = [
    *("12:30", "010", "no", "null", "1e9", ".nan", "~", "7", "5.0", "2027-01-31", "é"),
    *("'een: twee'", '"\\u00e9"', "[a, b]", "{a: b}", "[]", "een # twee", "- x", "x"),
]


@st.composite
def changed(draw: st.DrawFn, line: str) -> list[str]:
    """What one line may become."""
    bare = line.lstrip()
    margin = line[: len(line) - len(bare)]
    column = draw(st.integers(0, len(line)))
    trap = draw(st.sampled_from(TRAPS))
    return draw(
        st.sampled_from(
            [
                [],
                [line, line],
                [" " * draw(st.integers(0, 6)) + bare],
                [line[:column] + trap + line[column:]],
                [f"{line.partition(':')[0]}: {trap}"],
                [f"{line.partition(':')[0]}: {draw(st.sampled_from(LAWFUL))}"],
                [line, f"{margin}x{column}: {draw(st.sampled_from(LAWFUL))}"],
                [line, f"{margin}# {bare}"],
                [f"{margin}- {bare}"],
                [draw(st.sampled_from(VALID[0].split("\n")))],
            ]
        )
    )


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A good document after a few changes to its lines."""
    lines = draw(st.sampled_from(VALID)).split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at : at + 1] = draw(changed(lines[at]))
        lines = lines or [""]
    return "\n".join(lines).encode()


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    """A good document in which some bytes became others, or of which the end is off."""
    raw = bytearray(draw(st.sampled_from(VALID)).encode())
    for _ in range(draw(st.integers(0, 3))):
        raw[draw(st.integers(0, len(raw) - 1))] = draw(st.integers(0, 255))
    return bytes(raw[: draw(st.integers(0, len(raw)))])


ANY = st.one_of(mutated(), broken(), st.binary(max_size=200), st.text().map(str.encode))


def read(raw: bytes) -> Text | tuple[Finding, ...]:
    found = parse(raw, "x.yml")
    assert isinstance(found, Text) or found
    return found


def assert_inside(raw: bytes, finding: Finding) -> None:
    at = finding.where.position
    assert at is not None
    lines = raw.decode(errors="replace").removesuffix("\n").split("\n")
    assert 1 <= at.line <= len(lines)
    assert 1 <= at.column <= len(lines[at.line - 1]) + 1


@given(ANY)
@settings(max_examples=1000)
@example(b"a:\n  -")
@example(b"a:\n  -\n")
@example(b"a: [\n")
@example(b"a: 'x\n\n\n")
@example(b"?")
@example(b"\xef\xbb\xbf")
def test_any_bytes_give_data_or_findings_inside_the_file(raw: bytes) -> None:
    found = read(raw)
    for finding in () if isinstance(found, Text) else found:
        assert_inside(raw, finding)
        said = sentence(finding.code, finding.args, "nl")
        assert "{" not in said.text.replace("{a", ""), finding


@given(ANY)
def test_the_same_bytes_always_read_the_same(raw: bytes) -> None:
    first, second = read(raw), read(raw)
    if isinstance(first, Text) and isinstance(second, Text):
        assert first.data == second.data
        assert dict(first.marks) == dict(second.marks)
    else:
        assert first == second


@given(mutated())
def test_every_value_has_a_place_inside_the_file(raw: bytes) -> None:
    found = read(raw)
    if isinstance(found, Text):
        for pointer, at in found.marks.items():
            value: object = found.data
            for part in pointer:
                assert isinstance(value, dict | list)
                value = value[part]  # type: ignore[index] # any pointer
            line = raw.decode().split("\n")[at.line - 1]
            assert at.column <= len(line)
            if pointer and isinstance(pointer[-1], str) and "\\" not in line:
                assert pointer[-1] in line


@given(mutated())
def test_data_is_built_as_pyyaml_builds_it_without_resolution(raw: bytes) -> None:
    found = read(raw)
    if isinstance(found, Text):
        assert_alike(found.data, CBaseLoader(raw).get_single_data())


def assert_alike(ours: object, theirs: object) -> None:
    match ours:
        case dict():
            assert isinstance(theirs, dict)
            assert list(ours) == list(theirs)
            for key, value in ours.items():
                assert_alike(value, theirs[key])
        case list():
            assert isinstance(theirs, list)
            for mine, other in zip(ours, theirs, strict=True):
                assert_alike(mine, other)
        case str():
            assert ours == theirs
        case None | bool():
            assert theirs == {None: "null", True: "true", False: "false"}[ours]
        case int() | float():
            assert ours == float(str(theirs))


@given(mutated() | st.text(alphabet="\n,:?[]{}- a'").map(str.encode))
@example(b"[:,:,:]")
@example(b"{a}")
@example(b"- - - -")
@example(b"? ? ?")
def test_no_text_has_more_values_than_its_signs_can_bring(raw: bytes) -> None:
    found: list[object] = []
    parser = CBaseLoader(raw)
    with suppress(YAMLError):
        while parser.check_event():
            found.append(parser.get_event())
    assert sum(isinstance(each, NodeEvent) for each in found) <= most_nodes(raw)


@given(mutated())
def test_data_alone_is_what_the_whole_reading_gives(raw: bytes) -> None:
    found = read(raw)
    alone = data_of(raw, "x.yml")
    assert alone == (found.data if isinstance(found, Text) else found)


@pytest.mark.parametrize("kind", ["form", "exam", "evidence", "instrument"])
def test_documents_of_any_bytes_are_documents_or_findings(kind: str) -> None:
    @given(mutated())
    @settings(max_examples=60)
    def holds(raw: bytes) -> None:
        found = read_as(KINDS[kind], "x.yml", raw)
        for finding in found if isinstance(found, tuple) else ():
            assert finding.code in ALL
            assert_inside(raw, finding)

    holds()


def test_three_in_ten_of_the_mutations_get_past_the_scanner() -> None:
    stopped_by = {code for code in ALL if code.startswith("yaml.")} - {
        "yaml.duplicate",
        "yaml.key-not-text",
        "yaml.merge-key",
        "yaml.no-value",
        "yaml.not-a-mapping",
        "yaml.too-deep",
        "yaml.too-many",
        "yaml.second-document",
        "yaml.empty",
    }
    past: list[bool] = []

    @given(mutated())
    @settings(max_examples=300)
    def count(raw: bytes) -> None:
        found = read(raw)
        codes = set() if isinstance(found, Text) else {each.code for each in found}
        past.append(not codes & stopped_by)

    count()
    assert sum(past) >= 0.3 * len(past), f"{sum(past)} of {len(past)}"
