"""Labels of the reports: their titles, what they tell, their tables and columns.

The reports lie above this package, so these tables are keyed by the values' text; the
tests hold that each of them has its label.
"""

from collections.abc import Mapping

from proeve.process.vocabulary import Outcome, Phase, StepId
from proeve.words.labels_outcomes import OUTCOMES
from proeve.words.labels_steps import PHASES, STEPS
from proeve.words.labels_text import Label
from proeve.words.say import Language

REPORTS: Mapping[str, Label] = {
    "progress": Label("Voortgang", "Progress"),
    "lead-time": Label("Doorlooptijd", "Lead time"),
    "late": Label("Te laat en uitstel", "Late and extended"),
    "results": Label("Uitslagen en herkansingen", "Results and resits"),
    "flow": Label("Examens per stap, per maand", "Exams per step, per month"),
    "agreement": Label("Overeenstemming van beoordelaars", "Agreement of assessors"),
}

INTRODUCTIONS: Mapping[str, Label] = {
    "progress": Label(
        "Hoeveel examens er zijn en in welke fase ze staan.",
        "How many exams there are, and in which phase they stand.",
    ),
    "lead-time": Label(
        "Hoe lang stappen duurden, en hoe lang er nu op iemand wordt gewacht. Een stap"
        " begint als alles ervoor klaar is. Tijden komen uit commits.",
        "How long steps took, and how long somebody is waited for now. A step begins"
        " when all before it is done. Times come from commits.",
    ),
    "late": Label(
        "Welke stappen op tijd klaar waren, welke te laat, en waar uitstel is gegeven."
        " Alleen stappen met een uiterste datum tellen mee.",
        "Which steps were done in time, which late, and where an extension was given."
        " Only steps with a deadline count.",
    ),
    "results": Label(
        "De uitslagen die de examencommissie heeft vastgesteld. Een examen dat verkeerd"
        " was aangemaakt, telt nergens mee.",
        "The results that the exam committee established. An exam that was opened by"
        " mistake counts nowhere.",
    ),
    "flow": Label(
        "Waar de examens stonden aan het einde van elke maand, en op de laatste regel"
        " waar ze nu staan. Dit komt uit de geschiedenis.",
        "Where the exams stood at the end of each month, and on the last line where"
        " they stand now. This comes from the history.",
    ),
    "agreement": Label(
        "Hoe vaak twee beoordelaars los van elkaar hetzelfde vonden. Dit is bedoeld om"
        " van elkaar te leren. Alleen voor de examencommissie.",
        "How often two assessors found the same, each on their own. It is meant for"
        " learning from each other. For the exam committee only.",
    ),
}

TABLES: Mapping[str, Label] = {
    "progress.group": Label("Per groep", "By group"),
    "progress.company": Label("Per leerbedrijf", "By company"),
    "progress.assessor": Label("Per beoordelaar", "By assessor"),
    "progress.qualification": Label("Per kwalificatie", "By qualification"),
    "progress.period": Label("Per maand van aanmaken", "By month of opening"),
    "lead-time.step": Label("Per stap", "By step"),
    "lead-time.hat": Label("Op wie er nu wordt gewacht", "Who is waited for now"),
    "lead-time.whole": Label(
        "Van aanmaken tot uitslag, per kwalificatie",
        "From opening to result, by qualification",
    ),
    "late.step": Label("Per stap", "By step"),
    "late.exam": Label("Nu te laat", "Late now"),
    "results.qualification": Label(
        "Per kwalificatie en instrument", "By qualification and instrument"
    ),
    "results.attempt": Label("Per poging", "By attempt"),
    "results.month": Label("Per maand", "By month"),
    "flow.month": Label("Per maand", "By month"),
    "agreement.instrument": Label(
        "Per instrument en schaal", "By instrument and scale"
    ),
    "agreement.criterion": Label(
        "Criteria, de meeste verschillen eerst", "Criteria, most differences first"
    ),
    "agreement.assessor": Label("Per beoordelaar", "By assessor"),
}

