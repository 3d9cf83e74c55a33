"""What SQLite raises, in words.

Result codes: https://sqlite.org/rescode.html
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from peoplezones.domain.errors import StoreError
from peoplezones.store.errors import (
    ConstraintBroken,
    DatabaseDamaged,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseUnreachable,
    DiskFailed,
    DiskFull,
    NotABoard,
    understand,
)

#: By SQLite's primary result code: the exception, and what to say after the place.
_EXPLANATIONS: dict[int, tuple[Callable[[str], StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (
        DatabaseLocked,
        "is in use by another program, which did not let go of it. Nothing was changed: try again, or close "
        "that program",
    ),
    sqlite3.SQLITE_LOCKED: (
        DatabaseLocked,
        "is in use by another part of this program. Nothing was changed: try again",
    ),
    sqlite3.SQLITE_READONLY: (
        DatabaseReadOnly,
        "may be read, but not written. Nothing was changed: ask whoever keeps the file for leave to write to it "
        "and to its folder",
    ),
    sqlite3.SQLITE_PROTOCOL: (
        DatabaseLocked,
        "could not be shared with other programs just now. Nothing was changed: try again",
    ),
    sqlite3.SQLITE_PERM: (DatabaseUnreachable, "may not be opened: ask whoever keeps the file for leave"),
    sqlite3.SQLITE_CANTOPEN: (
        DatabaseUnreachable,
        "could not be opened: check that its folder exists and that you may read and write there",
    ),
    sqlite3.SQLITE_FULL: (
        DiskFull,
        "has no room left: the disk is full. Nothing was changed: make room and try again",
    ),
    sqlite3.SQLITE_IOERR: (
        DiskFailed,
        "could not be read or written: the disk may be full, failing or gone. Nothing was changed: check it and "
        "try again",
    ),
    sqlite3.SQLITE_CORRUPT: (  # so SQLite also calls a disk that cannot be read
        DatabaseDamaged,
        "is damaged, or its disk cannot be read: have the disk looked at; where that is sound, put a backup in its "
        "place, or rebuild it from its log",
    ),
    sqlite3.SQLITE_NOTADB: (NotABoard, "is not a database: give the file in which your Board is kept"),
    sqlite3.SQLITE_CONSTRAINT: (ConstraintBroken, "refused a change, and nothing was changed"),
}


def explained(error: BaseException, place: str) -> StoreError | None:
    """Return the fault that says what `error` means for the file at `place`, or None for a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind, words = _EXPLANATIONS.get(code & 0xFF, (StoreError, "could not be used"))
    return kind(f"{place} {words} ({error})")


understand(sqlite3.Error, explained)
