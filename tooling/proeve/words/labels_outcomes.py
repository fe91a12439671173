"""Labels of outcomes and of the decisions aside from the straight way.

For one exam never *geslaagd* or *gezakt*: that is the diploma (FIELD 2.2).
"""

from collections.abc import Mapping

from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Outcome
from proeve.words.labels_text import Label

OUTCOMES: Mapping[Outcome, Label] = {
    Outcome.PASSED: Label("Behaald", "Passed"),
    Outcome.NOT_PASSED: Label("Niet behaald", "Not passed"),
    Outcome.NOT_TAKEN: Label("Niet deelgenomen", "Not taken"),
    Outcome.DECLARED_INVALID: Label("Ongeldig verklaard", "Declared invalid"),
    Outcome.WITHDRAWN: Label("Ingetrokken", "Withdrawn"),
    Outcome.ANNULLED: Label(
        "Vervallen (verkeerd aangemaakt)", "Annulled (opened by mistake)"
    ),
    Outcome.EXEMPTED: Label("Vrijgesteld", "Exempted"),
}

DECISIONS: Mapping[DecisionKind, Label] = {
    DecisionKind.RETURN: Label("Terug om aan te passen", "Returned for change"),
    DecisionKind.REFUSAL: Label("Niet akkoord", "Not approved"),
    DecisionKind.REFUSAL_WITHDRAWN: Label("Toch geen bezwaar", "Refusal withdrawn"),
    DecisionKind.CONTINUE_WITHOUT: Label(
        "Doorgaan zonder akkoord", "Continue without an approval"
    ),
    DecisionKind.EXTENSION: Label("Uitstel", "Extension"),
    DecisionKind.SUBSTITUTION: Label("Vervanging", "Substitution"),
    DecisionKind.RATIFICATION: Label("Bekrachtiging", "Ratification"),
    DecisionKind.DISPUTE: Label("Geen overeenstemming", "No consensus"),
    DecisionKind.WITHDRAWAL: Label("Examen ingetrokken", "Exam withdrawn"),
    DecisionKind.STOP: Label("Gestopt om de veiligheid", "Stopped for safety"),
    DecisionKind.ANNULMENT: Label("Examen vervallen", "Exam annulled"),
    DecisionKind.PAUSE: Label("Gepauzeerd", "Paused"),
    DecisionKind.RESUME: Label("Hervat", "Resumed"),
    DecisionKind.ACCEPT_LATE: Label("Te laat, toch aanvaard", "Late, accepted"),
    DecisionKind.ACCEPT_UNTIMED: Label(
        "Tijdstip niet bewezen, toch aanvaard", "Time not proved, accepted"
    ),
    DecisionKind.ACCEPT_EARLY_START: Label(
        "Te vroeg begonnen, toch aanvaard", "Early start, accepted"
    ),
    DecisionKind.OVERRULE: Label(
        "Afwijken van de berekende uitslag", "Departure from the computed outcome"
    ),
    DecisionKind.REVISION: Label("Herziening van de uitslag", "Revised result"),
    DecisionKind.NOTICE: Label("Uitslag meegedeeld", "Result announced"),
    DecisionKind.IRREGULARITY: Label("Onregelmatigheid", "Irregularity"),
    DecisionKind.EXEMPTION: Label("Vrijstelling", "Exemption"),
    DecisionKind.REQUEST: Label("Verzoek", "Request"),
    DecisionKind.COMPLAINT: Label("Klacht", "Complaint"),
    DecisionKind.RECONSIDERATION: Label(
        "Verzoek om heroverweging", "Request for reconsideration"
    ),
    DecisionKind.APPEAL: Label("Beroep", "Appeal"),
    DecisionKind.RETENTION: Label("Bewaren en vernietigen", "Keeping and destroying"),
}
