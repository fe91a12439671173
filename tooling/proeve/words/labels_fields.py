"""What the documents of an exam and their fields are called, to compare versions.

A schema has the title of each field in its place; here a field has one name wherever it
stands. A test holds that the two agree.
"""

from collections.abc import Mapping

from proeve.words.labels_text import Label
from proeve.words.say import Language

DOCUMENTS: Mapping[str, Label] = {
    "exam.yml": Label("Examen", "Exam"),
    "assignment.yml": Label("Opdracht", "Assignment"),
    "establishment.yml": Label(
        "Vaststelling van de opdracht", "Establishment of the assignment"
    ),
    "appointments.yml": Label("Afspraken", "Appointments"),
    "execution.yml": Label("Uitvoering", "Execution"),
    "evidence.yml": Label("Bewijslijst", "Evidence"),
    "evidence-check.yml": Label("Controle van het bewijs", "Check of the evidence"),
    "consensus.yml": Label("Samen één oordeel", "Consensus"),
    "final-assessment.yml": Label("Eindbeoordeling", "Final assessment"),
    "result.yml": Label("Uitslag", "Result"),
    "follow-up.yml": Label("Vervolg", "Follow-up"),
    "archive.yml": Label("Dossier afgesloten", "Archive"),
}
FIELDS: Mapping[str, Label] = {
    "agreed": Label("Samen", "Together"),
    "agreements": Label("Afspraken", "Agreements"),
    "appeal_until": Label("Beroep tot en met", "Appeal until"),
    "appointments": Label("Afspraken", "Appointments"),
    "arrangements": Label("Aanpassingen", "Special arrangements"),
    "at": Label("Wanneer", "When"),
    "attempt": Label("Poging", "Attempt"),
    "attendees": Label("Wie erbij zijn", "Who is there"),
    "authentic": Label("Eigen werk", "Own work"),
    "basis": Label("Grondslag", "Basis"),
    "before": Label("Voor", "Before"),
    "by": Label("Door", "By"),
    "carried_over": Label("Meegenomen", "Carried over"),
    "checklist": Label("Checklist", "Checklist"),
    "class": Label("Klasse", "Class"),
    "closed_on": Label("Afgesloten op", "Closed on"),
    "code": Label("Code", "Code"),
    "committee": Label("Examencommissie", "Committee"),
    "companies": Label("Leerbedrijven", "Companies"),
    "company": Label("Leerbedrijf", "Company"),
    "complete": Label("Volledig", "Complete"),
    "computed": Label("Berekend", "Computed"),
    "core_tasks": Label("Kerntaken", "Core tasks"),
    "counts_as_attempt": Label("Telt als poging", "Counts as an attempt"),
    "covers_every_work_process": Label(
        "Alle werkprocessen", "Covers every work process"
    ),
    "criteria": Label("Criteria", "Criteria"),
    "date": Label("Dag", "Day"),
    "days": Label("Dagen", "Days"),
    "deadlines": Label("Uiterste data", "Deadlines"),
    "decision": Label("Besluit", "Decision"),
    "declaration": Label("Deskundigheidsverklaring", "Declaration of expertise"),
    "declared_on": Label("Op", "On"),
    "delivered_by_company": Label("Van het bedrijf", "From the company"),
    "description": Label("Omschrijving", "Description"),
    "deviations": Label("Afwijkingen", "Deviations"),
    "digest": Label("Controlegetal", "Digest"),
    "dispose_after": Label("Weg na", "Dispose after"),
    "established_on": Label("Vastgesteld op", "Established on"),
    "exam": Label("Examen", "Exam"),
    "exempted": Label("Vrijgesteld", "Exempted"),
    "feasible": Label("Haalbaar", "Feasible"),
    "files": Label("Bestanden", "Files"),
    "finished": Label("Klaar", "Finished"),
    "first": Label("Eerste", "First"),
    "first_assessor": Label("Eerste beoordelaar", "First assessor"),
    "for": Label("Voor", "For"),
    "form": Label("Formulier", "Form"),
    "forms": Label("Per formulier", "Per form"),
    "from": Label("Vanaf", "From"),
    "help": Label("Gekregen hulp", "Help given"),
    "help_allowed": Label("Hulp mag", "Help allowed"),
    "hours": Label("Uren", "Hours"),
    "id": Label("Nummer", "Number"),
    "identity_seen_by": Label("Identiteit gezien door", "Identity seen by"),
    "in_order": Label("In orde", "In order"),
    "incidents": Label("Voorvallen", "Incidents"),
    "instrument": Label("Exameninstrument", "Exam instrument"),
    "interruptions": Label("Onderbrekingen", "Interruptions"),
    "items": Label("Bewijsstukken", "Pieces"),
    "kind": Label("Soort", "Kind"),
    "language": Label("Taal", "Language"),
    "location_removed": Label("Locatie verwijderd", "Location removed"),
    "mandate": Label("Mandaat", "Mandate"),
    "media_type": Label("Soort bestand", "Type"),
    "minimum": Label("Hoeveel", "How many"),
    "minutes": Label("Minuten", "Minutes"),
    "moved_from": Label("Verplaatst van", "Moved from"),
    "nda": Label("Geheimhouding", "Confidential"),
    "no_people": Label("Geen personen", "No people"),
    "note": Label("Toelichting", "Note"),
    "number": Label("Examennummer", "Exam number"),
    "on_behalf_of": Label("Namens", "On behalf of"),
    "outcome": Label("Uitslag", "Outcome"),
    "overrule": Label("Andere uitslag door", "Other outcome by"),
    "part": Label("Aandeel", "Part"),
    "people_visible": Label("Personen zichtbaar", "People visible"),
    "period": Label("Hoe lang", "How long"),
    "person": Label("Persoon", "Person"),
    "photo_ban": Label("Fotoverbod", "Photo ban"),
    "physical": Label("Voorwerp", "Thing"),
    "place": Label("Waar", "Where"),
    "present": Label("Aanwezig", "Present"),
    "process": Label("Versie van het proces", "Process version"),
    "proposal": Label("Voorstel", "Proposal"),
    "rating": Label("Waardering", "Rating"),
    "readiness": Label("Klaar voor het examen", "Ready for the exam"),
    "reason": Label("Reden", "Reason"),
    "recused": Label("Niet meegedaan", "Recused"),
    "regulation": Label("Regeling", "Regulation"),
    "remark": Label("Opmerking", "Remark"),
    "repo": Label("Andere verzameling", "Other ledger"),
    "required": Label("Verplicht", "Required"),
    "required_evidence": Label("Gevraagd bewijs", "Required evidence"),
    "resit": Label("Herkansing", "Resit"),
    "resit_of": Label("Herkansing van", "Resit of"),
    "retention": Label("Bewaren", "Retention"),
    "right_level": Label("Goed niveau", "Right level"),
    "safe": Label("Veilig", "Safe"),
    "schedule": Label("Planning", "Schedule"),
    "school_contact": Label("Contactpersoon", "Contact person"),
    "second": Label("Tweede", "Second"),
    "second_assessor": Label("Tweede beoordelaar", "Second assessor"),
    "seen": Label("Gezien", "Seen"),
    "seen_on_site": Label("Ter plaatse bekijken", "Seen on site"),
    "sha256": Label("Controlegetal", "Digest"),
    "side": Label("Kant", "Side"),
    "size": Label("Grootte", "Size"),
    "start": Label("Begin", "Start"),
    "started": Label("Begonnen", "Started"),
    "status": Label("Status", "Status"),
    "still_open": Label("Nog open", "Still open"),
    "stop": Label("Gestopt door", "Stopped by"),
    "stored": Label("Bewaard in", "Kept in"),
    "student": Label("Student", "Student"),
    "subject": Label("Stand", "State"),
    "talk": Label("Gesprek", "Talk"),
    "third": Label("Derde", "Third"),
    "third_assessor": Label("Derde beoordelaar", "Third assessor"),
    "title": Label("Titel", "Title"),
    "tools": Label("Gereedschap", "Tools"),
    "trigger": Label("Vanaf", "From"),
    "type": Label("Soort opdracht", "Kind of assignment"),
    "unit": Label("Onderdeel", "Unit"),
    "units": Label("Onderdelen", "Units"),
    "until": Label("Tot en met", "Until"),
    "version": Label("Versie", "Version"),
    "workplace_supervisor": Label("Praktijkbegeleider", "Workplace supervisor"),
}

_OWN: Mapping[tuple[str, str], Label] = {
    ("consensus.yml", "items"): Label("Criteria", "Criteria"),
}


def document_words(file: str, language: Language) -> str:
    """Return what a document is called; another file keeps its own name."""
    known = DOCUMENTS.get(file)
    return known.in_language(language) if known else file


def field_words(file: str, field: tuple[str, ...], language: Language) -> str:
    """Return the way to a field in words; ids and numbers stay as they are."""
    known = (_OWN.get((file, key)) or FIELDS.get(key) for key in field)
    return " › ".join(
        label.in_language(language) if label else key
        for key, label in zip(field, known, strict=True)
    )
