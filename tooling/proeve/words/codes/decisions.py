"""The sentences of `decisions`: the ways back and aside."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "decisions.one-file",
        nl=Say(
            "Een besluit is één bestand en verandert verder niets.",
            hint="Leg elk besluit vast in een eigen commit.",
            why="Zo is van elk besluit te zien wie het nam en wat het gevolg was.",
        ),
        en=Say(
            "A decision is one file and changes nothing else.",
            hint="Record each decision in a commit of its own.",
            why="So one can see of each decision who took it and what came of it.",
        ),
    ),
    Code(
        "decisions.number",
        nl=Say(
            "Het volgende besluit in dit examen heeft nummer {expected}.",
            hint="Geef het bestand en het veld number dat nummer.",
            why="Besluiten zijn doorgenummerd, zodat er geen ongemerkt tussenuit kan vallen.",
        ),
        en=Say(
            "The next decision in this exam has number {expected}.",
            hint="Give the file and the field number that number.",
            why="Decisions are numbered on, so that none can drop out unnoticed.",
        ),
    ),
    Code(
        "decisions.other-text",
        nl=Say(
            "{person} heeft een ander besluit getekend dan dit.",
            hint="Laat {person} dit besluit lezen en opnieuw tekenen.",
            why="Een handtekening geldt voor precies één besluit.",
        ),
        en=Say(
            "{person} signed another decision than this one.",
            hint="Have {person} read this decision and sign again.",
            why="A signature holds for exactly one decision.",
        ),
    ),
    Code(
        "decisions.not-the-decider",
        nl=Say(
            "Het besluit noemt {person}, maar die heeft het niet getekend.",
            hint="Wie beslist, tekent; of zet in het veld by wie tekende.",
            why="Niemand kan een besluit op naam van een ander vastleggen.",
        ),
        en=Say(
            "The decision names {person}, who did not sign it.",
            hint="Whoever decides signs; or put in the field by who signed.",
            why="Nobody can record a decision in another person's name.",
        ),
    ),
    Code(
        "decisions.not-yours",
        nl=Say(
            "{person} gaat niet over dit besluit ({decision}).",
            hint="Kijk bij de spelregels wie dit besluit neemt.",
            why="Van elke soort besluit staat vast wie het mag nemen.",
        ),
        en=Say(
            "This decision ({decision}) is not {person}'s to take.",
            hint="See in the process rules who takes it.",
            why="For each kind of decision it is fixed who may take it.",
        ),
    ),
    Code(
        "decisions.no-exam",
        nl=Say(
            "Er is nog geen examen om over te beslissen.",
            hint="De contactpersoon zet het examen eerst klaar.",
            why="Een besluit hoort bij een examen dat bestaat.",
        ),
        en=Say(
            "There is no exam to decide on yet.",
            hint="The contact person prepares the exam first.",
            why="A decision belongs to an exam that exists.",
        ),
    ),
    Code(
        "decisions.closed",
        nl=Say(
            "Dit examen is teruggetrokken of vervallen; het besluit {decision} kan niet meer.",
            hint="Maak zo nodig een nieuw examen dat naar dit examen verwijst.",
            why="Wat is afgesloten, gaat niet stilletjes weer open.",
        ),
        en=Say(
            "This exam was withdrawn or annulled; the decision {decision} is no longer possible.",
            hint="If need be, prepare a new exam that refers to this one.",
            why="What has been ended is not opened again in silence.",
        ),
    ),
    Code(
        "decisions.too-early",
        nl=Say(
            "Het besluit {decision} kan pas als {row} klaar is.",
            hint="Wie {row} moet goedkeuren, is eerst aan de beurt.",
            why="Het besluit gaat over iets wat er nog niet is.",
        ),
        en=Say(
            "The decision {decision} is possible only when {row} is done.",
            hint="It is first the move of whoever approves {row}.",
            why="The decision is about something that is not there yet.",
        ),
    ),
    Code(
        "decisions.too-late",
        nl=Say(
            "Het besluit {decision} kan niet meer: {row} is al begonnen.",
            hint="Kijk bij de spelregels welk besluit nu nog wel kan.",
            why="Sommige besluiten kunnen alleen zolang een latere stap niet is begonnen.",
        ),
        en=Say(
            "The decision {decision} is no longer possible: {row} has begun.",
            hint="See in the process rules which decision is still possible.",
            why="Some decisions are possible only while a later step has not begun.",
        ),
    ),
    Code(
        "decisions.no-return",
        nl=Say(
            "Naar {row} kan niet worden teruggestuurd.",
            hint="Terugsturen kan naar acquire, evidence of consensus.",
            why="De wegen terug zijn 3 naar 2, 7 naar 6 en 10 naar 9.",
        ),
        en=Say(
            "One cannot return to {row}.",
            hint="A return goes to acquire, evidence or consensus.",
            why="The ways back are 3 to 2, 7 to 6 and 10 to 9.",
        ),
    ),
    Code(
        "decisions.sealed",
        nl=Say(
            "Er ligt al een verzegeld oordeel; {row} kan niet meer terug of wisselen.",
            hint="Trek het examen terug en begin een nieuw examen als dit echt nodig is.",
            why="Na het eerste verzegelde oordeel staat vast wat er beoordeeld is en door wie.",
        ),
        en=Say(
            "A sealed judgement is there already; {row} can no longer go back or change hands.",
            hint="Withdraw the exam and begin a new one if this is really needed.",
            why="After the first sealed judgement it is fixed what was judged, and by whom.",
        ),
    ),
    Code(
        "decisions.nothing-to-return",
        nl=Say(
            "{row} is nog niet klaar; er valt niets terug te sturen.",
            hint="Pas de tekst aan, of weiger het akkoord met een reden.",
            why="Terugsturen neemt akkoorden weg die er zijn.",
        ),
        en=Say(
            "{row} is not done yet; there is nothing to return.",
            hint="Change the text, or refuse the approval with a reason.",
            why="A return takes away approvals that are there.",
        ),
    ),
    Code(
        "decisions.no-such-approval",
        nl=Say(
            "Op een akkoord van {hat} wordt in deze rij niet gewacht.",
            hint="Kijk met `proeve status` op wie wordt gewacht.",
            why="Weigeren en doorgaan zonder akkoord gaan over één akkoord dat nodig is.",
        ),
        en=Say(
            "No approval of {hat} is awaited in this row.",
            hint="See with `proeve status` who is awaited.",
            why="Refusing and continuing without an approval are about one approval that is needed.",
        ),
    ),
    Code(
        "decisions.not-waivable",
        nl=Say(
            "In {row} kan niet zonder dit akkoord worden doorgegaan.",
            hint="Regel een vervanger, of trek het examen terug.",
            why="Een oordeel en een vaststelling kunnen door niets worden vervangen.",
        ),
        en=Say(
            "In {row} one cannot continue without this approval.",
            hint="Arrange a substitute, or withdraw the exam.",
            why="Nothing can stand in for a judgement or an establishment.",
        ),
    ),
    Code(
        "decisions.not-the-part",
        nl=Say(
            "Deze mens heeft nu niet de rol {part}, of in die rol kan niemand worden vervangen.",
            hint="Kijk in exam.yml en in de eerdere besluiten wie nu de rol {part} heeft.",
            why="Een vervanging noemt wie weggaat en wie komt, zodat de rij van mensen klopt.",
        ),
        en=Say(
            "This person does not play the part {part} now, or nobody can be substituted in it.",
            hint="See in exam.yml and the earlier decisions who plays the part {part} now.",
            why="A substitution names who goes and who comes, so that the line of people is right.",
        ),
    ),
    Code(
        "decisions.other-way",
        nl=Say(
            "Bij verschil van mening geldt hier een andere weg: {wanted}.",
            hint="Leg het verschil vast met de weg die het beleid van de school noemt.",
            why="Hoe een verschil wordt beslist, staat vooraf vast en wordt niet per geval gekozen.",
        ),
        en=Say(
            "A dispute takes another way here: {wanted}.",
            hint="Record the dispute with the way that the school's policy names.",
            why="How a dispute is settled is fixed beforehand and not chosen for the occasion.",
        ),
    ),
    Code(
        "decisions.not-paused",
        nl=Say(
            "Dit examen staat niet stil; er valt niets te hervatten.",
            hint="Laat dit besluit weg.",
            why="Hervatten zet klokken weer aan die eerst zijn stilgezet.",
        ),
        en=Say(
            "This exam is not paused; there is nothing to resume.",
            hint="Leave this decision out.",
            why="Resuming starts clocks that were stopped first.",
        ),
    ),
    Code(
        "decisions.no-such-evidence",
        nl=Say(
            "Bewijsstuk {id} met dit controlegetal staat niet in de bewijslijst, of niet in de bewijsopslag.",
            hint="Kijk in evidence.yml; wat in Git staat, gaat alleen met de hele verzameling weg.",
            why="Wat gewist is, moet later te vinden zijn bij het bewijs dat de lijst noemt.",
        ),
        en=Say(
            "Piece of evidence {id} with this digest is not in the manifest, or not in the evidence store.",
            hint="See evidence.yml; what Git holds goes only with the whole ledger.",
            why="What was erased must be found later at the evidence that the manifest names.",
        ),
    ),
    Code(
        "decisions.held",
        nl=Say(
            "Dit dossier moet bewaard blijven; er mag niets uit worden gewist.",
            hint="Leg eerst vast dat het niet langer vast hoeft: `proeve decide retention --event hold_released`.",
            why="Wie een dossier vasthoudt, bijvoorbeeld voor een beroep, rekent op al het bewijs.",
        ),
        en=Say(
            "This dossier is held; nothing may be erased from it.",
            hint="First record that the hold is released: `proeve decide retention --event hold_released`.",
            why="Who holds a dossier, for an appeal for one, counts on all of its evidence.",
        ),
    ),
)
