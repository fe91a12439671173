"""What stands in an exam, as lines for whoever is about to say something about it."""

from collections.abc import Iterator

from proeve.deeds.clone import Clone
from proeve.deeds.telling import paper_lines
from proeve.model.exam import ExamState
from proeve.process.table import Row
from proeve.words.say import Language

_CLOSED = ".seal.yml"


def text_lines(
    clone: Clone, exam: ExamState, row: Row, language: Language
) -> Iterator[str]:
    """Yield the documents that a row binds, field by field, its own ones last."""
    bound = [path for path in row.text if path in exam.files]
    for path in sorted(bound, key=lambda each: each in row.writes):
        if not path.endswith(_CLOSED):
            yield from document_lines(clone, exam, path, language)


def document_lines(
    clone: Clone, exam: ExamState, path: str, language: Language
) -> Iterator[str]:
    """Yield one document of an exam, field by field; nothing where it is not there."""
    fact = exam.files.get(path)
    if fact is None:
        return
    where = f"exams/{exam.scope}/{path}"
    data = clone.data(where, fact.oid)
    yield f"  {path}"
    if data is not None:
        yield from paper_lines(where, data, None, language)
