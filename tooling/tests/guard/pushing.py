"""What the tests of the hook share: a bare repository, a push, what is in it."""

import subprocess
from pathlib import Path

from tests.guard.school import clean_environment, git, head_of, proeve, run_git

STOPPED, USAGE = 3, 2


def install(
    bare: Path, root: str, *more: str, lang: str = "en"
) -> subprocess.CompletedProcess[str]:
    options = ("--trust-root", root, "--lang", lang)
    return proeve("hook", "install", bare, *options, *more, home=bare.parent)


def new_bare(folder: Path) -> Path:
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main")
    return folder


def stock(bare: Path) -> tuple[str, list[str]]:
    refs = git(bare, "for-each-ref")
    objects = sorted(
        str(path.relative_to(bare))
        for path in (bare / "objects").rglob("*")
        if path.is_file()
    )
    return refs, objects


def push(folder: Path, bare: Path, *refs: str, lang: str = "en") -> str:
    """Push and return why it was refused; the empty text if it landed."""
    option = f"--push-option=lang={lang}"
    done = run_git(folder, "push", "--force", option, str(bare), *refs)
    return "" if done.returncode == 0 else done.stderr or "refused"


def commit_file(folder: Path, path: str, text: str) -> str:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    git(folder, "add", "--force", path)
    git(folder, "commit", "--quiet", "-m", f"verander {path}")
    return head_of(folder)


def exam_folder(folder: Path) -> str:
    return (
        next(folder.glob("exams/groups/*/*/exam.yml"))
        .parent.relative_to(folder)
        .as_posix()
    )


def run_hook(
    bare: Path, said: bytes, stderr: int = subprocess.PIPE, **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [str(bare / "hooks" / "pre-receive")],
        input=said,
        stdout=stderr,
        stderr=stderr,
        cwd=bare,
        env=clean_environment() | env,
        check=False,
        timeout=120,
    )
