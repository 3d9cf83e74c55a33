"""The Merkle tree over the log: hashes, the frontier that grows by a leaf at a time, and proofs.

As in RFC 6962, section 2.1 (RFC 9162 keeps it): SHA-256, `0x00` before a leaf and `0x01` before two nodes, and a tree
of n leaves split at the largest power of two below n. Hashes are 32 bytes.

A *node* is named by level (0: leaves) and index; it is whole when all its `2**level` leaves are there. The *frontier*
of a tree are its largest whole nodes from left to right, one for each bit of its size: all that is needed to append.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

from .errors import PeopleZonesError

EMPTY = hashlib.sha256().digest()
Frontier = tuple[bytes, ...]
Node = tuple[int, int]  # level, index
HashOf = Callable[[int, int], bytes]  # the hash of a whole node


class ProofWrong(PeopleZonesError):
    """A proof does not lead from what it starts with to what it should end in."""


def leaf(line: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(b"\x00" + line).digest()


def parent(left: bytes, right: bytes) -> bytes:
    """Return the hash of the node above two others."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def append(size: int, frontier: Frontier, added: bytes) -> tuple[Frontier, list[tuple[Node, bytes]]]:
    """Return the frontier of a tree of `size` leaves once `added` is the next, and the nodes above it made whole."""
    hashes, whole = [*frontier, added], []
    level, index = 0, size
    while index & 1:
        right, left = hashes.pop(), hashes.pop()
        hashes.append(parent(left, right))
        level, index = level + 1, index >> 1
        whole.append(((level, index), hashes[-1]))
    return tuple(hashes), whole


def root(frontier: Sequence[bytes]) -> bytes:
    """Return the root of the tree with this frontier."""
    if not frontier:
        return EMPTY
    found = frontier[-1]
    for left in reversed(frontier[:-1]):
        found = parent(left, found)
    return found


def whole_nodes(start: int, end: int) -> Iterator[Node]:
    """Yield the largest whole nodes that cover the leaves from `start` up to `end`, where `start` fits the split."""
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def frontier_of(size: int, hash_of: HashOf) -> Frontier:
    """Return the frontier of the tree's first `size` leaves."""
    return tuple(hash_of(*node) for node in whole_nodes(0, size))


def _covering(start: int, end: int, hash_of: HashOf) -> bytes:
    return root([hash_of(*node) for node in whole_nodes(start, end)])


def inclusion(index: int, size: int, hash_of: HashOf) -> list[bytes]:
    """Return the audit path of the leaf at `index` (from 0) in the tree of `size` leaves (RFC 6962, 2.1.1)."""
    if not 0 <= index < size:
        raise ProofWrong(f"there is no leaf {index} in a tree of {size}")
    path, start, end = [], 0, size
    while end - start > 1:
        split = start + (1 << ((end - start - 1).bit_length() - 1))
        if index < split:
            path.append(_covering(split, end, hash_of))
            end = split
        else:
            path.append(_covering(start, split, hash_of))
            start = split
    return path[::-1]


def consistency(old: int, size: int, hash_of: HashOf) -> list[bytes]:
    """Return the proof that the tree of `size` leaves begins with that of `old` (RFC 6962, 2.1.2)."""
    if not 0 < old <= size:
        raise ProofWrong(f"a tree of {size} leaves has no beginning of {old}")
    path, start, end, known = [], 0, size, True
    while old != end:
        split = start + (1 << ((end - start - 1).bit_length() - 1))
        if old <= split:
            path.append(_covering(split, end, hash_of))
            end = split
        else:
            path.append(_covering(start, split, hash_of))
            start, known = split, False
    return ([] if known else [_covering(start, end, hash_of)]) + path[::-1]


def root_from_inclusion(index: int, size: int, leaf_hash: bytes, path: Sequence[bytes]) -> bytes:
    """Return the root to which an audit path leads (RFC 9162, 2.1.3.2). Raises ProofWrong where it cannot be one."""
    if not 0 <= index < size:
        raise ProofWrong(f"there is no leaf {index} in a tree of {size}")
    found = leaf_hash
    for beside, on_the_left in _climbing(index, size - 1, path):
        found = parent(beside, found) if on_the_left else parent(found, beside)
    return found


def check_consistency(old: int, old_root: bytes, size: int, new_root: bytes, path: Sequence[bytes]) -> None:
    """Raise ProofWrong unless the path proves that the larger tree begins with the smaller (RFC 9162, 2.1.4.2)."""
    if not 0 < old <= size:
        raise ProofWrong(f"a tree of {size} leaves has no beginning of {old}")
    if old == size:
        if path:
            raise ProofWrong("the path is too long")
        if old_root != new_root:
            raise ProofWrong("two trees of one size have different roots")
        return
    hashes = [old_root, *path] if old & (old - 1) == 0 else [*path]
    if not hashes:
        raise ProofWrong("the path is too short")
    whole = (old & -old).bit_length() - 1  # the smaller tree ends in a whole node of this level
    before = after = hashes[0]
    for beside, on_the_left in _climbing((old - 1) >> whole, (size - 1) >> whole, hashes[1:]):
        if on_the_left:
            before, after = parent(beside, before), parent(beside, after)
        else:
            after = parent(after, beside)
    if before != old_root or after != new_root:
        raise ProofWrong("the path does not lead to both roots")


def _climbing(place: int, last: int, path: Sequence[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield each hash of a path, and whether it is on the left; `last` is the last node of the level of `place`.

    Raises ProofWrong where the path is not as long as the way from there to the root.
    """
    for beside in path:
        if last == 0:
            raise ProofWrong("the path is too long")
        on_the_left = bool(place & 1) or place == last
        yield beside, on_the_left
        if on_the_left:
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        place, last = place >> 1, last >> 1
    if last:
        raise ProofWrong("the path is too short")
