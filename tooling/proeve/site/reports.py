"""The pages of the reports: figures, pictures, tables, and the sheets beside them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from proeve.process.table import MEI_12
from proeve.process.vocabulary import Outcome, Phase
from proeve.sight.flow import DONE
from proeve.sight.flow import STEPS as FLOW_STEPS
from proeve.sight.sheets import heading_of
from proeve.sight.spoken import Speaker
from proeve.sight.tables import Cell, Column, Kind, Report, ReportName, Table
from proeve.site.charts import Areas, Bars, Series, areas_of, bars_of, series_of
from proeve.site.edition import Edition
from proeve.words.labels import label
from proeve.words.labels_reports import (
    REPORTS,
    closed,
    introduction,
    report_title,
    table_title,
)
from proeve.words.labels_text import Label

FOLDER = "rapportages"
PATHS: Mapping[ReportName, str] = {
    ReportName.PROGRESS: f"{FOLDER}/voortgang",
    ReportName.LEAD_TIME: f"{FOLDER}/doorlooptijd",
    ReportName.LATE: f"{FOLDER}/te-laat",
    ReportName.RESULTS: f"{FOLDER}/uitslagen",
    ReportName.FLOW: f"{FOLDER}/per-maand",
    ReportName.AGREEMENT: f"{FOLDER}/overeenstemming",
}
TITLES: Mapping[str, Label] = {
    f"{FOLDER}/index": Label("Rapportages", "Reports"),
    **{path: REPORTS[name] for name, path in PATHS.items()},
}
MOST_ROWS = 60
"""Longer tables show so many rows on the page; their sheet has them all."""

_ON_FRONT: Mapping[ReportName, tuple[str, ...]] = {
    ReportName.PROGRESS: ("exams", "finished", "late"),
    ReportName.LEAD_TIME: ("median", "waiting", "waiting-longest"),
    ReportName.LATE: ("in-time", "done-late", "late-now"),
    ReportName.RESULTS: ("ended", "pass-share", "resits"),
    ReportName.FLOW: ("opened", "finished"),
    ReportName.AGREEMENT: ("exams", "exact"),
}
"""The figures that the front page of the reports shows of each."""

_PHASE_LOOKS: Mapping[Phase, str] = {
    Phase.PREPARATION: "first",
    Phase.EXECUTION: "second",
    Phase.ASSESSMENT: "third",
    Phase.CLOSING: "fourth",
}
_OUTCOME_LOOKS: Mapping[Outcome, str] = {
    Outcome.PASSED: "good",
    Outcome.NOT_PASSED: "bad",
    Outcome.NOT_TAKEN: "first",
    Outcome.DECLARED_INVALID: "fourth",
    Outcome.WITHDRAWN: "rest",
    Outcome.EXEMPTED: "third",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The head of a column: its words, short where there are many columns."""

    text: str
    short: str
    is_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One cell: its words, and where it leads."""

    text: str
    is_number: bool
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """One table with its picture and the sheet that lies beside the page."""

    id: str
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[CellView, ...], ...]
    hidden: int
    sheet: str
    bars: Bars | None
    areas: Areas | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report as its page shows it."""

    name: ReportName
    path: str
    title: str
    introduction: str
    closed: str
    figures: tuple[tuple[str, str], ...]
    tables: tuple[TableView, ...]


