"""Rows that satisfy the tables' constraints and mean nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, insert, select

from peoplezones.store import tables

MODEL = "m" * 64


def an_entry(n: int, **values: Any) -> dict[str, Any]:
    """Return the values of an entry at position `n`."""
    row = {"n": n, "kind": "zone", "transition": "propose", "moved": 1, "effective": "2026-01-05"}
    return {**row, "recorded": "2026-01-05T10:00:00Z", "line": f'{{"n":{n}}}', **values}


def a_record(reference: str, number: int, **values: Any) -> dict[str, Any]:
    """Return the values of a record opened by entry `number`."""
    row = {"reference": reference, "kind": "zone", "year": 2026, "number": number, "state": "proposed", "seq": 1}
    dates = {"entered": "2026-01-05", "effective": "2026-01-05", "opened": number, "changed": number}
    return {**row, **dates, "model": MODEL, "fields": "{}", "leaf": "0" * 64, **values}


def found(connection: Connection) -> None:
    """Write the first entry and what the head refers to."""
    model = {"digest": MODEL, "name": "revised", "version": "1", "texts": "{}", "adopted": 0}
    connection.execute(insert(tables.operating_model).values(model))
    connection.execute(insert(tables.entry).values(an_entry(0)))
    head = {
        "id": 1,
        "size": 1,
        "log": "L",
        "model": MODEL,
        "root_record": "",
        "recorded": "2026-01-05T10:00:00Z",
        "frontier": b"",
    }
    connection.execute(insert(tables.head).values(head))


def entries(connection: Connection) -> list[int]:
    """Return the positions in the log, in order."""
    return list(connection.scalars(select(tables.entry.c.n).order_by(tables.entry.c.n)))
