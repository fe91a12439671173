"""The site is written only as far as it changed, and is what a full build gives."""

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from proeve.errors import UsageError
from proeve.model.encoding import decoded
from proeve.model.shelf import Apart
from proeve.model.verdict import ExamVerdict, LedgerVerdict
from proeve.site.build import Readers, SiteReport, build
from proeve.site.derivation import Derived, Keeping, kept_text
from proeve.site.derived import DERIVATIONS
from proeve.site.exam_view import Facts
from proeve.site.output import write_file
from proeve.site.rows import ROWS, row_of
from proeve.site.shipped import shipped_templates
from tests.site import verdicts
from tests.site.folders import bytes_of

pytestmark = pytest.mark.slow

OWN = "examens/emi-2026-a/pvb-0008.html"
NEXT = "examens/emi-2026-a/pvb-0009.html"


def known(
    verdict: LedgerVerdict, read: list[str] | None = None, **digests: str
) -> LedgerVerdict:
    """Return the verdict with a digest for each exam, that of its name if not given.

    What is read of it is written down.
    """
    groups = {}
    for group, exams in verdict.groups.items():
        named = {exam.state.id: exam for exam in exams}

        def fetch(name: str, named: dict[str, ExamVerdict] = named) -> ExamVerdict:
            if read is not None:
                read.append(name)
            return replace(named[name], steady=(0, verdicts.NOW + 1))

        groups[group] = Apart(
            tuple(named), fetch, lambda name: digests.get(name.replace("-", "_"), name)
        )
    return replace(verdict, groups=groups)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def again(tmp_path: Path, folder: Path) -> Callable[..., SiteReport]:
    """Return a build into one folder, with one record."""

    def one(verdict: LedgerVerdict, **readers: object) -> SiteReport:
        return build(
            verdict,
            folder,
            site_templates=shipped_templates(),
            readers=Readers(**readers),  # type: ignore[arg-type]
            record=tmp_path / "record.db",
        )

    return one


def full(verdict: LedgerVerdict, folder: Path, **readers: object) -> dict[str, bytes]:
    """Return what a build into an empty folder gives, without a record."""
    build(
        verdict,
        folder,
        site_templates=shipped_templates(),
        readers=Readers(**readers),  # type: ignore[arg-type]
    )
    return bytes_of(folder)


Again = Callable[..., SiteReport]


def times(folder: Path) -> dict[str, int]:
    """Return when the page of each exam was written."""
    pages = sorted(folder.glob("examens/*/pvb-*.html"))
    return {str(page.relative_to(folder)): page.stat().st_mtime_ns for page in pages}


def test_what_is_kept_of_an_exam_is_what_was_worked_out() -> None:
    school = verdicts.school()
    for derivation in DERIVATIONS:
        for exam in school.exams:
            kept = json.loads(json.dumps(derivation.kept(exam, school.registry)))
            made = derivation.make(exam, school.registry)
            assert decoded(derivation.kind, kept) == made


def test_one_field_of_what_is_kept_is_that_of_the_whole_value() -> None:
    school = verdicts.school()
    each = {exam.scope: exam for exam in school.exams}
    texts = {
        scope: kept_text(DERIVATIONS, exam, school.registry)
        for scope, exam in each.items()
    }
    numbers = {one.name: number for number, one in enumerate(DERIVATIONS)}
    plain, kept = Derived(school), Derived(school, Keeping(texts, numbers, {}))
    heads = [row_of(exam, school.registry).facts for exam in each.values()]
    assert list(plain.field(ROWS, "facts", Facts)) == heads
    assert list(kept.field(ROWS, "facts", Facts)) == heads
    assert list(plain.scopes) == list(kept.scopes) == list(each)


