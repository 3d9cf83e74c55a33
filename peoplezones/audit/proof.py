"""A proof that one entry is in the log, which a stranger can check with nothing but a key (C2SP tlog-proof).

The file says, line by line: the format, the entry's line (`extra`, base64), its place from 0 (`index`), the audit path
(RFC 6962, section 2.1.1), an empty line, and the checkpoint. Where nobody has signed the checkpoint its text stands
alone; it then proves something only to whoever keeps a checkpoint of the same size.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Sequence

import msgspec

from peoplezones.domain import merkle
from peoplezones.domain.errors import UsageError
from peoplezones.domain.keys import origin_of
from peoplezones.domain.public_key import COSIGNATURE, NoteWrong, PublicKey, decoded

from .checkpoint import Head
from .hashes import hashes_in, written
from .note import Checkpoint, Note, Witnessed, read_checkpoint, read_note, signed_by

FORMAT = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,15})", re.ASCII)


class Proof(msgspec.Struct, frozen=True):
    """An entry's line, its place from 0, the path to the root, and the checkpoint; nothing has been checked."""

    line: str
    index: int
    path: tuple[bytes, ...]
    note: Note

    @property
    def said(self) -> Checkpoint:
        """What the checkpoint says. Raises NoteWrong."""
        return read_checkpoint(self.note)

    def __str__(self) -> str:
        extra = base64.b64encode(self.line.encode()).decode()
        kept = str(self.note) if self.note.signatures else self.note.text
        return f"{FORMAT}\nextra {extra}\nindex {self.index}\n{written(self.path)}\n{kept}"


def prove(now: Head, line: str, n: int, note: Note) -> Proof:
    """Return the proof that entry `n` is in the log of a checkpoint. Raises UsageError, ProofWrong."""
    said = read_checkpoint(note)
    if said.origin != now.origin:
        raise UsageError(f"the checkpoint is of another log ({said.origin}; this is {now.origin})")
    if not 0 < n <= said.size:
        raise UsageError(f"the checkpoint is of {said.size:,} entries; entry {n:,} is not among them")
    if now.at(said.size).root != said.root:
        raise merkle.ProofWrong(
            f"this log, at {said.size:,} entries, is not the one of the checkpoint: it was rewritten since; "
            "'peoplezones audit verify --against' tells how far back things are certain"
        )
    proof = Proof(line, n - 1, tuple(merkle.inclusion(n - 1, said.size, now.hashes)), note)
    check_path(proof)
    return proof


def read_proof(text: str) -> Proof:
    """Return a proof. Raises NoteWrong where it is none."""
    begins, blank, rest = text.partition("\n\n")
    lines = begins.split("\n")
    index = _INDEX.fullmatch(lines[2]) if len(lines) > 2 else None
    if not blank or lines[0] != FORMAT or not lines[1].startswith("extra ") or index is None:
        raise NoteWrong(f"this is no proof of an entry: it begins with `{FORMAT}`, `extra` and `index`")
    path = hashes_in(lines[3:])
    try:
        line = decoded(lines[1].removeprefix("extra "), "the entry").decode()
    except UnicodeDecodeError:
        raise NoteWrong("the entry is no text in UTF-8") from None
    note = read_note(rest) if "\n\n" in rest else Note(rest, ())
    read_checkpoint(note)
    return Proof(line, int(index[1]), path, note)


def check_path(proof: Proof) -> None:
    """Raise ProofWrong unless the path leads from the entry to the root, and the entry says that it stands there."""
    said = proof.said
    leaf = merkle.leaf(proof.line.encode())
    if merkle.root_from_inclusion(proof.index, said.size, leaf, proof.path) != said.root:
        raise merkle.ProofWrong(
            f"this is not entry {proof.index + 1:,} of that log: the entry, the path or the checkpoint was altered"
        )
    try:
        entry = json.loads(proof.line)
        stands = entry["n"] == proof.index + 1 and origin_of(entry["log"]) == said.origin
    except (ValueError, TypeError, LookupError, RecursionError):
        stands = False
    if not stands:
        raise merkle.ProofWrong("the entry says of itself that it is another, or of another log")


def check_proof(proof: Proof, trusted: Iterable[PublicKey], kept: Sequence[Note]) -> list[Witnessed]:
    """Check a proof against keys that somebody trusts and checkpoints that they kept; return who has signed.

    Raises ProofWrong where it does not hold, NoteWrong where nobody trusted has said what it rests on.
    """
    check_path(proof)
    origin = proof.said.origin
    speak = [key for key in trusted if key.kind == COSIGNATURE or key.name == origin]  # no log for another
    signed = signed_by(proof.note, speak) if proof.note.signatures else []
    same = [note for note in kept if read_checkpoint(note).origin == origin]
    for note in same:
        own = read_checkpoint(note)
        if own.size == proof.said.size and own.root != proof.said.root:
            raise merkle.ProofWrong(
                f"at {own.size:,} entries the checkpoint that you kept is another: the log was forked"
            )
    if not signed and not any(read_checkpoint(note) == proof.said for note in same):
        raise NoteWrong(
            "the path is right, but nobody whom you trust has signed the checkpoint that it leads to, and it is none "
            "that you kept: anybody could have made this up"
        )
    return signed
