"""What a deed would change, as lines for the person who is about to sign it."""

from collections.abc import Callable, Iterator, Mapping

from proeve.deeds.signing import written
from proeve.deeds.stating import UNPACKED, Deed, Paper
from proeve.model.document import Data
from proeve.model.ledger import State
from proeve.model.statement import folder_of
from proeve.process.documents import kind_of
from proeve.reading.fields import Part, field_at
from proeve.rules.holding import files_of
from proeve.rules.registry import fingerprint
from proeve.words.labels import label
from proeve.words.say import Language

Reader = Callable[[str, str], dict[str, Data] | None]
"""Returns the data of the document at a path, from the blob with this id."""
Pointer = tuple[Part, ...]

_YES: Mapping[Language, tuple[str, str]] = {"nl": ("nee", "ja"), "en": ("no", "yes")}
_NONE: Mapping[Language, str] = {"nl": "niets", "en": "nothing"}
_BOX = "-----BEGIN AGE ENCRYPTED FILE-----"
_ARMOR = "-----BEGIN "
_SIGNATURE: Mapping[Language, str] = {"nl": "handtekening", "en": "signature"}
_CERTIFICATE: Mapping[Language, str] = {"nl": "certificaat", "en": "certificate"}
_CLOSED: Mapping[Language, str] = {"nl": "dicht", "en": "closed"}
_FILE: Mapping[Language, str] = {"nl": "bestand van", "en": "file of"}
_CAME: Mapping[Language, str] = {"nl": "kwam binnen", "en": "came in"}
_NOW: Mapping[Language, str] = {"nl": "nu", "en": "now"}
_LENGTH: Mapping[Language, str] = {"nl": "de geschiedenis", "en": "the history"}
_SEEN: Mapping[Language, str] = {"nl": "wat is beoordeeld", "en": "what was reviewed"}


def deed_lines(
    deed: Deed, read: Reader, state: State, language: Language
) -> Iterator[str]:
    """Yield what a deed does, and each field that it writes, by its title."""
    what = label(deed.row, language) if deed.row else ""
    does = label(deed.action, language)
    yield " · ".join(part for part in (deed.scope, what, does) if part)
    yield from _heard_lines(deed, state, language)
    before = files_of(state, deed.scope)
    for path, paper in sorted(deed.papers.items()):
        yield f"  {path}"
        fact = before.get(path)
        old = read(folder_of(deed.scope) + path, fact.oid) if fact else None
        yield from _paper(folder_of(deed.scope) + path, paper, old, language)


def _heard_lines(deed: Deed, state: State, language: Language) -> Iterator[str]:
    """Yield what a deed says of a time, and what it brings along beside the spine."""
    if deed.arrival is not None:
        at, road = deed.arrival.at, deed.arrival.road
        moment = written(at) if at is not None else _NOW[language]
        for came in deed.arrival.came:
            who = f"{label(came.said.role, language)} {came.said.actor}"
            yield f"  {_CAME[language]}: {who}, {moment} {road}".rstrip()
    if deed.checks:
        yield f"  {_LENGTH[language]}: {state.length} commits, {state.head}"
    if deed.beside and deed.beside != UNPACKED:
        yield f"  {_SEEN[language]}: {deed.beside}"


def _paper(
    path: str, paper: Paper, old: dict[str, Data] | None, language: Language
) -> Iterator[str]:
    if paper.data is None:
        yield f"    {_FILE[language]} {len(paper.content)} bytes"
        return
    yield from paper_lines(path, paper.data, old, language)


def paper_lines(
    path: str, data: dict[str, Data], old: dict[str, Data] | None, language: Language
) -> Iterator[str]:
    """Yield each field of a document by its title; beside an older one what changed."""
    kind = kind_of(path.removeprefix("exams/"))
    was = dict(_leaves(old)) if old else {}
    now = dict(_leaves(data))
    for pointer in dict.fromkeys((*now, *was)):
        if pointer == ("schema",) or was.get(pointer, ...) == now.get(pointer, ...):
            continue
        name = _name(kind.name if kind else "", pointer, language)
        before, after = (_shown(each, pointer, language) for each in (was, now))
        if old is None:
            yield f"    {name}: {after}"
        elif before != after:  # an empty list that gets something is told by that
            yield f"    {name}: {before} → {after}"


def _shown(values: Mapping[Pointer, Data], pointer: Pointer, language: Language) -> str:
    return _value(values[pointer], language) if pointer in values else _NONE[language]


def _leaves(value: Data, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Data]]:
    """Yield every scalar with the way to it, and what is empty."""
    inside: list[tuple[Part, Data]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    if not inside:
        yield pointer, value
    for part, each in inside:
        yield from _leaves(each, (*pointer, part))


def _name(kind: str, pointer: Pointer, language: Language) -> str:
    """Return the titles on the way to a field; what has none shows its key."""
    found: list[str] = []
    for end, part in enumerate(pointer, 1):
        if isinstance(part, int):
            found[-1:] = [f"{found[-1] if found else ''} {part + 1}".strip()]
            continue
        field = field_at(kind, pointer[:end]) if kind else None
        found.append(field.title[language] if field else part)
    return " › ".join(found)


def _value(value: Data, language: Language) -> str:
    if isinstance(value, bool):
        return _YES[language][value]
    if value is None or value in ({}, []):
        return _NONE[language]
    if isinstance(value, str) and value.startswith(_BOX):
        return _CLOSED[language]
    text = str(value).strip()
    if text.startswith(_ARMOR):
        return _armored(text, language)
    return " ".join(text.split("\n"))


def _armored(text: str, language: Language) -> str:
    """Return what people see of armor: what it is, and of a certificate its SHA-256."""
    head, *lines = text.split("\n")
    if "CERTIFICATE" not in head:
        return _SIGNATURE[language]
    return f"{_CERTIFICATE[language]} sha256:{fingerprint(lines)}"
