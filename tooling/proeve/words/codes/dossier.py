"""The sentences of `exam`, `assignment` and `establishment`: what is prepared and agreed."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "dossier.twice",
        nl=Say(
            "{id} staat hier voor de tweede keer.",
            hint="Geef elk onderdeel een eigen naam.",
            why="Wie later naar een onderdeel verwijst, moet er precies één vinden.",
        ),
        en=Say(
            "{id} stands here for the second time.",
            hint="Give each item a name of its own.",
            why="Whoever refers to an item later must find exactly one.",
        ),
    ),
    Code(
        "exam.absent",
        nl=Say(
            "In deze map staat geen exam.yml.",
            hint="De contactpersoon begint een examen met exam.yml en assignment.yml.",
            why="Zonder exam.yml is niet bekend van wie het examen is en wie erin welke rol heeft; dan zeggen de andere documenten niets.",
        ),
        en=Say(
            "There is no exam.yml in this folder.",
            hint="The contact person begins an exam with exam.yml and assignment.yml.",
            why="Without exam.yml one cannot tell whose exam it is and who plays which part; then the other documents say nothing.",
        ),
    ),
    Code(
        "exam.number-misread",
        nl=Say(
            "Het examennummer {number} klopt niet: het laatste teken past er niet bij.",
            hint="Lees het nummer opnieuw; waarschijnlijk is een teken verwisseld.",
            why="Het laatste teken volgt uit de andere (ISO/IEC 7064), zodat een verkeerd gehoord nummer opvalt.",
        ),
        en=Say(
            "The exam number {number} is not right: its last character does not fit.",
            hint="Read the number again; a character was probably swapped.",
            why="The last character follows from the others (ISO/IEC 7064), so that a misheard number shows.",
        ),
    ),
    Code(
        "exam.number-taken",
        nl=Say(
            "Het nummer {number} is al van {exam}.",
            hint="Geef dit examen een nieuw nummer.",
            why="Eén nummer wijst één examen aan.",
        ),
        en=Say(
            "The number {number} already belongs to {exam}.",
            hint="Give this exam a new number.",
            why="One number names one exam.",
        ),
    ),
    Code(
        "exam.no-process",
        nl=Say(
            "De spelregels {process} bestaan niet.",
            hint="Gebruik mei-12/1.",
            why="Een examen wordt beoordeeld volgens de spelregels die het zelf noemt.",
        ),
        en=Say(
            "There are no process rules {process}.",
            hint="Use mei-12/1.",
            why="An exam is judged by the process rules that it names.",
        ),
    ),
    Code(
        "exam.no-group",
        nl=Say(
            "De groep {group} bestaat nog niet.",
            hint="De contactpersoon maakt de groep eerst aan.",
            why="Een examen hoort bij een groep, en de plaats in de groep is de toegang van de student.",
        ),
        en=Say(
            "There is no group {group} yet.",
            hint="The contact person makes the group first.",
            why="An exam belongs to a group, and a place in the group is the student's grant.",
        ),
    ),
    Code(
        "exam.no-committee",
        nl=Say(
            "De examencommissie {committee} staat niet in het register.",
            hint="Kies een commissie uit het register.",
            why="De commissie stelt opdracht en uitslag vast en moet vooraf bekend zijn.",
        ),
        en=Say(
            "The exam committee {committee} is not in the registry.",
            hint="Choose a committee from the registry.",
            why="The committee establishes assignment and result and must be known beforehand.",
        ),
    ),
    Code(
        "exam.no-company",
        nl=Say(
            "Het leerbedrijf {company} staat niet in het register.",
            hint="De beheerder zet het leerbedrijf in het register.",
            why="Examineren kan alleen bij een erkend leerbedrijf.",
        ),
        en=Say(
            "The training company {company} is not in the registry.",
            hint="The administrator enters the company in the registry.",
            why="Exams at work take place at recognised training companies only.",
        ),
    ),
    Code(
        "exam.no-person",
        nl=Say(
            "{person} ({part}) staat niet in het register.",
            hint="De beheerder schrijft deze persoon in.",
            why="Wie een rol heeft in een examen, moet kunnen tekenen.",
        ),
        en=Say(
            "{person} ({part}) is not in the registry.",
            hint="The administrator enrols this person.",
            why="Whoever plays a part in an exam must be able to sign.",
        ),
    ),
    Code(
        "exam.not-in-group",
        nl=Say(
            "De student {person} zit niet in deze groep.",
            hint="De contactpersoon zet de student in group.yml.",
            why="De plaats in de groep is de toegang van de student tot het examen.",
        ),
        en=Say(
            "The student {person} is not in this group.",
            hint="The contact person enters the student in group.yml.",
            why="The place in the group is the student's grant for the exam.",
        ),
    ),
    Code(
        "exam.no-instrument",
        nl=Say(
            "Deze versie van het instrument {code} staat niet in het register.",
            hint="Kies een vastgestelde versie uit het register.",
            why="Het formulier ontstaat uit het instrument dat het examen aanwijst.",
        ),
        en=Say(
            "This version of the instrument {code} is not in the registry.",
            hint="Choose an established version from the registry.",
            why="The form is made from the instrument that the exam pins.",
        ),
    ),
    Code(
        "exam.other-instrument",
        nl=Say(
            "Het instrument {code} is een andere tekst dan het examen aanwijst.",
            hint="Neem kenmerk, code en versie over uit het register.",
            why="Het examen ligt vast op precies één tekst van het instrument.",
        ),
        en=Say(
            "The instrument {code} is another text than the exam pins.",
            hint="Copy digest, code and version from the registry.",
            why="The exam is tied to exactly one text of the instrument.",
        ),
    ),
    Code(
        "exam.instrument-not-established",
        nl=Say(
            "Deze versie van het instrument {code} is nog niet vastgesteld.",
            hint="De examencommissie stelt de versie eerst vast.",
            why="Zonder vastgesteld instrument is er geen geldig examen (WEB artikel 7.4.5a).",
        ),
        en=Say(
            "This version of the instrument {code} is not established yet.",
            hint="The exam committee establishes the version first.",
            why="Without an established instrument there is no valid exam (WEB article 7.4.5a).",
        ),
    ),
    Code(
        "exam.other-side",
        nl=Say(
            "{person} staat in het register aan een andere kant dan hier.",
            hint="Neem school of bedrijf over uit het register.",
            why="School en bedrijf beoordelen samen; dan moet de kant kloppen.",
        ),
        en=Say(
            "The registry has {person} on another side than this.",
            hint="Copy school or company from the registry.",
            why="School and company judge together, so the side must be right.",
        ),
    ),
    Code(
        "exam.attempt",
        nl=Say(
            "Het nummer van de poging en de verwijzing naar een eerdere poging passen niet bij elkaar.",
            hint="Een herkansing is poging 2 of hoger en noemt de eerdere poging.",
            why="Een herkansing is een nieuw examen dat aan het vorige vastzit.",
        ),
        en=Say(
            "The attempt's number and the reference to an earlier attempt do not agree.",
            hint="A resit is attempt 2 or higher and names the earlier one.",
            why="A resit is a new exam that is tied to the one before.",
        ),
    ),
    Code(
        "exam.early-start",
        nl=Say(
            "Het verslag noemt een dag van vóór de vaststelling van de opdracht.",
            hint="De examencommissie besluit of dit wordt geaccepteerd.",
            why="Een examen begint pas als de opdracht is vastgesteld. Begon het eerder, dan beslist de commissie.",
        ),
        en=Say(
            "The report names a day before the assignment was established.",
            hint="The exam committee decides whether to accept this.",
            why="An exam begins when its assignment is established. If it began earlier, the committee decides.",
        ),
    ),
    Code(
        "exam.untimed",
        nl=Say(
            "Wanneer het bewijs is ingeleverd, is niet bewezen.",
            hint="Twijfelt iemand aan de dag, dan besluit de examencommissie: `proeve decide accept-untimed`. Anders hoeft niemand iets te doen.",
            why="Er is alleen de datum van een commit. Die kan iedereen invullen: hij wordt getoond en nooit geloofd.",
        ),
        en=Say(
            "It is not proven when the evidence was handed in.",
            hint="If somebody doubts the day, the exam committee decides: `proeve decide accept-untimed`. Otherwise nobody has to do anything.",
            why="There is only the date of a commit. Anybody can fill that in: it is shown and never believed.",
        ),
    ),
    Code(
        "assignment.no-unit",
        nl=Say(
            "Het onderdeel {unit} komt in het instrument niet voor.",
            hint="Kies een kerntaak of werkproces uit het instrument.",
            why="Bewijs hoort bij iets wat beoordeeld wordt.",
        ),
        en=Say(
            "The unit {unit} does not occur in the instrument.",
            hint="Choose a core task or work process of the instrument.",
            why="Evidence belongs to something that is judged.",
        ),
    ),
    Code(
        "establishment.checklist",
        nl=Say(
            "Bij de vaststelling staat {box} niet op ja.",
            hint="Stuur de opdracht terug, of vul aan wat ontbreekt en stel dan vast.",
            why="Wie vaststelt, zegt dat de opdracht alle werkprocessen dekt, op niveau is, uitvoerbaar is en veilig.",
        ),
        en=Say(
            "The establishment does not say yes to {box}.",
            hint="Return the assignment, or mend what is missing and then establish it.",
            why="Whoever establishes says that the assignment covers every work process, has the right level, is feasible and safe.",
        ),
    ),
    Code(
        "establishment.no-mandate",
        nl=Say(
            "{person} heeft op deze dag geen mandaat {mandate} van de examencommissie.",
            hint="Laat het mandaat weg, of leg het eerst vast met `proeve committee mandate`.",
            why="Wie namens de commissie vaststelt, doet dat met een mandaat dat is vastgelegd.",
        ),
        en=Say(
            "{person} has no mandate {mandate} of the exam committee on this day.",
            hint="Leave the mandate out, or first record it with `proeve committee mandate`.",
            why="Whoever establishes on behalf of the committee does so by a mandate that is on record.",
        ),
    ),
    Code(
        "establishment.other-committee",
        nl=Say(
            "De vaststelling noemt commissie {committee}, het examen een andere.",
            hint="De commissie van het examen stelt vast.",
            why="Elk examen heeft één commissie die erover gaat.",
        ),
        en=Say(
            "The establishment names the committee {committee}, the exam another one.",
            hint="The exam's own committee establishes.",
            why="Each exam has one committee that decides on it.",
        ),
    ),
)
