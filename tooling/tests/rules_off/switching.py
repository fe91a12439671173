"""Switches one rule off: the places that give its finding are cut out of the code.

Each function that gives the finding is compiled anew without it and put in the place of
the old one, so that whoever calls it meets a judge in which the rule was never written.
Nothing in the product knows of this.
"""

import ast
import hashlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import CodeType, FunctionType, ModuleType

import pytest

from tests.words.emissions import PACKAGE, sources

_MAKERS = {"Finding", "Fault", "fault", "finding", "Problem", "PathProblem", "_Refused"}
_ROOMS = (
    *("rules/", "history/", "judge.py", "gather/history.py"),
    "deeds/attesting.py",  # it judges what a forge shows, before anything is signed
)

ALIASES = {
    "separation.supervisor-assesses": "supervisor_assesses",
    "separation.contact-assesses": "contact_assesses",
    "separation.same-side": "same_side",
    "separation.expertise": "expertise",
}
"""Findings whose code is looked up by another word in the rule itself."""

LEFT = {
    "history/commits.py": {"_complaint"},
    "history/statements.py": {"_first_fault"},
    "history/acts.py": {"_contents"},
}
"""Functions that name what could not be read: without the name it stays unread."""

ENDED = {"rows.nothing-to-reaffirm", "rows.nothing-to-void", "committee.unknown"}
"""Rules after which there is nothing left to judge: the function then ends content."""


LOOSENED: Mapping[str, tuple[str, object]] = {
    "signature.hash": (
        "proeve.history.sshsig._HASHES",
        {
            each.encode(): getattr(hashlib, each)
            for each in ("sha1", "sha256", "sha512")
        },
    ),
    "signature.key": ("proeve.history.keys.is_sound_point", lambda _: True),
}
"""Rules that are more than their finding: what they compare with is widened too."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A module without one rule: its new code, and the functions that changed."""

    module: str
    code: CodeType
    functions: frozenset[str]


@contextmanager
def switched_off(code: str) -> Iterator[int]:
    """Judge without the rule that gives this finding; yields how many places it had."""
    kept: list[tuple[FunctionType, CodeType]] = []
    try:
        for cut in _cuts(code):
            for function, new in _pairs(cut):
                kept.append((function, function.__code__))
                function.__code__ = new
        _forget()
        with pytest.MonkeyPatch.context() as patch:
            if code in LOOSENED:
                patch.setattr(*LOOSENED[code])
            yield len(kept)
    finally:
        for function, old in kept:
            function.__code__ = old
        _forget()


def _forget() -> None:
    """Empty what is remembered of answers given with the rule, or without it."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("proeve.rules", "proeve.history")):
            for each in list(vars(module).values()):
                if hasattr(each, "cache_clear"):
                    each.cache_clear()


@cache
def _cuts(code: str) -> tuple[Cut, ...]:
    found = []
    for name, _ in sources():
        if name.startswith(_ROOMS):
            path = PACKAGE / name
            text = path.read_text(encoding="utf-8")
            if code not in text:
                continue
            module = ast.parse(text)  # a tree of its own, since cutting changes it
            cutter = _Cutter(code, LEFT.get(name, set()))
            after = ast.fix_missing_locations(cutter.visit(module))
            if cutter.changed:
                new = compile(after, str(path), "exec")
                found.append(Cut(_dotted(name), new, frozenset(cutter.changed)))
    return tuple(found)


def _dotted(name: str) -> str:
    return "proeve." + name.removesuffix(".py").replace("/", ".")


def _pairs(cut: Cut) -> Iterator[tuple[FunctionType, CodeType]]:
    module = import_module(cut.module)
    codes = {each.co_qualname: each for each in _codes(cut.code)}
    for name in sorted(cut.functions):
        yield _live(module, name), codes[name]


def _codes(code: CodeType) -> Iterator[CodeType]:
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


def _live(module: ModuleType, name: str) -> FunctionType:
    found: object = module
    for part in name.split("."):
        found = getattr(found, part)
    found = getattr(found, "__wrapped__", found)
    assert isinstance(found, FunctionType), name
    return found


class _Cutter(ast.NodeTransformer):
    """Takes the places out that give one finding."""

    def __init__(self, code: str, left: set[str]) -> None:
        self._code = code
        self._words = {code, ALIASES.get(code, code)}
        self._names: set[str] = set()
        self._left = left
        self._within: list[str] = []
        self.changed: set[str] = set()

    def visit_Module(self, node: ast.Module) -> ast.AST:
        for each in node.body:
            if isinstance(each, ast.Assign) and self._says(each.value):
                self._names |= {t.id for t in each.targets if isinstance(t, ast.Name)}
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._enter(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return node if node.name in self._left else self._enter(node)

    def _enter(self, node: ast.FunctionDef | ast.ClassDef) -> ast.AST:
        self._within.append(node.name)
        after = self.generic_visit(node)
        self._within.pop()
        return after

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        value = node.value
        if isinstance(value, ast.Yield | ast.YieldFrom) and self._mentions(value):
            # It must stay a generator, even if this was all that it ever yielded.
            nothing = ast.Tuple(elts=[], ctx=ast.Load())
            return self._note(ast.Expr(ast.YieldFrom(nothing)))
        if isinstance(value, ast.Call) and any(map(self._gives, value.args)):
            return self._note(ast.Pass())
        return self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        if node.exc is not None and self._gives(node.exc):
            return self._note(ast.Pass())
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        value = node.value
        if value is None or not self._within:
            return node
        if self._gives(value) or self._says(value):
            if self._code in ENDED:
                return self._note(ast.Return(ast.Constant(None)))
            return self._note(ast.Pass())
        guarded = isinstance(value, ast.Tuple) and self._code not in ENDED
        if guarded and isinstance(value, ast.Tuple) and self._ends(value):
            return self._note(ast.Pass())
        return self.generic_visit(node)

    def _ends(self, value: ast.Tuple) -> bool:
        """Tell whether a tuple is returned for the sake of this one finding."""
        last = value.elts[-1] if value.elts else None
        alone = isinstance(last, ast.Tuple | ast.List) and len(last.elts) == 1
        return alone and any(map(self._gives, getattr(last, "elts", [])))

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        if self._gives(node.body):
            self._note(node)
            node.body = ast.Constant(None)
        if self._gives(node.orelse):
            self._note(node)
            node.orelse = ast.Constant(None)
        return self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        return self._without(node)

    def visit_List(self, node: ast.List) -> ast.AST:
        return self._without(node)

    def _without(self, node: ast.Tuple | ast.List) -> ast.AST:
        kept = [each for each in node.elts if not self._listed(each)]
        if len(kept) < len(node.elts) and self._within:
            node.elts = kept
            self._note(node)
        return self.generic_visit(node)

    def _listed(self, node: ast.expr) -> bool:
        row = (
            isinstance(node, ast.Tuple) and bool(node.elts) and self._says(node.elts[0])
        )
        return self._gives(node) or row

    def _gives(self, node: ast.AST) -> bool:
        """Tell whether an expression makes the finding."""
        if not isinstance(node, ast.Call):
            return False
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in _MAKERS or not node.args:
            return False
        return self._says(node.args[0]) or any(map(self._gives, node.args))

    def _says(self, node: ast.AST) -> bool:
        if isinstance(node, ast.Constant):
            return node.value in self._words
        return isinstance(node, ast.Name) and node.id in self._names

    def _mentions(self, node: ast.AST) -> bool:
        return any(self._says(each) for each in ast.walk(node))

    def _note(self, node: ast.AST) -> ast.AST:
        self.changed.add(".".join(self._within))
        return node
