"""The letter by which a student is told the result, with the terms to appeal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from proeve.directory.entries import Entry, EntryKind
from proeve.errors import UsageError
from proeve.model.days import date_of
from proeve.model.decided import revision_of
from proeve.model.exam import ExamState
from proeve.model.records import text_at
from proeve.model.verdict import ExamVerdict
from proeve.process.terms import DECIDE, LODGE, LONGER
from proeve.process.vocabulary import Outcome, Part
from proeve.report.findings import clean
from proeve.report.messages.printing import printed
from proeve.report.messages.writing import Sender, day_of, reach
from proeve.words.labels import label
from proeve.words.letters import RESULT_LETTER
from proeve.words.say import Language

_ADULT = 18
_FURTHER = frozenset({Outcome.NOT_PASSED, Outcome.NOT_TAKEN, Outcome.DECLARED_INVALID})


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLetter:
    """One result to be told: of which exam, to whom, on which day."""

    exam: ExamState
    outcome: Outcome
    to: Entry
    contact: Entry
    told: date
    language: Language


def result_letter(sender: Sender, verdict: ExamVerdict, told: date) -> ResultLetter:
    """Return the letter; raises UsageError without a result or a name."""
    exam, outcome = verdict.state, verdict.outcome
    if outcome is None or verdict.provisional:
        raise UsageError(
            f"{exam.id} heeft nog geen vastgestelde uitslag.",
            f"{exam.id} has no established result yet.",
        )
    student = text_at(exam.document("exam"), "student")
    to = sender.directory.entries.get(student)
    if to is None or not to.name:
        raise UsageError(
            f"{student} staat niet in het bestand met namen.",
            f"{student} is not in the directory file.",
        )
    first = next(iter(exam.parts.get(Part.SCHOOL_CONTACT, ())), "")
    unknown = Entry(id=first, kind=EntryKind.SCHOOL)
    own: Language = sender.language
    if to.language in ("nl", "en"):
        own = "nl" if to.language == "nl" else "en"
    return ResultLetter(
        exam=exam,
        outcome=outcome,
        to=to,
        contact=sender.directory.entries.get(first, unknown),
        told=told,
        language=own,
    )


def is_minor(entry: Entry, on: date) -> bool:
    """Tell whether somebody is younger than eighteen; unknown is not."""
    born = date_of(entry.born)
    if born is None:
        return False
    before = (on.month, on.day) < (born.month, born.day)
    return on.year - born.year - before < _ADULT


def html_of_result(sender: Sender, letter: ResultLetter, *, copy: bool = False) -> str:
    """Return the letter to print; as a `copy` it goes to the representative."""
    return printed(
        letter.language,
        title=_say(letter, "subject", exam=_number(letter)),
        to=(letter.to.representative if copy else letter.to.name,),
        day=day_of(letter.told.isoformat(), letter.language),
        paragraphs=_paragraphs(sender, letter, copy=copy),
    )


def _paragraphs(
    sender: Sender, letter: ResultLetter, *, copy: bool
) -> Iterator[tuple[str, ...]]:
    if copy:
        yield (_say(letter, "copy", name=clean(letter.to.name)),)
    yield (_say(letter, "dear", name=clean(letter.to.name)),)
    record = letter.exam.document("result")
    day = day_of(text_at(record, "established_on"), letter.language)
    yield (_say(letter, "established", day=day),)
    title = clean(text_at(letter.exam.document("assignment"), "title"))
    yield (
        _say(letter, "exam", exam=_number(letter), title=title),
        _say(letter, "outcome", outcome=label(letter.outcome, letter.language)),
    )
    yield from _revised(letter)
    if letter.outcome in _FURTHER:
        yield (_say(letter, "follow-up"),)
    yield from _terms(letter)
    if letter.contact.name:
        yield (_say(letter, "help", contact=reach(letter.contact)),)
    signed = (clean(letter.contact.name), clean(sender.school))
    yield (_say(letter, "bye"), *(line for line in signed if line))


def _revised(letter: ResultLetter) -> Iterator[tuple[str, ...]]:
    found = revision_of(letter.exam)
    if found is not None:
        reason = clean(text_at(found.record, "reason"))
        yield (_say(letter, "revised", reason=reason),)


def _terms(letter: ResultLetter) -> Iterator[tuple[str, ...]]:
    """Yield the appeal clause: two weeks, four weeks after that, two once more."""
    lodge = letter.told + LODGE
    decide = lodge + DECIDE
    yield (
        _say(
            letter, "appeal", lodge=_day(letter, lodge), told=_day(letter, letter.told)
        ),
    )
    longer = _day(letter, decide + LONGER)
    yield (_say(letter, "decide", decide=_day(letter, decide), longer=longer),)


def _day(letter: ResultLetter, day: date) -> str:
    return day_of(day.isoformat(), letter.language)


def _number(letter: ResultLetter) -> str:
    return text_at(letter.exam.document("exam"), "number")


def _say(letter: ResultLetter, sentence: str, /, **filled: str) -> str:
    text = RESULT_LETTER[sentence].in_language(letter.language)
    return text.format(**filled) if filled else text
