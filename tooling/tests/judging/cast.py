"""Who plays which part in an exam of the sim."""

from dataclasses import dataclass

from proeve.model.document import Data
from tests.judging import papers, people


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who plays which part in an exam, and in which role they speak."""

    student: str = people.STUDENT
    contact: str = people.CONTACT
    supervisor: str = people.SUPERVISOR
    first: tuple[str, str] = (people.PRACTICE_ASSESSOR, "workplace_assessor")
    second: tuple[str, str] = (people.ASSESSOR, "school_assessor")
    number: int = 42

    def exam(self, **changed: Data) -> people.Doc:
        """Return `exam.yml` with these people in it."""
        supervised: Data = [
            {
                "company": people.COMPANY,
                "part": "both",
                "workplace_supervisor": self.supervisor,
            }
        ]
        own: people.Doc = {
            "student": self.student,
            "school_contact": self.contact,
            "first_assessor": _seat(*self.first),
            "second_assessor": _seat(*self.second),
            "companies": supervised,
        }
        return papers.exam(number=self.number, **{**own, **changed})


def _seat(who: str, role: str) -> Data:
    return {
        "person": who,
        "side": "company" if role == "workplace_assessor" else "school",
    }


OTHER_CAST = Cast(student=people.OTHER_STUDENT, number=43)
