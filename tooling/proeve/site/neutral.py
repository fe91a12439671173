"""Writes the pages without a theme, for a generator that puts its own around them.

Each page is one file, `pages/<path>.html`: a head between two lines `---` that Hugo,
Jekyll, Eleventy and others read, then HTML that needs nothing but the files in
`assets/`. The head has `title`, `kind`, `path` and `parts` (id and words of each
heading), as JSON values, which are YAML too. `pages.json` lists all heads in order.
Links between pages are relative and end in `.html`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from markupsafe import escape

from proeve.errors import UsageError
from proeve.model.verdict import LedgerVerdict
from proeve.site.build import Readers
from proeve.site.edition import edition_of
from proeve.site.extras import extra_files
from proeve.site.output import Output, scan
from proeve.site.pages import (
    Page,
    PageKind,
    exam_pages,
    is_shown,
    leaves,
    ordinary_pages,
)
from proeve.site.record import open_record

_LIST = "pages.json"


def generate(
    verdict: LedgerVerdict, folder: Path, templates: Path, readers: Readers
) -> int:
    """Write every page of one language to a folder, and return how many there are."""
    if not (folder / _LIST).is_file() and next(iter(scan(folder)), None):
        raise UsageError(
            f"In {folder} staat al iets anders; kies een lege map.",
            f"There is something else in {folder} already; choose an empty folder.",
        )
    edition = edition_of(
        verdict,
        readers.language,
        readers.directory,
        templates,
        profile=readers.profile,
        library=readers.library,
    )
    heads = []
    with open_record(None) as record:
        output = Output(folder, record)
        made = (leaf.make() for leaf in leaves(edition))
        for pages in (ordinary_pages(edition), made, exam_pages(edition)):
            for page in pages:
                if not is_shown(edition, page):
                    continue
                head = _head(page)
                heads.append(head)
                output.put(f"pages/{page.path}.html", "", _text(page, head).encode())
        for asset in sorted((templates / "assets").iterdir()):
            output.put(f"assets/{asset.name}", "", asset.read_bytes())
        for extra in extra_files(edition):
            if edition.profile.has(extra.page):
                output.put(f"pages/{extra.path}", "", extra.content)
        listed = json.dumps(heads, ensure_ascii=False, indent=1)
        output.put(_LIST, "", f"{listed}\n".encode())
        output.finish()
    return len(heads)


def _head(page: Page) -> dict[str, object]:
    return {
        "title": page.title,
        "kind": str(page.kind),
        "path": page.path,
        "parts": [list(part) for part in page.headings],
    }


def _text(page: Page, head: dict[str, object]) -> str:
    return "\n".join(_lines(page, head))


def _lines(page: Page, head: dict[str, object]) -> Iterator[str]:
    yield "---"
    for name, value in head.items():
        # JSON is YAML, and escaped like this no value can end the head.
        yield f"{name}: {json.dumps(value)}"
    yield "---"
    yield page.above
    if page.kind is not PageKind.ORDINARY:
        yield f"<h1>{escape(page.title)}</h1>"
    yield page.body
