"""A resit: a new exam, linked to the attempt before it, with what is judged anew."""

from collections.abc import Iterator
from dataclasses import dataclass

from proeve.deeds.carrying_over import resit_scope
from proeve.deeds.clone import Clone, Plan
from proeve.deeds.exams import exam_named
from proeve.deeds.judging_forms import rules_of
from proeve.deeds.numbering import free_numbers, last_serial
from proeve.deeds.registry import person_path
from proeve.deeds.stating import Deed, document
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.exam import ExamState
from proeve.model.instrument import Instrument
from proeve.model.ledger import State
from proeve.model.records import (
    Record,
    number_at,
    record_at,
    records_at,
    text_at,
    texts_at,
)
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Action, Outcome, Part, Role, RowId
from proeve.rules.dossier.checks import case_of
from proeve.rules.dossier.judging import derived
from proeve.rules.passing.scope import WHOLE, Scope
from proeve.rules.rows import done, not_needed, outcome_of
from proeve.words.labels import label

Fields = dict[str, Data]
_AGAIN = frozenset({Outcome.NOT_PASSED, Outcome.NOT_TAKEN, Outcome.DECLARED_INVALID})
_KEPT = (
    *("language", "type", "student", "place", "committee", "instrument"),
    "arrangements",
)
"""What a resit has in common with the attempt before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResitWish:
    """A resit as somebody asks for it; who is not named is as before."""

    exam: str
    year: int
    starts: str
    until: str
    first: str = ""
    second: str = ""
    company: str = ""
    supervisor: str = ""
    above: int = 0


def resitting(wish: ResitWish) -> Plan:
    """Return the plan that prepares a resit; raises UsageError where none can be."""

    def plan(clone: Clone, person: str) -> Deed:
        earlier = exam_named(clone.state, wish.exam)
        check_may_resit(clone, earlier)
        taken = clone.state.numbers
        after = max(wish.above, last_serial(wish.year, taken))
        number = next(free_numbers(wish.year, taken, after))
        scope = f"groups/{earlier.group}/{number}"
        parts = resit_parts(earlier, clone.state)
        exam = _exam(clone, wish, earlier, parts, number, person)
        work = _assignment(wish, earlier, parts, rules_of(earlier, clone.state))
        return Deed(
            scope=scope,
            actor=person,
            role=Role.SCHOOL_CONTACT,
            action=Action.APPROVE,
            row=RowId.CREATE,
            papers={
                "exam.yml": document(scope, "exam.yml", exam),
                "assignment.yml": document(scope, "assignment.yml", work),
            },
        )

    return plan


def check_may_resit(clone: Clone, earlier: ExamState) -> None:
    """Refuse a resit of what was passed, is not decided, or has a resit already."""
    registry = clone.state.registry
    outcome = outcome_of(earlier, registry)
    if outcome not in _AGAIN:
        nl = label(outcome, "nl") if outcome else "nog geen uitslag"
        en = label(outcome, "en") if outcome else "no result yet"
        raise UsageError(
            f"{earlier.id} is niet te herkansen: {nl}.",
            f"{earlier.id} cannot be resat: {en}.",
        )
    row, follow = RowId.FOLLOW_UP, earlier.document("follow-up")
    decided = done(row, earlier, registry) or not_needed(row, earlier, registry)
    if not decided or text_at(follow, "decision") == "none_wanted":
        raise UsageError(
            f"{earlier.id}: de examencommissie besluit eerst over het vervolg "
            "(`proeve follow-up`).",
            f"{earlier.id}: the exam committee first decides on the follow-up "
            "(`proeve follow-up`).",
        )
    _check_only(clone.state, earlier)
    _check_attempts(clone, earlier)


def reference_of(exam: ExamState) -> str:
    """Return how another exam refers to this one: `group/exam`."""
    return exam.scope.removeprefix("groups/")


def _check_only(state: State, earlier: ExamState) -> None:
    for exam in state.exams():
        named = text_at(exam.document("exam"), "resit_of", "exam")
        open_ = exam.closed is not DecisionKind.ANNULMENT
        if named == reference_of(earlier) and open_:
            raise UsageError(
                f"{earlier.id} heeft al een herkansing: {exam.id}.",
                f"{earlier.id} has a resit already: {exam.id}.",
            )


def _check_attempts(clone: Clone, earlier: ExamState) -> None:
    most = number_at(clone.record("school.yml"), "policy", "maximum_attempts")
    attempt = number_at(earlier.document("exam"), "attempt")
    if most and attempt >= most:
        raise UsageError(
            f"{earlier.id} was poging {attempt}; meer dan {most} staat het beleid van "
            "de school niet toe.",
            f"{earlier.id} was attempt {attempt}; the school's policy allows no more "
            f"than {most}.",
        )


def resit_parts(earlier: ExamState, state: State) -> Scope:
    """Return what is judged anew and what is carried over.

    That is what the committee named in the follow-up, or else all that did not pass.
    """
    rules = rules_of(earlier, state)
    found = derived(case_of(earlier, state))
    if found is None or found.outcome is None or rules.resit_unit == "exam":
        return WHOLE
    computed = resit_scope(rules, found, reference_of(earlier))
    named = texts_at(earlier.document("follow-up"), "resit", "units")
    if not named:
        return computed
    given = {
        unit: each
        for unit, each in computed.given.items()
        if not any(_overlap(unit, other) for other in named)
    }
    return Scope(units=frozenset(named), given=given)


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}-W") or other.startswith(f"{one}-W")


def _exam(  # noqa: PLR0913, PLR0917 - all that an exam follows from
    clone: Clone,
    wish: ResitWish,
    earlier: ExamState,
    parts: Scope,
    number: str,
    contact: str,
) -> Fields:
    record = earlier.document("exam") or {}
    data: Fields = {
        "schema": "proeve/exam/v1",
        "number": number,
        "process": MEI_12.version,
        **{name: record[name] for name in _KEPT if name in record},
        "school_contact": contact,
        "companies": [*_companies(wish, earlier)],
        "attempt": number_at(record, "attempt") + 1,
        "resit_of": {"exam": reference_of(earlier), "subject": earlier.subject},
    }
    for part, who in (
        (Part.FIRST_ASSESSOR, wish.first),
        (Part.SECOND_ASSESSOR, wish.second),
    ):
        data[part.value] = _seat(clone, earlier, part, who)
    if parts.units is not None:
        data["units"] = [*sorted(parts.units)]
        data["carried_over"] = [
            {"unit": unit, "rating": each.rating, "from": reference_of(earlier)}
            for unit, each in sorted(parts.given.items())
            if each.rating is not None
        ]
    return data


def _seat(clone: Clone, earlier: ExamState, part: Part, who: str) -> Data:
    """Return an assessor's seat: the earlier one, or of who was named."""
    before = record_at(earlier.document("exam"), part.value)
    if not who or who == text_at(before, "person"):
        return dict(before)
    known = clone.state.registry.people.get(who)
    if known is None:
        raise UsageError(
            f"{who} staat niet in het register.", f"{who} is not in the registry."
        )
    seat: Fields = {"person": who, "side": known.side}
    declared = records_at(clone.record(person_path(who)), "declarations")
    rules = rules_of(earlier, clone.state)
    fitting = [d for d in declared if set(texts_at(d, "crebo")) & set(rules.crebo)]
    return seat | ({"declaration": text_at(fitting[-1], "id")} if fitting else {})


