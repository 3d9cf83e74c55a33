"""Secret keys, each in a file of its own that nobody else may read, and never in the database.

A file holds one line, as Go's signed notes write it: `PRIVATE+KEY+NAME+ID+SEED`, where SEED is the base64 of one byte
for the kind of the key and 32 bytes of Ed25519 seed (RFC 8032).
"""

from __future__ import annotations

import base64
import os
import secrets
from contextlib import suppress
from pathlib import Path

import msgspec

from peoplezones.domain.errors import UsageError
from peoplezones.domain.public_key import COSIGNATURE, ED25519, NoteWrong, PublicKey, checked_name, decoded

from .files import NotKept, read_text, sync_folder
from .note import Signature, sign

_PREFIX = "PRIVATE+KEY+"
_OTHERS = 0o077  # what everybody but the owner may do with a file


class Secret(msgspec.Struct, frozen=True):
    """A secret key: its name, what it signs (`kind`) and 32 bytes of seed, which are never shown."""

    name: str
    kind: int
    seed: bytes

    @property
    def public(self) -> PublicKey:
        """The key that its signatures are checked with."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        return PublicKey(self.name, self.kind, private.public_key().public_bytes_raw())

    def sign(self, text: str, at: int | None = None) -> Signature:
        """Return its signature of a note text; a witness says at which moment."""
        assert (at is None) == (self.kind == ED25519)
        return sign(text, self.name, self.seed, at)

    def __repr__(self) -> str:
        return f"Secret({self.name!r})"


def new_secret(name: str, kind: int) -> Secret:
    """Draw a key. Raises NoteWrong where the name cannot be one."""
    return Secret(checked_name(name), kind, secrets.token_bytes(32))


def write_secret(path: Path, secret: Secret) -> None:
    """Write a key into a new file that only its owner may read, safe on disk when this returns. Raises NotKept."""
    encoded = base64.b64encode(bytes([secret.kind]) + secret.seed).decode()
    line = f"{_PREFIX}{secret.name}+{secret.public.id.hex()}+{encoded}\n"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise NotKept(f"'{path}' exists already, and a key is never written over; choose another name") from None
    except FileNotFoundError:
        raise NotKept(
            f"there is no folder '{path.absolute().parent}'; make it first, for yourself alone, or name another"
        ) from None
    except OSError as error:
        raise NotKept(f"'{path}' could not be written: {error.strerror or error}") from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())
        sync_folder(path.absolute().parent)
    except OSError as error:
        remove_secret(path)
        raise NotKept(f"'{path}' could not be written: {error.strerror or error}") from None


def remove_secret(path: Path) -> None:
    """Take away the file of a key that nobody has learned of."""
    with suppress(OSError):
        path.unlink()


def read_secret(path: Path, kind: int | None = None) -> Secret:
    """Return the key in a file, of one kind if given. Raises UsageError where there is none, or others may read it."""
    text = read_text(path)
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        raise UsageError(
            f"others than its owner may read the key in '{path}': run 'chmod 600 {path}', and think of "
            "who may have read it already"
        )
    found = _secret(text, path)
    if kind is not None and found.kind != kind:
        what = {ED25519: "signs checkpoints as the log does", COSIGNATURE: "is a witness's"}
        raise UsageError(f"the key in '{path}' {what[found.kind]}; here one is needed that {_USE[kind]}")
    return found


_USE = {ED25519: "signs for the log ('peoplezones audit key new')", COSIGNATURE: "cosigns ('peoplezones witness new')"}


def _secret(text: str, path: Path) -> Secret:
    name, _, rest = text.removeprefix(_PREFIX).strip().partition("+")
    named, _, encoded = rest.partition("+")
    try:
        raw = decoded(encoded, "the secret key")
        if text.startswith(_PREFIX) and len(raw) == 33 and raw[0] in (ED25519, COSIGNATURE):
            found = Secret(checked_name(name), raw[0], raw[1:])
            if found.public.id.hex() == named:
                return found
    except NoteWrong:
        pass
    raise UsageError(f"'{path}' holds no secret key, or not a whole one; put the copy that you kept in its place")
