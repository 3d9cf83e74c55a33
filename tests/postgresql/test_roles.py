"""What `db grants` prints, tried with real roles: a writer cannot change the log, a reader sees no personal values."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from peoplezones.app import Board
from peoplezones.cli.main import root
from peoplezones.domain.errors import UsageError
from peoplezones.exchange import import_file
from peoplezones.notices import Wanted
from peoplezones.store.errors import DatabaseForbidden, DatabaseReadOnly
from peoplezones.store.grants import WRITER, grants
from peoplezones.store.tables import metadata
from tests.engine import MODELS
from tests.post import model_with_mail

from .conftest import Place

ROLES = ('Clerk "C" Example', "auditor_example", "keeper_example")
CLERK, AUDITOR, KEEPER = ROLES


@pytest.fixture
def founded(place: Place) -> Iterator[Place]:
    """A Board with a secretary, and three roles that may log in and nothing else."""
    Board.found(place.address, secretary="Ann Example", model=MODELS / "allotment").close()
    quoted = ['"' + role.replace('"', '""') + '"' for role in ROLES]
    for role in quoted:
        place.sql(f"create role {role} login")
    yield place
    for role in quoted:
        place.sql(f"drop owned by {role}; drop role {role}")


@pytest.fixture
def granted(founded: Place, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Grant the roles what `db grants` prints, and return a function that gives the address for a role."""
    for options in (["--writer", CLERK, "--reader", AUDITOR], ["--reader", KEEPER, "--personal"]):
        printed = CliRunner().invoke(root, ["db", "grants", "--db", founded.address, *options])
        assert printed.exit_code == 0, printed.output
        for _ in range(2):  # it may be run again
            founded.sql(printed.output)
    monkeypatch.setenv("PEOPLEZONES_AS", "Ann Example")
    return lambda role: founded.server.address(founded.schema, username=role)


def test_every_table_is_thought_of() -> None:
    assert set(WRITER) == set(metadata.tables)


def test_a_writer_can_do_a_transition_and_an_import(granted: Callable[[str], str], tmp_path: Path) -> None:
    rows = tmp_path / "people.csv"
    rows.write_text("name\nBob Example\nCy Example\n")
    with Board.open(granted(CLERK)) as board:
        decision = board.request("plot", "propose", values={"name": "North"}, entered_by="Ann Example")
        assert decision.moved
        changes = {"rent": "3"}
        board.request("plot", "amend", decision.reference, changes, reason="slip", entered_by="Ann Example")
        assert len(import_file(board, "person", rows, entered_by="Ann Example").moved) == 2
        assert board.rebuild().agrees


def test_a_writer_can_tell_people_and_a_reader_is_told_that_it_sees_no_addresses(
    founded: Place, granted: Callable[[str], str], tmp_path: Path
) -> None:
    with Board.open(founded.address) as board:
        board.adopt(model_with_mail(tmp_path), entered_by="Ann Example")
    wanted = Wanted(maildir=tmp_path / "mail")
    with Board.open(granted(CLERK)) as board:
        board.notices.run(wanted)
        board.request("person", "register", values={"name": "Bob", "mail": "bob@people.example"}, entered_by="PE-001")
        plot = board.request("plot", "propose", values={"name": "North"}, entered_by="PE-001").reference
        assert board.request("plot", "ask", plot, {"members": ["Bob"]}, entered_by="PE-001").moved
        assert board.notices.run(wanted).sent == 1
        assert board.notices.run(wanted).made == 0
    with Board.open(granted(KEEPER), read_only=True) as board:
        assert board.notices.standing().sent == 1
    with Board.open(granted(AUDITOR)) as board:
        for ask in (board.notices.standing, lambda: board.notices.plan(wanted), lambda: board.notices.run(wanted)):
            with pytest.raises(DatabaseForbidden, match="shows no personal values"):
                ask()


