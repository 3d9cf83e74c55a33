"""To leave nothing of an erased value in the files of a SQLite database: neither on a free page nor in its log.

`secure_delete` overwrites what is deleted where it stands. That is not all: when rows move between pages, SQLite leaves
copies of them in the unused middle of a page, which a later delete does not find (measured: docs/erasure.md). So the
file is written anew from what is alive (VACUUM), and the write-ahead log is brought into it and cut to nothing.
"""

from __future__ import annotations

import sqlite3
from enum import StrEnum

from sqlalchemy import Engine

from peoplezones.store import dialects, sqlite
from peoplezones.store.database import driver_of, place_of
from peoplezones.store.errors import explaining

#: Seconds to wait for others to let go of the database.
PATIENCE = 10.0


class Left(StrEnum):
    """Why files may still hold what is in no table any more; empty where they do not."""

    NOTHING = ""
    HELD_BACK = (
        "Unused room in the database, and files beside it, may hold for now what was erased: another program is using "
        "it, or the disk is full. When that is over, finish with: peoplezones db compact"
    )
    WITH_SERVER = (
        "The database server's files may hold what was erased until the table is written anew and its log has moved "
        "on: see 'With PostgreSQL' in docs/erasure.md"
    )


def compact(engine: Engine, patience: float = PATIENCE) -> Left:
    """Write the database anew and empty its write-ahead log; return what may be left in its files.

    They are left as they are where another program reads or writes for longer than `patience` seconds, or where there
    is no room: what was erased is out of every table then, and this can be done again later.
    """
    if engine.dialect.name != "sqlite":
        return Left.WITH_SERVER
    if engine.url.database in (None, sqlite.MEMORY):
        return Left.NOTHING
    with explaining(place_of(engine)), engine.connect() as connection:
        driver = driver_of(connection)
        driver.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        try:
            return Left.NOTHING if _rewritten(driver) and _emptied(driver) else Left.HELD_BACK
        finally:
            driver.execute(f"PRAGMA busy_timeout = {int(dialects.PATIENCE * 1000)}")


#: What holds a rewrite back without anything being wrong with the database, by SQLite's primary result code.
_FOR_NOW = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


def _rewritten(driver: sqlite3.Connection) -> bool:
    try:
        driver.execute("VACUUM")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _FOR_NOW:
            raise
        return False
    return True


def _emptied(driver: sqlite3.Connection) -> bool:
    """Whether all of the write-ahead log is now in the database and its file is empty (or there is none)."""
    busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
