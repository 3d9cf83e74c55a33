"""The keys of a log: who put which in force, and making another one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from peoplezones.domain.errors import StoreError, UsageError
from peoplezones.domain.keys import REGISTER_KEY, LogKey, log_keys, origin_of
from peoplezones.domain.public_key import ED25519, NoteWrong
from peoplezones.domain.record import Decision
from peoplezones.store.reading import acts_done

from .secret import Secret, new_secret, remove_secret, write_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    Register = Callable[[str], Decision]  # of a public key


class NoKey(UsageError):
    """Say which key signs: --key FILE, or set PEOPLEZONES_KEY; 'peoplezones audit key new' makes one."""


def keys_of(connection: Connection) -> tuple[LogKey, ...]:
    """Return the keys that were ever put in force, oldest first; the last one is in force now. Raises StoreError."""
    try:
        return log_keys([json.loads(line) for line in acts_done(connection, REGISTER_KEY)])
    except (NoteWrong, ValueError, TypeError, LookupError) as error:
        raise StoreError(
            f"an entry that registers a key cannot be read ({error}): 'peoplezones audit verify' tells what is wrong; "
            "put a backup in its place"
        ) from None


def key_in_force(keys: Iterable[LogKey], size: int) -> LogKey | None:
    """Return the key that must have signed a checkpoint of this size, or None where there was none yet."""
    return next((key for key in keys if key.in_force_at(size)), None)


def make_key(path: Path, log: str, register: Register) -> tuple[Secret, Decision]:
    """Draw a key, write it into a new file, and have it registered; a refusal or a misunderstanding leaves no file.

    The file comes first, for a key that is in force and that nobody has could sign no checkpoint ever. After a fault of
    the database it stays: the entry may be there all the same. Raises NotKept, UsageError.
    """
    secret = new_secret(origin_of(log), ED25519)
    write_secret(path, secret)
    try:
        decision = register(str(secret.public))
    except UsageError:
        remove_secret(path)
        raise
    if not decision.moved:
        remove_secret(path)
    return secret, decision
