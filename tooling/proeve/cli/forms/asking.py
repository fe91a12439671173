"""One form in a terminal: each question with what is known, each answer kept at once.

Everything that is asked goes to stderr, so that stdout holds only what was done.
Answers may be piped as well, a line each.
"""

import sys

import click

from proeve.cli.forms.drafts import Draft
from proeve.cli.output import Session
from proeve.deeds.forms.filling import Filling
from proeve.deeds.forms.questions import Ask, Question
from proeve.deeds.forms.understanding import NotUnderstoodError
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.report.findings import clean
from proeve.words.say import Language

_BACK = "<"
_WORDS: dict[Language, tuple[str, str]] = {"nl": ("nee", "ja"), "en": ("no", "yes")}


def say(line: str = "") -> None:
    """Print a line of a form."""
    click.echo(clean(line), err=True)


def asked(session: Session, filling: Filling, draft: Draft) -> dict[str, Data]:
    """Ask what is still open, and return the whole document."""
    if filling.question is not None:
        say(
            session.choose(
                "Enter neemt over wat er staat, - laat leeg, < gaat terug, Ctrl-C "
                "bewaart wat je hebt.",
                "Enter takes what is there, - leaves empty, < goes back, Ctrl-C keeps "
                "what you have.",
            )
        )
    while filling.question is not None:
        question = filling.question
        show(session, question)
        typed = _typed(session, question, draft)
        if typed.strip() == _BACK:
            filling.back()
        elif not _taken(session, filling, typed):
            continue
        draft.save(filling.answers)
    return filling.data


def show(session: Session, question: Question) -> None:
    """Show a question with what stands beside it and what can be chosen."""
    say()
    for line in question.beside:
        say(f"  {line}")
    optional = (
        "" if question.required else session.choose(" (hoeft niet)", " (optional)")
    )
    say(f"{question.title}{optional}")
    if question.description:
        say(f"  {question.description}")
    numbered = not any(isinstance(each.value, int) for each in question.choices)
    for number, each in enumerate(question.choices, 1):
        lead = f"{number}. " if numbered else ""
        more = f"  {each.label}" if each.label else ""
        say(f"  {lead}{each.value}{more}")


def _typed(session: Session, question: Question, draft: Draft) -> str:
    lead = f"[{_offered(session, question)}] " if question.offered is not None else ""
    click.echo(f"{clean(lead)}> ", err=True, nl=False)
    try:
        line = input()
    except EOFError:
        click.echo(err=True)
        if sys.stdin.isatty():
            raise click.Abort from None
        raise _ran_out(question, draft) from None
    if not sys.stdin.isatty():
        say(line)
    return line


def _ran_out(question: Question, draft: Draft) -> UsageError:
    return UsageError(
        f"De antwoorden zijn op bij: {question.title}. Wat er was, is bewaard in "
        f"{draft.path}.",
        f"The answers ran out at: {question.title}. What there was is kept in "
        f"{draft.path}.",
    )


def _offered(session: Session, question: Question) -> str:
    value = question.offered
    if isinstance(value, bool) and question.ask is Ask.FLAG:
        return _WORDS[session.language][value]
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def _taken(session: Session, filling: Filling, typed: str) -> bool:
    """Tell whether an answer was understood; with nobody there that ends the verb."""
    try:
        filling.take(typed)
    except NotUnderstoodError as error:
        if not sys.stdin.isatty():
            raise
        say(f"  {error.nl if session.language == 'nl' else error.en}")
        return False
    return True
