"""`proeve evidence`: add pieces, hand them in, and see that all are still there."""

import secrets
import sys
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path

import click

from proeve.cli.doing import Signing, carry_out, deed_options, opened
from proeve.cli.looking import print_json
from proeve.cli.output import (
    FINDINGS,
    OK,
    Session,
    day,
    exit_code,
    moment,
    print_findings,
)
from proeve.deeds.clone import Clone
from proeve.deeds.erasing import Erasing, erase, erasing, pieces_named, unrecorded
from proeve.deeds.evidence import (
    Addition,
    Seen,
    Thing,
    days_late,
    evidence_added,
    evidence_submitted,
    handed_in,
    not_agreed,
    policy_of,
    required,
    warnings,
)
from proeve.deeds.evidence_checking import Kept, check_kept, inside, kept_files
from proeve.deeds.evidence_files import taken
from proeve.deeds.exams import exam_named
from proeve.errors import UsageError
from proeve.model.exam import ExamState
from proeve.model.findings import Finding
from proeve.model.records import text_at
from proeve.report.findings import clean
from proeve.report.listings import evidence_output
from proeve.stores.media.stripping import may_show_people
from proeve.stores.opening import open_store
from proeve.stores.piece import Piece
from proeve.stores.store import Store

_FILE = click.Path(path_type=Path)


@click.group(name="evidence")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Add evidence to an exam, hand it in, and check that all of it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the command line says of the evidence that is added."""

    files: tuple[Path, ...]
    people: str | None
    addition: Addition


@COMMAND.command(name="add")
@click.argument("exam")
@click.argument("files", nargs=-1, type=_FILE)
@click.option("--for", "wanted", default="", help="The required piece: E1, E2.")
@click.option("--criteria", default="", help="What it shows: W1-C1,W1-C2.")
@click.option("--people", type=click.Choice(["yes", "no"]), help="Somebody is in it.")
@click.option("--title", default="", help="What can be seen; never a file's name.")
@click.option("--instead", default="", help="The item whose place it takes: e2.")
@click.option("--seen-by", multiple=True, help="Who saw it on site (p-...).")
@click.option("--seen-at", default="", help="When: 2027-01-15T10:00:00+01:00.")
@click.option("--seen-place", type=click.Choice(["company", "school"]))
@click.option("--kept-at", default="", help="Where a thing lies that is evidence.")
@click.option("--dispose-after", default="", help="The day after which it may go.")
@deed_options
@click.pass_obj
def add(  # noqa: PLR0913 - one option each
    session: Session,
    *,
    exam: str,
    files: tuple[Path, ...],
    wanted: str,
    criteria: str,
    people: str | None,
    title: str,
    instead: str,
    seen_by: tuple[str, ...],
    seen_at: str,
    seen_place: str | None,
    kept_at: str,
    dispose_after: str,
    how: Signing,
) -> int:
    """Add FILES to the evidence of EXAM, or what was seen, or where a thing lies."""
    seen = Seen(by=seen_by, at=seen_at, place=seen_place or "") if seen_by else None
    thing = Thing(place=kept_at, dispose_after=dispose_after) if kept_at else None
    if sum(map(bool, (files, seen, thing))) != 1:
        raise UsageError(
            "Noem bestanden, of wie het zag (--seen-by), of waar het ligt (--kept-at): "
            "één van de drie.",
            "Name files, or who saw it (--seen-by), or where it lies (--kept-at): one "
            "of the three.",
        )
    if seen and not (seen.at and seen.place):
        raise UsageError(
            "Zeg bij --seen-by ook wanneer en waar: --seen-at en --seen-place.",
            "With --seen-by, say when and where as well: --seen-at and --seen-place.",
        )
    addition = Addition(
        wanted=wanted,
        what=seen or thing or (),
        criteria=tuple(each for each in criteria.split(",") if each),
        title=title,
        instead=instead,
    )
    asked = _Asked(files=files, people=people, addition=addition)
    with tempfile.TemporaryDirectory(prefix="proeve-") as room:
        return _add(session, how, exam, asked, Path(room))


def _add(session: Session, how: Signing, exam: str, asked: _Asked, room: Path) -> int:
    clone = opened(session, how)
    found = exam_named(clone.state, exam)
    wanted = asked.addition.wanted or _wanted(session, found, how)
    files = taken(clone, asked.files, room)
    banned = (not_agreed(found, wanted, each) for each in files.pieces)
    refused = (*files.refused, *(each for each in banned if each))
    if refused:
        print_findings(refused, "text", session.language)
        return FINDINGS
    with redirect_stdout(sys.stderr if how.as_json else sys.stdout):
        print_findings(warnings(files.pieces), "text", session.language)
    people = _people(session, files.pieces, asked.people, how)
    addition = replace(asked.addition, wanted=wanted, people=people)
    if asked.files:
        addition = replace(addition, what=files.pieces)

    def keep() -> None:
        store = _store(session, clone, found)
        for piece in files.pieces:
            piece.put(store)

    return carry_out(
        session,
        how,
        lambda now, person: evidence_added(
            now, person, found.scope, addition, how.worn
        ),
        clone=clone,
        first=keep,
    )


@COMMAND.command(name="submit")
@click.argument("exam")
@deed_options
@click.pass_obj
def submit(session: Session, *, exam: str, how: Signing) -> int:
    """Hand in the evidence of EXAM as it is listed; after this it does not change."""
    clone = opened(session, how)
    found = exam_named(clone.state, exam)
    faults = _checked(session, clone, kept_files(found))
    print_findings(faults, "text", session.language)
    if exit_code(faults):
        return FINDINGS
    _say_deadline(session, clone, found)
    code = carry_out(
        session,
        how,
        lambda now, person: evidence_submitted(now, person, found.scope, how.worn),
        clone=clone,
    )
    if code == OK:
        _say_receipt(session, opened(session), found.scope)
    return code


@COMMAND.command(name="verify")
@click.argument("exam", default="")
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "jsonl", "github"]),
    default="text",
    help="How findings are printed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def verify(
    session: Session,
    exam: str,
    style: str,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Hash all evidence again, of EXAM or of every exam; name what is not as it was."""
    clone = opened(session)
    exams = (exam_named(clone.state, exam),) if exam else tuple(clone.state.exams())
    kept = [each for found in exams for each in kept_files(found)]
    faults = _checked(session, clone, kept)
    if as_json:
        print_json(evidence_output(len(kept), faults, session.language))
        return exit_code(faults)
    print_findings(faults, style, session.language)
    if style == "text":
        click.echo(_summary(session, kept, faults))
    return exit_code(faults)


