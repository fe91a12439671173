"""One form being filled in: the next question, the answers so far, and the data.

It keeps answers only, so that a draft is their mapping and a change of an early one
changes what is asked after it.
"""

from collections.abc import Mapping

from proeve.deeds.forms.interview import interview
from proeve.deeds.forms.questions import Guide, Pointer, Question
from proeve.deeds.forms.understanding import fits, understood
from proeve.model.document import Data


class Filling:
    """Fills in the form of a guide; `answers` are those of a draft, by question."""

    def __init__(self, guide: Guide, answers: Mapping[str, Data] | None = None) -> None:
        self.guide = guide
        self._given = dict(answers or {})
        self._asked: list[str] = []
        self.question: Question | None = None
        self.data: dict[str, Data] = {}
        self._play()

    @property
    def answers(self) -> dict[str, Data]:
        """The answers that count, in the order of asking."""
        return {key: self._given[key] for key in self._asked}

    def take(self, typed: str) -> None:
        """Answer the question at hand; NotUnderstoodError changes nothing."""
        if self.question is None:
            return
        self._given[self.question.key] = understood(self.question, typed)
        self._play()

    def back(self) -> None:
        """Take the last answer back."""
        if self._asked:
            del self._given[self._asked[-1]]
        self._play()

    def again(self, pointer: Pointer) -> bool:
        """Ask again what stands at or below a place, or holds it; tell if anything is.

        Where the place itself was never asked, what was asked nearest to it is.
        """
        for end in range(len(pointer), 0, -1):
            way = "/".join(map(str, pointer[:end]))
            found = [k for k in self._asked if k == way or k.startswith(f"{way}/")]
            if found:
                for key in found:
                    del self._given[key]
                self._play()
                return True
        return False

    def _play(self) -> None:
        """Ask everything again from the start, up to the first open question."""
        self._asked, self.question = [], None
        asking = interview(self.guide)
        try:
            question = next(asking)
            while question.key in self._given and fits(
                question, self._given[question.key]
            ):
                self._asked.append(question.key)
                question = asking.send(self._given[question.key])
            self.question = question
        except StopIteration as ended:
            self.data = ended.value
