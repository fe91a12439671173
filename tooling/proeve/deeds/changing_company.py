"""Another training company in an exam: the old one until a day, the new one from it.

Lawful until the assignment is established, and again once the committee returned it.
Later an exam keeps its companies: only its supervisor can be substituted, or the exam
is withdrawn (`company_changed`) and a new one is made.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from proeve.deeds.clone import Clone, Plan
from proeve.deeds.stating import Deed
from proeve.deeds.turns import Work, document_deed, turn_of
from proeve.errors import UsageError
from proeve.model.days import date_of
from proeve.model.document import Data
from proeve.model.records import Record, records_at, text_at
from proeve.process.vocabulary import Part, RowId
from proeve.rules.rows import begun


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyWish:
    """A change of company: to which one, with whom, from which day."""

    company: str
    supervisor: str
    starts: str
    keeps: bool = False


def changing_company(work: Work, wish: CompanyWish) -> Plan:
    """Return the plan that changes the company; raises UsageError where it may not."""

    def plan(clone: Clone, person: str) -> Deed:
        _check(clone, wish)
        turn = turn_of(clone, person, work, RowId.CREATE)
        record = turn.exam.document("exam") or {}
        if begun(RowId.ESTABLISH, turn.exam):
            raise UsageError(
                "De opdracht is al vastgesteld. De commissie stuurt hem eerst terug "
                "(`proeve return --to acquire`), of het examen wordt ingetrokken "
                "(`proeve withdraw --cause company_changed`).",
                "The assignment is established. First the committee returns it "
                "(`proeve return --to acquire`), or the exam is withdrawn "
                "(`proeve withdraw --cause company_changed`).",
            )
        known = {"company", Part.WORKPLACE_SUPERVISOR.value}
        still = [e for e in _texts(record) if e not in known]
        data = {**record, "companies": [*_companies(record, wish)]}
        data.pop("still_open", None)
        if still:
            data["still_open"] = [*still]
        return document_deed(turn, person, {"exam.yml": data}, agrees=not still)

    return plan


def _texts(record: Record) -> list[str]:
    found = record.get("still_open")
    return [str(each) for each in found] if isinstance(found, list) else []


def _check(clone: Clone, wish: CompanyWish) -> None:
    registry = clone.state.registry
    for name, known in (
        (wish.company, wish.company in registry.companies),
        (wish.supervisor, wish.supervisor in registry.people),
    ):
        if not known:
            raise UsageError(
                f"{name} staat niet in het register.", f"{name} is not in the registry."
            )


def _companies(record: Record, wish: CompanyWish) -> list[Data]:
    """Return the companies after the change; what came before keeps its period."""
    found: list[Data] = []
    first = date_of(wish.starts) or date.min
    for each in records_at(record, "companies") if wish.keeps else ():
        if text_at(each, "company") == wish.company:
            continue
        last = (first - timedelta(days=1)).isoformat()
        found.append({**each, "until": last})
    found.append(
        {
            "company": wish.company,
            "part": "both",
            "from": wish.starts,
            "workplace_supervisor": wish.supervisor,
        }
    )
    return found
