"""Every number and state on the pages is what `status` says, counted independently."""

import csv
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median_high

import pytest

from proeve.cli.practice import make_practice
from proeve.model.verdict import StepState
from proeve.process.vocabulary import Outcome, Part, Role, StepId
from proeve.site.reports import MOST_ROWS
from proeve.words.labels import label
from tests.cli.running import proeve
from tests.site.counting import (
    Exam,
    Numbers,
    by_phase,
    counted,
    grouped,
    spoiled,
)
from tests.site.reading_tables import counted as figures
from tests.site.reading_tables import told as report
from tests.site.reading_tree import Node, tree
from tests.site.test_report_pages import decoded

pytestmark = pytest.mark.slow

EXAMS, EVERY = 200, 29
MOST_ON_FRONT = 32
STEPS = dict(enumerate(StepId, 1))
OUTCOMES = [one for one in Outcome if one is not Outcome.ANNULLED]


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> Numbers:
    folder = tmp_path_factory.mktemp("numbers") / "school"
    make_practice(folder, exams=EXAMS, seed="numbers", language="nl")
    # What is judged here is remembered, so that the site need not judge it again.
    earlier = counted(folder, (), 0)
    made = Numbers(folder, earlier, spoiled(folder, EVERY))
    ran = proeve(folder, "site", "build", "--one", "--out", str(made.out), lang="nl")
    assert (ran.code, ran.err) == (0, "")
    return made


def ints(cells: Iterable[Node]) -> list[int]:
    return [int(cell.text) for cell in cells]


def said(hats: Iterable[str]) -> list[str]:
    """Return the Dutch words of roles and parts; one that is both has one."""
    known = {str(hat): label(hat, "nl") for hat in (*Role, *Part)}
    return [known[hat] for hat in hats]


def state(code: object) -> str:
    return label(StepState(str(code)), "nl")


def days_late(days: int) -> str:
    return "1 dag te laat" if days == 1 else f"{days} dagen te laat"


def test_the_school_has_something_of_everything(numbers: Numbers) -> None:
    """Hold that no number below is compared with nothing."""
    assert len(numbers.exams) == EXAMS
    assert all(by_phase(numbers.exams))
    assert {one.step for one in numbers.moves} >= set(STEPS) - {4}
    assert len({one.outcome for one in numbers.exams}) > 3
    finished = [one for one in numbers.exams if one.held_up and not one.step]
    assert 0 < len(finished) < len(numbers.held_up)


def test_the_figures_of_the_overview(numbers: Numbers) -> None:
    page = numbers.page("index")
    late = [exam for exam in numbers.exams if exam.late]
    shown = ints(page.one("ul", "pv-figures").all("b"))
    running = len(numbers.moves)
    assert shown == [
        *(EXAMS, running, len(late), len(numbers.held_up), EXAMS - running)
    ]
    listed = numbers.verified["findings"]
    assert isinstance(listed, list)
    wrong = {
        (one["where"], one["code"], one["commit"])
        for one in listed
        if one["severity"] == "error"
    }
    assert f"Er zijn {len(wrong)} punten" in page.one("p", "pv-verdict").text


def test_the_tables_of_the_overview(numbers: Numbers) -> None:
    page = numbers.page("index")
    bars = page.one("table", "pv-bars").rows()
    assert [int(row[0].one("span", "pv-n").text) for row in bars] == list(STEPS)
    for number, (_, cell) in enumerate(bars, 1):
        here = [exam for exam in numbers.exams if exam.step == number]
        late = sum(exam.late > 0 for exam in here)
        assert int(cell.one("span", "pv-num").text) == len(here)
        assert [one.text for one in cell.all("span", "pv-late")] == (
            [f"{late} te laat"] if late else []
        )
    turns, ended = page.all("table", "pv-counts")
    waits = Counter(hat for exam in numbers.moves for hat in exam.hats)
    words = Counter(dict(zip(said(waits), waits.values(), strict=True)))
    assert {r[0].text: int(r[1].text) for r in turns.rows()} == dict(words)
    outcomes = Counter(
        label(Outcome(e.outcome), "nl") for e in numbers.exams if e.outcome
    )
    assert {r[0].text: int(r[1].text) for r in ended.rows()} == dict(outcomes)


