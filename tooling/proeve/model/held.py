"""What stands in the tree of a scope beyond its last lawful state."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proeve.model.history import Act, Change, Read, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Everything between the last lawful state of a scope and here, as one change.

    Keyed by path from the top; `old` of each change is the lawful one. After an invalid
    commit the scope is `spoilt`: only restoring is possible (PROTOCOL R19).
    """

    changes: Mapping[str, Change] = field(default_factory=dict[str, Change])
    acts: Mapping[str, Act] = field(default_factory=dict[str, Act])
    tokens: Mapping[str, Token] = field(default_factory=dict[str, Token])
    documents: Mapping[str, Read] = field(default_factory=dict[str, Read])
    spoilt: bool = False
