"""Two core tasks, points, ten-point marks, separate forms, exemptions, one assessor.

Maintenance, B1-K1 in words: a work process is V when 3/5 of its criteria are V, G when
all are V and 3/5 are G; the core task V when all are V, G when all are G. B1-W1-C2 and
B1-W2-C3 are crucial for the exam. P1-K1 in marks: a work process has the exact mean,
the core task (W1 + 2 x W2) / 3 with a half upward, at most 5 when one is below 5.
P1-W2-C3 is crucial: below 6 leaves at most 4.

Welding: a work process is V from half of its points (20, 40, 10); the core task V from
42 points with none below V, G from 56. W3-C1, the leak test, is crucial for the core
task.
"""

from proeve.process.vocabulary import Part
from tests.passing.rating_sets import RatingSet

TWO_CORE_TASKS = (
    RatingSet(
        case=1, name="both-pass", instrument="mt4",
        ratings="V V V; V V V V V; 7 7; 7 7 7",
        steps={
            "B1-K1-W1": "3/3 = 1 >= 3/5 | 3/3 | 0/3 = 0 < 3/5",
            "B1-K1": "2/2 | 0/2 < 2/2",
            "P1-K1": "(1×7 + 2×7)/3 = 7 | 7 >= 5",
            "": "2/2",
        },
        tasks={"B1-K1": "V", "P1-K1": 7}, outcome="passed",
    ),
    RatingSet(
        case=1, name="three-fifths", instrument="mt4", boundary="at",
        ratings="V V V; V O V V O; 7 7; 7 7 7",
        steps={"B1-K1-W2": "3/5 >= 3/5 | 3/5 < 5/5 | 0/5 = 0 < 3/5"},
        tasks={"B1-K1": "V", "P1-K1": 7}, outcome="passed",
    ),
    RatingSet(
        case=1, name="two-fifths", instrument="mt4", boundary="under",
        ratings="V V V; V O V O O; 7 7; 7 7 7",
        steps={"B1-K1-W2": "2/5 < 3/5", "B1-K1": "1/2 < 2/2", "": "1/2 < 2/2"},
        tasks={"B1-K1": "O", "P1-K1": 7}, outcome="not_passed",
    ),
    RatingSet(
        case=1, name="good-for-three-fifths", instrument="mt4", boundary="at",
        ratings="G G V; G G G V V; 8 8; 8 8 8",
        steps={
            "B1-K1-W1": "3/3 = 1 >= 3/5 | 3/3 | 2/3 >= 3/5",
            "B1-K1-W2": "5/5 = 1 >= 3/5 | 5/5 | 3/5 >= 3/5",
            "B1-K1": "2/2 | 2/2",
        },
        tasks={"B1-K1": "G", "P1-K1": 8}, outcome="passed",
    ),
    RatingSet(
        case=1, name="good-does-not-make-up-for-a-five", instrument="mt4",
        ratings="G G G; G G G G G; 5 5; 5 5 6",
        steps={
            "P1-K1-W2": "(1×5 + 1×5 + 1×6)/3 = 16/3",
            "P1-K1": "(1×5 + 2×16/3)/3 = 47/9 -> 5 | 5 >= 5",
            "": "1/2 < 2/2",
        },
        tasks={"B1-K1": "G", "P1-K1": 5}, outcome="not_passed",
    ),
    RatingSet(
        case=1, name="crucial-for-the-exam", instrument="mt4",
        ratings="G O G; G G G G G; 9 9; 9 9 9",
        steps={"B1-K1-W1": "O < V", "B1-K1": "O < V", "": "O < V | 1/2 < 2/2"},
        tasks={"B1-K1": "O", "P1-K1": 9}, outcome="not_passed",
    ),
)  # fmt: skip

