"""The folders of good and bad documents: each bad one says what it must give, where.

`# expect: <line>:<column> <code>` on the first lines, one for each finding.
"""

import re
from pathlib import Path

import pytest

from proeve.model.document import Document
from proeve.model.findings import Finding
from proeve.process.documents import KINDS
from proeve.reading.documents import read_as

CASES = Path(__file__).parents[1] / "cases"
EXPECT = re.compile(r"# expect: (\S+ \S+)\n")


def examples(folder: str) -> list[str]:
    found = sorted(CASES.glob(f"*/{folder}/*.yml"))
    return [path.relative_to(CASES).as_posix() for path in found]


def read(example: str) -> Document | tuple[Finding, ...]:
    kind = KINDS[example.partition("/")[0]]
    return read_as(kind, example, (CASES / example).read_bytes())


def told(finding: Finding) -> str:
    at = finding.where.position
    assert at is not None
    return f"{at.line}:{at.column} {finding.code}"


@pytest.mark.parametrize("example", examples("valid"))
def test_a_valid_example_is_a_document(example: str) -> None:
    assert isinstance(read(example), Document), read(example)


@pytest.mark.parametrize("example", examples("invalid"))
def test_an_invalid_example_gives_exactly_what_it_says(example: str) -> None:
    expected = EXPECT.findall((CASES / example).read_text(encoding="utf-8"))
    found = read(example)
    assert expected
    assert isinstance(found, tuple)
    assert [told(finding) for finding in found] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_examples_of_both_sorts(kind: str) -> None:
    for folder in ("valid", "invalid"):
        assert any(CASES.glob(f"{kind}/{folder}/*.yml")), folder