COLUMNS: Mapping[str, Label] = {
    "group": Label("Groep", "Group"),
    "company": Label("Leerbedrijf", "Company"),
    "assessor": Label("Beoordelaar", "Assessor"),
    "qualification": Label("Kwalificatie", "Qualification"),
    "period": Label("Aangemaakt in", "Opened in"),
    "month": Label("Maand", "Month"),
    "exam": Label("Examen", "Exam"),
    "exams": Label("Examens", "Exams"),
    "finished": Label("Afgerond", "Finished"),
    "late": Label("Te laat", "Late"),
    "held-up": Label("Opgehouden", "Held up"),
    "established": Label("Uitslag vastgesteld", "Result established"),
    "ended": Label("Met een uitkomst", "With an outcome"),
    "done": Label("Klaar", "Done"),
    "median": Label("Helft klaar in", "Half done within"),
    "ninth-tenth": Label("9 van 10 klaar in", "9 of 10 done within"),
    "waiting": Label("Wacht nu", "Waiting now"),
    "waiting-median": Label("Helft wacht korter dan", "Half wait less than"),
    "waiting-longest": Label("Langste wacht", "Longest wait"),
    "hat": Label("Rol", "Role"),
    "step": Label("Stap", "Step"),
    "in-time": Label("Op tijd", "In time"),
    "done-late": Label("Te laat klaar", "Done late"),
    "late-median": Label("Hoeveel te laat (midden)", "How late (median)"),
    "late-now": Label("Nu te laat", "Late now"),
    "extended": Label("Uitstel gegeven", "Extended"),
    "deadline": Label("Uiterlijk", "Deadline"),
    "days-late": Label("Dagen te laat", "Days late"),
    "attempt": Label("Poging", "Attempt"),
    "pass-share": Label("Deel behaald", "Share passed"),
    "resits": Label("Herkansingen", "Resits"),
    "resits-passed": Label("Herkansing behaald", "Resits passed"),
    "without-resit": Label(
        "Niet behaald, nog geen herkansing", "Not passed, no resit yet"
    ),
    "opened": Label("Aangemaakt", "Opened"),
    "months": Label("Maanden", "Months"),
    "criteria": Label("Oordelen", "Judgements"),
    "criterion": Label("Criterium", "Criterion"),
    "instrument": Label("Instrument", "Instrument"),
    "scale": Label("Schaal", "Scale"),
    "exact": Label("Precies gelijk", "Exactly equal"),
    "kappa": Label("Gewogen kappa", "Weighted kappa"),
    "minimum": Label("Kleinste aantal", "Least number"),
    "left-out": Label("Te weinig, niet getoond", "Too few, not shown"),
    "forms": Label("Formulieren", "Forms"),
    "lower": Label("Strenger dan de ander", "Stricter than the other"),
    "higher": Label("Milder dan de ander", "Milder than the other"),
    **{f"phase-{phase}": PHASES[phase] for phase in Phase},
    **{outcome.value: OUTCOMES[outcome] for outcome in Outcome},
    **{step.value: STEPS[step] for step in StepId},
}

CLOSED: Mapping[str, Label] = {
    "not-decided": Label(
        "Cijfers over beoordelaars staan uit. Ze gaan over mensen in hun werk. De"
        " examencommissie kan besluiten ze te tonen; dat besluit staat dan in"
        " school.yml onder assessor_statistics, met dag, doel en kleinste aantal.",
        "Figures on assessors are off. They are about people at work. The exam"
        " committee may decide to show them; that decision then stands in school.yml"
        " under assessor_statistics, with its day, its purpose and a least number.",
    ),
}


def report_title(name: str, language: Language) -> str:
    """Return the title of a report."""
    return REPORTS[name].in_language(language)


def introduction(name: str, language: Language) -> str:
    """Return what a report tells, in a sentence or two."""
    return INTRODUCTIONS[name].in_language(language)


def table_title(report: str, table: str, language: Language) -> str:
    """Return the title of a table of a report."""
    return TABLES[f"{report}.{table}"].in_language(language)


def column_title(column: str, language: Language) -> str:
    """Return the heading of a column, or what a figure counts."""
    return COLUMNS[column].in_language(language)


def closed(reason: str, language: Language) -> str:
    """Return why a report tells nothing."""
    return CLOSED[reason].in_language(language)
