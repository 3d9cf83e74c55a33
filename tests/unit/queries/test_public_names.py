"""What people are called in what is published: by name only if they agreed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peoplezones.app import Board
from peoplezones.queries.naming import public_names
from peoplezones.store.database import writing
from peoplezones.store.tables import personal
from tests.databases import address_of
from tests.unit.queries.conftest import Clock, moved

TODAY = "2026-03-02"


@pytest.fixture
def board(tmp_path: Path, clock: Clock) -> Iterator[Board]:
    with Board.found(address_of(tmp_path / "board.db"), secretary="Sam Example", clock=clock) as found:
        yield found


def called(board: Board, reference: str) -> str:
    with board.view() as view:
        return public_names(view, [reference], TODAY)[reference]


def person(board: Board, **values: Any) -> str:
    return moved(board, "person", "register", values={"name": "Pat Example", **values})


def test_whoever_agreed_is_named_and_nobody_else(board: Board) -> None:
    assert called(board, person(board, may_be_named=True, post="Head of prevention")) == "Pat Example"
    assert called(board, person(board, may_be_named=False, post="Head of prevention")) == "Head of prevention"
    assert called(board, person(board, post="Head of prevention")) == "Head of prevention"


def test_whoever_has_no_post_goes_by_office_or_reference(board: Board) -> None:
    agency = moved(board, "agency", "register", values={"name": "Example Council", "type": "authority"})
    officer = person(board)
    assert called(board, officer) == f"Person {officer}"
    moved(board, "appointment", "appoint", values={"office": "agency_officer", "person": officer, "body": agency})
    assert called(board, officer) == "Agency officer, Example Council"
    assert called(board, "PE-001") == "Secretariat"
    assert called(board, agency) == "Example Council"


def test_an_erased_name_is_none(board: Board) -> None:
    gone = person(board, may_be_named=True)
    with writing(board.engine) as connection:
        connection.execute(personal.delete().where(personal.c.record == gone))
    assert called(board, gone) == f"Person {gone}"


def test_consent_that_was_taken_back_does_not_come_back_with_the_past(board: Board) -> None:
    reference = person(board, may_be_named=True, post="Head of prevention")
    with board.view() as view:
        before = view.size
    decision = board.request(
        "person", "amend", reference, {"may_be_named": False}, reason="asked for it", entered_by="PE-001"
    )
    assert decision.moved
    with board.past(at=before) as then:
        assert called(then, reference) == "Head of prevention"
