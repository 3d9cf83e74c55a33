"""Until when a record should have left its state."""

from __future__ import annotations

import pytest

from peoplezones.app import Board
from peoplezones.queries.due import bank_holidays, due, working_days_after
from peoplezones.queries.meetings import Meetings


def test_days_count_from_entering_the_state(board: Board, asked: str) -> None:
    with board.view() as view:
        record = view.record(asked)
        assert record is not None
        on_time, late = due(view, record, "2026-03-16"), due(view, record, "2026-03-17")
    assert on_time is not None
    assert late is not None
    assert (on_time.day, on_time.overdue) == ("2026-03-16", False)
    assert (late.overdue, late.days_over) == (True, 1)


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        ("2026-03-02", 1, "2026-03-03"),
        ("2026-03-06", 1, "2026-03-09"),  # over a weekend
        ("2026-04-02", 1, "2026-04-07"),  # over Good Friday and Easter Monday
        ("2026-12-24", 2, "2026-12-30"),  # Boxing Day is on a Saturday, and kept on Monday
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(day: str, days: int, expected: str) -> None:
    assert "2026-12-28" in bank_holidays()
    assert working_days_after(day, days) == expected


def test_the_next_meeting_is_the_first_that_took_place_after_a_day(board: Board, clock: object) -> None:
    def call(today: str, meeting: str) -> None:
        clock.set(today)  # type: ignore[attr-defined]
        assert board.request("society", "call_meeting", "SO-1", {"next_meeting": meeting}, entered_by="PE-001").moved

    with board.view() as view:
        assert Meetings(view).after("2026-03-02") == ""
    call("2026-03-03", "2026-04-01")
    call("2026-03-20", "2026-04-08")  # put off
    call("2026-04-09", "2026-06-03")
    with board.view() as view:
        assert Meetings(view).after("2026-03-02") == "2026-04-08"
        assert Meetings(view).after("2026-04-08") == "2026-06-03"
        assert Meetings(view).after("2026-06-03") == ""
