"""The verbs that decide: one command for each kind, with the fields of its schema.

The options, their help and their choices are those of the schema, so that a kind of
decision is described in one place. What is asked for and not given is asked.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

import click

from proeve.cli.doing import Signing, carry_out, deed_options
from proeve.cli.output import Session, day
from proeve.deeds.deciding import Deciding, deciding
from proeve.errors import UsageError
from proeve.model.document import Data
from proeve.process.decisions import RETURNS, DecisionKind
from proeve.process.vocabulary import Part, RowId, StepId
from proeve.reading.fields import Form, Shape, form_of
from proeve.words.say import Language

DECISION_VERBS: Mapping[str, DecisionKind] = {
    "return": DecisionKind.RETURN,
    "extend": DecisionKind.EXTENSION,
    "substitute": DecisionKind.SUBSTITUTION,
    "pause": DecisionKind.PAUSE,
    "resume": DecisionKind.RESUME,
    "withdraw": DecisionKind.WITHDRAWAL,
    "annul": DecisionKind.ANNULMENT,
    "revise": DecisionKind.REVISION,
}
"""Decisions that have a verb of their own; every one can be taken with `decide`."""

_RECORDED = (
    DecisionKind.IRREGULARITY,
    DecisionKind.EXEMPTION,
    DecisionKind.REQUEST,
    DecisionKind.COMPLAINT,
    DecisionKind.RECONSIDERATION,
    DecisionKind.APPEAL,
)
_OURS = frozenset(
    {"schema", "number", "kind", "row", "by", "decided_on", "committee", "present"}
    | {"erased"}
)
"""Fields that the tool fills in, or that have an option on every decision.

What was erased is filled in by `evidence erase`.
"""
_VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "step": tuple(step.value for step in StepId),
    "part": tuple(part.value for part in Part),
    "to": tuple(row.value for row in RETURNS),
}
"""What schemas leave to the process rules; a substitute is a person, and no row."""


class _Told(click.Option):
    """An option whose help is the schema's, in the reader's language."""

    def __init__(self, form: Form, *names: str, **settings: object) -> None:
        super().__init__(names, **settings)  # type: ignore[arg-type]
        self._form = form

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return names and help."""
        found = super().get_help_record(ctx)
        return None if found is None else (found[0], self._form.says(_spoken(ctx)))


class _Decision(click.Command):
    """A command whose help is the schema's, in the reader's language."""

    said: Form

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the line in the list of verbs."""
        del limit
        return self.said.titled(_spoken(click.get_current_context()))

    def format_help_text(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write what the decision does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.said.says(_spoken(ctx)))


def decision_group(name: str) -> click.Group:
    """Return `decide` with every kind of decision, or `record` with those that tell."""
    kinds = _RECORDED if name == "record" else tuple(DecisionKind)
    group = click.Group(name, help="Take a decision on an exam, with its reason.")
    for kind in kinds:
        group.add_command(decision_command(kind.value, kind))
    return group


Taking = Callable[[Session, Signing, Deciding, Mapping[str, object]], int]
"""What a verb does once its decision is known, with all that was given to it."""


def _taken(
    session: Session, how: Signing, what: Deciding, given: Mapping[str, object]
) -> int:
    del given
    return carry_out(session, how, deciding(what))


def decision_command(
    name: str,
    kind: DecisionKind,
    take: Taking = _taken,
    more: Sequence[click.Parameter] = (),
) -> click.Command:
    """Return the command that takes one kind of decision, with `more` options."""
    form = form_of(f"decision-{kind}")
    own = {key: each for key, each in form.fields.items() if key not in _OURS}

    @deed_options
    @click.pass_obj
    def run(session: Session, /, *, how: Signing, **given: object) -> int:
        what = Deciding(
            kind=kind,
            exam=str(given["exam"]),
            fields=dict(_answers(session, own, given)),
            on=day(_text(given["decided_on"])),
            present=_people(given["present"]),
            worn=how.worn,
            row=RowId(str(given["row"])) if given["row"] else None,
        )
        return take(session, how, what, given)

    command = _Decision(name, callback=run)
    command.said = form
    extra = getattr(run, "__click_params__", [])
    command.params = [
        click.Argument(["exam"]),
        *(_option(kind, key, each) for key, each in own.items()),
        click.Option(
            ["--row"],
            type=click.Choice([each.value for each in RowId]),
            help="The row that it is about, if it does not follow.",
        ),
        click.Option(
            ["--present"], multiple=True, help="A committee member who was there."
        ),
        click.Option(
            ["--decided-on"], help="The day of the decision; today if not given."
        ),
        *more,
        *reversed(extra),
    ]
    return command


def _option(kind: DecisionKind, key: str, form: Form) -> click.Option:
    known = {} if kind is DecisionKind.SUBSTITUTION and key == "to" else _VOCABULARY
    name = key.replace("_", "-")
    settings: dict[str, object] = {"default": None}
    if form.shape is Shape.YES_NO:
        return _Told(form, f"--{name}/--no-{name}", f"{key}_", **settings)
    if form.shape in (Shape.LIST, Shape.MAP):
        settings = {"multiple": True}
    elif form.choices or key in known:
        settings["type"] = click.Choice(form.choices or known[key])
    elif form.shape is Shape.WHOLE:
        settings["type"] = int
    return _Told(form, f"--{name}", f"{key}_", **settings)


def _answers(
    session: Session, own: Mapping[str, Form], given: Mapping[str, object]
) -> Iterator[tuple[str, Data]]:
    for key, form in own.items():
        value = _data(form, given[f"{key}_"])
        if value is None and form.required:
            value = _asked(session, key, form)
        if value is not None:
            yield key, value


def _data(form: Form, value: object) -> Data | None:
    """Return what was given as a document has it; None for nothing."""
    if isinstance(value, tuple):
        texts = [str(each) for each in value]
        if form.shape is Shape.MAP:
            pairs = (each.partition("=") for each in texts)
            return {name: _number(text) for name, _, text in pairs} or None
        return [*texts] or None
    if isinstance(value, bool | int | str):
        return value
    return None


def _number(text: str) -> Data:
    return int(text) if text.isdecimal() else text


def _asked(session: Session, key: str, form: Form) -> Data:
    """Ask for what is needed; where nobody sits at a terminal, say what is missing."""
    name = key.replace("_", "-")
    if not sys.stdin.isatty():
        title = form.titled(session.language)
        raise UsageError(
            f"Er ontbreekt iets: {form.titled('nl')} (--{name}).",
            f"Something is missing: {title} (--{name}).",
        )
    click.echo(form.says(session.language))
    kind = click.Choice(form.choices) if form.choices else None
    answer = click.prompt(form.titled(session.language), type=kind)
    return _data(form, (answer,) if form.shape in (Shape.LIST, Shape.MAP) else answer)


def _people(given: object) -> tuple[str, ...]:
    return tuple(map(str, given)) if isinstance(given, tuple) else ()


def _text(given: object) -> str | None:
    return None if given is None else str(given)


def _spoken(ctx: click.Context) -> Language:
    """Return the language of whoever asked for help."""
    session = ctx.find_object(Session)
    return session.language if session else "nl"
