"""A bare repository with the hook: what is not lawful is refused, and nothing stays."""

import subprocess
from pathlib import Path

import pytest

from tests.guard.pushing import commit_file, exam_folder, push, run_hook
from tests.guard.school import (
    Desk,
    LiveSchool,
    clean_environment,
    git,
    head_of,
    tree_of,
)

pytestmark = pytest.mark.slow


def test_a_lawful_commit_lands(clone: Path, bare: Path, live: LiveSchool) -> None:
    head = Desk(clone, live).retitle("Andere titel")
    assert push(clone, bare, "main") == ""
    assert head_of(bare) == head


@pytest.mark.usefixtures("untouched")
def test_attack_2_an_unsigned_commit_is_refused(clone: Path, bare: Path) -> None:
    commit_file(clone, "notitie.md", "niet ondertekend\n")
    said = push(clone, bare, "main")
    assert "signature.none" in said
    assert "Refused: nothing has changed." in said


@pytest.mark.usefixtures("untouched")
def test_the_findings_are_in_the_pusher_s_language(clone: Path, bare: Path) -> None:
    commit_file(clone, "notitie.md", "niet ondertekend\n")
    assert "Niet aangenomen" in push(clone, bare, "main", lang="nl")
    assert "Refused" in push(clone, bare, "main", lang="en")
    # The hook was installed in English; another language is not spoken.
    assert "Refused" in push(clone, bare, "main", lang="fr")


