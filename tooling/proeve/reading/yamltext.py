"""One YAML text to plain data and the places of its values, in a single pass.

Works on the events of PyYAML's C parser and never on its resolution: a plain scalar is
null, true, false, a decimal number, or text. What YAML programs read in more than one
way is a finding. Any bytes give a Text or findings, never an exception.
"""

from dataclasses import dataclass

from yaml import YAMLError

from proeve.errors import LawError
from proeve.model.document import Data, Marks
from proeve.model.findings import Finding
from proeve.reading.builder import Builder, EnoughError, Events
from proeve.reading.characters import refused_in_file
from proeve.reading.marks import ReadMarks
from proeve.reading.syntax import syntax_finding


@dataclass(frozen=True, slots=True)
class Text:
    """What one YAML text says, and where."""

    data: dict[str, Data]
    marks: Marks


def parse(raw: bytes, path: str) -> Text | tuple[Finding, ...]:
    """Return what the text says and where, or all that is wrong with it."""
    built = _built(raw, path)
    if isinstance(built, tuple):
        return built
    return Text(built.root, ReadMarks(built.root, built.marks))


def data_of(raw: bytes, path: str) -> dict[str, Data] | tuple[Finding, ...]:
    """Return only what the text says, or all that is wrong with it."""
    text = parse(raw, path)
    return text if isinstance(text, tuple) else text.data


def _built(raw: bytes, path: str) -> Builder | tuple[Finding, ...]:
    if refused := refused_in_file(raw, path):
        return refused
    builder = Builder(path, raw, _parser(raw))
    try:
        builder.build()
    except EnoughError:
        # The finding that says so is there already.
        pass
    except YAMLError as error:
        builder.findings.append(syntax_finding(error, raw, path))
    return tuple(builder.findings) or builder


def _parser(raw: bytes) -> Events:
    try:
        # Inside, so that what needs no YAML runs where PyYAML lacks its C parser.
        from yaml._yaml import CParser  # noqa: PLC0415
    except ImportError as error:
        raise LawError(
            "PyYAML heeft hier geen C-lezer; installeer PyYAML opnieuw als wheel.",
            "PyYAML has no C parser here; install PyYAML again as a wheel.",
        ) from error
    return CParser(raw)
