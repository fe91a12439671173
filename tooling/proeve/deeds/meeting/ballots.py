"""What each member signs: one list over all the exams in which they have a vote.

Two files a member: the salts of their lines, and the one text that they sign, here or
elsewhere with any OpenSSH key. The signature lies beside the text.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from proeve.deeds.clone import Clone
from proeve.deeds.keeping_names import put
from proeve.deeds.listing import lines_under, list_head
from proeve.deeds.meeting.outcomes import said_of
from proeve.deeds.meeting.tabled import Line, Meeting
from proeve.deeds.signing import ActFile
from proeve.deeds.stating import Deed
from proeve.deeds.texts import content_of
from proeve.errors import UsageError
from proeve.history.lists import NAMESPACE
from proeve.history.pens import Pen
from proeve.history.sshsig import check
from proeve.model.history import SignatureStatus
from proeve.process.vocabulary import Role

_KIND = "proeve-ballot/1"
_TEXT = ".list"
_PERSON = re.compile("p-[0-9a-f]{8}")
Salt = Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One member's list: a salt for each exam in it."""

    person: str
    salts: Mapping[str, bytes]

    def lines(self, meeting: Meeting) -> tuple[Line, ...]:
        """Return the lines of the meeting that are in this list."""
        return tuple(x for x in meeting.own_lines(self.person) if x.scope in self.salts)

    def head(self, meeting: Meeting) -> bytes:
        """Return the one text that is signed."""
        own = self.lines(meeting)
        said = [line.said_by(self.person, meeting.repo) for line in own]
        return list_head(self.person, said, [self.salts[x.scope] for x in own])

    def acts(self, meeting: Meeting, armor: bytes) -> dict[str, ActFile]:
        """Return the act file of each exam under the signature of the list."""
        own = self.lines(meeting)
        said = [line.said_by(self.person, meeting.repo) for line in own]
        found = lines_under(armor, said, [self.salts[x.scope] for x in own])
        return {
            line.scope: act
            for line, act in zip(sorted(own, key=_scope), found, strict=True)
        }


def _scope(line: Line) -> str:
    return line.scope


def text_path(folder: Path, person: str) -> Path:
    """Return where the text lies that a member signs."""
    return folder / f"{person}{_TEXT}"


def ballot_of(lines: tuple[Line, ...], person: str, salt: Salt) -> Ballot:
    """Return a list of these lines, with new salts."""
    return Ballot(person=person, salts={line.scope: salt() for line in lines})


def keep_ballot(folder: Path, meeting: Meeting, ballot: Ballot) -> Path:
    """Write a member's list, and return the text to sign."""
    salts = {scope: salt.hex() for scope, salt in ballot.salts.items()}
    whole = {"kind": _KIND, "person": ballot.person, "salts": salts}
    put(_salts_path(folder, ballot.person), f"{json.dumps(whole, indent=1)}\n".encode())
    path = text_path(folder, ballot.person)
    put(path, ballot.head(meeting))
    return path


def _salts_path(folder: Path, person: str) -> Path:
    return folder / f"{person}.salts.json"


def read_ballot(folder: Path, person: str) -> Ballot:
    """Return a member's list; raises UsageError where there is none."""
    path = _salts_path(folder, person)
    try:
        whole = json.loads(path.read_bytes())
        salts = {_KIND: whole["salts"]}[whole["kind"]]
        found = {str(scope): bytes.fromhex(salt) for scope, salt in salts.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"Voor {person} is er in deze vergadering niets te tekenen.",
            f"There is nothing for {person} to sign in this meeting.",
        ) from error
    return Ballot(person=person, salts=found)


def holding(clone: Clone, lines: tuple[Line, ...], person: str) -> Iterator[Line]:
    """Yield the lines that are about the exams as this clone has them.

    Whoever signs signs what they were shown: a line about another text is left out.
    """
    for line in lines:
        deed = Deed(
            scope=line.scope,
            actor=person,
            role=Role.EXAM_COMMITTEE,
            action=line.action,
            row=line.row,
            papers=line.papers,
        )
        known = clone.state.exam(line.scope) is not None
        repo = clone.state.registry.repo
        if known and said_of(clone, deed, person) == line.said_by(person, repo):
            yield line


def sign_ballot(folder: Path, meeting: Meeting, ballot: Ballot, pen: Pen) -> Path:
    """Write a member's list and the one signature under it; return the signature."""
    text = keep_ballot(folder, meeting, ballot)
    made = Path(f"{text}.sig")
    put(made, pen.sign(text.read_bytes(), NAMESPACE))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who signed, with an act for each exam; or who did, in vain."""

    person: str
    acts: Mapping[str, ActFile]

    @property
    def good(self) -> bool:
        """Whether the signature is theirs and over this list."""
        return bool(self.acts)


def signed_in(clone: Clone, folder: Path, meeting: Meeting) -> tuple[Signed, ...]:
    """Return what lies signed in a meeting's folder, member by member."""
    ending = f"{_TEXT}.sig"
    names = sorted(file.name for file in folder.glob(f"*{ending}"))
    people = [name.removesuffix(ending) for name in names]
    return tuple(
        _signed(clone, folder, meeting, who) for who in people if _PERSON.fullmatch(who)
    )


def _signed(clone: Clone, folder: Path, meeting: Meeting, person: str) -> Signed:
    registry = clone.state.registry
    ballot = read_ballot(folder, person)
    armor = content_of(Path(f"{text_path(folder, person)}.sig"))
    if not ballot.lines(meeting):
        return Signed(person=person, acts={})
    found = check(armor, ballot.head(meeting), NAMESPACE)
    good = found.status is SignatureStatus.GOOD and found.key is not None
    owner = registry.owners.get(found.key or "")
    if not good or owner != person or found.key in registry.lost:
        return Signed(person=person, acts={})
    return Signed(person=person, acts=ballot.acts(meeting, armor))
