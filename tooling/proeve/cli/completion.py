"""`proeve completion`: the script with which a shell completes words of Proeve."""

import click
from click.shell_completion import get_completion_class

from proeve.cli.output import OK

_VARIABLE = "_PROEVE_COMPLETE"


@click.command(name="completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def COMMAND(context: click.Context, shell: str) -> int:  # noqa: N802 - the name that main looks for
    """Print the script that lets SHELL complete words of proeve.

    For bash: eval "$(proeve completion bash)"
    """
    found = get_completion_class(shell)
    if found is not None:
        command = context.find_root().command
        click.echo(found(command, {}, "proeve", _VARIABLE).source())
    return OK
