"""The sentences of `push`: what a server refuses before it lands."""

from proeve.words.say import Code, Say

_FETCH_NL = "Haal de nieuwste stand op (git fetch) en maak de stap daarop opnieuw."
_FETCH_EN = "Fetch the newest state (git fetch) and make the step again on top of it."

CODES: tuple[Code, ...] = (
    Code(
        "push.deleted",
        nl=Say(
            "De tak main kan niet worden verwijderd.",
            hint="Een examen eindigt met een besluit, niet door iets weg te halen.",
            why="De tak main is het dossier van alle examens. Wie hem verwijdert, haalt alle bewijs weg.",
        ),
        en=Say(
            "The branch main cannot be deleted.",
            hint="An exam ends by a decision, not by taking something away.",
            why="The branch main is the file of all exams. Whoever deletes it takes all proof away.",
        ),
    ),
    Code(
        "push.not-onward",
        nl=Say(
            "Deze push zet de geschiedenis terug, of zet een andere in haar plaats.",
            hint=_FETCH_NL,
            why="De geschiedenis groeit alleen aan: elke stap volgt op de laatste. Ook een samenvoeging waarin de oude stand een zijlijn wordt, vervangt de hoofdlijn.",
        ),
        en=Say(
            "This push takes the history back, or puts another in its place.",
            hint=_FETCH_EN,
            why="The history only grows: each step follows the last one. A merge in which the old state becomes a side line replaces the main line as well.",
        ),
    ),
    Code(
        "push.late",
        nl=Say(
            "Iemand anders was eerder: de tak main staat niet meer waar deze push van uitgaat.",
            hint=_FETCH_NL,
            why="Twee mensen kunnen tegelijk een stap doen. De tweede bouwt dan op de eerste, zodat geen van beide verloren gaat.",
        ),
        en=Say(
            "Somebody was earlier: the branch main no longer stands where this push starts from.",
            hint=_FETCH_EN,
            why="Two people can take a step at the same time. The second then builds on the first, so that neither is lost.",
        ),
    ),
    Code(
        "push.other-ref",
        nl=Say(
            "Deze naam wordt niet aangenomen: alleen de tak main en takken met een voorstel.",
            hint="Geef een voorstel een naam van kleine letters, cijfers, punt, streepje en laag streepje, die niet op een commitnummer of op main lijkt.",
            why="Labels, notities en vervangingen leest niemand bij het beoordelen. Een vervanging of een naam die op een andere lijkt, toont bovendien iets anders dan er staat.",
        ),
        en=Say(
            "This name is not taken: only the branch main and branches with a proposal.",
            hint="Give a proposal a name of small letters, digits, dot, hyphen and underscore that does not look like a commit id or like main.",
            why="Nobody reads tags, notes and replacements when judging. A replacement, or a name that looks like another, also shows something else than is there.",
        ),
    ),
    Code(
        "push.no-main",
        nl=Say(
            "Er is nog geen tak main waarop dit een voorstel kan zijn.",
            hint="De oprichter stuurt eerst de tak main.",
            why="Een voorstel stamt van de geschiedenis die bij het vertrouwensanker begint.",
        ),
        en=Say(
            "There is no branch main yet to which this could be a proposal.",
            hint="The founder pushes the branch main first.",
            why="A proposal stems from the history that begins at the trust root.",
        ),
    ),
    Code(
        "push.no-commit",
        nl=Say(
            "Deze tak wijst niet naar een commit.",
            hint="Laat de tak naar een commit wijzen.",
            why="Een tak die naar iets anders wijst, is niet te lezen.",
        ),
        en=Say(
            "This branch does not point to a commit.",
            hint="Let the branch point to a commit.",
            why="A branch that points to something else cannot be read.",
        ),
    ),
    Code(
        "push.foreign",
        nl=Say(
            "Deze commit heeft geen voorganger en stamt dus niet van deze geschiedenis.",
            hint="Maak het voorstel op een commit van de tak main.",
            why="Er is één eerste commit: die van het vertrouwensanker. Een tweede begin is een andere geschiedenis.",
        ),
        en=Say(
            "This commit has no predecessor, so it does not stem from this history.",
            hint="Make the proposal on a commit of the branch main.",
            why="There is one first commit: that of the trust root. A second beginning is another history.",
        ),
    ),
    Code(
        "push.form-in-clear",
        nl=Say(
            "Hier staat een beoordelingsformulier open, terwijl nog niet beide beoordelingen verzegeld zijn ingediend.",
            hint="Verzegel het formulier (proeve seal) en haal deze commit uit de tak.",
            why="Wie kan ophalen, kan lezen. De andere beoordelaar zou het oordeel zien voordat het eigen oordeel vastligt.",
        ),
        en=Say(
            "An assessment form stands here in clear, and not both judgements have been handed in sealed.",
            hint="Seal the form (proeve seal) and take this commit out of the branch.",
            why="Whoever can fetch can read. The other assessor would see the judgement before their own is fixed.",
        ),
    ),
    Code(
        "push.too-many-commits",
        nl=Say(
            "Deze push brengt meer dan {limit} commits mee.",
            hint="Stuur het werk in delen.",
            why="Een grens houdt het beoordelen van elke push kort, ook voor wie na u komt.",
        ),
        en=Say(
            "This push brings more than {limit} commits.",
            hint="Push the work in parts.",
            why="A limit keeps the judging of each push short, for those who come after you as well.",
        ),
    ),
    Code(
        "push.too-many-refs",
        nl=Say(
            "Deze push verandert meer dan {limit} takken.",
            hint="Stuur de takken in delen.",
            why="Een grens houdt het beoordelen van elke push kort, ook voor wie na u komt.",
        ),
        en=Say(
            "This push changes more than {limit} branches.",
            hint="Push the branches in parts.",
            why="A limit keeps the judging of each push short, for those who come after you as well.",
        ),
    ),
)