def test_nothing_is_written_where_nothing_changed(again: Again, folder: Path) -> None:
    again(known(verdicts.school()))
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    read: list[str] = []
    report = again(known(verdicts.school(), read))
    assert (report.written, report.removed, read) == (0, 0, [])
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_one_exam_that_changed_is_read_and_written_alone(
    again: Again, folder: Path, tmp_path: Path
) -> None:
    school = verdicts.school()
    again(known(school))
    before = times(folder)
    exams = [*school.groups["emi-2026-a"]]
    exams[7] = verdicts.late(verdicts.exam_at(8, serial=8), 3)
    changed = replace(school, groups={**school.groups, "emi-2026-a": tuple(exams)})
    read: list[str] = []
    report = again(known(changed, read, pvb_0008="other"))
    assert read == ["pvb-0008"]
    # Beside it the pages about many exams: its group, the counts, the finder.
    assert report.written < 40
    assert {path for path, at in times(folder).items() if before[path] != at} == {OWN}
    assert bytes_of(folder) == full(changed, tmp_path / "full")


def test_a_page_of_an_exam_that_vanished_is_removed(
    again: Again, folder: Path, tmp_path: Path
) -> None:
    school = verdicts.school()
    again(known(school))
    left = replace(school, groups={"emi-2026-a": school.groups["emi-2026-a"]})
    left = replace(left, group_records={"emi-2026-a": {"title": "A"}})
    assert again(known(left)).removed > 5
    assert not (folder / "examens" / "emi-2026-b").exists()
    assert bytes_of(folder) == full(left, tmp_path / "full")


def _renamed(verdict: LedgerVerdict) -> LedgerVerdict:
    records = {**verdict.group_records}
    records["emi-2026-a"] = {**records["emi-2026-a"], "title": "Anders"}
    return replace(verdict, group_records=records)


