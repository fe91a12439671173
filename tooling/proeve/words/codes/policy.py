"""The sentences of `policy`: agreements within the school that want looking at."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "policy.committee-ended",
        nl=Say(
            "De periode van examencommissie {committee} is voorbij.",
            hint="Benoem een commissie voor de nieuwe periode.",
            why="Wie na zijn periode beslist, beslist zonder benoeming.",
        ),
        en=Say(
            "The period of exam committee {committee} is over.",
            hint="Appoint a committee for the new period.",
            why="Whoever decides after their period decides without an appointment.",
        ),
    ),
    Code(
        "policy.no-outsider",
        nl=Say(
            "In {committee} zit niemand van buiten de opleiding.",
            hint="Geef een lid dat van buiten komt een zetel met `outside`.",
            why="De wet vraagt ten minste een lid van buiten de opleiding (WEB 7.4.5).",
        ),
        en=Say(
            "Nobody in {committee} comes from outside the programme.",
            hint="Give a member from outside a seat with `outside`.",
            why="The law asks for at least one member from outside the programme (WEB 7.4.5).",
        ),
    ),
    Code(
        "policy.no-teacher",
        nl=Say(
            "In {committee} zit geen docent van de opleiding.",
            hint="Geef een docent een zetel met `teacher`.",
            why="De wet vraagt ten minste een docent van de opleiding (WEB 7.4.5).",
        ),
        en=Say(
            "No teacher of the programme sits in {committee}.",
            hint="Give a teacher a seat with `teacher`.",
            why="The law asks for at least one teacher of the programme (WEB 7.4.5).",
        ),
    ),
    Code(
        "policy.no-practice",
        nl=Say(
            "In {committee} zit niemand uit de beroepspraktijk.",
            hint="Geef iemand uit de praktijk een zetel met `practice`; dat mag wie van buiten komt zijn.",
            why="De wet vraagt ten minste een lid uit de beroepspraktijk (WEB 7.4.5).",
        ),
        en=Say(
            "Nobody in {committee} comes from professional practice.",
            hint="Give somebody from practice a seat with `practice`; the one from outside may do.",
            why="The law asks for at least one member from professional practice (WEB 7.4.5).",
        ),
    ),
    Code(
        "policy.no-chair",
        nl=Say(
            "Examencommissie {committee} heeft geen voorzitter.",
            hint="Geef een lid een zetel als `chair`.",
            why="Iemand moet vergaderingen leiden en voor besluiten instaan.",
        ),
        en=Say(
            "Exam committee {committee} has no chair.",
            hint="Give a member a seat as `chair`.",
            why="Somebody must lead meetings and stand for decisions.",
        ),
    ),
    Code(
        "policy.one-opening-key",
        nl=Say(
            "Examencommissie {committee} heeft maar een openingssleutel.",
            hint="Maak er een bij met `proeve committee opening-key` en bewaar die ergens anders.",
            why="Is de enige sleutel weg, dan gaat geen verzegeld formulier ooit nog open.",
        ),
        en=Say(
            "Exam committee {committee} has one opening key only.",
            hint="Make another with `proeve committee opening-key` and keep it elsewhere.",
            why="When the only key is lost no sealed form ever opens again.",
        ),
    ),
    Code(
        "policy.quorum-impossible",
        nl=Say(
            "Voor {kind} zijn {quorum} leden nodig, maar er stemmen er {voters}.",
            hint="Benoem leden, of verlaag het quorum met een besluit.",
            why="Een commissie die haar quorum niet kan halen, kan niets vaststellen.",
        ),
        en=Say(
            "For {kind} {quorum} members are needed, but {voters} vote.",
            hint="Appoint members, or lower the quorum by a decision.",
            why="A committee that cannot reach its quorum can establish nothing.",
        ),
    ),
    Code(
        "policy.one-decides",
        nl=Say(
            "In {committee} kan een lid alleen een uitslag vaststellen.",
            hint="Overweeg een quorum van twee voor uitslagen.",
            why="Het mag, maar een uitslag die een persoon vaststelt is kwetsbaar in beroep.",
        ),
        en=Say(
            "In {committee} one member alone can establish a result.",
            hint="Consider a quorum of two for results.",
            why="It is allowed, but a result that one person established is weak in an appeal.",
        ),
    ),
    Code(
        "policy.mandate-without-seat",
        nl=Say(
            "Mandaat {mandate} is van {person}, die niet in de commissie zit.",
            hint="Geef deze persoon een zetel, of trek het mandaat in.",
            why="Namens de commissie beslist alleen wie er lid van is.",
        ),
        en=Say(
            "Mandate {mandate} is {person}'s, who does not sit in the committee.",
            hint="Give this person a seat, or withdraw the mandate.",
            why="Only a member decides in the committee's name.",
        ),
    ),
    Code(
        "policy.mandate-ended",
        nl=Say(
            "Mandaat {mandate} van {person} is verlopen.",
            hint="Verleng het als het nog nodig is.",
            why="Met een verlopen mandaat kan niemand namens de commissie beslissen.",
        ),
        en=Say(
            "Mandate {mandate} of {person} has run out.",
            hint="Renew it if it is still needed.",
            why="Nobody can decide in the committee's name on a mandate that ran out.",
        ),
    ),
    Code(
        "policy.seat-without-role",
        nl=Say(
            "{person} zit in de commissie maar heeft de rol niet.",
            hint="Geef de rol met `proeve people grant {person} exam_committee`.",
            why="Zonder de rol telt een handtekening van dit lid niet mee.",
        ),
        en=Say(
            "{person} sits in the committee but does not hold the role.",
            hint="Give the role with `proeve people grant {person} exam_committee`.",
            why="Without the role a signature of this member does not count.",
        ),
    ),
    Code(
        "policy.role-without-seat",
        nl=Say(
            "{person} heeft de rol van examencommissie en zit in geen enkele commissie.",
            hint="Geef een zetel, of trek de rol in.",
            why="Een rol zonder zetel is een recht dat niemand meer bewaakt.",
        ),
        en=Say(
            "{person} holds the committee's role and sits in no committee.",
            hint="Give a seat, or revoke the role.",
            why="A role without a seat is a right that nobody watches any more.",
        ),
    ),
    Code(
        "policy.financial",
        nl=Say(
            "{person} heeft financiële verantwoordelijkheid en zit in de commissie.",
            hint="Leg vast hoe tegenstrijdige belangen worden voorkomen.",
            why="De wet laat dit alleen toe met regels tegen belangenverstrengeling (WEB 7.4.5).",
        ),
        en=Say(
            "{person} has financial responsibility and sits in the committee.",
            hint="Record how a conflict of interest is prevented.",
            why="The law allows this only with rules against conflicts of interest (WEB 7.4.5).",
        ),
    ),
    Code(
        "policy.office-decides",
        nl=Say(
            "{person} beheert het register en stemt in de commissie.",
            hint="Overweeg een van de twee aan een ander te geven.",
            why="Wie rollen uitdeelt en ook uitslagen vaststelt, controleert zichzelf.",
        ),
        en=Say(
            "{person} keeps the registry and votes in the committee.",
            hint="Consider giving one of the two to somebody else.",
            why="Whoever gives out roles and also establishes results checks themselves.",
        ),
    ),
    Code(
        "policy.contact-decides",
        nl=Say(
            "{person} is contactpersoon en stemt in de commissie.",
            hint="In eigen examens telt de stem niet; let op het quorum.",
            why="Wie de opdracht mee afsprak, stelt haar niet vast.",
        ),
        en=Say(
            "{person} is a contact person and votes in the committee.",
            hint="In their own exams the vote does not count; mind the quorum.",
            why="Whoever agreed the assignment does not establish it.",
        ),
    ),
    Code(
        "policy.no-committee",
        nl=Say(
            "Voor kwalificatie {crebo} van groep {group} is er geen examencommissie.",
            hint="Voeg de kwalificatie toe aan een commissie.",
            why="Elke opleiding heeft een examencommissie (WEB 7.4.5).",
        ),
        en=Say(
            "There is no exam committee for qualification {crebo} of group {group}.",
            hint="Add the qualification to a committee.",
            why="Every programme has an exam committee (WEB 7.4.5).",
        ),
    ),
    Code(
        "policy.recognition-old",
        nl=Say(
            "De erkenning van {company} is voor het laatst op {day} nagekeken.",
            hint="Kijk de erkenning na en leg die vast met `proeve company change`.",
            why="Een erkenning wordt elke vier jaar opnieuw bekeken en kan vervallen (WEB 7.2.10).",
        ),
        en=Say(
            "The recognition of {company} was last looked at on {day}.",
            hint="Look at the recognition and record it with `proeve company change`.",
            why="A recognition is reviewed every four years and may lapse (WEB 7.2.10).",
        ),
    ),
    Code(
        "policy.dispensation-endless",
        nl=Say(
            "De ontheffing voor {company} heeft geen einddatum.",
            hint="Neem een nieuw besluit met een einddatum.",
            why="Een uitzondering zonder einde wordt vanzelf de regel.",
        ),
        en=Say(
            "The dispensation for {company} has no last day.",
            hint="Take a new decision with a last day.",
            why="An exception without an end becomes the rule by itself.",
        ),
    ),
    Code(
        "policy.dispensation-ended",
        nl=Say(
            "De ontheffing voor {company} is verlopen.",
            hint="Neem een nieuw besluit als zij nog nodig is.",
            why="Examens na de einddatum steunen er niet meer op.",
        ),
        en=Say(
            "The dispensation for {company} has run out.",
            hint="Take a new decision if it is still needed.",
            why="Exams after the last day no longer lean on it.",
        ),
    ),
    Code(
        "policy.quorum-recused",
        nl=Say(
            "In dit examen kunnen {voters} leden meestemmen en zijn er {quorum} nodig.",
            hint="Wijs een andere commissie aan, of vervang wie een rol in dit examen heeft.",
            why="Wie een rol in een examen heeft, stemt daarover niet mee.",
        ),
        en=Say(
            "In this exam {voters} members can vote and {quorum} are needed.",
            hint="Name another committee, or replace whoever has a part in this exam.",
            why="Whoever has a part in an exam does not vote on it.",
        ),
    ),
)
