"""Until when a record should have left its state, and whether that day has passed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from peoplezones.domain.errors import PeopleZonesError
from peoplezones.domain.facts import Scene
from peoplezones.domain.record import Record, Value, View
from peoplezones.domain.workflow import Deadline

from .meetings import Meetings

_A_YEAR_OF_HOLIDAYS = 8  # England and Wales have at least so many; a year with fewer is not published whole


class HolidaysMissing(PeopleZonesError):
    """Working days cannot be counted without bank holidays: install the package govuk-bank-holidays."""


class Due(Value, frozen=True):
    """A deadline: the day (empty where none is known yet), where it comes from, and how far it lies ahead or behind.

    `note` says what is not certain about the day, such as bank holidays that nobody has published yet.
    """

    day: str
    words: str
    overdue: bool = False
    days_over: int = 0
    days_left: int = 0
    note: str = ""


def deadline_of(view: View, record: Record) -> Deadline | None:
    """Return the deadline that the record's state sets, or None."""
    state = view.workflow(record).states.get(record.state)
    return state.within if state else None


def due(view: View, record: Record, today: str, meetings: Meetings | None = None) -> Due | None:
    """Return until when the record should have left its state, or None where its state sets no deadline.

    Whoever asks for many records hands over the `meetings` of the Board, so that they are read once.
    """
    deadline = deadline_of(view, record)
    if deadline is None:
        return None
    day, words, note = _day(view, record, deadline, today, meetings or Meetings(view))
    if not day and deadline.kind == "date":
        return None
    over = (date.fromisoformat(today) - date.fromisoformat(day)).days if day else 0
    return Due(day=day, words=words, overdue=over > 0, days_over=max(over, 0), days_left=max(-over, 0), note=note)


def _day(view: View, record: Record, deadline: Deadline, today: str, meetings: Meetings) -> tuple[str, str, str]:
    if deadline.kind == "days":
        return later(record.entered, deadline.days), f"{deadline.days} days after it came to this stage", ""
    if deadline.kind == "working_days":
        day = working_days_after(record.entered, deadline.days)
        return day, f"{deadline.days} working days after it came to this stage", holidays_unknown(record.entered, day)
    if deadline.kind == "every":
        return later(record.effective, deadline.days), f"something is expected every {deadline.days} days", ""
    if deadline.kind == "next_meeting":
        day = meetings.after(record.entered)
        return day, "the Board's next meeting" if day else "the Board's next meeting, which has no date yet", ""
    found = Scene(view, view.workflow(record), record, today).follow(deadline.path)
    return found if isinstance(found, str) else "", "the date set for it", ""


def later(day: str, days: int) -> str:
    """Return the day so many after `day`."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


@lru_cache(maxsize=4_096)
def working_days_after(day: str, days: int) -> str:
    """Return the working day so many after `day`: Monday to Friday without the bank holidays of England and Wales.

    `holidays_unknown` says whether the holidays of all the years on the way are known.
    """
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


@cache
def years_of_holidays() -> frozenset[int]:
    """Return the years of which every bank holiday is known."""
    counted = Counter(int(day[:4]) for day in bank_holidays())
    return frozenset(year for year, count in counted.items() if count >= _A_YEAR_OF_HOLIDAYS)


def holidays_unknown(first: str, last: str) -> str:
    """Return a warning where working days between two days were counted without knowing a year's bank holidays."""
    missing = [year for year in range(int(first[:4]), int(last[:4]) + 1) if year not in years_of_holidays()]
    if not missing:
        return ""
    years = str(missing[0]) if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
    return f"the bank holidays of {years} are not known here, so the day may come later than this"
