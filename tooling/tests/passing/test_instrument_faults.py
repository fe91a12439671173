"""An instrument that fits its schema and yet means nothing is found, at its place."""

from pathlib import Path

import pytest

from proeve.model.document import Document
from proeve.process.documents import KINDS
from proeve.reading.documents import read_as
from proeve.rules.passing.checking import check_instrument
from proeve.words.codes import ALL, instrument
from tests.passing.rating_sets import CODES, document_of

FAULTS = sorted((Path(__file__).parent / "faults").glob("*.yml"))


def found(path: Path) -> list[str]:
    name = f"exams/registry/instruments/{path.stem}/1.yml"
    document = read_as(KINDS["instrument"], name, path.read_bytes())
    assert isinstance(document, Document), document
    lines: list[str] = []
    for finding in check_instrument(document):
        position = finding.where.position
        assert position is not None
        lines.append(f"{position.line}:{position.column} {finding.code}")
        for language in ("nl", "en"):
            say = ALL[finding.code].in_language(language)
            assert "{" not in (say.text + say.hint).format_map(finding.args)
    return lines


def expected(path: Path) -> list[str]:
    return [
        line.removeprefix("# expect: ")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("# expect: ")
    ]


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)
def test_a_fault_is_found_where_it_stands(path: Path) -> None:
    assert found(path) == expected(path)


def test_every_code_about_instruments_has_a_fault_that_gives_it() -> None:
    given = {line.split()[1] for path in FAULTS for line in expected(path)}
    assert given == {code.code for code in instrument.CODES}


@pytest.mark.parametrize("name", CODES)
def test_a_sample_instrument_is_in_order(name: str) -> None:
    assert list(check_instrument(document_of(name))) == []
