"""A verb with a form: what is asked for, and the deed that the answers come to."""

from collections.abc import Callable
from dataclasses import dataclass

from proeve.deeds.clone import Clone
from proeve.deeds.forms.questions import Guide
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work
from proeve.model.document import Data
from proeve.words.say import Language

Filled = dict[str, Data]
Guiding = Callable[[Clone, str, Work, Language], Guide]
Doing = Callable[[Clone, str, Work, Filled], Deed]


@dataclass(frozen=True, slots=True)
class Guided:
    """One verb's form; both parts raise UsageError where it is not this person's turn.

    The guide is made once, before anything is asked; the deed on the state of the
    moment, again after somebody else was first.
    """

    guide: Guiding
    deed: Doing
