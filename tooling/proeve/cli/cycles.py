"""Python looks for no cycles while some verbs run; afterwards it does as before.

What is judged and shown are trees of frozen values. Looking for cycles in them finds
none, and takes longer than all the rest of a deed in a large school.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import click


def search_no_cycles() -> None:
    """Look for no cycles until the verb that runs ends; outside a verb look on."""
    verb = click.get_current_context(silent=True)
    if verb is not None:
        verb.with_resource(unsearched())


@contextmanager
def unsearched() -> Iterator[None]:
    """Look for no cycles inside, and then as before again."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
