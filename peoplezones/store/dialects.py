"""What differs between the databases that a Board may live in: one small module for each, chosen by SQLAlchemy's name.

`sqlite_board` speaks to a file, `postgresql_board` to a schema on a server; the latter, and its driver, are imported
only where an address asks for them.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL

from peoplezones.store.errors import DatabaseForbidden

#: Seconds to wait for another writer to finish.
PATIENCE = 30.0


class Dialect(Protocol):
    """What a database's module does. `driver` is always the driver's own connection."""

    def engine_for(self, url: URL, *, create: bool, read_only: bool, patience: float) -> Engine:
        """Return an engine; refuse what is plainly no place for a Board."""

    def begin_writing(self, driver: Any, engine: Engine) -> None:
        """Begin a transaction that already holds the right to write, before anything is read in it."""

    def begin_reading(self, driver: Any) -> None:
        """Begin a transaction that sees one unchanging state and cannot write."""

    def lost(self, driver: Any, error: BaseException | None = None) -> bool:
        """Whether the connection is of no more use, after an error where one is given."""

    def together(self, driver: Any) -> AbstractContextManager[object]:
        """Send what is run inside the block to the database at once, where that saves time; no result is read there."""

    def let_go(self, connection: Connection) -> None:
        """Let go of answers that are only half read (`yield_per`), before the transaction ends."""

    def revisions(self, driver: Any, engine: Engine) -> list[str]:
        """Return what the Board's database says its revision is. Raises NotABoard and others."""

    def is_taken(self, driver: Any, engine: Engine, revision: str) -> bool:
        """Whether there is anything but nothing at all, or a Board of this revision without entries."""

    def make(self, connection: Connection, engine: Engine) -> bool:
        """Prepare an empty place for its tables; return False where a Board's are there already."""

    def made(self, driver: Any) -> None:
        """Do what can only be done after the tables have been made for good."""

    def prepare_upgrade(self, driver: Any) -> None:
        """Get ready, outside a transaction, for migrations that rebuild tables."""

    def dangling(self, driver: Any) -> list[tuple[Any, ...]]:
        """Return the rows, table first, that migrations have left referring to nothing."""

    def is_demonstration(self, driver: Any, engine: Engine) -> bool:
        """Whether the database is marked as a demonstration."""

    def mark_demonstration(self, driver: Any, engine: Engine) -> None:
        """Mark the database as a demonstration."""

    def is_empty(self, url: URL) -> bool:
        """Whether there is nothing at the place, so that a demonstration may be made there."""

    def remove(self, url: URL) -> None:
        """Remove the database with all that is in it."""

    def sees_personal(self, connection: Connection) -> bool:
        """Whether personal values are there for whom we are: a reader's role may see the table empty."""

    def declared(self, connection: Connection) -> dict[tuple[str, str], str]:
        """Return the tables and triggers of the database, by type and name, with what they are where that matters."""

    def expected(self, fresh: Connection) -> dict[tuple[str, str], str]:
        """Return what `declared` returns for a Board of this version; `fresh` is one made just now in memory."""


def dialect_named(name: str) -> Dialect:
    """Return the module for a database by SQLAlchemy's name of it."""
    if name == "postgresql":
        from peoplezones.store import postgresql_board

        return postgresql_board
    from peoplezones.store import sqlite_board

    return sqlite_board


def sees_personal(connection: Connection) -> bool:
    """Whether personal values and files are there for whom we are, as far as they were not erased."""
    return dialect_named(connection.dialect.name).sees_personal(connection)


def need_personal(connection: Connection, place: str) -> None:
    """Raise DatabaseForbidden where personal values and files are hidden from us, for they would seem to be erased."""
    if not sees_personal(connection):
        raise DatabaseForbidden(
            f"{place} shows no personal values and files to this role: ask as its owner or as one who writes, or have "
            "the owner run what 'peoplezones db grants --reader ROLE --personal' prints"
        )


def driver_of(connection: Connection) -> Any:
    """Return the driver's own connection, for what is not worth SQLAlchemy's time: BEGIN, settings, `Prepared`."""
    return connection.connection.driver_connection
