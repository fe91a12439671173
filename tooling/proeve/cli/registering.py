"""What every change of the registry shares, and the second person whom some need.

Where the judge asks for a second person and nobody else's act is there, the change is
written to a file as an offer: `people sign` approves it, `people apply` makes it.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from proeve.cli.doing import Signing, ask, carry_out, opened, show
from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, Session, moment, print_findings
from proeve.deeds.clone import Clone, Plan, rehearse
from proeve.deeds.landing import acts_in
from proeve.deeds.making import UnlawfulError
from proeve.deeds.offering import deed_of, write_offer
from proeve.deeds.registry import role_of
from proeve.deeds.signing import ActFile
from proeve.deeds.stating import Deed, Paper
from proeve.errors import UsageError
from proeve.model.statement import REGISTRY

Papers = Mapping[str, Paper]
PapersOf = Callable[[Clone, str], Papers]
"""Returns the records to write, in a clone as it then stands, for who signs."""

_MORE = tuple(f"-{number}" for number in range(2, 100))
_SECOND = ("registry.second-missing",)


def register(
    session: Session,
    how: Signing,
    papers_of: PapersOf,
    clone: Clone | None = None,
    keep: Callable[[], None] | None = None,
) -> int:
    """Change the registry, or write an offer for the second person.

    `keep` is what must be kept outside Git once somebody said yes to either.
    """
    found = clone or opened(session, how)
    handed_in = acts_in(how.acts, REGISTRY)
    plan = _plan(how, papers_of)
    if _asks_second(session, how, found, plan, handed_in):
        return _offered(session, how, found, plan, keep)
    return carry_out(session, how, plan, clone=found, first=keep)


def _plan(how: Signing, papers_of: PapersOf) -> Plan:
    def plan(clone: Clone, person: str) -> Deed:
        papers = papers_of(clone, person)
        if not papers:
            raise UsageError(
                "Dat staat er al zo; er verandert niets.",
                "It stands there like that already; nothing changes.",
            )
        return deed_of(person, how.worn or role_of(clone.state, person), papers)

    return plan


def _asks_second(
    session: Session,
    how: Signing,
    clone: Clone,
    plan: Plan,
    handed_in: Sequence[ActFile],
) -> bool:
    """Tell whether nothing but a second person is missing; say so if it is."""
    hand, now = clone.hand(pen_of(how.key, session.folder)), (moment(None), "+0000")
    try:
        rehearse(clone, (plan,), hand, now, handed_in)
    except UnlawfulError as error:
        if all(finding.code in _SECOND for finding in error.findings):
            print_findings(error.findings, "text", session.language)
            return True
    return False


def _offered(
    session: Session,
    how: Signing,
    clone: Clone,
    plan: Plan,
    keep: Callable[[], None] | None,
) -> int:
    hand = clone.hand(pen_of(how.key, session.folder))
    deed = plan(clone, hand.person)
    show(session, clone, (deed,), how)
    ask(session, yes=how.yes)
    seq = clone.state.register.seq + 1
    names = (f"registry-{seq}{more}.offer.json" for more in ("", *_MORE))
    path = next((Path(name) for name in names if not Path(name).exists()), None)
    if path is None:
        raise UsageError(
            "Hier liggen al te veel voorstellen; ruim ze op.",
            "There are too many offers here; clear them up.",
        )
    if keep is not None:
        keep()
    write_offer(path, clone.state.registry.repo, deed.papers)
    click.echo(
        session.choose(
            f"Voor de tweede mens: proeve people sign {path}\n"
            f"Daarna: proeve people apply {path} --act BESTAND",
            f"For the second person: proeve people sign {path}\n"
            f"Then: proeve people apply {path} --act FILE",
        ),
        err=how.as_json,
    )
    return FINDINGS
