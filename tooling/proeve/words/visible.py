"""Text without the characters that nobody sees and that a screen or an eye obeys."""

import re

CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Return text in which each of them is a mark that can be seen."""
    return CONTROL.sub("\ufffd", text)
