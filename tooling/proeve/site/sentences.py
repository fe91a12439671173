"""A finding as its reader sees it: the sentence of its code, filled with its values."""

from collections.abc import Mapping
from dataclasses import dataclass

from proeve.model.findings import Finding, Severity
from proeve.words.codes import ALL
from proeve.words.say import Language
from proeve.words.saying import argument

_UNKNOWN = "…"


class _Values(dict[str, str]):
    """Values that leave a gap where a sentence asks for one that is not there."""

    def __missing__(self, key: str) -> str:
        return _UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A finding in words; `known` is False when its code has no sentence yet."""

    code: str
    anchor: str
    severity: Severity
    text: str
    hint: str
    where: str
    commit: str | None
    known: bool


def anchor_of(code: str) -> str:
    """Return the place of a code on the page with all messages."""
    return code.replace(".", "-")


def said(
    finding: Finding, language: Language, names: Mapping[str, str] | None = None
) -> Said:
    """Return the sentence, the remedy and the place of a finding."""
    code = ALL.get(finding.code)
    say = code.in_language(language) if code else None
    values = _Values(
        {
            name: (names or {}).get(value) or argument(name, value, language)
            for name, value in finding.args.items()
        }
    )
    return Said(
        code=finding.code,
        anchor=anchor_of(finding.code),
        severity=finding.severity,
        text=say.text.format_map(values) if say else finding.code,
        hint=say.hint.format_map(values) if say else "",
        where=str(finding.where),
        commit=finding.where.commit,
        known=say is not None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A code in the handbook: its sentence with gaps, the remedy and the reason."""

    code: str
    anchor: str
    text: str
    hint: str
    why: str


def explained(code: str, language: Language) -> Explained:
    """Return the explanation of a code."""
    say = ALL[code].in_language(language)
    gaps = _Values()
    return Explained(
        code=code,
        anchor=anchor_of(code),
        text=say.text.format_map(gaps),
        hint=say.hint.format_map(gaps),
        why=say.why,
    )
