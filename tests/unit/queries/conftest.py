"""A small society in a real file: people, a chair, one plot on its way. The clock stands still unless it is moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from peoplezones.app import Board
from tests.databases import address_of

ALLOTMENT = Path(__file__).parents[2] / "models" / "allotment"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the moment that was set."""
        return self.now

    def set(self, day: str) -> None:
        """Move to ten o'clock of a day."""
        self.now = datetime.fromisoformat(f"{day}T10:00:00+00:00")


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEOPLEZONES_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def board(tmp_path: Path, clock: Clock) -> Iterator[Board]:
    """A society with a secretary (PE-001), a chair (PE-002) and two members (PE-003, PE-004)."""
    place = address_of(tmp_path / "society.db")
    with Board.found(place, secretary="Sam Sample", model=ALLOTMENT, clock=clock) as society:
        for name in ("Charlie Chair", "Mia Member", "Noa Member"):
            moved(society, "person", "register", values={"name": name})
        moved(society, "post", "appoint", values={"office": "chair", "person": "PE-002", "body": "SO-1"})
        yield society


def moved(
    board: Board,
    kind: str,
    transition: str,
    record: str = "",
    *,
    by: str = "PE-001",
    values: dict[str, object] | None = None,
) -> str:
    """Make a transition that must succeed and return the record's reference."""
    decision = board.request(kind, transition, record, values or {}, entered_by=by)
    assert decision.moved, decision.reasons
    return decision.reference


@pytest.fixture
def asked(board: Board) -> str:
    """A plot for which two people have been asked to pledge."""
    plot = moved(board, "plot", "propose", by="PE-003", values={"name": "Long Row", "rent": "12.50"})
    return moved(board, "plot", "ask", plot, values={"members": ["PE-003", "PE-004"]})


@pytest.fixture
def planted(board: Board, asked: str) -> str:
    """A plot that has been planted, with a warden."""
    for pledge, person in (("PG-001", "PE-003"), ("PG-002", "PE-004")):
        moved(board, "pledge", "pledge", pledge, by=person, values={"hours": "6"})
    moved(
        board, "post", "appoint", values={"office": "warden", "person": "PE-003", "body": asked, "ends": "2026-06-30"}
    )
    return moved(board, "plot", "plant", asked, by="PE-002")
