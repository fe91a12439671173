"""What every verb shares: the folder, the language, the clock, and how to print."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from proeve.cli.speech import spoken
from proeve.errors import ProeveError, UsageError
from proeve.model.findings import Finding, Severity
from proeve.words.say import Language

OK, FINDINGS = 0, 1


@dataclass(frozen=True, slots=True)
class Session:
    """Where a verb works and in which language it speaks."""

    folder: Path
    language: Language

    def choose(self, nl: str, en: str) -> str:
        """Return the text in the language of this session."""
        return nl if self.language == "nl" else en

    def spoken(self, message: str, /, **values: object) -> str:
        """Return a message of the catalogue in the language of this session."""
        return spoken(message, self.language, **values)


def say_error(error: ProeveError, language: Language) -> None:
    """Print why the tool could not judge."""
    click.echo(f"proeve: {error.nl if language == 'nl' else error.en}", err=True)


def moment(given: str | None) -> int:
    """Return a moment in seconds since 1970: as given in ISO 8601, or now."""
    if given is None:
        return int(datetime.now(UTC).timestamp())
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        raise UsageError(
            f"{given} is geen datum of tijd zoals 2027-01-15 of 2027-01-15T17:00:00Z.",
            f"{given} is no date or time such as 2027-01-15 or 2027-01-15T17:00:00Z.",
        ) from None
    return int((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp())


def today() -> str:
    """Return the day here, as documents write it."""
    return datetime.now().astimezone().date().isoformat()


def day(given: str | None) -> str:
    """Return a day as documents write it: the one that was given, or today."""
    if given is None:
        return today()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(
            f"{given} is geen datum zoals 2027-01-15.",
            f"{given} is no date such as 2027-01-15.",
        ) from None


def print_findings(findings: Iterable[Finding], style: str, language: Language) -> None:
    """Print findings in a format of `report.findings`."""
    from proeve.report.findings import report_lines  # noqa: PLC0415 - starts lint fast

    write = sys.stdout.write
    for line in report_lines(findings, style, language):
        write(f"{line}\n")


def exit_code(findings: Iterable[Finding]) -> int:
    """Return 1 when something is not in order, else 0."""
    failing = any(finding.severity is Severity.ERROR for finding in findings)
    return FINDINGS if failing else OK
