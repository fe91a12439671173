"""RFC 3161 tokens: what a time-stamping service says, before anyone is asked who it is.

As with signatures, a token is checked against the certificate that it carries; whether
that certificate is one of the school's is for the judge to say (TRUST 1.11). The
library is an extra: where it is missing, a token is not judged and gives no time.
"""

from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from proeve.model.history import Token, TokenStatus

try:
    import rfc3161_client as rfc3161
except ImportError:  # the extra `time` is not installed
    rfc3161 = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from rfc3161_client.tsp import TimeStampResponse

MAX_TOKEN = 16384

_SHA256 = "2.16.840.1.101.3.4.2.1"


def read(path: str, data: bytes) -> Token:
    """Return what a token file says of the act whose name it bears."""
    act = path.rpartition("/")[2].removesuffix(".tsr")
    if rfc3161 is None:
        return Token(path=path, act=act, status=TokenStatus.UNJUDGED)
    bad = Token(path=path, act=act, status=TokenStatus.BAD)
    if len(data) > MAX_TOKEN:
        return bad
    try:
        answer = rfc3161.decode_timestamp_response(data)
        leaf = _leaf(answer)
        if leaf is None or not _over(answer, act):
            return bad
        builder = rfc3161.VerifierBuilder(tsa_certificate=leaf, roots=[leaf])
        builder.build().verify(answer, bytes.fromhex(act))
    except Exception:  # noqa: BLE001 - a stranger's bytes; the libraries raise many kinds
        return bad
    return Token(
        path=path,
        act=act,
        status=TokenStatus.GOOD,
        at=int(answer.tst_info.gen_time.timestamp()),
        certificate=leaf.fingerprint(SHA256()).hex(),
    )


def certificate_text(data: bytes) -> str | None:
    """Return a certificate as PEM without anything around it; None if it is none."""
    try:
        pem = b"-----BEGIN" in data
        read = x509.load_pem_x509_certificate if pem else x509.load_der_x509_certificate
        return read(data).public_bytes(Encoding.PEM).decode("ascii")
    except ValueError:
        return None


def _leaf(answer: "TimeStampResponse") -> x509.Certificate | None:
    """Return the certificate in the token that its signature names."""
    signers = list(answer.signed_data.signer_infos)
    if len(signers) != 1:
        return None
    certificates = map(x509.load_der_x509_certificate, answer.signed_data.certificates)
    return next(
        (
            each
            for each in certificates
            if each.issuer == signers[0].issuer
            and each.serial_number == signers[0].serial_number
        ),
        None,
    )


def _over(answer: "TimeStampResponse", act: str) -> bool:
    """Tell whether the token is over this act's SHA-256 and no other digest."""
    imprint = answer.tst_info.message_imprint
    return (
        imprint.hash_algorithm.dotted_string == _SHA256
        and imprint.message == bytes.fromhex(act)
    )
