"""A live school from nothing: root holders, proofs, genesis, and their word for it.

What is to be signed stands in a folder beside the repository until all have signed,
each on a machine of their own. Source: TRUST 1.2; PROTOCOL R24.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from proeve.deeds.clone import act_of
from proeve.deeds.making import Ground, Maker, UnlawfulError
from proeve.deeds.registry import grant_record, person_path, person_record
from proeve.deeds.signing import ActFile, Moment, PenHand
from proeve.deeds.stating import Deed, Paper, Word, acts_folder, document, said
from proeve.deeds.texts import enrolment, read_proof, signed_text
from proeve.errors import UsageError
from proeve.gather.history import JudgingReader, judge_ledger, open_ledger
from proeve.history.commits import links
from proeve.history.objects import ObjectKind, Objects
from proeve.history.pens import Pen
from proeve.history.porcelain import NO_COMMIT, init
from proeve.history.repository import MAIN
from proeve.history.statements import act_text
from proeve.history.worktree import Move, move, put_whole, recover
from proeve.history.write import LooseStore
from proeve.model.document import Data
from proeve.model.ledger import State
from proeve.model.statement import REGISTRY
from proeve.process.vocabulary import Action, Role
from proeve.rules.holding import files_of

_PLAN = "founding.json"
_GENESIS = "proeve-genesis"
_LEAST_HOLDERS, _THRESHOLD = 3, 2
_SUPER_ADMINS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who will hold a root key."""

    person: str
    grant: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The school that is to be; the first holder signs the genesis."""

    repo: str
    name: str
    contact: str
    language: str
    holders: tuple[Holder, ...]

    def role(self, holder: Holder) -> Role:
        """Return a holder's role: two super administrators, then administrators."""
        first = self.holders.index(holder) < _SUPER_ADMINS
        return Role.SUPER_ADMIN if first else Role.ADMIN


def beside(folder: Path) -> Path:
    """Return where the texts of a founding stand until all have signed."""
    return folder.resolve().with_name(f"{folder.resolve().name}.founding")


