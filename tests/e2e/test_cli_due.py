"""`due` on the command line: what it shows, what it says where there is nothing, and the calendar that it writes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from icalendar import Calendar

Run = Callable[..., Result]
ERRANDS = Path(__file__).parents[1] / "models" / "errands"


def ago(days: int) -> str:
    return (datetime.now(UTC).date() - timedelta(days=days)).isoformat()


def events_in(content: bytes) -> dict[str, Any]:
    calendar: Any = Calendar.from_ical(content)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


@pytest.fixture
def club(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A club of whose two errands one is long overdue; Bo Example is in the chair."""
    run("init", "--secretary", "Ann Example", "--board", "The Club", "--model", str(ERRANDS), "--on", ago(70))
    monkeypatch.setenv("PEOPLEZONES_AS", "Ann Example")
    run("person", "register", "--name", "Bo Example", "--on", ago(69))
    run("post", "appoint", "--office", "chair", "--person", "Bo Example", "--body", "The Club", "--on", ago(69))
    run("errand", "ask", "--name", "A parcel for the old mill by the lock", "--on", ago(60))
    run("errand", "ask", "--name", "Shop", "--day", ago(-20))
    run("errand", "agree", "Shop", "--helper", "Bo Example")
    return run


def test_due_shows_what_is_overdue_then_what_is_coming_with_who_must_act(club: Run) -> None:
    output = club("due").output
    lines = output.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == f"What is due on {ago(0)}"
    assert lines[1] == f"Looked 30 days ahead, up to {ago(-30)}."
    assert output.index("Overdue: 1") < output.index("A parcel for the old mill") < output.index("Coming: 1")
    assert "escalated to Chair on" in output
    assert "Told:  Secretariat (now Ann Example)" in output
    assert f"{ago(-20)}, the date set for it: in 20 days" in output
    assert "peoplezones errand finish" in output
    assert "No standing condition is broken." in output
    assert "A parcel for the old mill" in club("status").output


def test_due_looks_as_far_ahead_as_it_is_told(club: Run) -> None:
    assert "Coming" not in club("due", "--within", "2w").output
    assert "Coming: 1" in club("due", "--within", "1m").output
    assert "Looked no further than that day." in club("due", "--within", "0d").output
    for wrong in ("5", "x", "3 moons", "-1d", "99999d"):
        assert "is no period; write 30d, 6w, 3m or 1y" in club("due", "--within", wrong, code=2).output
    assert "beyond the calendar" in club("due", "--within", "9999y", code=2).output


def test_due_for_somebody_shows_only_what_concerns_them(club: Run) -> None:
    output = club("due", "--for", "bo example").output
    assert f"What is due on {ago(0)} for PE-002 (Bo Example)" in output
    assert "Overdue: 1" in output  # it has come to the chair
    early = club("due", "--for", "PE-002", "--on", ago(57)).output
    assert f"Nothing is overdue, and nothing is due up to {ago(27)}." in early
    assert "no Person is called" in club("due", "--for", "Zoe", code=2).output


def test_due_tells_how_things_stood_on_a_day(club: Run) -> None:
    assert "Overdue: 1" not in club("due", "--on", ago(60)).output
    assert "is yet to come" in club("due", "--on", ago(-3), code=2).output
    assert "--on: " in club("due", "--on", "soon", code=2).output


def test_due_as_json_has_days_and_people(club: Run) -> None:
    found = json.loads(club("due", "--json").output)
    assert set(found) == {"today", "until", "person", "name", "overdue", "coming", "undated", "breaches"}
    late = found["overdue"][0]
    assert late["reference"].startswith("ER-")
    assert late["due"]["days_over"] > 40
    assert late["actors"][0]["name"] == "Ann Example"
    assert late["escalation"]["reached"] is True


def test_due_writes_a_calendar_again_and_again(club: Run, tmp_path: Path) -> None:
    feed = tmp_path / "feed.ics"
    assert "holds 2 days of the calendar" in club("due", "--ics", str(feed)).output
    first = feed.read_bytes()
    club("due", "--ics", str(feed))
    assert feed.read_bytes() == first
    assert club("due", "--ics", "-").stdout_bytes == first
    club("errand", "finish", "Shop")
    club("due", "--ics", str(feed))
    events, before = events_in(feed.read_bytes()), events_in(first)
    over = [uid for uid in before if before[uid]["status"] != events[uid]["status"]]
    assert len(over) == 1
    assert events[over[0]]["status"] == "CANCELLED"
    assert events[over[0]]["sequence"] > before[over[0]]["sequence"]
    assert before[over[0]].decoded("dtstart") == date.fromisoformat(ago(-20))
    assert b"Bo Example" not in first
    assert b"Ann Example" not in first


def test_due_writes_over_nothing_but_a_calendar(club: Run, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    assert "is no calendar; it is left as it is" in club("due", "--ics", str(letter), code=1).output
    assert letter.read_text() == "Dear all"
    assert "choose one of them" in club("due", "--ics", "-", "--json", code=2).output


@pytest.mark.usefixtures("club")
def test_only_the_calendar_needs_the_library_for_calendars() -> None:
    def without(*words: str) -> subprocess.CompletedProcess[str]:
        missing = "import sys; sys.modules['icalendar'] = None"
        code = f"{missing}\nfrom peoplezones.cli.main import root\nroot.main({list(words)!r})"
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert "Overdue: 1" in without("due").stdout
    assert without("due", "--ics", "-").returncode != 0
