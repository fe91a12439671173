"""Where the hook may be installed, and which school it then takes."""

from pathlib import Path

import pytest

from proeve.deeds.practice.school import practice
from tests.guard.pushing import STOPPED, USAGE, install, new_bare, push
from tests.guard.school import START, LiveSchool, git, live_school, run_git

pytestmark = pytest.mark.slow


def test_attack_44_another_genesis_does_not_come_first(
    live: LiveSchool, tmp_path: Path
) -> None:
    other = live_school(tmp_path / "other", language="en")
    bare = new_bare(tmp_path / "bare.git")
    assert install(bare, live.trust_root).returncode == 0
    said = push(other.folder, bare, "main")
    assert other.trust_root in said
    assert git(bare, "for-each-ref") == ""


def test_attack_a_practice_school_is_not_taken_by_a_live_hook(
    live: LiveSchool, tmp_path: Path
) -> None:
    made = practice(tmp_path / "practice", start=START, seed="echt", exams=1)
    bare = new_bare(tmp_path / "bare.git")
    assert install(bare, live.trust_root).returncode == 0
    assert "proeve-practice:" in push(made.folder, bare, "main")
    assert git(bare, "for-each-ref") == ""


def test_a_practice_hook_says_that_it_proves_nothing(tmp_path: Path) -> None:
    made = practice(tmp_path / "practice", start=START, seed="oefen", exams=1)
    bare = new_bare(tmp_path / "bare.git")
    assert install(bare, made.trust_root).returncode == USAGE
    assert install(bare, made.trust_root, "--practice").returncode == 0
    done = run_git(made.folder, "push", str(bare), "main")
    assert done.returncode == 0, done.stderr
    assert "PRACTICE: proves nothing." in done.stderr
    assert "OEFENSCHOOL" in push(made.folder, bare, ":refs/heads/main", lang="nl")


def test_a_live_trust_root_is_no_practice(live: LiveSchool, tmp_path: Path) -> None:
    bare = new_bare(tmp_path / "bare.git")
    assert install(bare, live.trust_root, "--practice").returncode == USAGE
    assert install(bare, "proeve:x").returncode == USAGE


def test_the_hook_is_not_put_over_another_one(live: LiveSchool, tmp_path: Path) -> None:
    bare = new_bare(tmp_path / "bare.git")
    hook = bare / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n")
    assert install(bare, live.trust_root).returncode == USAGE
    assert hook.read_text() == "#!/bin/sh\n"
    hook.unlink()
    assert install(bare, live.trust_root).returncode == 0
    assert install(bare, live.trust_root).returncode == 0


def test_attack_a_hooks_path_elsewhere_would_leave_the_hook_unrun(
    live: LiveSchool, tmp_path: Path
) -> None:
    bare = new_bare(tmp_path / "bare.git")
    git(bare, "config", "core.hooksPath", "/nowhere")
    done = install(bare, live.trust_root)
    assert done.returncode == USAGE
    assert "/nowhere" in done.stderr


def test_the_hook_goes_into_a_bare_repository_only(
    clone: Path, live: LiveSchool
) -> None:
    assert install(clone, live.trust_root).returncode == USAGE


def test_a_repository_that_begins_elsewhere_gets_no_hook(
    bare: Path, live: LiveSchool
) -> None:
    wrong = f"proeve:{live.repo}:sha256:{'0' * 64}"
    assert install(bare, wrong).returncode == STOPPED


def test_a_proposal_waits_for_the_first_main(
    clone: Path, tmp_path: Path, live: LiveSchool
) -> None:
    bare = new_bare(tmp_path / "bare.git")
    assert install(bare, live.trust_root).returncode == 0
    assert "push.no-main" in push(clone, bare, "main:refs/heads/voorstel")
    assert push(clone, bare, "main", "main:refs/heads/voorstel") == ""
