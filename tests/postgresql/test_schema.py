"""On a server too, the tables and the migrations lead to one schema, and an older one is brought up to date or left."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from peoplezones.app import Board
from peoplezones.store import tables
from peoplezones.store import upgrade as upgrading
from peoplezones.store.database import HEAD_REVISION, engine_for, open_database, reading, writing
from peoplezones.store.errors import ConstraintBroken, DatabaseMissing, DatabaseNewer
from peoplezones.store.upgrade import current_revision, migrate, upgrade
from tests.engine import MODELS

from .conftest import Place

_DECLARED = """
select 'column', table_name || '.' || column_name,
  concat_ws(' ', data_type, collation_name, is_nullable, column_default, character_maximum_length)
  from information_schema.columns where table_schema = current_schema()
union all select 'constraint', r.relname || '.' || conname,
  replace(pg_get_constraintdef(k.oid), current_schema() || '.', '') from pg_constraint k
  join pg_class r on r.oid = k.conrelid where k.connamespace = current_schema()::regnamespace
union all select 'index', indexname, replace(indexdef, current_schema() || '.', '') from pg_indexes
  where schemaname = current_schema()
union all select 'trigger', tgname, replace(pg_get_triggerdef(t.oid), current_schema() || '.', '') || tgenabled::text
  from pg_trigger t join pg_class c on c.oid = tgrelid where relnamespace = current_schema()::regnamespace
  and not tgisinternal
union all select 'function', proname, btrim(prosrc) from pg_proc where pronamespace = current_schema()::regnamespace
order by 1, 2
"""


def test_the_migrations_lead_to_the_very_schema_that_the_tables_declare(board: Engine, place: Place) -> None:
    other = Place(place.server, f"{place.schema}_migrated")
    other.sql(f"create schema {other.schema}")
    migrated = engine_for(other.address)
    with writing(migrated) as connection:
        migrate(connection, "head")
    migrated.dispose()
    assert other.sql(_DECLARED) == place.sql(_DECLARED)
    assert len(place.sql(_DECLARED)) > 80
    assert other.sql("select version_num from alembic_version") == [(HEAD_REVISION,)]
    board.dispose()


def test_the_questions_that_every_transition_asks_are_answered_from_an_index(board: Engine) -> None:
    questions = {
        "SELECT * FROM record WHERE reference = 'x'": "pk_record",
        "SELECT max(number) FROM record WHERE kind = 'zone' AND year = 2026": "ix_record_number",
        "SELECT * FROM reference WHERE target = 'x' AND kind = 'k' AND until_entry IS NULL": "ix_reference_target",
        "SELECT * FROM office WHERE person = 'x'": "ix_office_person",
        "SELECT * FROM breach WHERE record = 'x'": "pk_breach",
        "SELECT * FROM entry WHERE key = 'x' AND moved = 1": "ix_entry_key",
        "SELECT * FROM entry WHERE record = 'x' ORDER BY seq": "ix_entry_record",
    }
    with reading(board) as connection:
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        for question, index in questions.items():
            plan = "\n".join(connection.exec_driver_sql(f"EXPLAIN {question}").scalars())
            assert index in plan, (question, plan)


def test_a_schema_of_the_first_version_gets_its_tree_and_goes_on(place: Place) -> None:
    other = Place(place.server, f"{place.schema}_first")
    other.sql(f"create schema {other.schema}")
    first = engine_for(other.address)
    with writing(first) as connection:
        migrate(connection, "0001")
    first.dispose()
    with Board.found(place.address, secretary="Ann Example", model=MODELS / "allotment") as board:
        for number in range(300):
            board.request("plot", "propose", values={"name": f"Plot {number}"}, entered_by="Ann Example")
    for table in tables.metadata.sorted_tables:
        names = ", ".join(column.name for column in table.columns if column.name != "frontier")
        if table.name not in ("tile", "alembic_version", "blob", "message", "news", "news_begun"):
            other.sql(f"insert into {table.name} ({names}) select {names} from {place.schema}.{table.name}")
    assert (current_revision(other.address), upgrade(other.address)) == ("0001", ("0001", HEAD_REVISION))
    assert upgrade(other.address) == (HEAD_REVISION, HEAD_REVISION)
    assert other.sql("select * from tile order by 1, 2") == place.sql("select * from tile order by 1, 2")
    with Board.open(other.address) as board:
        assert board.request("plot", "propose", values={"name": "Of today"}, entered_by="Ann Example").moved
        assert board.rebuild().agrees


def test_an_upgrade_that_fails_leaves_the_board_as_it_was(
    board: Engine, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.sql("update alembic_version set version_num = '0001'")

    def spoil(connection: object, _: str) -> None:
        connection.exec_driver_sql("drop table tile")  # type: ignore[attr-defined]
        connection.exec_driver_sql("delete from operating_model")  # type: ignore[attr-defined]

    monkeypatch.setattr(upgrading, "migrate", spoil)
    with pytest.raises(ConstraintBroken, match="foreign key"):
        upgrade(place.address)
    assert place.sql("select count(*) from operating_model") == [(1,)]
    assert place.sql("select count(*) from tile") == [(0,)]
    place.sql("update alembic_version set version_num = '9999'")
    with pytest.raises(DatabaseNewer):
        upgrade(place.address)
    with pytest.raises(DatabaseMissing):
        upgrade(f"{place.address}_none")
    with pytest.raises(DatabaseNewer):
        open_database(place.address)
    board.dispose()
