"""Digests: the protocol's vectors, and what they leave out."""

import hashlib
import subprocess
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from proeve.model.digest import NOTHING, content_digest, scope_digest, tree_digest
from proeve.model.history import FileFact


def fact(data: bytes) -> FileFact:
    return FileFact(hashlib.sha256(data).hexdigest(), len(data), "0" * 40)


def test_the_digest_of_nothing() -> None:
    assert NOTHING == (
        "sha256:dd5663cc0741bf98bacfb668682cd1193b8ad6d03af5b86160b7fd5f99d0d3ff"
    )


def test_the_digest_of_one_file() -> None:
    assert tree_digest({"exam.yml": fact(b"a: 1\n")}) == (
        "sha256:cfa864053710d1e84b12ecdf99ad31c755f6f12aecb65a2ed9893c543498c291"
    )


def test_acts_are_no_part_of_a_text() -> None:
    files = {"exam.yml": fact(b"a: 1\n"), "acts/x.act": fact(b"y")}
    for scope in ("registry", "groups/g/e"):
        assert scope_digest(scope, files) == tree_digest({"exam.yml": fact(b"a: 1\n")})


def test_a_folder_named_acts_is_tooling_like_any_other() -> None:
    files = {"acts/x": fact(b"y")}
    assert scope_digest("tooling", files) == tree_digest(files) != NOTHING


def test_the_digest_is_one_that_a_shell_can_make() -> None:
    script = (
        r"printf 'proeve-tree/1\n%s 5 a.yml\n%s 5 forms/first.yml\n' $0 $0 | sha256sum"
    )
    one = fact(b"a: 1\n")
    command = ["sh", "-c", script, one.sha256]
    shell = subprocess.run(command, capture_output=True, text=True, check=True)
    files = {"forms/first.yml": one, "a.yml": one}
    assert tree_digest(files) == f"sha256:{shell.stdout.split()[0]}"


def test_content_is_named_by_its_sha_256() -> None:
    empty = hashlib.sha256(b"").hexdigest()
    assert content_digest(b"") == f"sha256:{empty}"


Paths = st.text("abc./-", min_size=1, max_size=6)


@given(st.dictionaries(Paths, st.binary(max_size=3), max_size=5), st.randoms())
def test_the_order_of_files_does_not_matter(
    files: dict[str, bytes], random: Random
) -> None:
    facts = {path: fact(data) for path, data in files.items()}
    shuffled = list(facts.items())
    random.shuffle(shuffled)
    assert tree_digest(dict(shuffled)) == tree_digest(facts)
