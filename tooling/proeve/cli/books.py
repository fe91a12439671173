"""The books of reference of the site: from the schemas, and from the commands."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import click

from proeve.cli.main import in_language, verb_names
from proeve.cli.output import Session
from proeve.cli.speech import LOCALE
from proeve.process.documents import KINDS, Kind
from proeve.reading import shipped
from proeve.reading.fields import Form, form_of
from proeve.site.books import Books, Document, Field, Library, Option, Verb
from proeve.words.labels_books import CHAPTERS, SHAPES
from proeve.words.say import Language

_DEEPEST = 2
_LARGE = 5
"""So many commands below one share their options in its manual."""
_UNTOLD = frozenset({"schema", "number", "kind"})
_ANY = re.compile(r"(\[[^\]]*\](\{[^}]*\})?)+")
_DECISION = "decision-"


def library() -> Library:
    """Return the names of all that can be looked up, and how to open it."""
    digest = hashlib.sha256()
    for folder, pattern in ((shipped.folder("schemas"), "*.json"), (LOCALE, "**/*.mo")):
        for file in sorted(folder.glob(pattern)):
            digest.update(f"{file.name} {file.stat().st_size}\n".encode())
            digest.update(file.read_bytes())
    return Library(
        documents=tuple(KINDS),
        verbs=verb_names(),
        digest=digest.hexdigest(),
        open=cache(books),
    )


def books(language: Language) -> Books:
    """Return all that there is to look up, in a language."""
    return Books(
        documents=tuple(_document(kind, language) for kind in KINDS.values()),
        verbs=tuple(_verbs(language)),
    )


def _document(kind: Kind, language: Language) -> Document:
    form = form_of(kind.name)
    return Document(
        name=kind.name,
        title=form.titled(language),
        says=form.says(language),
        chapter=CHAPTERS[_chapter(kind)].in_language(language),
        place=_place(kind),
        fields=tuple(_fields(form, language, 0)),
    )


def _chapter(kind: Kind) -> str:
    if kind.name.startswith(_DECISION):
        return "decision"
    return "registry" if kind.path.pattern.startswith("registry") else "exam"


def _place(kind: Kind) -> str:
    """Return where documents of a kind lie, with dots for what differs."""
    return "exams/" + _ANY.sub("…", kind.path.pattern.replace("\\.", "."))


def _fields(form: Form, language: Language, depth: int) -> Iterator[Field]:
    for name, inner in form.fields.items():
        if depth == 0 and name in _UNTOLD:
            continue
        yield Field(
            name=name,
            title=inner.titled(language),
            says=inner.says(language),
            shape=SHAPES[inner.shape].in_language(language),
            required=inner.required,
            depth=depth,
            choices=inner.choices,
        )
        if depth < _DEEPEST:
            below = inner.inside if inner.inside is not None else inner
            yield from _fields(below, language, depth + 1)


def _verbs(language: Language) -> Iterator[Verb]:
    whole = in_language(language)
    spoken = Session(folder=Path(), language=language)
    context = click.Context(whole, info_name="proeve", obj=spoken)
    if isinstance(whole, click.Group):
        for name in whole.list_commands(context):
            found = whole.get_command(context, name)
            if found is not None and not found.hidden:
                yield _verb(found, name, context)


def _verb(command: click.Command, name: str, above: click.Context) -> Verb:
    context = click.Context(command, info_name=name, parent=above)
    # Commands of decisions ask whoever calls them which language it is.
    with context.scope(cleanup=False):
        inner = command.commands if isinstance(command, click.Group) else {}
        usage = (context.command_path, *command.collect_usage_pieces(context))
        below = [_verb(each, key, context) for key, each in inner.items()]
        shared = _shared(below)
        return Verb(
            name=context.command_path.removeprefix("proeve "),
            short=command.get_short_help_str(limit=200),
            help=tuple(_paragraphs(command, context)),
            usage=" ".join(usage),
            options=(*_options(command, context), *shared),
            below=tuple(_without(each, shared) for each in below),
        )


def _without(verb: Verb, shared: tuple[Option, ...]) -> Verb:
    own = tuple(option for option in verb.options if option not in shared)
    return replace(verb, options=own)


def _shared(verbs: Sequence[Verb]) -> tuple[Option, ...]:
    """Return the options that every command of a large group has."""
    if len(verbs) < _LARGE:
        return ()
    first, *others = verbs
    return tuple(
        option
        for option in first.options
        if all(option in other.options for other in others)
    )


def _paragraphs(command: click.Command, context: click.Context) -> Iterator[str]:
    """Yield what the help of a command says, as it is printed."""
    formatter = click.HelpFormatter(width=10_000)
    command.format_help_text(context, formatter)
    for text in formatter.getvalue().split("\n\n"):
        if text.strip():
            yield " ".join(text.split())


def _options(command: click.Command, context: click.Context) -> Iterator[Option]:
    for param in command.get_params(context):
        if not isinstance(param, click.Option) or param.hidden:
            continue
        record = param.get_help_record(context)
        if record is None or "--help" in param.opts:
            continue
        yield Option(
            written=record[0],
            says=param.help or "",
            required=param.required,
            default=str(param.default)
            if isinstance(param.default, str) and param.default
            else "",
        )
