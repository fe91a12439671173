"""What was judged by another law is not remembered: one rule or library is enough."""

import re
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from proeve.gather.memory.law import law

pytestmark = pytest.mark.slow


def test_the_law_is_a_digest_of_rules_and_schemas() -> None:
    assert re.fullmatch("[0-9a-f]{64}", law())


@pytest.fixture
def another_rule(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Judge by a package in which one character of one rule is another."""
    import proeve.gather.memory.law as module  # noqa: PLC0415 - its folder is patched

    copy = tmp_path / "proeve"
    shutil.copytree(module._PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    rule = copy / "rules" / "seals.py"
    rule.write_text(rule.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    monkeypatch.setattr(module, "_PACKAGE", copy)
    module.law.cache_clear()
    yield
    module.law.cache_clear()


def test_another_rule_is_another_law(request: pytest.FixtureRequest) -> None:
    before = law()
    request.getfixturevalue("another_rule")
    assert law() != before


def test_another_library_that_reads_tokens_is_another_law(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where it is absent a token gives no time, and a hand-in is judged milder."""
    import proeve.gather.memory.law as module  # noqa: PLC0415 - a name in it is patched

    def without(name: str) -> str:
        if name == "rfc3161-client":
            raise PackageNotFoundError(name)
        return version(name)

    before = law()
    monkeypatch.setattr(module, "version", without)
    module.law.cache_clear()
    absent = law()
    module.law.cache_clear()
    assert absent != before
