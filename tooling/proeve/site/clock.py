"""What seconds are measured with: only the command line has a clock."""

from collections.abc import Callable

Clock = Callable[[], float]
"""Returns seconds since some moment."""


def unmeasured() -> float:
    """Stand in for a clock where nobody asks for seconds."""
    return 0.0
