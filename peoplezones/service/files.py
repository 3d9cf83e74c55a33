"""Reading the file that somebody names: a file and nothing else, and no more of it than can be taken."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from peoplezones.domain.errors import UsageError
from peoplezones.domain.files import LARGEST, File, check_size

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


class FileUnusable(UsageError):
    """This file cannot be attached."""


def file_at(path: str | os.PathLike[str], largest: int | None = None) -> File:
    """Return the file at a path, or where a link there leads. Raises FileUnusable; one too large is not read.

    Nothing but a regular file is opened for reading: a pipe or device would never end, or never begin.
    """
    place = os.fspath(path)
    try:
        opened = os.open(place, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            check_size(_size_of(os.fstat(opened)), largest)
            with os.fdopen(opened, "rb", closefd=False) as file:
                content = file.read(LARGEST + 1)
        finally:
            os.close(opened)
    except (OSError, ValueError) as error:
        raise FileUnusable(f"{_printable(place)}: {getattr(error, 'strerror', None) or error}") from None
    return File(Path(place).name, content)


def _size_of(status: os.stat_result) -> int:
    """Return the size of a regular file. Raises ValueError for anything else."""
    for is_one, words in _KINDS:
        if is_one(status.st_mode):
            raise ValueError(f"this is {words}, and no file")
    return status.st_size


def _printable(place: str) -> str:
    return os.fsencode(place).decode("utf-8", "replace")
