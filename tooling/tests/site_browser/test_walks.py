"""Four readers walk from the front page of their own site to what they came for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from proeve.model.records import record_at, records_at, text_at
from proeve.model.verdict import ExamVerdict, LedgerVerdict, Missing
from proeve.process.vocabulary import Outcome, Part, StepId
from proeve.site.profiles.audience import INTERNAL, Profile
from proeve.site.profiles.pages import Audience
from tests.cli.running import proeve
from tests.site_browser.conftest import Sites

pytestmark = pytest.mark.slow


def text_of(exam: ExamVerdict, *path: str) -> str:
    return text_at(exam.state.document("exam"), *path)


def number(exam: ExamVerdict) -> str:
    return text_of(exam, "number")


def companies(exam: ExamVerdict) -> set[str]:
    listed = records_at(exam.state.document("exam"), "companies")
    return {text_at(one, "company") for one in listed}


def awaited(verdict: LedgerVerdict, hat: Part) -> Iterator[tuple[ExamVerdict, Missing]]:
    for exam in verdict.exams:
        for step in exam.steps:
            for missing in step.missing:
                if missing.hat == hat and not exam.state.held_up:
                    yield exam, missing


def opened(page: Page, site: Path) -> Page:
    page.goto((site / "index.html").as_uri())
    return page


def tab(page: Page, name: str) -> None:
    page.locator(".md-tabs").get_by_role("link", name=name, exact=True).click()


def heading(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_contain_text(words)


def command(exam: ExamVerdict, verb: str) -> str:
    return f"proeve {verb} {exam.scope.removeprefix('groups/')}"


def test_an_assessor_at_a_company_finds_the_task_and_how_to_do_it(
    page: Page, site_of: Sites, verdict: LedgerVerdict
) -> None:
    exam, missing = next(awaited(verdict, Part.FIRST_ASSESSOR))
    (company,) = companies(exam)
    site = site_of(Profile(audience=Audience.COMPANY, of=company))
    own = [one for one in verdict.exams if company in companies(one)]
    opened(page, site)
    expect(page.locator(".pv-figures li").first).to_contain_text(f"{len(own)} examens")
    expect(page.locator(".md-tabs")).not_to_contain_text("Rapportages")
    row = page.locator(".pv-moves-table tr", has_text=number(exam))
    expect(row).to_contain_text("Eerste beoordelaar")
    row.get_by_role("link", name=number(exam)).click()
    heading(page, number(exam))
    card = page.get_by_role("region", name="Nu aan de beurt")
    expect(card).to_contain_text("Eerste beoordelaar")
    expect(card.locator(".pv-command").first).to_contain_text(
        command(exam, missing.verb)
    )
    expect(page.locator("main")).to_contain_text("Voorlopig is hier niets te zien.")
    expect(page.locator(".pv-ratings")).to_have_count(0)


def test_whoever_has_a_task_finds_it_under_my_tasks(
    page: Page, site_of: Sites, verdict: LedgerVerdict
) -> None:
    exam, missing = next(awaited(verdict, Part.FIRST_ASSESSOR))
    opened(page, site_of(INTERNAL))
    tab(page, "Mijn taken")
    page.get_by_role("link", name="Eerste beoordelaar").click()
    heading(page, "Taken: Eerste beoordelaar")
    row = page.locator("[data-table=must] tr", has_text=number(exam))
    expect(row.locator(".pv-ask")).to_have_text(command(exam, missing.verb))
    row.get_by_role("link", name=number(exam)).click()
    heading(page, number(exam))


def provisional(verdict: LedgerVerdict) -> ExamVerdict:
    """Return an exam whose assessors are done and whose result is not established."""
    return next(
        exam
        for exam in verdict.exams
        if exam.provisional
        and exam.current is not None
        and exam.current.step is StepId.RESULT
    )


def test_a_student_reads_that_the_result_is_provisional_and_no_judgement(
    page: Page, site_of: Sites, verdict: LedgerVerdict
) -> None:
    exam = provisional(verdict)
    student = text_of(exam, "student")
    site = site_of(Profile(audience=Audience.STUDENT, of=student))
    opened(page, site)
    expect(page.locator("main")).to_contain_text("Deze site toont alleen eigen examens")
    page.get_by_role("link", name=number(exam)).first.click()
    heading(page, number(exam))
    facts = page.locator(".pv-facts")
    expect(facts).to_contain_text("voorlopig")
    expect(facts).to_contain_text("nog niet vastgesteld")
    for outcome in (Outcome.PASSED, Outcome.NOT_PASSED):
        expect(page.locator(f".pv-outcome.is-{outcome}")).to_have_count(0)
    expect(page.locator(".pv-ratings")).to_have_count(0)
    facts.get_by_role("link").first.click()
    heading(page, "Student")
    expect(page.locator("main")).to_contain_text(number(exam))
    others = {number(one) for one in verdict.exams if number(one)}
    others -= {
        number(one) for one in verdict.exams if text_of(one, "student") == student
    }
    shown = page.locator("body").inner_text()
    assert not [one for one in others if one in shown]


def test_a_student_reads_an_established_result_with_both_judgements(
    page: Page, site_of: Sites, verdict: LedgerVerdict
) -> None:
    exam = next(
        one
        for one in verdict.exams
        if one.outcome is Outcome.PASSED
        and not one.provisional
        and one.state.document("consensus")
    )
    student = text_of(exam, "student")
    opened(page, site_of(Profile(audience=Audience.STUDENT, of=student)))
    page.goto(
        page.url.replace(
            "index.html", f"examens/{exam.state.group}/{exam.state.id}.html"
        )
    )
    expect(page.locator(".pv-facts .pv-outcome")).to_have_text("Behaald")
    expect(page.locator(".pv-facts")).not_to_contain_text("voorlopig")
    ratings = page.locator(".pv-ratings")
    expect(ratings.locator("thead")).to_contain_text("Eerste beoordelaar")
    items = record_at(exam.state.document("consensus"), "items")
    expect(ratings.locator("tbody tr")).to_have_count(len(items))


def test_a_committee_member_sees_what_is_clean_and_what_must_be_discussed(
    page: Page, site_of: Sites
) -> None:
    opened(page, site_of(Profile(audience=Audience.COMMITTEE)))
    tab(page, "Vandaag")
    heading(page, "Vergadering")
    for name in ("clean", "discuss", "no_quorum", "recused"):
        expect(page.locator(f"[data-figure={name}]")).to_be_visible()
    for name in ("clean", "discuss"):
        told = int(page.locator(f"[data-figure={name}]").inner_text())
        rows = page.locator(f"[data-table={name}] tbody tr")
        assert told > 0
        expect(rows).to_have_count(told)
    clean = page.locator("[data-table=clean] tbody tr")
    expect(clean.first).to_contain_text("hamerstuk")
    discuss = page.locator("[data-table=discuss] tbody tr").first
    expect(discuss.locator("td").nth(1)).not_to_have_text("–")
    for head in ("Besluit", "Bespreken", "Stemmen", "Doet niet mee"):
        expect(page.locator("[data-table=discuss] thead")).to_contain_text(head)
    discuss.get_by_role("link").first.click()
    expect(page.locator(".pv-kind")).to_have_text("Examen")
    expect(page.get_by_role("heading", name="Besluiten")).to_be_visible()


def test_an_inspector_checks_an_approval_without_believing_the_site(
    page: Page, site_of: Sites, verdict: LedgerVerdict, school: Path
) -> None:
    exam = next(one for one in verdict.exams if one.state.closed and one.outcome)
    opened(page, site_of(Profile(audience=Audience.INSPECTOR)))
    tab(page, "Verantwoording")
    root = page.locator(".pv-genuine dd", has_text="proeve-practice:").first
    anchor = root.inner_text()
    assert anchor == verdict.trust_root
    tab(page, "Examen zoeken")
    page.locator("input[name=q]").fill(number(exam))
    page.locator("#pv-rows a").first.click()
    heading(page, number(exam))
    approval = next(one for step in exam.steps for one in step.approvals)
    line = page.locator(".pv-ledger tr", has_text=approval.proof[:10]).first
    expect(line).to_contain_text(approval.person)
    expect(line).to_contain_text("alleen een commit")
    said = page.locator(".pv-genuine .pv-command").first.inner_text()
    words = said.removesuffix("…").split()
    assert words[:3] == ["proeve", "verify", "--rev"]
    assert words[3] == exam.state.commit
    ran = proeve(school, *words[1:], anchor)
    assert (ran.code, ran.err) == (0, "")
    assert words[3] in ran.out
