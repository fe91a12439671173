"""What keeps somebody from using a page: asked of axe, and of the window."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import NotRequired, TypedDict

from playwright.sync_api import Page

from tests.site_browser.chromium import VARIANTS, Variant

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


class _Asked(TypedDict):
    runOnly: Mapping[str, object]
    rules: NotRequired[Mapping[str, object]]
    resultTypes: Sequence[str]


_WHOLE: _Asked = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
            "best-practice",
        ],
    },
    # Not asked by itself: whether what one presses is large enough.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def _only(*rules: str) -> _Asked:
    return {
        "runOnly": {"type": "rule", "values": list(rules)},
        "resultTypes": ["violations"],
    }


# A narrow window has the same elements in other places, and dark has other colours.
_RULES: Mapping[Variant, _Asked] = dict(
    zip(
        VARIANTS,
        (
            _WHOLE,
            _only("color-contrast", "link-in-text-block"),
            _only(
                *("color-contrast", "link-in-text-block", "target-size"),
                *("scrollable-region-focusable", "region", "skip-link"),
                *("aria-hidden-focus", "aria-required-children", "heading-order"),
            ),
            _only("color-contrast", "link-in-text-block"),
        ),
        strict=True,
    )
)
_SCHEMES = {"light": "default", "dark": "slate"}
# Of a long list its first lines are enough: axe takes seconds for a thousand lines.
_SHORTER = """(most) => {
  for (const list of document.querySelectorAll(
    ".md-content :is(tbody, ul, ol, dl), .md-content article"
  )) {
    const lines = [...list.children].filter((one) => !one.matches("tbody"));
    for (const line of lines.slice(most)) line.remove();
  }
  const bodies = [...document.querySelectorAll(".md-content table > tbody")];
  for (const body of bodies.slice(most)) body.remove();
}"""
_MOST = 8


class _Node(TypedDict):
    html: str


class _Violation(TypedDict):
    id: str
    nodes: Sequence[_Node]


class _Results(TypedDict):
    violations: Sequence[_Violation]


def barriers(
    page: Page, address: str, variants: Sequence[Variant] = VARIANTS
) -> Iterator[str]:
    """Open a page once and yield what is wrong with it, looked at in each way."""
    page.goto(address)
    page.evaluate(_SHORTER, _MOST)
    page.evaluate(_AXE)
    for variant in variants:
        _turn(page, variant)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > variant.width:
            yield f"{address} {variant}: {wide} pixels wide"
        results: _Results = page.evaluate("(asked) => axe.run(asked)", _RULES[variant])
        for violation in results["violations"]:
            first, times = violation["nodes"][0]["html"], len(violation["nodes"])
            yield f"{address} {variant}: {violation['id']} {times} times, as {first}"


def _turn(page: Page, variant: Variant) -> None:
    page.set_viewport_size({"width": variant.width, "height": 900})
    page.evaluate(
        "(scheme) => document.body.setAttribute('data-md-color-scheme', scheme)",
        _SCHEMES[variant.scheme],
    )
    # What the page does after a turn of the window is done in the next frame.
    page.evaluate("() => new Promise((next) => requestAnimationFrame(() => next()))")
