"""Length-prefixed strings, the building blocks of OpenSSH's binary formats.

Source: RFC 4251 section 5.
"""

_LENGTH = 4


def string(data: bytes) -> bytes:
    """Return the bytes with their length in front."""
    return len(data).to_bytes(_LENGTH, "big") + data


def take(data: bytes, count: int) -> tuple[list[bytes], bytes] | None:
    """Return the first `count` strings and what follows; None if the data is short."""
    found: list[bytes] = []
    start = 0
    for _ in range(count):
        body = start + _LENGTH
        end = body + int.from_bytes(data[start:body], "big")
        if end > len(data) or body > len(data):
            return None
        found.append(data[body:end])
        start = end
    return found, data[start:]
