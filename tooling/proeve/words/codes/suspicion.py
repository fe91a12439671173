"""The sentences of approvals in doubt, and of what heals them."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "exam.suspect",
        nl=Say(
            "Het akkoord van {person} ({row}) is in twijfel: de sleutel is ingetrokken ({kind}).",
            hint="{person} bevestigt het opnieuw met een nieuwe sleutel (`proeve reaffirm`), of de commissie trekt het in (`proeve void`).",
            why="Wie een sleutel vond of stal, kon ermee tekenen. Zonder tijd van een ander is niet te zeggen welk akkoord er al was; een datum in een commit kan iedereen kiezen.",
        ),
        en=Say(
            "The approval of {person} ({row}) is in doubt: its key was revoked ({kind}).",
            hint="{person} confirms it again with a new key (`proeve reaffirm`), or the committee takes it away (`proeve void`).",
            why="Whoever found or stole a key could sign with it. Without somebody else's time nobody can tell which approval was there before; anybody can choose the date in a commit.",
        ),
    ),
    Code(
        "rows.nothing-to-reaffirm",
        nl=Say(
            "Van {person} is in de stap {step} geen akkoord in twijfel.",
            hint="Kijk met `proeve suspects` welk akkoord opnieuw bevestigd moet worden.",
            why="Bevestigen doet dezelfde mens, in dezelfde rol, over dezelfde tekst. Het voegt geen stem toe.",
        ),
        en=Say(
            "No approval of {person} in the step {step} is in doubt.",
            hint="See with `proeve suspects` which approval must be confirmed again.",
            why="The same person confirms, in the same role, about the same text. It adds no vote.",
        ),
    ),
    Code(
        "rows.nothing-to-void",
        nl=Say(
            "In de stap {step} is geen akkoord in twijfel dat de commissie kan intrekken.",
            hint="Iets anders overdoen gaat met een besluit om terug te geven.",
            why="Intrekken is er voor akkoorden van een verloren of gestolen sleutel.",
        ),
        en=Say(
            "In the step {step} no approval is in doubt that the committee could take away.",
            hint="Anything else is done again after a decision to return it.",
            why="Taking away is for approvals by a key that was lost or stolen.",
        ),
    ),
    Code(
        "rows.too-late-to-void",
        nl=Say(
            "Het akkoord in {row} kan niet meer worden ingetrokken: wat erop volgde, is niet over te doen.",
            hint="Laat het opnieuw bevestigen, of trek het examen in en begin een nieuw.",
            why="Wie eenmaal een beoordeling heeft verstuurd of gezien, kan niet meer doen alsof dat niet zo is.",
        ),
        en=Say(
            "The approval in {row} can no longer be taken away: what followed it cannot be done again.",
            hint="Have it confirmed again, or withdraw the exam and begin another.",
            why="Whoever has once sent or seen a judgement cannot act as if it had not happened.",
        ),
    ),
)
