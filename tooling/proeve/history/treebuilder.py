"""A tree being changed: only the folders that a change touches are read and written.

In a school of ten thousand exams a commit then costs a handful of small objects.
"""

from bisect import bisect_left, insort

from proeve.history.grammar import FILE, FOLDER
from proeve.history.objects import ObjectKind, Objects
from proeve.history.write import Store

_ID = 20


class _Folder:
    """One folder; `order` is kept sorted as Git sorts, folders as if with a slash."""

    def __init__(self) -> None:
        self.order: list[bytes] = []
        self.rows: dict[bytes, bytes] = {}
        self.folders: dict[bytes, _Folder] = {}
        self.oid: str | None = None

    def set(self, key: bytes, row: bytes) -> None:
        if key not in self.rows:
            insort(self.order, key)
        self.rows[key] = row

    def drop(self, key: bytes) -> None:
        if self.rows.pop(key, None) is not None:
            del self.order[bisect_left(self.order, key)]


class TreeBuilder:
    """Builds trees in a store, starting from nothing or from a tree that exists."""

    def __init__(
        self, store: Store, objects: Objects | None = None, tree: str | None = None
    ) -> None:
        self._store = store
        self._objects = objects
        self._root = self._load(tree) if tree else _Folder()

    def set(self, path: str, oid: str, mode: bytes = FILE) -> None:
        """Put a blob at a path."""
        *above, name = path.encode().split(b"/")
        folder = self._descend(above)
        folder.drop(name + b"/")
        folder.folders.pop(name, None)
        folder.set(name, mode + b" " + name + b"\0" + bytes.fromhex(oid))

    def write_file(self, path: str, data: bytes, mode: bytes = FILE) -> str:
        """Put content at a path and return the id of its blob."""
        oid = self._store.put(ObjectKind.BLOB, data)
        self.set(path, oid, mode)
        return oid

    def remove(self, path: str) -> None:
        """Take a file away; a folder that it leaves empty is not written."""
        *above, name = path.encode().split(b"/")
        self._descend(above).drop(name)

    def write(self) -> str:
        """Write every changed folder and return the id of the whole tree."""
        return self._write(self._root)

    def _descend(self, above: list[bytes]) -> _Folder:
        folder = self._root
        folder.oid = None
        for name in above:
            folder = self._child(folder, name)
            folder.oid = None
        return folder

    def _child(self, folder: _Folder, name: bytes) -> _Folder:
        child = folder.folders.get(name)
        if child is None:
            folder.drop(name)
            row = folder.rows.get(name + b"/")
            child = self._load(row[-_ID:].hex()) if row else _Folder()
            folder.folders[name] = child
        return child

    def _load(self, oid: str) -> _Folder:
        if self._objects is None:
            raise ValueError("a tree can be loaded only from given objects")
        folder = _Folder()
        raw = self._objects.raw(oid, ObjectKind.TREE)
        start = 0
        while start < len(raw):
            end = raw.index(b"\0", start) + 1 + _ID
            mode, _, name = raw[start : end - _ID - 1].partition(b" ")
            folder.set(name + b"/" if mode == FOLDER else name, raw[start:end])
            start = end
        folder.oid = oid
        return folder

    def _write(self, folder: _Folder) -> str:
        if folder.oid is not None:
            return folder.oid
        for name, child in folder.folders.items():
            if child.oid is None:
                self._place(folder, name, child)
        rows = folder.rows
        data = b"".join([rows[key] for key in folder.order])
        folder.oid = self._store.put(ObjectKind.TREE, data)
        return folder.oid

    def _place(self, folder: _Folder, name: bytes, child: _Folder) -> None:
        oid = self._write(child)
        if child.order:
            row = FOLDER + b" " + name + b"\0" + bytes.fromhex(oid)
            folder.set(name + b"/", row)
        else:
            folder.drop(name + b"/")
