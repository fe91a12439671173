"""What the states and the signs mean, for Hulp and below the table of a group."""

from collections.abc import Iterator, Mapping

from proeve.model.verdict import StepState
from proeve.site.marks import Mark, mark_of_state
from proeve.words.labels import label
from proeve.words.labels_text import Label
from proeve.words.say import Language

_MEANINGS: Mapping[StepState, Label] = {
    StepState.LOCKED: Label(
        "Eerst moet een eerdere stap klaar zijn.", "An earlier step must be done first."
    ),
    StepState.OPEN: Label(
        "Alles wat nodig is, is er. Het stuk kan worden gemaakt.",
        "All that is needed is there. The document can be made.",
    ),
    StepState.WAITING: Label(
        "Het stuk is er. Niet iedereen heeft akkoord gegeven.",
        "The document is there. Not everybody has approved it.",
    ),
    StepState.DONE: Label(
        "Iedereen die dat moest, heeft akkoord gegeven op deze tekst.",
        "Everybody who must has approved this text.",
    ),
    StepState.SKIPPED: Label(
        "Deze stap hoefde niet en is niet gedaan.",
        "This step was optional and was not done.",
    ),
    StepState.NOT_NEEDED: Label(
        "Deze stap hoort niet bij dit verloop.",
        "This step does not belong to this course of things.",
    ),
    StepState.RETURNED: Label(
        "De stap is teruggestuurd met een reden en moet opnieuw.",
        "The step was returned with a reason and must be done again.",
    ),
    StepState.BROKEN: Label(
        "Er is iets veranderd dat niet mag. Tot dat is hersteld, telt dit niet.",
        "Something changed that may not. Until it is put right, this does not count.",
    ),
}
_LATE = Label("Over de uiterste datum", "Past the deadline")
_NOW = Label("Aan de beurt", "Their move")
_LEFT_OUT = Label("Overgeslagen of niet nodig", "Skipped or not needed")
_SPOKEN: Mapping[Mark, Label] = {
    Mark.NOW: _NOW,
    Mark.LATE: _LATE,
    Mark.LEFT_OUT: _LEFT_OUT,
}


def meanings_of(language: Language) -> Iterator[tuple[Mark, StepState, str]]:
    """Yield each state with its mark and what it means."""
    for state, meaning in _MEANINGS.items():
        yield mark_of_state(state), state, meaning.in_language(language)


def legend_of(language: Language) -> Iterator[tuple[Mark, str]]:
    """Yield each mark with its words."""
    for mark in Mark:
        if mark in _SPOKEN:
            yield mark, _SPOKEN[mark].in_language(language)
        else:
            yield mark, label(StepState(mark), language)
