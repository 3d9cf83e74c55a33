"""The schema is said twice, in `tables` and in `migrations`, and must be one."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from sqlalchemy import Engine, insert, inspect

from peoplezones.store import tables
from peoplezones.store.database import HEAD_REVISION, REVISIONS, engine_for, open_database, reading, writing
from peoplezones.store.errors import ConstraintBroken
from peoplezones.store.upgrade import known_revisions, migrate
from tests.unit.store.rows import a_record, an_entry


def declared_in(engine: Engine) -> dict[tuple[str, str], str]:
    """Return everything the database declares, by type and name, as SQL with its white space evened out."""
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    return {(row.type, row.name): re.sub(r"\s+", " ", row.sql or "").strip() for row in rows}


@pytest.mark.sqlite
def test_the_migrations_lead_to_the_very_database_that_the_tables_declare() -> None:
    made, migrated = open_database(":memory:", create=True), engine_for(":memory:")
    with writing(migrated) as connection:
        migrate(connection, "head")
    assert declared_in(migrated) == declared_in(made)
    assert len(declared_in(made)) > 20
    with reading(migrated) as connection:
        assert connection.execute(tables.alembic_version.select()).all() == [(HEAD_REVISION,)]


def test_the_revisions_checked_at_every_start_are_those_of_the_migrations() -> None:
    assert known_revisions() == REVISIONS


@pytest.mark.sqlite
def test_opening_a_board_imports_neither_alembic_nor_another_database() -> None:
    code = (
        "import sys; from peoplezones.store.database import open_database, reading\n"
        "from peoplezones.store import tables\n"
        "with reading(open_database(':memory:', create=True)) as c: c.execute(tables.record.select()).all()\n"
        "print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "sqlalchemy.dialects.sqlite" in loaded
    needless = (
        *("alembic", "mako", "sqlalchemy.orm", "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.mysql"),
        *("psycopg", "peoplezones.store.postgresql"),
    )
    assert not [name for name in loaded if name.startswith(needless)]


def test_every_column_must_be_given_unless_the_design_lets_it_be_empty(board: Engine) -> None:
    may_be_empty = {
        (table, column["name"])
        for table in inspect(board).get_table_names()
        for column in inspect(board).get_columns(table)
        if column["nullable"]
    }
    assert may_be_empty == {
        *(("entry", name) for name in ("record", "seq", "actor", "key", "cause")),
        *((table, name) for table in ("reference", "office", "breach") for name in ("until", "until_entry")),
        ("personal", "record"),
    }


def test_two_moves_cannot_use_the_same_key_but_a_refusal_does_not_use_it_up(board: Engine) -> None:
    with writing(board) as connection:
        connection.execute(insert(tables.entry), [an_entry(1, moved=0, key="k"), an_entry(2, moved=0, key="k")])
        connection.execute(insert(tables.entry), [an_entry(3, key="k"), an_entry(4, key=None), an_entry(5, key=None)])
    with pytest.raises(ConstraintBroken, match=r"entry.key"), writing(board) as connection:
        connection.execute(insert(tables.entry).values(an_entry(6, key="k")))


def test_a_reference_to_a_record_that_is_not_there_fails_the_whole_transaction(board: Engine) -> None:
    edge = {"kind": "zone", "field": "behaviour", "position": 0, "since": "2026-01-05", "since_entry": 1}
    with pytest.raises(ConstraintBroken, match=r"(?i)foreign key"), writing(board) as connection:
        connection.execute(insert(tables.record).values(a_record("PZ-1", 1)))
        connection.execute(insert(tables.reference).values(source="PZ-1", target="HB-9", **edge))
    with writing(board) as connection:  # in whatever order, as long as it is there in the end
        connection.execute(insert(tables.reference).values(source="PZ-1", target="HB-9", **edge))
        connection.execute(insert(tables.record), [a_record("PZ-1", 1), a_record("HB-9", 1, kind="behaviour")])
    with reading(board) as connection:
        assert connection.execute(tables.reference.select()).one().target == "HB-9"


@pytest.mark.sqlite
def test_the_questions_that_every_transition_asks_are_answered_from_an_index(board: Engine) -> None:
    questions = {
        "SELECT * FROM record WHERE reference = 'x'": "INDEX",
        "SELECT max(number) FROM record WHERE kind = 'zone' AND year = 2026": "ix_record_number",
        "SELECT * FROM record WHERE kind = 'zone' AND state = 'active'": "ix_record_state",
        "SELECT * FROM reference WHERE source = 'x' AND until_entry IS NULL": "PRIMARY KEY",
        "SELECT * FROM reference WHERE target = 'x' AND kind = 'k' AND until_entry IS NULL": "ix_reference_target",
        "SELECT * FROM office WHERE person = 'x'": "ix_office_person",
        "SELECT * FROM office WHERE scope = 'x' AND office = 'chair'": "ix_office_scope",
        "SELECT * FROM breach WHERE record = 'x'": "PRIMARY KEY",
        "SELECT * FROM entry WHERE key = 'x' AND moved = 1": "ix_entry_key",
        "SELECT * FROM entry WHERE record = 'x' ORDER BY seq": "ix_entry_record",
    }
    with reading(board) as connection:
        for question, index in questions.items():
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}").all()
            assert [step.detail for step in plan if index in step.detail and "SEARCH" in step.detail], (question, plan)
