"""Stamps many pages from one page that the theme rendered with slots in it.

The shell is cut at its slots once. Values are only put between the pieces and never
searched, so nothing in an exam can pass for a slot; and the slots' own text is a digest
of what the shell was made from, so nothing in the shell can pass for one either.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import escape

from proeve.site.pages import Page


class Slot(StrEnum):
    """What differs between two pages of one kind.

    CONTENTS is the whole table of contents, PART and ANCHOR are the words and the id of
    one heading in it; elsewhere ANCHOR is the first one.
    """

    TITLE = "title"
    ADDRESS = "address"
    ABOVE = "above"
    BODY = "body"
    CONTENTS = "contents"
    PART = "part"
    ANCHOR = "anchor"


@dataclass(frozen=True, slots=True)
class Slots:
    """The marks that stand in a shell until it is cut."""

    seed: str

    def mark(self, slot: Slot) -> str:
        """Return the text that stands for a slot: letters and figures only."""
        digest = hashlib.sha256(f"proeve-slot\n{slot}\n{self.seed}".encode())
        return f"slot{digest.hexdigest()[:40]}"


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page cut at its slots; `pieces` and slots alternate.

    `line` is one line of the table of contents, cut at its own two slots.
    """

    pieces: tuple[bytes, ...]
    order: tuple[Slot, ...]
    line: "Shell | None" = None

    @classmethod
    def cut(cls, html: str, slots: Slots) -> "Shell":
        """Cut a rendered page in one pass."""
        line = _line(html, slots)
        inner = None
        if line:
            html = html.replace(line, slots.mark(Slot.CONTENTS))
            inner = cls._cut(line, slots)
        whole = cls._cut(html, slots)
        return cls(whole.pieces, whole.order, inner)

    @classmethod
    def _cut(cls, html: str, slots: Slots) -> "Shell":
        found = {slots.mark(slot): slot for slot in Slot}
        parts = re.split(f"({'|'.join(found)})", html)
        return cls(
            tuple(part.encode() for part in parts[::2]),
            tuple(found[mark] for mark in parts[1::2]),
        )

    def stamp(self, page: Page) -> bytes:
        """Return the bytes of a page."""
        values: Mapping[Slot, bytes] = {
            Slot.TITLE: escape(page.title).encode(),
            Slot.ADDRESS: page.path.encode(),
            Slot.ABOVE: page.above.encode(),
            Slot.BODY: page.body.encode(),
            Slot.CONTENTS: b"".join(self._contents(page)),
            Slot.ANCHOR: next((name for name, _ in page.headings), "").encode(),
        }
        return b"".join(self.joined(values))

    def _contents(self, page: Page) -> Iterator[bytes]:
        for name, words in page.headings if self.line else ():
            # The words of a heading come from a body, so they are HTML already.
            values = {Slot.ANCHOR: name.encode(), Slot.PART: words.encode()}
            yield from self.line.joined(values) if self.line else ()

    def joined(self, values: Mapping[Slot, bytes]) -> Iterator[bytes]:
        """Yield the pieces with these values between them."""
        yield self.pieces[0]
        for slot, piece in zip(self.order, self.pieces[1:], strict=True):
            yield values[slot]
            yield piece


def _line(html: str, slots: Slots) -> str | None:
    """Return the line of the table of contents; the theme writes each of them alike."""
    mark = slots.mark(Slot.PART)
    found = re.search(rf"<li\b(?:(?!<li\b).)*?{mark}.*?</li>", html, re.DOTALL)
    return found.group() if found else None
