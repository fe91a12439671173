"""Words of the books of reference: chapters of documents, and shapes of fields."""

from collections.abc import Mapping

from proeve.words.labels_text import Label

CHAPTERS: Mapping[str, Label] = {
    "registry": Label("Register van de school", "Registry of the school"),
    "exam": Label("Groep en examen", "Group and exam"),
    "decision": Label("Besluiten", "Decisions"),
}

SHAPES: Mapping[str, Label] = {
    "text": Label("tekst", "text"),
    "whole": Label("heel getal", "whole number"),
    "number": Label("getal", "number"),
    "yes_no": Label("ja of nee", "yes or no"),
    "list": Label("lijst", "list"),
    "map": Label("lijst met namen", "named list"),
    "group": Label("velden", "fields"),
}
"""Keyed by the text of a shape, which is read below this package."""
