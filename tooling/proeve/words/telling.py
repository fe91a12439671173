"""The sentences of an exam's story: who did what, one sentence for one happening.

`{who}` is the person with their role. A sentence says what happened and no more than
the record says; dates and proofs stand beside it.
"""

from collections.abc import Mapping

from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action
from proeve.words.labels_text import Label

ACTIONS: Mapping[Action, Label] = {
    Action.WRITE: Label("{who} vulde {files} in.", "{who} filled in {files}."),
    Action.APPROVE: Label("{who} ging akkoord met: {rows}.", "{who} approved: {rows}."),
    Action.SEAL: Label(
        "{who} verstuurde de eigen beoordeling. Die blijft dicht tot beide binnen "
        "zijn.",
        "{who} sent their own judgement. It stays sealed until both are in.",
    ),
    Action.UNSEAL: Label(
        "{who} opende de beoordelingen: {files}.",
        "{who} opened the judgements: {files}.",
    ),
    Action.DECIDE: Label("{who} nam een besluit.", "{who} took a decision."),
    Action.LAND: Label(
        "{who} legde vast wat binnenkwam: {files}.",
        "{who} filed what came in: {files}.",
    ),
    Action.VOID: Label(
        "{who} trok namens de examencommissie akkoorden in die in twijfel waren.",
        "{who} withdrew approvals in doubt, for the exam committee.",
    ),
    Action.REAFFIRM: Label(
        "{who} bevestigde een eerder akkoord opnieuw: {rows}.",
        "{who} confirmed an earlier approval again: {rows}.",
    ),
    Action.COVER: Label(
        "{who} bevestigde achteraf wat nog niet bevestigd was.",
        "{who} confirmed afterwards what was not confirmed yet.",
    ),
}
WROTE_AND_APPROVED = Label(
    "{who} vulde {files} in en ging akkoord met: {rows}.",
    "{who} filled in {files} and approved: {rows}.",
)
LANDED_ACTS = Label(
    "{who} legde akkoorden vast die los binnenkwamen.",
    "{who} filed approvals that came in by themselves.",
)

DECISIONS: Mapping[DecisionKind, Label] = {
    DecisionKind.RETURN: Label(
        "{who} gaf het examen terug naar ‘{to}’. Reden: {reason}",
        "{who} sent the exam back to ‘{to}’. Reason: {reason}",
    ),
    DecisionKind.REFUSAL: Label(
        "{who} ging niet akkoord met ‘{row}’. Reden: {reason}",
        "{who} did not approve ‘{row}’. Reason: {reason}",
    ),
    DecisionKind.REFUSAL_WITHDRAWN: Label(
        "{who} heeft geen bezwaar meer tegen ‘{row}’. Reden: {reason}",
        "{who} no longer objects to ‘{row}’. Reason: {reason}",
    ),
    DecisionKind.CONTINUE_WITHOUT: Label(
        "{who} besloot door te gaan met ‘{row}’ zonder het akkoord van: {approver}. "
        "Reden: {reason}",
        "{who} decided to go on with ‘{row}’ without the approval of: {approver}. "
        "Reason: {reason}",
    ),
    DecisionKind.EXTENSION: Label(
        "{who} gaf uitstel voor ‘{step}’ tot {until}. Reden: {reason}",
        "{who} extended ‘{step}’ until {until}. Reason: {reason}",
    ),
    DecisionKind.SUBSTITUTION: Label(
        "{who} liet {to} in de plaats komen van {from} ({part}). Reden: {reason}",
        "{who} let {to} take the place of {from} ({part}). Reason: {reason}",
    ),
    DecisionKind.RATIFICATION: Label(
        "{who} bekrachtigde besluit {decision}. Reden: {reason}",
        "{who} ratified decision {decision}. Reason: {reason}",
    ),
    DecisionKind.DISPUTE: Label(
        "{who} stelde vast dat de beoordelaars het niet eens worden: {way}. "
        "Reden: {reason}",
        "{who} recorded that the assessors do not agree: {way}. Reason: {reason}",
    ),
    DecisionKind.WITHDRAWAL: Label(
        "{who} trok het examen in. Reden: {reason}",
        "{who} withdrew the exam. Reason: {reason}",
    ),
    DecisionKind.STOP: Label(
        "{who} stopte het examen om de veiligheid. Reden: {reason}",
        "{who} stopped the exam for safety. Reason: {reason}",
    ),
    DecisionKind.ANNULMENT: Label(
        "{who} liet het examen vervallen, omdat het verkeerd was aangemaakt. "
        "Reden: {reason}",
        "{who} annulled the exam, which was opened by mistake. Reason: {reason}",
    ),
    DecisionKind.PAUSE: Label(
        "{who} pauzeerde het examen vanaf {from}. Reden: {reason}",
        "{who} paused the exam from {from}. Reason: {reason}",
    ),
    DecisionKind.RESUME: Label(
        "{who} hervatte het examen op {on}. Reden: {reason}",
        "{who} resumed the exam on {on}. Reason: {reason}",
    ),
    DecisionKind.ACCEPT_LATE: Label(
        "{who} aanvaardde bewijs dat te laat was. Reden: {reason}",
        "{who} accepted evidence that was late. Reason: {reason}",
    ),
    DecisionKind.ACCEPT_UNTIMED: Label(
        "{who} aanvaardde bewijs waarvan het tijdstip niet bewezen is. Reden: {reason}",
        "{who} accepted evidence whose time is not proved. Reason: {reason}",
    ),
    DecisionKind.ACCEPT_EARLY_START: Label(
        "{who} aanvaardde dat het werk begon voordat de opdracht was vastgesteld. "
        "Reden: {reason}",
        "{who} accepted that the work began before the assignment was established. "
        "Reason: {reason}",
    ),
    DecisionKind.OVERRULE: Label(
        "{who} week af van de berekende uitslag: {outcome}. Reden: {reason}",
        "{who} departed from the computed outcome: {outcome}. Reason: {reason}",
    ),
    DecisionKind.REVISION: Label(
        "{who} herzag de uitslag: {outcome}. Reden: {reason}",
        "{who} revised the result: {outcome}. Reason: {reason}",
    ),
    DecisionKind.NOTICE: Label(
        "{who} vertelde de student de uitslag op {told_on}, {road}.",
        "{who} told the student the result on {told_on}, {road}.",
    ),
    DecisionKind.IRREGULARITY: Label(
        "{who} legde een onregelmatigheid vast: {code}. Maatregel: {measure}. "
        "Reden: {reason}",
        "{who} recorded an irregularity: {code}. Measure: {measure}. Reason: {reason}",
    ),
    DecisionKind.EXEMPTION: Label(
        "{who} gaf vrijstelling voor {unit}, op grond van: {basis}. Reden: {reason}",
        "{who} exempted {unit}, on the basis of: {basis}. Reason: {reason}",
    ),
    DecisionKind.REQUEST: Label(
        "{who} legde een verzoek vast van {received_on} over: {about}. Stand: "
        "{status}.",
        "{who} recorded a request of {received_on} about: {about}. State: {status}.",
    ),
    DecisionKind.COMPLAINT: Label(
        "{who} legde een klacht vast van {received_on} over: {about}. Stand: {status}.",
        "{who} recorded a complaint of {received_on} about: {about}. State: {status}.",
    ),
    DecisionKind.RECONSIDERATION: Label(
        "{who} legde een verzoek om heroverweging vast van {received_on} over: "
        "{about}. Stand: {status}.",
        "{who} recorded a request for reconsideration of {received_on} about: "
        "{about}. State: {status}.",
    ),
    DecisionKind.APPEAL: Label(
        "{who} legde een beroep vast van {received_on} over: {about}. Stand: {status}.",
        "{who} recorded an appeal of {received_on} about: {about}. State: {status}.",
    ),
    DecisionKind.RETENTION: Label(
        "{who} legde voor het bewaren vast: {event}, op {on}. Reden: {reason}",
        "{who} recorded for the keeping: {event}, on {on}. Reason: {reason}",
    ),
}

