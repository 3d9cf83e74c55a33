"""Opening refuses whatever is not a Board of this version, and names the place and the remedy."""

from __future__ import annotations

import gc
import re
import sqlite3
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from sqlalchemy import Engine

from peoplezones.domain.errors import StoreError
from peoplezones.store.database import REVISIONS, open_database, reading, writing
from peoplezones.store.errors import (
    DatabaseAddressInvalid,
    DatabaseDamaged,
    DatabaseExists,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseOlder,
    DatabaseUnreachable,
    NotABoard,
)
from tests.databases import Address, plainly
from tests.unit.store.rows import entries, found


def alter(path: Path, *statements: str) -> None:
    """Do to a Board's database what this version never would."""
    for statement in statements:
        plainly(path, statement)


@pytest.mark.sqlite
@pytest.mark.parametrize("form", ["{}", "sqlite:///{}"])
def test_a_board_is_opened_by_path_or_url(closed_board: Path, form: str) -> None:
    with reading(open_database(form.format(closed_board))) as connection:
        assert entries(connection) == [0]


@pytest.mark.sqlite
@pytest.mark.parametrize("name", ["a b?c#d%20&mode=ro.db", "Bürger ☂.db", "file:x.db", "\udce9.db"])
def test_any_name_that_a_file_can_have_will_do(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    engine = open_database(name, create=True)
    with writing(engine) as connection:
        found(connection)
    engine.dispose()
    assert [file.name for file in tmp_path.iterdir()] == [name]
    open_database(tmp_path / name, read_only=True).dispose()


@pytest.mark.sqlite
def test_a_missing_file_is_not_made(path: Path) -> None:
    with pytest.raises(DatabaseMissing, match=r"peoplezones\.db does not exist: .*`peoplezones init`.*--db"):
        open_database(path)
    assert not path.exists()


@pytest.mark.sqlite
def test_a_folder_is_no_board(tmp_path: Path) -> None:
    for create in (False, True):
        with pytest.raises(NotABoard, match="is a folder: give the file"):
            open_database(tmp_path, create=create)


@pytest.mark.sqlite
def test_a_new_board_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing, match=r"there is no folder .*no-such"):
        open_database(tmp_path / "no-such" / "board.db", create=True)


@pytest.mark.sqlite
def test_a_place_that_cannot_be_looked_at_is_reported(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable, match="could not be opened: File name too long"):
        open_database(tmp_path / ("x" * 300))
    with pytest.raises(DatabaseMissing, match=r"no\\x1b\[31m\\udce9\.db does not exist"):
        open_database(tmp_path / "no\x1b[31m\udce9.db")


