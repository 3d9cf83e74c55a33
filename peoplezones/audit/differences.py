"""Where a Board and its log part, and the comparison of their tables row by row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, Table, select

from peoplezones.store.dialects import dialect_named

_LONGEST, _LEAD = 200, 60  # characters of a value that are told; of these, before the place where two part


class Difference(msgspec.Struct, frozen=True):
    """Where a Board and its log part: a table (or `entry`), row and column, what there is and what there should be."""

    table: str
    row: str
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.table} {self.row}: {self.column} is {self.found}, and by the log should be {self.expected}"


def schema_differs(source: Connection, target: Connection) -> Iterator[Difference]:
    """Yield the tables that are missing in `source`, and the triggers that are missing or changed; `target` is new.

    Without its triggers, the log is no longer kept from being rewritten.
    """
    dialect = dialect_named(source.dialect.name)
    there = dialect.declared(source)
    for (kind, name), words in dialect.expected(target).items():
        if (kind, name) not in there:
            yield Difference(kind, name, "sql", "missing", "there")
        elif kind == "trigger" and there[kind, name] != words:
            yield Difference(kind, name, "sql", "another", "the one that this version makes")


def tables_differ(table: Table, source: Connection, target: Connection) -> Iterator[Difference]:
    """Yield where the rows of a table in `source` are not those in `target`, in the order of the primary key."""
    keys = [column.name for column in table.primary_key.columns]
    statement = select(table).order_by(*table.primary_key.columns)
    expected = {_key(row, keys): row for row in _rows(target, statement)}
    for row in _rows(source, statement):
        key = _key(row, keys)
        again = expected.pop(key, None)
        if again is None:
            yield Difference(table.name, key, "row", "there", "missing")
        else:
            yield from rows_differ(table.name, key, row, again)
    for key in expected:
        yield Difference(table.name, key, "row", "missing", "there")


def rows_differ(table: str, key: str, found: Mapping[str, Any], expected: Mapping[str, Any]) -> Iterator[Difference]:
    """Yield the columns in which two rows differ; a number written as text is not the number."""
    for name, value in expected.items():
        if found[name] != value or type(found[name]) is not type(value):
            yield Difference(table, key, name, short(found[name]), short(value))


def _rows(connection: Connection, statement: Select[Any]) -> Iterator[dict[str, Any]]:
    return (dict(row) for row in connection.execute(statement).mappings())


def _key(row: Mapping[str, Any], names: list[str]) -> str:
    return " ".join(str(row[name]) for name in names)


def short(value: Any, start: int = 0) -> str:
    """Return a value in at most about 200 characters, from one of them on."""
    text = _text(value)
    return ("…" if start else "") + text[start : start + _LONGEST] + ("…" if len(text) > start + _LONGEST else "")


def short_both(one: Any, other: Any) -> tuple[str, str]:
    """Return two values that differ, each in at most about 200 characters, from shortly before they do."""
    texts = _text(one), _text(other)
    part = next((n for n, (a, b) in enumerate(zip(*texts, strict=False)) if a != b), min(map(len, texts)))
    start = max(part - _LEAD, 0) if max(map(len, texts)) > _LONGEST else 0
    return short(texts[0], start), short(texts[1], start)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
