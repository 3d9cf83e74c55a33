"""How PostgreSQL is spoken to: which server and schema, with which settings, and how a transaction begins.

One schema is one Board. The driver must never begin a transaction on its own: a writer first takes the Board's lock,
and only then reads, so that writers of one Board follow each other and those of different Boards do not wait.
"""

from __future__ import annotations

import hashlib
import logging
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import URL

from peoplezones.store.address import CONNECTING, shown
from peoplezones.store.errors import DriverMissing

if TYPE_CHECKING:
    import psycopg

#: Seconds that a writer may keep the lock without doing anything, as one does whose machine has gone.
IDLE = 60

#: Seconds to wait for a server to answer, unless the address says otherwise.
CONNECT = 10

#: Said once for each connection. A server that confirms later than `on` (`remote_apply`) is left to do so, one that
#: would confirm a commit before it is safe (`off`, `local`, `remote_write`) is not. `pg_temp` comes last, lest a
#: temporary table stand in for one of ours.
_SETTINGS = """
SELECT set_config('search_path', %s, false), set_config('lock_timeout', %s, false),
  set_config('default_transaction_read_only', %s, false), set_config('statement_timeout', '0', false),
  set_config('synchronous_commit',
    CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false)
"""
_BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_BEGIN_WRITING = (
    "BEGIN ISOLATION LEVEL READ COMMITTED; "
    f"SET LOCAL idle_in_transaction_session_timeout = '{IDLE}s'; "
    "SELECT pg_advisory_xact_lock({key})"
)


def driver_module(url: URL) -> Any:
    """Return the module `psycopg`. Raises DriverMissing."""
    try:
        import psycopg
    except ImportError as error:  # its Python part without its C part, too
        raise DriverMissing(
            f"{shown(url)} is in PostgreSQL, and psycopg, which speaks to it, cannot be used ({_reason(error)}): "
            "install it with `pip install 'peoplezones[postgresql]'`"
        ) from error
    logging.getLogger(psycopg.__name__).addHandler(logging.NullHandler())  # what it would tell, we raise
    return psycopg


def _reason(error: ImportError) -> str:
    try:
        return f"version {version('psycopg')}: {error}".splitlines()[0]
    except PackageNotFoundError:
        return "it is not installed"


def connect(url: URL, *, read_only: bool = False, patience: float) -> psycopg.Connection[Any]:
    """Connect to the server and schema that `url` names; raise psycopg's own errors."""
    driver = driver_module(url)
    given = {name: value for name, value in url.query.items() if name in CONNECTING}
    named = {"host": url.host, "port": url.port, "user": url.username, "password": url.password, "dbname": url.database}
    parts = {
        "connect_timeout": CONNECT,
        "application_name": "peoplezones",
        **{name: value for name, value in named.items() if value is not None and value != ""},
        **given,
    }
    connection: psycopg.Connection[Any] = driver.connect(**parts, client_encoding="UTF8", autocommit=True)
    try:
        milliseconds = max(1, round(patience * 1000))
        path = f'"{schema_of(url)}", pg_temp'
        connection.execute(_SETTINGS, [path, str(milliseconds), "on" if read_only else "off"])
    except BaseException:
        connection.close()
        raise
    return connection


def schema_of(url: URL) -> str:
    """Return the schema that is the Board."""
    return str(url.query["schema"])


@lru_cache
def lock_of(schema: str) -> int:
    """Return the number of a Board's lock, which there is before the Board itself: 64 bits of a hash of its schema."""
    return int.from_bytes(hashlib.sha256(b"peoplezones/board\0" + schema.encode()).digest()[:8], signed=True)


def begin_writing(driver: psycopg.Connection[Any], schema: str) -> None:
    """Begin a transaction that holds the Board's lock until it ends; wait for it as long as the connection may."""
    driver.execute(_BEGIN_WRITING.format(key=lock_of(schema)), prepare=False)


def begin_reading(driver: psycopg.Connection[Any]) -> None:
    """Begin a transaction that sees one unchanging state and cannot write."""
    driver.execute(_BEGIN_READING, prepare=False)
