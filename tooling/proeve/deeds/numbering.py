"""Exam numbers: short, and with a check character that shows a misread one (ADR 9)."""

from collections.abc import Container, Iterable, Iterator

from stdnum.iso7064 import mod_37_36

_MOST = 9999


def exam_number(year: int, serial: int) -> str:
    """Return an exam number with its check character, `26-0042-k`; serials from 0.

    A school with more than 9,999 exams goes on with the numbers of the year after.
    """
    later, own = divmod(serial, _MOST)
    digits = f"{(year + later) % 100:02d}{own + 1:04d}"
    check = mod_37_36.calc_check_digit(digits).lower()
    return f"{digits[:2]}-{digits[2:]}-{check}"


def free_numbers(year: int, taken: Container[str], after: int = 0) -> Iterator[str]:
    """Yield numbers of a year that no exam bears, above a serial."""
    serial = after
    while True:
        number = exam_number(year, serial)
        serial += 1
        if number not in taken:
            yield number


def last_serial(year: int, taken: Iterable[str]) -> int:
    """Return the highest serial of a year that is in use, or 0."""
    start = f"{year % 100:02d}-"
    serials = (each.split("-") for each in taken if each.startswith(start))
    return max((int(parts[1]) for parts in serials if parts[1].isdigit()), default=0)
