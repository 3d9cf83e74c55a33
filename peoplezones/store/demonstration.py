"""Which databases are demonstrations and may be replaced: the header of the file says so, and a Board's never does.

In a demonstration it stays the day on which its story ends, so that nothing in it grows old.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

from sqlalchemy import Engine, func, select

from peoplezones.store import sqlite
from peoplezones.store.address import file_named_by, printable
from peoplezones.store.database import driver_of, engine_for, place_of
from peoplezones.store.errors import DatabaseExists, explaining
from peoplezones.store.tables import entry

#: "demo" in ASCII, kept in the file's `user_version`, which is 0 in every other database of a Board.
MARK = 0x64656D6F


def mark(engine: Engine) -> None:
    """Mark a database as a demonstration."""
    with explaining(place_of(engine)), engine.connect() as connection:
        driver_of(connection).execute(f"PRAGMA user_version = {MARK}")


def clock_of(engine: Engine) -> Callable[[], datetime] | None:
    """Return the clock of a demonstration: noon (UTC) of the last day on which something moved. None for others."""
    if engine.dialect.name != "sqlite" or not _marked(engine):
        return None

    def noon() -> datetime:
        with explaining(place_of(engine)), engine.connect() as connection:
            day = connection.execute(select(func.max(entry.c.effective)).where(entry.c.moved == 1)).scalar_one()
        return datetime.combine(datetime.fromisoformat(day).date(), time(12), UTC)

    return noon


def clear_way(address: str | os.PathLike[str]) -> None:
    """Remove the demonstration at `address`, if there is one. Raises DatabaseExists where anything else is there."""
    named = file_named_by(address)
    path = Path(named)
    if named == sqlite.MEMORY or not path.exists() or (path.is_file() and not path.stat().st_size):
        return
    if not _is_marked(address):
        raise DatabaseExists(
            f"{printable(named)} is not a demonstration and is left as it is: choose another file with --db"
        )
    for file in (path, Path(f"{named}-wal"), Path(f"{named}-shm")):
        with explaining(printable(named)):
            file.unlink(missing_ok=True)


def _is_marked(address: str | os.PathLike[str]) -> bool:
    engine = engine_for(address, read_only=True)
    try:
        return _marked(engine)
    finally:
        engine.dispose()


def _marked(engine: Engine) -> bool:
    with explaining(place_of(engine)), engine.connect() as connection:
        driver = driver_of(connection)
        found = driver.execute("PRAGMA user_version").fetchone()[0]
        return sqlite.application_id(driver) == sqlite.APPLICATION_ID and found == MARK
