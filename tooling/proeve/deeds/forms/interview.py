"""The questions of one form, in order: a generator that takes answers and gives data.

What a question is depends on the answers before it: one entry more, a reason where two
judgements differ. The order is that of the schema.
"""

from collections.abc import Callable, Generator, Mapping

from proeve.deeds.forms.questions import (
    MORE,
    Ask,
    Choice,
    Guide,
    Pointer,
    Question,
)
from proeve.model.document import Data
from proeve.reading.shapes import Shape, Sort, shape_of
from proeve.words.say import Language

Answering = Generator[Question, Data, Data]
"""Yields questions, is sent answers, and returns a value; None leaves the field out."""

_ASKS: Mapping[Sort, Ask] = {
    Sort.TEXT: Ask.TEXT,
    Sort.RATING: Ask.TEXT,
    Sort.WHOLE: Ask.WHOLE,
    Sort.NUMBER: Ask.NUMBER,
    Sort.FLAG: Ask.FLAG,
    Sort.CHOICE: Ask.CHOICE,
}
_LISTED = 40
"""More choices than this are not listed: who answers types one."""

_FILL_IN: Mapping[Language, str] = {"nl": "{title} invullen?", "en": "Fill in {title}?"}
_ENTRY: Mapping[Language, str] = {
    "nl": "{title}: nummer {number} toevoegen?",
    "en": "{title}: add number {number}?",
}


def interview(guide: Guide) -> Answering:
    """Ask for one whole document."""
    return (yield from _record(guide, shape_of(guide.kind), ()))


def _value(guide: Guide, shape: Shape, pointer: Pointer, *, must: bool) -> Answering:
    if pointer in guide.known or pointer in guide.left:
        return guide.known.get(pointer)
    inside = _INSIDE.get(shape.sort)
    if inside is not None:
        return (yield from inside(guide, shape, pointer, must))
    if shape.sort is Sort.FIXED:
        return shape.fixed
    return (yield _question(guide, shape, pointer, required=must))


def _maybe(guide: Guide, shape: Shape, pointer: Pointer, must: bool) -> Answering:  # noqa: FBT001 - handed on
    """Ask for a record; for an optional one first whether there is one."""
    if not must:
        wanted = yield _whether(guide, shape, pointer)
        if wanted is not True:
            return None
    return (yield from _record(guide, shape, pointer))


def _record(guide: Guide, shape: Shape, pointer: Pointer) -> Answering:
    found: dict[str, Data] = {}
    for name, inner in shape.fields.items():
        way = (*pointer, name)
        hint = guide.hint(way)
        if hint.when is not None and not hint.when(found):
            continue
        must = name in shape.required if hint.required is None else hint.required
        value = yield from _value(guide, inner, way, must=must)
        if value is not None:
            found[name] = value
    return found


def _table(guide: Guide, shape: Shape, pointer: Pointer, must: bool) -> Answering:  # noqa: FBT001 - handed on
    entries = shape.entries
    offered = guide.offer(pointer)
    usual = tuple(offered) if isinstance(offered, dict) else ()
    found: dict[str, Data] = {}
    for name in guide.keys.get(pointer, usual):
        if entries is None:
            continue
        whole = entries.sort is Sort.RECORD
        value = yield from _value(guide, entries, (*pointer, name), must=whole)
        if value is not None:
            found[name] = value
    return found if found or must else None


def _list(guide: Guide, shape: Shape, pointer: Pointer, must: bool) -> Answering:  # noqa: FBT001 - handed on
    entries = shape.entries
    if entries is None:
        return []
    choices = _choices(guide, entries, pointer)
    if choices and entries.sort is not Sort.RECORD:
        return (yield _several(guide, shape, pointer, choices, required=must))
    least, most = int(shape.least or 0), int(shape.most or _LISTED)
    found: list[Data] = []
    while len(found) < most:
        place = (*pointer, len(found))
        needed = len(found) < least
        if entries.sort is Sort.RECORD:
            value = yield from _entry(guide, shape, place, must=needed)
        else:
            value = yield _question(guide, entries, place, required=needed, of=shape)
        if value is None:
            break
        found.append(value)
    return found if found or must else None


def _entry(guide: Guide, shape: Shape, place: Pointer, *, must: bool) -> Answering:
    """Ask for one record of a list; None when there is none more."""
    entries = shape.entries
    if entries is None:
        return None
    if place in guide.known:
        return guide.known[place]
    fixed = guide.keys.get(place[:-1])
    if fixed is not None and int(place[-1]) >= len(fixed):
        return None
    if not must and fixed is None:
        wanted = yield _whether(guide, shape, place)
        if wanted is not True:
            return None
    return (yield from _record(guide, entries, place))


_INSIDE: Mapping[Sort, Callable[[Guide, Shape, Pointer, bool], Answering]] = {
    Sort.RECORD: _maybe,
    Sort.TABLE: _table,
    Sort.LIST: _list,
}


def _whether(guide: Guide, shape: Shape, pointer: Pointer) -> Question:
    language = guide.language
    number = pointer[-1]
    words = _ENTRY if isinstance(number, int) else _FILL_IN
    title = shape.title.get(language, "")
    count = number + 1 if isinstance(number, int) else 0
    return Question(
        pointer=(*pointer, MORE),
        ask=Ask.FLAG,
        title=words[language].format(title=title, number=count),
        description=shape.description.get(language, ""),
        offered=guide.offer(pointer) is not None,
        beside=guide.hint(pointer).beside,
    )


def _question(
    guide: Guide,
    shape: Shape,
    pointer: Pointer,
    *,
    required: bool,
    of: Shape | None = None,
) -> Question:
    hint, language = guide.hint(pointer), guide.language
    choices = _choices(guide, shape, pointer)
    usual = Ask.CHOICE if choices else _ASKS[shape.sort]
    words = of or shape
    least = shape.least if hint.least is None else hint.least
    return Question(
        pointer=pointer,
        ask=hint.ask or usual,
        title=hint.title or words.title.get(language, ""),
        description=words.description.get(language, ""),
        required=required,
        choices=choices if len(choices) <= _LISTED else (),
        open=shape.sort is Sort.TEXT,
        offered=guide.offer(pointer),
        beside=hint.beside,
        meant=shape.meant,
        pattern=shape.pattern,
        example=shape.example,
        least=least,
        most=shape.most if hint.most is None else hint.most,
    )


def _several(
    guide: Guide,
    shape: Shape,
    pointer: Pointer,
    choices: tuple[Choice, ...],
    *,
    required: bool,
) -> Question:
    hint, language = guide.hint(pointer), guide.language
    entries = shape.entries or shape
    return Question(
        pointer=pointer,
        ask=Ask.SEVERAL,
        title=hint.title or shape.title.get(language, ""),
        description=shape.description.get(language, ""),
        required=required and bool(shape.least),
        choices=choices,
        open=entries.sort is Sort.TEXT,
        offered=guide.offer(pointer),
        beside=hint.beside,
        meant=entries.meant,
        pattern=entries.pattern,
        example=entries.example,
        least=shape.least,
        most=shape.most,
    )


def _choices(guide: Guide, shape: Shape, pointer: Pointer) -> tuple[Choice, ...]:
    """Return the answers to choose from: of this place, by meaning, or by the schema.

    The schema's own stay the only ones where it has any.
    """
    own = guide.hint(pointer).choices
    if own:
        return own
    if shape.choices:
        known = {each.value: each for each in guide.choices.get(shape.meant, ())}
        return tuple(known.get(one, Choice(value=one)) for one in shape.choices)
    return guide.choices.get(shape.meant, ())
