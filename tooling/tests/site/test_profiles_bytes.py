"""Every byte of every build: what an audience may not see is nowhere in it."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path

import pytest

from proeve.cli.books import library
from proeve.cli.practice import make_practice
from proeve.gather.history import judge_repository
from proeve.model.encoding import encoded
from proeve.model.records import record_at, records_at, text_at
from proeve.model.verdict import ExamVerdict, LedgerVerdict, StepState
from proeve.process.vocabulary import StepId
from proeve.site.build import Readers, build
from proeve.site.directory import read_directory
from proeve.site.links import broken_links
from proeve.site.package import Asked, package
from proeve.site.profiles.audience import Own, Profile
from proeve.site.profiles.pages import Audience
from proeve.site.shipped import shipped_templates
from tests.site.folders import bytes_of

pytestmark = pytest.mark.slow

PERSON = re.compile(r"p-[0-9a-f]{8}")
LONG_ENOUGH = 12


class Seen:
    """One school, and the builds of it that were asked for."""

    def __init__(self, top: Path) -> None:
        self.top = top
        folder = top / "school"
        make_practice(folder, exams=24, seed="eyes", language="nl")
        self.verdict: LedgerVerdict = judge_repository(folder)
        self.names: Mapping[str, str] = read_directory(top / "school.directory.csv")
        self.built: dict[str, Path] = {}

    def out(self, profile: Profile) -> Path:
        """Build the site of a profile once, with the names, and return its folder."""
        if profile.key not in self.built:
            out = self.top / f"site-{len(self.built)}"
            build(
                self.verdict,
                out,
                site_templates=shipped_templates(),
                readers=Readers(
                    also="en",
                    profile=profile,
                    directory=self.names,
                    library=library(),
                ),
                record=self.top / "records" / f"{len(self.built)}.db",
            )
            self.built[profile.key] = out
        return self.built[profile.key]

    def found(self, profile: Profile, forbidden: Iterator[str]) -> list[str]:
        """Return which of these texts stand somewhere in a build."""
        every = b"\n".join(
            path.encode() + b"\n" + content
            for path, content in bytes_of(self.out(profile)).items()
        )
        # Where the ledger ends stands on every site, also if it ends in some exam.
        texts = set(forbidden) - {"", self.verdict.head}
        return [text for text in texts if is_in(text, every)]

    def leaked(self, profile: Profile, forbidden: Iterator[str]) -> list[str]:
        """Return what a build tells beyond the handbook that every school has."""
        return [text for text in self.found(profile, forbidden) if not shipped(text)]


def is_in(text: str, every: bytes) -> bool:
    ways = (text, escape(text), json.dumps(text)[1:-1])
    return any(way.encode() in every for way in ways)


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    return Seen(tmp_path_factory.mktemp("eyes"))


def shipped(text: str) -> bool:
    """Tell whether the handbook of every school has it: in a walk, as an example."""
    handbook = (shipped_templates() / "handbook").rglob("*.md")
    return any(text in page.read_text(encoding="utf-8") for page in handbook)


def established(exam: ExamVerdict) -> bool:
    result = next(step for step in exam.steps if step.step is StepId.RESULT)
    return result.state is StepState.DONE


def student(exam: ExamVerdict) -> str:
    return text_at(exam.state.document("exam"), "student")


def companies(exam: ExamVerdict) -> list[str]:
    listed = records_at(exam.state.document("exam"), "companies")
    return [text_at(one, "company") for one in listed]


def judged(exam: ExamVerdict) -> bool:
    return {"forms/first.yml", "forms/second.yml"} <= set(exam.state.documents)


def words_of(exam: ExamVerdict) -> Iterator[str]:
    """Yield what the assessors wrote of a student."""
    for path in ("forms/first.yml", "forms/second.yml"):
        ratings = record_at(exam.state.documents.get(path), "ratings")
        for one in ratings:
            yield text_at(ratings, one, "note")
    items = record_at(exam.state.documents.get("consensus.yml"), "items")
    for one in items:
        yield text_at(items, one, "reason")


def criteria(verdict: LedgerVerdict) -> Iterator[str]:
    for instrument in verdict.registry.instruments.values():
        if instrument.rules is not None:
            for one in instrument.rules.criteria:
                yield from (one.text.nl, one.text.en)


@cache
def everybody(exam: str) -> frozenset[str]:
    return frozenset(PERSON.findall(exam))


def people_in(exam: ExamVerdict) -> frozenset[str]:
    return everybody(json.dumps(encoded(ExamVerdict, exam)))


def number(exam: ExamVerdict) -> str:
    return text_at(exam.state.document("exam"), "number")


def others(seen: Seen, profile: Profile, own: list[ExamVerdict]) -> Iterator[str]:
    """Yield all that tells of exams that are not the readers' own."""
    registry = seen.verdict.registry
    mine = {exam.scope for exam in own}
    committee = {
        seat.person for one in registry.committees.values() for seat in one.members
    }
    listed = seen.verdict.group_records.get(profile.of, {}).get("students", [])
    assert isinstance(listed, list)
    met = frozenset().union(committee, map(str, listed), *map(people_in, own))
    firms = {one for exam in own for one in companies(exam)} | {profile.of}
    for exam in seen.verdict.exams:
        if exam.scope not in mine:
            yield from (exam.state.id, number(exam), exam.state.commit)
    yield from set(registry.people) - met
    yield from set(registry.companies) - firms
    yield from (
        name for one, name in seen.names.items() if one not in met and one not in firms
    )


