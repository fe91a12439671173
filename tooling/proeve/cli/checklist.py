"""The checklist of an assignment, asked item by item before a committee agrees."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

import click

from proeve.cli.output import Session
from proeve.deeds.clone import Clone
from proeve.deeds.exams import exam_named
from proeve.deeds.meeting.outcomes import CHECKS, Wish
from proeve.deeds.meeting.tabled import Vote
from proeve.errors import UsageError
from proeve.process.vocabulary import RowId
from proeve.reading.fields import field_at
from proeve.report.findings import clean
from proeve.sight.meeting import Item


def checked(
    session: Session,
    clone: Clone,
    agenda: Sequence[Item],
    wishes: Mapping[str, Wish],
    *,
    met: bool,
) -> dict[str, Wish]:
    """Return the wishes with each list answered; what is not met is left for later.

    With `met` the committee went through the lists by itself, and all was in order.
    """
    first = {item.scope: item for item in reversed(agenda)}
    found: dict[str, Wish] = {}
    for scope, wish in wishes.items():
        if not _asks(clone, first[scope], wish):
            found[scope] = wish
            continue
        checks = dict.fromkeys(CHECKS, True) if met else _asked(session, scope)
        if all(checks.values()):
            found[scope] = replace(wish, checks=checks)
        else:
            name = scope.removeprefix("groups/")
            click.echo(
                session.spoken(
                    "{exam} is not agreed on: send it back, or leave it for later.",
                    exam=name,
                )
            )
    return found


def _asks(clone: Clone, item: Item, wish: Wish) -> bool:
    """Tell whether the committee answers the list; another member may have already."""
    establishes = item.what is RowId.ESTABLISH and wish.vote is Vote.AGREED
    exam = exam_named(clone.state, item.scope)
    return establishes and not exam.row(RowId.ESTABLISH).approvals


def _asked(session: Session, scope: str) -> dict[str, bool]:
    name = scope.removeprefix("groups/")
    if not sys.stdin.isatty():
        raise UsageError(
            f"{name}: de controlelijst is niet beantwoord. Doe dat aan de terminal, of "
            "zeg met --checked dat alles in orde is.",
            f"{name}: the checklist was not answered. Do so at the terminal, or say "
            "with --checked that all of it is in order.",
        )
    click.echo(clean(name))
    answers: dict[str, bool] = {}
    for key in CHECKS:
        field = field_at("establishment", ("checklist", key))
        question = field.says(session.language) if field else key
        answers[key] = click.confirm(f"  {question}", default=None)
    return answers
