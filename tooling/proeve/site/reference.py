"""The pages of reference: each kind of document, and each command."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.site.books import Document, Library
from proeve.site.edition import Edition
from proeve.words.labels_text import Label

DOCUMENTS = "spelregels/documenten"
VERBS = "hulp/opdrachten"
TITLES: Mapping[str, Label] = {
    DOCUMENTS: Label("Documenten", "Documents"),
    VERBS: Label("Alle opdrachten", "All commands"),
}


@dataclass(frozen=True, slots=True)
class Looked:
    """One page to look something up in: its path, its title and its HTML."""

    path: str
    title: str
    body: str


def reference_paths(library: Library) -> Iterator[str]:
    """Yield the path of every page of reference."""
    yield DOCUMENTS
    yield from (f"{DOCUMENTS}/{name}" for name in library.documents)
    yield VERBS
    yield from (f"{VERBS}/{name}" for name in library.verbs)


def reference_page(edition: Edition, path: str) -> Looked:
    """Return one page of reference."""
    books, language = edition.library.open(edition.language), edition.language
    up = "../" * path.count("/")
    if path == DOCUMENTS:
        chapters: dict[str, list[Document]] = {}
        for document in books.documents:
            chapters.setdefault(document.chapter, []).append(document)
        body = edition.render_apart("documenten", up, chapters=chapters)
        return Looked(path, TITLES[path].in_language(language), body)
    if path == VERBS:
        body = edition.render_apart("opdrachten", up, verbs=books.verbs)
        return Looked(path, TITLES[path].in_language(language), body)
    folder, _, name = path.rpartition("/")
    if folder == DOCUMENTS:
        it = next(each for each in books.documents if each.name == name)
        return Looked(path, it.title, edition.render_apart("document", up, it=it))
    verb = next(each for each in books.verbs if each.slug == name)
    body = edition.render_apart("opdracht", up, verb=verb)
    return Looked(path, f"proeve {verb.name}", body)
