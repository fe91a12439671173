"""What every change of the registry shares, and the others whose approval some need.

Where the judge asks for a second person, or for more holders of the root, and their
acts are not there, the change is written to a file as an offer: `people sign` approves
it, `people apply` makes it.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from proeve.cli.doing import Signing, ask, carry_out, opened, say_unlawful, show
from proeve.cli.keys import pen_of
from proeve.cli.output import FINDINGS, OK, Session, moment
from proeve.deeds.clone import Clone, Plan, rehearse
from proeve.deeds.landing import acts_in
from proeve.deeds.making import UnlawfulError
from proeve.deeds.offering import deed_of, write_offer
from proeve.deeds.registry import role_of
from proeve.deeds.signing import ActFile
from proeve.deeds.stating import Deed, Paper
from proeve.errors import UsageError
from proeve.model.statement import REGISTRY
from proeve.rules.rooting import ROOT

Papers = Mapping[str, Paper]
PapersOf = Callable[[Clone, str], Papers]
"""Returns the records to write, in a clone as it then stands, for who signs."""

_MORE = tuple(f"-{number}" for number in range(2, 100))
_OTHERS = (
    "registry.second-missing",
    "registry.root-old-threshold",
    "registry.root-new-threshold",
)
"""What the judge says where nothing is missing but the approval of others."""


def register(  # noqa: PLR0913 - what others need beside it are keywords
    session: Session,
    how: Signing,
    papers_of: PapersOf,
    clone: Clone | None = None,
    *,
    offer: Path | None = None,
    keep: Callable[[], None] | None = None,
) -> int:
    """Change the registry, or write an offer for whoever must approve it too.

    `offer` is the one that is being made already, so that no other is written.
    `keep` is what must be kept outside Git once somebody said yes to either.
    """
    found = clone or opened(session, how)
    handed_in = acts_in(how.acts, REGISTRY)
    plan = _plan(how, papers_of)
    if _asks_others(session, how, found, plan, handed_in):
        return _offered(session, how, found, plan, (offer, keep))
    code = carry_out(session, how, plan, clone=found, first=keep)
    if code == OK and ROOT in papers_of(found, ""):
        _say_kept(session, how, found)
    return code


def _say_kept(session: Session, how: Signing, clone: Clone) -> None:
    """Say that what people have on paper holds good: it names the genesis alone."""
    root = clone.state.trust_root
    click.echo(
        session.choose(
            f"Het vertrouwensanker op papier blijft zoals het is: {root}",
            f"The trust root on paper stays as it is: {root}",
        ),
        err=how.as_json,
    )


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


def _asks_others(
    session: Session,
    how: Signing,
    clone: Clone,
    plan: Plan,
    handed_in: Sequence[ActFile],
) -> bool:
    """Tell whether nothing but others' approval is missing; say so if it is."""
    hand, now = clone.hand(pen_of(how.key, session.folder)), (moment(None), "+0000")
    try:
        rehearse(clone, (plan,), hand, now, handed_in)
    except UnlawfulError as error:
        if all(finding.code in _OTHERS for finding in error.findings):
            say_unlawful(session, error)
            return True
    return False


def _offered(
    session: Session,
    how: Signing,
    clone: Clone,
    plan: Plan,
    beside: tuple[Path | None, Callable[[], None] | None],
) -> int:
    offer, keep = beside
    hand = clone.hand(pen_of(how.key, session.folder))
    deed = plan(clone, hand.person)
    if offer is None:
        show(session, clone, (deed,), how)
        ask(session, yes=how.yes)
    if keep is not None:
        keep()
    path = offer or _written(clone, deed)
    who = (
        ("Voor elke andere houder", "For each other holder")
        if ROOT in deed.papers
        else ("Voor de tweede mens", "For the second person")
    )
    click.echo(
        session.choose(
            f"{who[0]}: proeve people sign {path}\n"
            f"Daarna: proeve people apply {path} --act BESTAND",
            f"{who[1]}: proeve people sign {path}\n"
            f"Then: proeve people apply {path} --act FILE",
        ),
        err=how.as_json,
    )
    return FINDINGS


def _written(clone: Clone, deed: Deed) -> Path:
    """Write a deed's documents as an offer, beside those that are there already."""
    seq = clone.state.register.seq + 1
    names = (f"registry-{seq}{more}.offer.json" for more in ("", *_MORE))
    path = next((Path(name) for name in names if not Path(name).exists()), None)
    if path is None:
        raise UsageError(
            "Hier liggen al te veel voorstellen; ruim ze op.",
            "There are too many offers here; clear them up.",
        )
    write_offer(path, clone.state.registry.repo, deed.papers)
    return path
