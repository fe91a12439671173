"""The registry: from its documents to people, keys, grants, committees, instruments.

Source: PROTOCOL R23. Who may change it is in `rules.registering`.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from proeve.model.records import (
    Record,
    flag_at,
    number_at,
    numbers_at,
    record_at,
    records_at,
    text_at,
    texts_at,
)
from proeve.model.registry import (
    AssessorStatistics,
    Committee,
    Declaration,
    Dispensation,
    Grant,
    Instrument,
    Key,
    Mandate,
    Member,
    Person,
    Policy,
    Registry,
)
from proeve.process.vocabulary import Outcome, Part, Role
from proeve.rules.passing.building import instrument_of
from proeve.rules.passing.checking import faults

INSTRUMENT = re.compile(r"instruments/([^/]+)/([0-9]+)(\.establishment)?\.yml")
"""The path of an instrument version, or of its establishment."""


def registry_with(
    registry: Registry, documents: Mapping[str, Record], digests: Mapping[str, str]
) -> Registry:
    """Return the registry after these documents, keyed by path in `exams/registry/`.

    `digests` gives `sha256:<64 hex>` of each of those files.
    """
    for path in sorted(documents, key=_instruments_first):
        record = documents[path]
        registry = _with_document(registry, path, record, digests.get(path, ""))
    return registry


def _instruments_first(path: str) -> tuple[bool, str]:
    """Put an instrument's establishment after the instrument of which it speaks."""
    return path.endswith(".establishment.yml"), path


def _with_document(
    registry: Registry, path: str, record: Record, digest: str
) -> Registry:
    folder, _, name = path.partition("/")
    if folder == "plans":
        return replace(registry, plans={**registry.plans, name[: -len(".yml")]: record})
    if folder in _WITH:
        return _WITH[folder](registry, record)
    return _with_instrument(registry, path, record, digest)


def _with_root(registry: Registry, record: Record) -> Registry:
    return replace(
        registry,
        repo=text_at(record, "repo"),
        threshold=number_at(record, "threshold"),
        root_version=root_version_of(record),
        root_keys=root_keys_of(record),
        time_stamping={
            _fingerprint(text_at(service, "certificate")): text_at(service, "id")
            for service in records_at(record, "time_stamping")
        },
    )


def root_keys_of(record: Record) -> dict[str, str]:
    """Return the root keys that `root.yml` names, each with its holder."""
    return {
        text_at(key, "key"): text_at(key, "person")
        for key in records_at(record, "keys")
    }


def root_version_of(record: Record) -> int:
    """Return the version of a `root.yml`; one that names none is the first."""
    return number_at(record, "version") or 1


def _fingerprint(pem: str) -> str:
    """Return the bare SHA-256 of a certificate in PEM form."""
    return fingerprint(pem.split("\n"))


def fingerprint(lines: Iterable[str]) -> str:
    """Return the bare SHA-256 of what lines of armor hold."""
    inside = [line for line in lines if line and not line.startswith("-----")]
    try:
        return hashlib.sha256(base64.b64decode("".join(inside))).hexdigest()
    except ValueError:  # no Base64: a certificate that no token can carry
        return ""


def _with_school(registry: Registry, record: Record) -> Registry:
    return replace(
        registry,
        environment=text_at(record, "environment"),
        name=text_at(record, "name"),
        policy=_policy(record_at(record, "policy")),
    )


def _policy(record: Record) -> Policy:
    standard = Policy()
    check = record_at(record, "evidence_check")
    return Policy(
        levels=text_at(record, "levels") or standard.levels,
        paper=frozenset(texts_at(record, "paper")),
        completeness=_part(text_at(check, "completeness"), standard.completeness),
        authenticity=_part(text_at(check, "authenticity"), standard.authenticity),
        dispute=text_at(record, "dispute") or standard.dispute,
        quorum=numbers_at(record, "quorum"),
        deadlines=numbers_at(record, "deadlines"),
        untimed=text_at(record, "untimed") or standard.untimed,
        attempts=frozenset(
            outcome for outcome in Outcome if outcome in texts_at(record, "attempts")
        )
        or standard.attempts,
        assessor_statistics=_statistics(record_at(record, "assessor_statistics")),
    )


def _statistics(record: Record) -> AssessorStatistics | None:
    if not record:
        return None
    return AssessorStatistics(
        committee=text_at(record, "committee"),
        decided_on=text_at(record, "decided_on"),
        purpose=text_at(record, "purpose"),
        minimum=number_at(record, "minimum"),
    )


