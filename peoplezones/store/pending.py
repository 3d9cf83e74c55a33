"""What a transaction is to write: kept until its end, then saved in a few statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from peoplezones.domain.record import Record

from . import statements as sql
from .prepared import Prepared
from .rows import row_of


class Pending:
    """Rows that are not in the database yet. Whoever adds to it does so through `Undoing`."""

    def __init__(self) -> None:
        self.opened: dict[str, tuple[int, int]] = {}  # year and number of new records
        self.changed: dict[str, None] = {}  # new records too
        self.rekinded: list[dict[str, Any]] = []
        self.entries: list[dict[str, Any]] = []
        self.personal: dict[str, dict[str, Any]] = {}  # by commitment
        self.erased: list[dict[str, Any]] = []
        self.files: dict[str, dict[str, Any]] = {}  # by digest
        self.references: list[tuple[Prepared, dict[str, Any]]] = []
        self.offices: dict[tuple[str, int, int], dict[str, Any]] = {}
        self.breaches: dict[tuple[str, str, int], dict[str, Any]] = {}
        self.models: list[dict[str, Any]] = []

    def save(self, connection: Connection, record: Callable[[str], Record]) -> None:
        """Write everything; `record` gives a changed record as it now stands. Foreign keys wait for the commit."""
        new = [{**row_of(record(r)), "year": y, "number": k} for r, (y, k) in self.opened.items()]
        old = [_keyed(row_of(record(r))) for r in self.changed if r not in self.opened]
        for statement, rows in (
            (sql.ADD_MODEL, self.models),
            (sql.ADD_RECORD, new),
            (sql.CHANGE_RECORD, old),
            (sql.REKIND_RECORD, self.rekinded),
            *((statement, [row]) for statement, row in self.references),
            (sql.PUT_OFFICE, self.offices.values()),
            (sql.PUT_BREACH, self.breaches.values()),
            (sql.ADD_ENTRY, self.entries),
            (sql.ADD_PERSONAL, self.personal.values()),
            (sql.ERASE_PERSONAL, self.erased),
            (sql.ADD_FILE, self.files.values()),
        ):
            if rows:
                statement.run(connection, rows)


def _keyed(row: dict[str, Any]) -> dict[str, Any]:
    row["r"] = row.pop("reference")
    return row
