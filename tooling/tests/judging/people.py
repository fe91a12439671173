"""Who there is in the sample school, and what the places are called.

Every test that needs somebody names them by the constant here: real ids look the same.
"""

from collections.abc import Mapping

from proeve.model.document import Data

REPO = "r-" + "0123456789abcdef" * 2
GROUP = "ei2-2026-a"
EXAM = f"groups/{GROUP}/pvb-0042"
OTHER_EXAM = f"groups/{GROUP}/pvb-0043"
COMMITTEE = "ec-techniek-1"
CODE = "pvb-klein"
CREBO = "00001"
COMPANY, OTHER_COMPANY = "c-114", "c-115"
OPENING_KEYS = (
    "age148sj7g6guj6gm05m294jjjfhhsm5vclwl0mf2wnqem6r7zrly49q8myttn",
    "age1sprzzu6fef3gq4xmklafz8mlu60qsu7hdxf2nj7ugfd09zsf2ypscgxfzh",
)

FORGE = "git.school.example"

Doc = dict[str, Data]
"""One document as data."""

ROOT, SECOND_ROOT, ADMIN = "p-00000001", "p-00000002", "p-00000003"
OFFICE, MEMBER, RECEIVER = "p-00000005", "p-00000006", "p-00000010"
CONTACT, OTHER_CONTACT = "p-00000021", "p-00000022"
ASSESSOR, THIRD, TEACHER = "p-00000034", "p-00000035", "p-00000040"
STUDENT, OTHER_STUDENT = "p-00000051", "p-00000052"
SUPERVISOR, PRACTICE_ASSESSOR, STAND_IN = "p-00000088", "p-00000090", "p-00000091"
TWO_HATS = "p-00000099"

SCHOOL_PEOPLE = (
    *(ROOT, SECOND_ROOT, ADMIN, OFFICE, MEMBER, RECEIVER),
    *(CONTACT, OTHER_CONTACT, ASSESSOR, THIRD, TEACHER),
)
STUDENTS = (STUDENT, OTHER_STUDENT)
COMPANY_PEOPLE = (SUPERVISOR, PRACTICE_ASSESSOR, STAND_IN, TWO_HATS)

ROLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    ROOT: (("super_admin", "*"),),
    SECOND_ROOT: (("super_admin", "*"),),
    ADMIN: (("admin", "*"),),
    OFFICE: (("exam_committee", "*"),),
    MEMBER: (("exam_committee", "*"), ("school_assessor", "*")),
    RECEIVER: (("receiver", "*"),),
    CONTACT: (("school_contact", GROUP), ("school_assessor", "*")),
    OTHER_CONTACT: (("school_contact", "ei2-2026-b"),),
    ASSESSOR: (("school_assessor", "*"),),
    THIRD: (("school_assessor", "*"),),
    TEACHER: (("teacher", "*"),),
    SUPERVISOR: (("workplace_supervisor", "*"),),
    PRACTICE_ASSESSOR: (("workplace_assessor", "*"),),
    STAND_IN: (("workplace_assessor", "*"),),
    TWO_HATS: (("workplace_supervisor", "*"), ("workplace_assessor", "*")),
}


def account_of(who: str) -> int:
    """Return the number of somebody's account on the school's forge."""
    return 1000 + int(who[2:], 16)
