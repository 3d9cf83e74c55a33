"""What a log asks of a witness: to cosign a checkpoint, with the proof that it grew.

A file of it is the body of `add-checkpoint` in C2SP tlog-witness.
"""

from __future__ import annotations

import re

import msgspec

from peoplezones.domain.public_key import NoteWrong

from .hashes import hashes_in, written
from .note import Checkpoint, Note, read_checkpoint, read_note

_OLD = re.compile(r"old (0|[1-9][0-9]{0,15})", re.ASCII)


class WitnessRequest(msgspec.Struct, frozen=True):
    """A checkpoint, and the proof that its tree begins with that of `old` leaves; nothing of it has been checked."""

    old: int
    path: tuple[bytes, ...]
    note: Note

    @property
    def said(self) -> Checkpoint:
        """What the checkpoint says. Raises NoteWrong."""
        return read_checkpoint(self.note)

    def __str__(self) -> str:
        return f"old {self.old}\n{written(self.path)}\n{self.note}"


def read_request(text: str) -> WitnessRequest:
    """Return a request. Raises NoteWrong where it is none."""
    proof, blank, rest = text.partition("\n\n")
    first, *lines = proof.split("\n")
    old = _OLD.fullmatch(first)
    if not blank or old is None:
        raise NoteWrong(
            "a request to a witness begins with `old` and a size, then the hashes of a proof, then the checkpoint: "
            "make one with 'peoplezones audit checkpoint --for-witness'"
        )
    path = hashes_in(lines)
    note = read_note(rest)
    read_checkpoint(note)
    return WitnessRequest(int(old[1]), path, note)
