"""Documents and statements that only one rule keeps out."""

from dataclasses import replace

from proeve.model.document import Data
from proeve.process.vocabulary import RowId
from tests.judging import papers, people, school
from tests.judging.attacks import accepted, refused
from tests.judging.changes import Changes
from tests.judging.ledger import Signed, sign_act
from tests.judging.objects import key_of
from tests.judging.people import Doc
from tests.judging.reference import after
from tests.judging.sim import ExamSim
from tests.registry.enrolling import granted

SITE = {"mkdocs.yml": b"site_name: Anders\n"}
CHANGE = {"assignment.yml": papers.assignment("Nieuw")}


def _opened(**changed: Data) -> ExamSim:
    sim = after(5)
    sim.contact.approves(
        "create",
        {"exam.yml": sim.cast.exam(**changed), "assignment.yml": papers.assignment()},
    )
    return sim


def test_an_exam_is_opened_as_the_next_ones_are() -> None:
    accepted(_opened().last)


def test_an_exam_names_a_committee_that_is_there() -> None:
    refused(_opened(committee="ec-nergens-9").last, "exam.no-committee")


def test_an_exam_names_an_instrument_that_is_there() -> None:
    pinned: Doc = {**school.PINNED, "code": "pvb-nergens"}
    refused(_opened(instrument=pinned).last, "exam.no-instrument")


def _handed_in(*items: Doc) -> ExamSim:
    sim = after(20)
    given: Doc = {**papers.evidence(), "items": list(items)}
    proof: Changes = {papers.PROOF_PATH: papers.PROOF} if items else {}
    files: Changes = {"evidence.yml": given, **proof}
    sim.student.approves("evidence", files)
    return sim


def _item(**changed: Data) -> Doc:
    listed = papers.evidence()["items"]
    assert isinstance(listed, list)
    assert isinstance(listed[0], dict)
    return {**listed[0], **changed}


def test_what_was_asked_is_handed_in() -> None:
    accepted(_handed_in(_item()).last)
    refused(_handed_in().last, "evidence.missing")


def test_what_was_not_asked_is_not_handed_in() -> None:
    more = _item(id="e2", **{"for": "E9"})
    refused(_handed_in(_item(), more).last, "evidence.not-asked")


def test_what_is_listed_is_there() -> None:
    gone = _item(id="e2", sha256="sha256:" + "0" * 64)
    refused(_handed_in(_item(), gone).last, "evidence.not-there")


def test_the_genesis_of_a_super_admin_without_a_root_key_is_refused() -> None:
    sim = ExamSim()
    speaker = sim.who(people.TEACHER, "super_admin")
    registry = {**school.registry(), **granted("super_admin", people.TEACHER)}
    refused(speaker.changes("registry", registry), "history.not-a-root-key")


def test_what_lies_nowhere_does_not_come_with_lawful_tooling() -> None:
    sim = after(8)
    files = {**SITE, "/exams/notes.txt": b"x\n"}
    act = sim.second_root.whole_act("tooling", files)
    refused(sim.root.changes("tooling", files, act), "scope.nowhere")


def test_nothing_is_built_on_a_scope_that_is_as_it_was_but_held_up() -> None:
    sim = after(8)
    old = sim.files["assignment.yml"]
    nobody = sim.contact.with_key(None)
    nobody.writes("acquire", CHANGE)
    nobody.writes("acquire", {"assignment.yml": old})
    later = sim.contact.approves("acquire", seq=sim.exam.row(RowId.ACQUIRE).seq)
    assert [each.code for each in later.findings] == ["scope.held-up"]


def _moved(act: Signed, path: str) -> Signed:
    """Return the act in a folder of somebody's choice."""
    name = act.path.rpartition("/")[2]
    return replace(act, fact=replace(act.fact, path=f"{path}/acts/{name}"))


def test_an_act_of_another_exam_does_not_come_along() -> None:
    sim = after(8)
    said = replace(sim.student.act("approve", "acquire").said, scope=people.OTHER_EXAM)
    act = _moved(sign_act(said, key_of(people.STUDENT)), f"exams/{people.EXAM}")
    refused(sim.contact.approves("acquire", CHANGE, act), "scope.other")


def test_a_word_about_the_genesis_is_no_approval_of_an_exam() -> None:
    sim = after(8)
    said = sim.student.act("approve", "acquire").said
    named = (("genesis", "sha256:" + "0" * 64),)
    act = sign_act(said, key_of(people.STUDENT), kind="proeve-genesis", extra=named)
    refused(
        sim.receiver.lands(replace(act, row="acquire")), "statement.other-namespace"
    )
