"""Cells of lists in a reader's words: exams, people, steps, days and how late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from proeve.model.days import date_of
from proeve.model.days import day_of as date_at
from proeve.process.table import MEI_12
from proeve.process.vocabulary import Part, StepId
from proeve.sight.tasks import Task
from proeve.site import dates
from proeve.site.exam_view import Facts
from proeve.site.listing import Cell, Row
from proeve.words.headings import COLUMNS, NOBODY, OPTIONAL, PAUSED
from proeve.words.labels import label
from proeve.words.labels_lists import COLUMNS as MORE_COLUMNS
from proeve.words.labels_lists import PLACES
from proeve.words.labels_text import Label
from proeve.words.say import Language

_HEADS = {**COLUMNS, **MORE_COLUMNS}
_COMMIT = Label("alleen een commit", "only a commit")
REFUSED = Label("Niet akkoord", "Not approved")
"""What is said of a text that somebody did not approve."""
_TODAY = Label("vandaag", "today")
_TOMORROW = Label("morgen", "tomorrow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Who reads the lists, on what day, and what each exam is called.

    `titles` are those of committees and instruments, by their codes.
    """

    language: Language
    now: int
    names: Mapping[str, str]
    facts: Mapping[str, Facts]
    titles: Mapping[str, str]

    def of(self, words: Label) -> str:
        """Return a text of our own."""
        return words.in_language(self.language)

    def columns(self, *ids: str) -> tuple[str, ...]:
        """Return the heads of columns that every list words the same."""
        return tuple(self.of(_HEADS[each]) for each in ids)

    def exam(self, scope: str) -> Cell:
        """Return the exam of a scope, with its student."""
        facts = self.facts.get(scope)
        link = f"examens/{scope.removeprefix('groups/')}.html"
        if facts is None:
            return Cell(text=scope.removeprefix("groups/"), link=link)
        student = (facts.student,) if facts.student else ()
        return Cell(text=facts.number, link=link, people=student)

    def step(self, step: StepId | None) -> Cell:
        """Return a step with its number."""
        if step is None:
            return Cell()
        number = MEI_12.step(step).number
        return Cell(text=f"{number} {label(step, self.language)}")

    def since(self, at: int | None) -> Cell:
        """Return a moment that only a commit vouches for."""
        if at is None:
            return Cell()
        text = dates.day(at, self.language)
        return Cell(text=text, look="when", under=self.of(_COMMIT))

    def day(self, text: str, late: int = 0) -> Cell:
        """Return a day of a document, how far off it is, or how much too late."""
        if not text:
            return Cell()
        written = dates.written(text, self.language)
        if late:
            return Cell(text=written, look="when", late=self.days_late(late))
        return Cell(text=written, look="when", under=self._away(date_of(text)))

    def days(self, count: int) -> str:
        """Return a number of days."""
        if self.language == "nl":
            return "1 dag" if count == 1 else f"{count} dagen"
        return "1 day" if count == 1 else f"{count} days"

    def days_late(self, late: int) -> str:
        """Return how many days too late something is."""
        if self.language == "nl":
            return "1 dag te laat" if late == 1 else f"{late} dagen te laat"
        return "1 day late" if late == 1 else f"{late} days late"

    def _away(self, day: date | None) -> str:
        if day is None:
            return ""
        days = (day - date_at(self.now)).days
        if days in (0, 1):
            return self.of(_TOMORROW if days else _TODAY)
        if days > 0:
            over, nl = f"{days} days", f"over {days} dagen"
            return nl if self.language == "nl" else f"in {over}"
        ago = "1 dag geleden" if days == -1 else f"{-days} dagen geleden"
        past = "1 day ago" if days == -1 else f"{-days} days ago"
        return ago if self.language == "nl" else past

    def task(self, task: Task) -> Cell:
        """Return what somebody is awaited for, and why it came back."""
        words = label(task.what, self.language)
        if task.optional:
            words = f"{words} ({self.of(OPTIONAL)})"
        under = f"{self.of(REFUSED)}: {task.refused}" if task.refused else ""
        return Cell(text=words, look="strong", under=under)

    def who(self, tasks: Iterable[Task]) -> Cell:
        """Return who must act: the roles and parts, and the people in them."""
        awaited = tuple(tasks)
        hats = dict.fromkeys(label(task.hat, self.language) for task in awaited)
        people = tuple(dict.fromkeys(p for task in awaited for p in task.people))
        if awaited and not people:
            return Cell(text=", ".join(hats), under=self.of(NOBODY))
        return replace(self.people(people), text=", ".join(hats))

    def people(self, people: tuple[str, ...]) -> Cell:
        """Return people; a page shows the first few of them."""
        return Cell(people=people)

    def company(self, company: str) -> Cell:
        """Return a company by its name, if the directory file knows it."""
        return Cell(people=(company,)) if company else Cell()

    def titled(self, code: str) -> Cell:
        """Return what has a code by its title, with the code below it."""
        title = self.titles.get(code)
        return Cell(text=title, under=code) if title else Cell(text=code)

    def place(self, place: str) -> Cell:
        """Return where something happens."""
        return Cell(text=self.of(PLACES[place]) if place in PLACES else place)

    def hat(self, hat: str) -> str:
        """Return who somebody is in an exam, in the readers' words."""
        known = next((part for part in Part if part == hat), None)
        return label(known, self.language) if known else hat

    def until(self, task: Task) -> Cell:
        """Return until when a task can be done."""
        if task.paused:
            return Cell(text=self.of(PAUSED), look="soft")
        return self.day(task.until or "", task.late_days(self.now))

    def row_of_task(self, task: Task) -> Row:
        """Return a task as a line: exam, what, who, by when, and the command."""
        return Row(
            cells=(
                self.exam(task.scope),
                self.task(task),
                self.people(task.people) if task.people else self.nobody(),
                self.until(task),
                Cell(text=task.command, look="command"),
            ),
            look="late" if task.late_days(self.now) else "",
        )

    def nobody(self) -> Cell:
        """Return that a part has nobody yet."""
        return Cell(text=self.of(NOBODY), look="lacking")
