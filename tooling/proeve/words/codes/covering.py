"""The sentences of covers: what a bad commit left, made lawful or taken back."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "scope.not-covered",
        nl=Say(
            "Deze afdekking maakt {scope} niet weer geldig; alles blijft zoals het was.",
            hint="Geef de akkoorden mee die ontbreken (`--act BESTAND`), of zet de laatste geldige stand terug: `proeve cover {scope} --restore`.",
            why="Afdekken maakt van alles sinds de laatste geldige stand één wijziging. Die moet zelf mogen, of er mag niets van overblijven.",
        ),
        en=Say(
            "This cover does not make {scope} valid again; all stays as it was.",
            hint="Bring the approvals that are missing (`--act FILE`), or put the last valid state back: `proeve cover {scope} --restore`.",
            why="A cover makes everything since the last valid state one change. That change must be lawful itself, or nothing of it may remain.",
        ),
    ),
    Code(
        "scope.restore-only",
        nl=Say(
            "In {scope} stond een commit die niet mag; alleen terugzetten kan nog.",
            hint="Zet alle bestanden van dit onderdeel terug zoals ze het laatst geldig waren: `proeve cover {scope} --restore`.",
            why="Wat zonder handtekening binnenkwam, kan met akkoorden alsnog kloppen. Wat de spelregels overtrad, niet.",
        ),
        en=Say(
            "A commit in {scope} broke the rules; only restoring is possible.",
            hint="Put all files of this scope back as they last were valid: `proeve cover {scope} --restore`.",
            why="What came in without a signature can still come right by approvals. What broke the rules cannot.",
        ),
    ),
    Code(
        "scope.left-behind",
        nl=Say(
            "{path} staat er anders dan de laatste geldige stand en deze wijziging samen zeggen.",
            hint="Zet de laatste geldige stand terug: `proeve cover {scope} --restore`.",
            why="Van een commit die niet in orde was, mag niets ongezien achterblijven.",
        ),
        en=Say(
            "{path} is not as the last valid state and this change together say.",
            hint="Put the last valid state back: `proeve cover {scope} --restore`.",
            why="Nothing of a commit that was not in order may stay behind unseen.",
        ),
    ),
    Code(
        "scope.nothing-to-cover",
        nl=Say(
            "In {scope} is niets af te dekken: alles is daar geldig.",
            hint="Deze commit is niet nodig.",
            why="Afdekken is er alleen voor wat een commit die niet in orde was ophoudt.",
        ),
        en=Say(
            "There is nothing to cover in {scope}: all is valid there.",
            hint="This commit is not needed.",
            why="A cover is only for what a bad commit holds up.",
        ),
    ),
    Code(
        "scope.may-not-cover",
        nl=Say(
            "{person} ({role}) mag hier niets afdekken.",
            hint="De ontvanger of een beheerder doet dat.",
            why="Afdekken kiest wat er van een fout blijft staan. Dat hoort niet bij wie in het examen een rol heeft.",
        ),
        en=Say(
            "{person} ({role}) may not cover anything here.",
            hint="The receiver or an administrator does that.",
            why="A cover chooses what remains of a fault. That is not for those who play a part in the exam.",
        ),
    ),
)
