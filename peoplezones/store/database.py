"""Opening a Board's database, and the two ways to use it: `reading` and `writing`.

    engine = open_database("peoplezones.db")
    with writing(engine) as connection:      # BEGIN IMMEDIATE ... COMMIT, or ROLLBACK on any exception
        connection.execute(...)

Alembic is not imported here: it costs more than everything else a command does.
"""

from __future__ import annotations

import os
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.pool import QueuePool, StaticPool

from peoplezones.store import sqlite
from peoplezones.store.address import file_named_by, printable, refuse_unusable
from peoplezones.store.errors import (
    DatabaseDamaged,
    DatabaseExists,
    DatabaseNewer,
    DatabaseOlder,
    NotABoard,
    explaining,
)
from peoplezones.store.tables import alembic_version, metadata

#: The revisions of the schema, oldest first, as in `migrations`; a test holds the two together.
REVISIONS = ("0001", "0002")
HEAD_REVISION = REVISIONS[-1]


def open_database(
    address: str | os.PathLike[str],
    *,
    create: bool = False,
    read_only: bool = False,
    patience: float = sqlite.PATIENCE,
) -> Engine:
    """Open the Board's database at a path or URL, and check that it is one that this version can use.

    `create` makes a new, empty one, and refuses to touch a place that has anything in it. `read_only` refuses every
    write and also works where the file or its folder may only be read. `patience` is how many seconds to wait for
    another writer. Raises a `StoreError` that names the place and the remedy.
    """
    engine = engine_for(address, create=create, read_only=read_only, patience=patience)
    try:
        with explaining(place_of(engine)):
            if create:
                _create(engine)
            else:
                _refuse_other_revisions(revision_of(engine), place_of(engine))
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Yield a connection inside a transaction that already holds the right to write; commit at the end of the block."""
    with explaining(place_of(engine)), _transaction(engine, "BEGIN IMMEDIATE") as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection inside a transaction that sees one unchanging state of the Board."""
    with explaining(place_of(engine)), _transaction(engine, "BEGIN") as connection:
        yield connection


def place_of(engine: Engine) -> str:
    """Return the name by which people know this database."""
    return printable(engine.url.database or sqlite.MEMORY)


@contextmanager
def _transaction(engine: Engine, begin: str) -> Iterator[Connection]:
    with engine.connect() as connection, connection.begin():
        driver_of(connection).execute(begin)
        yield connection


def driver_of(connection: Connection) -> Any:
    """Return the driver's own connection, for what is not worth SQLAlchemy's time: PRAGMA and BEGIN."""
    return connection.connection.driver_connection


def engine_for(
    address: str | os.PathLike[str], *, create: bool = False, read_only: bool = False, patience: float = sqlite.PATIENCE
) -> Engine:
    """Return an engine for the database at `address`, whatever its revision; refuse what is plainly no file."""
    database = file_named_by(address)
    if database != sqlite.MEMORY:
        refuse_unusable(Path(database), create)
    shared = database == sqlite.MEMORY  # a second connection would be a second, empty database

    opened: weakref.WeakSet[sqlite3.Connection] = weakref.WeakSet()

    def connect() -> sqlite3.Connection:
        connection = sqlite.connect(database, create=create, read_only=read_only, patience=patience)
        opened.add(connection)
        return connection

    engine = create_engine(
        URL.create("sqlite", database=database), creator=connect, poolclass=StaticPool if shared else QueuePool
    )
    # One that nobody holds any more lets go of its file. (To hold its pool here would hold the engine itself for ever.)
    weakref.finalize(engine, _close, opened)
    return engine


def _close(connections: weakref.WeakSet[sqlite3.Connection]) -> None:
    for connection in list(connections):
        connection.close()


def revision_of(engine: Engine) -> str:
    """Return the revision of the Board's database, or raise `NotABoard`."""
    place = place_of(engine)
    with explaining(place), engine.connect() as connection:
        driver = driver_of(connection)
        if sqlite.application_id(driver) != sqlite.APPLICATION_ID:
            raise NotABoard(f"{place} is a database, but not a Board's: give the file in which your Board is kept")
        try:
            found = driver.execute(f"SELECT version_num FROM {alembic_version.name}").fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            found = []
    if len(found) != 1:
        raise DatabaseDamaged(f"{place} does not say what revision it is: put a backup in its place")
    return str(found[0][0])


def refuse_newer(revision: str, place: str) -> None:
    """Raise `DatabaseNewer` if `revision` is none that this version knows."""
    if revision not in REVISIONS:
        raise DatabaseNewer(
            f"{place} was written by a newer version of People Zones (revision {revision}; this version knows "
            f"up to {HEAD_REVISION}): install that version or a later one"
        )


def _refuse_other_revisions(revision: str, place: str) -> None:
    refuse_newer(revision, place)
    if revision != HEAD_REVISION:
        raise DatabaseOlder(
            f"{place} was last written by an earlier version of People Zones (revision {revision}; this version needs "
            f"{HEAD_REVISION}): run `peoplezones db upgrade`"
        )


def _create(engine: Engine) -> None:
    """Make all tables in one transaction; leave a Board that was made but never founded as it is."""
    with writing(engine) as connection:
        driver = driver_of(connection)
        if _founded_or_foreign(driver):
            raise DatabaseExists(f"{place_of(engine)} exists already and is left as it is: choose another file")
        if driver.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return
        driver.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        metadata.create_all(connection, checkfirst=False)
        connection.execute(alembic_version.insert().values(version_num=HEAD_REVISION))
    with engine.connect() as connection:
        sqlite.write_ahead(driver_of(connection))


def _founded_or_foreign(driver: Any) -> bool:
    """Return whether the file holds anything but an empty database or a Board without entries of this revision."""
    if not driver.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return False
    if sqlite.application_id(driver) != sqlite.APPLICATION_ID:
        return True
    if driver.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD_REVISION,)]:
        return True
    return bool(driver.execute("SELECT EXISTS (SELECT 1 FROM entry)").fetchone()[0])
