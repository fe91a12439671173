"""One exam as one file: it opens without a network, prints, and holds no other exam."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from proeve.errors import UsageError
from proeve.model.records import records_at, text_at
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.site.edition import Edition, edition_of
from proeve.site.pages import KIND_WORDS, PageKind, exam_pages
from proeve.site.profiles.audience import Own, Profile
from proeve.site.profiles.pages import Audience
from proeve.site.theme import banner_of
from proeve.words import labels_profiles as words
from proeve.words.say import Language

_STYLES = ("proeve", "icons", "dossier", "print")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A package that somebody asks for: of which exam, for whom, in which language."""

    exam: str
    audience: Audience
    company: str = ""
    language: Language = "nl"


def package(
    verdict: LedgerVerdict,
    asked: Asked,
    templates: Path,
    directory: Mapping[str, str] | None = None,
) -> bytes:
    """Return the whole file of one exam."""
    exam = _found(verdict, asked.exam)
    profile = _profile(exam, asked)
    edition = edition_of(verdict, asked.language, directory, templates, profile=profile)
    pages = tuple(exam_pages(edition))
    if not pages:
        raise UsageError(
            f"Dit examen is niet van {profile.of}.",
            f"This exam is not of {profile.of}.",
        )
    return _written(edition, pages[0].title, pages[0].body, templates).encode()


def _found(verdict: LedgerVerdict, name: str) -> ExamVerdict:
    """Return the exam of a number, or of `<group>/<exam>`."""
    for exam in verdict.exams:
        scope = f"{exam.state.group}/{exam.state.id}"
        number = text_at(exam.state.document("exam"), "number")
        if name in (scope, exam.state.id, number):
            return exam
    raise UsageError(f"Er is geen examen {name}.", f"There is no exam {name}.")


def _profile(exam: ExamVerdict, asked: Asked) -> Profile:
    if asked.audience is Audience.PUBLIC:
        raise UsageError(
            "Voor iedereen is er van één examen niets te zien.",
            "Of one exam there is nothing for everybody to see.",
        )
    profile = Profile(
        audience=asked.audience, exam=f"{exam.state.group}/{exam.state.id}"
    )
    return replace(profile, of=_of(exam, profile, asked))


def _of(exam: ExamVerdict, profile: Profile, asked: Asked) -> str:
    record = exam.state.document("exam")
    if profile.own is Own.GROUP:
        return exam.state.group
    if profile.own is Own.STUDENT:
        return text_at(record, "student")
    if profile.own is None:
        return ""
    companies = [text_at(one, "company") for one in records_at(record, "companies")]
    if not asked.company and len(set(companies)) != 1:
        raise UsageError(
            "Voor welk leerbedrijf? Noem het met --company.",
            "For which company? Name it with --company.",
        )
    return asked.company or companies[0]


def _written(edition: Edition, number: str, body: str, templates: Path) -> str:
    styles = "\n".join(
        (templates / "assets" / f"{name}.css").read_text(encoding="utf-8")
        for name in _STYLES
    )
    language = edition.language
    return edition.render_apart(
        "package",
        "",
        title=f"{KIND_WORDS[PageKind.EXAM].in_language(language)} {number}",
        banner=banner_of(edition),
        who=words.said(words.AUDIENCES, edition.profile.audience, language),
        # Both are our own: a style sheet, and a page that was filled and escaped.
        styles=Markup(styles),  # noqa: S704
        body=Markup(body),  # noqa: S704
    )
