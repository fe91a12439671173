"""The store behind an address, against a real S3 server on this machine."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import boto3  # type: ignore[import-untyped]
import pytest
from moto.server import ThreadedMotoServer

from proeve.errors import StoreError
from proeve.stores.remote import Remote, open_remote
from proeve.stores.store import kept_digest

pytestmark = pytest.mark.slow

BUCKET = "bewijs"
PROOF = b"a film of a welder at work" * 1000
NAME = hashlib.sha256(PROOF).hexdigest()


class S3(Protocol):
    """What is asked of the other client."""

    def list_objects_v2(self, **named: str) -> dict[str, list[dict[str, str]]]: ...
    def list_multipart_uploads(
        self, **named: str
    ) -> dict[str, list[dict[str, str]]]: ...
    def put_object(self, **named: str | bytes) -> object: ...


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """Run a server."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def _as_its_user(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "testing"),
        ("AWS_SECRET_ACCESS_KEY", "testing"),
        ("AWS_DEFAULT_REGION", "eu-west-1"),
        ("AWS_ENDPOINT_URL", endpoint),
    ):
        monkeypatch.setenv(name, value)


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket, seen with another client than the store's own."""

    client: S3

    def names(self) -> list[str]:
        """Return what lies in the bucket, and every upload that is half done."""
        found = self.client.list_objects_v2(Bucket=BUCKET).get("Contents", [])
        half = self.client.list_multipart_uploads(Bucket=BUCKET).get("Uploads", [])
        return sorted(each["Key"] for each in (*found, *half))

    def spoil(self, key: str) -> None:
        """Put other bytes under a name."""
        self.client.put_object(Bucket=BUCKET, Key=key, Body=b"other")


@pytest.fixture
def bucket(endpoint: str) -> Iterator[Bucket]:
    """Make an empty bucket."""
    client = boto3.client("s3", endpoint_url=endpoint, region_name="eu-west-1")
    where = {"LocationConstraint": "eu-west-1"}
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=where)
    made = Bucket(client)
    yield made
    for name in made.names():
        client.delete_object(Bucket=BUCKET, Key=name)
    client.delete_bucket(Bucket=BUCKET)


@pytest.fixture
def store() -> Remote:
    """Return the store in a folder of the bucket."""
    return open_remote(f"s3://{BUCKET}/school", "d1")


def test_what_was_put_comes_back_and_lies_under_its_digest(
    bucket: Bucket, store: Remote
) -> None:
    assert store.put(NAME, iter((PROOF[:100], PROOF[100:])))
    assert bucket.names() == [f"school/{NAME[:2]}/{NAME}"]
    assert kept_digest(store, NAME) == NAME
    assert not store.put(NAME, (PROOF,))


def test_a_broken_upload_leaves_nothing(bucket: Bucket, store: Remote) -> None:
    def broken_off() -> Iterator[bytes]:
        yield bytes(6 * 1024 * 1024)
        raise OSError(104, "Connection reset by peer")

    with pytest.raises(StoreError, match="Connection reset"):
        store.put(NAME, broken_off())
    assert bucket.names() == []


def test_other_bytes_are_not_kept(bucket: Bucket, store: Remote) -> None:
    with pytest.raises(StoreError, match="is not what was handed in"):
        store.put(NAME, (b"other",))
    assert bucket.names() == []


def test_what_was_spoiled_in_the_bucket_shows(bucket: Bucket, store: Remote) -> None:
    store.put(NAME, (PROOF,))
    bucket.spoil(f"school/{NAME[:2]}/{NAME}")
    assert kept_digest(store, NAME) == hashlib.sha256(b"other").hexdigest()
    assert store.put(NAME, (PROOF,))
    assert kept_digest(store, NAME) == NAME


def test_what_was_erased_is_gone(bucket: Bucket, store: Remote) -> None:
    store.put(NAME, (PROOF,))
    assert store.remove(NAME)
    assert not store.has(NAME)
    assert bucket.names() == []


def test_no_bucket_is_made_by_mistake(endpoint: str) -> None:
    with pytest.raises(StoreError):
        open_remote("s3://elsewhere/school", "d1")
    client = boto3.client("s3", endpoint_url=endpoint, region_name="eu-west-1")
    assert client.list_buckets()["Buckets"] == []


def test_a_server_that_is_away_is_told_in_a_sentence(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    del bucket
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with pytest.raises(StoreError):
        open_remote(f"s3://{BUCKET}/school", "d1")


def test_a_server_that_goes_away_makes_nothing_seem_erased(endpoint: str) -> None:
    own = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    own.start()
    host, port = own.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_MAX_ATTEMPTS", "1")
        client = boto3.client(
            "s3", endpoint_url=f"http://{host}:{port}", region_name="eu-west-1"
        )
        where = {"LocationConstraint": "eu-west-1"}
        client.create_bucket(Bucket="other", CreateBucketConfiguration=where)
        store = open_remote("s3://other/school", "d1")
        assert not store.has(NAME)
        own.stop()
        with pytest.raises(StoreError):
            store.has(NAME)
    assert endpoint
