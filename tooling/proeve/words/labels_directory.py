"""What the fields of the directory file are called."""

from collections.abc import Mapping

from proeve.words.labels_text import Label

COLUMN_WORDS: Mapping[str, Label] = {
    "id": Label("Kenmerk", "Id"),
    "kind": Label("Soort", "Kind"),
    "name": Label("Naam", "Name"),
    "email": Label("E-mail", "E-mail"),
    "phone": Label("Telefoon", "Telephone"),
    "company": Label("Leerbedrijf", "Training company"),
    "representative": Label("Vertegenwoordiger", "Representative"),
    "representative_email": Label(
        "E-mail vertegenwoordiger", "E-mail of the representative"
    ),
    "representative_phone": Label(
        "Telefoon vertegenwoordiger", "Telephone of the representative"
    ),
    "number": Label("Nummer", "Number"),
    "born": Label("Geboortedatum", "Date of birth"),
    "language": Label("Taal", "Language"),
    "place": Label("Plaats", "Place"),
    "supervisor": Label("Praktijkbegeleider", "Workplace supervisor"),
    "starts": Label("Begindatum", "First day"),
    "ends": Label("Einddatum", "Last day"),
    "hours": Label("Uren", "Hours"),
}
