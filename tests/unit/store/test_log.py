"""The log only grows, whatever statement is tried."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, delete, update

from peoplezones.store.database import reading, writing
from peoplezones.store.errors import ConstraintBroken
from peoplezones.store.tables import entry
from tests.unit.store.rows import entries

REPLACE = (
    "INSERT OR REPLACE INTO entry (n, kind, transition, moved, effective, recorded, line) VALUES (0,'','',1,'','','')"
)


@pytest.mark.parametrize("statement", [update(entry).values(line="{}"), delete(entry)], ids=["update", "delete"])
def test_an_entry_is_never_changed_or_deleted(board: Engine, statement: object) -> None:
    with pytest.raises(ConstraintBroken, match=r"append-only: .* put a mistake right by a new entry"):
        with writing(board) as connection:
            connection.execute(statement)  # type: ignore[call-overload]
    with reading(board) as connection:
        assert connection.execute(entry.select()).one().line == '{"n":0}'


@pytest.mark.sqlite
def test_an_entry_cannot_be_replaced_by_way_of_an_insert(board: Engine) -> None:
    with pytest.raises(ConstraintBroken, match="append-only: delete"), writing(board) as connection:
        connection.exec_driver_sql(REPLACE)
    with reading(board) as connection:
        assert entries(connection) == [0]
