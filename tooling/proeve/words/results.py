"""The headings of the table of results for a student system, in both languages."""

from collections.abc import Mapping

from proeve.words.labels_text import Label

RESULT_COLUMNS: Mapping[str, Label] = {
    "number": Label("studentnummer", "student number"),
    "name": Label("naam", "name"),
    "student": Label("kenmerk", "pseudonym"),
    "group": Label("groep", "group"),
    "exam": Label("examen", "exam"),
    "crebo": Label("crebo", "crebo"),
    "instrument": Label("exameninstrument", "exam instrument"),
    "attempt": Label("poging", "attempt"),
    "outcome": Label("uitslag", "result"),
    "code": Label("uitslagcode", "result code"),
    "core_tasks": Label("kerntaken", "core tasks"),
    "established": Label("vastgesteld op", "established on"),
    "revised": Label("herzien", "revised"),
    "told": Label("verteld op", "told on"),
    "counts": Label("telt mee", "counts"),
    "entered": Label("ingevoerd op", "entered on"),
}
YES = Label("ja", "yes")
NO = Label("nee", "no")
