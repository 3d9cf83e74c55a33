"""What a database keeps as it keeps it, byte by byte, even where it is no text any more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, cast

from peoplezones.store import tables


@contextmanager
def whatever_is_kept(connection: Connection) -> Iterator[None]:
    """See that text can be read that is none: what is not UTF-8 comes as surrogates, and so equals nothing."""
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name != "sqlite" or driver is None:
        yield
        return
    driver.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str


def line_as_kept(connection: Connection) -> ColumnElement[Any]:
    """Return what to select as an entry's line: bytes from SQLite, which keeps whatever it is given."""
    line: ColumnElement[Any] = tables.entry.c.line
    return cast(line, LargeBinary) if connection.dialect.name == "sqlite" else line


def in_bytes(line: object) -> bytes:
    """Return a line that was selected so, in bytes."""
    return line if isinstance(line, bytes) else str(line).encode(errors="surrogatepass")
