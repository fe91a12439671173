"""The hash tree of decision lists has the shape of RFC 6962; its proofs are exact."""

from hypothesis import given
from hypothesis import strategies as st

from proeve.model.hashtree import leaf, path_of, root_from, root_of
from tests.receiver import lists

# The leaves and roots with which Certificate Transparency tests its own trees.
INPUTS = (
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
COUNTS = st.integers(1, 70)


def _leaves(count: int) -> list[bytes]:
    return [leaf(lists.salt_of(number), b"text") for number in range(count)]


def test_the_roots_are_those_of_certificate_transparency() -> None:
    leaves = [leaf(b"", bytes.fromhex(each)) for each in INPUTS]
    assert [root_of(leaves[: n + 1]).hex() for n in range(len(leaves))] == list(ROOTS)


@given(COUNTS, st.data())
def test_each_line_leads_to_the_root(count: int, data: st.DataObject) -> None:
    leaves, index = _leaves(count), data.draw(st.integers(0, count - 1))
    path = path_of(leaves, index)
    assert list(path) == lists.path(leaves, index)
    assert root_from(leaves[index], index, count, path) == lists.tree(leaves)


@given(COUNTS, st.data())
def test_a_path_leads_there_from_its_own_place_only(
    count: int, data: st.DataObject
) -> None:
    leaves = _leaves(count)
    index, other = data.draw(st.tuples(*[st.integers(0, count - 1)] * 2))
    path = path_of(leaves, index)
    found = root_from(leaves[index], other, count, path)
    assert (found == root_of(leaves)) == (other == index)


@given(COUNTS, st.data())
def test_a_path_of_another_length_leads_nowhere(
    count: int, data: st.DataObject
) -> None:
    leaves, index = _leaves(count), data.draw(st.integers(0, count - 1))
    path = path_of(leaves, index)
    root = root_of(leaves)
    assert root_from(leaves[index], index, count, (*path, bytes(32))) != root
    if path:
        assert root_from(leaves[index], index, count, path[:-1]) != root
        assert root_from(leaves[index], index, count, path[1:]) != root


@given(COUNTS)
def test_a_node_does_not_pass_for_a_leaf(count: int) -> None:
    leaves = _leaves(2 * count)
    inner = [root_of(leaves[at : at + 2]) for at in range(0, len(leaves), 2)]
    # The tree over nodes has the same root; each of its leaves is no leaf of a text.
    assert root_of(inner) == root_of(leaves)
    left, right = leaves[:2]
    assert leaf(b"", left + right) != inner[0]


def test_a_place_outside_the_list_leads_nowhere() -> None:
    leaves = _leaves(3)
    path = path_of(leaves, 2)
    assert root_from(leaves[2], 3, 3, path) is None
    assert root_from(leaves[2], -1, 3, path) is None
