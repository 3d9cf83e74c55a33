"""Bringing a Board's database up to the schema that this version uses. Imports Alembic: import it late."""

from __future__ import annotations

import os
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from peoplezones.store.database import (
    HEAD_REVISION,
    dialect_of,
    driver_of,
    engine_for,
    place_of,
    refuse_newer,
    revision_of,
    writing,
)
from peoplezones.store.dialects import PATIENCE
from peoplezones.store.errors import DatabaseDamaged


def current_revision(address: str | os.PathLike[str]) -> str:
    """Return the revision of the database at `address`; raise a `StoreError` if it is not a Board's."""
    engine = engine_for(address, read_only=True)
    try:
        return revision_of(engine)
    finally:
        engine.dispose()


def upgrade(address: str | os.PathLike[str], *, patience: float = PATIENCE) -> tuple[str, str]:
    """Bring the database at `address` to the newest revision; return the revisions before and after.

    All or nothing: it happens in one transaction, and other writers wait. Where nothing is to be done, nothing is
    done. Raises a `StoreError` if the database is not a Board's or is newer than this version.
    """
    engine = engine_for(address, patience=patience)
    try:
        before = revision_of(engine)
        refuse_newer(before, place_of(engine))
        if before != HEAD_REVISION:
            with engine.connect() as only_one:  # the pool hands the same connection to `writing` below
                dialect_of(engine).prepare_upgrade(driver_of(only_one))
            with writing(engine) as connection:
                migrate(connection, "head")
                _refuse_dangling(dialect_of(engine).dangling(driver_of(connection)), place_of(engine))
        return before, HEAD_REVISION
    finally:
        engine.dispose()


def migrate(connection: Connection, revision: str) -> None:
    """Take the schema behind `connection` to `revision`, inside its transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def known_revisions() -> tuple[str, ...]:
    """Return the revisions that `migrations` declares, oldest first."""
    script = ScriptDirectory.from_config(_config())
    return tuple(reversed([found.revision for found in script.walk_revisions()]))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "peoplezones.store:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _refuse_dangling(dangling: list[tuple[Any, ...]], place: str) -> None:
    if dangling:
        raise DatabaseDamaged(
            f"{place} was not upgraded: {len(dangling)} rows would refer to nothing, the first in table "
            f"{dangling[0][0]}. Nothing was changed: report this, and keep the file"
        )
