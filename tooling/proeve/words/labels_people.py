"""Labels of roles, parts and levels of assurance.

Source: FIELD 2.2 and the seed. A school that is no ROC uses the words in `NO_ROC`.
"""

from collections.abc import Mapping

from proeve.process.vocabulary import Level, Part, Role
from proeve.words.labels_text import Label

ROLES: Mapping[Role, Label] = {
    Role.SUPER_ADMIN: Label("Superbeheerder", "Super administrator"),
    Role.ADMIN: Label("Beheerder", "Administrator"),
    Role.TEACHER: Label("Docent", "Teacher"),
    Role.SCHOOL_CONTACT: Label("Contactpersoon ROC", "School contact"),
    Role.EXAM_COMMITTEE: Label("Examencommissie", "Exam committee"),
    Role.SCHOOL_ASSESSOR: Label("ROC-beoordelaar", "School assessor"),
    Role.WORKPLACE_SUPERVISOR: Label("Praktijkbegeleider", "Workplace supervisor"),
    Role.WORKPLACE_ASSESSOR: Label("Praktijkbeoordelaar", "Workplace assessor"),
    Role.STUDENT: Label("Student", "Student"),
    Role.RECEIVER: Label("Ontvangstdienst", "Receiver"),
}

PARTS: Mapping[Part, Label] = {
    Part.STUDENT: Label("Student", "Student"),
    Part.SCHOOL_CONTACT: Label("Contactpersoon ROC", "School contact"),
    Part.WORKPLACE_SUPERVISOR: Label("Praktijkbegeleider", "Workplace supervisor"),
    Part.FIRST_ASSESSOR: Label("Eerste beoordelaar", "First assessor"),
    Part.SECOND_ASSESSOR: Label("Tweede beoordelaar", "Second assessor"),
    Part.THIRD_ASSESSOR: Label("Derde beoordelaar", "Third assessor"),
}

NO_ROC: Mapping[str, Label] = {
    Role.SCHOOL_CONTACT: Label("Contactpersoon school", "School contact"),
    Role.SCHOOL_ASSESSOR: Label("Schoolbeoordelaar", "School assessor"),
}
"""The Dutch words of a vakschool or mbo-college; role and part share their name."""

LEVELS: Mapping[Level, Label] = {
    Level.A: Label("eigen sleutel", "own key"),
    Level.B: Label("akkoord op het platform", "review on the forge"),
    Level.C: Label("persoonlijke link met code", "personal link with a code"),
    Level.D: Label("op papier", "on paper"),
}
"""How sure we are who approved, as the end of `akkoord met …` (PROTOCOL R35)."""

LEVEL_MEANINGS: Mapping[Level, Label] = {
    Level.A: Label(
        "Getekend met een sleutel die alleen deze persoon heeft, en die op een tweede "
        "moment is bevestigd.",
        "Signed with a key that only this person holds, confirmed at a second moment.",
    ),
    Level.B: Label(
        "Gegeven met het account op het platform van de school, en bevestigd door de "
        "ontvangstdienst.",
        "Given with the account on the school's forge, and attested by the receiver.",
    ),
    Level.C: Label(
        "Gegeven op de persoonlijke pagina, met een code die langs een andere weg "
        "kwam. Ook een sleutel in de browser die nog niet is bevestigd, telt zo.",
        "Given on the personal page, with a code that came by another road. A key in "
        "the browser that is not confirmed yet counts likewise.",
    ),
    Level.D: Label(
        "Op papier getekend, door een medewerker overgenomen en door een tweede "
        "medeondertekend.",
        "Signed on paper, transcribed by one member of staff and countersigned by "
        "another.",
    ),
}
"""What each level means, as a sentence."""
