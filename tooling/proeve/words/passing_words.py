"""How the way from ratings to a result is told, one sentence a rule.

Keys are the words of the derivation. Placeholders are its arguments, `arithmetic` the
sum and `level` the rating that a condition is for.
"""

from collections.abc import Mapping

from proeve.words.labels_text import Label
from proeve.words.say import Language

RULES: Mapping[str, Label] = {
    "crucial": Label(
        "Cruciaal criterium {unit}: {arithmetic}.",
        "Crucial criterion {unit}: {arithmetic}.",
    ),
    "knocked_out": Label(
        "Cruciaal criterium {unit} blijft onder zijn minimum ({arithmetic}): zo is "
        "dit onderdeel niet gehaald.",
        "Crucial criterion {unit} stays below its minimum ({arithmetic}): so this part "
        "is not passed.",
    ),
    "all_at_least": Label(
        "Voor {level}: alles is ten minste {rating}: {arithmetic}.",
        "For {level}: everything is at least {rating}: {arithmetic}.",
    ),
    "share_at_least": Label(
        "Voor {level}: ten minste {fraction} van {of} is {rating} of hoger: "
        "{arithmetic}.",
        "For {level}: at least {fraction} of {of} is {rating} or better: {arithmetic}.",
    ),
    "none_below": Label(
        "Voor {level}: niets is lager dan {rating}: {arithmetic}.",
        "For {level}: nothing is below {rating}: {arithmetic}.",
    ),
    "mark_none_below": Label(
        "Geen cijfer is lager dan {rating}, anders blijft hoogstens {at_most} over: "
        "{arithmetic}.",
        "No mark is below {rating}, or else at most {at_most} is left: {arithmetic}.",
    ),
    "required": Label(
        "Voor {level}: {unit} is ten minste {rating}: {arithmetic}.",
        "For {level}: {unit} is at least {rating}: {arithmetic}.",
    ),
    "exam_required": Label(
        "{unit} is ten minste {rating}: {arithmetic}.",
        "{unit} is at least {rating}: {arithmetic}.",
    ),
    "points": Label("Punten: {arithmetic}.", "Points: {arithmetic}."),
    "threshold": Label(
        "Voor {level}: ten minste {points} punten: {arithmetic}.",
        "For {level}: at least {points} points: {arithmetic}.",
    ),
    "points_share": Label(
        "Voor {level}: ten minste {fraction} van de punten: {arithmetic}.",
        "For {level}: at least {fraction} of the points: {arithmetic}.",
    ),
    "lowest": Label("Laagste cijfer: {arithmetic}.", "Lowest mark: {arithmetic}."),
    "weighted_mean": Label(
        "Gewogen gemiddelde, {rounding}: {arithmetic}.",
        "Weighted mean, {rounding}: {arithmetic}.",
    ),
    "cap": Label(
        "Een cruciaal criterium is niet gehaald, dus hoogstens {at_most}.",
        "A crucial criterion was not met, so at most {at_most}.",
    ),
    "every_core_task": Label(
        "Elke kerntaak of elk keuzedeel is genoeg: {arithmetic}.",
        "Every core task or elective is enough: {arithmetic}.",
    ),
    "stopped": Label(
        "Het examen is om de veiligheid gestopt: besluit {decision}, criterium {unit}.",
        "The exam was stopped for safety: decision {decision}, criterion {unit}.",
    ),
}

_ARGUMENTS: Mapping[str, Label] = {
    "criteria": Label("de criteria", "the criteria"),
    "judged": Label("de criteria met een oordeel", "the criteria with a rating"),
    "work_processes": Label("de werkprocessen", "the work processes"),
    "none": Label("niet afgerond", "not rounded"),
    "half_up": Label(
        "afgerond op een heel cijfer, een half naar boven",
        "rounded to a whole mark, a half upward",
    ),
    "down": Label("naar beneden afgerond", "rounded down"),
}

BASES: Mapping[str, Label] = {
    "rated": Label("{value}", "{value}"),
    "derived": Label("{value}", "{value}"),
    "not_applicable": Label("niet van toepassing", "not applicable"),
    "carried_over": Label(
        "{value}, meegenomen uit {source}", "{value}, carried over from {source}"
    ),
    "exempted": Label(
        "{value}, vrijgesteld met besluit {source}",
        "{value}, exempted by decision {source}",
    ),
    "stopped": Label("{value}", "{value}"),
    "missing": Label("er is nog geen oordeel", "there is no rating yet"),
    "other_assessor": Label(
        "alleen de andere beoordelaar oordeelt hierover",
        "only the other assessor judges this",
    ),
}

MET = Label("Gehaald", "Met")
NOT_MET = Label("Niet gehaald", "Not met")
EXAM = Label("Examen", "Exam")
POINTS = Label("{value}, {points} punten", "{value}, {points} points")
NO_OUTCOME = Label("Er is nog geen uitslag.", "There is no outcome yet.")
LACKS = Label("Dit ontbreekt nog: {units}.", "This is still missing: {units}.")

_NO_VERDICT = frozenset(
    {"knocked_out", "points", "lowest", "weighted_mean", "cap", "stopped"}
)
_OWN_WORDS = {"none_below": "mark_none_below", "required": "exam_required"}


def applied_sentence(
    rule: str, args: Mapping[str, str], language: Language, *, holds: bool
) -> str:
    """Return the sentence of one rule that was applied, with whether it was met."""
    # Without a level the rule is about marks, or about the exam as a whole.
    name = rule if args.get("level") else _OWN_WORDS.get(rule, rule)
    shown = {
        key: _ARGUMENTS[value].in_language(language) if value in _ARGUMENTS else value
        for key, value in args.items()
    }
    sentence = RULES[name].in_language(language).format_map(shown)
    if name in _NO_VERDICT:
        return sentence
    return f"{sentence} {(MET if holds else NOT_MET).in_language(language)}."


def basis_words(basis: str, value: str, source: str, language: Language) -> str:
    """Return the value of a unit and, where it was not judged now, why it has it."""
    return BASES[basis].in_language(language).format(value=value, source=source)
