"""A practice school with every kind of trouble, to learn what to do about each.

What the judge would not let anybody do is written past it here, as a forge's own button
or somebody with a text editor does: in a practice school, with its practice keys.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proeve.deeds.clone import Clone, do, open_clone
from proeve.deeds.offering import deed_of
from proeve.deeds.practice import preparation
from proeve.deeds.practice.cast import Persona
from proeve.deeds.practice.lesson import Cast
from proeve.deeds.practice.others import Lesson, own, stage_of
from proeve.deeds.practice.play import Play
from proeve.deeds.registry import Ending, revoked
from proeve.deeds.signing import Moment, Place, sign_commit
from proeve.deeds.stating import Deed, trailers
from proeve.history import commits
from proeve.history.objects import ObjectKind
from proeve.history.treebuilder import TreeBuilder
from proeve.history.worktree import Move, move
from proeve.history.write import LooseStore
from proeve.model.statement import Trailers
from proeve.process.vocabulary import Action, Role, RowId
from proeve.rules.holding import files_of
from proeve.words.labels_text import Label

KINDS = ("unconfirmed", "stale", "suspect", "revoked", "late", "untimed")
"""The kinds of trouble; the last two are in the stories of every practice school."""

LEAST = 24
"""With fewer exams there is none for some kind of trouble."""

_STALE, _UNCONFIRMED, _REVOKED, _SUSPECT = 1, 6, 5, 14
"""Which play of the school gets which trouble."""


_LATER = 3600
_REASONS: Mapping[str, Label] = {
    "compromised": Label("De telefoon is gestolen.", "The telephone was stolen."),
    "retired": Label("Er is een nieuwe telefoon.", "There is a new telephone."),
}


@dataclass(frozen=True, slots=True)
class _Past:
    """What somebody puts on the branch past the judge: bytes, and who says what."""

    files: Mapping[str, bytes]
    said: Trailers | None
    by: Persona


def make_trouble(folder: Path, cast: Cast) -> None:
    """Add one of each kind of trouble to a practice school of at least 24 exams."""
    plays, clone = cast.plays, open_clone(folder)
    at = (clone.state.at + _LATER, "+0000")
    clone = _stale(clone, cast, plays[_STALE], at)
    clone = _edited(clone, plays[_UNCONFIRMED], at)
    clone = _lost(clone, cast, plays[_SUSPECT].players.student, "compromised", at)
    gone = plays[_REVOKED].players.student
    clone = _lost(clone, cast, gone, "retired", at)
    said = _approval(clone, plays[_REVOKED], gone)
    _put(clone, _Past({}, said, gone), at)


def _stale(clone: Clone, cast: Cast, play: Play, at: Moment) -> Clone:
    """Let a student approve the text as it was before the contact person changed it."""
    student, contact = play.players.student, play.players.contact
    old = _approval(clone, play, student)
    stage = stage_of(Lesson(cast, Role.TEACHER), clone, at)
    clone = do(
        clone, own(preparation.contact_rewrites(play, stage)), contact.signer, at
    )
    new = _approval(clone, play, student)
    said = Trailers(statement=old.statement, base=new.base, subject=new.subject)
    return _put(clone, _Past({}, said, student), at)


def _edited(clone: Clone, play: Play, at: Moment) -> Clone:
    """Change an assignment as a forge's editor does: without any signature."""
    path = f"exams/{play.folder}/assignment.yml"
    exam = clone.state.exam(play.folder)
    before = clone.blob(exam.files["assignment.yml"].oid) if exam else b""
    text = before.replace(b"\ntitle: ", b"\ntitle: Online - ", 1)
    return _put(clone, _Past({path: text}, None, play.players.contact), at)


def _lost(clone: Clone, cast: Cast, person: Persona, kind: str, at: Moment) -> Clone:
    """Revoke somebody's key."""
    admin = cast.school.office.admin
    reason = _REASONS[kind].in_language(cast.school.language)
    ending = Ending(kind=kind, reason=reason)
    papers = revoked(clone, (person.signer.key,), "", ending)
    return do(clone, deed_of(admin.id, Role.ADMIN, papers), admin.signer, at)


def _approval(clone: Clone, play: Play, person: Persona) -> Trailers:
    """Return what a student says who approves the assignment as it stands."""
    deed = Deed(
        scope=play.folder,
        actor=person.id,
        role=Role.STUDENT,
        action=Action.APPROVE,
        row=RowId.ACQUIRE,
    )
    after = files_of(clone.state, play.folder)
    return trailers(clone.state, clone.state.registry.repo, deed, after)


def _put(clone: Clone, past: _Past, at: Moment) -> Clone:
    """Commit it, move the branch, and judge what there then is."""
    objects, head = clone.ledger.objects, clone.state.head
    store = LooseStore(objects.layout.objects)
    found = commits.links(objects.raw(head, ObjectKind.COMMIT))
    tree = TreeBuilder(store, objects, found[0] if found else None)
    for path, content in past.files.items():
        tree.write_file(path, content)
    place = Place(tree.write(), (head,), at)
    if past.said is None:
        raw = commits.commit_bytes(
            place.tree, place.parents, past.by.id, at, "Update assignment.yml\n"
        )
    else:
        raw = sign_commit(past.by.signer, past.said, place).raw
    move(clone.folder, Move(head, store.put(ObjectKind.COMMIT, raw)))
    return open_clone(clone.folder)