def _companies(wish: ResitWish, earlier: ExamState) -> Iterator[Data]:
    """Yield the companies: as before, or the one named here or in the follow-up."""
    before = records_at(earlier.document("exam"), "companies")
    named = wish.company or text_at(earlier.document("follow-up"), "resit", "company")
    known = [each for each in before if text_at(each, "company") == named]
    if wish.supervisor or (named and not known):
        if not (named or before):
            return
        company = named or text_at(before[0], "company")
        seat: Fields = {"company": company, "part": "both"}
        yield seat | (
            {"workplace_supervisor": wish.supervisor} if wish.supervisor else {}
        )
        return
    for each in known or before:
        yield {name: each[name] for name in each if name not in ("from", "until")}


def _assignment(
    wish: ResitWish, earlier: ExamState, parts: Scope, rules: Instrument
) -> Fields:
    """Return the earlier assignment, with the evidence of what is judged anew."""
    record = dict(earlier.document("assignment") or {})
    asked = records_at(record, "required_evidence")
    wanted: list[Data] = [dict(each) for each in asked if _wanted(each, parts, rules)]
    schedule = record_at(record, "schedule")
    when: Fields = {"from": wish.starts, "until": wish.until}
    return record | {
        "deviations": [],
        "required_evidence": wanted,
        "schedule": {**schedule, **when},
    }


def _wanted(asked: Record, parts: Scope, rules: Instrument) -> bool:
    judged = {
        unit
        for task in rules.core_tasks
        for part in task.work_processes
        if parts.covers(task, part)
        for unit in (task.code, part.code)
    }
    units = texts_at(asked, "units")
    return not units or any(unit in judged for unit in units)
