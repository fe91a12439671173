"""Whether a document fits its schema: a fast verdict first, findings where needed.

Nearly every document fits, so jsonschema-rs says yes or no and jsonschema, which is
slow to import and to run, is asked only what is wrong.
"""

from functools import cache

import jsonschema_rs

from proeve.model.document import Data, Document
from proeve.model.findings import Finding
from proeve.process.documents import Kind
from proeve.reading import schemafiles
from proeve.reading.formats import FORMATS


def fits(kind: Kind, data: Data) -> bool:
    """Tell whether the data has the shape that the schema of its kind asks."""
    return _validator(kind.name).is_valid(data)


def check(document: Document) -> tuple[Finding, ...]:
    """Return what keeps the document from fitting the schema of its kind."""
    if fits(document.kind, document.data):
        return ()
    # jsonschema takes longer to import than a whole lint run of good documents.
    from proeve.reading.faults import faults  # noqa: PLC0415

    # The second is not reached while both validators agree, which a test holds; if
    # they ever do not, the stricter one has the say.
    return faults(document) or (Finding("schema.unclear", document.at()),)


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    try:
        return jsonschema_rs.Draft202012Validator(
            schemafiles.schema_of(name),
            formats=dict(FORMATS),
            validate_formats=True,
            retriever=schemafiles.by_uri,
            # The engine without backtracking: no text can make a pattern slow.
            pattern_options=jsonschema_rs.RegexOptions(),
        )
    except (ValueError, jsonschema_rs.ReferencingError) as error:
        raise schemafiles.broken(name) from error
