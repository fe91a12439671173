"""The command as a whole: its verbs, its languages and its four exit codes."""

from pathlib import Path

import click
import pytest

from proeve import __version__
from proeve.cli import lint, main, output
from proeve.errors import LawError, RepositoryError, TrustError, UsageError
from proeve.words.codes import ALL
from tests.cli.running import as_program, proeve, started

pytestmark = pytest.mark.slow

VERBS = (
    "lint",
    "verify",
    "status",
    "next",
    "today",
    "log",
    "suspects",
    "reaffirm",
    "void",
    "init",
    "people",
    "explain",
    "explain-result",
    "completion",
    "practice",
    "site",
    "demo",
    "hook",
)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_verb_tells_what_it_does(
    verb: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", verb, option]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: proeve {verb} ")


def test_the_command_tells_its_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "--help"]) == 0
    told = capsys.readouterr().out
    commands = told.split("Commands:\n")[1].splitlines()
    assert set(VERBS) <= {line.split()[0] for line in commands}


def test_the_site_is_built_by_a_verb_of_its_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["site", "build", "--help"]) == 0
    assert "--lang" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("proeve, version ")


@pytest.mark.parametrize(
    "wrong",
    [
        ["dance"],
        ["--lang", "fr", "lint"],
        ["lint", "--lang", "fr"],
        ["lint", "--format", "xml"],
        ["verify", "--workers", "0"],
        ["verify", "too", "much"],
        ["verify", "--now", "yesterday"],
        ["status", "--now", "2027-13-01"],
        ["practice"],
        ["practice", "x", "--exams", "0"],
        ["explain-result"],
        ["site", "dance"],
        ["--no-such-option"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_ends_with_two(
    wrong: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["-C", str(tmp_path), *wrong]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err != ""
    assert "Traceback" not in told.err


def test_a_moment_that_is_none_is_told_in_the_reader_s_language(
    tmp_path: Path,
) -> None:
    dutch = proeve(tmp_path, "verify", "--now", "gisteren", lang="nl")
    assert dutch.err.startswith("proeve: gisteren is geen datum of tijd zoals ")
    english = proeve(tmp_path, "verify", "--now", "gisteren")
    assert english.err.startswith("proeve: gisteren is no date or time such as ")


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ("1970-01-02", 86_400),
        ("1970-01-01T01:00:00", 3_600),
        ("1970-01-01T01:00:00Z", 3_600),
        ("1970-01-01T01:00:00+01:00", 0),
    ],
)
def test_a_moment_is_read_as_utc_unless_it_says_otherwise(
    given: str, seconds: int
) -> None:
    assert output.moment(given) == seconds


# Languages


@pytest.mark.parametrize(
    "asked",
    [
        ("nl_NL.UTF-8", [], "nl"),
        ("C.UTF-8", [], "nl"),
        ("en_GB.UTF-8", [], "en"),
        ("", [], "nl"),
        ("en_GB.UTF-8", ["--lang", "nl"], "nl"),
        ("nl_NL.UTF-8", ["--lang", "en"], "en"),
        ("nl_NL.UTF-8", ["--lang=en"], "en"),
        ("en_GB.UTF-8", ["--lang=nl"], "nl"),
    ],
)
def test_sentences_are_in_the_language_that_was_asked(
    asked: tuple[str, list[str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    system, arguments, expected = asked
    monkeypatch.setenv("LANG", system)
    for verb in (["lint", *arguments], [*arguments, "lint"]):
        assert main(["-C", str(tmp_path), *verb]) == 3
        error = capsys.readouterr().err
        assert ("staat geen map" in error) == (expected == "nl"), error


def test_the_language_behind_the_verb_wins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(
        ["-C", str(tmp_path), "--lang", "nl", "explain", "rows.locked", "--lang", "en"]
    )
    assert "The turn of" in capsys.readouterr().out


# Verbs that come later


@pytest.mark.parametrize("verb", ["export", "witness", "receive"])
def test_a_deed_that_is_not_there_yet_says_so(verb: str, tmp_path: Path) -> None:
    for lang in ("nl", "en"):
        ran = proeve(tmp_path, verb, "submit", "ei2-2026-a/pvb-1", "--yes", lang=lang)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert f"`{verb}`" in ran.err or verb in ran.err


# The border


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (RepositoryError("Dit kan niet.", "This cannot be."), 3),
        (TrustError("Dit kan niet.", "This cannot be."), 3),
        (LawError("Dit kan niet.", "This cannot be."), 3),
        (UsageError("Dit kan niet.", "This cannot be."), 2),
    ],
)
def test_every_failure_becomes_one_sentence(
    error: Exception,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _fails_with(monkeypatch, error)
    assert main(["--lang", "en", "lint"]) == code
    assert capsys.readouterr().err == "proeve: This cannot be.\n"
    assert main(["lint"]) == code
    assert capsys.readouterr().err == "proeve: Dit kan niet.\n"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_whoever_stops_it_gets_no_traceback(
    error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails_with(monkeypatch, error)
    assert main(["lint"]) == 130


def _fails_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(**_: object) -> None:
        raise error

    monkeypatch.setattr(lint.COMMAND, "callback", fail)


@pytest.mark.parametrize("verb", [["explain"], ["lint", "--format", "jsonl"]])
def test_a_reader_who_leaves_early_sees_no_complaint_and_no_pass(
    verb: list[str], tmp_path: Path
) -> None:
    (tmp_path / "exams").mkdir()
    (tmp_path / "exams/notes.txt").write_text("x", encoding="utf-8")
    program = started(tmp_path, *verb)
    assert program.stdout is not None
    program.stdout.close()
    _, error = program.communicate()
    assert (program.returncode, error) == (3, "")


# explain


@pytest.mark.parametrize("code", ["rows.locked", "yaml.duplicate", "exam.absent"])
def test_explain_tells_what_is_so_what_remedies_it_and_why(
    code: str, tmp_path: Path
) -> None:
    for lang in ("nl", "en"):
        ran = proeve(tmp_path, "explain", code, lang=lang)
        say = ALL[code].in_language("nl" if lang == "nl" else "en")
        assert (ran.code, ran.err) == (0, "")
        assert ran.lines == [code, "", say.text, "", say.hint, "", say.why]


def test_explain_tells_every_code(tmp_path: Path) -> None:
    assert proeve(tmp_path, "explain").lines == sorted(ALL)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("nl", "De code rows.nope bestaat niet."),
        ("en", "There is no code rows.nope."),
    ],
)
def test_a_code_that_is_not_there_ends_with_two(
    lang: str, sentence: str, tmp_path: Path
) -> None:
    ran = proeve(tmp_path, "explain", "rows.nope", lang=lang)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"proeve: {sentence} ")


def test_a_program_of_its_own_says_the_same(tmp_path: Path) -> None:
    ran = as_program(tmp_path, "--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"proeve, version {__version__}\n"


def test_an_exit_for_another_reason_is_not_called_in_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _fails_with(monkeypatch, SystemExit(7))
    with pytest.raises(SystemExit):
        main(["lint"])
