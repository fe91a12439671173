"""The sentences of `people`, `separation` and `committee`: who may act, and beside whom."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "people.unknown-key",
        nl=Say(
            "Met deze sleutel is hier niemand ingeschreven.",
            hint="De beheerder schrijft de sleutel in; daarna tekent de eigenaar opnieuw.",
            why="Alleen een sleutel die vóór deze commit in het register stond, zegt wie er tekende.",
        ),
        en=Say(
            "Nobody is enrolled here with this key.",
            hint="The administrator enrols the key; then its owner signs again.",
            why="Only a key that stood in the registry before this commit says who signed.",
        ),
    ),
    Code(
        "people.revoked-key",
        nl=Say(
            "Deze sleutel is ingetrokken ({kind}).",
            hint="De eigenaar tekent opnieuw met een nieuwe, ingeschreven sleutel.",
            why="Intrekken werkt vanaf de plaats in de geschiedenis, nooit volgens een datum die de commit zelf noemt.",
        ),
        en=Say(
            "This key was revoked ({kind}).",
            hint="Its owner signs again with a new key that is enrolled.",
            why="Revocation works from its place in the history, never by a date that a commit states.",
        ),
    ),
    Code(
        "people.not-the-actor",
        nl=Say(
            "Hier staat dat {actor} tekent, maar de sleutel is van {person}.",
            hint="Wie tekent, noemt zichzelf; {actor} moet zelf tekenen.",
            why="Namen en datums in een commit kan iedereen invullen. Alleen de sleutel telt.",
        ),
        en=Say(
            "This says that {actor} signs, but the key is {person}'s.",
            hint="Whoever signs names themselves; {actor} has to sign in person.",
            why="Anybody can fill in names and dates in a commit. Only the key counts.",
        ),
    ),
    Code(
        "separation.student",
        nl=Say(
            "De student heeft in dit examen ook de rol {part}.",
            hint="Kies iemand anders voor {part}.",
            why="Niemand heeft een tweede rol in zijn eigen examen. Dit kan niet worden ontheven.",
        ),
        en=Say(
            "The student also plays {part} in this exam.",
            hint="Choose somebody else as {part}.",
            why="Nobody has a second part in their own exam. This cannot be dispensed with.",
        ),
    ),
    Code(
        "separation.assessors",
        nl=Say(
            "{person} is twee keer beoordelaar in dit examen.",
            hint="Kies een andere beoordelaar voor {part}.",
            why="Twee oordelen van één mens zijn geen twee oordelen. Dit kan niet worden ontheven.",
        ),
        en=Say(
            "{person} is an assessor twice in this exam.",
            hint="Choose another person as {part}.",
            why="Two judgements of one person are not two judgements. This cannot be dispensed with.",
        ),
    ),
    Code(
        "separation.agreed-it",
        nl=Say(
            "{person} heeft de opdracht mee afgesproken en kan hem niet vaststellen.",
            hint="Een ander lid van de examencommissie stelt vast.",
            why="Wie de opdracht maakte, keurt niet zijn eigen werk namens de commissie.",
        ),
        en=Say(
            "{person} agreed the assignment and cannot establish it.",
            hint="Another member of the exam committee establishes it.",
            why="Whoever made the assignment does not judge their own work for the committee.",
        ),
    ),
    Code(
        "separation.assessed-it",
        nl=Say(
            "{person} beoordeelt dit examen en kan het niet vaststellen.",
            hint="Een ander lid van de examencommissie stelt vast.",
            why="Vaststellen is een tweede blik. Wie beoordeelde, geeft die niet ook zelf.",
        ),
        en=Say(
            "{person} assesses this exam and cannot establish it.",
            hint="Another member of the exam committee establishes it.",
            why="Establishing is a second look. Whoever assessed does not give that one too.",
        ),
    ),
    Code(
        "separation.established-it",
        nl=Say(
            "{person} heeft dit examen vastgesteld en kan in {row} niet meedoen.",
            hint="Kies een andere beoordelaar.",
            why="Vaststellen en beoordelen blijven twee mensen, in welke volgorde het ook gebeurt.",
        ),
        en=Say(
            "{person} established this exam and cannot take part in {row}.",
            hint="Choose another assessor.",
            why="Establishing and assessing stay two people, in whichever order it happens.",
        ),
    ),
    Code(
        "separation.supervisor-assesses",
        nl=Say(
            "{person} is praktijkbegeleider en ook beoordelaar.",
            hint="Kies een collega, of laat de examencommissie een ontheffing vastleggen.",
            why="Wie een student begeleidt, kijkt anders dan wie beoordeelt. In een klein bedrijf kan de commissie dit ontheffen, zichtbaar en met een einddatum.",
        ),
        en=Say(
            "{person} is the workplace supervisor and an assessor as well.",
            hint="Choose a colleague, or have the exam committee record a dispensation.",
            why="Whoever guides a student looks differently from whoever judges. In a small company the committee may lift this, visibly and with an end date.",
        ),
    ),
    Code(
        "separation.contact-assesses",
        nl=Say(
            "{person} is contactpersoon en ook beoordelaar.",
            hint="Kies een andere beoordelaar, of laat de examencommissie een ontheffing vastleggen.",
            why="Wie het examen regelt, oordeelt er liever niet zelf over.",
        ),
        en=Say(
            "{person} is the contact person and an assessor as well.",
            hint="Choose another assessor, or have the exam committee record a dispensation.",
            why="Whoever runs the exam had better not judge it too.",
        ),
    ),
    Code(
        "separation.same-side",
        nl=Say(
            "Beide beoordelaars komen van dezelfde kant ({side}).",
            hint="Kies er één van de school en één van het bedrijf, of laat de examencommissie een ontheffing vastleggen.",
            why="Een proeve wordt door school en bedrijf samen beoordeeld.",
        ),
        en=Say(
            "Both assessors come from the same side ({side}).",
            hint="Choose one of the school and one of the company, or have the exam committee record a dispensation.",
            why="School and company assess a practical exam together.",
        ),
    ),
    Code(
        "separation.expertise",
        nl=Say(
            "{person} heeft geen geldige deskundigheidsverklaring voor deze kwalificatie.",
            hint="De beheerder legt de verklaring vast, of de examencommissie een ontheffing.",
            why="Een beoordelaar moet aantoonbaar deskundig zijn in wat hij beoordeelt.",
        ),
        en=Say(
            "{person} has no valid declaration of expertise for this qualification.",
            hint="The administrator records the declaration, or the exam committee a dispensation.",
            why="An assessor must demonstrably know the trade that is judged.",
        ),
    ),
    Code(
        "committee.unknown",
        nl=Say(
            "De examencommissie van dit examen staat niet in het register.",
            hint="De beheerder zet de commissie in het register.",
            why="Een besluit namens een commissie kan alleen als vaststaat wie die commissie is.",
        ),
        en=Say(
            "The exam committee of this exam is not in the registry.",
            hint="The administrator enters the committee in the registry.",
            why="A decision for a committee needs a committee whose members are known.",
        ),
    ),
    Code(
        "committee.no-seat",
        nl=Say(
            "{person} zit niet in de examencommissie van dit examen.",
            hint="Een lid van de commissie beslist.",
            why="De rol alleen is niet genoeg: iemand beslist als lid van precies deze commissie.",
        ),
        en=Say(
            "{person} has no seat in the exam committee of this exam.",
            hint="A member of the committee decides.",
            why="The role alone is not enough: one decides as a member of exactly this committee.",
        ),
    ),
    Code(
        "committee.no-vote",
        nl=Say(
            "{person} is secretaris zonder mandaat en beslist niet mee.",
            hint="Een stemmend lid beslist, of de commissie legt een mandaat vast.",
            why="De secretaris bereidt voor en verstuurt; beslissen vraagt een vastgelegd mandaat.",
        ),
        en=Say(
            "{person} is a secretary without a mandate and does not decide.",
            hint="A voting member decides, or the committee records a mandate.",
            why="The secretary prepares and sends; deciding takes a recorded mandate.",
        ),
    ),
    Code(
        "committee.recused",
        nl=Say(
            "{person} heeft een rol in dit examen en doet in de commissie niet mee.",
            hint="Een ander lid van de commissie beslist.",
            why="Een lid dat bij een zaak betrokken is, beslist er niet over (WEB artikel 7.4.5a, lid 5).",
        ),
        en=Say(
            "{person} plays a part in this exam and stands aside in the committee.",
            hint="Another member of the committee decides.",
            why="A member who is involved in a matter takes no part in handling it (WEB article 7.4.5a(5)).",
        ),
    ),
    Code(
        "committee.quorum",
        nl=Say(
            "Voor het besluit {decision} zijn {quorum} leden nodig; er tekenden er minder.",
            hint="Laat genoeg leden hetzelfde besluit tekenen en leg het in één keer vast.",
            why="Een besluit naast de rechte weg heeft geen stap om in te wachten en moet in één keer compleet zijn.",
        ),
        en=Say(
            "The decision {decision} needs {quorum} members; fewer have signed.",
            hint="Have enough members sign the same decision and record it at once.",
            why="A decision aside from the straight way has no step to wait in and must be complete at once.",
        ),
    ),
)
