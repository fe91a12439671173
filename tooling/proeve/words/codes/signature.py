"""The sentences of `signature`: what is wrong with a signature in itself."""

from proeve.words.say import Code, Say

_AGAIN_NL = "Wie tekende, maakt de handtekening opnieuw met ssh-keygen of met Proeve."
_AGAIN_EN = "Whoever signed makes the signature again, with ssh-keygen or with Proeve."
_ONE_FORM_NL = "Een handtekening die op twee manieren geschreven kan worden, geeft twee commits met één betekenis. Daarom geldt alleen de vorm die ssh-keygen zelf maakt."
_ONE_FORM_EN = "A signature that can be written in two ways gives two commits with one meaning. So only the form that ssh-keygen itself makes counts."

CODES: tuple[Code, ...] = (
    Code(
        "signature.none",
        nl=Say(
            "Er staat geen handtekening bij.",
            hint="Tot het bevestigd is, telt het niet. Een beheerder bevestigt het met de akkoorden die ontbreken (`proeve cover EXAMEN --act BESTAND`) of zet het terug (`proeve cover EXAMEN --restore`).",
            why="Een commit of verklaring zonder handtekening kan van iedereen zijn. Samenvoegen op een platform haalt handtekeningen weg; de ontvangstdienst of een beheerder kan zo'n commit later dekken.",
        ),
        en=Say(
            "There is no signature with this.",
            hint="Until it is confirmed it does not count. An administrator confirms it with the approvals that are missing (`proeve cover EXAM --act FILE`) or takes it back (`proeve cover EXAM --restore`).",
            why="A commit or statement without a signature can be anybody's. Squashing on a forge removes signatures; the receiver or an administrator can cover such a commit later.",
        ),
    ),
    Code(
        "signature.foreign",
        nl=Say(
            "Deze commit is door een platform ondertekend, niet door een mens.",
            hint="De ontvangstdienst of een beheerder dekt de commit, of het werk wordt opnieuw ingediend.",
            why="De handtekening van een platform zegt alleen dat het platform de commit maakte. Zij zegt niets over wie akkoord gaf.",
        ),
        en=Say(
            "This commit is signed by a forge and not by a person.",
            hint="The receiver or an administrator covers the commit, or the work is handed in again.",
            why="A forge's signature says only that the forge made the commit. It says nothing about who approved.",
        ),
    ),
    Code(
        "signature.armor",
        nl=Say(
            "De handtekening staat er niet precies zo als ssh-keygen haar schrijft.",
            hint=_AGAIN_NL,
            why=_ONE_FORM_NL,
        ),
        en=Say(
            "The signature is not written exactly as ssh-keygen writes it.",
            hint=_AGAIN_EN,
            why=_ONE_FORM_EN,
        ),
    ),
    Code(
        "signature.version",
        nl=Say(
            "Dit is geen SSH-handtekening van versie 1.",
            hint=_AGAIN_NL,
            why="Een andere versie kan iets anders betekenen. Proeve raadt niet.",
        ),
        en=Say(
            "This is no SSH signature of version 1.",
            hint=_AGAIN_EN,
            why="Another version can mean something else. Proeve does not guess.",
        ),
    ),
    Code(
        "signature.form",
        nl=Say(
            "De handtekening mist iets, of bevat meer dan erin hoort.",
            hint=_AGAIN_NL,
            why=_ONE_FORM_NL,
        ),
        en=Say(
            "The signature lacks something, or holds more than belongs in it.",
            hint=_AGAIN_EN,
            why=_ONE_FORM_EN,
        ),
    ),
    Code(
        "signature.namespace",
        nl=Say(
            "Deze handtekening is voor een ander doel gezet.",
            hint="Wie tekende, tekent deze tekst voor dit doel.",
            why="Elk doel heeft een eigen naam in de handtekening. Zo kan een handtekening onder een bestand nooit als akkoord onder een commit dienen.",
        ),
        en=Say(
            "This signature was made for another purpose.",
            hint="Whoever signed signs this text for this purpose.",
            why="Each purpose has its own name inside the signature. So a signature under a file can never serve as an approval under a commit.",
        ),
    ),
    Code(
        "signature.hash",
        nl=Say(
            "De handtekening gebruikt een rekenwijze die niet mag.",
            hint=_AGAIN_NL,
            why="Alleen SHA-256 en SHA-512 zijn sterk genoeg. Met zwakkere rekenwijzen kunnen twee teksten dezelfde handtekening hebben.",
        ),
        en=Say(
            "The signature uses a hash that is not allowed.",
            hint=_AGAIN_EN,
            why="Only SHA-256 and SHA-512 are strong enough. With weaker ones two texts can have the same signature.",
        ),
    ),
    Code(
        "signature.key",
        nl=Say(
            "De sleutel in deze handtekening is van een soort die niet mag.",
            hint="Maak een sleutel met `ssh-keygen -t ed25519` en laat die inschrijven.",
            why="Alleen Ed25519-sleutels gelden, ook die van een beveiligingssleutel. Er bestaan bijzondere sleutels waarmee iedereen alles kan tekenen; die worden geweigerd.",
        ),
        en=Say(
            "The key in this signature is of a kind that is not allowed.",
            hint="Make a key with `ssh-keygen -t ed25519` and have it enrolled.",
            why="Only Ed25519 keys count, those of a security key included. There are special keys with which anybody can sign anything; those are refused.",
        ),
    ),
    Code(
        "signature.mismatch",
        nl=Say(
            "De handtekening past niet bij deze tekst.",
            hint="Wie tekende, tekent de tekst zoals die er nu staat.",
            why="De tekst is na het tekenen veranderd, of de handtekening hoort bij iets anders.",
        ),
        en=Say(
            "The signature does not fit this text.",
            hint="Whoever signed signs the text as it stands now.",
            why="The text was changed after it was signed, or the signature belongs to something else.",
        ),
    ),
    Code(
        "signature.touch",
        nl=Say(
            "De beveiligingssleutel is bij het tekenen niet aangeraakt.",
            hint="Teken opnieuw en raak de sleutel aan.",
            why="Alleen een aanraking toont dat er iemand bij was. Zonder aanraking kan een programma stil tekenen.",
        ),
        en=Say(
            "The security key was not touched when it signed.",
            hint="Sign again and touch the key.",
            why="Only a touch shows that somebody was there. Without it a program can sign in silence.",
        ),
    ),
)
