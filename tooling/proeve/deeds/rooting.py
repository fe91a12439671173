"""A new `root.yml`: who holds the root keys, how many agree, whose stamps are believed.

The genesis stays what it is, and with it the trust root on paper. What a change of root
asks is in `rules.rooting`: enough holders of the old keys and enough of the new ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proeve.deeds.clone import Clone
from proeve.deeds.registry import active_keys
from proeve.deeds.stating import Paper, document
from proeve.errors import UsageError
from proeve.history.timestamps import certificate_text
from proeve.model.document import Data
from proeve.model.statement import REGISTRY
from proeve.rules.rooting import LEAST, ROOT

Papers = Mapping[str, Paper]


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """What may change in `root.yml`: who holds which key, how many agree, services."""

    holders: Mapping[str, str]
    threshold: int
    services: Mapping[str, str]


def root_of(clone: Clone) -> Root:
    """Return what the root says now; its keys are named by their public text."""
    record = _record(clone)
    services = record["time_stamping"]
    return Root(
        holders=clone.state.registry.root_keys,
        threshold=clone.state.registry.threshold,
        services={
            str(each["id"]): str(each["certificate"])
            for each in (services if isinstance(services, list) else [])
            if isinstance(each, dict)
        },
    )


def holder_added(clone: Clone, person: str, key: str, threshold: int) -> Papers:
    """Return the papers by which somebody gets a root key: one in force of theirs."""
    root = root_of(clone)
    if person in root.holders.values():
        raise UsageError(
            f"{person} heeft al een hoofdsleutel; vervang die met "
            f"`proeve people root replace {person}`.",
            f"{person} holds a root key already; replace it with "
            f"`proeve people root replace {person}`.",
        )
    holders = {**root.holders, _key_of(clone, person, key): person}
    return _papers(clone, holders=holders, threshold=threshold or root.threshold)


def holder_removed(clone: Clone, person: str, threshold: int) -> Papers:
    """Return the papers by which somebody holds no root key any more."""
    root = root_of(clone)
    _check_holder(root, person)
    holders = {key: who for key, who in root.holders.items() if who != person}
    return _papers(clone, holders=holders, threshold=threshold or root.threshold)


def key_replaced(clone: Clone, person: str, key: str) -> Papers:
    """Return the papers by which another key of a holder takes the old one's place."""
    root = root_of(clone)
    _check_holder(root, person)
    new = _key_of(clone, person, key, without=frozenset(root.holders))
    if new in root.holders:
        raise UsageError(
            "Dit is de hoofdsleutel al; geef een andere sleutel van deze persoon.",
            "This is the root key already; give another key of this person.",
        )
    others = {key: who for key, who in root.holders.items() if who != person}
    return _papers(clone, holders={**others, new: person}, threshold=root.threshold)


def threshold_set(clone: Clone, threshold: int) -> Papers:
    """Return the papers by which another number of holders must agree."""
    root = root_of(clone)
    if threshold == root.threshold:
        return {}
    return _papers(clone, holders=root.holders, threshold=threshold)


def service_believed(clone: Clone, name: str, file: Path) -> Papers:
    """Return the papers by which the stamps of a service are believed from here on."""
    root = root_of(clone)
    if name in root.services:
        raise UsageError(
            f"Er is al een tijdstempeldienst {name}; kies een andere naam.",
            f"There is a time-stamping service {name} already; choose another name.",
        )
    return _papers(clone, services={**root.services, name: _certificate(file)})


def service_dropped(clone: Clone, name: str) -> Papers:
    """Return the papers by which new stamps of a service are believed no longer."""
    root = root_of(clone)
    if name not in root.services:
        raise UsageError(
            f"Er is geen tijdstempeldienst {name}.",
            f"There is no time-stamping service {name}.",
        )
    kept = {each: text for each, text in root.services.items() if each != name}
    return _papers(clone, services=kept)


def _papers(
    clone: Clone,
    *,
    holders: Mapping[str, str] | None = None,
    threshold: int = 0,
    services: Mapping[str, str] | None = None,
) -> Papers:
    root = root_of(clone)
    holders = root.holders if holders is None else holders
    threshold = threshold or root.threshold
    services = root.services if services is None else services
    _check_reach(holders, threshold)
    keys: list[Data] = [{"person": who, "key": key} for key, who in holders.items()]
    stamping: list[Data] = [
        {"id": name, "certificate": text} for name, text in services.items()
    ]
    changed: dict[str, Data] = {
        "version": clone.state.registry.root_version + 1,
        "threshold": threshold,
        "keys": keys,
        "time_stamping": stamping,
    }
    # An older root may say no version, which belongs on top.
    data: dict[str, Data] = {"schema": "", "version": 0, **_record(clone), **changed}
    return {ROOT: document(REGISTRY, ROOT, data)}


def _record(clone: Clone) -> dict[str, Data]:
    return clone.record(ROOT) or {"time_stamping": []}


def _check_reach(holders: Mapping[str, str], threshold: int) -> None:
    """Raise UsageError for a number that one person or nobody can reach."""
    count = len(set(holders.values()))
    if not LEAST <= threshold <= count:
        raise UsageError(
            f"Met {count} houder(s) kunnen er geen {threshold} nodig zijn: kies met "
            f"--threshold minstens {LEAST} en hoogstens het aantal houders.",
            f"With {count} holder(s), {threshold} cannot be needed: choose with "
            f"--threshold {LEAST} at least and no more than there are holders.",
        )


def _check_holder(root: Root, person: str) -> None:
    if person not in root.holders.values():
        raise UsageError(
            f"{person} heeft geen hoofdsleutel.", f"{person} holds no root key."
        )


def _key_of(
    clone: Clone, person: str, key: str, without: frozenset[str] = frozenset()
) -> str:
    """Return the key of somebody that is meant: the one named, or the only one."""
    if person not in clone.state.registry.people:
        raise UsageError(
            f"{person} staat niet in het register.", f"{person} is not in the registry."
        )
    active = active_keys(clone.state, person)
    if key:
        if key not in active:
            raise UsageError(
                f"Deze sleutel is geen geldende sleutel van {person}; geef hem eerst "
                "met `proeve people key`.",
                f"This key is no key in force of {person}; add it first with "
                "`proeve people key`.",
            )
        return key
    meant = [each for each in active if each not in without]
    if not meant:
        raise UsageError(
            f"{person} heeft hiervoor geen sleutel; geef er eerst een met "
            "`proeve people key`.",
            f"{person} has no key for this; add one first with `proeve people key`.",
        )
    if len(meant) > 1:
        raise UsageError(
            f"{person} heeft meer dan één sleutel; zeg met --public welke.",
            f"{person} has more than one key; say which with --public.",
        )
    return meant[0]


def _certificate(file: Path) -> str:
    """Return the certificate in a file, in the one form that `root.yml` holds."""
    found = certificate_text(file.read_bytes()) if file.is_file() else None
    if found is None:
        raise UsageError(
            f"In {file} staat geen certificaat.", f"There is no certificate in {file}."
        )
    return found
