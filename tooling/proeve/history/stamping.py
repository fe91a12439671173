"""Asking a time-stamping service for a token (RFC 3161), over HTTP or by file.

The request is always the same few bytes around a SHA-256: without a nonce, since an
older answer over the same digest would be just as true.
"""

from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from proeve.errors import ProeveError, UsageError
from proeve.history.timestamps import MAX_TOKEN

_HEAD = bytes.fromhex("30390201013031300d060960864801650304020105000420")
"""A sequence: version 1, and the imprint that begins with the name of SHA-256."""
_WITH_CERTIFICATE = bytes.fromhex("0101ff")
_SECONDS = 30


def request_for(sha256: str) -> bytes:
    """Return the request for a token over a SHA-256, the certificate included."""
    return _HEAD + bytes.fromhex(sha256) + _WITH_CERTIFICATE


def ask(service: str, request: bytes) -> bytes:
    """Return a service's answer; raises ProeveError when it gives none."""
    if urlsplit(service).scheme not in {"http", "https"}:
        raise UsageError(
            f"{service} is geen adres dat met http begint.",
            f"{service} is no address that begins with http.",
        )
    headers = {"Content-Type": "application/timestamp-query"}
    asked = Request(service, data=request, headers=headers)  # noqa: S310 - checked above
    try:
        with urlopen(asked, timeout=_SECONDS) as answer:  # noqa: S310
            found: bytes = answer.read(MAX_TOKEN + 1)
    except (URLError, OSError, ValueError) as error:
        raise ProeveError(
            f"De tijdstempeldienst antwoordt niet ({error}).",
            f"The time-stamping service does not answer ({error}).",
        ) from error
    return found