@pytest.mark.parametrize(
    "statement",
    [
        "update entry set line = '{}'",
        "delete from entry",
        "truncate entry cascade",
        "alter table entry disable trigger all",
        "drop trigger entry_refuses_update on entry",
        "drop function entry_is_append_only cascade",
        "set session_replication_role = replica",
        "insert into entry select * from entry on conflict (n) do update set line = '{}'",
        "delete from record",
        "delete from operating_model",
        "update operating_model set texts = '{}'",
        "update alembic_version set version_num = '1'",
        "create table more (n int)",
        "drop table entry cascade",
    ],
)
def test_a_writer_cannot_rewrite_history(founded: Place, granted: Callable[[str], str], statement: str) -> None:
    before = founded.sql("select * from entry order by n")
    with founded.server.connect(user=CLERK) as connection:
        connection.execute(f"set search_path to {founded.schema}")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement)
    assert founded.sql("select * from entry order by n") == before
    assert granted(CLERK)


def test_a_reader_can_look_at_everything_but_personal_values(founded: Place, granted: Callable[[str], str]) -> None:
    def told(role: str, *command: str) -> str:
        result = CliRunner().invoke(root, [*command, "--db", granted(role)])
        assert result.exit_code == 0, result.output
        return result.output

    for role, named in ((KEEPER, True), (AUDITOR, False)):
        for command in (
            ["status"],
            ["log"],
            ["person", "show", "PE-001"],
            ["person", "history", "PE-001"],
            ["rebuild"],
        ):
            text = told(role, *command)
            if "show" in command:
                assert ("Ann Example" in text) == named
            elif not named:
                assert "Ann Example" not in text
        assert json.loads(told(role, "audit", "verify", "--json"))
    assert founded.sql("select count(*) from personal")[0][0] > 0


def test_what_is_hidden_from_a_reader_is_not_taken_for_erased(granted: Callable[[str], str], tmp_path: Path) -> None:
    def told(role: str, *command: str, code: int = 0) -> str:
        result = CliRunner().invoke(root, [*command, "--db", granted(role)])
        assert result.exit_code == code, result.output
        return result.output

    whole, bundle = str(tmp_path / "copy.db"), str(tmp_path / "bundle.zip")
    for command in (
        ["db", "copy", granted(AUDITOR), whole],
        ["audit", "export", "-o", bundle, "--personal"],
        ["audit", "export", "-o", bundle, "--attachments"],
        ["evidence", "list"],
        ["evidence", "get", "01234567", "-o", bundle],
    ):
        assert "no personal values and files to this role" in told(AUDITOR, *command, code=1)
        assert not list(tmp_path.iterdir())
    assert "Personal values and files were not looked at" in told(AUDITOR, "audit", "verify")
    assert "were not looked at" not in told(KEEPER, "audit", "verify")
    told(AUDITOR, "audit", "export", "-o", bundle)
    told(KEEPER, "db", "copy", granted(KEEPER), whole)
    with Board.open(whole) as board:
        assert board.rebuild().agrees
        board.request("plot", "propose", values={"name": "South"}, entered_by="Ann Example")


def test_a_reader_can_change_nothing(founded: Place, granted: Callable[[str], str]) -> None:
    size = founded.sql("select count(*) from entry")
    with Board.open(granted(KEEPER)) as board, pytest.raises(DatabaseForbidden, match="Nothing was changed"):
        board.request("plot", "propose", values={"name": "North"}, entered_by="Ann Example")
    with Board.open(granted(KEEPER), read_only=True) as board:
        with pytest.raises((DatabaseReadOnly, DatabaseForbidden)):
            board.request("plot", "propose", values={"name": "North"}, entered_by="Ann Example")
    assert founded.sql("select count(*) from entry") == size


def test_what_cannot_be_granted_is_told() -> None:
    with pytest.raises(UsageError, match="is a file, which knows no roles"):
        grants("board.db", writer="w")
    with pytest.raises(UsageError, match="--writer"):
        grants("postgresql://u@h/d")
    with pytest.raises(UsageError, match="cannot be the name of a role"):
        grants("postgresql://u@h/d", writer="x\n")
    assert "secret" not in grants("postgresql://u:secret@h/d", writer="w")