POINTS = (
    RatingSet(
        case=2, name="forty-two", instrument="las3", boundary="at",
        ratings="6 5; 6 6 6 6; 1 6",
        steps={
            "B1-K1-W2": "6 + 6 + 6 + 6 = 24 | 24/40 = 3/5 >= 1/2",
            "B1-K1": "11 + 24 + 7 = 42 | 42 >= 42 | V >= V | 42 < 56",
        },
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
    RatingSet(
        case=2, name="forty-one", instrument="las3", boundary="under",
        ratings="6 5; 6 6 6 5; 1 6",
        steps={"B1-K1": "11 + 23 + 7 = 41 | 41 < 42 | V >= V"},
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=2, name="half-of-the-points", instrument="las3", boundary="at",
        ratings="5 5; 8 8 8 8; 1 4",
        steps={
            "B1-K1-W1": "5 + 5 = 10 | 10/20 = 1/2 >= 1/2",
            "B1-K1-W3": "1 + 4 = 5 | 5/10 = 1/2 >= 1/2",
            "B1-K1": "10 + 32 + 5 = 47 | 47 >= 42 | V >= V | 47 < 56",
        },
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
    RatingSet(
        case=2, name="one-point-under-half", instrument="las3", boundary="under",
        ratings="5 4; 9 9 9 9; 1 9",
        steps={
            "B1-K1-W1": "5 + 4 = 9 | 9/20 < 1/2",
            "B1-K1": "9 + 36 + 10 = 55 | 55 >= 42 | O < V",
        },
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=2, name="leaks", instrument="las3", ratings="10 10; 10 10 10 10; 0 9",
        steps={
            "B1-K1-W3": "0 + 9 = 9 | 0 < 1",
            "B1-K1": "20 + 40 + 9 = 69 | 0 < 1",
        },
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=2, name="fifty-six-is-good", instrument="las3", boundary="at",
        ratings="9 9; 8 8 8 8; 1 5",
        steps={"B1-K1": "18 + 32 + 6 = 56 | 56 >= 42 | V >= V | 56 >= 56"},
        tasks={"B1-K1": "G"}, outcome="passed",
    ),
)  # fmt: skip

MARKS = (
    RatingSet(
        case=3, name="five-and-a-half", instrument="mt4", boundary="at",
        ratings="V V V; V V V V V; 6 7; 4 5 6",
        steps={
            "P1-K1-W1": "(1×6 + 1×7)/2 = 13/2",
            "P1-K1-W2": "(1×4 + 1×5 + 1×6)/3 = 5",
            "P1-K1": "(1×13/2 + 2×5)/3 = 11/2 -> 6 | 5 >= 5",
        },
        tasks={"B1-K1": "V", "P1-K1": 6}, outcome="passed",
    ),
    RatingSet(
        case=3, name="just-under-five-and-a-half", instrument="mt4", boundary="under",
        ratings="V V V; V V V V V; 6 6; 4 5 6",
        steps={"P1-K1": "(1×6 + 2×5)/3 = 16/3 -> 5 | 5 >= 5"},
        tasks={"B1-K1": "V", "P1-K1": 5}, outcome="not_passed",
    ),
    RatingSet(
        case=3, name="a-five-is-not-below-five", instrument="mt4", boundary="at",
        ratings="V V V; V V V V V; 5 5; 10 10 10",
        steps={"P1-K1": "(1×5 + 2×10)/3 = 25/3 -> 8 | 5 >= 5"},
        tasks={"B1-K1": "V", "P1-K1": 8}, outcome="passed",
    ),
    RatingSet(
        case=3, name="four-and-a-half-leaves-a-five", instrument="mt4",
        boundary="under", ratings="V V V; V V V V V; 4 5; 10 10 10",
        steps={"P1-K1": "(1×9/2 + 2×10)/3 = 49/6 -> 8 | 9/2 < 5"},
        tasks={"B1-K1": "V", "P1-K1": 5}, outcome="not_passed",
    ),
    RatingSet(
        case=3, name="crucial-leaves-a-four", instrument="mt4",
        ratings="V V V; V V V V V; 8 8; 8 8 5",
        steps={
            "P1-K1-W2": "5 < 6 | (1×8 + 1×8 + 1×5)/3 = 7 | min(7, 4) = 4",
            "P1-K1": "5 < 6 | (1×8 + 2×4)/3 = 16/3 -> 5 | min(5, 4) = 4 | 4 < 5",
        },
        tasks={"B1-K1": "V", "P1-K1": 4}, outcome="not_passed",
    ),
    RatingSet(
        case=3, name="ten", instrument="mt4",
        ratings="V V V; V V V V V; 10 10; 10 10 10",
        steps={"P1-K1": "(1×10 + 2×10)/3 = 10 | 10 >= 5"},
        tasks={"B1-K1": "V", "P1-K1": 10}, outcome="passed",
    ),
)  # fmt: skip

SEPARATE_FORMS = (
    RatingSet(
        case=4, name="observation-good-documents-sufficient", instrument="mt4",
        ratings="G G V; V G V G V; 7 7; 7 7 7",
        steps={
            "B1-K1-W1": "3/3 = 1 >= 3/5 | 3/3 | 2/3 >= 3/5",
            "B1-K1-W2": "5/5 = 1 >= 3/5 | 5/5 | 2/5 < 3/5",
        },
        tasks={"B1-K1": "V", "P1-K1": 7}, outcome="passed",
    ),
    RatingSet(
        case=4, name="documents-weak", instrument="mt4",
        ratings="V V O; V V V V O; 4 6; 4 8 8",
        steps={
            "B1-K1-W1": "2/3 >= 3/5 | 2/3 < 3/3 | 0/3 = 0 < 3/5",
            "P1-K1": "(1×5 + 2×20/3)/3 = 55/9 -> 6 | 5 >= 5",
        },
        tasks={"B1-K1": "V", "P1-K1": 6}, outcome="passed",
    ),
    RatingSet(
        case=4, name="two-observed-as-insufficient", instrument="mt4", boundary="at",
        ratings="V V V; V O V O V; 7 7; 7 7 7",
        steps={"B1-K1-W2": "3/5 >= 3/5 | 3/5 < 5/5 | 0/5 = 0 < 3/5"},
        tasks={"B1-K1": "V", "P1-K1": 7}, outcome="passed",
    ),
    RatingSet(
        case=4, name="and-a-document-too", instrument="mt4", boundary="under",
        ratings="V V V; V O V O O; 7 7; 7 7 7",
        steps={"B1-K1-W2": "2/5 < 3/5"},
        tasks={"B1-K1": "O", "P1-K1": 7}, outcome="not_passed",
    ),
    RatingSet(
        case=4, name="documents-not-judged-yet", instrument="mt4",
        ratings="V V .; V V V V .; . 7; . 7 7",
        missing=("B1-W1-C3", "B1-W2-C5", "P1-W1-C1", "P1-W2-C1"),
        tasks={}, outcome=None,
    ),
    RatingSet(
        case=4, name="interview-not-held-yet", instrument="mt4",
        ratings="V V V; V V V V V; 7 7; 7 . 7",
        missing=("P1-W2-C2",), tasks={"B1-K1": "V"}, outcome=None,
    ),
)  # fmt: skip

EXEMPTED = (
    RatingSet(
        case=6, name="counts-as-sufficient", instrument="ei2",
        exempted=("B1-K1-W2",), ratings="V V V; ; V V V; V V",
        steps={"B1-K1": "4/4 | 4/4 | 0/4 = 0 < 1/2 | V < G"},
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
    RatingSet(
        case=6, name="half-good-beside-it", instrument="ei2", boundary="at",
        exempted=("B1-K1-W2",), ratings="G G V; ; G G V; V V",
        steps={"B1-K1": "4/4 | 4/4 | 2/4 = 1/2 >= 1/2 | G >= G"},
        tasks={"B1-K1": "G"}, outcome="passed",
    ),
    RatingSet(
        case=6, name="a-quarter-good-beside-it", instrument="ei2", boundary="under",
        exempted=("B1-K1-W2",), ratings="G V V; ; G G V; V V",
        steps={"B1-K1": "4/4 | 4/4 | 1/4 < 1/2 | G >= G"},
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
    RatingSet(
        case=6, name="a-whole-core-task", instrument="mt4",
        exempted=("P1-K1",), ratings="V V V; V V V V V; ; ",
        steps={"": "2/2"}, tasks={"B1-K1": "V", "P1-K1": 6}, outcome="passed",
    ),
    RatingSet(
        case=6, name="every-core-task", instrument="mt4",
        exempted=("B1-K1", "P1-K1"), ratings="; ; ; ",
        tasks={"B1-K1": "V", "P1-K1": 6}, outcome="exempted",
    ),
    RatingSet(
        case=6, name="half-of-its-points", instrument="las3", boundary="at",
        exempted=("B1-K1-W1",), ratings="; 7 7 7 6; 1 4",
        steps={"B1-K1": "10 + 27 + 5 = 42 | 42 >= 42 | V >= V | 42 < 56"},
        tasks={"B1-K1": "V"}, outcome="passed",
    ),
    RatingSet(
        case=6, name="half-of-its-points-and-one-less", instrument="las3",
        boundary="under", exempted=("B1-K1-W1",), ratings="; 7 7 6 6; 1 4",
        steps={"B1-K1": "10 + 26 + 5 = 41 | 41 < 42 | V >= V"},
        tasks={"B1-K1": "O"}, outcome="not_passed",
    ),
    RatingSet(
        case=6, name="as-a-six-in-the-mean", instrument="mt4",
        exempted=("P1-K1-W1",), ratings="V V V; V V V V V; ; 4 5 6",
        steps={"P1-K1": "(1×6 + 2×5)/3 = 16/3 -> 5 | 5 >= 5"},
        tasks={"B1-K1": "V", "P1-K1": 5}, outcome="not_passed",
    ),
)  # fmt: skip

ONE_ASSESSOR = (
    RatingSet(
        case=9, name="what-practice-saw", instrument="mt4",
        judged_by=Part.FIRST_ASSESSOR, ratings="V V .; V V V V .; . 7; . 7 7",
        steps={"B1-K1-W1": "2/2 = 1 >= 3/5 | 2/2 | 0/2 = 0 < 3/5"},
        tasks={"B1-K1": "V", "P1-K1": 7}, outcome="passed",
    ),
    RatingSet(
        case=9, name="what-school-saw", instrument="mt4",
        judged_by=Part.SECOND_ASSESSOR, ratings=". . O; V . V . V; 7 7; 7 7 7",
        steps={"B1-K1-W1": "0/1 = 0 < 3/5", "B1-K1": "1/2 < 2/2"},
        tasks={"B1-K1": "O", "P1-K1": 7}, outcome="not_passed",
    ),
    RatingSet(
        case=9, name="both-together", instrument="mt4",
        ratings="V V O; V V V V V; 7 7; 7 7 7",
        steps={"B1-K1-W1": "2/3 >= 3/5 | 2/3 < 3/3 | 0/3 = 0 < 3/5"},
        tasks={"B1-K1": "V", "P1-K1": 7}, outcome="passed",
    ),
    RatingSet(
        case=9, name="one-from-each", instrument="mt4", boundary="at",
        ratings="V V V; V O V V O; 7 7; 7 7 7",
        steps={"B1-K1-W2": "3/5 >= 3/5 | 3/5 < 5/5 | 0/5 = 0 < 3/5"},
        tasks={"B1-K1": "V", "P1-K1": 7}, outcome="passed",
    ),
    RatingSet(
        case=9, name="two-from-practice-one-from-school", instrument="mt4",
        boundary="under", ratings="V V V; V O V O O; 7 7; 7 7 7",
        steps={"B1-K1-W2": "2/5 < 3/5"},
        tasks={"B1-K1": "O", "P1-K1": 7}, outcome="not_passed",
    ),
    RatingSet(
        case=9, name="half-of-what-practice-saw", instrument="mt4",
        judged_by=Part.FIRST_ASSESSOR, ratings="V V .; V O V O .; . 7; . 7 7",
        steps={"B1-K1-W2": "2/4 = 1/2 < 3/5"},
        tasks={"B1-K1": "O", "P1-K1": 7}, outcome="not_passed",
    ),
)  # fmt: skip

NUMBERS = (
    *TWO_CORE_TASKS,
    *POINTS,
    *MARKS,
    *SEPARATE_FORMS,
    *EXEMPTED,
    *ONE_ASSESSOR,
)
