"""The job summary: Markdown in which nothing of an exam is markup."""

import re

import pytest

from proeve.model.findings import Finding, Location, Position, Severity
from proeve.model.ledger import Standing
from proeve.process.vocabulary import RowId
from proeve.report.summary import plain, summary_lines
from tests.dossier import small
from tests.report.ledgers import HEAD, ROOT, ledger
from tests.status.exams import until

PATH = f"exams/{small.SCOPE}/exam.yml"
GOLDEN = f"""\
# Proeve

- Vertrouwensanker: {plain(ROOT)}
- Laatste commit: {HEAD}
- Commits: 2, waarvan 2 geldig, 0 nog niet bevestigd en 0 ongeldig
- Examens: 2

## Wat niet klopt

- exams/groups/ei2\\-2026\\-a/pvb\\-1/exam.yml:12:5 **exam.no-company**: Het \
leerbedrijf c\\-999 staat niet in het register. De beheerder zet het leerbedrijf in \
het register.

## Let op

- exams/groups/ei2\\-2026\\-a/pvb\\-1:1:1 **exam.untimed**: Wanneer het bewijs is \
ingeleverd, is niet bewezen. Twijfelt iemand aan de dag, dan besluit de \
examencommissie: \\`proeve decide accept\\-untimed\\`. Anders hoeft \
niemand iets te doen.

## Nu aan de beurt

| Examen | Stap | Wie |
|---|---|---|
| ei2\\-2026\\-a/pvb\\-1 | 3 Opdracht vaststellen | Examencommissie \\(p\\-000000b1\\) |
| ei2\\-2026\\-a/pvb\\-1 | 12 Dossier afsluiten en bewaren | Beheerder \
\\(p\\-000000a2, p\\-000000a3\\) |
"""


def _finding(company: str = "c-999", path: str = PATH) -> Finding:
    return Finding(
        "exam.no-company", Location(path, Position(12, 5)), {"company": company}
    )


def _note() -> Finding:
    where = Location(f"exams/{small.SCOPE}")
    return Finding("exam.untimed", where, {}, Severity.NOTE)


def _summary(*findings: Finding, environment: str = "live") -> str:
    found = ledger(
        until(RowId.ACQUIRE),
        until(RowId.RESULT),
        environment=environment,
        standings=(Standing.VALID, Standing.VALID),
    )
    lines = summary_lines(found, findings, "nl")
    return "".join(f"{line}\n" for line in lines)


def test_the_summary_says_what_is_wrong_and_whose_move_it_is() -> None:
    assert _summary(_note(), _finding()) == GOLDEN


def test_notes_alone_leave_all_in_order() -> None:
    found = _summary(_note())
    assert "## Alles is in orde.\n\n## Let op\n" in found
    assert "Wat niet klopt" not in found


def test_without_findings_all_is_in_order() -> None:
    found = _summary()
    assert "## Alles is in orde.\n\n## Nu aan de beurt\n" in found


def test_a_practice_school_says_so_before_anything_else() -> None:
    lines = _summary(environment="practice").splitlines()
    assert lines[:3] == ["# Proeve", "", lines[2]]
    assert lines[2].startswith("**OEFENSCHOOL: bewijst niets.")


HOSTILE = (
    "a|b",
    "`code`",
    "<img src=x onerror=alert(1)>",
    "[click](https://example.org)",
    "![x](https://example.org/x.png)",
    "**bold** _thin_ ~~gone~~",
    "# heading",
    "- item\n\n## Alles is in orde.",
    "&lt;b&gt;",
    "\\| escaped",
    "\u202eowned",
    "\x1b[31m",
)


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_nothing_of_an_exam_is_markup(text: str) -> None:
    for finding in (_finding(text), _finding(path=text)):
        whole = _summary(finding)
        (line,) = (each for each in whole.splitlines() if "**exam.no-company**" in each)
        shown = line.removeprefix("- ").replace("**exam.no-company**", "")
        assert re.search(r"(?<!\\)(?:\\\\)*[`*_{}\[\]()#!|<>~&]", shown) is None
        assert line.isprintable()
        assert whole.count("## Alles is in orde.") == 0


def test_plain_text_stays_as_it_is() -> None:
    assert plain("Vera  heeft\nditmaal gelijk, 3 van 4.") == (
        "Vera heeft ditmaal gelijk, 3 van 4."
    )
