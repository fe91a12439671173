"""A third assessor after a dispute: what two of three rated alike is agreed.

The rule is the fitter's; see `table_words`. `agreed` has a dot where all three differ.
"""

from dataclasses import dataclass, field

from proeve.model.passing import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Third:
    name: str
    first: str
    second: str
    third: str
    agreed: str
    outcome: str | None
    tasks: dict[str, Rating]
    steps: dict[str, str] = field(default_factory=dict[str, str])
    boundary: str = ""
    case: int = 11


THIRD = (
    Third(
        name="third-joins-the-second",
        first="V V V; V V; V O O; V V",
        second="V V V; V V; V V V; V V",
        third="V V V; V V; V V V; V V",
        agreed="V V V; V V; V V V; V V",
        steps={"B1-K1-W3": "3/3 = 1 >= 6/10 | V >= V | 0/3 = 0 < 6/10"},
        tasks={"B1-K1": "V"},
        outcome="passed",
    ),
    Third(
        name="third-joins-the-first",
        first="V V V; V V; V O O; V V",
        second="V V V; V V; V V V; V V",
        third="V V V; V V; V O O; V V",
        agreed="V V V; V V; V O O; V V",
        steps={"B1-K1-W3": "1/3 < 6/10", "B1-K1": "3/4 < 4/4"},
        tasks={"B1-K1": "O"},
        outcome="not_passed",
    ),
    Third(
        name="half-is-good-by-two-of-three",
        boundary="at",
        first="G G V; V V; G G V; V V",
        second="V V V; V V; G G V; V V",
        third="G G V; V V; V G V; V V",
        agreed="G G V; V V; G G V; V V",
        steps={"B1-K1": "4/4 | 4/4 | 2/4 = 1/2 >= 1/2 | G >= G"},
        tasks={"B1-K1": "G"},
        outcome="passed",
    ),
    Third(
        name="a-quarter-is-good-by-two-of-three",
        boundary="under",
        first="G G V; V V; G G V; V V",
        second="V V V; V V; G G V; V V",
        third="V V V; V V; V G V; V V",
        agreed="V V V; V V; G G V; V V",
        steps={"B1-K1": "4/4 | 4/4 | 1/4 < 1/2 | G >= G"},
        tasks={"B1-K1": "V"},
        outcome="passed",
    ),
    Third(
        name="two-of-three-find-the-crucial-one-insufficient",
        first="V V V; V V; V V V; O V",
        second="V V V; V V; V V V; V V",
        third="V V V; V V; V V V; O V",
        agreed="V V V; V V; V V V; O V",
        steps={"B1-K1-W4": "O < V", "B1-K1": "3/4 < 4/4"},
        tasks={"B1-K1": "O"},
        outcome="not_passed",
    ),
    Third(
        name="all-three-differ-and-nothing-is-averaged",
        first="V V V; O V; V V V; V V",
        second="V V V; V V; V V V; V V",
        third="V V V; G V; V V V; V V",
        agreed="V V V; . V; V V V; V V",
        tasks={},
        outcome=None,
    ),
)
