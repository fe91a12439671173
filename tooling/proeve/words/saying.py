"""From a finding's code and arguments to its sentences in the reader's language."""

from collections.abc import Mapping

from proeve.words.codes import ALL
from proeve.words.say import Language, Say


class _Named(dict[str, str]):
    """Arguments of a sentence; one that is not there shows its own name."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def sentence(code: str, args: Mapping[str, str], language: Language) -> Say:
    """Return the sentences of a code, with its arguments filled in."""
    say = ALL[code].in_language(language)
    named = _Named(args)
    return Say(say.text.format_map(named), say.hint.format_map(named), say.why)
