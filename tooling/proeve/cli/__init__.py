"""The `proeve` command: arguments in, exit code out; the only place that prints."""

from proeve.cli.main import main

__all__ = ["main"]
