"""Books of reference: the kinds of documents with their fields, and every command.

The site knows neither schemas nor the command line; whoever builds it hands them over
as plain values in the language of the readers.
"""

from collections.abc import Callable
from dataclasses import dataclass

from proeve.words.say import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a document; `depth` says how deep it lies in others."""

    name: str
    title: str
    says: str
    shape: str
    required: bool
    depth: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One kind of document: its words, the chapter it is in, where it lies."""

    name: str
    title: str
    says: str
    chapter: str
    place: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option of a command: how it is written, and what it is for."""

    written: str
    says: str
    required: bool
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One command, with its own and those below it; `usage` is how it is typed."""

    name: str
    short: str
    help: tuple[str, ...]
    usage: str
    options: tuple[Option, ...]
    below: tuple["Verb", ...] = ()

    @property
    def slug(self) -> str:
        """The name as it stands in an address."""
        return self.name.replace(" ", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Books:
    """All that there is to look up."""

    documents: tuple[Document, ...] = ()
    verbs: tuple[Verb, ...] = ()


def no_books(language: Language) -> Books:
    """Open nothing: for whoever has no schemas and no command line."""
    del language
    return Books()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The names of all that can be looked up, and a way to open the books.

    Opening takes longer than one changed page takes to build, so it is done only when
    `digest`, which says what the books are made of, is another one.
    """

    documents: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    digest: str = ""
    open: Callable[[Language], Books] = no_books
