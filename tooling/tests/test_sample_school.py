import hashlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from stdnum.iso7064 import mod_37_36

from proeve.history.enrolment import check_keys
from proeve.model.commitment import commitment
from proeve.model.digest import content_digest, scope_digest
from proeve.model.document import Data, Document
from proeve.model.history import FileFact
from proeve.model.records import (
    Record,
    number_at,
    record_at,
    records_at,
    text_at,
    texts_at,
    value_at,
)
from proeve.process.vocabulary import Part
from proeve.reading.documents import read
from proeve.reading.lint import lint_files
from proeve.rules.pass_rule import Stop, agreed, evaluate, instrument_of, scope_of

ROOT = Path(__file__).parents[2]
EXAMS = ROOT / "exams"
DOSSIERS = sorted(path.parent for path in EXAMS.glob("groups/*/*/exam.yml"))
PARTS = {part.removesuffix("_assessor"): part for part in Part if "assessor" in part}

EI2, LAS3, MT4 = "groups/ei2-2026-a", "groups/las3-2026-a", "groups/mt4-2025-a"

CASES: tuple[tuple[int, str, tuple[str, ...], Data], ...] = (
    # 1 two core tasks with a rule of their own; 3 a mark out of ten
    (1, f"{MT4}/26-0062-m/result.yml", ("core_tasks", "B1-K1"), "V"),
    (1, f"{MT4}/26-0062-m/result.yml", ("core_tasks", "P1-K1"), 7),
    # 2 points per seam with a knock-out on the leak test
    (2, f"{LAS3}/26-0051-s/consensus.yml", ("items", "W2-N1", "agreed"), 8),
    (2, f"{LAS3}/26-0051-s/consensus.yml", ("items", "W3-C1", "agreed"), 0),
    (2, f"{LAS3}/26-0051-s/result.yml", ("outcome",), "not_passed"),
    (3, f"{MT4}/26-0062-m/consensus.yml", ("items", "P1-W2-C2", "agreed"), 8),
    # 4 assessors, place and period of their own per form
    (
        4,
        f"{MT4}/26-0062-m/assignment.yml",
        ("schedule", "forms", "1", "by"),
        ["second"],
    ),
    (
        4,
        f"{MT4}/26-0062-m/assignment.yml",
        ("schedule", "forms", "1", "place"),
        "school",
    ),
    (4, f"{EI2}/26-0041-w/assignment.yml", ("schedule", "forms", "0", "by"), ["first"]),
    # 5 resit of the last work process, the others carried over
    (5, f"{EI2}/26-0047-k/exam.yml", ("units",), ["B1-K1-W4"]),
    (5, f"{EI2}/26-0047-k/exam.yml", ("carried_over", "2", "unit"), "B1-K1-W3"),
    (5, f"{EI2}/26-0047-k/result.yml", ("outcome",), "passed"),
    # 6 a unit under exemption
    (6, f"{EI2}/26-0046-m/exam.yml", ("exempted", "0", "unit"), "B1-K1-W1"),
    (6, f"{EI2}/26-0046-m/decisions/1-exemption.yml", ("unit",), "B1-K1-W1"),
    # 7 an elective with a result of its own; 8 a portfolio without an assignment
    (7, f"{MT4}/26-0063-k/result.yml", ("core_tasks", "K0262"), "V"),
    (8, f"{MT4}/26-0063-k/exam.yml", ("type",), "portfolio"),
    # 9 criteria that one of the two assessors judges
    (9, f"{MT4}/26-0062-m/consensus.yml", ("items", "B1-W1-C1", "second"), None),
    (9, f"{MT4}/26-0062-m/consensus.yml", ("items", "P1-W1-C1", "first"), None),
    # 10 what the company cannot offer, agreed beforehand
    (10, f"{EI2}/26-0041-w/assignment.yml", ("deviations", "0", "unit"), "B1-K1-W2"),
    # 11 a third assessor after a dispute
    (11, f"{EI2}/26-0043-s/decisions/1-dispute.yml", ("way",), "third_assessor"),
    (11, f"{EI2}/26-0043-s/forms/third.yml", ("part",), "third"),
    # 12 stopped for safety
    (12, f"{EI2}/26-0044-q/decisions/1-stop.yml", ("criterion",), "W3-C1"),
    (12, f"{EI2}/26-0044-q/final-assessment.yml", ("stop",), 1),
    # 13 withdrawn, and archived all the same
    (13, f"{LAS3}/26-0052-q/decisions/1-withdrawal.yml", ("cause",), "student_left"),
    (13, f"{LAS3}/26-0052-q/archive.yml", ("outcome",), "withdrawn"),
    # 14 the committee sent the result back to the assessors
    (14, f"{LAS3}/26-0051-s/decisions/1-return.yml", ("to",), "consensus"),
    # 15 establishment fell because the assignment changed
    (15, f"{EI2}/26-0049-g/decisions/1-return.yml", ("to",), "acquire"),
    (15, f"{EI2}/26-0049-g/decisions/1-return.yml", ("row",), "establish"),
)
"""The fifteen cases of DOMAIN 6.3: number, file, way to a value, value."""


