"""A live school of nine people with keys of ssh-keygen, walked by the command line."""

import io
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from proeve.cli.main import main
from proeve.deeds.clone import act_of, do, open_clone
from proeve.deeds.offering import approve, deed_of
from proeve.deeds.stating import Deed, Paper, acts_folder, document
from proeve.gather.history import judge_repository
from proeve.history.pens import open_pen
from proeve.history.porcelain import git
from proeve.model.statement import REGISTRY
from proeve.process.vocabulary import Action, Role
from proeve.sealing import new_identity, opening_key
from tests.judging import paper, papers, school
from tests.judging.ledger import written
from tests.judging.people import CODE, COMMITTEE, COMPANY, CREBO, Doc

GROUP = "ei2-2026-a"
NOW = (1_800_000_000, "+0000")
HOLDERS = ("founder", "second", "admin")
STAFF: Mapping[str, str] = {
    "chair": "exam_committee",
    "contact": "school_contact",
    "assessor": "school_assessor",
    "practice": "workplace_assessor",
}
OUTSIDE: Mapping[str, tuple[str, ...]] = {
    "supervisor": ("--side", "company", "--company", COMPANY),
    "student": ("--side", "student"),
}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run printed, and how it ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class Told:
    """One deed as somebody did it: who, in which words, what they typed and read."""

    who: str
    words: tuple[str, ...]
    typed: str
    read: str


@dataclass(slots=True)
class School:
    """A school on disk, who is in it, and where their keys lie."""

    home: Path
    keys: dict[str, Path] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    lang: str = "en"
    proves: bool = True
    told: list["Told"] = field(default_factory=list)

    @property
    def folder(self) -> Path:
        """The clone."""
        return self.home / "school"

    @property
    def identity(self) -> Path:
        """The file with the committee's opening key."""
        return self.home / "opening-key.txt"

    def ran(self, *words: str | Path, typed: str = "", lang: str = "") -> Ran:
        """Run a verb in the school with these lines typed."""
        return proeve(
            "--lang", lang or self.lang, "-C", self.folder, *words, typed=typed
        )

    def drafts(self, who: str, *words: str | Path, typed: str = "") -> str:
        """Run a verb as somebody that changes no history."""
        ran = self.ran(*words, "--key", self.keys[who], typed=typed)
        assert ran.code == 0, (words, ran.out, ran.err)
        return self._tells(who, words, typed, ran)

    def _tells(
        self, who: str, words: tuple[str | Path, ...], typed: str, ran: Ran
    ) -> str:
        read = ran.err + ran.out
        self.told.append(Told(who, tuple(map(str, words)), typed, read))
        return ran.out + ran.err

    def does(self, who: str, *words: str | Path, typed: str = "") -> str:
        """Run a verb as somebody, hold that it was done, and verify the history."""
        before = self.head()
        ran = self.ran(*words, "--key", self.keys[who], "--yes", typed=typed)
        assert ran.code == 0, (words, ran.out, ran.err)
        assert self.head() != before
        if self.proves:
            self.verified()
        return self._tells(who, words, typed, ran)

    def verified(self) -> None:
        """Hold that the whole history is in order."""
        ran = self.ran("verify", "--trust-root", self.root())
        assert ran.code == 0, ran.out

    def root(self) -> str:
        """Return the trust root."""
        return (self.home / "root.txt").read_text().strip()

    def head(self) -> str:
        """Return the head of `main`."""
        return git(self.folder, "rev-parse", "main").strip()

    def traces(self) -> tuple[str, ...]:
        """Return all that a refused deed may not change."""
        index = self.folder / ".git" / "index"
        return (
            git(self.folder, "for-each-ref"),
            git(self.folder, "status", "--porcelain", "--untracked-files=all"),
            str(index.read_bytes() if index.is_file() else b""),
        )

    def doc(self, path: str) -> Doc:
        """Return a document of the school as it stands."""
        clone = open_clone(self.folder)
        fact = path.removeprefix("exams/")
        exam = next(e for e in clone.state.exams() if fact.startswith(e.scope))
        found = exam.documents[fact.removeprefix(f"{exam.scope}/")]
        return dict(found)


