"""The sentences of `store`: files that cannot be evidence, and evidence that is not there."""

from proeve.words.say import Code, Say

_NO_PLACE_NL = "Een foto vertelt waar iemand was; dat hoort niet in een dossier."
_NO_PLACE_EN = "A photograph tells where somebody was; that has no place in a dossier."

CODES: tuple[Code, ...] = (
    Code(
        "store.unreadable",
        nl=Say(
            "Dit bestand is niet te lezen ({why}).",
            hint="Kijk of de naam klopt en of u het bestand mag lezen.",
            why="Alleen wat gelezen is, kan bewijs zijn.",
        ),
        en=Say(
            "This file cannot be read ({why}).",
            hint="See whether the name is right and whether you may read the file.",
            why="Only what was read can be evidence.",
        ),
    ),
    Code(
        "store.not-a-file",
        nl=Say(
            "Dit is geen gewoon bestand.",
            hint="Noem het bestand zelf, geen map, koppeling of apparaat.",
            why="Een koppeling kan naar iets anders wijzen dan wat u bedoelt, en een apparaat heeft geen einde.",
        ),
        en=Say(
            "This is no plain file.",
            hint="Name the file itself: no folder, link or device.",
            why="A link can point to something else than you mean, and a device has no end.",
        ),
    ),
    Code(
        "store.changed-while-read",
        nl=Say(
            "Dit bestand veranderde terwijl het gelezen werd.",
            hint="Wacht tot het helemaal is opgeslagen en probeer het opnieuw.",
            why="Een half bestand is geen bewijs.",
        ),
        en=Say(
            "This file changed while it was read.",
            hint="Wait until it is saved whole, and try again.",
            why="Half a file is no evidence.",
        ),
    ),
    Code(
        "store.empty",
        nl=Say(
            "Dit bestand is leeg.",
            hint="Sla het opnieuw op, of noem een ander bestand.",
            why="Een leeg bestand laat niets zien.",
        ),
        en=Say(
            "This file is empty.",
            hint="Save it again, or name another file.",
            why="An empty file shows nothing.",
        ),
    ),
    Code(
        "store.too-large",
        nl=Say(
            "Dit bestand is {size} bytes; hier mogen het er hoogstens {most} zijn.",
            hint="Maak een kleinere versie.",
            why="De school bepaalt in haar beleid hoe groot een bewijsstuk mag zijn; in Git is dat hoogstens 64 KiB.",
        ),
        en=Say(
            "This file has {size} bytes; here it may have {most} at most.",
            hint="Make a smaller version.",
            why="The school's policy says how large a piece of evidence may be; in Git that is 64 KiB at most.",
        ),
    ),
    Code(
        "store.unknown-type",
        nl=Say(
            "Van welke soort dit bestand is, is niet te zien aan de inhoud.",
            hint="Sla het op als foto, PDF, video of tekst.",
            why="De inhoud bepaalt de soort, niet de naam. Wat niet herkend wordt, kan na tien jaar ook niemand openen.",
        ),
        en=Say(
            "The content of this file does not show of which type it is.",
            hint="Save it as a photograph, PDF, video or text.",
            why="The content says the type, not the name. What is not recognised, nobody can open after ten years either.",
        ),
    ),
    Code(
        "store.other-type",
        nl=Say(
            "De naam eindigt op .{ending}, maar de inhoud is {type}.",
            hint="Geef het bestand de naam die erbij past, of noem het goede bestand.",
            why="Een bestand dat zich voor iets anders uitgeeft, is een vergissing of een val.",
        ),
        en=Say(
            "The name ends in .{ending}, but the content is {type}.",
            hint="Give the file the name that fits it, or name the right file.",
            why="A file that pretends to be something else is a mistake or a trap.",
        ),
    ),
    Code(
        "store.type-refused",
        nl=Say(
            "De school neemt {type} niet aan als bewijs.",
            hint="Wel mogen: {types}.",
            why="De school bepaalt in haar beleid welke soorten bestanden zij kan openen en bewaren.",
        ),
        en=Say(
            "The school does not take {type} as evidence.",
            hint="It takes: {types}.",
            why="The school's policy says which types of files it can open and keep.",
        ),
    ),
    Code(
        "store.text-only",
        nl=Say(
            "Deze school bewaart bewijs in Git, en daar mag alleen tekst; dit is {type}.",
            hint="Laat de school in haar beleid een map of adres voor bewijs noemen.",
            why="Wat in de geschiedenis staat, gaat er niet meer uit: geen foto's dus.",
        ),
        en=Say(
            "This school keeps evidence in Git, where only text may go; this is {type}.",
            hint="Have the school name a folder or address for evidence in its policy.",
            why="What stands in the history does not leave it: so no photographs.",
        ),
    ),
    Code(
        "store.damaged",
        nl=Say(
            "Dit bestand is niet heel.",
            hint="Kopieer het opnieuw van de telefoon of camera.",
            why="Een beschadigd bestand kan de beoordelaar niet openen, en de locatie is er niet zeker uit te halen.",
        ),
        en=Say(
            "This file is not whole.",
            hint="Copy it again from the telephone or camera.",
            why="An assessor cannot open a damaged file, and the place cannot surely be taken out of it.",
        ),
    ),
    Code(
        "store.too-many-pixels",
        nl=Say(
            "Deze foto zegt dat hij {width} bij {height} punten groot is.",
            hint="Maak een kleinere versie.",
            why="Zo'n foto legt de computer stil van wie hem opent.",
        ),
        en=Say(
            "This picture says that it is {width} by {height} points.",
            hint="Make a smaller version.",
            why="Such a picture stops the computer of whoever opens it.",
        ),
    ),
    Code(
        "store.cannot-strip",
        nl=Say(
            "Uit dit bestand ({type}) kan Proeve de locatie niet halen.",
            hint="Sla het op als JPEG of PNG, of een video als MP4.",
            why=_NO_PLACE_NL,
        ),
        en=Say(
            "Proeve cannot take the place out of this file ({type}).",
            hint="Save it as JPEG or PNG, or a film as MP4.",
            why=_NO_PLACE_EN,
        ),
    ),
    Code(
        "store.photo-ban",
        nl=Say(
            "Voor {id} mogen geen foto's of video's worden gemaakt.",
            hint="Leg vast wie het ter plaatse heeft gezien: --seen-by.",
            why="Dat is met het bedrijf afgesproken in de opdracht.",
        ),
        en=Say(
            "No photographs or films may be taken for {id}.",
            hint="Record who saw it on site: --seen-by.",
            why="That was agreed with the company in the assignment.",
        ),
    ),
    Code(
        "store.may-tell-place",
        nl=Say(
            "In dit bestand kunnen foto's met hun locatie staan, of een naam; dat blijft erin ({type}).",
            hint="Haal het er zelf uit voordat u het inlevert.",
            why="Proeve haalt de locatie uit foto's en uit MP4-video's, niet uit foto's in een document.",
        ),
        en=Say(
            "This file may hold photographs with their place, or a name; that stays in it ({type}).",
            hint="Take it out yourself before you hand it in.",
            why="Proeve takes the place out of photographs and MP4 films, not out of photographs in a document.",
        ),
    ),
    Code(
        "store.missing",
        nl=Say(
            "Bewijsstuk {id} is er niet meer; het kenmerk begint met {digest}.",
            hint="Zoek het terug in een reservekopie van de bewijsopslag.",
            why="Wat de bewijslijst noemt, moet te zien zijn zolang het dossier bewaard wordt.",
        ),
        en=Say(
            "Piece of evidence {id} is no longer there; its digest begins with {digest}.",
            hint="Look for it in a backup of the evidence store.",
            why="What the manifest names must be there to see as long as the dossier is kept.",
        ),
    ),
    Code(
        "store.changed",
        nl=Say(
            "Bewijsstuk {id} is veranderd sinds het is ingeleverd.",
            hint="Zoek het origineel in een reservekopie; het kenmerk begint met {digest}.",
            why="Het kenmerk in de bewijslijst is van de inhoud toen; elke wijziging valt op.",
        ),
        en=Say(
            "Piece of evidence {id} was changed since it was handed in.",
            hint="Look for the original in a backup; its digest begins with {digest}.",
            why="The digest in the manifest is of the content then; any change shows.",
        ),
    ),
    Code(
        "store.erased",
        nl=Say(
            "Bewijsstuk {id} is gewist op {on}, om deze reden: ‘{reason}’ (besluit {number} van {by}).",
            hint="U hoeft niets te doen.",
            why="Na de bewaartermijn, of op verzoek, gaat bewijs weg. Het besluit blijft, en het controlegetal ook.",
        ),
        en=Say(
            "Piece of evidence {id} was erased on {on}, for this reason: ‘{reason}’ (decision {number} of {by}).",
            hint="There is nothing to do.",
            why="After the retention period, or on request, evidence goes. The decision stays, and so does the digest.",
        ),
    ),
    Code(
        "store.erased-here",
        nl=Say(
            "Bewijsstuk {id} is hier gewist op {on}; hetzelfde bestand is nog bewijs in {other}.",
            hint="Moet het ook daar weg, wis het dan daar ook.",
            why="Een bestand dat twee keer is ingeleverd, wordt één keer bewaard.",
        ),
        en=Say(
            "Piece of evidence {id} was erased here on {on}; the same file is still evidence in {other}.",
            hint="If it must go there too, erase it there as well.",
            why="A file that was handed in twice is kept once.",
        ),
    ),
    Code(
        "store.not-erased",
        nl=Say(
            "Bewijsstuk {id} is er nog, terwijl op {on} is vastgelegd dat het gewist is.",
            hint="Wis het alsnog: `proeve evidence erase` met hetzelfde examen en bewijsstuk.",
            why="Wie zegt dat persoonsgegevens weg zijn, moet dat waarmaken.",
        ),
        en=Say(
            "Piece of evidence {id} is still there, though {on} is on record as its erasure.",
            hint="Erase it after all: `proeve evidence erase` with the same exam and piece.",
            why="Who says that personal data are gone must make it so.",
        ),
    ),
)
