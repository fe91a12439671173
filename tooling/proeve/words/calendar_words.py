"""What stands in a calendar: titles of appointments, terms and keeping dates."""

from collections.abc import Mapping

from proeve.words.labels_text import Label

APPOINTMENTS: Mapping[str, Label] = {
    "start": Label("Start van de opdracht", "Start of the assignment"),
    "visit": Label("Bezoek", "Visit"),
    "closing_interview": Label("Eindgesprek", "Closing interview"),
    "consensus": Label("Gesprek over het oordeel", "Talk about the judgement"),
    "other": Label("Afspraak", "Appointment"),
}
PLACES: Mapping[str, Label] = {
    "company": Label("Bij het leerbedrijf", "At the company"),
    "school": Label("Op school", "At school"),
}
DEADLINE = Label("Uiterlijk vandaag", "Due today")
APPEAL = Label("Laatste dag voor beroep", "Last day for an appeal")
APPEAL_DECISION = Label("Besluit op beroep uiterlijk", "Decision on the appeal due")
RETENTION = Label("Bewaartermijn voorbij", "Keeping period over")
EXAM = Label("Examen", "Exam")
WITH = Label("Met", "With")
