"""`proeve verify`: what cannot be judged, what is in order, and what is not."""

import json
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from proeve.gather.history import judge_repository
from proeve.process.vocabulary import RowId, StepId
from tests.cli.running import EXAM, Ran, commit, git, new_repository, proeve, rewrite

pytestmark = pytest.mark.slow

REMOTE = "proeve:r-{}:sha256:{}".format("7f" * 16, "ab" * 32)


def _copy(repository: Path, folder: Path) -> Path:
    return Path(shutil.copytree(repository, folder / "copy", symlinks=True))


def _nowhere(folder: Path, sample: Path) -> Path:
    del sample
    return folder / "nowhere"


def _no_repository(folder: Path, sample: Path) -> Path:
    del sample
    return folder


def _empty(folder: Path, sample: Path) -> Path:
    del sample
    return new_repository(folder / "empty")


def _without_exams(folder: Path, sample: Path) -> Path:
    del sample
    made = new_repository(folder / "other")
    (made / "README.md").write_text("Hello.\n", encoding="utf-8")
    commit(made)
    return made


def _shallow(folder: Path, sample: Path) -> Path:
    source = _copy(sample, folder)
    commit(source, "A second commit")
    git(folder, "clone", "--quiet", "--depth=1", f"file://{source}", "shallow")
    return folder / "shallow"


def _loose(repository: Path, rev: str) -> Path:
    oid = git(repository, "rev-parse", rev)
    return repository / ".git/objects" / oid[:2] / oid[2:]


def _forged(folder: Path, sample: Path) -> Path:
    copy = _copy(sample, folder)
    place = _loose(copy, f"HEAD:{EXAM}")
    place.chmod(0o644)
    place.write_bytes(zlib.compress(b"blob 6\0a: 1\nb"))
    return copy


def _torn(folder: Path, sample: Path) -> Path:
    copy = _copy(sample, folder)
    place = _loose(copy, "HEAD^{tree}")
    place.chmod(0o644)
    place.write_bytes(place.read_bytes()[:20])
    return copy


def _missing(folder: Path, sample: Path) -> Path:
    copy = _copy(sample, folder)
    _loose(copy, "HEAD:exams").unlink()
    return copy


def _without_objects(folder: Path, sample: Path) -> Path:
    copy = _copy(sample, folder)
    shutil.rmtree(copy / ".git/objects")
    return copy


