"""Which characters may stand in a YAML document, settled before any parser sees it.

PyYAML takes U+0085, U+2028 and CR inside a comment for a new line, so that a reviewer
sees a comment where the parser sees a field (TRUST 1.13). Such a text is not parsed.
"""

import re
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from proeve.model.findings import Finding, Location, Position

MAX_BYTES = 256 * 1024
"""The largest document; an assessment form is about 3 KiB."""

_ORDINARY = bytes([0x09, 0x0A, *range(0x20, 0x7F)])
_TAB_INDENT = re.compile(r"^ *(\t)", re.MULTILINE)
_NONCHARACTERS = "".join(chr(p << 16 | e) for p in range(17) for e in (0xFFFE, 0xFFFF))

# Fixed ranges instead of unicodedata.category: the answer may not change with the
# Python version. `invisible` is Default_Ignorable_Code_Point less the bidi marks.
_REFUSED = re.compile(
    "(?P<line_break>[\r\x85\u2028\u2029])"
    "|(?P<bidi>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    "|(?P<invisible>[\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d"
    "\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff])"
    f"|(?P<control>[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef{_NONCHARACTERS}])"
)
_CODES = {
    "line_break": "yaml.line-break",
    "bidi": "yaml.bidi",
    "invisible": "yaml.invisible",
    "control": "yaml.control",
}


def refused_in_file(raw: bytes, path: str) -> tuple[Finding, ...]:
    """Return what keeps these bytes from being parsed at all."""
    if len(raw) > MAX_BYTES:
        args = {"limit": str(MAX_BYTES // 1024)}
        return (Finding("yaml.too-large", Location(path, Position(1, 1)), args),)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        position = position_of(raw[: error.start].decode(), error.start)
        return (Finding("yaml.not-utf-8", Location(path, position)),)
    return () if _is_plain(raw) else tuple(_in_text(text, path))


def refused_in_value(value: str, where: Location) -> Iterator[Finding]:
    """Report what an escape in double quotes would bring in unseen."""
    for match in _first_of_each(value):
        yield _character(match, where)
    if not is_normalized("NFC", value):
        yield Finding("yaml.not-nfc", where)


def position_of(text: str, offset: int) -> Position:
    """Return the line and column, counted in code points, of a place in a text."""
    before = text[:offset]
    return Position(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _is_plain(raw: bytes) -> bool:
    """Answer without looking at each character, for the text that nearly all have."""
    if b"\t" in raw:
        return False
    rest = raw.translate(None, _ORDINARY).decode()
    # Below U+0300 nothing composes, so accented letters need no look at the whole.
    return not rest or (max(rest) < "\u0300" and not _REFUSED.search(rest))


def _in_text(text: str, path: str) -> Iterator[Finding]:
    if text.startswith("\ufeff"):
        yield Finding("yaml.byte-order-mark", Location(path, Position(1, 1)))
        text = " " + text[1:]
    for match in _first_of_each(text):
        yield _character(match, Location(path, position_of(text, match.start())))
    if tab := _TAB_INDENT.search(text):
        position = position_of(text, tab.start(1))
        yield Finding("yaml.tab", Location(path, position))
    if not is_normalized("NFC", text):
        yield Finding("yaml.not-nfc", Location(path, _not_composed(text)))


def _first_of_each(text: str) -> Iterator[re.Match[str]]:
    # One finding a sort: a file with Windows line ends has one fault, not a hundred.
    seen: set[str | None] = set()
    for match in _REFUSED.finditer(text):
        if match.lastgroup not in seen:
            seen.add(match.lastgroup)
            yield match


def _character(match: re.Match[str], where: Location) -> Finding:
    code = _CODES[str(match.lastgroup)]
    return Finding(code, where, {"character": f"U+{ord(match[0]):04X}"})


def _not_composed(text: str) -> Position:
    for number, line in enumerate(text.split("\n"), start=1):
        composed = normalize("NFC", line)
        if composed != line:
            pairs = enumerate(zip(line, composed, strict=False), start=1)
            column = next((at for at, (a, b) in pairs if a != b), 1)
            return Position(number, column)
    return Position(1, 1)
