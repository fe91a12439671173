"""Keep the Dutch catalogue of help texts and prompts: `make words`.

Collects what the code says, adds what is new to `locale/nl/LC_MESSAGES/proeve.po` with
no translation, leaves out what is gone, and compiles it. Entries marked `click` are the
words of the library itself.
"""

import ast
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from inspect import cleandoc
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from proeve.cli.main import every_command
from proeve.cli.speech import DOMAIN, LOCALE

FOLDER = LOCALE / "nl" / "LC_MESSAGES"
PO, MO = FOLDER / f"{DOMAIN}.po", FOLDER / f"{DOMAIN}.mo"
LIBRARY = "click"
_CLI = Path(__file__).parent
_NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def said() -> dict[str, str]:
    """Return every message of help and prompts, with where it is said."""
    found: dict[str, str] = {}
    for command in every_command():
        for path, text in _of_command(command, command.name or "proeve"):
            found.setdefault(text, path)
    for path, text in _prompts():
        found.setdefault(text, path)
    return found


def _of_command(command: click.Command, path: str) -> Iterator[tuple[str, str]]:
    for text in (command.help, command.short_help, command.epilog):
        if text:
            yield path, cleandoc(text)
    for param in command.params:
        if isinstance(param, click.Option):
            texts = (param.help, param.prompt)
            yield from ((path, each) for each in texts if isinstance(each, str))
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _of_command(below, f"{path} {name}")


def _prompts() -> Iterator[tuple[str, str]]:
    """Yield the literal first argument of each call of `spoken` in `cli/`."""
    for file in sorted(_CLI.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        for call in calls:
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            first = call.args[0] if call.args else None
            if name == "spoken" and isinstance(first, ast.Constant):
                yield file.name, str(first.value)


def catalogue() -> Catalog:
    """Return the catalogue as it lies there."""
    return read_po(io.BytesIO(PO.read_bytes()), locale="nl", domain=DOMAIN)


def compiled(found: Catalog) -> bytes:
    """Return a catalogue as gettext reads it; the same text gives the same bytes."""
    found.creation_date = _NO_DATE
    buffer = io.BytesIO()
    write_mo(buffer, found)
    return buffer.getvalue()


def main() -> None:
    """Write the catalogue anew, and compile it."""
    before, after = catalogue(), Catalog(locale="nl", domain=DOMAIN)
    now = said()
    for message in before:
        if message.id and LIBRARY in message.auto_comments:
            after.add(message.id, message.string, auto_comments=[LIBRARY])
    for text, path in sorted(now.items()):
        known = before.get(text)
        after.add(text, known.string if known else "", auto_comments=[path])
    buffer = io.BytesIO()
    write_po(buffer, after, width=88, omit_header=True, sort_output=True)
    PO.write_bytes(_HEADER + buffer.getvalue())
    MO.write_bytes(compiled(catalogue()))
    open_ = [message.id for message in catalogue() if message.id and not message.string]
    click.echo(f"{len(now)} messages, {len(open_)} without Dutch")


_HEADER = b"""msgid ""
msgstr ""
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


if __name__ == "__main__":
    main()
