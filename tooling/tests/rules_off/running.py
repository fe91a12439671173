"""Runs the tests of a module as pytest would, without pytest around them."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count, product
from pathlib import Path
from types import ModuleType
from typing import cast

from proeve.history.objects import ObjectKind
from tests.history.building import Repository
from tests.judging.real import new_repository
from tests.judging.reference import LAST, after

Value = object
_NUMBERS = count()


def runs(module: ModuleType, folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield each run of each test that needs nothing we cannot give it."""
    for name, function in list(vars(module).items()):
        if name.startswith("test_") and _is_plain(function):
            for row in product(*_tables(function)):
                given = {key: value for part in row for key, value in part.items()}
                wanted = set(inspect.signature(function).parameters) - set(given)
                fixtures = _fixtures(wanted, folder)
                if fixtures is not None:
                    yield name, partial(function, **given, **fixtures)


def _is_plain(function: Callable[..., None]) -> bool:
    """Tell whether a test needs neither Hypothesis nor a prepared machine."""
    marks = {mark.name for mark in getattr(function, "pytestmark", [])}
    return not hasattr(function, "hypothesis") and "usefixtures" not in marks


def _fixtures(wanted: set[str], folder: Path) -> dict[str, Value] | None:
    if not wanted <= {"store", "repository", "blob", "tmp_path"}:
        return None
    found: dict[str, Value] = {}
    if "tmp_path" in wanted:
        found["tmp_path"] = folder / str(next(_NUMBERS))
        (folder / str(found["tmp_path"])).mkdir()
    if "store" in wanted:
        found["store"] = _store(folder / "store.git")
    if wanted & {"repository", "blob"}:
        repository = Repository(folder / f"{next(_NUMBERS)}.git")
        whole = {
            "repository": repository,
            "blob": repository.put(ObjectKind.BLOB, b"a: 1\n"),
        }
        found |= {name: value for name, value in whole.items() if name in wanted}
    return found


def _store(folder: Path) -> Path:
    if not folder.exists():
        after(LAST).books.ledger.write_to(new_repository(folder))
    return folder


def _tables(function: Callable[..., None]) -> Iterator[list[Mapping[str, Value]]]:
    for mark in getattr(function, "pytestmark", []):
        if mark.name == "parametrize":
            named, values = mark.args[:2]
            names = named.split(",") if isinstance(named, str) else list(named)
            yield [_row([name.strip() for name in names], each) for each in values]


def _row(names: list[str], value: Value) -> Mapping[str, Value]:
    many = (value,) if len(names) == 1 else cast("Sequence[Value]", value)
    return dict(zip(names, many, strict=True))
