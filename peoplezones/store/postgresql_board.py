"""A Board in a schema of a PostgreSQL database: what `dialects.Dialect` asks for."""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from peoplezones.store import postgresql, postgresql_errors
from peoplezones.store.address import shown, without_password
from peoplezones.store.append_only import DECLARED, EXPECTED
from peoplezones.store.dialects import PATIENCE, driver_of
from peoplezones.store.errors import (
    DatabaseForbidden,
    DatabaseMissing,
    DatabaseUnsuitable,
    NotABoard,
    explaining,
    understand,
)
from peoplezones.store.postgresql import connect, driver_module, schema_of
from peoplezones.store.tables import metadata

if TYPE_CHECKING:
    import psycopg

begin_reading = postgresql.begin_reading

#: What tells a Board's schema from that of another program, which may have some table of the same name.
_OURS = {"entry", "head", "operating_model"}

#: The comment on the schema of a demonstration.
_DEMONSTRATION = "A demonstration of People Zones"

_SEES = """
SELECT NOT row_security_active('personal') OR EXISTS (
  SELECT 1 FROM pg_catalog.pg_policies WHERE schemaname = current_schema() AND tablename = 'personal'
  AND EXISTS (SELECT 1 FROM unnest(roles) r WHERE r = 'public' OR pg_has_role(current_user, r, 'MEMBER')))
"""

_HALF_READ = "half read"  # where a connection keeps them

_LOOK = """
SELECT has_schema_privilege(n.oid, 'USAGE'),
  ARRAY(SELECT c.relname::text FROM pg_catalog.pg_class c WHERE c.relnamespace = n.oid AND c.relkind NOT IN ('i', 'I')),
  coalesce(obj_description(n.oid, 'pg_namespace'), '')
FROM pg_catalog.pg_namespace n WHERE n.nspname = %s
"""


class _Schema(NamedTuple):
    """What can be seen of a schema from outside: whether this role may look into it, what is there, its comment."""

    usable: bool
    tables: list[str]
    comment: str


def engine_for(url: URL, *, create: bool, read_only: bool, patience: float) -> Engine:  # noqa: ARG001
    """Return an engine for the schema that `url` names. Raises DriverMissing."""
    understand(driver_module(url).Error, postgresql_errors.explained)
    opened: list[psycopg.Connection[Any]] = []  # held, for when an engine is let go of, so are weak references

    def connected() -> psycopg.Connection[Any]:
        connection = connect(url, read_only=read_only, patience=patience)
        opened[:] = [*(other for other in opened if not other.closed), connection]
        return connection

    public = without_password(url)
    engine = create_engine(public, creator=connected, paramstyle="format", use_native_hstore=False)
    event.listen(engine, "after_cursor_execute", _hold)
    weakref.finalize(engine, _close, opened)  # one that nobody holds any more lets go of its connections
    return engine


def _close(connections: list[psycopg.Connection[Any]]) -> None:
    for connection in connections:
        connection.close()


def begin_writing(driver: psycopg.Connection[Any], engine: Engine) -> None:
    """Begin a transaction that holds the Board's lock until it ends."""
    postgresql.begin_writing(driver, schema_of(engine.url))


def lost(driver: psycopg.Connection[Any], _: BaseException | None = None) -> bool:
    """Whether the connection is of no more use."""
    return driver.closed


def together(driver: psycopg.Connection[Any]) -> AbstractContextManager[object]:
    """Send what is run inside the block without waiting for each answer."""
    return driver.pipeline()


def _hold(connection: Connection, cursor: Any, *_: Any) -> None:
    """Keep an answer that is read piece by piece: what is dropped unread would stay open on the server."""
    if getattr(cursor, "name", None):
        connection.info.setdefault(_HALF_READ, []).append(cursor)


def let_go(connection: Connection) -> None:
    """Close the answers that were read piece by piece, whether to their end or not."""
    for cursor in () if connection.invalidated else connection.info.pop(_HALF_READ, ()):
        cursor.close()


def _look(driver: psycopg.Connection[Any], schema: str) -> _Schema | None:
    row = driver.execute(_LOOK, [schema]).fetchone()
    return None if row is None else _Schema(*row)


