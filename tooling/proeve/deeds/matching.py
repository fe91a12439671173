"""From the rows of a roster to entries: who is known already, and who is new.

A student is known by number, a company by its number or else by name and place, a
supervisor by e-mail address or else by name and company. So a second import of the same
table finds everybody and adds nobody.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.directory.roster import Placement
from proeve.directory.staff import Worker
from proeve.model.findings import Finding, Location, Position

Fresh = Callable[[str], str]
"""Returns an id that is not in use, for a prefix: `p-` or `c-`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One row with its entries; `company` and `supervisor` may not be known yet."""

    row: int
    student: Entry
    company: Entry | None
    supervisor: Entry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """A roster matched to a directory, and the directory with it."""

    before: Directory
    after: Directory
    placed: tuple[Placed, ...]
    findings: tuple[Finding, ...]

    def is_new(self, entry: Entry) -> bool:
        """Tell whether an entry was not in the directory."""
        return entry.id not in self.before.entries

    def is_changed(self, entry: Entry) -> bool:
        """Tell whether an entry says something else than the directory did."""
        return self.before.entries.get(entry.id) not in (None, entry)


def match(
    path: str, placements: Sequence[Placement], directory: Directory, fresh: Fresh
) -> Matched:
    """Return the entries of a roster's rows; new ones get a fresh id."""
    desk = _Desk(path, directory, fresh)
    placed = tuple(desk.placed(each) for each in placements)
    return Matched(
        before=directory,
        after=desk.directory,
        placed=placed,
        findings=tuple(desk.findings),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hired:
    """One person of a company with both their entries."""

    worker: Worker
    person: Entry
    company: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """A list of company people matched to a directory, and the directory with it."""

    before: Directory
    after: Directory
    hired: tuple[Hired, ...]
    findings: tuple[Finding, ...]


def match_staff(
    path: str, workers: Sequence[Worker], directory: Directory, fresh: Fresh
) -> Crew:
    """Return the entries of company people; new ones get a fresh id."""
    desk = _Desk(path, directory, fresh)
    hired = tuple(desk.hired(each) for each in workers)
    return Crew(
        before=directory,
        after=desk.directory,
        hired=hired,
        findings=tuple(desk.findings),
    )


class _Desk:
    """The directory while rows are entered one by one."""

    def __init__(self, path: str, directory: Directory, fresh: Fresh) -> None:
        self.directory = directory
        self.findings: list[Finding] = []
        self._path = path
        self._fresh = fresh

    def placed(self, row: Placement) -> Placed:
        company = self._company(row) if row.company else None
        supervisor = self._supervisor(row, company) if company else None
        return Placed(
            row=row.row,
            student=self._student(row, company, supervisor),
            company=company,
            supervisor=supervisor,
        )

    def hired(self, worker: Worker) -> Hired:
        company = self._company(worker.placement)
        person = self._person(worker.placement, company, worker.language)
        return Hired(worker=worker, person=person, company=company)

    def _company(self, row: Placement) -> Entry:
        found = [
            each
            for each in self.directory.of_kind(EntryKind.FIRM)
            if _same_company(each, row)
        ]
        if len(found) > 1:
            args = {"company": row.company}
            self._report("csv.which-company", row, args)
        entry = Entry(
            id="",
            kind=EntryKind.FIRM,
            name=row.company,
            number=row.company_number,
            place=row.place,
        )
        return self._kept(entry, found[0] if found else None, "c-")

    def _supervisor(self, row: Placement, company: Entry) -> Entry | None:
        return self._person(row, company) if row.supervisor else None

    def _person(self, row: Placement, company: Entry, language: str = "") -> Entry:
        found = next(
            (
                each
                for each in self.directory.of_kind(EntryKind.COMPANY)
                if _same_person(each, row, company)
            ),
            None,
        )
        if found and found.company not in ("", company.id):
            self._report("csv.other-company", row, {"person": row.supervisor})
        entry = Entry(
            id="",
            kind=EntryKind.COMPANY,
            name=row.supervisor,
            email=row.supervisor_email,
            phone=row.supervisor_phone,
            company=company.id,
            language=language,
        )
        return self._kept(entry, found, "p-")

    def _student(
        self, row: Placement, company: Entry | None, supervisor: Entry | None
    ) -> Entry:
        found = next(
            (
                each
                for each in self.directory.of_kind(EntryKind.STUDENT)
                if each.number == row.number
            ),
            None,
        )
        entry = Entry(
            id="",
            kind=EntryKind.STUDENT,
            name=row.name,
            email=row.email,
            phone=row.phone,
            company=company.id if company else "",
            representative=row.representative,
            representative_email=row.representative_email,
            representative_phone=row.representative_phone,
            number=row.number,
            born=row.born,
            language=row.language,
            supervisor=supervisor.id if supervisor else "",
            starts=row.starts,
            ends=row.ends,
            hours=row.hours,
        )
        return self._kept(entry, found, "p-")

    def _kept(self, entry: Entry, known: Entry | None, prefix: str) -> Entry:
        """Enter an entry under the id that it has, or a fresh one."""
        base = known or Entry(id=self._fresh(prefix), kind=entry.kind)
        whole = entry.with_known(base)
        self.directory = self.directory.with_entries([whole])
        return whole

    def _report(self, code: str, row: Placement, args: dict[str, str]) -> None:
        where = Location(self._path, Position(row.row, 1))
        self.findings.append(Finding(code, where, args))


def _same_company(entry: Entry, row: Placement) -> bool:
    if row.company_number and entry.number:
        return entry.number == row.company_number
    places = {_plain(entry.place), _plain(row.place)} - {""}
    return _plain(entry.name) == _plain(row.company) and len(places) <= 1


def _same_person(entry: Entry, row: Placement, company: Entry) -> bool:
    if row.supervisor_email and entry.email:
        return entry.email.casefold() == row.supervisor_email.casefold()
    same = _plain(entry.name) == _plain(row.supervisor)
    return same and entry.company == company.id


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
