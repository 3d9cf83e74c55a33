"""A transaction happens wholly or not at all, one writer at a time, and readers see one state of the Board."""

from __future__ import annotations

import re
import threading

import pytest
from sqlalchemy import Engine, insert, select, update

from peoplezones.store.database import open_database, reading, writing
from peoplezones.store.errors import DatabaseLocked, DatabaseReadOnly, DiskFull
from peoplezones.store.tables import entry, head
from tests.databases import Address
from tests.unit.store.rows import an_entry, entries


def test_what_is_written_is_there_after_the_block(board: Engine, address: Address) -> None:
    with writing(board) as connection:
        connection.execute(insert(entry).values(an_entry(1)))
    with reading(open_database(address, read_only=True)) as connection:
        assert entries(connection) == [0, 1]


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt])
def test_an_exception_undoes_everything_and_passes_on(board: Engine, interruption: type[BaseException]) -> None:
    with pytest.raises(interruption), writing(board) as connection:
        connection.execute(insert(entry).values(an_entry(1)))
        raise interruption
    with reading(board) as connection:
        assert entries(connection) == [0]
    with writing(board) as connection:
        connection.execute(insert(entry).values(an_entry(1)))


def test_a_reader_goes_on_seeing_the_state_it_began_with(board: Engine, address: Address) -> None:
    with reading(open_database(address, read_only=True)) as earlier:
        assert entries(earlier) == [0]
        with writing(board) as connection:
            connection.execute(insert(entry).values(an_entry(1)))
        assert entries(earlier) == [0]


def test_a_writer_that_waits_in_vain_is_told_that_nothing_was_changed(
    board: Engine, address: Address, place: str
) -> None:
    impatient = open_database(address, patience=0.05)
    with writing(board):
        with pytest.raises(
            DatabaseLocked, match=f"{re.escape(place)} is (in use|being written to) by another program.*try again"
        ):
            with writing(impatient):
                raise AssertionError("two writers at once")
    with writing(impatient) as connection:
        connection.execute(insert(entry).values(an_entry(1)))


def test_writers_that_read_and_then_write_lose_nothing(board: Engine, address: Address) -> None:
    def add_twenty() -> None:
        engine = open_database(address)
        for _ in range(20):
            with writing(engine) as connection:
                size = connection.scalars(select(head.c.size)).one()
                connection.execute(insert(entry).values(an_entry(size)))
                connection.execute(update(head).values(size=size + 1))
        engine.dispose()

    writers = [threading.Thread(target=add_twenty) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with reading(board) as connection:
        assert entries(connection) == list(range(81))


def test_one_engine_serves_several_threads(board: Engine) -> None:
    barrier, seen = threading.Barrier(3), []

    def look() -> None:
        with reading(board) as connection:
            barrier.wait(timeout=10)
            seen.append(entries(connection))

    readers = [threading.Thread(target=look) for _ in range(3)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert seen == [[0]] * 3


@pytest.mark.usefixtures("closed_board")
def test_a_read_only_board_refuses_to_be_written(address: Address, place: str) -> None:
    with pytest.raises(DatabaseReadOnly, match=f"{re.escape(place)} may be read, but not written"):
        with writing(open_database(address, read_only=True)) as connection:
            connection.execute(insert(entry).values(an_entry(1)))


@pytest.mark.sqlite
def test_a_full_disk_changes_nothing_and_says_so(board: Engine) -> None:
    with board.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(DiskFull, match=r"peoplezones\.db has no room left.*Nothing was changed: make room"):
        with writing(board) as connection:
            connection.execute(insert(entry).values(an_entry(1)))
            connection.execute(insert(entry), [an_entry(n, line="x" * 4000) for n in range(2, 50)])
    with reading(board) as connection:
        assert entries(connection) == [0]


@pytest.mark.sqlite
def test_a_board_in_memory_keeps_what_is_written_between_transactions() -> None:
    engine = open_database("sqlite:///:memory:", create=True)
    with writing(engine) as connection:
        connection.execute(insert(entry).values(an_entry(0)))
    with reading(engine) as connection:
        assert entries(connection) == [0]


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("setting", "value"),
    [("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("recursive_triggers", 1), ("journal_mode", "wal")],
)
def test_every_connection_is_set_to_lose_and_leak_nothing(board: Engine, setting: str, value: object) -> None:
    with reading(board), reading(board) as second:
        assert second.exec_driver_sql(f"PRAGMA {setting}").scalar_one() == value
    with reading(board) as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 30_000
