"""Labels of what the model says of steps, transitions and findings.

The model lies above this package, so these tables are keyed by the values' text; the
tests hold that each value of those vocabularies has its label.
"""

from collections.abc import Mapping

from proeve.words.labels_text import Label

STEP_STATES: Mapping[str, Label] = {
    "locked": Label("Nog niet aan de beurt", "Not yet"),
    "open": Label("Kan nu", "Can be done now"),
    "waiting": Label("Wacht op akkoord", "Waiting for approval"),
    "done": Label("Klaar", "Done"),
    "skipped": Label("Overgeslagen", "Skipped"),
    "not-needed": Label("Niet nodig", "Not needed"),
    "returned": Label("Terug om aan te passen", "Returned for change"),
    "broken": Label("Klopt niet", "Not in order"),
}

STANDINGS: Mapping[str, Label] = {
    "valid": Label("Geldig", "Valid"),
    "unconfirmed": Label("Nog niet bevestigd", "Not yet confirmed"),
    "invalid": Label("Ongeldig", "Invalid"),
}

TIME_BASES: Mapping[str, Label] = {
    "token": Label("tijdstempel", "time stamp"),
    "receipt": Label("ontvangstbewijs", "receipt"),
    "attested": Label("verklaard door de school", "attested by the school"),
    "commit": Label("alleen een commit", "only a commit"),
}

ROADS: Mapping[str, Label] = {
    "mail": Label("per e-mail", "by e-mail"),
    "stick": Label("op een stick", "on a stick"),
    "paper": Label("op papier", "on paper"),
    "desk": Label("aan de balie", "at the desk"),
}

SEVERITIES: Mapping[str, Label] = {
    "error": Label("Niet in orde", "Not in order"),
    "note": Label("Let op", "Note"),
}
