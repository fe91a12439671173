"""Names for the directory file: of people and companies that obviously do not exist."""

from proeve.words.labels_text import Label

_FIRST = (
    "Sam", "Robin", "Noor", "Milan", "Yara", "Daan", "Fatima", "Luuk", "Sanne", "Bilal",
    "Lotte", "Joris", "Esra", "Thijs", "Maud", "Ravi", "Femke", "Omar", "Jet", "Kasper",
    "Nadia", "Wout", "Ilse", "Amir", "Britt", "Stijn", "Zoë", "Teun", "Aylin", "Gijs",
)  # fmt: skip
_LAST = (
    "Verzonnen", "van Nergenshuizen", "Bedacht", "ter Voorbeeld", "de Fictie",
    "Oefenaar", "van Proefstad", "Schijnveld", "Zomaar", "Namaak", "Doenalsof",
    "van Luchtkasteel",
    "Fantasius", "Quasi", "Imaginair", "Zogenaamd", "van Elders", "Bestaatniet",
    "de Probeer", "Nepveld", "van Verzinsel", "Dummeling", "op 't Papier",
)  # fmt: skip
_MIDDLE = ("", "A. ", "B. ", "C. ", "D. ", "E. ", "F. ", "G. ", "H. ", "J. ")
_COMPANY_KINDS = (
    Label("Installatiebedrijf", "Installations"),
    Label("Werkplaats", "Workshop"),
    Label("Technobouw", "Technobuild"),
    Label("Zorghuis", "Care Home"),
    Label("Handelshuis", "Trading House"),
    Label("Metaalwerken", "Metalworks"),
)
_COMPANY_NAMES = (
    "Nergens", "Voorbeeld", "Verzonnen", "Luchtkasteel", "Zomaar", "Schijn",
    "Bedenksel", "Elders", "Papier", "Doenalsof", "Oefening", "Namaak", "Ergens",
    "Fantasia",
)  # fmt: skip
PLACES = (
    "Nergenshuizen", "Proefstad", "Oefendam", "Voorbeeldveen", "Schijnwoude",
    "Elderskerk",
)  # fmt: skip


def person_name(number: int) -> str:
    """Return the invented name with this number; the first 6,900 all differ."""
    turn, first = divmod(number, len(_FIRST))
    round_, shift = divmod(turn, len(_LAST))
    middle = _MIDDLE[round_ % len(_MIDDLE)]
    last = _LAST[(first + shift) % len(_LAST)]
    return f"{_FIRST[first]} {middle}{last}"


def company_name(number: int) -> Label:
    """Return the invented name of a company."""
    kind = _COMPANY_KINDS[number % len(_COMPANY_KINDS)]
    turn, which = divmod(number, len(_COMPANY_NAMES))
    name = _COMPANY_NAMES[which] + (f" {turn + 1}" if turn else "")
    return Label(f"{kind.nl} {name}", f"{name} {kind.en}")


def phone(number: int) -> str:
    """Return a telephone number that is not in use."""
    return f"06-0000{number % 10000:04d}"


def address(number: int) -> str:
    """Return an e-mail address that can never receive anything (RFC 2606)."""
    return f"oefening-{number:05d}@example.invalid"
