"""The dossier of one exam: what its square code holds, and how the site leads to it."""

from dataclasses import replace
from pathlib import Path

import segno

from proeve.site.edition import edition_of
from proeve.site.package import Asked, package
from proeve.site.pages import exam_pages
from proeve.site.profiles.pages import Audience
from proeve.site.proof import proof_text, square_of
from proeve.site.shipped import shipped_templates
from tests.site import verdicts
from tests.site.reading_tree import tree

EXAM = verdicts.exam_at(11)


def dossier(audience: Audience = Audience.INSPECTOR) -> str:
    asked = Asked(exam=EXAM.state.id, audience=audience)
    return package(verdicts.verdict(EXAM), asked, shipped_templates()).decode()


def test_the_code_holds_the_number_the_last_commit_and_the_digest() -> None:
    state = EXAM.state
    text = f"26-0001-k\ncommit {state.commit}\n{state.subject}"
    assert proof_text(state) == text
    # A code is drawn as one line: that of another text differs.
    (drawn,) = tree(dossier()).one("figure", "pv-square").all("path")
    path = segno.make_qr(text, error="m").svg_inline(scale=3, omitsize=True)
    assert f'd="{drawn.attrs["d"]}"' in path
    other = str(square_of(proof_text(replace(state, commit="0" * 40))))
    assert drawn.attrs["d"] not in other


def test_the_same_stands_there_in_letters() -> None:
    page = tree(dossier())
    said = page.one("dl", "pv-genuine").text
    assert EXAM.state.commit in said
    assert EXAM.state.subject in said
    assert page.one("figure", "pv-square").attrs["aria-label"] == proof_text(EXAM.state)


def test_without_a_history_there_is_no_code() -> None:
    state = replace(EXAM.state, commit="")
    assert proof_text(state) == ""
    assert str(square_of("")) == ""


def test_the_page_of_an_exam_names_the_command_and_the_dossier_does_not() -> None:
    edition = edition_of(verdicts.verdict(EXAM), "nl")
    (page,) = exam_pages(edition)
    command = "proeve site package emi-2026-a/pvb-0001 pvb-0001.html"
    assert command in page.body
    assert "site package" not in dossier()


def test_the_styles_are_inside(tmp_path: Path) -> None:
    file = tmp_path / "dossier.html"
    file.write_text(dossier(), encoding="utf-8")
    page = tree(file.read_text(encoding="utf-8"))
    assert not page.all("link")
    assert not page.all("script")
    assert "@media print" in page.one("style").text
