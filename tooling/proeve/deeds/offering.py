"""Offers: a change of the registry on its way to the second person and back.

The file holds the new documents whole. Who signs it recomputes the text in a clone of
their own and sees what changes; what they sign fits that text and turn, and no other.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from proeve.deeds.clone import Clone
from proeve.deeds.signing import ActFile, Hand, sign_act
from proeve.deeds.stating import Deed, Paper, Word, acts_folder, fact_of, said
from proeve.errors import UsageError
from proeve.history.worktree import put_whole
from proeve.model.statement import REGISTRY
from proeve.process.documents import kind_of
from proeve.process.vocabulary import Action, Role
from proeve.reading.yamltext import data_of
from proeve.rules.holding import files_of

_KIND = "proeve-offer/1"


def write_offer(path: Path, repo: str, papers: Mapping[str, Paper]) -> None:
    """Write an offer to a file."""
    found = {name: paper.content.decode() for name, paper in sorted(papers.items())}
    offer = {"kind": _KIND, "repo": repo, "files": found}
    text = json.dumps(offer, indent=1, ensure_ascii=False)
    put_whole(path, f"{text}\n".encode())


def is_offer(path: Path) -> bool:
    """Tell whether a file is an offer."""
    return path.is_file() and path.read_bytes()[:200].find(_KIND.encode()) >= 0


def read_offer(path: Path, repo: str) -> dict[str, Paper]:
    """Return the papers in an offer; raises UsageError for one of another registry."""
    try:
        offer = json.loads(path.read_text("utf-8"))
        files = offer["files"]
        whole = offer["kind"] == _KIND and offer["repo"] == repo
        papers = {str(name): str(text).encode() for name, text in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise _no_offer(path) from None
    if not whole or any(kind_of(f"registry/{name}") is None for name in papers):
        raise _no_offer(path)
    return {name: _paper(name, content) for name, content in papers.items()}


def _paper(name: str, content: bytes) -> Paper:
    data = data_of(content, name)
    return Paper(content, data if isinstance(data, dict) else None)


def deed_of(person: str, role: Role, papers: Mapping[str, Paper]) -> Deed:
    """Return the deed by which somebody changes the registry."""
    return Deed(
        scope=REGISTRY, actor=person, role=role, action=Action.APPROVE, papers=papers
    )


def approve(
    clone: Clone, hand: Hand, role: Role, papers: Mapping[str, Paper]
) -> ActFile:
    """Return a second person's approval of the registry as the offer would leave it."""
    deed = deed_of(hand.person, role, papers)
    facts = {path: fact_of(paper.content) for path, paper in papers.items()}
    after = {**files_of(clone.state, REGISTRY), **facts}
    word = Word(person=hand.person, role=role, action=Action.APPROVE)
    text = said(clone.state, clone.state.registry.repo, deed, word, after)
    return sign_act(hand, text, acts_folder(REGISTRY))


def _no_offer(path: Path) -> UsageError:
    return UsageError(
        f"{path} is geen voorstel voor dit register.",
        f"{path} is no offer for this registry.",
    )
