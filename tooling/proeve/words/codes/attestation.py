"""The sentences of `attestation` and `list`: approvals that come by another road."""

from proeve.words.say import Code, Say

_AGAIN_NL = "Laat de ontvangstdienst het akkoord opnieuw opnemen."
_AGAIN_EN = "Have the receiver take the approval down again."
_SEEN_NL = "Een akkoord geldt voor precies de tekst die iemand zag. Daarom rekent de toets die tekst na in de commit die bekeken werd."
_SEEN_EN = "An approval counts for exactly the text that somebody saw. So that text is computed again from the commit that was looked at."
_HANDS_NL = "Een akkoord op papier telt doordat twee mensen van school ervoor instaan die er zelf niets bij te winnen hebben: één typt over, een ander kijkt na."
_HANDS_EN = "An approval on paper counts because two people at school answer for it who gain nothing by it: one types it over, another checks that."
_FORGE_NL = "De ontvangstdienst bevestigt alleen wat het platform nu toont. Een akkoord dat daar niet meer staat, of nooit zo stond, is er geen."
_FORGE_EN = "The receiver attests only what the forge shows now. An approval that no longer stands there, or never stood so, is none."

CODES: tuple[Code, ...] = (
    Code(
        "attestation.not-the-receiver",
        nl=Say(
            "{person} is niet de ontvangstdienst en kan niet bevestigen wat een ander deed.",
            hint="Laat de ontvangstdienst dit bevestigen, met haar eigen sleutel.",
            why="Een bevestiging spreekt voor een ander. Dat mag alleen de ontvangstdienst, en nooit over zichzelf.",
        ),
        en=Say(
            "{person} is not the receiver and cannot attest what somebody else did.",
            hint="Have the receiver attest this, with its own key.",
            why="An attestation speaks for somebody else. Only the receiver may do so, and never about itself.",
        ),
    ),
    Code(
        "attestation.action",
        nl=Say(
            "Op deze weg ({kind}) komt geen handeling {action} binnen.",
            hint="Onderteken deze handeling met een eigen sleutel.",
            why="Een akkoord op het platform keurt alleen goed. Wat via een link of op papier komt, schrijft of keurt goed; besluiten vragen een eigen sleutel.",
        ),
        en=Say(
            "No action {action} comes in by this road ({kind}).",
            hint="Sign this action with a key of your own.",
            why="A review on a forge only approves. What comes by a link or on paper writes or approves; decisions ask for a key of one's own.",
        ),
    ),
    Code(
        "attestation.not-approved",
        nl=Say(
            "Dit is geen akkoord: het platform noemt het {state}.",
            hint="Vraag de beoordelaar van de wijziging om een akkoord.",
            why=_FORGE_NL,
        ),
        en=Say(
            "This is no approval: the forge calls it {state}.",
            hint="Ask the reviewer for an approval.",
            why=_FORGE_EN,
        ),
    ),
    Code(
        "attestation.other-account",
        nl=Say(
            "Account {account} op {host} is niet van {person} alleen.",
            hint="Laat een beheerder het accountnummer bij de juiste persoon zetten.",
            why="Een account telt met zijn nummer, want een naam kan veranderen of van een ander worden. Een account van twee mensen is van niemand.",
        ),
        en=Say(
            "Account {account} on {host} is not {person}'s alone.",
            hint="Have an administrator put the account's number with the right person.",
            why="An account counts by its number, since a name can change or become another's. An account of two people is nobody's.",
        ),
    ),
    Code(
        "attestation.not-staff",
        nl=Say(
            "{person} hoort niet bij de school.",
            hint="Studenten en bedrijven antwoorden via hun persoonlijke pagina; op papier staan twee mensen van school in voor het overtypen.",
            why="Akkoord op het platform en overtypen van papier zijn werk van de school. Anders zou iemand zijn eigen akkoord kunnen bevestigen.",
        ),
        en=Say(
            "{person} does not belong to the school.",
            hint="Students and companies answer on their personal page; on paper, two people at school answer for the typing.",
            why="Reviewing on the forge and typing over from paper are the school's work. Otherwise people could confirm an approval of their own.",
        ),
    ),
    Code(
        "attestation.unknown-maker",
        nl=Say(
            "Van commit {commit}, die werd bekeken, is niet te zeggen wie haar maakte.",
            hint="Laat de maker de wijziging met Proeve indienen, zodat zij ondertekend is.",
            why="Wie akkoord geeft op een wijziging, mag haar niet zelf hebben klaargezet. Dat is alleen na te gaan als elke commit in het voorstel is ondertekend.",
        ),
        en=Say(
            "Of commit {commit}, which was reviewed, it cannot be said who made it.",
            hint="Have its maker hand the change in with Proeve, so that it is signed.",
            why="Who approves a change may not have pushed it. That can be seen only if each commit of the proposal is signed.",
        ),
    ),
    Code(
        "attestation.own-work",
        nl=Say(
            "{person} gaf op het platform akkoord op een eigen wijziging ({commit}).",
            hint="Geef het akkoord met een eigen sleutel, of vraag een ander.",
            why="Een akkoord op het platform is het oordeel van een tweede mens. Wie de wijziging zelf klaarzette, is dat niet.",
        ),
        en=Say(
            "{person} approved a change of their own on the forge ({commit}).",
            hint="Approve with a key of your own, or ask somebody else.",
            why="A review on a forge is the judgement of a second person. Who pushed the change is not.",
        ),
    ),
    Code(
        "attestation.same-hands",
        nl=Say(
            "Dit papier is niet door twee anderen overgetypt en nagekeken.",
            hint="Laat de een het papier overtypen en een ander het nakijken.",
            why=_HANDS_NL,
        ),
        en=Say(
            "This paper was not typed over and checked by two other people.",
            hint="Have one person type the paper over and another check it.",
            why=_HANDS_EN,
        ),
    ),
    Code(
        "attestation.assesses",
        nl=Say(
            "{person} beoordeelt dit examen en staat daarom niet in voor een papier.",
            hint="Laat iemand anders van school het papier overtypen of nakijken.",
            why=_HANDS_NL,
        ),
        en=Say(
            "{person} assesses this exam and so does not answer for a paper.",
            hint="Have somebody else at school type the paper over or check it.",
            why=_HANDS_EN,
        ),
    ),
    Code(
        "attestation.nothing-seen",
        nl=Say(
            "De commit die werd bekeken, hangt niet aan deze commit.",
            hint="Laat de ontvangstdienst het voorstel samenvoegen, met de bekeken commit als tweede ouder.",
            why=_SEEN_NL,
        ),
        en=Say(
            "The commit that was looked at does not hang on to this one.",
            hint="Have the receiver merge the proposal, with the reviewed commit as second parent.",
            why=_SEEN_EN,
        ),
    ),
    Code(
        "attestation.other-commit",
        nl=Say(
            "Commit {commit} werd bekeken, maar hoort niet bij wat hier wordt samengevoegd.",
            hint=_AGAIN_NL,
            why=_SEEN_NL,
        ),
        en=Say(
            "Commit {commit} was reviewed, but is no part of what is merged here.",
            hint=_AGAIN_EN,
            why=_SEEN_EN,
        ),
    ),
    Code(
        "attestation.other-text",
        nl=Say(
            "De tekst van {row} was anders toen akkoord werd gegeven.",
            hint="Vraag opnieuw akkoord op de tekst zoals die nu is.",
            why=_SEEN_NL,
        ),
        en=Say(
            "The text of {row} was another when it was approved.",
            hint="Ask again for approval of the text as it is now.",
            why=_SEEN_EN,
        ),
    ),
    Code(
        "attestation.dismissed",
        nl=Say(
            "Akkoord {review} is op het platform ingetrokken.",
            hint="Vraag de beoordelaar van de wijziging opnieuw om een akkoord.",
            why=_FORGE_NL,
        ),
        en=Say(
            "Review {review} was dismissed on the forge.",
            hint="Ask the reviewer for an approval again.",
            why=_FORGE_EN,
        ),
    ),
    Code(
        "attestation.stale",
        nl=Say(
            "Akkoord {review} is ouder dan de laatste wijziging, zegt het platform.",
            hint="Vraag de beoordelaar van de wijziging opnieuw om een akkoord.",
            why=_FORGE_NL,
        ),
        en=Say(
            "Review {review} is older than the last change, says the forge.",
            hint="Ask the reviewer for an approval again.",
            why=_FORGE_EN,
        ),
    ),
    Code(
        "attestation.not-official",
        nl=Say(
            "Akkoord {review} is van iemand die op het platform niet mag goedkeuren.",
            hint="Geef dit account op het platform het recht om goed te keuren.",
            why=_FORGE_NL,
        ),
        en=Say(
            "Review {review} is by somebody who may not approve on the forge.",
            hint="Give this account the right to approve on the forge.",
            why=_FORGE_EN,
        ),
    ),
    Code(
        "attestation.edited",
        nl=Say(
            "Akkoord {review} is na het geven nog veranderd.",
            hint="Vraag de beoordelaar van de wijziging opnieuw om een akkoord.",
            why="Wie een bericht achteraf kan bewerken, kan er een akkoord van maken. Daarom telt alleen wat nooit veranderd is.",
        ),
        en=Say(
            "Review {review} was changed after it was given.",
            hint="Ask the reviewer for an approval again.",
            why="Who can edit a message afterwards can make an approval of it. So only what never changed counts.",
        ),
    ),
    Code(
        "attestation.unknown-account",
        nl=Say(
            "Account {account} op {host} is van niemand in het register, of van meer dan één.",
            hint="Laat een beheerder het accountnummer bij één persoon zetten.",
            why="Een account telt met zijn nummer, want een naam kan veranderen of van een ander worden.",
        ),
        en=Say(
            "Account {account} on {host} is nobody's in the registry, or more than one person's.",
            hint="Have an administrator put the account's number with one person.",
            why="An account counts by its number, since a name can change or become another's.",
        ),
    ),
    Code(
        "attestation.no-say",
        nl=Say(
            "{person} heeft over {row} van dit examen niets te zeggen.",
            hint="Vraag akkoord aan wie in dit examen die rol heeft.",
            why="De ontvangstdienst bevestigt alleen een akkoord dat in deze stap kan tellen.",
        ),
        en=Say(
            "{person} has no say in {row} of this exam.",
            hint="Ask whoever has that part in this exam for an approval.",
            why="The receiver attests only an approval that can count in this step.",
        ),
    ),
    Code(
        "list.not-in-it",
        nl=Say(
            "Deze regel hoort niet bij de besluitenlijst waarvan de handtekening eronder staat.",
            hint="Neem de regel over uit de lijst zoals die is getekend.",
            why="Eén handtekening geldt voor alle regels van een lijst. Elke regel bewijst met enkele getallen dat hij erbij hoort, zonder een andere regel te tonen.",
        ),
        en=Say(
            "This line is no part of the decision list whose signature stands under it.",
            hint="Take the line from the list as it was signed.",
            why="One signature counts for all lines of a list. Each line proves with a few numbers that it is one of them, and shows no other line.",
        ),
    ),
)
