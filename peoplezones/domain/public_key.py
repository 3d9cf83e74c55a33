"""Public keys as signed notes name them: `NAME+ID+KEY` (C2SP signed-note, "verifier keys")."""

from __future__ import annotations

import base64
import binascii
import hashlib

import msgspec

from .errors import PeopleZonesError

ED25519, COSIGNATURE = 0x01, 0x04
_KINDS = (ED25519, COSIGNATURE)


class NoteWrong(PeopleZonesError):
    """A note is malformed, or not signed as it should be."""


class PublicKey(msgspec.Struct, frozen=True):
    """A key that signatures are checked with: its name, what it signs (`kind`) and 32 bytes of Ed25519."""

    name: str
    kind: int
    key: bytes

    @property
    def id(self) -> bytes:
        """The 4 bytes that a signature line begins with."""
        named = self.name.encode() + b"\n" + bytes([self.kind]) + self.key
        return hashlib.sha256(named).digest()[:4]

    def __str__(self) -> str:
        encoded = base64.b64encode(bytes([self.kind]) + self.key).decode()
        return f"{self.name}+{self.id.hex()}+{encoded}"


def public_key(text: str) -> PublicKey:
    """Return the key that `NAME+ID+KEY` stands for. Raises NoteWrong."""
    parts = text.strip().split("+", 2)
    if len(parts) != 3:
        raise NoteWrong("a public key is written as NAME+ID+KEY")
    raw = decoded(parts[2], "the public key")
    if len(raw) != 33 or raw[0] not in _KINDS:
        raise NoteWrong("only Ed25519 keys, for signatures or cosignatures, are known here")
    key = PublicKey(checked_name(parts[0]), raw[0], raw[1:])
    if key.id.hex() != parts[1]:
        raise NoteWrong(f"the public key of '{key.name}' does not have the id {parts[1]}; copy it again, whole")
    return key


def checked_name(name: str) -> str:
    """Return the name of a key. Raises NoteWrong where it cannot be one."""
    if not name or "+" in name or any(character.isspace() for character in name):
        raise NoteWrong(f"'{name}' cannot be the name of a key: leave out spaces and +")
    return name


def decoded(text: str, what: str) -> bytes:
    """Return what stands there in base64, written in the one way in which it can be. Raises NoteWrong."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if base64.b64encode(raw).decode() != text:
        raise NoteWrong(f"{what} is not in base64")
    return raw
