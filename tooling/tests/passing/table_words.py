"""Ratings in words: electrical fitter with one core task, elective, resit.

Fitter, a work process: V when 6/10 of the criteria are V or better; G when none is
below V and 6/10 are G. The core task: V when all are V; G when all are V, half are G,
W3 is G. Criteria W1-C3, W3-C1 and W4-C1 are crucial: below V their work process is O.

Elective, a work process: V when none is below O and 2/3 of what was judged is V; RV
when none is below V and 2/3 of all criteria are RV; G when all are V and 2/3 are G. The
core task: V when all are V, RV when all are RV, G when half are G and W2 is. W1-C2 is
crucial.
"""

from tests.passing.rating_sets import RatingSet

_W4 = ("B1-K1-W4",)
_DONE = {"B1-K1-W1": "V", "B1-K1-W2": "V", "B1-K1-W3": "G"}

RESIT = (
    RatingSet(
        case=5, name="good", instrument="ei2", boundary="at",
        units=_W4, carried={**_DONE}, ratings="; ; ; G G",
        steps={
            "B1-K1-W4": "2/2 = 1 >= 6/10 | G >= V | 2/2 = 1 >= 6/10",
            "B1-K1": "4/4 | 4/4 | 2/4 = 1/2 >= 1/2 | G >= G",
        },
        tasks={"B1-K1": "G"}, outcome="passed",
    ),
    RatingSet(
        case=5, name="one-good-criterion-less", instrument="ei2", boundary="under",
        units=_W4, carried={**_DONE}, ratings="; ; ; G V",
        steps={
            "B1-K1-W4": "2/2 = 1 >= 6/10 | V >= V | 1/2 < 6/10",
            "B1-K1": "4/4 | 4/4 | 1/4 < 1/2 | G >= G",
        },
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
    RatingSet(
        case=5, name="crucial-again-not-met", instrument="ei2",
        units=_W4, carried={**_DONE}, ratings="; ; ; O G",
        steps={"B1-K1-W4": "O < V", "B1-K1": "3/4 < 4/4"},
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=5, name="half-is-not-six-tenths", instrument="ei2",
        units=_W4, carried={**_DONE}, ratings="; ; ; V O",
        steps={"B1-K1-W4": "1/2 < 6/10", "B1-K1": "3/4 < 4/4"},
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=5, name="carried-over-as-not-passed", instrument="ei2",
        units=_W4, carried={**_DONE, "B1-K1-W2": "O"}, ratings="; ; ; G G",
        steps={"B1-K1": "3/4 < 4/4"},
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=5, name="not-judged-yet", instrument="ei2",
        units=_W4, carried={**_DONE}, ratings="; ; ; V .",
        missing=("W4-C2",), tasks={}, outcome=None,
    ),
    RatingSet(
        case=5, name="half-good-but-not-the-required-one", instrument="ei2",
        units=_W4, carried={"B1-K1-W1": "G", "B1-K1-W2": "G", "B1-K1-W3": "V"},
        ratings="; ; ; V V",
        steps={"B1-K1": "4/4 | 4/4 | 2/4 = 1/2 >= 1/2 | V < G"},
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
)  # fmt: skip

ELECTIVE = (
    RatingSet(
        case=7, name="sufficient", instrument="k0262", ratings="V V V; V V V",
        steps={
            "K0262-W1": "V >= O | 3/3 = 1 >= 2/3 | V >= V | 0/3 = 0 < 2/3",
            "K0262": "2/2 | 0/2 < 2/2",
        },
        tasks={"K0262": "V"}, outcome="passed",
    ),
    RatingSet(
        case=7, name="two-thirds", instrument="k0262", boundary="at",
        ratings="O V V; V V O",
        steps={"K0262-W1": "O >= O | 2/3 >= 2/3 | O < V | 0/3 = 0 < 2/3"},
        tasks={"K0262": "V"}, outcome="passed",
    ),
    RatingSet(
        case=7, name="one-third", instrument="k0262", boundary="under",
        ratings="O V O; V V V",
        steps={"K0262-W1": "O >= O | 1/3 < 2/3", "K0262": "1/2 < 2/2"},
        tasks={"K0262": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=7, name="one-poor", instrument="k0262", ratings="S V V; G G G",
        steps={"K0262-W1": "S < O | 2/3 >= 2/3", "K0262": "1/2 < 2/2"},
        tasks={"K0262": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=7, name="more-than-sufficient", instrument="k0262",
        ratings="RV RV V; RV RV RV",
        steps={
            "K0262-W1": "V >= O | 3/3 = 1 >= 2/3 | V >= V | 2/3 >= 2/3 | "
            "3/3 | 0/3 = 0 < 2/3",
            "K0262": "2/2 | 2/2 | 0/2 = 0 < 1/2 | RV < G",
        },
        tasks={"K0262": "RV"}, outcome="passed",
    ),
    RatingSet(
        case=7, name="good", instrument="k0262", boundary="at",
        ratings="RV RV RV; G G RV",
        steps={
            "K0262-W2": "RV >= O | 3/3 = 1 >= 2/3 | RV >= V | 3/3 = 1 >= 2/3 | "
            "3/3 | 2/3 >= 2/3",
            "K0262": "2/2 | 2/2 | 1/2 >= 1/2 | G >= G",
        },
        tasks={"K0262": "G"}, outcome="passed",
    ),
    RatingSet(
        case=7, name="crucial", instrument="k0262", ratings="G O G; G G G",
        steps={"K0262-W1": "O < V", "K0262": "O < V"},
        tasks={"K0262": "O"}, outcome="not_passed",
    ),
)  # fmt: skip

PORTFOLIO = (
    RatingSet(
        case=8, name="left-out-of-what-was-judged", instrument="k0262",
        ratings="NVT V V; V V V",
        steps={"K0262-W1": "V >= O | 2/2 = 1 >= 2/3 | V >= V | 0/3 = 0 < 2/3"},
        tasks={"K0262": "V"}, outcome="passed",
    ),
    RatingSet(
        case=8, name="half-of-what-was-judged", instrument="k0262", boundary="under",
        ratings="NVT V O; V V V",
        steps={"K0262-W1": "O >= O | 1/2 < 2/3"},
        tasks={"K0262": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=8, name="counted-among-all-criteria", instrument="k0262", boundary="at",
        ratings="NVT RV RV; RV RV RV",
        steps={
            "K0262-W1": "RV >= O | 2/2 = 1 >= 2/3 | RV >= V | 2/3 >= 2/3 | "
            "2/3 < 3/3 | 0/3 = 0 < 2/3",
        },
        tasks={"K0262": "RV"}, outcome="passed",
    ),
    RatingSet(
        case=8, name="one-less-among-all-criteria", instrument="k0262",
        boundary="under", ratings="NVT RV V; RV RV RV",
        steps={
            "K0262-W1": "V >= O | 2/2 = 1 >= 2/3 | V >= V | 1/3 < 2/3",
            "K0262": "2/2 | 1/2 < 2/2",
        },
        tasks={"K0262": "V"}, outcome="passed",
    ),
    RatingSet(
        case=8, name="crucial-cannot-be-left-out", instrument="k0262",
        ratings="V NVT V; V V V", missing=("W1-C2",), tasks={}, outcome=None,
    ),
    RatingSet(
        case=8, name="nothing-judged-at-all", instrument="k0262",
        ratings="V V V; NVT NVT NVT", missing=("K0262-W2",), tasks={}, outcome=None,
    ),
)  # fmt: skip

STOPPED = (
    RatingSet(
        case=12, name="before-anything-was-judged", instrument="ei2", stopped=True,
        ratings="; ; ; ", tasks={}, outcome="not_passed",
    ),
    RatingSet(
        case=12, name="after-one-work-process", instrument="ei2", stopped=True,
        ratings="G G V; ; ; ",
        steps={"B1-K1-W1": "3/3 = 1 >= 6/10 | V >= V | 2/3 >= 6/10"},
        tasks={}, outcome="not_passed",
    ),
    RatingSet(
        case=12, name="at-the-crucial-criterion", instrument="ei2", stopped=True,
        ratings="V V V; V V; O G G; ",
        steps={"B1-K1-W3": "O < V"},
        tasks={}, outcome="not_passed",
    ),
    RatingSet(
        case=12, name="though-half-was-good", instrument="ei2", stopped=True,
        boundary="at", ratings="G G V; V V; G G V; V V",
        steps={"B1-K1": "4/4 | 4/4 | 2/4 = 1/2 >= 1/2 | G >= G"},
        tasks={}, outcome="not_passed",
    ),
    RatingSet(
        case=12, name="though-all-was-sufficient", instrument="ei2", stopped=True,
        boundary="under", ratings="V V V; V V; G G V; V V",
        steps={"B1-K1": "4/4 | 4/4 | 1/4 < 1/2 | G >= G"},
        tasks={}, outcome="not_passed",
    ),
    RatingSet(
        case=12, name="in-a-resit", instrument="ei2", stopped=True,
        units=_W4, carried={**_DONE}, ratings="; ; ; O .",
        tasks={}, outcome="not_passed",
    ),
)  # fmt: skip

RETURNED = (
    RatingSet(
        case=14, name="first-a-criterion-misread", instrument="ei2", boundary="under",
        ratings="V V V; V V; V V V; V O",
        steps={"B1-K1-W4": "1/2 < 6/10", "B1-K1": "3/4 < 4/4"},
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=14, name="then-read-again", instrument="ei2",
        ratings="V V V; V V; V V V; V V",
        steps={
            "B1-K1-W4": "2/2 = 1 >= 6/10 | V >= V | 0/2 = 0 < 6/10",
            "B1-K1": "4/4 | 4/4 | 0/4 = 0 < 1/2 | V < G",
        },
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
    RatingSet(
        case=14, name="first-good-for-half", instrument="ei2", boundary="at",
        ratings="G G V; V V; G G V; V V",
        steps={"B1-K1": "4/4 | 4/4 | 2/4 = 1/2 >= 1/2 | G >= G"},
        tasks={"B1-K1": "G"}, outcome="passed",
    ),
    RatingSet(
        case=14, name="then-good-for-a-quarter", instrument="ei2", boundary="under",
        ratings="G V V; V V; G G V; V V",
        steps={
            "B1-K1-W1": "3/3 = 1 >= 6/10 | V >= V | 1/3 < 6/10",
            "B1-K1": "4/4 | 4/4 | 1/4 < 1/2 | G >= G",
        },
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
    RatingSet(
        case=14, name="first-incomplete", instrument="ei2",
        ratings="V V V; V .; V V V; V V", missing=("W2-C2",), tasks={}, outcome=None,
    ),
    RatingSet(
        case=14, name="then-complete-and-crucial-not-met", instrument="ei2",
        ratings="V V O; V V; V V V; V V",
        steps={"B1-K1-W1": "O < V", "B1-K1": "3/4 < 4/4"},
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
)  # fmt: skip

WORDS = (*RESIT, *ELECTIVE, *PORTFOLIO, *STOPPED, *RETURNED)
