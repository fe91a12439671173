"""Words of the pages of lists: titles, leads, heads of lists and of their columns."""

from collections.abc import Mapping

from proeve.words.labels_text import Label

TITLES: Mapping[str, Label] = {
    "vandaag/index": Label("Vandaag", "Today"),
    "vandaag/binnengekomen": Label("Binnengekomen", "Came in"),
    "vandaag/deze-week": Label("Deze week", "This week"),
    "vandaag/vergadering": Label("Vergadering", "Meeting"),
    "vandaag/zaken": Label("Verzoeken en zaken", "Requests and cases"),
    "taken/index": Label("Mijn taken", "My tasks"),
    "archief": Label("Archief", "Archive"),
}

LEADS: Mapping[str, Label] = {
    "vandaag/index": Label(
        "Tien vragen op {day}. Wat binnenkwam, telt vanaf {since}.",
        "Ten questions on {day}. What came in counts from {since}.",
    ),
    "vandaag/binnengekomen": Label(
        "Wat er sinds {since} binnenkwam, en wat er is geweigerd.",
        "What came in since {since}, and what was refused.",
    ),
    "vandaag/deze-week": Label(
        "Van {first} tot en met {last}: welke examens lopen, wie er ontbreekt en wat "
        "er afloopt.",
        "From {first} to {last}: which exams run, who is lacking and what ends.",
    ),
    "vandaag/vergadering": Label(
        "Wat de examencommissie nu kan besluiten. Hamerstukken staan apart van wat "
        "eerst een gesprek vraagt.",
        "What the exam committee can decide now. Clean items stand apart from what "
        "needs a talk first.",
    ),
    "vandaag/zaken": Label(
        "Verzoeken, klachten, bezwaren, beroepen en onregelmatigheden die nog lopen, "
        "met de dag waarop het besluit er moet zijn.",
        "Requests, complaints, reconsiderations, appeals and irregularities that are "
        "open, with the day by which a decision is due.",
    ),
    "taken/index": Label(
        "Wat er van wie wordt gevraagd. Kies uw rol voor uw eigen lijst.",
        "What is asked of whom. Choose your role for your own list.",
    ),
    "archief": Label(
        "Examens die zijn afgesloten: hoe lang het dossier bewaard blijft en wanneer "
        "die termijn begint.",
        "Exams that are closed: how long each dossier is kept and when that starts.",
    ),
}

SHORT_QUESTIONS: Mapping[str, Label] = {
    "came_in": Label("binnengekomen of geweigerd", "came in or refused"),
    "stuck": Label("liggen stil", "are stuck"),
    "week": Label("lopen deze week", "run this week"),
    "agenda": Label("voor de vergadering", "for the meeting"),
    "untold": Label("uitslagen nog te vertellen", "results to tell"),
    "ending": Label("termijnen lopen af", "terms end"),
    "cases": Label("verzoeken en zaken", "requests and cases"),
    "expiring": Label("verlopen binnen 60 dagen", "expire within 60 days"),
    "order": Label("punten niet in orde", "points not in order"),
    "numbers": Label("examens in totaal", "exams in all"),
}
"""The ten questions of `headings.QUESTIONS` as what is counted."""

ALL_OF_IT: Mapping[str, Label] = {
    "came_in": Label("Alles wat binnenkwam", "All that came in"),
    "week": Label("De hele week", "The whole week"),
    "agenda": Label("De hele agenda", "The whole agenda"),
    "ending": Label("Alle termijnen van deze week", "All terms of this week"),
    "cases": Label("Alle verzoeken en zaken", "All requests and cases"),
    "expiring": Label("Alles wat verloopt", "All that expires"),
    "order": Label("Verantwoording", "Accountability"),
    "numbers": Label("Rapportages", "Reports"),
}

ALL_IN_ORDER = Label("Alles in orde", "All in order")
HOLDS_UP = Label("Houdt het examen op: commit", "Holds the exam up: commit")

ORDER: Mapping[str, Label] = {
    "points": Label("{n} punten niet in orde", "{n} points not in order"),
    "commits": Label("Commits in de geschiedenis", "Commits in the history"),
    "findings": Label("Bevindingen", "Findings"),
    "notes": Label("Punten om te weten", "Notes"),
    "held_up": Label(
        "Examens die vastzitten op een commit", "Exams that a commit holds up"
    ),
    "doubts": Label("Akkoorden in twijfel", "Approvals in doubt"),
    "latest": Label(
        "Laatste gebeurtenis (alleen een commit)", "Last happening (only a commit)"
    ),
    "exams": Label("Examens", "Exams"),
    "late": Label("Over de uiterste datum", "Past their deadline"),
    "stuck": Label("Liggen stil", "Stuck"),
}

