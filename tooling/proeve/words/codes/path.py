"""Which files and folders may exist below `exams/`."""

from proeve.words.say import Code, Say

_GRAMMAR_NL = "Namen met alleen kleine letters, cijfers, punt, streepje en laag streepje zijn op elke computer hetzelfde. Twee bestanden kunnen dan nooit op elkaar lijken."
_GRAMMAR_EN = "Names of only small letters, digits, dot, hyphen and underscore are the same on each computer. Two files can then never look alike."

CODES: tuple[Code, ...] = (
    Code(
        "path.outside",
        nl=Say(
            "Het bestand {path} ligt niet in de map exams.",
            hint="Zet het in exams, of noem een bestand uit die map.",
            why="Alleen wat in exams ligt, is een dossier.",
        ),
        en=Say(
            "The file {path} does not lie in the folder exams.",
            hint="Put it in exams, or name a file from that folder.",
            why="Only what lies in exams is a file of exams.",
        ),
    ),
    Code(
        "path.too-deep",
        nl=Say(
            "Dit bestand ligt dieper dan {limit} mappen.",
            hint="Zet het op de plek die bij zijn soort hoort.",
            why=_GRAMMAR_NL,
        ),
        en=Say(
            "This file lies deeper than {limit} folders.",
            hint="Put it in the place of its kind.",
            why=_GRAMMAR_EN,
        ),
    ),
    Code(
        "path.part",
        nl=Say(
            "De naam {part} in dit pad heeft tekens die niet mogen, of is te lang.",
            hint="Gebruik kleine letters, cijfers, punt, streepje en laag streepje, ten hoogste 80, en begin met een letter of cijfer.",
            why=_GRAMMAR_NL,
        ),
        en=Say(
            "The name {part} in this path has characters that may not be there, or is too long.",
            hint="Use small letters, digits, dot, hyphen and underscore, at most 80, and begin with a letter or digit.",
            why=_GRAMMAR_EN,
        ),
    ),
    Code(
        "path.unknown-file",
        nl=Say(
            "Het bestand {path} hoort bij geen enkele soort document.",
            hint="Verbeter de naam of de map, of haal het bestand weg.",
            why="Een bestand met een verkeerde naam zou stil worden overgeslagen. Daarom is elk onbekend bestand een melding.",
        ),
        en=Say(
            "The file {path} belongs to no kind of document.",
            hint="Correct its name or folder, or remove the file.",
            why="A file with a wrong name would be passed over in silence. So each unknown file is reported.",
        ),
    ),
    Code(
        "path.not-plain",
        nl=Say(
            "Dit is geen gewoon bestand maar een koppeling of iets anders.",
            hint="Zet er het bestand zelf neer.",
            why="Een koppeling kan naar iets wijzen dat morgen anders is, of dat niet in het dossier ligt.",
        ),
        en=Say(
            "This is not a plain file but a link or something else.",
            hint="Put the file itself there.",
            why="A link may point at something that is different tomorrow, or that does not lie in the files of the exam.",
        ),
    ),
)
