"""Several who write to Boards on one server: nothing is lost, Boards do not wait for one another, the dead let go."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from peoplezones.app import Board
from peoplezones.store.database import open_database, reading, writing
from peoplezones.store.errors import DatabaseLocked
from peoplezones.store.postgresql import lock_of
from peoplezones.store.tables import entry
from tests.engine import MODELS
from tests.unit.store.rows import an_entry, entries, found

from .conftest import Place

SPAWN = multiprocessing.get_context("spawn")
WRITERS, REQUESTS = 4, 40


@pytest.fixture
def society(place: Place) -> Place:
    """A Board under a small model."""
    Board.found(place.address, secretary="Ann Example", model=MODELS / "allotment").close()
    return place


def propose_many(address: str, who: int) -> None:
    """Make requests that all draw the next number, and all once more with the same key."""
    with Board.open(address) as board:
        for number in range(REQUESTS):
            for again in (False, True):
                values, key = {"name": f"{who} {number}"}, f"{who}-{number}"
                decision = board.request("plot", "propose", values=values, entered_by="PE-001", key=key)
                assert (decision.moved, decision.repeated) == (True, again)


def hold(address: str, holding: Event) -> None:
    """Take the right to write, write, and never finish."""
    with writing(open_database(address)) as connection:
        connection.execute(insert(entry).values(an_entry(1)))
        holding.set()
        time.sleep(600)


def test_many_processes_lose_nothing_and_give_no_number_twice(society: Place) -> None:
    size = society.sql("select size from head")[0][0]
    writers = [SPAWN.Process(target=propose_many, args=(society.address, who)) for who in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0] * WRITERS
    many = WRITERS * REQUESTS
    assert society.sql("select count(*), min(n), max(n) from entry") == [(size + many, 1, size + many)]
    assert society.sql("select count(distinct reference), max(number) from record where kind = 'plot'") == [
        (many, many)
    ]
    with Board.open(society.address) as board:
        assert board.rebuild().agrees


def test_two_boards_do_not_wait_for_one_another(board: Engine, place: Place) -> None:
    other = open_database(Place(place.server, f"{place.schema}_other").address, create=True, patience=0.2)
    same = open_database(place.address, patience=0.2)
    with writing(other) as connection:
        found(connection)
    with writing(board):
        with writing(other) as connection:  # while the first is being written to
            connection.execute(insert(entry).values(an_entry(1)))
        with reading(same) as connection:
            assert entries(connection) == [0]
        with pytest.raises(DatabaseLocked, match="is being written to by another program"), writing(same):
            raise AssertionError("two writers at once")
    with reading(other) as connection:
        assert entries(connection) == [0, 1]
    other.dispose()
    same.dispose()


def test_the_lock_is_held_before_anything_is_read(board: Engine, place: Place) -> None:
    key = lock_of(place.schema) & (2**64 - 1)
    held = "select count(*) from pg_locks where locktype = 'advisory' and granted and classid = ? and objid = ?"
    with writing(board):
        assert place.sql(held, key >> 32, key & 0xFFFFFFFF) == [(1,)]
    assert place.sql(held, key >> 32, key & 0xFFFFFFFF) == [(0,)]


def test_a_writer_that_waited_sees_what_was_written_meanwhile(board: Engine, place: Place) -> None:
    other, seen = open_database(place.address), []

    def wait_and_look() -> None:
        with writing(other) as connection:
            seen.append(entries(connection))

    with writing(board) as connection:
        waiting = threading.Thread(target=wait_and_look)
        waiting.start()
        while place.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted") == [(0,)]:
            time.sleep(0.01)
        connection.execute(insert(entry).values(an_entry(1)))
    waiting.join(30)
    assert seen == [[0, 1]]
    other.dispose()


def test_a_writer_that_is_killed_lets_go_at_once_and_leaves_nothing(board: Engine, place: Place) -> None:
    holding = SPAWN.Event()
    holder = SPAWN.Process(target=hold, args=(place.address, holding))
    holder.start()
    assert holding.wait(60)
    assert holder.pid
    os.kill(holder.pid, signal.SIGKILL)
    holder.join(30)
    with writing(board) as connection:
        assert entries(connection) == [0]
        connection.execute(insert(entry).values(an_entry(1)))


def test_a_writer_whose_machine_has_gone_does_not_keep_the_lock_for_ever(board: Engine) -> None:
    with writing(board) as connection:
        assert connection.exec_driver_sql("show idle_in_transaction_session_timeout").scalar_one() == "1min"
    with reading(board) as connection:
        assert connection.exec_driver_sql("show idle_in_transaction_session_timeout").scalar_one() == "0"


def test_a_board_that_is_being_founded_is_not_founded_twice(place: Place) -> None:
    founding = [SPAWN.Process(target=begin, args=(place.address,)) for _ in range(3)]
    for process in founding:
        process.start()
    for process in founding:
        process.join(60)
    assert sorted(process.exitcode or 0 for process in founding) == [0, 1, 1]
    with Board.open(place.address) as board:
        assert board.rebuild().agrees


def begin(address: str) -> None:
    """Found a Board."""
    from peoplezones.domain.errors import PeopleZonesError

    try:
        Board.found(address, secretary="Ann Example", model=Path(MODELS / "allotment")).close()
    except PeopleZonesError:
        raise SystemExit(1) from None
