"""The deadlines of a club as events: known by one UID for as long as they last, moved and ended by the log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peoplezones.queries.calendar import KEPT_DAYS, Event, calendar
from peoplezones.queries.meetings import Meetings
from peoplezones.queries.stays import stays
from tests.engine import Engine

POST, SHOP = "ER-2026-001", "ER-2026-002"


@pytest.fixture
def club(tmp_path: Path) -> Iterator[Engine]:
    """A club on 2 March 2026 with two errands; the second may follow the first."""
    engine = Engine(tmp_path / "club.db", "errands", "2026-03-02")
    engine.do("person", "register", name="Bo Example")
    engine.do("errand", "ask", name="Post", day="2026-03-20", helper="PE-002")
    engine.do("errand", "ask", name="Shop", after=POST)
    yield engine
    engine.board.close()


def feed(club: Engine, today: str = "2026-03-02", **more: str) -> dict[str, Event]:
    with club.board.view() as view:
        return {event.uid: event for event in calendar(view, today, **more)}


def of(events: dict[str, Event], reference: str) -> list[Event]:
    return [event for event in events.values() if event.uid.startswith(f"{reference}.")]


def test_a_deadline_that_moves_is_the_same_event_with_a_higher_sequence(club: Engine) -> None:
    club.do("errand", "agree", POST)
    (before,) = (event for event in of(feed(club), POST) if not event.cancelled)
    club.do("errand", "amend", POST, day="2026-03-25", reason="slip")
    after = feed(club)[before.uid]
    assert (before.day, after.day, after.cancelled) == ("2026-03-20", "2026-03-25", False)
    assert after.sequence > before.sequence
    assert after.stamp > before.stamp


def test_a_day_that_another_record_has_moves_with_it(club: Engine) -> None:
    club.do("errand", "follow", SHOP)
    (before,) = (event for event in of(feed(club), SHOP) if not event.cancelled)
    club.do("errand", "amend", POST, day="2026-03-25", reason="slip")
    after = feed(club)[before.uid]
    assert (before.day, after.day) == ("2026-03-20", "2026-03-25")
    assert after.sequence > before.sequence


def test_what_has_moved_on_is_cancelled_for_four_weeks_and_then_forgotten(club: Engine) -> None:
    (before,) = of(feed(club), POST)
    club.do("errand", "rest", POST)
    (after,) = of(feed(club), POST)
    assert (after.uid, after.day, after.cancelled) == (before.uid, before.day, True)
    assert after.title == f"No longer due: {POST} (Post) - Asked for"
    assert after.sequence > before.sequence
    assert KEPT_DAYS == 28
    assert of(feed(club, "2026-03-30"), POST) == [after]
    assert of(feed(club, "2026-03-31"), POST) == []


def test_a_step_that_is_taken_back_brings_the_same_event_back(club: Engine) -> None:
    (before,) = of(feed(club), POST)
    club.do("errand", "agree", POST)
    assert feed(club)[before.uid].cancelled
    club.do("errand", "undo", POST, reason="slip")
    events = of(feed(club), POST)
    assert [(event.uid == before.uid, event.cancelled) for event in sorted(events, key=lambda one: one.cancelled)] == [
        (True, False),
        (False, True),
    ]
    assert feed(club)[before.uid].sequence > before.sequence
    assert feed(club)[before.uid].day == before.day


def test_a_stage_that_is_come_back_to_is_another_event(club: Engine) -> None:
    (before,) = of(feed(club), POST)
    club.do("errand", "rest", POST)
    club.do("errand", "resume", POST)
    after = of(feed(club), POST)
    assert len(after) == 2
    assert {event.uid: event.cancelled for event in after}[before.uid]


def test_a_day_that_is_taken_away_cancels_the_event_and_a_new_one_brings_it_back(club: Engine) -> None:
    club.do("errand", "agree", POST)
    (before,) = (event for event in of(feed(club), POST) if not event.cancelled)
    club.do("errand", "amend", POST, day="", reason="slip")
    gone = feed(club)[before.uid]
    assert (gone.day, gone.cancelled) == ("2026-03-20", True)
    club.do("errand", "amend", POST, day="2026-03-27", reason="slip")
    back = feed(club)[before.uid]
    assert (back.day, back.cancelled) == ("2026-03-27", False)
    assert before.sequence < gone.sequence < back.sequence


def test_the_meeting_is_an_event_that_moves_is_put_off_and_is_followed_by_another(club: Engine) -> None:
    club.do("errand", "wait", POST)
    club.do("club", "call", "CL-1", next_meeting="2026-03-10")
    (first,) = of(feed(club), "CL-1")
    (waiting,) = (event for event in of(feed(club), POST) if not event.cancelled)
    assert (first.day, waiting.day, first.title) == ("2026-03-10", "2026-03-10", "Meeting: CL-1 (Green Acres)")
    club.do("club", "call", "CL-1", next_meeting="2026-03-12")
    assert feed(club)[first.uid].day == feed(club)[waiting.uid].day == "2026-03-12"
    club.do("club", "amend", "CL-1", next_meeting="", reason="slip")
    assert feed(club)[first.uid].cancelled
    assert feed(club)[waiting.uid].cancelled
    club.do("club", "call", "CL-1", next_meeting="2026-03-11")
    assert not feed(club)[first.uid].cancelled
    assert not feed(club)[waiting.uid].cancelled
    club.clock.set("2026-03-11")
    club.do("club", "call", "CL-1", next_meeting="2026-05-01")
    meetings = of(feed(club, "2026-03-11"), "CL-1")
    assert [(event.day, event.uid == first.uid) for event in meetings] == [("2026-03-11", True), ("2026-05-01", False)]
    with club.board.view() as view:
        assert Meetings(view).days == ("2026-03-11", "2026-05-01")


def test_only_what_lies_within_the_days_asked_for_and_concerns_a_person_is_in(club: Engine) -> None:
    club.do("errand", "agree", POST)
    assert [e.day for e in of(feed(club, until="2026-03-19"), POST) if not e.cancelled] == []
    assert [e.day for e in of(feed(club, until="2026-03-20"), POST) if not e.cancelled] == ["2026-03-20"]
    assert {e.uid.partition(".")[0] for e in feed(club, person="PE-002").values() if not e.cancelled} == {POST}


def test_a_calendar_names_nobody(club: Engine) -> None:
    club.do("errand", "agree", POST)
    text = str(feed(club))
    assert "Who hears of it: the person named as helper in the errand." in text
    assert "Example" not in text


def test_the_log_alone_tells_how_long_a_stay_was(club: Engine) -> None:
    club.do("errand", "agree", POST)
    club.do("errand", "undo", POST, reason="slip")
    club.do("errand", "rest", POST)
    with club.board.view() as view:
        asked, agreed, taken_back, rested = (move.n for move in view.moves(POST))
        found = stays(view.moves(POST))
    assert [(stay.began, stay.ended) for stay in found] == [(asked, rested), (agreed, taken_back), (rested, 0)]
