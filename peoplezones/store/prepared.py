"""Statements of SQLAlchemy Core that are compiled once and then handed to the driver as they are.

Core's own way to run a statement takes some 40 µs each time, more than SQLite takes for the work itself; a transition
runs half a dozen. What they say is still said in Core, and each database gets it in its own dialect.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from sqlalchemy import Connection, Executable

from .dialects import dialect_named, driver_of


class _Compiled(NamedTuple):
    """The text, the parameters in their order, those that have a value already, and what makes a row."""

    text: str
    order: tuple[str, ...]
    known: dict[str, Any]
    row: Any


def _row_of(names: list[str]) -> Callable[[Iterable[Any]], Any]:
    made: Any = namedtuple("Row", names)  # type: ignore[misc]
    make: Callable[[Iterable[Any]], Any] = made._make
    return make


class Prepared:
    """A statement with named parameters, built by `build` when it is first run. Rows come as named tuples.

    `otherwise` is what follows the statement: the same words on every database.
    """

    __slots__ = ("_build", "_compiled", "_otherwise")

    def __init__(self, build: Callable[[], Executable], otherwise: str = "") -> None:
        self._build = build
        self._otherwise = otherwise
        self._compiled: dict[str, _Compiled] = {}

    def _for(self, connection: Connection) -> _Compiled:
        found = self._compiled.get(connection.dialect.name)
        if found is None:
            statement: Any = self._build()
            compiled: Any = statement.compile(dialect=connection.dialect)
            columns = getattr(statement, "selected_columns", None)
            row: Any = tuple if columns is None else _row_of(list(columns.keys()))
            known = {name: value for name, value in compiled.params.items() if value is not None}
            found = _Compiled(f"{compiled}{self._otherwise}", tuple(compiled.positiontup), known, row)
            self._compiled[connection.dialect.name] = found
        return found

    def all(self, connection: Connection, **given: Any) -> list[Any]:
        """Return every row."""
        text, order, known, row = self._for(connection)
        values = {**known, **given} if known else given
        return [row(found) for found in driver_of(connection).execute(text, [values[name] for name in order])]

    def first(self, connection: Connection, **given: Any) -> Any:
        """Return the first row, or None."""
        text, order, known, row = self._for(connection)
        values = {**known, **given} if known else given
        found = driver_of(connection).execute(text, [values[name] for name in order]).fetchone()
        return None if found is None else row(found)

    def scalar(self, connection: Connection, **given: Any) -> Any:
        """Return the first column of the first row, or None."""
        found = self.first(connection, **given)
        return None if found is None else found[0]

    def scalars(self, connection: Connection, **given: Any) -> list[Any]:
        """Return the first column of every row."""
        return [row[0] for row in self.all(connection, **given)]

    def run(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Carry the statement out once for each of `rows`."""
        text, order, known, _ = self._for(connection)
        driver = driver_of(connection)
        for row in rows:
            values = {**known, **row} if known else row
            driver.execute(text, [values[name] for name in order])


def together(connection: Connection) -> AbstractContextManager[object]:
    """Have what is run inside the block sent at once where the database is far away; what is wrong shows at its end."""
    return dialect_named(connection.dialect.name).together(driver_of(connection))
