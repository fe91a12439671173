"""What a page is, and how one of many is made again only when it must be."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class PageKind(StrEnum):
    """What a page is about; the many of one kind share a shell."""

    ORDINARY = "ordinary"
    GROUP = "group"
    EXAM = "exam"
    STUDENT = "student"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: `path` without `.html`; `title` is text, `above` and `body` are HTML.

    `above` stands before the heading; `headings` are the parts to jump to. `calendar`
    is a file that lies beside the page, under the same name.
    """

    kind: PageKind
    path: str
    title: str
    body: str
    above: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    calendar: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page that is one of many, and has a shell for its kind.

    `inputs` says all that it is made of, beside the edition's language, templates,
    names and registry; while it stays the same `make` is not called again.
    """

    kind: PageKind
    path: str
    inputs: str
    make: Callable[[], Page]
