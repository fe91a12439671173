import time

import pytest

from proeve.model.findings import Finding
from proeve.reading.builder import MAX_DEPTH, MAX_NODES
from proeve.reading.characters import MAX_BYTES
from proeve.reading.yamltext import Text, parse

DEEPEST = b"a: " + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1)


def findings(raw: bytes) -> list[str]:
    found = parse(raw, "x.yml")
    return [] if isinstance(found, Text) else [told(finding) for finding in found]


def told(finding: Finding) -> str:
    at = finding.where.position
    assert at is not None
    return f"{at.line}:{at.column} {finding.code}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # more than one reading
        ("a: 1\nb: 2\na: 3\n", ["3:1 yaml.duplicate"]),
        ("a: {b: 1, b: 2, b: 3}\n", ["1:11 yaml.duplicate", "1:17 yaml.duplicate"]),
        ("'a': 1\n\"a\": 2\n", ["2:1 yaml.duplicate"]),
        ('\u00e9: 1\n"\\u00e9": 2\n', ["2:1 yaml.duplicate"]),
        ("a: &b 1\n", ["1:4 yaml.anchor"]),
        ("a: &b [1]\nc: *b\n", ["1:4 yaml.anchor", "2:4 yaml.alias"]),
        ("*a : 1\n", ["1:1 yaml.alias"]),
        ("a: [*b]\n", ["1:5 yaml.alias"]),
        ("<<: {a: 1}\n", ["1:1 yaml.merge-key"]),
        ("a: !!python/object:os.system x\n", ["1:4 yaml.tag"]),
        ("a: !!str 1\n", ["1:4 yaml.tag"]),
        ("a: ! 1\n", ["1:4 yaml.tag"]),
        ("!!map\na: 1\n", ["1:1 yaml.tag"]),
        ("!!str a: 1\n", ["1:1 yaml.tag"]),
        ("a: !x [1]\n", ["1:4 yaml.tag"]),
        ("a: !h!x 1\n", ["1:4 yaml.tag"]),
        ("%YAML 1.1\n---\na: 1\n", ["1:1 yaml.directive"]),
        ("%TAG ! x,2000:\n---\na: 1\n", ["1:1 yaml.directive"]),
        ("%FOO\n---\na: 1\n", ["1:5 yaml.directive"]),
        ("a: 1\n---\nb: 2\n", ["2:1 yaml.second-document"]),
        ("a: 1\n...\n---\n", ["3:1 yaml.second-document"]),
        # keys
        ("1: a\n", ["1:1 yaml.key-not-text"]),
        ("null: a\n", ["1:1 yaml.key-not-text"]),
        ("true: a\n", ["1:1 yaml.key-not-text"]),
        (": a\n", ["1:1 yaml.indentation"]),
        ("? [a, b]\n: 1\n", ["1:3 yaml.key-not-text"]),
        ("{a: 1}: 2\n", ["1:1 yaml.key-not-text"]),
        ("a: {[b]: {c: 1}, d: 2}\n", ["1:5 yaml.key-not-text"]),
        # nothing there
        ("", ["1:1 yaml.empty"]),
        ("# alleen een opmerking\n", ["1:1 yaml.empty"]),
        ("\n\n", ["1:1 yaml.empty"]),
        ("---\n", ["1:1 yaml.empty"]),
        ("a:\n", ["1:1 yaml.no-value"]),
        ("a: 1\nb:\nc: 2\n", ["2:1 yaml.no-value"]),
        ("a:\n  -\n  - 1\n", ["2:4 yaml.no-value"]),
        ("{a, b: 1}\n", ["1:2 yaml.no-value"]),
        ("a\n", ["1:1 yaml.not-a-mapping"]),
        ("- a\n- b\n", ["1:1 yaml.not-a-mapping"]),
        ("null\n", ["1:1 yaml.not-a-mapping"]),
        # where the parser stops
        ("a: [1\nb: 2\n", ["2:2 yaml.bracket"]),
        ("a: {b: 1\nc: 2\n", ["2:2 yaml.bracket"]),
        ("a: [1, 2}\n", ["1:9 yaml.bracket"]),
        ("a: ]\n", ["1:4 yaml.start"]),
        ("a: 'b\n", ["1:6 yaml.quote"]),
        ('a: "b\n---\n', ["2:1 yaml.quote"]),
        ('a: "\\q"\n', ["1:5 yaml.escape"]),
        ('a: "\\ud800"\n', ["1:7 yaml.escape"]),
        ('a: "\\xg0"\n', ["1:7 yaml.escape"]),
        ("a: b: c\n", ["1:5 yaml.colon"]),
        ("a: b\n  c: d\n", ["2:4 yaml.colon"]),
        ("a: 1\nb\nc: 2\n", ["3:1 yaml.no-colon"]),
        ("  a: 1\n b: 2\n", ["2:2 yaml.indentation"]),
        ("a:\n  - b\n c: 1\n", ["3:2 yaml.indentation"]),
        ("a: - b\n", ["1:4 yaml.dash"]),
        ("a: 'b' c\n", ["1:8 yaml.quote"]),
        ("a: @b\n", ["1:4 yaml.start"]),
        ("a: `b`\n", ["1:4 yaml.start"]),
        ("a: %b\n", ["1:4 yaml.start"]),
        ("a: |x\n  b\n", ["1:5 yaml.block-text"]),
        ("a: &\n", ["1:5 yaml.anchor"]),
        ("a: * b\n", ["1:5 yaml.alias"]),
        # characters
        ("a: 1\r\nb: 2\r\n", ["1:5 yaml.line-break"]),
        ("note: x # ok\u2028result: pass\n", ["1:13 yaml.line-break"]),
        ("note: x # ok\u2029result: pass\n", ["1:13 yaml.line-break"]),
        ("note: x # ok\x85result: pass\n", ["1:13 yaml.line-break"]),
        ("note: x # ok\rresult: pass\n", ["1:13 yaml.line-break"]),
        ("a:\n\tb: 1\n", ["2:1 yaml.tab"]),
        ("a:\n  \tb: 1\n", ["2:3 yaml.tab"]),
        ("\ufeffa: 1\n", ["1:1 yaml.byte-order-mark"]),
        ("a: x\ufeffy\n", ["1:5 yaml.invisible"]),
        ("a: een\u202etwee\n", ["1:7 yaml.bidi"]),
        ("a: een\u2066twee\u2069\n", ["1:7 yaml.bidi"]),
        ("a: een\u200btwee\n", ["1:7 yaml.invisible"]),
        ("é: een\xadtwee\n", ["1:7 yaml.invisible"]),
        ("a: \U000e0041\n", ["1:4 yaml.invisible"]),
        ("a: \x00\n", ["1:4 yaml.control"]),
        ("a: \x1b[31m\n", ["1:4 yaml.control"]),
        ("a: \x7f\n", ["1:4 yaml.control"]),
        ("a: \x9b\n", ["1:4 yaml.control"]),
        ("a: \ufffe\n", ["1:4 yaml.control"]),
        ("a: \U0001fffe\n", ["1:4 yaml.control"]),
        ("# x\na: be\u0301\n", ["2:5 yaml.not-nfc"]),
        ("a: \u212b\n", ["1:4 yaml.not-nfc"]),
        ("# \u200b\na: \u202e\u200b\n", ["1:3 yaml.invisible", "2:4 yaml.bidi"]),
        # the same, brought in by an escape
        ('a: "x\\u202ey"\n', ["1:4 yaml.bidi"]),
        ('a: "x\\0y"\n', ["1:4 yaml.control"]),
        ('a: "x\\ry"\n', ["1:4 yaml.line-break"]),
        ('"x\\u200b": y\n', ["1:1 yaml.invisible"]),
        ('a: "e\\u0301"\n', ["1:4 yaml.not-nfc"]),
        ('a: "e\\\n  \u0301"\n', ["1:4 yaml.not-nfc"]),
    ],
)
def test_a_trap_is_a_finding_at_its_place(text: str, expected: list[str]) -> None:
    assert findings(text.encode()) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"a: \xff\n", ["1:4 yaml.not-utf-8"]),
        (b"# \xc3\xa9\xc3\xa9\na: \xc3", ["2:4 yaml.not-utf-8"]),
        (b"a: \xed\xa0\x80\n", ["1:4 yaml.not-utf-8"]),
        ("a: 1\n".encode("utf-16"), ["1:1 yaml.not-utf-8"]),
        # Deleting the plain bytes between these would leave good UTF-8.
        (b"a: \xc3x\xa9\n", ["1:4 yaml.not-utf-8"]),
    ],
)
def test_other_encodings_are_a_finding_at_the_first_wrong_byte(
    raw: bytes, expected: list[str]
) -> None:
    assert findings(raw) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a: een\ttwee\n",
        'a: "een\\ttwee\\n"\n',
        "a: één ß Ĳsselmeer – “citaat” … € ½\n",
        "a: 例 مرحبا 🙂\n",
        "a: x\ufffdy\n",
        "a: 'C#: fijn & veilig * ! %'\n",
        "a: C# en R&D * ! % blijven\n",
    ],
)
def test_ordinary_writing_passes(text: str) -> None:
    assert findings(text.encode()) == []


