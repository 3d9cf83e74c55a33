"""A log in memory, with what proofs need, and a log's key and a witness's: for tests that need no database."""

from __future__ import annotations

from collections.abc import Sequence

from peoplezones.audit.note import Checkpoint, Note
from peoplezones.audit.request import WitnessRequest
from peoplezones.audit.secret import Secret
from peoplezones.domain import merkle
from peoplezones.domain.public_key import COSIGNATURE, ED25519

ORIGIN = "peoplezones/9a0c3c0d6be04c1d8f2e5f9f6d0c1b2a"
LOG = Secret(ORIGIN, ED25519, bytes(range(32)))
NEXT = Secret(ORIGIN, ED25519, bytes(range(1, 33)))
STRANGER = Secret(ORIGIN, ED25519, bytes(range(2, 34)))
WITNESS = Secret("agency.example/witness", COSIGNATURE, bytes(range(3, 35)))
NOW = 1_800_000_000


class Tree:
    """The tree over some leaves."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self.leaves = [merkle.leaf(leaf) for leaf in leaves]

    def __call__(self, level: int, index: int) -> bytes:
        """Return the hash of a whole node."""
        if level == 0:
            return self.leaves[index]
        return merkle.parent(self(level - 1, 2 * index), self(level - 1, 2 * index + 1))

    def root(self, size: int) -> bytes:
        """Return the root over the first leaves."""
        return merkle.root(merkle.frontier_of(size, self))

    def checkpoint(self, size: int, *secrets: Secret) -> Note:
        """Return the checkpoint at a size, signed by the log's key unless others are given."""
        text = Checkpoint(ORIGIN, size, self.root(size)).text
        return Note(text, tuple(secret.sign(text) for secret in secrets or (LOG,)))

    def request(self, old: int, size: int, *secrets: Secret) -> WitnessRequest:
        """Return a request to a witness that has last seen `old` entries."""
        path = tuple(merkle.consistency(old, size, self)) if old else ()
        return WitnessRequest(old, path, self.checkpoint(size, *secrets))


def grown(size: int, *, fork: int | None = None) -> Tree:
    """Return a log of so many entries, in which those from `fork` on are others."""
    return Tree([f"entry {n}{'' if fork is None or n < fork else ', rewritten'}".encode() for n in range(size)])
