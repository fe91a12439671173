"""Words about time in the sim: receipts, attested arrivals, checkpoints, tokens.

The time-stamping authority is OpenSSL's own `ts` command, so that nothing of Proeve or
of its library makes what they must judge.
"""

import hashlib
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from proeve.model.document import Data
from proeve.model.verdict import ExamVerdict
from proeve.rules.status import exam_verdict
from tests.judging import papers, people, school
from tests.judging.changes import Changes
from tests.judging.ledger import Lines, Said, Signed, sign_act
from tests.judging.objects import key_of
from tests.judging.reference import ROWS, after, play
from tests.judging.sim import ExamSim

ON_TIME = "2026-03-19T12:00:00Z"
LATE = "2026-03-21T12:00:00Z"
"""A moment before and one after the deadline of the example, 20 March 2026."""
HANDED_IN: Changes = {
    "evidence.yml": papers.evidence(),
    papers.PROOF_PATH: papers.PROOF,
}
CHECKED: Changes = {"evidence-check.yml": papers.evidence_check()}
CONFIG = """
[req]
distinguished_name = dn
[dn]
[ext]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256,sha512
ess_cert_id_alg = sha256
"""


def seconds(text: str) -> int:
    """Return the seconds since 1970 of a moment as receipts write it."""
    return int(datetime.fromisoformat(text).astimezone(UTC).timestamp())


def hand_in(sim: ExamSim) -> Signed:
    """Return the student's act by which the evidence is handed in."""
    return sim.student.act("approve", "evidence", HANDED_IN)


def receipt(act: Signed, received: str, who: str = people.RECEIVER) -> Signed:
    """Return the receiver's word that an act came in, or what somebody says is that."""
    said = replace(act.said, action="land", role="receiver", actor=who)
    return speaking(said, act, received)


def arrival(
    act: Signed, received: str, who: str, role: str, road: str = "desk"
) -> Signed:
    """Return the exam office's word that an act came in, and by which road."""
    said = replace(act.said, action="land", role=role, actor=who)
    return speaking(said, act, received, kind="proeve-arrival", road=road)


def speaking(
    said: Said,
    act: Signed,
    received: str,
    *,
    kind: str = "proeve-receipt",
    road: str = "",
) -> Signed:
    """Sign any lines as the word that an act came in."""
    extra: Lines = (("act", f"sha256:{act.fact.sha256}"), ("received", received))
    if road:
        extra = (*extra, ("road", road))
    return sign_act(said, key_of(said.actor), kind=kind, extra=extra)


def checkpoint(
    sim: ExamSim, made: str, *, length: int = 0, head: str = "", role: str = "receiver"
) -> Signed:
    """Return the receiver's word how long the spine is now, or was."""
    spine = sim.books.ledger.made
    length = length or len(spine)
    last = spine[min(length, len(spine)) - 1].transition.sha256
    said = Said(
        repo=people.REPO,
        scope="registry",
        step="-",
        action="land",
        role=role,
        actor=people.RECEIVER,
        seq=0,
        text="-",
    )
    extra = (
        ("length", str(length)),
        ("head", f"sha256:{head or last}"),
        ("made", made),
    )
    return sign_act(
        said, key_of(people.RECEIVER), kind="proeve-checkpoint", extra=extra
    )


def received(at: str) -> ExamSim:
    """Return the example with its evidence handed in and a receipt of that moment."""
    sim = after(20)
    act = hand_in(sim)
    sim.receiver.by_merge().lands(act, receipt(act, at))
    return sim


def stamped(
    sim: ExamSim,
    stamp: Callable[[bytes], bytes],
    *,
    received: str = "",
    name: str = "",
) -> ExamSim:
    """Hand the evidence in with a token beside the act, and a receipt if asked."""
    sim = sim.fork()
    act = hand_in(sim)
    also: Changes = {f"acts/{name or act.fact.sha256}.tsr": stamp(act.data)}
    acts = (act, receipt(act, received)) if received else (act,)
    sim.receiver.lands(*acts, also=also)
    return sim


def verdict(sim: ExamSim) -> ExamVerdict:
    """Return where the exam stands, as the judge's state has it."""
    return exam_verdict(sim.exam, sim.books.state.registry, sim.books.state.at)


def checks(sim: ExamSim) -> None:
    """Let the second assessor check the evidence."""
    sim.second.approves("evidence_check", CHECKED)


def founded(*, policy: people.Doc | None = None, services: str = "") -> ExamSim:
    """Return rows 1 to 20 in a school with another policy, or that pins a service."""
    sim = ExamSim()
    registry = school.registry()
    registry["school.yml"] = school.settings(policy=policy)
    if services:
        pinned: Data = [{"id": "tsa-1", "certificate": services}]
        registry["root.yml"] = {**school.root(), "time_stamping": pinned}
    sim.root.changes("registry", registry)
    for number in range(2, 6):
        ROWS[number](sim)
    return play(sim, 20)


class Authority:
    """A time-stamping authority: a key, a certificate of its own, and a clock."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        (folder / "config").write_text(CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")
        self._run("ecparam -name prime256v1 -genkey -noout -out key")
        self._run(
            "req -x509 -new -key key -subj /CN=tsa -config config -extensions ext "
            "-days 36500 -out certificate"
        )

    @property
    def certificate(self) -> str:
        """The certificate in PEM form, as `root.yml` holds it."""
        return (self._folder / "certificate").read_text()

    @property
    def fingerprint(self) -> str:
        """The bare SHA-256 of the certificate, as OpenSSL has it."""
        der = self._run("x509 -in certificate -outform DER")
        return hashlib.sha256(der).hexdigest()

    def stamp(self, data: bytes, digest: str = "sha256", *, cert: bool = True) -> bytes:
        """Return the token over these bytes."""
        (self._folder / "data").write_bytes(data)
        asked = "-cert" if cert else ""
        self._run(f"ts -query -data data -{digest} -no_nonce {asked} -out query")
        return self.answer((self._folder / "query").read_bytes())

    def answer(self, request: bytes) -> bytes:
        """Return the token that a request asks for."""
        (self._folder / "query").write_bytes(request)
        self._run(
            "ts -reply -config config -section here -queryfile query -inkey key "
            "-signer certificate -out token"
        )
        return (self._folder / "token").read_bytes()

    def _run(self, words: str) -> bytes:
        done = subprocess.run(
            ["openssl", *words.split()],
            cwd=self._folder,
            check=True,
            capture_output=True,
        )
        return done.stdout