@COMMAND.command(name="erase")
@click.argument("exam")
@click.argument("pieces", nargs=-1, required=True)
@click.option("--because", required=True, help="Why, without a name.")
@click.option("--on", default=None, help="The day of it; today if not given.")
@deed_options
@click.pass_obj
def erase_(  # noqa: PLR0913, PLR0917 - one option each
    session: Session,
    exam: str,
    pieces: tuple[str, ...],
    because: str,
    on: str | None,
    how: Signing,
) -> int:
    """Erase PIECES (e1, e2) of the evidence of EXAM; that it was done stays."""
    clone = opened(session, how)
    found = exam_named(clone.state, exam)
    named = pieces_named(found, pieces)
    # A store that is away must be known before anybody signs that something is gone.
    store = _store(session, clone, found)
    for each in named:
        store.has(each.name)
    code = OK
    if unrecorded(named):
        what = Erasing(
            exam=exam, names=pieces, on=day(on), reason=because, worn=how.worn
        )
        code = carry_out(session, how, erasing(what), clone=clone)
    if code == OK:
        _erase(session, opened(session), found, pieces, how)
        click.echo(
            session.spoken(
                "Erased is what the list names now. A file that another took the place "
                "of earlier lies in the store still, until the dossier is destroyed."
            ),
            err=True,
        )
    return code


def _erase(
    session: Session,
    clone: Clone,
    exam: ExamState,
    names: Sequence[str],
    how: Signing,
) -> None:
    """Take the bytes away, as is on record now, and say what became of each piece."""
    now = exam_named(clone.state, exam.scope)
    named = pieces_named(now, names)
    stayed = erase(clone, named, _store(session, clone, now))
    for each in named:
        name = text_at(each.item, "id")
        told = (
            session.spoken(
                "{name}: the same file is still evidence elsewhere", name=name
            )
            if each in stayed
            else session.spoken("{name}: erased", name=name)
        )
        click.echo(told, err=how.as_json)