LISTS: Mapping[str, Label] = {
    "came_in": Label("Binnengekomen", "Came in"),
    "refused": Label("Geweigerd of opgehouden", "Refused or held up"),
    "held": Label("Opgehouden", "Held up"),
    "week": Label("Examens van deze week", "Exams of this week"),
    "meetings": Label("Afspraken", "Appointments"),
    "gaps": Label("Wie ontbreekt er", "Who is lacking"),
    "ending": Label("Termijnen die aflopen", "Terms that end"),
    "expiring": Label("Wat verloopt binnen zestig dagen", "What expires in sixty days"),
    "clean": Label("Hamerstukken", "Clean"),
    "discuss": Label("Eerst bespreken", "To discuss first"),
    "no_quorum": Label("Te weinig stemmen", "Too few votes"),
    "recused": Label("Iemand doet niet mee", "Somebody stands aside"),
    "cases": Label("Zaken die lopen", "Open cases"),
    "cases_late": Label("Over de termijn", "Past their term"),
    "cases_undated": Label("Zonder uiterste dag", "Without a last day"),
    "terms": Label("Andere termijnen", "Other terms"),
    "tasks": Label("Taken", "Tasks"),
    "tasks_late": Label("Te laat", "Late"),
    "tasks_nobody": Label("Nog niemand aangewezen", "Nobody appointed yet"),
    "tasks_of": Label("Taken", "Tasks"),
    "paused": Label("Gepauzeerd", "Paused"),
    "hats": Label("Kies uw rol", "Choose your role"),
    "urgent": Label("Het dringendst", "Most urgent"),
    "must": Label("Dit wacht op u", "This waits for you"),
    "may": Label("Dit kan of ligt stil", "Optional or paused"),
    "classes": Label("Bewaarklassen", "Retention classes"),
    "closed": Label("Afgesloten dossiers", "Closed dossiers"),
    "rules": Label("Uitkomst per groep regels", "Outcome for each group of rules"),
    "levels": Label("Hoe akkoorden zijn getekend", "How approvals are signed"),
    "bases": Label("Wat het tijdstip bevestigt", "What confirms the time"),
    "deviations": Label("Afwijkingen", "Deviations"),
    "dispensations": Label("Ontheffingen", "Dispensations"),
}

INTROS: Mapping[str, Label] = {
    "gaps": Label(
        "Met wie dit deel kan spelen: de rol, een geldige deskundigheid en geen ander "
        "deel in dit examen.",
        "With who could play the part: the role, a valid declaration of expertise and "
        "no other part in this exam.",
    ),
    "expiring": Label(
        "Ook wat de afgelopen zestig dagen is verlopen.",
        "Also what expired in the past sixty days.",
    ),
    "clean": Label(
        "Hier is niets bijzonders aan. Stemmen: hoeveel leden mogen stemmen, en "
        "hoeveel er nodig zijn.",
        "Nothing is special about these. Votes: how many members may vote, and how "
        "many are needed.",
    ),
    "discuss": Label(
        "Bij elk examen staat waarom. Wie een deel had in het examen, doet niet mee.",
        "Each says why. Whoever played a part in the exam stands aside.",
    ),
    "terms": Label(
        "Beroepstermijnen, pauzes en maatregelen die nog lopen.",
        "Terms to appeal, pauses and measures that still run.",
    ),
    "classes": Label(
        "Zoals het beleid van de school zei toen het dossier werd afgesloten.",
        "As the school's policy had it when the dossier was closed.",
    ),
    "rules": Label(
        "Elke regel wordt bij elke wijziging nagegaan. Hier staat wat er nu te melden "
        "is, per groep regels.",
        "Every rule is checked at every change. Here stands what there is to report "
        "now, by group of rules.",
    ),
    "levels": Label(
        "Van alle akkoorden die nu gelden. Zonder bewijs geldt een akkoord niet.",
        "Of all approvals that stand now. Without a proof none stands.",
    ),
    "bases": Label(
        "De datum van een commit schreef de maker zelf op; die bewijst niets.",
        "The date of a commit was written by its maker; it proves nothing.",
    ),
    "deviations": Label(
        "Besluiten waarmee een examen van de gewone weg afweek, met de reden.",
        "Decisions by which an exam left the straight way, with the reason.",
    ),
    "dispensations": Label(
        "Wat de examencommissie vooraf toestond, voor een examen of een bedrijf.",
        "What the exam committee allowed beforehand, for an exam or a company.",
    ),
}

