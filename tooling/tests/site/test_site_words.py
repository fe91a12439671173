"""Dates, findings, names and signs in the reader's language."""

from pathlib import Path

import pytest

from proeve.errors import UsageError
from proeve.model.findings import Finding, Location, Position
from proeve.model.verdict import StepState, StepVerdict
from proeve.process.vocabulary import StepId
from proeve.site import dates
from proeve.site.directory import read_directory
from proeve.site.legend import legend_of, meanings_of
from proeve.site.marks import SIGNS, Mark, mark_of
from proeve.site.sentences import explained, said
from proeve.site.shipped import shipped_templates
from proeve.site.templates import environment
from proeve.words.codes import ALL
from proeve.words.say import Language

LANGUAGES: tuple[Language, ...] = ("nl", "en")
SUMMER = 1_782_813_600
"""30 June 2026, 10:00 in UTC, when Dutch clocks say 12:00."""
WINTER = 1_767_222_000
"""31 December 2025, 23:00 in UTC, when Dutch clocks say midnight."""


def test_a_moment_is_told_on_the_dutch_clock() -> None:
    assert dates.moment(SUMMER, "nl") == "30 jun 2026, 12:00"
    assert dates.moment(WINTER, "en") == "1 Jan 2026, 00:00"


def test_a_machine_reads_the_offset() -> None:
    assert dates.machine(SUMMER) == "2026-06-30T12:00+02:00"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2026-11-23", "23 nov 2026"),
        ("2026-11-23T14:05:00+01:00", "23 nov 2026, 14:05"),
        ("volgende week", "volgende week"),
        ("", ""),
    ],
)
def test_a_written_date_is_spelled_out(written: str, told: str) -> None:
    assert dates.written(written, "nl") == told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(ALL))
def test_every_code_has_its_explanation(code: str, language: Language) -> None:
    shown = explained(code, language)
    assert shown.text
    assert shown.why
    assert "{" not in shown.text


def test_a_finding_without_its_values_leaves_gaps() -> None:
    code = next(code for code, say in ALL.items() if "{" in say.nl.text)
    assert "…" in said(Finding(code, Location("a.yml")), "nl").text


def test_a_finding_tells_its_place() -> None:
    finding = Finding("no.such-code", Location("a.yml", Position(3, 7)))
    shown = said(finding, "nl")
    assert shown.where == "a.yml:3:7"
    assert not shown.known


def test_every_mark_has_a_sign_and_words() -> None:
    assert set(SIGNS) == set(Mark)
    assert len(set(SIGNS.values())) == len(Mark)
    for language in LANGUAGES:
        assert {mark for mark, _ in legend_of(language)} == set(Mark)
        assert {state for _, state, _ in meanings_of(language)} == set(StepState)


@pytest.mark.parametrize("state", list(StepState))
def test_only_a_step_that_can_be_done_is_late(state: StepState) -> None:
    step = StepVerdict(step=StepId.EVIDENCE, state=state, overdue_days=3)
    can = {StepState.OPEN, StepState.WAITING, StepState.RETURNED}
    assert (mark_of(step) is Mark.LATE) == (state in can)


def test_the_directory_file_gives_names(tmp_path: Path) -> None:
    file = tmp_path / "names.csv"
    file.write_text(
        "\ufeffkenmerk;soort;naam\r\np-00000001;student;Naam Een\r\n"
        "p-00000002;student;'=Naam\r\np-00000003;student;\r\n",
        encoding="utf-8",
    )
    assert read_directory(file) == {"p-00000001": "Naam Een", "p-00000002": "=Naam"}


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_an_unreadable_directory_is_said_so(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "names.csv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError):
        read_directory(file)


def test_a_finding_names_the_step_and_the_person_and_shows_commands_as_such() -> None:
    person, finding = (
        "p-5151aa00",
        Finding(
            "exam.suspect",
            Location("a.yml"),
            args={"person": "p-5151aa00", "row": "acquire", "kind": "compromised"},
        ),
    )
    told = said(finding, "nl", {person: "Robin <b>"})
    assert "acquire" not in told.text
    assert "misbruikt of gestolen" in told.text
    filters = environment(shipped_templates() / "pages", "nl", {}).filters
    html = filters["coded"](f"{told.text} {told.hint}")
    assert "<code>proeve reaffirm</code>" in html
    assert "Robin &lt;b&gt;" in html
    assert "<b>" not in html


def test_a_command_breaks_between_its_words_only() -> None:
    filters = environment(shipped_templates() / "pages", "nl", {}).filters
    written = filters["whole"]("proeve unseal las3-2026-c/<26>")
    assert written == "proeve unseal <span>las3-2026-c/&lt;26&gt;</span>"
