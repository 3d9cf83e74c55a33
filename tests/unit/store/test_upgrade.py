"""An older database is brought up to date in one transaction, or left as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from peoplezones.domain.errors import StoreError
from peoplezones.store import upgrade as upgrading
from peoplezones.store.database import HEAD_REVISION, open_database, reading
from peoplezones.store.errors import DatabaseDamaged, DatabaseMissing, DatabaseNewer, NotABoard
from peoplezones.store.upgrade import current_revision, upgrade
from tests.unit.store.rows import entries

pytestmark = pytest.mark.sqlite  # on a server: tests/postgresql


def plainly(path: Path, statement: str) -> list[tuple[object, ...]]:
    """Return what `statement` gives on the file, without any of our code."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(statement).fetchall()


def revision_in(path: Path) -> str:
    """Return what revision the file says it is."""
    return str(plainly(path, "SELECT version_num FROM alembic_version")[0][0])


@pytest.fixture
def older_board(closed_board: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Board of an imagined earlier version, whose only difference is its revision."""
    plainly(closed_board, "UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr("peoplezones.store.database.REVISIONS", ("0000", *upgrading.known_revisions()))
    return closed_board


def arrive(connection: Connection, _: str) -> None:
    """Stand in for the imagined migration, which Alembic does not know."""
    connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{HEAD_REVISION}'")


def test_a_board_of_this_version_is_left_as_it_is(closed_board: Path) -> None:
    content = closed_board.read_bytes()
    assert current_revision(closed_board) == HEAD_REVISION
    assert upgrade(closed_board) == (HEAD_REVISION, HEAD_REVISION)
    assert closed_board.read_bytes() == content


def test_an_older_board_is_brought_up_to_date(older_board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrading, "migrate", arrive)
    assert current_revision(older_board) == "0000"
    assert upgrade(older_board) == ("0000", HEAD_REVISION)
    with reading(open_database(older_board)) as connection:
        assert entries(connection) == [0]


def test_an_upgrade_that_fails_leaves_the_board_as_it_was(older_board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(connection: Connection, revision: str) -> None:
        arrive(connection, revision)
        connection.exec_driver_sql("DROP TABLE personal")
        raise StoreError("no")

    monkeypatch.setattr(upgrading, "migrate", fail)
    with pytest.raises(StoreError, match="no"):
        upgrade(older_board)
    assert revision_in(older_board) == "0000"


def test_an_upgrade_that_would_leave_rows_that_refer_to_nothing_is_undone(
    older_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(connection: Connection, revision: str) -> None:
        arrive(connection, revision)
        connection.exec_driver_sql("DELETE FROM operating_model")

    monkeypatch.setattr(upgrading, "migrate", spoil)
    with pytest.raises(DatabaseDamaged, match="1 rows would refer to nothing, the first in table head"):
        upgrade(older_board)
    assert revision_in(older_board) == "0000"


def test_only_a_board_that_is_there_and_not_newer_is_upgraded(closed_board: Path, tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        upgrade(tmp_path / "none.db")
    plainly(tmp_path / "other.db", "CREATE TABLE t (x)")
    with pytest.raises(NotABoard):
        upgrade(tmp_path / "other.db")
    plainly(closed_board, "UPDATE alembic_version SET version_num = '9'")
    with pytest.raises(DatabaseNewer):
        upgrade(closed_board)
