"""What is said when nothing better is known: never silence, never a pass."""

import pytest
from yaml.error import MarkedYAMLError, YAMLError

from proeve.model.document import Document
from proeve.model.findings import Position
from proeve.process.documents import KINDS
from proeve.reading import schemas
from proeve.reading.syntax import syntax_finding


@pytest.mark.parametrize(
    "error", [YAMLError(), MarkedYAMLError(problem="something new")]
)
def test_an_error_that_has_no_words_yet_is_a_finding(error: YAMLError) -> None:
    finding = syntax_finding(error, b"a: 1\n", "x.yml")
    assert finding.code == "yaml.syntax"
    assert finding.where.position == Position(1, 1)


def test_the_stricter_validator_has_the_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proeve.reading.faults.faults", lambda _document: ())
    document = Document(kind=KINDS["exam"], path="x.yml", data={}, marks={})
    assert [each.code for each in schemas.check(document)] == ["schema.unclear"]
