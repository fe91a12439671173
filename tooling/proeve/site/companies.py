"""The pages of companies: their exams, recognition and people, and the list of all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from proeve.model.records import Record, text_at
from proeve.model.registry import Person, Registry
from proeve.process.vocabulary import Role
from proeve.sight.lines import Line
from proeve.site.derivation import LINES
from proeve.site.edition import Edition
from proeve.site.inputs_of_exams import exam_inputs
from proeve.site.page import Leaf, Page, PageKind
from proeve.site.places import company_path
from proeve.site.rows import ROWS, Row
from proeve.site.waits import Wait, waits_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """Somebody of a company, with the roles that the registry grants."""

    id: str
    roles: tuple[Role, ...]
    declared: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyView:
    """A company: what the registry says of it, its people and its exams."""

    id: str
    path: str
    record: Record
    people: tuple[Worker, ...]
    exams: tuple[tuple[Row, Line], ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its exams, the ones that are furthest past their deadline first."""
        rows = (row for row, _ in self.exams)
        return tuple(sorted(rows, key=lambda row: (-row.overdue, row.id)))

    @property
    def moves(self) -> tuple[Row, ...]:
        """The exams that are not closed."""
        return tuple(row for row in self.rows if row.current)

    @property
    def ended(self) -> tuple[Row, ...]:
        """The exams with nothing left to do."""
        return tuple(row for row in self.rows if not row.current)

    @property
    def late(self) -> int:
        """The number of exams past the deadline of their step."""
        return sum(row.overdue > 0 for row in self.rows)

    @property
    def waits(self) -> tuple[Wait, ...]:
        """How long each step took here."""
        return waits_of(line for _, line in self.exams)

    @property
    def recognition(self) -> str:
        """Whether the company is recognised, as the registry says it."""
        return text_at(self.record, "recognition", "status")

    @property
    def checked(self) -> str:
        """The day on which the recognition was looked up."""
        return text_at(self.record, "recognition", "checked_at")


def companies_of(edition: Edition) -> Iterator[CompanyView]:
    """Yield each company of the registry, and each that an exam names."""
    registry = edition.verdict.registry
    exams, people = _exams(edition), _people(registry)
    for company in sorted({*registry.companies, *exams}):
        if path := company_path(company):
            yield CompanyView(
                id=company,
                path=path,
                record=registry.companies.get(company, {}),
                people=people.get(company, ()),
                exams=exams.get(company, ()),
            )


def company_leaves(edition: Edition) -> Iterator[Leaf]:
    """Yield a page for each company."""
    for view in companies_of(edition):
        yield Leaf(
            kind=PageKind.COMPANY,
            path=view.path,
            inputs=exam_inputs(edition, view.rows),
            make=partial(_page, edition, view),
        )


def _page(edition: Edition, view: CompanyView) -> Page:
    return Page(
        kind=PageKind.COMPANY,
        path=view.path,
        title=edition.names.get(view.id, view.id),
        above=edition.render_apart("company-above", "../", view=view),
        body=edition.render_apart("company", "../", view=view),
    )


def _exams(edition: Edition) -> Mapping[str, tuple[tuple[Row, Line], ...]]:
    found: dict[str, list[tuple[Row, Line]]] = {}
    pairs = zip(edition.each(ROWS), edition.each(LINES), strict=True)
    for row, line in pairs:
        for company in line.companies:
            found.setdefault(company, []).append((row, line))
    return {company: tuple(exams) for company, exams in found.items()}


def _people(registry: Registry) -> Mapping[str, tuple[Worker, ...]]:
    found: dict[str, list[Worker]] = {}
    for person in registry.people.values():
        if person.company:
            found.setdefault(person.company, []).append(_worker(person, registry))
    return {company: tuple(people) for company, people in found.items()}


def _worker(person: Person, registry: Registry) -> Worker:
    granted = {
        grant.role
        for grant in registry.grants.get(person.id, ())
        if grant.id not in registry.withdrawn
    }
    return Worker(
        id=person.id,
        roles=tuple(role for role in Role if role in granted),
        declared=tuple(
            (", ".join(one.crebo), one.until) for one in person.declarations
        ),
    )
