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
from proeve.reading.fields import Form, Shape, form_of
from proeve.words.labels_forms import form_code_words
from proeve.words.say import Language

Answering = Generator[Question, Data, Data]
"""Yields questions, is sent answers, and returns a value; None leaves the field out."""

_ASKS: Mapping[Shape, Ask] = {
    Shape.TEXT: Ask.TEXT,
    Shape.WHOLE: Ask.WHOLE,
    Shape.NUMBER: Ask.NUMBER,
    Shape.YES_NO: Ask.FLAG,
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
    return (yield from _record(guide, form_of(guide.kind), ()))


def _value(guide: Guide, field: Form, pointer: Pointer, *, must: bool) -> Answering:
    if pointer in guide.known or pointer in guide.left:
        return guide.known.get(pointer)
    inside = _INSIDE.get(field.shape)
    if inside is not None:
        return (yield from inside(guide, field, pointer, must))
    if field.fixed is not None:
        return field.fixed
    return (yield _question(guide, field, pointer, required=must))


def _maybe(guide: Guide, field: Form, pointer: Pointer, must: bool) -> Answering:  # noqa: FBT001 - handed on
    """Ask for a record; for an optional one first whether there is one."""
    if not must:
        wanted = yield _whether(guide, field, pointer)
        if wanted is not True:
            return None
    return (yield from _record(guide, field, pointer))


def _record(guide: Guide, field: Form, pointer: Pointer) -> Answering:
    found: dict[str, Data] = {}
    for name, inner in field.fields.items():
        way = (*pointer, name)
        hint = guide.hint(way)
        if hint.when is not None and not hint.when(found):
            continue
        must = inner.required if hint.required is None else hint.required
        value = yield from _value(guide, inner, way, must=must)
        if value is not None:
            found[name] = value
    return found


def _table(guide: Guide, field: Form, pointer: Pointer, must: bool) -> Answering:  # noqa: FBT001 - handed on
    entries = field.inside
    offered = guide.offer(pointer)
    usual = tuple(offered) if isinstance(offered, dict) else ()
    found: dict[str, Data] = {}
    for name in guide.keys.get(pointer, usual):
        if entries is None:
            continue
        whole = entries.shape is Shape.GROUP
        value = yield from _value(guide, entries, (*pointer, name), must=whole)
        if value is not None:
            found[name] = value
    return found if found or must else None


def _list(guide: Guide, field: Form, pointer: Pointer, must: bool) -> Answering:  # noqa: FBT001 - handed on
    entries = field.inside
    if entries is None:
        return []
    choices = _choices(guide, entries, pointer)
    if choices and entries.shape is not Shape.GROUP:
        return (yield _several(guide, field, pointer, choices, required=must))
    least, most = int(field.least or 0), int(field.most or _LISTED)
    found: list[Data] = []
    while len(found) < most:
        place = (*pointer, len(found))
        needed = len(found) < least
        if entries.shape is Shape.GROUP:
            value = yield from _entry(guide, field, place, must=needed)
        else:
            value = yield _question(guide, entries, place, required=needed, of=field)
        if value is None:
            break
        found.append(value)
    return found if found or must else None


def _entry(guide: Guide, field: Form, place: Pointer, *, must: bool) -> Answering:
    """Ask for one record of a list; None when there is none more."""
    entries = field.inside
    if entries is None:
        return None
    if place in guide.known:
        return guide.known[place]
    fixed = guide.keys.get(place[:-1])
    if fixed is not None and int(place[-1]) >= len(fixed):
        return None
    if not must and fixed is None:
        wanted = yield _whether(guide, field, place)
        if wanted is not True:
            return None
    return (yield from _record(guide, entries, place))


_INSIDE: Mapping[Shape, Callable[[Guide, Form, Pointer, bool], Answering]] = {
    Shape.GROUP: _maybe,
    Shape.MAP: _table,
    Shape.LIST: _list,
}


def _whether(guide: Guide, field: Form, pointer: Pointer) -> Question:
    language = guide.language
    number = pointer[-1]
    words = _ENTRY if isinstance(number, int) else _FILL_IN
    title = field.title.get(language, "")
    count = number + 1 if isinstance(number, int) else 0
    return Question(
        pointer=(*pointer, MORE),
        ask=Ask.FLAG,
        title=words[language].format(title=title, number=count),
        description=field.description.get(language, ""),
        offered=guide.offer(pointer) is not None,
        beside=guide.hint(pointer).beside,
    )


def _question(
    guide: Guide,
    field: Form,
    pointer: Pointer,
    *,
    required: bool,
    of: Form | None = None,
) -> Question:
    hint, language = guide.hint(pointer), guide.language
    choices = _choices(guide, field, pointer)
    usual = Ask.CHOICE if choices else _ASKS[field.shape]
    words = of or field
    least = field.least if hint.least is None else hint.least
    return Question(
        pointer=pointer,
        ask=hint.ask or usual,
        title=hint.title or words.title.get(language, ""),
        description=words.description.get(language, ""),
        required=required,
        choices=choices if len(choices) <= _LISTED else (),
        open=_is_open(guide, field, pointer),
        offered=guide.offer(pointer),
        beside=hint.beside,
        meant=field.meant,
        pattern=field.pattern,
        example=next(iter(field.examples), ""),
        least=least,
        most=field.most if hint.most is None else hint.most,
    )


def _several(
    guide: Guide,
    field: Form,
    pointer: Pointer,
    choices: tuple[Choice, ...],
    *,
    required: bool,
) -> Question:
    hint, language = guide.hint(pointer), guide.language
    entries = field.inside or field
    return Question(
        pointer=pointer,
        ask=Ask.SEVERAL,
        title=hint.title or field.title.get(language, ""),
        description=field.description.get(language, ""),
        required=required and bool(field.least),
        choices=choices,
        open=_is_open(guide, entries, pointer),
        offered=guide.offer(pointer),
        beside=hint.beside,
        meant=entries.meant,
        pattern=entries.pattern,
        example=next(iter(entries.examples), ""),
        least=field.least,
        most=field.most,
    )


def _choices(guide: Guide, field: Form, pointer: Pointer) -> tuple[Choice, ...]:
    """Return the answers to choose from: of this place, by meaning, or by the schema.

    The schema's own stay the only ones where it has any.
    """
    own = guide.hint(pointer).choices
    if own:
        return own
    if field.choices:
        known = {each.value: each for each in guide.choices.get(field.meant, ())}
        return tuple(
            known.get(
                one, Choice(value=one, label=form_code_words(one, guide.language))
            )
            for one in field.choices
        )
    return guide.choices.get(field.meant, ())


def _is_open(guide: Guide, field: Form, pointer: Pointer) -> bool:
    """Tell whether the choices are suggestions only."""
    hint = guide.hint(pointer)
    return hint.open if hint.choices else not field.choices