def report_bodies(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the path and the HTML of each page of the reports."""
    views = [
        report_view(edition, edition.sight.report(name))
        for name, path in PATHS.items()
        if edition.profile.has(path)
    ]
    front = tuple((view, _front(edition, view.name)) for view in views)
    yield f"{FOLDER}/index", edition.render("reports", "../", reports=front)
    for view in views:
        yield view.path, edition.render("report", "../", view=view)


def sheet_path(name: ReportName, table: Table) -> str:
    """Return where the sheet of a table lies."""
    return f"{PATHS[name]}-{table.id}.csv"


def report_view(edition: Edition, report: Report) -> ReportView:
    """Return what the page of a report shows."""
    speaker = edition.speaker
    return ReportView(
        name=report.name,
        path=PATHS[report.name],
        title=report_title(report.name, speaker.language),
        introduction=introduction(report.name, speaker.language),
        closed=closed(report.closed, speaker.language) if report.closed else "",
        figures=_figures(report, speaker),
        tables=tuple(_table(report, table, speaker) for table in report.tables),
    )


def _front(edition: Edition, name: ReportName) -> tuple[tuple[str, str], ...]:
    return _figures(edition.sight.report(name), edition.speaker, _ON_FRONT[name])


def _figures(
    report: Report, speaker: Speaker, chosen: Collection[str] | None = None
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (speaker.say(cell, column.kind), heading_of(column, speaker))
        for column, cell in report.figures.items()
        if chosen is None or column.id in chosen
    )


def _table(report: Report, table: Table, speaker: Speaker) -> TableView:
    draw = _PICTURES.get((report.name, table.id))
    picture = draw(table, speaker) if draw else None
    return TableView(
        id=table.id,
        title=table_title(report.name, table.id, speaker.language),
        headings=tuple(_heading(column, speaker) for column in table.columns),
        rows=tuple(
            tuple(
                _cell(cell, column, speaker)
                for cell, column in zip(row, table.columns, strict=True)
            )
            for row in table.rows[:MOST_ROWS]
        ),
        hidden=max(0, len(table.rows) - MOST_ROWS),
        sheet=sheet_path(report.name, table).rpartition("/")[2],
        bars=picture if isinstance(picture, Bars) else None,
        areas=picture if isinstance(picture, Areas) else None,
    )


def _heading(column: Column, speaker: Speaker) -> Heading:
    numbers = {step.id.value: str(step.number) for step in MEI_12.steps}
    return Heading(
        text=heading_of(column, speaker),
        short=numbers.get(column.id, ""),
        is_number=column.kind.is_number,
    )


def _cell(cell: Cell, column: Column, speaker: Speaker) -> CellView:
    links = {Kind.GROUP: f"groepen/{cell}.html", Kind.EXAM: f"examens/{cell}.html"}
    return CellView(
        text=speaker.say(cell, column.kind),
        is_number=column.kind.is_number,
        link=links.get(column.kind, ""),
    )


def _phases(table: Table, speaker: Speaker) -> Bars | None:
    looks = {f"phase-{phase}": look for phase, look in _PHASE_LOOKS.items()}
    looks["finished"] = "good"
    series = [series_of(look, column, speaker) for column, look in looks.items()]
    return bars_of(table, series, speaker)


def _lengths(table: Table, speaker: Speaker) -> Bars | None:
    return bars_of(
        table,
        [
            series_of("third", "median", speaker),
            series_of("first", "ninth-tenth", speaker, less="median"),
        ],
        speaker,
        unit=" dagen" if speaker.language == "nl" else " days",
    )


def _waits(table: Table, speaker: Speaker) -> Bars | None:
    return bars_of(table, [series_of("second", "waiting", speaker)], speaker)


def _kept(table: Table, speaker: Speaker) -> Bars | None:
    looks = {"in-time": "good", "done-late": "warn", "late-now": "bad"}
    series = [series_of(look, column, speaker) for column, look in looks.items()]
    return bars_of(table, series, speaker)


def _outcomes(table: Table, speaker: Speaker) -> Bars | None:
    series = [
        series_of(look, outcome.value, speaker)
        for outcome, look in _OUTCOME_LOOKS.items()
        if any(table.column(outcome.value))
    ]
    return bars_of(table, series, speaker)


def _equal(table: Table, speaker: Speaker) -> Bars | None:
    series = [series_of("second", "exact", speaker)]
    return bars_of(table, series, speaker, named_by=2, whole=100)


def _flow(table: Table, speaker: Speaker) -> Areas | None:
    finished = series_of("good", DONE, speaker)
    phases = [
        Series(
            look=_PHASE_LOOKS[phase],
            title=label(phase, speaker.language),
            columns=tuple(step.id.value for step in FLOW_STEPS if step.phase is phase),
        )
        for phase in reversed(Phase)
    ]
    return areas_of(table, [finished, *phases], speaker, "exams")


_PICTURES: Mapping[
    tuple[ReportName, str], Callable[[Table, Speaker], Bars | Areas | None]
] = {
    (ReportName.PROGRESS, "group"): _phases,
    (ReportName.PROGRESS, "qualification"): _phases,
    (ReportName.PROGRESS, "period"): _phases,
    (ReportName.LEAD_TIME, "step"): _lengths,
    (ReportName.LEAD_TIME, "hat"): _waits,
    (ReportName.LATE, "step"): _kept,
    (ReportName.RESULTS, "qualification"): _outcomes,
    (ReportName.RESULTS, "month"): _outcomes,
    (ReportName.FLOW, "month"): _flow,
    (ReportName.AGREEMENT, "criterion"): _equal,
}
