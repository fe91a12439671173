"""Sentences of the findings about ratings and results under the pass rule."""

from proeve.words.say import Code, Say

_WHY_SCOPE_NL = "De uitslag gaat over elk onderdeel van het instrument. Elk onderdeel wordt dus beoordeeld, of is meegenomen uit een eerder examen, of is vrijgesteld; precies één van de drie."
_WHY_SCOPE_EN = "The result is about every unit of the instrument. So each unit is judged, or carried over from an earlier exam, or exempted; exactly one of the three."
_WHY_FORM_NL = "Een formulier heeft precies de criteria van het instrument dat vooraf is vastgesteld, voor deze beoordelaar en dit examen. Zo kan niemand achteraf een criterium weglaten of toevoegen."
_WHY_FORM_EN = "A form has exactly the criteria of the instrument that was established beforehand, for this assessor and this exam. So nobody can leave out or add a criterion afterwards."
_WHY_COMPUTED_NL = "De uitslag volgt uit de consensus door de cesuur van het instrument; iedereen kan dat narekenen. Een andere uitslag kan alleen met een besluit dat erbij staat."
_WHY_COMPUTED_EN = "The result follows from the consensus by the pass rule of the instrument, and everyone can do the sum again. Another result needs a decision that is named."

CODES: tuple[Code, ...] = (
    Code(
        "passing.assignment-type",
        nl=Say(
            "Dit instrument laat de soort opdracht {type} niet toe; wel {known}.",
            hint="De contactpersoon kiest een andere soort of een ander instrument.",
            why="De soort opdracht wordt voor het examen gekozen en blijft daarna gelijk. Het instrument is voor die soort gevalideerd.",
        ),
        en=Say(
            "This instrument does not allow the type of assignment {type}; it allows {known}.",
            hint="The contact person chooses another type or another instrument.",
            why="The type of assignment is chosen before the exam and stays as it is. The instrument was validated for that type.",
        ),
    ),
    Code(
        "passing.unit-unknown",
        nl=Say(
            "Het onderdeel {unit} komt in dit instrument niet voor.",
            hint="Noem een kerntaak, werkproces of criterium dat hier bestaat.",
            why=_WHY_SCOPE_NL,
        ),
        en=Say(
            "The unit {unit} does not exist in this instrument.",
            hint="Name a core task, work process or criterion that exists here.",
            why=_WHY_SCOPE_EN,
        ),
    ),
    Code(
        "passing.unit-twice",
        nl=Say(
            "Het onderdeel {unit} is hier al genoemd, zelf of als deel van een groter onderdeel.",
            hint="Laat elk onderdeel één keer staan.",
            why=_WHY_SCOPE_NL,
        ),
        en=Say(
            "The unit {unit} was named here already, itself or as part of a larger one.",
            hint="Leave each unit in one place.",
            why=_WHY_SCOPE_EN,
        ),
    ),
    Code(
        "passing.unit-left-out",
        nl=Say(
            "Het onderdeel {unit} wordt niet beoordeeld en is ook niet meegenomen of vrijgesteld.",
            hint="Zet het bij units, carried_over of exempted.",
            why=_WHY_SCOPE_NL,
        ),
        en=Say(
            "The unit {unit} is not judged and is not carried over or exempted either.",
            hint="Put it under units, carried_over or exempted.",
            why=_WHY_SCOPE_EN,
        ),
    ),
    Code(
        "passing.resit-too-small",
        nl=Say(
            "Het onderdeel {unit} kan niet apart worden herkanst; het kleinste is {smallest}.",
            hint="Herkans ten minste dat deel.",
            why="Het instrument zegt wat apart opnieuw mag; kleinere delen zijn los niet goed te beoordelen.",
        ),
        en=Say(
            "The unit {unit} cannot be resat alone; the smallest part is {smallest}.",
            hint="Resit at least that part.",
            why="The instrument says what may be done again apart; smaller parts cannot be judged well alone.",
        ),
    ),
    Code(
        "passing.carried-over-not-passed",
        nl=Say(
            "Onderdeel {unit} is meegenomen met {rating}, en dat is niet genoeg.",
            hint="Zet dit onderdeel bij units, zodat het opnieuw wordt beoordeeld.",
            why="Een herkansing neemt alleen mee wat gehaald is. Anders zou een niet gehaald cruciaal criterium stil verdwijnen.",
        ),
        en=Say(
            "Unit {unit} is carried over with {rating}, and that does not pass.",
            hint="Put this unit under units, so that it is judged again.",
            why="A resit carries over only what was passed. Otherwise a crucial criterion that was not met would vanish in silence.",
        ),
    ),
    Code(
        "passing.assessor-side",
        nl=Say(
            "De beoordelaar in de rol {part} komt van de kant {written}, en dit instrument vraagt {side}.",
            hint="De contactpersoon wisselt de beoordelaars of vraagt de examencommissie om een ontheffing.",
            why="Dit instrument verdeelt de criteria: de praktijk oordeelt over wat zij ziet, de school over documenten.",
        ),
        en=Say(
            "The assessor in the part {part} comes from the side {written}, and this instrument asks for {side}.",
            hint="The contact person swaps the assessors or asks the committee for a dispensation.",
            why="This instrument divides the criteria: practice judges what it sees, the school judges documents.",
        ),
    ),
    Code(
        "passing.criterion-missing",
        nl=Say(
            "Over criterium {criterion} staat hier geen oordeel.",
            hint="De beoordelaar vult dit criterium nog in.",
            why=_WHY_FORM_NL,
        ),
        en=Say(
            "There is no rating of criterion {criterion} here.",
            hint="The assessor still fills in this criterion.",
            why=_WHY_FORM_EN,
        ),
    ),
    Code(
        "passing.criterion-foreign",
        nl=Say(
            "Criterium {criterion} hoort niet in dit formulier.",
            hint="Haal dit criterium weg.",
            why=_WHY_FORM_NL,
        ),
        en=Say(
            "Criterion {criterion} does not belong in this form.",
            hint="Remove this criterion.",
            why=_WHY_FORM_EN,
        ),
    ),
    Code(
        "passing.rating-off-scale",
        nl=Say(
            "Het oordeel {rating} kan niet bij {unit}; de schaal heeft {known}.",
            hint="Kies een oordeel van de schaal.",
            why=_WHY_FORM_NL,
        ),
        en=Say(
            "The rating {rating} is not possible for {unit}; the scale has {known}.",
            hint="Choose a rating of the scale.",
            why=_WHY_FORM_EN,
        ),
    ),
    Code(
        "passing.reason-missing",
        nl=Say(
            "Bij criterium {criterion} ontbreekt de reden.",
            hint="Schrijf in één zin waarom.",
            why="Wie niet van toepassing kiest, of samen anders oordeelt dan apart, zegt waarom. Bij beroep kijkt men hoe het oordeel tot stand kwam.",
        ),
        en=Say(
            "The reason is missing for criterion {criterion}.",
            hint="Write in one sentence why.",
            why="Who chooses not applicable, or agrees on another rating than was given apart, says why. On appeal people look at how the judgement came about.",
        ),
    ),
    Code(
        "passing.rating-misquoted",
        nl=Say(
            "Bij criterium {criterion} staat {written} voor {part}, maar in dat formulier staat {own}.",
            hint="Neem het oordeel over zoals het in het formulier staat.",
            why="Ieders eigen oordeel blijft zichtbaar naast de consensus en wordt niet achteraf anders.",
        ),
        en=Say(
            "Criterion {criterion} has {written} for {part}, but that form has {own}.",
            hint="Copy the rating as it stands in the form.",
            why="What each assessor judged stays visible beside the consensus and does not change afterwards.",
        ),
    ),
    Code(
        "passing.result-without-ratings",
        nl=Say(
            "Er is nog geen uitslag te berekenen; dit ontbreekt: {missing}.",
            hint="De beoordelaars vullen eerst de consensus aan.",
            why="Een oordeel dat ontbreekt is geen onvoldoende. Pas als elk onderdeel een oordeel heeft, volgt er een uitslag.",
        ),
        en=Say(
            "No result can be computed yet; this is missing: {missing}.",
            hint="The assessors complete the consensus first.",
            why="A rating that is missing is not a fail. A result follows only when every unit has a rating.",
        ),
    ),
    Code(
        "passing.computed-differs",
        nl=Say(
            "Hier staat als berekende uitslag {written}, maar de cesuur geeft {computed}.",
            hint="Neem de berekende uitslag over.",
            why=_WHY_COMPUTED_NL,
        ),
        en=Say(
            "The computed outcome here is {written}, but the pass rule gives {computed}.",
            hint="Copy the computed outcome.",
            why=_WHY_COMPUTED_EN,
        ),
    ),
    Code(
        "passing.outcome-without-decision",
        nl=Say(
            "De uitslag is {written}, maar berekend is {computed}, en er staat geen besluit bij.",
            hint="Neem de berekende uitslag over, of laat de examencommissie besluiten om af te wijken.",
            why=_WHY_COMPUTED_NL,
        ),
        en=Say(
            "The outcome is {written}, but {computed} was computed, and no decision is named.",
            hint="Copy the computed outcome, or let the committee decide to depart from it.",
            why=_WHY_COMPUTED_EN,
        ),
    ),
    Code(
        "passing.core-task-differs",
        nl=Say(
            "Bij kerntaak {core_task} staat {written}, maar de cesuur geeft {computed}.",
            hint="Neem het berekende oordeel over.",
            why=_WHY_COMPUTED_NL,
        ),
        en=Say(
            "Core task {core_task} has {written}, but the pass rule gives {computed}.",
            hint="Copy the computed rating.",
            why=_WHY_COMPUTED_EN,
        ),
    ),
)
