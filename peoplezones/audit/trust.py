"""Whose signatures somebody trusts: public keys as they are given, by themselves or in a file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from peoplezones.domain.errors import UsageError
from peoplezones.domain.public_key import NoteWrong, PublicKey, public_key

from .files import read_text


def public_keys(given: Iterable[str]) -> list[PublicKey]:
    """Return the keys: each `NAME+ID+KEY`, or a file that has one on each line. Raises UsageError."""
    return [key for text in given for key in _keys(text)]


def _keys(text: str) -> list[PublicKey]:
    try:
        return [public_key(text)]
    except NoteWrong as wrong:
        if not os.path.exists(text):  # noqa: PTH110 - a text too long for a path is none, and no fault
            raise UsageError(f"'{text[:200]}' names no file, and {wrong}") from None
    lines = [line for line in read_text(Path(text)).splitlines() if line.strip() and not line.startswith("#")]
    try:
        found = [public_key(line) for line in lines]
    except NoteWrong as wrong:
        raise UsageError(f"'{text}' does not have a public key on each line: {wrong}") from None
    if not found:
        raise UsageError(f"there is no public key in '{text}'")
    return found
