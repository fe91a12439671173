"""No text in any field of any document becomes part of a page's own markup."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from markupsafe import escape

from proeve.gather.history import judge_repository
from proeve.model.document import Document
from proeve.model.findings import Finding, Location
from proeve.model.verdict import LedgerVerdict
from proeve.process.documents import KINDS
from proeve.reading.documents import read_as
from proeve.site.build import Readers, build
from proeve.site.neutral import generate
from proeve.site.package import Asked, package
from proeve.site.pages import pages
from proeve.site.profiles.audience import Profile
from proeve.site.profiles.pages import Audience
from proeve.site.shipped import shipped_templates
from tests.site.poisoning import Field, School, as_bytes, kind_of, sample
from tests.site.reading_html import see
from tests.site.reading_tree import Node, tree

pytestmark = pytest.mark.slow

ALONE = ("null", "undefined")
FIRST = (
    "javascript:alert(1)",
    '=HYPERLINK("//x.example")',
    "@SUM(1+1)",
    "+1-1",
    "~ *vet* # kop | a |",
)
"""What harms only where it begins a text."""
LATER = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "</script><svg onload=alert(1)>",
    "</title></textarea><iframe src=//x.example>",
    "<!--<a href=javascript:alert(1)>",
    "[klik](javascript:alert(1))",
    "![x](https://x.example/x.png)",
    "<https://x.example>",
    "{{ 7777 * 7777 }}{% raw %}",
    "${alert(1)}`alert(1)`",
    "&lt;b&gt;&#60;i&#62;",
    "%s {0} {nl} {title}",
    "END:VEVENT BEGIN:VEVENT",
    "]]></loc><x/>",
)
PAYLOADS = (*ALONE, *FIRST, *LATER)
FORBIDDEN = ("\u202etxt.exe", "a\x00b", "a\x1b[31mb", "a\u2028b", "a\ufeffb", "\ud83d")
HARMLESS = "Woorden"
TOGETHER = 4
LEADS = {"href", "src", "action", "formaction", "style", "srcset", "data", "xlink:href"}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
Skeleton = Counter[tuple[object, ...]]


@dataclass
class Attacked:
    """The sample school, which of its fields are free text, and all that is refused."""

    top: Path
    school: School
    fields: Mapping[str, tuple[str, ...]]
    refused: tuple[Finding, ...]
    known: dict[str, LedgerVerdict]

    def judged(self, turn: int | None) -> LedgerVerdict:
        """Return the school with a payload in each field that takes one."""
        name = "harmless" if turn is None else f"turn-{turn}"

        def said(one: Field) -> str | None:
            fits = self.fields.get(one.name)
            if not fits:
                return None
            return HARMLESS if turn is None else fits[turn % len(fits)]

        if name not in self.known:
            folder = self.school.written(self.top / name, said)
            self.known[name] = judge_repository(folder)
        return self.known[name]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    """Try each field of each kind once with every payload, until one is refused."""
    top = tmp_path_factory.mktemp("attacked")
    school, fields = sample(top), dict[str, tuple[str, ...]]()
    refused = list[Finding]()
    for number, one in enumerate(smallest(school)):
        found = school.given(one, PAYLOADS[number % len(PAYLOADS)])
        if isinstance(found, tuple):
            refused += found
        if is_free(school, one, found):
            texts = packed(school, one, number)
            fields[one.name] = tuple(text for text in texts if school.takes(one, text))
    return Attacked(top, school, fields, tuple(refused), {})


def smallest(school: School) -> Iterable[Field]:
    """Return each field once, in the smallest document that has it."""
    size = {path: len(as_bytes(data)) for path, data in school.documents.items()}
    found = sorted(school.fields, key=lambda one: size[one.path])
    return {one.name: one for one in reversed(found)}.values()


def packed(school: School, one: Field, number: int) -> Iterator[str]:
    """Yield all payloads that a field takes, as many together as it takes."""
    waiting = deque(LATER)
    waiting.rotate(number)
    yield from ALONE
    for first in FIRST:
        yield joined(school, one, first, waiting)
    while waiting:
        yield joined(school, one, waiting.popleft(), waiting)


def joined(school: School, one: Field, text: str, waiting: deque[str]) -> str:
    for _ in range(TOGETHER):
        longer = " ".join((text, *[*waiting][:1]))
        if longer == text or not school.takes(one, longer):
            break
        waiting.popleft()
        text = longer
    return text


def is_free(school: School, one: Field, found: Document | tuple[Finding, ...]) -> bool:
    """Tell whether a field takes any text: some of these words are ids as well."""
    if isinstance(found, tuple) and {each.code for each in found} != {_TOO_LONG}:
        return False
    return school.takes(one, "a <b")


_TOO_LONG = "schema.too-long"


def skeleton(page: Node) -> Skeleton:
    """Return the elements of a page, their attributes, links, scripts and styles."""
    return Counter(
        (
            one.tag,
            *sorted(
                (name, value if name in LEADS or name.startswith("on") else "")
                for name, value in one.attrs.items()
            ),
            *([one.text] if one.tag in ("script", "style") else []),
        )
        for one in page.elements
    )


def generated(verdict: LedgerVerdict, out: Path) -> Path:
    generate(verdict, out, shipped_templates(), Readers())
    return out


def html_of(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.html")):
        yield str(path.relative_to(folder)), path.read_text(encoding="utf-8")


def test_every_kind_has_fields_here_and_every_payload_gets_in_somewhere(
    attacked: Attacked,
) -> None:
    assert {kind_of(path).name for path in attacked.school.documents} == set(KINDS)
    every = " ".join(text for fits in attacked.fields.values() for text in fits)
    assert [text for text in PAYLOADS if text not in every] == []
    assert len(attacked.fields) > 60
    assert len(attacked.refused) > 400


def test_no_payload_changes_the_pages(attacked: Attacked) -> None:
    plain = generated(attacked.judged(None), attacked.top / "plain")
    before = dict(html_of(plain))
    shapes = {path: skeleton(tree(html)) for path, html in before.items()}
    told = set[str]()
    for turn in range(max(map(len, attacked.fields.values()))):
        out = generated(attacked.judged(turn), attacked.top / f"pages-{turn}")
        pages = dict(html_of(out))
        assert [*pages] == [*before]
        for path, html in pages.items():
            if html != before[path]:
                after = skeleton(tree(html))
                assert after == shapes[path], (path, after - shapes[path])
                told |= {text for text in PAYLOADS if str(escape(text)) in html}
        check_data(plain, out)
    assert told == set(PAYLOADS)


def check_data(plain: Path, out: Path) -> None:
    """Claim that the files beside the pages have the same shape, and no formulas."""
    sheets = sorted(out.rglob("*.csv"))
    assert sheets
    for sheet in sheets:
        rows, were = rows_of(sheet), rows_of(plain / sheet.relative_to(out))
        assert [len(row) for row in rows] == [len(row) for row in were]
        assert not [c for row in rows for c in row if c.startswith(FORMULA)]
    text = (out / "pages/examens/zoeken-gegevens.js").read_text(encoding="utf-8")
    assert not re.search(r"</script|<!--", text, re.IGNORECASE)
    data = text.removeprefix("window.PROEVE_FINDER=").removesuffix(";\n")
    assert shape(json.loads(data)).keys() == shape_of(plain).keys()
    heads = json.loads((out / "pages.json").read_text(encoding="utf-8"))
    assert all(set(head) == {"title", "kind", "path", "parts"} for head in heads)


def shape(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


def shape_of(plain: Path) -> dict[str, object]:
    text = (plain / "pages/examens/zoeken-gegevens.js").read_text(encoding="utf-8")
    data = text.removeprefix("window.PROEVE_FINDER=").removesuffix(";\n")
    return shape(json.loads(data))


def rows_of(sheet: Path) -> list[list[str]]:
    text = sheet.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


WHOLE = (Audience.COMMITTEE, Audience.INSPECTOR, Audience.PUBLIC)


def limited(verdict: LedgerVerdict) -> Iterator[Profile]:
    exam = verdict.exams[0]
    record = exam.state.document("exam") or {}
    firms = record["companies"]
    assert isinstance(firms, list)
    assert isinstance(firms[0], dict)
    yield from (Profile(audience=one) for one in WHOLE)
    yield Profile(audience=Audience.GROUP, of=exam.state.group)
    yield Profile(audience=Audience.STUDENT, of=str(record["student"]))
    yield Profile(audience=Audience.COMPANY, of=str(firms[0]["company"]))


def test_no_payload_changes_what_others_get_to_see(attacked: Attacked) -> None:
    plain, bad = attacked.judged(None), attacked.judged(3)
    for number, profile in enumerate(limited(plain)):
        folders = [attacked.top / f"own-{number}-{which}" for which in ("a", "b")]
        for verdict, folder in zip((plain, bad), folders, strict=True):
            readers = Readers(language="en", profile=profile)
            generate(verdict, folder, shipped_templates(), readers)
        before, after = (dict(html_of(folder)) for folder in folders)
        assert before.keys() == after.keys()
        for path, html in after.items():
            assert skeleton(tree(html)) == skeleton(tree(before[path])), path


def test_no_payload_changes_the_package_of_an_exam(attacked: Attacked) -> None:
    plain, bad = attacked.judged(None), attacked.judged(0)
    for exam in plain.exams:
        asked = Asked(exam=exam.state.id, audience=Audience.INSPECTOR)
        before, after = (
            tree(package(verdict, asked, shipped_templates()).decode())
            for verdict in (plain, bad)
        )
        assert skeleton(after) == skeleton(before)


def test_no_payload_leaves_its_place_in_the_whole_site(attacked: Attacked) -> None:
    sites = []
    for name, turn in (("themed-plain", None), ("themed", 4)):
        out = attacked.top / name
        verdict = attacked.judged(turn)
        readers = Readers(address="https://school.example/")
        build(verdict, out, site_templates=shipped_templates(), readers=readers)
        sites.append(out)
    before, after = (dict(html_of(out)) for out in sites)
    assert before.keys() == after.keys()
    for path, html in after.items():
        assert skeleton(tree(html)) == skeleton(tree(before[path])), path
    assert tags_of_search(sites[1]) == tags_of_search(sites[0])
    places = ET.parse(sites[1] / "sitemap.xml")  # noqa: S314 - our own file
    for place in places.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
        assert str(place.text).startswith("https://school.example/")


def tags_of_search(site: Path) -> Mapping[str, list[str]]:
    """Return the tags of each entry: the theme shows what it says as HTML."""
    text = (site / "search/search_index.js").read_text(encoding="utf-8")
    index = json.loads(text.removeprefix("var __index = "))
    return {
        entry["location"]: see(entry["title"] + entry["text"]).tags
        for entry in index["docs"]
    }


RAW = (
    b"a: &x <script>alert(1)</script>\n",
    b"a: !!<script> x\n",
    b"<img src=x onerror=alert(1)>: [\n",
    b'"<svg onload=alert(1)>": 1\n"<svg onload=alert(1)>": 2\n',
    b"--- <script>\n--- <b>\n",
    b"a: <script>alert(1)</script>\r\n",
)


def of_texts() -> Iterator[Finding]:
    """Yield what is wrong with files that are no documents, or called by payloads."""
    kind = KINDS["company"]
    for raw in (*RAW, *(_raw(text) for text in (*PAYLOADS, *FORBIDDEN))):
        found = read_as(kind, "exams/registry/companies/c-1.yml", raw)
        if isinstance(found, tuple):
            yield from found
    for text in (*PAYLOADS, *FORBIDDEN[:-1]):
        yield Finding("path.unknown-file", Location(f"exams/{text}"), {"path": text})


def _raw(text: str) -> bytes:
    return f"schema: proeve/company/v1\n{text}: {text}\n".encode("utf-8", "replace")


def test_what_schemas_refuse_is_told_as_text(attacked: Attacked) -> None:
    plain = attacked.judged(None)
    found = (*attacked.refused, *of_texts())
    codes = {one.code for one in found}
    assert {"schema.unknown-field", "schema.pattern", "schema.type"} <= codes
    assert any(code.startswith("yaml.") for code in codes)
    listed = told(plain, found).all("li", "pv-finding")
    assert len(listed) == len(found)
    for one in listed:
        check_finding(one)


def told(verdict: LedgerVerdict, findings: Sequence[Finding]) -> Node:
    """Return the page of an exam in which all of this is wrong."""
    exam = replace(verdict.exams[0], findings=tuple(findings))
    group = exam.state.group
    changed = replace(verdict, groups={group: (exam,)}, findings=tuple(findings))
    (page,) = (one for one in pages(changed, "nl") if one.path.endswith(exam.state.id))
    return tree(page.body)


def check_finding(one: Node) -> None:
    for element in one.elements:
        assert element.tag in ("p", "strong", "span", "code", "a")
        assert set(element.attrs) <= {"class", "href"}
        link = element.attrs.get("href", "../../spelregels/meldingen/yaml.html#x")
        assert re.fullmatch(r"../../spelregels/meldingen/[a-z]+\.html#[a-z-]+", link)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", one.text)
