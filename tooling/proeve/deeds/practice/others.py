"""The others of a lesson: whoever is awaited and is not the learner does their deed.

What is to be done follows from where the exam stands, never from a script, since a
learner goes their own way. A deed that the judge would refuse is not done; whoever is
awaited for it is told of instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from proeve.deeds.approve import Agreeing, approve
from proeve.deeds.clone import Clone, Plan, do_all, rehearse
from proeve.deeds.making import UnlawfulError
from proeve.deeds.practice import aside, closing, preparation, today
from proeve.deeds.practice.assessment import agree_second as write_consensus
from proeve.deeds.practice.assessment import final, result, seal_first, seal_second
from proeve.deeds.practice.cast import Persona
from proeve.deeds.practice.days import dutch_day
from proeve.deeds.practice.execution import check
from proeve.deeds.practice.lesson import Cast, learner
from proeve.deeds.practice.play import Play, Stage
from proeve.deeds.practice.scenes import Scripted
from proeve.deeds.practice.storing import fill, store_of
from proeve.deeds.signing import Moment
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work
from proeve.deeds.unseal import Openers, unseal
from proeve.errors import UsageError
from proeve.model.records import text_at
from proeve.model.verdict import ExamVerdict
from proeve.process.decisions import DecisionKind
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Action, Approver, Part, Role, RowId
from proeve.rules.status import exam_verdict
from proeve.sealing import opening_key
from proeve.sight.tasks import Task, What, tasks_of

_MOST = 40
"""More deeds in a row than an exam has steps: somebody would be going round."""

_WRITERS: Mapping[RowId, tuple[frozenset[Approver], Scripted]] = {
    RowId.ESTABLISH: (frozenset({Role.EXAM_COMMITTEE}), preparation.establish),
    RowId.APPOINTMENT: (frozenset({Part.SCHOOL_CONTACT}), preparation.schedule),
    RowId.EXECUTION: (frozenset({Part.STUDENT}), today.report),
    RowId.EVIDENCE: (frozenset({Part.STUDENT}), today.hand_in),
    RowId.EVIDENCE_CHECK: (frozenset({Part.SECOND_ASSESSOR}), check),
    RowId.SEAL_FIRST: (frozenset({Part.FIRST_ASSESSOR}), seal_first),
    RowId.SEAL_SECOND: (frozenset({Part.SECOND_ASSESSOR}), seal_second),
    RowId.CONSENSUS: (frozenset({Part.SECOND_ASSESSOR}), write_consensus),
    RowId.FINAL: (frozenset({Part.FIRST_ASSESSOR}), final),
    RowId.RESULT: (frozenset({Role.EXAM_COMMITTEE}), result),
    RowId.FOLLOW_UP: (frozenset({Role.EXAM_COMMITTEE}), closing.follow_up),
    RowId.ARCHIVE: (frozenset({Role.ADMIN}), closing.archive),
}
"""Of each row who writes its document, and how; the others approve what stands."""

_DECISIONS: Mapping[What, Scripted] = {
    DecisionKind.NOTICE: aside.notice,
    DecisionKind.RATIFICATION: aside.ratify,
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson under way: who is in the school, whose part is learnt, in which exam."""

    cast: Cast
    role: Role

    @property
    def play(self) -> Play:
        """The exam that is walked."""
        return self.cast.plays[0]

    @property
    def me(self) -> Persona:
        """Whose part the learner has."""
        return learner(self.play, self.cast.school.office, self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a lesson stands: what the others did, and what waits for whom now.

    `mine` waits for the learner, `stuck` for somebody whom the tool cannot play here.
    """

    clone: Clone
    done: tuple[Deed, ...]
    mine: tuple[Task, ...]
    stuck: tuple[Task, ...]
    opened: bool
    over: bool


def go_on(lesson: Lesson, clone: Clone, at: Moment) -> Standing:
    """Do the deeds of all others until only the learner is awaited."""
    done: list[Deed] = []
    while len(done) < _MOST:
        found = next(_lawful(lesson, clone, at), None)
        if found is None:
            break
        persona, deed = found
        if deed.stored:
            store = store_of(clone.record("school.yml"), clone.folder)
            fill(store, deed.stored)
        clone = do_all(clone, (deed,), persona.signer, at)
        done.append(deed)
    return _standing(lesson, clone, at, tuple(done))


def _standing(
    lesson: Lesson, clone: Clone, at: Moment, done: tuple[Deed, ...]
) -> Standing:
    found = _verdict(_placed(lesson.play, clone), clone, at)
    tasks = tuple(tasks_of(found)) if found else ()
    mine = tuple(task for task in tasks if lesson.me.id in task.people)
    rest = (task for task in tasks if task not in mine and not task.optional)
    waits = {task.what for task in mine}
    return Standing(
        clone=clone,
        done=done,
        mine=mine,
        stuck=tuple(task for task in rest if task.what not in waits),
        opened=found is not None,
        over=found is not None and found.current is None and not tasks,
    )


def _lawful(lesson: Lesson, clone: Clone, at: Moment) -> Iterator[tuple[Persona, Deed]]:
    """Yield what others can do now, as far as the judge allows it."""
    for persona, deed in _possible(lesson, clone, at):
        try:
            rehearse(clone, (_as_stated(deed),), persona.signer, at)
        except (UnlawfulError, UsageError):
            continue
        yield persona, deed


def _as_stated(deed: Deed) -> Plan:
    return lambda _clone, _person: deed


def _possible(
    lesson: Lesson, clone: Clone, at: Moment
) -> Iterator[tuple[Persona, Deed]]:
    """Yield each deed that somebody who is not the learner is awaited for."""
    play = _placed(lesson.play, clone)
    stage = stage_of(lesson, clone, at)
    people = {each.id: each for each in lesson.cast.people()}
    found = _verdict(play, clone, at)
    if found is None:
        if lesson.me.id != play.players.contact.id:
            yield play.players.contact, own(preparation.create(play, stage))
        return
    if _sent_back(play, stage) and lesson.me.id != play.players.contact.id:
        yield play.players.contact, own(preparation.contact_rewrites(play, stage))
    tasks = tuple(tasks_of(found))
    told = all(task.what is not DecisionKind.NOTICE for task in tasks)
    for task in tasks:
        # Nobody closes a dossier of which the student was not told the result.
        early = task.what is RowId.ARCHIVE and not told
        if not early and not _left_to_me(task, tasks, lesson.me.id):
            for who in people.keys() & set(task.people) - {lesson.me.id}:
                deed = _deed(play, stage, clone, task, people[who])
                if deed is not None and deed.actor == who:
                    yield people[who], deed


def _left_to_me(task: Task, tasks: tuple[Task, ...], me: str) -> bool:
    """Tell whether the learner may do this; what any of several may do is theirs."""
    row = MEI_12.rows.get(task.what) if isinstance(task.what, RowId) else None
    shared = row is not None and any(len(each) > 1 for each in row.approvers)
    return any(
        me in each.people and (each is task or shared)
        for each in tasks
        if each.what == task.what
    )


def _deed(
    play: Play, stage: Stage, clone: Clone, task: Task, persona: Persona
) -> Deed | None:
    """Return what somebody does about a task; None where it is not theirs to begin."""
    if not isinstance(task.what, RowId):
        said = _DECISIONS.get(task.what)
        return own(said(play, stage)) if said else None
    row, exam = MEI_12.rows[task.what], stage.exam(play)
    work = Work(exam=play.folder, today=stage.today)
    if row.action is Action.UNSEAL:
        return unseal(clone, persona.id, work, Openers(identities=(stage.identity,)))
    if task.refused is not None:
        return None
    if row.action is Action.APPROVE and row.writes[0] in exam.files:
        return _agreed(clone, persona, work, row.id)
    hats, said = _WRITERS.get(row.id, (frozenset[Approver](), None))
    return own(said(play, stage)) if said and task.hat in hats else None


def _sent_back(play: Play, stage: Stage) -> bool:
    """Tell whether the assignment was refused or returned, and reads as it did."""
    exam = stage.exam(play)
    refused = bool(exam.row(RowId.ACQUIRE).refused)
    returned = any(each.kind is DecisionKind.RETURN for each in exam.decisions)
    return (refused or returned) and not stage.written(play, "assignment.yml").get(
        "deviations"
    )


def _agreed(clone: Clone, persona: Persona, work: Work, row: RowId) -> Deed | None:
    try:
        return approve(clone, persona.id, work, Agreeing(row=row))
    except UsageError:
        return None


def own(deed: Deed) -> Deed:
    """Return a deed as its own author commits it: in a lesson everybody has a key."""
    if deed.action is not Action.LAND:
        return replace(deed, arrival=None)
    (word,) = deed.words
    return replace(
        deed,
        actor=word.person,
        role=word.role,
        action=word.action,
        words=(),
        arrival=None,
    )


def _placed(play: Play, clone: Clone) -> Play:
    """Return the play under the number that its exam got, whoever made it."""
    if clone.state.exam(play.folder) is not None:
        return play
    group = clone.state.groups.get(play.group.id)
    student = play.players.student.id
    for name, exam in sorted(group.exams.items()) if group else ():
        record = exam.document("exam")
        if text_at(record, "student") == student:
            return replace(play, number=name)
    return play


def _verdict(play: Play, clone: Clone, at: Moment) -> ExamVerdict | None:
    exam = clone.state.exam(play.folder)
    return exam_verdict(exam, clone.state.registry, at[0]) if exam else None


def stage_of(lesson: Lesson, clone: Clone, at: Moment) -> Stage:
    """Return the moment as a scene sees it, in the school as it stands."""
    school = lesson.cast.school
    return Stage(
        on=dutch_day(at[0]),
        at=at[0],
        state=clone.state,
        seed=school.seed,
        office=school.office,
        opening_key=opening_key(school.identity),
        identity=school.identity,
        repo=school.repo,
    )
