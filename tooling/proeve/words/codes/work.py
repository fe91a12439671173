"""The sentences of `evidence`, `form`, `seals`, `result` and `archive`: what is made of it."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "evidence.not-asked",
        nl=Say(
            "Om bewijs {id} is in de opdracht niet gevraagd.",
            hint="Zet bij elk bewijsstuk voor welk gevraagd bewijs het is.",
            why="Zo is van elk criterium terug te vinden waarop het oordeel rust.",
        ),
        en=Say(
            "The assignment does not ask for evidence {id}.",
            hint="Say with each item for which required evidence it is.",
            why="So one can find for each criterion what the judgement rests on.",
        ),
    ),
    Code(
        "evidence.people",
        nl=Say(
            "Op {id} zijn mensen te zien, en dat mag hier niet.",
            hint="Maak een nieuwe foto zonder mensen.",
            why="De opdracht verbiedt mensen in beeld, om hun privacy te beschermen.",
        ),
        en=Say(
            "People can be seen on {id}, which is not allowed here.",
            hint="Take a new picture without people.",
            why="The assignment forbids people in the picture, to protect their privacy.",
        ),
    ),
    Code(
        "evidence.missing",
        nl=Say(
            "Van bewijs {id} zijn er {given}; gevraagd zijn er minstens {least}.",
            hint="De student vult het bewijs aan.",
            why="Zonder het gevraagde bewijs kan het oordeel niet worden onderbouwd.",
        ),
        en=Say(
            "There are {given} of evidence {id}; at least {least} are required.",
            hint="The student completes the evidence.",
            why="Without the required evidence the judgement cannot be grounded.",
        ),
    ),
    Code(
        "evidence.not-listed",
        nl=Say(
            "Dit bewijsstuk staat niet in evidence.yml.",
            hint="Noem het in de bewijslijst, of laat het weg.",
            why="De bewijslijst noemt alles wat is ingeleverd.",
        ),
        en=Say(
            "This piece of evidence is not in evidence.yml.",
            hint="Name it in the manifest, or leave it out.",
            why="The manifest names everything that was handed in.",
        ),
    ),
    Code(
        "evidence.other-bytes",
        nl=Say(
            "De inhoud van dit bewijsstuk past niet bij zijn naam.",
            hint="Lever het bewijsstuk opnieuw in.",
            why="De naam is het SHA-256-kenmerk van de inhoud; zo valt elke wijziging op.",
        ),
        en=Say(
            "The content of this piece of evidence does not fit its name.",
            hint="Hand the evidence in again.",
            why="The name is the SHA-256 of the content, so that any change shows.",
        ),
    ),
    Code(
        "evidence.too-large",
        nl=Say(
            "Dit bewijsstuk is {size} bytes; in Git mag het hoogstens 64 KiB zijn.",
            hint="Bewaar het in de bewijsopslag van de school.",
            why="Wat in de geschiedenis staat, gaat er niet meer uit.",
        ),
        en=Say(
            "This piece of evidence has {size} bytes; in Git it may have 64 KiB at most.",
            hint="Keep it in the school's evidence store.",
            why="What stands in the history does not leave it again.",
        ),
    ),
    Code(
        "evidence.not-there",
        nl=Say(
            "Dit bewijsstuk zou in Git staan, maar is er niet.",
            hint="Zet het bestand in de map evidence/.",
            why="Wat de bewijslijst noemt, moet na te lezen zijn.",
        ),
        en=Say(
            "This piece of evidence should be in Git but is not there.",
            hint="Put the file in the folder evidence/.",
            why="What the manifest names must be there to be read.",
        ),
    ),
    Code(
        "evidence.no-item",
        nl=Say(
            "Bewijsstuk {id} staat niet in de bewijslijst.",
            hint="Noem alleen stukken uit evidence.yml.",
            why="Gecontroleerd wordt wat is ingeleverd.",
        ),
        en=Say(
            "The manifest has no item {id}.",
            hint="Name only items of evidence.yml.",
            why="What is checked is what was handed in.",
        ),
    ),
    Code(
        "evidence.check-contradicts",
        nl=Say(
            "Het bewijs heet volledig, maar niet elk stuk is in orde.",
            hint="Zet complete op false, of laat de student het bewijs aanvullen.",
            why="Een controle die zichzelf tegenspreekt, zegt niets.",
        ),
        en=Say(
            "The evidence is called complete, but not every item is in order.",
            hint="Set complete to false, or have the student complete the evidence.",
            why="A check that contradicts itself says nothing.",
        ),
    ),
    Code(
        "evidence.check-negative",
        nl=Say(
            "De controle zegt nee op {field}; zo gaat het examen niet verder.",
            hint="Stuur het bewijs met een reden terug naar de student.",
            why="Beoordelen kan pas als het bewijs volledig is en van de student zelf.",
        ),
        en=Say(
            "The check says no to {field}; the exam does not go on like this.",
            hint="Return the evidence to the student with a reason.",
            why="Assessing waits until the evidence is complete and the student's own.",
        ),
    ),
    Code(
        "form.other-part",
        nl=Say(
            "Dit formulier noemt zich {part}, maar heet anders.",
            hint="Maak het formulier opnieuw vanuit het instrument.",
            why="De bestandsnaam zegt van welke beoordelaar het oordeel is.",
        ),
        en=Say(
            "This form calls itself {part}, but its name says otherwise.",
            hint="Make the form again from the instrument.",
            why="The file name says whose judgement it is.",
        ),
    ),
    Code(
        "form.other-assessor",
        nl=Say(
            "Dit formulier is van {person}, die hier niet de beoordelaar is.",
            hint="Open het formulier dat deze beoordelaar heeft verzegeld.",
            why="Elk oordeel is van precies één beoordelaar.",
        ),
        en=Say(
            "This form is {person}'s, who is not the assessor here.",
            hint="Open the form that this assessor sealed.",
            why="Each judgement is exactly one assessor's.",
        ),
    ),
    Code(
        "result.attempt",
        nl=Say(
            "Of {outcome} als poging telt, staat in het beleid van de school; hier staat iets anders.",
            hint="Neem counts_as_attempt over uit het beleid.",
            why="De school legt vooraf vast welke uitkomsten als poging tellen.",
        ),
        en=Say(
            "Whether {outcome} counts as an attempt stands in the school's policy; this says otherwise.",
            hint="Copy counts_as_attempt from the policy.",
            why="The school fixes beforehand which outcomes count as an attempt.",
        ),
    ),
    Code(
        "result.no-such-decision",
        nl=Say(
            "Besluit {number} is er niet, of zegt een andere uitslag.",
            hint="De examencommissie legt eerst het besluit vast.",
            why="Een andere uitslag dan de berekende rust op een besluit met een reden.",
        ),
        en=Say(
            "There is no decision {number}, or it says another outcome.",
            hint="The exam committee records the decision first.",
            why="Another outcome than the computed one rests on a decision with a reason.",
        ),
    ),
    Code(
        "result.stop-not-cited",
        nl=Say(
            "Dit examen is om veiligheid gestopt (besluit {number}), maar dat staat hier niet.",
            hint="Noem het besluit in het veld stop.",
            why="Wie de uitslag leest, moet zien waarop hij rust.",
        ),
        en=Say(
            "This exam was stopped for safety (decision {number}), which is not said here.",
            hint="Name the decision in the field stop.",
            why="Whoever reads the result must see what it rests on.",
        ),
    ),
    Code(
        "seals.not-yours",
        nl=Say(
            "Dit verzegelde oordeel staat op naam van {person}, die het hier niet verzegelt.",
            hint="Elke beoordelaar verzegelt het eigen oordeel.",
            why="Een verzegeld oordeel bindt precies één beoordelaar.",
        ),
        en=Say(
            "This sealed judgement is in the name of {person}, who does not seal it here.",
            hint="Each assessor seals their own judgement.",
            why="A sealed judgement binds exactly one assessor.",
        ),
    ),
    Code(
        "seals.not-sealed",
        nl=Say(
            "Dit formulier is nooit verzegeld.",
            hint="De beoordelaar verzegelt eerst; pas als beide er zijn, gaan ze open.",
            why="Een formulier dat niet verzegeld was, kan na het lezen van het andere zijn geschreven.",
        ),
        en=Say(
            "This form was never sealed.",
            hint="The assessor seals first; the forms open only when both are in.",
            why="A form that was not sealed may have been written after reading the other one.",
        ),
    ),
    Code(
        "seals.other-form",
        nl=Say(
            "Dit formulier is niet het formulier dat is verzegeld.",
            hint="Open het formulier uit de verzegelde doos.",
            why="Het zegel legt het oordeel vast op het moment dat het nog geheim was.",
        ),
        en=Say(
            "This form is not the one that was sealed.",
            hint="Open the form from the sealed box.",
            why="The seal fixes the judgement at the moment when it was still secret.",
        ),
    ),
    Code(
        "archive.left-out",
        nl=Say(
            "Het archief noemt {file} niet.",
            hint="Maak de lijst van het archief opnieuw.",
            why="Het archief noemt elk bestand van het dossier.",
        ),
        en=Say(
            "The archive does not name {file}.",
            hint="Make the list of the archive again.",
            why="The archive names every file of the dossier.",
        ),
    ),
    Code(
        "archive.other-digest",
        nl=Say(
            "Het kenmerk van {file} in het archief past niet bij het bestand.",
            hint="Maak de lijst van het archief opnieuw.",
            why="Met de kenmerken is later na te gaan dat er niets veranderde.",
        ),
        en=Say(
            "The digest of {file} in the archive does not fit the file.",
            hint="Make the list of the archive again.",
            why="The digests show later that nothing has changed.",
        ),
    ),
    Code(
        "archive.other-outcome",
        nl=Say(
            "Het archief noemt de uitkomst {written}, maar die is {outcome}.",
            hint="Neem de vastgestelde uitkomst over.",
            why="Het archief bewaart wat is vastgesteld, en niets anders.",
        ),
        en=Say(
            "The archive names the outcome {written}, but it is {outcome}.",
            hint="Copy the outcome that was established.",
            why="The archive keeps what was established, and nothing else.",
        ),
    ),
    Code(
        "archive.not-there",
        nl=Say(
            "Het archief noemt {file}, maar dat bestand is er niet.",
            hint="Maak de lijst van het archief opnieuw.",
            why="Een archief noemt alleen wat er is.",
        ),
        en=Say(
            "The archive names {file}, but there is no such file.",
            hint="Make the list of the archive again.",
            why="An archive names only what is there.",
        ),
    ),
)
