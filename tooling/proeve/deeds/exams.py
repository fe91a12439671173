"""Which exam is meant, and in which role somebody may speak there."""

from collections.abc import Iterator

from proeve.errors import UsageError
from proeve.model.exam import ExamState
from proeve.model.ledger import State
from proeve.model.records import text_at
from proeve.process.vocabulary import PART_ROLES, Approver, Part, Role
from proeve.rules.move import GRANT_ROLES


def exam_named(state: State, what: str) -> ExamState:
    """Return the exam of a number, a folder name, `group/exam` or a path."""
    name = what.strip().removeprefix("exams/").removeprefix("groups/").strip("/")
    group, _, last = name.rpartition("/")
    if group:
        whole = f"groups/{name}" if "/" not in group else ""
        found = [exam for exam in (whole and state.exam(whole),) if exam]
    else:
        found = [
            exam
            for each in state.groups.values()
            if (exam := each.exams.get(last.lower())) is not None
        ] or [
            exam
            for exam in state.exams()
            if text_at(exam.document("exam"), "number") == last.lower()
        ]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(
            f"Er zijn meer examens {what}; noem ook de groep.",
            f"There is more than one exam {what}; name the group too.",
        )
    raise UsageError(f"Er is geen examen {what}.", f"There is no exam {what}.")


def hats(state: State, exam: ExamState, person: str) -> Iterator[tuple[Approver, Role]]:
    """Yield each part and role of a person in an exam, with the role they sign in.

    Parts come first: what somebody does in an exam they do in their part.
    """
    name = exam.scope.removeprefix("groups/")
    for part, people in exam.parts.items():
        if person in people:
            yield from ((part, role) for role in _roles_in(state, exam, person, part))
    for role in sorted(GRANT_ROLES):
        if state.registry.holds(person, role, name):
            yield role, role


def _roles_in(state: State, exam: ExamState, person: str, part: Part) -> Iterator[Role]:
    name = exam.scope.removeprefix("groups/")
    for role in sorted(PART_ROLES[part]):
        if role is Role.STUDENT or state.registry.holds(person, role, name):
            yield role


def role_for(
    state: State,
    exam: ExamState,
    person: str,
    wanted: frozenset[Approver],
    worn: Role | None = None,
) -> Role:
    """Return the role in which a person may do what these hats may do.

    Raises UsageError when they wear none of them; with `worn` only that role counts.
    """
    for hat, role in hats(state, exam, person):
        if hat in wanted and worn in (None, role):
            return role
    raise UsageError(
        f"{person} heeft in {exam.id} geen rol die dit mag doen.",
        f"{person} has no role in {exam.id} that may do this.",
    )
