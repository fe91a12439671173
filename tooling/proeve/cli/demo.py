"""`proeve demo`: a practice school from nothing to a proved history and a site."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from proeve.cli.output import FINDINGS, OK, Session, print_findings
from proeve.cli.practice import make_practice
from proeve.cli.site import built
from proeve.gather.history import failing, judge_repository
from proeve.model.verdict import LedgerVerdict
from proeve.process.table import MEI_12
from proeve.report.ledger import environment_line, exams_per_step, ledger_lines
from proeve.words.labels import label


@click.command(name="demo")
@click.argument("out", type=click.Path(path_type=Path, file_okay=False))
@click.option("--exams", default=24, type=click.IntRange(1, 20_000), show_default=True)
@click.option("--seed", default="proeve", show_default=True)
@click.pass_obj
def COMMAND(session: Session, out: Path, exams: int, seed: str) -> int:  # noqa: N802 - the name that main looks for
    """Make a practice school in OUT, prove its history, and build its site."""
    school, site = out / "practice", out / "site"
    stages: dict[str, float] = {}
    with _timed(stages, session.choose("school maken", "make the school")):
        make_practice(school, exams=exams, seed=seed, language=session.language)
    root = school.with_name(f"{school.name}.root").read_text(encoding="utf-8").strip()
    with _timed(stages, session.choose("bewijzen", "prove")):
        verdict = judge_repository(school, trust_root=root)
    with _timed(stages, session.choose("site bouwen", "build the site")):
        names = school.with_name(f"{school.name}.directory.csv")
        built(verdict, site, session.language, names, both=True)
    for line in _summary(session, verdict, stages, site):
        click.echo(line)
    if failing(verdict.findings):
        print_findings(failing(verdict.findings), "text", session.language)
        return FINDINGS
    return OK


@contextmanager
def _timed(stages: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    stages[name] = time.perf_counter() - start


def _summary(
    session: Session, verdict: LedgerVerdict, stages: dict[str, float], site: Path
) -> Iterator[str]:
    language = session.language
    first = environment_line(verdict, language)
    if first:
        yield first
    yield from ledger_lines(verdict, language)
    yield ""
    titles = {step.number: label(step.id, language) for step in MEI_12.steps}
    finished = session.choose("klaar, dossier gesloten", "finished, dossier closed")
    for number, count in exams_per_step(verdict).items():
        if number:
            yield f"{count:>6}  {number:>2} {titles[number]}"
    yield f"{exams_per_step(verdict)[0]:>6}     {finished}"
    yield ""
    findings = len(failing(verdict.findings))
    yield session.choose(f"Bevindingen: {findings}", f"Findings: {findings}")
    for name, seconds in stages.items():
        yield f"{seconds:>6.1f} s  {name}"
    yield ""
    address = (site / "index.html").resolve().as_uri()
    yield session.choose(f"Open {address}", f"Open {address}")
    yield session.choose(
        "Of bekijk de site op 127.0.0.1 met: make serve",
        "Or see the site on 127.0.0.1 with: make serve",
    )
