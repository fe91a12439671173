"""What somebody might try, and what Proeve says then: the threat table in words.

Each row has three lines: number, answer and finding code (`no-test` where no test holds
it yet), the attack in Dutch, the attack in English. Which test stands behind a row is
held by `tests/attacks`. Source: section 2 of the trust model.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from proeve.words.labels_text import Label


class Answer(StrEnum):
    """What becomes of an attack."""

    INVALID = "invalid"
    UNCONFIRMED = "unconfirmed"
    STALE = "stale"
    SUSPECT = "suspect"
    LATE = "late"
    STOPPED = "stopped"
    ROLLED_BACK = "rolled-back"
    IGNORED = "ignored"
    UNPROVABLE = "unprovable"


ANSWERS = {
    Answer.INVALID: Label("ongeldig", "invalid"),
    Answer.UNCONFIRMED: Label("nog niet bevestigd", "not yet confirmed"),
    Answer.STALE: Label("achterhaald", "stale"),
    Answer.SUSPECT: Label("verdacht", "suspect"),
    Answer.LATE: Label("te laat, of zonder bewezen tijd", "late, or untimed"),
    Answer.STOPPED: Label("niet te beoordelen, stopt", "not judged, stops"),
    Answer.ROLLED_BACK: Label("teruggedraaid, stopt", "rolled back, stops"),
    Answer.IGNORED: Label("heeft geen gevolg", "has no effect"),
    Answer.UNPROVABLE: Label("niet te bewijzen", "cannot be proved"),
}


@dataclass(frozen=True, slots=True)
class Threat:
    """One row: its number, the attack, the answer, the code of the finding if any.

    `held` says whether a test of this version carries the attack out.
    """

    number: int
    attack: Label
    answer: Answer
    code: str
    held: bool


LIMITS = (
    Label(
        "Een gestolen sleutel zolang niemand dat meldt.",
        "A stolen key in use, as long as nobody reports it.",
    ),
    Label(
        "Twee mensen die samenspannen: een beheerder en een contactpersoon kunnen "
        "samen een verzonnen beoordelaar inschrijven.",
        "Two people who conspire: an administrator and a contact person together can "
        "enrol an invented assessor.",
    ),
    Label(
        "Bewijs dat al onwaar was voordat het werd ingeleverd.",
        "Evidence that was false before it was handed in.",
    ),
    Label(
        "Een ontvangstdienst die een verkeerde tijd tekent, of een akkoord dat er niet "
        "was; een tijdstempel van buiten en eigen sleutels helpen daartegen.",
        "A receiver that signs a wrong time, or an approval that never was; a time "
        "stamp from outside and keys of one's own help against that.",
    ),
    Label(
        "Wat twee beoordelaars hardop tegen elkaar zeggen.",
        "What two assessors say aloud to each other.",
    ),
    Label(
        "Eén mens met twee inschrijvingen, als de school dat niet merkt.",
        "One human with two records, if the school does not notice.",
    ),
)
"""What Proeve cannot prove."""

_TABLE = """
1 invalid parts.not-yours
Een verzonnen naam of e-mailadres als maker
A forged author name or e-mail
2 unconfirmed signature.none
Een commit zonder handtekening
An unsigned commit
3 invalid people.unknown-key
Een goede handtekening van een onbekende sleutel
A good signature by an unknown key
4 invalid people.not-the-actor
Met de eigen sleutel tekenen namens een ander
Signing with one's own key in another's name
5 invalid people.revoked-key
Tekenen met een ingetrokken sleutel
Signing with a revoked key
6 invalid people.revoked-key
Een commit terugdateren tot voor de intrekking
Backdating a commit to before the revocation
7 suspect exam.suspect
Wat een gestolen sleutel eerder tekende
What a compromised key signed before
8 invalid people.unknown-key
Een sleutel die zichzelf inschrijft
A key that enrols itself
9 invalid registry.self-grant
Zichzelf een rol geven
Granting oneself a role
10 invalid registry.second-missing
Een beheerder geeft een commissielid een eigen sleutel
An administrator adds their own key to a committee member
11 invalid registry.key-taken
Eén sleutel bij twee personen, om twee keer te stemmen
One key under two people, to vote twice
12 unprovable -
Eén mens met twee inschrijvingen
One human with two records
13 invalid registry.weak-key
Een sleutel waarmee iedereen kan tekenen
A key with which anybody can sign
14 invalid history.header
Tekst in een kopregel die niet is ondertekend
Unsigned text in an extra header
15 invalid signature.armor
Dezelfde handtekening onder een andere commit-id
The same signature under another commit id
16 invalid history.header
Een tweede maker of een onbekende kopregel
A second author or an unknown header
17 invalid statement.characters
Een NUL-teken dat de verklaring verbergt
A NUL that hides the statement
18 invalid history.header
Een handtekening in een kopregel voor een ander soort Git
A signature in the header of another kind of Git
19 invalid signature.namespace
Een handtekening onder een bestand als akkoord gebruiken
Using a file's signature as an approval
20 invalid signature.hash
Een handtekening met een zwakke hash
A signature over a weak hash
21 invalid signature.form
Een handtekening met bytes te veel of te weinig
A signature with bytes too many or too few
22 invalid signature.mismatch
Een handtekening die is omgerekend tot een tweede
A signature turned into a second one
23 invalid signature.form
Een vreemde naam van een algoritme, om te laten vastlopen
An odd algorithm name, to cause a crash
24 invalid scope.other
Een akkoord verplaatst naar een ander examen of een andere school
An approval moved to another exam or school
25 stale rows.stale
Een oud akkoord opnieuw gebruikt nadat de tekst terugkwam
An old approval replayed after the text came back
26 stale rows.stale
Na het akkoord de tekst veranderen
Changing the text after the approval
27 stale statement.base
Eerst akkoord, daarna de basis verschuiven
Approve first, then move the base
28 invalid attestation.own-work
Het eigen werk goedkeuren
Approving one's own work
29 stale attestation.dismissed
Een ingetrokken beoordeling van een platform die een oudere laat herleven
A dismissed forge review that revives an older one
30 invalid attestation.edited
Een bewerkte opmerking als akkoord
An edited comment turned into an approval
31 invalid attestation.other-account
Een account dat van naam wisselde of opnieuw is aangemaakt
An account renamed or registered again
32 unprovable -
Een ontvangstdienst die liegt
A receiver that lies
33 stopped -
Een storing van het platform opgevat als geen nieuws
A forge's error taken for no news
34 invalid rows.locked
Een stap overslaan
Skipping a step
35 invalid rows.frozen
Na de vaststelling nog veranderen
Changing what was established
36 invalid rows.not-writable
Twee stappen in één commit
Two steps in one commit
37 invalid rows.not-writable
Een wijziging verstopt in een samenvoeging
A change hidden in a merge
38 invalid rows.deleted
Terugdraaien met een samenvoeging met iets ouds
A rollback by merging something old
39 invalid people.revoked-key
Een oud-medewerker voegt samen met de tijd dat het nog mocht
A former member merges with a time when they still might
40 rolled-back -
De geschiedenis vervangen door een aftakking van vroeger
History replaced by a fork from the past
41 rolled-back -
Commits wissen met een geforceerde push
Commits removed by a forced push
42 rolled-back - no-test
Steeds dezelfde oude stand tonen
Serving the same old state for ever
43 rolled-back - no-test
Aan twee lezers twee geschiedenissen tonen
Showing two histories to two readers
44 invalid history.foreign
Een ander begin, of een vreemde geschiedenis erbij
Another genesis, or a foreign history merged in
45 invalid history.parents
Een samenvoeging van drie of meer
A merge of three or more
46 unconfirmed signature.none
Handtekeningen verloren bij platslaan of herbaseren
Signatures lost by squash or rebase
47 invalid rows.deleted
Een hele map wissen
Deleting a whole folder
48 invalid rows.empty
Een leeg akkoord
An empty approval
49 invalid history.path-mode
Een submodule op de plaats van een examen
A submodule in the place of an exam
50 invalid history.path-mode
Een koppeling naar een bestand elders
A symbolic link to a file elsewhere
51 invalid history.path-mode
Een bestand als programma, of met een vreemde modus
A file as a program, or with an odd mode
52 invalid history.path-name
Twee namen die alleen in hoofdletters verschillen
Two names that differ in case only
53 invalid history.path-name
Namen met tekens die anders lijken dan ze zijn
Names with characters that are not what they seem
54 invalid history.tree-order
Dezelfde naam twee keer in een map
The same name twice in a folder
55 invalid rows.deleted
Een verwijdering vermomd als naamswijziging
A deletion disguised as a rename
56 invalid yaml.duplicate
YAML met dubbele sleutels, verwijzingen of eindeloze diepte
YAML with duplicate keys, aliases or endless depth
57 invalid yaml.line-break
Een onzichtbare nieuwe regel in een opmerking
An invisible new line in a comment
58 invalid registry.not-an-admin
Instellingen van Git die wijzigingen verbergen
Git attributes that hide changes
59 ignored -
Een instelling die bij het controleren een programma start
A setting that starts a program when signatures are checked
60 ignored -
Een instelling die bij het lezen een programma start
A setting that starts a program on reading
61 stopped -
Objecten die door andere worden vervangen
Objects replaced by others
62 stopped -
Een geschiedenis die elders is aangezet
A history grafted onto another
63 stopped -
Een afgekapte kopie
A shallow clone
64 ignored -
Een index van commits die liegt
A commit-graph that lies
65 stopped -
Een bestand waarvan de bytes zijn verwisseld
A file whose bytes were swapped in the store
66 invalid statement.subject
Twee bestanden met dezelfde SHA-1 (nagebootst: er is geen echt paar voor Git)
Two files with the same SHA-1 (imitated: there is no real pair for Git)
67 invalid statement.elsewhere
Een verklaring gesmokkeld in een titel of gewone regel
A statement smuggled into a title or an ordinary line
68 ignored -
Een tag met de naam van de hoofdtak
A tag with the name of the main branch
69 invalid history.path-kind
Reusachtige bestanden en bomen
Huge files and trees
70 ignored -
Een voorstel dat de controle zelf verandert
A proposal that changes the check itself
71 late time.late
Bewijs terugdateren tot voor de deadline
Evidence backdated to before its deadline
72 invalid seals.other-form
Bij de ander kijken, overschrijven of achteraf wijzigen
Peeking at the other, copying, or changing afterwards
"""


def _threats() -> Iterator[Threat]:
    lines = _TABLE.strip().split("\n")
    for head, dutch, english in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        number, answer, code, *untested = head.split(" ")
        yield Threat(
            number=int(number),
            attack=Label(dutch, english),
            answer=Answer(answer),
            code="" if code == "-" else code,
            held=not untested,
        )


THREATS: tuple[Threat, ...] = tuple(_threats())
"""The seventy-two attacks of the trust model, in its order."""
