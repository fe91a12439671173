"""A meeting as a file: what was decided in each exam, with the papers that land.

It lies outside the repository and proves nothing by itself. Each line says exactly
which text it is about, so that it lands on that text or not at all.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from proeve.deeds.keeping_names import put
from proeve.deeds.stating import Paper
from proeve.errors import UsageError
from proeve.model.statement import Statement
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Action, Role, RowId
from proeve.reading.yamltext import data_of

_KIND = "proeve-meeting/1"
_FILE = "meeting.json"


class Vote(StrEnum):
    """What the committee did with a thing on its agenda."""

    AGREED = "agreed"
    RETURNED = "returned"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What was decided in one exam, and what each member says by signing.

    `what` is what stood on the agenda; `row` and `action` what is signed. `seq`, `step`
    and `text` pin it to the exam as it then stood.
    """

    scope: str
    what: RowId | DecisionKind
    vote: Vote
    row: RowId
    action: Action
    step: str
    seq: int
    text: str
    reason: str = ""
    papers: Mapping[str, Paper] = field(default_factory=dict[str, Paper])
    voters: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()

    def said_by(self, person: str, repo: str) -> Statement:
        """Return what a member says of this exam."""
        return Statement(
            version=1,
            repo=repo,
            scope=self.scope,
            step=self.step,
            action=self.action,
            role=Role.EXAM_COMMITTEE,
            actor=person,
            seq=self.seq,
            text=self.text,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What stood on the agenda and was not decided."""

    scope: str
    what: RowId | DecisionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One evening of one committee."""

    repo: str
    committee: str
    on: str
    present: tuple[str, ...]
    lines: tuple[Line, ...]
    held: tuple[Held, ...]

    def own_lines(self, person: str) -> tuple[Line, ...]:
        """Return the lines in which a member has a vote."""
        return tuple(line for line in self.lines if person in line.voters)


def keep_meeting(folder: Path, meeting: Meeting) -> Path:
    """Write a meeting to its folder and return the file."""
    whole = {
        "kind": _KIND,
        "repo": meeting.repo,
        "committee": meeting.committee,
        "on": meeting.on,
        "present": list(meeting.present),
        "lines": [_line_data(line) for line in meeting.lines],
        "held": [{"scope": h.scope, "what": h.what.value} for h in meeting.held],
    }
    path = folder / _FILE
    put(path, f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode())
    return path


def _line_data(line: Line) -> dict[str, object]:
    return {
        "scope": line.scope,
        "what": line.what.value,
        "vote": line.vote.value,
        "row": line.row.value,
        "action": line.action.value,
        "step": line.step,
        "seq": line.seq,
        "text": line.text,
        "reason": line.reason,
        "papers": {path: p.content.decode() for path, p in line.papers.items()},
        "voters": list(line.voters),
        "recused": list(line.recused),
    }


def read_meeting(folder: Path) -> Meeting:
    """Return the meeting in a folder; raises UsageError where there is none."""
    path = folder / _FILE if folder.is_dir() else folder
    try:
        whole = json.loads(path.read_bytes())
        return {_KIND: _meeting}[whole["kind"]](whole)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"In {folder} ligt geen vergadering; `proeve meeting decide` maakt die.",
            f"There is no meeting in {folder}; `proeve meeting decide` makes one.",
        ) from error


def _meeting(whole: Mapping[str, object]) -> Meeting:
    return Meeting(
        repo=str(whole["repo"]),
        committee=str(whole["committee"]),
        on=str(whole["on"]),
        present=_texts(whole["present"]),
        lines=tuple(_line(_map(each)) for each in _list(whole["lines"])),
        held=tuple(
            Held(scope=str(one["scope"]), what=_what(str(one["what"])))
            for one in map(_map, _list(whole["held"]))
        ),
    )


def _line(data: Mapping[str, object]) -> Line:
    seq = data["seq"]
    if not isinstance(seq, int):
        raise TypeError(seq)
    papers = _map(data["papers"]).items()
    return Line(
        scope=str(data["scope"]),
        what=_what(str(data["what"])),
        vote=Vote(str(data["vote"])),
        row=RowId(str(data["row"])),
        action=Action(str(data["action"])),
        step=str(data["step"]),
        seq=seq,
        text=str(data["text"]),
        reason=str(data["reason"]),
        papers={path: _paper(path, str(text)) for path, text in papers},
        voters=_texts(data["voters"]),
        recused=_texts(data["recused"]),
    )


def _paper(path: str, text: str) -> Paper:
    content = text.encode()
    data = data_of(content, path)
    return Paper(content, data if isinstance(data, dict) else None)


def _what(text: str) -> RowId | DecisionKind:
    return RowId(text) if text in list(RowId) else DecisionKind(text)


def _map(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in _list(value))
