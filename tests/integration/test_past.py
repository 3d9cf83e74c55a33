"""The Board as it stood on a day, or at a position of its log."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from peoplezones.app import Board, PastUnchangeable
from peoplezones.domain.errors import PeopleZonesError, UsageError
from peoplezones.queries.naming import names
from peoplezones.queries.status import status
from peoplezones.service import Draft
from peoplezones.store import tables
from tests.engine import Engine
from tests.random_requests import SETTING, drafts

EXAMPLES = settings.default.max_examples if settings.default else 100  # more in the profile `ci`: see conftest.py
_folder = Path(tempfile.mkdtemp(prefix="past-"))
_numbers = itertools.count()
_OURS = {"leaf", "year", "number"}  # of no use to readers, and different in a copy of the past


@pytest.fixture(scope="module", autouse=True)
def _cleared() -> Any:
    yield
    shutil.rmtree(_folder)


def projection(connection: Connection) -> dict[str, list[Any]]:
    """Return the rows that readers see, table by table."""
    found = {}
    for table in (tables.record, tables.reference, tables.office, tables.breach, tables.personal):
        columns = [column for column in table.c if column.name not in _OURS]
        found[table.name] = sorted((tuple(row) for row in connection.execute(select(*columns))), key=repr)
    return found


def rows_of(board: Board) -> dict[str, list[Any]]:
    with board.view() as view:
        return projection(view.connection)


@settings(max_examples=max(8, EXAMPLES // 10), deadline=None)
@given(asked=st.lists(drafts, min_size=1, max_size=25), data=st.data())
def test_at_each_position_of_the_log_the_past_is_what_the_present_was(asked: list[Draft], data: st.DataObject) -> None:
    engine = Engine(_folder / f"{next(_numbers)}.db", "orchard", "2026-03-02")
    with closing(engine.board) as board:
        for draft in SETTING:
            board.service.request(draft)
        seen = {engine.size(): rows_of(board)}
        for draft in asked:
            try:
                board.service.request(draft)
            except PeopleZonesError:
                continue
            seen[engine.size()] = rows_of(board)
        at = data.draw(st.sampled_from(sorted(seen)))
        with board.past(at=at) as then:
            assert rows_of(then) == seen[at]


@settings(max_examples=max(8, EXAMPLES // 10), deadline=None)
@given(asked=st.lists(drafts, min_size=1, max_size=25), day=st.sampled_from(["2026-01-05", "2026-02-10", "2026-03-01"]))
def test_on_any_day_whoever_looks_sees_a_whole_board(asked: list[Draft], day: str) -> None:
    engine = Engine(_folder / f"{next(_numbers)}.db", "orchard", "2026-03-02")
    with closing(engine.board) as board:
        for draft in (*SETTING, *asked):
            try:
                board.service.request(draft)
            except PeopleZonesError:
                continue
        with board.past(day) as then, then.view() as view:
            status(view, then.today())
            for table in (tables.record, tables.entry):
                assert all(known <= day for known in view.connection.execute(select(table.c.effective)).scalars())


@pytest.fixture
def twice_called(tmp_path: Path) -> Iterator[Engine]:
    """A Board on which a person has another name from March on, and a keeper's post ends then."""
    engine = Engine(tmp_path / "board.db", "orchard", "2026-03-02")
    for draft in SETTING:
        engine.board.service.request(draft)
    engine.do("person", "amend", "PE-002", name="Bea", reason="married", on="2026-03-01")
    engine.do("post", "end", "PO-002", on="2026-03-01")
    yield engine
    engine.board.close()


def test_on_a_day_things_are_as_they_were_called_and_held_then(twice_called: Engine) -> None:
    with twice_called.board.past("2026-02-28") as then, then.view() as view:
        assert names(view, ["PE-002"]) == {"PE-002": "Bob"}
        assert [h.until for h in view.holders("keeper", "OR-2026-001") if h.source == "PO-002"] == [""]
        record = view.record("PO-002")
        assert record is not None
        assert record.state == "held"
    with twice_called.board.past("2026-03-01") as then, then.view() as view:
        assert names(view, ["PE-002"]) == {"PE-002": "Bea"}
        assert [h.until for h in view.holders("keeper", "OR-2026-001") if h.source == "PO-002"] == ["2026-02-28"]


def test_what_was_not_there_yet_is_not_referred_to(twice_called: Engine) -> None:
    with twice_called.board.past("2026-01-01") as then, then.view() as view:
        assert view.record("OR-2026-001") is None
        assert not view.connection.execute(select(tables.reference).where(tables.reference.c.kind == "orchard")).all()


def test_the_past_cannot_be_changed_and_the_future_not_shown(twice_called: Engine) -> None:
    board = twice_called.board
    with board.past("2026-02-28") as then, pytest.raises(PastUnchangeable):
        then.request("person", "register", values={"name": "Cy"}, entered_by="PE-001")
    with pytest.raises(UsageError, match="2026-03-03 is yet to come"):
        board.past("2026-03-03")
    with pytest.raises(UsageError, match="had not been founded on 2025-12-31"):
        board.past("2025-12-31")
    with pytest.raises(UsageError, match="the log has no entry 1000"):
        board.past(at=1000)
