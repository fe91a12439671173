"""One set of ratings with the result that was worked out by hand, sum and all.

`ratings` has the criteria in the order of the instrument, work processes parted by `;`.
A dot is a rating that is missing. `steps` gives the sums of a unit, parted by ` | `.
"""

from dataclasses import dataclass, field
from pathlib import Path

from proeve.model.document import Data, Document
from proeve.model.instrument import Instrument
from proeve.model.passing import Rating
from proeve.process.documents import KINDS
from proeve.process.vocabulary import Part
from proeve.reading.documents import read_as
from proeve.rules.pass_rule import Scope, Stop, instrument_of, scope_of

ROOT = Path(__file__).parents[3]
CODES = {
    "ei2": "ei2-pvb1-b1-k1",
    "las3": "las3-pvb1",
    "mt4": "mt4-pvb2",
    "k0262": "k0262-keuzedeel",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingSet:
    case: int
    name: str
    instrument: str
    ratings: str
    outcome: str | None
    tasks: dict[str, Rating]
    steps: dict[str, str] = field(default_factory=dict[str, str])
    missing: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    carried: dict[str, Rating] = field(default_factory=dict[str, Rating])
    exempted: tuple[str, ...] = ()
    judged_by: Part | None = None
    stopped: bool = False
    boundary: str = ""

    @property
    def id(self) -> str:
        return f"{self.case}-{self.instrument}-{self.name}"

    @property
    def scope(self) -> Scope:
        carried: list[Data] = [
            {"unit": unit, "rating": rating, "from": "ei2-a/26-0007-k"}
            for unit, rating in self.carried.items()
        ]
        exempted: list[Data] = [{"unit": unit, "decision": 4} for unit in self.exempted]
        exam: dict[str, Data] = {"carried_over": carried, "exempted": exempted}
        if self.units:
            exam["units"] = [*self.units]
        return scope_of(exam)

    @property
    def stop(self) -> Stop | None:
        return Stop(decision="2", criterion="W3-C1") if self.stopped else None


def document_of(name: str) -> Document:
    path = f"exams/registry/instruments/{CODES[name]}/1.yml"
    read = read_as(KINDS["instrument"], path, (ROOT / path).read_bytes())
    assert isinstance(read, Document), read
    return read


def sample(name: str) -> Instrument:
    return instrument_of(document_of(name).data)


def ratings_of(instrument: Instrument, written: str) -> dict[str, Rating]:
    parts = [part for task in instrument.core_tasks for part in task.work_processes]
    ratings: dict[str, Rating] = {}
    for part, group in zip(parts, written.split(";"), strict=True):
        for criterion, mark in zip(part.criteria, group.split(), strict=False):
            if mark != ".":
                ratings[criterion.id] = int(mark) if mark.isdigit() else mark
    return ratings
