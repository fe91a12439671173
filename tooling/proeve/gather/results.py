"""The derivation of one exam's result, from the documents of its last lawful state."""

from proeve.model.exam import ExamState
from proeve.model.records import number_at, record_at, text_at
from proeve.model.registry import Registry
from proeve.rules.pass_rule import explain, instrument_of
from proeve.words.say import Language


def explained(
    exam: ExamState, registry: Registry, language: Language
) -> tuple[str, ...] | None:
    """Return the derivation step by step; None while there is no consensus."""
    record, consensus = exam.document("exam"), exam.document("consensus")
    pinned = record_at(record, "instrument")
    key = (text_at(pinned, "code"), number_at(pinned, "version"))
    found = registry.instruments.get(key)
    if record is None or consensus is None or found is None:
        return None
    items = record_at(consensus, "items")
    return tuple(explain(instrument_of(dict(found.record)), items, record, language))
