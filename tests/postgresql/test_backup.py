"""What docs/database.md says about backups, done: a restored Board is whole, agrees with its log, and goes on."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from peoplezones.app import Board
from tests.databases import Address, programs
from tests.engine import MODELS

from .conftest import Place

PAGE = (Path(__file__).parents[2] / "docs" / "database.md").read_text("utf-8")


def said(beginning: str) -> str:
    """Return the one line of a block of the page that begins so."""
    (found,) = re.findall(rf"^    ({re.escape(beginning)}.*)$", PAGE, re.MULTILINE)
    return str(found)


def in_use(address: Address, then: int = 5) -> Board:
    """Return a Board with some entries, still open."""
    board = Board.found(address, secretary="Ann Example", model=MODELS / "allotment")
    for number in range(then):
        assert board.request("plot", "propose", values={"name": f"Plot {number}"}, entered_by="Ann Example").moved
    return board


def goes_on(address: Address) -> int:
    """See that a Board is whole and can be worked with; return how many entries there were."""
    with Board.open(address) as board:
        report = board.rebuild()
        assert report.agrees, report.differences
        assert board.request("plot", "propose", values={"name": "Later"}, entered_by="Ann Example").moved
        with pytest.raises(Exception, match="append-only"), board.engine.begin() as connection:
            connection.exec_driver_sql("delete from entry")
    return report.entries


@pytest.mark.parametrize("way", ["VACUUM INTO", ".backup"])
def test_a_file_is_backed_up_while_it_is_in_use(tmp_path: Path, way: str) -> None:
    path = tmp_path / "peoplezones.db"
    with in_use(path) as board:
        sql = shlex.split(said(f'sqlite3 peoplezones.db "{way}'))[-1].replace("backup.db", str(tmp_path / "backup.db"))
        with closing(sqlite3.connect(path)) as connection:
            if way == ".backup":  # a word of the program's, which calls this
                with closing(sqlite3.connect(sql.partition(" ")[2])) as copy:
                    connection.backup(copy)
            else:
                connection.execute(sql)
        size = board.rebuild().entries
        assert board.request("plot", "propose", values={"name": "After"}, entered_by="Ann Example").moved
    for ending in ("-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
    shutil.move(tmp_path / "backup.db", path)
    assert goes_on(path) == size


def test_a_file_that_is_only_copied_lacks_its_newest_entries(tmp_path: Path) -> None:
    with in_use(tmp_path / "board.db"):
        shutil.copy(tmp_path / "board.db", tmp_path / "copy.db")
        with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
            tables = copy.execute("select count(*) from sqlite_master where name = 'entry'").fetchone()[0]
            assert not tables or copy.execute("select count(*) from entry").fetchone()[0] < 5


@pytest.fixture
def on_server(place: Place) -> Iterator[Board]:
    board = in_use(place.address)
    yield board
    board.close()


def run(command: str, place: Place, folder: Path, database: str = "") -> None:
    """Run a command of the page on the server of the tests."""
    url = make_url(place.address).difference_update_query(["schema"])
    url = url.set(database=database) if database else url
    command = command.replace(
        "postgresql://owner@HOST/DATABASE", shlex.quote(url.render_as_string(hide_password=False))
    )
    command = command.replace("green_acres", place.schema)
    surroundings = {**os.environ, "PATH": f"{programs()}:{os.environ['PATH']}"}
    done = subprocess.run(command, shell=True, cwd=folder, env=surroundings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_schema_is_dumped_while_it_is_in_use_and_restored(on_server: Board, place: Place, tmp_path: Path) -> None:
    run(said("pg_dump"), place, tmp_path)
    kept = ("select * from entry order by n", "select * from personal order by commitment")
    before = [place.sql(statement) for statement in kept]
    assert on_server.request("plot", "propose", values={"name": "After"}, entered_by="Ann Example").moved
    on_server.close()
    place.sql(f"drop schema {place.schema} cascade")
    run(said("pg_restore"), place, tmp_path)
    assert [place.sql(statement) for statement in kept] == before
    assert goes_on(place.address) == len(before[0])


def test_a_schema_is_restored_into_another_database(on_server: Board, place: Place, tmp_path: Path) -> None:
    place.server.connection.execute("create database spare")
    run(said("pg_dump"), place, tmp_path)
    run(said("pg_restore"), place, tmp_path, "spare")
    address = make_url(place.address).set(database="spare").render_as_string(hide_password=False)
    assert goes_on(address) == on_server.rebuild().entries
    place.server.connection.execute("drop database spare with (force)")
