"""What the office keeps: committees, companies, instruments, plans, policy."""

from pathlib import Path

import pytest

from proeve.deeds.keeping_names import open_names
from proeve.process.vocabulary import Role
from proeve.sealing import opening_key
from tests.cli.running import TOP, Ran
from tests.groups.schools import Desk, stands

pytestmark = pytest.mark.slow
COMMITTEE = "ec-praktijk-1"
INSTRUMENT = TOP / "exams/registry/instruments/ei2-pvb1-b1-k1/1.yml"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def by_two(desk: Desk, *words: str | Path, first: str, second: str) -> Ran:
    """Change what takes two: one offers it, another approves, the first makes it."""
    before = desk.head()
    offered = desk.runs(*words, by=first)
    assert (offered.code, "registry.second-missing" in offered.out) == (1, True)
    assert desk.head() == before
    (offer,) = Path().glob("*.offer.json")
    assert desk.runs("people", "sign", offer, by=second).code == 0
    (act,) = Path().glob("*.act")
    made = desk.runs("people", "apply", offer, "--act", act, by=first)
    offer.unlink()
    act.unlink()
    return made


def supers(desk: Desk) -> tuple[str, str]:
    first, second = desk.people[Role.SUPER_ADMIN]
    return first, second


def test_a_committee_is_made_by_two(desk: Desk) -> None:
    chair, member, *_ = desk.people[Role.EXAM_COMMITTEE]
    out = desk.folder / "opening.txt"
    shown = desk.runs("committee", "opening-key", out)
    assert opening_key(out.read_text().strip()) == shown.out.strip()
    assert out.stat().st_mode & 0o777 == 0o600
    made = by_two(
        desk,
        *("committee", "new", "ec-2", "--title", "Commissie 2"),
        *("--programme", "25331", "--from", "2026-08-01"),
        *(
            "--member",
            f"{chair}:chair,mandated",
            "--member",
            f"{member}:member,teacher",
        ),
        *("--opening-key", shown.out.strip()),
        first=desk.one(Role.ADMIN),
        second=chair,
    )
    assert made.code == 0, made.out
    (found,) = (c for c in desk.verdict.registry.committees.values() if c.id == "ec-2")
    assert [each.capacity for each in found.members] == ["chair", "member"]
    assert desk.runs("verify").code == 0


def test_seats_mandates_and_quorum_change_by_two(desk: Desk) -> None:
    admin, chair = desk.one(Role.ADMIN), desk.people[Role.EXAM_COMMITTEE][0]
    other = desk.people[Role.EXAM_COMMITTEE][1]
    for words in (
        ("quorum", COMMITTEE, "1", "2", "2"),
        ("unseat", COMMITTEE, other, "--until", "2027-01-01"),
        ("mandate", COMMITTEE, chair, "--for", "establish", "--from", "2026-09-01",
         "--until", "2027-08-31"),
        ("seat", COMMITTEE, f"{admin}:member", "--from", "2027-01-01"),
    ):  # fmt: skip
        made = by_two(desk, "committee", *words, first=admin, second=chair)
        assert made.code == 0, made.out
    registry = desk.verdict.registry
    assert registry.committees[COMMITTEE].quorum["result"] == 2
    assert admin in {each.person for each in registry.committees[COMMITTEE].members}
    listed_ = desk.runs("committee", "list")
    assert f"{admin}  member  votes" in listed_.out


def test_a_company_comes_in_and_its_name_stays_out(desk: Desk) -> None:
    ran = desk.runs(
        *("company", "add", "Café Bedacht", "--id", "c-9", "--place", "Proefstad"),
        *("--checked", "2026-11-01", "--directory", desk.table),
        by=desk.one(Role.ADMIN),
    )
    assert ran.code == 0, ran.err
    assert open_names(desk.table, ()).directory.name("c-9") == "Café Bedacht"
    assert "Bedacht" not in desk.git("log", "-p", "-1")
    changed = desk.runs(
        *("company", "change", "c-9", "--status", "lapsed", "--checked", "2027-01-01"),
        by=desk.one(Role.ADMIN),
    )
    assert changed.code == 0, changed.out
    shown = desk.runs("company", "list", "--directory", desk.table)
    assert "c-9  Café Bedacht  Proefstad  lapsed  2027-01-01" in shown.lines


def test_an_instrument_is_added_and_established(desk: Desk) -> None:
    text = INSTRUMENT.read_text(encoding="utf-8").replace(
        "version: 1\n", "version: 9\n"
    )
    file = desk.file(text.encode(), "instrument.yml")
    admin, chair = desk.one(Role.ADMIN), desk.people[Role.EXAM_COMMITTEE][0]
    added = desk.runs("instrument", "add", file, by=admin)
    assert added.code == 0, added.out + added.err
    assert "ei2-pvb1-b1-k1/9  not established" in desk.runs("instrument", "list").out
    made = by_two(
        desk,
        *("instrument", "establish", "ei2-pvb1-b1-k1/9", "--committee", COMMITTEE),
        *("--by", chair, "--origin", "own_validated", "--reference", "Verslag 9"),
        *("--on", "2026-09-15"),
        first=admin,
        second=chair,
    )
    assert made.code == 0, made.out
    assert desk.verdict.registry.instruments["ei2-pvb1-b1-k1", 9].established


