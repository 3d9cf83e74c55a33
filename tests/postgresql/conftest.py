"""Boards on a PostgreSQL server, whatever `--database` says: what holds only there, or for both at once."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Engine

from peoplezones.store.address import shown, url_of
from peoplezones.store.database import open_database, writing
from tests.databases import Server
from tests.databases import server as the_server
from tests.unit.store.rows import found

_numbers = itertools.count()


@dataclass
class Place:
    """A schema of the server."""

    server: Server
    schema: str

    @property
    def address(self) -> str:
        """The address of the Board in it."""
        return self.server.address(self.schema)

    @property
    def shown(self) -> str:
        """What messages call it."""
        return shown(url_of(self.address))

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return what the database itself says, past all that is ours."""
        return self.server.rows(self.schema, statement, *values)


@pytest.fixture
def server() -> Server:
    """The server."""
    return the_server


@pytest.fixture
def place(server: Server) -> Place:
    """A schema that is not there yet."""
    return Place(server, f"test_{os.getpid()}_{next(_numbers)}")


@pytest.fixture
def board(place: Place) -> Iterator[Engine]:
    """A founded Board, its rows meaning nothing, open for writing."""
    engine = open_database(place.address, create=True)
    with writing(engine) as connection:
        found(connection)
    yield engine
    engine.dispose()
