"""Every report, table and column has its words; cells are said in both languages."""

import pytest

from proeve.process.vocabulary import Part, StepId
from proeve.sight.reports import REPORTS
from proeve.sight.school import Group
from proeve.sight.sheets import neutral, sheet
from proeve.sight.spoken import Speaker
from proeve.sight.tables import Cell, Column, Kind, Table
from proeve.words.labels_reports import introduction, report_title
from proeve.words.say import Language

DUTCH = Speaker(
    language="nl",
    names={"p-00000001": "Noor"},
    groups={"a": Group(title="Groep A", crebo="", cohort="")},
    titles={"las3-pvb1": "Lassen"},
)
ENGLISH = Speaker(language="en")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", REPORTS)
def test_every_report_has_a_title_and_says_what_it_tells(
    name: str, language: Language
) -> None:
    assert report_title(name, language)
    assert introduction(name, language).endswith(".")


@pytest.mark.parametrize(
    ("cell", "kind", "dutch", "english"),
    [
        (12.5, Kind.DAYS, "12,5", "12.5"),
        (-0.25, Kind.KAPPA, "-0,25", "-0.25"),
        (0.6, Kind.KAPPA, "0,60", "0.60"),
        (89.1, Kind.SHARE, "89,1%", "89.1%"),
        (7, Kind.COUNT, "7", "7"),
        ("2027-03", Kind.MONTH, "mrt 2027", "Mar 2027"),
        ("2027-03-05T17:00:00+01:00", Kind.DATE, "5 mrt 2027", "5 Mar 2027"),
        (Part.STUDENT, Kind.WORD, "Student", "Student"),
        (StepId.EVIDENCE, Kind.STEP, "6 Bewijs inleveren", "6 Hand in the evidence"),
        ("a", Kind.GROUP, "Groep A", "a"),
        ("a/26-0001-b", Kind.EXAM, "26-0001-b", "26-0001-b"),
        ("p-00000001", Kind.NAME, "Noor", "p-00000001"),
        ("25268 las3-pvb1", Kind.CODE, "Lassen (25268 las3-pvb1)", "25268 las3-pvb1"),
        (None, Kind.DAYS, "–", "–"),
    ],
)
def test_a_cell_is_said_in_the_reader_s_language(
    cell: Cell, kind: Kind, dutch: str, english: str
) -> None:
    assert DUTCH.say(cell, kind) == dutch
    assert ENGLISH.say(cell, kind) == english


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "\na"])
def test_no_text_in_a_sheet_is_a_formula(text: str) -> None:
    assert neutral(text) == f"'{text}"


def test_a_sheet_opens_in_dutch_excel() -> None:
    table = Table(
        id="assessor",
        columns=(Column("assessor", Kind.NAME), Column("kappa", Kind.KAPPA)),
        rows=(("=HYPERLINK(1)", -0.25), ("p-00000001", None), ("a;b", 1.5)),
    )
    assert sheet(table, DUTCH) == (
        "\ufeffBeoordelaar;Gewogen kappa\r\n"
        '\'=HYPERLINK(1);-0,25\r\nNoor;\r\n"a;b";1,50\r\n'
    )
