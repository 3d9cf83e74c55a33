"""What docs/database.md says about replicas and failover, done with two servers."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peoplezones.app import Board
from peoplezones.store.errors import DatabaseReadOnly
from tests.databases import Server
from tests.engine import MODELS

from .conftest import Place


@pytest.fixture
def primary(place: Place) -> Iterator[Board]:
    """A Board with an entry whose key is known."""
    with Board.found(place.address, secretary="Ann Example", model=MODELS / "allotment") as board:
        ask(board)
        yield board


def ask(board: Board) -> Any:
    """Ask for the same thing with the same key."""
    values = {"name": "North"}
    return board.request("plot", "propose", values=values, entered_by="Ann Example", key="k", on="2026-01-05")


@pytest.fixture
def replica(place: Place, primary: Board) -> Iterator[Place]:  # noqa: ARG001 - there must be something to keep
    """The same Board on a replica of the server."""
    folder = Path(tempfile.mkdtemp(prefix="peoplezones-replica-"))
    server = place.server.replica(folder / "data")
    yield Place(server, place.schema)
    server.close()
    shutil.rmtree(folder, ignore_errors=True)


def arrived(place: Place, size: int) -> bool:
    """Whether a replica has so many entries, soon."""
    for _ in range(300):
        if place.sql("select size from head")[0][0] == size:
            return True
        time.sleep(0.05)
    return False


def either(first: Server, second: Server, schema: str) -> str:
    """Return the address that finds the primary among two servers."""
    hosts = ",".join(str(server.url.query["host"]) for server in (first, second))
    return f"postgresql://postgres@/postgres?host={hosts}&target_session_attrs=read-write&schema={schema}"


def test_a_replica_is_read_and_takes_over(primary: Board, place: Place, replica: Place) -> None:
    assert primary.request("plot", "propose", values={"name": "West"}, entered_by="Ann Example").moved
    size = primary.rebuild().entries
    assert arrived(replica, size)
    with Board.open(replica.address, read_only=True) as board:
        assert board.rebuild().entries == size
    with Board.open(replica.address) as board, pytest.raises(DatabaseReadOnly, match=r"is a replica.*primary"):
        board.request("plot", "propose", values={"name": "Never"}, entered_by="Ann Example")
    found = either(replica.server, place.server, place.schema)
    with Board.open(found) as board:
        assert board.request("plot", "propose", values={"name": "By either"}, entered_by="Ann Example").moved
    assert arrived(replica, size + 1)

    primary.close()
    assert replica.sql("select pg_promote()") == [(True,)]
    with Board.open(replica.address) as board:
        assert ask(board).repeated
        assert board.request("plot", "propose", values={"name": "After"}, entered_by="Ann Example").moved
        report = board.rebuild()
        assert (report.agrees, report.entries) == (True, size + 2)