def test_the_waiting_times_of_the_overview_are_those_of_the_exams(
    numbers: Numbers,
) -> None:
    took: dict[int, list[int]] = defaultdict(list)
    for exam in numbers.exams:
        page = numbers.page(f"examens/{exam.group}/{exam.name}")
        for number, cell in enumerate(page.all("td", "pv-standing"), 1):
            for length in cell.all("small"):
                said = length.text.partition(" ")[0]
                took[number].append(int(said) if said.isdigit() else 0)
    took.pop(4)
    rows = numbers.page("index").one("table", "pv-waits").rows()
    assert {int(row[0].one("span", "pv-n").text): _days(row) for row in rows} == {
        number: (median_high(days), max(days), len(days))
        for number, days in took.items()
    }
    for number, spans in took.items():
        states = [exam.states[STEPS[number]] for exam in numbers.exams]
        assert len(spans) == states.count("done")


def _days(row: Sequence[Node]) -> tuple[int, ...]:
    return tuple(int(row[n].text.removesuffix(" d")) for n in (1, 3, 4))


def test_the_most_urgent_exams_of_the_overview(numbers: Numbers) -> None:
    page = numbers.page("index")
    rows = page.one("table", "pv-moves-table").rows()
    assert len(rows) == MOST_ON_FRONT
    order = sorted(numbers.moves, key=lambda one: -one.late)
    assert [_late_in(row[-1]) for row in rows] == [
        exam.late for exam in order[:MOST_ON_FRONT]
    ]
    known = {exam.name: exam for exam in numbers.exams}
    for name, _, step, whose, *_ in rows:
        exam = known[name.text]
        assert int(step.one("span", "pv-n").text) == exam.step
        lines = [one.inside[0] for one in whose.all("span", "pv-line")]
        assert [str(one).strip() for one in lines] == said(exam.hats)
    urgent = page.one("ol", "pv-action").all("li")
    for line, exam in zip(urgent, order, strict=False):
        assert line.one("strong").text == days_late(exam.late)
    assert len(urgent) == min(10, sum(exam.late > 0 for exam in numbers.exams))


def _late_in(cell: Node) -> int:
    told = [one.text.removeprefix("! ") for one in cell.all("span", "pv-late")]
    return int(told[0].partition(" ")[0]) if told else 0


def test_the_table_of_groups(numbers: Numbers) -> None:
    rows = numbers.page("groepen/index").one("table", "pv-groups").rows()
    groups = grouped(numbers.exams, "group")
    assert [row[0].one("span", "pv-id").text for row in rows] == sorted(groups)
    for row, (_, exams) in zip(rows, sorted(groups.items()), strict=True):
        everything, *phases, finished, late, _ = by_phase(exams)
        assert row[1].text == exams[0].crebo
        assert ints(row[3:]) == [everything, *phases, late, finished]


def test_every_state_of_every_exam_in_its_group(numbers: Numbers) -> None:
    for group, exams in grouped(numbers.exams, "group").items():
        rows = numbers.page(f"groepen/{group}").one("table", "pv-grid").rows()
        assert [row[0].text for row in rows] == [exam.name for exam in exams]
        for row, exam in zip(rows, exams, strict=True):
            cells = [cell.one("span", "pv-sr").text for cell in row[2:14]]
            assert cells == [state(one) for one in exam.states.values()]
            assert _late_in(row[14]) == exam.late
            assert _turn(row[14]) == _waits(exam)


def _turn(cell: Node) -> str:
    return " ".join("".join(x for x in cell.inside if isinstance(x, str)).split())


def _waits(exam: Exam) -> str:
    if exam.hats:
        listed = exam.said["waiting_for"]
        assert isinstance(listed, list)
        return ", ".join(said(str(each["as"]) for each in listed))
    if exam.step:
        return label(STEPS[exam.step], "nl")
    return label(Outcome(exam.outcome), "nl") if exam.outcome else "–"


