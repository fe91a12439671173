"""The sentences of the judge about statements and about how a ledger begins."""

from proeve.words.say import Code, Say

_REMAKE_NL = "Laat Proeve de commit opnieuw maken op de laatste stand en teken die."
_REMAKE_EN = "Have Proeve make the commit again on the latest state and sign that."
_GENESIS_NL = "Alles wat later wordt getoetst, rust op de eerste commit. Daarom is die klein, en staat hij op naam van iemand met een hoofdsleutel."
_GENESIS_EN = "All that is judged later rests on the first commit. So it is small, and in the name of somebody with a root key."

CODES: tuple[Code, ...] = (
    Code(
        "statement.no-such-step",
        nl=Say(
            "De stap {step} bestaat niet.",
            hint="Noem een van de twaalf stappen; `proeve status` zegt welke aan de beurt is.",
            why="Wie tekent, zegt in welke stap. Een stap die niet bestaat, heeft niemand die erover gaat.",
        ),
        en=Say(
            "There is no step {step}.",
            hint="Name one of the twelve steps; `proeve status` says whose turn it is.",
            why="Whoever signs says in which step. A step that does not exist has nobody who decides in it.",
        ),
    ),
    Code(
        "statement.no-such-action",
        nl=Say(
            "De handeling {action} kan hier niet.",
            hint="Laat Proeve de verklaring maken die bij dit onderdeel hoort.",
            why="Per onderdeel staat vast wat een handtekening kan doen. Wat er niet bij staat, heeft geen gevolg dat iemand kan narekenen.",
        ),
        en=Say(
            "The action {action} is not possible here.",
            hint="Have Proeve make the statement that belongs to this scope.",
            why="For each scope it is fixed what a signature can do. What is not listed has no effect that anybody could work out again.",
        ),
    ),
    Code(
        "statement.step-outside-exam",
        nl=Say(
            "De verklaring noemt de stap {step}, maar gaat niet over een examen.",
            hint="Zet bij de stap een streepje.",
            why="Alleen een examen heeft stappen; register, groep en gereedschap hebben die niet.",
        ),
        en=Say(
            "The statement names the step {step} but is not about an exam.",
            hint="Put a hyphen as the step.",
            why="Only an exam has steps; registry, group and tooling have none.",
        ),
    ),
    Code(
        "statement.base",
        nl=Say(
            "Deze commit is gemaakt op een andere stand dan die hier voorafgaat.",
            hint=_REMAKE_NL,
            why="Elke commit noemt het kenmerk van de stand ervoor. Zo kan er geen commit tussenuit vallen of van plaats wisselen.",
        ),
        en=Say(
            "This commit was made on another state than the one before it here.",
            hint=_REMAKE_EN,
            why="Each commit names the digest of the state before it. So no commit can drop out or change places.",
        ),
    ),
    Code(
        "statement.subject",
        nl=Say(
            "De bestanden zijn niet die waarvoor deze commit is ondertekend.",
            hint=_REMAKE_NL,
            why="Elke commit noemt het kenmerk van de stand erna. Zo kan niemand na het tekenen nog een bestand verwisselen.",
        ),
        en=Say(
            "The files are not those for which this commit was signed.",
            hint=_REMAKE_EN,
            why="Each commit names the digest of the state after it. So nobody can swap a file after the signing.",
        ),
    ),
    Code(
        "statement.other-repository",
        nl=Say(
            "Deze verklaring hoort bij een ander register: {repo}.",
            hint="Teken opnieuw, in het register van deze school.",
            why="Een handtekening uit het ene register mag in een ander, of in een kopie, niets betekenen.",
        ),
        en=Say(
            "This statement belongs to another ledger: {repo}.",
            hint="Sign again, in the ledger of this school.",
            why="A signature of one ledger may mean nothing in another one, or in a copy.",
        ),
    ),
    Code(
        "statement.other-namespace",
        nl=Say(
            "Deze handtekening is gezet voor een ander doel: {is}.",
            hint="Laat Proeve de verklaring opnieuw ondertekenen.",
            why="Het doel staat in de handtekening zelf. Een bewijs van bezit of een oefening kan zo nooit als akkoord worden gebruikt.",
        ),
        en=Say(
            "This signature was made for another purpose: {is}.",
            hint="Have Proeve sign the statement again.",
            why="The purpose is part of the signature. So a proof of possession or an exercise can never be used as an approval.",
        ),
    ),
    Code(
        "statement.act-changed",
        nl=Say(
            "Een ondertekende verklaring is veranderd of verwijderd.",
            hint="Zet het bestand terug zoals het was; een nieuwe verklaring is een nieuw bestand.",
            why="Wat iemand ooit tekende, blijft bewaard zoals het getekend is.",
        ),
        en=Say(
            "A signed statement was changed or removed.",
            hint="Put the file back as it was; a new statement is a new file.",
            why="What somebody once signed is kept as it was signed.",
        ),
    ),
    Code(
        "history.no-genesis",
        nl=Say(
            "De eerste commit heeft een voorganger; hier begint geen register.",
            hint="Haal de hele geschiedenis op, vanaf de eerste commit.",
            why=_GENESIS_NL,
        ),
        en=Say(
            "The first commit has a predecessor; no ledger begins here.",
            hint="Fetch the whole history, from the first commit on.",
            why=_GENESIS_EN,
        ),
    ),
    Code(
        "history.second-genesis",
        nl=Say(
            "Deze commit heeft geen voorganger, maar het register is al begonnen.",
            hint="Maak de wijziging opnieuw op de laatste stand.",
            why="Een register begint één keer. Een tweede begin zou eigen mensen en sleutels meebrengen.",
        ),
        en=Say(
            "This commit has no predecessor, but the ledger has begun already.",
            hint="Make the change again on the latest state.",
            why="A ledger begins once. A second beginning would bring people and keys of its own.",
        ),
    ),
    Code(
        "history.genesis-too-wide",
        nl=Say(
            "De eerste commit raakt meer dan het register.",
            hint="Begin opnieuw, met alleen exams/registry/ in de eerste commit.",
            why=_GENESIS_NL,
        ),
        en=Say(
            "The first commit touches more than the registry.",
            hint="Begin again, with exams/registry/ alone in the first commit.",
            why=_GENESIS_EN,
        ),
    ),
    Code(
        "history.not-a-root-key",
        nl=Say(
            "De eerste commit is niet ondertekend met een van de hoofdsleutels uit root.yml.",
            hint="Laat een houder van een hoofdsleutel het register beginnen.",
            why=_GENESIS_NL,
        ),
        en=Say(
            "The first commit is not signed with one of the root keys in root.yml.",
            hint="Have a holder of a root key begin the ledger.",
            why=_GENESIS_EN,
        ),
    ),
)
