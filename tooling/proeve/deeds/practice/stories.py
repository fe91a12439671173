"""How exams go, as tables: scenes with the working days between them.

The first twenty-four stories together show every step and every way back and aside; a
larger school has more of the ordinary ones. A story says what it is there to show.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from proeve.deeds.practice.cues import Cue, Scene
from proeve.process.vocabulary import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """How one exam goes.

    `shows` names situations a reader can look for; `rest` is how many working days ago
    the last scene was at least; `follows` is the story that a resit comes after.
    """

    name: str
    shows: frozenset[str]
    cues: tuple[Cue, ...]
    outcome: Outcome = Outcome.PASSED
    rest: int = 0
    over: bool = False
    follows: str | None = None

    @property
    def length(self) -> int:
        """The working days from the first scene to the last."""
        return sum(gap for _, gap in self.cues)

    def has(self, scene: Scene) -> bool:
        """Tell whether a scene is played in this story."""
        return any(each is scene for each, _ in self.cues)


_CREATED: tuple[Cue, ...] = ((Scene.CREATE, 0),)
_WRITTEN = (*_CREATED, (Scene.SUPERVISOR_WRITES, 3), (Scene.STUDENT_WRITES, 1))
_AGREEING: tuple[Cue, ...] = (
    (Scene.CONTACT_AGREES, 1),
    (Scene.STUDENT_AGREES, 1),
    (Scene.SUPERVISOR_AGREES, 2),
)
_REAGREEING: tuple[Cue, ...] = (
    (Scene.CONTACT_REWRITES, 2),
    (Scene.SUPERVISOR_AGREES, 1),
    (Scene.STUDENT_AGREES, 1),
)
_AGREED = (*_WRITTEN, *_AGREEING)
_ESTABLISHED = (*_AGREED, (Scene.ESTABLISH, 4))
_SCHEDULED = (*_ESTABLISHED, (Scene.SCHEDULE, 2))
_WORKED: tuple[Cue, ...] = (
    (Scene.REPORT_DAYS, 7),
    (Scene.REPORT_END, 3),
    (Scene.SUPERVISOR_CONFIRMS, 1),
)
_EXECUTED = (*_SCHEDULED, *_WORKED)
_HANDED_IN = (*_EXECUTED, (Scene.HAND_IN, 2))
_CHECKING: tuple[Cue, ...] = ((Scene.CHECK, 2), (Scene.CONFIRM_CHECK, 1))
_CHECKED = (*_HANDED_IN, *_CHECKING)
_ASSESSING: tuple[Cue, ...] = (
    (Scene.SEAL_SECOND, 1),
    (Scene.SEAL_FIRST, 1),
    (Scene.UNSEAL, 1),
)
_OPENED = (*_CHECKED, *_ASSESSING)
_CONCLUDING: tuple[Cue, ...] = (
    (Scene.AGREE_SECOND, 1),
    (Scene.AGREE_FIRST, 0),
    (Scene.FINAL, 0),
)
_CONCLUDED = (*_OPENED, *_CONCLUDING)
_TOLD: tuple[Cue, ...] = ((Scene.RESULT, 6), (Scene.NOTICE, 1))
_ESTABLISHED_RESULT = (*_CONCLUDED, *_TOLD)
_FOLLOWED: tuple[Cue, ...] = ((Scene.FOLLOW_UP, 5),)
_ARCHIVED: tuple[Cue, ...] = ((Scene.ARCHIVE, 20),)
_STOPPED: tuple[Cue, ...] = (
    *_SCHEDULED,
    (Scene.REPORT_DAYS, 7),
    (Scene.STOP, 0),
    (Scene.REPORT_END, 1),
    (Scene.SUPERVISOR_CONFIRMS, 1),
    (Scene.FINAL, 2),
    *_TOLD,
)


def _story(
    name: str,
    shows: str,
    cues: Iterable[Cue],
    outcome: Outcome = Outcome.PASSED,
    **more: int | str,
) -> Story:
    follows = more.get("follows")
    return Story(
        name=name,
        shows=frozenset(shows.split()),
        cues=tuple(cues),
        outcome=outcome,
        rest=int(more.get("rest", 0)),
        over=bool(more.get("over", 0)),
        follows=str(follows) if follows else None,
    )


_NOT_PASSED = Outcome.NOT_PASSED

STORIES: tuple[Story, ...] = (
    _story("incomplete", "step-1 parts-open", ((Scene.OPEN, 0),)),
    _story(
        "waits-for-student",
        "step-2 waiting",
        (*_WRITTEN, (Scene.CONTACT_AGREES, 1), (Scene.SUPERVISOR_AGREES, 1)),
        rest=3,
    ),
    _story(
        "refused",
        "step-2 refused",
        (*_WRITTEN, (Scene.CONTACT_AGREES, 1), (Scene.STUDENT_REFUSES, 1)),
    ),
    _story(
        "failed",
        "not-passed follow-up archived",
        (*_ESTABLISHED_RESULT, *_FOLLOWED, *_ARCHIVED),
        _NOT_PASSED,
        over=1,
    ),
    _story(
        "resit",
        "resit carried-over step-12 archive-open notice",
        _ESTABLISHED_RESULT,
        follows="failed",
    ),
    _story(
        "assignment-returned",
        "step-2 returned-to-acquire",
        (*_AGREED, (Scene.RETURN_ASSIGNMENT, 3)),
    ),
    _story(
        "agreed-again",
        "step-3 returned-and-agreed-again",
        (*_AGREED, (Scene.RETURN_ASSIGNMENT, 3), *_REAGREEING),
    ),
    _story(
        "established",
        "step-4 exemption",
        (
            (Scene.OPEN, 0),
            (Scene.EXEMPT, 2),
            (Scene.COMPLETE, 1),
            (Scene.SUPERVISOR_WRITES, 3),
            (Scene.STUDENT_WRITES, 1),
            *_AGREEING,
            (Scene.ESTABLISH, 4),
        ),
    ),
    _story(
        "paused",
        "step-5 paused appointment-moved",
        (
            *_SCHEDULED,
            (Scene.RESCHEDULE, 3),
            (Scene.REPORT_DAYS, 7),
            (Scene.PAUSE, 1),
        ),
    ),
    _story(
        "extended",
        "step-5 request extended",
        (
            *_SCHEDULED,
            (Scene.REQUEST, 3),
            (Scene.EXTEND, 2),
            (Scene.REPORT_DAYS, 9),
            (Scene.REPORT_END, 3),
        ),
    ),
    _story(
        "continued-without",
        "step-6 appointment-skipped continued-without overdue",
        (
            *_ESTABLISHED,
            (Scene.REPORT_DAYS, 9),
            (Scene.REPORT_END, 3),
            (Scene.CONTINUE_WITHOUT, 8),
        ),
        rest=18,
    ),
    _story(
        "evidence-returned",
        "step-6 returned-to-evidence early-start",
        (
            *_SCHEDULED,
            (Scene.REPORT_EARLY_DAYS, 2),
            (Scene.REPORT_END, 3),
            (Scene.SUPERVISOR_CONFIRMS, 1),
            (Scene.HAND_IN, 2),
            (Scene.ACCEPT_EARLY_START, 2),
            (Scene.RETURN_EVIDENCE, 2),
        ),
    ),
    _story(
        "late",
        "step-7 late",
        (*_EXECUTED, (Scene.HAND_IN, 16), (Scene.ACCEPT_LATE, 3), (Scene.CHECK, 2)),
    ),
    _story(
        "substituted",
        "step-8 substituted untimed one-seal",
        (
            *_HANDED_IN,
            (Scene.ACCEPT_UNTIMED, 1),
            *_CHECKING,
            (Scene.SUBSTITUTE, 1),
            (Scene.SEAL_SECOND, 1),
            (Scene.RATIFY, 2),
        ),
    ),
    _story(
        "consensus-open", "step-9 opened", (*_OPENED, (Scene.AGREE_SECOND, 1)), rest=2
    ),
    _story(
        "disputed",
        "step-9 disputed third-assessor",
        (
            *_OPENED,
            (Scene.DISPUTE, 2),
            (Scene.SEAL_THIRD, 6),
            (Scene.UNSEAL_THIRD, 1),
        ),
    ),
    _story(
        "consensus-returned",
        "step-9 returned-to-consensus",
        (*_CONCLUDED, (Scene.RETURN_CONSENSUS, 4)),
    ),
    _story(
        "result-open",
        "step-10 irregularity overruled refused-withdrawn",
        (
            *_WRITTEN,
            (Scene.CONTACT_AGREES, 1),
            (Scene.STUDENT_REFUSES, 1),
            (Scene.STUDENT_RECONSIDERS, 2),
            (Scene.STUDENT_AGREES, 0),
            (Scene.SUPERVISOR_AGREES, 1),
            (Scene.ESTABLISH, 4),
            (Scene.SCHEDULE, 2),
            *_WORKED,
            (Scene.HAND_IN, 2),
            *_CHECKING,
            *_ASSESSING,
            (Scene.AGREE_SECOND, 1),
            (Scene.AGREE_FIRST, 0),
            (Scene.IRREGULARITY, 2),
            (Scene.OVERRULE, 0),
            (Scene.FINAL, 1),
        ),
    ),
    _story("stopped", "step-11 stopped not-passed notice", _STOPPED, _NOT_PASSED),
    _story(
        "archived",
        "archived passed complaint retention",
        (
            *_ESTABLISHED_RESULT,
            (Scene.COMPLAINT, 3),
            *_ARCHIVED,
            (Scene.RETAIN, 6),
        ),
        over=1,
    ),
    _story(
        "revised",
        "revised reconsideration archived",
        (
            *_ESTABLISHED_RESULT,
            (Scene.RECONSIDERATION, 4),
            (Scene.REVISE, 5),
            (Scene.NOTICE, 1),
            *_ARCHIVED,
        ),
        _NOT_PASSED,
        over=1,
    ),
    _story(
        "withdrawn",
        "withdrawn resumed archived",
        (
            *_SCHEDULED,
            (Scene.REPORT_DAYS, 7),
            (Scene.PAUSE, 1),
            (Scene.RESUME, 15),
            (Scene.WITHDRAW, 8),
            (Scene.ARCHIVE, 5),
        ),
        over=1,
    ),
    _story(
        "annulled",
        "annulled archived",
        (*_CREATED, (Scene.ANNUL, 2), (Scene.ARCHIVE, 5)),
        over=1,
    ),
    _story(
        "appealed",
        "appeal-annulled passed step-12",
        (
            *_ESTABLISHED_RESULT,
            (Scene.APPEAL, 12),
            *_CONCLUDING,
            *_TOLD,
        ),
        _NOT_PASSED,
    ),
    _story("late-waiting", "step-7 late-waiting", (*_EXECUTED, (Scene.HAND_IN, 16))),
)
"""The stories in the order in which a school gets them."""

LESSON = _story("lesson", "", ())
"""The exam that a person walks; nothing of it happens before they begin."""

_PLAIN = _story("plain", "archived passed", (*_ESTABLISHED_RESULT, *_ARCHIVED), over=1)
_ON_THE_WAY = tuple(
    _story(f"up-to-{name}", f"{name} on-the-way", cues)
    for name, cues in (
        ("step-3", _AGREED),
        ("step-5", _SCHEDULED),
        ("step-7", _HANDED_IN),
        ("step-8", (*_CHECKED, *_ASSESSING[:2])),
        ("step-12", _ESTABLISHED_RESULT),
    )
)
_BY_NAME: Mapping[str, Story] = {story.name: story for story in STORIES}
_PAIRED = frozenset({"failed", "resit"})
_COMMON = (*(_PLAIN,) * 12, *_ON_THE_WAY, *_ON_THE_WAY)
_RARE = tuple(story for story in STORIES if story.name not in _PAIRED)


def cast_stories(count: int, draws: Random) -> tuple[Story, ...]:
    """Return as many stories as there are exams, a resit right after its failure."""
    told = list(STORIES[:count])
    while len(told) < count:
        if told[-1].name == "failed":
            told.append(_BY_NAME["resit"])
        else:
            told.append(_drawn(draws))
    return tuple(told)


def _drawn(draws: Random) -> Story:
    """Return a story for one more exam: mostly a plain one, now and then a rare one."""
    lot = draws.random()
    if lot < 0.06:  # noqa: PLR2004 - about one in sixteen fails
        return _BY_NAME["failed"]
    return draws.choice(_RARE if lot < 0.3 else _COMMON)  # noqa: PLR2004
