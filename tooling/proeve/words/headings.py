"""Headings of tables and of the ten questions of the day, in both languages."""

from collections.abc import Mapping

from proeve.words.labels_text import Label

QUESTIONS: Mapping[str, Label] = {
    "came_in": Label(
        "1. Wat kwam er binnen, en wat is geweigerd?",
        "1. What came in, and what was refused?",
    ),
    "stuck": Label("2. Wat ligt stil, en bij wie?", "2. What is stuck, and with whom?"),
    "week": Label(
        "3. Welke examens lopen deze week, en wie ontbreekt er?",
        "3. Which exams run this week, and who is lacking?",
    ),
    "agenda": Label(
        "4. Wat komt er in de vergadering?", "4. What comes before the committee?"
    ),
    "untold": Label(
        "5. Welke uitslagen zijn nog niet verteld?",
        "5. Which results have not been told?",
    ),
    "ending": Label(
        "6. Welke termijnen lopen deze week af?", "6. Which terms end this week?"
    ),
    "cases": Label(
        "7. Welke verzoeken en zaken lopen er?", "7. Which requests and cases are open?"
    ),
    "expiring": Label(
        "8. Wat verloopt binnen zestig dagen?", "8. What expires within sixty days?"
    ),
    "order": Label("9. Is alles in orde?", "9. Is all in order?"),
    "numbers": Label("10. Hoe staan we ervoor?", "10. How do we stand?"),
}
"""The ten questions of FIELD section 4, in their order."""

COLUMNS: Mapping[str, Label] = {
    "about": Label("Waarover", "About"),
    "agenda": Label("Besluit", "Decision"),
    "approved": Label("Akkoord", "Approved by"),
    "assessors": Label("Beoordelaars", "Assessors"),
    "company": Label("Leerbedrijf", "Company"),
    "command": Label("Opdracht", "Command"),
    "concerns": Label("Bespreken", "To discuss"),
    "contact": Label("Contact", "Contact"),
    "could": Label("Wie kan", "Who could"),
    "day": Label("Dag", "Day"),
    "days": Label("Dagen", "Days"),
    "ended": Label("Klaar", "Ended"),
    "exam": Label("Examen", "Exam"),
    "exams": Label("Examens", "Exams"),
    "group": Label("Groep", "Group"),
    "lacking": Label("Ontbreekt", "Lacking"),
    "late": Label("Te laat", "Late"),
    "moment": Label("Wanneer", "When"),
    "nr": Label("Nr", "No"),
    "number": Label("Aantal", "Number"),
    "phase1": Label("Voor", "Prep."),
    "phase2": Label("Uitv.", "Exec."),
    "phase3": Label("Beoord.", "Assess."),
    "phase4": Label("Slot", "Close"),
    "proof": Label("Bewijs", "Proof"),
    "recused": Label("Doet niet mee", "Stands aside"),
    "since": Label("Sinds", "Since"),
    "state": Label("Stand", "State"),
    "step": Label("Stap", "Step"),
    "stuck": Label("Stil", "Stuck"),
    "until": Label("Uiterlijk", "By"),
    "votes": Label("Stemmen", "Votes"),
    "what": Label("Wat", "What"),
    "who": Label("Wie", "Who"),
}
"""The heads of columns."""

NOTHING = Label("Niets.", "Nothing.")
NOTHING_WAITS = Label("Er wacht niets op u.", "Nothing waits for you.")
OPTIONAL = Label("hoeft niet", "optional")
CLEAN = Label("hamerstuk", "clean")
HANDED_IN = Label("ingeleverd", "handed in")
NOBODY = Label("nog niemand", "nobody yet")
PAUSED = Label("gepauzeerd", "paused")
NOT_UNDER_WAY = Label("Er zijn geen examens.", "There are no exams.")

NOTED = Label("Ter informatie:", "For your information:")
"""Before a finding that fails nothing."""
NOTED_OFTEN = Label(
    "Ter informatie, op {count} plaatsen:", "For your information, in {count} places:"
)
AND_MORE = Label(
    "en nog {count} (`--format jsonl` noemt elke plaats)",
    "and {count} more (`--format jsonl` names every place)",
)
