"""The sentences of `csv`: what a table holds that cannot be read into a group."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "csv.unreadable",
        nl=Say(
            "Dit bestand is geen tabel die te lezen is.",
            hint="Bewaar het in Excel als CSV en lees het opnieuw in.",
            why="Een tabel is tekst met puntkomma's of komma's, in UTF-8 of in de oude codering van Windows. Wat daar niet op lijkt, wordt niet geraden.",
        ),
        en=Say(
            "This file is no table that can be read.",
            hint="Save it as CSV in Excel and read it in again.",
            why="A table is text with semicolons or commas, in UTF-8 or in the old encoding of Windows. What does not look like that is not guessed at.",
        ),
    ),
    Code(
        "csv.empty",
        nl=Say(
            "In deze tabel staat niemand.",
            hint="Zet op de eerste rij de koppen en daaronder een rij per student.",
            why="Een leeg bestand is bijna altijd het verkeerde bestand.",
        ),
        en=Say(
            "Nobody stands in this table.",
            hint="Put the headings in the first row and a row for each student below.",
            why="An empty file is nearly always the wrong file.",
        ),
    ),
    Code(
        "csv.bsn",
        nl=Say(
            "De kolom {column} hoort hier niet.",
            hint="Haal de kolom uit het bestand; het burgerservicenummer wordt nergens bewaard.",
            why="Voor een examen is het burgerservicenummer niet nodig, en wat er niet is kan niet uitlekken.",
        ),
        en=Say(
            "The column {column} does not belong here.",
            hint="Take the column out of the file; the citizen service number is kept nowhere.",
            why="An exam does not need the citizen service number, and what is not there cannot leak.",
        ),
    ),
    Code(
        "csv.column-twice",
        nl=Say(
            "De kolom {column} staat er twee keer.",
            hint="Laat een van de twee weg.",
            why="Uit twee kolommen met dezelfde betekenis kan niemand kiezen welke geldt.",
        ),
        en=Say(
            "The column {column} is there twice.",
            hint="Leave one of the two out.",
            why="Nobody can choose which of two columns with the same meaning counts.",
        ),
    ),
    Code(
        "csv.near-column",
        nl=Say(
            "De kolom {column} is onbekend; bedoeld is misschien {near}.",
            hint="Verbeter de kop, of geef de kolom een heel andere naam als hij niet meedoet.",
            why="Een kop met een tikfout zou stil een hele kolom overslaan.",
        ),
        en=Say(
            "The column {column} is not known; perhaps {near} is meant.",
            hint="Correct the heading, or give the column quite another name if it is not to be used.",
            why="A heading with a typing error would silently leave out a whole column.",
        ),
    ),
    Code(
        "csv.unused-column",
        nl=Say(
            "De kolom {column} wordt niet gebruikt.",
            hint="Dat mag zo blijven.",
            why="De tool bewaart niet meer dan een examen nodig heeft.",
        ),
        en=Say(
            "The column {column} is not used.",
            hint="It may stay.",
            why="The tool keeps no more than an exam needs.",
        ),
    ),
    Code(
        "csv.no-column",
        nl=Say(
            "De kolom {column} ontbreekt.",
            hint="Voeg de kolom toe; `proeve group template` of `proeve company template` maakt een tabel met alle koppen.",
            why="Zonder nummer en naam is niet te zien wie er in de groep zit en wie er al bekend is.",
        ),
        en=Say(
            "The column {column} is missing.",
            hint="Add the column; `proeve group template` or `proeve company template` makes a table with every heading.",
            why="Without number and name nobody can tell who is in the group and who is known already.",
        ),
    ),
    Code(
        "csv.too-many",
        nl=Say(
            "Er staan {count} studenten in dit bestand; een groep heeft er ten hoogste {most}.",
            hint="Maak er meer groepen van.",
            why="Een groep is een klas of een deel daarvan; zo blijven lijsten leesbaar.",
        ),
        en=Say(
            "There are {count} students in this file; a group has at most {most}.",
            hint="Make several groups of it.",
            why="A group is a class or part of one; that keeps lists readable.",
        ),
    ),
    Code(
        "csv.ragged",
        nl=Say(
            "Op deze rij staan meer cellen dan er koppen zijn.",
            hint="Kijk of er een puntkomma of komma in een cel staat zonder aanhalingstekens.",
            why="Verschoven cellen zetten gegevens van de een bij de ander.",
        ),
        en=Say(
            "This row has more cells than there are headings.",
            hint="See whether a semicolon or comma stands in a cell without quotes.",
            why="Cells that shifted put what belongs to one person with another.",
        ),
    ),
    Code(
        "csv.required",
        nl=Say(
            "Op deze rij is {column} leeg.",
            hint="Vul de cel in.",
            why="Zonder nummer en naam is niet te zien wie dit is.",
        ),
        en=Say(
            "On this row {column} is empty.",
            hint="Fill in the cell.",
            why="Without number and name nobody can tell who this is.",
        ),
    ),
    Code(
        "csv.no-company",
        nl=Say(
            "Bij praktijkbegeleider {value} staat geen leerbedrijf.",
            hint="Vul het leerbedrijf in, of laat de begeleider weg.",
            why="Een praktijkbegeleider werkt bij een leerbedrijf; dat bedrijf hoort bij het examen.",
        ),
        en=Say(
            "Supervisor {value} has no training company.",
            hint="Fill in the company, or leave the supervisor out.",
            why="A supervisor works at a training company, and that company belongs to the exam.",
        ),
    ),
    Code(
        "csv.bad-text",
        nl=Say(
            "In {column} staat een teken dat er niet hoort, of de tekst is te lang.",
            hint="Typ de cel opnieuw, ten hoogste 120 tekens.",
            why="Onzichtbare tekens laten namen anders lijken dan ze zijn.",
        ),
        en=Say(
            "A character in {column} does not belong there, or the text is too long.",
            hint="Type the cell again, at most 120 characters.",
            why="Characters that cannot be seen make names look other than they are.",
        ),
    ),
    Code(
        "csv.bad-date",
        nl=Say(
            "{value} is geen datum in {column}.",
            hint="Schrijf de dag als 14-1-2027.",
            why="Een datum die half te lezen is, zou een verkeerde termijn geven.",
        ),
        en=Say(
            "{value} is no date in {column}.",
            hint="Write the day as 14-1-2027.",
            why="A date that can only half be read would give a wrong term.",
        ),
    ),
    Code(
        "csv.bad-number",
        nl=Say(
            "{value} is geen getal in {column}.",
            hint="Schrijf een getal als 37,5.",
            why="Uren worden opgeteld en vergeleken; tekst kan dat niet.",
        ),
        en=Say(
            "{value} is no number in {column}.",
            hint="Write a number such as 37,5.",
            why="Hours are added up and compared; text cannot be.",
        ),
    ),
    Code(
        "csv.bad-mail",
        nl=Say(
            "{value} is geen e-mailadres in {column}.",
            hint="Verbeter het adres of laat de cel leeg.",
            why="Aan een adres met een fout komt geen bericht aan, en niemand merkt het.",
        ),
        en=Say(
            "{value} is no e-mail address in {column}.",
            hint="Correct the address or leave the cell empty.",
            why="No message reaches an address with an error in it, and nobody notices.",
        ),
    ),
    Code(
        "csv.bad-phone",
        nl=Say(
            "{value} is geen telefoonnummer in {column}.",
            hint="Verbeter het nummer of laat de cel leeg.",
            why="Op dit nummer wordt iemand gebeld of krijgt iemand een sms.",
        ),
        en=Say(
            "{value} is no telephone number in {column}.",
            hint="Correct the number or leave the cell empty.",
            why="Somebody is called or gets a text message at this number.",
        ),
    ),
    Code(
        "csv.bad-language",
        nl=Say(
            "{value} is geen taal in {column}.",
            hint="Schrijf nl of en, of laat de cel leeg.",
            why="Berichten zijn er in het Nederlands en in het Engels.",
        ),
        en=Say(
            "{value} is no language in {column}.",
            hint="Write nl or en, or leave the cell empty.",
            why="There are messages in Dutch and in English.",
        ),
    ),
    Code(
        "csv.student-twice",
        nl=Say(
            "Student {number} staat ook op rij {row}.",
            hint="Laat een van de twee rijen weg.",
            why="Een student komt een keer in een groep; twee rijen zouden twee examens geven.",
        ),
        en=Say(
            "Student {number} stands in row {row} as well.",
            hint="Leave one of the two rows out.",
            why="A student is in a group once; two rows would make two exams.",
        ),
    ),
    Code(
        "csv.two-stories",
        nl=Say(
            "Bij {value} staat hier iets anders dan op rij {row}.",
            hint="Maak de twee rijen gelijk.",
            why="Een nummer hoort bij een bedrijf en een adres bij een persoon; twee verhalen kunnen niet allebei waar zijn.",
        ),
        en=Say(
            "What is said of {value} differs from row {row}.",
            hint="Make the two rows say the same.",
            why="A number belongs to one company and an address to one person; two stories cannot both be true.",
        ),
    ),
    Code(
        "csv.which-company",
        nl=Say(
            "Er zijn meer leerbedrijven met de naam {company}.",
            hint="Vul ook de plaats of het nummer van het leerbedrijf in.",
            why="Een examen hoort bij een leerbedrijf; het verkeerde kiezen valt later niemand op.",
        ),
        en=Say(
            "There are several training companies named {company}.",
            hint="Fill in the place or the number of the company as well.",
            why="An exam belongs to one company; nobody would notice later that it is the wrong one.",
        ),
    ),
    Code(
        "csv.other-company",
        nl=Say(
            "{person} hoort in het bestand met namen bij een ander leerbedrijf.",
            hint="Is deze persoon van bedrijf veranderd, gebruik dan een nieuw e-mailadres.",
            why="Wie van bedrijf verandert wordt opnieuw ingeschreven, zodat oude dossiers blijven kloppen.",
        ),
        en=Say(
            "{person} belongs to another training company in the directory file.",
            hint="If this person changed companies, use a new e-mail address.",
            why="Whoever changes companies is enrolled anew, so that old dossiers stay true.",
        ),
    ),
    Code(
        "csv.no-student",
        nl=Say(
            "Student {value} zit niet in deze groep.",
            hint="Lees de student eerst in met `proeve group new`, of haal de rij weg.",
            why="Een planning maakt alleen examens voor studenten die in de groep zitten.",
        ),
        en=Say(
            "Student {value} is not in this group.",
            hint="Read the student in first with `proeve group new`, or take the row out.",
            why="A planning makes exams only for students who are in the group.",
        ),
    ),
    Code(
        "csv.no-person",
        nl=Say(
            "Bij {value} in {column} is niet te zien wie het is.",
            hint="Schrijf het kenmerk (p-...), of de naam of het adres zoals in het bestand met namen.",
            why="Een examen hoort bij precies een persoon; twee mensen kunnen dezelfde naam hebben.",
        ),
        en=Say(
            "Nobody can tell who {value} in {column} is.",
            hint="Write the pseudonym (p-...), or the name or address as the directory file has it.",
            why="An exam belongs to exactly one person; two people may share a name.",
        ),
    ),
    Code(
        "csv.bad-crebo",
        nl=Say(
            "{value} is geen kwalificatie; in de kolom {column} staan nummers van vijf cijfers.",
            hint="Schrijf bijvoorbeeld 25331, of 25331, 25332.",
            why="Een deskundigheidsverklaring geldt voor kwalificaties, en die hebben een nummer.",
        ),
        en=Say(
            "{value} is no qualification; the column {column} holds numbers of five digits.",
            hint="Write 25331, for one, or 25331, 25332.",
            why="A declaration of expertise is for qualifications, and those have a number.",
        ),
    ),
    Code(
        "csv.bad-role",
        nl=Say(
            "{value} is geen rol in de kolom {column}.",
            hint="Schrijf begeleider, beoordelaar of beide.",
            why="Wie begeleidt en wie beoordeelt hebben ieder hun eigen akkoord; raden mag niet.",
        ),
        en=Say(
            "{value} is no role in the column {column}.",
            hint="Write supervisor, assessor or both.",
            why="Who supervises and who assesses each have an approval of their own; nobody may guess.",
        ),
    ),
    Code(
        "csv.half-declared",
        nl=Say(
            "Bij {value} staat maar een deel van de deskundigheidsverklaring.",
            hint="Vul crebo, deskundig van en deskundig tot in, of geen van de drie; de laatste dag komt na de eerste.",
            why="Een verklaring geldt voor opleidingen en een tijd; zonder een van beide zegt ze niets.",
        ),
        en=Say(
            "Only a part of the declaration of expertise stands at {value}.",
            hint="Fill in crebo, expert from and expert until, or none of them; the last day comes after the first.",
            why="A declaration is for programmes and a time; without either it says nothing.",
        ),
    ),
    Code(
        "csv.person-twice",
        nl=Say(
            "{value} staat er ook op rij {row}, bij hetzelfde leerbedrijf.",
            hint="Haal een van de twee weg; voor twee rollen schrijft u beide.",
            why="Twee rijen voor een mens maken twee mensen van een.",
        ),
        en=Say(
            "{value} stands in row {row} too, at the same company.",
            hint="Take one of the two out; for two roles write both.",
            why="Two rows for one person make two people of one.",
        ),
    ),
    Code(
        "csv.no-row",
        nl=Say(
            "{value} staat niet in het bestand met namen, of is iets anders dan een {column}.",
            hint="Zoek het kenmerk met `proeve names find`.",
            why="Een student hoort bij een bedrijf en een begeleider die te vinden zijn.",
        ),
        en=Say(
            "{value} is not in the directory file, or is something else than a {column}.",
            hint="Find the id with `proeve names find`.",
            why="A student belongs to a company and a supervisor who can be found.",
        ),
    ),
    Code(
        "csv.not-theirs",
        nl=Say(
            "{id} is een leerbedrijf; dat heeft geen {column}.",
            hint="Verander dit bij de mens om wie het gaat.",
            why="Een leerbedrijf is geen mens: het heeft een naam, een plaats en een adres.",
        ),
        en=Say(
            "{id} is a training company; it has no {column}.",
            hint="Change this with the person whom it is about.",
            why="A training company is no person: it has a name, a place and an address.",
        ),
    ),
)
