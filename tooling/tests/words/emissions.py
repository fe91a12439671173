"""Where the code of Proeve gives a finding its code and its arguments.

Read from the source itself, so that a new rule cannot forget its sentences.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "proeve"
CODE = re.compile(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*")
_MAKERS = {"Finding", "Fault", "fault", "finding", "Problem", "_Refused"}


@dataclass(frozen=True, slots=True)
class Emission:
    """One place that makes a finding; `args` is None where it cannot be told."""

    code: str
    place: str
    args: frozenset[str] | None


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    """Return every module but the sentences themselves."""
    names = (path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
    return tuple(
        (name, ast.parse((PACKAGE / name).read_text(encoding="utf-8")))
        for name in sorted(names)
        if not name.startswith("words/codes/")
    )


def literals(families: frozenset[str]) -> dict[str, str]:
    """Return every text that looks like a code of these families, and where it is."""
    found = {}
    for name, module in sources():
        for node in ast.walk(module):
            if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
                continue
            family, _, what = node.value.partition(".")
            if CODE.fullmatch(node.value) and family in families and what != "yml":
                found[node.value] = f"{name}:{node.lineno}"
    return found


@cache
def emissions() -> tuple[Emission, ...]:
    """Return each call that makes a finding with its code written out."""
    return tuple(
        each
        for name, module in sources()
        for scope in ast.walk(module)
        if isinstance(scope, ast.FunctionDef)
        for each in _in_function(scope, name)
    )


def _in_function(scope: ast.FunctionDef, name: str) -> Iterator[Emission]:
    dicts = _dicts(scope)
    for node in ast.walk(scope):
        if not isinstance(node, ast.Call) or _called(node) not in _MAKERS:
            continue
        first = node.args[0] if node.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            args = _arguments(node, dicts)
            yield Emission(first.value, f"{name}:{node.lineno}", args)


def _called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _dicts(scope: ast.FunctionDef) -> dict[str, set[str]]:
    """Return the keys that the dictionaries of one function are ever given."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for name, keys in _given(node):
                found.setdefault(name, set()).update(keys)
    return found


def _given(node: ast.Assign) -> Iterator[tuple[str, set[str]]]:
    for target in node.targets:
        if isinstance(target, ast.Name) and isinstance(node.value, ast.Dict):
            yield target.id, _keys(node.value)
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
            key = target.slice.value if isinstance(target.slice, ast.Constant) else ""
            yield target.value.id, {str(key)}


def _keys(node: ast.Dict) -> set[str]:
    return {str(key.value) for key in node.keys if isinstance(key, ast.Constant)}


def _arguments(node: ast.Call, dicts: dict[str, set[str]]) -> frozenset[str] | None:
    """Return the names of the arguments; None if some come from elsewhere."""
    if _called(node) in ("fault", "finding"):
        return _by_keyword(node, dicts)
    if _called(node) in ("Problem", "_Refused"):
        return None
    given = node.args[2:] + [k.value for k in node.keywords if k.arg == "args"]
    return _of_value(given[0], dicts) if given else frozenset()


def _of_value(given: ast.expr, dicts: dict[str, set[str]]) -> frozenset[str] | None:
    if isinstance(given, ast.Dict):
        return frozenset(_keys(given))
    if isinstance(given, ast.Name) and given.id in dicts:
        return frozenset(dicts[given.id])
    return None


def _by_keyword(node: ast.Call, dicts: dict[str, set[str]]) -> frozenset[str] | None:
    names: set[str] = set()
    for keyword in node.keywords:
        if keyword.arg is not None:
            names.add(keyword.arg)
        elif isinstance(keyword.value, ast.Name) and keyword.value.id in dicts:
            names |= dicts[keyword.value.id]
        else:
            return None
    return frozenset(names)
