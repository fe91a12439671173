"""A form that was filled in elsewhere: a file, or what came out of an editor.

It may leave out what the tool knows by itself. What is wrong stands at its own line and
column, not at those of the document that is made of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from proeve.deeds.forms.questions import Guide, Pointer, value_in
from proeve.deeds.yamlwriting import document_text, mapping_text
from proeve.model.document import Data, Document, Marks
from proeve.model.findings import Finding, Position
from proeve.process.documents import KINDS
from proeve.reading.documents import read_as
from proeve.reading.fields import Form, form_of
from proeve.reading.yamltext import Text, parse
from proeve.words.say import Language

_FIRST = Position(1, 1)


def read_source(
    guide: Guide, raw: bytes, path: str
) -> dict[str, Data] | tuple[Finding, ...]:
    """Return the whole document that a file makes, or all that is wrong in the file."""
    text = parse(raw, path)
    if not isinstance(text, Text):
        return text
    data = completed(guide, text.data)
    found = read_as(KINDS[guide.kind], path, document_text(path, data))
    if isinstance(found, Document):
        return data
    return tuple(located(found, text.marks))


def completed(guide: Guide, data: dict[str, Data]) -> dict[str, Data]:
    """Return the data with what the tool knows, where it was left out."""
    found: dict[str, Data] = {"schema": KINDS[guide.kind].schema, **data}
    for pointer, value in guide.known.items():
        if len(pointer) == 1:
            found.setdefault(str(pointer[0]), value)
            continue
        holder = value_in(found, pointer[:-1])
        if isinstance(holder, dict):
            holder.setdefault(str(pointer[-1]), value)
    return found


def located(findings: tuple[Finding, ...], marks: Marks) -> Iterator[Finding]:
    """Yield findings at the place in a file where the value, or its holder, stands."""
    for finding in findings:
        position = _nearest(finding.where.pointer, marks)
        yield replace(finding, where=replace(finding.where, position=position))


def in_file(
    findings: tuple[Finding, ...], raw: bytes, path: str
) -> tuple[Finding, ...]:
    """Return the judge's findings about a document at their places in its source."""
    text = parse(raw, path)
    if not isinstance(text, Text):
        return findings
    placed = tuple(located(findings, text.marks))
    return tuple(
        replace(each, where=replace(each.where, path=path, commit=None))
        if each.where.pointer
        else finding
        for each, finding in zip(placed, findings, strict=True)
    )


def _nearest(pointer: Pointer, marks: Marks) -> Position:
    ends = range(len(pointer), 0, -1)
    return next((marks[pointer[:e]] for e in ends if pointer[:e] in marks), _FIRST)


def editable(guide: Guide, data: Mapping[str, Data], schema: str) -> bytes:
    """Return a document for an editor: modeline, a comment a field, what is known.

    `schema` is the address of the schema, for editors that complete and check.
    """
    form, lines = form_of(guide.kind), [f"# yaml-language-server: $schema={schema}"]
    lines += _comment(form, guide.language)
    known = completed(guide, dict(data))
    for name, field in form.fields.items():
        lines += ["", *_comment(field, guide.language, need=field.required)]
        lines += [f"# {each}" for each in guide.hint((name,)).beside]
        if name in known:
            lines += mapping_text({name: known[name]}).splitlines()
        else:
            lines.append(f"# {name}:")
    return ("\n".join(lines) + "\n").encode()


_OPTIONAL: Mapping[Language, str] = {"nl": " (hoeft niet)", "en": " (optional)"}


def _comment(field: Form, language: Language, *, need: bool = True) -> Iterator[str]:
    about = field.description.get(language, "")
    aside = "" if need else _OPTIONAL[language]
    yield f"# {field.title.get(language, '')}{aside}. {about}".rstrip()
    if field.choices:
        yield f"#   {', '.join(field.choices)}"
