"""The closed vocabularies of the process: roles, parts, steps, rows, outcomes."""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a grant lets a person be; `RECEIVER` is a machine."""

    SUPER_ADMIN = "super_admin"
    ADMIN = "admin"
    TEACHER = "teacher"
    SCHOOL_CONTACT = "school_contact"
    EXAM_COMMITTEE = "exam_committee"
    SCHOOL_ASSESSOR = "school_assessor"
    WORKPLACE_SUPERVISOR = "workplace_supervisor"
    WORKPLACE_ASSESSOR = "workplace_assessor"
    STUDENT = "student"
    RECEIVER = "receiver"


class Part(StrEnum):
    """A role in one exam; who plays it stands in `exam.yml`."""

    STUDENT = "student"
    SCHOOL_CONTACT = "school_contact"
    WORKPLACE_SUPERVISOR = "workplace_supervisor"
    FIRST_ASSESSOR = "first_assessor"
    SECOND_ASSESSOR = "second_assessor"
    THIRD_ASSESSOR = "third_assessor"


ASSESSORS = (Part.FIRST_ASSESSOR, Part.SECOND_ASSESSOR, Part.THIRD_ASSESSOR)
_ASSESSOR_ROLES = frozenset({Role.SCHOOL_ASSESSOR, Role.WORKPLACE_ASSESSOR})

PART_ROLES: Mapping[Part, frozenset[Role]] = {
    Part.STUDENT: frozenset({Role.STUDENT}),
    Part.SCHOOL_CONTACT: frozenset({Role.SCHOOL_CONTACT}),
    Part.WORKPLACE_SUPERVISOR: frozenset({Role.WORKPLACE_SUPERVISOR}),
    Part.FIRST_ASSESSOR: _ASSESSOR_ROLES,
    Part.SECOND_ASSESSOR: _ASSESSOR_ROLES,
    Part.THIRD_ASSESSOR: _ASSESSOR_ROLES,
}
"""The roles that a person playing the part may speak in."""

Approver = Part | Role
"""A part in this exam, or a role that acts with its grant alone (PROTOCOL R10)."""


class Phase(StrEnum):
    """The four phases of the twelve steps."""

    PREPARATION = "preparation"
    EXECUTION = "execution"
    ASSESSMENT = "assessment"
    CLOSING = "closing"


class Needed(StrEnum):
    """When a step must be done."""

    ALWAYS = "always"
    OPTIONAL = "optional"
    IF_NOT_PASSED = "if_not_passed"


class StepId(StrEnum):
    """The twelve steps, in order."""

    CREATE = "create"
    ACQUIRE = "acquire"
    ESTABLISH = "establish"
    APPOINTMENT = "appointment"
    EXECUTION = "execution"
    EVIDENCE = "evidence"
    EVIDENCE_CHECK = "evidence_check"
    ASSESSMENT = "assessment"
    CONSENSUS = "consensus"
    RESULT = "result"
    FOLLOW_UP = "follow_up"
    ARCHIVE = "archive"


class RowId(StrEnum):
    """The rows in which approvals are counted; steps 8 and 10 have more than one."""

    CREATE = "create"
    ACQUIRE = "acquire"
    ESTABLISH = "establish"
    APPOINTMENT = "appointment"
    EXECUTION = "execution"
    EVIDENCE = "evidence"
    EVIDENCE_CHECK = "evidence_check"
    SEAL_FIRST = "seal.first"
    SEAL_SECOND = "seal.second"
    UNSEAL = "unseal"
    SEAL_THIRD = "seal.third"
    UNSEAL_THIRD = "unseal.third"
    CONSENSUS = "consensus"
    FINAL = "final"
    RESULT = "result"
    FOLLOW_UP = "follow_up"
    ARCHIVE = "archive"


class Action(StrEnum):
    """What a statement does (PROTOCOL R4)."""

    WRITE = "write"
    APPROVE = "approve"
    SEAL = "seal"
    UNSEAL = "unseal"
    DECIDE = "decide"
    LAND = "land"
    VOID = "void"
    REAFFIRM = "reaffirm"
    COVER = "cover"


class Level(StrEnum):
    """How sure we are who approved, from own key down to paper (PROTOCOL R35)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Outcome(StrEnum):
    """How one exam can end; the closed list."""

    PASSED = "passed"
    NOT_PASSED = "not_passed"
    NOT_TAKEN = "not_taken"
    DECLARED_INVALID = "declared_invalid"
    WITHDRAWN = "withdrawn"
    ANNULLED = "annulled"
    EXEMPTED = "exempted"
