"""Data -> the text of a document, in the one way that strict reading reads back.

The same data always gives the same bytes. Dates, numbers in text and words that some
readers take for yes or no are quoted; texts of several lines stand as blocks.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from proeve.model.document import Data, Scalar
from proeve.process.documents import kind_of

_WIDTH = 88
_LETTER = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f"
_PLAIN = re.compile(
    rf"[{_LETTER}](?:[{_LETTER}0-9 ,;_.()/+%'=@-]|:(?=[{_LETTER}0-9/]))*(?<! )"
)
_IN_FLOW = re.compile(rf"[{_LETTER}](?:[{_LETTER}0-9_./+-]| (?=[{_LETTER}0-9]))*")
_DECIMAL = re.compile(r"0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6}")
_RESERVED = frozenset(
    {"true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf"}
)
_DOUBTFUL = re.compile("[\u0080-\u00a0\u00ad\u0600-\uffff\U00010000-\U0010ffff]")
_IN_BLOCK = re.compile(r"[\x20-\x7e\u00a1-\u00ac\u00ae-\u05ff\n]+")


def document_text(path: str, data: Mapping[str, Data]) -> bytes:
    """Return the bytes of the document at a path (from the top, with its modeline)."""
    kind = kind_of(path.removeprefix("exams/"))
    name = kind.name if kind else "definitions"
    up = "../" * path.count("/")
    first = f"# yaml-language-server: $schema={up}schemas/{name}.schema.json\n"
    return (first + mapping_text(data)).encode()


def mapping_text(data: Mapping[str, Data]) -> str:
    """Return a mapping as block YAML, without a modeline."""
    if not data:
        return "{}\n"
    return "".join(f"{line}\n" for line in _mapping(data, ""))


def _mapping(data: Mapping[str, Data], indent: str) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{indent}{_key(key)}:", value, indent)


def _entry(lead: str, value: Data, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        if value:
            yield lead
            yield from _mapping(value, f"{indent}  ")
        else:
            yield f"{lead} {{}}"
    elif isinstance(value, list):
        yield from _list_entry(lead, value, indent)
    elif isinstance(value, str) and "\n" in value and _fits_a_block(value):
        yield from _block(lead, value, f"{indent}  ")
    else:
        yield f"{lead} {_scalar(value)}"


def _list_entry(lead: str, items: Sequence[Data], indent: str) -> Iterator[str]:
    flow = _flow(items, _WIDTH - len(lead) - 1)
    if flow is not None:
        yield f"{lead} {flow}"
        return
    yield lead
    for item in items:
        yield from _item(item, f"{indent}  ")


def _item(item: Data, indent: str) -> Iterator[str]:
    """Yield one entry of a list, whose first line starts with the hyphen."""
    if isinstance(item, dict) and item:
        lines = _mapping(item, f"{indent}  ")
        yield f"{indent}- {next(lines).lstrip(' ')}"
        yield from lines
    elif isinstance(item, list) and item:
        yield from _list_entry(f"{indent}-", item, indent)
    else:
        yield from _entry(f"{indent}-", item, indent)


def _flow(items: Sequence[Data], room: int) -> str | None:
    """Return a short list of plain scalars on one line, or nothing."""
    texts = []
    for item in items:
        if isinstance(item, dict | list):
            return None
        if isinstance(item, str) and not _plain(item, _IN_FLOW):
            texts.append(_quoted(item))
        else:
            texts.append(_scalar(item))
    line = f"[{', '.join(texts)}]"
    return line if len(line) <= room else None


def _scalar(value: Scalar | dict[str, Data] | list[Data]) -> str:
    if isinstance(value, str):
        return _text(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _number(value) if isinstance(value, int | float) else ""


def _number(value: float) -> str:
    """Return a number as strict reading knows it; 5.0 and 5 are one there."""
    whole = math.isfinite(value) and value == int(value)
    text = str(int(value)) if whole else f"{Decimal(repr(value)):f}"
    if not _DECIMAL.fullmatch(text):
        raise ValueError(f"a document holds decimal numbers only, not {value}")
    return text


@lru_cache(maxsize=4096)
def _key(key: str) -> str:
    return key if _plain(key, _IN_FLOW) else _quoted(key)


def _text(value: str) -> str:
    return value if _plain(value, _PLAIN) else _quoted(value)


def _plain(value: str, shape: re.Pattern[str]) -> bool:
    return shape.fullmatch(value) is not None and value.lower() not in _RESERVED


def _quoted(value: str) -> str:
    """Return text between double quotes; JSON's escapes are YAML's as well."""
    text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return _DOUBTFUL.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    letter = found.group()
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if letter <= "\uffff" else f"\\U{ord(letter):08x}"


def _fits_a_block(value: str) -> bool:
    if value.endswith("\n\n") or _IN_BLOCK.fullmatch(value) is None:
        return False
    lines = value.removesuffix("\n").split("\n")
    return bool(lines[0]) and not any(line != line.strip() for line in lines)


def _block(lead: str, value: str, indent: str) -> Iterator[str]:
    yield f"{lead} {'|' if value.endswith(chr(10)) else '|-'}"
    for line in value.removesuffix("\n").split("\n"):
        yield f"{indent}{line}" if line else ""
