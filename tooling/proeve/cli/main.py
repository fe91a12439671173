"""The group of verbs, and the border at which every failure becomes one sentence.

Exit codes: 0 in order, 1 findings, 2 usage, 3 could not judge.
"""

import importlib
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import click

from proeve import __version__
from proeve.cli.output import Session, say_error
from proeve.cli.speech import speaking, translated
from proeve.errors import ProeveError, UsageError
from proeve.words.say import Language

_VERBS: Mapping[str, str] = {
    "lint": "lint",
    "verify": "verify",
    "status": "status",
    "next": "next",
    "today": "today",
    "log": "log",
    "suspects": "suspects",
    "reaffirm": "reaffirm",
    "void": "void",
    "cover": "cover",
    "word": "word",
    "land": "land",
    "init": "init",
    "people": "people",
    "names": "names",
    "group": "group",
    "prepare": "prepare",
    "committee": "committee",
    "company": "company",
    "instrument": "instrument",
    "plan": "plan",
    "policy": "policy",
    "dispense": "dispense",
    "notify": "notify",
    "schedule": "schedule",
    "calendar": "calendar",
    "evidence": "evidence",
    "explain": "explain",
    "explain-result": "result",
    "fill-in": "fill_in",
    "approve": "approve",
    "refuse": "refuse",
    "establish": "establish",
    "report-execution": "report_execution",
    "check-evidence": "check_evidence",
    "assess": "assess",
    "seal": "seal",
    "unseal": "unseal",
    "consensus": "consensus",
    "final-assessment": "final_assessment",
    "establish-result": "establish_result",
    "follow-up": "follow_up",
    "archive": "archive",
    "notice": "notice",
    "results": "results",
    "resit": "resit",
    "meeting": "meeting",
    "receiver": "receiver",
    "arrival": "timing",
    "stamp": "stamp",
    "completion": "completion",
    "practice": "practice",
    "site": "site",
    "report": "report",
    "demo": "demo",
    "hook": "hook",
}
"""Each verb and its module in `proeve.cli`; imported only when it is called."""

_LATER_TEXT = """
committee company group instrument plan policy prepare fill-in approve
refuse establish schedule report-execution evidence check-evidence assess seal unseal
consensus final-assessment establish-result notice follow-up archive return extend
substitute dispense pause withdraw annul revise record decide meeting notify receive
today next log report witness hook export
"""
_DECISIONS = (
    *("return", "extend", "substitute", "pause", "resume", "withdraw", "annul"),
    *("revise", "record", "decide"),
)
"""Verbs that take a decision; their commands follow from the schemas."""
_LATER = frozenset(_LATER_TEXT.split()) - set(_VERBS) - set(_DECISIONS)
"""Verbs that `status` already names and that this version does not have yet."""

_USAGE, _STOPPED, _INTERRUPTED = 2, 3, 130
_STDOUT = 1


class _SeenEnough(Exception):  # noqa: N818 - not an error: it ends the run
    """Whoever read the output closed it; click would make an exit code 1 of that."""


