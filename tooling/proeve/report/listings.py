"""What commands that list the registry give a program, each with its schema."""

from collections.abc import Iterable, Mapping

from proeve.model.findings import Finding
from proeve.model.records import Record, text_at
from proeve.model.registry import Registry
from proeve.report.findings import ordered
from proeve.report.outputs import Output, finding_values, output
from proeve.words.say import Language


def policy_check_output(found: Iterable[Finding], language: Language) -> Output:
    """Return what the agreements within the school leave to be desired."""
    values = [finding_values(each, language) for each in ordered(found)]
    return output("policy-check", {"findings": values})


def evidence_output(files: int, found: Iterable[Finding], language: Language) -> Output:
    """Return what is not as it was in the evidence."""
    values = [finding_values(each, language) for each in ordered(found)]
    return output("evidence-verify", {"files": files, "findings": values})


def policy_output(policy: Record) -> Output:
    """Return the policy in force."""
    return output("policy", {"policy": dict(policy)})


def committees_output(registry: Registry) -> Output:
    """Return the committees and who sits in them."""
    found = [
        {
            "id": committee.id,
            "until": committee.until,
            "members": [
                {
                    "person": member.person,
                    "capacity": member.capacity,
                    "votes": member.votes,
                    "until": member.until,
                }
                for member in committee.members
            ],
        }
        for committee in registry.committees.values()
    ]
    return output("committees", {"committees": found})


def companies_output(registry: Registry) -> Output:
    """Return the companies with their recognition."""
    found = [
        {
            "id": company,
            "place": text_at(record, "place"),
            "recognition": text_at(record, "recognition", "status"),
            "checked_at": text_at(record, "recognition", "checked_at"),
        }
        for company, record in sorted(registry.companies.items())
    ]
    return output("companies", {"companies": found})


def instruments_output(registry: Registry) -> Output:
    """Return the versions of instruments, and whether each is established."""
    found = [
        {"code": code, "version": version, "established": each.established}
        for (code, version), each in sorted(registry.instruments.items())
    ]
    return output("instruments", {"instruments": found})


def root_output(
    registry: Registry, trust_root: str, services: Mapping[str, str]
) -> Output:
    """Return who holds the root keys, and how many of them must agree."""
    held = sorted(registry.root_keys.items(), key=lambda each: each[1])
    values = {
        "trust_root": trust_root,
        "version": registry.root_version,
        "threshold": registry.threshold,
        "holders": [
            {"person": person, "key": key, "revoked": key in registry.lost}
            for key, person in held
        ],
        "services": [*services],
    }
    return output("root", values)
