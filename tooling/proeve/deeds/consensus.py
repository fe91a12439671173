"""One judgement together: both forms side by side, where they differ first."""

from collections.abc import Iterator, Mapping

from proeve.deeds.clone import Clone
from proeve.deeds.forms.choosing import choices_in
from proeve.deeds.forms.form import Filled, Guided
from proeve.deeds.forms.questions import Guide, Hint, Pointer
from proeve.deeds.judging_forms import criteria_of, rating_hint, rules_of
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Turn, Work, document_deed, turn_of
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.model.records import Record, record_at, text_at, value_at
from proeve.process.vocabulary import Part, RowId
from proeve.rules.passing.forms import ASSESSORS
from proeve.words.labels import label
from proeve.words.say import Language

_PATH = "consensus.yml"


def guide(clone: Clone, person: str, work: Work, language: Language) -> Guide:
    """Return the consensus: the criteria on which they differ, then the others."""
    turn = turn_of(clone, person, work, RowId.CONSENSUS)
    exam, state = turn.exam, clone.state
    judged = criteria_of(exam, state, None)
    ratings = {one.id: own_ratings(exam, one.id) for one in judged}
    names = sorted(ratings, key=lambda each: not _differ(ratings[each]))
    known: dict[Pointer, Data] = {
        ("items", name, stem): value
        for name, own in ratings.items()
        for stem, value in own.items()
    }
    absent = {
        ("items", name, stem) for name in names for stem in ASSESSORS
    } - known.keys()
    place = text_at(exam.document("exam"), "place")
    usual: dict[str, Data] = {"talk": {"date": work.today, "place": place}}
    return Guide(
        kind="consensus",
        language=language,
        known={("by",): [part.value for part in _parts(exam)], **known},
        left=frozenset(absent),
        offered=exam.document("consensus") or usual,
        choices=choices_in(exam, state, language),
        hints=_hints(turn, state, ratings, language),
        keys={("items",): tuple(names)},
        shown=tuple(side_by_side(exam, state, language)),
    )


def _parts(exam: ExamState) -> Iterator[Part]:
    for stem, part in ASSESSORS.items():
        if f"forms/{stem}.yml" in exam.files:
            yield part


def own_ratings(exam: ExamState, criterion: str) -> dict[str, Data]:
    """Return what each assessor rated a criterion, by the stem of their form."""
    found: dict[str, Data] = {}
    for stem in ASSESSORS:
        form = exam.documents.get(f"forms/{stem}.yml")
        value = value_at(form, "ratings", criterion, "rating")
        if value is not None:
            found[stem] = value
    return found


def _differ(own: Mapping[str, Data]) -> bool:
    return len(set(map(str, own.values()))) > 1


def side_by_side(exam: ExamState, state: State, language: Language) -> Iterator[str]:
    """Yield both judgements, criterion by criterion; `!` marks a difference."""
    judged = criteria_of(exam, state, None)
    parts = [label(part, language) for part in _parts(exam)]
    yield " / ".join(parts)
    for one in sorted(judged, key=lambda each: not _differ(own_ratings(exam, each.id))):
        own = own_ratings(exam, one.id)
        sign = "!" if _differ(own) else " "
        said = " / ".join(str(value) for value in own.values())
        yield f"{sign} {one.id} {one.text.in_language(language)}: {said}"


def _hints(
    turn: Turn,
    state: State,
    ratings: Mapping[str, Mapping[str, Data]],
    language: Language,
) -> dict[Pointer, Hint]:
    exam, rules = turn.exam, rules_of(turn.exam, state)
    found: dict[Pointer, Hint] = {}
    for one in criteria_of(exam, state, None):
        own = ratings[one.id]
        usual = rating_hint(rules, one, language)
        agreed = value_at(exam.document("consensus"), "items", one.id, "agreed")
        alike = None if _differ(own) else next(iter(own.values()), None)
        found["items", one.id, "agreed"] = Hint(
            title=usual.title,
            beside=(*usual.beside, *_beside(exam, one.id, language)),
            ask=usual.ask,
            choices=usual.choices,
            offered=alike if agreed is None else agreed,
            least=usual.least,
            most=usual.most,
        )
        found["items", one.id, "reason"] = Hint(when=reasoned, required=True)
    return found


def _beside(exam: ExamState, criterion: str, language: Language) -> Iterator[str]:
    """Yield what each assessor rated, with the note that they made."""
    for stem, part in ASSESSORS.items():
        form = exam.documents.get(f"forms/{stem}.yml")
        own = record_at(form, "ratings", criterion)
        if own:
            note = text_at(own, "note")
            more = f" ({note})" if note else ""
            yield f"{label(part, language)}: {own.get('rating')}{more}"


def reasoned(item: Record) -> bool:
    """Tell whether a criterion needs a reason: somebody judged it otherwise."""
    own = {str(item[stem]) for stem in ASSESSORS if stem in item}
    return bool(own - {str(item.get("agreed"))})


def deed(clone: Clone, person: str, work: Work, data: Filled) -> Deed:
    """Return the consensus as filled in."""
    turn = turn_of(clone, person, work, RowId.CONSENSUS)
    return document_deed(turn, person, {_PATH: data})


FORM = Guided(guide, deed)
