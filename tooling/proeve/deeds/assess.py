"""Judging alone: one's own form, from the pinned instrument, as a draft (R15).

What comes out lies in no repository; `deeds.seal` closes it.
"""

from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.forms.choosing import choices_in, pieces
from proeve.deeds.forms.questions import Choice, Guide, Hint, Pointer
from proeve.deeds.judging_forms import criteria_of, evidence_for, rating_hint, rules_of
from proeve.deeds.turns import Turn, Work, only, turns
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.model.records import records_at, text_at
from proeve.process.vocabulary import Action, Part, RowId
from proeve.rules.passing.forms import ASSESSORS
from proeve.rules.rows import active, all_rows, done
from proeve.words.say import Language

NO_NONCE = "0" * 64
"""Stands in a draft where sealing puts its random number."""
_STEMS = {part: stem for stem, part in ASSESSORS.items()}


def own_part(clone: Clone, person: str, work: Work) -> tuple[Turn, str]:
    """Return somebody's turn to judge alone, and the stem of their form."""
    exam = exam_named(clone.state, work.exam)
    mine = [
        turn
        for row in all_rows(exam).values()
        if row.action is Action.SEAL and active(row, exam)
        for turn in turns(exam, clone.state, person, row, work.worn)
    ]
    if not mine:
        raise UsageError(
            f"{person} is geen beoordelaar in dit examen.",
            f"{person} is no assessor in this exam.",
        )
    turn = only(mine)
    if not done(RowId.ESTABLISH, exam, clone.state.registry):
        raise UsageError(
            "Een formulier is er pas als de opdracht is vastgesteld.",
            "There is no form before the assignment is established.",
        )
    if all_rows(exam)[turn.row.frozen_by[0]].writes[0] in exam.files:
        raise UsageError(
            "De beoordelingen zijn al geopend; een formulier verandert niet meer.",
            "The judgements were opened; a form does not change any more.",
        )
    return turn, stem_of(turn)


def stem_of(turn: Turn) -> str:
    """Return `first`, `second` or `third`."""
    return _STEMS[Part(turn.hat)]


def guide(clone: Clone, person: str, work: Work, language: Language) -> Guide:
    """Return this assessor's form: each criterion, with its descriptors beside it."""
    turn, stem = own_part(clone, person, work)
    exam, state = turn.exam, clone.state
    own = criteria_of(exam, state, Part(turn.hat))
    established = exam.document("establishment") or {}
    return Guide(
        kind="form",
        language=language,
        known={
            ("part",): stem,
            ("assessor",): person,
            ("nonce",): NO_NONCE,
            ("instrument",): established.get("instrument"),
        },
        left=frozenset({("paper",)}),
        choices=choices_in(exam, state, language),
        hints={
            ("seen_on",): Hint(choices=_days(exam), open=True),
            **_hints(turn, state, language),
        },
        keys={("ratings",): tuple(one.id for one in own)},
    )


def _days(exam: ExamState) -> tuple[Choice, ...]:
    days = records_at(exam.document("execution"), "days")
    return tuple(Choice(value=text_at(day, "date")) for day in days)


def _hints(turn: Turn, state: State, language: Language) -> dict[Pointer, Hint]:
    exam, rules = turn.exam, rules_of(turn.exam, state)
    titles = {each.value: each.label for each in pieces(exam)}
    found: dict[Pointer, Hint] = {}
    for one in criteria_of(exam, state, Part(turn.hat)):
        found["ratings", one.id, "rating"] = rating_hint(rules, one, language)
        shows: list[Data] = [*evidence_for(exam, rules, one)]
        found["ratings", one.id, "evidence"] = Hint(
            choices=tuple(
                Choice(value=name, label=titles.get(name, ""))
                for name in sorted(titles, key=lambda each: each not in shows)
                if isinstance(name, str)
            )
        )
    return found
