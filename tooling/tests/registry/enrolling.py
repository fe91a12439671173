"""Records that tests of dual control and revocation bring into the registry."""

from proeve.model.document import Data
from proeve.model.ledger import Judgement
from tests.judging import people, school
from tests.judging.changes import Changes
from tests.judging.ledger import Signed
from tests.judging.objects import key_of
from tests.judging.people import Doc
from tests.judging.sim import ExamSim
from tests.judging.speaker import Speaker

NEW, OTHER = "p-00000077", "p-00000078"


def path_of(who: str) -> str:
    """Return where a person's record stands."""
    return f"people/{who[2:4]}/{who}.yml"


def newcomer(side: str = "school", who: str = NEW) -> dict[str, Doc]:
    """Return the record of somebody new, on some side."""
    record: Doc = {**school.person(who), "side": side}
    if side != "school":
        del record["forge_accounts"]
    if side == "company":
        record["company"] = people.COMPANY
    return {path_of(who): record}


def granted(
    role: str, who: str = NEW, scope: str = "*", number: int = 0x500
) -> Changes:
    """Return one grant."""
    record = school.grant(number, who, role, scope)
    return {f"grants/00/g-{number:08x}.yml": record}


def entry(who: str, key: str, **changed: Data) -> Data:
    """Return one key of a person with the proof that they hold it."""
    (made,) = _keys(school.person(who, key=key))
    return {**made, **changed}


def with_keys(who: str, *names: str) -> dict[str, Doc]:
    """Return a person's record with these keys beside the usual one, by name."""
    record = school.person(who)
    more = [entry(who, name) for name in names]
    return {path_of(who): {**record, "keys": [*_keys(record), *more]}}


def _keys(record: Doc) -> list[dict[str, Data]]:
    listed = record["keys"]
    assert isinstance(listed, list)
    return [each for each in listed if isinstance(each, dict)]


def revoked(
    key: str = "", kind: str = "lost", *, since: str = "", number: int = 1
) -> dict[str, Doc]:
    """Return a revocation of the key that bears this name."""
    record: Doc = {
        "schema": "proeve/revocation/v1",
        "number": number,
        "kind": kind,
        "key": key_of(key).text,
        "reason": "Laptop weg.",
    }
    if since:
        record["since"] = since
    return {f"revocations/{number}.yml": record}


def root_record(*holders: str, threshold: int = 2, version: int = 2) -> dict[str, Doc]:
    """Return a `root.yml` with these holders."""
    keys: Data = [{"person": each, "key": key_of(each).text} for each in holders]
    record = {**school.root(), "version": version, "threshold": threshold, "keys": keys}
    return {"root.yml": record}


def registers(
    signer: Speaker, changes: Changes, *seconds: Speaker, scope: str = "registry"
) -> Judgement:
    """Change the registry with the acts of these people in the same commit."""
    acts: list[Signed] = [each.whole_act(scope, changes) for each in seconds]
    return signer.changes(scope, changes, *acts)


def state_stands(before: ExamSim, after: ExamSim) -> None:
    """Hold that a refused commit changed nothing in the registry."""
    assert after.books.state.registry == before.books.state.registry
    assert after.books.state.register.seq == before.books.state.register.seq
