"""The reasons that the decisions of a practice school give: short, plain, nameless."""

from collections.abc import Mapping

from proeve.words.labels_text import Label

REASONS: Mapping[str, Label] = {
    "refuse": Label(
        "De klus is te klein om alle werkprocessen te laten zien.",
        "The job is too small to show every work process.",
    ),
    "reconsider": Label(
        "Er komt een tweede ruimte bij, dus nu past het wel.",
        "A second room is added, so now it does fit.",
    ),
    "return-assignment": Label(
        "Het afdichten van doorvoeren ontbreekt in de opdracht.",
        "Sealing the passages is missing from the assignment.",
    ),
    "return-evidence": Label(
        "Op twee foto's is het werk niet te zien.",
        "Two photos do not show the work.",
    ),
    "return-consensus": Label(
        "De reden bij twee waarderingen ontbreekt.",
        "The reason for two ratings is missing.",
    ),
    "continue-without": Label(
        "De begeleider is met pensioen; de uren blijken uit de werkbonnen.",
        "The supervisor has retired; the hours follow from the work orders.",
    ),
    "exempt": Label(
        "Dit onderdeel is vorig jaar bij een andere opleiding behaald.",
        "This unit was passed last year in another programme.",
    ),
    "request": Label(
        "De student vraagt twee weken uitstel: het bedrijf is verhuisd.",
        "The student asks for two more weeks: the company has moved.",
    ),
    "extend": Label(
        "Twee weken uitstel, want de werkplaats was dicht.",
        "Two more weeks, because the workshop was closed.",
    ),
    "late": Label(
        "Te laat ingeleverd doordat de stick kwijt was; het werk is op tijd gedaan.",
        "Handed in late because the stick was lost; the work was done in time.",
    ),
    "untimed": Label(
        "Het examenbureau heeft het bewijs zelf op tijd aangenomen.",
        "The exam office itself received the evidence in time.",
    ),
    "early": Label(
        "Een dag te vroeg begonnen met hetzelfde werk; de opdracht was al afgesproken.",
        "Started the same work a day early; the assignment had been agreed.",
    ),
    "substitute": Label(
        "De beoordelaar is verhinderd; een collega met dezelfde verklaring neemt over.",
        "The assessor is prevented; a colleague with the same declaration takes over.",
    ),
    "ratify": Label("De vervanging is akkoord.", "The substitution is approved."),
    "dispute": Label(
        "We blijven van mening verschillen over de oplevering.",
        "We keep differing about the handing over.",
    ),
    "stop": Label(
        "Werkte aan een installatie die nog onder spanning stond.",
        "Worked on an installation that was still live.",
    ),
    "irregularity": Label(
        "Vooraf gemaakte onderdelen gebruikt die niet waren afgesproken.",
        "Used parts made beforehand, which had not been agreed.",
    ),
    "overrule": Label(
        "Het examen telt niet, zie het besluit over de onregelmatigheid.",
        "The exam does not count, see the decision about the irregularity.",
    ),
    "notice": Label(
        "Uitslag en beroepsclausule zijn verstuurd.",
        "The result and the way to appeal were sent.",
    ),
    "complaint": Label(
        "Klacht over lawaai tijdens het eindgesprek; excuses gemaakt.",
        "Complaint about noise during the closing interview; apologies made.",
    ),
    "reconsideration": Label(
        "De student vraagt om naar een meting te laten kijken.",
        "The student asks to have a measurement looked at again.",
    ),
    "revise": Label(
        "Een meetwaarde was verkeerd overgenomen; met de juiste waarde is het behaald.",
        "A measured value was copied wrongly; with the right one it is passed.",
    ),
    "appeal": Label(
        "Het beroep is gegrond: het tweede bewijsstuk is niet meegewogen.",
        "The appeal is upheld: the second piece of evidence was not weighed.",
    ),
    "withdraw": Label(
        "De student is met de opleiding gestopt.", "The student left the programme."
    ),
    "annul": Label(
        "Voor de verkeerde student klaargezet.", "Opened for the wrong student."
    ),
    "retain": Label("Diploma uitgereikt.", "Diploma awarded."),
}
