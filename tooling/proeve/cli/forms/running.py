"""A verb with a form, from the first question to the signed commit."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path

import click

from proeve.cli.doing import Signing, carry_out, opened
from proeve.cli.forms.asking import asked, say
from proeve.cli.forms.drafts import Draft, draft_of
from proeve.cli.forms.editing import (
    Check,
    FaultyFormError,
    again,
    edited,
    from_file,
)
from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, OK, Session, moment, print_findings, today
from proeve.deeds.clone import Clone, rehearse
from proeve.deeds.exams import exam_named
from proeve.deeds.forms.filling import Filling
from proeve.deeds.forms.form import Guided
from proeve.deeds.forms.questions import Guide
from proeve.deeds.making import UnlawfulError
from proeve.deeds.turns import Work, folder_name
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.model.findings import Finding

_FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a form is filled in: in the terminal, an editor, or a file already."""

    file: Path | None = None
    editor: bool = False


_OPTIONS = (
    click.option("--from", "file", type=_FILE, default=None, help="A filled-in YAML."),
    click.option("--editor", is_flag=True, help="Fill it in in your editor."),
)


def form_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of every form; the command gets them together, as `source`."""

    @wraps(command)
    def told(*args: object, file: Path | None, editor: bool, **others: object) -> int:
        return command(*args, source=Source(file=file, editor=editor), **others)

    for option in reversed(_OPTIONS):
        told = option(told)
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Somebody at work on one form: the clone as looked at, who, and what for."""

    session: Session
    clone: Clone
    person: str
    work: Work


def desk_of(session: Session, how: Signing, exam: str) -> Desk:
    """Return the desk of whoever signs here."""
    clone = opened(session, how)
    person = clone.hand(pen_of(how.key, session.folder)).person
    work = Work(exam=exam, today=today(), worn=how.worn)
    return Desk(session=session, clone=clone, person=person, work=work)


def run_form(
    session: Session, how: Signing, source: Source, exam: str, form: Guided
) -> int:
    """Fill in a form and do its deed; return the exit code."""
    desk = desk_of(session, how, exam)
    guide = form.guide(desk.clone, desk.person, desk.work, session.language)
    draft = draft_of(desk.clone, _scope(desk.clone, exam), guide.kind, desk.person)

    def check(data: dict[str, Data]) -> tuple[Finding, ...]:
        return _unlawful(desk, how, form, data)

    data = filled(session, guide, source, draft, check)
    if data is None:
        return FINDINGS
    work = desk.work
    code = carry_out(
        session,
        how,
        lambda clone, person: form.deed(clone, person, work, data),
        clone=desk.clone,
    )
    if code == OK:
        draft.forget()
    return code


def _scope(clone: Clone, exam: str) -> str:
    """Return the folder under which drafts are kept; a new exam has only its name."""
    try:
        return exam_named(clone.state, exam).scope
    except UsageError:
        return f"groups/{folder_name(exam)}"


def _unlawful(
    desk: Desk, how: Signing, form: Guided, data: dict[str, Data]
) -> tuple[Finding, ...]:
    """Return what the judge would say of a document, before anybody signs."""
    hand = desk.clone.hand(pen_of(how.key, desk.session.folder))
    try:
        rehearse(
            desk.clone,
            [lambda clone, person: form.deed(clone, person, desk.work, data)],
            hand,
            (moment(None), "+0000"),
        )
    except UnlawfulError as error:
        return tuple(_nowhere(each) for each in error.findings)
    return ()


def _nowhere(finding: Finding) -> Finding:
    """Return a finding without the commit, which was rehearsed and is nowhere."""
    return replace(finding, where=replace(finding.where, commit=None))


def filled(
    session: Session, guide: Guide, source: Source, draft: Draft, check: Check
) -> dict[str, Data] | None:
    """Return the document as filled in; None when nobody mends its findings."""
    try:
        if source.file is not None:
            return from_file(session, guide, source.file, check)
        for line in guide.shown:
            say(line)
        if source.editor:
            return edited(session, guide, draft, check)
        return _in_terminal(session, guide, draft, check)
    except FaultyFormError:
        return None


def _in_terminal(
    session: Session, guide: Guide, draft: Draft, check: Check
) -> dict[str, Data]:
    filling = _resumed(session, guide, draft)
    while True:
        data = asked(session, filling, draft)
        draft.save(filling.answers, data)
        findings = check(data)
        if not findings:
            return data
        print_findings(findings, "text", session.language)
        again(session)
        # What is wrong in a place is asked again; what is wrong elsewhere cannot be.
        moved = [filling.again(finding.where.pointer) for finding in findings]
        if not any(moved):
            raise FaultyFormError


def _resumed(session: Session, guide: Guide, draft: Draft) -> Filling:
    """Return the form where its author left it; a whole one is offered once more."""
    answers, before = draft.load()
    if before is not None:
        return Filling(replace(guide, draft=before))
    if answers:
        say(
            session.choose(
                f"Verder met je concept: {len(answers)} antwoorden.",
                f"Going on with your draft: {len(answers)} answers.",
            )
        )
    return Filling(guide, answers)
