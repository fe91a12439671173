"""Decision lists: a member decides many exams with one signature (PROTOCOL R3).

Each exam keeps a file of its own, which proves its line and shows no other. Chance
comes from outside: a salt for each line, never used twice.
"""

from collections.abc import Sequence

from proeve.deeds.signing import ActFile, Signer
from proeve.deeds.stating import acts_folder
from proeve.errors import UsageError
from proeve.history import acts, lists
from proeve.history.sshsig import sign
from proeve.history.statements import act_text
from proeve.model.hashtree import SALT, path_of, root_of
from proeve.model.statement import Statement


def list_head(
    person: str, statements: Sequence[Statement], salts: Sequence[bytes]
) -> bytes:
    """Return the one text that a person signs for all these statements."""
    _check(person, statements, salts)
    _, leaves = _ordered(statements, salts)
    root = root_of(leaves).hex()
    return lists.head(statements[0].repo, person, len(leaves), root)


def lines_under(
    armor: bytes, statements: Sequence[Statement], salts: Sequence[bytes]
) -> tuple[ActFile, ...]:
    """Return the act file of each line, ordered by exam, under a list's signature."""
    lines, leaves = _ordered(statements, salts)
    root, count = root_of(leaves).hex(), len(leaves)
    return tuple(
        _line(
            statement,
            (
                ("salt", salt.hex()),
                ("index", str(index)),
                ("count", str(count)),
                *(("path", step.hex()) for step in path_of(leaves, index)),
                ("root", root),
            ),
            armor,
        )
        for index, (statement, salt) in enumerate(lines)
    )


def make_list(
    signer: Signer, statements: Sequence[Statement], salts: Sequence[bytes]
) -> tuple[ActFile, ...]:
    """Return the act file of each line, ordered by exam, all under one signature."""
    head = list_head(signer.person, statements, salts)
    armor = sign(signer.private, head, lists.NAMESPACE)
    return lines_under(armor, statements, salts)


def _ordered(
    statements: Sequence[Statement], salts: Sequence[bytes]
) -> tuple[list[tuple[Statement, bytes]], list[bytes]]:
    """Return the lines by exam, and their leaves."""
    lines = sorted(zip(statements, salts, strict=True), key=lambda line: line[0].scope)
    return lines, [lists.leaf_of(statement, salt) for statement, salt in lines]


def _line(
    statement: Statement, extra: tuple[tuple[str, str], ...], armor: bytes
) -> ActFile:
    content = act_text(statement, lists.KIND, extra).encode("ascii") + armor
    path = acts_folder(statement.scope) + acts.file_name(content)
    return ActFile(content, acts.read(path, content, ""))


def _check(
    person: str, statements: Sequence[Statement], salts: Sequence[bytes]
) -> None:
    """Raise unless this is one person's list, a line an exam and a salt a line."""
    if not 0 < len(statements) <= lists.MAX_LINES:
        raise UsageError(
            f"Een besluitenlijst heeft 1 tot {lists.MAX_LINES} regels.",
            f"A decision list has 1 to {lists.MAX_LINES} lines.",
        )
    if {(each.repo, each.actor) for each in statements} != {
        (statements[0].repo, person)
    } or len({each.scope for each in statements}) != len(statements):
        raise UsageError(
            "Een besluitenlijst is van één persoon, met één regel per examen.",
            "A decision list is one person's, with one line for each exam.",
        )
    whole = all(len(salt) == SALT for salt in salts)
    if not whole or len(set(salts)) != len(statements) or len(salts) != len(set(salts)):
        raise UsageError(
            f"Elke regel krijgt een eigen toevalsgetal van {SALT} bytes.",
            f"Each line gets a random number of its own, of {SALT} bytes.",
        )