@pytest.mark.sqlite
@pytest.mark.parametrize("content", [b"Dear Board,\n" * 100, b"\0" * 4096, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_of_another_kind_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for options in ({}, {"read_only": True}, {"create": True}):
        with pytest.raises(StoreError, match=r"peoplezones\.db is (not a database|damaged)"):
            open_database(path, **options)
    assert path.read_bytes() == content


@pytest.mark.sqlite
def test_an_empty_file_is_no_board_but_one_may_be_made_in_it(path: Path) -> None:
    path.touch()
    with pytest.raises(NotABoard, match="not a Board's"):
        open_database(path, read_only=True)
    open_database(path, create=True)


@pytest.mark.sqlite
def test_another_program_s_database_is_refused_and_left_as_it_is(path: Path) -> None:
    alter(path, "CREATE TABLE moz_places (id INTEGER)")
    content = path.read_bytes()
    with pytest.raises(NotABoard, match=r"peoplezones\.db is a database, but not a Board's"):
        open_database(path)
    with pytest.raises(DatabaseExists, match="exists already and is left as it is"):
        open_database(path, create=True)
    assert path.read_bytes() == content


@pytest.mark.usefixtures("closed_board")
def test_a_founded_board_is_never_made_anew(address: Address) -> None:
    with pytest.raises(DatabaseExists, match="choose another place"):
        open_database(address, create=True)


def test_a_board_whose_founding_was_cut_short_can_be_begun_again(address: Address) -> None:
    open_database(address, create=True).dispose()
    with writing(open_database(address, create=True)) as connection:
        found(connection)


def test_a_newer_database_asks_for_a_newer_version(closed_board: Path, address: Address) -> None:
    alter(closed_board, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseNewer, match=r"revision 9999; .* install that version or a later one"):
        open_database(address)


@pytest.mark.usefixtures("closed_board")
def test_an_older_database_says_how_to_upgrade_it(
    address: Address, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peoplezones.store.database.REVISIONS", (*REVISIONS, "later"))
    monkeypatch.setattr("peoplezones.store.database.HEAD_REVISION", "later")
    with pytest.raises(DatabaseOlder, match=f"{re.escape(place)} .* earlier version .*: run `peoplezones db upgrade`"):
        open_database(address)


@pytest.mark.parametrize("statement", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"])
def test_a_board_that_does_not_say_its_revision_is_damaged(
    closed_board: Path, address: Address, statement: str
) -> None:
    alter(closed_board, statement)
    with pytest.raises(DatabaseDamaged, match="put a backup in its place"):
        open_database(address)


@pytest.mark.sqlite
def test_a_truncated_board_is_reported_as_damaged(closed_board: Path) -> None:
    closed_board.write_bytes(closed_board.read_bytes()[:6000])
    with pytest.raises(DatabaseDamaged, match=r"peoplezones\.db is damaged"):
        with reading(open_database(closed_board)) as connection:
            entries(connection)


@pytest.mark.sqlite
def test_a_board_locked_by_another_program_is_reported_as_locked(closed_board: Path) -> None:
    holder = sqlite3.connect(closed_board, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    for read_only in (False, True):
        with pytest.raises(DatabaseLocked, match="is in use by another program"):
            open_database(closed_board, read_only=read_only, patience=0.05)
    holder.close()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "no place for a database"),
        ("a\0b", "no place for a database"),
        ("mysql://board:secret@db/board", "postgresql://USER@HOST"),
        ("postgresql://board:secret@db", "names no database"),
        ("postgresql://board:secret@db/board?schema=Board", "cannot be the schema"),
        ("postgresql://board:secret@db/board?schema=pg_board", "cannot be the schema"),
        ("postgresql://board:secret@db/board?schema=" + "x" * 64, "at most 63"),
        ("postgresql://db/board?password=secret", "'password', which is not understood"),
        ("postgresql+asyncpg://board:secret@db/board", "begins with postgresql://"),
        ("sqlite://board.db", "sqlite:///PATH"),
        ("postgresql://db:port/", "could not be understood"),
        ("sqlite:///board.db?mode=ro", "give the path"),
    ],
)
def test_an_address_that_is_none_is_a_usage_error_and_shows_no_password(address: str, words: str) -> None:
    with pytest.raises(DatabaseAddressInvalid, match=words) as caught:
        open_database(address)
    assert caught.value.exit_code == 2
    assert "secret" not in str(caught.value)


FOUND = """
import sys
from peoplezones.store.database import open_database, writing
from tests.unit.store.rows import found
with writing(open_database(sys.argv[1], create=True)) as connection:
    found(connection)
"""


def test_two_who_found_the_same_board_at_once_do_not_spoil_it(address: Address) -> None:
    command = [sys.executable, "-c", FOUND, str(address)]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    ended = [process.communicate()[1] for process in started]
    assert sorted(process.returncode for process in started) == [0, 1], ended
    with reading(open_database(address)) as connection:
        assert entries(connection) == [0]


@pytest.mark.usefixtures("closed_board")
def test_a_board_that_nobody_holds_any_more_is_gone_with_all_that_it_took(address: Address) -> None:
    def opened() -> weakref.ref[Engine]:
        engine = open_database(address)
        with reading(engine):
            pass
        return weakref.ref(engine)

    engine = opened()
    gc.collect()
    assert engine() is None
