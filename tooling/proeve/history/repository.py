"""Where a repository keeps its objects and refs, read without believing it.

Nothing in it is run or obeyed: no configuration, hook, replacement, graft or alternate.
A repository that uses one of these to show another history than it holds is refused
(TRUST 1.15, attacks 59 to 64). Refs are read by their full name, so that a tag `main`
is never taken for the branch (attack 68).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proeve.history.refusals import refuse

MAIN = "refs/heads/main"
OID = re.compile(r"[0-9a-f]{40}")

_REF = re.compile(r"refs(/[A-Za-z0-9_+@=-][A-Za-z0-9._+@=-]*)+")
_PARTIAL = re.compile(r"^\s*(partialclone|promisor)\s*=", re.IGNORECASE | re.MULTILINE)
_FORMAT = re.compile(
    r"^\s*(?:objectformat|refstorage)\s*=\s*\"?(sha256|reftable)",
    re.IGNORECASE | re.MULTILINE,
)
_MAX_HOPS = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of a repository; they differ only in a linked worktree."""

    own: Path
    shared: Path

    @property
    def objects(self) -> Path:
        """The folder of the objects."""
        return self.shared / "objects"


def find(path: Path) -> Layout:
    """Return the repository at this folder or at the nearest one above it."""
    if not path.is_dir():
        raise refuse("absent", path=str(path))
    for folder in (path, *path.resolve().parents):
        layout = _layout(folder / ".git") or _layout(folder)
        if layout is not None:
            return layout
    raise refuse("absent", path=str(path))


def refuse_tricks(layout: Layout) -> None:
    """Raise for a repository that is not whole, or that shows other than it holds."""
    shared = layout.shared
    settings = _text(shared / "config")
    if _text(shared / "shallow").strip():
        raise refuse("shallow")
    if _PARTIAL.search(settings) or any((layout.objects / "pack").glob("*.promisor")):
        raise refuse("partial")
    if _text(shared / "info" / "grafts").strip():
        raise refuse("grafts")
    if any(name.startswith("refs/replace/") for name, _ in _all_refs(layout)):
        raise refuse("replace")
    other = _FORMAT.search(settings)
    if other:
        raise refuse("format", name=other[1].lower())
    refuse_alternates(layout.objects)


def refuse_alternates(objects: Path) -> None:
    """Raise for a folder of objects that borrows from another one."""
    if _text(objects / "info" / "alternates").strip():
        raise refuse("alternates")


def resolve(layout: Layout, rev: str) -> str:
    """Return the object id of a branch, a full ref, `HEAD` or a full commit id."""
    if OID.fullmatch(rev):
        return rev
    name = rev if rev == "HEAD" or rev.startswith("refs/") else f"refs/heads/{rev}"
    found = value_of(layout, name)
    if found is not None:
        return found
    if rev in {"HEAD", MAIN, "main"} and not any(_all_refs(layout)):
        raise refuse("empty", path=str(layout.own))
    raise refuse("revision", rev=rev)


def value_of(layout: Layout, name: str) -> str | None:
    """Return the object id that a full ref names, or None if there is no such ref."""
    for _ in range(_MAX_HOPS):
        value = _value(layout, name)
        if value is None or OID.fullmatch(value):
            return value
        if not value.startswith("ref: "):
            break
        name = value.removeprefix("ref: ").strip()
    raise refuse("ref", rev=name)


def _value(layout: Layout, name: str) -> str | None:
    """Return the text of a ref: a loose one goes before a packed one."""
    if name != "HEAD" and not _REF.fullmatch(name):
        return None
    if ".." in name or name.endswith(".lock"):
        return None
    folder = layout.own if name == "HEAD" else layout.shared
    loose = _text(folder / name).strip()
    return loose or dict(_packed(layout)).get(name)


def _all_refs(layout: Layout) -> Iterator[tuple[str, str]]:
    yield from _packed(layout)
    for file in (layout.shared / "refs").rglob("*"):
        if file.is_file():
            yield file.relative_to(layout.shared).as_posix(), _text(file).strip()


def _packed(layout: Layout) -> Iterator[tuple[str, str]]:
    for line in _text(layout.shared / "packed-refs").splitlines():
        oid, _, name = line.partition(" ")
        if OID.fullmatch(oid) and name:
            yield name, oid


def _layout(git: Path) -> Layout | None:
    own = git
    if git.is_file():
        pointer = _text(git)
        if not pointer.startswith("gitdir: "):
            return None
        own = git.parent / pointer.removeprefix("gitdir: ").strip()
    shared = own
    common = _text(own / "commondir").strip()
    if common:
        shared = own / common
    whole = (own / "HEAD").is_file() and (shared / "objects").is_dir()
    return Layout(own, shared) if whole and (shared / "refs").is_dir() else None


def _text(file: Path) -> str:
    """Return the text of a small file of Git's own; empty if there is none."""
    try:
        return file.read_text("utf-8", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return ""
    except OSError as error:
        raise refuse("git", detail=str(error)) from error
