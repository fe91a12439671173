"""What a school's policy says of evidence, as it stands in the registry judged."""

from dataclasses import dataclass

from proeve.model.records import Record, number_at, record_at, text_at, texts_at


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePolicy:
    """Where evidence is kept, how large a piece may be, and of which types."""

    store: str
    location: str
    most_bytes: int
    types: frozenset[str]
    seen_by: int


def evidence_policy(school: Record | None) -> EvidencePolicy:
    """Return the policy in the record of the school."""
    found = record_at(school, "policy", "evidence")
    return EvidencePolicy(
        store=text_at(found, "store"),
        location=text_at(found, "location"),
        most_bytes=number_at(found, "maximum_bytes"),
        types=frozenset(texts_at(found, "types")),
        seen_by=max(1, number_at(found, "seen_by")),
    )
