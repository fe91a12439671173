"""What a document has to look like to fit the schema of its kind."""

from proeve.words.say import Code, Say

_SHAPE_NL = "Het schema zegt welke velden een document heeft en wat erin kan staan. Zo kan iedereen, mens en programma, elk dossier op dezelfde manier lezen."
_SHAPE_EN = "The schema says which fields a document has and what they may hold. So everybody, person and program, can read each file in the same way."
_LENGTH_NL = "Korte teksten houden een dossier leesbaar. Lange verhalen, en wat over een persoon gaat, horen bij het bewijs en niet in de geschiedenis."
_LENGTH_EN = "Short texts keep a file readable. Long stories, and what is about a person, belong with the evidence and not in the history."

CODES: tuple[Code, ...] = (
    Code(
        "schema.required",
        nl=Say(
            "Hier ontbreekt nog: {missing}.",
            hint="Vul dat aan.",
            why="Zonder deze velden is het document niet af, en kan niemand het goedkeuren.",
        ),
        en=Say(
            "Here is still missing: {missing}.",
            hint="Add it.",
            why="Without these fields the document is not finished, and nobody can approve it.",
        ),
    ),
    Code(
        "schema.unknown-field",
        nl=Say(
            "Het veld {field} hoort niet in dit document.",
            hint="Haal het weg of verbeter de naam. Wat hier wel kan: {allowed}.",
            why="Een veld met een tikfout zou stil worden overgeslagen. Daarom is elk onbekend veld een melding.",
        ),
        en=Say(
            "The field {field} does not belong in this document.",
            hint="Remove it or correct its name. What may stand here: {allowed}.",
            why="A field with a typing error would be passed over in silence. So each unknown field is reported.",
        ),
    ),
    Code(
        "schema.type",
        nl=Say(
            "Bij {field} staat {value}; daar hoort een ander soort waarde.",
            hint="Schrijf het zo: {example}. Tekst die op een getal lijkt, krijgt aanhalingstekens.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "At {field} stands {value}; another type of value belongs there.",
            hint="Write it like this: {example}. Text that looks like a number gets quotes.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.enum",
        nl=Say(
            "Bij {field} staat {value}; dat is geen keuze die hier kan.",
            hint="Kies uit: {allowed}.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "At {field} stands {value}; that is not a choice here.",
            hint="Choose from: {allowed}.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.pattern",
        nl=Say(
            "Bij {field} staat {value}; dat is niet op de afgesproken manier geschreven.",
            hint="Schrijf het volgens: {shape}.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "At {field} stands {value}; that is not written in the agreed way.",
            hint="Write it according to: {shape}.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.format",
        nl=Say(
            "Bij {field} staat {value}; die datum of tijd bestaat niet.",
            hint="Schrijf het zo: {example}.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "At {field} stands {value}; that date or time does not exist.",
            hint="Write it like this: {example}.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.too-short",
        nl=Say(
            "De tekst bij {field} is te kort; hij telt ten minste {limit} tekens.",
            hint="Vul de tekst aan.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "The text at {field} is too short; it counts at least {limit} characters.",
            hint="Add to the text.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.too-long",
        nl=Say(
            "De tekst bij {field} is te lang; er passen {limit} tekens.",
            hint="Maak de tekst korter.",
            why=_LENGTH_NL,
        ),
        en=Say(
            "The text at {field} is too long; it holds {limit} characters.",
            hint="Make the text shorter.",
            why=_LENGTH_EN,
        ),
    ),
    Code(
        "schema.too-few",
        nl=Say(
            "Bij {field} staat te weinig; het zijn er ten minste {limit}.",
            hint="Vul aan wat er nog niet staat.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "Too few stand at {field}; there are at least {limit}.",
            hint="Add what is not there yet.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.too-many",
        nl=Say(
            "Bij {field} staat te veel; het zijn er ten hoogste {limit}.",
            hint="Haal weg wat te veel is.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "Too many stand at {field}; there are at most {limit}.",
            hint="Remove what is too much.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.range",
        nl=Say(
            "Bij {field} staat {value}; dat getal valt buiten de grenzen.",
            hint="Blijf binnen: {range}.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "At {field} stands {value}; that number is out of bounds.",
            hint="Stay within: {range}.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.repeated",
        nl=Say(
            "In de lijst bij {field} staat iets twee keer.",
            hint="Laat elk onderdeel een keer staan.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "Something stands twice in the list at {field}.",
            hint="Let each item stand once.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.choice",
        nl=Say(
            "Hier hoort precies een van deze mogelijkheden: {choices}.",
            hint="Vul er een van in en laat de andere weg.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "Exactly one of these belongs here: {choices}.",
            hint="Fill in one of them and leave out the others.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.fit",
        nl=Say(
            "Wat bij {field} staat, past niet in dit document.",
            hint="Vergelijk het met het schema of met een voorbeeld.",
            why=_SHAPE_NL,
        ),
        en=Say(
            "What stands at {field} does not fit this document.",
            hint="Compare it with the schema or with an example.",
            why=_SHAPE_EN,
        ),
    ),
    Code(
        "schema.unclear",
        nl=Say(
            "Dit document past niet bij zijn schema.",
            hint="Vergelijk het met het schema, en meld dit aan de makers van Proeve.",
            why="Twee programma's bekijken elk document. Zijn ze het niet eens, dan geldt het strengste.",
        ),
        en=Say(
            "This document does not fit its schema.",
            hint="Compare it with the schema, and tell the makers of Proeve.",
            why="Two programs look at each document. When they do not agree, the stricter one has the say.",
        ),
    ),
    Code(
        "schema.other-copy",
        nl=Say(
            "Dit schema is niet gelijk aan dat van deze versie van Proeve.",
            hint="Neem het schema over uit deze versie, of werk Proeve bij.",
            why="De map schemas/ is een afschrift voor tekstverwerkers en lezers; nagekeken wordt met het schema van Proeve zelf.",
        ),
        en=Say(
            "This schema is not the one of this version of Proeve.",
            hint="Copy the schema from this version, or update Proeve.",
            why="The folder schemas/ is a copy for editors and readers; what is checked with is Proeve's own.",
        ),
    ),
    Code(
        "schema.wrong-kind",
        nl=Say(
            "Bij schema staat {value}, maar op deze plek hoort {expected}.",
            hint="Verbeter de regel met schema, of zet het bestand op zijn eigen plek.",
            why="De plek van een bestand bepaalt wat voor document het is. Het bestand zegt hetzelfde, zodat niemand zich vergist.",
        ),
        en=Say(
            "At schema stands {value}, but {expected} belongs in this place.",
            hint="Correct the line with schema, or put the file in its own place.",
            why="The place of a file settles what kind of document it is. The file says the same, so that nobody is mistaken.",
        ),
    ),
)