def _checked(session: Session, clone: Clone, kept: Sequence[Kept]) -> list[Finding]:
    """Hash what is kept again, with a bar on a terminal, since films take a while."""
    store: list[Store] = []

    def outside() -> Store:
        if not store:
            store.append(_store(session, clone, kept[0].exam))
        return store[0]

    faults: list[Finding] = []
    label = session.choose("Bewijs nalopen", "Checking evidence")
    hidden = not sys.stderr.isatty()
    with click.progressbar(kept, label=label, file=sys.stderr, hidden=hidden) as bar:
        for each in bar:
            faults += check_kept(clone, each, outside)
    return faults


def _store(session: Session, clone: Clone, exam: ExamState) -> Store:
    draft = secrets.token_hex(8)
    return open_store(policy_of(clone), session.folder, inside(clone, exam), draft)


def _summary(session: Session, kept: Sequence[Kept], faults: Sequence[Finding]) -> str:
    here = sum(each.in_repo for each in kept)
    return session.choose(
        f"{len(kept)} bestanden nagelopen, {here} in Git en {len(kept) - here} in de "
        f"opslag; {len(faults)} opmerkingen.",
        f"{len(kept)} files checked, {here} in Git and {len(kept) - here} in the "
        f"store; {len(faults)} remarks.",
    )


def _wanted(session: Session, exam: ExamState, how: Signing) -> str:
    """Return for which required piece the evidence is; ask when there are more."""
    asked = required(exam)
    if len(asked) == 1 or not asked:
        return next(iter(asked), "")
    if how.yes:
        raise UsageError(
            f"Zeg met --for waarvoor dit bewijs is: {', '.join(asked)}.",
            f"Say with --for what this evidence is for: {', '.join(asked)}.",
        )
    for wanted, item in asked.items():
        click.echo(clean(f"{wanted}  {text_at(item, 'title')}"), err=how.as_json)
    question = session.choose("Voor welk bewijsstuk?", "For which required piece?")
    chosen: str = click.prompt(question, type=click.Choice(list(asked)), err=True)
    return chosen


def _people(
    session: Session, pieces: Sequence[Piece], said: str | None, how: Signing
) -> dict[str, bool]:
    """Return of each file whether somebody is recognisable in it; nobody guesses."""
    found: dict[str, bool] = {}
    for piece in pieces:
        if not may_show_people(piece.kind):
            continue
        if said is None and how.yes:
            raise UsageError(
                "Zeg met --people of er iemand herkenbaar in beeld is: yes of no.",
                "Say with --people whether somebody is recognisable: yes or no.",
            )
        question = session.choose(
            f"Is er iemand herkenbaar in {clean(piece.file.name)}?",
            f"Is somebody recognisable in {clean(piece.file.name)}?",
        )
        found[piece.name] = (
            said == "yes" if said else click.confirm(question, default=None, err=True)
        )
    return found


def _say_deadline(session: Session, clone: Clone, exam: ExamState) -> None:
    """Say that the time is over, before anybody signs; it keeps nobody from it."""
    days = days_late(clone, exam, moment(None))
    if days:
        click.echo(
            session.choose(
                f"Let op: de termijn is {days} dagen voorbij. Het bewijs telt als te "
                "laat, en de commissie besluit erover.",
                f"Note: the time was over {days} days ago. The evidence counts as "
                "late, and the committee decides about it.",
            ),
            err=True,
        )


def _say_receipt(session: Session, clone: Clone, exam: str) -> None:
    """Say who can tell when it came in: a date in a commit is not believed."""
    found = handed_in(exam_named(clone.state, exam))
    if found is None:
        return
    name = found.scope.removeprefix("groups/")
    until = found.deadline or "-"
    click.echo(
        session.choose(
            f"Ingeleverd; de termijn is {until}. Nu telt nog alleen de datum van uzelf."
            f"\nVraag een ontvangstbewijs: proeve receiver receipt {name}"
            f"\nof een tijdstempel: proeve stamp {name}",
            f"Handed in; the deadline is {until}. Only your own date says when, so far."
            f"\nAsk for a receipt: proeve receiver receipt {name}"
            f"\nor for a time stamp: proeve stamp {name}",
        ),
        err=True,
    )
