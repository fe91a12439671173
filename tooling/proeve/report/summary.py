"""The job summary on a forge: what is in order and whose move it is, as Markdown."""

import re
from collections.abc import Iterator

from proeve.model.findings import Finding, Severity
from proeve.model.verdict import LedgerVerdict
from proeve.process.table import MEI_12
from proeve.report.findings import clean, ordered
from proeve.report.ledger import environment_line, ledger_lines
from proeve.report.status import turn
from proeve.words.labels import label
from proeve.words.say import Language
from proeve.words.saying import sentence

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~&-])")


def plain(text: str) -> str:
    """Return text of which nothing is markup: it may come from an exam."""
    return _MARKUP.sub(r"\\\1", clean(" ".join(text.split())))


def summary_lines(
    verdict: LedgerVerdict, findings: tuple[Finding, ...], language: Language
) -> Iterator[str]:
    """Yield the summary of a verdict."""
    dutch = language == "nl"
    yield "# Proeve"
    yield ""
    warning = environment_line(verdict, language)
    if warning:
        yield f"**{plain(warning)}**"
        yield ""
    for line in ledger_lines(verdict, language):
        yield f"- {plain(line)}"
    yield ""
    wrong = [each for each in findings if each.severity is Severity.ERROR]
    notes = [each for each in findings if each.severity is not Severity.ERROR]
    if wrong:
        yield "## Wat niet klopt" if dutch else "## What is not in order"
        yield ""
        yield from _told(wrong, language)
    else:
        yield "## Alles is in orde." if dutch else "## All is in order."
    yield ""
    if notes:
        yield "## Let op" if dutch else "## Worth knowing"
        yield ""
        yield from _told(notes, language)
        yield ""
    yield from _turns(verdict, language)


def _told(findings: list[Finding], language: Language) -> Iterator[str]:
    for finding in ordered(findings):
        say = sentence(finding.code, finding.args, language)
        said = f"{plain(say.text)} {plain(say.hint)}".rstrip()
        yield f"- {plain(str(finding.where))} **{finding.code}**: {said}"


def _turns(verdict: LedgerVerdict, language: Language) -> Iterator[str]:
    dutch = language == "nl"
    yield "## Nu aan de beurt" if dutch else "## Whose move it is"
    yield ""
    yield "| Examen | Stap | Wie |" if dutch else "| Exam | Step | Who |"
    yield "|---|---|---|"
    for exam in verdict.exams:
        step = exam.current
        if step is None or not step.missing:
            continue
        title = f"{MEI_12.step(step.step).number} {label(step.step, language)}"
        cells = (
            exam.scope.removeprefix("groups/"),
            title,
            turn(step.missing, language),
        )
        yield "| " + " | ".join(plain(cell) for cell in cells) + " |"