def test_a_plan_is_made_from_instruments_and_from_a_file(desk: Desk) -> None:
    admin = desk.one(Role.ADMIN)
    words = ("plan", "new", "25331", "2026", "--instrument", "ei2-pvb1-b1-k1")
    assert desk.runs(*words, by=admin).code == 0
    plan = desk.school / "exams/registry/plans/25331-2026.yml"
    text = plan.read_text(encoding="utf-8").replace(
        "combination: all", "combination: best"
    )
    file = desk.file(text.encode(), "plan.yml")
    assert desk.runs("plan", "set", file, by=admin).code == 0
    assert "combination: best" in plan.read_text(encoding="utf-8")
    assert desk.runs("verify").code == 0


def test_policy_changes_by_two_super_administrators(desk: Desk) -> None:
    first, second = supers(desk)
    made = by_two(desk, "policy", "set", "quorum.result=2", first=first, second=second)
    assert made.code == 0, made.out
    assert desk.verdict.registry.policy.quorum["result"] == 2
    assert "result: 2" in desk.runs("policy", "show").out


def test_a_standing_dispensation_takes_the_committee(desk: Desk) -> None:
    chair = desk.people[Role.EXAM_COMMITTEE][0]
    company = next(iter(desk.verdict.registry.companies))
    before = len(desk.verdict.registry.dispensations)
    made = by_two(
        desk,
        *("dispense", "supervisor_assesses", "--committee", COMMITTEE, "--by", chair),
        *("--on", "2026-11-01", "--company", company, "--until", "2027-07-31"),
        *("--reason", "Eenmanszaak."),
        first=desk.one(Role.ADMIN),
        second=chair,
    )
    assert made.code == 0, made.out
    assert len(desk.verdict.registry.dispensations) == before + 1


SINCE, ENDS = ("--from", "2026-01-01"), ("--until", "2027-01-01")
ADD = ("company", "add", "--id", "c-9", "--checked", "2026-11-01")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("committee", "quorum", "ec-x", "1", "1", "1"), "ec-x is not"),
        (("committee", "seat", COMMITTEE, "p-1", *SINCE), "no member"),
        (
            ("committee", "seat", COMMITTEE, "p-00000000:chair", *SINCE),
            "p-00000000 is not",
        ),
        (("committee", "unseat", COMMITTEE, "p-1", *ENDS), "not in ec"),
        (
            ("committee", "mandate", COMMITTEE, "p-1", "--for", "result", "--from",
             "2026-01-01", "--until", "2027-01-01"),
            "not in ec",
        ),
        (("company", "change", "c-x", "--place", "Oost"), "c-x is not"),
        (("company", "change", "c-101", "--status", "lapsed"), "together"),
        (("company", "add", "Naam", "--checked", "2026-11-01"), "--directory"),
        (("instrument", "add", "absent.yml"), "cannot be read"),
        (
            ("instrument", "establish", "x/1", "--committee", COMMITTEE, "--by", "p-1",
             "--origin", "own_validated", "--reference", "x", "--on", "2026-01-01"),
            "There is no instrument x/1",
        ),
        (("plan", "new", "25331", "2026", "--instrument", "x"), "No version of"),
        (("policy", "set", "quorum"), "name=value"),
        (("policy", "set", "levels.x=1"), "no levels.x in the policy"),
        (("policy", "set", "levels=standard"), "nothing changes"),
        (
            ("dispense", "expertise", "--committee", COMMITTEE, "--by", "p-1", "--on",
             "2026-01-01", "--reason", "x"),
            "--exam or with --company",
        ),
        (
            ("dispense", "expertise", "--committee", COMMITTEE, "--by", "p-1", "--on",
             "2026-01-01", "--reason", "x", "--company", "c-101"),
            "--until",
        ),
        (
            ("dispense", "expertise", "--committee", COMMITTEE, "--by", "p-1", "--on",
             "2026-01-01", "--reason", "x", "--exam", "g/26-0001-b"),
            "There is no exam",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_said_in_one_sentence(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    before = desk.head()
    ran = desk.runs(*words, by=supers(desk)[0])
    assert ran.code == 2, ran.out
    assert said in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    stands(before, desk)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (ADD, "registry.not-an-admin"),
        (("policy", "set", "quorum.result=2"), "registry.super-admin-only"),
        (("policy", "set", "quorum.result=99"), "schema."),
    ],
)
def test_who_may_not_or_writes_nonsense_changes_nothing(
    desk: Desk, words: tuple[str, ...], code: str
) -> None:
    before = desk.head()
    by = desk.one(Role.TEACHER) if "99" not in words[-1] else supers(desk)[0]
    ran = desk.runs(*words, by=by)
    assert (ran.code, code in ran.out) == (1, True), ran.out
    stands(before, desk, [Path("registry-2.offer.json")])
