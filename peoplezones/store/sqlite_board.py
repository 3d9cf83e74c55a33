"""A Board in an SQLite file: what `dialects.Dialect` asks for."""

from __future__ import annotations

import sqlite3
import weakref
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from peoplezones.store import sqlite
from peoplezones.store.address import printable, refuse_unusable, shown
from peoplezones.store.errors import NotABoard, explaining

_LOST = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PROTOCOL)

#: "demo" in ASCII, kept in the file's `user_version`, which is 0 in every other database of a Board.
DEMONSTRATION = 0x64656D6F


def engine_for(url: URL, *, create: bool, read_only: bool, patience: float) -> Engine:
    """Return an engine for the file that `url` names; refuse what is plainly no file."""
    database = url.database or sqlite.MEMORY
    if database != sqlite.MEMORY:
        refuse_unusable(Path(database), create)
    shared = database == sqlite.MEMORY  # a second connection would be a second, empty database

    opened: weakref.WeakSet[sqlite3.Connection] = weakref.WeakSet()

    def connect() -> sqlite3.Connection:
        connection = sqlite.connect(database, create=create, read_only=read_only, patience=patience)
        opened.add(connection)
        return connection

    engine = create_engine(url, creator=connect, poolclass=StaticPool if shared else QueuePool)
    # One that nobody holds any more lets go of its file. (To hold its pool here would hold the engine itself for ever.)
    weakref.finalize(engine, _close, opened)
    return engine


def _close(connections: weakref.WeakSet[sqlite3.Connection]) -> None:
    for connection in list(connections):
        connection.close()


def begin_writing(driver: sqlite3.Connection, _: Engine) -> None:
    """Begin a transaction that already holds the file's only right to write."""
    driver.execute("BEGIN IMMEDIATE")


def begin_reading(driver: sqlite3.Connection) -> None:
    """Begin a transaction that sees one unchanging state."""
    driver.execute("BEGIN")


def lost(_: sqlite3.Connection, error: BaseException | None = None) -> bool:
    """Whether the connection is of no more use: where the disk failed it may hold a lock or be read-only."""
    original = error.orig if isinstance(error, DBAPIError) else error
    return getattr(original, "sqlite_errorcode", 0) & 0xFF in _LOST


def together(_: sqlite3.Connection) -> AbstractContextManager[object]:
    """Send nothing at once: SQLite is not far away."""
    return nullcontext()


def let_go(_: Connection) -> None:
    """Do nothing: half an answer holds nothing on a server."""


def revisions(driver: sqlite3.Connection, engine: Engine) -> list[str]:
    """Return what the file says its revision is. Raises NotABoard."""
    if sqlite.application_id(driver) != sqlite.APPLICATION_ID:
        place = shown(engine.url)
        raise NotABoard(f"{place} is a database, but not a Board's: give the file in which your Board is kept")
    try:
        return [str(row[0]) for row in driver.execute("SELECT version_num FROM alembic_version").fetchall()]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        return []


def is_taken(driver: sqlite3.Connection, _: Engine, revision: str) -> bool:
    """Whether the file holds anything but an empty database or a Board without entries of this revision."""
    if not driver.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return False
    if sqlite.application_id(driver) != sqlite.APPLICATION_ID:
        return True
    if driver.execute("SELECT version_num FROM alembic_version").fetchall() != [(revision,)]:
        return True
    return bool(driver.execute("SELECT EXISTS (SELECT 1 FROM entry)").fetchone()[0])


def make(connection: Connection, _: Engine) -> bool:
    """Mark an empty file as a Board's; return False where its tables are there already."""
    if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        return False
    connection.exec_driver_sql(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
    return True


def made(driver: sqlite3.Connection) -> None:
    """Begin the write-ahead log, which cannot be done in a transaction."""
    sqlite.write_ahead(driver)


def prepare_upgrade(driver: sqlite3.Connection) -> None:
    """Alembic rebuilds tables to alter them, which foreign keys would refuse; no effect in a transaction."""
    driver.execute("PRAGMA foreign_keys = OFF")


def dangling(driver: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """Return the rows, table first, that refer to nothing."""
    return driver.execute("PRAGMA foreign_key_check").fetchall()


def is_demonstration(driver: sqlite3.Connection, _: Engine) -> bool:
    """Whether the header of the file says that it is a demonstration."""
    found = driver.execute("PRAGMA user_version").fetchone()[0]
    return sqlite.application_id(driver) == sqlite.APPLICATION_ID and found == DEMONSTRATION


def mark_demonstration(driver: sqlite3.Connection, _: Engine) -> None:
    """Say in the header of the file that it is a demonstration."""
    driver.execute(f"PRAGMA user_version = {DEMONSTRATION}")


def is_empty(url: URL) -> bool:
    """Whether there is no file, or one with nothing in it."""
    named = url.database or sqlite.MEMORY
    path = Path(named)
    return named == sqlite.MEMORY or not path.exists() or (path.is_file() and not path.stat().st_size)


def remove(url: URL) -> None:
    """Remove the file and what the write-ahead log keeps beside it."""
    named = url.database or sqlite.MEMORY
    with explaining(printable(named)):
        for file in (Path(named), Path(f"{named}-wal"), Path(f"{named}-shm")):
            file.unlink(missing_ok=True)


def sees_personal(_: Connection) -> bool:
    """Whether personal values are there for us: in a file they always are."""
    return True


def declared(connection: Connection) -> dict[tuple[str, str], str]:
    """Return the tables and triggers of the file as SQL."""
    statement = text("SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'trigger') ORDER BY type, name")
    return {(row.type, row.name): row.sql for row in connection.execute(statement)}


def expected(fresh: Connection) -> dict[tuple[str, str], str]:
    """Return what `declared` should return: what it does for a file that this version has just made."""
    return declared(fresh)
