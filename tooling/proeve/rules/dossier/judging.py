"""Forms, consensus and results, against the instrument and against each other."""

from collections.abc import Iterator, Mapping

from proeve.model.derivation import Derivation
from proeve.model.instrument import Instrument
from proeve.model.records import (
    Record,
    flag_at,
    number_at,
    record_at,
    text_at,
)
from proeve.process.decisions import DecisionKind
from proeve.process.vocabulary import Part
from proeve.rules.dossier.case import Case, Faults, fault
from proeve.rules.pass_rule import agreed, evaluate
from proeve.rules.passing.exams import check_exam
from proeve.rules.passing.fault import Fault as PassingFault
from proeve.rules.passing.forms import ASSESSORS, check_form, check_outcome
from proeve.rules.passing.forms import check_consensus as check_items
from proeve.rules.passing.scope import Stop, scope_of


def _instrument(case: Case) -> Instrument | None:
    found = case.instrument()
    return found.rules if found else None


def _at(path: str, faults: Iterator[PassingFault]) -> Faults:
    for each in faults:
        yield fault(each.code, path, *each.pointer, **each.args)


def check_use(case: Case) -> Faults:
    """Report units, type or sides that the instrument does not have."""
    instrument, exam = _instrument(case), case.document("exam")
    if instrument is not None and exam is not None:
        yield from _at("exam.yml", check_exam(instrument, exam))


def check_forms(case: Case) -> Faults:
    """Report forms that are not of the pinned instrument, or not its criteria."""
    instrument, exam = _instrument(case), case.document("exam")
    if instrument is None or exam is None:
        return
    for stem, part in ASSESSORS.items():
        path, form = f"forms/{stem}.yml", case.documents.get(f"forms/{stem}.yml")
        if form is None:
            continue
        yield from _at(path, check_form(instrument, form, scope_of(exam)))
        yield from _check_frame(case, form, path, stem, part)


def _check_frame(case: Case, form: Record, path: str, stem: str, part: Part) -> Faults:
    pinned = record_at(case.document("establishment"), "instrument")
    if text_at(form, "instrument", "digest") != text_at(pinned, "digest"):
        code = text_at(pinned, "code")
        yield fault("exam.other-instrument", path, "instrument", "digest", code=code)
    if text_at(form, "part") != stem:
        yield fault("form.other-part", path, "part", part=text_at(form, "part"))
    sealed = text_at(case.documents.get(f"forms/{stem}.seal.yml"), "assessor")
    named = next(iter(case.parts.get(part, ())), "")
    if text_at(form, "assessor") != (sealed or named):
        person = text_at(form, "assessor")
        yield fault("form.other-assessor", path, "assessor", person=person)


def check_consensus(case: Case) -> Faults:
    """Report a consensus that leaves out, invents or misquotes a rating."""
    instrument, exam = _instrument(case), case.document("exam")
    consensus = case.document("consensus")
    if instrument is None or exam is None or consensus is None:
        return
    forms = {
        part: case.documents[f"forms/{stem}.yml"]
        for stem, part in ASSESSORS.items()
        if f"forms/{stem}.yml" in case.documents
    }
    found = check_items(instrument, consensus, scope_of(exam), forms)
    yield from _at("consensus.yml", found)


def check_final(case: Case) -> Faults:
    """Report a final assessment that the pass rule does not make of the consensus."""
    yield from _check_outcome(case, "final-assessment")


def check_result(case: Case) -> Faults:
    """Report a result that is not what the pass rule makes, or counts wrongly."""
    yield from _check_outcome(case, "result")
    result = case.document("result")
    counted = text_at(result, "outcome") in case.registry.policy.attempts
    if flag_at(result, "counts_as_attempt") != counted:
        outcome = text_at(result, "outcome")
        yield fault(
            "result.attempt", "result.yml", "counts_as_attempt", outcome=outcome
        )


def _check_outcome(case: Case, name: str) -> Faults:
    document, derivation = case.document(name), derived(case)
    if document is None or derivation is None:
        return
    path = f"{name}.yml"
    yield from _at(path, check_outcome(document, derivation))
    for field, kind in _CITED.items():
        cited = number_at(document, field)
        if field in document and not _decided(case, cited, kind, document):
            yield fault("result.no-such-decision", path, field, number=str(cited))
    if case.stopped is not None and "stop" not in document and name != "result":
        yield fault("result.stop-not-cited", path, number=str(case.stopped))


_CITED: Mapping[str, DecisionKind] = {
    "overrule": DecisionKind.OVERRULE,
    "stop": DecisionKind.STOP,
}


def _decided(case: Case, number: int, kind: DecisionKind, document: Record) -> bool:
    """Tell whether the decision that is cited is there, and says this outcome."""
    for decision in case.decisions:
        if decision.number == number and decision.kind is kind:
            said = text_at(decision.record, "outcome")
            return kind is DecisionKind.STOP or said == text_at(document, "outcome")
    return False


def derived(case: Case) -> Derivation | None:
    """Return the derivation of the result from the consensus; None without either."""
    instrument, exam = _instrument(case), case.document("exam")
    if instrument is None or exam is None:
        return None
    ratings = agreed(record_at(case.document("consensus"), "items"))
    stop = Stop(decision=str(case.stopped)) if case.stopped is not None else None
    return evaluate(instrument, ratings, scope=scope_of(exam), stop=stop)
