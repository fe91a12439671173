"""Reporting the work: days and hours, start and finish, interruptions."""

from proeve.deeds.clone import Clone
from proeve.deeds.forms.choosing import choices_in
from proeve.deeds.forms.form import Filled, Guided
from proeve.deeds.forms.questions import Guide, Hint
from proeve.deeds.showing import document_lines
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work, document_deed, turn_of
from proeve.model.document import Data
from proeve.model.records import Record, record_at, text_at
from proeve.process.vocabulary import RowId
from proeve.words.say import Language

_PATH = "execution.yml"
_RUNNING, _FINISHED = "running", "finished"


def guide(clone: Clone, person: str, work: Work, language: Language) -> Guide:
    """Return the report; what was reported earlier is offered day by day."""
    turn = turn_of(clone, person, work, RowId.EXECUTION)
    exam = turn.exam
    offered: dict[str, Data] = {"status": _FINISHED}
    schedule = record_at(exam.document("assignment"), "schedule")
    offered["days"] = [
        {
            "date": text_at(schedule, "from"),
            "hours": 8,
            "place": _place(exam.document("exam")),
        }
    ]
    return Guide(
        kind="execution",
        language=language,
        offered=exam.document("execution") or offered,
        choices=choices_in(exam, clone.state, language),
        hints={("finished",): Hint(when=_is_finished, required=True)},
        shown=tuple(document_lines(clone, exam, _PATH, language)),
    )


def _place(exam: Record | None) -> str:
    return text_at(exam, "place")


def _is_finished(report: Record) -> bool:
    return text_at(report, "status") == _FINISHED


def deed(clone: Clone, person: str, work: Work, data: Filled) -> Deed:
    """Return the report as filled in; work that still runs is not agreed with yet."""
    turn = turn_of(clone, person, work, RowId.EXECUTION)
    finished = _is_finished(data)
    return document_deed(turn, person, {_PATH: data}, agrees=finished)


FORM = Guided(guide, deed)
