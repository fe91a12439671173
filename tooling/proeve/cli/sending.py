"""Who writes to people: the school, in its first language, with the names it has."""

from datetime import date

from proeve.deeds.clone import Clone
from proeve.directory.entries import Directory
from proeve.model.records import text_at, texts_at
from proeve.report.messages.writing import Sender


def sender_of(
    clone: Clone, directory: Directory, today: date, address: str = ""
) -> Sender:
    """Return the school as a sender of messages."""
    school = clone.record("school.yml")
    spoken = texts_at(school, "languages")[:1]
    return Sender(
        school=text_at(school, "name"),
        language="en" if spoken == ("en",) else "nl",
        directory=directory,
        today=today,
        address=address,
    )
