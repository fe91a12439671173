"""The engine of guided forms, without a terminal: questions, answers, data."""

from collections.abc import Mapping

import pytest

from proeve.deeds.forms.filling import Filling
from proeve.deeds.forms.questions import Ask, Choice, Guide, Hint, Pointer, Question
from proeve.deeds.forms.sources import editable, read_source
from proeve.deeds.forms.understanding import NotUnderstoodError, understood
from proeve.deeds.yamlwriting import document_text
from proeve.model.document import Data, Document
from proeve.process.documents import KINDS
from proeve.process.table import MEI_12
from proeve.reading.documents import read_as
from proeve.words.say import Language

DOCUMENTS = sorted(
    {
        path.removesuffix(".yml")
        for row in MEI_12.rows.values()
        for path in row.writes
        if path.endswith(".yml") and "/" not in path
    }
)
TYPED: Mapping[str, str] = {
    "date": "31-1-2027",
    "date_time": "31-1-2027 9:30",
    "moment": "31-1-2027",
    "rating": "V",
    "part": "student",
}


def typed_for(question: Question) -> str:
    """Return an answer that somebody could give to any question."""
    if question.choices:
        return str(question.choices[0].value)
    if question.ask is Ask.FLAG:
        return "j"
    if question.ask in (Ask.WHOLE, Ask.NUMBER):
        return f"{question.least or 1:g}"
    return TYPED.get(question.meant, question.example or "Tekst.")


def whole(guide: Guide, *, most: int = 1) -> dict[str, Data]:
    """Return a document in which every question was answered, each list `most` long."""
    filling = Filling(guide)
    while filling.question is not None:
        question = filling.question
        end = any(isinstance(p, int) and p >= most for p in question.pointer)
        if end and question.pointer[-1] == "?":
            filling.take("n")
        else:
            filling.take("-" if end and not question.required else typed_for(question))
    return filling.data


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_document_of_an_exam_can_be_filled_in(
    kind: str, language: Language
) -> None:
    keys = {
        ("items",): ("W1-C1", "W1-C2") if kind == "consensus" else (),
        ("files",): ("exam.yml",),
        ("deadlines",): ("evidence",),
    }
    guide = Guide(
        kind=kind,
        language=language,
        keys={way: names for way, names in keys.items() if names},
    )
    data = whole(guide)
    path = f"exams/groups/a/b/{kind}.yml"
    found = read_as(KINDS[kind], path, document_text(path, data))
    assert isinstance(found, Document), found


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_question_has_words_in_both_languages(kind: str) -> None:
    titles: list[list[str]] = []
    for language in ("nl", "en"):
        filling = Filling(Guide(kind=kind, language=language))
        own: list[str] = []
        while filling.question is not None:
            assert filling.question.title
            assert filling.question.description
            own.append(filling.question.title)
            again = filling.question.pointer[-1] == "?" or (
                not filling.question.required
            )
            filling.take(
                "n"
                if again and filling.question.ask is Ask.FLAG
                else ("-" if again else typed_for(filling.question))
            )
        titles.append(own)
    assert len(titles[0]) == len(titles[1])
    assert titles[0] != titles[1]


def asked(**told: object) -> Question:
    """Return a question with what a test is about."""
    usual: dict[str, object] = {"pointer": ("x",), "ask": Ask.TEXT, "title": "X"}
    return Question(**{**usual, **told})  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("question", "typed", "value"),
    [
        (asked(meant="date"), "14-1-2027", "2027-01-14"),
        (asked(meant="date"), "2027-01-14", "2027-01-14"),
        (asked(meant="date_time"), "14-1-2027 9:05", "2027-01-14T09:05:00+01:00"),
        (asked(meant="date_time"), "14/7/2027 17.30", "2027-07-14T17:30:00+02:00"),
        (asked(meant="moment"), "14.7.2027", "2027-07-14"),
        (asked(ask=Ask.NUMBER), "7,5", 7.5),
        (asked(ask=Ask.NUMBER), "8.0", 8),
        (asked(ask=Ask.FLAG), "ja", True),
        (asked(ask=Ask.FLAG), "N", False),
        (asked(required=False), "", None),
        (asked(required=False, offered="a"), "", "a"),
        (asked(required=False, offered="a"), "-", None),
        (asked(offered=False, ask=Ask.FLAG), "", False),
        (
            asked(ask=Ask.CHOICE, choices=(Choice(value="V"), Choice(value="G"))),
            "2",
            "G",
        ),
        (
            asked(ask=Ask.CHOICE, choices=(Choice(value="V"), Choice(value="G"))),
            "v",
            "V",
        ),
        (
            asked(ask=Ask.SEVERAL, choices=(Choice(value="e1"), Choice(value="e2"))),
            "2, e1, 2",
            ["e2", "e1"],
        ),
    ],
)
def test_an_answer_is_understood_as_people_write_it(
    question: Question, typed: str, value: Data
) -> None:
    found = understood(question, typed)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        (asked(meant="date"), "31-2-2027"),
        (asked(meant="date"), "next week"),
        (asked(meant="date_time"), "14-1-2027 25:00"),
        (asked(ask=Ask.WHOLE, least=1, most=20), "0"),
        (asked(ask=Ask.WHOLE, least=1, most=20), "21"),
        (asked(ask=Ask.WHOLE), "1.5"),
        (asked(ask=Ask.NUMBER), "much"),
        (asked(ask=Ask.NUMBER), "nan"),
        (asked(ask=Ask.NUMBER), "inf"),
        (asked(ask=Ask.FLAG), "maybe"),
        (asked(), ""),
        (asked(), "-"),
        (asked(most=5), "123456"),
        (asked(pattern="^[a-z]+$"), "A1"),
        (asked(ask=Ask.CHOICE, choices=(Choice(value="V"),)), "2"),
        (asked(ask=Ask.SEVERAL, choices=(Choice(value="e1"),)), "e1 e2"),
    ],
)
def test_an_answer_that_does_not_fit_is_one_sentence(
    question: Question, typed: str
) -> None:
    with pytest.raises(NotUnderstoodError) as error:
        understood(question, typed)
    assert error.value.nl.startswith("X: ")
    assert error.value.en.startswith("X: ")


