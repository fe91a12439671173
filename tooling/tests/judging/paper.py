"""PROTOCOL R5, R6, R12 and TRUST 1.6 typed over from the paper.

The maker of these histories keeps its own books with this page; nothing here comes from
Proeve, so that maker and judge cannot share a mistake.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

NOTHING = "sha256:dd5663cc0741bf98bacfb668682cd1193b8ad6d03af5b86160b7fd5f99d0d3ff"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One line of the table of R12: the step it is in and the files it binds."""

    step: str
    text: tuple[str, ...]


TABLE: Mapping[str, PaperRow] = {
    "create": PaperRow("create", ("exam.yml",)),
    "acquire": PaperRow("acquire", ("exam.yml", "assignment.yml")),
    "establish": PaperRow(
        "establish", ("exam.yml", "assignment.yml", "establishment.yml")
    ),
    "appointment": PaperRow("appointment", ("appointments.yml",)),
    "execution": PaperRow("execution", ("establishment.yml", "execution.yml")),
    "evidence": PaperRow(
        "evidence", ("establishment.yml", "evidence.yml", "evidence/")
    ),
    "evidence_check": PaperRow(
        "evidence_check", ("evidence.yml", "evidence-check.yml")
    ),
    "seal.first": PaperRow(
        "assessment", ("evidence-check.yml", "forms/first.seal.yml")
    ),
    "seal.second": PaperRow(
        "assessment", ("evidence-check.yml", "forms/second.seal.yml")
    ),
    "unseal": PaperRow(
        "assessment",
        (
            "forms/first.seal.yml",
            "forms/second.seal.yml",
            "forms/first.yml",
            "forms/second.yml",
        ),
    ),
    "seal.third": PaperRow(
        "assessment", ("evidence-check.yml", "forms/third.seal.yml")
    ),
    "unseal.third": PaperRow("assessment", ("forms/third.seal.yml", "forms/third.yml")),
    "consensus": PaperRow(
        "consensus", ("forms/first.yml", "forms/second.yml", "consensus.yml")
    ),
    "final": PaperRow("result", ("consensus.yml", "final-assessment.yml")),
    "result": PaperRow("result", ("final-assessment.yml", "result.yml")),
    "follow_up": PaperRow("follow_up", ("result.yml", "follow-up.yml")),
    "archive": PaperRow("archive", ("archive.yml",)),
}
ORDER = tuple(TABLE)


def hexdigest(data: bytes) -> str:
    """Return the bare SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def tree(files: Mapping[str, bytes]) -> str:
    """Return TRUST 1.6's digest of files named by their path in the folder."""
    lines = [
        f"{hexdigest(data)} {len(data)} {path}\n"
        for path, data in sorted(files.items(), key=lambda item: item[0].encode())
    ]
    return "sha256:" + hexdigest(b"proeve-tree/1\n" + "".join(lines).encode())


def scope_digest(files: Mapping[str, bytes]) -> str:
    """Return the digest of a scope's folder: all of it, `acts/` left out."""
    return tree(
        {path: data for path, data in files.items() if not path.startswith("acts/")}
    )


def text(row: str, files: Mapping[str, bytes]) -> str:
    """Return the digest of the row's text: its named files as far as they are there."""
    names = TABLE[row].text
    return tree(
        {
            path: data
            for path, data in files.items()
            if path in names
            or any(name.endswith("/") and path.startswith(name) for name in names)
        }
    )


def file_digest(data: bytes) -> str:
    """Return `sha256:<64 hex>` of one file."""
    return "sha256:" + hexdigest(data)


@dataclass(slots=True)
class Counter:
    """The Seq of every row of one exam: commits that changed its text or reset it."""

    seq: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ORDER, 0))

    def copy(self) -> "Counter":
        """Return a counter that goes its own way from here."""
        return Counter(dict(self.seq))

    def after(
        self, row: str, before: Mapping[str, bytes], then: Mapping[str, bytes]
    ) -> int:
        """Return the Seq that the row will have if the files become `then`."""
        return self.seq[row] + (text(row, before) != text(row, then))

    def count(
        self,
        before: Mapping[str, bytes],
        then: Mapping[str, bytes],
        reset: str | None = None,
    ) -> None:
        """Count one commit; `reset` names the row that a decision returns to."""
        touched = {row for row in ORDER if text(row, before) != text(row, then)}
        for row in touched | set(later(reset)):
            self.seq[row] += 1


def later(row: str | None) -> Iterable[str]:
    """Return the row and all rows after it, or none."""
    return ORDER[ORDER.index(row) :] if row else ()
