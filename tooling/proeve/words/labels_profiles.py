"""Labels of audiences, kinds of data, and the public counts.

They are keyed by the text of the members, which belong to the site.
"""

from collections.abc import Mapping

from proeve.words.labels_text import Label
from proeve.words.say import Language

AUDIENCES: Mapping[str, Label] = {
    "public": Label("Iedereen", "Everybody"),
    "internal": Label("Examenbureau", "Exam office"),
    "committee": Label("Examencommissie", "Exam committee"),
    "group": Label("Docent van een groep", "Teacher of a group"),
    "company": Label("Leerbedrijf", "Company"),
    "student": Label("Student", "Student"),
    "inspector": Label("Inspecteur", "Inspector"),
}

DATA: Mapping[str, Label] = {
    "numbers": Label("Aantallen en rapportages", "Numbers and reports"),
    "exams": Label(
        "Examens: pseudoniemen, bedrijven, stappen, akkoorden",
        "Exams: pseudonyms, companies, steps, approvals",
    ),
    "names": Label("Namen uit het namenbestand", "Names from the directory file"),
    "judgements": Label(
        "Beoordelingen: formulieren en consensus", "Judgements: forms and consensus"
    ),
    "results": Label("Uitslagen", "Results"),
    "criteria": Label("Criteria van het instrument", "Criteria of the instrument"),
    "decisions": Label("Besluiten en zaken", "Decisions and cases"),
    "findings": Label(
        "Bevindingen en oordeel over commits", "Findings and judgement of commits"
    ),
    "statistics": Label("Cijfers over beoordelaars", "Statistics about assessors"),
    "anchor": Label("Anker en laatste commit", "Anchor and last commit"),
}

EXTENTS: Mapping[str, Label] = {
    "all": Label("alles", "all"),
    "own": Label("alleen eigen examens", "own exams only"),
    "established": Label(
        "van eigen examens, na het vaststellen van de uitslag",
        "of own exams, once the result is established",
    ),
    "instrument": Label(
        "van eigen examens, als het instrument het zegt",
        "of own exams, when the instrument says so",
    ),
    "course": Label(
        "van eigen examens, wat de volgorde van stappen raakt; zonder reden",
        "of own exams, what moves the steps; without the reason",
    ),
    "counted": Label(
        "alleen aantallen van vijf of meer", "only numbers of five or more"
    ),
    "decided": Label(
        "na een besluit van de examencommissie",
        "after a decision of the exam committee",
    ),
    "none": Label("niets", "nothing"),
}

COLUMNS: Mapping[str, Label] = {
    "preparation": Label("In voorbereiding", "In preparation"),
    "execution": Label("In uitvoering", "In execution"),
    "assessment": Label("In beoordeling", "In assessment"),
    "passed": Label("Behaald", "Passed"),
    "not_passed": Label("Niet behaald", "Not passed"),
    "otherwise": Label("Anders geëindigd", "Ended otherwise"),
    "running": Label("Loopt nog", "Running"),
    "not_passed_or_otherwise": Label(
        "Niet behaald of anders geëindigd", "Not passed, or ended otherwise"
    ),
    "ended": Label("Geëindigd", "Ended"),
    "all": Label("Examens", "Exams"),
}

WAYS: Mapping[str, Label] = {
    "status": Label("Alle examens", "All exams"),
    "qualification": Label("Per kwalificatie", "By qualification"),
    "year": Label("Per schooljaar van de start", "By the school year of their start"),
}


def said(words: Mapping[str, Label], key: str, language: Language) -> str:
    """Return the words of a key in one language."""
    return words[key].in_language(language)
