"""What `reaffirm` and `void` share: one row of an exam, confirmed or taken back."""

from proeve.cli.doing import Signing, carry_out
from proeve.cli.output import Session
from proeve.deeds.healing import healing
from proeve.process.vocabulary import Action


def heal(session: Session, action: Action, what: tuple[str, str], how: Signing) -> int:
    """Confirm or take back one row of an exam, and return the exit code."""
    return carry_out(
        session, how, lambda clone, person: healing(clone, action, *what, person)
    )
