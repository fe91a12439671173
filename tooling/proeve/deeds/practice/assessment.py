"""Scenes of steps 8 to 10: each judges apart, sealed; then one judgement and result."""

from collections.abc import Mapping
from random import Random

from proeve.deeds.practice.cast import COMMITTEE
from proeve.deeds.practice.play import (
    Fields,
    Play,
    Stage,
    Voice,
    assessor,
    committee,
    done,
    papers,
)
from proeve.deeds.practice.ratings import is_enough, opinion, outcome_of
from proeve.deeds.practice.registry_papers import pin
from proeve.deeds.sealing_deeds import Seat, opened, sealed
from proeve.deeds.stating import Deed, Paper, document
from proeve.model.derivation import Derivation
from proeve.model.document import Data
from proeve.model.passing import Rating
from proeve.model.records import record_at, records_at, text_at
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import ASSESSORS, Action, Outcome, Part, RowId
from proeve.words.labels_text import Label

_STEMS = dict(zip(ASSESSORS, ("first", "second", "third"), strict=True))
_GOOD = (
    Label("Ging uit zichzelf goed.", "Went well without being told."),
    Label("Twee keer gezien, steeds netjes.", "Seen twice, tidy each time."),
    Label(
        "Kon uitleggen waarom het zo moet.", "Could explain why it is done this way."
    ),
    Label("Werkte rustig en veilig.", "Worked calmly and safely."),
)
_WEAK = (
    Label("Pas na een tweede vraag opgelost.", "Solved only after a second question."),
    Label("Had meer hulp nodig dan afgesproken.", "Needed more help than agreed."),
    Label("Niet gelukt binnen de tijd.", "Not done within the time."),
)
_REASONS = (
    Label(
        "Samen het bewijs nog eens bekeken; deze waardering past het best.",
        "Looked at the evidence together once more; this rating fits best.",
    ),
    Label(
        "In het eindgesprek goed uitgelegd.", "Explained well in the closing interview."
    ),
    Label(
        "Een van ons had dit deel niet zelf gezien.",
        "One of us had not seen this part in person.",
    ),
)
_REMARK = Label(
    "Rustig gewerkt en goed overlegd.", "Worked calmly and consulted others well."
)
_COUNTED = frozenset(
    {
        Outcome.PASSED,
        Outcome.NOT_PASSED,
        Outcome.NOT_TAKEN,
        Outcome.DECLARED_INVALID,
    }
)


def seal_first(play: Play, stage: Stage) -> Deed:
    """Seal the first assessor's form."""
    return _sealed(play, stage, Part.FIRST_ASSESSOR, RowId.SEAL_FIRST)


def seal_second(play: Play, stage: Stage) -> Deed:
    """Seal the second assessor's form."""
    return _sealed(play, stage, Part.SECOND_ASSESSOR, RowId.SEAL_SECOND)


def seal_third(play: Play, stage: Stage) -> Deed:
    """Seal the form of the third assessor, who was asked after a dispute."""
    return _sealed(play, stage, Part.THIRD_ASSESSOR, RowId.SEAL_THIRD)


def open_both(play: Play, stage: Stage) -> Deed:
    """Open both forms in one commit, with the committee's opening key."""
    files = _opened(play, stage, Part.FIRST_ASSESSOR)
    files |= _opened(play, stage, Part.SECOND_ASSESSOR)
    return done(play, committee(stage), Action.UNSEAL, RowId.UNSEAL, files)


def open_third(play: Play, stage: Stage) -> Deed:
    """Open the third form."""
    files = _opened(play, stage, Part.THIRD_ASSESSOR)
    return done(play, committee(stage), Action.UNSEAL, RowId.UNSEAL_THIRD, files)


def agree_second(play: Play, stage: Stage) -> Deed:
    """Write the consensus and approve it as the second assessor."""
    voice = assessor(play, stage, Part.SECOND_ASSESSOR)
    files = papers(play, consensus=_consensus(play, stage))
    return done(play, voice, Action.APPROVE, RowId.CONSENSUS, files)


def agree_first(play: Play, stage: Stage) -> Deed:
    """Approve the consensus as the first assessor."""
    voice = assessor(play, stage, Part.FIRST_ASSESSOR)
    return done(play, voice, Action.APPROVE, RowId.CONSENSUS)


def final(play: Play, stage: Stage) -> Deed:
    """Write the final assessment as the rule computes it, or as a decision says."""
    voice = assessor(play, stage, Part.FIRST_ASSESSOR)
    data = _conclusion(play, stage, voice)
    files = papers(play, final_assessment=data)
    return done(play, voice, Action.APPROVE, RowId.FINAL, files)


def result(play: Play, stage: Stage) -> Deed:
    """Establish the result for the committee."""
    found = stage.written(play, "final-assessment.yml")
    outcome = Outcome(text_at(found, "outcome"))
    data: Fields = {
        "committee": COMMITTEE,
        "by": stage.office.committee[0].id,
        "present": [each.id for each in stage.office.committee[:3]],
        "outcome": outcome.value,
        "core_tasks": dict(record_at(found, "core_tasks")),
        "computed": found["computed"],
    }
    if "overrule" in found:
        data["overrule"] = found["overrule"]
    data |= {"counts_as_attempt": outcome in _COUNTED, "established_on": stage.today}
    files = papers(play, result=data)
    return done(play, committee(stage), Action.APPROVE, RowId.RESULT, files)


