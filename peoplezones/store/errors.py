"""What can be wrong with a Board's database, each with its place and its remedy.

The only module that translates what sqlite3 and SQLAlchemy raise. Result codes: https://sqlite.org/rescode.html
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from peoplezones.domain.errors import StoreError


class DatabaseAddressInvalid(StoreError):
    """The address of the database could not be understood."""

    exit_code = 2


class DatabaseMissing(StoreError):
    """There is no database at this place."""


class DatabaseExists(StoreError):
    """There is something at this place already."""


class NotABoard(StoreError):
    """This is not the database of a Board."""


class DatabaseOlder(StoreError):
    """This database was last written by an earlier version of People Zones."""


class DatabaseNewer(StoreError):
    """This database was written by a newer version of People Zones."""


class DatabaseLocked(StoreError):
    """Another program is using the database and does not let go of it."""


class DatabaseReadOnly(StoreError):
    """The database may be read, but not written."""


class DatabaseUnreachable(StoreError):
    """The database could not be opened."""


class DiskFull(StoreError):
    """There is no room left for the database."""


class DiskFailed(StoreError):
    """The disk could not be read or written."""


class DatabaseDamaged(StoreError):
    """The database is damaged."""


class ConstraintBroken(StoreError):
    """The database refused a row that contradicts what it holds."""


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
    sqlite3.SQLITE_CORRUPT: (DatabaseDamaged, "is damaged: put a backup in its place, or rebuild it from its log"),
    sqlite3.SQLITE_NOTADB: (NotABoard, "is not a database: give the file in which your Board is kept"),
    sqlite3.SQLITE_CONSTRAINT: (ConstraintBroken, "refused a change, and nothing was changed"),
}


def explained(error: sqlite3.Error | DBAPIError, place: str) -> StoreError | None:
    """Return the fault that says what `error` means for the database at `place`, or None for a mistake of ours."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if code is None:
        return None
    kind, words = _EXPLANATIONS.get(code & 0xFF, (StoreError, "could not be used"))
    return kind(f"{place} {words} ({original})")


@contextmanager
def explaining(place: str) -> Iterator[None]:
    """Turn what the database raises inside the block into a `StoreError` about `place`."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        fault = explained(error, place)
        if fault is None:
            raise
        raise fault from error
