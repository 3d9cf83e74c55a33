"""Where checkpoints are kept: in a file that always has the newest, or in a folder, one file for each size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from peoplezones.domain.errors import UsageError
from peoplezones.domain.public_key import NoteWrong

from .checkpoint import Head, prove_growth, take
from .files import NotKept, read_text, write_text
from .note import Note, checkpoint_in, merged, read_checkpoint
from .secret import Secret

_NAME = re.compile(r"[0-9]{16}\.txt")


class Place(msgspec.Struct, frozen=True):
    """A place for a checkpoint of a size: the file that it goes to, and the newest one that is there already."""

    file: Path
    there: Path | None

    def kept(self) -> Note | None:
        """Return the checkpoint that is there. Raises UsageError where that is something else."""
        if self.there is None:
            return None
        try:
            return checkpoint_in(read_text(self.there))[0]
        except NoteWrong as wrong:
            raise UsageError(
                f"'{self.there}' is no checkpoint ({wrong}); move it away, or choose another place"
            ) from None


def in_file(path: Path) -> Place:
    """Return the place for a checkpoint in a file that always has the newest."""
    return Place(path, path if path.exists() else None)


def in_folder(folder: Path, size: int) -> Place:
    """Return the place for a checkpoint in a folder. Raises NotKept where there is no such folder."""
    if not folder.is_dir():
        raise NotKept(f"the folder '{folder}' does not exist; make it first")
    return Place(folder / f"{size:016}.txt", newest_in(folder))


def of_size(file: Path) -> Place:
    """Return the place for what is added to the checkpoint in a file. Raises UsageError where it is not there."""
    if not file.exists():
        raise UsageError(f"there is no checkpoint in '{file}' to which anything could be added")
    return Place(file, file)


def newest_in(folder: Path) -> Path | None:
    """Return the file with the checkpoint of the largest size in a folder. Raises NotKept."""
    try:
        return max((path for path in folder.iterdir() if _NAME.fullmatch(path.name)), default=None)
    except OSError as error:
        raise NotKept(f"the folder '{folder}' cannot be read: {error.strerror or error}") from None


def checkpoint(now: Head, secrets: Sequence[Secret], size: int, places: Iterable[Place]) -> Note:
    """Sign a checkpoint, once the log is proved to have grown from every one that is kept in these places.

    Raises LogRewritten, UsageError, NoteWrong where nothing can be signed.
    """
    said = now.at(size or now.size)
    for place in places:
        kept = place.kept()
        if kept is not None:
            prove_growth(now, kept, said, f"'{place.there}'")
    return take(now, secrets, said.size)


def keep(note: Note, place: Place) -> bool:
    """Put a checkpoint in its place, and return whether anything changed; signatures that were there stay."""
    kept = place.kept()
    if kept is not None and read_checkpoint(kept).size > read_checkpoint(note).size:
        raise UsageError(f"'{place.file}' has a newer checkpoint, and is left as it is")
    whole = merged(kept, [note]) if kept is not None and kept.text == note.text else note
    if whole == kept and place.there == place.file:
        return False
    write_text(place.file, str(whole))
    return True
