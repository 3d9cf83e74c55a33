"""The keys of a log as its own entries put them in force, and which of them a checkpoint of some size needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from peoplezones.domain.entry import ACT
from peoplezones.domain.keys import REGISTER_KEY as REGISTER_KEY
from peoplezones.domain.keys import origin_of as origin_of

from .note import ED25519, NoteWrong, PublicKey, public_key


class InForce(msgspec.Struct, frozen=True):
    """A key of the log, and the entry from which on checkpoints need it."""

    key: PublicKey
    since: int


class Keyring:
    """The keys that a log's entries have put in force so far, oldest first."""

    def __init__(self) -> None:
        self.keys: list[InForce] = []

    def take(self, entry: dict[str, Any]) -> None:
        """Note an entry of the log, which must be one that moved. Raises NoteWrong where its key is none."""
        if entry["kind"] != ACT or entry["transition"] != REGISTER_KEY:
            return
        asked = entry["asked"]
        key = public_key(str(asked.get("key")))
        if str(key) != asked["key"]:
            raise NoteWrong(f"the key '{key}' is not written as keys are")
        if key.name != origin_of(entry["log"]) or key.kind != ED25519:
            raise NoteWrong(f"the key '{key}' is not one that this log could sign with")
        before = self.keys[-1].key.id.hex() if self.keys else None
        if asked.get("replaces") != before:
            raise NoteWrong(f"the key says that it replaces {asked.get('replaces')}, where {before} was in force")
        self.keys.append(InForce(key, entry["n"]))

    def at(self, size: int) -> PublicKey | None:
        """Return the key that a checkpoint of `size` entries needs, or None where none was in force."""
        return next((one.key for one in reversed(self.keys) if one.since <= size), None)

    def known(self, others: Iterable[PublicKey] = ()) -> list[PublicKey]:
        """Return every key of the log, and others."""
        return [*(one.key for one in self.keys), *others]
