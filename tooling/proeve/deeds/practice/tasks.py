"""What students are asked to do, per instrument, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.model.instrument import Instrument
from proeve.words.labels_text import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One assignment and what the company brings to it."""

    title: Label
    description: Label
    delivered: tuple[Label, ...]
    tools: tuple[Label, ...]


_TOOLS_ELECTRIC = (
    Label("spanningstester", "voltage tester"),
    Label("installatietester", "installation tester"),
    Label("handgereedschap", "hand tools"),
)
_ELECTRIC = (
    Task(
        title=Label(
            "Verlichting en contactdozen in een magazijn uitbreiden",
            "Extend lighting and sockets in a warehouse",
        ),
        description=Label(
            "In hal 2 komen zes armaturen en vier dubbele contactdozen bij.\n"
            "Maak een werkvoorbereiding, leg de leidingen aan, sluit een nieuwe groep "
            "aan "
            "en lever de installatie gemeten op.",
            "Hall 2 gets six more luminaires and four double sockets.\n"
            "Prepare the work, lay the conduits, connect a new circuit and hand over "
            "the "
            "installation measured.",
        ),
        delivered=(
            Label("materiaal", "materials"),
            Label("hoogwerker", "work platform"),
            Label("meetinstrument", "measuring instrument"),
        ),
        tools=_TOOLS_ELECTRIC,
    ),
    Task(
        title=Label(
            "Keuken van een woning opnieuw bedraden", "Rewire the kitchen of a house"
        ),
        description=Label(
            "De keuken krijgt een kookgroep en vijf nieuwe contactdozen.\n"
            "Controleer eerst wat er ligt, bespreek de indeling met de bewoner en "
            "lever op "
            "met een meetrapport.",
            "The kitchen gets a circuit for cooking and five new sockets.\n"
            "First check what is there, discuss the layout with the resident and hand "
            "over "
            "with a measurement report.",
        ),
        delivered=(
            Label("materiaal", "materials"),
            Label("bus met gereedschap", "van with tools"),
        ),
        tools=_TOOLS_ELECTRIC,
    ),
    Task(
        title=Label(
            "Verdeelkast in een werkplaats vernieuwen",
            "Renew the distribution board in a workshop",
        ),
        description=Label(
            "De oude kast met smeltveiligheden wordt vervangen door een kast met "
            "automaten en aardlekbeveiliging.\n"
            "De werkplaats is een dag buiten bedrijf; plan het werk daarop.",
            "The old board with fuses is replaced by one with circuit breakers and "
            "residual current devices.\n"
            "The workshop is out of use for one day; plan the work for that.",
        ),
        delivered=(
            Label("verdeelkast en automaten", "board and circuit breakers"),
            Label("afschakelplan", "plan for switching off"),
        ),
        tools=_TOOLS_ELECTRIC,
    ),
)
_TOOLS_WELDING = (
    Label("lasapparaat met water gekoeld", "water-cooled welding set"),
    Label("lasmal", "welding gauge"),
    Label("slijptol", "angle grinder"),
)
_WELDING = (
    Task(
        title=Label(
            "Vier naden in een koelwaterleiding lassen",
            "Weld four seams in a cooling water line",
        ),
        description=Label(
            "Las vier naden in een proefstuk van staal volgens de "
            "lasmethodebeschrijving.\n"
            "Beproef het stuk op dichtheid en leg de gegevens van elke naad vast.",
            "Weld four seams in a steel test piece as the welding procedure says.\n"
            "Test the piece for leaks and record the data of each seam.",
        ),
        delivered=(
            Label("buis en toevoegmateriaal", "pipe and filler metal"),
            Label("proefpomp", "test pump"),
        ),
        tools=_TOOLS_WELDING,
    ),
    Task(
        title=Label(
            "Aftakking van een persluchtleiding maken",
            "Make a branch of a compressed-air line",
        ),
        description=Label(
            "Maak een aftakking met vier naden volgens tekening.\n"
            "De leiding gaat daarna in gebruik, dus de lekproef moet in een keer goed "
            "zijn.",
            "Make a branch with four seams as drawn.\n"
            "The line goes into use afterwards, so the leak test must succeed at once.",
        ),
        delivered=(
            Label("buis en flenzen", "pipe and flanges"),
            Label("werkvergunning", "work permit"),
        ),
        tools=_TOOLS_WELDING,
    ),
)
_TOOLS_MAINTENANCE = (
    Label("multimeter", "multimeter"),
    Label("trillingsmeter", "vibration meter"),
    Label("onderhoudssysteem van het bedrijf", "the company's maintenance system"),
)
_MAINTENANCE = (
    Task(
        title=Label(
            "Storing aan een verpakkingslijn verhelpen",
            "Clear a fault on a packaging line",
        ),
        description=Label(
            "De lijn valt enkele keren per week stil bij de omvouwer.\n"
            "Zoek de oorzaak, herstel de lijn en stel voor hoe het onderhoud beter "
            "kan.",
            "The line stops some times a week at the folder.\n"
            "Find the cause, repair the line and propose how its maintenance can be "
            "better.",
        ),
        delivered=(
            Label("reserveonderdelen", "spare parts"),
            Label("storingsgegevens van een half jaar", "half a year of fault data"),
        ),
        tools=_TOOLS_MAINTENANCE,
    ),
    Task(
        title=Label(
            "Pompen van een waterzuivering reviseren",
            "Overhaul the pumps of a water treatment plant",
        ),
        description=Label(
            "Twee pompen verliezen druk. Reviseer ze om de beurt, zodat de "
            "installatie in "
            "bedrijf blijft.\n"
            "Vergelijk de kosten van reviseren en vervangen.",
            "Two pumps lose pressure. Overhaul them in turn, so that the plant keeps "
            "running.\n"
            "Compare the cost of overhaul and replacement.",
        ),
        delivered=(
            Label("revisieset", "overhaul kit"),
            Label("hijsmiddelen", "lifting gear"),
        ),
        tools=_TOOLS_MAINTENANCE,
    ),
)
_SUSTAINABLE = (
    Task(
        title=Label(
            "Portfolio duurzaam werken in de werkplaats",
            "Portfolio of sustainable work in the workshop",
        ),
        description=Label(
            "Kies twee klussen waarin je energie of materiaal hebt bespaard.\n"
            "Laat met metingen zien wat het heeft opgeleverd.",
            "Choose two jobs in which you saved energy or material.\n"
            "Show with measurements what came of it.",
        ),
        delivered=(Label("meetgegevens", "measurements"),),
        tools=(Label("energiemeter", "energy meter"),),
    ),
)
_TASKS: Mapping[str, tuple[Task, ...]] = {
    "ei2-pvb1-b1-k1": _ELECTRIC,
    "las3-pvb1": _WELDING,
    "mt4-pvb2": _MAINTENANCE,
    "k0262-keuzedeel": _SUSTAINABLE,
}


def tasks_for(instrument: Instrument) -> tuple[Task, ...]:
    """Return the assignments that fit an instrument; an unknown one brings its own."""
    own = instrument.assignment or instrument.title
    return _TASKS.get(
        instrument.code,
        (Task(title=instrument.title, description=own, delivered=(), tools=()),),
    )
