"""Scenes of steps 11 and 12: what follows when it is not passed, and the archive."""

from proeve.deeds.practice.assessment import conclusion_of
from proeve.deeds.practice.cast import COMMITTEE
from proeve.deeds.practice.days import plus
from proeve.deeds.practice.play import (
    Fields,
    Play,
    Stage,
    Voice,
    committee,
    done,
    papers,
)
from proeve.deeds.practice.ratings import failed_units
from proeve.deeds.stating import Deed
from proeve.process.vocabulary import Action, Role, RowId
from proeve.rules.rows import outcome_of
from proeve.words.labels_text import Label

_PROPOSAL = Label(
    "Herkansing van de onderdelen die niet behaald zijn, bij hetzelfde bedrijf.",
    "A resit of the units that were not passed, at the same company.",
)
_BASIS = Label("Selectielijst mbo en OER", "Selection list and exam regulations")
_RESIT_WITHIN = 60
_APPEAL = 10


def follow_up(play: Play, stage: Stage) -> Deed:
    """Decide on a resit, as the contact person proposes."""
    units = failed_units(conclusion_of(play, stage))
    data: Fields = {
        "proposal": {"by": play.players.contact.id, "note": play.say(_PROPOSAL)},
        "committee": COMMITTEE,
        "by": stage.office.committee[0].id,
        "decision": "resit",
        "resit": {
            "units": list(units or play.instrument.units()),
            "before": plus(stage.on, _RESIT_WITHIN).isoformat(),
            "company": play.players.company.id,
        },
        "appeal_until": plus(stage.on, _APPEAL).isoformat(),
    }
    files = papers(play, follow_up=data)
    return done(play, committee(stage), Action.APPROVE, RowId.FOLLOW_UP, files)


def archive(play: Play, stage: Stage) -> Deed:
    """Close the dossier: every file with its digest, and how long it is kept."""
    exam = stage.exam(play)
    outcome = outcome_of(exam, stage.state.registry)
    data: Fields = {
        "outcome": outcome.value if outcome else "withdrawn",
        "retention": {
            "class": "exam_work",
            "trigger": "diploma",
            "period": "P18M",
            "basis": play.say(_BASIS),
        },
        "by": stage.office.admin.id,
        "closed_on": stage.today,
        "files": {
            path: f"sha256:{fact.sha256}"
            for path, fact in sorted(exam.files.items())
            if not path.startswith("acts/")
        },
    }
    files = papers(play, archive=data)
    admin = Voice(stage.office.admin, Role.ADMIN)
    return done(play, admin, Action.APPROVE, RowId.ARCHIVE, files)