def test_every_exam_on_its_own_page(numbers: Numbers) -> None:
    for exam in numbers.exams:
        page = numbers.page(f"examens/{exam.group}/{exam.name}")
        bar = page.one("nav", "pv-bar").all("li", "pv-step")
        told = [one.one("span", "pv-sr").text.removeprefix(": ") for one in bar]
        assert told == [state(one) for one in exam.states.values()]
        here = [n for n, one in enumerate(bar, 1) if "aria-current" in one.attrs]
        assert here == ([exam.step] if exam.step else [])
        codes = [one.text for one in page.one("dl", "pv-genuine").all("code")]
        assert codes[:2] == [exam.said["commit"], exam.said["subject"]]
        standing = page.all("td", "pv-standing")
        assert [
            one.one("span", "pv-state").text.partition(" ")[2] for one in standing
        ] == told
        late = page.one("section", "pv-card", **{"aria-labelledby": "nu"})
        assert _late_in(late) == exam.late


def test_an_exam_that_a_bad_commit_holds_up_shows_its_last_valid_state(
    numbers: Numbers,
) -> None:
    earlier = {str(exam.said["exam"]): exam for exam in numbers.earlier}
    for scope, commit in numbers.held_up.items():
        now, was = numbers.found(scope), earlier[scope]
        kept = ("commit", "subject", "step")
        assert [now.said[key] for key in kept] == [was.said[key] for key in kept]
        changed = [one for one in was.states if now.states[one] != was.states[one]]
        assert changed == ([STEPS[was.step]] if was.step else [])
        page = numbers.page("examens/" + scope.removeprefix("groups/"))
        why = page.one("section", "pv-why")
        assert commit[:10] in [one.text for one in why.all("code")]
        assert str(was.said["commit"]) in page.one("dl", "pv-genuine").text


def test_the_finder(numbers: Numbers) -> None:
    text = (numbers.out / "examens/zoeken-gegevens.js").read_text(encoding="utf-8")
    data = json.loads(text.removeprefix("window.PROEVE_FINDER=").removesuffix(";\n"))
    assert data["exams"] == EXAMS
    names = data["numbers"].split("\n")
    columns = {
        name: decoded(data[name], EXAMS)
        for name in ("group", "company", "step", "state", "hats", "late", "result")
    }
    for n, exam in enumerate(numbers.exams):
        assert names[n] == exam.name
        shown = {name: column[n] for name, column in columns.items()}
        assert _first(shown["group"]) == exam.group
        assert _first(shown["company"]) == exam.company
        assert _first(shown["step"]) == str(exam.step)
        assert shown["state"] == state(exam.said["state"])
        assert _first(shown["hats"]) == "+".join(exam.hats)
        assert shown["late"] == exam.late
        assert _first(shown["result"]) == (exam.outcome or "none")


def _first(value: object) -> object:
    assert isinstance(value, list)
    return value[0]


