"""The sentences of `scope` and `registry`: one scope a commit, and who changes the rest."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "scope.mixed",
        nl=Say(
            "Deze commit raakt meer dan één onderdeel: {scopes}.",
            hint="Maak van elk onderdeel een eigen commit.",
            why="Eén commit gaat over één examen, één groep of het register, zodat een fout nooit meer ophoudt dan dat ene.",
        ),
        en=Say(
            "This commit touches more than one scope: {scopes}.",
            hint="Make a commit of its own for each scope.",
            why="One commit is about one exam, one group or the registry, so that a fault never holds up more than that one.",
        ),
    ),
    Code(
        "scope.other",
        nl=Say(
            "De verklaring gaat over {said}, maar hier is {touched} veranderd.",
            hint="Wie tekent, noemt het onderdeel dat verandert.",
            why="Een handtekening voor het ene examen mag nooit voor het andere gelden.",
        ),
        en=Say(
            "The statement is about {said}, but what changed here is {touched}.",
            hint="Whoever signs names the scope that changes.",
            why="A signature for one exam may never serve for another.",
        ),
    ),
    Code(
        "scope.nowhere",
        nl=Say(
            "Dit bestand hoort bij geen examen, groep of register.",
            hint="Haal het weg of zet het in de map waar het hoort.",
            why="Onder exams/ staat alleen wat een plaats in het proces heeft.",
        ),
        en=Say(
            "This file belongs to no exam, group or registry.",
            hint="Remove it, or put it in the folder where it belongs.",
            why="Below exams/ stands only what has a place in the process.",
        ),
    ),
    Code(
        "scope.held-up",
        nl=Say(
            "Een eerdere commit in {scope} is niet in orde; wat daarna komt is nog niet bevestigd.",
            hint="Een beheerder zet de laatste geldige stand terug: `proeve cover {scope} --restore`. Brak geen commit de spelregels, dan kan het ook met de akkoorden die ontbreken: `--act BESTAND`.",
            why="Op een fout wordt niet verder gebouwd. Andere examens gaan gewoon door.",
        ),
        en=Say(
            "An earlier commit in {scope} is not in order; what comes after is unconfirmed.",
            hint="An administrator puts the last valid state back: `proeve cover {scope} --restore`. If no commit broke the rules, the approvals that are missing do as well: `--act FILE`.",
            why="Nothing is built upon a fault. Other exams simply go on.",
        ),
    ),
    Code(
        "registry.not-an-admin",
        nl=Say(
            "{person} ({role}) mag het register hier niet veranderen.",
            hint="Een beheerder of superbeheerder doet deze wijziging.",
            why="Wie mensen en sleutels inschrijft, bepaalt wie er later kan tekenen.",
        ),
        en=Say(
            "{person} ({role}) may not change this part of the registry.",
            hint="An administrator or super administrator makes this change.",
            why="Whoever enrols people and keys decides who can sign later.",
        ),
    ),
    Code(
        "registry.self-grant",
        nl=Say(
            "{person} geeft zichzelf een rol.",
            hint="Een andere beheerder geeft deze rol.",
            why="Niemand maakt zichzelf bevoegd.",
        ),
        en=Say(
            "{person} grants a role to themselves.",
            hint="Another administrator grants this role.",
            why="Nobody makes themselves competent.",
        ),
    ),
    Code(
        "registry.privileged",
        nl=Say(
            "De rol {role} kan alleen een superbeheerder geven.",
            hint="Vraag een superbeheerder deze rol te geven.",
            why="Rollen waarmee wordt beslist of beheerd, vragen meer dan één gewone beheerder.",
        ),
        en=Say(
            "Only a super administrator can grant the role {role}.",
            hint="Ask a super administrator to grant this role.",
            why="Roles that decide or administer ask for more than one ordinary administrator.",
        ),
    ),
    Code(
        "registry.deleted",
        nl=Say(
            "Een registratie is weggehaald.",
            hint="Zet haar terug; intrekken gaat met een bestand in revocations/.",
            why="Wie vroeger tekende, moet later na te gaan zijn.",
        ),
        en=Say(
            "A record was removed from the registry.",
            hint="Put it back; revoke with a file in revocations/.",
            why="Whoever signed once must be traceable later.",
        ),
    ),
    Code(
        "registry.append-only",
        nl=Say(
            "Dit bestand in het register mag na de eerste keer niet meer veranderen.",
            hint="Maak een nieuwe versie of een nieuw bestand.",
            why="Instrumenten, toekenningen, intrekkingen en ontheffingen worden aangewezen door wat er later op steunt.",
        ),
        en=Say(
            "This file in the registry may not change after the first time.",
            hint="Make a new version or a new file.",
            why="Later acts lean on instruments, grants, revocations and dispensations as they were.",
        ),
    ),
    Code(
        "registry.environment",
        nl=Say(
            "De omgeving van een school (oefen of echt) kan niet veranderen.",
            hint="Begin voor de echte omgeving een nieuw register met `proeve init`.",
            why="Anders zou een oefendossier zich later als echt kunnen voordoen.",
        ),
        en=Say(
            "The environment of a school (practice or live) cannot change.",
            hint="Begin a new ledger for the live environment with `proeve init`.",
            why="Otherwise a practice dossier could pose as a real one later.",
        ),
    ),
    Code(
        "registry.key-removed",
        nl=Say(
            "Bij {person} is een sleutel weggehaald.",
            hint="Laat de sleutel staan en trek hem in met een bestand in revocations/.",
            why="Zonder de sleutel is een oude handtekening niet meer na te gaan.",
        ),
        en=Say(
            "A key of {person} was removed.",
            hint="Leave the key and revoke it with a file in revocations/.",
            why="Without the key an old signature can no longer be checked.",
        ),
    ),
    Code(
        "registry.key-returns",
        nl=Say(
            "{person} krijgt een sleutel terug die is ingetrokken.",
            hint="Maak een nieuwe sleutel.",
            why="Een ingetrokken sleutel kan in vreemde handen zijn en komt nooit terug.",
        ),
        en=Say(
            "{person} gets back a key that was revoked.",
            hint="Make a new key.",
            why="A revoked key may be in strange hands and never comes back.",
        ),
    ),
    Code(
        "registry.key-taken",
        nl=Say(
            "De sleutel van {person} staat al op naam van {owner}.",
            hint="Elke mens gebruikt een eigen sleutel.",
            why="Eén sleutel voor twee mensen telt één stem dubbel.",
        ),
        en=Say(
            "The key of {person} already belongs to {owner}.",
            hint="Every person uses a key of their own.",
            why="One key for two people counts one vote twice.",
        ),
    ),
    Code(
        "registry.weak-key",
        nl=Say(
            "Met deze sleutel van {person} kan niet veilig worden getekend.",
            hint="Maak een nieuwe sleutel met `ssh-keygen -t ed25519`.",
            why="Er zijn sleutels waarmee iedereen namens de eigenaar kan tekenen; die komen het register niet in.",
        ),
        en=Say(
            "This key of {person} cannot sign safely.",
            hint="Make a new key with `ssh-keygen -t ed25519`.",
            why="There are keys with which anybody can sign for their owner; they do not enter the registry.",
        ),
    ),
    Code(
        "registry.unproven-key",
        nl=Say(
            "{person} heeft niet laten zien dat deze sleutel van hem of haar is.",
            hint="De eigenaar ondertekent het bewijs van bezit opnieuw met deze sleutel.",
            why="Anders kan iemand de sleutel van een ander op zijn naam zetten.",
        ),
        en=Say(
            "{person} has not shown that this key is theirs.",
            hint="The owner signs the proof of possession again with this key.",
            why="Otherwise somebody could enter another person's key in their own name.",
        ),
    ),
    Code(
        "registry.practice-key",
        nl=Say(
            "De sleutel van {person} hoort in een andere omgeving: oefensleutels gelden niet in het echt, en andersom.",
            hint="Maak voor deze omgeving een eigen sleutel.",
            why="Oefensleutels liggen open en bloot; ze mogen nooit een echt akkoord geven.",
        ),
        en=Say(
            "The key of {person} belongs in another environment: practice keys do not count in earnest, nor the other way round.",
            hint="Make a key of its own for this environment.",
            why="Practice keys lie about in the open; they may never give a real approval.",
        ),
    ),
    Code(
        "registry.no-role",
        nl=Say(
            "De rol {role} bestaat niet.",
            hint="Kies een van de rollen uit de spelregels.",
            why="De lijst van rollen staat vast, zodat een tikfout geen rol wordt.",
        ),
        en=Say(
            "There is no role {role}.",
            hint="Choose one of the roles in the process rules.",
            why="The list of roles is closed, so that a slip of the pen makes no role.",
        ),
    ),
    Code(
        "registry.other-id",
        nl=Say(
            "In het bestand staat {id}, maar het heet {name}.",
            hint="Geef bestand en inhoud dezelfde naam.",
            why="Twee namen voor één ding maken een dossier onnaspeurbaar.",
        ),
        en=Say(
            "The file says {id}, but its name is {name}.",
            hint="Give the file and its content the same name.",
            why="Two names for one thing make a dossier impossible to trace.",
        ),
    ),
    Code(
        "registry.not-a-root-holder",
        nl=Say(
            "Deze verklaring over het begin is niet van een houder van een hoofdsleutel.",
            hint="Alleen de mensen in root.yml bevestigen het begin.",
            why="Het begin van het register staat op naam van de houders die het noemt.",
        ),
        en=Say(
            "This statement about the genesis is not by a holder of a root key.",
            hint="Only the people in root.yml confirm the genesis.",
            why="The genesis of a ledger rests on the holders that it names.",
        ),
    ),
    Code(
        "registry.roots-missing",
        nl=Say(
            "Nog {missing} houder(s) van een hoofdsleutel moet(en) het begin bevestigen.",
            hint="Laat de andere houders hun verklaring over het begin tekenen.",
            why="Eén mens alleen kan geen register beginnen.",
        ),
        en=Say(
            "{missing} more holder(s) of a root key must confirm the genesis.",
            hint="Have the other holders sign their statement about the genesis.",
            why="One person alone cannot begin a ledger.",
        ),
    ),
)
