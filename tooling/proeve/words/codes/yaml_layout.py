"""What strict reading says of a text whose layout goes wrong."""

from proeve.words.say import Code, Say

_SYNTAX_NL = "De opmaak van het bestand klopt hier niet, dus het programma kan de rest niet betrouwbaar lezen. Daarom leest het niets, en raadt het niet."
_SYNTAX_EN = "The layout of the file goes wrong here, so the program cannot read the rest with certainty. It then reads nothing, and does not guess."

CODES: tuple[Code, ...] = (
    # --- where the parser stopped
    Code(
        "yaml.syntax",
        nl=Say(
            "Vanaf hier is de opmaak niet te lezen.",
            hint="Vergelijk deze regel en de regel erboven met een voorbeeld.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "From here the layout cannot be read.",
            hint="Compare this line and the line above with an example.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.indentation",
        nl=Say(
            "Deze regel past niet onder de regel erboven.",
            hint="Laat velden die bij elkaar horen op dezelfde plek beginnen, met spaties ervoor.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "This line does not fit under the line above.",
            hint="Let fields that belong together begin at the same place, with spaces before them.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.dash",
        nl=Say(
            "Hier staat het streepje van een lijst op een plek waar geen lijst kan beginnen.",
            hint="Begin de lijst op een nieuwe regel, of zet de tekst tussen aanhalingstekens.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "The dash of a list stands here where no list can begin.",
            hint="Begin the list on a new line, or put the text in quotes.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.colon",
        nl=Say(
            "Hier staat een dubbele punt op een plek waar geen veld kan beginnen.",
            hint="Zet de hele tekst tussen aanhalingstekens, of herstel het inspringen.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "A colon stands here where no field can begin.",
            hint="Put the whole text in quotes, or mend the indentation.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.no-colon",
        nl=Say(
            "Bij dit veld ontbreekt de dubbele punt.",
            hint="Zet achter de naam een dubbele punt en een spatie.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "The colon of this field is missing.",
            hint="Put a colon and a space behind the name.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.bracket",
        nl=Say(
            "Een lijst tussen haken loopt hier niet goed af.",
            hint="Sluit de haak, en zet een komma tussen de onderdelen.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "A list between brackets does not end well here.",
            hint="Close the bracket, and put a comma between the items.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.quote",
        nl=Say(
            "Een tekst tussen aanhalingstekens loopt hier niet goed af.",
            hint="Zet aan het eind hetzelfde aanhalingsteken als aan het begin.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "A text in quotes does not end well here.",
            hint="Put the same quotation mark at the end as at the beginning.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.escape",
        nl=Say(
            "Na de schuine streep \\ staat hier iets wat YAML niet kent.",
            hint="Gebruik enkele aanhalingstekens, of schrijf \\\\ voor een gewone schuine streep.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "After the backslash \\ stands something that YAML does not know.",
            hint="Use single quotes, or write \\\\ for a plain backslash.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.start",
        nl=Say(
            "Een waarde kan niet met dit teken beginnen.",
            hint="Zet de waarde tussen aanhalingstekens.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "A value cannot begin with this character.",
            hint="Put the value in quotes.",
            why=_SYNTAX_EN,
        ),
    ),
    Code(
        "yaml.block-text",
        nl=Say(
            "De tekst onder | of > begint niet goed.",
            hint="Zet niets achter | of >, en laat de tekst op de volgende regel inspringen.",
            why=_SYNTAX_NL,
        ),
        en=Say(
            "The text under | or > does not begin well.",
            hint="Put nothing behind | or >, and indent the text on the next line.",
            why=_SYNTAX_EN,
        ),
    ),
)
