"""Which code writes to a school: one way for all verbs, and few beside it, each named.

The sweeps that kill a command at each of its writes do so for one command of each way,
and at a few writes for some others. That is honest as long as there are no other ways.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from proeve.cli.main import every_command

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[2] / "proeve"

WAYS: Mapping[str, frozenset[str]] = {
    # The branch moves in one place.
    "proeve.history.porcelain.move_branch": frozenset(
        {"history/worktree.py", "deeds/practice/school.py"}
    ),
    "proeve.history.worktree.move": frozenset(
        {
            "deeds/clone.py",  # all deeds
            "deeds/covering.py",
            "deeds/founding.py",
            "deeds/practice/trouble.py",  # a school that is made to be in trouble
            "history/remotes.py",  # what others pushed
            "cli/pushing.py",  # what the server refused is undone
        }
    ),
    # Commits are made here.
    "proeve.history.write.LooseStore": frozenset(
        {
            "deeds/clone.py",
            "deeds/covering.py",
            "deeds/founding.py",
            "deeds/practice/trouble.py",
        }
    ),
    "proeve.deeds.clone.do_all": frozenset(
        {"cli/doing.py", "deeds/practice/others.py"}
    ),
    "proeve.deeds.clone.do": frozenset({"deeds/practice/trouble.py"}),
    "proeve.deeds.covering.cover": frozenset({"cli/cover.py"}),
    "proeve.deeds.founding.make_genesis": frozenset({"cli/init.py"}),
}
"""What moves a branch or makes a commit, and every module that may call it."""

NOT_CARRIED_OUT = {
    "assess": "keeps a draft outside the school, and commits nothing",
    "cover": "a commit of its own, killed in test_cover",
    "parcel": "writes an act file beside the school, and commits nothing",
    "paper": "writes an act file beside the school, and commits nothing",
}
"""Commands with the options of a deed that are not carried out as deeds are."""


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{each.name}" for each in node.names)


@pytest.mark.parametrize("name", WAYS)
def test_nothing_else_moves_a_branch_or_makes_a_commit(name: str) -> None:
    found = {
        str(file.relative_to(TOP))
        for file in TOP.rglob("*.py")
        if name in set(imported(file))
    }
    assert found == WAYS[name]


def leaves(command: click.Command) -> Iterator[click.Command]:
    if isinstance(command, click.Group) and getattr(command, "commands", None):
        for each in command.commands.values():
            yield from leaves(each)
    else:
        yield command


def test_every_command_that_sends_a_deed_is_carried_out_by_the_same_code() -> None:
    sending = [
        each
        for command in every_command()
        for each in leaves(command)
        if any(param.name == "sends" for param in each.params)
    ]
    assert len(sending) > 40
    for command in sending:
        callback = command.callback
        while callback is not None and hasattr(callback, "__wrapped__"):
            callback = callback.__wrapped__
        assert callback is not None
        file = TOP.parent / Path(*callback.__module__.split("."))
        used = set(imported(file.with_suffix(".py")))
        roads = {
            "proeve.cli.doing.carry_out",
            "proeve.cli.registering.register",
            "proeve.cli.forms.running.run_form",
            "proeve.cli.healing.heal",
        }
        assert used & roads or command.name in NOT_CARRIED_OUT, command.name
