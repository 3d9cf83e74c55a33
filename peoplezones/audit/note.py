"""Signed notes, checkpoints and cosignatures: statements about the log that its Board cannot take back.

As specified by C2SP: signed-note (Ed25519, type 0x01), tlog-checkpoint (origin, size and root hash of the tree), and
tlog-cosignature (Ed25519, type 0x04: a witness says that it saw the log grow to this size, and when). Texts are
UTF-8 with a newline at the end of every line.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable

import msgspec

from peoplezones.domain.public_key import COSIGNATURE as COSIGNATURE
from peoplezones.domain.public_key import ED25519 as ED25519
from peoplezones.domain.public_key import NoteWrong as NoteWrong
from peoplezones.domain.public_key import PublicKey as PublicKey
from peoplezones.domain.public_key import checked_name, decoded
from peoplezones.domain.public_key import public_key as public_key

LONGEST = 65_536  # characters of a note
_MOST_SIGNATURES = 100
_LINE = re.compile(r"\u2014 (?P<name>[^\s+]+) (?P<signature>[A-Za-z0-9+/]+={0,2})\n")
_SIZE = re.compile(r"0|[1-9][0-9]{0,15}", re.ASCII)


class Signature(msgspec.Struct, frozen=True):
    """One signature line: the name and 4-byte id of the key, and what follows them."""

    name: str
    id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"\u2014 {self.name} {base64.b64encode(self.id + self.value).decode()}\n"


class Note(msgspec.Struct, frozen=True):
    """A text with signatures, nothing of which has been checked yet."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.signatures))}"


class Checkpoint(msgspec.Struct, frozen=True):
    """How large the log of `origin` is, and the root of its tree (32 bytes)."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The note text that says so."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


class Witnessed(msgspec.Struct, frozen=True):
    """That a key has signed, and when it says it did (seconds since 1970; None for the log's own signature)."""

    key: PublicKey
    at: int | None


def read_note(text: str, longest: int = LONGEST) -> Note:
    """Return a note, nothing checked. Raises NoteWrong where it is not one."""
    if len(text) > longest:
        raise NoteWrong(f"a note of {len(text):,} characters is too long")
    if any(ord(character) < 0x20 and character != "\n" for character in text):
        raise NoteWrong("a note has no control characters but the ends of its lines")
    body, blank, signed = text.rpartition("\n\n")
    if not blank or not signed:
        raise NoteWrong("a note ends in a blank line and its signatures")
    lines = signed.splitlines(keepends=True) if "\u2028" not in signed else []
    if not 0 < len(lines) <= _MOST_SIGNATURES:
        raise NoteWrong(f"a note has 1 to {_MOST_SIGNATURES} signatures")
    return Note(body + "\n", tuple(map(_signature, lines)))


def _signature(line: str) -> Signature:
    match = _LINE.fullmatch(line)
    raw = decoded(match["signature"], "a signature") if match else b""
    if match is None or len(raw) < 5:
        raise NoteWrong(f"this is no signature line: {line.strip()[:80]}")
    return Signature(match["name"], raw[:4], raw[4:])


def read_checkpoint(note: Note) -> Checkpoint:
    """Return what a checkpoint says, signatures not yet checked. Raises NoteWrong."""
    lines = note.text.removesuffix("\n").split("\n")
    if len(lines) < 3 or not all(lines) or not _SIZE.fullmatch(lines[1]):
        raise NoteWrong("a checkpoint says, line by line: the log's origin, its size, the root of its tree")
    root = decoded(lines[2], "the root")
    if len(root) != 32:
        raise NoteWrong("the root of a tree is a hash of 32 bytes")
    return Checkpoint(lines[0], int(lines[1]), root)


def checkpoint_in(text: str) -> tuple[Note, Checkpoint]:
    """Return a checkpoint from its text, signatures not yet checked. Raises NoteWrong."""
    note = read_note(text)
    return note, read_checkpoint(note)


def merged(note: Note, more: Iterable[Note]) -> Note:
    """Return a note with the signatures of others of the same text, each once."""
    found = {(one.name, one.id): one for one in note.signatures}
    for other in more:
        assert other.text == note.text
        found |= {(one.name, one.id): one for one in other.signatures if (one.name, one.id) not in found}
    return Note(note.text, tuple(found.values()))


def signed_by(note: Note, keys: Iterable[PublicKey]) -> list[Witnessed]:
    """Return which of the known keys have signed. Raises NoteWrong if a signature of one of them is false."""
    known = {(key.name, key.id): key for key in keys}
    found: dict[tuple[str, bytes], Witnessed] = {}
    for signature in note.signatures:
        who = signature.name, signature.id
        if who in known and who not in found:
            found[who] = _checked(note.text, signature, known[who])
    return list(found.values())


def _checked(text: str, signature: Signature, key: PublicKey) -> Witnessed:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    at, value, message = None, signature.value, text
    if key.kind == COSIGNATURE:
        at, value = int.from_bytes(signature.value[:8]), signature.value[8:]
        message = _cosigned(at, text)
    try:
        Ed25519PublicKey.from_public_bytes(key.key).verify(value, message.encode())
    except (InvalidSignature, ValueError):
        raise NoteWrong(
            f"the signature of '{key.name}' is false: this was altered, or signed with another key"
        ) from None
    return Witnessed(key, at)


def _cosigned(at: int, text: str) -> str:
    return f"cosignature/v1\ntime {at}\n{text}"


def sign(text: str, name: str, secret: bytes, at: int | None = None) -> Signature:
    """Return a signature of a note text under a 32-byte secret; with `at`, a cosignature of that moment."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.from_private_bytes(secret)
    key = PublicKey(name, ED25519 if at is None else COSIGNATURE, private.public_key().public_bytes_raw())
    value = private.sign((text if at is None else _cosigned(at, text)).encode())
    return Signature(checked_name(name), key.id, value if at is None else at.to_bytes(8) + value)
