"""The language of help texts and prompts: English in the code, Dutch in a catalogue.

Help is written where a command is declared, before anybody said which language they
speak; so it is translated when it is shown. The sentences of findings and the labels
of the process are tables in `words/` instead (ADR 17).
"""

import copy
import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from inspect import cleandoc
from pathlib import Path

import click

from proeve.words.say import Language

DOMAIN = "proeve"
LOCALE = Path(__file__).parents[1] / "locale"
_VARIABLE = "LANGUAGE"


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, LOCALE, [language])


def spoken(message: str, language: Language, **values: object) -> str:
    """Return a message of the code in a language, with its `{values}` filled in."""
    found = _catalogue(language).gettext(message) if message else message
    return found.format(**values) if values else found


def translated(command: click.Command, language: Language) -> click.Command:
    """Return a command whose help, and that of all below it, is in a language."""
    shown = copy.copy(command)
    for name in ("help", "short_help", "epilog"):
        text = getattr(shown, name)
        setattr(shown, name, spoken(cleandoc(text), language) if text else text)
    shown.params = [_option(param, language) for param in command.params]
    if isinstance(shown, click.Group):
        shown.commands = {
            name: translated(each, language) for name, each in shown.commands.items()
        }
    return shown


def _option(param: click.Parameter, language: Language) -> click.Parameter:
    shown = copy.copy(param)
    if isinstance(shown, click.Option):
        shown.help = spoken(shown.help, language) if shown.help else shown.help
        if isinstance(shown.prompt, str):
            shown.prompt = spoken(shown.prompt, language)
    return shown


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Let click's own words, as in `Usage:` and its errors, be in a language too.

    They come from gettext, which asks the environment at each message.
    """
    before = os.environ.get(_VARIABLE)
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    os.environ[_VARIABLE] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before
