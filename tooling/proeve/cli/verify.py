"""`proeve verify`: the whole history, or what a proposal would change in it."""

from collections.abc import Iterable

import click

from proeve.cli import places
from proeve.cli.cycles import search_no_cycles
from proeve.cli.looking import print_json
from proeve.cli.output import Session, exit_code, moment, print_findings
from proeve.gather.guarded import Verified, verify
from proeve.gather.proposal import Proposal, judge_proposal
from proeve.model.findings import Finding
from proeve.model.verdict import LedgerVerdict
from proeve.report.ledger import environment_line, ledger_lines
from proeve.report.outputs import verify_output
from proeve.report.summary import summary_lines


@click.command(name="verify")
@click.option("--rev", default="main", help="Branch, full ref or commit id to judge.")
@click.option("--base", default=None, help="Judge only what REV would add to this one.")
@click.option("--trust-root", default=None, help="The anchor that you have on paper.")
@click.option(
    "--no-cache",
    is_flag=True,
    help="Judge everything again, and remember nothing.",
)
@click.option("--now", default=None, help="Count days late from this moment.")
@click.option("--workers", default=2, type=click.IntRange(1, 16), hidden=True)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "jsonl", "github", "summary", "json"]),
    default="text",
    help="How the verdict is printed.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, as --format json.")
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - the name that main looks for; one option each
    session: Session,
    rev: str,
    base: str | None,
    trust_root: str | None,
    no_cache: bool,  # noqa: FBT001 - click passes options by name
    now: str | None,
    workers: int,
    style: str,
    as_json: bool,  # noqa: FBT001 - click passes options by name
) -> int:
    """Prove the history of a repository, offline, from its genesis to REV."""
    search_no_cycles()
    style = "json" if as_json else style
    if base is not None:
        proposal = judge_proposal(
            session.folder,
            base=base,
            rev=rev,
            now=moment(now),
            trust_root=trust_root,
            pins=places.pins(),
        )
        return _show(session, proposal.verdict, _of(proposal), style)
    found = verify(
        session.folder,
        rev=rev,
        now=moment(now),
        pins=places.pins(),
        memory=None if no_cache else places.memory(),
        trust_root=trust_root,
        workers=workers,
        whole=style in {"summary", "json"},
    )
    _say_how(session, found)
    verdict = found.verdict
    return _show(session, verdict, verdict.findings, style)


def _say_how(session: Session, found: Verified) -> None:
    """Say on standard error what was not judged again, and what was forgotten."""
    lines = []
    if found.spoiled:
        lines.append(
            session.choose(
                "Wat eerder is beoordeeld, was niet te lezen; alles is opnieuw "
                "beoordeeld.",
                "What was judged before could not be read; all was judged again.",
            )
        )
    elif found.remembered:
        lines.append(
            session.choose(
                f"{found.remembered} commits zijn eerder al beoordeeld (--no-cache "
                "beoordeelt ze opnieuw).",
                f"{found.remembered} commits were judged before (--no-cache judges "
                "them again).",
            )
        )
    for line in lines:
        click.echo(line, err=True)


def _of(proposal: Proposal) -> tuple[Finding, ...]:
    return proposal.findings


def _show(
    session: Session,
    verdict: LedgerVerdict,
    findings: tuple[Finding, ...],
    style: str,
) -> int:
    language = session.language
    if style == "summary":
        _print(summary_lines(verdict, findings, language))
    elif style == "json":
        print_json(verify_output(verdict, findings, language))
    else:
        first = environment_line(verdict, language)
        if style == "text" and first:
            click.echo(first)
        print_findings(findings, style, language)
        if style == "text":
            _print(ledger_lines(verdict, language))
            _print([_closing(session, findings)])
    return exit_code(findings)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _closing(session: Session, findings: tuple[Finding, ...]) -> str:
    if exit_code(findings) == 0:
        return session.choose("Alles is in orde.", "All is in order.")
    return session.choose(
        "Niet alles is in orde: zie de bevindingen hierboven.",
        "Not all is in order: see the findings above.",
    )
