"""Looking for a secret wherever it could hide: objects, refs, files."""

import base64
import gzip
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path


def spellings(secret: bytes) -> tuple[bytes, ...]:
    """Return a secret raw, in hex and in Base64 at each of the three alignments."""
    encoded = [base64.b64encode(b"\0" * shift + secret) for shift in range(3)]
    inner = [text[4:-4] for text in encoded]
    return (
        secret,
        secret.hex().encode(),
        secret.hex().upper().encode(),
        *inner,
        *(text.replace(b"+", b"-").replace(b"/", b"_") for text in inner),
    )


def places(repository: Path, secrets: tuple[bytes, ...]) -> list[str]:
    """Return every object and file of a repository that holds one of the secrets.

    The objects are all that Git can find, also those that nothing refers to.
    """
    wanted = [each for secret in secrets for each in spellings(secret)]
    found = [
        f"object {name}"
        for name, data in objects(repository)
        if any(each in data for each in wanted)
    ]
    return found + files(repository, secrets)


def files(folder: Path, secrets: tuple[bytes, ...]) -> list[str]:
    """Return every file below a folder, also packed ones, that holds a secret."""
    wanted = [each for secret in secrets for each in spellings(secret)]
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if (
            path.is_file()
            and any(each in data for data in _readings(path) for each in wanted)
        )
        or any(each in path.name.encode() for each in wanted)
    ]


def objects(repository: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every object in the store, reachable or not."""
    done = subprocess.run(
        ["git", "cat-file", "--batch-all-objects", "--batch", "--unordered"],
        cwd=repository,
        check=True,
        capture_output=True,
    )
    rest = done.stdout
    while rest:
        head, _, rest = rest.partition(b"\n")
        name, kind, size = head.decode().split()
        yield f"{kind} {name}", rest[: int(size)]
        rest = rest[int(size) + 1 :]


def _readings(path: Path) -> Iterator[bytes]:
    """Yield a file as it is, and inflated where it is packed as a whole."""
    data = path.read_bytes()
    yield data
    for unpack in (zlib.decompress, gzip.decompress):
        try:
            yield unpack(data)
        except (OSError, EOFError, zlib.error):
            continue
