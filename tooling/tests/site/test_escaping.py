"""Nothing that stands in an exam can become part of a page's own text."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from proeve.model.document import Data
from proeve.model.exam import FieldChange
from proeve.model.findings import Finding, Location
from proeve.model.registry import Declaration, Person, Registry
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.process.decisions import DecisionKind
from proeve.site.edition import edition_of
from proeve.site.pages import pages
from proeve.site.stamping import Slot, Slots
from proeve.words.say import Language
from tests.site import verdicts
from tests.site.reading_html import see, spoken

pytestmark = pytest.mark.slow

ATTACK = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover='alert(3)"
    " {{ 7777 * 7777 }} {% raw %} **vet** [klik](javascript:alert(4)) </article></body>"
    " {nl} %s {0} &lt;u&gt; slot0123456789abcdef0123456789abcdef01234567"
)
OWN_SCRIPTS = {"zoeken-gegevens.js", "../assets/finder.js"}
LANGUAGES: tuple[Language, ...] = ("nl", "en")


def poisoned(value: Data) -> Data:
    """Return the data with each text in it replaced by the attack."""
    if isinstance(value, str):
        return ATTACK
    if isinstance(value, list):
        return [poisoned(each) for each in value]
    if isinstance(value, dict):
        return {key: poisoned(each) for key, each in value.items()}
    return value


def attacked_exam(number: int) -> ExamVerdict:
    exam = verdicts.decided(verdicts.exam_at(number), DecisionKind.REFUSAL, ATTACK)
    documents = {
        path: {key: poisoned(value) for key, value in record.items()}
        for path, record in exam.state.documents.items()
    }
    change = FieldChange(
        file="assignment.yml", field=(ATTACK,), was=ATTACK[:150], now=ATTACK
    )
    events = tuple(replace(one, changed=(change,)) for one in exam.state.events)
    state = replace(exam.state, documents=documents, process=ATTACK, events=events)
    finding = Finding(
        code="attack.unknown", where=Location(ATTACK), args={"key": ATTACK}
    )
    if exam.current is not None:
        missing = tuple(
            replace(each, people=(ATTACK,), refused=ATTACK)
            for each in exam.current.missing
        )
        step = replace(exam.current, missing=missing, deadline=ATTACK)
        exam = verdicts.with_step(exam, step)
    return replace(exam, state=state, findings=(finding,))


def attacked() -> LedgerVerdict:
    """Return a school in which every text is an attack."""
    verdict = verdicts.verdict(
        attacked_exam(8),
        attacked_exam(13),
        environment=ATTACK,
        name=ATTACK,
        findings=(Finding(code=ATTACK, where=Location(ATTACK), args={"file": ATTACK}),),
    )
    records = {
        group: {
            "title": ATTACK,
            "crebo": ATTACK,
            "cohort": ATTACK,
            "students": [ATTACK, "p-0bad0bad"],
        }
        for group in verdict.groups
    }
    return replace(
        verdict,
        group_records=records,
        head=ATTACK,
        trust_root=ATTACK,
        registry=attacked_registry(verdict.registry),
    )


def attacked_registry(registry: Registry) -> Registry:
    """Return a registry in which plans, companies and people are attacks."""
    plan: dict[str, Data] = {
        "core_tasks": [
            {
                "code": ATTACK,
                "title": ATTACK,
                "combination": ATTACK,
                "through": [{"instrument": ATTACK, "units": [ATTACK]}],
            }
        ]
    }
    company: dict[str, Data] = {
        "kind": ATTACK,
        "place": ATTACK,
        "recognition": {"status": ATTACK, "checked_at": ATTACK},
    }
    declared = Declaration(crebo=(ATTACK,), start=ATTACK, until=ATTACK)
    person = Person(
        id=ATTACK, side="company", company="c-1", keys=(), declarations=(declared,)
    )
    return replace(
        registry,
        plans={f"{ATTACK}-{ATTACK}": plan},
        companies={"c-1": company, ATTACK: company},
        people={ATTACK: person},
    )


def bodies(language: Language) -> Iterator[str]:
    names = {verdicts.person(hat): ATTACK for hat in verdicts.PEOPLE}
    names |= {"vonk-techniek": ATTACK, "c-1": ATTACK, "p-0bad0bad": ATTACK}
    for page in pages(attacked(), language, names):
        yield page.above + page.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_becomes_a_tag(language: Language) -> None:
    for body in bodies(language):
        seen = see(body)
        assert not {"img", "u"} & set(seen.tags)
        assert seen.tags.count("script") == len(seen.loads)
        assert {*seen.loads} <= OWN_SCRIPTS
        assert "</article>" not in body


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_becomes_an_attribute(language: Language) -> None:
    for body in bodies(language):
        assert "' onmouseover" not in body
        assert not any("javascript:" in link for link in see(body).links)


def test_a_text_that_is_no_id_leads_to_no_page() -> None:
    paths = {page.path for page in pages(attacked(), "nl")}
    assert "leerbedrijven/c-1" in paths
    assert "studenten/p-0bad0bad" in paths
    own = [path for path in paths if path.startswith(("studenten/", "leerbedrijven/"))]
    assert sorted(own) == [
        "leerbedrijven/c-1",
        "leerbedrijven/index",
        "studenten/p-0bad0bad",
    ]


def test_what_attacks_are_in_shows_as_text() -> None:
    shown = {page.path: spoken(page.body) for page in pages(attacked(), "nl")}
    for path in ("leerbedrijven/c-1", "studenten/p-0bad0bad"):
        assert shown[path].count("<script>alert(1)</script>") >= 3, path
    exam = shown["examens/emi-2026-a/pvb-0001"]
    assert "<script>alert(1)</script>" in exam[exam.index("Wat is er veranderd?") :]


def test_no_text_is_run_as_a_template() -> None:
    said = " ".join(spoken(body) for body in bodies("nl"))
    assert "{{ 7777 * 7777 }}" in said
    assert "60481729" not in said


def test_a_placeholder_in_a_value_stays_text() -> None:
    assert any("{nl} %s {0}" in spoken(body) for body in bodies("nl"))


def test_text_that_looks_like_markdown_stays_as_it_is() -> None:
    assert any("**vet** [klik](javascript:alert(4))" in b for b in bodies("nl"))


def test_a_template_that_misses_a_value_fails_loudly() -> None:
    edition = edition_of(verdicts.school(), "nl")
    with pytest.raises(Exception, match="view"):
        edition.render("exam", "../../")


def test_slots_of_two_builds_differ() -> None:
    assert Slots("one").mark(Slot.BODY) != Slots("two").mark(Slot.BODY)
