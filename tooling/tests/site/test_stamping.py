"""Pages stamped from a shell are whole, and no value can pass for a slot."""

from dataclasses import replace

from proeve.site.pages import Page, PageKind
from proeve.site.stamping import Shell, Slot, Slots

SLOTS = Slots("seed")
HTML = (
    f"<title>{SLOTS.mark(Slot.TITLE)} - School</title>"
    f'<a href="{SLOTS.mark(Slot.ADDRESS)}.html">'
    f"{SLOTS.mark(Slot.ABOVE)}<h1>{SLOTS.mark(Slot.TITLE)}</h1>{SLOTS.mark(Slot.BODY)}"
    "<footer>"
)


def page(title: str = "26-0001-k", body: str = "<p>Body</p>") -> Page:
    return Page(
        kind=PageKind.EXAM, path="examens/g/e", title=title, above="<nav>", body=body
    )


def test_every_slot_is_filled_each_time_it_occurs() -> None:
    assert Shell.cut(HTML, SLOTS).stamp(page()).decode() == (
        "<title>26-0001-k - School</title>"
        '<a href="examens/g/e.html">'
        "<nav><h1>26-0001-k</h1><p>Body</p>"
        "<footer>"
    )


def test_a_value_that_holds_a_slot_is_left_alone() -> None:
    smuggled = f"x {SLOTS.mark(Slot.BODY)} {SLOTS.mark(Slot.TITLE)}"
    stamped = Shell.cut(HTML, SLOTS).stamp(page(title=smuggled)).decode()
    assert stamped.count("<p>Body</p>") == 1
    assert stamped.count(smuggled) == 2


def test_a_title_is_escaped() -> None:
    stamped = Shell.cut(HTML, SLOTS).stamp(page(title="<b>")).decode()
    assert "<h1>&lt;b&gt;</h1>" in stamped


def test_the_table_of_contents_repeats_the_line_of_the_theme() -> None:
    words, anchor = SLOTS.mark(Slot.PART), SLOTS.mark(Slot.ANCHOR)
    line = f'<li class="x"><a href="#{anchor}">{words}</a></li>'
    html = f'<a href="#{anchor}">skip</a><ul><li>first</li>{line}</ul><nav>{line}</nav>'
    shell = Shell.cut(html, SLOTS)
    found = shell.stamp(replace(page(), headings=(("a", "A &amp; B"), ("c", "C"))))
    lines = "".join(
        f'<li class="x"><a href="#{name}">{words}</a></li>'
        for name, words in (("a", "A &amp; B"), ("c", "C"))
    )
    assert found.decode() == (
        f'<a href="#a">skip</a><ul><li>first</li>{lines}</ul><nav>{lines}</nav>'
    )