HATS: Mapping[str, Label] = {
    "student": Label(
        "Wat op een student wacht: de opdracht lezen, akkoord geven, bewijs inleveren.",
        "What waits for a student: read the assignment, approve, hand in evidence.",
    ),
    "school_contact": Label(
        "Wat op de contactpersoon wacht: klaarzetten, plannen, controleren en de "
        "uitslag vertellen.",
        "What waits for the school contact: set up, plan, check and tell the result.",
    ),
    "workplace_supervisor": Label(
        "Wat op de praktijkbegeleider wacht: de opdracht afspreken en de uitvoering "
        "melden.",
        "What waits for the workplace supervisor: agree the assignment and report how "
        "it was carried out.",
    ),
    "first_assessor": Label(
        "Wat op de eerste beoordelaar wacht. Beoordeel zelf; uw oordeel blijft dicht "
        "tot beide binnen zijn.",
        "What waits for the first assessor. Judge by yourself; your judgement stays "
        "sealed until both are in.",
    ),
    "second_assessor": Label(
        "Wat op de tweede beoordelaar wacht. Beoordeel zelf; uw oordeel blijft dicht "
        "tot beide binnen zijn.",
        "What waits for the second assessor. Judge by yourself; your judgement stays "
        "sealed until both are in.",
    ),
    "third_assessor": Label(
        "Wat op de derde beoordelaar wacht. Die kijkt mee na een verschil van mening.",
        "What waits for the third assessor, who joins after a dispute.",
    ),
    "exam_committee": Label(
        "Wat op de examencommissie wacht. Wat in de vergadering komt, staat ook bij "
        "Vergadering.",
        "What waits for the exam committee. What comes before the meeting also stands "
        "at Meeting.",
    ),
    "admin": Label("Wat op de beheerder wacht.", "What waits for the administrator."),
    "super_admin": Label(
        "Wat op de superbeheerder wacht.", "What waits for the super administrator."
    ),
    "teacher": Label("Wat op de docent wacht.", "What waits for the teacher."),
    "school_assessor": Label(
        "Wat op de ROC-beoordelaar wacht.", "What waits for the school assessor."
    ),
    "workplace_assessor": Label(
        "Wat op de praktijkbeoordelaar wacht.",
        "What waits for the workplace assessor.",
    ),
    "receiver": Label(
        "Wat op de ontvangstdienst wacht.", "What waits for the receiver."
    ),
}
"""The lead of the page of tasks of each role and part."""

KEPT: Mapping[str, Label] = {
    "held": Label("Vastgehouden", "On hold"),
    "waits": Label("Termijn nog niet begonnen", "Term not started"),
    "runs": Label("Wordt bewaard", "Being kept"),
    "over": Label("Termijn voorbij", "Term is over"),
    "destroyed": Label("Vernietigd", "Destroyed"),
}

RETENTIONS: Mapping[str, Label] = {
    "exam_work": Label("Examenwerk", "Exam work"),
    "workpieces": Label("Werkstukken", "Workpieces"),
    "cases": Label("Zaken", "Cases"),
}
"""The usual retention classes; a school may name others."""

TRIGGERS: Mapping[str, Label] = {
    "diploma": Label("vanaf het diploma", "from the diploma"),
    "leaving": Label("vanaf het vertrek van school", "from leaving school"),
    "archive": Label("vanaf het afsluiten", "from the closing"),
    "decision": Label("vanaf het besluit", "from the decision"),
}

PERIOD: Mapping[str, Label] = {
    "D": Label("dagen", "days"),
    "W": Label("weken", "weeks"),
    "M": Label("maanden", "months"),
    "Y": Label("jaar", "years"),
}

OVER: Mapping[str, Label] = {
    "until": Label("tot en met", "until"),
    "nobody": Label("niemand gevonden", "nobody found"),
    "school": Label("hele school", "whole school"),
}