def own_of(seen: Seen, profile: Profile) -> list[ExamVerdict]:
    if profile.own is Own.GROUP:
        return [one for one in seen.verdict.exams if one.state.group == profile.of]
    if profile.own is Own.COMPANY:
        return [one for one in seen.verdict.exams if profile.of in companies(one)]
    return [one for one in seen.verdict.exams if student(one) == profile.of]


def waiting(seen: Seen) -> ExamVerdict:
    """Return an exam of which both forms are open and no result is established."""
    return next(
        one for one in seen.verdict.exams if judged(one) and not established(one)
    )


def profiles(seen: Seen) -> Iterator[Profile]:
    exam = waiting(seen)
    yield Profile(audience=Audience.GROUP, of=exam.state.group)
    yield Profile(audience=Audience.COMPANY, of=companies(exam)[0])
    yield Profile(audience=Audience.STUDENT, of=student(exam))


def test_everybody_sees_no_exam_person_company_group_or_criterion(seen: Seen) -> None:
    verdict = seen.verdict
    public = Profile(audience=Audience.PUBLIC)

    def forbidden() -> Iterator[str]:
        yield from verdict.registry.people
        yield from verdict.registry.companies
        yield from seen.names.values()
        yield from verdict.groups
        yield from criteria(verdict)
        for exam in verdict.exams:
            yield from (exam.state.id, number(exam), exam.state.commit)
            yield text_at(exam.state.document("assignment"), "title")
            yield from words_of(exam)

    assert seen.leaked(public, forbidden()) == []
    paths = set(bytes_of(seen.out(public)))
    folders = ("examens", "groepen", "rapportages", "studenten", "leerbedrijven")
    assert not [one for one in paths if one.removeprefix("en/").startswith(folders)]
    assert not [one for one in paths if one.endswith((".csv", ".db", ".ics"))]


@pytest.mark.parametrize("which", range(3), ids=["group", "company", "student"])
def test_who_sees_own_exams_sees_nothing_of_another(seen: Seen, which: int) -> None:
    profile = list(profiles(seen))[which]
    own = own_of(seen, profile)
    assert own
    assert len(own) < len(seen.verdict.exams)
    assert seen.leaked(profile, others(seen, profile, own)) == []
    pages = {path.stem for path in seen.out(profile).glob("examens/*/*.html")}
    assert pages == {exam.state.id for exam in own}


