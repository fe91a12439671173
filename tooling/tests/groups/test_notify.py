"""Who hears what, in which words, and at most once a working day."""

import email
from datetime import date
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from proeve.deeds.keeping_lists import SENT
from proeve.deeds.keeping_names import keep_names, new_names, open_names
from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.model.workdays import easter_of, holidays, is_working_day
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import RowId
from proeve.report.messages.errands import ErrandKind, by_person, errands
from proeve.report.messages.writing import (
    Sender,
    html_of,
    letter_to,
    mail_of,
    sms_of,
    text_of,
)
from proeve.sealing import new_identity, opening_key
from proeve.words.messages import SENTENCES
from tests.cli.running import Ran
from tests.dossier import small
from tests.groups.schools import Desk, stands
from tests.status import exams

pytestmark = pytest.mark.slow
TUESDAY = "2026-12-01T10:00:00+01:00"
WEDNESDAY = "2026-12-02T10:00:00+01:00"
SATURDAY = "2026-12-05T10:00:00+01:00"
FORBIDDEN = ("Git", "commit", "YAML", "sleutel", "hash", "schema", "pseudoniem", "p-0")


def notified(desk: Desk, now: str, *more: str | Path) -> Ran:
    return desk.runs("notify", "--directory", desk.table, "--now", now, *more)


def writes(desk: Desk, now: str, *more: str | Path) -> Ran:
    return notified(desk, now, "--to", desk.folder / "post", "--yes", *more)


def mails(desk: Desk) -> list[EmailMessage]:
    found = sorted((desk.folder / "post").glob("*.eml"))
    return [email.message_from_bytes(f.read_bytes(), policy=default) for f in found]


def test_everybody_whose_turn_it_is_gets_one_mail(desk: Desk) -> None:
    listed = notified(desk, TUESDAY)
    assert listed.code == 0
    assert not (desk.folder / "post").exists()
    assert writes(desk, TUESDAY).code == 0
    found = mails(desk)
    assert len(found) == len(listed.lines) > 3
    for mail in found:
        body = mail.get_content()
        assert mail["To"].endswith("@example.invalid")
        assert not [word for word in FORBIDDEN if word in body]
        assert "Oefenschool" in body


def test_nobody_hears_twice_on_one_working_day(desk: Desk) -> None:
    first = writes(desk, TUESDAY)
    again = writes(desk, TUESDAY)
    assert (again.code, "had a message today already" in again.out) == (0, True)
    log = SENT.read(open_names(desk.table, ()), ())
    assert len(log) == len({each.person for each in log}) == len(mails(desk))
    later = notified(desk, WEDNESDAY)
    assert later.lines == first.lines[:-1]


def test_no_message_goes_out_on_a_day_off(desk: Desk) -> None:
    for day in (SATURDAY, "2026-12-25T10:00:00+01:00", "2026-12-28T10:00:00+01:00"):
        ran = writes(desk, day)
        assert (ran.code, "no working day" in ran.err) == (2, True)
    assert not (desk.folder / "post").exists()


def test_the_log_has_no_names_and_lies_beside_the_directory(desk: Desk) -> None:
    before = desk.head()
    ran = writes(desk, TUESDAY)
    log = Path(ran.lines[-1])
    assert log.parent == desk.table.parent
    names = open_names(desk.table, ()).directory.names
    text = log.read_text(encoding="utf-8")
    assert not [name for name in names.values() if name in text]
    stands(before, desk)


def test_the_log_of_an_encrypted_directory_is_encrypted(desk: Desk) -> None:
    identity = new_identity()
    key = desk.file(identity.encode(), "age.txt")
    names = new_names(desk.names, (opening_key(identity),))
    keep_names(names.holding(open_names(desk.table, ()).directory))
    words = ("--directory", desk.names, "--identity", key, "--now", TUESDAY)
    ran = desk.runs("notify", *words, "--to", desk.folder / "post", "--yes")
    assert ran.code == 0, ran.err
    log = desk.folder / "names.sent.age"
    assert b"proeve-sent" not in log.read_bytes()
    assert "today already" in desk.runs("notify", *words).out


def test_text_messages_are_a_table_and_letters_have_a_code(desk: Desk) -> None:
    assert writes(desk, TUESDAY, "--road", "sms").code == 0
    table = (desk.folder / "post" / "sms.csv").read_bytes().decode("utf-8-sig")
    assert table.startswith("telefoon;tekst\r\n06-")
    assert all(len(line.split(";", 1)[1]) <= 162 for line in table.splitlines()[1:])
    assert writes(desk, WEDNESDAY, "--road", "letter").code == 0
    letters = [*(desk.folder / "post").glob("*.html")]
    assert letters
    assert all("<svg" in each.read_text(encoding="utf-8") for each in letters)


