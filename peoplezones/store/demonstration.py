"""Which databases are demonstrations and may be replaced: they are marked, and a Board's never is.

In a demonstration it stays the day on which its story ends, so that nothing in it grows old.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, time

from sqlalchemy import Engine, func, select

from peoplezones.store.address import shown, url_of
from peoplezones.store.database import dialect_of, driver_of, engine_for, place_of
from peoplezones.store.dialects import dialect_named
from peoplezones.store.errors import DatabaseExists, explaining
from peoplezones.store.tables import entry


def mark(engine: Engine) -> None:
    """Mark a database as a demonstration."""
    with explaining(place_of(engine)), engine.connect() as connection:
        dialect_of(engine).mark_demonstration(driver_of(connection), engine)


def clock_of(engine: Engine) -> Callable[[], datetime] | None:
    """Return the clock of a demonstration: noon (UTC) of the last day on which something moved. None for others."""
    if not is_demonstration(engine):
        return None

    def noon() -> datetime:
        with explaining(place_of(engine)), engine.connect() as connection:
            day = connection.execute(select(func.max(entry.c.effective)).where(entry.c.moved == 1)).scalar_one()
        return datetime.combine(datetime.fromisoformat(day).date(), time(12), UTC)

    return noon


def clear_way(address: str | os.PathLike[str]) -> None:
    """Remove the demonstration at `address`, if there is one. Raises DatabaseExists where anything else is there."""
    url = url_of(address)
    dialect = dialect_named(url.get_backend_name())
    if dialect.is_empty(url):
        return
    if not _is_marked(address):
        raise DatabaseExists(f"{shown(url)} is not a demonstration and is left as it is: choose another with --db")
    dialect.remove(url)


def _is_marked(address: str | os.PathLike[str]) -> bool:
    engine = engine_for(address, read_only=True)
    try:
        return is_demonstration(engine)
    finally:
        engine.dispose()


def is_demonstration(engine: Engine) -> bool:
    """Whether a database is marked as a demonstration."""
    with explaining(place_of(engine)), engine.connect() as connection:
        return dialect_of(engine).is_demonstration(driver_of(connection), engine)