def conclusion_of(play: Play, stage: Stage) -> Derivation:
    """Return what the pass rule makes of the consensus as it stands."""
    items = record_at(stage.written(play, "consensus.yml"), "items")
    ratings: dict[str, Rating] = {}
    for criterion in items:
        agreed = record_at(items, criterion).get("agreed")
        if isinstance(agreed, str | int):
            ratings[criterion] = agreed
    return outcome_of(play.instrument, play.scope, ratings)


def _form(play: Play, stage: Stage, part: Part) -> tuple[str, Paper]:
    """Return an assessor's form; the same seed gives the same form again."""
    stem = _STEMS[part]
    persona = stage.assessor(play, part)
    draws = stage.draws(play, "form", stem, persona.id)
    own = opinion(play.instrument, play.agreed, part, draws)
    days = records_at(stage.written(play, "execution.yml"), "days")
    data: Fields = {
        "schema": "proeve/form/v1",
        "part": stem,
        "assessor": persona.id,
        "nonce": stage.seed.secret("nonce", play.number, stem, persona.id).hex(),
        "instrument": pin(play.group.pinned),
        "seen_on": [text_at(day, "date") for day in days[-2:]],
        "ratings": {
            criterion: _rating(play, criterion, rating, draws)
            for criterion, rating in own.items()
        },
        "remark": play.say(_REMARK),
    }
    path = f"forms/{stem}.yml"
    return path, document(play.folder, path, data)


def _rating(play: Play, criterion: str, rating: Rating, draws: Random) -> Fields:
    data: Fields = {"rating": rating}
    enough = is_enough(play.instrument, criterion, rating)
    note, lot = draws.choice(_GOOD if enough else _WEAK), draws.random()
    if lot < 0.3 or not enough:  # noqa: PLR2004 - what is not enough gets a note
        data["note"] = play.say(note)
    return data


def _sealed(play: Play, stage: Stage, part: Part, row: RowId) -> Deed:
    _, form = _form(play, stage, part)
    seat = _seat(play, stage, part)
    data = sealed(seat, form.content, [stage.opening_key])
    files = {seat.seal: document(play.folder, seat.seal, data)}
    return done(play, assessor(play, stage, part), Action.SEAL, row, files)


def _opened(play: Play, stage: Stage, part: Part) -> dict[str, Paper]:
    """Return the form that comes out of its box, as it was sealed."""
    path, form = _form(play, stage, part)
    seat = _seat(play, stage, part)
    if opened(seat, stage.written(play, seat.seal), [stage.identity]) != form.content:
        raise ValueError(f"{play.number}: another form came out of the box")
    return {path: form}


def _seat(play: Play, stage: Stage, part: Part) -> Seat:
    return Seat(
        repo=stage.repo,
        scope=play.folder,
        part=_STEMS[part],
        person=stage.assessor(play, part).id,
    )


def _consensus(play: Play, stage: Stage) -> Fields:
    draws = stage.draws(play, "consensus", str(len(stage.exam(play).decisions)))
    forms = {
        part: record_at(stage.written(play, f"forms/{stem}.yml"), "ratings")
        for part, stem in _STEMS.items()
        if f"forms/{stem}.yml" in stage.exam(play).documents
    }
    agreed = _agreed(play, stage)
    return {
        "by": [part.value for part in ASSESSORS if part in forms],
        "talk": {"date": stage.today, "place": "company"},
        "items": {
            criterion: _agreement(
                play, forms, criterion, rating, draws.choice(_REASONS)
            )
            for criterion, rating in agreed.items()
        },
    }


def _agreed(play: Play, stage: Stage) -> Mapping[str, Rating]:
    kinds = {decision.kind for decision in stage.exam(play).decisions}
    return play.reconsidered if DecisionKind.APPEAL in kinds else play.agreed


def _agreement(
    play: Play,
    forms: Mapping[Part, Mapping[str, Data]],
    criterion: str,
    rating: Rating,
    reason: Label,
) -> Fields:
    own: Fields = {}
    for part, ratings in forms.items():
        if criterion in ratings:
            own[_STEMS[part]] = record_at(ratings, criterion)["rating"]
    found: Fields = {**own, "agreed": rating}
    if any(value != rating for value in own.values()):
        found["reason"] = play.say(reason)
    return found


def _conclusion(play: Play, stage: Stage, voice: Voice) -> Fields:
    exam = stage.exam(play)
    if exam.stopped is not None:
        return {
            "by": voice.persona.id,
            "core_tasks": {},
            "outcome": Outcome.NOT_PASSED.value,
            "computed": Outcome.NOT_PASSED.value,
            "stop": exam.stopped,
        }
    found = conclusion_of(play, stage)
    computed = found.outcome or Outcome.NOT_PASSED
    data: Fields = {
        "by": voice.persona.id,
        "core_tasks": {
            code: rating
            for code, rating in found.core_tasks.items()
            if isinstance(rating, str | int)
        },
        "outcome": computed.value,
        "computed": computed.value,
    }
    for decision in exam.decisions:
        if decision.kind is DecisionKind.OVERRULE:
            data["outcome"] = text_at(decision.record, "outcome")
            data["overrule"] = decision.number
    return data
