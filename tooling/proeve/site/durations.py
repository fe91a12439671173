"""How long a step took, as far as the dates of commits tell."""

from proeve.model.verdict import StepVerdict

_DAY = 86_400


def days_of(step: StepVerdict) -> int | None:
    """Return the whole days that a step took, by the dates of its commits."""
    if step.since is None or step.done_at is None:
        return None
    return max(0, step.done_at - step.since) // _DAY
