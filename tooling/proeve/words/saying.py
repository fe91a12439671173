"""From a finding's code and arguments to its sentences in the reader's language."""

from collections.abc import Mapping

from proeve.process.vocabulary import Part, Role, RowId
from proeve.words.codes import ALL
from proeve.words.labels import label
from proeve.words.labels_text import Label
from proeve.words.say import Language, Say


class _Named(dict[str, str]):
    """Arguments of a sentence; one that is not there shows its own name."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


_ENDINGS: Mapping[str, Label] = {
    "retired": Label("niet meer in gebruik", "no longer in use"),
    "lost": Label("kwijt", "lost"),
    "compromised": Label("misbruikt of gestolen", "misused or stolen"),
}
"""How a key ends, for somebody who does not know the codes of a revocation."""

_ROWS = frozenset(RowId)
_WHO = frozenset({"part", "hat", "role", "row"})
"""Arguments that say as what somebody acts; a part has a form of its own, its row."""
_HATS: Mapping[str, Part | Role] = {str(hat): hat for hat in (*Role, *Part)}


def argument(name: str, value: str, language: Language) -> str:
    """Return an argument as its reader knows it: a row, a part, a role, an ending."""
    if name == "row" and value in _ROWS:
        return f"“{label(RowId(value), language)}”"
    if name in _WHO and value in _HATS:
        return label(_HATS[value], language)
    if name == "kind" and value in _ENDINGS:
        return _ENDINGS[value].in_language(language)
    return value


def sentence(code: str, args: Mapping[str, str], language: Language) -> Say:
    """Return the sentences of a code, with its arguments filled in."""
    say = ALL[code].in_language(language)
    named = _Named({name: argument(name, args[name], language) for name in args})
    return Say(say.text.format_map(named), say.hint.format_map(named), say.why)
