"""Where the pages of students and companies are; there is none for what is no id."""

import re

_STUDENT = re.compile(r"p-[0-9a-f]{8}")
_COMPANY = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")


def student_path(person: str) -> str:
    """Return the path of the page of a student, or nothing."""
    return f"studenten/{person}" if _STUDENT.fullmatch(person) else ""


def company_path(company: str) -> str:
    """Return the path of the page of a company, or nothing."""
    found = company != "index" and _COMPANY.fullmatch(company)
    return f"leerbedrijven/{company}" if found else ""
