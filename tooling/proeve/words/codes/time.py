"""Sentences for the codes `time.*`."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "time.late",
        nl=Say(
            "Het bewijs is te laat ingeleverd, dagen te laat: {days}.",
            hint="De examencommissie besluit of het te late bewijs wordt geaccepteerd, of geeft uitstel.",
            why="Te laat bewijs gaat niet verloren en wordt niet geweigerd. Iemand moet besluiten voordat het wordt gecontroleerd. De datum van een commit telt hierbij niet mee.",
        ),
        en=Say(
            "The evidence was handed in late, days late: {days}.",
            hint="The exam committee decides whether to accept the late evidence, or grants an extension.",
            why="Late evidence is neither lost nor refused. Somebody must decide before it is checked. The date of a commit does not count here.",
        ),
    ),
    Code(
        "time.late-accepted",
        nl=Say(
            "Het bewijs is te laat ingeleverd (dagen te laat: {days}) en toch geaccepteerd.",
            hint="Niemand hoeft iets te doen: de examencommissie heeft het besloten. Het besluit staat in `proeve log`.",
            why="Wat is afgeweken blijft zichtbaar, ook als iemand erover heeft besloten.",
        ),
        en=Say(
            "The evidence was handed in late (days late: {days}) and accepted nevertheless.",
            hint="Nobody has to do anything: the exam committee has decided. Its decision stands in `proeve log`.",
            why="What deviated stays visible, also after somebody has decided on it.",
        ),
    ),
    Code(
        "time.not-a-receiver",
        nl=Say(
            "{person} tekent een ontvangstbewijs als {role}, maar is hier niet de ontvangstdienst.",
            hint="Alleen een sleutel met de rol ontvangstdienst geeft een ontvangstbewijs.",
            why="Een ontvangstbewijs zegt wanneer iets binnenkwam. Wie inlevert kan dat niet over zichzelf zeggen.",
        ),
        en=Say(
            "{person} signs a receipt as {role} but is not the receiver here.",
            hint="Only a key with the role of receiver gives a receipt.",
            why="A receipt says when something came in. Whoever hands in cannot say that of themselves.",
        ),
    ),
    Code(
        "time.not-the-office",
        nl=Say(
            "{person} verklaart als {role} wanneer iets binnenkwam, maar hoort hier niet bij het examenbureau.",
            hint="Een beheerder, contactpersoon of lid van de examencommissie kan dit verklaren.",
            why="Zo'n verklaring is het woord van de school. Een bedrijf of student kan het niet voor de school geven.",
        ),
        en=Say(
            "{person} attests as {role} when something came in, but is not of the exam office here.",
            hint="An administrator, contact person or member of the exam committee can attest it.",
            why="Such a statement is the school's word. A company or student cannot give it for the school.",
        ),
    ),
    Code(
        "time.own-arrival",
        nl=Say(
            "{person} verklaart zelf wanneer het eigen stuk binnenkwam.",
            hint="Laat iemand anders van het examenbureau dit verklaren.",
            why="Niemand getuigt over de eigen inlevering.",
        ),
        en=Say(
            "{person} attests when their own piece came in.",
            hint="Let somebody else of the exam office attest it.",
            why="Nobody is a witness to their own hand-in.",
        ),
    ),
    Code(
        "time.no-such-act",
        nl=Say(
            "Dit stuk noemt een akkoord dat in dit examen niet staat.",
            hint="Noem de SHA-256 van het akkoord dat nu geldt, of laat dit stuk weg.",
            why="Een tijd zonder het akkoord waar hij bij hoort, zegt niets.",
        ),
        en=Say(
            "This statement names an approval that does not stand in this exam.",
            hint="Name the SHA-256 of the approval that stands now, or leave this statement out.",
            why="A time without the approval that it belongs to says nothing.",
        ),
    ),
    Code(
        "time.other-statement",
        nl=Say(
            "Stap, volgnummer of tekst zijn niet die van het akkoord dat wordt genoemd.",
            hint="Neem de regels over uit het akkoord dat binnenkwam.",
            why="Zo past een ontvangstbewijs op precies één akkoord en is het nergens anders te gebruiken.",
        ),
        en=Say(
            "Step, sequence number or text are not those of the approval that is named.",
            hint="Copy the lines of the approval that came in.",
            why="So a receipt fits exactly one approval and is of no use anywhere else.",
        ),
    ),
    Code(
        "time.no-such-moment",
        nl=Say(
            "De tijd in dit stuk bestaat niet.",
            hint="Schrijf de tijd als 2026-03-20T17:00:00Z.",
            why="Een dag als 31 februari is geen tijd waar een termijn mee te vergelijken is.",
        ),
        en=Say(
            "The time in this statement does not exist.",
            hint="Write the time as 2026-03-20T17:00:00Z.",
            why="A day such as 31 February is no time to compare a deadline with.",
        ),
    ),
    Code(
        "time.token-without-act",
        nl=Say(
            "Bij dit tijdstempel ontbreekt het stuk waar het over gaat.",
            hint="Zet het tijdstempel naast het akkoord, met dezelfde naam en het einde .tsr.",
            why="Een tijdstempel is over één bestand. Zonder dat bestand bewijst het niets.",
        ),
        en=Say(
            "The act that this time stamp is about is missing.",
            hint="Put the time stamp beside the act, with the same name and the ending .tsr.",
            why="A time stamp is over one file. Without that file it proves nothing.",
        ),
    ),
    Code(
        "time.token-bad",
        nl=Say(
            "Dit tijdstempel is niet te lezen, of het is over iets anders.",
            hint="Vraag een nieuw tijdstempel aan over precies dit bestand, met SHA-256 en met het certificaat erin.",
            why="De tijd telt pas als het stempel klopt. Tot dan geldt de volgende grond: een ontvangstbewijs, of alleen een commit.",
        ),
        en=Say(
            "This time stamp cannot be read, or it is over something else.",
            hint="Ask for a new time stamp over exactly this file, with SHA-256 and with the certificate in it.",
            why="The time counts only when the stamp is right. Until then the next basis holds: a receipt, or only a commit.",
        ),
    ),
    Code(
        "time.token-unknown-service",
        nl=Say(
            "Dit tijdstempel is van een dienst die de school niet heeft vastgelegd.",
            hint="Gebruik een dienst waarvan het certificaat in root.yml staat.",
            why="Iedereen kan een tijdstempeldienst maken. Alleen die de school vooraf aanwees tellen.",
        ),
        en=Say(
            "This time stamp is of a service that the school did not name.",
            hint="Use a service whose certificate stands in root.yml.",
            why="Anybody can make a time-stamping service. Only those that the school named beforehand count.",
        ),
    ),
    Code(
        "time.token-not-judged",
        nl=Say(
            "Dit tijdstempel kon hier niet worden beoordeeld; de volgende grond voor de tijd geldt.",
            hint="Installeer proeve[time] en controleer opnieuw.",
            why="Het lezen van tijdstempels vraagt een extra pakket. Zonder dat pakket wordt niemand geweigerd om wat deze computer niet kan lezen.",
        ),
        en=Say(
            "This time stamp could not be judged here; the next basis of the time holds.",
            hint="Install proeve[time] and verify again.",
            why="Reading time stamps takes an extra package. Without it nobody is refused for what this computer cannot read.",
        ),
    ),
    Code(
        "time.not-a-checkpoint",
        nl=Say(
            "Dit ijkpunt noemt een andere geschiedenis dan deze, of is te oud.",
            hint="Laat de ontvangstdienst een ijkpunt tekenen over de laatste commits en het meteen landen.",
            why="Een ijkpunt zegt hoe lang de geschiedenis op een moment was en op welke commit zij eindigde. Het moet op deze geschiedenis passen.",
        ),
        en=Say(
            "This checkpoint names another history than this one, or is too old.",
            hint="Let the receiver sign a checkpoint over the last commits and land it at once.",
            why="A checkpoint says how long the history was at a moment and on which commit it ended. It must fit this history.",
        ),
    ),
)
