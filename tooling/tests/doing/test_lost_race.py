"""A race that was lost: redone on the new state, and asked again only if it differs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from proeve.cli import pushing
from proeve.cli.doing import Signing, carry_out
from proeve.cli.output import Session
from proeve.deeds.clone import Clone, open_clone
from proeve.deeds.offering import deed_of
from proeve.deeds.registry import role_of
from proeve.deeds.stating import Deed, document
from proeve.gather.history import judge_repository
from proeve.history.porcelain import git
from proeve.history.remotes import Pushed, push
from proeve.model.statement import REGISTRY
from tests.doing.ground import Ground, admin_of, group_file, retitled
from tests.judging.school import company

pytestmark = pytest.mark.slow

NEW = "c-0badcafe"


@dataclass(slots=True)
class Desk:
    """Somebody at a terminal who says yes, and how often they were asked."""

    ground: Ground
    key: Path
    asked: int = 0

    def signs(self, title: str, *, yes: bool = False) -> int:
        session = Session(folder=self.ground.folder, language="en")
        how = Signing(key=self.key, push=True, yes=yes)
        return carry_out(session, how, retitled(title))


@pytest.fixture
def desk(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> Desk:
    found = Desk(ground, ground.key(admin_of(open_clone(ground.folder))))

    def says_yes(*_: object, **__: object) -> bool:
        found.asked += 1
        return True

    monkeypatch.setattr(click, "confirm", says_yes)
    return found


@pytest.fixture
def meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[Ground], None]], None]:
    """Return what lets a colleague push something just before this desk does."""
    other = Ground(desk.ground.another("other"), desk.ground.server, desk.ground.keys)

    def first(does: Callable[[Ground], None]) -> None:
        def pushed(folder: Path) -> Pushed:
            monkeypatch.setattr(pushing, "push", push)
            does(other)
            return push(folder)

        monkeypatch.setattr(pushing, "push", pushed)

    return first


Meanwhile = Callable[[Callable[[Ground], None]], None]


def retitles(ground: Ground) -> None:
    key = ground.key(admin_of(open_clone(ground.folder)))
    session = Session(folder=ground.folder, language="en")
    how = Signing(key=key, yes=True, push=True)
    assert carry_out(session, how, retitled("The other's")) == 0


def knows_a_company(ground: Ground) -> None:
    """Change the registry, which is no part of a group's text."""
    clone = open_clone(ground.folder)
    path = f"companies/{NEW}.yml"
    papers = {path: document(REGISTRY, path, {**company(), "id": NEW})}

    def plan(now: Clone, who: str) -> Deed:
        return deed_of(who, role_of(now.state, who), papers)

    session = Session(folder=ground.folder, language="en")
    how = Signing(key=ground.key(admin_of(clone)), yes=True, push=True)
    assert carry_out(session, how, plan) == 0


def in_order(desk: Desk) -> None:
    ground = desk.ground
    assert ground.head() == ground.head(ground.server)
    assert judge_repository(ground.folder).findings == ()
    assert git(ground.folder, "status", "--porcelain") == ""


def test_the_very_same_text_is_redone_without_a_question(
    desk: Desk, meanwhile: Meanwhile, capsys: pytest.CaptureFixture[str]
) -> None:
    meanwhile(knows_a_company)
    assert desk.signs("Mine") == 0
    assert desk.asked == 1
    said = capsys.readouterr()
    assert "Somebody was first" in said.err
    assert "you sign the very same text" in said.err
    assert said.out.count("→ Mine") == 1
    in_order(desk)


def test_what_differs_on_the_new_state_is_shown_and_asked_again(
    desk: Desk, meanwhile: Meanwhile, capsys: pytest.CaptureFixture[str]
) -> None:
    meanwhile(retitles)
    assert desk.signs("Mine") == 0
    assert desk.asked == 2
    said = capsys.readouterr()
    assert "Name: The other's → Mine" in said.out
    assert "you sign the very same text" not in said.err
    in_order(desk)


def test_a_no_to_what_differs_leaves_the_other_s_deed_and_nothing_else(
    desk: Desk, meanwhile: Meanwhile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def yes_and_then_no(*_: object, **__: object) -> bool:
        desk.asked += 1
        if desk.asked > 1:
            raise click.Abort
        return True

    monkeypatch.setattr(click, "confirm", yes_and_then_no)
    meanwhile(retitles)
    with pytest.raises(click.Abort):
        desk.signs("Mine")
    assert "title: The other's" in group_file(desk.ground).read_text()
    in_order(desk)


def test_who_wants_no_questions_is_shown_what_differs_all_the_same(
    desk: Desk, meanwhile: Meanwhile, capsys: pytest.CaptureFixture[str]
) -> None:
    meanwhile(retitles)
    assert desk.signs("Mine", yes=True) == 0
    assert desk.asked == 0
    assert "Name: The other's → Mine" in capsys.readouterr().out
    in_order(desk)
