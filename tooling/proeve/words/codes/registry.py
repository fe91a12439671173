"""The sentences of dual control, of a new root, and of revocations."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "registry.second-missing",
        nl=Say(
            "Voor deze wijziging ontbreekt het akkoord van een tweede mens ({roles}).",
            hint="Laat de tweede mens dezelfde wijziging tekenen en neem dat akkoord op in de commit.",
            why="Eén mens alleen mag niemand bevoegd maken. Wie tekent en over wie het gaat, tellen niet als tweede; ieder telt één keer.",
        ),
        en=Say(
            "This change lacks the approval of a second person ({roles}).",
            hint="Have the second person sign the same change, and put that approval in the commit.",
            why="No one person may make anybody competent. Who signs and whom it is about do not count as the second; everybody counts once.",
        ),
    ),
    Code(
        "registry.super-admin-only",
        nl=Say(
            "{person} ({role}) kan dit niet veranderen; dat doet een superbeheerder.",
            hint="Een superbeheerder tekent, en een tweede superbeheerder gaat akkoord.",
            why="Beleid en techniek gelden voor alle examens tegelijk, dus daar gaan twee superbeheerders over.",
        ),
        en=Say(
            "{person} ({role}) cannot change this; a super administrator does.",
            hint="A super administrator signs, and a second one approves.",
            why="Policy and tooling hold for all exams at once, so two super administrators decide on them.",
        ),
    ),
    Code(
        "registry.root-alone",
        nl=Say(
            "Deze commit verandert root.yml en nog iets anders.",
            hint="Maak van root.yml een eigen commit.",
            why="De hoofdsleutels dragen alles. Wie ze vervangt, ziet in die commit niets anders.",
        ),
        en=Say(
            "This commit changes root.yml and something else.",
            hint="Make a commit of its own for root.yml.",
            why="Everything rests on the root keys. Who replaces them sees nothing else in that commit.",
        ),
    ),
    Code(
        "registry.root-version",
        nl=Say(
            "root.yml heeft versie {is}, maar de volgende is {expected}.",
            hint="Tel de versie met precies één op.",
            why="Zo kan geen oudere lijst van hoofdsleutels terugkomen en geen versie worden overgeslagen.",
        ),
        en=Say(
            "root.yml has version {is}, but the next one is {expected}.",
            hint="Count the version on by exactly one.",
            why="So no older list of root keys can come back, and no version can be skipped.",
        ),
    ),
    Code(
        "registry.root-repository",
        nl=Say(
            "root.yml noemt een andere repository dan het begin.",
            hint="Laat de naam van de repository staan.",
            why="De naam zit in elke handtekening en in het vertrouwensanker op papier.",
        ),
        en=Say(
            "root.yml names another repository than the genesis does.",
            hint="Leave the name of the repository as it is.",
            why="The name is in every signature and in the trust root on paper.",
        ),
    ),
    Code(
        "registry.root-key-unknown",
        nl=Say(
            "Een hoofdsleutel van {person} is geen geldende sleutel die op die naam is ingeschreven.",
            hint="Schrijf de sleutel eerst in bij deze persoon.",
            why="Een hoofdsleutel zonder bewijs van bezit kan van iedereen zijn.",
        ),
        en=Say(
            "A root key of {person} is no key in force that is enrolled in that name.",
            hint="Enrol the key with this person first.",
            why="A root key without proof of possession can be anybody's.",
        ),
    ),
    Code(
        "registry.root-unreachable",
        nl=Say(
            "root.yml vraagt {threshold} handtekening(en) van {holders} houder(s).",
            hint="Vraag er minstens twee, en niet meer dan er houders zijn.",
            why="Met één handtekening beslist één mens over alles; met te veel kan niemand ooit nog iets.",
        ),
        en=Say(
            "root.yml asks for {threshold} signature(s) of {holders} holder(s).",
            hint="Ask for two at least, and for no more than there are holders.",
            why="With one signature one person decides on everything; with too many nobody ever can again.",
        ),
    ),
    Code(
        "registry.root-old-threshold",
        nl=Say(
            "Van de houders van de oude hoofdsleutels tekenden er {have}; nodig zijn er {threshold}.",
            hint="Laat meer houders van de oude hoofdsleutels tekenen.",
            why="Alleen wie nu de hoofdsleutels heeft, kan ze aan anderen overdragen.",
        ),
        en=Say(
            "Of the holders of the old root keys {have} signed; {threshold} are needed.",
            hint="Have more holders of the old root keys sign.",
            why="Only those who hold the root keys now can hand them to others.",
        ),
    ),
    Code(
        "registry.root-new-threshold",
        nl=Say(
            "Van de houders van de nieuwe hoofdsleutels tekenden er {have}; nodig zijn er {threshold}.",
            hint="Laat meer houders van de nieuwe hoofdsleutels tekenen.",
            why="Zo is zeker dat de nieuwe sleutels bestaan en werken voordat de oude vervallen.",
        ),
        en=Say(
            "Of the holders of the new root keys {have} signed; {threshold} are needed.",
            hint="Have more holders of the new root keys sign.",
            why="So it is certain that the new keys exist and work before the old ones lapse.",
        ),
    ),
    Code(
        "registry.nothing-to-revoke",
        nl=Say(
            "Wat hier wordt ingetrokken, staat niet in het register.",
            hint="Kijk de sleutel of het nummer van de toekenning na.",
            why="Een intrekking die niets raakt, laat iemand denken dat het gevaar voorbij is.",
        ),
        en=Say(
            "What is revoked here is not in the registry.",
            hint="Check the key, or the id of the grant.",
            why="A revocation that meets nothing lets people believe that the danger is over.",
        ),
    ),
    Code(
        "registry.softer-revocation",
        nl=Say(
            "Deze sleutel is al ingetrokken ({kind}), en dit zegt niets ergers.",
            hint="Laat de eerste intrekking staan.",
            why="Een latere intrekking mag de twijfel over het verleden groter maken, nooit kleiner.",
        ),
        en=Say(
            "This key was revoked before ({kind}), and this says nothing worse.",
            hint="Leave the first revocation as it is.",
            why="A later revocation may raise the doubt about the past, never lessen it.",
        ),
    ),
    Code(
        "tooling.second-missing",
        nl=Say(
            "Voor deze wijziging buiten exams/ ontbreekt het akkoord van een tweede mens ({roles}).",
            hint="Laat een tweede superbeheerder dezelfde wijziging tekenen en neem dat akkoord op in de commit.",
            why="Hier staat wat straks op ieders machine draait en hoe de website eruitziet. Daar gaat niemand alleen over.",
        ),
        en=Say(
            "This change outside exams/ lacks the approval of a second person ({roles}).",
            hint="Have a second super administrator sign the same change, and put that approval in the commit.",
            why="What stands here runs on everybody's machine and shapes the website. Nobody decides on it alone.",
        ),
    ),
)
