"""The sentences of `rows` and `parts`: whose turn it is, and what binds an approval."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "rows.locked",
        nl=Say(
            "{row} is nog niet aan de beurt: {needs} is nog niet klaar.",
            hint="Wie {needs} moet goedkeuren, is eerst aan de beurt.",
            why="De twaalf stappen hebben een vaste volgorde. Wie een stap overslaat, beslist over iets wat nog niet vaststaat.",
        ),
        en=Say(
            "The turn of {row} has not come: {needs} is not done yet.",
            hint="It is first the move of whoever approves {needs}.",
            why="The twelve steps have a fixed order. Whoever skips one decides on something that is not settled yet.",
        ),
    ),
    Code(
        "rows.blocked",
        nl=Say(
            "{row} wacht op een besluit van de examencommissie ({decision}).",
            hint="De examencommissie legt dit besluit met een reden vast.",
            why="Een start voor de vaststelling, of inlevering zonder bewezen tijd waar de school dat eist, wordt nooit vanzelf goed: een mens beslist en dat blijft zichtbaar.",
        ),
        en=Say(
            "{row} waits for a decision of the exam committee ({decision}).",
            hint="The exam committee records that decision with a reason.",
            why="A start before the establishment, or a hand-in without proven time where the school asks for it, never heals by itself: a person decides, visibly.",
        ),
    ),
    Code(
        "rows.not-needed",
        nl=Say(
            "{row} is in dit examen niet nodig.",
            hint="Kijk met `proeve status` wat er nog wel moet gebeuren.",
            why="Na een terugtrekking, een stop of een behaald examen vervallen stappen. Wat vervallen is, kan niet alsnog worden ingevuld.",
        ),
        en=Say(
            "{row} is not needed in this exam.",
            hint="See with `proeve status` what is still to be done.",
            why="After a withdrawal, a stop or a pass some steps fall away. What fell away cannot be filled in after all.",
        ),
    ),
    Code(
        "rows.frozen",
        nl=Say(
            "Dit document ligt vast: {row} is al goedgekeurd.",
            hint="Laat wie daarover gaat de stap eerst terugsturen met een reden.",
            why="Wat een ander al heeft goedgekeurd, mag onder dat akkoord niet meer veranderen.",
        ),
        en=Say(
            "This document is frozen: {row} has been approved already.",
            hint="Have the step returned with a reason by whoever may do so.",
            why="What another person has approved may not change beneath that approval.",
        ),
    ),
    Code(
        "rows.archived",
        nl=Say(
            "Het dossier is gesloten; dit document kan niet meer veranderen.",
            hint="Alleen een besluit, zoals een beroep of een herziening, kan nog volgen.",
            why="Het archief noemt van elk bestand het kenmerk. Daarna komt er alleen nog iets bij.",
        ),
        en=Say(
            "The dossier is closed; this document can no longer change.",
            hint="Only a decision, such as an appeal or a revision, can follow.",
            why="The archive names the digest of every file. After it things are only added.",
        ),
    ),
    Code(
        "rows.deleted",
        nl=Say(
            "Dit bestand is weggehaald.",
            hint="Zet het terug; wie iets ongedaan wil maken, legt een besluit vast.",
            why="In een dossier wordt nooit iets gewist. Alles wat er stond, blijft na te lezen.",
        ),
        en=Say(
            "This file was removed.",
            hint="Put it back; whoever wants to undo something records a decision.",
            why="Nothing is ever deleted from a dossier. Whatever stood there can be read again.",
        ),
    ),
    Code(
        "rows.not-writable",
        nl=Say(
            "In de stap {step} kan dit document niet worden geschreven door wie hier tekent.",
            hint="Kijk met `proeve status` wie dit document schrijft, en in welke stap.",
            why="Elk document hoort bij één stap en bij de mensen van die stap. Eén commit dient één stap.",
        ),
        en=Say(
            "In the step {step} this document cannot be written by those who sign here.",
            hint="See with `proeve status` who writes this document, and in which step.",
            why="Every document belongs to one step and to that step's people. One commit serves one step.",
        ),
    ),
    Code(
        "rows.other-step",
        nl=Say(
            "Deze verklaring gaat over stap {step}, de commit over stap {own}.",
            hint="Maak van elke stap een eigen commit.",
            why="Eén commit dient één stap, zodat te zien is wat wanneer is gebeurd.",
        ),
        en=Say(
            "This statement is about step {step}, the commit about step {own}.",
            hint="Make a commit of its own for each step.",
            why="One commit serves one step, so that one can see what happened when.",
        ),
    ),
    Code(
        "rows.stale",
        nl=Say(
            "Dit akkoord telt niet: {row} is daarna veranderd of teruggestuurd (nu ronde {seq}, getekend voor ronde {said}).",
            hint="Wie tekende, haalt de laatste stand op, leest de tekst opnieuw en geeft opnieuw akkoord: `proeve approve`.",
            why="Elke verandering of terugzending telt een rij door. Een oud akkoord kan zo nooit op een nieuwe ronde terechtkomen, ook niet als de tekst toevallig gelijk is.",
        ),
        en=Say(
            "This approval does not count: {row} was changed or returned since (now round {seq}, signed for round {said}).",
            hint="Whoever signed fetches the latest state, reads the text again and approves again: `proeve approve`.",
            why="Each change or return counts a row on. So an old approval can never land in a new round, not even when the text happens to be the same.",
        ),
    ),
    Code(
        "rows.other-text",
        nl=Say(
            "Akkoord vervallen: de tekst van {row} is een andere dan die hier is ondertekend.",
            hint="Lees de tekst zoals hij nu is en geef opnieuw akkoord.",
            why="Een akkoord geldt voor precies één tekst. Verandert er een letter, dan is er opnieuw akkoord nodig.",
        ),
        en=Say(
            "The approval has lapsed: the text of {row} is not the one that was signed here.",
            hint="Read the text as it is now and approve again.",
            why="An approval holds for exactly one text. If a letter changes, a new approval is needed.",
        ),
    ),
    Code(
        "rows.twice",
        nl=Say(
            "{person} heeft dit al goedgekeurd; een mens telt hier één keer.",
            hint="Iemand anders die hierover gaat, is aan de beurt.",
            why="Twee handtekeningen van één mens zijn samen één oordeel.",
        ),
        en=Say(
            "{person} has approved this already; a person counts once here.",
            hint="It is the move of somebody else whose row this is.",
            why="Two signatures of one person are one judgement together.",
        ),
    ),
    Code(
        "rows.other-author",
        nl=Say(
            "Het document zegt dat {person} het maakte, maar die heeft het niet getekend.",
            hint="Wie het document maakt, tekent; of zet in het veld by wie tekende.",
            why="Niemand kan iets vaststellen op naam van een ander.",
        ),
        en=Say(
            "The document says that {person} made it, who did not sign it.",
            hint="Whoever makes the document signs; or put in the field by who signed.",
            why="Nobody can establish anything in another person's name.",
        ),
    ),
    Code(
        "rows.nothing-to-approve",
        nl=Say(
            "Er is nog niets om goed te keuren in {row}: het document is er niet.",
            hint="Wie het document schrijft, is eerst aan de beurt.",
            why="Een akkoord zonder tekst zou later op elke tekst kunnen worden geplakt.",
        ),
        en=Say(
            "There is nothing to approve in {row} yet: the document is not there.",
            hint="It is first the move of whoever writes the document.",
            why="An approval without a text could be stuck on any text later.",
        ),
    ),
    Code(
        "rows.refused",
        nl=Say(
            "Voor {row} is niet akkoord gegeven ({hat}); die weigering staat nog.",
            hint="Pas de tekst aan, of laat wie weigerde de weigering intrekken.",
            why="Wie niet akkoord is gegaan, wordt niet stilzwijgend alsnog meegeteld.",
        ),
        en=Say(
            "Approval of {row} was refused ({hat}), and that refusal still stands.",
            hint="Change the text, or have the refusal withdrawn by whoever refused.",
            why="Whoever refused is not counted in after all without a word.",
        ),
    ),
    Code(
        "rows.level",
        nl=Say(
            "Dit akkoord heeft zekerheid {level}; voor {row} is minstens {least} nodig.",
            hint="Laat het akkoord geven met een sleutel die bij een tweede gelegenheid is bevestigd.",
            why="Niet elke weg waarlangs een akkoord komt, is even zeker. De school bepaalt per stap wat minstens nodig is.",
        ),
        en=Say(
            "This approval has level {level}; {row} needs at least {least}.",
            hint="Have it given with a key that was confirmed at a second moment.",
            why="Not every road by which an approval arrives is equally sure. The school's policy sets the least level of each step.",
        ),
    ),
    Code(
        "rows.empty",
        nl=Say(
            "Deze commit verandert niets en keurt niets goed.",
            hint="Laat hem weg, of zet er het akkoord in waarvoor hij bedoeld was.",
            why="Alleen een akkoord mag zonder nieuwe tekst; verder zegt een lege commit niets.",
        ),
        en=Say(
            "This commit changes nothing and approves nothing.",
            hint="Leave it out, or put in it the approval for which it was meant.",
            why="Only an approval may come without new text; otherwise an empty commit says nothing.",
        ),
    ),
    Code(
        "parts.not-yours",
        nl=Say(
            "{person} heeft in dit examen niet de rol {role}.",
            hint="Kijk in exam.yml wie deze rol heeft; de beheerder of contactpersoon regelt vervanging.",
            why="Wie tekent, moet de rol hebben gekregen én in dit examen die rol vervullen, zoals het stond voordat deze commit er was.",
        ),
        en=Say(
            "{person} does not have the role {role} in this exam.",
            hint="See in exam.yml who does; the administrator or contact person arranges a substitute.",
            why="Whoever signs must have been granted the role and play it in this exam, as things stood before this commit.",
        ),
    ),
    Code(
        "parts.no-say",
        nl=Say(
            "De rol {role} gaat in stap {step} niet over deze handeling ({action}).",
            hint="Kijk bij de spelregels wie in deze stap tekent.",
            why="Elke stap noemt precies wie erover gaat. Een ander akkoord telt niet mee.",
        ),
        en=Say(
            "The role {role} has no say in step {step} about this act ({action}).",
            hint="See in the process rules who signs in this step.",
            why="Each step names exactly who decides in it. Another approval does not count.",
        ),
    ),
    Code(
        "parts.may-not-land",
        nl=Say(
            "{person} ({role}) mag stukken van anderen hier niet plaatsen.",
            hint="De contactpersoon, de beheerder, de commissie of de ontvangstdienst doet dat.",
            why="Wie stukken van anderen plaatst, keurt zelf niets goed maar beslist wel wat binnenkomt.",
        ),
        en=Say(
            "{person} ({role}) may not land other people's papers here.",
            hint="The contact person, the administrator, the committee or the receiver does that.",
            why="Whoever lands papers approves nothing, but does decide what comes in.",
        ),
    ),
)
