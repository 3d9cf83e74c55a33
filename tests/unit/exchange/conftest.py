"""A Board on a tiny model, and a way to lay files out for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peoplezones.app import Board
from tests.databases import address_of
from tests.unit.exchange.tiny import write_model

Lay = Callable[[str, str | bytes], Path]


@pytest.fixture
def board(tmp_path: Path) -> Iterator[Board]:
    """A Board with one person, Ann Example, who keeps everything."""
    model, place = write_model(tmp_path / "model"), address_of(tmp_path / "board.db")
    with Board.found(place, secretary="Ann Example", model=model, on="2020-01-01") as found:
        yield found


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Write a file and return where it is."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
