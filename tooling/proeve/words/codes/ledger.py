"""The sentences of statements as the judge reads them, and of where a ledger begins."""

from proeve.words.say import Code, Say

CODES: tuple[Code, ...] = (
    Code(
        "statement.act-unsigned",
        nl=Say(
            "Deze verklaring draagt geen handtekening die meetelt.",
            hint="Wie verklaart, tekent met een eigen ed25519-sleutel.",
            why="Een verklaring zonder handtekening kan van iedereen zijn.",
        ),
        en=Say(
            "This act bears no signature that counts.",
            hint="Whoever states something signs with an ed25519 key of their own.",
            why="An act without a signature may be anybody's.",
        ),
    ),
    Code(
        "statement.base",
        nl=Say(
            "Deze commit is gemaakt op een andere stand dan waarop hij hier volgt.",
            hint="Haal de laatste stand op en maak de commit opnieuw.",
            why="Base noemt de stand die de maker zag. Klopt die niet, dan is er intussen iets veranderd.",
        ),
        en=Say(
            "This commit was made upon another state than the one it follows here.",
            hint="Fetch the latest state and make the commit again.",
            why="Base names the state that its maker saw. If it differs, something changed meanwhile.",
        ),
    ),
    Code(
        "statement.subject",
        nl=Say(
            "Wat hier staat, is niet wat de verklaring zegt achter te laten.",
            hint="Maak de commit opnieuw met Proeve.",
            why="Subject is het kenmerk van de map na de commit, onafhankelijk van Git zelf.",
        ),
        en=Say(
            "What stands here is not what the statement says it leaves behind.",
            hint="Make the commit again with Proeve.",
            why="Subject is the digest of the folder after the commit, independent of Git itself.",
        ),
    ),
    Code(
        "statement.other-repository",
        nl=Say(
            "Deze verklaring is voor een ander register: {repo}.",
            hint="Teken opnieuw voor dit register.",
            why="Een handtekening uit het ene register geldt nooit in het andere.",
        ),
        en=Say(
            "This statement is for another ledger: {repo}.",
            hint="Sign again for this ledger.",
            why="A signature from one ledger never counts in another.",
        ),
    ),
    Code(
        "statement.other-namespace",
        nl=Say(
            "Deze verklaring is van een soort die hier niet telt ({is}).",
            hint="Teken haar als verklaring over dit examen.",
            why="Elke soort handtekening heeft een eigen merk, zodat zij niet ergens anders kan dienen.",
        ),
        en=Say(
            "This act is of a kind that does not count here ({is}).",
            hint="Sign it as an act about this exam.",
            why="Each kind of signature has a mark of its own, so that it cannot serve elsewhere.",
        ),
    ),
    Code(
        "statement.no-such-step",
        nl=Say(
            "De stap {step} bestaat niet.",
            hint="Kies een van de twaalf stappen.",
            why="De lijst van stappen staat vast.",
        ),
        en=Say(
            "There is no step {step}.",
            hint="Choose one of the twelve steps.",
            why="The list of steps is closed.",
        ),
    ),
    Code(
        "statement.step-outside-exam",
        nl=Say(
            "Buiten een examen is er geen stap; hier staat {step}.",
            hint="Zet bij de stap een streepje.",
            why="Register, groepen en gereedschap staan buiten de twaalf stappen.",
        ),
        en=Say(
            "Outside an exam there is no step; this says {step}.",
            hint="Put a hyphen for the step.",
            why="Registry, groups and tooling stand outside the twelve steps.",
        ),
    ),
    Code(
        "statement.no-such-action",
        nl=Say(
            "De handeling {action} kan hier niet.",
            hint="Kijk bij de spelregels welke handelingen hier kunnen.",
            why="Elke plaats in het register kent eigen handelingen; register en groep veranderen alleen met een akkoord.",
        ),
        en=Say(
            "The action {action} is not possible here.",
            hint="See in the process rules which actions are possible here.",
            why="Each place in the ledger has actions of its own; registry and group change by an approval only.",
        ),
    ),
    Code(
        "history.no-genesis",
        nl=Say(
            "De eerste commit die hier wordt gelezen, heeft een voorganger.",
            hint="Haal de hele geschiedenis op.",
            why="Een register begint bij precies één commit zonder voorganger.",
        ),
        en=Say(
            "The first commit that is read here has a parent.",
            hint="Fetch the whole history.",
            why="A ledger begins at exactly one commit without a parent.",
        ),
    ),
    Code(
        "history.second-genesis",
        nl=Say(
            "Midden in de geschiedenis staat een commit zonder voorganger.",
            hint="Haal de geschiedenis op uit de bron die u vertrouwt.",
            why="Een tweede begin zou een andere geschiedenis ongemerkt laten aansluiten.",
        ),
        en=Say(
            "A commit without a parent stands in the middle of the history.",
            hint="Fetch the history from the source that you trust.",
            why="A second genesis would let another history join unnoticed.",
        ),
    ),
    Code(
        "history.genesis-too-wide",
        nl=Say(
            "De eerste commit raakt meer dan het register.",
            hint="Begin opnieuw met alleen exams/registry/.",
            why="Het begin legt alleen mensen, sleutels en beleid vast; wat daarna komt, wordt daarmee beoordeeld.",
        ),
        en=Say(
            "The first commit touches more than the registry.",
            hint="Begin again with exams/registry/ alone.",
            why="The genesis fixes only people, keys and policy; all that follows is judged by them.",
        ),
    ),
    Code(
        "history.not-a-root-key",
        nl=Say(
            "De eerste commit is niet getekend met een hoofdsleutel uit root.yml.",
            hint="Een houder van een hoofdsleutel tekent het begin.",
            why="Wie het begin tekent, moet er zelf in staan als houder.",
        ),
        en=Say(
            "The first commit is not signed with a root key of root.yml.",
            hint="A holder of a root key signs the genesis.",
            why="Whoever signs the genesis must stand in it as a holder.",
        ),
    ),
)