def test_a_draft_goes_on_where_it_was_left() -> None:
    guide = Guide(kind="execution", language="en")
    first = Filling(guide)
    for typed in ("running", "y", "2-3-2027"):
        first.take(typed)
    second = Filling(guide, first.answers)
    assert second.question == first.question
    assert second.question is not None
    assert second.question.pointer == ("days", 0, "hours")


def test_an_answer_that_fits_no_more_is_asked_again() -> None:
    guide = Guide(kind="execution", language="en")
    filling = Filling(guide, {"status": "done long ago"})
    assert filling.question is not None
    assert filling.question.pointer == ("status",)
    assert filling.answers == {}


def test_one_can_go_back() -> None:
    filling = Filling(Guide(kind="execution", language="en"))
    filling.take("running")
    filling.back()
    assert filling.question is not None
    assert filling.question.pointer == ("status",)
    filling.back()
    assert filling.answers == {}


def test_what_is_wrong_in_a_place_is_asked_again_there() -> None:
    filling = Filling(Guide(kind="evidence-check", language="en"))
    for typed in ("y", "y", "n", "Good."):
        filling.take(typed)
    assert filling.question is None
    assert filling.again(("complete",))
    assert filling.question is not None
    assert filling.question.pointer == ("complete",)
    assert set(filling.answers) == set()
    assert not filling.again(("schema",))


def test_a_reason_is_asked_where_it_is_needed_only() -> None:
    hint = Hint(
        when=lambda item: item.get("agreed") != item.get("first"), required=True
    )
    guide = Guide(
        kind="consensus",
        language="en",
        known={("by",): ["student"], ("items", "C1", "first"): "V"},
        left=frozenset(
            {("talk",), ("items", "C1", "second"), ("items", "C1", "third")}
        ),
        keys={("items",): ("C1",)},
        hints={("items", "C1", "reason"): hint},
    )
    alike, other = Filling(guide), Filling(guide)
    alike.take("V")
    assert alike.question is None
    other.take("O")
    assert other.question is not None
    assert other.question.pointer == ("items", "C1", "reason")
    assert other.question.required


FILE = b"""decision: resit
resit:
  units: [B1-K1]
  before: 2027-02-30
"""


def test_a_file_is_refused_at_its_own_line_and_column() -> None:
    guide = Guide(kind="follow-up", language="en")
    found = read_source(guide, FILE, "mine.yml")
    assert isinstance(found, tuple)
    assert {str(finding.where) for finding in found} == {"mine.yml:4:3"}
    found = read_source(guide, b"decision: &a resit\n", "mine.yml")
    assert isinstance(found, tuple)
    assert str(found[0].where).startswith("mine.yml:1:")


def test_a_file_may_leave_out_what_the_tool_knows() -> None:
    guide = Guide(kind="follow-up", language="en", known={("by",): "p-00000001"})
    found = read_source(guide, FILE.replace(b"30", b"20"), "mine.yml")
    assert isinstance(found, dict)
    assert found["by"] == "p-00000001"
    assert found["schema"] == "proeve/follow-up/v1"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_what_an_editor_gets_reads_back_as_it_was(
    kind: str, language: Language
) -> None:
    keys: dict[Pointer, tuple[str, ...]] = {("files",): ("exam.yml",)}
    if kind == "consensus":
        keys["items",] = ("W1-C1",)
    guide = Guide(kind=kind, language=language, keys=keys)
    data = whole(guide)
    text = editable(guide, data, "https://school.example/x.schema.json")
    assert text.startswith(b"# yaml-language-server: $schema=https://school.example/")
    assert read_source(guide, text, "mine.yml") == data
    for line in text.decode().splitlines():
        assert line == line.rstrip()
