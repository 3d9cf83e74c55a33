"""Until when a record should have left its state, and whether that day has passed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.facts import Scene
from peoplezones.domain.history import as_called_now
from peoplezones.domain.record import Move, Record, Value
from peoplezones.domain.workflow import Deadline
from peoplezones.store.view import BoardView


class HolidaysMissing(PeopleZonesError):
    """Working days cannot be counted without bank holidays: install the package govuk-bank-holidays."""


class Due(Value, frozen=True):
    """A deadline: the day (empty where none is known yet), where it comes from, and by how many days it has passed."""

    day: str
    words: str
    overdue: bool = False
    days_over: int = 0


def due(view: BoardView, record: Record, today: str) -> Due | None:
    """Return until when the record should have left its state, or None where its state sets no deadline."""
    workflow = view.workflow(record)
    deadline = workflow.states[record.state].within if record.state in workflow.states else None
    if deadline is None:
        return None
    day, words = _day(view, record, deadline, today)
    if not day and deadline.kind == "date":
        return None
    over = (date.fromisoformat(today) - date.fromisoformat(day)).days if day else 0
    return Due(day=day, words=words, overdue=over > 0, days_over=max(over, 0))


def _day(view: BoardView, record: Record, deadline: Deadline, today: str) -> tuple[str, str]:
    if deadline.kind == "days":
        return _later(record.entered, deadline.days), f"{deadline.days} days after it got here"
    if deadline.kind == "working_days":
        return working_days_after(record.entered, deadline.days), f"{deadline.days} working days after it got here"
    if deadline.kind == "every":
        return _later(record.effective, deadline.days), f"something is expected every {deadline.days} days"
    if deadline.kind == "next_meeting":
        day = meeting_after(view, record.entered)
        return day, "the Board's next meeting" if day else "the Board's next meeting, which has no date yet"
    found = Scene(view, view.workflow(record), record, today).follow(deadline.path)
    day = str(found) if isinstance(found, str) else ""
    return day, "the date set for it"


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def meeting_after(view: BoardView, day: str) -> str:
    """Return the first meeting after a day: those that took place count, those that were put off do not."""
    field = view.model.next_meeting
    if not field or not view.root:
        return ""
    planned = [(m.effective, m.changes[field]) for m in _moves_of_root(view) if field in m.changes]
    following = [*(effective for effective, _ in planned[1:]), "9999-12-31"]
    told = zip(planned, following, strict=False)
    held = [meeting for (_, meeting), replaced in told if meeting and replaced >= meeting > day]
    return min(held, default="")


def _moves_of_root(view: BoardView) -> Sequence[Move]:
    return as_called_now(view, view.moves(view.root))


def working_days_after(day: str, days: int) -> str:
    """Return the working day so many after `day`: Monday to Friday without the bank holidays of England and Wales."""
    holidays = bank_holidays()
    here = date.fromisoformat(day)
    while days > 0:
        here += timedelta(days=1)
        if here.weekday() < 5 and here.isoformat() not in holidays:
            days -= 1
    return here.isoformat()


@cache
def bank_holidays() -> frozenset[str]:
    """Return the bank holidays that travel with `govuk-bank-holidays`; its own reader would import a web client."""
    found = find_spec("govuk_bank_holidays")
    folders = list(found.submodule_search_locations or ()) if found else []
    for folder in folders:
        published = json.loads((Path(folder) / "bank-holidays.json").read_text(encoding="utf-8"))
        return frozenset(event["date"] for event in published["england-and-wales"]["events"])
    raise HolidaysMissing
