"""Every word of the process has a label in both languages."""

from enum import StrEnum

import pytest

from proeve.model.findings import Severity
from proeve.model.ledger import Standing
from proeve.model.time import TimeBasis
from proeve.model.verdict import StepState
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import (
    Action,
    Level,
    Needed,
    Outcome,
    Part,
    Phase,
    Role,
    RowId,
    StepId,
)
from proeve.words.labels import label, meaning, official
from proeve.words.say import Language

VOCABULARIES: tuple[type[StrEnum], ...] = (
    Action,
    DecisionKind,
    Level,
    Needed,
    Outcome,
    Part,
    Phase,
    Role,
    RowId,
    Severity,
    Standing,
    StepId,
    StepState,
    TimeBasis,
)
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_member_has_a_label(
    vocabulary: type[StrEnum], language: Language
) -> None:
    assert all(label(member, language).strip() for member in vocabulary)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_no_two_members_share_a_label(
    vocabulary: type[StrEnum], language: Language
) -> None:
    labels = [label(member, language) for member in vocabulary]
    assert len(set(labels)) == len(labels)


def test_official_titles_are_those_of_the_seed() -> None:
    assert [official(step, "nl") for step in StepId] == [
        "Aanmaken opdracht PvB",
        "Verwerven opdracht PvB",
        "Vaststellen opdracht PvB",
        "Plannen van afspraak (optioneel)",
        "Uitvoering van de opdracht",
        "Verzamelen en uploaden van bewijsstukken",
        "Controleren van bewijsstukken",
        "Invullen van beoordelingsformulieren (individueel)",
        "Bereiken van consensus in beoordeling",
        "Vaststellen van de eindbeoordeling",
        "Vervolg indien examen niet is behaald",
        "Archivering",
    ]


def test_every_step_has_an_official_title_in_english() -> None:
    assert all(official(step, "en") for step in StepId)


def test_a_school_that_is_no_roc_has_its_own_words() -> None:
    assert label(Role.SCHOOL_CONTACT, "nl", roc=False) == "Contactpersoon school"
    assert label(Part.SCHOOL_CONTACT, "nl", roc=False) == "Contactpersoon school"
    assert label(Role.SCHOOL_ASSESSOR, "nl", roc=False) == "Schoolbeoordelaar"


def test_an_outcome_is_never_called_geslaagd() -> None:
    spoken = " ".join(label(outcome, "nl") for outcome in Outcome).lower()
    assert "geslaagd" not in spoken
    assert "gezakt" not in spoken


def test_the_receiver_is_never_called_notaris() -> None:
    assert label(Role.RECEIVER, "nl") == "Ontvangstdienst"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_says_what_it_means(language: Language) -> None:
    assert all(meaning(level, language).endswith(".") for level in Level)
