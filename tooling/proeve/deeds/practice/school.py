"""The practice school on disk: a repository, and beside it what stays outside.

Outside the repository lie the trust root, the keys of the invented people, the
directory file with their names and the store of their evidence, as a real school keeps
them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from proeve.deeds.making import Maker
from proeve.deeds.practice import registry_papers as registry
from proeve.deeds.practice.cast import Persona
from proeve.deeds.practice.directory import directory_file
from proeve.deeds.practice.founding import School, found
from proeve.deeds.practice.keyfiles import practice_file
from proeve.deeds.practice.lesson import Wishes, cast
from proeve.deeds.practice.packing import PackBeside
from proeve.deeds.practice.playing import Progress, perform, programme
from proeve.deeds.practice.storing import fill, store_of
from proeve.directory.tables import safe
from proeve.errors import UsageError
from proeve.history.porcelain import NO_COMMIT, check_out, init, move_branch
from proeve.history.write import PackStore
from proeve.words.say import Language

_MOST_EXAMS = 20_000
_CHECKED_OUT = 2000
"""With more exams no file is checked out and no evidence is written."""
_PACKED_ASIDE = 200
_PRIVATE, _PRIVATE_FOLDER = 0o600, 0o700


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeReport:
    """What was made and where; `situations` are those that some exam shows.

    `store` is the folder with the evidence; a large school names its evidence only.
    """

    folder: Path
    trust_root: str
    head: str
    commits: int
    exams: int
    people: int
    situations: frozenset[str]
    checked_out: bool
    store: Path | None


def practice(  # noqa: PLR0913 - each says what kind of school, and is a keyword
    out: Path,
    *,
    start: date,
    seed: str,
    exams: int = 24,
    language: Language = "nl",
    progress: Progress | None = None,
) -> PracticeReport:
    """Write a practice school whose year starts on a day, at a folder that is new.

    The same wishes make the same documents, statements and verdicts, and the same
    commit ids up to the first sealed box (PROTOCOL R26).
    """
    wishes = Wishes(seed=seed, exams=exams, language=language, start=start)
    return practice_as(out, wishes, progress)


def practice_as(
    out: Path, wishes: Wishes, progress: Progress | None = None
) -> PracticeReport:
    """Write the practice school of these wishes; a lesson waits for its learner."""
    exams = wishes.exams
    _refuse(out, exams)
    found_cast = cast(wishes)
    school, plays = found_cast.school, found_cast.plays
    git = init(out)
    large = exams > _PACKED_ASIDE
    store = (PackBeside if large else PackStore)(git / "objects")
    keys = {each.id: each.signer for each in school.office.people()}
    maker = Maker(store, school.repo, keys)
    found(maker, school, wishes.start)
    browse = exams <= _CHECKED_OUT
    evidence = _store(school, wishes, out) if browse else None
    perform(
        maker,
        school,
        programme(plays, school),
        progress or _silent,
        partial(fill, evidence),
    )
    store.close()
    move_branch(out, maker.state.head, before=NO_COMMIT)
    people = found_cast.people()
    _beside(out, school, people, maker.trust_root)
    if browse:
        check_out(out)
    return PracticeReport(
        folder=out,
        trust_root=maker.trust_root,
        head=maker.state.head,
        commits=maker.state.length,
        exams=exams,
        people=len(people),
        situations=frozenset(each for play in plays for each in play.story.shows),
        checked_out=browse,
        store=evidence,
    )


def _store(school: School, wishes: Wishes, out: Path) -> Path | None:
    return store_of(registry.school(school.language, wishes.start.year), out)


def _silent(_done: int, _total: int) -> None:
    return


def _refuse(out: Path, exams: int) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(
            f"{out} is er al en is niet leeg; kies een andere map.",
            f"{out} is there already and is not empty; choose another folder.",
        )
    if not 1 <= exams <= _MOST_EXAMS:
        raise UsageError(
            f"Een oefenschool heeft 1 tot {_MOST_EXAMS} examens.",
            f"A practice school has 1 to {_MOST_EXAMS} exams.",
        )


def _beside(
    out: Path, school: School, people: Iterable[Persona], trust_root: str
) -> None:
    """Write what does not belong in Git: trust root, keys, directory file."""
    root = out.with_name(f"{out.name}.root")
    root.write_text(f"{trust_root}\n", encoding="ascii")
    directory = out.with_name(f"{out.name}.directory.csv")
    directory.write_bytes(directory_file(school.office, school.groups, school.language))
    keys = out.with_name(f"{out.name}.keys")
    keys.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    _secret(keys / "opening-key.txt", f"{school.identity}\n".encode())
    lines = ["\ufeffkenmerk;rollen"]
    for persona in people:
        comment = f"proeve practice key of {persona.id}: proves nothing"
        _secret(keys / persona.id, practice_file(persona.signer.private, comment))
        roles = ", ".join(role.value for role, _ in persona.roles) or persona.side
        lines.append(f"{persona.id};{safe(roles)}")
    (keys / "roles.csv").write_text("\r\n".join([*lines, ""]), newline="")


def _secret(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read, from its first byte on."""
    path.unlink(missing_ok=True)
    path.touch(mode=_PRIVATE)
    path.write_bytes(content)
