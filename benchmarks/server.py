"""How fast a Board is in PostgreSQL."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.boards import chair, pause_and_go_on, walked
from benchmarks.figures import Figure, ratio, seconds
from peoplezones.app import Board
from tests.databases import Server

MOVES = 200


def on_a_server(_: Path) -> Iterator[Figure]:
    """One durable transition against a bare insert and commit on the same connection, which is as durable."""
    with closing(Server()) as server:
        board, reference, _ = walked(server.address("benchmark"))
        who, bare = chair(board), _bare(board)
        mine, other = [], []
        for _ in range(10):  # until the driver has prepared every statement
            pause_and_go_on(board, reference, who)
            bare()
        for _ in range(MOVES):
            mine += pause_and_go_on(board, reference, who)
            other += [seconds(bare), seconds(bare)]
        what = "a durable transition in PostgreSQL against a bare insert and commit on the same connection"
        yield ratio(what, statistics.median(mine), statistics.median(other), 5)
        board.close()


def _bare(board: Board) -> Callable[[], None]:
    with closing(board.engine.raw_connection()) as connection:
        connection.driver_connection.execute(  # type: ignore[union-attr]
            "CREATE TABLE bare (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, line text)"
        )
    line = "x" * 1000

    def insert() -> None:
        with closing(board.engine.raw_connection()) as connection:
            driver = connection.driver_connection
            assert driver is not None
            driver.execute("BEGIN")
            driver.execute("INSERT INTO bare (line) VALUES (%s)", [line])
            driver.execute("COMMIT")

    return insert