OUTCOME_OF_CASE = Label("Uitkomst: {outcome}.", "Outcome: {outcome}.")
NOBODY_SAID = Label("niet gezegd", "not said")

FILES: Mapping[str, Label] = {
    "exam.yml": Label("de gegevens van het examen", "the details of the exam"),
    "assignment.yml": Label("de opdracht", "the assignment"),
    "establishment.yml": Label("de vaststelling", "the establishment"),
    "appointments.yml": Label("de afspraken", "the appointments"),
    "execution.yml": Label("het verslag van de uitvoering", "the report of the work"),
    "evidence.yml": Label("de lijst met bewijs", "the list of evidence"),
    "evidence-check.yml": Label(
        "de controle van het bewijs", "the check of the evidence"
    ),
    "forms/first.yml": Label(
        "het formulier van de eerste beoordelaar", "the first assessor's form"
    ),
    "forms/second.yml": Label(
        "het formulier van de tweede beoordelaar", "the second assessor's form"
    ),
    "forms/third.yml": Label(
        "het formulier van de derde beoordelaar", "the third assessor's form"
    ),
    "forms/first.seal.yml": Label(
        "het gesloten formulier van de eerste beoordelaar",
        "the first assessor's sealed form",
    ),
    "forms/second.seal.yml": Label(
        "het gesloten formulier van de tweede beoordelaar",
        "the second assessor's sealed form",
    ),
    "forms/third.seal.yml": Label(
        "het gesloten formulier van de derde beoordelaar",
        "the third assessor's sealed form",
    ),
    "consensus.yml": Label("het gezamenlijk oordeel", "the consensus"),
    "final-assessment.yml": Label("de eindbeoordeling", "the final assessment"),
    "result.yml": Label("de uitslag", "the result"),
    "follow-up.yml": Label("het vervolg", "the follow-up"),
    "archive.yml": Label("het afgesloten dossier", "the closed dossier"),
}
"""What each document of an exam is called in a sentence."""
EVIDENCE_FILE = Label("een bestand bij het bewijs", "a file of the evidence")
DECISION_FILE = Label("een besluit", "a decision")
