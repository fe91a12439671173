"""A progress bar for what takes longer than a second, and nothing for what does not."""

import time

from rich.console import Console
from rich.progress import Progress

from proeve.deeds.clone import Clone, Plan
from proeve.deeds.stating import Deed

_PATIENCE = 1.0


class Bar:
    """Counts plans as they are stated; shows itself once it has waited."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._began = time.monotonic()
        self._shown: Progress | None = None

    def counting(self, plan: Plan) -> Plan:
        """Return a plan that is counted when it was stated."""

        def counted(clone: Clone, person: str) -> Deed:
            deed = plan(clone, person)
            self._count()
            return deed

        return counted

    def _count(self) -> None:
        self._done += 1
        if self._shown is None and time.monotonic() - self._began > _PATIENCE:
            self._shown = Progress(console=Console(stderr=True), transient=True)
            self._shown.add_task("", total=self._total)
            self._shown.start()
        if self._shown is not None:
            self._shown.update(self._shown.task_ids[0], completed=self._done)
        if self._done >= self._total:
            self.stop()

    def stop(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.stop()
            self._shown = None
