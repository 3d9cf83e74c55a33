"""How SQLite is spoken to: which file, with which settings, and how a transaction begins.

The driver must never begin a transaction on its own: its deferred begin loses updates silently or fails late when
several processes write (measured in docs/decisions/0002-store.md).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

from peoplezones.store import sqlite_errors  # noqa: F401 - from now on its errors are explained
from peoplezones.store.errors import DatabaseReadOnly, DatabaseUnreachable

#: Marks a file as a Board's database; "PZbd" in ASCII.
APPLICATION_ID = 0x505A6264

MEMORY = ":memory:"

#: Result codes of a first look: the folder may not be written to; there is no room in it, or the disk fails.
_NOT_ALLOWED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
_NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)

_SETTINGS = """
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA recursive_triggers = ON;
"""


def connect(database: str, *, create: bool = False, read_only: bool = False, patience: float) -> sqlite3.Connection:
    """Connect to a file or to `:memory:`; raise sqlite3's own errors.

    Read-only connections open the file for writing where they may and then promise not to: only so can the last of them
    clear away the files that write-ahead logging needs beside the database.
    """
    connection = _opened(_address(database, create), patience)
    try:
        if read_only:
            return _for_reading(connection, database, patience)
        connection.executescript(_SETTINGS)
        if application_id(connection) == APPLICATION_ID:
            write_ahead(connection)
        return connection
    except BaseException:
        connection.close()
        raise


def _address(database: str, create: bool) -> str:
    """Return the URI of `database`, which must exist already unless `create`."""
    if database == MEMORY:
        return "file::memory:"
    return f"file:{quote(os.fsencode(os.path.abspath(database)))}?mode={'rwc' if create else 'rw'}"


class _Connection(sqlite3.Connection):
    """A connection that can be referred to weakly, so that whoever watches it does not keep it open."""

    __slots__ = ("__weakref__",)


def _opened(address: str, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(
        address,
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=patience,
        cached_statements=256,
        factory=_Connection,
    )


def application_id(connection: sqlite3.Connection) -> int:
    """Return the mark of the program that the file belongs to; 0 if it has none."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def write_ahead(connection: sqlite3.Connection) -> None:
    """Have the file keep a write-ahead log, so that readers and the writer do not wait for each other.

    The file remembers it, so this is for one that is ours: new, or restored from a copy that lost it. While somebody
    else has it open it stays as it is, which is safe but slower, and the next to connect tries again.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")


def _for_reading(connection: sqlite3.Connection, database: str, patience: float) -> sqlite3.Connection:
    """Return a connection that refuses to write: this one, or to a copy where the file cannot be shared."""
    try:
        connection.execute("PRAGMA schema_version").fetchone()  # the first real look at the file
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode & 0xFF
        if code not in (*_NOT_ALLOWED, *_NO_ROOM):
            raise
        connection.close()
        path = Path(database)
        connection = _snapshot(path, patience) if code in _NOT_ALLOWED else _alone(path, patience)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _alone(path: Path, patience: float) -> sqlite3.Connection:
    """Return a copy in memory of a database on a full disk, where the index of its write-ahead log has no room.

    Who has the file to itself keeps that index in memory. (Where others have it open, the index is there already.)
    """
    source = _opened(_address(str(path), create=False), patience)
    try:
        source.execute("PRAGMA locking_mode = EXCLUSIVE")
        source.execute("PRAGMA query_only = ON")
        source.execute("PRAGMA schema_version").fetchone()
        return _in_memory(bytearray(source.serialize()), patience)
    finally:
        source.close()


def _in_memory(content: bytearray, patience: float) -> sqlite3.Connection:
    """Return a connection to a database in memory with this content."""
    content[18:20] = b"\x01\x01"  # file format versions: a copy in memory cannot be in write-ahead mode
    connection = _opened("file::memory:", patience)
    connection.deserialize(bytes(content))
    return connection


def _snapshot(path: Path, patience: float) -> sqlite3.Connection:
    """Return a copy in memory of a database in a folder that we may not write to.

    SQLite cannot read such a file in write-ahead mode, and to declare it immutable would be a lie when somebody
    else may write. While nobody has it open there is no `-wal` file beside it, and the file itself is whole; that
    is checked before and after it is read.
    """
    for _ in range(3):
        before = _quiet(path)
        content = bytearray(path.read_bytes())
        if before is not None and _quiet(path) == before:
            return _in_memory(content, patience)
    raise DatabaseReadOnly(
        f"{path} cannot be read now: somebody is writing to it, or was cut short, and you may not write in its folder; "
        "try again later, or ask whoever keeps the folder for leave to write there"
    )


def _quiet(path: Path) -> tuple[int, int] | None:
    """Return time and size of the file's last change, or None while somebody has it open for writing."""
    try:
        if Path(f"{path}-wal").stat().st_size:
            return None
    except FileNotFoundError:
        pass
    except OSError as error:
        raise DatabaseUnreachable(f"{path} could not be opened: {error.strerror}") from error
    status = path.stat()
    return status.st_mtime_ns, status.st_size
