"""`proeve hook`: a server that refuses what is not lawful."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

import click

from proeve.cli import places
from proeve.cli.output import FINDINGS, OK, Session
from proeve.deeds.hooking import install_hook
from proeve.errors import ProeveError, RepositoryError, UsageError
from proeve.gather.hook_setting import HookSetting, read_setting
from proeve.gather.push import Push, Update, judge_push
from proeve.history.repository import OID
from proeve.model.findings import Finding
from proeve.report.findings import ordered, text_lines
from proeve.words.say import Language

_STOPPED = 3
_MOST_BYTES = 64 * 1024
_FIELDS = 3
_MOST_SHOWN = 50
_SECONDS = 600
_PREFIX = ("tmp_objdir-", "incoming-")


@click.group(name="hook")
def COMMAND() -> None:  # noqa: N802 - the name that main looks for
    """Let a bare repository refuse every push that is not lawful."""


@COMMAND.command(name="install")
@click.argument(
    "bare",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    required=False,
)
@click.option("--trust-root", required=True, help="The anchor that you have on paper.")
@click.option("--practice", is_flag=True, help="Guard a practice school.")
@click.pass_obj
def install(
    session: Session,
    bare: Path | None,
    trust_root: str,
    practice: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Put the hook in BARE, a bare repository on this machine."""
    setting = HookSetting(trust_root=trust_root.strip(), language=session.language)
    folder = session.folder / bare if bare else session.folder
    hook = install_hook(folder, setting, sys.executable, practice=practice)
    click.echo(
        session.choose(
            f"Geplaatst: {hook}. Wat niet geldig is, komt er niet meer in.",
            f"Installed: {hook}. What is not lawful no longer gets in.",
        )
    )
    return OK


@COMMAND.command(name="run", hidden=True)
@click.argument("bare", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def run(session: Session, bare: Path) -> int:
    """Judge the push that Git describes on standard input (Git calls this)."""
    spoken = replace(session, language=_asked(os.environ) or session.language)
    try:
        with _in_time():
            return _run(spoken, bare)
    except ProeveError as error:
        _tell([f"proeve: {spoken.choose(error.nl, error.en)}"])
    except Exception as error:  # noqa: BLE001 - whatever goes wrong, nothing lands
        kind = type(error).__name__
        _tell(
            [
                spoken.choose(
                    f"proeve: dit was niet te beoordelen ({kind}); er is niets "
                    "aangenomen.",
                    f"proeve: this could not be judged ({kind}); nothing was taken.",
                )
            ]
        )
    return _STOPPED


def _run(session: Session, bare: Path) -> int:
    setting = read_setting(bare)
    spoken = replace(session, language=_asked(os.environ) or setting.language)
    try:
        push = Push(
            bare=bare,
            updates=tuple(_updates(sys.stdin.buffer.read(_MOST_BYTES + 1))),
            quarantine=_quarantine(bare, os.environ),
            trust_root=setting.trust_root,
            memory=places.memory(),
        )
        findings = judge_push(push)
    except ProeveError as error:
        _tell([f"proeve: {spoken.choose(error.nl, error.en)}"])
        return _STOPPED
    _tell(_said(spoken, setting, findings))
    return FINDINGS if findings else OK


def _said(
    session: Session, setting: HookSetting, findings: tuple[Finding, ...]
) -> Iterator[str]:
    if setting.is_practice:
        yield session.choose("OEFENSCHOOL: bewijst niets.", "PRACTICE: proves nothing.")
    if not findings:
        return
    listed = ordered(findings)
    for finding in listed[:_MOST_SHOWN]:
        yield from text_lines(finding, session.language)
    if len(listed) > _MOST_SHOWN:
        more = len(listed) - _MOST_SHOWN
        yield session.choose(f"En nog {more}.", f"And {more} more.")
    yield session.choose(
        "Niet aangenomen: er is niets veranderd.", "Refused: nothing has changed."
    )


def _tell(lines: Iterable[str]) -> None:
    """Print to the pusher; one who hangs up does not change what is decided."""
    try:
        for line in lines:
            click.echo(line, err=True)
        sys.stderr.flush()
    except OSError:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stderr.fileno())


def _updates(raw: bytes) -> Iterator[Update]:
    """Yield the lines `old new ref` that Git gives; raise for anything else."""
    if not raw.endswith(b"\n") or len(raw) > _MOST_BYTES:
        raise _unheard()
    for line in raw.decode("utf-8", "replace").splitlines():
        fields = line.split(" ", _FIELDS - 1)
        if len(fields) != _FIELDS or not all(OID.fullmatch(oid) for oid in fields[:2]):
            raise _unheard()
        yield Update(ref=fields[2], old=fields[0], new=fields[1])


def _quarantine(bare: Path, environment: Mapping[str, str]) -> Path | None:
    """Return where Git keeps the push apart; a push of deletions alone has none."""
    given = environment.get("GIT_QUARANTINE_PATH")
    if given is None:
        return None
    folder = (bare / environment.get("GIT_OBJECT_DIRECTORY", given)).resolve()
    inside = folder.parent == (bare / "objects").resolve()
    if not inside or not folder.name.startswith(_PREFIX):
        raise RepositoryError(
            "De plaats waar deze push wacht, ligt niet in deze repository.",
            "The place where this push waits does not lie in this repository.",
        )
    return folder


def _asked(environment: Mapping[str, str]) -> Language | None:
    """Return the language that the pusher asks for with `git push -o lang=en`."""
    count = environment.get("GIT_PUSH_OPTION_COUNT", "0")
    asked: Language | None = None
    for number in range(min(int(count), 16) if count.isdecimal() else 0):
        option = environment.get(f"GIT_PUSH_OPTION_{number}")
        if option == "lang=nl":
            asked = "nl"
        elif option == "lang=en":
            asked = "en"
    return asked


@contextmanager
def _in_time() -> Iterator[None]:
    """Raise when judging takes so long that a server would be held up by it."""

    def too_long(_number: int, _frame: FrameType | None) -> None:
        raise RepositoryError(
            f"Het beoordelen duurde langer dan {_SECONDS} seconden; er is niets "
            "aangenomen.",
            f"Judging took longer than {_SECONDS} seconds; nothing was taken.",
        )

    before = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _unheard() -> UsageError:
    return UsageError(
        "Dit is geen push zoals Git die aan een hook meldt.",
        "This is no push as Git tells a hook of one.",
    )
