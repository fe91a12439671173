"""Labels of the codes in documents: roads, reasons, measures and what came of a case.

They stand in documents instead of free text, so that nothing about somebody's health or
conduct is written down in words.
"""

from collections.abc import Mapping

from proeve.words.labels_text import Label
from proeve.words.say import Language

CODES: Mapping[str, Label] = {
    # How the student was told
    "letter": Label("per brief", "by letter"),
    "mail": Label("per e-mail", "by e-mail"),
    "phone": Label("per telefoon", "by phone"),
    "in_person": Label("persoonlijk", "in person"),
    "page": Label("op de eigen pagina", "on the personal page"),
    # What happens when assessors do not agree
    "third_assessor": Label(
        "een derde beoordelaar kijkt mee", "a third assessor joins"
    ),
    "first_decides": Label(
        "de eerste beoordelaar beslist", "the first assessor decides"
    ),
    "committee_decides": Label(
        "de examencommissie beslist", "the exam committee decides"
    ),
    # Irregularities and measures
    "not_own_work": Label("geen eigen werk", "not one's own work"),
    "forbidden_help": Label("hulp die niet mocht", "help that was not allowed"),
    "forbidden_means": Label("middelen die niet mochten", "means not allowed"),
    "false_evidence": Label("vals bewijs", "false evidence"),
    "absence": Label("afwezigheid", "absence"),
    "disorder": Label("verstoring", "disorder"),
    "conduct_of_exam": Label("de afname zelf", "the conduct of the exam"),
    "none": Label("geen maatregel", "no measure"),
    "warning": Label("een waarschuwing", "a warning"),
    "declared_invalid": Label("ongeldig verklaard", "declared invalid"),
    "exclusion": Label("uitsluiting", "exclusion"),
    "new_exam": Label("een nieuw examen", "a new exam"),
    # What a case is about
    "conduct": Label("de afname", "the conduct of the exam"),
    "judging": Label("de beoordeling", "the assessment"),
    "treatment": Label("de behandeling", "the treatment"),
    "organisation": Label("de organisatie", "the organisation"),
    "outcome": Label("de uitslag", "the outcome"),
    "measure": Label("een maatregel", "a measure"),
    "extension": Label("uitstel", "an extension"),
    "exemption": Label("een vrijstelling", "an exemption"),
    "arrangement": Label("een aanpassing", "an arrangement"),
    "inspection": Label("inzage", "inspection of the work"),
    # How far a case is, and what came of it
    "received": Label("ontvangen", "received"),
    "in_progress": Label("in behandeling", "in progress"),
    "decided": Label("besloten", "decided"),
    "withdrawn": Label("ingetrokken", "withdrawn"),
    "granted": Label("toegewezen", "granted"),
    "partly_granted": Label("voor een deel toegewezen", "partly granted"),
    "rejected": Label("afgewezen", "rejected"),
    "inadmissible": Label("niet ontvankelijk", "inadmissible"),
    "annulled": Label("de uitslag vervalt", "the result is annulled"),
    "dismissed": Label("ongegrond", "dismissed"),
    # Keeping and destroying
    "diploma": Label("het diploma is uitgereikt", "the diploma was handed out"),
    "leaving": Label("de student is vertrokken", "the student left"),
    "hold": Label("het dossier blijft bewaard", "the dossier is held"),
    "hold_released": Label(
        "het dossier hoeft niet langer vast", "the hold was released"
    ),
    "destroyed": Label("het dossier is vernietigd", "the dossier was destroyed"),
    "erased": Label("er is bewijs gewist", "evidence was erased"),
    # What an exemption rests on
    "earlier_exam": Label("een eerder examen", "an earlier exam"),
    "certificate": Label("een certificaat", "a certificate"),
    "recognised_experience": Label("erkende ervaring", "recognised experience"),
    # Why an exam was withdrawn or annulled
    "student_left": Label("de student is vertrokken", "the student left"),
    "company_changed": Label("ander leerbedrijf", "another company"),
    "programme_changed": Label("andere opleiding", "another programme"),
    "assignment_changed": Label("andere opdracht", "another assignment"),
    "not_ready": Label("de student is nog niet zover", "the student is not ready"),
    "wrong_student": Label("verkeerde student", "wrong student"),
    "double": Label("dubbel aangemaakt", "made twice"),
    "wrong_instrument": Label("verkeerd examen", "wrong instrument"),
    # Why an exam lies still, or was stopped
    "illness": Label("ziekte", "illness"),
    "leave": Label("verlof", "leave"),
    "company_closed": Label("bedrijf gesloten", "company closed"),
    "no_work": Label("geen werk", "no work"),
    "equipment": Label("machine of gereedschap", "equipment"),
    "weather": Label("het weer", "the weather"),
    "family": Label("familie", "family"),
    "school": Label("school", "school"),
    "unsafe_situation": Label("onveilige situatie", "unsafe situation"),
    "near_miss": Label("bijna een ongeluk", "near miss"),
    "damage": Label("schade", "damage"),
    "injury": Label("letsel", "injury"),
    # Appointments
    "start": Label("Start", "Start"),
    "visit": Label("Bezoek", "Visit"),
    "closing_interview": Label("Eindgesprek", "Closing interview"),
    "consensus": Label("Consensusgesprek", "Consensus talk"),
    "other": Label("anders", "other"),
}
"""Each code of a list in a schema that people read in a list or a sentence."""


def code_words(code: str, language: Language) -> str:
    """Return what readers see for a code of a document; an unknown one as it is."""
    return CODES[code].in_language(language) if code in CODES else code