class _Verbs(click.Group):
    """Verbs whose modules load when they are called, so that `lint` starts at once."""

    language: Language = "en"

    def invoke(self, ctx: click.Context) -> object:
        """Call the verb."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _SeenEnough from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in their own order."""
        del ctx
        return [*_VERBS, *_DECISIONS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a verb."""
        del ctx
        found = _command(cmd_name)
        return translated(found, self.language) if found else None


def verb_names() -> tuple[str, ...]:
    """Return every verb of this version, in order, without loading any."""
    return (*_VERBS, *_DECISIONS)


def _command(verb: str) -> click.Command | None:
    """Return the command of a verb, in English."""
    if verb in _LATER:
        return _later(verb)
    if verb in _DECISIONS:
        return _speaking(_decision(verb))
    if verb not in _VERBS:
        return None
    module = importlib.import_module(f"proeve.cli.{_VERBS[verb]}")
    command = module.COMMAND
    return _speaking(command) if isinstance(command, click.Command) else None


def every_command() -> Iterator[click.Command]:
    """Yield every command as it stands in the code, the group of them all first."""
    yield proeve
    yield _later("")
    for verb in (*_VERBS, *_DECISIONS):
        found = _command(verb)
        if found is not None:
            yield found


def _decision(verb: str) -> click.Command:
    from proeve.cli import deciding  # noqa: PLC0415 - loads the schemas

    if verb in ("record", "decide"):
        return deciding.decision_group(verb)
    return deciding.decision_command(verb, deciding.DECISION_VERBS[verb])


def _later(verb: str) -> click.Command:
    """Return a command that says that its verb is not there yet."""

    def tell() -> None:
        raise UsageError(
            f"`proeve {verb}` is er in deze versie nog niet.",
            f"`proeve {verb}` is not in this version yet.",
        )

    settings = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(
        verb,
        callback=tell,
        context_settings=settings,
        add_help_option=False,
        help="Not in this version yet.",
    )


def _speaking(command: click.Command) -> click.Command:
    """Let `--lang` stand behind the verb as well as before it."""
    if isinstance(command, click.Group):
        for name in command.commands:
            _speaking(command.commands[name])
    elif all(param.name != "lang" for param in command.params):
        command.params.append(
            click.Option(
                ["--lang"],
                type=click.Choice(["nl", "en"]),
                default=None,
                expose_value=False,
                callback=_speak,
                help="The language of what is printed.",
            )
        )
    return command


def _speak(ctx: click.Context, param: click.Parameter, value: Language | None) -> None:
    del param
    if value is not None:
        ctx.obj = replace(ctx.obj, language=value)


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Work in this folder, as git does.",
)
@click.option(
    "--lang",
    type=click.Choice(["nl", "en"]),
    default=None,
    help="The language of what is printed; Dutch unless your system speaks English.",
)
@click.version_option(__version__, prog_name="proeve")
@click.pass_context
def proeve(ctx: click.Context, folder: Path, lang: Language | None) -> None:
    """Practical exams as a Git repository that proves itself."""
    ctx.obj = Session(folder=folder, language=lang or _language())


def _language() -> Language:
    return "en" if os.environ.get("LANG", "").startswith("en") else "nl"


def main(arguments: list[str] | None = None) -> int:
    """Run one verb and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        code = _run(given)
        sys.stdout.flush()
    except click.Abort:
        return _INTERRUPTED
    except (BrokenPipeError, _SeenEnough):
        # Python would complain of the closed pipe when it ends. Whoever left has not
        # seen the verdict, so this is no pass either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)
        return _STOPPED
    return code


def _run(given: list[str]) -> int:
    language = _asked(given)
    with speaking(language):
        return _ran(in_language(language), given)


def in_language(language: Language) -> click.Command:
    """Return the group of verbs, with help in the reader's language."""
    shown = translated(proeve, language)
    if isinstance(shown, _Verbs):
        shown.language = language
    return shown


def _ran(command: click.Command, given: list[str]) -> int:
    try:
        code = command.main(args=given, prog_name="proeve", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return _USAGE
    except ProeveError as error:
        say_error(error, _asked(given))
        return _USAGE if isinstance(error, UsageError) else _STOPPED
    except BrokenPipeError:
        raise
    except OSError as error:
        say_error(_disk(error), _asked(given))
        return _STOPPED
    return code if isinstance(code, int) else 0


def _disk(error: OSError) -> ProeveError:
    """Return what the machine refuses, such as to write on a disk that is full."""
    place = f": {error.filename}" if error.filename else ""
    what = f"{error.strerror or error}{place}"
    return ProeveError(
        f"Dit kon niet worden gelezen of geschreven: {what}. Is dat verholpen, geef "
        "dan dezelfde opdracht nog eens.",
        f"This could not be read or written: {what}. Once that is mended, give the "
        "same command again.",
    )


def _asked(given: list[str]) -> Language:
    """Return the language of the last `--lang`, wherever it stands."""
    words = [word for each in given for word in each.split("=", 1)]
    asked: Language = _language()
    for option, value in pairwise(words):
        if option == "--lang" and value in ("nl", "en"):
            asked = "nl" if value == "nl" else "en"
    return asked
