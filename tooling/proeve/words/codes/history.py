"""The sentences of `history`: commits, folders and paths as Git holds them."""

from proeve.words.say import Code, Say

_REDO_NL = "Een beheerder herstelt de laatste geldige stand; daarna wordt het werk opnieuw ingediend."
_REDO_EN = (
    "An administrator restores the last valid state; the work is then handed in again."
)
_HEADER_NL = "Sommige kopregels vallen buiten de handtekening. Wie daar iets in kan zetten, verandert een ondertekende commit zonder dat iemand het ziet. Daarom mogen alleen tree, parent, author, committer en gpgsig, in die volgorde."
_HEADER_EN = "Some header lines fall outside the signature. Whoever can put something there changes a signed commit unseen. So only tree, parent, author, committer and gpgsig are allowed, in that order."
_PATH_NL = "Namen met alleen kleine letters, cijfers, punt, streepje en laag streepje, en alleen gewone bestanden en mappen: die ene regel voorkomt dat twee paden op elkaar lijken of dat een pad ergens anders heen wijst."
_PATH_EN = "Names of only small letters, digits, dot, hyphen and underscore, and only plain files and folders: that one rule keeps two paths from looking alike and a path from pointing elsewhere."

CODES: tuple[Code, ...] = (
    Code(
        "history.author",
        nl=Say(
            "De regel met maker en tijd van deze commit is niet te lezen.",
            hint=_REDO_NL,
            why="Namen en tijden in een commit worden getoond en nooit geloofd. Een regel die afwijkt van Gits eigen vorm is met een ander programma gemaakt.",
        ),
        en=Say(
            "The line with the author and time of this commit cannot be read.",
            hint=_REDO_EN,
            why="Names and times in a commit are shown and never believed. A line that differs from Git's own form was made by another program.",
        ),
    ),
    Code(
        "history.commit-long",
        nl=Say(
            "Deze commit is langer dan {limit} bytes.",
            hint=_REDO_NL,
            why="Een commit bevat een korte verklaring. Een grens houdt het toetsen van grote geschiedenissen mogelijk.",
        ),
        en=Say(
            "This commit is longer than {limit} bytes.",
            hint=_REDO_EN,
            why="A commit holds a short statement. A limit keeps it possible to check large histories.",
        ),
    ),
    Code(
        "history.parents",
        nl=Say(
            "Deze commit voegt te veel lijnen samen: hij heeft {count} ouders.",
            hint=_REDO_NL,
            why="Een stap heeft één voorganger, en hoogstens één commit waarnaar hij als bewijs wijst.",
        ),
        en=Say(
            "This commit joins too many lines: it has {count} parents.",
            hint=_REDO_EN,
            why="A step has one predecessor, and at most one commit that it points to as evidence.",
        ),
    ),
    Code(
        "history.header",
        nl=Say(
            "Deze commit heeft een kopregel die niet mag: {header}.",
            hint=_REDO_NL,
            why=_HEADER_NL,
        ),
        en=Say(
            "This commit has a header line that is not allowed: {header}.",
            hint=_REDO_EN,
            why=_HEADER_EN,
        ),
    ),
    Code(
        "history.headers",
        nl=Say(
            "De kopregels van deze commit staan niet in de vaste volgorde, of een ervan staat er twee keer.",
            hint=_REDO_NL,
            why=_HEADER_NL,
        ),
        en=Say(
            "The header lines of this commit are not in the fixed order, or one stands there twice.",
            hint=_REDO_EN,
            why=_HEADER_EN,
        ),
    ),
    Code(
        "history.foreign",
        nl=Say(
            "Deze commit voegt een lijn samen die niet uit deze geschiedenis komt.",
            hint=_REDO_NL,
            why="Wat als bewijs wordt meegenomen, moet van dezelfde eerste commit stammen. Anders kan een vreemde geschiedenis binnenkomen.",
        ),
        en=Say(
            "This commit joins a line that does not stem from this history.",
            hint=_REDO_EN,
            why="What comes along as evidence must stem from the same first commit. Otherwise a strange history could enter.",
        ),
    ),
    Code(
        "history.changes",
        nl=Say(
            "Deze commit verandert meer dan {limit} bestanden.",
            hint="Deel het werk op in kleinere commits.",
            why="Een grens houdt het toetsen mogelijk. Een commit met zoveel bestanden is een vergissing of een aanval.",
        ),
        en=Say(
            "This commit changes more than {limit} files.",
            hint="Divide the work into smaller commits.",
            why="A limit keeps checking possible. A commit with that many files is a mistake or an attack.",
        ),
    ),
    Code(
        "history.act-changed",
        nl=Say(
            "Een ondertekende verklaring is veranderd of verwijderd.",
            hint=_REDO_NL,
            why="Een verklaring die eenmaal is opgenomen, blijft staan zoals zij is. Anders zou een akkoord later stil kunnen verdwijnen.",
        ),
        en=Say(
            "A signed statement was changed or removed.",
            hint=_REDO_EN,
            why="A statement that was once taken in stays as it is. Otherwise an approval could vanish in silence later.",
        ),
    ),
    Code(
        "history.tree-order",
        nl=Say(
            "In deze map staat een naam twee keer of niet op volgorde.",
            hint=_REDO_NL,
            why="Een map met een dubbele naam toont in elk programma iets anders. Git zelf maakt zo'n map nooit.",
        ),
        en=Say(
            "In this folder a name stands twice or out of order.",
            hint=_REDO_EN,
            why="A folder with a name twice shows something else in each program. Git itself never makes such a folder.",
        ),
    ),
    Code(
        "history.tree-torn",
        nl=Say(
            "De gegevens van deze map breken halverwege af.",
            hint=_REDO_NL,
            why="Git zelf maakt zo'n map nooit.",
        ),
        en=Say(
            "The data of this folder break off halfway.",
            hint=_REDO_EN,
            why="Git itself never makes such a folder.",
        ),
    ),
    Code(
        "history.tree-kind",
        nl=Say(
            "Wat hier als map staat, is geen map.",
            hint=_REDO_NL,
            why="Git zelf maakt zo'n map nooit.",
        ),
        en=Say(
            "What stands here as a folder is no folder.",
            hint=_REDO_EN,
            why="Git itself never makes such a folder.",
        ),
    ),
    Code(
        "history.path-kind",
        nl=Say(
            "Wat hier als bestand staat, is geen bestand of is groter dan {limit} bytes.",
            hint="Bewaar grote bestanden in de bewijsopslag, niet in Git.",
            why="In de geschiedenis staan korte teksten. Een grens houdt het toetsen van grote geschiedenissen mogelijk.",
        ),
        en=Say(
            "What stands here as a file is no file, or is larger than {limit} bytes.",
            hint="Keep large files in the evidence store, not in Git.",
            why="The history holds short texts. A limit keeps it possible to check large histories.",
        ),
    ),
    Code(
        "history.path-empty",
        nl=Say(
            "Hier staat een lege map.",
            hint=_REDO_NL,
            why="Git bewaart geen lege mappen. Een lege map is met een ander programma gemaakt en kan iets verbergen.",
        ),
        en=Say(
            "Here stands an empty folder.",
            hint=_REDO_EN,
            why="Git keeps no empty folders. An empty one was made by another program and can hide something.",
        ),
    ),
    Code(
        "history.path-name",
        nl=Say(
            "Deze naam heeft tekens die niet mogen, of is te lang.",
            hint="Gebruik kleine letters, cijfers, punt, streepje en laag streepje, en begin met een letter of cijfer.",
            why=_PATH_NL,
        ),
        en=Say(
            "This name has characters that are not allowed, or is too long.",
            hint="Use small letters, digits, dot, hyphen and underscore, and begin with a letter or digit.",
            why=_PATH_EN,
        ),
    ),
    Code(
        "history.path-depth",
        nl=Say(
            "Dit pad ligt dieper dan {limit} mappen.",
            hint="Zet het op de plek die bij zijn soort hoort.",
            why=_PATH_NL,
        ),
        en=Say(
            "This path lies deeper than {limit} folders.",
            hint="Put it in the place of its kind.",
            why=_PATH_EN,
        ),
    ),
    Code(
        "history.path-mode",
        nl=Say(
            "Dit is geen gewoon bestand of gewone map (soort {mode}).",
            hint="Vervang de koppeling, de submodule of het programma door een gewoon bestand.",
            why=_PATH_NL,
        ),
        en=Say(
            "This is no plain file or folder (mode {mode}).",
            hint="Replace the link, submodule or program by a plain file.",
            why=_PATH_EN,
        ),
    ),
    Code(
        "history.path-twin",
        nl=Say(
            "Deze naam is op sommige computers dezelfde als exams.",
            hint="Kies een andere naam.",
            why="Op een schijf die geen hoofdletters onderscheidt, komt deze map over exams heen te liggen. Dan laat het scherm iets anders zien dan er getekend is.",
        ),
        en=Say(
            "This name is the same as exams on some computers.",
            hint="Choose another name.",
            why="On a disk that does not tell capitals apart this folder lies over exams. The screen then shows something else than was signed.",
        ),
    ),
)
