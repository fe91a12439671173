"""Attesting: from what a forge shows of reviews to act files under the receiver's key.

Nothing is attested that the judge would not let count; why not is said per review.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proeve.deeds.besides import branch_of, files_in
from proeve.deeds.signing import ActFile, Signer, sign_act
from proeve.deeds.stating import acts_folder
from proeve.errors import RepositoryError, UsageError
from proeve.gather.history import Ledger
from proeve.model.exam import ExamState
from proeve.model.findings import Finding, Location
from proeve.model.ledger import State
from proeve.model.review import Proposal, Review
from proeve.model.statement import Statement
from proeve.process.table import Row
from proeve.process.vocabulary import Action, Role, RowId
from proeve.rules.addressing import address
from proeve.rules.identity import hats_of
from proeve.rules.reviews import faults, newest
from proeve.rules.rows import all_rows, text_of


@dataclass(frozen=True, slots=True)
class Attested:
    """The act files that were made, and why other reviews gave none."""

    acts: tuple[ActFile, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Question:
    """Which row of which exam a proposal changes, and what its text is there."""

    ledger: Ledger
    state: State
    exam: ExamState
    row: Row
    proposal: Proposal
    text: str
    branch: tuple[str, ...]


def attest_reviews(
    ledger: Ledger,
    state: State,
    receiver: Signer,
    asked: tuple[str, RowId, Proposal],
    reviews: Sequence[Review],
) -> Attested:
    """Return the receiver's act for each account whose last word is an approval.

    `asked` names the scope of the exam, the row and the proposal.
    """
    scope, row, proposal = asked
    exam = state.exam(scope)
    if exam is None:
        raise UsageError(f"Er is geen examen {scope}.", f"There is no exam {scope}.")
    found = all_rows(exam)[row]
    text = text_of(found, files_in(ledger.objects, proposal.head, scope) or {})
    branch = branch_of(ledger.objects, ledger.line, proposal.head)
    question = _Question(ledger, state, exam, found, proposal, text, branch)
    acts: list[ActFile] = []
    findings: list[Finding] = []
    for review in newest(reviews):
        wrong = tuple(_faults(question, review))
        findings += wrong
        if not wrong:
            acts.append(_act(question, receiver, review))
    return Attested(tuple(acts), tuple(findings))


def _faults(question: _Question, review: Review) -> Iterator[Finding]:
    """Yield why a review would not count, the first reason of each kind."""
    where = Location(f"exams/{question.exam.scope}", commit=review.commit)
    for code in faults(review):
        yield Finding(code, where, {"state": review.state, "review": str(review.id)})
    person = _person(question, review)
    if person is None:
        host = question.proposal.host
        args = {"host": host, "account": str(review.account)}
        yield Finding("attestation.unknown-account", where, args)
    elif _role(question, person) is None:
        args = {"person": person, "row": question.row.id}
        yield Finding("attestation.no-say", where, args)
    if review.commit not in question.branch:
        yield Finding("attestation.other-commit", where, {"commit": review.commit})
    elif _text_at(question, review.commit) != question.text:
        yield Finding("attestation.other-text", where, {"row": question.row.id})


def _act(question: _Question, receiver: Signer, review: Review) -> ActFile:
    person = _person(question, review) or ""
    role = _role(question, person) or Role.TEACHER
    exam, row, proposal = question.exam, question.row, question.proposal
    changed = question.text != text_of(row, exam.files)
    statement = _statement(question, person, role, exam.row(row.id).seq + changed)
    extra = (
        ("kind", "review"),
        ("forge", proposal.forge),
        ("host", proposal.host),
        ("repo_id", str(proposal.repo_id)),
        ("pr", str(proposal.number)),
        ("review", str(review.id)),
        ("reviewer_id", str(review.account)),
        ("state", review.state),
        ("reviewed_commit", review.commit),
        ("submitted", review.submitted),
    )
    return sign_act(
        receiver, statement, acts_folder(exam.scope), "proeve-receiver", extra
    )


def _statement(question: _Question, person: str, role: Role, seq: int) -> Statement:
    return Statement(
        version=1,
        repo=question.state.registry.repo,
        scope=question.exam.scope,
        step=question.row.step,
        action=Action.APPROVE,
        role=role,
        actor=person,
        seq=seq,
        text=question.text,
    )


def _person(question: _Question, review: Review) -> str | None:
    """Return the one person whose account it is, by its number and never by a name."""
    account = (question.proposal.host, review.account)
    people = question.state.registry.people.values()
    found = [person.id for person in people if account in person.accounts]
    return found[0] if len(found) == 1 else None


def _role(question: _Question, person: str) -> Role | None:
    """Return the role in which the person's approval counts in this row."""
    policy = question.state.registry.policy
    for role in Role:
        said = _statement(question, person, role, 0)
        hats = hats_of(said, question.exam.parts, question.state)
        found = address(said, hats, question.exam, policy)
        if found is not None and found[0].id is question.row.id:
            return role
    return None


def _text_at(question: _Question, commit: str) -> str | None:
    try:
        files = files_in(question.ledger.objects, commit, question.exam.scope)
    except RepositoryError:
        return None
    return None if files is None else text_of(question.row, files)