WEEKDAYS: tuple[Label, ...] = (
    Label("maandag", "Monday"),
    Label("dinsdag", "Tuesday"),
    Label("woensdag", "Wednesday"),
    Label("donderdag", "Thursday"),
    Label("vrijdag", "Friday"),
    Label("zaterdag", "Saturday"),
    Label("zondag", "Sunday"),
)

COLUMNS: Mapping[str, Label] = {
    "basis": Label("Grondslag", "Basis"),
    "basis_of_time": Label("Tijdstip", "Time"),
    "class": Label("Klasse", "Class"),
    "closed": Label("Afgesloten", "Closed"),
    "committee": Label("Commissie", "Committee"),
    "ended": Label("Uitslag", "Result"),
    "errors": Label("Fouten", "Errors"),
    "how": Label("Zo doet u het", "How to do it"),
    "kept": Label("Bewaren tot", "Kept until"),
    "level": Label("Akkoord met", "Approved by"),
    "notes": Label("Om te weten", "Notes"),
    "period": Label("Hoe lang", "How long"),
    "moment_or_why": Label("Wanneer, of waarom niet", "When, or why not"),
    "place": Label("Plaats", "Place"),
    "reason": Label("Reden", "Reason"),
    "rule": Label("Waarover", "About"),
    "rules": Label("Regels", "Rules"),
    "share": Label("Deel", "Share"),
    "tasks": Label("Taken", "Tasks"),
    "trigger": Label("Vanaf", "From"),
}
"""Heads of columns beside those of `headings.COLUMNS`."""

RULES: Mapping[str, Label] = {
    "broken": Label("Klopt niet", "Does not hold"),
    "kept": Label("In orde", "In order"),
    "doubts": Label("Waarvan in twijfel", "Of which in doubt"),
}

LIFTS: Mapping[str, Label] = {
    "supervisor_assesses": Label(
        "De praktijkbegeleider mag beoordelen", "The supervisor may assess"
    ),
    "contact_assesses": Label(
        "De contactpersoon mag beoordelen", "The school contact may assess"
    ),
    "expertise": Label(
        "Beoordelen zonder verklaring van deskundigheid",
        "Assessing without a declaration of expertise",
    ),
    "same_side": Label(
        "Twee beoordelaars van dezelfde kant", "Two assessors of the same side"
    ),
}

PLACES: Mapping[str, Label] = {
    "company": Label("bij het leerbedrijf", "at the company"),
    "school": Label("op school", "at school"),
}
"""Where an exam or an appointment is."""

FAMILIES: Mapping[str, Label] = {
    "archive": Label("Archief", "Archive"),
    "assignment": Label("Opdracht", "Assignment"),
    "attestation": Label("Ontvangstdienst", "Receiver"),
    "committee": Label("Commissie", "Committee"),
    "csv": Label("Tabellen", "Tables"),
    "decisions": Label("Besluiten", "Decisions"),
    "dossier": Label("Dossier", "Dossier"),
    "establishment": Label("Vaststelling", "Establishment"),
    "evidence": Label("Bewijs", "Evidence"),
    "exam": Label("Examen", "Exam"),
    "form": Label("Beoordelingsformulier", "Assessment form"),
    "history": Label("Geschiedenis", "History"),
    "instrument": Label("Instrument", "Instrument"),
    "list": Label("Lijsten", "Lists"),
    "parts": Label("Deelnemers", "People in an exam"),
    "passing": Label("Slaagregels", "Passing rules"),
    "path": Label("Bestandsnamen", "File names"),
    "people": Label("Mensen", "People"),
    "policy": Label("Beleid", "Policy"),
    "push": Label("Insturen", "Pushing"),
    "registry": Label("Register", "Registry"),
    "result": Label("Uitslag", "Result"),
    "rows": Label("Akkoorden", "Approvals"),
    "schema": Label("Velden", "Fields"),
    "scope": Label("Bereik van een wijziging", "Reach of a change"),
    "seals": Label("Verzegeling", "Sealing"),
    "separation": Label("Scheiding van rollen", "Separation of roles"),
    "signature": Label("Handtekeningen", "Signatures"),
    "statement": Label("Verklaringen", "Statements"),
    "store": Label("Bewijsopslag", "Evidence store"),
    "time": Label("Tijdstippen", "Times"),
    "tooling": Label("Gereedschap", "Tooling"),
    "yaml": Label("Schrijfwijze van bestanden", "How files are written"),
}
"""What the family of a finding code is about."""