def proeve(*words: str | Path, typed: str = "") -> Ran:
    """Run the command in this process."""
    out, err = io.StringIO(), io.StringIO()
    with _typing(typed), redirect_stdout(out), redirect_stderr(err):
        code = main(list(map(str, words)))
    return Ran(code, out.getvalue(), err.getvalue())


@contextmanager
def _typing(text: str) -> Iterator[None]:
    before, sys.stdin = sys.stdin, io.StringIO(text)
    try:
        yield
    finally:
        sys.stdin = before


def copied(made: School, to: Path) -> School:
    """Return a copy of a school with its keys and all that lies at home."""
    shutil.copytree(made.home, to, symlinks=True)
    keys = {name: to / "keys" / name for name in made.keys}
    return School(to, keys, dict(made.people), made.lang, made.proves)


def at_home(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Work in a folder of one's own, with no settings of Git but these."""
    patch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "CACHE"):
        patch.setenv(f"XDG_{name}_HOME", str(home / f".{name.lower()}"))
    patch.delenv("SSH_AUTH_SOCK", raising=False)
    patch.chdir(home)


def keygen(path: Path) -> Path:
    """Make a key as people do."""
    options = ("-q", "-t", "ed25519", "-N", "", "-C", path.name, "-f", str(path))
    subprocess.run(("ssh-keygen", *options), check=True)
    return path


def founded(home: Path) -> School:
    """Return a live school with nine keys, a committee, an instrument and a group."""
    made = School(home)
    (home / "keys").mkdir()
    for name in (*HOLDERS, *STAFF, *OUTSIDE):
        made.keys[name] = keygen(home / "keys" / name)
    holders = [word for n in HOLDERS for word in ("--holder", f"{made.keys[n]}.pub")]
    signers = [word for n in HOLDERS for word in ("--key", made.keys[n])]
    done(proeve("init", made.folder, "--name", "Vakschool", *holders, *signers))
    (home / "root.txt").write_text(judge_repository(made.folder).trust_root)
    company = {f"companies/{COMPANY}.yml": school.company()}
    registered(made, "founder", "second", company)
    for name in (*STAFF, *OUTSIDE):
        enrol(made, name, STAFF.get(name, ""))
    named(made)
    _papers(made)
    return made


def done(ran: Ran) -> Ran:
    """Hold that a run ended well."""
    assert ran.code == 0, (ran.out, ran.err)
    return ran


def named(made: School) -> None:
    """Learn who everybody is in the registry."""
    owners = judge_repository(made.folder).registry.owners
    for name, key in made.keys.items():
        public = " ".join(Path(f"{key}.pub").read_text().split()[:2])
        made.people[name] = owners[public]


def enrol(made: School, name: str, role: str) -> None:
    """Enrol somebody who has a key, by invitation, with a second one's word."""
    key, text = made.keys[name], made.home / f"{name}.enrol"
    done(made.ran("people", "invite", f"{key}.pub", "--to", text))
    done(made.ran("people", "sign", text, "--key", key, "--yes"))
    proof = ("people", "add", text)
    admin = ("--key", made.keys["founder"], "--yes")
    if name in OUTSIDE:
        more: tuple[str, ...] = OUTSIDE[name]
        if name == "supervisor":
            more = (*more, "--grant", "workplace_supervisor")
        done(made.ran(*proof, *more, *admin))
        return
    side = ("--side", "company", "--company", COMPANY) if name == "practice" else ()
    wanted = (*proof, *side, "--grant", role, *admin)
    assert made.ran(*wanted).code == 1
    (offer,) = Path().glob("registry-*.offer.json")
    done(made.ran("people", "sign", offer, "--key", made.keys["second"], "--yes"))
    (act,) = Path().glob("*.act")
    done(made.ran("people", "apply", offer, "--act", act, *admin))
    offer.unlink()
    act.unlink()


