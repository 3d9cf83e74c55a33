"""Opening a Board's database, and the two ways to use it: `reading` and `writing`.

    engine = open_database("peoplezones.db")
    with writing(engine) as connection:      # the right to write first; then COMMIT, or ROLLBACK on any exception
        connection.execute(...)

An address is a file's path or a URL; what differs between databases is in `dialects`. Alembic is not imported here: it
costs more than everything else a command does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from peoplezones.store.address import shown, url_of
from peoplezones.store.dialects import PATIENCE, Dialect, dialect_named
from peoplezones.store.dialects import driver_of as driver_of
from peoplezones.store.errors import (
    DatabaseDamaged,
    DatabaseExists,
    DatabaseNewer,
    DatabaseOlder,
    OutcomeUnknown,
    explaining,
)
from peoplezones.store.tables import alembic_version, metadata

#: The revisions of the schema, oldest first, as in `migrations`; a test holds the two together.
REVISIONS = ("0001", "0002", "0003", "0004")
HEAD_REVISION = REVISIONS[-1]


def open_database(
    address: str | os.PathLike[str],
    *,
    create: bool = False,
    read_only: bool = False,
    patience: float = PATIENCE,
) -> Engine:
    """Open the Board's database at a path or URL, and check that it is one that this version can use.

    `create` makes a new, empty one, and refuses to touch a place that has anything in it. `read_only` refuses every
    write and also works where the database may only be read. `patience` is how many seconds to wait for another writer.
    Raises a `StoreError` that names the place and the remedy.
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
    """Yield a connection inside a transaction that already holds the right to write; commit at the end of the block.

    Raises OutcomeUnknown where the connection is lost, or the disk fails, while the commit is being confirmed.
    """
    dialect = dialect_of(engine)
    with _transaction(engine, dialect, lambda driver: dialect.begin_writing(driver, engine)) as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection inside a transaction that sees one unchanging state of the Board."""
    dialect = dialect_of(engine)
    with _transaction(engine, dialect, dialect.begin_reading) as connection:
        yield connection


def dialect_of(engine: Engine) -> Dialect:
    """Return the module that speaks to this database."""
    return dialect_named(engine.dialect.name)


def place_of(engine: Engine) -> str:
    """Return the name by which people know this database; no password is in it."""
    return shown(engine.url)


@contextmanager
def _transaction(engine: Engine, dialect: Dialect, begin: Callable[[Any], None]) -> Iterator[Connection]:
    with explaining(place_of(engine)):
        connection = _begun(engine, dialect, begin)
        driver = driver_of(connection)
        confirming = False
        try:
            with connection.begin() as transaction:
                try:
                    yield connection
                finally:
                    dialect.let_go(connection)
                confirming = transaction.is_active
        except BaseException as error:
            lost = dialect.lost(driver, error)
            if lost:
                connection.invalidate()  # or the pool would try to use it again, and complain
            if confirming and isinstance(error, DBAPIError) and lost:
                raise _unknown(place_of(engine), error) from error
            raise
        finally:
            connection.close()


def _unknown(place: str, error: DBAPIError) -> OutcomeUnknown:
    said = str(error.orig).strip().partition("\n")[0]
    return OutcomeUnknown(
        f"{place} was lost, or its disk is full or fails, while a change was being confirmed ({said}): "
        "whether it happened, the log tells (`peoplezones log`). Asked again with the same --key, it happens once"
    )


def _begun(engine: Engine, dialect: Dialect, begin: Callable[[Any], None]) -> Connection:
    """Return a connection on which a transaction has begun.

    One from the pool may have been lost since it was last used. Nothing has been said on it yet, so another will do.
    """
    for attempt in (1, 2):
        connection = engine.connect()
        driver = driver_of(connection)
        try:
            begin(driver)
        except BaseException as error:
            lost = dialect.lost(driver, error)
            if lost:
                connection.invalidate()
            connection.close()
            if not lost or attempt == 2:
                raise
            engine.dispose()  # the others in the pool were lost with it
            continue
        return connection
    raise AssertionError("unreachable")


def engine_for(
    address: str | os.PathLike[str], *, create: bool = False, read_only: bool = False, patience: float = PATIENCE
) -> Engine:
    """Return an engine for the database at `address`, whatever its revision; refuse what is plainly none."""
    url = url_of(address)
    dialect = dialect_named(url.get_backend_name())
    return dialect.engine_for(url, create=create, read_only=read_only, patience=patience)


def revision_of(engine: Engine) -> str:
    """Return the revision of the Board's database, or raise `NotABoard`."""
    place = place_of(engine)
    with explaining(place), engine.connect() as connection:
        found = dialect_of(engine).revisions(driver_of(connection), engine)
    if len(found) != 1:
        raise DatabaseDamaged(f"{place} does not say what revision it is: put a backup in its place")
    return found[0]


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
    dialect = dialect_of(engine)
    with writing(engine) as connection:
        if dialect.is_taken(driver_of(connection), engine, HEAD_REVISION):
            raise DatabaseExists(f"{place_of(engine)} exists already and is left as it is: choose another place")
        if not dialect.make(connection, engine):
            return
        metadata.create_all(connection, checkfirst=False)
        connection.execute(alembic_version.insert().values(version_num=HEAD_REVISION))
    with engine.connect() as connection:
        dialect.made(driver_of(connection))
