"""The sentences of `statement`: the lines by which somebody says what they do."""

from proeve.words.say import Code, Say

_REMAKE_NL = "Laat Proeve de verklaring opnieuw maken en teken die."
_REMAKE_EN = "Have Proeve make the statement again and sign that."
_STRICT_NL = "Programma's lezen zulke regels verschillend als zij vrij geschreven mogen worden. Daarom staat elke regel op een vaste plaats, precies één keer."
_STRICT_EN = "Programs read such lines differently when they may be written freely. So each line has a fixed place, exactly once."

CODES: tuple[Code, ...] = (
    Code(
        "statement.absent",
        nl=Say(
            "Deze commit zegt niet wie wat doet: de regels van Proeve ontbreken.",
            hint="De ontvangstdienst of een beheerder dekt de commit, of het werk wordt met Proeve opnieuw ingediend.",
            why="Een commit telt door wat hij verklaart: wie, in welke rol, voor welk examen, over welke tekst. Zonder die regels is er niets om te toetsen.",
        ),
        en=Say(
            "This commit does not say who does what: the lines of Proeve are missing.",
            hint="The receiver or an administrator covers the commit, or the work is handed in again with Proeve.",
            why="A commit counts by what it states: who, in which role, for which exam, over which text. Without those lines there is nothing to check.",
        ),
    ),
    Code(
        "statement.elsewhere",
        nl=Say(
            "Een regel van Proeve staat buiten de laatste alinea van het commitbericht.",
            hint=_REMAKE_NL,
            why="Wie tekst in een bericht kan krijgen, kan zo een verklaring namaken. Alleen de laatste alinea telt, en nergens anders mag zo'n regel staan.",
        ),
        en=Say(
            "A line of Proeve stands outside the last paragraph of the commit message.",
            hint=_REMAKE_EN,
            why="Whoever can get text into a message could imitate a statement that way. Only the last paragraph counts, and no such line may stand elsewhere.",
        ),
    ),
    Code(
        "statement.characters",
        nl=Say(
            "In deze verklaring staan tekens die niet te zien zijn of die niet mogen.",
            hint=_REMAKE_NL,
            why="Onzichtbare tekens, stuurtekens en tekens die de leesrichting omkeren, laten een lezer iets anders zien dan er getekend is.",
        ),
        en=Say(
            "This statement holds characters that cannot be seen or are not allowed.",
            hint=_REMAKE_EN,
            why="Invisible characters, control characters and those that turn the reading direction show a reader something else than was signed.",
        ),
    ),
    Code(
        "statement.long",
        nl=Say(
            "Deze verklaring is langer dan {limit} bytes.",
            hint=_REMAKE_NL,
            why="Een verklaring is kort. Een grens houdt het toetsen van grote geschiedenissen mogelijk.",
        ),
        en=Say(
            "This statement is longer than {limit} bytes.",
            hint=_REMAKE_EN,
            why="A statement is short. A limit keeps it possible to check large histories.",
        ),
    ),
    Code(
        "statement.lines",
        nl=Say(
            "Deze verklaring heeft niet precies {expected} regels.",
            hint=_REMAKE_NL,
            why=_STRICT_NL,
        ),
        en=Say(
            "This statement does not have exactly {expected} lines.",
            hint=_REMAKE_EN,
            why=_STRICT_EN,
        ),
    ),
    Code(
        "statement.order",
        nl=Say(
            "De regel {label} staat niet op zijn plaats.",
            hint=_REMAKE_NL,
            why=_STRICT_NL,
        ),
        en=Say(
            "The line {label} does not stand in its place.",
            hint=_REMAKE_EN,
            why=_STRICT_EN,
        ),
    ),
    Code(
        "statement.value",
        nl=Say(
            "Wat achter {label} staat, kan daar niet staan.",
            hint=_REMAKE_NL,
            why="Elke regel heeft een vaste vorm, zodat er maar één manier is om iets te verklaren.",
        ),
        en=Say(
            "What stands after {label} cannot stand there.",
            hint=_REMAKE_EN,
            why="Each line has a fixed form, so that there is only one way to state something.",
        ),
    ),
    Code(
        "statement.kind",
        nl=Say(
            "Dit bestand begint niet als een ondertekende verklaring die Proeve kent.",
            hint=_REMAKE_NL,
            why="De eerste regel zegt welke soort verklaring het is. Een soort die Proeve niet kent, telt niet.",
        ),
        en=Say(
            "This file does not begin as a signed statement that Proeve knows.",
            hint=_REMAKE_EN,
            why="The first line says which kind of statement it is. A kind that Proeve does not know does not count.",
        ),
    ),
    Code(
        "statement.act-name",
        nl=Say(
            "De naam van dit bestand is niet de SHA-256 van zijn inhoud.",
            hint="Geef het bestand de naam die `sha256sum` noemt, gevolgd door .act.",
            why="De naam bindt de inhoud. Zo kan een ondertekende verklaring niet stil vervangen worden.",
        ),
        en=Say(
            "The name of this file is not the SHA-256 of its content.",
            hint="Give the file the name that `sha256sum` prints, followed by .act.",
            why="The name binds the content. So a signed statement cannot be replaced in silence.",
        ),
    ),
)
