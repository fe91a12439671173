"""The bytes say what a file is; its name may only agree."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from proeve.errors import StoreError
from proeve.stores.intake import take_in
from proeve.stores.media.kinds import DOCX, XLSX, fits, told
from proeve.stores.policy import EvidencePolicy, evidence_policy
from proeve.stores.refusing import RefusedError

OPEN_TEXT = "application/vnd.oasis.opendocument.text"


def packed(**members: str) -> bytes:
    """Return a ZIP file with members of which `/` is written `__`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as found:
        for name, text in members.items():
            found.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return made.getvalue()


OFFICE = {"[Content_Types].xml": "x"}
HEADS: dict[str, tuple[bytes, str, str | None]] = {
    "PDF": (b"%PDF-1.7\n", "pdf", "application/pdf"),
    "MP4": (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "mp4", "video/mp4"),
    "QuickTime": (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "mov", "video/quicktime"),
    "a box of nothing known": (b"\0\0\0\x14ftypxxxx\0\0\0\0yyyy", "mp4", None),
    "WAV": (b"RIFF\0\0\0\0WAVEfmt ", "wav", "audio/wav"),
    "AVI": (b"RIFF\0\0\0\0AVI LIST", "avi", None),
    "STEP": (b"ISO-10303-21;\nHEADER;", "stp", "model/step"),
    "text": ("Meting één: 0,3 Ω\r\n".encode(), "txt", "text/plain"),
    "text from Windows": ("Meting één\r\n".encode("cp1252"), "txt", "text/plain"),
    "a table": (b"a;b\r\n1;2\r\n", "csv", "text/csv"),
    "text without a name": (b"hallo\n", "", "text/plain"),
    "a page": (b"\xef\xbb\xbf <!DOCTYPE html>", "txt", None),
    "a script": (b"#!/bin/sh\nrm -rf ~\n", "txt", None),
    "a drawing that runs": (b"<?xml version='1.0'?><svg>", "txt", None),
    "text with an escape": (b"hallo \x1b[2J\n", "txt", None),
    "a program": (b"MZ\x90\0" + bytes(60), "exe", None),
    "Word": (packed(**OFFICE, word__document_dot_xml="x"), "docx", DOCX),
    "Excel": (packed(**OFFICE, xl__workbook_dot_xml="x"), "xlsx", XLSX),
    "Word with macros": (
        packed(**OFFICE, word__document_dot_xml="x", word__vbaProject_dot_bin="x"),
        "docx",
        None,
    ),
    "an open text": (packed(mimetype=OPEN_TEXT, content_dot_xml="x"), "odt", OPEN_TEXT),
    "a ZIP file": (packed(tekening_dot_txt="x"), "zip", "application/zip"),
    "half a ZIP file": (packed(tekening_dot_txt="x")[:-30], "zip", None),
}


@pytest.mark.parametrize("name", HEADS)
def test_a_file_is_known_by_its_bytes(name: str) -> None:
    content, ending, kind = HEADS[name]
    assert told(content, ending) == kind
    assert kind is None or fits(kind, ending)


def test_a_list_of_members_that_is_a_bomb_is_not_read() -> None:
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 9, 9, 1 << 30, 0, 0)
    assert told(b"PK\3\4" + bytes(100) + end, "zip") is None


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        ("application/pdf", "jpg"),
        ("image/jpeg", "pdf"),
        ("text/plain", "pdf"),
        ("application/pdf", "exe"),
        ("video/mp4", "qqq"),
    ],
)
def test_a_name_that_says_otherwise_does_not_fit(kind: str, ending: str) -> None:
    assert not fits(kind, ending)


def test_a_copy_is_of_one_plain_file(tmp_path: Path) -> None:
    file, copy = tmp_path / "a", tmp_path / "copy"
    file.write_bytes(b"12345")
    take_in(file, copy, 5)
    assert copy.read_bytes() == b"12345"


@pytest.mark.parametrize("name", ["a\0b", "", "."])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedError) as caught:
        take_in(tmp_path / name, tmp_path / "copy", 5)
    assert caught.value.code in {"store.unreadable", "store.not-a-file"}


def test_a_machine_without_room_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    with pytest.raises(StoreError, match="no room"):
        take_in(tmp_path / "a", tmp_path / "not" / "there", 5)


def test_a_school_without_a_policy_takes_nothing() -> None:
    assert evidence_policy(None) == EvidencePolicy(
        store="", location="", most_bytes=0, types=frozenset(), seen_by=1
    )
