"""Every command in the handbook is there, with the options that it is given."""

import re
from collections.abc import Iterator

import click
import pytest

from proeve.cli.main import every_command, verb_names
from tests.cli.running import TOP

HANDBOOK = TOP / "site_templates" / "handbook"
PAGES = sorted(path.relative_to(HANDBOOK).as_posix() for path in HANDBOOK.rglob("*.md"))
_TYPED = re.compile(r"(?:`|^)proeve ([a-z][^`\n]*)", re.MULTILINE)
_EVERYWHERE = frozenset({"--help", "--lang", "--version"})


def verbs() -> dict[str, click.Command]:
    """Return each command by its verb; the group of all and the absent come first."""
    _, _, *found = every_command()
    return dict(zip(verb_names(), found, strict=True))


def typed(page: str) -> Iterator[list[str]]:
    """Yield the words of each command on a page."""
    text = (HANDBOOK / page).read_text(encoding="utf-8")
    for found in _TYPED.finditer(text):
        yield found[1].split()


def meant(words: list[str], known: dict[str, click.Command]) -> click.Command | None:
    """Return the command that words begin with, a verb below a verb as well."""
    command = known.get(words[0])
    while isinstance(command, click.Group):
        words = words[1:]
        if not words or words[0] not in command.commands:
            return command
        command = command.commands[words[0]]
    return command


@pytest.mark.parametrize("page", PAGES)
def test_every_command_on_a_page_is_there(page: str) -> None:
    known = verbs()
    for words in typed(page):
        command = meant(words, known)
        assert command is not None, words
        options = {option for each in command.params for option in each.opts}
        options |= {option for each in command.params for option in each.secondary_opts}
        given = {word.split("=")[0] for word in words if word.startswith("--")}
        assert given <= options | _EVERYWHERE, (page, words)


def test_the_pages_have_commands_at_all() -> None:
    assert sum(1 for page in PAGES for _ in typed(page)) > 100


@pytest.mark.parametrize("name", ["groep", "bewijs"])
def test_a_page_has_the_same_commands_in_both_languages(name: str) -> None:
    nl, en = (
        [words[:2] for words in typed(f"{lang}/hulp/{name}.md")]
        for lang in ("nl", "en")
    )
    assert [_verbs_only(each) for each in nl] == [_verbs_only(each) for each in en]


def _verbs_only(words: list[str]) -> list[str]:
    return [word for word in words if re.fullmatch(r"[a-z-]+", word)]
