"""Transitions as facts: who says what in which commit, with nothing signed for real."""

from collections.abc import Mapping

from proeve.model.digest import NOTHING, scope_digest
from proeve.model.history import (
    Act,
    Change,
    FileFact,
    Signature,
    SignatureStatus,
    Transition,
)
from proeve.model.records import Record
from proeve.model.statement import Statement, Trailers
from proeve.process.vocabulary import Action, Role
from tests.dossier import small

OID = "c0ffee"
REGISTRY = "exams/registry/"


def statement(
    who: str,
    role: Role,
    *,
    scope: str = "registry",
    step: str = "-",
    action: Action = Action.APPROVE,
    seq: int = 1,
    text: str = "-",
    repo: str = "r-1",
) -> Statement:
    """Return what somebody says."""
    return Statement(
        version=1,
        repo=repo,
        scope=scope,
        step=step,
        action=action,
        role=role,
        actor=who,
        seq=seq,
        text=text,
    )


def good(who: str) -> Signature:
    """Return a good signature with somebody's usual key."""
    return Signature(status=SignatureStatus.GOOD, key=small.key(who))


def fact(path: str) -> FileFact:
    """Return some content that is as unique as the path."""
    return FileFact(small.sha256(path.encode()), len(path), path)


def change(path: str, kind: str = "new") -> Change:
    """Return a file that is new, changed or gone."""
    gone = kind == "gone"
    return Change(
        path=path,
        mode="100644",
        old=None if kind == "new" else "old",
        new=None if gone else "new",
        fact=None if gone else fact(path),
    )


def transition(
    said: Statement,
    *changes: Change,
    documents: Mapping[str, Record] | None = None,
    acts: tuple[Act, ...] = (),
    parents: tuple[str, ...] = ("parent",),
    base: str = NOTHING,
    key: str = "",
) -> Transition:
    """Return the commit in which somebody says it, signed with their usual key."""
    files = {
        each.path.removeprefix(f"exams/{said.scope}/"): each.fact
        for each in changes
        if each.fact is not None
    }
    subject = scope_digest(said.scope, files)
    return Transition(
        oid=OID,
        sha256="0" * 64,
        parents=parents,
        tree="",
        authored=0,
        offset="+0000",
        subject="",
        trailers=Trailers(statement=said, base=base, subject=subject),
        signature=Signature(
            status=SignatureStatus.GOOD, key=key or small.key(said.actor)
        ),
        payload_sha256="",
        changes=changes,
        acts=acts,
        documents={path: dict(record) for path, record in (documents or {}).items()},
        findings=(),
    )


def digest_of(said: Statement, *changes: Change) -> str:
    """Return the text that an approval of exactly these new files names."""
    found = transition(said, *changes).trailers
    return found.subject if found else ""