def revisions(driver: psycopg.Connection[Any], engine: Engine) -> list[str]:
    """Return what the schema says its revision is. Raises DatabaseMissing, DatabaseForbidden or NotABoard."""
    place, schema = shown(engine.url), schema_of(engine.url)
    found = _look(driver, schema)
    if found is None:
        raise DatabaseMissing(
            f"{place} does not exist: begin a Board with `peoplezones init`, or name the schema of yours (?schema=)"
        )
    if not found.usable:
        raise DatabaseForbidden(
            f"{place} does not let your role look into it: ask whoever keeps the database for what "
            "`peoplezones db grants` prints"
        )
    if not set(found.tables) >= _OURS:
        raise NotABoard(f"{place} is a schema, but not a Board's: name the schema in which your Board is kept")
    if "alembic_version" not in found.tables:
        return []
    return [str(row[0]) for row in driver.execute("SELECT version_num FROM alembic_version").fetchall()]


def is_taken(driver: psycopg.Connection[Any], engine: Engine, revision: str) -> bool:
    """Whether the schema holds anything but a Board without entries of this revision."""
    found = _look(driver, schema_of(engine.url))
    if found is None or not found.tables:
        return False
    if not found.usable or not set(found.tables) >= {*_OURS, "alembic_version"}:
        return True
    if driver.execute("SELECT version_num FROM alembic_version").fetchall() != [(revision,)]:
        return True
    row = driver.execute("SELECT EXISTS (SELECT 1 FROM entry)").fetchone()
    return row is None or bool(row[0])


def make(connection: Connection, engine: Engine) -> bool:
    """Make the schema, unless it was made for the Board already; return False where its tables are there.

    Raises DatabaseUnsuitable for a database that cannot keep every letter.
    """
    driver, schema = driver_of(connection), schema_of(engine.url)
    found = _look(driver, schema)
    if found is not None and found.tables:
        return False
    encoding = driver.execute("SHOW server_encoding").fetchone()[0]
    if encoding != "UTF8":
        raise DatabaseUnsuitable(
            f"{shown(engine.url)} keeps its text in {encoding}, which lacks letters: have a database made with the "
            "encoding UTF8"
        )
    if found is None:
        driver.execute(f'CREATE SCHEMA "{schema}"')
    _name_conditions()
    return True


def _name_conditions() -> None:
    """Tell PostgreSQL too what each partial index is about, which in `tables` would import its dialect every time."""
    for table in metadata.tables.values():
        for index in table.indexes:
            index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]


def made(_: psycopg.Connection[Any]) -> None:
    """Do nothing more: all was done in the transaction."""


def prepare_upgrade(_: psycopg.Connection[Any]) -> None:
    """Do nothing: PostgreSQL alters tables where they are."""


def dangling(_: psycopg.Connection[Any]) -> list[tuple[Any, ...]]:
    """Return nothing: the commit refuses rows that refer to nothing."""
    return []


def is_demonstration(driver: psycopg.Connection[Any], engine: Engine) -> bool:
    """Whether the comment on the schema says that it is a demonstration."""
    found = _look(driver, schema_of(engine.url))
    return found is not None and found.comment == _DEMONSTRATION


def mark_demonstration(driver: psycopg.Connection[Any], engine: Engine) -> None:
    """Say in the comment on the schema that it is a demonstration."""
    driver.execute(f"COMMENT ON SCHEMA \"{schema_of(engine.url)}\" IS '{_DEMONSTRATION}'")


def is_empty(url: URL) -> bool:
    """Whether there is no such schema, or one with nothing in it."""
    with _connected(url) as driver:
        found = _look(driver, schema_of(url))
    return found is None or not found.tables


def remove(url: URL) -> None:
    """Drop the schema with all that is in it."""
    with _connected(url) as driver:
        driver.execute(f'DROP SCHEMA IF EXISTS "{schema_of(url)}" CASCADE')


@contextmanager
def _connected(url: URL) -> Iterator[psycopg.Connection[Any]]:
    understand(driver_module(url).Error, postgresql_errors.explained)
    with explaining(shown(url)), closing(connect(url, patience=PATIENCE)) as driver:
        yield driver


def sees_personal(connection: Connection) -> bool:
    """Whether row-level security leaves us the personal values: see `grants`."""
    return bool(connection.exec_driver_sql(_SEES).scalar_one())


def declared(connection: Connection) -> dict[tuple[str, str], str]:
    """Return the tables of the schema, and the triggers on them with what they do."""
    driver, schema = driver_of(connection), connection.exec_driver_sql("SELECT current_schema()").scalar_one()
    found = _look(driver, schema)
    tables = {("table", name): "" for name in (found.tables if found else ())}
    return tables | {("trigger", name): words for name, words in driver.execute(DECLARED, [schema]).fetchall()}


def expected(_: Connection) -> dict[tuple[str, str], str]:
    """Return what `declared` should return."""
    tables = {("table", name): "" for name in metadata.tables}
    return tables | {("trigger", name): words for name, words in EXPECTED.items()}