def test_all_faults_of_reading_are_told_at_once() -> None:
    text = "a: &x 1\na: !!str 2\n3: *x\nb:\n"
    assert findings(text.encode()) == [
        "1:4 yaml.anchor",
        "2:1 yaml.duplicate",
        "2:4 yaml.tag",
        "3:1 yaml.key-not-text",
        "3:4 yaml.alias",
        "4:1 yaml.no-value",
    ]


def test_an_alias_bomb_is_never_opened() -> None:
    bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    bomb += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    codes = {line.split()[1] for line in findings("\n".join(bomb).encode())}
    assert codes == {"yaml.anchor", "yaml.alias"}


@pytest.mark.parametrize(
    "opening", [b"[", b"{", b"- ", b"? ", b"[a,", b"{a: ", b"[{a: "]
)
@pytest.mark.parametrize("start", [b"", b"a: "])
def test_twenty_thousand_levels_are_a_finding_at_once(
    opening: bytes, start: bytes
) -> None:
    before = time.perf_counter()
    found = findings(start + opening * 20_000)
    assert time.perf_counter() - before < 1
    assert len(found) >= 1
    assert found[-1].split()[1] in {
        "yaml.too-deep",
        "yaml.dash",
        "yaml.indentation",
    }


def test_depth_ends_at_its_limit() -> None:
    assert findings(DEEPEST) == []
    assert findings(DEEPEST.replace(b"[]", b"[[]]")) == ["1:19 yaml.too-deep"]


def test_the_number_of_values_ends_at_its_limit() -> None:
    full = b"a: [" + b"1," * (MAX_NODES - 3) + b"]\n"
    assert findings(full) == []
    assert findings(full.replace(b"]", b"1]")) == ["1:9999 yaml.too-many"]


def test_size_ends_at_its_limit() -> None:
    full = b"a: " + b"x" * (MAX_BYTES - 4) + b"\n"
    assert findings(full) == []
    assert findings(b"#" + full) == ["1:1 yaml.too-large"]


def test_a_name_in_a_finding_stays_short() -> None:
    found = parse(b"a" * 900 + b": 1\n" + b"a" * 900 + b": 1\n", "x.yml")
    # So long a key is no simple key for YAML, unless it is asked for.
    assert isinstance(found, tuple)
    found = parse(b"? " + b"a" * 900 + b"\n: 1\n? " + b"a" * 900 + b"\n: 2\n", "x.yml")
    assert isinstance(found, tuple)
    assert len(found[0].args["key"]) < 100
