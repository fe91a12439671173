"""What stands in the minutes of a committee, in both languages."""

from collections.abc import Mapping

from proeve.words.labels_text import Label

HEADS: Mapping[str, Label] = {
    "title": Label("Verslag", "Minutes"),
    "on": Label("Datum", "Date"),
    "present": Label("Aanwezig", "Present"),
    "signed": Label("Getekend door", "Signed by"),
    "unsigned": Label("Handtekening klopt niet", "Signature is no good"),
    "decided": Label("Besloten", "Decided"),
    "dropped": Label("Niet doorgegaan", "Dropped out"),
    "held": Label("Aangehouden", "Left for later"),
    "nothing": Label("Niets.", "Nothing."),
    "exam": Label("Examen", "Exam"),
    "student": Label("Student", "Student"),
    "about": Label("Waarover", "About"),
    "decision": Label("Besluit", "Decision"),
    "votes": Label("Stemden", "Voted"),
    "recused": Label("Deden niet mee", "Stood aside"),
    "why": Label("Waarom", "Why"),
}

VOTES: Mapping[str, Label] = {
    "agreed": Label("akkoord", "agreed"),
    "returned": Label("teruggestuurd", "sent back"),
    "decided": Label("besloten", "decided"),
}
"""What the committee did, by the text of `deeds.meeting.tabled.Vote`."""

PROOF = Label(
    "Dit verslag bewijst niets. Wat er is besloten, staat getekend in het dossier van "
    "elk examen.",
    "These minutes prove nothing. What was decided stands signed in the dossier of "
    "each exam.",
)
