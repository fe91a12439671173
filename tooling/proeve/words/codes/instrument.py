"""Sentences of the findings about instruments and their pass rules."""

from proeve.words.say import Code, Say

_WHY_FIXED_NL = "Een cesuur moet voor elk stel oordelen één uitslag geven, vooraf en zonder uitleg van iemand. Wat niet bestaat of niet klopt, zou pas bij het eerste examen blijken."
_WHY_FIXED_EN = "A pass rule must give one result for every set of ratings, beforehand and without anyone explaining it. What does not exist or does not fit would only show at the first exam."

CODES: tuple[Code, ...] = (
    Code(
        "instrument.other-name",
        nl=Say(
            "Dit instrument staat in {path}, maar code en versie horen bij {expected}.",
            hint="Zet het bestand op de plek die bij code en versie hoort.",
            why="Een examen legt een instrument vast met code, versie en controlegetal. Het pad zegt dus hetzelfde als de inhoud.",
        ),
        en=Say(
            "This instrument stands in {path}, but its code and version belong in {expected}.",
            hint="Put the file in the place that fits its code and version.",
            why="An exam pins an instrument by code, version and digest. So the path says the same as the content.",
        ),
    ),
    Code(
        "instrument.name-twice",
        nl=Say(
            "De naam {name} komt hier voor de tweede keer voor.",
            hint="Geef dit een eigen naam.",
            why="Formulieren, regels en bewijs noemen schalen, onderdelen en criteria bij hun naam. Met twee dezelfde namen is niet duidelijk welke bedoeld is.",
        ),
        en=Say(
            "The name {name} stands here for the second time.",
            hint="Give this a name of its own.",
            why="Forms, rules and evidence call scales, units and criteria by their name. With two equal names nobody knows which one is meant.",
        ),
    ),
    Code(
        "instrument.ranks-out-of-order",
        nl=Say(
            "Het oordeel {rating} heeft niet rang {rank}.",
            hint="Zet de oordelen van laag naar hoog en nummer ze vanaf 0.",
            why="Van een schaal in woorden telt alleen de volgorde. Die staat er twee keer, als rij en als rang, en beide zeggen hetzelfde.",
        ),
        en=Say(
            "The rating {rating} has not rank {rank}.",
            hint="Order the ratings from low to high and number them from 0.",
            why="Of a scale in words only the order counts. It is written twice, as a row and as ranks, and both say the same.",
        ),
    ),
    Code(
        "instrument.passes-below",
        nl=Say(
            "Het oordeel {rating} is niet genoeg, terwijl een lager oordeel dat wel is.",
            hint="Maak elk oordeel vanaf het laagste voldoende ook voldoende.",
            why="Een hoger oordeel mag nooit een slechtere uitslag geven.",
        ),
        en=Say(
            "The rating {rating} does not pass, while a lower one does.",
            hint="Let every rating from the lowest passing one pass as well.",
            why="A better rating may never give a worse result.",
        ),
    ),
    Code(
        "instrument.scale-decides-nothing",
        nl=Say(
            "Op deze schaal is het laagste oordeel genoeg of het hoogste niet.",
            hint="Laat het laagste oordeel niet genoeg zijn en het hoogste wel.",
            why="Een schaal waarop iedereen slaagt of niemand, beslist niets. Het examenbesluit vraagt ten minste onvoldoende, voldoende en goed.",
        ),
        en=Say(
            "On this scale the lowest rating passes or the highest does not.",
            hint="Let the lowest rating not pass and the highest pass.",
            why="A scale on which everybody passes or nobody does decides nothing. The decree on exams asks for at least insufficient, sufficient and good.",
        ),
    ),
    Code(
        "instrument.unit-elsewhere",
        nl=Say(
            "Werkproces {unit} staat onder kerntaak {core_task}, maar de code hoort daar niet bij.",
            hint="Zet het werkproces onder zijn eigen kerntaak of verbeter de code.",
            why="De uitslag wordt per kerntaak afgeleid. De code zegt bij welke kerntaak een werkproces hoort.",
        ),
        en=Say(
            "Work process {unit} stands under core task {core_task}, but its code does not belong there.",
            hint="Put the work process under its own core task or correct the code.",
            why="The result is derived per core task. The code says to which core task a work process belongs.",
        ),
    ),
    Code(
        "instrument.unit-unknown",
        nl=Say(
            "Het onderdeel {unit} komt in dit instrument niet voor.",
            hint="Noem een kerntaak, werkproces of criterium dat hier bestaat.",
            why=_WHY_FIXED_NL,
        ),
        en=Say(
            "The unit {unit} does not exist in this instrument.",
            hint="Name a core task, work process or criterion that exists here.",
            why=_WHY_FIXED_EN,
        ),
    ),
    Code(
        "instrument.scale-unknown",
        nl=Say(
            "De schaal {scale} komt in dit instrument niet voor.",
            hint="Noem een schaal uit de lijst van schalen.",
            why=_WHY_FIXED_NL,
        ),
        en=Say(
            "The scale {scale} does not exist in this instrument.",
            hint="Name a scale from the list of scales.",
            why=_WHY_FIXED_EN,
        ),
    ),
    Code(
        "instrument.results-scale",
        nl=Say(
            "De uitkomsten staan in {scale}, en dat is geen schaal in woorden of cijfers van dit instrument.",
            hint="Noem een schaal in woorden of in cijfers.",
            why="Een kerntaak krijgt een oordeel in woorden of een heel cijfer; punten zijn alleen de weg daarheen. Zo staat het in het examenbesluit.",
        ),
        en=Say(
            "The results are given in {scale}, and that is no scale in words or marks of this instrument.",
            hint="Name a scale in words or in marks.",
            why="A core task gets a rating in words or a whole mark; points are only the way to it. The decree on exams says so.",
        ),
    ),
    Code(
        "instrument.rule-of-other-kind",
        nl=Say(
            "De schaal {scale} vraagt een cesuur van de soort {kind}, en die staat hier niet.",
            hint="Schrijf de cesuur onder {kind}, of kies een andere schaal.",
            why="Elke soort schaal heeft eigen regels. Oordelen in woorden worden geteld en vergeleken, nooit gemiddeld: tussen onvoldoende, voldoende en goed is geen afstand.",
        ),
        en=Say(
            "The scale {scale} asks for a pass rule of the kind {kind}, which is not here.",
            hint="Write the pass rule under {kind}, or choose another scale.",
            why="Each kind of scale has rules of its own. Ratings in words are counted and compared, never averaged: between insufficient, sufficient and good there is no distance.",
        ),
    ),
    Code(
        "instrument.rating-unknown",
        nl=Say(
            "Het oordeel {rating} staat niet op deze schaal; die heeft {known}.",
            hint="Noem een oordeel van de schaal.",
            why=_WHY_FIXED_NL,
        ),
        en=Say(
            "The rating {rating} is not on this scale; it has {known}.",
            hint="Name a rating of the scale.",
            why=_WHY_FIXED_EN,
        ),
    ),
    Code(
        "instrument.form-unknown",
        nl=Say(
            "Dit criterium is te zien bij {form}, en die vorm heeft dit instrument niet.",
            hint="Voeg de vorm toe aan de vormen, of noem een andere.",
            why="Bij elke vorm horen een plaats en een periode. Anders weet een beoordelaar niet wanneer dit criterium te zien is.",
        ),
        en=Say(
            "This criterion is seen in {form}, and the instrument has no such form.",
            hint="Add the form to the forms, or name another one.",
            why="Each form has a place and a period. Otherwise an assessor does not know when this criterion can be seen.",
        ),
    ),
    Code(
        "instrument.crucial-without-minimum",
        nl=Say(
            "Dit cruciale criterium heeft geen minimum.",
            hint="Noem een minimum bij het criterium of in de cesuur.",
            why="Cruciaal betekent dat een onderdeel meteen onvoldoende is onder een grens. Zonder grens is niet te zeggen wanneer.",
        ),
        en=Say(
            "This crucial criterion has no minimum.",
            hint="Name a minimum with the criterion or in the pass rule.",
            why="Crucial means that a unit fails at once below a limit. Without a limit nobody can say when.",
        ),
    ),
    Code(
        "instrument.crucial-without-effect",
        nl=Say(
            "Dit criterium is cruciaal, maar de cesuur zegt niet wat dan onvoldoende wordt.",
            hint="Voeg crucial met een effect toe aan de cesuur.",
            why="Het gevolg van een cruciaal criterium staat vooraf vast en is voor iedereen gelijk.",
        ),
        en=Say(
            "This criterion is crucial, but the pass rule does not say what fails then.",
            hint="Add crucial with an effect to the pass rule.",
            why="The effect of a crucial criterion is fixed beforehand and is the same for everybody.",
        ),
    ),
    Code(
        "instrument.minimum-not-crucial",
        nl=Say(
            "Dit criterium heeft een minimum en is niet cruciaal.",
            hint="Maak het criterium cruciaal of haal het minimum weg.",
            why="Een minimum telt alleen bij een cruciaal criterium. Wie het leest, zou denken dat het iets doet.",
        ),
        en=Say(
            "This criterion has a minimum and is not crucial.",
            hint="Make the criterion crucial or remove the minimum.",
            why="A minimum counts only for a crucial criterion. Who reads it would think that it does something.",
        ),
    ),
    Code(
        "instrument.maximum-without-points",
        nl=Say(
            "Dit criterium heeft een maximum, maar wordt niet in punten beoordeeld.",
            hint="Haal het maximum weg of kies een schaal in punten.",
            why="Alleen punten hebben een maximum per criterium.",
        ),
        en=Say(
            "This criterion has a maximum, but it is not judged in points.",
            hint="Remove the maximum or choose a scale in points.",
            why="Only points have a maximum per criterion.",
        ),
    ),
    Code(
        "instrument.descriptor-missing",
        nl=Say(
            "Bij het oordeel {rating} ontbreekt de beschrijving.",
            hint="Beschrijf hoe dit oordeel er in het werk uitziet.",
            why="Twee beoordelaars kunnen alleen hetzelfde oordelen als vooraf staat hoe elk oordeel eruitziet.",
        ),
        en=Say(
            "The description of the rating {rating} is missing.",
            hint="Describe what this rating looks like at work.",
            why="Two assessors can only judge alike when it is written beforehand what each rating looks like.",
        ),
    ),
    Code(
        "instrument.levels-out-of-order",
        nl=Say(
            "Het niveau {rating} staat niet hoger dan het niveau ervoor.",
            hint="Zet de niveaus van laag naar hoog, met oplopende grenzen.",
            why="De niveaus worden van laag naar hoog beklommen. Alleen zo geeft een hoger oordeel nooit een slechtere uitslag.",
        ),
        en=Say(
            "The level {rating} is not higher than the one before it.",
            hint="Order the levels from low to high, with rising limits.",
            why="The levels are climbed from low to high. Only so a better rating never gives a worse result.",
        ),
    ),
    Code(
        "instrument.floor-passes",
        nl=Say(
            "Wie geen niveau haalt krijgt {rating}, en dat is genoeg.",
            hint="Noem bij else een oordeel dat niet genoeg is.",
            why="Dan zou iedereen slagen, wat de oordelen ook zijn.",
        ),
        en=Say(
            "Who reaches no level gets {rating}, and that passes.",
            hint="Name a rating under else that does not pass.",
            why="Then everybody would pass, whatever the ratings are.",
        ),
    ),
    Code(
        "instrument.nobody-passes",
        nl=Say(
            "Geen van de niveaus is genoeg.",
            hint="Voeg een niveau toe dat genoeg is.",
            why="Dan zou niemand kunnen slagen, wat de oordelen ook zijn.",
        ),
        en=Say(
            "None of the levels passes.",
            hint="Add a level that passes.",
            why="Then nobody could pass, whatever the ratings are.",
        ),
    ),
    Code(
        "instrument.fraction-above-one",
        nl=Say(
            "Het aandeel {fraction} is meer dan alles.",
            hint="Schrijf een breuk van hoogstens 1.",
            why="Meer dan alles kan niemand halen.",
        ),
        en=Say(
            "The share {fraction} is more than everything.",
            hint="Write a fraction of at most 1.",
            why="Nobody can reach more than everything.",
        ),
    ),
    Code(
        "instrument.out-of-reach",
        nl=Say(
            "De grens is {points} punten en er zijn er hoogstens {maximum} te halen.",
            hint="Verlaag de grens of verhoog wat te halen is.",
            why="Een niveau dat niemand kan halen is een vergissing.",
        ),
        en=Say(
            "The threshold is {points} points and at most {maximum} can be had.",
            hint="Lower the threshold or raise what can be had.",
            why="A level that nobody can reach is a mistake.",
        ),
    ),
    Code(
        "instrument.work-process-without-levels",
        nl=Say(
            "Dit gaat over het oordeel van een werkproces, maar werkprocessen hebben hier alleen punten.",
            hint="Voeg niveaus voor werkprocessen toe, of laat de hele kerntaak onvoldoende worden.",
            why="Zonder niveaus heeft een werkproces geen oordeel dat te laag of onvoldoende kan zijn.",
        ),
        en=Say(
            "This is about the rating of a work process, but work processes have points only here.",
            hint="Add levels for work processes, or let the whole core task fail.",
            why="Without levels a work process has no rating that can be too low or fail.",
        ),
    ),
    Code(
        "instrument.weight-missing",
        nl=Say(
            "Het onderdeel {unit} heeft geen gewicht, terwijl andere dat wel hebben.",
            hint="Geef elk onderdeel een gewicht, of laat de gewichten weg.",
            why="Een gewogen gemiddelde moet zeggen hoe zwaar elk cijfer telt; een vergeten gewicht valt anders niet op.",
        ),
        en=Say(
            "The unit {unit} has no weight, while others have one.",
            hint="Give every unit a weight, or leave the weights out.",
            why="A weighted mean must say how heavily each mark counts; a forgotten weight would not be noticed.",
        ),
    ),
    Code(
        "instrument.cap-passes",
        nl=Say(
            "Wat hoogstens overblijft is {mark}, en {pass_mark} is al genoeg.",
            hint="Noem een cijfer onder de laagste voldoende.",
            why="Een grens die na een te laag cijfer nog een voldoende overlaat, houdt niemand tegen.",
        ),
        en=Say(
            "What is left at most is {mark}, and {pass_mark} already passes.",
            hint="Name a mark below the pass mark.",
            why="A limit that still leaves a pass after a mark that is too low stops nobody.",
        ),
    ),
    Code(
        "instrument.mark-not-whole",
        nl=Say(
            "De kerntaak krijgt hier het laagste van cijfers die niet afgerond zijn.",
            hint="Rond de cijfers van de werkprocessen af, of neem een gemiddelde met een afronding.",
            why="De uitslag van een kerntaak is een heel cijfer; zo staat het in het examenbesluit.",
        ),
        en=Say(
            "The core task gets the lowest of marks that are not rounded here.",
            hint="Round the marks of the work processes, or take a mean with a rounding.",
            why="The result of a core task is a whole mark; the decree on exams says so.",
        ),
    ),
    Code(
        "instrument.mark-not-carried",
        nl=Say(
            "Een werkproces kan apart worden herkanst, maar krijgt hier een cijfer dat niet afgerond is.",
            hint="Rond het cijfer van een werkproces af, of laat alleen hele kerntaken herkansen.",
            why="Wat bij een herkansing wordt meegenomen is een heel cijfer. Anders geeft dezelfde prestatie later een andere uitslag.",
        ),
        en=Say(
            "A work process can be resat apart, but gets a mark that is not rounded here.",
            hint="Round the mark of a work process, or let only whole core tasks be resat.",
            why="What is carried over in a resit is a whole mark. Otherwise the same performance gives another result later.",
        ),
    ),
    Code(
        "instrument.assignment-missing",
        nl=Say(
            "Dit instrument kent een standaardopdracht, maar die staat er niet in.",
            hint="Voeg de opdracht toe, of haal standard uit de soorten.",
            why="Bij een standaardopdracht krijgt elke student hetzelfde werk; dat werk hoort bij het instrument.",
        ),
        en=Say(
            "This instrument has a standard assignment, but it is not in here.",
            hint="Add the assignment, or take standard out of the types.",
            why="With a standard assignment every student gets the same work; that work belongs to the instrument.",
        ),
    ),
    Code(
        "instrument.assignment-with-portfolio",
        nl=Say(
            "Dit instrument beoordeelt alleen een portfolio en heeft toch een opdracht.",
            hint="Haal de opdracht weg, of voeg een soort met een opdracht toe.",
            why="Een portfolio bestaat uit bewijs van eerder werk; daar hoort geen vaste opdracht bij.",
        ),
        en=Say(
            "This instrument only judges a portfolio and yet has an assignment.",
            hint="Remove the assignment, or add a type that has one.",
            why="A portfolio is evidence of earlier work; no fixed assignment belongs to it.",
        ),
    ),
)
