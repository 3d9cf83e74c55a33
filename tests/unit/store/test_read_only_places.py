"""A Board in a folder that may only be read can still be read, and only truly."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from peoplezones.store.database import open_database, reading, writing
from peoplezones.store.tables import entry
from tests.unit.store.rows import an_entry, entries, found

pytestmark = pytest.mark.sqlite  # on a server: tests/postgresql

#: Root may write anywhere, so it becomes nobody, once all is imported that nobody may read.
AS_SOMEBODY_ELSE = """
import os, sys
import sqlalchemy.dialects.sqlite
from peoplezones.domain.errors import StoreError
from peoplezones.store.database import open_database, reading, writing
from peoplezones.store.tables import entry
if os.getuid() == 0:
    os.setuid(65534)
try:
    with reading(open_database(sys.argv[1], read_only=True)) as connection:
        print(*connection.scalars(entry.select()))
    if "write" in sys.argv:
        with writing(open_database(sys.argv[1])) as connection:
            connection.execute(entry.insert().values(n=9))
except StoreError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may enter, unlike pytest's own."""
    path = Path(tempfile.mkdtemp(prefix="peoplezones-"))
    path.chmod(0o755)
    yield path
    path.chmod(0o755)
    shutil.rmtree(path)


@pytest.fixture
def read_only_board(folder: Path) -> Iterator[Engine]:
    """A founded Board, open for writing here, in a place that others may only read."""
    engine = open_database(folder / "board.db", create=True)
    with writing(engine) as connection:
        found(connection)
    (folder / "board.db").chmod(0o644)
    yield engine
    engine.dispose()


def as_seen_by_somebody_else(folder: Path, *words: str) -> str:
    """Return what a process sees that may read the Board in `folder` but not write."""
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    command = [sys.executable, "-c", AS_SOMEBODY_ELSE, str(folder / "board.db"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.stdout.strip()


def test_a_board_that_nobody_has_open_is_read(read_only_board: Engine, folder: Path) -> None:
    read_only_board.dispose()
    assert as_seen_by_somebody_else(folder) == "0"
    assert [file.name for file in folder.iterdir()] == ["board.db"]


def test_what_somebody_else_has_just_written_is_seen(read_only_board: Engine, folder: Path) -> None:
    with writing(read_only_board) as connection:
        connection.execute(insert(entry).values(an_entry(1)))
    assert (folder / "board.db-wal").stat().st_size
    assert as_seen_by_somebody_else(folder) == "0 1"


@pytest.mark.usefixtures("read_only_board")
def test_changes_that_cannot_be_read_are_never_passed_over(folder: Path) -> None:
    copy = folder / "copy"  # the file and its log as a crash would leave them
    copy.mkdir()
    for name in ("board.db", "board.db-wal"):
        shutil.copy(folder / name, copy / name)
    seen = as_seen_by_somebody_else(copy)
    copy.chmod(0o755)
    assert seen.startswith("DatabaseReadOnly")
    assert "cannot be read now: somebody is writing to it, or was cut short" in seen


def test_a_write_is_refused_with_the_remedy(read_only_board: Engine, folder: Path) -> None:
    read_only_board.dispose()
    seen = as_seen_by_somebody_else(folder, "write")
    assert "DatabaseReadOnly" in seen
    assert "board.db may be read, but not written" in seen


def test_a_reader_leaves_nothing_beside_the_file(closed_board: Path) -> None:
    engine = open_database(closed_board, read_only=True)
    with reading(engine) as connection:
        assert entries(connection) == [0]
    engine.dispose()
    assert [file.name for file in closed_board.parent.iterdir()] == [closed_board.name]
