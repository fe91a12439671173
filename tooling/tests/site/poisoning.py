"""Puts texts into every field of the documents of a school, as far as schemas allow."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from proeve.model.document import Data, Document
from proeve.model.findings import Finding
from proeve.process.documents import KINDS, Kind
from proeve.reading.documents import read_as
from proeve.reading.paths import kind_at
from tests.cli.running import commit, copy_of_the_sample, new_repository

CASES = Path(__file__).parents[1] / "cases"
_OWN = re.compile(r"[A-Z0-9.-]+")
"""What a school calls its criteria and ratings, where others have a field's name."""
Way = tuple[str | int, ...]
Record = dict[str, Data]


@dataclass(frozen=True)
class Field:
    """One field of a document: its file, its kind, and the way to it."""

    path: str
    kind: Kind
    way: Way

    @property
    def name(self) -> str:
        """What the field is called, wherever it stands in a list."""
        parts = (_OWN.sub("*", one) for one in self.way if isinstance(one, str))
        return f"{self.kind.name}:{'/'.join(parts)}"


@dataclass
class School:
    """The documents of the sample school, and of each kind that it has none of."""

    documents: dict[str, Record]

    @property
    def fields(self) -> Iterator[Field]:
        """Every field of every document with something in it that is no list."""
        for path, data in self.documents.items():
            kind = kind_of(path)
            for way in ways(data):
                if way != ("schema",):
                    yield Field(path, kind, way)

    def given(self, one: Field, text: str) -> Document | tuple[Finding, ...]:
        """Return what reading makes of a document with this text in one field."""
        changed = changed_at(self.documents[one.path], one.way, text)
        return read_as(one.kind, one.path, as_bytes(changed))

    def takes(self, one: Field, text: str) -> bool:
        """Tell whether a field takes this text."""
        return isinstance(self.given(one, text), Document)

    def written(self, folder: Path, said: Callable[[Field], str | None]) -> Path:
        """Write the school with other texts in some fields into a repository."""
        new_repository(folder)
        copy_of_the_sample(folder)
        for path, data in self.documents.items():
            kind, changed = kind_of(path), data
            for way in ways(data):
                text = said(Field(path, kind, way))
                if text is not None:
                    changed = changed_at(changed, way, text)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(as_bytes(changed))
        commit(folder)
        return folder


def kind_of(path: str) -> Kind:
    """Return of which kind a document is."""
    found = kind_at(path)
    assert found is not None, path
    return found


def as_bytes(data: Mapping[str, Data]) -> bytes:
    """Return data as a file; JSON is YAML."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def ways(value: Data, way: Way = ()) -> Iterator[Way]:
    """Yield the way to every single value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from ways(inner, (*way, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from ways(inner, (*way, at))
    else:
        yield way


def changed_at(data: Record, way: Way, text: str) -> Record:
    """Return a copy of the data with a text at one place."""
    found = _changed(data, way, text)
    assert isinstance(found, dict)
    return found


def _changed(value: Data, way: Way, text: str) -> Data:
    if not way:
        return text
    first, rest = way[0], way[1:]
    if isinstance(value, dict):
        return {
            key: _changed(inner, rest, text) if key == first else inner
            for key, inner in value.items()
        }
    assert isinstance(value, list)
    return [
        _changed(inner, rest, text) if at == first else inner
        for at, inner in enumerate(value)
    ]


def sample(top: Path) -> School:
    """Return the documents of the sample school, with those that it lacks."""
    folder = copy_of_the_sample(top / "sample")
    documents = dict[str, Record]()
    for file in sorted(folder.glob("exams/**/*.yml")):
        path = file.relative_to(folder).as_posix()
        documents[path] = read_data(kind_of(path), path, file.read_bytes())
    documents |= _lacking(documents)
    documents[_SCHOOL] = _whole_school(documents[_SCHOOL])
    return School(documents)


_SCHOOL = "exams/registry/school.yml"


def _whole_school(data: Record) -> Record:
    """Return what the sample says of the school, with the fields that it leaves out."""
    whole = (CASES / "school/valid/whole.yml").read_bytes()
    more, policy = read_data(KINDS["school"], "x.yml", whole), data["policy"]
    assert isinstance(policy, dict)
    assert isinstance(more["policy"], dict)
    return {**more, **data, "policy": {**more["policy"], **policy}}


def read_data(kind: Kind, path: str, raw: bytes) -> Record:
    """Return the data of a document that is in order."""
    found = read_as(kind, path, raw)
    assert isinstance(found, Document), (path, found)
    return dict(found.data)


def _lacking(documents: Mapping[str, Record]) -> Iterator[tuple[str, Record]]:
    """Yield an example of each kind that the sample school has none of."""
    there = {kind_of(path).name for path in documents}
    exam = next(path for path in documents if path.endswith("/exam.yml"))
    folder = exam.removesuffix("exam.yml")
    for number, name in enumerate(sorted(set(KINDS) - there), 50):
        example = sorted(CASES.glob(f"{name}/valid/*.yml"))[0]
        data = read_data(KINDS[name], "x.yml", example.read_bytes())
        if name.startswith("decision-"):
            said = name.removeprefix("decision-")
            yield f"{folder}decisions/{number}-{said}.yml", {**data, "number": number}
        elif name == "revocation":
            yield "exams/registry/revocations/50.yml", data
        else:
            yield f"{folder}{name}.yml", data
