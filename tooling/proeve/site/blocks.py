"""Why an exam does not go on, and what is to be done about it, in words.

What is not in order is a finding and says so itself; here is the rest: somebody did not
approve, nobody was appointed, something was returned, or a decision is awaited.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from proeve.model.exam import ExamState
from proeve.model.records import text_at
from proeve.model.verdict import ExamVerdict, Missing, StepState, StepVerdict
from proeve.process.decisions import DECISIONS, Effect
from proeve.process.vocabulary import Approver
from proeve.words.labels import label
from proeve.words.labels_text import Label
from proeve.words.say import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One reason: what is so, what to do, and the words of somebody who said why."""

    text: Label
    remedy: Label
    hat: Approver | None = None
    reason: str = ""

    def says(self, language: Language) -> str:
        """Return what is so."""
        return self._filled(self.text, language)

    def asks(self, language: Language) -> str:
        """Return what is to be done, and by whom."""
        return self._filled(self.remedy, language)

    def _filled(self, words: Label, language: Language) -> str:
        hat = label(self.hat, language) if self.hat else ""
        said = words.in_language(language).format(hat=hat)
        return said[:1].upper() + said[1:]


_REFUSED = Label("{hat} gaf niet akkoord.", "{hat} did not approve.")
_AFTER_REFUSAL = Label(
    "Pas de tekst aan en vraag opnieuw akkoord, of overleg met wie niet akkoord gaf.",
    "Change the text and ask for approval again, or talk with who did not approve.",
)
_NOBODY = Label(
    "er is nog niemand aangewezen: {hat}.", "nobody is appointed yet: {hat}."
)
_APPOINT = Label(
    "De contactpersoon van de school wijst iemand aan.",
    "The school contact appoints somebody.",
)
_RETURNED = Label(
    "deze stap is teruggestuurd.", "this step was returned to be done again."
)
_MEND = Label(
    "Pas het stuk aan. Daarna geeft ieder die dat moet opnieuw akkoord.",
    "Change the document. Then everybody who must approves it again.",
)
_PAUSED = Label("het examen ligt stil.", "the exam is paused.")
_RESUME = Label(
    "De examencommissie besluit wanneer het verder gaat.",
    "The exam committee decides when it goes on.",
)
_UNDECIDED = Label(
    "Eerst is een besluit nodig voordat dit verder kan.",
    "A decision is needed before this can go on.",
)
_DECIDE = Label(
    "De examencommissie neemt het besluit en legt het vast met een reden.",
    "The exam committee takes the decision and records it with a reason.",
)
_BROKEN = Label(
    "er is iets veranderd dat niet mag; tot dat is hersteld, telt deze stap niet.",
    "something changed that may not; until it is put right, this step does not count.",
)
_RESTORE = Label(
    "Zet de goede tekst terug, of laat de examencommissie de stap terugsturen.",
    "Put the right text back, or have the exam committee return the step.",
)


def blocks_of(exam: ExamVerdict) -> tuple[Block, ...]:
    """Return why the exam does not go on; nothing where somebody can simply act."""
    return tuple(_blocks(exam, exam.current)) if exam.current else ()


def _blocks(exam: ExamVerdict, step: StepVerdict) -> Iterator[Block]:
    if exam.state.paused:
        yield Block(text=_PAUSED, remedy=_RESUME)
    if step.state is StepState.RETURNED:
        reason = _reason_of_return(exam.state)
        yield Block(text=_RETURNED, remedy=_MEND, reason=reason)
    if step.state is StepState.BROKEN and not exam.findings:
        yield Block(text=_BROKEN, remedy=_RESTORE)
    for missing in step.missing:
        yield from _missing(missing)
    if not step.missing and step.state is not StepState.BROKEN:
        yield Block(text=_UNDECIDED, remedy=_DECIDE)


def _missing(missing: Missing) -> Iterator[Block]:
    if missing.refused is not None:
        yield Block(
            text=_REFUSED,
            remedy=_AFTER_REFUSAL,
            hat=missing.hat,
            reason=missing.refused,
        )
    if not missing.people:
        yield Block(text=_NOBODY, remedy=_APPOINT, hat=missing.hat)


def _reason_of_return(state: ExamState) -> str:
    returns = (
        decision
        for decision in reversed(state.decisions)
        if DECISIONS[decision.kind].effect is Effect.RESET
    )
    last = next(returns, None)
    return text_at(last.record, "reason") if last else ""
