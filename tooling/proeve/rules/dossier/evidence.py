"""Evidence and its check: what was asked is there, and what is there fits."""

from collections import Counter

from proeve.model.records import (
    Record,
    flag_at,
    number_at,
    records_at,
    text_at,
)
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.rules.dossier.case import Case, Faults, fault

_PATH = "evidence.yml"
_MAXIMUM = 64 * 1024


def check_evidence(case: Case) -> Faults:
    """Report items for nothing that was asked, and people where none may be."""
    required = _required(case)
    items = records_at(case.document("evidence"), "items")
    seen: set[str] = set()
    for index, item in enumerate(items):
        own, wanted = text_at(item, "id"), text_at(item, "for")
        if own in seen:
            yield fault("dossier.twice", _PATH, "items", index, "id", id=own)
        seen.add(own)
        if wanted not in required:
            yield fault("evidence.not-asked", _PATH, "items", index, "for", id=wanted)
        elif flag_at(required[wanted], "no_people") and flag_at(item, "people_visible"):
            at = ("items", index, "people_visible")
            yield fault("evidence.people", _PATH, *at, id=own)


def check_handed_in(case: Case) -> Faults:
    """Report what was asked and is not there: only what is handed in must be whole."""
    items = records_at(case.document("evidence"), "items")
    given = Counter(text_at(item, "for") for item in items)
    for wanted, item in _required(case).items():
        least = max(1, number_at(item, "minimum"))
        if flag_at(item, "required") and given[wanted] < least:
            args = {"id": wanted, "least": str(least), "given": str(given[wanted])}
            yield fault("evidence.missing", _PATH, "items", **args)


def _required(case: Case) -> dict[str, Record]:
    return {
        text_at(item, "id"): item
        for item in records_at(case.document("assignment"), "required_evidence")
    }


def check_stored(case: Case) -> Faults:
    """Report evidence in Git that is unlisted, too large, or not what its name says."""
    items = records_at(case.document("evidence"), "items")
    listed = {
        text_at(item, "sha256").removeprefix("sha256:")
        for item in items
        if text_at(item, "stored") == "in_repo"
    }
    kept = {
        path.removeprefix("evidence/"): fact
        for path, fact in case.files.items()
        if path.startswith("evidence/")
    }
    for name, fact in kept.items():
        path = f"evidence/{name}"
        if name not in listed and not _returned(case):
            yield fault("evidence.not-listed", path)
        if fact.sha256 != name:
            yield fault("evidence.other-bytes", path)
        if fact.size > _MAXIMUM:
            yield fault("evidence.too-large", path, size=str(fact.size))
    for index, item in enumerate(items):
        digest = text_at(item, "sha256").removeprefix("sha256:")
        if text_at(item, "stored") == "in_repo" and digest not in kept:
            yield fault("evidence.not-there", _PATH, "items", index, "sha256")


def _returned(case: Case) -> bool:
    """Tell whether evidence went back once: what was replaced stays in its folder."""
    return any(
        decision.kind is DecisionKind.RETURN
        and text_at(decision.record, "to") == RowId.EVIDENCE
        for decision in case.decisions
    )


def check_evidence_check(case: Case) -> Faults:
    """Report a check of items that are not there, and one that contradicts itself."""
    path, found = "evidence-check.yml", case.document("evidence-check")
    items = records_at(case.document("evidence"), "items")
    known = {text_at(item, "id") for item in items}
    checked = records_at(found, "items")
    for index, item in enumerate(checked):
        own = text_at(item, "id")
        if own not in known:
            yield fault("evidence.no-item", path, "items", index, "id", id=own)
    if flag_at(found, "complete") and not all(flag_at(i, "in_order") for i in checked):
        yield fault("evidence.check-contradicts", path, "complete")
    for field in ("complete", "authentic"):
        if not flag_at(found, field):
            yield fault("evidence.check-negative", path, field, field=field)
