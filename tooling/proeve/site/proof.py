"""The square code on a printed dossier: what somebody needs to check it later."""

import segno
from markupsafe import Markup

from proeve.model.exam import ExamState
from proeve.site.exam_view import facts_of


def proof_text(state: ExamState) -> str:
    """Return the number of an exam, its last valid commit and the digest of its folder.

    Empty where no history vouches for any of it.
    """
    if not (state.commit and state.subject):
        return ""
    return f"{facts_of(state).number}\ncommit {state.commit}\n{state.subject}"


def square_of(text: str) -> Markup:
    """Return a text as a QR code, drawn in the page; nothing for an empty text."""
    if not text:
        return Markup()
    code = segno.make_qr(text, error="m")
    # Squares only: the text itself does not stand in the picture.
    return Markup(code.svg_inline(scale=3, omitsize=True))  # noqa: S704
