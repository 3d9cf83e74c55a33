"""What a witness remembers, in a folder: of each log its key, and the last checkpoint that it cosigned.

One text file a log, so that what belongs together is replaced together: lines `key …` and perhaps `next …` (the key
that is to follow), an empty line, and the cosigned checkpoint once there is one. A lock keeps two runs apart.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import msgspec

from peoplezones.domain.errors import UsageError
from peoplezones.domain.public_key import NoteWrong, PublicKey, public_key

from .files import NotKept, read_text, sync_folder, write_text
from .note import Checkpoint, Note, checkpoint_in

_ENDING = ".log.txt"
_LONGEST_NAME = 180


class Seen(msgspec.Struct, frozen=True):
    """A log as a witness knows it: the key that it trusts, the one that may follow, what was cosigned last."""

    key: PublicKey
    following: PublicKey | None = None
    note: Note | None = None
    said: Checkpoint | None = None

    @property
    def size(self) -> int:
        """How large the log was when it was last cosigned, 0 if it never was."""
        return self.said.size if self.said else 0

    def __str__(self) -> str:
        following = f"next {self.following}\n" if self.following else ""
        return f"key {self.key}\n{following}\n{self.note or ''}"


class State:
    """The memory of a witness. Use it inside `locked`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def seen(self, origin: str) -> Seen | None:
        """Return what is known of a log, or None. Raises UsageError where its file was damaged."""
        file = self._file(origin)
        return _read(file, read_text(file)) if file.exists() else None

    def all(self) -> list[Seen]:
        """Return every log that is known."""
        return [_read(file, read_text(file)) for file in sorted(self.folder.glob(f"*{_ENDING}"))]

    def put(self, seen: Seen) -> None:
        """Remember a log, safe on disk when this returns. Raises NotKept."""
        write_text(self._file(seen.key.name), str(seen))

    def keep_evidence(self, text: str) -> Path:
        """Keep a request that was refused, and return its file; the same request is kept once. Raises NotKept."""
        folder = self.folder / "refused"
        file = folder / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.txt"
        if not file.exists():
            try:
                folder.mkdir(exist_ok=True)
                sync_folder(self.folder)
            except OSError as error:
                raise NotKept(f"'{folder}' could not be made: {error.strerror or error}") from None
            write_text(file, text)
        return file

    def _file(self, origin: str) -> Path:
        name = quote(origin, safe="")
        if len(name) > _LONGEST_NAME:
            name = hashlib.sha256(origin.encode()).hexdigest()
        return self.folder / f"{name}{_ENDING}"


def _read(file: Path, text: str) -> Seen:
    first, _, kept = text.partition("\n\n")
    lines = dict(line.partition(" ")[::2] for line in first.split("\n"))
    try:
        note, said = checkpoint_in(kept) if kept else (None, None)
        following = public_key(lines["next"]) if "next" in lines else None
        return Seen(public_key(lines["key"]), following, note, said)
    except (NoteWrong, LookupError) as error:
        raise UsageError(
            f"'{file}', in which this witness remembers a log, is damaged ({error}): put back the copy that you have. "
            "Without it the witness must not cosign that log, for it could not tell whether it was rewritten"
        ) from None


@contextmanager
def locked(folder: Path, *, create: bool = False) -> Iterator[State]:
    """Yield the memory of a witness, which nobody else uses meanwhile. Raises UsageError where there is no folder."""
    try:
        if create:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotKept(f"'{folder}' could not be made: {error.strerror or error}") from None
    if not folder.is_dir():
        raise UsageError(
            f"there is no folder '{folder}': name the one in which this witness remembers logs (--state), or make it "
            "with 'peoplezones witness trust'"
        )
    try:
        descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise NotKept(f"'{folder}' could not be used: {error.strerror or error}") from None
    try:
        _lock(descriptor)
        yield State(folder)
    finally:
        os.close(descriptor)  # which lets go of the lock, as the end of the process does


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
