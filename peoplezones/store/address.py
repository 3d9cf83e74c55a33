"""Which database an address names, and what can be seen to be wrong with it before anybody looks there.

An address is the path of a file, `sqlite:///PATH`, or `postgresql://USER@HOST/DATABASE?schema=NAME`.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from peoplezones.store.errors import DatabaseAddressInvalid, DatabaseMissing, DatabaseUnreachable, NotABoard
from peoplezones.store.sqlite import MEMORY

#: The schema of a Board whose address names none.
SCHEMA = "peoplezones"

#: What may be said after the `?`, besides the schema; handed to libpq as it is.
CONNECTING = (
    *("host", "port", "connect_timeout", "application_name", "target_session_attrs", "passfile", "channel_binding"),
    *("sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "gssencmode", "require_auth"),
)
_SCHEMA = re.compile(r"(?!pg_)[a-z_][a-z0-9_]{0,62}", re.ASCII)
_FORMS = "give the path of a file, sqlite:///PATH, or postgresql://USER@HOST/DATABASE?schema=NAME"


def url_of(address: str | os.PathLike[str]) -> URL:
    """Return the URL that an address stands for. Raises DatabaseAddressInvalid, and shows no password."""
    named = os.fspath(address)
    if not named or "\0" in named:
        raise DatabaseAddressInvalid(f"{named!r} is no place for a database: {_FORMS}")
    if not re.match(r"[A-Za-z][\w.+-]*://", named):
        return URL.create("sqlite", database=named)
    try:
        url = make_url(named)
        kind = url.get_backend_name()
    except (ArgumentError, ValueError) as error:
        raise DatabaseAddressInvalid(
            f"an address that begins {named.partition(':')[0]!r} could not be understood: {_FORMS}"
        ) from error
    if kind in ("postgresql", "postgres"):
        return _postgresql(url)
    if kind != "sqlite" or url.host or url.query:
        raise DatabaseAddressInvalid(f"{_bare(url)!r} cannot be used: {_FORMS}")
    return url.set(database=url.database or MEMORY)


def _postgresql(url: URL) -> URL:
    """Return the URL with one schema, or raise DatabaseAddressInvalid."""
    named = _bare(url)
    if url.drivername not in ("postgresql", "postgres", "postgresql+psycopg"):
        raise DatabaseAddressInvalid(f"{named!r} cannot be used: it begins with postgresql://")
    if not url.database:
        raise DatabaseAddressInvalid(f"{named!r} names no database: postgresql://USER@HOST/DATABASE?schema=NAME")
    query = {name: value if isinstance(value, str) else value[-1] for name, value in url.query.items()}
    unknown = [name for name in query if name not in ("schema", *CONNECTING)]
    if unknown:
        raise DatabaseAddressInvalid(
            f"{named!r} says {unknown[0]!r}, which is not understood here; known are schema, {', '.join(CONNECTING)}"
        )
    schema = query.setdefault("schema", SCHEMA)
    if not _SCHEMA.fullmatch(schema) or schema == "information_schema":
        raise DatabaseAddressInvalid(
            f"{schema!r} cannot be the schema of a Board: use a-z, 0-9 and _, at most 63, beginning with a letter, "
            "and not pg_"
        )
    return url.set(drivername="postgresql+psycopg", query=query)


def without_password(url: URL) -> URL:
    """Return the URL without its password, which `URL.set` cannot take out."""
    return url._replace(password=None)


def _bare(url: URL) -> str:
    return printable(without_password(url.difference_update_query(url.query)).render_as_string())


def shown(url: URL) -> str:
    """Return the name by which people know a database: its path, or its address without password and settings."""
    if url.get_backend_name() == "sqlite":
        return printable(url.database or MEMORY)
    query = {name: url.query[name] for name in ("host", "port", "schema") if name in url.query}
    return printable(without_password(url.set(drivername="postgresql", query=query)).render_as_string())


def file_named_by(address: str | os.PathLike[str]) -> str:
    """Return the path, or `:memory:`, that an address of a file names. Raises DatabaseAddressInvalid for a server's."""
    url = url_of(address)
    if url.get_backend_name() != "sqlite":
        raise DatabaseAddressInvalid(f"{shown(url)!r} is no file")
    return url.database or MEMORY


def refuse_unusable(path: Path, create: bool) -> None:
    """Refuse a folder, a missing file, or a new file that has no folder to be in."""
    named = printable(str(path))
    try:
        if path.is_dir():
            raise NotABoard(f"{named} is a folder: give the file in which your Board is kept")
        if create and not path.absolute().parent.is_dir():
            folder = printable(str(path.absolute().parent))
            raise DatabaseMissing(f"{named} cannot be made: there is no folder {folder}; make it first")
        if not create and not path.exists():
            raise DatabaseMissing(
                f"{named} does not exist: begin a Board with `peoplezones init`, or name the file of yours with --db"
            )
    except OSError as error:  # a name too long, a folder that may not be entered
        raise DatabaseUnreachable(f"{named} could not be opened: {error.strerror}; choose another place") from error


def printable(path: str) -> str:
    """Return `path` such that it can be printed anywhere: control characters and stray bytes are escaped."""
    return path if path.isprintable() else path.encode("unicode_escape").decode("ascii")
