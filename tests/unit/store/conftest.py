"""A Board's database in a file of its own, founded, for every test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from peoplezones.store.database import open_database, writing
from tests.unit.store.rows import found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the Board's file is."""
    return tmp_path / "peoplezones.db"


@pytest.fixture
def board(path: Path) -> Iterator[Engine]:
    """A founded Board, open for writing."""
    engine = open_database(path, create=True)
    with writing(engine) as connection:
        found(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def closed_board(board: Engine, path: Path) -> Path:
    """The file of a founded Board that nobody has open."""
    board.dispose()
    return path
