"""Opening a Board on a server refuses whatever is not one of this version, and names the place and the remedy."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from sqlalchemy import Engine, insert
from sqlalchemy.engine import make_url

from peoplezones.domain.errors import StoreError
from peoplezones.store.database import open_database, reading, writing
from peoplezones.store.errors import (
    ConnectionLost,
    ConstraintBroken,
    DatabaseExists,
    DatabaseForbidden,
    DatabaseLocked,
    DatabaseMissing,
    DatabaseUnreachable,
    DatabaseUnsuitable,
    NotABoard,
    OutcomeUnknown,
)
from peoplezones.store.tables import entry
from tests.databases import Server
from tests.unit.store.rows import an_entry, entries

from .conftest import Place


def elsewhere(address: str, **parts: str) -> str:
    """Return an address with other parts."""
    return make_url(address).set(**parts).render_as_string(hide_password=False)  # type: ignore[arg-type]


def test_a_board_that_is_not_there_is_not_made(place: Place) -> None:
    with pytest.raises(
        DatabaseMissing, match=f"{re.escape(place.shown)} does not exist: .*`peoplezones init`.*schema="
    ):
        open_database(place.address)
    assert place.sql("select count(*) from pg_namespace where nspname = ?", place.schema) == [(0,)]


def test_a_board_is_made_in_a_schema_that_was_made_for_it(place: Place) -> None:
    place.sql(f"create schema {place.schema}")
    with pytest.raises(NotABoard, match="not a Board's"):
        open_database(place.address)
    open_database(place.address, create=True).dispose()
    open_database(place.address).dispose()


def test_another_program_s_schema_is_refused_and_left_as_it_is(place: Place) -> None:
    place.sql(f"create schema {place.schema}")
    place.sql("create table entry (n int)")
    with pytest.raises(NotABoard, match="is a schema, but not a Board's"):
        open_database(place.address)
    with pytest.raises(DatabaseExists, match="exists already and is left as it is"):
        open_database(place.address, create=True)
    assert place.sql("select tablename from pg_tables where schemaname = ?", place.schema) == [("entry",)]


def test_a_server_that_is_not_there_is_told_with_its_place() -> None:
    with pytest.raises(
        DatabaseUnreachable, match=r"postgresql://me@127\.0\.0\.1:1/d\?schema=b cannot be reached: .*port"
    ):
        open_database("postgresql://me:secret@127.0.0.1:1/d?schema=b")
    with pytest.raises(DatabaseUnreachable, match="cannot be reached: check that the server runs") as caught:
        open_database("postgresql://me:secret@no-such-host.invalid/d?schema=b")
    assert "secret" not in str(caught.value)


def test_a_database_or_user_that_the_server_does_not_know_is_told(place: Place) -> None:
    with pytest.raises(DatabaseMissing, match="does not exist: have the database made"):
        open_database(elsewhere(place.address, database="nowhere"))
    with pytest.raises(DatabaseUnreachable, match="does not know this user"):
        open_database(elsewhere(place.address, username="nobody_example"))


def test_a_database_without_every_letter_is_refused(server: Server, place: Place) -> None:
    server.connection.execute("create database plain encoding 'SQL_ASCII' locale 'C' template template0")
    with pytest.raises(DatabaseUnsuitable, match="SQL_ASCII, which lacks letters"):
        open_database(elsewhere(place.address, database="plain"), create=True)
    server.connection.execute("drop database plain with (force)")


def test_a_role_that_may_not_look_or_change_is_told_whom_to_ask(server: Server, board: Engine, place: Place) -> None:
    server.connection.execute("create role stranger_example login")
    address = server.address(place.schema, username="stranger_example")
    with pytest.raises(DatabaseForbidden, match="`peoplezones db grants`"):
        open_database(address)
    place.sql(f"grant usage on schema {place.schema} to stranger_example")
    with pytest.raises(DatabaseForbidden, match="`peoplezones db grants`"):
        open_database(address)
    place.sql("drop owned by stranger_example; drop role stranger_example")
    board.dispose()


def test_text_sorts_by_its_bytes_and_is_kept_whole(board: Engine, place: Place) -> None:
    assert (
        place.sql(
            "select table_name, column_name from information_schema.columns where table_schema = ? "
            "and data_type = 'text' and collation_name is distinct from 'C'",
            place.schema,
        )
        == []
    )
    with writing(board) as connection:
        connection.execute(insert(entry), [an_entry(n, line=line) for n, line in enumerate(("a", "B", "é", "☂"), 1)])
    with reading(board) as connection:
        found = connection.scalars(entry.select().with_only_columns(entry.c.line).order_by(entry.c.line)).all()
    assert found == ["B", "a", '{"n":0}', "é", "☂"]


@pytest.mark.parametrize(
    ("setting", "value"),
    [("synchronous_commit", "on"), ("lock_timeout", "30s"), ("statement_timeout", "0"), ("client_encoding", "UTF8")],
)
def test_every_connection_is_set_to_lose_nothing(
    server: Server, board: Engine, place: Place, setting: str, value: str
) -> None:
    server.connection.execute("alter role current_user set synchronous_commit = off")
    server.connection.execute("alter role current_user set statement_timeout = '1s'")
    with reading(open_database(place.address)) as connection:
        assert connection.exec_driver_sql(f"show {setting}").scalar_one() == value
        assert connection.exec_driver_sql("show transaction_isolation").scalar_one() == "repeatable read"
        assert connection.exec_driver_sql("show transaction_read_only").scalar_one() == "on"
    with writing(board) as connection:
        assert connection.exec_driver_sql("show transaction_isolation").scalar_one() == "read committed"
    server.connection.execute("alter role current_user reset all")


def test_a_server_that_confirms_later_still_is_left_to_do_so(server: Server, board: Engine, place: Place) -> None:
    server.connection.execute("alter role current_user set synchronous_commit = remote_apply")
    with reading(open_database(place.address)) as connection:
        assert connection.exec_driver_sql("show synchronous_commit").scalar_one() == "remote_apply"
    server.connection.execute("alter role current_user reset all")
    board.dispose()


def test_a_connection_that_was_lost_while_idle_is_made_again(server: Server, board: Engine) -> None:
    with reading(board) as connection, reading(board) as second:
        numbers = [one.exec_driver_sql("select pg_backend_pid()").scalar_one() for one in (connection, second)]
    for number in numbers:
        server.connection.execute("select pg_terminate_backend(%s, 5000)", [number])
    with writing(board) as connection:
        connection.execute(insert(entry).values(an_entry(1)))
    with reading(board) as connection:
        assert entries(connection) == [0, 1]


def test_a_connection_that_is_lost_before_the_commit_has_changed_nothing(server: Server, board: Engine) -> None:
    with pytest.raises(ConnectionLost, match="Nothing was changed: try again"):
        with writing(board) as connection:
            connection.execute(insert(entry).values(an_entry(1)))
            number = connection.exec_driver_sql("select pg_backend_pid()").scalar_one()
            server.connection.execute("select pg_terminate_backend(%s, 5000)", [number])
            connection.execute(insert(entry).values(an_entry(2)))
    with reading(board) as connection:
        assert entries(connection) == [0]


def test_a_connection_that_is_lost_at_the_commit_leaves_the_outcome_to_the_log(server: Server, board: Engine) -> None:
    with pytest.raises(OutcomeUnknown, match=r"whether it happened, the log tells .*--key, it happens once"):
        with writing(board) as connection:
            connection.execute(insert(entry).values(an_entry(1)))
            number = connection.exec_driver_sql("select pg_backend_pid()").scalar_one()
            server.connection.execute("select pg_terminate_backend(%s, 5000)", [number])
    with reading(board) as connection:
        assert entries(connection) == [0]


def test_a_deadlock_or_a_full_server_is_told_and_not_taken_for_a_mistake_of_ours(board: Engine) -> None:
    for code, kind, words in (
        ("40P01", DatabaseLocked, "at the same time"),
        ("53100", StoreError, "disk is full"),
        ("XX001", StoreError, "is damaged"),
        ("53300", DatabaseUnreachable, "try again in a while"),
    ):
        with pytest.raises(kind, match=words), writing(board) as connection:
            connection.exec_driver_sql(f"do $$ begin raise exception 'x' using errcode = '{code}'; end $$")


@pytest.mark.parametrize("statement", ["update entry set line = '{}'", "delete from entry", "truncate entry cascade"])
def test_an_entry_is_never_changed_even_as_a_replica_changes_it(board: Engine, statement: str) -> None:
    for role in ("origin", "replica"):
        with pytest.raises(ConstraintBroken, match=r"append-only: .* put a mistake right by a new entry"):
            with writing(board) as connection:
                connection.exec_driver_sql(f"set local session_replication_role = {role}")
                connection.exec_driver_sql(statement)
    with reading(board) as connection:
        assert connection.execute(entry.select()).one().line == '{"n":0}'


def test_without_its_driver_it_is_said_how_to_get_it(place: Place) -> None:
    code = (
        "import sys; sys.modules['psycopg'] = None\n"
        "from peoplezones.store.database import open_database\n"
        "from peoplezones.store.errors import DriverMissing\n"
        "try: open_database(sys.argv[1])\n"
        "except DriverMissing as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, place.address], capture_output=True, text=True, check=True)
    assert "pip install 'peoplezones[postgresql]'" in done.stdout
