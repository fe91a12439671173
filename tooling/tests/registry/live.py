"""A live school that ssh-keygen's keys begin, in the folder where a test works."""

import subprocess
from pathlib import Path

from proeve.cli.main import main
from proeve.gather.history import judge_repository
from proeve.history.porcelain import git

NAMES = ("founder", "second", "third")


def keygen(name: str, passphrase: str = "") -> Path:
    path = Path(name).resolve()
    options = ("-q", "-t", "ed25519", "-N", passphrase, "-C", name, "-f", str(path))
    subprocess.run(("ssh-keygen", *options), check=True)
    return path


def ran(*words: str | Path, code: int = 0) -> None:
    assert main(["--lang", "en", *map(str, words)]) == code


def in_school(*words: str | Path, code: int = 0) -> None:
    ran("-C", "school", *words, code=code)


def founded() -> dict[str, Path]:
    """Make a school whose three holders all sign on this machine."""
    keys = {name: keygen(name) for name in NAMES}
    holders = [word for each in keys for word in ("--holder", f"{each}.pub")]
    signers = [word for each in keys.values() for word in ("--key", each)]
    ran("init", "school", "--name", "Vakschool", *holders, *signers)
    return keys


def person(key: Path) -> str:
    owners = judge_repository(Path("school")).registry.owners
    text = " ".join(Path(f"{key}.pub").read_text().split()[:2])
    return owners[text]


def root() -> str:
    return judge_repository(Path("school")).trust_root


def verified(code: int = 0) -> None:
    in_school("verify", "--trust-root", root(), code=code)


def head() -> str:
    return git(Path("school"), "rev-parse", "main").strip()


def enrolled(name: str, *grants: str, admin: Path, second: Path) -> Path:
    """Add somebody whom two people let in."""
    key = keygen(name)
    in_school("people", "invite", f"{name}.pub", "--to", f"{name}.enrol")
    in_school("people", "sign", f"{name}.enrol", "--key", key, "--yes")
    wanted = [word for grant in grants for word in ("--grant", grant)]
    before = head()
    in_school(
        "people", "add", f"{name}.enrol", *wanted, "--key", admin, "--yes", code=1
    )
    assert head() == before
    (offer,) = Path().glob("registry-*.offer.json")
    in_school("people", "sign", offer, "--key", second, "--yes")
    (act,) = Path().glob("*.act")
    in_school("people", "apply", offer, "--act", act, "--key", admin, "--yes")
    offer.unlink()
    act.unlink()
    assert head() != before
    return key