@cache
def document(path: str) -> Document:
    found = read(f"exams/{path}", (EXAMS / path).read_bytes())
    assert isinstance(found, Document), found
    return found


def data(path: str | Path) -> Record:
    file = EXAMS / path
    return document(str(file.relative_to(EXAMS))).data if file.exists() else {}


def every(pattern: str) -> list[Record]:
    return [data(path) for path in sorted(EXAMS.glob(pattern))]


def facts(dossier: Path) -> dict[str, FileFact]:
    return {
        str(path.relative_to(dossier)): FileFact(
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            size=path.stat().st_size,
            oid="",
        )
        for path in dossier.rglob("*")
        if path.is_file()
    }


def scope(dossier: Path) -> str:
    return str(dossier.relative_to(EXAMS))


def texts(value: object) -> Iterator[str]:
    """Every text in a value, keys included."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(key)
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def pinned(value: object) -> Iterator[Record]:
    """Every instrument that a document names with its digest."""
    if isinstance(value, dict):
        if {"code", "version", "digest"} <= set(value):
            yield value
        for inner in value.values():
            yield from pinned(inner)


def at(record: Record, pointer: tuple[str, ...]) -> object:
    value: object = record
    for key in pointer:
        if isinstance(value, list):
            value = value[int(key)]
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return value


def expected_criteria(exam: Record, part: Part) -> set[str]:
    code = text_at(exam, "instrument", "code")
    instrument = instrument_of(data(f"registry/instruments/{code}/1.yml"))
    covered = scope_of(exam).criteria(instrument)
    return {
        criterion.id
        for criterion in instrument.criteria
        if criterion.id in covered and criterion.is_for(part)
    }


each_dossier = pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda path: path.name)


def test_every_file_reads_without_a_finding() -> None:
    assert list(lint_files([EXAMS], ROOT, workers=1)) == []


def test_the_sample_is_as_large_as_promised() -> None:
    assert text_at(data("registry/school.yml"), "environment") == "sample"
    assert len(every("registry/companies/*.yml")) >= 4
    assert len([p for p in every("registry/people/*/*.yml") if p["keys"]]) >= 14
    assert len(every("groups/*/group.yml")) >= 2
    assert len(every("registry/instruments/*/1.establishment.yml")) == 4
    assert len(DOSSIERS) >= 10


def test_a_sample_has_no_history_and_so_no_acts() -> None:
    assert not list(EXAMS.rglob("*.act"))


def test_every_modeline_leads_to_the_schema_of_its_kind() -> None:
    for path in sorted(EXAMS.rglob("*.yml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, path
        kind = document(str(path.relative_to(EXAMS))).kind
        schema = ROOT / "schemas" / f"{kind.name}.schema.json"
        assert (path.parent / found[1]).resolve() == schema


def test_every_key_is_proved_as_a_practice_key() -> None:
    repo = text_at(data("registry/root.yml"), "repo")
    for person in every("registry/people/*/*.yml"):
        known = text_at(person, "id")
        assert not list(check_keys(person, known, repo=repo, environment="sample"))


def test_a_live_school_refuses_every_key_of_the_sample() -> None:
    repo = text_at(data("registry/root.yml"), "repo")
    for person in every("registry/people/*/*.yml"):
        refused = list(check_keys(person, "", repo=repo, environment="live"))
        assert [finding.code for finding in refused] == ["registry.practice-key"]


def test_no_key_belongs_to_two_people() -> None:
    keys = [
        text_at(key, "key")
        for person in every("registry/people/*/*.yml")
        for key in records_at(person, "keys")
    ]
    assert len(keys) == len(set(keys))


def test_everybody_who_is_named_is_in_the_registry() -> None:
    known = {text_at(person, "id") for person in every("registry/people/*/*.yml")}
    for path in sorted(EXAMS.rglob("*.yml")):
        named = {
            text for text in texts(data(path)) if re.fullmatch("p-[0-9a-f]{8}", text)
        }
        assert named <= known, path


def test_every_company_and_committee_that_is_named_is_in_the_registry() -> None:
    for name in ("companies", "committees"):
        known = {path.stem for path in EXAMS.glob(f"registry/{name}/*.yml")}
        field = "company" if name == "companies" else "committee"
        for path in sorted(EXAMS.rglob("*.yml")):
            listed = records_at(data(path), "companies")
            named = {text_at(each, field) for each in (data(path), *listed)} - {""}
            assert named <= known, path


def test_every_instrument_is_pinned_by_the_digest_of_its_file() -> None:
    for path in sorted(EXAMS.rglob("*.yml")):
        for each in pinned(data(path)):
            file = f"registry/instruments/{each['code']}/{each['version']}.yml"
            assert each["digest"] == content_digest((EXAMS / file).read_bytes()), path


@each_dossier
def test_an_exam_has_the_number_of_its_folder_with_its_check_character(
    dossier: Path,
) -> None:
    number = text_at(data(dossier / "exam.yml"), "number")
    assert number == dossier.name
    assert mod_37_36.is_valid(number.replace("-", "").upper())


@each_dossier
def test_student_and_contact_are_those_of_the_group(dossier: Path) -> None:
    exam, group = data(dossier / "exam.yml"), data(dossier.parent / "group.yml")
    assert text_at(exam, "student") in texts_at(group, "students")
    assert text_at(exam, "school_contact") in texts_at(group, "school_contacts")


@each_dossier
def test_a_decision_has_the_number_and_kind_of_its_file(dossier: Path) -> None:
    files = sorted(dossier.glob("decisions/*.yml"))
    for place, path in enumerate(files, start=1):
        found = data(path)
        assert path.stem == f"{found['number']}-{found['kind']}"
        assert found["number"] == place


@each_dossier
def test_evidence_answers_what_was_asked(dossier: Path) -> None:
    asked = records_at(data(dossier / "assignment.yml"), "required_evidence")
    items = records_at(data(dossier / "evidence.yml"), "items")
    given = [text_at(item, "for") for item in items]
    assert set(given) <= {text_at(one, "id") for one in asked}
    for one in asked:
        least = max(1, number_at(one, "minimum"))
        if items and one["required"]:
            assert given.count(text_at(one, "id")) >= least


@each_dossier
def test_a_seal_binds_the_form_that_was_opened(dossier: Path) -> None:
    repo = text_at(data("registry/root.yml"), "repo")
    for path in sorted(dossier.glob("forms/*.seal.yml")):
        seal = data(path)
        form = path.with_name(f"{seal['part']}.yml")
        assert path.name == f"{seal['part']}.seal.yml"
        if form.exists():
            assert text_at(seal, "assessor") == text_at(data(form), "assessor")
            assert text_at(seal, "commitment") == commitment(
                repo,
                scope(dossier),
                text_at(seal, "part"),
                text_at(seal, "assessor"),
                hashlib.sha256(form.read_bytes()).hexdigest(),
            )


@each_dossier
def test_a_form_rates_exactly_the_criteria_of_its_assessor(dossier: Path) -> None:
    exam = data(dossier / "exam.yml")
    for stem, part in PARTS.items():
        form = data(dossier / f"forms/{stem}.yml")
        if form:
            assert set(record_at(form, "ratings")) == expected_criteria(exam, part)


@each_dossier
def test_the_consensus_repeats_the_forms_and_gives_reasons(dossier: Path) -> None:
    items = record_at(data(dossier / "consensus.yml"), "items")
    forms = {stem: data(dossier / f"forms/{stem}.yml") for stem in PARTS}
    for criterion in items:
        item = record_at(items, criterion)
        apart = {
            stem: value_at(form, "ratings", criterion, "rating")
            for stem, form in forms.items()
            if criterion in record_at(form, "ratings")
        }
        assert {stem: item.get(stem) for stem in PARTS if stem in item} == apart
        if set(apart.values()) != {item["agreed"]}:
            assert text_at(item, "reason"), criterion
    if items:
        rated = set().union(*(record_at(form, "ratings") for form in forms.values()))
        assert set(items) == rated


@each_dossier
def test_the_result_is_what_the_pass_rule_computes(dossier: Path) -> None:
    exam, final = data(dossier / "exam.yml"), data(dossier / "final-assessment.yml")
    if not final:
        return
    code = text_at(exam, "instrument", "code")
    instrument = instrument_of(data(f"registry/instruments/{code}/1.yml"))
    stop = Stop(decision=str(final["stop"])) if "stop" in final else None
    ratings = agreed(record_at(data(dossier / "consensus.yml"), "items"))
    derived = evaluate(instrument, ratings, scope=scope_of(exam), stop=stop)
    tasks = {line.unit: line.rating for line in derived.exam.below}
    result = data(dossier / "result.yml")
    for filed in (final, result) if result else (final,):
        assert text_at(filed, "computed") == derived.outcome
        assert stop or record_at(filed, "core_tasks") == tasks


@each_dossier
def test_the_archive_names_every_file_with_its_digest(dossier: Path) -> None:
    archive = data(dossier / "archive.yml")
    if archive:
        files = {
            path: f"sha256:{fact.sha256}"
            for path, fact in facts(dossier).items()
            if path != "archive.yml"
        }
        assert record_at(archive, "files") == files


@each_dossier
def test_a_resit_names_the_earlier_exam_as_it_stands(dossier: Path) -> None:
    exam = data(dossier / "exam.yml")
    if "resit_of" in exam:
        earlier = EXAMS / "groups" / text_at(exam, "resit_of", "exam")
        subject = scope_digest(scope(earlier), facts(earlier))
        assert text_at(exam, "resit_of", "subject") == subject
        assert number_at(exam, "attempt") > 1


@pytest.mark.parametrize(("case", "path", "pointer", "value"), CASES)
def test_the_cases_of_the_field_are_there(
    case: int, path: str, pointer: tuple[str, ...], value: Data
) -> None:
    assert at(data(path), pointer) == value, case


def test_no_case_of_the_fifteen_is_missing() -> None:
    assert {case for case, *_ in CASES} == set(range(1, 16))