def counts(rows: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    return {row[0]: [int(cell) for cell in row[1:]] for row in rows}


def sheet(numbers: Numbers, path: str) -> list[list[str]]:
    text = (numbers.out / f"{path}.csv").read_bytes().decode("utf-8-sig")
    _, *rows = csv.reader(io.StringIO(text), delimiter=";")
    return rows


@pytest.mark.parametrize(
    ("way", "key"),
    [
        ("group", "group"),
        ("company", "company"),
        ("qualification", "crebo"),
        ("period", "month"),
    ],
)
def test_the_report_of_progress(numbers: Numbers, way: str, key: str) -> None:
    shown = report(numbers.html("rapportages/voortgang"))
    assert [int(one) for one in shown.figures] == by_phase(numbers.results)
    groups = grouped(numbers.results, key)
    own = [by_phase(groups[one]) for one in sorted(groups) if one]
    assert list(counts(shown.tables[way]).values()) == own[:MOST_ROWS]
    rows = sheet(numbers, f"rapportages/voortgang-{way}")
    assert [[int(cell) for cell in row[1:]] for row in rows] == own


def test_the_report_of_what_is_late(numbers: Numbers) -> None:
    shown = report(numbers.html("rapportages/te-laat"))
    late = sorted(
        (one for one in numbers.results if one.late), key=lambda e: (-e.late, e.name)
    )
    assert int(shown.figures[3]) == len(late)
    told = [(row[0], int(row[4])) for row in shown.tables["exam"]]
    expected = [(exam.name, exam.late) for exam in late]
    assert told == expected[:MOST_ROWS]
    rows = sheet(numbers, "rapportages/te-laat-exam")
    assert [(row[0], int(row[4])) for row in rows] == expected
    steps = {row[0].partition(" ")[0]: int(row[4]) for row in shown.tables["step"]}
    per_step = Counter(str(exam.step) for exam in late)
    assert {step: n for step, n in steps.items() if n} == dict(per_step)


def test_the_report_of_results(numbers: Numbers) -> None:
    shown = report(numbers.html("rapportages/uitslagen"))
    ended = [exam for exam in numbers.results if exam.outcome]
    told = shown.figures
    assert [int(one) for one in told[: len(OUTCOMES) + 1]] == _ended(ended)
    resits = [exam for exam in numbers.results if exam.resit_of]
    passed = sum(exam.outcome == Outcome.PASSED for exam in resits)
    again = {exam.resit_of.rpartition("/")[2] for exam in resits}
    alone = [
        exam
        for exam in ended
        if exam.outcome == Outcome.NOT_PASSED and exam.name not in again
    ]
    mistakes = EXAMS - len(numbers.results)
    assert [int(one) for one in told[-4:]] == [
        *(len(resits), passed, len(alone), mistakes)
    ]
    assert told[-5] == _share(ended)
    by_attempt = grouped(ended, "attempt")
    rows = {row[0]: row[1:] for row in shown.tables["attempt"]}
    assert {key: [int(n) for n in row[:-1]] for key, row in rows.items()} == {
        key: _ended(exams) for key, exams in by_attempt.items()
    }
    assert {key: row[-1] for key, row in rows.items()} == {
        key: _share(exams) for key, exams in by_attempt.items()
    }


def _ended(exams: Sequence[Exam]) -> list[int]:
    found = Counter(exam.outcome for exam in exams)
    return [len(exams), *(found[one] for one in OUTCOMES)]


def _share(exams: Sequence[Exam]) -> str:
    found = Counter(exam.outcome for exam in exams)
    passed, failed = found[Outcome.PASSED], found[Outcome.NOT_PASSED]
    if not passed + failed:
        return "–"
    return f"{100 * passed / (passed + failed):.1f}%".replace(".", ",")


def test_the_last_row_of_the_flow_is_where_exams_stand_now(numbers: Numbers) -> None:
    shown = report(numbers.html("rapportages/per-maand"))
    _, *row = shown.tables["month"][-1]
    found = Counter(exam.step for exam in numbers.results)
    steps = [number for number in STEPS if number != 4]
    assert [int(one) for one in row] == [
        *(found[number] for number in steps),
        found[0],
        len(numbers.results),
    ]


def test_the_figures_of_today_and_of_the_tasks(numbers: Numbers) -> None:
    today = figures(numbers.html("vandaag/index"))
    assert today["numbers"] == EXAMS
    page = numbers.page("vandaag/index")
    table = page.one("table", **{"data-table": "numbers"})
    rows = {row[0].text: int(row[1].text) for row in table.rows()}
    per_step = Counter(exam.step for exam in numbers.moves)
    for number, count in per_step.items():
        assert rows[f"{number} {label(STEPS[number], 'nl')}"] == count
    waiting = [each for exam in numbers.exams for each in _tasks(exam)]
    assert figures(numbers.html("taken/index"))["tasks"] >= len(waiting)


def _tasks(exam: Exam) -> list[object]:
    listed = exam.said["waiting_for"]
    assert isinstance(listed, list)
    return listed


def test_the_judgement_of_the_commits(numbers: Numbers) -> None:
    page = numbers.page("verantwoording")
    table = page.one("table", "pv-counts")
    rows = {row[0].text: int(row[1].text) for row in table.rows()}
    judged = numbers.verified["judgements"]
    assert isinstance(judged, list)
    found = Counter(str(one["standing"]) for one in judged)
    assert rows["Geldig"] == found["valid"]
    assert rows["Ongeldig"] == found["invalid"]
    assert rows["Nog niet bevestigd"] == found["unconfirmed"]
    assert found["invalid"] + found["unconfirmed"] >= len(numbers.held_up)
    after = numbers.html("verantwoording").partition('<h2 id="opgehouden">')[2]
    lines = tree(after.partition("<h2")[0]).all("li")
    told = {one.one("a").text: one.one("code").text for one in lines}
    assert told == {
        scope.rpartition("/")[2]: commit[:10]
        for scope, commit in numbers.held_up.items()
    }
