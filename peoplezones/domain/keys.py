"""Keys of the log: which of them are in force, and the rules of putting another one in force (`register_key`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .public_key import ED25519, PublicKey, public_key
from .record import Outcome, Request, Value
from .wording import BUILT_IN

REGISTER_KEY = "register_key"
_ORIGIN = "peoplezones/"


def origin_of(log: str) -> str:
    """Return the origin of a log's checkpoints, which is the name of its keys, too."""
    return f"{_ORIGIN}{log}"


class LogKey(Value, frozen=True):
    """A key of the log: the entries that put it in force and took it out (0: none yet), by whom, and the key."""

    n: int
    on: str
    actor: str
    key: PublicKey
    until: int = 0

    @property
    def id(self) -> str:
        """The id by which signatures and entries name it: 8 hexadecimal digits."""
        return self.key.id.hex()

    def in_force_at(self, size: int) -> bool:
        """Whether a checkpoint of this size counts only if this key has signed it."""
        return self.n <= size and (not self.until or size < self.until)


def log_keys(entries: Sequence[Mapping[str, Any]]) -> tuple[LogKey, ...]:
    """Return the keys that `register_key` entries put in force, oldest first. Raises NoteWrong."""
    found: list[LogKey] = []
    ends = [*(entry["n"] for entry in entries[1:]), 0]
    for entry, until in zip(entries, ends, strict=False):
        key = public_key(entry["asked"]["key"])
        found.append(LogKey(entry["n"], entry["on"], entry["actor"] or "", key, until))
    return tuple(found)


def judge_key(keys: Sequence[LogKey], log: str, request: Request) -> list[Outcome]:
    """Judge that a key is one of this log, new, and says rightly which one it replaces. Raises NoteWrong."""
    key = public_key(request.values["key"])
    names, was = request.values.get("replaces", ""), keys[-1].id if keys else ""
    own = key.name == origin_of(log) and key.kind == ED25519
    known = next((earlier.n for earlier in keys if earlier.key == key), 0)
    return [
        _outcome("own-key", own, f"the key signs for this log ({origin_of(log)})", f"it is one of '{key.name}'"),
        _outcome("new-key", not known, "a key is put in force once", f"entry {known} did so"),
        _outcome("replaces", names == was, "a new key replaces the one in force", _replaced(names, was)),
    ]


def _replaced(names: str, was: str) -> str:
    there = f"the key in force is {was}" if was else "no key is in force"
    return f"{there}, and this one replaces {names or 'none'}"


def _outcome(rule: str, held: bool, needed: str, found: str) -> Outcome:
    return Outcome(rule=rule, held=held, needed=needed, clause="", basis=BUILT_IN, found="" if held else found)
