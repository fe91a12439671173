"""A verb may leave cycles alone; whoever called it finds Python as it was."""

import gc
from collections.abc import Iterator

import pytest

from proeve.cli import cycles
from proeve.cli.main import main
from tests.doing.ground import Ground, made


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    gc.enable()


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return made(tmp_path_factory.mktemp("ground") / "school", exams=1)


@pytest.mark.parametrize(
    "words", [("verify",), ("status",), ("policy", "show"), ("status", "nowhere")]
)
@pytest.mark.parametrize("enabled", [True, False])
def test_cycles_are_searched_for_afterwards_as_before(
    words: tuple[str, ...], *, enabled: bool, ground: Ground
) -> None:
    (gc.enable if enabled else gc.disable)()
    main(["-C", str(ground.folder), *words])
    assert gc.isenabled() is enabled


def test_inside_python_searches_for_none() -> None:
    with cycles.unsearched():
        with cycles.unsearched():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_outside_a_verb_nothing_changes() -> None:
    cycles.search_no_cycles()
    assert gc.isenabled()
