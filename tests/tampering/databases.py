"""A Board's database, changed behind its back: past the triggers, straight in the file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

COLUMNS = {
    "record": "record",
    "seq": "seq",
    "kind": "kind",
    "transition": "transition",
    "moved": "moved",
    "effective": "on",
    "recorded": "at",
    "actor": "actor",
    "key": "key",
    "cause": "cause",
}  # of the table, and where a line has the same
NEVER_NULL = {"kind", "transition", "moved", "effective", "recorded"}


class File:
    """A database in memory, open to be changed, and what it is in bytes at the end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.sql = connection
        self.content = b""


@contextmanager
def opened(database: bytes) -> Iterator[File]:
    """Open a database past its guard rails; `content` holds it once it is closed, guard rails and all."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(database)
        connection.execute("pragma foreign_keys = off")
        connection.execute("pragma ignore_check_constraints = on")
        rails = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
        for name, _ in rails:
            connection.execute(f"drop trigger {name}")
        connection.execute("drop index ix_entry_key")
        file = File(connection)
        yield file
        for _, made in rails:
            connection.execute(made)
        file.content = connection.serialize()


def with_lines(database: bytes, lines: Sequence[bytes]) -> bytes:
    """Return a database whose log has other lines; its columns say what the lines say."""
    with opened(database) as file:
        known = dict(file.sql.execute("select n, line from entry"))
        for n, line in enumerate(lines, 1):
            if known.pop(n, "").encode() != line:
                file.sql.execute("delete from entry where n = ?", (n,))
                put_line(file, n, line)
        file.sql.executemany("delete from entry where n = ?", [(n,) for n in known])
    return file.content


def put_line(file: File, n: int, line: bytes) -> None:
    """Put a line into the table; what it says goes into the columns as far as they can hold it."""
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        entry = {}
    said = [_held(column, entry.get(name) if isinstance(entry, dict) else None) for column, name in COLUMNS.items()]
    names = ", ".join(f'"{column}"' for column in COLUMNS)
    marks = ", ".join("?" * (len(said) + 1))
    file.sql.execute(f"insert into entry (n, {names}, line) values ({marks}, cast(? as text))", (n, *said, line))


def _held(column: str, value: Any) -> Any:
    if value is None:
        return "" if column in NEVER_NULL else None
    return value if isinstance(value, str) or (isinstance(value, int) and abs(value) < 1 << 62) else repr(value)[:100]
