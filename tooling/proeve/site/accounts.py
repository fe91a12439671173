"""Verantwoording: what each rule found, how sure approvals are, and the deviations."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proeve.model.findings import Finding, Severity
from proeve.model.ledger import Judgement, Standing
from proeve.model.registry import Dispensation
from proeve.model.time import TimeBasis
from proeve.process.vocabulary import Level
from proeve.site.cells import Words
from proeve.site.day import Day
from proeve.site.edition import Edition
from proeve.site.listing import Cell, Listing, Row
from proeve.words.codes import ALL
from proeve.words.headings import NOTHING
from proeve.words.labels import label
from proeve.words.labels_lists import FAMILIES, INTROS, LIFTS, LISTS, OVER
from proeve.words.labels_lists import RULES as SAID


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldUp:
    """An exam that commits hold up, by its number and the name of its page."""

    name: str
    number: str
    commits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What was judged of the whole history; `wrong` are findings that fail a run."""

    standings: Mapping[Standing, int]
    troubled: tuple[Judgement, ...]
    held_up: tuple[HeldUp, ...]
    wrong: tuple[Finding, ...]
    notes: tuple[Finding, ...]


def account_of(edition: Edition, day: Day, words: Words) -> Account:
    """Return the account of an edition's history."""
    findings, standings = edition.verdict.findings, edition.verdict.standings
    briefs = (each.brief for each in day.exams)
    return Account(
        standings={standing: standings.get(standing, 0) for standing in Standing},
        troubled=edition.verdict.troubled,
        held_up=tuple(
            HeldUp(
                name=brief.name,
                number=words.exam(brief.scope).text,
                commits=brief.held_up,
            )
            for brief in briefs
            if brief.held_up
        ),
        wrong=tuple(one for one in findings if one.severity is Severity.ERROR),
        notes=tuple(one for one in findings if one.severity is not Severity.ERROR),
    )


def account_lists(edition: Edition, day: Day, words: Words) -> tuple[Listing, ...]:
    """Return the lists of Verantwoording."""
    registry = edition.verdict.registry
    rows = {
        "rules": tuple(_rules(edition.verdict.findings, words)),
        "levels": tuple(_levels(day, words)),
        "bases": tuple(_bases(day, words)),
        "deviations": tuple(_deviations(day, words)),
        "dispensations": tuple(
            _dispensation(each, words) for each in registry.dispensations
        ),
    }
    return tuple(
        Listing(
            id=name,
            title=words.of(LISTS[name]),
            intro=words.of(INTROS[name]),
            columns=words.columns(*_COLUMNS[name]),
            rows=found,
            nothing=words.of(NOTHING),
            most=_MOST.get(name, len(found)),
            sheet=name if name in _MOST else "",
        )
        for name, found in rows.items()
    )


_MOST = {"deviations": 8, "dispensations": 8}
_COLUMNS = {
    "rules": ("rule", "rules", "errors", "notes", "state"),
    "levels": ("level", "number", "share"),
    "bases": ("basis_of_time", "number", "share"),
    "deviations": ("exam", "what", "day", "who", "reason"),
    "dispensations": ("number", "what", "about", "until"),
}


def _rules(findings: tuple[Finding, ...], words: Words) -> Iterator[Row]:
    """Yield each family of rules that reports something, with how often."""
    found = _found(findings)
    for family, count in _families().items():
        errors, notes = found[family, True], found[family, False]
        if not (errors or notes):
            continue
        look = "broken" if errors else "done"
        said = SAID["broken" if errors else "kept"]
        yield Row(
            cells=(
                Cell(text=_family(family, words), link=_manual(family)),
                _number(count),
                _number(errors),
                _number(notes),
                Cell(text=words.of(said), look=look),
            ),
            look="broken" if errors else "",
        )


def quiet_rules(edition: Edition, words: Words) -> tuple[tuple[str, str, int], ...]:
    """Return the families that report nothing: words, manual, and number of rules."""
    found = _found(edition.verdict.findings)
    told = {family for family, _ in found}
    return tuple(
        (_family(family, words), _manual(family), count)
        for family, count in _families().items()
        if family not in told
    )


def _families() -> Counter[str]:
    return Counter(code.partition(".")[0] for code in ALL)


def _found(findings: tuple[Finding, ...]) -> Counter[tuple[str, bool]]:
    return Counter(
        (each.code.partition(".")[0], each.severity is Severity.ERROR)
        for each in findings
    )


def _family(family: str, words: Words) -> str:
    return words.of(FAMILIES[family]) if family in FAMILIES else family


def _manual(family: str) -> str:
    return f"spelregels/meldingen.html#familie-{family}"


def _levels(day: Day, words: Words) -> Iterator[Row]:
    counts: Counter[Level] = Counter()
    for each in day.exams:
        counts.update(dict(each.reckoned.levels))
    whole = counts.total()
    for level in Level:
        text = label(level, words.language)
        name = Cell(text=f"{text[:1].upper()}{text[1:]}")
        number = counts[level]
        yield Row(cells=(name, _number(number), _share(number, whole)))
    doubts = sum(each.reckoned.suspects for each in day.exams)
    look = "late" if doubts else ""
    yield Row(
        cells=(
            Cell(text=words.of(SAID["doubts"])),
            _number(doubts),
            _share(doubts, whole),
        ),
        look=look,
    )


def _bases(day: Day, words: Words) -> Iterator[Row]:
    counts: Counter[TimeBasis] = Counter()
    for each in day.exams:
        counts.update(dict(each.reckoned.bases))
    for basis in TimeBasis:
        number = counts[basis]
        name = label(basis, words.language)
        yield Row(
            cells=(
                Cell(text=f"{name[:1].upper()}{name[1:]}"),
                _number(number),
                _share(number, counts.total()),
            )
        )


def _deviations(day: Day, words: Words) -> Iterator[Row]:
    found = [one for each in day.exams for one in each.reckoned.deviations]
    found.sort(key=lambda one: (one.day, one.scope, one.number), reverse=True)
    for one in found:
        yield Row(
            cells=(
                words.exam(one.scope),
                Cell(text=label(one.kind, words.language), look="strong"),
                words.day(one.day),
                Cell(people=(one.by,) if one.by else ()),
                Cell(text=one.reason),
            )
        )


def _dispensation(each: Dispensation, words: Words) -> Row:
    lifts = LIFTS.get(each.lifts)
    exam = f"groups/{each.exam}" if each.exam else ""
    whole = Cell(text=each.company or words.of(OVER["school"]))
    return Row(
        cells=(
            Cell(text=str(each.number)),
            Cell(text=words.of(lifts) if lifts else each.lifts),
            words.exam(exam) if exam in words.facts else whole,
            words.day(each.until or ""),
        )
    )


def _number(count: int) -> Cell:
    return Cell(text=str(count), look="number")


def _share(count: int, whole: int) -> Cell:
    return Cell(text=f"{round(100 * count / whole)}%" if whole else "", look="number")
