"""Help, prompts and wrong use speak the reader's language, from one catalogue."""

import gettext
import io
import os
from pathlib import Path
from string import Formatter

import click
import pytest

from proeve.cli import catalogue
from proeve.cli.main import every_command, main
from proeve.cli.speech import speaking, spoken, translated
from proeve.words.say import Language

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def _below(command: click.Command, words: tuple[str, ...]) -> list[tuple[str, ...]]:
    found = [words]
    if isinstance(command, click.Group):
        for name, each in sorted(command.commands.items()):
            found += _below(each, (*words, name))
    return found


def _commands() -> list[tuple[str, ...]]:
    return [
        words
        for command in every_command()
        if command.name and command.name != "proeve"
        for words in _below(command, (command.name,))
    ]


def _dutch() -> dict[str, str]:
    return {
        str(message.id): str(message.string)
        for message in catalogue.catalogue()
        if isinstance(message.id, str) and message.id
    }


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_every_command_tells_what_it_does_in_both_languages(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told = {}
    for language in LANGUAGES:
        assert main(["--lang", language, *words, "--help"]) == 0
        told[language] = capsys.readouterr().out
    assert told["nl"].startswith(f"Gebruik: proeve {' '.join(words)} ")
    assert told["en"].startswith(f"Usage: proeve {' '.join(words)} ")
    # Below the usage stands the help; without it, the options.
    nl, en = (told[language].split("\n\n")[1] for language in LANGUAGES)
    assert nl.strip() != en.strip()
    assert not nl.startswith(("Opties:", "Options:"))


def test_the_verbs_are_listed_in_both_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--lang", "nl", "--help"]) == 0
    assert "\nOpdrachten:\n" in capsys.readouterr().out
    assert main(["--lang", "en", "--help"]) == 0
    assert "\nCommands:\n" in capsys.readouterr().out


def test_no_message_lacks_its_dutch_and_none_is_unused() -> None:
    messages = [each for each in catalogue.catalogue() if each.id]
    ours = {each.id for each in messages if "click" not in each.auto_comments}
    assert ours == set(catalogue.said())
    assert [each.id for each in messages if not each.string] == []


def test_the_prompts_of_the_code_are_found() -> None:
    assert "This exam has no history." in catalogue.said()


def test_both_languages_have_the_same_gaps() -> None:
    for english, dutch in _dutch().items():
        ours, theirs = (
            {part[1] for part in Formatter().parse(text)} for text in (english, dutch)
        )
        assert ours - {None} == theirs - {None}, english


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    shipped = gettext.GNUTranslations(io.BytesIO(catalogue.MO.read_bytes()))
    for english, dutch in _dutch().items():
        assert shipped.gettext(english) == dutch
    assert catalogue.compiled(catalogue.catalogue()) == catalogue.MO.read_bytes()


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Fout: De opdracht"), ("en", "Error: No such command")],
)
def test_wrong_use_is_told_in_the_reader_s_language(
    language: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, "dance"]) == 2
    assert said in capsys.readouterr().err


def test_a_message_is_filled_in_after_it_was_translated() -> None:
    assert spoken("Print JSON.", "nl") == "Geef JSON."
    assert spoken("Print JSON.", "en") == "Print JSON."
    assert spoken("{count} exams", "nl", count=3) == "3 exams"


def test_translating_leaves_the_command_as_it_was() -> None:
    for command in every_command():
        before = (command.help, [getattr(each, "help", "") for each in command.params])
        translated(command, "nl")
        after = (command.help, [getattr(each, "help", "") for each in command.params])
        assert before == after


def test_the_environment_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    with speaking("nl"):
        assert os.environ["LANGUAGE"] == "nl"
    assert "LANGUAGE" not in os.environ
    monkeypatch.setenv("LANGUAGE", "fr")
    with speaking("en"):
        assert os.environ["LANGUAGE"] == "en"
    assert os.environ["LANGUAGE"] == "fr"


def test_the_catalogue_lies_in_the_package() -> None:
    package = Path(catalogue.__file__).parents[1]
    assert catalogue.MO.is_relative_to(package)