def _torn_pack(folder: Path, sample: Path) -> Path:
    copy = _copy(sample, folder)
    git(copy, "repack", "-a", "-d", "--quiet")
    (pack,) = (copy / ".git/objects/pack").glob("*.pack")
    pack.chmod(0o644)
    pack.write_bytes(pack.read_bytes()[: pack.stat().st_size // 2])
    return copy


NOT_TO_BE_JUDGED: dict[str, tuple[Callable[[Path, Path], Path], str, str]] = {
    "nowhere": (_nowhere, "is geen Git-repository", "is not a Git repository"),
    "no repository": (
        _no_repository,
        "is geen Git-repository",
        "is not a Git repository",
    ),
    "empty": (_empty, "is leeg", "is empty"),
    "without exams": (_without_exams, "geen map exams/", "no folder exams/"),
    "shallow": (_shallow, "is ondiep", "is shallow"),
    "forged object": (_forged, "beschadigd of vervalst", "damaged or forged"),
    "torn object": (_torn, "beschadigd of vervalst", "damaged or forged"),
    "missing object": (_missing, "ontbreekt", "is missing"),
    "no objects at all": (_without_objects, "", ""),
    "torn pack": (_torn_pack, "", ""),
}


def _one_sentence(ran: Ran, part: str) -> None:
    """Hold that a run ended with code 3 and one whole sentence on one line."""
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("proeve: ")
    assert ran.err.endswith(".\n")
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert part in ran.err


@pytest.mark.parametrize("name", NOT_TO_BE_JUDGED)
def test_what_cannot_be_judged_ends_with_one_sentence(
    name: str, tmp_path: Path, sample: Path
) -> None:
    make, dutch, english = NOT_TO_BE_JUDGED[name]
    repository = make(tmp_path, sample)
    _one_sentence(proeve(repository, "verify", lang="nl"), dutch)
    _one_sentence(proeve(repository, "status", lang="en"), english)


@pytest.mark.parametrize("rev", ["nowhere", "0" * 40, "HEAD~1", "-x", ""])
def test_a_revision_that_is_not_there_ends_with_one_sentence(
    rev: str, sample: Path
) -> None:
    _one_sentence(proeve(sample, "verify", f"--rev={rev}"), "")


@pytest.mark.parametrize("root", [REMOTE, "proeve-practice:r-1:sha256:0", "anything"])
def test_another_trust_root_ends_with_one_sentence(
    root: str, practice: Path, sample: Path
) -> None:
    for repository in (practice, sample):
        ran = proeve(repository, "verify", "--trust-root", root)
        _one_sentence(ran, f"does not begin at {root}")


def test_a_practice_school_is_not_proved_as_a_live_one(
    practice: Path, anchor: str
) -> None:
    live = anchor.replace("proeve-practice:", "proeve:")
    ran = proeve(practice, "verify", "--trust-root", live, lang="nl")
    _one_sentence(ran, "begint niet bij")


# The sample school


@pytest.mark.parametrize(
    ("lang", "first", "last"),
    [
        ("nl", "VOORBEELDSCHOOL: ", "Alles is in orde."),
        ("en", "SAMPLE: ", "All is in order."),
    ],
)
def test_a_sample_school_says_so_first(
    sample: Path, lang: str, first: str, last: str
) -> None:
    ran = proeve(sample, "verify", lang=lang)
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].startswith(first)
    assert ran.lines[-1] == last


def test_a_sample_school_says_so_before_its_findings(
    tmp_path: Path, sample: Path
) -> None:
    copy = _copy(sample, tmp_path)
    rewrite(copy / EXAM, '"26-0066-e"', '"26-0606-e"')
    commit(copy)
    ran = proeve(copy, "verify")
    assert ran.code == 1
    assert ran.lines[0].startswith("SAMPLE: ")
    assert ran.lines[1].startswith(f"{EXAM}:3:1: exam.number-misread ")
    assert ran.lines[-1] == "Not all is in order: see the findings above."


def test_only_what_is_committed_is_judged(tmp_path: Path, sample: Path) -> None:
    copy = _copy(sample, tmp_path)
    rewrite(copy / EXAM, '"26-0066-e"', '"26-0606-e"')
    assert proeve(copy, "verify").code == 0


def test_a_document_that_cannot_be_read_is_a_finding(
    tmp_path: Path, sample: Path
) -> None:
    copy = _copy(sample, tmp_path)
    for path in sorted((copy / "exams/groups").rglob("result.yml")):
        path.write_text("outcome: [\n", encoding="utf-8")
    commit(copy)
    ran = proeve(copy, "verify", "--format", "jsonl")
    assert ran.code == 1
    assert {json.loads(line)["code"].split(".")[0] for line in ran.lines} == {"yaml"}
    assert proeve(copy, "status").code == 0


def test_a_proposal_to_a_sample_school_is_judged_by_its_documents(
    tmp_path: Path, sample: Path
) -> None:
    copy = _copy(sample, tmp_path)
    git(copy, "switch", "--quiet", "--create", "proposal")
    rewrite(copy / EXAM, '"26-0066-e"', '"26-0606-e"')
    commit(copy)
    assert proeve(copy, "verify").code == 0
    ran = proeve(copy, "verify", "--base", "main", "--rev", "proposal")
    assert ran.code == 1
    assert "exam.number-misread" in ran.out


# The practice school


def test_a_practice_school_is_proved_and_says_that_it_proves_nothing(
    practice: Path, anchor: str
) -> None:
    ran = proeve(practice, "verify", "--trust-root", f" {anchor}\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].startswith("PRACTICE: proves nothing")
    assert f"Trust root: {anchor}" in ran.lines
    assert ran.lines[-1] == "All is in order."


def test_one_process_says_what_two_say(practice: Path) -> None:
    one = proeve(practice, "verify", "--workers", "1", "--format", "json")
    assert one == proeve(practice, "verify", "--workers", "2", "--format", "json")
    told = json.loads(one.out)
    assert told["exams"] == 24
    assert {each["standing"] for each in told["judgements"]} == {"valid"}
    assert len(told["judgements"]) == told["length"]


def test_a_genesis_alone_still_needs_its_other_holders(practice: Path) -> None:
    first = git(practice, "rev-list", "--max-parents=0", "main")
    ran = proeve(practice, "verify", "--rev", first)
    assert ran.code == 1
    assert "exams/registry/root.yml:1:1: registry.roots-missing " in ran.out


def test_an_unsigned_commit_is_told(tmp_path: Path, practice: Path) -> None:
    copy = _copy(practice, tmp_path)
    path = next(iter(sorted((copy / "exams/groups").glob("*/group.yml"))))
    path.write_bytes(path.read_bytes() + b"# A remark.\n")
    head = commit(copy)
    ran = proeve(copy, "verify")
    assert ran.code == 1
    assert f"commit {head[:10]}: signature.none" in ran.out
    assert "signature.none" in ran.out
    assert "1 unconfirmed, 0 invalid" in ran.out


def test_a_proposal_waits_for_the_signatures_that_it_lacks(
    tmp_path: Path, practice: Path
) -> None:
    copy = _copy(practice, tmp_path)
    git(copy, "switch", "--quiet", "--create", "proposal")
    path = next(iter(sorted((copy / "exams/groups").glob("*/group.yml"))))
    path.write_bytes(path.read_bytes() + b"# A remark.\n")
    commit(copy)
    ran = proeve(copy, "verify", "--base", "main", "--rev", "proposal")
    assert ran.code == 0
    assert "signature.none" in ran.out


def test_a_proposal_removes_nothing(tmp_path: Path, practice: Path) -> None:
    copy = _copy(practice, tmp_path)
    git(copy, "switch", "--quiet", "--create", "proposal")
    path = next(iter(sorted((copy / "exams/groups").glob("*/*/assignment.yml"))))
    path.unlink()
    commit(copy)
    ran = proeve(copy, "verify", "--base", "main", "--rev", "proposal")
    assert ran.code == 1
    assert f"{path.relative_to(copy)}:1:1: rows.deleted " in ran.out


def _proposes(copy: Path, path: str, text: bytes | None = None) -> Ran:
    """Judge a proposal that changes a file, or adds one."""
    git(copy, "switch", "--quiet", "--create", "proposal")
    file = copy / path
    file.parent.mkdir(parents=True, exist_ok=True)
    old = file.read_bytes() if file.is_file() else b""
    file.write_bytes(old + b"# A remark.\n" if text is None else text)
    commit(copy)
    return proeve(copy, "verify", "--base", "main", "--rev", "proposal")


@pytest.mark.parametrize(
    ("state", "code"), [("archived", "rows.archived"), ("established", "rows.frozen")]
)
def test_a_proposal_changes_nothing_that_is_fixed(
    state: str, code: str, tmp_path: Path, practice: Path
) -> None:
    copy = _copy(practice, tmp_path)
    exam = next(
        each.state
        for each in judge_repository(copy).exams
        if bool(each.state.row(RowId.ARCHIVE).approvals) == (state == "archived")
        and each.state.row(RowId.ESTABLISH).approvals
    )
    ran = _proposes(copy, f"exams/{exam.scope}/assignment.yml")
    assert (ran.code, "signature.none" in ran.out) == (1, True)
    assert f"{code} " in ran.out


def test_a_proposal_skips_no_step(tmp_path: Path, practice: Path) -> None:
    copy = _copy(practice, tmp_path)
    exams = [each.state for each in judge_repository(copy).exams]
    done = next(each for each in exams if "establishment.yml" in each.files)
    begun = next(each for each in exams if not each.row(RowId.ACQUIRE).approvals)
    text = (copy / f"exams/{done.scope}/establishment.yml").read_bytes()
    ran = _proposes(copy, f"exams/{begun.scope}/establishment.yml", text)
    assert ran.code == 1
    assert "rows.locked " in ran.out


def test_a_proposal_whose_turn_it_is_waits_for_its_approvals(
    tmp_path: Path, practice: Path
) -> None:
    copy = _copy(practice, tmp_path)
    exam = next(
        each.state
        for each in judge_repository(copy).exams
        if each.current is not None and each.current.step is StepId.ACQUIRE
    )
    ran = _proposes(copy, f"exams/{exam.scope}/assignment.yml")
    assert (ran.code, "signature.none" in ran.out) == (0, True)


def test_a_proposal_changes_no_grant(tmp_path: Path, practice: Path) -> None:
    copy = _copy(practice, tmp_path)
    path = next(iter(sorted((copy / "exams/registry/grants").rglob("*.yml"))))
    ran = _proposes(copy, str(path.relative_to(copy)))
    assert ran.code == 1
    assert "registry.append-only " in ran.out


@pytest.mark.parametrize("style", ["jsonl", "github"])
def test_only_findings_are_printed_for_a_program(practice: Path, style: str) -> None:
    ran = proeve(practice, "verify", "--format", style)
    begins = {"jsonl": '{"path"', "github": "::notice "}[style]
    assert ran.code == 0
    assert ran.lines
    assert all(line.startswith(begins) for line in ran.lines)


def test_the_summary_is_markdown_in_the_reader_s_language(practice: Path) -> None:
    ran = proeve(practice, "verify", "--format", "summary", lang="nl")
    assert ran.code == 0
    assert ran.lines[0] == "# Proeve"
    assert ran.lines[2].startswith("**OEFENSCHOOL: bewijst niets.")
    assert "## Alles is in orde." in ran.lines
    assert "| Examen | Stap | Wie |" in ran.lines


def test_days_late_count_from_the_moment_that_is_given(practice: Path) -> None:
    late = proeve(practice, "status", "--json", "--now", "2030-01-01")
    days = [json.loads(line)["overdue_days"] for line in late.lines]
    assert max(days) > 300
    early = proeve(practice, "status", "--json", "--now", "2020-01-01")
    assert {json.loads(line)["overdue_days"] for line in early.lines} == {0}
