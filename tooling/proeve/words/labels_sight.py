"""Labels of what the looking side shows: terms, concerns, what expires, time bases.

Keyed by text, as those values are made above this package; tests hold that each value
has its label.
"""

from collections.abc import Mapping

from proeve.words.labels_text import Label

TERMS: Mapping[str, Label] = {
    "step": Label("Uiterste dag van de stap", "Last day of the step"),
    "lodging": Label("Einde beroepstermijn", "End of the term to appeal"),
    "case": Label("Besluit op", "Decision on"),
    "pause": Label("Einde pauze", "End of the pause"),
    "measure": Label("Einde maatregel", "End of the measure"),
    "retention": Label("Einde bewaartermijn", "End of the retention period"),
}

CONCERNS: Mapping[str, Label] = {
    "other-outcome": Label(
        "Anders dan de berekende uitslag", "Another outcome than computed"
    ),
    "not-passed": Label("De eindbeoordeling is niet behaald", "Not a pass"),
    "finding": Label("Er klopt iets niet", "Something is not in order"),
    "in-doubt": Label("Akkoord in twijfel: sleutel kwijt", "Approval in doubt"),
    "no-quorum": Label("Te weinig leden mogen stemmen", "Too few members may vote"),
    "not-ratified": Label("Vervanging nog niet bekrachtigd", "Unratified substitute"),
    "open-case": Label("Er loopt nog een zaak", "A case is still open"),
}

EXPIRING: Mapping[str, Label] = {
    "declaration": Label("Deskundigheid", "Declaration of expertise"),
    "mandate": Label("Mandaat", "Mandate"),
    "seat": Label("Lidmaatschap commissie", "Seat in a committee"),
    "committee": Label("Termijn commissie", "Term of a committee"),
    "dispensation": Label("Ontheffing", "Dispensation"),
    "instrument": Label("Examenversie", "Instrument version"),
    "recognition": Label("Erkenning vervallen", "Recognition lapsed"),
}
