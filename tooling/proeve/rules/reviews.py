"""Which reviews of a proposal count: the newest of each account, as it stands now.

A later review replaces an earlier one also when it was dismissed or asked for changes;
otherwise an approval from before would come back to life (TRUST 1.9, attack 29).
"""

from collections.abc import Iterable, Iterator

from proeve.model.review import Review

_COMMENTS = frozenset({"COMMENT", "COMMENTED", "PENDING", "REQUEST_REVIEW"})
_APPROVED, _DISMISSED = "APPROVED", "DISMISSED"


def newest(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Return the last word of each account; a comment is none."""
    found: dict[int, Review] = {}
    for review in sorted(reviews, key=lambda review: (review.at, review.id)):
        if review.state not in _COMMENTS:
            found[review.account] = review
    return tuple(found.values())


def faults(review: Review) -> Iterator[str]:
    """Yield the code of each reason why a review is no approval that stands."""
    if review.dismissed or review.state == _DISMISSED:
        yield "attestation.dismissed"
    elif review.state != _APPROVED:
        yield "attestation.not-approved"
    if review.stale:
        yield "attestation.stale"
    if not review.official:
        yield "attestation.not-official"
    if review.edited:
        yield "attestation.edited"
