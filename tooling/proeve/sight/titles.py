"""What the school calls that which its papers name by a code."""

from collections.abc import Mapping

from proeve.model.document import Data
from proeve.model.records import value_at
from proeve.model.registry import Registry
from proeve.words.say import Language


def in_language(value: Data, language: Language) -> str:
    """Return a text that may be in two languages; Dutch is always there."""
    if isinstance(value, dict):
        chosen = value.get(language) or value.get("nl")
        return chosen if isinstance(chosen, str) else ""
    return value if isinstance(value, str) else ""


def titles_of(registry: Registry, language: Language) -> Mapping[str, str]:
    """Return the title of each committee and, in its latest version, instrument."""
    found = {one.id: one.title for one in registry.committees.values()}
    for (code, _), version in sorted(registry.instruments.items()):
        found[code] = in_language(value_at(version.record, "title"), language)
    return {code: title for code, title in found.items() if title}