def begin(folder: Path, plan: Plan) -> None:
    """Write down a plan and the text that each holder signs."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            f"{folder} is er al en is niet leeg; kies een andere map.",
            f"{folder} is there already and is not empty; choose another folder.",
        )
    if len({holder.key for holder in plan.holders}) < _LEAST_HOLDERS:
        raise UsageError(
            "Een school begint met minstens drie houders, elk met een eigen sleutel.",
            "A school begins with three holders or more, each with an own key.",
        )
    aside = beside(folder)
    aside.mkdir(parents=True, exist_ok=True)
    for holder in plan.holders:
        text = enrolment(plan.repo, holder.person, holder.key)
        put_whole(aside / f"{holder.person}.enrol", text)
    # Last: what was interrupted before has no plan, and is begun anew.
    put_whole(aside / _PLAN, f"{json.dumps(asdict(plan), indent=1)}\n".encode())


def read_plan(folder: Path) -> Plan | None:
    """Return the plan of a founding that has begun."""
    file = beside(folder) / _PLAN
    if not file.is_file():
        return None
    data = json.loads(file.read_text("utf-8"))
    holders = tuple(Holder(**each) for each in data.pop("holders"))
    return Plan(holders=holders, **data)


def unsigned(folder: Path, plan: Plan) -> dict[Path, Holder]:
    """Return the texts that are still to be signed, with who signs each."""
    aside = beside(folder)
    texts = {
        aside / f"{holder.person}.{kind}": holder
        for kind in ("enrol", "genesis")
        for holder in plan.holders
    }
    return {
        path: holder
        for path, holder in texts.items()
        if path.is_file() and not Path(f"{path}.sig").is_file()
    }


def is_founded(folder: Path) -> bool:
    """Tell whether the genesis is there, after finishing what was interrupted."""
    if not (folder / ".git" / "HEAD").is_file():
        return False
    recover(folder)
    return Objects.open(folder).at_ref(MAIN) is not None


def make_genesis(folder: Path, plan: Plan, pens: Mapping[str, Pen], at: Moment) -> None:
    """Make the repository with its genesis, signed by the first holder."""
    founder = plan.holders[0]
    papers = _papers(folder, plan)
    deed = Deed(
        scope=REGISTRY,
        actor=founder.person,
        role=Role.SUPER_ADMIN,
        action=Action.APPROVE,
        papers=papers,
    )
    _check(deed, plan)
    hand = _founder(plan, pens)
    git = init(folder)
    maker = Maker(LooseStore(git / "objects"), plan.repo, {hand.person: hand})
    maker.make(deed, at)
    move(folder, Move(NO_COMMIT, maker.state.head))


def _founder(plan: Plan, pens: Mapping[str, Pen]) -> PenHand:
    founder = plan.holders[0]
    pen = pens.get(founder.key)
    if pen is None:
        raise UsageError(
            f"Alleen {founder.person} kan hier tekenen; geef die sleutel met --key.",
            f"Only {founder.person} can sign here; give that key with --key.",
        )
    return PenHand(founder.person, pen)


def _check(deed: Deed, plan: Plan) -> None:
    """Read every paper as the judge will, before there is a repository."""
    reader = JudgingReader(plan.repo, "live")
    for path, paper in deed.papers.items():
        found = reader(f"exams/registry/{path}", paper.content)
        if isinstance(found, tuple):
            raise UnlawfulError(deed, found)


def _papers(folder: Path, plan: Plan) -> dict[str, Paper]:
    data: dict[str, dict[str, Data]] = {
        "root.yml": _root(plan),
        "school.yml": _school(plan),
    }
    for holder in plan.holders:
        proof = read_proof(beside(folder) / f"{holder.person}.enrol", plan.repo)
        data[person_path(holder.person)] = person_record(proof, "school")
        grant = grant_record(holder.grant, holder.person, plan.role(holder), "*")
        data[f"grants/{holder.grant[2:4]}/{holder.grant}.yml"] = grant
    return {path: document(REGISTRY, path, each) for path, each in data.items()}


def _root(plan: Plan) -> dict[str, Data]:
    return {
        "schema": "proeve/root/v1",
        "version": 1,
        "repo": plan.repo,
        "predecessor": None,
        "threshold": _THRESHOLD,
        "keys": [{"person": each.person, "key": each.key} for each in plan.holders],
        "time_stamping": [],
        "witnesses": [],
    }


def _school(plan: Plan) -> dict[str, Data]:
    """Return `school.yml` with the standard policy, which can be changed later."""
    other = "en" if plan.language == "nl" else "nl"
    return {
        "schema": "proeve/school/v1",
        "name": plan.name,
        "environment": "live",
        "languages": [plan.language, other],
        "contacts": {"content": plan.contact, "technical": plan.contact},
        "policy": {
            "levels": "standard",
            "evidence_check": {
                "completeness": "second_assessor",
                "authenticity": "first_assessor",
            },
            "dispute": "third_assessor",
            "quorum": {"establish": 1, "result": 1, "decision": 1},
            "deadlines": {},
            "untimed": "show",
            "retention": {},
            "evidence": {
                "store": "in_repo",
                "maximum_bytes": 65536,
                "types": ["text/plain"],
            },
            "attempts": ["passed", "not_passed"],
            "best_counts": True,
        },
    }


# The word of the other holders for the genesis.


def _word(plan: Plan, state: State, holder: Holder) -> bytes:
    """Return what a holder signs: that this genesis is the school's."""
    deed = Deed(
        scope=REGISTRY,
        actor=plan.holders[0].person,
        role=Role.SUPER_ADMIN,
        action=Action.LAND,
    )
    word = Word(person=holder.person, role=plan.role(holder), action=Action.APPROVE)
    text = said(state, plan.repo, deed, word, files_of(state, REGISTRY))
    extra = (("genesis", f"sha256:{state.genesis_sha256}"),)
    return act_text(text, _GENESIS, extra).encode("ascii")


def ask_for_words(folder: Path, plan: Plan, state: State) -> None:
    """Write what each other holder signs, while nothing but the genesis is there."""
    for holder in plan.holders[1:] if state.length == 1 else ():
        file = beside(folder) / f"{holder.person}.genesis"
        if not file.is_file():
            put_whole(file, _word(plan, state, holder))


def state_of(folder: Path) -> State:
    """Return the state of the school as its history has it."""
    return judge_ledger(open_ledger(folder))[0]


def words(folder: Path, plan: Plan) -> tuple[ActFile, ...]:
    """Return the statements about the genesis that were signed by now."""
    aside = beside(folder)
    texts = (signed_text(aside / f"{each.person}.genesis") for each in _others(plan))
    found = (act_of(text, acts_folder(REGISTRY)) for text in texts if text)
    return tuple(found)


def _others(plan: Plan) -> Iterable[Holder]:
    return plan.holders[1:]


def confirm(
    folder: Path,
    plan: Plan,
    pens: Mapping[str, Pen],
    at: Moment,
    given: Sequence[ActFile],
) -> State:
    """Land the other holders' statements beside the genesis."""
    objects = Objects.open(folder)
    state = state_of(folder)
    hand = _founder(plan, pens)
    found = links(objects.raw(state.head, ObjectKind.COMMIT))
    ground = Ground(state, objects, found[0] if found else None)
    store = LooseStore(objects.layout.objects)
    maker = Maker(store, plan.repo, {hand.person: hand}, ground)
    deed = Deed(
        scope=REGISTRY,
        actor=hand.person,
        role=Role.SUPER_ADMIN,
        action=Action.LAND,
    )
    maker.make(deed, at, given)
    move(folder, Move(state.head, maker.state.head))
    return maker.state
