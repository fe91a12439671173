"""What strict reading of YAML refuses, from single characters to the whole text."""

from proeve.words.say import Code, Say

_AMBIGUOUS_NL = "YAML-programma's lezen dit niet allemaal hetzelfde. Een dossier mag maar op een manier te lezen zijn, ook over tien jaar."
_AMBIGUOUS_EN = "Not all YAML programs read this in the same way. A file of evidence may have one reading only, also ten years from now."
_UNSEEN_NL = "Wat iemand op het scherm ziet en goedkeurt, moet precies zijn wat het programma leest. Met tekens die niet te zien zijn, kan dat verschillen."
_UNSEEN_EN = "What somebody sees on the screen and approves has to be exactly what the program reads. Characters that cannot be seen let the two differ."
_LIMIT_NL = "Een grens houdt het lezen snel en beschermt het programma tegen bestanden die gemaakt zijn om het te laten vastlopen. Een gewoon document blijft er ver onder."
_LIMIT_EN = "A limit keeps reading fast and protects the program from files that were made to stop it. An ordinary document stays far below it."

CODES: tuple[Code, ...] = (
    # --- characters
    Code(
        "yaml.not-utf-8",
        nl=Say(
            "Dit bestand is niet in UTF-8 opgeslagen.",
            hint="Sla het opnieuw op met de codering UTF-8.",
            why=_UNSEEN_NL,
        ),
        en=Say(
            "This file is not stored as UTF-8.",
            hint="Save it again with the encoding UTF-8.",
            why=_UNSEEN_EN,
        ),
    ),
    Code(
        "yaml.byte-order-mark",
        nl=Say(
            "Het bestand begint met een onzichtbaar merkteken (BOM).",
            hint="Sla het op als UTF-8 zonder BOM.",
            why=_UNSEEN_NL,
        ),
        en=Say(
            "The file begins with an unseen byte order mark.",
            hint="Save it as UTF-8 without BOM.",
            why=_UNSEEN_EN,
        ),
    ),
    Code(
        "yaml.line-break",
        nl=Say(
            "Hier eindigt een regel met {character}; alleen een gewoon regeleinde (LF) mag.",
            hint="Zet de regeleinden in de editor op LF en sla het bestand opnieuw op.",
            why="Sommige programma's zien dit teken als een nieuwe regel en andere niet. Zo kan in een opmerking een veld staan dat niemand ziet.",
        ),
        en=Say(
            "A line ends here with {character}; only a plain line end (LF) may.",
            hint="Set the line ends to LF in the editor and save the file again.",
            why="Some programs take this character for a new line and others do not. A comment could then hold a field that nobody sees.",
        ),
    ),
    Code(
        "yaml.bidi",
        nl=Say(
            "Hier staat {character}, een onzichtbaar teken dat de leesrichting omdraait.",
            hint="Haal het teken weg, of typ de tekst opnieuw.",
            why=_UNSEEN_NL,
        ),
        en=Say(
            "Here stands {character}, an unseen character that turns the reading direction.",
            hint="Remove the character, or type the text anew.",
            why=_UNSEEN_EN,
        ),
    ),
    Code(
        "yaml.invisible",
        nl=Say(
            "Hier staat {character}, een teken dat niet te zien is.",
            hint="Haal het teken weg, of typ de tekst opnieuw; het komt vaak mee bij plakken.",
            why=_UNSEEN_NL,
        ),
        en=Say(
            "Here stands {character}, a character that cannot be seen.",
            hint="Remove the character, or type the text anew; it often comes along when pasting.",
            why=_UNSEEN_EN,
        ),
    ),
    Code(
        "yaml.control",
        nl=Say(
            "Hier staat {character}, een stuurteken dat in een tekst niet thuishoort.",
            hint="Haal het teken weg.",
            why=_UNSEEN_NL,
        ),
        en=Say(
            "Here stands {character}, a control character that does not belong in a text.",
            hint="Remove the character.",
            why=_UNSEEN_EN,
        ),
    ),
    Code(
        "yaml.tab",
        nl=Say(
            "Deze regel springt in met een tab.",
            hint="Spring in met spaties, twee per stap.",
            why="Hoe breed een tab is, verschilt per programma. Wat onder wat hoort, moet voor iedereen hetzelfde zijn.",
        ),
        en=Say(
            "This line is indented with a tab.",
            hint="Indent with spaces, two a step.",
            why="How wide a tab is differs between programs. What belongs under what has to be the same for everybody.",
        ),
    ),
    Code(
        "yaml.not-nfc",
        nl=Say(
            "Een letter met een accent is hier in losse delen geschreven.",
            hint="Typ de letter opnieuw, of sla de tekst op in de vorm NFC.",
            why="Dezelfde letter kan op twee manieren zijn opgeslagen. Twee woorden die er gelijk uitzien, moeten ook gelijk zijn.",
        ),
        en=Say(
            "A letter with an accent is written in separate pieces here.",
            hint="Type the letter anew, or save the text in the form NFC.",
            why="The same letter can be stored in two ways. Two words that look the same have to be the same.",
        ),
    ),
    # --- limits
    Code(
        "yaml.too-large",
        nl=Say(
            "Dit bestand is groter dan {limit} KiB.",
            hint="Maak het kleiner; grote stukken horen bij het bewijs, buiten het document.",
            why=_LIMIT_NL,
        ),
        en=Say(
            "This file is larger than {limit} KiB.",
            hint="Make it smaller; large pieces belong with the evidence, outside the document.",
            why=_LIMIT_EN,
        ),
    ),
    Code(
        "yaml.too-deep",
        nl=Say(
            "Hier zitten meer dan {limit} lijsten en groepen in elkaar.",
            hint="Haal lagen weg.",
            why=_LIMIT_NL,
        ),
        en=Say(
            "More than {limit} lists and groups lie inside each other here.",
            hint="Take layers away.",
            why=_LIMIT_EN,
        ),
    ),
    Code(
        "yaml.too-many",
        nl=Say(
            "Vanaf hier telt het bestand meer dan {limit} velden en waarden.",
            hint="Maak het document kleiner.",
            why=_LIMIT_NL,
        ),
        en=Say(
            "From here the file counts more than {limit} fields and values.",
            hint="Make the document smaller.",
            why=_LIMIT_EN,
        ),
    ),
    # --- what has more than one reading
    Code(
        "yaml.duplicate",
        nl=Say(
            "De sleutel {key} staat hier voor de tweede keer.",
            hint="Haal een van de twee weg.",
            why="Veel programma's nemen stil de laatste van de twee. Iemand die de eerste ziet, keurt dan iets anders goed dan er geldt.",
        ),
        en=Say(
            "The key {key} stands here for the second time.",
            hint="Remove one of the two.",
            why="Many programs silently take the last of the two. Somebody who sees the first then approves something else than what holds.",
        ),
    ),
    Code(
        "yaml.anchor",
        nl=Say(
            "Hier krijgt een waarde een naam met &.",
            hint="Haal de naam weg, of zet de tekst tussen aanhalingstekens.",
            why=_AMBIGUOUS_NL,
        ),
        en=Say(
            "A value gets a name with & here.",
            hint="Remove the name, or put the text in quotes.",
            why=_AMBIGUOUS_EN,
        ),
    ),
    Code(
        "yaml.alias",
        nl=Say(
            "Hier verwijst * naar een waarde die elders staat.",
            hint="Schrijf de waarde hier voluit, of zet de tekst tussen aanhalingstekens.",
            why="Wie deze regel leest, ziet niet wat er staat. Met zulke verwijzingen kan een klein bestand ook tot miljarden waarden uitgroeien.",
        ),
        en=Say(
            "Here * refers to a value that stands elsewhere.",
            hint="Write the value out here, or put the text in quotes.",
            why="Who reads this line does not see what it says. With such references a small file can also grow to billions of values.",
        ),
    ),
    Code(
        "yaml.tag",
        nl=Say(
            "Hier schrijft ! voor wat voor soort waarde dit is.",
            hint="Haal dat weg, of zet de tekst tussen aanhalingstekens; het schema bepaalt de soort.",
            why=_AMBIGUOUS_NL,
        ),
        en=Say(
            "Here ! prescribes what type of value this is.",
            hint="Remove it, or put the text in quotes; the schema settles the type.",
            why=_AMBIGUOUS_EN,
        ),
    ),
    Code(
        "yaml.merge-key",
        nl=Say(
            "Hier voegt << de velden van een andere plek in.",
            hint="Schrijf de velden hier voluit.",
            why="Wie deze regel leest, ziet niet welke velden er gelden.",
        ),
        en=Say(
            "Here << puts in the fields of another place.",
            hint="Write the fields out here.",
            why="Who reads this line does not see which fields hold.",
        ),
    ),
    Code(
        "yaml.directive",
        nl=Say(
            "Hier staat een opdracht aan de YAML-lezer (een regel met %).",
            hint="Haal de regel weg.",
            why=_AMBIGUOUS_NL,
        ),
        en=Say(
            "Here stands an order to the YAML reader (a line with %).",
            hint="Remove the line.",
            why=_AMBIGUOUS_EN,
        ),
    ),
    Code(
        "yaml.second-document",
        nl=Say(
            "Hier begint een tweede document in hetzelfde bestand.",
            hint="Haal de regel met --- en wat erna komt weg, of maak er een eigen bestand van.",
            why="Sommige programma's lezen alleen het eerste, andere alleen het laatste. Elk bestand is precies een document.",
        ),
        en=Say(
            "A second document begins here in the same file.",
            hint="Remove the line with --- and what follows, or give it its own file.",
            why="Some programs read only the first, others only the last. Each file is exactly one document.",
        ),
    ),
    Code(
        "yaml.key-not-text",
        nl=Say(
            "De naam {key} van dit veld is geen tekst.",
            hint="Zet de naam tussen aanhalingstekens.",
            why=_AMBIGUOUS_NL,
        ),
        en=Say(
            "The name {key} of this field is not text.",
            hint="Put the name in quotes.",
            why=_AMBIGUOUS_EN,
        ),
    ),
    Code(
        "yaml.no-value",
        nl=Say(
            "Achter dit veld of streepje staat nog niets.",
            hint="Vul een waarde in, of haal de regel weg.",
            why="Leeg kan 'vergeten' betekenen of 'met opzet niets'. Wie met opzet niets invult, schrijft null.",
        ),
        en=Say(
            "Nothing stands behind this field or dash yet.",
            hint="Fill in a value, or remove the line.",
            why="Empty may mean 'forgotten' or 'nothing on purpose'. Who means nothing on purpose writes null.",
        ),
    ),
    # --- the whole text
    Code(
        "yaml.empty",
        nl=Say(
            "Dit bestand is leeg.",
            hint="Vul het document in, of haal het bestand weg.",
            why="Een leeg bestand zegt niets en kan dus geen stap van een examen zijn.",
        ),
        en=Say(
            "This file is empty.",
            hint="Fill in the document, or remove the file.",
            why="An empty file says nothing and so cannot be a step of an exam.",
        ),
    ),
    Code(
        "yaml.not-a-mapping",
        nl=Say(
            "Dit document bestaat niet uit velden.",
            hint="Schrijf op elke regel een veld: een naam, een dubbele punt en een waarde.",
            why="Elk document heeft velden met een naam; het eerste daarvan is schema.",
        ),
        en=Say(
            "This document does not consist of fields.",
            hint="Write a field on each line: a name, a colon and a value.",
            why="Each document has fields with a name; the first of them is schema.",
        ),
    ),
)
