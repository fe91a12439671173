"""Sending what was done: whole, or undone here too; and what an interruption left."""

import click

from proeve.cli.output import FINDINGS, OK, Session
from proeve.deeds.clone import Clone
from proeve.history.remotes import (
    Answer,
    Pushed,
    catch_up,
    forget_unsent,
    push,
    unsent,
)
from proeve.history.worktree import Move, move

NOT_SENT = 3


def caught_up(session: Session) -> None:
    """Bring the clone to where the server is; first what was never sent goes out.

    Whoever was interrupted while sending does not know what became of it, and a second
    run of the same deed would find it done here already.
    """
    undone = catch_up(session.folder)
    left = unsent(session.folder)
    if left is not None and send(session, left) is None:
        undone = True
        catch_up(session.folder)
    if undone:
        click.echo(
            session.choose(
                "Wat je eerder deed, was nog niet verstuurd en iemand anders was "
                "eerder; het is hier teruggedraaid. Doe het opnieuw.",
                "What you did before was not sent yet, and somebody else was first; it "
                "was undone here. Do it again.",
            ),
            err=True,
        )


def send_off(session: Session, before: Clone, after: Clone) -> int | None:
    """Push a deed; None when somebody was first. One that is refused is undone here."""
    return send(session, Move(before.state.head, after.state.head))


def send(session: Session, step: Move) -> int | None:
    """Push what was noted, and undo it here when the server does not take it."""
    pushed = push(session.folder)
    if pushed.answer is Answer.TAKEN:
        forget_unsent(session.folder)
        return OK
    if pushed.answer is Answer.FAILED:
        _say_not_sent(session, pushed)
        return NOT_SENT
    move(session.folder, Move(step.after, step.before))
    forget_unsent(session.folder)
    if pushed.answer is Answer.RACED:
        return None
    click.echo(pushed.said.rstrip(), err=True)
    return FINDINGS


def _say_not_sent(session: Session, pushed: Pushed) -> None:
    click.echo(pushed.said.rstrip(), err=True)
    click.echo(
        session.choose(
            "Het ligt vast in deze kloon, maar is nog niet verstuurd. Dezelfde "
            "opdracht verstuurt het alsnog.",
            "It is committed in this clone, but was not sent yet. The same command "
            "sends it.",
        ),
        err=True,
    )
