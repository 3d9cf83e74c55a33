"""A Board's database of its own, founded, for every test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from peoplezones.store.address import shown, url_of
from peoplezones.store.database import open_database, writing
from tests.databases import Address, address_of
from tests.unit.store.rows import found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the Board's file is; on a server, what stands for its schema."""
    return tmp_path / "peoplezones.db"


@pytest.fixture
def address(path: Path) -> Address:
    """The Board's address."""
    return address_of(path)


@pytest.fixture
def place(address: Address) -> str:
    """What messages call it."""
    return shown(url_of(address))


@pytest.fixture
def board(address: Address) -> Iterator[Engine]:
    """A founded Board, open for writing."""
    engine = open_database(address, create=True)
    with writing(engine) as connection:
        found(connection)
    yield engine
    engine.dispose()


@pytest.fixture
def closed_board(board: Engine, path: Path) -> Path:
    """A founded Board that nobody has open; its file, if it is in one."""
    board.dispose()
    return path
