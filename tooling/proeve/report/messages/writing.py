"""Somebody's errands as a mail, a text message or a letter, with names filled in."""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

import segno
from babel.dates import format_date

from proeve.directory.entries import Directory, Entry, EntryKind
from proeve.report.findings import clean
from proeve.report.messages.errands import Errand, ErrandKind
from proeve.report.messages.printing import printed
from proeve.words.labels import label
from proeve.words.messages import NOTICE_DEED, say
from proeve.words.say import Language

_MOST = 12
_SHORT = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: the school, and where a page for each exam is, if there is one.

    `address` may hold `{exam}`.
    """

    school: str
    language: Language
    directory: Directory
    today: date
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message to one person before it takes a form."""

    to: Entry
    language: Language
    errands: tuple[Errand, ...]
    contact: Entry

    @property
    def student(self) -> bool:
        """Whether it is for a student, who is spoken to otherwise."""
        return self.to.kind is EntryKind.STUDENT


def letter_to(sender: Sender, entry: Entry, errands: Sequence[Errand]) -> Letter:
    """Return the message to a person about their errands."""
    first = errands[0].contact
    unknown = Entry(id=first, kind=EntryKind.SCHOOL)
    own: Language = sender.language
    if entry.language in ("nl", "en"):
        own = "nl" if entry.language == "nl" else "en"
    return Letter(
        to=entry,
        language=own,
        errands=tuple(errands),
        contact=sender.directory.entries.get(first, unknown),
    )


def subject_of(letter: Letter) -> str:
    """Return what a message is about, in one line."""
    if len(letter.errands) == 1:
        return _say(letter, "subject-one", exam=letter.errands[0].number)
    return _say(letter, "subject-many", count=str(len(letter.errands)))


def paragraphs(sender: Sender, letter: Letter) -> Iterator[tuple[str, ...]]:
    """Yield a message as paragraphs of lines."""
    yield (_say(letter, "dear", name=clean(letter.to.name)),)
    one = len(letter.errands) == 1
    if any(each.kind is not ErrandKind.NOTICE for each in letter.errands):
        yield (_say(letter, "turn" if one else "turn-many"),)
    for errand in letter.errands[:_MOST]:
        yield tuple(_lines(sender, letter, errand))
    if len(letter.errands) > _MOST:
        yield (_say(letter, "more", count=str(len(letter.errands) - _MOST)),)
    if letter.contact.name and letter.contact.id != letter.to.id:
        yield (_say(letter, "help", contact=reach(letter.contact)),)
    signed = (clean(letter.contact.name), clean(sender.school))
    yield (_say(letter, "bye"), *(line for line in signed if line))


def _lines(sender: Sender, letter: Letter, errand: Errand) -> Iterator[str]:
    title = clean(errand.title)
    yield _say(letter, "exam", exam=errand.number, title=title)
    if not letter.student:
        name = clean(sender.directory.name(errand.student))
        if name != errand.student:
            yield _say(letter, "student", student=name)
    if errand.kind is ErrandKind.NOTICE:
        yield _say(letter, "notice")
        return
    if errand.reason:
        yield _say(letter, errand.kind.value, reason=clean(errand.reason))
    yield _say(letter, "do", what=_what(letter, errand))
    if errand.deadline:
        day = day_of(errand.deadline, letter.language)
        yield _say(letter, "late" if errand.late else "before", day=day)
    if sender.address:
        yield sender.address.replace("{exam}", errand.exam)


def _what(letter: Letter, errand: Errand) -> str:
    if errand.kind is ErrandKind.NOTICE:
        return NOTICE_DEED.in_language(letter.language)
    return label(errand.row, letter.language)


def reach(contact: Entry) -> str:
    """Return a contact person's name, with how to reach them."""
    roads = ", ".join(each for each in (contact.phone, contact.email) if each)
    return clean(f"{contact.name} ({roads})" if roads else contact.name)


def day_of(text: str, language: Language) -> str:
    """Return a day as people write it."""
    locale = "nl_NL" if language == "nl" else "en_GB"
    return str(format_date(date.fromisoformat(text), "d MMMM y", locale=locale))


def _say(letter: Letter, sentence: str, /, **filled: str) -> str:
    return say(sentence, letter.language, familiar=letter.student, **filled)


def text_of(sender: Sender, letter: Letter) -> str:
    """Return a message as plain text."""
    return "\n\n".join("\n".join(lines) for lines in paragraphs(sender, letter)) + "\n"


def mail_of(sender: Sender, letter: Letter) -> bytes:
    """Return a message as a mail that a mail program opens as a draft."""
    mail = EmailMessage(policy=SMTP)
    mail["To"] = _line(letter.to.email)
    if letter.contact.email:
        mail["From"] = _line(letter.contact.email)
    mail["Subject"] = _line(subject_of(letter))
    mail["X-Unsent"] = "1"
    mail["Content-Language"] = letter.language
    mail.set_content(text_of(sender, letter))
    return bytes(mail)


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def sms_of(sender: Sender, letter: Letter) -> str:
    """Return a message as a text message; without the question line if it is long."""
    first = letter.errands[0]
    name = clean(letter.to.name.split(" ")[0])
    if len(letter.errands) == 1:
        what = _what(letter, first)
        text = _say(letter, "sms", name=name, exam=first.number, what=what)
    else:
        text = _say(letter, "sms-many", name=name, count=str(len(letter.errands)))
    parts = [text]
    if sender.address:
        parts.append(sender.address.replace("{exam}", first.exam))
    if letter.contact.phone:
        contact = f"{letter.contact.name}, {letter.contact.phone}"
        parts.append(_say(letter, "sms-help", contact=clean(contact)))
    whole = " ".join(parts)
    return whole if len(whole) <= _SHORT else " ".join(parts[:2])


def html_of(sender: Sender, letter: Letter) -> str:
    """Return a message as a letter to print, with the exam number in a QR code."""
    firm = sender.directory.names.get(letter.to.company, "")
    return printed(
        letter.language,
        title=subject_of(letter),
        to=(letter.to.name, firm),
        day=day_of(sender.today.isoformat(), letter.language),
        paragraphs=paragraphs(sender, letter),
        below=_figure(sender, letter),
    )


def _figure(sender: Sender, letter: Letter) -> str:
    first = letter.errands[0]
    coded = sender.address.replace("{exam}", first.exam) or first.number
    caption = _say(letter, "scan-page" if sender.address else "scan")
    code = segno.make_qr(coded, error="m").svg_inline(scale=4, omitsize=True)
    alt = html.escape(coded, quote=True)
    return (
        f'<figure role="img" aria-label="{alt}">{code}'
        f"<figcaption>{html.escape(caption)}</figcaption></figure>"
    )
