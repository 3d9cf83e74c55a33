"""The lines of a log as the database keeps them, byte by byte, even where they are no text any more."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, cast

from peoplezones.store import tables


def line_as_kept(connection: Connection) -> ColumnElement[Any]:
    """Return what to select as an entry's line: bytes from SQLite, which keeps whatever it is given."""
    line: ColumnElement[Any] = tables.entry.c.line
    return cast(line, LargeBinary) if connection.dialect.name == "sqlite" else line


def in_bytes(line: object) -> bytes:
    """Return a line that was selected so, in bytes."""
    return line if isinstance(line, bytes) else str(line).encode(errors="surrogatepass")
