"""A calendar file: what RFC 5545 and Outlook ask of it, and what nobody's text can do to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from peoplezones.exchange.calendar import calendar_bytes, write_calendar
from peoplezones.exchange.errors import NotWritten
from peoplezones.queries.calendar import Event


def an_event(title: str = "Due: Post", line: str = "Told: Chair", *, cancelled: bool = False) -> Event:
    return Event(
        uid="ER-1.7@abc",
        sequence=9,
        stamp="2026-03-02T09:00:03.500000Z",
        day="2026-03-20",
        title=title,
        lines=(line, "Next: Finish"),
        category="Errand",
        cancelled=cancelled,
    )


def test_an_event_is_a_whole_day_that_takes_up_nobodys_time() -> None:
    lines = calendar_bytes("Club", [an_event()]).decode().split("\r\n")
    for line in (
        "METHOD:PUBLISH",
        "VERSION:2.0",
        "PRODID:-//People Zones//Deadlines//EN",
        "X-WR-CALNAME:Club",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "UID:ER-1.7@abc",
        "SEQUENCE:9",
        "DTSTAMP:20260302T090003Z",
        "DTSTART;VALUE=DATE:20260320",
        "DTEND;VALUE=DATE:20260321",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ):
        assert lines.count(line) == 1, line


def test_what_is_over_is_cancelled() -> None:
    assert b"\r\nSTATUS:CANCELLED\r\n" in calendar_bytes("Club", [an_event(cancelled=True)])


TRICKY = st.text(st.sampled_from('a;,\\:\n\r\t"é漢\U0001f600\u202e\u2028\x00\x85 BEGIN:VNDTL='), max_size=200)


@given(title=TRICKY, line=TRICKY)
def test_no_text_breaks_out_of_its_place_and_no_line_is_too_long(title: str, line: str) -> None:
    content = calendar_bytes(title, [an_event(title, line)])
    physical = content.split(b"\r\n")
    assert max(map(len, physical)) <= 75
    assert not any(b"\r" in one or b"\n" in one for one in physical)
    assert sum(one == b"BEGIN:VEVENT" for one in physical) == 1
    calendar: Any = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    shown = str(event["summary"])
    assert len(shown.replace("\n", "")) <= len(title)
    assert not set(shown) & set("\u202e\u2028\x00\x85\r")
    assert event["uid"] == "ER-1.7@abc"


def test_a_calendar_takes_the_place_of_a_calendar_and_of_nothing_else(tmp_path: Path) -> None:
    feed, letter = tmp_path / "feed.ics", tmp_path / "letter.txt"
    write_calendar(feed, calendar_bytes("One", []))
    write_calendar(feed, calendar_bytes("Two", []))
    assert b"X-WR-CALNAME:Two" in feed.read_bytes()
    letter.write_text("Dear all")
    with pytest.raises(NotWritten, match="is there and is no calendar"):
        write_calendar(letter, calendar_bytes("One", []))
    assert letter.read_text() == "Dear all"


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """A device would be replaced in the same way: run by root, `--ics /dev/null` would take it from everybody."""
    pipe = tmp_path / "c.ics"
    os.mkfifo(pipe)
    with pytest.raises(NotWritten, match="is a device or a pipe and no file"):
        write_calendar(pipe, calendar_bytes("Club", []))
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
