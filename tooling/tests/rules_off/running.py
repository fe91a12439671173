"""Runs the tests of a module as pytest would, without pytest around them."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import count, product
from pathlib import Path
from types import ModuleType
from typing import cast

from proeve.history.objects import ObjectKind
from tests.history.building import Repository
from tests.judging.real import new_repository
from tests.judging.reference import LAST, after
from tests.judging.sim import ExamSim
from tests.judging.timing import Authority, founded
from tests.receiver.test_receiver_attests import new_desk
from tests.receiver.test_reference_with_receiver import after as by_receiver

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
    if not wanted <= {*_GIVEN, *_MADE, "repository", "blob", "tmp_path"}:
        return None
    found = {name: make(folder) for name, make in _GIVEN.items() if name in wanted}
    found |= {
        name: make(_numbered(folder)) for name, make in _MADE.items() if name in wanted
    }
    if "tmp_path" in wanted:
        found["tmp_path"] = _numbered(folder)
    if wanted & {"repository", "blob"}:
        repository = Repository(folder / f"{next(_NUMBERS)}.git")
        whole = {
            "repository": repository,
            "blob": repository.put(ObjectKind.BLOB, b"a: 1\n"),
        }
        found |= {name: value for name, value in whole.items() if name in wanted}
    return found


def _numbered(folder: Path) -> Path:
    """Make a folder that nobody else was given."""
    found = folder / str(next(_NUMBERS))
    found.mkdir()
    return found


@cache
def _store(folder: Path) -> Path:
    """Make a repository to which the attacks on either example may add theirs."""
    store = new_repository(folder / "store.git")
    for example in (after, by_receiver):
        example(LAST).books.ledger.write_to(store)
    return store


@cache
def _authority(folder: Path) -> Authority:
    return Authority(folder / "tsa")


@cache
def _school(folder: Path) -> ExamSim:
    return founded(services=_authority(folder).certificate)


_GIVEN: Mapping[str, Callable[[Path], Value]] = {
    "store": _store,
    "authority": _authority,
    "school": _school,
}
"""What the fixtures of the tests make once."""
_MADE: Mapping[str, Callable[[Path], Value]] = {"desk": new_desk}
"""What they make for each test."""


def _tables(function: Callable[..., None]) -> Iterator[list[Mapping[str, Value]]]:
    for mark in getattr(function, "pytestmark", []):
        if mark.name == "parametrize":
            named, values = mark.args[:2]
            names = named.split(",") if isinstance(named, str) else list(named)
            yield [_row([name.strip() for name in names], each) for each in values]


def _row(names: list[str], value: Value) -> Mapping[str, Value]:
    many = (value,) if len(names) == 1 else cast("Sequence[Value]", value)
    return dict(zip(names, many, strict=True))
