"""Small files that others rely on: read within a limit, written whole and safe on disk, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from peoplezones.domain.errors import PeopleZonesError, UsageError
from peoplezones.store.placing import placed

LONGEST = 262_144  # bytes of a checkpoint, a proof or a request to a witness


class NotKept(PeopleZonesError):
    """A file could not be written."""


def read_text(path: Path) -> str:
    """Return the text of a small file. Raises UsageError where it is not there, too long, or no UTF-8."""
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST + 1)
        text = raw.decode()
    except OSError as error:
        raise UsageError(f"'{path}' cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise UsageError(f"'{path}' is no text in UTF-8; copy it again, as it was sent") from None
    if len(raw) > LONGEST:
        raise UsageError(f"'{path}' is longer than {LONGEST:,} bytes, so it is not what is wanted here")
    return text


def write_text(path: Path, text: str) -> None:
    """Put a file in its place, whole, safe on disk when this returns. Raises NotKept, and then it is as it was."""
    try:
        with placed(path) as file:
            file.write(text.encode())
        sync_folder(path.parent)
    except OSError as error:
        raise NotKept(f"'{path}' could not be written: {error.strerror or error}") from None


def sync_folder(folder: Path) -> None:
    """Make the names in a folder safe on disk, where the system can (Windows does so by itself)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
