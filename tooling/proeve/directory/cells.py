"""What stands in one cell: whether it can be a date, an address, a number, a name."""

import re
from collections.abc import Callable, Mapping
from datetime import date

_DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MAIL = re.compile(r"[^@\s;,<>]{1,64}@[^@\s;,<>]{1,185}\.[^@\s;,<>.]{2,63}")
_PHONE = re.compile(r"[+(]?[0-9][0-9() .-]{5,20}")
_NUMBER = re.compile(r"[0-9]{1,4}(?:[,.][0-9]{1,2})?")
_CREBO = re.compile(r"[0-9]{5}(?: *, *[0-9]{5})*")
_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e]")
_LONGEST = 120


def cell_fault(field: str, text: str) -> str:
    """Return the code of what is wrong with a field's text, or nothing."""
    if not text:
        return ""
    if len(text) > _LONGEST or _ODD.search(text):
        return "csv.bad-text"
    code, good = _CHECKS.get(field, ("", _anything))
    return "" if good(text) else code


def day_of(text: str) -> str:
    """Return a day such as `14-1-2027` or `2027-01-14` as ISO 8601, or nothing."""
    found = _DUTCH_DAY.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1])).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def tidied(field: str, text: str) -> str:
    """Return a text that is in order as it is kept: days in ISO 8601 and so on."""
    if field in _DAYS:
        return day_of(text)
    if field == "hours":
        return text.replace(",", ".")
    return text.lower() if field == "language" else text


def _anything(text: str) -> bool:
    return bool(text)


def _is_day(text: str) -> bool:
    return bool(day_of(text))


_DAY = ("csv.bad-date", _is_day)
_ADDRESS = ("csv.bad-mail", lambda text: bool(_MAIL.fullmatch(text)))
_CALL = ("csv.bad-phone", lambda text: bool(_PHONE.fullmatch(text)))
_DAYS = frozenset({"born", "starts", "ends"})
_CHECKS: Mapping[str, tuple[str, Callable[[str], bool]]] = {
    "born": _DAY,
    "starts": _DAY,
    "ends": _DAY,
    "email": _ADDRESS,
    "representative_email": _ADDRESS,
    "supervisor_email": _ADDRESS,
    "phone": _CALL,
    "representative_phone": _CALL,
    "supervisor_phone": _CALL,
    "hours": ("csv.bad-number", lambda text: bool(_NUMBER.fullmatch(text))),
    "language": ("csv.bad-language", lambda text: text.lower() in ("nl", "en")),
    "crebo": ("csv.bad-crebo", lambda text: bool(_CREBO.fullmatch(text))),
}