@pytest.mark.usefixtures("untouched")
def test_attack_an_unlawful_commit_hides_behind_a_lawful_one(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    Desk(clone, live).retitle("Andere titel")
    git(clone, "reset", "--quiet", "--hard")
    commit_file(clone, "notitie.md", "niet ondertekend\n")
    assert "signature.none" in push(clone, bare, "main")


@pytest.mark.usefixtures("untouched")
def test_attack_53_a_strange_path_is_refused(clone: Path, bare: Path) -> None:
    commit_file(clone, f"{exam_folder(clone)}/Één.yml", "a: 1\n")
    assert "history.path-name" in push(clone, bare, "main")


@pytest.mark.usefixtures("untouched")
def test_attack_41_main_is_not_deleted(clone: Path, bare: Path) -> None:
    assert "push.deleted" in push(clone, bare, ":refs/heads/main")


@pytest.mark.usefixtures("untouched")
def test_attack_41_main_does_not_go_back(clone: Path, bare: Path) -> None:
    assert "push.not-onward" in push(clone, bare, "main~1:refs/heads/main")


@pytest.mark.usefixtures("untouched")
def test_attack_40_main_is_not_replaced_by_a_fork(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    git(clone, "reset", "--quiet", "--hard", "main~1")
    Desk(clone, live).retitle("Andere titel")
    assert "push.not-onward" in push(clone, bare, "main")


@pytest.mark.usefixtures("untouched")
def test_attack_38_main_does_not_become_a_side_line(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    tree = tree_of(clone, live.head)
    parents = ("-p", f"{live.head}~1", "-p", live.head)
    merge = git(clone, "commit-tree", tree, *parents, "-m", "samenvoegen")
    assert "push.not-onward" in push(clone, bare, f"{merge}:refs/heads/main")


@pytest.mark.usefixtures("untouched")
def test_attack_44_an_unrelated_history_does_not_replace_main(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    tree = tree_of(clone, live.head)
    orphan = git(clone, "commit-tree", tree, "-m", "nieuw")
    assert "push.not-onward" in push(clone, bare, f"{orphan}:refs/heads/main")


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    "ref",
    [
        "refs/tags/main",
        "refs/tags/v1",
        "refs/notes/commits",
        "refs/replace/{head}",
        "refs/heads/Main",
        "refs/heads/{head}",
        "refs/heads/abcdef0",
        "refs/heads/refs/heads/main",
        "refs/heads/head",
        "refs/meta/config",
    ],
)
def test_attack_68_a_ref_that_misleads_is_refused(
    clone: Path, bare: Path, live: LiveSchool, ref: str
) -> None:
    ref = ref.format(head=live.head)
    assert "push.other-ref" in push(clone, bare, f"main:{ref}")


@pytest.mark.usefixtures("untouched")
def test_attack_a_lawful_push_brings_a_tag_along(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    Desk(clone, live).retitle("Andere titel")
    said = push(clone, bare, "main", "main:refs/tags/v1")
    assert "push.other-ref" in said


def test_a_proposal_lands_unsigned_and_can_go_back_and_away(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    head = commit_file(clone, "notitie.md", "een voorstel\n")
    assert push(clone, bare, "main:refs/heads/voorstel/a-1") == ""
    assert git(bare, "rev-parse", "refs/heads/voorstel/a-1") == head
    assert push(clone, bare, f"{live.head}:refs/heads/voorstel/a-1") == ""
    assert push(clone, bare, ":refs/heads/voorstel/a-1") == ""
    assert head_of(bare) == live.head


@pytest.mark.usefixtures("untouched")
def test_attack_44_a_proposal_from_another_history_is_refused(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    tree = tree_of(clone, live.head)
    orphan = git(clone, "commit-tree", tree, "-m", "nieuw")
    assert "push.foreign" in push(clone, bare, f"{orphan}:refs/heads/voorstel")
    merge = git(
        clone, "commit-tree", tree, "-p", live.head, "-p", orphan, "-m", "samen"
    )
    assert "push.foreign" in push(clone, bare, f"{merge}:refs/heads/voorstel")


@pytest.mark.usefixtures("untouched")
def test_attack_50_a_symlink_in_a_proposal_is_refused(clone: Path, bare: Path) -> None:
    (clone / "exams" / "link.yml").symlink_to("/etc/passwd")
    git(clone, "add", "--force", "exams/link.yml")
    git(clone, "commit", "--quiet", "-m", "link")
    assert "history.path" in push(clone, bare, "main:refs/heads/voorstel")


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("{exam}/forms/first.yml", "a: 1\n"),
        ("{exam}/forms/second.yml", "schema: proeve/form/v1\n"),
        ("{exam}/concept.yml", "schema: proeve/form/v1\nnonce: 0\n"),
        ("notities.txt", "# kopie\nschema: proeve/form/v1\n"),
    ],
)
def test_attack_72_a_form_in_clear_on_a_branch_is_refused(
    clone: Path, bare: Path, live: LiveSchool, path: str, text: str
) -> None:
    commit_file(clone, path.format(exam=exam_folder(clone)), text)
    assert "push.form-in-clear" in push(clone, bare, "main:refs/heads/voorstel")
    # Taking it out again in the next commit leaves it in the history.
    git(clone, "revert", "--no-edit", "HEAD")
    assert "push.form-in-clear" in push(clone, bare, "main:refs/heads/voorstel")
    # Neither does a merge hide it on its other side.
    tree = tree_of(clone, live.head)
    parents = ("-p", live.head, "-p", "main")
    merge = git(clone, "commit-tree", tree, *parents, "-m", "samen")
    assert "push.form-in-clear" in push(clone, bare, f"{merge}:refs/heads/voorstel")


@pytest.mark.usefixtures("untouched")
def test_attack_72_a_form_in_clear_beside_main_is_refused(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    side = commit_file(clone, f"{exam_folder(clone)}/forms/first.yml", "a: 1\n")
    tree = tree_of(clone, live.head)
    parents = ("-p", live.head, "-p", side)
    merge = git(clone, "commit-tree", tree, *parents, "-m", "samen")
    assert "push.form-in-clear" in push(clone, bare, f"{merge}:refs/heads/main")


@pytest.mark.usefixtures("untouched")
def test_attack_69_too_many_branches_are_refused(clone: Path, bare: Path) -> None:
    refs = [f"main:refs/heads/voorstel-{number}" for number in range(33)]
    assert "push.too-many-refs" in push(clone, bare, *refs)


@pytest.mark.usefixtures("untouched")
def test_attack_69_too_many_commits_are_refused(
    clone: Path, bare: Path, live: LiveSchool
) -> None:
    lines = [
        f"commit refs/heads/veel\nmark :{n}\n"
        f"committer a <a@proeve.invalid> {n} +0000\ndata 0\n"
        + (f"from {live.head}\n" if n == 1 else "")
        for n in range(1, 1003)
    ]
    subprocess.run(
        ["git", "-C", str(clone), "fast-import", "--quiet"],
        input="".join(lines).encode(),
        check=True,
        env=clean_environment(),
    )
    assert "push.too-many-commits" in push(clone, bare, "veel")


@pytest.mark.usefixtures("untouched")
def test_a_lost_race_says_so_and_what_to_do(bare: Path, live: LiveSchool) -> None:
    older = git(bare, "rev-parse", "main~1")
    done = run_hook(bare, f"{older} {live.head} refs/heads/main\n".encode())
    assert done.returncode == 1
    assert b"push.late" in done.stderr
    assert b"git fetch" in done.stderr


@pytest.mark.usefixtures("untouched")
def test_attack_main_is_said_to_be_new_though_it_is_there(
    bare: Path, live: LiveSchool
) -> None:
    line = f"{'0' * 40} {live.head} refs/heads/main\n"
    assert b"push.late" in run_hook(bare, line.encode()).stderr


@pytest.mark.usefixtures("untouched")
def test_a_branch_that_is_no_commit_is_refused(bare: Path, live: LiveSchool) -> None:
    tree = tree_of(bare, live.head)
    line = f"{'0' * 40} {tree} refs/heads/voorstel\n"
    assert b"push.no-commit" in run_hook(bare, line.encode()).stderr