def test_one_exam_can_be_asked_for(desk: Desk) -> None:
    number = next(iter(desk.verdict.exams)).state.id
    ran = notified(desk, TUESDAY, number)
    assert ran.code == 0
    assert len(ran.lines) < len(notified(desk, TUESDAY).lines)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--directory", "absent.csv"), "cannot be read"),
        (("no-such-group",), "There is no group or exam no-such-group."),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_sentence(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    ran = notified(desk, TUESDAY, *words)
    assert (ran.code, said in ran.err) == (2, True)
    assert len(ran.err.strip().splitlines()) == 1


def test_without_a_directory_file_nobody_can_be_reached(desk: Desk) -> None:
    ran = desk.runs("notify")
    assert (ran.code, "--directory" in ran.err) == (2, True)


def test_messages_never_lie_in_the_repository(desk: Desk) -> None:
    ran = notified(desk, TUESDAY, "--to", desk.school / "post", "--yes")
    assert (ran.code, "outside" in ran.err) == (2, True)
    assert not (desk.school / "post").exists()


def entry(who: str, kind: EntryKind, name: str, **more: str) -> Entry:
    return Entry(id=who, kind=kind, name=name, **more)


DIRECTORY = Directory().with_entries(
    [
        entry(small.STUDENT, EntryKind.STUDENT, "Sam <b>", email="s@example.invalid"),
        entry(small.CONTACT, EntryKind.SCHOOL, "Jo", phone="06-1"),
        entry(small.SUPERVISOR, EntryKind.COMPANY, "Bo", language="en"),
    ]
)
SENDER = Sender(
    school="Vakschool",
    language="nl",
    directory=DIRECTORY,
    today=date(2026, 12, 1),
    address="https://school.example/{exam}",
)


def waiting(row: RowId) -> dict[str, ErrandKind]:
    """Return who hears why when everything up to a row was done."""
    found = errands([exams.verdict(exams.until(row))])
    return {who: own[0].kind for who, own in by_person(found).items()}


def test_each_who_must_approve_hears_it() -> None:
    assert set(waiting(RowId.ACQUIRE)) >= {small.MEMBER}


def test_a_result_that_was_not_told_is_the_contact_person_s_errand() -> None:
    assert waiting(RowId.RESULT) == {small.CONTACT: ErrandKind.NOTICE}
    result = exams.until(RowId.RESULT)
    told = exams.decided(result, DecisionKind.NOTICE, told_on="2027-01-28")
    assert ErrandKind.NOTICE not in {
        each.kind for each in errands([exams.verdict(told)])
    }


def test_a_letter_speaks_to_its_reader() -> None:
    found = by_person(errands([exams.verdict(exams.exam(RowId.CREATE))]))
    student = letter_to(SENDER, DIRECTORY.entries[small.STUDENT], found[small.STUDENT])
    boss = letter_to(
        SENDER, DIRECTORY.entries[small.SUPERVISOR], found[small.SUPERVISOR]
    )
    assert "ben jij aan de beurt" in text_of(SENDER, student)
    assert "it is your turn" in text_of(SENDER, boss)
    assert "Student: Sam <b>" in text_of(SENDER, boss)
    assert "Sam &lt;b&gt;" in html_of(SENDER, boss)
    assert "<b>" not in html_of(SENDER, student)
    assert "https://school.example/" in sms_of(SENDER, student)
    assert mail_of(SENDER, student) == mail_of(SENDER, student)


def test_a_line_break_in_a_name_makes_no_header() -> None:
    found = by_person(errands([exams.verdict(exams.exam(RowId.CREATE))]))
    bad = entry(small.STUDENT, EntryKind.STUDENT, "S", email="a@b.nl\r\nBcc: x@y.nl")
    mail = mail_of(SENDER, letter_to(SENDER, bad, found[small.STUDENT]))
    assert email.message_from_bytes(mail, policy=default)["Bcc"] is None


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES.keys())
def test_every_sentence_fills_the_same_holes_in_both_languages(
    sentence: object,
) -> None:
    texts = [sentence.formal, sentence.familiar, sentence.en]  # type: ignore[attr-defined]
    holes = [{w.split("}")[0] for w in text.split("{")[1:]} for text in texts]
    assert holes[0] == holes[1] == holes[2]


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)],
)
def test_easter_falls_where_it_does(year: int, month: int, day: int) -> None:
    assert easter_of(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-04-06", False),
        ("2026-04-27", False),
        ("2025-04-26", False),
        ("2025-05-05", False),
        ("2026-05-05", True),
        ("2026-05-14", False),
        ("2026-05-25", False),
        ("2026-12-24", True),
        ("2026-12-28", False),
    ],
)
def test_a_working_day_is_no_holiday_and_no_closed_day(day: str, works: bool) -> None:  # noqa: FBT001
    closed = [("2026-12-27", "2027-01-03")]
    assert is_working_day(date.fromisoformat(day), closed) is works
    assert len(holidays(2026)) == 7
