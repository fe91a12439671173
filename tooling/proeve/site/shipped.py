"""Where the templates of this release are: in the wheel, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


def shipped_templates() -> Path:
    """Return the folder `site_templates` that came with this release."""
    packed = _PACKAGE / "data" / "site_templates"
    return packed if packed.is_dir() else _CHECKOUT / "site_templates"
