"""Sealed judgements: each opened form must be the one that its author sealed (R16)."""

from collections.abc import Iterator

from proeve.model.commitment import commitment
from proeve.model.findings import Finding
from proeve.model.records import text_at
from proeve.process.vocabulary import ASSESSORS, Action, Part, RowId
from proeve.rules.move import Move, Voice
from proeve.rules.rows import begun

STEMS = dict(zip(("first", "second", "third"), ASSESSORS, strict=True))
_ROWS = dict(
    zip(
        ASSESSORS,
        (RowId.SEAL_FIRST, RowId.SEAL_SECOND, RowId.SEAL_THIRD),
        strict=True,
    )
)


def seal_row(part: Part) -> RowId | None:
    """Return the row in which this part's seal is counted, if it has one."""
    return _ROWS.get(part)


def check_seals(move: Move) -> Iterator[Finding]:
    """Report a seal in another's name, and a form that is not what was sealed."""
    for stem, part in STEMS.items():
        seal, form = f"forms/{stem}.seal.yml", f"forms/{stem}.yml"
        if seal in move.changed:
            yield from _check_author(move, seal, part)
        if form in move.changed:
            yield from _check_opening(move, stem, part)


def _check_author(move: Move, seal: str, part: Part) -> Iterator[Finding]:
    assessor = text_at(move.documents.get(seal), "assessor")
    sealers = {v.person for v in move.voices if v.statement.action is Action.SEAL}
    if assessor not in sealers or assessor not in move.parts.get(part, ()):
        yield move.finding("seals.not-yours", seal, "assessor", person=assessor)


def _check_opening(move: Move, stem: str, part: Part) -> Iterator[Finding]:
    seal, form = f"forms/{stem}.seal.yml", f"forms/{stem}.yml"
    row = seal_row(part)
    if seal not in move.documents or row is None or not begun(row, move.before):
        yield move.finding("seals.not-sealed", form)
        return
    author = text_at(move.documents[seal], "assessor")
    expected = commitment(
        move.registry.repo, move.scope, stem, author, move.files[form].sha256
    )
    if expected != text_at(move.documents[seal], "commitment"):
        yield move.finding("seals.other-form", form)


def opened(voices: tuple[Voice, ...]) -> bool:
    """Tell whether one of these statements opens forms."""
    return any(voice.statement.action is Action.UNSEAL for voice in voices)
