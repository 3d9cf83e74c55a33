"""The Merkle tree: known roots, the definition in RFC 6962 section 2.1, and proofs of any size."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peoplezones.domain import merkle
from peoplezones.domain.merkle import ProofWrong

#: Eight leaves, and the roots of the trees of the first one to eight, known from Certificate Transparency.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def by_definition(leaves: list[bytes]) -> bytes:
    """Return the tree's root, word for word as RFC 6962 section 2.1 defines it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\x01" + by_definition(leaves[:split]) + by_definition(leaves[split:])).digest()


class Grown:
    """A tree grown leaf by leaf, with all its whole nodes and the root at each size."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.nodes: dict[merkle.Node, bytes] = {}
        self.roots = [merkle.EMPTY]
        self.frontier: merkle.Frontier = ()
        for n, line in enumerate(leaves):
            added = merkle.leaf(line)
            self.nodes[0, n] = added
            self.frontier, whole = merkle.append(n, self.frontier, added)
            self.nodes.update(whole)
            self.roots.append(merkle.root(self.frontier))

    def hash_of(self, level: int, index: int) -> bytes:
        """Return the hash of a whole node."""
        return self.nodes[level, index]


BIG = Grown([b"%d" % n for n in range(300)])
sizes = st.integers(1, 300)


def test_the_known_roots_come_out() -> None:
    assert [root.hex() for root in Grown(LEAVES).roots[1:]] == ROOTS


@given(st.lists(st.binary(max_size=5), max_size=70))
def test_the_root_is_the_one_that_is_defined(leaves: list[bytes]) -> None:
    grown = Grown(leaves)
    assert grown.roots[-1] == by_definition(leaves)
    assert merkle.frontier_of(len(leaves), grown.hash_of) == grown.frontier


@given(st.data(), sizes)
def test_an_inclusion_proof_leads_to_the_root_and_no_other_leaf_does(data: st.DataObject, size: int) -> None:
    index = data.draw(st.integers(0, size - 1))
    path = merkle.inclusion(index, size, BIG.hash_of)
    assert merkle.root_from_inclusion(index, size, BIG.nodes[0, index], path) == BIG.roots[size]
    assert merkle.root_from_inclusion(index, size, merkle.leaf(b"x"), path) != BIG.roots[size]
    for wrong in (path[:-1], [*path, bytes(32)]):
        if wrong != path:
            with pytest.raises(ProofWrong):
                merkle.root_from_inclusion(index, size, BIG.nodes[0, index], wrong)


@given(st.data(), sizes)
def test_a_consistency_proof_holds_between_two_sizes_and_for_nothing_else(data: st.DataObject, size: int) -> None:
    old = data.draw(st.integers(1, size))
    path = merkle.consistency(old, size, BIG.hash_of)
    merkle.check_consistency(old, BIG.roots[old], size, BIG.roots[size], path)
    wrong = [
        (old, bytes(32), size, BIG.roots[size], path),
        (old, BIG.roots[old], size, bytes(32), path),
        (old, BIG.roots[old], size, BIG.roots[size], [*path, bytes(32)]),
    ]
    if path:
        at = data.draw(st.integers(0, len(path) - 1))
        wrong.append((old, BIG.roots[old], size, BIG.roots[size], [*path[:at], bytes(32), *path[at + 1 :]]))
        wrong.append((old, BIG.roots[old], size, BIG.roots[size], path[:-1]))
    for given_wrong in wrong:
        with pytest.raises(ProofWrong):
            merkle.check_consistency(*given_wrong)


@pytest.mark.parametrize(
    "ask", [lambda: merkle.inclusion(3, 3, BIG.hash_of), lambda: merkle.consistency(0, 3, BIG.hash_of)]
)
def test_what_is_not_in_the_tree_has_no_proof(ask: object) -> None:
    with pytest.raises(ProofWrong, match="a tree of 3"):
        ask()  # type: ignore[operator]