@pytest.mark.parametrize("which", range(3), ids=["group", "company", "student"])
def test_no_word_of_a_judgement_before_the_result(seen: Seen, which: int) -> None:
    profile = list(profiles(seen))[which]
    own = own_of(seen, profile)
    told = {word for exam in own if established(exam) for word in words_of(exam)}
    early = {
        word
        for exam in own
        if not established(exam)
        for word in words_of(exam)
        if len(word) >= LONG_ENOUGH
    }
    assert seen.found(profile, iter(early - told)) == []
    exam = waiting(seen)
    page = seen.out(profile) / f"examens/{exam.state.group}/{exam.state.id}.html"
    html = page.read_text(encoding="utf-8")
    assert "nog niet vastgesteld" in html
    assert "voorlopig" in html
    assert "pv-ratings" not in html
    assert "pv-outcome" not in html


def test_the_exam_office_sees_the_judgement_that_others_do_not(seen: Seen) -> None:
    exam = waiting(seen)
    page = f"examens/{exam.state.group}/{exam.state.id}.html"
    out = seen.out(Profile(audience=Audience.INTERNAL))
    assert "pv-ratings" in (out / page).read_text(encoding="utf-8")
    words = iter([*seen.names.values(), student(exam), number(exam)])
    assert student(exam) in seen.found(Profile(audience=Audience.INTERNAL), words)


def test_an_inspector_sees_every_exam_and_no_name(seen: Seen) -> None:
    inspector = Profile(audience=Audience.INSPECTOR)
    assert seen.found(inspector, iter(seen.names.values())) == []
    numbers = {exam.state.id for exam in seen.verdict.exams}
    assert set(seen.found(inspector, iter(numbers))) == numbers


@pytest.mark.parametrize("audience", sorted(set(Audience) - {Audience.COMMITTEE}))
def test_only_the_committee_gets_figures_about_assessors(
    seen: Seen, audience: Audience
) -> None:
    of = {one.audience: one.of for one in profiles(seen)}
    profile = Profile(audience=audience, of=of.get(audience, ""))
    paths = bytes_of(seen.out(profile))
    assert not [path for path in paths if "overeenstemming" in path]
    assert not [path for path in paths if re.search(r"rapportages/.*-assessor", path)]


def test_no_link_of_any_build_leads_to_a_page_that_its_readers_lack(seen: Seen) -> None:
    whole = set(Audience) - {one.audience for one in profiles(seen)}
    for profile in (*profiles(seen), *(Profile(audience=one) for one in whole)):
        assert list(broken_links(seen.out(profile))) == [], profile


def test_a_public_build_in_the_folder_of_an_internal_one_keeps_nothing(
    seen: Seen, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    for audience in (Audience.INTERNAL, Audience.PUBLIC):
        if audience is Audience.PUBLIC:
            (out / ".index.html.draft").write_bytes(b"killed on its way")
        build(
            seen.verdict,
            out,
            site_templates=shipped_templates(),
            readers=Readers(
                also="en",
                profile=Profile(audience=audience),
                directory=seen.names,
                library=library(),
            ),
            record=tmp_path / "record.db",
        )
    public = bytes_of(seen.out(Profile(audience=Audience.PUBLIC)))
    assert bytes_of(out) == public


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.STUDENT])
def test_a_package_holds_its_exam_only(seen: Seen, audience: Audience) -> None:
    exam = waiting(seen)
    asked = Asked(exam=number(exam), audience=audience)
    content = package(seen.verdict, asked, shipped_templates(), seen.names)
    profile = Profile(audience=Audience.STUDENT, of=student(exam))
    forbidden = set(others(seen, profile, [exam]))
    assert [text for text in forbidden if text and is_in(text, content)] == []
    assert number(exam).encode() in content
    links = re.findall(rb'(?:href|src)="([^"]*)"', content)
    assert [one for one in links if not one.startswith(b"#")] == []
    assert (b'pv-ratings">' in content) == (audience is Audience.INTERNAL)
