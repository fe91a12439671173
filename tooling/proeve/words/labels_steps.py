"""Labels of phases, steps, rows, actions and of when a step is needed.

Sources: the seed for the official titles, FIELD 2.1 for the words in the step bar.
"""

from collections.abc import Mapping

from proeve.process.vocabulary import Action, Needed, Phase, RowId, StepId
from proeve.words.labels_text import Label

PHASES: Mapping[Phase, Label] = {
    Phase.PREPARATION: Label("Voorbereiding", "Preparation"),
    Phase.EXECUTION: Label("Uitvoering", "Carrying out"),
    Phase.ASSESSMENT: Label("Beoordeling", "Assessment"),
    Phase.CLOSING: Label("Afsluiting", "Closing"),
}

NEEDED: Mapping[Needed, Label] = {
    Needed.ALWAYS: Label("Altijd", "Always"),
    Needed.OPTIONAL: Label("Hoeft niet", "Optional"),
    Needed.IF_NOT_PASSED: Label("Als niet behaald", "If not passed"),
}

STEPS: Mapping[StepId, Label] = {
    StepId.CREATE: Label("Opdracht klaarzetten", "Prepare the assignment"),
    StepId.ACQUIRE: Label("Opdracht afspreken", "Agree the assignment"),
    StepId.ESTABLISH: Label("Opdracht vaststellen", "Establish the assignment"),
    StepId.APPOINTMENT: Label(
        "Afspraken plannen (hoeft niet)", "Schedule appointments (optional)"
    ),
    StepId.EXECUTION: Label("Opdracht uitvoeren", "Carry out the assignment"),
    StepId.EVIDENCE: Label("Bewijs inleveren", "Hand in the evidence"),
    StepId.EVIDENCE_CHECK: Label("Bewijs controleren", "Check the evidence"),
    StepId.ASSESSMENT: Label("Ieder beoordeelt apart", "Each assesses alone"),
    StepId.CONSENSUS: Label("Samen één oordeel", "One judgement together"),
    StepId.RESULT: Label("Eindbeoordeling en uitslag", "Final assessment and result"),
    StepId.FOLLOW_UP: Label(
        "Vervolg als het examen niet is behaald", "Follow-up if not passed"
    ),
    StepId.ARCHIVE: Label("Dossier afsluiten en bewaren", "Close and keep the dossier"),
}
"""The words of the step bar."""

OFFICIAL: Mapping[StepId, Label] = {
    StepId.CREATE: Label("Aanmaken opdracht PvB", "Creating the PvB assignment"),
    StepId.ACQUIRE: Label("Verwerven opdracht PvB", "Acquiring the PvB assignment"),
    StepId.ESTABLISH: Label(
        "Vaststellen opdracht PvB", "Establishing the PvB assignment"
    ),
    StepId.APPOINTMENT: Label(
        "Plannen van afspraak (optioneel)", "Planning an appointment (optional)"
    ),
    StepId.EXECUTION: Label(
        "Uitvoering van de opdracht", "Carrying out the assignment"
    ),
    StepId.EVIDENCE: Label(
        "Verzamelen en uploaden van bewijsstukken",
        "Collecting and uploading evidence",
    ),
    StepId.EVIDENCE_CHECK: Label(
        "Controleren van bewijsstukken", "Checking the evidence"
    ),
    StepId.ASSESSMENT: Label(
        "Invullen van beoordelingsformulieren (individueel)",
        "Filling in assessment forms (individually)",
    ),
    StepId.CONSENSUS: Label(
        "Bereiken van consensus in beoordeling", "Reaching consensus in assessment"
    ),
    StepId.RESULT: Label(
        "Vaststellen van de eindbeoordeling", "Establishing the final assessment"
    ),
    StepId.FOLLOW_UP: Label(
        "Vervolg indien examen niet is behaald", "Follow-up if the exam is not passed"
    ),
    StepId.ARCHIVE: Label("Archivering", "Archiving"),
}
"""The titles of the seed, to the letter."""

ROWS: Mapping[RowId, Label] = {
    RowId.CREATE: Label("Opdracht klaarzetten", "Prepare the assignment"),
    RowId.ACQUIRE: Label("Opdracht afspreken", "Agree the assignment"),
    RowId.ESTABLISH: Label("Opdracht vaststellen", "Establish the assignment"),
    RowId.APPOINTMENT: Label("Afspraken plannen", "Schedule appointments"),
    RowId.EXECUTION: Label("Verslag van de uitvoering", "Report of the execution"),
    RowId.EVIDENCE: Label("Bewijs inleveren", "Hand in the evidence"),
    RowId.EVIDENCE_CHECK: Label("Bewijs controleren", "Check the evidence"),
    RowId.SEAL_FIRST: Label(
        "Formulier van de eerste beoordelaar versturen",
        "Send the first assessor's form",
    ),
    RowId.SEAL_SECOND: Label(
        "Formulier van de tweede beoordelaar versturen",
        "Send the second assessor's form",
    ),
    RowId.UNSEAL: Label("Beide formulieren openen", "Open both forms"),
    RowId.SEAL_THIRD: Label(
        "Formulier van de derde beoordelaar versturen",
        "Send the third assessor's form",
    ),
    RowId.UNSEAL_THIRD: Label(
        "Formulier van de derde beoordelaar openen", "Open the third assessor's form"
    ),
    RowId.CONSENSUS: Label("Samen één oordeel", "One judgement together"),
    RowId.FINAL: Label("Eindbeoordeling invullen", "Fill in the final assessment"),
    RowId.RESULT: Label("Uitslag vaststellen", "Establish the result"),
    RowId.FOLLOW_UP: Label("Vervolg vaststellen", "Establish the follow-up"),
    RowId.ARCHIVE: Label("Dossier afsluiten en bewaren", "Close and keep the dossier"),
}

ACTIONS: Mapping[Action, Label] = {
    Action.WRITE: Label("Ingevuld", "Filled in"),
    Action.APPROVE: Label("Akkoord gegeven", "Approved"),
    Action.SEAL: Label("Beoordeling verstuurd, nog dicht", "Judgement sent, sealed"),
    Action.UNSEAL: Label("Beoordelingen geopend", "Judgements opened"),
    Action.DECIDE: Label("Besluit genomen", "Decision taken"),
    Action.LAND: Label("Binnengekomen stuk verwerkt", "Received item filed"),
    Action.VOID: Label("Akkoord ingetrokken", "Approval withdrawn"),
    Action.REAFFIRM: Label("Akkoord opnieuw bevestigd", "Approval confirmed again"),
    Action.COVER: Label("Achteraf bevestigd", "Confirmed afterwards"),
}