def registered(
    made: School, who: str, second: str, docs: Mapping[str, Doc], role: str = ""
) -> None:
    """Put documents into the registry, with a second person's word beside the first."""
    clone = open_clone(made.folder)
    hand, other = (clone.hand(open_pen(made.keys[n])) for n in (who, second))
    papers_ = {path: _paper(path, doc) for path, doc in docs.items()}
    wears = Role.EXAM_COMMITTEE if second == "chair" else Role.SUPER_ADMIN
    word = approve(clone, other, wears, papers_)
    own = Role(role) if role else Role.SUPER_ADMIN
    act = act_of(word.content, acts_folder(REGISTRY))
    do(clone, deed_of(hand.person, own, papers_), hand, NOW, [act])


def _paper(path: str, doc: Doc) -> Paper:
    if path.startswith("instruments/") and "establishment" not in path:
        return Paper(written(doc), doc)
    return document(REGISTRY, path, doc)


def pinned() -> Doc:
    """Return the pin of the small instrument."""
    digest = paper.file_digest(written(school.instrument()))
    return {"code": CODE, "version": 1, "digest": digest}


def _papers(made: School) -> None:
    """Register policy, committee, instrument, declarations and the group."""
    people = made.people
    identity = new_identity()
    made.identity.write_text(f"# made for a test\n{identity}\n")
    settings = school.settings(
        policy={
            "deadlines": {"execution": 20, "evidence": 28, "result": 60},
            "retention": {
                "exam_work": {"trigger": "diploma", "period": "P18M", "basis": "OER"}
            },
        }
    )
    settings |= {"contacts": {"content": people["chair"], "technical": people["admin"]}}
    board = school.committee(members=(people["chair"],))
    board["opening_keys"] = [opening_key(identity)]
    registered(
        made,
        "founder",
        "second",
        {
            "school.yml": settings,
            f"committees/{COMMITTEE}.yml": board,
            f"instruments/{CODE}/1.yml": school.instrument(),
        },
    )
    established = school.instrument_establishment() | {
        "by": people["chair"],
        "instrument": pinned(),
    }
    path = f"instruments/{CODE}/1.establishment.yml"
    registered(made, "founder", "chair", {path: established})
    for name in ("assessor", "practice"):
        declare(made, name)
    _group(made)


def declare(made: School, name: str, second: str = "second") -> None:
    """Declare an assessor expert in the qualification."""
    who = made.people[name]
    path = f"people/{who[2:4]}/{who}.yml"
    record = open_clone(made.folder).record(path)
    assert record is not None
    declared: Doc = {
        "id": f"d-{who[2:]}",
        "crebo": [CREBO],
        "from": "2025-01-01",
        "until": "2039-12-31",
    }
    registered(made, "founder", second, {path: {**record, "declarations": [declared]}})


def _group(made: School) -> None:
    clone = open_clone(made.folder)
    hand = clone.hand(open_pen(made.keys["contact"]))
    record: Doc = {
        **school.group(students=(made.people["student"],)),
        "id": GROUP,
        "school_contacts": [made.people["contact"]],
    }
    scope = f"groups/{GROUP}"
    deed = Deed(
        scope=scope,
        actor=hand.person,
        role=Role.SCHOOL_CONTACT,
        action=Action.APPROVE,
        papers={"group.yml": document(scope, "group.yml", record)},
    )
    do(clone, deed, hand, NOW)


def exam_doc(made: School, number: int = 42, second: str = "assessor") -> Doc:
    """Return the `exam.yml` of the walked exam."""
    people = made.people
    return papers.exam(
        number=number,
        student=people["student"],
        school_contact=people["contact"],
        first_assessor={"person": people["practice"], "side": "company"},
        second_assessor={"person": people[second], "side": "school"},
        companies=[
            {
                "company": COMPANY,
                "part": "both",
                "workplace_supervisor": people["supervisor"],
            }
        ],
        instrument=pinned(),
    )


def yaml_file(path: Path, doc: Doc) -> Path:
    """Write a document as somebody brings it along."""
    path.write_bytes(document("registry", path.name, doc).content)
    return path


def lines(*answers: str) -> str:
    """Return answers as somebody types them."""
    return "".join(f"{answer}\n" for answer in answers)
