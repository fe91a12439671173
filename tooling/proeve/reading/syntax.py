"""Where the YAML parser stopped, as a finding that says what to mend.

The parser's English never reaches the reader: its words only choose the code.
"""

from yaml import YAMLError
from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from proeve.model.findings import Finding, Location, Position
from proeve.reading.characters import position_of
from proeve.reading.marks import position

_CODES = (
    ("escape", "yaml.escape"),
    ("hexdecimal", "yaml.escape"),
    ("a quoted scalar", "yaml.quote"),
    ("mapping values are not allowed", "yaml.colon"),
    ("could not find expected ':'", "yaml.no-colon"),
    ("',' or ']'", "yaml.bracket"),
    ("',' or '}'", "yaml.bracket"),
    ("a flow node", "yaml.bracket"),
    ("a block node", "yaml.start"),
    ("directive", "yaml.directive"),
    ("a tag", "yaml.tag"),
    ("tag handle", "yaml.tag"),
    ("an anchor", "yaml.anchor"),
    ("an alias", "yaml.alias"),
    ("cannot start any token", "yaml.start"),
    ("a block scalar", "yaml.block-text"),
    ("did not find expected key", "yaml.indentation"),
    ("did not find expected '-' indicator", "yaml.indentation"),
    ("entries are not allowed", "yaml.dash"),
    ("mapping keys are not allowed", "yaml.indentation"),
    ("<document start>", "yaml.indentation"),
)
"""What the parser's words hold, and the code it stands for; the first that fits."""


def syntax_finding(error: YAMLError, raw: bytes, path: str) -> Finding:
    """Return the finding for what stopped the parser, at a place inside the file."""
    text = raw.decode()
    if isinstance(error, ReaderError):
        offset = len(raw[: error.position].decode(errors="ignore"))
        where = Location(path, _inside(text, position_of(text, offset)))
        return Finding("yaml.control", where, {"character": _name(error.character)})
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Finding("yaml.syntax", Location(path, Position(1, 1)))
    words = f"{error.context or ''} {error.problem or ''}"
    code = next((code for part, code in _CODES if part in words), "yaml.syntax")
    at = _inside(text, position(error.problem_mark))
    if code == "yaml.indentation" and _is_after_quote(text, at):
        code = "yaml.quote"
    return Finding(code, Location(path, at))


def _is_after_quote(text: str, at: Position) -> bool:
    before = text.split("\n")[at.line - 1][: at.column - 1].rstrip()
    return before.endswith(("'", '"'))


def _name(character: object) -> str:
    return f"U+{character:04X}" if isinstance(character, int) else "?"


def _inside(text: str, at: Position) -> Position:
    """Move a place after the last line end back to the end of the last line."""
    lines = text.removesuffix("\n").split("\n")
    if at.line <= len(lines):
        return at
    return Position(len(lines), len(lines[-1]) + 1)