CHANGES: dict[str, Callable[[LedgerVerdict], LedgerVerdict]] = {
    "the name of the school": lambda one: replace(
        one, registry=replace(one.registry, name="MBO Anders")
    ),
    "an instrument": lambda one: replace(
        one, registry=replace(one.registry, instruments={})
    ),
    "the title of a group": _renamed,
    "the environment": lambda one: replace(one, environment="live"),
    "the head": lambda one: replace(one, head="0" * 40),
    "the moment": lambda one: replace(one, now=one.now - 86_400),
    "the moment, later": lambda one: replace(one, now=one.now + 86_400),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_beside_the_exams_shows(
    change: str, again: Again, folder: Path, tmp_path: Path
) -> None:
    again(known(verdicts.school()))
    changed = CHANGES[change](verdicts.school())
    assert again(known(changed)).written > 0
    assert bytes_of(folder) == full(changed, tmp_path / "full")


READERS: dict[str, dict[str, object]] = {
    "names": {"directory": {"p-05ee0500": "Noor van Veen"}},
    "language": {"language": "en"},
    "a second language": {"also": "en"},
    "an address": {"address": "https://school.example/pvb"},
}


@pytest.mark.parametrize("readers", READERS)
def test_other_readers_get_another_site(
    readers: str, again: Again, folder: Path, tmp_path: Path
) -> None:
    again(known(verdicts.school()))
    again(known(verdicts.school()), **READERS[readers])
    assert bytes_of(folder) == full(
        verdicts.school(), tmp_path / "full", **READERS[readers]
    )
    again(known(verdicts.school()))
    assert bytes_of(folder) == full(verdicts.school(), tmp_path / "back")


def test_other_templates_give_other_pages(
    again: Again, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(known(verdicts.school()))
    monkeypatch.setattr("proeve.site.inputs.engine", lambda _: "another release")
    read: list[str] = []
    again(known(verdicts.school(), read))
    assert len(read) == 19


def test_a_page_that_was_touched_is_put_right(again: Again, folder: Path) -> None:
    again(known(verdicts.school()))
    right = bytes_of(folder)
    (folder / OWN).write_text("<p>changed by hand")
    (folder / NEXT).unlink()
    (folder / "assets" / "proeve.css").write_text("")
    (folder / "examens" / "strange.html").write_text("foreign")
    (folder / "extra").mkdir()
    (folder / "extra" / "strange.html").write_text("foreign")
    again(known(verdicts.school()))
    assert bytes_of(folder) == right
    assert not (folder / "extra").exists()


def test_what_is_hidden_at_the_top_stays(again: Again, folder: Path) -> None:
    again(known(verdicts.school()))
    (folder / ".nojekyll").write_text("")
    again(known(verdicts.school()))
    assert (folder / ".nojekyll").is_file()


def test_a_folder_with_something_else_in_it_is_refused(
    again: Again, folder: Path
) -> None:
    folder.mkdir()
    (folder / "thesis.html").write_text("years of work")
    with pytest.raises(UsageError):
        again(known(verdicts.school()))
    assert (folder / "thesis.html").read_text() == "years of work"


class KilledError(Exception):
    """Stands for the end of the process."""


def test_a_killed_build_goes_on_where_it_was(
    again: Again, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proeve.site.spread._EACH", 5)
    read: list[str] = []

    def dying(*given: object) -> object:
        if len(read) > 12:
            raise KilledError
        return write_file(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as killed:
        killed.setattr("proeve.site.sweep.write_file", dying)
        with pytest.raises(KilledError):
            again(known(verdicts.school(), read))
    pages = list((folder / "examens").rglob("*.html"))
    assert 0 < len(pages) < 19
    assert all(page.read_text().rstrip().endswith("</html>") for page in pages)
    read.clear()
    again(known(verdicts.school(), read))
    assert 0 < len(read) < 19
    assert bytes_of(folder) == full(verdicts.school(), tmp_path / "full")


def test_a_file_appears_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path, "a.html", "", b"old", None)

    def dying(*_: object) -> None:
        raise KilledError

    monkeypatch.setattr(Path, "replace", dying)
    with pytest.raises(KilledError):
        write_file(tmp_path, "a.html", "", b"new and longer", None)
    assert (tmp_path / "a.html").read_bytes() == b"old"


def test_what_a_killed_build_left_half_is_swept_up(again: Again, folder: Path) -> None:
    again(known(verdicts.school()))
    right = bytes_of(folder)
    (folder / "examens" / "emi-2026-a" / ".pvb-0008.html.draft").write_text("half")
    again(known(verdicts.school()))
    assert bytes_of(folder) == right


@pytest.mark.parametrize("spoil", ["cut", "noise", "other format"])
def test_a_spoiled_record_is_thrown_away(
    spoil: str, again: Again, folder: Path, tmp_path: Path
) -> None:
    again(known(verdicts.school()))
    right, record = bytes_of(folder), tmp_path / "record.db"
    if spoil == "cut":
        os.truncate(record, 3000)
    elif spoil == "noise":
        record.write_bytes(b"noise" * 1000)
    else:
        with sqlite3.connect(record) as base:
            base.execute("PRAGMA user_version=999")
        base.close()
    again(known(verdicts.school()))
    assert bytes_of(folder) == right


def test_a_lost_record_gives_the_same_site(
    again: Again, folder: Path, tmp_path: Path
) -> None:
    again(known(verdicts.school()))
    right = bytes_of(folder)
    (tmp_path / "record.db").unlink()
    again(known(verdicts.school()))
    assert bytes_of(folder) == right


def test_a_lost_folder_is_built_again(again: Again, folder: Path) -> None:
    again(known(verdicts.school()))
    right = bytes_of(folder)
    shutil.rmtree(folder)
    again(known(verdicts.school()))
    assert bytes_of(folder) == right


def test_several_processes_make_the_same_pages(tmp_path: Path) -> None:
    many = verdicts.many(100)
    for workers in (1, 2):
        build(
            many,
            tmp_path / str(workers),
            site_templates=shipped_templates(),
            readers=Readers(),
            workers=workers,
        )
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")


def test_no_page_of_many_tells_of_the_whole_ledger() -> None:
    """The keys of these pages know nothing of it, so the templates may not either."""
    folder = shipped_templates() / "pages"
    for name in ("exam", "exam-above", "exam-parts", "group", "group-above", "parts"):
        text = (folder / f"{name}.html.j2").read_text(encoding="utf-8")
        assert not re.search(r"(?<![.\w])verdict\.", re.sub(r"view\.verdict", "", text))


def test_an_exam_without_a_digest_is_made_again_and_stays_as_it_was(
    again: Again,
) -> None:
    again(verdicts.school())
    assert again(verdicts.school()).written == 0
