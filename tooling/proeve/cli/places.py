"""Where this user's machine keeps what Proeve knows from before, outside Git."""

from pathlib import Path

from platformdirs import user_state_path

_NAME = "proeve"


def pins() -> Path:
    """Return the folder of the pins: where each live ledger was last found sound."""
    return user_state_path(_NAME, appauthor=False) / "pins"
