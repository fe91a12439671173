"""Making commits: what is lawful is kept, what is not leaves no trace."""

from datetime import date
from pathlib import Path

import pytest

from proeve.deeds.making import Ground, Maker, UnlawfulError
from proeve.deeds.practice.founding import School, cast_school, found
from proeve.deeds.practice.registry_papers import group as group_paper
from proeve.deeds.practice.seeds import Seed
from proeve.deeds.stating import Deed, document
from proeve.history import acts
from proeve.history.objects import ObjectKind, Objects
from proeve.history.porcelain import NO_COMMIT, init, move_branch
from proeve.history.write import LooseStore, object_id
from proeve.model.statement import REGISTRY
from proeve.process.vocabulary import Action, Role

AT = (1_790_000_000, "+0200")


class Kept:
    """A store that counts what it was given."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}

    def put(self, kind: ObjectKind, data: bytes) -> str:
        oid = object_id(kind, data)
        self.objects[oid] = data
        return oid


@pytest.fixture
def school() -> School:
    return cast_school(Seed("maken"), "nl", 1, 2026)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def maker(school: School, kept: Kept) -> Maker:
    keys = {each.id: each.signer for each in school.office.people()}
    made = Maker(kept, school.repo, keys)
    found(made, school, date(2026, 9, 1))
    return made


def renamed(school: School, title: str, actor: str, role: Role) -> Deed:
    group = school.groups[0]
    scope = f"groups/{group.id}"
    data = group_paper(group, "nl") | {"title": title}
    return Deed(
        scope=scope,
        actor=actor,
        role=role,
        action=Action.APPROVE,
        papers={"group.yml": document(scope, "group.yml", data)},
    )


def test_an_unlawful_deed_says_why_and_writes_nothing(
    maker: Maker, school: School, kept: Kept
) -> None:
    before, objects = maker.state, dict(kept.objects)
    teacher = school.office.teacher.id
    with pytest.raises(UnlawfulError) as caught:
        maker.make(renamed(school, "Anders", teacher, Role.TEACHER), AT)
    assert [finding.code for finding in caught.value.findings] == ["parts.not-yours"]
    assert maker.state == before
    assert kept.objects == objects


def test_a_maker_goes_on_after_an_unlawful_deed(maker: Maker, school: School) -> None:
    contact, teacher = school.groups[0].contact.id, school.office.teacher.id
    with pytest.raises(UnlawfulError):
        maker.make(renamed(school, "Mis", teacher, Role.TEACHER), AT)
    maker.make(renamed(school, "Goed", contact, Role.SCHOOL_CONTACT), AT)
    record = maker.state.groups[school.groups[0].id].record
    assert record is not None
    assert record["title"] == "Goed"


def test_the_sentence_names_scope_and_reason(maker: Maker, school: School) -> None:
    deed = Deed(
        scope=REGISTRY,
        actor=school.office.founders[0].id,
        role=Role.SUPER_ADMIN,
        action=Action.LAND,
    )
    with pytest.raises(UnlawfulError, match=r"registry.*rows\.empty") as caught:
        maker.make(deed, AT)
    assert "spelregels" in caught.value.nl


def test_a_word_becomes_an_act_signed_by_who_says_it(
    maker: Maker, school: School, kept: Kept
) -> None:
    contents = [
        data for data in kept.objects.values() if data.startswith(b"proeve-act")
    ]
    paths = [f"exams/registry/acts/{acts.file_name(data)}" for data in contents]
    read = [acts.read(*each, "-") for each in zip(paths, contents, strict=True)]
    owners = maker.state.registry.owners
    assert not [problem for act in read for problem in act.problems]
    for act in read:
        assert act.statement is not None
        assert owners[act.signature.key or ""] == act.statement.actor
    speakers = {act.statement.actor for act in read if act.statement}
    assert speakers == {school.office.founders[1].id, school.office.committee[0].id}


def test_a_later_maker_goes_on_from_a_repository(
    tmp_path: Path, school: School
) -> None:
    objects = init(tmp_path / "school", bare=True) / "objects"
    keys = {each.id: each.signer for each in school.office.people()}
    first = Maker(LooseStore(objects), school.repo, keys)
    found(first, school, date(2026, 9, 1))
    move_branch(tmp_path / "school", first.state.head, before=NO_COMMIT)
    opened = Objects.open(tmp_path / "school")
    raw = opened.raw(first.state.head, ObjectKind.COMMIT)
    tree = raw[len("tree ") :][:40].decode()
    ground = Ground(state=first.state, objects=opened, tree=tree)
    later = Maker(LooseStore(objects), school.repo, keys, ground)
    contact = school.groups[0].contact.id
    deed = renamed(school, "Later", contact, Role.SCHOOL_CONTACT)
    judgement = later.make(deed, AT)
    assert later.state.length == first.state.length + 1
    assert judgement.commit == later.state.head
