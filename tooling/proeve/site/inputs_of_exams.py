"""What a page about some exams is made of, so that it is made again only then."""

from collections.abc import Iterable

from proeve.site.edition import Edition
from proeve.site.inputs import digest_of
from proeve.site.rows import Row


def exam_inputs(edition: Edition, rows: Iterable[Row], *more: str) -> str:
    """Return the digest of these exams as pages see them, and of what else is said."""
    marks = (
        edition.derived.mark(f"groups/{row.group}/{row.id}") or repr(row)
        for row in rows
    )
    return digest_of((*more, *marks))
