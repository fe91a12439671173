"""The verdict on a whole ledger, in a few lines."""

from collections.abc import Iterator

from proeve.model.ledger import Standing
from proeve.model.verdict import LedgerVerdict, StepState
from proeve.process.table import MEI_12
from proeve.words.say import Language


def _in(language: Language, nl: str, en: str) -> str:
    return nl if language == "nl" else en


def environment_line(verdict: LedgerVerdict, language: Language) -> str | None:
    """Return what must be said first of a school that is not live (R25)."""
    if verdict.proved and verdict.environment != "live":
        return _in(
            language,
            "OEFENSCHOOL: bewijst niets. De sleutels zijn oefensleutels en het begin "
            "is genomen zoals het in de map staat.",
            "PRACTICE: proves nothing. Its keys are practice keys, and the genesis is "
            "taken as found.",
        )
    if not verdict.proved:
        return _in(
            language,
            "VOORBEELDSCHOOL: alleen de documenten zijn nagekeken, er is geen "
            "geschiedenis om te bewijzen.",
            "SAMPLE: only the documents were judged; there is no history to prove.",
        )
    return None


def ledger_lines(verdict: LedgerVerdict, language: Language) -> Iterator[str]:
    """Yield trust root, head and counts."""
    if verdict.trust_root:
        yield f"{_in(language, 'Vertrouwensanker', 'Trust root')}: {verdict.trust_root}"
    yield f"{_in(language, 'Laatste commit', 'Head')}: {verdict.head}"
    if verdict.proved:
        yield _counts(verdict, language)
    exams = verdict.exam_count
    yield _in(language, f"Examens: {exams}", f"Exams: {exams}")


def _counts(verdict: LedgerVerdict, language: Language) -> str:
    counted = [verdict.standings.get(standing, 0) for standing in Standing]
    valid, held, bad = counted
    return _in(
        language,
        f"Commits: {verdict.length}, waarvan {valid} geldig, {held} nog niet bevestigd "
        f"en {bad} ongeldig",
        f"Commits: {verdict.length}: {valid} valid, {held} unconfirmed, {bad} invalid",
    )


def exams_per_step(verdict: LedgerVerdict) -> dict[int, int]:
    """Return how many exams stand at each of the twelve steps, and at 0 the ended."""
    numbers = {step.id: step.number for step in MEI_12.steps}
    counted = dict.fromkeys(range(13), 0)
    for exam in verdict.exams:
        current = exam.current
        counted[numbers[current.step] if current else 0] += 1
    return counted


def broken(verdict: LedgerVerdict) -> int:
    """Return how many exams a bad commit holds up."""
    return sum(
        any(step.state is StepState.BROKEN for step in exam.steps)
        for exam in verdict.exams
    )
