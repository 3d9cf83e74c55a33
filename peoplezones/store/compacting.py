"""To leave nothing of an erased value in the files of a SQLite database: neither on a free page nor in its log.

`secure_delete` overwrites what is deleted where it stands. That is not all: when rows move between pages, SQLite leaves
copies of them in the unused middle of a page, which a later delete does not find (measured: docs/erasure.md). So the
file is written anew from what is alive (VACUUM), and the write-ahead log is brought into it and cut to nothing.
"""

from __future__ import annotations

import sqlite3

from sqlalchemy import Engine

from peoplezones.store import sqlite
from peoplezones.store.database import driver_of, place_of
from peoplezones.store.errors import explaining

#: Seconds to wait for readers to let go of the write-ahead log.
PATIENCE = 10.0


def compact(engine: Engine, patience: float = PATIENCE) -> bool:
    """Write the database anew and empty its write-ahead log; return whether nothing old is left in its files.

    False where another program reads or writes for longer than `patience` seconds: what was erased before is out of
    every table, but the log beside the file may still hold it. Raises DiskFull and other faults of the store.
    """
    if engine.dialect.name != "sqlite" or engine.url.database in (None, sqlite.MEMORY):
        return True  # nothing of it is in a file
    with explaining(place_of(engine)), engine.connect() as connection:
        driver = driver_of(connection)
        driver.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")
        try:
            return _rewritten(driver) and _emptied(driver)
        finally:
            driver.execute(f"PRAGMA busy_timeout = {int(sqlite.PATIENCE * 1000)}")


def _rewritten(driver: sqlite3.Connection) -> bool:
    try:
        driver.execute("VACUUM")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _emptied(driver: sqlite3.Connection) -> bool:
    """Whether all of the write-ahead log is now in the database and its file is empty (or there is none)."""
    busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
