"""The letter with a result, to a student, in plain Dutch and English.

Template: a school may change its words after it was written; the dates are the law's.
"""

from collections.abc import Mapping

from proeve.words.labels_text import Label

RESULT_LETTER: Mapping[str, Label] = {
    "subject": Label(
        "De uitslag van je examen {exam}", "The result of your exam {exam}"
    ),
    "dear": Label("Beste {name},", "Dear {name},"),
    "established": Label(
        "De examencommissie heeft op {day} de uitslag van je examen vastgesteld.",
        "The exam committee established the result of your exam on {day}.",
    ),
    "exam": Label("Examen {exam}: {title}", "Exam {exam}: {title}"),
    "outcome": Label("De uitslag is: {outcome}.", "The result is: {outcome}."),
    "revised": Label(
        "Deze uitslag komt in de plaats van een eerdere. De reden: {reason}",
        "This result takes the place of an earlier one. The reason: {reason}",
    ),
    "follow-up": Label(
        "Je contactpersoon bespreekt met je wat er nu kan, zoals een herkansing.",
        "Your contact person will discuss with you what can be done now, such as a "
        "resit.",
    ),
    "appeal": Label(
        "Ben je het niet eens met de uitslag? Praat er met je contactpersoon over. Je "
        "kunt ook in beroep gaan bij de commissie van beroep voor de examens. Doe dat "
        "schriftelijk, uiterlijk op {lodge}. Dat is twee weken na {told}, de dag "
        "waarop je de uitslag hoorde.",
        "Do you not agree with the result? Talk about it with your contact person. You "
        "can also appeal to the appeals board for exams. Do so in writing, on {lodge} "
        "at the latest. That is two weeks after {told}, the day on which you were "
        "told.",
    ),
    "decide": Label(
        "De commissie van beroep besluit binnen vier weken daarna: uiterlijk op "
        "{decide}. Zij mag dat één keer twee weken uitstellen, tot {longer}. Dan krijg "
        "je daar bericht van.",
        "The appeals board decides within four weeks after that: on {decide} at the "
        "latest. It may put that off once by two weeks, until {longer}. You will then "
        "be told.",
    ),
    "copy": Label(
        "Dit is een kopie van de brief aan {name}, voor de wettelijk "
        "vertegenwoordiger.",
        "This is a copy of the letter to {name}, for the legal representative.",
    ),
    "help": Label(
        "Heb je een vraag? Bel of mail {contact}.",
        "Any questions? Call or mail {contact}.",
    ),
    "bye": Label("Met vriendelijke groet,", "Kind regards,"),
}
