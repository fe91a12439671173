"""What somebody typed, as the value that it stands for; or one sentence why not.

Enter takes what is offered, `-` leaves an optional field empty. Days may be written as
`14-1-2027`, numbers with a comma, moments on the Dutch clock.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from proeve.deeds.forms.questions import Ask, Choice, Question
from proeve.errors import UsageError
from proeve.model.document import Data, Scalar

_ZONE = ZoneInfo("Europe/Amsterdam")
_DAY = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(.*)", re.DOTALL)
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?)"
)
_DECIMAL = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,6})?")
_YES = frozenset({"j", "ja", "y", "yes", "true", "1"})
_NO = frozenset({"n", "nee", "no", "false", "0"})
_LEAVE = "-"
_MOMENTS = frozenset({"date_time", "moment"})


class NotUnderstoodError(UsageError):
    """An answer that does not fit its question; asked again where somebody is there."""


def understood(question: Question, typed: str) -> Data:
    """Return the value of an answer; None leaves the field out."""
    text = typed.strip()
    if not text and question.offered is not None:
        return question.offered
    if text in ("", _LEAVE):
        if question.required:
            raise _wrong(question, "een antwoord is nodig", "an answer is needed")
        return [] if question.ask is Ask.SEVERAL and question.least == 0 else None
    value = _READERS[question.ask](question, text)
    _check(question, value)
    return value


def fits(question: Question, value: Data) -> bool:
    """Tell whether an answer from a draft still answers this question."""
    if value is None:
        return not question.required
    try:
        _check(question, value)
    except NotUnderstoodError:
        return False
    return True


def _check(question: Question, value: Data) -> None:
    """Raise for a value that is not one of the choices or outside the bounds."""
    if question.ask is Ask.SEVERAL:
        listed = value if isinstance(value, list) else [value]
        for each in listed:
            _check_one(question, each)
        _check_size(question, len(listed))
    else:
        _check_one(question, value)
        if isinstance(value, str):
            _check_size(question, len(value))
        elif isinstance(value, int | float) and not isinstance(value, bool):
            _check_size(question, value)


def _check_one(question: Question, value: Data) -> None:
    if question.ask is Ask.FLAG:
        if not isinstance(value, bool):
            raise _wrong(question, "antwoord met ja of nee", "answer yes or no")
        return
    known = [each.value for each in question.choices]
    if known and value not in known and not question.open:
        listed = ", ".join(map(str, known))
        raise _wrong(question, f"kies uit {listed}", f"choose from {listed}")
    if isinstance(value, str) and not re.search(question.pattern, value):
        example = question.example or "-"
        raise _wrong(
            question, f"schrijf het zoals {example}", f"write it like {example}"
        )


def _check_size(question: Question, size: float) -> None:
    if question.ask is Ask.CHOICE:
        return
    if question.least is not None and size < question.least:
        raise _wrong(
            question, f"minstens {question.least:g}", f"{question.least:g} or more"
        )
    if question.most is not None and size > question.most:
        raise _wrong(
            question, f"hoogstens {question.most:g}", f"{question.most:g} or less"
        )


def _wrong(question: Question, nl: str, en: str) -> NotUnderstoodError:
    return NotUnderstoodError(f"{question.title}: {nl}.", f"{question.title}: {en}.")


def _text(question: Question, text: str) -> Data:
    if question.meant == "date" or question.meant in _MOMENTS:
        return _when(question, text)
    return text


def _when(question: Question, text: str) -> str:
    """Return a day or a moment as documents write it."""
    found = _DAY.fullmatch(text)
    if found is not None:
        day, month, year, rest = found.groups()
        text = f"{year}-{int(month):02}-{int(day):02}{rest}"
    timed = _TIME.fullmatch(text)
    try:
        if timed is not None and question.meant in _MOMENTS:
            clock = timed[2].replace(".", ":").rjust(5, "0")
            moment = datetime.fromisoformat(f"{timed[1]}T{clock}")
            return moment.replace(tzinfo=_ZONE).isoformat(timespec="seconds")
        date.fromisoformat(text[:10])
    except ValueError:
        raise _wrong(
            question, "dat is geen dag die bestaat", "that is no day that exists"
        ) from None
    return text


def _whole(question: Question, text: str) -> Data:
    try:
        return int(text)
    except ValueError:
        raise _wrong(question, "een heel getal", "a whole number") from None


def _number(question: Question, text: str) -> Data:
    if _DECIMAL.fullmatch(text) is None:
        raise _wrong(question, "een getal", "a number")
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def _flag(question: Question, text: str) -> Data:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise _wrong(question, "antwoord met ja of nee", "answer yes or no")


def _choice(question: Question, text: str) -> Data:
    return _chosen(question.choices, text, question)


def _several(question: Question, text: str) -> Data:
    parts = [part for part in re.split(r"[,; ]+", text) if part]
    return list(dict.fromkeys(_chosen(question.choices, p, question) for p in parts))


def _chosen(choices: tuple[Choice, ...], text: str, question: Question) -> Scalar:
    """Return the choice that is named by its value, or by its number in the list."""
    for each in choices:
        if str(each.value).lower() == text.lower():
            return each.value
    numbers = not any(isinstance(each.value, int) for each in choices)
    if numbers and text.isdecimal() and 0 < int(text) <= len(choices):
        return choices[int(text) - 1].value
    read = _text(question, text)
    return read if isinstance(read, str) else text


_READERS: Mapping[Ask, Callable[[Question, str], Data]] = {
    Ask.TEXT: _text,
    Ask.WHOLE: _whole,
    Ask.NUMBER: _number,
    Ask.FLAG: _flag,
    Ask.CHOICE: _choice,
    Ask.SEVERAL: _several,
}