def _part(name: str, standard: Part) -> Part:
    return next((part for part in Part if part == name), standard)


def person_of_record(record: Record) -> Person:
    """Return the person that a document of kind `person` describes."""
    return Person(
        id=text_at(record, "id"),
        side=text_at(record, "side"),
        company=text_at(record, "company") or None,
        keys=tuple(
            Key(
                text=text_at(key, "key"),
                kind=text_at(key, "kind"),
                confirmed=flag_at(key, "confirmed"),
            )
            for key in records_at(record, "keys")
        ),
        declarations=tuple(
            Declaration(
                crebo=texts_at(each, "crebo"),
                start=text_at(each, "from"),
                until=text_at(each, "until"),
            )
            for each in records_at(record, "declarations")
        ),
        accounts=frozenset(
            (text_at(each, "host"), number_at(each, "id"))
            for each in records_at(record, "forge_accounts")
        ),
    )


def _with_person(registry: Registry, record: Record) -> Registry:
    person = person_of_record(record)
    owners = {key.text: person.id for key in person.keys}
    return replace(
        registry,
        people={**registry.people, person.id: person},
        owners={**owners, **registry.owners},
    )


def _with_grant(registry: Registry, record: Record) -> Registry:
    role = next((role for role in Role if role == text_at(record, "role")), None)
    if role is None:
        return registry
    grant = Grant(
        id=text_at(record, "id"),
        person=text_at(record, "person"),
        role=role,
        scope=text_at(record, "scope"),
    )
    held = (*registry.grants.get(grant.person, ()), grant)
    return replace(registry, grants={**registry.grants, grant.person: held})


def _with_revocation(registry: Registry, record: Record) -> Registry:
    key, grant = text_at(record, "key"), text_at(record, "grant")
    if key:
        return replace(
            registry,
            lost={**registry.lost, key: text_at(record, "kind")},
            since={**registry.since, key: text_at(record, "since")},
        )
    return replace(registry, withdrawn=registry.withdrawn | {grant})


def _with_committee(registry: Registry, record: Record) -> Registry:
    found = Committee(
        id=text_at(record, "id"),
        members=tuple(
            Member(
                person=text_at(member, "person"),
                capacity=text_at(member, "capacity"),
                mandated=flag_at(member, "mandated"),
                until=text_at(member, "until"),
            )
            for member in records_at(record, "members")
        ),
        quorum=numbers_at(record, "quorum"),
        opening_keys=texts_at(record, "opening_keys"),
        mandates=tuple(
            Mandate(
                id=text_at(mandate, "id"),
                person=text_at(mandate, "to"),
                until=text_at(mandate, "until"),
            )
            for mandate in records_at(record, "mandates")
        ),
        until=text_at(record, "period", "until"),
        title=text_at(record, "title"),
    )
    return replace(registry, committees={**registry.committees, found.id: found})


def _with_company(registry: Registry, record: Record) -> Registry:
    companies = {**registry.companies, text_at(record, "id"): record}
    return replace(registry, companies=companies)


def _with_dispensation(registry: Registry, record: Record) -> Registry:
    found = Dispensation(
        number=number_at(record, "number"),
        lifts=text_at(record, "lifts"),
        exam=text_at(record, "exam") or None,
        company=text_at(record, "company") or None,
        until=text_at(record, "until") or None,
    )
    return replace(registry, dispensations=(*registry.dispensations, found))


def _with_instrument(
    registry: Registry, path: str, record: Record, digest: str
) -> Registry:
    found = INSTRUMENT.fullmatch(path)
    if found is None:
        return registry
    key = (found[1], int(found[2]))
    known = registry.instruments.get(key)
    if found[3]:
        if known is None:
            return registry
        matches = text_at(record, "digest") == known.digest or (
            text_at(record, "instrument", "digest") == known.digest
        )
        until = text_at(record, "valid_until")
        version = replace(known, established=matches, until=until)
    else:
        version = Instrument(
            code=key[0],
            version=key[1],
            digest=digest,
            established=False,
            record=record,
            rules=None if any(faults(record)) else instrument_of(dict(record)),
        )
    return replace(registry, instruments={**registry.instruments, key: version})


_WITH: Mapping[str, Callable[[Registry, Record], Registry]] = {
    "root.yml": _with_root,
    "school.yml": _with_school,
    "people": _with_person,
    "grants": _with_grant,
    "revocations": _with_revocation,
    "committees": _with_committee,
    "companies": _with_company,
    "dispensations": _with_dispensation,
}
"""What the documents of each folder add to the registry."""
