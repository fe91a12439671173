"""Why a repository cannot be judged: each reason as a sentence in Dutch and English."""

from collections.abc import Mapping
from types import MappingProxyType

from proeve.errors import RepositoryError

_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "absent": (
            "{path} is geen Git-repository.",
            "{path} is not a Git repository.",
        ),
        "empty": (
            "De repository {path} is leeg: er is nog geen enkele commit.",
            "The repository {path} is empty: it has no commit yet.",
        ),
        "revision": (
            "De repository kent {rev} niet; noem een tak, een volledige ref of een "
            "volledig commitnummer.",
            "The repository does not know {rev}; name a branch, a full ref or a full "
            "commit id.",
        ),
        "ref": (
            "De ref {rev} is niet te lezen.",
            "The ref {rev} cannot be read.",
        ),
        "shallow": (
            "Deze kloon is ondiep en mist het begin van de geschiedenis; haal de rest "
            "op met `git fetch --unshallow`.",
            "This clone is shallow and lacks the start of the history; fetch the rest "
            "with `git fetch --unshallow`.",
        ),
        "partial": (
            "Deze kloon is niet volledig (partial clone); maak een volledige kloon.",
            "This clone is partial; make a full clone.",
        ),
        "grafts": (
            "Deze repository verlegt haar geschiedenis met info/grafts; maak een "
            "nieuwe kloon.",
            "This repository reroutes its history with info/grafts; make a new clone.",
        ),
        "replace": (
            "Deze repository vervangt objecten met refs/replace; maak een nieuwe "
            "kloon.",
            "This repository replaces objects with refs/replace; make a new clone.",
        ),
        "alternates": (
            "Deze repository leent objecten van een andere (info/alternates); maak "
            "een zelfstandige kloon.",
            "This repository borrows objects from another (info/alternates); make a "
            "clone that stands on its own.",
        ),
        "format": (
            "Deze repository gebruikt een opslagvorm ({name}) die Proeve niet leest.",
            "This repository uses a storage format ({name}) that Proeve does not read.",
        ),
        "missing": (
            "Object {oid} ontbreekt in de repository; maak een nieuwe kloon.",
            "Object {oid} is missing from the repository; make a new clone.",
        ),
        "corrupt": (
            "Object {oid} is beschadigd of vervalst: de inhoud past niet bij het "
            "nummer; maak een nieuwe kloon.",
            "Object {oid} is damaged or forged: its content does not fit its id; make "
            "a new clone.",
        ),
        "kind": (
            "Object {oid} is geen {kind}, of is te groot om te lezen.",
            "Object {oid} is not a {kind}, or is too large to read.",
        ),
        "unreadable": (
            "Commit {oid} is niet te lezen: er staat geen boom in.",
            "Commit {oid} cannot be read: it names no tree.",
        ),
        "worker": (
            "Een rekenproces is onverwacht gestopt; probeer het opnieuw.",
            "A worker process stopped unexpectedly; try again.",
        ),
        "git": (
            "Git kon dit niet doen: {detail}",
            "Git could not do this: {detail}",
        ),
    }
)


def refuse(reason: str, **args: str) -> RepositoryError:
    """Return the error that says why this repository cannot be judged."""
    nl, en = _SENTENCES[reason]
    return RepositoryError(nl.format(**args), en.format(**args))
