"""The codes that people choose from in a form, in words.

What people read in lists and sentences stands in `labels_codes`; these are asked only.
"""

from collections.abc import Mapping

from proeve.words.labels_codes import CODES
from proeve.words.labels_text import Label
from proeve.words.say import Language

FORM_CODES: Mapping[str, Label] = {
    # What kind of exam, at which side and for which part
    "standard": Label("een vaste opdracht", "a fixed assignment"),
    "own_company": Label(
        "een opdracht van het leerbedrijf", "an assignment of the company's own"
    ),
    "portfolio": Label("een portfolio", "a portfolio"),
    "company": Label("het leerbedrijf", "the training company"),
    "remote": Label("op afstand", "at a distance"),
    "contract": Label("het contract", "the contract"),
    "execution": Label("de uitvoering", "the carrying out"),
    "both": Label("allebei", "both"),
    "first": Label("eerste beoordelaar", "first assessor"),
    "second": Label("tweede beoordelaar", "second assessor"),
    "third": Label("derde beoordelaar", "third assessor"),
    # What is adapted for a student
    "extra_time": Label("meer tijd", "more time"),
    "extra_breaks": Label("extra pauzes", "extra breaks"),
    "spread_over_days": Label("verdeeld over meer dagen", "spread over more days"),
    "quiet_place": Label("een rustige plek", "a quiet place"),
    "read_aloud": Label("voorlezen", "reading aloud"),
    "large_print": Label("grote letters", "large print"),
    "language_help": Label("hulp bij de taal", "help with the language"),
    "sign_language": Label("gebarentaal", "sign language"),
    "adapted_tools": Label("aangepast gereedschap", "adapted tools"),
    "adapted_workplace": Label("een aangepaste werkplek", "an adapted workplace"),
    "other_by_committee": Label(
        "anders, door de commissie besloten", "other, decided by the committee"
    ),
    # Kinds of evidence
    "document": Label("een document", "a document"),
    "photo": Label("een foto", "a photograph"),
    "video": Label("een film", "a film"),
    "drawing": Label("een tekening", "a drawing"),
    "measurement": Label("een meetrapport", "a report of measurements"),
    "logbook": Label("een logboek", "a logbook"),
    "reflection": Label("een terugblik", "a look back"),
    "workpiece": Label("een werkstuk", "a workpiece"),
    # Appointments and the work
    "held": Label("doorgegaan", "held"),
    "moved": Label("verzet", "moved"),
    "no_show": Label("de student kwam niet", "the student did not come"),
    "running": Label("nog bezig", "still running"),
    "finished": Label("klaar", "finished"),
    # How it ended, and what then
    "passed": Label("behaald", "passed"),
    "not_passed": Label("niet behaald", "not passed"),
    "not_taken": Label("niet deelgenomen", "not taken"),
    "exempted": Label("vrijgesteld", "exempted"),
    "annulled": Label("vervallen, verkeerd aangemaakt", "annulled, made by mistake"),
    "resit": Label("een herkansing", "a resit"),
    "none_wanted": Label("geen vervolg gewenst", "no follow-up wanted"),
}
"""Each code of a list in a form that `labels_codes` has not, or means otherwise."""


def form_code_words(code: str, language: Language) -> str:
    """Return what somebody who fills in a form reads beside a code; or nothing."""
    found = FORM_CODES.get(code) or CODES.get(code)
    return found.in_language(language) if found else ""
