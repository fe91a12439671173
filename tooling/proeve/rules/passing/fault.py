"""A fault: a finding before it is known in which file its data stand."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from proeve.model.document import Document
from proeve.model.findings import Finding, Pointer


class Fault(NamedTuple):
    """What is not in order, and the way to it inside the data."""

    code: str
    pointer: Pointer
    args: Mapping[str, str]


def located(faults: Iterable[Fault], document: Document) -> Iterator[Finding]:
    """Yield the faults as findings at their places in a document."""
    for fault in faults:
        yield Finding(fault.code, document.at(*fault.pointer), fault.args)
