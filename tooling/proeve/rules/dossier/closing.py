"""`archive.yml`: it names every file of the dossier with its digest."""

import re

from proeve.model.records import record_at, text_at
from proeve.process.decisions import DECISIONS, DecisionKind
from proeve.rules.dossier.case import Case, Faults, fault

_PATH = "archive.yml"
_DECISION = re.compile(r"decisions/[0-9]+-([a-z-]+)\.yml")


def check_archived_outcome(case: Case) -> Faults:
    """Report an archive of another outcome than the one that was established."""
    outcome = text_at(case.document("archive"), "outcome")
    if case.outcome is not None and outcome != case.outcome:
        args = {"written": outcome, "outcome": case.outcome}
        yield fault("archive.other-outcome", _PATH, "outcome", **args)


def check_archive(case: Case) -> Faults:
    """Report files that the archive leaves out, names wrongly or does not have.

    Acts may be listed and need not be: each proves itself, and the one that lands with
    the archive cannot be named in it. Decisions that are lawful after the archive may
    have come later.
    """
    listed = record_at(case.document("archive"), "files")
    for path, fact in case.files.items():
        if path == _PATH or path.startswith("acts/"):
            continue
        if path not in listed and not _may_follow(path):
            yield fault("archive.left-out", _PATH, "files", file=path)
        elif (
            path in listed
            and text_at(listed, path).removeprefix("sha256:") != fact.sha256
        ):
            yield fault("archive.other-digest", _PATH, "files", path, file=path)
    for path in listed:
        if path not in case.files:
            yield fault("archive.not-there", _PATH, "files", path, file=path)


def _may_follow(path: str) -> bool:
    """Tell whether the file is a decision of a kind that may follow the archive."""
    found = _DECISION.fullmatch(path)
    return found is not None and DECISIONS[DecisionKind(found[1])].archived
